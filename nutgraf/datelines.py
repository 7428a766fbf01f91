"""A paragraph in, the place that its wire dateline names and the dateline's end out."""

from __future__ import annotations

import re

from nutgraf.vocabulary.calendar import MONTHS
from nutgraf.vocabulary.copy import BADGES, NO_PLACES
from nutgraf.vocabulary.datelines import DATELINES, SMALL_AGENCIES

# PORT ELSWICK, Westmark, May 2 (Coastal Press) — : capitals, perhaps a region, a date and an agency, then a dash.
_WIRE = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]+(?:[ -](?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*|on|ON|de|la|le|el|of))*)"
    r"(?P<rest>(?:,\s[A-Z\d][\w. ]{1,30}){0,3}?)\s*(?P<agency>\([A-Z][^)]{1,40}\)|/[A-Z][^/]{1,40}/)?"
    r"\s*(?P<mark>—|–|--|\s-|\s_|\.-|:)\s+(?=\S)"
)
# A place in small letters needs its agency to be told from a sentence with a dash.
_SMALL = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][\w.'’]+(?:[ -][A-ZÀ-ÖØ-Þ][\w.'’]+){0,3})"
    rf"(?P<rest>(?:,\s[A-Z\d][\w. ]{{1,30}}){{0,3}}?)\s*(?P<agency>\((?:[A-Z]|{SMALL_AGENCIES})[^)]{{0,40}}\))"
    r"\s*(?:\.?(?:—|–|--|-|_)|:)?\s+(?=[A-ZÀ-ÖØ-Þ“„«¿\"'‘])"
)
_PARTICLES = frozenset({"on", "de", "la", "le", "el", "of"})
_LONGEST = 160  # characters
_SHORTEST_PLACE = 4  # letters; shorter words in capitals are acronyms: `WHO: the agency said`


def split_dateline(text: str) -> tuple[str, int]:
    """Return the place that a dateline at the start of `text` names, and where it ends; ("", 0) without one."""
    head = text[:_LONGEST]
    if max(head[:2], default="") > "\u0370":
        return _split_abroad(head)
    match = _WIRE.match(head) or _SMALL.match(head)
    if match is None:
        return "", 0
    parts = [part.strip() for part in match["rest"].split(",")[1:]]
    is_dated = any(map(_is_date, parts))
    if not (match["agency"] or _is_place(match["place"], match["mark"], is_dated=is_dated)):
        return "", 0
    words = [word if "." in word else word.title() if word.isupper() else word for word in match["place"].split(" ")]
    place = " ".join(w.lower() if i and w.lower() in _PARTICLES else w for i, w in enumerate(words))
    region = parts[0] if parts and not _is_date(parts[0]) else ""
    return (f"{place}, {region}" if region else place), match.end()


def _is_date(part: str) -> bool:
    return part[:1].isdigit() or part.split()[0].strip(".").lower() in MONTHS


def _split_abroad(head: str) -> tuple[str, int]:
    match = next(filter(None, (pattern.match(head) for pattern in DATELINES)), None)
    if match is None:
        return "", 0
    place = match["place"]
    return (place.title() if place.isupper() else place), match.end()


def place_in(text: str) -> str:
    """Return the place in a text that is known to be a dateline, whole or the place alone."""
    text = " ".join(text.split()).rstrip(" -–—:")
    place, _ = split_dateline(f"{text} — X")
    return place or (re.sub(r"\s*\([^)]*\)$", "", text) if text[:1].isalpha() else "")


def _is_place(words: str, mark: str, *, is_dated: bool) -> bool:
    """Tell whether words in capitals before a dash can be a place, and not the mark of a page.

    Before a colon one word alone is rather a label: `HISTORY: the board was founded in 1950`. A day behind it tells a
    place all the same: `KALIMAR, July 4:`.
    """
    if not is_dated and (len(words) < _SHORTEST_PLACE or (mark == ":" and " " not in words)):
        return False
    return words.casefold() not in BADGES and words.split()[0].casefold() not in NO_PLACES
