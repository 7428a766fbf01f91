"""Draft -> Draft: the place before the first sentence, wire sense; its words stay in the body."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.convert.draft import SET_ASIDE, Block, Draft
from nutgraf.convert.labels import NOTHING
from nutgraf.convert.matching import fold
from nutgraf.datelines import split_dateline
from nutgraf.instants import find_instant
from nutgraf.vocabulary.datelines import PLACE_AND_STOP
from nutgraf.vocabulary.languages import primary


def read_dateline(draft: Draft) -> Draft:
    """Read the dateline of the first paragraph; a full date in it is when the wire published the story.

    A format may know where the story was written, which need not be the place of its dateline.
    """
    first = next((block for block in draft.blocks if block.kind == "text"), None)
    if first is None or "dateline" in draft.known:
        return draft
    place, end = split_dateline(first.text)
    place = place or _place_and_stop(draft, first)
    dated = find_instant(first.text[:end], draft.found.language)
    published = draft.found.published or (dated[0] if dated else None)
    located = fold(draft.found.dateline)
    if not place or (located and (located.startswith(fold(place)) or fold(place).startswith(located))):
        place = draft.found.dateline
    elif located:
        draft = _set_aside(draft)
    return replace(draft, found=replace(draft.found, dateline=place, published=published))


def _place_and_stop(draft: Draft, first: Block) -> str:
    """Return the place in `Lindau-Süd. Die Stadtwerke …`, where the article names it as a place once more."""
    pattern, prepositions = PLACE_AND_STOP.get(primary(draft.found.language), (NOTHING, ""))
    match = pattern.match(first.text)
    if match is None:
        return ""
    again = re.compile(rf"\b(?:{prepositions}) {re.escape(match['place'])}\b", re.IGNORECASE)
    texts = (draft.found.headline, draft.found.dek, *draft.found.takeaways, *(block.text for block in draft.blocks))
    return match["place"] if any(map(again.search, texts)) else ""


def _set_aside(draft: Draft) -> Draft:
    reason = "where it was written; the text has a dateline of its own"
    placed = tuple(replace(p, place=SET_ASIDE, reason=reason) if p.place == "dateline" else p for p in draft.placed)
    return replace(draft, placed=placed)
