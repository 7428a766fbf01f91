"""The bodies that an item gives in, the blocks of the best of them out, and what becomes of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nutgraf.convert.draft import Block
from nutgraf.convert.readers.blocks import blocks_of
from nutgraf.convert.readers.html import parse_page
from nutgraf.convert.readers.item import Said
from nutgraf.convert.readers.text import blocks_of_text, width_of
from nutgraf.convert.repair import mend_mojibake, tidy
from nutgraf.sources import SourceFile

Element = Any

KINDS = ("xhtml", "html", "text")
"""Of bodies, the best first."""
_ENOUGH = 0.5  # of the words of the longest body; a shorter one is a summary
_TAG = re.compile(r"<[a-zA-Z!/][^>]*>")
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,31});")


@dataclass(frozen=True, slots=True)
class Body:
    """A text of an item."""

    kind: str
    """One of KINDS."""
    blocks: tuple[Block, ...]
    role: str = ""

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(block.words for block in self.blocks)


NO_BODY = Body("xhtml", ())


def choose_body(bodies: Sequence[Body]) -> tuple[Body, list[Said]]:
    """Return the body to take, and what is said of the others: the best kind counts, unless it is but a summary."""
    enough = _ENOUGH * max((body.words for body in bodies), default=0)
    full = [body for body in bodies if body.blocks and body.words >= enough]
    chosen = min(full, key=lambda body: KINDS.index(body.kind), default=NO_BODY)
    told = _words(chosen)
    others = []
    for body in bodies:
        if body is not chosen and body.blocks:
            same = _words(body) <= told
            origin = f"the same text as {body.kind}" if same else f"another text of the item: {body.role or body.kind}"
            others.append(Said("", " ".join(block.marker + block.text for block in body.blocks), origin))
    return chosen, others


def _words(body: Body) -> set[str]:
    return {word for block in body.blocks for word in re.findall(r"\w+", block.text.casefold())}


def text_body(text: str, role: str = "") -> Body:
    """Return the body that a plain text is."""
    return Body("text", tuple(blocks_of_text(mend_mojibake(tidy(text)))), role)


def html_body(markup: str, file: SourceFile, kind: str = "html", role: str = "", base: str = "") -> Body:
    """Return the body that a piece of HTML is; text without tags keeps its paragraphs. Raises ContentError."""
    if not _TAG.search(markup):
        body = text_body(plain(markup, file), role)
        return Body(kind, body.blocks, role)
    return Body(kind, blocks_of(parse_html(markup, file), base), role)


def tree_body(element: Element) -> Body:
    """Return the body that an element of XHTML is.

    Some agencies put a hard-wrapped text with indented paragraphs into a single element: it is read as such.
    """
    blocks = blocks_of(element)
    if len(blocks) == 1:
        lines = "".join(element.itertext()).strip("\n").split("\n")
        indents = {len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()}
        if 0 in indents and len(indents) > 1:
            return Body("xhtml", tuple(blocks_of_text(tidy("\n".join(lines)), width=width_of(lines))))
    return Body("xhtml", blocks)


def plain(markup: str, file: SourceFile) -> str:
    """Return the text that a piece of HTML shows; without tags and references it is that text. Raises ContentError."""
    if _TAG.search(markup):
        return " ".join(block.text for block in blocks_of(parse_html(markup, file)))
    if not _REFERENCE.search(markup):
        return markup
    return "".join(parse_html(markup.replace("<", "&lt;"), file).itertext())


def parse_html(markup: str, file: SourceFile) -> Element:
    """Return the tree of a piece of HTML. Raises ContentError when it nests too deeply to be read to its end."""
    return parse_page(f"<html><body><div>{mend_mojibake(tidy(markup))}</div></body></html>", file)
