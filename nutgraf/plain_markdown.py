"""Markdown as our converter writes it in, its parts out, or None; and those parts as the HTML the library would make.

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

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a heading, or a list of items."""

    kind: Literal["paragraph", "heading", "list"]
    texts: tuple[str, ...]
    """One, or one an item; the lines of a paragraph are parted by line ends."""
    level: int = 0
    """Of a heading, as it is written."""


def read_plainly(text: str) -> tuple[Part, ...] | None:
    """Return the parts of `text`; None when it holds more than is read here."""
    if _ODD.search(_ESCAPE.sub("x", text) if "\\" in text else text):
        return None
    parts: list[Part] = []
    for block in filter(None, (block.strip("\n") for block in text.split("\n\n"))):
        part = _read(block)
        if part is None or (part.kind == "list" and parts and parts[-1].kind == "list"):
            return None  # two lists in a row are one, with gaps
        parts.append(part)
    return tuple(parts)


def _read(block: str) -> Part | None:
    if heading := _HEADING.fullmatch(block):
        return None if "\n" in block else Part("heading", (_bare(heading[2]),), len(heading[1]))
    lines = block.split("\n")
    is_list = block.startswith("- ")
    texts = [line.removeprefix("- ") for line in lines] if is_list else lines
    if any(not text or _BLOCK_START.match(text) for text in texts):
        return None
    if not is_list:
        return Part("paragraph", (_bare(block),))
    stripped = tuple(map(_bare, texts))
    return Part("list", stripped) if all(line.startswith("- ") for line in lines) and all(stripped) else None


def _bare(text: str) -> str:
    """Return a text as a reader sees it."""
    return _ESCAPE.sub(r"\1", text.strip()) if "\\" in text else text.strip()


def render_parts(parts: Sequence[Part], top: int, mark: Callable[[str, Callable[[str], str]], str]) -> str:
    """Return the HTML of `parts`, headings from level `top` on and none of them skipping a level.

    `mark` is given each running text and what escapes a piece of it, and returns its HTML.
    """
    html = []
    level = top - 1
    for part in parts:
        if part.kind == "heading":
            level = min(max(part.level, top), level + 1, 6)
            html.append(f"<h{level}>{escape(part.texts[0])}</h{level}>\n")
        elif part.kind == "paragraph":
            html.append(f"<p>{mark(part.texts[0], escape)}</p>\n")
        else:
            items = "".join(f"<li>{mark(text, escape)}</li>\n" for text in part.texts)
            html.append(f"<ul>\n{items}</ul>\n")
    return "".join(html)


def escape(text: str) -> str:
    """Return `text` as the library writes it into HTML."""
    return text.translate(_ESCAPED)
