"""Text of a content file and what is to change in it in, the same text with only those lines changed out.

Comments, order, quotation marks and line ends of all other lines stay as an editor left them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from nutgraf.frontmatter import FENCE, dump, place_of, split

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_COMMENT = re.compile(r"\s+#.*")
_BLOCK_COMMENT = re.compile(r":\s+[|>][-+0-9]*(?P<comment>\s+#.*)$")

Items = Sequence[Any]
"""A list as it is to be: the index of an item that is there already, or a new one, which is never a number."""


class UncuttableError(Exception):
    """The fields of the front matter do not stand on lines of their own."""


def splice_fields(text: str, path: str, values: Mapping[str, Any], order: Sequence[str]) -> str:
    """Return `text` with `values` in its front matter: texts, mappings, Items, or something empty to remove a field.

    A new field goes behind the nearest one before it in `order`. Raises UncuttableError.
    """
    head, rest = _cut(text)
    front = split(text, path)
    edits = _Block(front.node, head, front.first_line, len(head)).edits(values, order)
    return "".join([*_edited(head, edits), *rest])


def splice_body(text: str, items: Items) -> str:
    """Return `text` with the paragraphs of its body as `items` has them."""
    head, rest = _cut(text)
    end = "\r\n" if "\r\n" in text else "\n"
    opening, chunks = _chunks("".join(rest[1:]))
    if list(items) == list(range(len(chunks))):
        return text
    body = opening
    for item in items:
        if body.strip() and not re.search(r"\n[ \t]*\r?\n$", body):
            body += end if body.endswith("\n") else end + end
        body += chunks[item] if isinstance(item, int) else item.replace("\n", end) + end
    if not (items and items[-1] == len(chunks) - 1):
        body = body.rstrip() + end if body.strip() else opening
    fence = rest[0] if rest[0].endswith("\n") else rest[0] + end
    return "".join([*head, fence, body])


def line_numbers(text: str, path: str) -> dict[str, list[int]]:
    """Return for each field of the front matter its line, and behind it those of its items."""
    front = split(text, path)

    def line(node: yaml.Node) -> int:
        return place_of(node.start_mark, front.first_line)[0]

    return {
        key.value: [line(key), *map(line, value.value if isinstance(value, yaml.SequenceNode) else ())]
        for key, value in front.node.value
    }


def _cut(text: str) -> tuple[list[str], list[str]]:
    """Cut a content file before the line of dashes that ends its front matter."""
    lines = _LINE.findall(text)
    fence = next(i for i, line in enumerate(lines) if i and FENCE.fullmatch(line.rstrip("\r\n")))
    return lines[:fence], lines[fence:]


def paragraphs(body: str) -> list[str]:
    """Return what stands between the blank lines of a body."""
    return [chunk.replace("\r\n", "\n").rstrip() for chunk in _chunks(body)[1]]


def paragraph_lines(body: str) -> list[int]:
    """Return the line of each paragraph of a body, from 0, and that of its end."""
    opening, chunks = _chunks(body)
    lines = [opening.count("\n")]
    for chunk in chunks:
        lines.append(lines[-1] + chunk.count("\n"))
    return lines


def _chunks(body: str) -> tuple[str, list[str]]:
    """Cut a body into the blank lines at its beginning, and paragraphs with the blank lines behind them."""
    opening, chunks, is_open = "", [""], False
    for line in _LINE.findall(body):
        if line.strip() and not is_open:
            chunks.append("")
        is_open = bool(line.strip())
        chunks[-1] += line
    opening, *chunks = chunks
    return opening, chunks


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines from `start` to `end`, counted from 0, are to be `lines`."""

    start: int
    end: int
    lines: Sequence[str]


def _edited(lines: Sequence[str], edits: Iterable[_Edit]) -> list[str]:
    """Apply edits, the last first; of those for one place, the first ends up above the others."""
    found = list(lines)
    for _, edit in sorted(enumerate(edits), key=lambda e: (e[1].start, e[1].end, e[0]), reverse=True):
        found[edit.start : edit.end] = edit.lines
    return found


class _Block:
    """A mapping that has each field on lines of its own."""

    def __init__(self, node: yaml.MappingNode, lines: Sequence[str], first_line: int, end: int) -> None:
        self.lines = lines
        self._first, self._end = first_line, end
        self._nodes = {key.value: value for key, value in node.value}
        starts = [self._line(key) for key, _ in node.value]
        if node.flow_style or sorted({*starts, end}) != [*starts, end]:
            raise UncuttableError
        self._starts = dict(zip(self._nodes, starts, strict=True))
        self._ends = dict(zip(self._nodes, [*starts[1:], end], strict=True))
        self._indent = node.value[0][0].start_mark.column if node.value else 0

    def edits(self, values: Mapping[str, Any], order: Sequence[str]) -> Iterator[_Edit]:
        """Yield what gives the fields their values."""
        for name in order:
            if name in values and name in self._starts:
                yield from self._change(name, values[name])
            elif values.get(name):
                at = self._place(name, order)
                yield _Edit(at, at, self._dumped({name: values[name]}, self._indent))

    def _change(self, name: str, value: Any) -> Iterator[_Edit]:  # noqa: ANN401
        node, start = self._nodes[name], self._starts[name]
        end = self._end_of(name)
        if not value:
            yield _Edit(start, end, ())
        elif isinstance(node, yaml.MappingNode) and isinstance(value, Mapping) and _is_block(node):
            inner, old = _Block(node, self.lines, self._first, end), plain(node)
            names = list(dict.fromkeys([*old, *value]))
            new = {name: value.get(name, "") for name in names if value.get(name, "") != old.get(name, "")}
            yield from inner.edits(new, names)
        elif isinstance(node, yaml.SequenceNode) and _is_list(value) and _is_block(node):
            yield self._items(node, value, end)
        else:
            yield _Edit(start, end, self._whole(name, node, value))

    def _whole(self, name: str, node: yaml.Node, value: Any) -> list[str]:  # noqa: ANN401
        """Return the lines of a field that is written anew; a comment behind its old value stays."""
        if _is_list(value):
            old = node.value if isinstance(node, yaml.SequenceNode) else [node]
            value = [plain(old[item]) if isinstance(item, int) else item for item in value]
        is_flow = isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
        new = self._dumped({name: value}, self._indent, is_flow=is_flow)
        if comment := _comment(node, self.lines[self._starts[name]]):
            new[0] = new[0].rstrip() + comment + self._line_end
        return new

    def _items(self, node: yaml.SequenceNode, items: Items, end: int) -> _Edit:
        """Write a list that has each item on lines of its own; comments above the items of old stay."""
        indent = node.start_mark.column
        starts = [self._dash_line(item, indent) for item in node.value]
        if sorted(set(starts)) != starts:
            raise UncuttableError
        ends = [self._trimmed(a + 1, b, indent) for a, b in zip(starts, [*starts[1:], end], strict=True)]
        above = [self.lines[a:b] for a, b in zip([starts[0], *ends], starts, strict=False)]
        new: list[str] = []
        following = 0
        for item in items:
            if isinstance(item, int):
                new += [line for lines in above[following : item + 1] for line in lines]
                new += self.lines[starts[item] : ends[item]]
                following = item + 1
            else:
                new += self._dumped([item], indent)
        new += [line for lines in above[following:] for line in lines]
        return _Edit(starts[0], ends[-1], new)

    def _dash_line(self, item: yaml.Node, indent: int) -> int:
        """Return the line of the dash before an item, which may stand above the item."""
        line = self._line(item)
        while line > self._first - 1 and not self.lines[line][indent:].startswith("-"):
            line -= 1
        return line

    def _line(self, node: yaml.Node) -> int:
        return place_of(node.start_mark, self._first)[0] - 1

    def _end_of(self, name: str) -> int:
        return self._trimmed(self._starts[name] + 1, self._ends[name], self._indent)

    def _trimmed(self, start: int, end: int, indent: int) -> int:
        """Return the end of lines without the blank ones and comments that lead to what follows."""
        while end > start and _leads_on(self.lines[end - 1], indent):
            end -= 1
        return end

    def _place(self, name: str, order: Sequence[str]) -> int:
        """Return the line before which a new field goes."""
        before = [other for other in order[: order.index(name)] if other in self._starts]
        return self._end_of(before[-1]) if before else min(self._starts.values(), default=self._end)

    @property
    def _line_end(self) -> str:
        return "\r\n" if self.lines[0].endswith("\r\n") else "\n"

    def _dumped(self, value: Any, indent: int, *, is_flow: bool = False) -> list[str]:  # noqa: ANN401
        text = dump(value, is_flow=is_flow)
        return [" " * indent + line + self._line_end for line in text.rstrip("\n").split("\n")]


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_block(node: yaml.CollectionNode) -> bool:
    return bool(node.value) and not node.flow_style


def _leads_on(line: str, indent: int) -> bool:
    """Tell whether a line is blank, or a comment that stands no deeper than what is around it."""
    text = line.lstrip(" ")
    return not text.strip() or (text.startswith("#") and len(line) - len(text) <= indent)


def _comment(node: yaml.Node, line: str) -> str:
    """Return the comment behind a value that stands on `line` alone, or behind the sign that opens a block of text."""
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        match = _BLOCK_COMMENT.search(line.rstrip())
        return match["comment"] if match else ""
    mark = node.end_mark
    if node.start_mark.line != mark.line or mark.buffer is None or mark.pointer is None:
        return ""
    rest = str(mark.buffer)[mark.pointer :].partition("\n")[0].rstrip("\0")
    return rest.rstrip() if _COMMENT.match(rest) else ""


def plain(node: yaml.Node) -> Any:  # noqa: ANN401
    """Return the texts, lists and mappings that a composed node holds."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value
