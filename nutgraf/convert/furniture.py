"""Draft -> Draft: what pages set around an article, and labels whose value is lost, are set aside with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.matching import fold, label_key
from nutgraf.vocabulary.copy import (
    BADGES,
    BARE_LABELS,
    FURNITURE,
    HEAD_FURNITURE,
    ROLE_WORDS,
    SEPARATOR,
    TAIL_FURNITURE,
    TAIL_HEADINGS,
    TAKEAWAYS_HEADINGS,
    TOPIC_LABELS,
)

_SEPARATOR_REASON = "separator"
_PARTS = TAKEAWAYS_HEADINGS | TAIL_HEADINGS | set(TOPIC_LABELS)
_LONGEST_LINE = 40  # words; a longer block is an article's own text, whatever words it uses


def set_furniture_aside(draft: Draft) -> Draft:
    """Set aside share lines, adverts, captions and their like, wherever they stand."""
    for table, blocks in (
        (FURNITURE, draft.blocks),
        (HEAD_FURNITURE, draft.header),
        (TAIL_FURNITURE, draft.footer),
    ):
        draft = draft.set_aside_all((block, _reason(block, table)) for block in blocks)
    return draft.set_aside_all(
        (b, _SEPARATOR_REASON) for b in (*draft.header, *draft.footer) if SEPARATOR.fullmatch(b.text)
    )


def _reason(block: Block, table: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    """Return the reason for which `table` sets a line aside; '' for what is an article's own text."""
    is_text = block.is_paragraph and not block.text.startswith(("©", "Copyright"))
    if is_text or block.words > _LONGEST_LINE:
        return ""
    return next((reason for reason, pattern in table if pattern.fullmatch(block.text)), "")


def set_tail_aside(draft: Draft) -> Draft:
    """Set aside what pages list under a heading such as `Read Next`, and the note under `About the Author`.

    It is the lines that stand together with the heading; all short ones, when no more of the article follows.
    """
    for heading in draft.blocks:
        key = label_key(heading.text)
        if heading.kind != "text" or key not in TAIL_HEADINGS or heading not in draft.blocks:
            continue
        below = [block for block in draft.blocks if block.line > heading.line]
        listed = list(takewhile(lambda block: not block.is_paragraph and label_key(block.text) not in _PARTS, below))
        rest = below[len(listed) :]
        if key.startswith("about the") and not listed:
            listed = rest[:1]
        elif any(block.is_paragraph for block in rest):
            listed = [block for block in listed if block.group == heading.group]
        draft = draft.set_aside([heading, *listed], f"under '{heading.text}', no part of the article")
    return draft


def set_labels_aside(draft: Draft) -> Draft:
    """Set aside labels that stand alone, and badges in the head; runs when every label with a value is placed."""
    header = draft.header
    for block in draft.blocks:
        key = label_key(block.text)
        if block.kind == "text" and key in BARE_LABELS:
            draft = draft.set_aside([block], "label without value")
        elif block in header and all(word in ROLE_WORDS for word in key.split()):
            draft = draft.set_aside([block], "role without a name")
        elif block.kind == "text" and key in BADGES and block in header:
            draft = draft.set_aside([block], "badge of the page, says nothing of the story")
    return draft


def set_repeats_aside(draft: Draft) -> Draft:
    """Set aside the later copies of a line that pages repeat: a caption or credit told again and again."""
    seen: dict[str, Block] = {}
    for block in draft.blocks:
        key = fold(block.text)
        first = seen.setdefault(key, block)
        if first is not block and block.words > 3:
            draft = draft.set_aside([block], f"repeats line {first.line}")
    return draft
