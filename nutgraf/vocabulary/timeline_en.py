"""The words around a date in English that tell an event in time from a name, as tables: "in 2010", "the 2010 raid"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nutgraf.vocabulary.timeline_words import Role, TimelineWords


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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

REPORTING: Final[frozenset[str]] = _words("said says told tells added wrote")
"""Verbs behind which a date is rather that of the report: "the mayor said on Thursday"."""

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


def _any(words: Iterable[str]) -> str:
    """Return an alternation of `words`, the longest first so that none hides another."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


_BETWEEN: Final = (
    rf"(?:(?<![\w'’-])(?:(?:the\s+)?(?:\w+\s+)?(?:{_any(PARTS)})\s+of|(?:or\s+)?(?:{_any(APPROXIMATE)})|the\s+year"
    rf"|{_any(QUALIFIERS)})(?:\s+|(?<=mid)-))*"
)

_SUBJECT: Final = r"(?:the|a|an|another|both|all|most|some|no|its|his|her|their)\s+\w|(?!I\b)[A-Z]\w"
"""How a clause of its own begins; a pronoun would lean on the clause before."""
_VERB: Final = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|[a-z]{2,}ed|said|began|came|went|took|made|left|met"
    r"|held|won|lost|fell|rose|got|gave|saw|sold|bought|ran|led|became|found|hit|set|sent|struck|broke|built|grew|shut|cut"
    r"|opens?|closes?|starts?|ends?|begins?)\b"
)

ENGLISH: Final = TimelineWords(
    roles=ROLES,
    coarse_prepositions=COARSE_PREPOSITIONS,
    comparing=COMPARING,
    after_date=AFTER_DATE,
    adverb=re.compile(r".*(?:ing|ly)"),
    lead=re.compile(
        rf"(?:(?<![\w'’-])(?=\w)(?:(?P<preposition>{_any(ROLES)})\s+)?(?P<before>{_BETWEEN})"
        rf"(?:(?P<determiner>{_any(DETERMINERS)}|[\w-]+(?:['’]s|s['’]))\s+)?(?P<after>{_BETWEEN}))?$",
        re.IGNORECASE,
    ),
    part=re.compile(r"of\s*$", re.IGNORECASE),
    about=re.compile(rf"(?<!\w)(?:{_any(APPROXIMATE)})\s+$", re.IGNORECASE),
    relative=re.compile(
        r"(?:the\s+)?(?:(?:early|earlier|late|later)\s+)?(?:(?P<span>this|last|next|past|coming|current|recent)|yesterday"
        r"|today|tonight|tomorrow|that|same|following|previous|preceding|(?:day|night|week|month|year)\s+(?:before|after)"
        r"|weekend|end\s+of|beginning\s+of|start\s+of)\b|.*\b(?P<ago>ago|earlier|later)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    articles=frozenset({"the"}),
    gone=frozenset({"last", "past"}),
    attribute=re.compile(r"['’]s?\b|['’]|-[a-z]"),
    attributive=re.compile(r"-quarter|^year-"),
    by_the_way=re.compile(
        rf"(?<!\w)(?:{_any(REPORTING)})(?:\s+[\w'’-]+){{0,3}}\s+$|,\s+(?:which|who|whose|where)\b[^,;:.]*$",
        re.IGNORECASE,
    ),
    of_verb=re.compile(
        r"(?:at|to)\s+(?:last|this|next|past|today|tomorrow|yesterday|tonight)\b.*|for\s+(?:today|tomorrow|tonight)\b.*",
        re.IGNORECASE | re.DOTALL,
    ),
    unreal=re.compile(r"\b(?:would|could|should)(?:n['’]t|\s+not)?\s+(?:\w+ly\s+)?have\b", re.IGNORECASE),
    clause=re.compile(
        rf";\s+(?:(?:and|but|while)\s+)?(?={_SUBJECT})|,\s+(?:and|but|while|whereas)\s+(?={_SUBJECT})",
    ),
    verb=_VERB,
    adverbial=re.compile(r"(?!)"),
    between=frozenset({"between"}),
    start=frozenset({"from"}),
    measured=frozenset({"from", "on"}),
    reckoned=re.compile(
        r"\bfor\s+the\s+(?:[\w-]+\s+){0,2}(?:year|half|half-year|quarter|months|weeks|period)\s+to\s+(?:the\s+end\s+of\s+)?$",
        re.IGNORECASE,
    ),
    list=re.compile(r"\s*(?:,|,?\s+(?:and|or))\s+", re.IGNORECASE),
    to=re.compile(r"\s+(?:to|until|till|through|up\s+to)\s+|\s*[-–]\s*", re.IGNORECASE),
    conjunction=re.compile(r"\s+and\s+", re.IGNORECASE),
)
