"""Draft -> Draft: the place before the first sentence, wire sense; its words stay in the body."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.convert.draft import Draft
from nutgraf.vocabulary.calendar import MONTHS

# PORT ELSWICK, Westmark, May 2 (Coastal Press) — : capitals, perhaps a region, a date and an agency, then a dash.
_WIRE = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?:[ -](?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*|on|de|la|le|el|of))*)"
    r"(?P<rest>(?:,\s[A-Z][\w. ]{1,30}){0,3}?)\s*(?P<agency>\([A-Z][^)]{1,40}\)|/[A-Z][^/]{1,40}/)?"
    r"\s*(?:—|–|--|\s-|:)\s+(?=\S)"
)
# A place in small letters needs its agency to be told from a sentence with a dash.
_SMALL = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w.'’-]+){0,3})"
    r"(?P<rest>(?:,\s[A-Z][\w. ]{1,30}){0,3}?)\s*(?P<agency>\([A-Z][^)]{1,40}\))\s*(?:—|–|--|-|:)?\s+(?=[A-Z“\"'‘])"
)
_PARTICLES = frozenset({"on", "de", "la", "le", "el", "of"})


def split_dateline(text: str) -> tuple[str, int]:
    """Return the place that a dateline at the start of `text` names, and where it ends; ("", 0) without one."""
    match = _WIRE.match(text) or _SMALL.match(text)
    if match is None:
        return "", 0
    words = [word if "." in word else word.title() if word.isupper() else word for word in match["place"].split(" ")]
    place = " ".join(w.lower() if i and w.lower() in _PARTICLES else w for i, w in enumerate(words))
    region = match["rest"].split(",")[1].strip() if "," in match["rest"] else ""
    is_date = region and region.split()[0].strip(".").lower() in MONTHS
    return (f"{place}, {region}" if region and not is_date else place), match.end()


def read_dateline(draft: Draft) -> Draft:
    """Read the dateline of the first paragraph that has one."""
    first = next((block for block in draft.blocks if block.kind == "text"), None)
    if first is None or draft.found.dateline:
        return draft
    return replace(draft, found=replace(draft.found, dateline=split_dateline(first.text)[0]))
