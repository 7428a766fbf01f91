"""Draft -> Draft: the language of the article, and its fields without what would turn their direction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nutgraf.convert.draft import Draft
from nutgraf.convert.repair import without_bidi
from nutgraf.tongues import find_language

_SAMPLE = 1_000  # characters

_LINES = ("headline", "dek", "dateline")
_LISTS = ("byline", "topics", "takeaways")


def read_language(draft: Draft) -> Draft:
    """Tell the language by the running text, or where there is none, by all of it."""
    if "language" in draft.known:
        return draft
    paragraphs = [block.text for block in draft.blocks if block.is_paragraph]
    sample = ""
    for text in paragraphs or [block.text for block in draft.blocks]:
        sample += f"{text}\n"
        if len(sample) > _SAMPLE:
            break
    language = find_language(sample)
    return replace(draft, found=replace(draft.found, language=language)) if language else draft


def strip_directions(draft: Draft) -> Draft:
    """Take the marks that override direction out of the fields: a spoofed headline shows what it does not say."""
    found = draft.found
    fields: dict[str, Any] = {name: without_bidi(getattr(found, name)) for name in _LINES}
    fields |= {name: tuple(map(without_bidi, getattr(found, name))) for name in _LISTS}
    return replace(draft, found=replace(found, **fields))
