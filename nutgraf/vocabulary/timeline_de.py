"""The words around a date in German that tell an event in time from a name: "im Jahr 2010", "das Urteil von 2010"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nutgraf.vocabulary.timeline_words import Role, TimelineWords


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(words: Iterable[str]) -> str:
    """Return an alternation of `words`, the longest first so that none hides another."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _roles(words: Mapping[Role, str]) -> dict[str, Role]:
    return {word.strip(): role for role, text in words.items() for word in text.split(",")}


ROLES: Final[Mapping[str, Role]] = _roles(
    {
        "event": "im, am, an, in, in der, in den, in diesem, während, während des, zum, zu, für, für den, im laufe des, an dem,"
        "an diesem, übers",
        "start": "seit, seit dem, seit der, ab, ab dem, ab der, nach, nach dem, frühestens, frühestens am, frühestens im",
        "end": "bis, bis zum, bis zur, bis in, bis in die, bis in den, bis ins, bis im, vor, vor dem, vor der, spätestens,"
        "spätestens am, spätestens im, bis spätestens",
        "name": "vom, von, von dem, zwischen, zwischen dem",
    }
)
"""Of every preposition in front of a date, in lower case; "vom" and "zwischen" date an event only with both its
dates: "das Urteil vom 3. Mai" names one."""

_COARSE: Final[frozenset[str]] = frozenset(ROLES) - {"am", "an", "zum", "zu", "für", "für den", "an dem", "übers"}

_PARTS: Final = r"(?:anfang|mitte|ende|beginn|gegen\s+ende|zu\s+beginn|am\s+ende|im\s+laufe|im\s+verlauf)(?:\s+(?:des|der))?(?:\s+jahres)?"
_ABOUT: Final = r"(?:etwa|circa|ca\.|rund|ungefähr|um|gegen|zirka|um\s+das\s+jahr)"
_QUALIFIERS: Final = r"(?:jahre?s?|frühen|späten|monat)"
_BETWEEN: Final = rf"(?:(?<![\w-])(?:{_PARTS}|(?:oder\s+)?{_ABOUT}|{_QUALIFIERS})\s+)*"
_DETERMINERS: Final = _words(
    "der die das des dem den ein eine einer einem einen eines sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren unser"
    " unsere diese dieser dieses diesem diesen jeder jede jedes jeden kein keine"
)
_REPORTING: Final = _words("sagte sagten erklärte erklärten teilte teilten berichtete berichteten schrieb meldete hieß")

GERMAN: Final = TimelineWords(
    roles=ROLES,
    coarse_prepositions=_COARSE,
    comparing=_words("als wie gegenüber verglichen"),
    after_date=frozenset(),
    adverb=re.compile(r"[a-zäöüß]+"),
    lead=re.compile(
        rf"(?:(?<![\w'’-])(?=\w)(?:(?P<preposition>{_any(ROLES)})\s+)?(?P<before>{_BETWEEN})"
        rf"(?:(?P<determiner>{_any(_DETERMINERS)})\s+)?(?P<after>{_BETWEEN}))?$",
        re.IGNORECASE,
    ),
    part=re.compile(rf"(?:{_PARTS})\s*$", re.IGNORECASE),
    about=re.compile(rf"(?<!\w){_ABOUT}\s+$", re.IGNORECASE),
    relative=re.compile(
        r"(?:(?P<span>(?:dies|letzt|vergangen|vorig|vorvergangen|vorletzt|nächst|kommend|laufend|übernächst)e[nrsm]?)\b"
        r"|heute|gestern|vorgestern|morgen\b|übermorgen|(?:am|im|in\s+der|der|des)\s|folgend|gleich|selb|derselb|demselb"
        r"|(?:Tag|Monat|Jahr|Woche)\s+(?:davor|danach|darauf|zuvor)|Vor(?:tag|jahr|monat|woche)|Folge|Wochenende"
        r"|(?:Jahres|Monats)(?:ende|beginn|anfang|mitte|wechsel)|(?P<ago>vor\s)|in\s"
        r"|.*\b(?:später|danach|darauf|zuvor|vorher|früher)$)",
        re.IGNORECASE | re.DOTALL,
    ),
    articles=_words("der die das des dem den"),
    gone=frozenset(),
    attribute=re.compile(r"-[A-Za-zÄÖÜäöü]|er\b"),
    attributive=re.compile(r"(?!)"),
    by_the_way=re.compile(
        rf"(?<!\w)(?:{_any(_REPORTING)})(?:\s+[\w'’-]+){{0,4}}\s+$|,\s+(?:der|die|das|dessen|deren|wo|wie)\b[^,;:.]*$"
    ),
    of_verb=re.compile(r"(?!)"),
    unreal=re.compile(r"\b(?:hätten?|wären?)\b", re.IGNORECASE),
    clause=re.compile(r"(?!)"),
    verb=re.compile(r"(?!)"),
    adverbial=re.compile(
        r"(?:^|,\s|^(?:Bereits|Schon|Erst|Zuletzt|Noch|Auch)\s+|(?<![\w-])[a-zäöüß]+(?<!\bdas)(?<!\bder)(?<!\bdie)\s+)$"
    ),
    between=frozenset({"zwischen", "zwischen dem"}),
    start=frozenset({"vom", "von"}),
    measured=frozenset(),
    reckoned=re.compile(r"(?!)"),
    list=re.compile(r"\s*(?:,|,?\s+(?:und|oder|sowie))\s+(?:am\s+|im\s+)?", re.IGNORECASE),
    to=re.compile(r"\s+bis(?:\s+(?:zum|zur|in\s+den|ins\s+Jahr))?\s+|\s*[-–]\s*", re.IGNORECASE),
    conjunction=re.compile(r"\s+und\s+(?:dem\s+|der\s+)?", re.IGNORECASE),
)
