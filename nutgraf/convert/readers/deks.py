"""The dek of a page: the line that the markup calls so, else a description that is no piece of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.matching import fold
from nutgraf.convert.readers.main_text import letters
from nutgraf.vocabulary.page import Role

_WORDS = range(4, 71)
_SUBHEAD_WORDS = 7  # a heading below the headline that is shorter is a section of the text
_LOWEST = 3  # level of a heading that can be a dek; one that is a link leads to another story
_CUT = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?|read (?:more|on)\W*)\s*$", re.IGNORECASE)
_TELLING = 5  # letters of a word that says what a text is about


def choose_dek(draft: Draft, roles: Mapping[int, Role], descriptions: Sequence[str]) -> Draft:
    """Return the draft with its dek, if the page has one; a copy of what the text says is none."""
    for block in _shown(draft, roles, descriptions):
        text = letters("\n".join(other.text for other in draft.blocks if other is not block and other.kind == "text"))
        if letters(block.text) in text:
            return draft.set_aside([block], "dek that is the article's first paragraph")
        draft = draft.place([block], "dek", "dek of the page", dek=block.text)
        return replace(draft, known=draft.known | {"dek"})
    text = letters("\n".join(block.text for block in draft.blocks))
    for description in descriptions:
        if letters(_CUT.sub("", description)) in text:
            return draft  # it is how the article begins
        if _can_be_dek(draft, description):
            return replace(draft, found=replace(draft.found, dek=description), known=draft.known | {"dek"})
    return draft


def _shown(draft: Draft, roles: Mapping[int, Role], descriptions: Sequence[str]) -> Iterator[Block]:
    """Yield the blocks below the headline that can be the dek."""
    headline = next((block.line for block in draft.in_place("headline")), 0)
    wanted = {letters(text) for text in descriptions}
    paragraphs = [block.line for block in draft.blocks if block.is_paragraph and roles[block.line] != "dek"]
    end = paragraphs[0] if paragraphs else 10**9
    for block in draft.blocks:
        if block.line <= headline or block.words not in _WORDS or block.kind not in ("text", "heading"):
            continue
        is_above = block.line < end
        is_subhead = block.kind == "heading" and block.level <= _LOWEST and headline and not block.markup.endswith(")")
        is_subhead = is_subhead and block.line == _next(draft, headline)
        if (is_above and (roles[block.line] == "dek" or (is_subhead and block.words >= _SUBHEAD_WORDS))) or (
            letters(block.text) in wanted and (is_above or _is_above_the_signature(draft, block, roles))
        ):
            yield block


def _next(draft: Draft, line: int) -> int:
    return min(
        (block.line for block in draft.blocks if block.line > line and block.kind in ("text", "heading")), default=0
    )


def _is_above_the_signature(draft: Draft, block: Block, roles: Mapping[int, Role]) -> bool:
    """Tell whether the byline or the date of the article stands below a block."""
    return any(
        roles[placed.block.line] in ("byline", "published", "updated") and placed.block.line > block.line
        for placed in draft.placed
        if placed.block.line in roles and placed.block.line - block.line < 6
    )


def _can_be_dek(draft: Draft, text: str) -> bool:
    """Tell whether a description is whole, no copy of the headline, and speaks of the article."""
    if len(text.split()) not in _WORDS or _CUT.search(text) or fold(text).startswith(fold(draft.found.headline)):
        return False
    told = {word for block in draft.blocks for word in fold(block.text).split()} | set(
        fold(draft.found.headline).split()
    )
    return any(len(word) >= _TELLING and word in told for word in fold(text).split())
