"""Draft -> Draft: the dek, told apart from the body's first paragraph by what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.convert.draft import BADGE, HEADLINE_REPEATED, LABEL_WITHOUT_VALUE, SET_ASIDE, Block, Draft
from nutgraf.convert.matching import fold

ITALIC = re.compile(r"(?P<mark>[*_])(?![*_])[^*_]+(?P=mark)")
_MOST_WORDS = 60
_FEWEST_WORDS = 5
_SIGNED = ("byline", "published", "updated")
_HEAD = ("headline", *_SIGNED)
_HEAD_REASONS = (HEADLINE_REPEATED, LABEL_WITHOUT_VALUE, BADGE)


def read_dek(draft: Draft) -> Draft:
    """Read the dek: a short text between the headline and another line of the head, or beside them in one group,
    or a line without a full stop straight below the headline. The body's first paragraph is none of these."""
    if "dek" in draft.known:
        return _drop_copy(draft)
    if draft.found.dek or draft.found.headline_origin == "inferred" or not draft.blocks:
        return draft
    if draft.is_marked_up:
        return _read_italic(draft)
    for rule, finder in (
        ("stands between the lines of the head", _between),
        ("stands beside the lines of the head", _in_their_group),
        ("a line below the headline that is no sentence of the body", _line_below),
    ):
        block = finder(draft)
        if block is not None:
            if any(other is not block and fold(other.text) == fold(block.text) for other in draft.blocks):
                return draft.set_aside([block], "dek that is the article's first paragraph")
            return draft.place([block], "dek", rule, dek=block.text)
    return draft


def _read_italic(draft: Draft) -> Draft:
    """Read a line in italics throughout that stands straight below the headline of a text with markup.

    One that is a sentence is a note of the editors, unless the article is signed below it.
    """
    headline = next(iter(draft.in_place("headline")), None)
    below = draft.below(headline)[:1] if headline else ()
    if not below or draft.is_markdown or not ITALIC.fullmatch(below[0].markup) or not _can_be_dek(below[0]):
        return draft
    signed = any(block.line > below[0].line for block in draft.in_place(*_SIGNED))
    if below[0].is_paragraph or (below[0].ends_as_sentence and not signed) or not _remains(draft, below[0]):
        return draft
    return draft.place(below, "dek", "in italics below the headline", dek=below[0].text)


def _drop_copy(draft: Draft) -> Draft:
    """Set a known dek aside that is no more than the beginning of the article: the article keeps it."""
    dek = fold(draft.found.dek)
    if not any(fold(block.text).startswith(dek) for block in draft.header):
        return draft
    placed = tuple(
        replace(p, place=SET_ASIDE, reason="dek that is the article's first paragraph") if p.place == "dek" else p
        for p in draft.placed
    )
    return replace(draft, placed=placed, found=replace(draft.found, dek=""), known=draft.known - {"dek"})


def _can_be_dek(block: Block) -> bool:
    return block.kind == "text" and _FEWEST_WORDS <= block.words <= _MOST_WORDS


def _head_lines(draft: Draft) -> list[Block]:
    """Return the lines of the article's head: its fields, the headline's copies, and labels that lost their value.

    An advert or a caption is none: it may stand between any two paragraphs.
    """
    body = [block.line for block in draft.blocks if block.is_paragraph]
    end = body[1] if len(body) > 1 else (body[0] if body else 0)
    head = [p.block for p in draft.placed if p.place in _HEAD or p.reason in _HEAD_REASONS]
    return sorted((block for block in head if block.line < end), key=lambda block: block.line)


def _between(draft: Draft) -> Block | None:
    head = _head_lines(draft)
    if len(head) < 2:
        return None
    inside = [block for block in draft.blocks if block.line < head[-1].line]
    if inside and inside[0].is_paragraph and not _may_be_dek(draft, inside[0]):
        return None
    return inside[0] if len(inside) == 1 and _can_be_dek(inside[0]) and _remains(draft, inside[0]) else None


def _may_be_dek(draft: Draft, paragraph: Block) -> bool:
    """Tell whether running text can be the dek: below the byline it is the article, unless the headline comes again."""
    signed = any(block.line < paragraph.line for block in draft.in_place(*_SIGNED))
    again = any(p.reason == HEADLINE_REPEATED and p.block.line > paragraph.line for p in draft.placed)
    return again or not signed


def _in_their_group(draft: Draft) -> Block | None:
    groups = {block.group for block in _head_lines(draft)}
    inside = [block for block in draft.header if block.group in groups]
    spread = len({block.group for block in draft.all_blocks}) > 2  # else the whole text is one group
    return inside[0] if spread and len(inside) == 1 and _can_be_dek(inside[0]) and _remains(draft, inside[0]) else None


def _line_below(draft: Draft) -> Block | None:
    first = draft.blocks[0]
    ends = first.text.rstrip("\"'”’»)」』")
    is_line = not ends.endswith((".", "!", "?", "…", ":", ",", "。", "！", "？", "：", "؟", "۔", "।", "،"))
    following = draft.blocks[1] if len(draft.blocks) > 1 else None
    fits = first in draft.header and _can_be_dek(first) and is_line and following is not None
    return first if fits and following is not None and (following.is_paragraph or following.kind == "item") else None


def _remains(draft: Draft, block: Block) -> bool:
    """Tell whether an article remains without `block`."""
    return any(other.kind == "text" and other is not block and other.words > block.words // 2 for other in draft.blocks)
