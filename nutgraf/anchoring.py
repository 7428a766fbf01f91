"""A briefing in, the same with its relative dates counted from `published` out, when an editor filled that in later.

A seed without a date of publication is converted with "this week" undated. Its content file stays the editor's: what
the date makes of the phrases is worked out at every build, from the whole text as the conversion would.
"""

from __future__ import annotations

from dataclasses import replace

from nutgraf.markdown import plain_paragraphs
from nutgraf.models import Briefing, Entry
from nutgraf.timeline import find_entries


def anchor_entries(briefing: Briefing, language: str = "en") -> Briefing:
    """Give undated entries the date that their phrase has by `published`; an entry that has a date keeps it.

    `language` is that of the site, for a briefing that names none.
    """
    if briefing.published is None or not _was_converted_without(briefing):
        return briefing
    paragraphs = [*plain_paragraphs(briefing.body), *plain_paragraphs(briefing.why_it_matters)]
    entries = find_entries(paragraphs, briefing.published.day, briefing.language or language)
    dated = {(entry.text, entry.phrase): entry for entry in entries if entry.basis == "anchored"}
    return replace(briefing, timeline=tuple(_anchored(entry, dated) for entry in briefing.timeline))


def _was_converted_without(briefing: Briefing) -> bool:
    """Tell whether relative phrases wait for a date: had there been one, some entry would count from it."""
    bases = {entry.basis for entry in briefing.timeline}
    return "unresolved" in bases and "anchored" not in bases


def _anchored(entry: Entry, dated: dict[tuple[str, str], Entry]) -> Entry:
    found = dated.get((entry.text, entry.phrase))
    if entry.date or found is None:
        return entry
    return replace(entry, date=found.date, basis=found.basis, expected=found.expected)
