"""Draft -> Draft: sub-heads, and the body: every block that no other rule has placed, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from nutgraf.convert.draft import BODY, Block, Draft
from nutgraf.convert.markdown_text import escape_markdown
from nutgraf.vocabulary.copy import RUN_IN_LABELS
from nutgraf.vocabulary.furniture import SEPARATOR

_SUBHEAD_WORDS = 12
_SUBHEAD_ENDS = re.compile(r"[.,;:…،؛。：\"”»]$")

_REASONS = {
    "text": "paragraph",
    "item": "list item",
    "heading": "sub-head",
    "quote": "quotation",
    "table": "table",
    "other": "kept as it is",
    "caption": "caption",
    "media": "picture or player",
}

_BOLD = re.compile(r"\*\*[^*]+\*\*")

_BETWEEN = {"item": "\n", "quote": "\n>\n"}
"""What stands between blocks that belong together."""

_SPEAKER = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]+:")  # SALTER: in a transcript


def mark_subheads(draft: Draft) -> Draft:
    """Give the kind `heading` to short lines that introduce a paragraph and end like no sentence.

    Where the format says what is a heading, only a line that is bold throughout is meant as one.
    """
    if draft.is_markdown:
        return draft
    blocks = list(draft.blocks)
    marked = tuple(
        replace(block, kind="heading", markup="")
        if (_BOLD.fullmatch(block.markup) or not draft.is_marked_up)
        and _is_subhead(block, blocks[index + 1 : index + 2])
        else block
        for index, block in enumerate(blocks)
    )
    return replace(draft, blocks=marked)


def _is_subhead(block: Block, following: Sequence[Block]) -> bool:
    if block.kind != "text" or not following or block.words > _SUBHEAD_WORDS or len(block.text) > 90:
        return False
    if block.text.startswith("(") or _SPEAKER.match(block.text):
        return False
    if _SUBHEAD_ENDS.search(block.text) or block.text[0].islower() or not any(c.isalpha() for c in block.text):
        return False
    return following[0].is_paragraph or following[0].kind == "item" or following[0].text.endswith((".", "。"))


def write_body(draft: Draft) -> Draft:
    """Write the blocks that are left as the Markdown body; what the seed has as Markdown stays as it is."""
    if draft.is_markdown:
        return _place_body(draft, "".join(block.markup for block in draft.blocks))
    parts: list[str] = []
    for kind, run in groupby(draft.blocks, key=lambda block: block.kind):
        texts = [_markdown_of(block) for block in run]
        parts += [_BETWEEN[kind].join(texts)] if kind in _BETWEEN else texts
    body = "".join(f"{part}\n\n" for part in parts).rstrip("\n")
    return _place_body(draft, f"{body}\n" if body else "")


def _place_body(draft: Draft, body: str) -> Draft:
    for kind, reason in _REASONS.items():
        draft = draft.place([block for block in draft.blocks if block.kind == kind], BODY, reason)
    return draft.place([], BODY, "", body=body)


def _with_bold_label(block: Block) -> str:
    """Return the Markdown of a block; the label that opens a paragraph of an explainer is bold."""
    label = RUN_IN_LABELS.match(block.text) if block.kind == "text" else None
    if label is None:
        return escape_markdown(block.text)
    return f"**{escape_markdown(label[0])}**{escape_markdown(block.text[label.end() :])}"


def is_rule(block: Block) -> bool:
    """Tell whether a block is a line of marks that parts the text; three points are none."""
    return block.kind == "text" and SEPARATOR.fullmatch(block.text) is not None and set(block.text) - set(". ") != set()


def _markdown_of(block: Block) -> str:
    if is_rule(block):
        return "---"
    text = block.markup or _with_bold_label(block)
    if block.kind == "heading":
        return f"{'#' * block.level} {text}"
    if block.kind == "quote":
        return f"> {text}"
    if block.kind == "item":
        return f"{block.marker if block.marker[0].isdigit() else '-'} {text}"
    return text
