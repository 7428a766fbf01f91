"""Draft -> Draft: the dek, told apart from the body's first paragraph by what stands around it."""

from __future__ import annotations

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.matching import fold

_MOST_WORDS = 60
_FEWEST_WORDS = 5
_HEAD = ("headline", "byline", "published", "updated", "set aside")


def read_dek(draft: Draft) -> Draft:
    """Read the dek: a short text between the headline and another line of the head, or beside them in one group,
    or a line without a full stop straight below the headline. The body's first paragraph is none of these."""
    if draft.found.dek or draft.found.headline_origin == "inferred" or not draft.blocks:
        return draft
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


def _can_be_dek(block: Block) -> bool:
    return block.kind == "text" and _FEWEST_WORDS <= block.words <= _MOST_WORDS


def _head_lines(draft: Draft) -> list[Block]:
    """Return the blocks of the article's head: those of its fields, and what was set aside before the body."""
    body = [block.line for block in draft.blocks if block.is_paragraph]
    end = body[1] if len(body) > 1 else (body[0] if body else 0)
    head = draft.in_place(*_HEAD)
    if len(body) > 2:  # with less text below it a list stands in the middle of the article
        head += draft.in_place("takeaways")
    return sorted((block for block in head if block.line < end), key=lambda block: block.line)


def _between(draft: Draft) -> Block | None:
    head = _head_lines(draft)
    if len(head) < 2:
        return None
    inside = [block for block in draft.blocks if block.line < head[-1].line]
    return inside[0] if len(inside) == 1 and _can_be_dek(inside[0]) and _remains(draft, inside[0]) else None


def _in_their_group(draft: Draft) -> Block | None:
    groups = {block.group for block in _head_lines(draft)}
    inside = [block for block in draft.header if block.group in groups]
    spread = len({block.group for block in draft.all_blocks}) > 2  # else the whole text is one group
    return inside[0] if spread and len(inside) == 1 and _can_be_dek(inside[0]) and _remains(draft, inside[0]) else None


def _line_below(draft: Draft) -> Block | None:
    first = draft.blocks[0]
    ends = first.text.rstrip("\"'”’»)")
    is_line = not ends.endswith((".", "!", "?", "…", ":", ",", "。"))
    following = draft.blocks[1] if len(draft.blocks) > 1 else None
    fits = first in draft.header and _can_be_dek(first) and is_line and following is not None and following.is_paragraph
    return first if fits else None


def _remains(draft: Draft, block: Block) -> bool:
    """Tell whether an article remains without `block`."""
    return any(other.kind == "text" and other is not block and other.words > block.words // 2 for other in draft.blocks)
