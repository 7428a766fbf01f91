"""What nutgraf.timeline needs to know of a language; each language fills it in a file of its own, as timeline_en does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["event", "start", "end", "name"]
"""What a preposition makes of its date: when it was, since when, until when, or whose it is."""


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """The tables of one language; words are in lower case."""

    roles: Mapping[str, Role]
    """Of every preposition in front of a date."""

    coarse_prepositions: frozenset[str]
    """Those that a year, month, season, decade or century goes with."""

    comparing: frozenset[str]
    """What follows is only compared with: "than"."""

    after_date: frozenset[str]
    """Words that go on behind a date without preposition: "the council met Tuesday in Tarn"."""

    adverb: re.Pattern[str]
    """Others that do, by their form: the whole word."""

    lead: re.Pattern[str]
    """All that leads up to a date, at the end of the text in front of it; it may be nothing. Groups: preposition, and
    determiner with what stands before and after it."""

    part: re.Pattern[str]
    """The end of a lead that makes the date the whole of a part: "the end of"."""

    about: re.Pattern[str]
    """The end of a lead that makes the date an estimate."""

    relative: re.Pattern[str]
    """An expression that counts from another date. Groups: span, ago."""

    articles: frozenset[str]
    """Determiners that go with a span without making an attribute of it: "the past week"."""

    gone: frozenset[str]
    """Spans that what is told is compared with: "up from last year"."""

    attribute: re.Pattern[str]
    """What follows on a date that is an attribute: "Wednesday's ruling"."""

    attributive: re.Pattern[str]
    """What a date holds that is an attribute by itself: "third-quarter"."""

    by_the_way: re.Pattern[str]
    """The end of what stands in front of a date that is rather the report's ("the mayor said") or in an aside ("the
    bridge, which opened")."""

    of_verb: re.Pattern[str]
    """A preposition that belongs to the verb and not to the date, with both: "looked at last week"."""

    unreal: re.Pattern[str]
    """What shows that it did not come to what was planned: "would have left"."""

    clause: re.Pattern[str]
    """Where another main clause begins with a subject of its own, so that a sentence can be cut there: the cut is the
    match, and both sides must have one of `verb`."""

    verb: re.Pattern[str]
    """What shows that a part of a sentence is a clause."""

    adverbial: re.Pattern[str]
    """What stands in front of a year without preposition that dates what is told; never where that wants one."""

    between: frozenset[str]
    """The prepositions of a range whose ends "and" joins; alone they date nothing."""

    start: frozenset[str]
    """Those of the first end of a range: "from"."""

    measured: frozenset[str]
    """Prepositions that only compare in front of a relative date: "up from a year earlier"."""

    reckoned: re.Pattern[str]
    """The end of what makes the date the last of a time that is reported on: "a loss for the year to"."""

    list: re.Pattern[str]
    """What joins two dates that share a preposition."""

    to: re.Pattern[str]
    """What joins the ends of a range."""

    conjunction: re.Pattern[str]
    """What joins the ends of a range behind `between`."""
