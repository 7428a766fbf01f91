"""The words around a date that tell an event in time from a name, as tables: "in 2010", but "the 2010 raid"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


Role = Literal["event", "start", "end", "name"]
"""What a preposition makes of its date: when it was, since when, until when, or whose it is."""

ROLES: Final[Mapping[str, Role]] = {
    "in": "event",
    "on": "event",
    "at": "event",
    "for": "event",
    "to": "event",
    "during": "event",
    "throughout": "event",
    "over": "event",
    "within": "event",
    "as of": "event",
    "as early as": "event",
    "as late as": "event",
    "as recently as": "event",
    "no earlier than": "start",
    "no later than": "end",
    "until at least": "end",
    "back in": "event",
    "late on": "event",
    "early on": "event",
    "since": "start",
    "ever since": "start",
    "from": "start",
    "after": "start",
    "until": "end",
    "up until": "end",
    "till": "end",
    "through": "end",
    "by": "end",
    "before": "end",
    "of": "name",
    "between": "name",
}
"""Of every preposition in front of a date, in lower case; "between" dates an event only with both its dates."""

COARSE_PREPOSITIONS: Final[frozenset[str]] = frozenset(ROLES) - {"on", "at", "for", "to", "over", "within"}
"""Those that a year, month, season, decade or century goes with."""

PARTS: Final[frozenset[str]] = _words(
    """
    end start beginning middle close turn dawn course rest half night morning afternoon evening hours month day
    spring summer autumn fall winter
    """
)
"""Nouns that "of" joins to a date they are a part of: "the end of 2023"; not "week", "eve": those are other days."""

QUALIFIERS: Final[frozenset[str]] = _words("early mid late later earlier just only")
"""Words between a preposition and its date that leave the date as it is."""

APPROXIMATE: Final[tuple[str, ...]] = ("about", "around", "approximately", "roughly", "circa", "c.", "ca.")
"""Words in front of a date that make it an estimate."""

DETERMINERS: Final[frozenset[str]] = _words("the a an this these those its his her their our my your whose every each")
"""A date behind one is an attribute: "the 1967 borders"."""

COMPARING: Final[frozenset[str]] = _words("than versus vs vs. unlike like compared relative similar as with")
"""What follows is only compared with: "higher than in 2019"."""

AFTER_DATE: Final[frozenset[str]] = _words(
    """
    and or but nor so yet that which who whose whom where when while as if because since until before after though
    although in at on to by for from with without during over under near between through against about into onto
    of outside inside across amid among following according despite the a an this these those he she it they we i
    his her its their our is are was were be been being has have had will would can could may might must should
    shall do does did not said says told saw sees began ended came went took made left opened closed killed died
    again alone there here too also only just
    """
)
"""Words that go on behind a date without preposition: "the council met Tuesday in Tarn"; a noun would make it an
attribute: "the council's Tuesday vote"."""
