"""Draft -> Draft: the place before the first sentence, wire sense; its words stay in the body."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.convert.draft import Draft
from nutgraf.datelines import split_dateline
from nutgraf.instants import find_instant


def read_dateline(draft: Draft) -> Draft:
    """Read the dateline of the first paragraph; a full date in it is when the wire published the story."""
    first = next((block for block in draft.blocks if block.kind == "text"), None)
    if first is None or draft.found.dateline:
        return draft
    place, end = split_dateline(first.text)
    dated = find_instant(first.text[:end], draft.found.language)
    published = draft.found.published or (dated[0] if dated else None)
    return replace(draft, found=replace(draft.found, dateline=place, published=published))
