"""Draft -> Draft: the place before the first sentence, wire sense; its words stay in the body."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.convert.draft import Draft
from nutgraf.datelines import split_dateline


def read_dateline(draft: Draft) -> Draft:
    """Read the dateline of the first paragraph that has one."""
    first = next((block for block in draft.blocks if block.kind == "text"), None)
    if first is None or draft.found.dateline:
        return draft
    return replace(draft, found=replace(draft.found, dateline=split_dateline(first.text)[0]))
