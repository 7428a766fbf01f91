"""Markdown as our converter writes it in, its blocks out, or None; and those blocks as the HTML the library would make.

What is read here is a strict part of CommonMark: paragraphs, headings and tight lists of texts without markup. At the
first thing beyond that the answer is None, and the library reads the whole; a property test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

_ODD = re.compile(r"[\t\r\x00\x0b\x0c\x1c-\x1f\x85\u2028\u2029`*_\[\]<\\]|[ ]$|&#?\w{1,40};", re.MULTILINE)
"""What may be markup within a text, ends of lines that mean something, and controls."""

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A mark that stands for itself."""

_BLOCK_START = re.compile(r"[ #>+*=~|:-]|\d{1,9}[.)](?: |$)")
"""How a line begins that may be more than the text of a paragraph."""

_HEADING = re.compile(r"(#{1,6}) ([^ #][^#]*)")

_MARKS = "`*_[]<\\&"
"""One of these stands in all that is odd but controls and a space at the end of a line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, or a list of items."""

    kind: Literal["paragraph", "heading", "list"]
    texts: tuple[str, ...]
    """One, or one an item; the lines of a paragraph are parted by line ends."""
    level: int = 0
    """Of a heading, as it is written."""


def read_plainly(text: str) -> tuple[Block, ...] | None:
    """Return the blocks of `text`; None when it holds more than is read here."""
    if _may_be_odd(text) and _ODD.search(_ESCAPE.sub("x", text) if "\\" in text else text):
        return None
    blocks: list[Block] = []
    for lines in filter(None, (lines.strip("\n") for lines in text.split("\n\n"))):
        block = _read(lines)
        if block is None or (block.kind == "list" and blocks and blocks[-1].kind == "list"):
            return None  # two lists in a row are one, with gaps
        blocks.append(block)
    return tuple(blocks)


def _may_be_odd(text: str) -> bool:
    """Tell whether a closer look is needed; most texts are told by this one, which takes a twentieth of its time."""
    has_mark = any(mark in text for mark in _MARKS)
    return has_mark or " \n" in text or text.endswith(" ") or not text.replace("\n", "").isprintable()


def _read(text: str) -> Block | None:
    if text[0].isalpha() and "\n" not in text:
        return Block("paragraph", (_bare(text),))
    if heading := _HEADING.fullmatch(text):
        return None if "\n" in text else Block("heading", (_bare(heading[2]),), len(heading[1]))
    lines = text.split("\n")
    is_list = text.startswith("- ")
    texts = [line.removeprefix("- ") for line in lines] if is_list else lines
    if any(not text or _BLOCK_START.match(text) for text in texts):
        return None
    if not is_list:
        return Block("paragraph", (_bare(text),))
    stripped = tuple(map(_bare, texts))
    return Block("list", stripped) if all(line.startswith("- ") for line in lines) and all(stripped) else None


def _bare(text: str) -> str:
    """Return a text as a reader sees it."""
    return _ESCAPE.sub(r"\1", text.strip()) if "\\" in text else text.strip()


def render_blocks(blocks: Sequence[Block], top: int, mark: Callable[[str, Callable[[str], str]], str]) -> str:
    """Return the HTML of `blocks`, headings from level `top` on and none of them skipping a level.

    `mark` is given each running text and what escapes a piece of it, and returns its HTML.
    """
    html = []
    level = top - 1
    for block in blocks:
        if block.kind == "heading":
            level = min(max(block.level, top), level + 1, 6)
            html.append(f"<h{level}>{escape(block.texts[0])}</h{level}>\n")
        elif block.kind == "paragraph":
            html.append(f"<p>{mark(block.texts[0], escape)}</p>\n")
        else:
            items = "".join(f"<li>{mark(text, escape)}</li>\n" for text in block.texts)
            html.append(f"<ul>\n{items}</ul>\n")
    return "".join(html)


def escape(text: str) -> str:
    """Return `text` as the library writes it into HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
