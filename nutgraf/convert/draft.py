"""Draft: an article on its way from blocks to a Briefing, and the ledger of where each block went."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from nutgraf.convert.labels import Labels, labels_of
from nutgraf.models import Briefing
from nutgraf.problems import Level, Problem

Kind = Literal["text", "item", "heading", "quote", "table", "caption", "media", "other", "field"]
"""`caption` is a text under a picture, `media` stands for a picture or player and holds what is said of it; `other` is
of the body and no rule reads it: code, or a picture in Markdown; `field` is what a format states beside the article."""

SET_ASIDE = "set aside"

# Reasons in the ledger that later rules go by.
HEADLINE_REPEATED = "headline repeated"
LABEL_WITHOUT_VALUE = "label without value"
SUBJECT = "subject of the mail"
BADGE = "badge of the page, says nothing of the story"

BODY = "body"

_CLOSING = r"[\"'”’»)\]」』）】》]*"
_STOP = rf"(?:[.!?…؟۔।]{_CLOSING}(?:\s|$)|[。！？]{_CLOSING})"
_ABOVE_THE_TEXT = ("headline", "dek")  # they may be of two sentences, and are no running text

_SENTENCE_END = re.compile(rf"(?:[.!?…。！？؟۔।]{_CLOSING}|[\"”»」』])$")
_STOPPED = re.compile(rf"[.!?…。！？؟۔।]{_CLOSING}$")
_STOPS = re.compile(_STOP)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U000323af]")  # Thai to Khmer, and the East

_PARAGRAPH_WORDS = 18  # a line this long that ends like a sentence is running text, not a label or a byline


@dataclass(frozen=True)  # without slots, so that what is asked of it again and again is worked out once
class Block:
    """A paragraph, a line or a list item of a seed, as received but for white space at its ends."""

    line: int
    """The line of the seed on which it starts."""
    text: str
    kind: Kind = "text"
    group: int = 0
    """Blocks with the same number stood together without a blank line between them."""
    marker: str = ""
    """What stood before an item: a bullet, or a number such as `3.`."""
    markup: str = ""
    """Markdown that shows `text` with its links and emphasis, when the format of the seed gives them."""
    level: int = 2
    """Of a heading, 2 to 6."""

    @cached_property
    def words(self) -> int:
        """How many words it has; text without spaces between words counts by its length."""
        spaced = len(self.text.split())
        return spaced if self.text.isascii() else max(spaced, len(_UNSPACED.findall(self.text)) // 2)

    @cached_property
    def ends_as_sentence(self) -> bool:
        """Tell whether it ends as a sentence or a quotation does."""
        return bool(_SENTENCE_END.search(self.text))

    @cached_property
    def is_paragraph(self) -> bool:
        """Tell whether it is running text."""
        if self.kind != "text" or self.words >= 2 * _PARAGRAPH_WORDS:
            return self.kind == "text"
        if self.words < _PARAGRAPH_WORDS // 2 or not _STOPPED.search(self.text):
            return False
        return self.words >= _PARAGRAPH_WORDS or len(_STOPS.findall(self.text)) > 1


def _line_of(block: Block) -> int:
    return block.line


def _without(blocks: tuple[Block, ...], gone: set[int]) -> tuple[Block, ...]:
    """Return `blocks`, in order, less those on the lines `gone`: a line is one block's alone."""
    if not gone:
        return blocks
    start = bisect_left(blocks, min(gone), key=_line_of)
    end = bisect_right(blocks, max(gone), key=_line_of)
    return (*blocks[:start], *(block for block in blocks[start:end] if block.line not in gone), *blocks[end:])


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the ledger: a block, the place it went to, and why."""

    block: Block
    place: str
    """A field of the briefing, `body` or `set aside`."""
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is understood of a seed so far."""

    seed: str
    """Path of the seed, for messages."""
    blocks: tuple[Block, ...]
    """Not yet placed, in the order of the seed."""
    item: str = ""
    """What the article is called among those of its seed; empty when it is the only one."""
    known: frozenset[str] = frozenset()
    """The fields of `found` that the format of the seed or an editor gave: no rule guesses them."""
    given: frozenset[str] = frozenset()
    """The fields that an editor gives in the end: nobody need be told that the copy lacks them."""
    is_marked_up: bool = False
    """Whether the format says what is a sub-head and what a dek, so that none need be guessed."""
    is_markdown: bool = False
    """Whether the `markup` of each block is its part of a Markdown file, to the byte: the body is what is left."""
    is_prepared: bool = False
    """Whether an editor gave the fields: only parts with a label of their own are lifted from the text."""
    is_digest: bool = False
    """Whether it may hold several stories: nothing is told of them as of one."""
    has_lines: bool = True
    """Whether the line of a block is one of the seed; in some formats it is but the block's number."""
    outside: tuple[Placed, ...] = ()
    """What stood around the article in its seed: no rule asks for it."""
    placed: tuple[Placed, ...] = ()
    found: Briefing = Briefing(path="", slug="", headline="")
    refusal: str = ""
    """Why no briefing is to be made of it; empty when one is."""
    problems: tuple[Problem, ...] = ()

    def place(self, blocks: Iterable[Block], place: str, reason: str, **fields: Any) -> Draft:  # noqa: ANN401
        """Return the draft with `blocks` in the ledger under `place`, and `fields` set on the briefing."""
        moved = tuple(blocks)
        return replace(
            self,
            blocks=_without(self.blocks, {block.line for block in moved}),
            placed=self.placed + tuple(Placed(block, place, reason) for block in moved),
            found=replace(self.found, **fields) if fields else self.found,
        )

    def set_aside(self, blocks: Iterable[Block], reason: str) -> Draft:
        """Return the draft with `blocks` in the ledger as set aside for `reason`."""
        return self.place(blocks, SET_ASIDE, reason)

    def set_aside_all(self, reasons: Iterable[tuple[Block, str]]) -> Draft:
        """Return the draft with each block that has a reason in the ledger as set aside for it."""
        found = [(block, reason) for block, reason in reasons if reason]
        return replace(
            self,
            blocks=_without(self.blocks, {block.line for block, _ in found}),
            placed=self.placed + tuple(Placed(block, SET_ASIDE, reason) for block, reason in found),
        )

    def warn(self, line: int, message: str, hint: str = "") -> Draft:
        """Return the draft with a warning about a line of the seed."""
        line = line if self.has_lines else 0
        problem = Problem(self.seed, message, hint, line, level=Level.WARNING, rule="convert")
        return replace(self, problems=(*self.problems, problem))

    def below(self, block: Block) -> tuple[Block, ...]:
        """Return the open blocks after `block`, in the order of the seed."""
        return self.blocks[bisect_right(self.blocks, block.line, key=_line_of) :]

    @property
    def labels(self) -> Labels:
        """What rules look for in copy of the article's language."""
        return labels_of(self.found.language)

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """Every block of the seed, placed or not, in the order of the seed."""
        return tuple(sorted((*self.blocks, *(p.block for p in self.placed)), key=lambda b: b.line))

    def in_place(self, *places: str) -> tuple[Block, ...]:
        """Return the blocks in the ledger under one of `places`, in the order of the seed."""
        return tuple(sorted((p.block for p in self.placed if p.place in places), key=lambda b: b.line))

    @property
    def header(self) -> tuple[Block, ...]:
        """The open blocks where an article's head can stand: before its second paragraph of running text."""
        paragraphs = self._paragraph_lines()[:2]
        end = paragraphs[1] if len(paragraphs) > 1 else (paragraphs or [10**9])[0]
        return tuple(block for block in self.blocks if block.line < end)

    def _paragraph_lines(self) -> list[int]:
        """Return the lines of the article's running text."""
        told = [p.block for p in self.placed if p.place not in (SET_ASIDE, *_ABOVE_THE_TEXT)]
        return sorted(block.line for block in (*self.blocks, *told) if block.is_paragraph)

    @property
    def footer(self) -> tuple[Block, ...]:
        """The open blocks after the last paragraph of running text."""
        end = max(self._paragraph_lines(), default=10**9)
        return tuple(block for block in self.blocks if block.line > end)
