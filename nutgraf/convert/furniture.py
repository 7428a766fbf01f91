"""Draft -> Draft: what pages set around an article, and labels whose value is lost, are set aside with a reason."""

from __future__ import annotations

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.matching import fold, label_key
from nutgraf.vocabulary.copy import BADGES, BARE_LABELS, FURNITURE, ROLE_WORDS, SEPARATOR

_LONGEST_LINE = 40  # words; a longer block is an article's own text, whatever words it uses


def set_furniture_aside(draft: Draft) -> Draft:
    """Set aside share lines, adverts, captions and their like, wherever they stand."""
    for block in draft.blocks:
        reason = _furniture(block)
        if reason:
            draft = draft.set_aside([block], reason)
    edges = [block for block in (*draft.header, *draft.footer) if SEPARATOR.fullmatch(block.text)]
    return draft.set_aside(edges, "separator")


def _furniture(block: Block) -> str:
    if block.is_paragraph and not block.text.startswith(("©", "Copyright")):
        return ""
    if block.words > _LONGEST_LINE:
        return ""
    return next((reason for reason, pattern in FURNITURE if pattern.fullmatch(block.text)), "")


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
