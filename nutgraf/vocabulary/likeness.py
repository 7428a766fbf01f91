"""What two tellings of one event need not share, as a table."""

from __future__ import annotations

from typing import Final

COMMON: Final[frozenset[str]] = frozenset(
    """
    last next first second late early earli later soon recent day week month year morn afternoon even night noon hour time
    tell told say said report peopl two three old new mr mrs ms dr
    der die das den dem des ein eine einer einem einen und oder aber in im am an auf aus bei mit nach von vom vor zu zum
    zur ist sind war waren wird werden wurde wurden worden hat haben hatte hatten sein sich nicht auch als wie dass es er sie
    ihr sein seine ihre für um über unter durch gegen ohne bis seit wegen jahr jahre jahren tag tage tagen woche wochen monat
    uhr sagte teilte mit
    """.split()
)
"""Stems that any dated sentence may have, beyond the words that nutgraf.evidence.tokens leaves out; of every language
that has tables of dates."""

PLACING: Final = ("in", "at", "near", "bei")
"""What leads to the name of a place."""
