"""Markdown in, safe HTML out: raw HTML is shown as text, and links with active schemes are no links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import Literal

from markdown_it.token import Token

from nutgraf.addresses import is_outside
from nutgraf.markdown.parser import parser
from nutgraf.plain_markdown import read_plainly, render_blocks
from nutgraf.sentences import split_sentences


def render_markdown(text: str, top: int = 2, marks: Mapping[int, str] = MappingProxyType({})) -> str:
    """Return the HTML of CommonMark `text`, which may hold tables; nothing typed in it can become markup of its own.

    `top` is the highest level its headings may have, 1 to 6: they go into a page that has headings above them.
    `marks` gives sentences an id, by their index in `plain_sentences`.
    """
    plain = read_plainly(text)
    if plain is not None:
        return render_blocks(plain, top, _Marker(marks).mark if marks else lambda part, escape: escape(part))
    library = parser()
    tokens = _order_headings(_parse(text), top)
    if marks:
        tokens = _mark_sentences(tokens, marks)
    return str(library.renderer.render(_aligned(_with_figures(tokens)), library.options, {}))


def plain_paragraphs(text: str) -> list[str]:
    """Return the paragraphs and list items of CommonMark `text` as a reader sees them; headings are left out."""
    plain = read_plainly(text)
    if plain is not None:
        return [part.replace("\n", " ") for block in plain if block.kind != "heading" for part in block.texts]
    return ["".join(map(_plain, token.children or ())) for _, token in _paragraphs(_parse(text))]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or other block of a Markdown text."""

    kind: Literal["text", "heading", "item", "quote", "table", "other"]
    text: str
    """As a reader sees it; '' for code and pictures."""
    start: int
    """The index of its first line; it goes on to the start of the next block."""
    end: int
    """The index behind its last line that holds something."""
    level: int = 2
    marker: str = ""


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of CommonMark `text`, in order; of a list each item, whatever it holds, is one."""
    blocks: list[Block] = []
    tokens = _parse(text)
    for index, token in enumerate(tokens):
        is_item = token.type == "list_item_open" and token.level == 1
        is_list = token.type in ("bullet_list_open", "ordered_list_open")
        if token.map is None or token.nesting < 0 or not (is_item or (token.level == 0 and not is_list)):
            continue
        level = int(token.tag[1]) if token.type == "heading_open" else 2
        marker = f"{token.info}{token.markup}" if is_item and token.info else "•" if is_item else ""
        seen = _seen_in(tokens, index)
        kind = _KINDS.get(token.type) if seen else None
        blocks.append(Block(kind or "other", seen, token.map[0], token.map[1], level, marker))
    return blocks


_KINDS: Mapping[str, Literal["text", "heading", "item", "quote", "table"]] = {
    "paragraph_open": "text",
    "heading_open": "heading",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
}


def _seen_in(tokens: Sequence[Token], index: int) -> str:
    """Return what a reader sees of the block that the token at `index` opens."""
    level = tokens[index].level
    texts = []
    while (index := index + 1) < len(tokens) and tokens[index].level > level:
        if tokens[index].type == "inline":
            texts.append("".join(map(_plain, tokens[index].children or ())))
    return " ".join(" ".join(texts).split())


def plain_sentences(text: str) -> list[str]:
    """Return the sentences of the paragraphs and list items of CommonMark `text` as a reader sees them."""
    return [part[start:end] for part in plain_paragraphs(text) for start, end in _spans(part)]


@lru_cache(maxsize=256)  # the sentences of a page are asked for by its takeaways first, and marked right after
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(split_sentences(text))


class _Marker:
    """Gives sentences of plain texts, told one after the other, their ids."""

    def __init__(self, marks: Mapping[int, str]) -> None:
        self._marks = marks
        self._count = 0

    def mark(self, text: str, escape: Callable[[str], str]) -> str:
        """Return the HTML of the next text."""
        spans = _spans(text.replace("\n", " "))
        html, at = [], 0
        for number, (start, end) in enumerate(spans, self._count):
            if number in self._marks:
                html += [escape(text[at:start]), f'<span id="{self._marks[number]}">{escape(text[start:end])}</span>']
                at = end
        self._count += len(spans)
        return "".join([*html, escape(text[at:])])


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Yield the place and the token of each running text that is no heading."""
    for index, token in enumerate(tokens):
        if token.type == "inline" and tokens[index - 1].type != "heading_open":
            yield index, token


def _plain(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content if token.type != "image" else ""


@lru_cache(maxsize=8)
def _parse(text: str) -> tuple[Token, ...]:
    """Parse CommonMark; the parts of a page are asked for their sentences first, and rendered right after."""
    return tuple(parser().parse(text))


def _order_headings(tokens: Iterable[Token], top: int) -> list[Token]:
    """Keep headings below `top`, and let none skip a level: a screen reader takes a gap for a part that is missing."""
    level, ordered = top - 1, []
    for token in tokens:
        if token.type == "heading_open":
            level = min(max(int(token.tag[1]), top), level + 1, 6)
        is_heading = token.type in ("heading_open", "heading_close")
        ordered.append(token.copy(tag=f"h{level}") if is_heading else token)
    return ordered


def _with_figures(tokens: Sequence[Token]) -> list[Token]:
    """Make a figure of each picture of the site that is a paragraph of its own and has a title: that is its caption."""
    made = list(tokens)
    for index, token in enumerate(tokens):
        children = token.children or []
        if token.type != "inline" or len(children) != 1 or children[0].type != "image" or tokens[index - 1].hidden:
            continue
        picture = children[0]
        caption = str(picture.attrs.get("title", ""))
        if not caption or is_outside(str(picture.attrs.get("src", ""))) or tokens[index - 1].tag != "p":
            continue
        attrs = {name: value for name, value in picture.attrs.items() if name != "title"}
        opening = Token("figcaption_open", "figcaption", 1, attrs={"dir": "auto"})
        text = Token("text", "", 0, content=caption)
        caption_tokens = [opening, text, Token("figcaption_close", "figcaption", -1)]
        made[index] = token.copy(children=[picture.copy(attrs=attrs), *caption_tokens])
        made[index - 1], made[index + 1] = (tokens[at].copy(tag="figure") for at in (index - 1, index + 1))
    return made


_ALIGNMENTS: Mapping[object, dict[str, str | int | float]] = {
    "text-align:right": {"class": "end"},
    "text-align:center": {"class": "centre"},
}


def _aligned(tokens: Sequence[Token]) -> list[Token]:
    """Say by a class how the cells of a table are aligned: no page has a style of its own."""
    return [t.copy(attrs=_ALIGNMENTS.get(t.attrs["style"], {})) if "style" in t.attrs else t for t in tokens]


def _mark_sentences(tokens: list[Token], marks: Mapping[int, str]) -> list[Token]:
    """Put each sentence of `marks` into an element with its id."""
    marked, count = list(tokens), 0
    for index, token in _paragraphs(tokens):
        children = list(token.children or ())
        spans = _spans("".join(map(_plain, children)))
        for number, (start, end) in enumerate(spans, count):
            if number in marks:
                children = _enclose(_cut(children, (start, end)), start, end, marks[number])
        marked[index] = token.copy(children=children)
        count += len(spans)
    return marked


def _cut(tokens: Iterable[Token], places: Sequence[int]) -> list[Token]:
    """Return running text with each token of text that holds one of `places` cut there."""
    pieces: list[Token] = []
    at = 0
    for token in tokens:
        text = token.content
        inside = [place - at for place in places if at < place < at + len(text)] if token.type == "text" else []
        edges = [0, *inside, len(text)]
        pieces += [token.copy(content=text[a:b]) for a, b in pairwise(edges)] if inside else [token]
        at += len(_plain(token))
    return pieces


def _enclose(tokens: list[Token], start: int, end: int, name: str) -> list[Token]:
    """Put what stands from `start` to `end` into a span, as far as that cuts no element of the text in two."""
    first, last, _ = max(_balanced_runs(tokens, start, end), key=lambda run: run[2])
    opening = Token("span_open", "span", 1, attrs={"id": name})
    return [*tokens[:first], opening, *tokens[first:last], Token("span_close", "span", -1), *tokens[last:]]


def _balanced_runs(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield from where to where a span can stand that begins at `start`, and how much text it holds.

    Elements that open just before the sentence may stand inside or outside.
    """
    edges = list(accumulate((len(_plain(token)) for token in tokens), initial=0))
    begin = bisect_left(edges, start)  # behind the start where that lies inside code
    yield begin, begin, 0
    while begin < len(tokens) and edges[begin] == start:
        depth, last = 0, begin
        for index in range(begin, len(tokens)):
            depth += tokens[index].nesting
            if depth < 0 or edges[index + 1] > end:
                break
            if depth == 0:
                last = index + 1
        yield begin, last, edges[last] - start
        begin += 1
