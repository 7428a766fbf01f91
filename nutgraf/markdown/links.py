"""Markdown in, the same without some of its links out: their words stay, and all else does to the byte."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link

from nutgraf.markdown.parser import parser

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_ROUNDS = 20  # brackets nest no deeper than the parser goes
_MEANS_MORE = re.compile(r"(?:[#>+=~|-]|\*(?=\s)|\d{1,9}(?=[.)]))")
"""What makes a block of the words of a link that begins a line."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A link or a picture of a text, and where it and its words stand there."""

    start: int
    end: int
    words: tuple[int, int]
    address: str


def without_links(text: str, stays: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """Return CommonMark `text` in which of each link and picture to whose address `stays` says no only the words are
    left, and those addresses. Raises ValueError for a link that cannot be taken out.
    """
    text, gone = _edited(text, stays, _cut)
    for _ in range(_ROUNDS):
        # What stood around a link, and was no link for that reason, is text and stays text.
        text, more = _edited(text, stays, _escape) if gone else (text, [])
        if not more:
            return text, tuple(dict.fromkeys(gone))
    raise ValueError(more[-1])


_Edit = tuple[int, int, str]
"""From where to where, and what is to stand there."""


def _edited(
    text: str, stays: Callable[[str], bool], edits_of: Callable[[_Link, str], list[_Edit]]
) -> tuple[str, list[str]]:
    """Make the edits of each link that does not stay."""
    gone: list[str] = []
    lines = _LINE.findall(text)
    for content, first, behind, links in reversed([*_contents(text)]):
        found = [one for one in links if not stays(one.address)]
        if not found:
            continue
        place_of = _places(content, lines[first:behind], found[0].address)
        block = "".join(lines[first:behind])
        for start, end, new in sorted((edit for one in found for edit in edits_of(one, content)), reverse=True):
            block = block[: place_of(start)] + new + block[place_of(end) :]
        gone[:0] = [one.address for one in sorted(found, key=lambda one: one.start)]
        lines[first:behind] = [block, *[""] * (behind - first - 1)]  # the cells of a table share a line
    return "".join(lines), gone


def _cut(one: _Link, content: str) -> list[_Edit]:
    """Leave the words, in a form that is no more than words where they stand."""
    words, words_end = one.words
    begins_line = not content[: one.start].rpartition("\n")[2].strip("[! \t")
    mark = _MEANS_MORE.match(content, words, words_end) if begins_line else None
    escape = [] if mark is None else [(mark.end(), mark.end(), "\\")] if mark[0].isdigit() else [(words, words, "\\")]
    return [(one.start, words, ""), *escape, (words_end, one.end, "")]


def _escape(one: _Link, _: str) -> list[_Edit]:
    return [(one.words[0] - 1, one.words[0] - 1, "\\")]


def _places(content: str, lines: Sequence[str], address: str) -> Callable[[int], int]:
    """Return what gives the place in `lines` of one in a running text, which lacks the marks of lists and quotations.

    Raises ValueError with `address` when the text is not found there.
    """
    starts, places, at, line_start = [], [], 0, 0
    for number, part in enumerate(content.split("\n")):
        line = lines[number] if number < len(lines) else ""
        spelt = part if part in line else part.replace("|", r"\|")  # in a table
        if spelt not in line:
            raise ValueError(address)
        starts.append(at)
        places.append((line_start + line.rindex(spelt), part if spelt != part else ""))
        at += len(part) + 1
        line_start += len(line)

    def place_of(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        place, escaped = places[number]
        inside = offset - starts[number]
        return place + inside + escaped.count("|", 0, inside)

    return place_of


def _contents(text: str) -> Iterator[tuple[str, int, int, list[_Link]]]:
    """Yield each running text, its first line and the one behind its last, and its links."""
    library = _recorder()
    env: dict[str, Any] = {}
    for token in library.parse(text, env):
        if token.type == "inline" and token.map and "]" in token.content:
            links: list[_Link] = []
            library.inline.parse(token.content, library, env | {"links": links, "base": 0}, [])
            first, behind = token.map
            yield token.content, first, behind, links


@cache
def _recorder() -> MarkdownIt:
    """Return a parser of blocks whose running texts can be asked for their links."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table").disable("inline")
    made.validateLink = parser().validateLink  # type: ignore[method-assign]
    made.inline.ruler.at("link", _recording(link, 1))
    made.inline.ruler.at("image", _recording(image, 2))
    return made


def _recording(rule: Callable[[StateInline, bool], bool], opening: int) -> Callable[[StateInline, bool], bool]:
    """Return `rule`, which tells what it finds; its words begin behind a mark of `opening` characters."""

    def record(state: StateInline, silent: bool) -> bool:
        start, count, base = state.pos, len(state.tokens), state.env["base"]
        if rule is image:
            state.env["base"] = base + start + opening  # its words are a text of their own
        found = rule(state, silent)
        state.env["base"] = base
        if found and not silent:
            token = next(token for token in state.tokens[count:] if token.type in ("link_open", "image"))
            words = start + opening, state.md.helpers.parseLinkLabel(state, start + opening - 1)
            address = str(token.attrs.get("href", token.attrs.get("src", "")))
            state.env["links"].append(
                _Link(base + start, base + state.pos, (base + words[0], base + words[1]), address)
            )
        return found

    return record
