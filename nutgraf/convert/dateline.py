"""Draft -> Draft: the place before the first sentence, wire sense; its words stay in the body."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.convert.draft import SET_ASIDE, Draft
from nutgraf.convert.matching import fold
from nutgraf.datelines import split_dateline
from nutgraf.instants import find_instant


def read_dateline(draft: Draft) -> Draft:
    """Read the dateline of the first paragraph; a full date in it is when the wire published the story.

    A format may know where the story was written, which need not be the place of its dateline.
    """
    first = next((block for block in draft.blocks if block.kind == "text"), None)
    if first is None or "dateline" in draft.known:
        return draft
    place, end = split_dateline(first.text)
    dated = find_instant(first.text[:end], draft.found.language)
    published = draft.found.published or (dated[0] if dated else None)
    located = fold(draft.found.dateline)
    if not place or (located and (located.startswith(fold(place)) or fold(place).startswith(located))):
        place = draft.found.dateline
    elif located:
        draft = _set_aside(draft)
    return replace(draft, found=replace(draft.found, dateline=place, published=published))


def _set_aside(draft: Draft) -> Draft:
    reason = "where it was written; the text has a dateline of its own"
    placed = tuple(replace(p, place=SET_ASIDE, reason=reason) if p.place == "dateline" else p for p in draft.placed)
    return replace(draft, placed=placed)
