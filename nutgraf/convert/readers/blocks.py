"""A tree of HTML, XHTML or NITF elements in, Blocks out: every text that a reader would see, once, in order.

A block has its number where a line of text has its line: markup has no lines that an editor knows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote, urlsplit

from nutgraf.addresses import join_web
from nutgraf.convert.draft import Block, Kind
from nutgraf.convert.readers.spans import Span, collapse, markup_of, text_of
from nutgraf.convert.readers.tables import read_table, table_markup
from nutgraf.convert.repair import tidy
from nutgraf.vocabulary.markup import BLOCKS, EMPHASIS, INLINE, MEDIA, RUNNING_TEXT, SILENT, STRONG

Element = Any
"""An element of lxml, which is imported only where it is used."""

_GLUED = ("span", "a", "time")  # a style sheet sets them apart; without one their texts would run together
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Found:
    """A block and the innermost element that holds all of it."""

    block: Block
    """Still without its markup, which `with_markup` writes."""
    element: Element
    spans: tuple[Span, ...] = ()
    item: int = 0
    """The number of the list item that it is in; 0 outside of lists."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds for the text inside an element."""

    owner: Element
    """The element when it is a block, else the block around it."""
    kind: Kind = "text"
    level: int = 2
    in_line: bool = False
    keeps_lines: bool = False
    is_strong: bool = False
    is_emphasis: bool = False
    is_alone: bool = False
    address: str = ""
    item: int = 0


def blocks_of(root: Element, base: str = "") -> tuple[Block, ...]:
    """Return the blocks of an element. `base` makes links absolute; those that stay relative are left out."""
    return tuple(map(with_markup, find_blocks(root, base)))


def with_markup(found: Found) -> Block:
    """Return a block with the Markdown of its links and emphasis, if it has any."""
    return replace(found.block, markup=markup_of(found.spans)) if found.spans else found.block


def find_blocks(
    root: Element, base: str = "", stands_alone: Callable[[Element], bool] = lambda _: False
) -> list[Found]:
    """Return the blocks of an element, each with the element that holds it.

    Outside of running text an element of the line for which `stands_alone` holds is a block of its own.
    """
    walk = _Walk(root, base, stands_alone)
    waiting: list[tuple[str, Element]] = [("open", root)]
    while waiting:  # no recursion: pages nest deeper than Python does
        step, element = waiting.pop()
        if step == "tail":
            walk.write(element.tail, element.getparent())
        elif step == "close":
            walk.leave(element)
        elif walk.enter(element):
            waiting.append(("close", element))
            for child in reversed(element):
                waiting += [("tail", child), ("open", child)]
            walk.write(element.text, element)
    walk.end_block()
    return walk.found


def name_of(element: Element) -> str:
    """Return the name of an element in small letters, without its namespace; '' for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def text_in(element: Element) -> str:
    """Return all the text that is shown inside an element, in one line."""
    return " ".join(found.block.text for found in find_blocks(element) if found.block.kind != "media")


class _Walk:
    """The state of one walk over a tree; what is found is in `found`."""

    def __init__(self, root: Element, base: str, stands_alone: Callable[[Element], bool]) -> None:
        self.found: list[Found] = []
        self._frames = [_Frame(root)]
        self._base = base
        self._stands_alone = stands_alone
        self._spans: list[Span] = []
        self._holders: list[Element] = []
        self._group = 1
        self._markers: dict[int, str] = {}
        self._lists: list[int] = []  # the number of the next item; 0 in a list with bullets

    @property
    def _frame(self) -> _Frame:
        return self._frames[-1]

    def enter(self, element: Element) -> bool:
        """Open an element; tell whether what it holds is to be walked."""
        name = name_of(element)
        if not name or name in SILENT:
            return False
        if name == "br":
            self._break_line()
        elif name in MEDIA:
            self._add_media(element)
        elif name == "table" and (rows := read_table(element, name_of, text_in)):
            self._add_table(element, rows)
        elif name in INLINE or (self._frame.in_line and name not in BLOCKS):
            self._enter_line(element, name)
            return True
        else:
            self._enter_block(element, name)
            return True
        return False

    def write(self, text: str | None, holder: Element) -> None:
        """Add text to the block that is open."""
        if not text:
            return
        frame = self._frame
        is_strong = frame.is_strong and frame.kind != "heading"  # a heading is bold already
        first, *others = tidy(text).split("\n") if frame.keeps_lines else [tidy(text)]
        for index, line in enumerate([first, *others]):
            if index:
                self._break_line()
            self._spans.append(Span(line, is_strong, frame.is_emphasis, frame.address))
            if line.strip():
                self._holders.append(holder)

    def leave(self, element: Element) -> None:
        """Close an element."""
        frame = self._frame
        if frame.owner is element:
            self.end_block()
            if name_of(element) in ("ul", "ol"):
                self._lists.pop()
            elif name_of(element) == "li":
                self._close_item(frame.item)
        self._frames.pop()
        if frame.is_alone:
            self._break_line()

    def end_block(self) -> None:
        """Make a block of the text that was written since the last one; what follows stands apart from it."""
        self._make_block()
        self._group += 1

    def _enter_line(self, element: Element, name: str) -> None:
        frame = self._frame
        alone = not frame.in_line and self._stands_alone(element)
        if alone or (name in _GLUED and not frame.in_line and self._would_glue(element)):
            self._break_line()
        frame = replace(frame, is_alone=alone)
        frame = replace(frame, is_strong=frame.is_strong or name in STRONG)
        frame = replace(frame, is_emphasis=frame.is_emphasis or name in EMPHASIS)
        self._frames.append(replace(frame, address=self._address(element)) if name == "a" else frame)

    def _would_glue(self, element: Element) -> bool:
        before = self._spans[-1].text[-1:] if self._spans else ""
        return before.isalnum() and (element.text or "")[:1].isalnum()

    def _enter_block(self, element: Element, name: str) -> None:
        self.end_block()
        frame = replace(
            self._frame, owner=element, is_alone=False, in_line=name in RUNNING_TEXT, keeps_lines=name == "pre"
        )
        if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            frame = replace(frame, kind="heading", level=max(2, int(name[1])))
        elif name == "blockquote":
            frame = replace(frame, kind="quote")
        elif name in ("figure", "figcaption"):
            frame = replace(frame, kind="caption")
        elif name in ("table", "ul", "ol", "pre") and frame.kind == "caption":
            frame = replace(frame, kind="text")  # a figure may frame a table or a list, too
        if name in ("ul", "ol"):
            start = element.get("start", "1")
            self._lists.append(0 if name == "ul" else int(start) if start.isdecimal() else 1)
        elif name == "li":
            frame = replace(frame, item=len(self._markers) + 1)
            self._markers[frame.item] = self._next_marker()
        self._frames.append(frame)

    def _next_marker(self) -> str:
        number = self._lists[-1] if self._lists else 0
        if not number:
            return _BULLET
        self._lists[-1] += 1
        return f"{number}."

    def _close_item(self, item: int) -> None:
        """Give the kind `item` to what a list item holds; one of several paragraphs is no line of a list."""
        own: list[int] = []
        for index in range(len(self.found) - 1, -1, -1):
            if self.found[index].item < item:
                break
            own += [index] if self.found[index].item == item and self.found[index].block.kind != "media" else []
        if len(own) == 1 and self.found[own[0]].block.kind == "text":
            found = self.found[own[0]]
            block = replace(found.block, kind="item", marker=self._markers[item])
            self.found[own[0]] = replace(found, block=block)

    def _break_line(self) -> None:
        frame = self._frame
        if frame.item or frame.kind != "text":
            self._spans.append(Span(" "))
            return
        if not any(span.text.strip() for span in self._spans):
            self._group += 1  # the second of two breaks is a blank line
        self._make_block()

    def _make_block(self) -> None:
        spans = collapse(self._spans)
        holders, self._spans, self._holders = self._holders, [], []
        if spans:
            frame = self._frame
            holder = holders[0] if all(other is holders[0] for other in holders) else frame.owner
            block = Block(len(self.found) + 1, text_of(spans), frame.kind, self._group, level=frame.level)
            self.found.append(Found(block, holder, spans, frame.item))

    def _add(self, element: Element, text: str, kind: Kind, markup: str = "") -> None:
        block = Block(len(self.found) + 1, text, kind, self._group, markup=markup)
        self.found.append(Found(block, element, (), self._frame.item))

    def _add_table(self, element: Element, rows: list[list[str]]) -> None:
        self.end_block()
        for caption in element.iter():
            if name_of(caption) == "caption" and (text := text_in(caption)):
                self._add(caption, text, "text")
        self._add(element, " ".join(cell for row in rows for cell in row if cell), "table", table_markup(rows))

    def _add_media(self, element: Element) -> None:
        if {element.get("width"), element.get("height")} & {"0", "1"}:
            return  # it counts readers
        said = next(filter(None, map(element.get, ("alt", "title", "aria-label"))), "")
        source = element.get("src") or element.get("data") or element.get("source") or ""
        path = "" if source.startswith("data:") else urlsplit(join_web(self._base, source)).path
        name = unquote(path.rpartition("/")[2])
        text = " ".join(tidy(said or name).split())
        if text:
            self._add(element, text, "media")

    def _address(self, element: Element) -> str:
        address = (element.get("href") or "").strip()
        if address.startswith("#"):
            return ""
        whole = join_web(self._base, address)
        return whole if whole.partition(":")[0].lower() in ("http", "https", "mailto") else ""
