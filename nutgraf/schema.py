"""A composed YAML mapping in, typed values out: the one place where text becomes a date, a list, a choice.

`Fields` hands out one field after another and notes every fault with its place; whatever nobody asked for
is an unknown field when `finish` is called.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar, get_args

import yaml

from nutgraf.frontmatter import comment_behind, place_of
from nutgraf.instants import parse_instant
from nutgraf.models import Instant, Place
from nutgraf.problems import Level, Problem, did_you_mean

T = TypeVar("T")

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no page shows and no feed, being XML, can carry."""


class FieldReader(ABC):
    """The fields of one mapping, each with the type that it is asked for."""

    @property
    @abstractmethod
    def place(self) -> Place:
        """Line and column of the mapping."""

    @abstractmethod
    def place_of(self, name: str) -> Place:
        """Return where the text of a field begins; the place of the mapping when the field is absent."""

    @abstractmethod
    def places_of(self, name: str) -> tuple[Place, ...]:
        """Return where each item of a list begins, or the lone text that stands for one."""

    @abstractmethod
    def fault_at(self, name: str, message: str, hint: str = "") -> None:
        """Note a Problem at the value of field `name`."""

    @abstractmethod
    def has(self, name: str) -> bool:
        """Tell whether the field is there, whatever it holds."""

    @abstractmethod
    def text(self, name: str, *, required: bool = False) -> str:
        """Return the text of a scalar, trimmed; '' when it is absent."""

    @abstractmethod
    def convert(self, name: str, reader: Callable[[str], T], default: T) -> T:
        """Return the scalar read by `reader`, whose ValueError becomes a Problem; `default` when absent."""

    @abstractmethod
    def texts(self, name: str, reader: Callable[[str], str] = str) -> tuple[str, ...]:
        """Return a list of texts, each as `reader` gives it; a lone text is a list of one, an empty item a fault."""

    @abstractmethod
    def mapping(self, name: str) -> FieldReader:
        """Return the fields of a nested mapping; of an empty one when it is absent."""

    @abstractmethod
    def mappings(self, name: str) -> Sequence[FieldReader]:
        """Return the fields of each mapping in a list."""

    @abstractmethod
    def free(self, name: str) -> dict[str, Any]:
        """Return a mapping of anything: texts, lists and mappings of texts."""

    @abstractmethod
    def finish(self) -> None:
        """Note each field that nobody asked for."""

    def instant(self, name: str) -> Instant | None:
        """Return an ISO 8601 date, or a date and time with its offset."""
        return self.convert(name, parse_instant, None)

    def day(self, name: str) -> date | None:
        """Return an ISO 8601 date."""
        return self.convert(name, parse_day, None)

    def flag(self, name: str, default: bool = False) -> bool:
        """Return true or false."""
        return self.convert(name, parse_flag, default)

    def choice(self, name: str, choices: Any, default: T) -> T:  # noqa: ANN401 - a Literal type has no type
        """Return one of the words of the Literal type `choices`."""
        return self.convert(name, lambda text: _one_of(text, get_args(choices)), default)


class Fields(FieldReader):
    """The fields of one mapping; faults go to `problems`, which belongs to the whole file."""

    def __init__(self, node: yaml.MappingNode, path: str, first_line: int, problems: list[Problem]) -> None:
        self._path, self._first_line, self._problems = path, first_line, problems
        self._node = node
        self._nodes: dict[str, yaml.Node] = {}
        self._keys: dict[str, yaml.Node] = {}
        self._asked: list[str] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.fault(key, "the name of a field must be text")
            elif key.value in self._nodes:
                first, _ = place_of(self._keys[key.value].start_mark, first_line)
                self.fault(key, f"'{key.value}' stands twice", f"the first is on line {first}; keep one")
            else:
                self._nodes[key.value], self._keys[key.value] = value, key

    def fault(self, node: yaml.Node, message: str, hint: str = "", level: Level = Level.ERROR) -> None:
        """Note a Problem at the place of `node`."""
        where = place_of(node.start_mark, self._first_line)
        self._problems.append(Problem(self._path, message, hint, *where, level))

    def fault_at(self, name: str, message: str, hint: str = "") -> None:
        """Note a Problem at the value of field `name`."""
        self.fault(self._nodes.get(name, self._node), message, hint)

    def line_of(self, name: str) -> int:
        """Return the line of the field, or of the mapping when the field is absent."""
        return place_of(self._keys.get(name, self._node).start_mark, self._first_line)[0]

    @property
    def place(self) -> Place:
        """Line and column of the mapping."""
        return place_of(self._node.start_mark, self._first_line)

    def place_of(self, name: str) -> Place:
        """Return where the text of a field begins; the place of the mapping when the field is absent."""
        node = self._nodes.get(name)
        return self.place if node is None else self._text_place(node)

    def places_of(self, name: str) -> tuple[Place, ...]:
        """Return where each item of a list begins, or the lone text that stands for one."""
        node = self._nodes.get(name)
        items = node.value if isinstance(node, yaml.SequenceNode) else [node] if node and node.value else []
        return tuple(map(self._text_place, items))

    def _text_place(self, node: yaml.Node) -> Place:
        """Return where a text begins; its column is 0 unless it is written as it is."""
        line, column = place_of(node.start_mark, self._first_line)
        start, end = node.start_mark, node.end_mark
        if not isinstance(node, yaml.ScalarNode) or start is None or end is None or start.line != end.line:
            return line, 0
        quoted = node.style in ("'", '"')
        return (line, column + quoted) if end.column - start.column == len(node.value) + 2 * quoted else (line, 0)

    def has(self, name: str) -> bool:
        """Tell whether the field is there, whatever it holds."""
        return name in self._nodes

    def text(self, name: str, *, required: bool = False) -> str:
        """Return the text of a scalar, trimmed; '' when it is absent."""
        node = self._take(name)
        value = self._scalar(node, name) if node is not None else ""
        if required and not value and (node is None or isinstance(node, yaml.ScalarNode)):
            where = self._keys.get(name, self._node)
            self.fault(where, f"'{name}' is missing", f"write `{name}: …`")
        return value

    def convert(self, name: str, reader: Callable[[str], T], default: T) -> T:
        """Return the scalar read by `reader`, whose ValueError becomes a Problem; `default` when absent."""
        text = self.text(name)
        if not text:
            return default
        return next(iter(self._read(self._nodes[name], name, text, reader)), default)

    def texts(self, name: str, reader: Callable[[str], str] = str) -> tuple[str, ...]:
        """Return a list of texts, each as `reader` gives it; a lone text is a list of one, an empty item a fault."""
        node = self._take(name)
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found = []
        for item in items:
            text = self._scalar(item, name)
            if text:
                found += self._read(item, name, text, reader)
            elif isinstance(item, yaml.ScalarNode):
                self.fault(item, f"an item of '{name}' is empty", "write it or remove its dash")
        return tuple(found)

    def mapping(self, name: str) -> Fields:
        """Return the fields of a nested mapping; of an empty one when it is absent."""
        node = self._take(name)
        if node is not None and not isinstance(node, yaml.MappingNode):
            if node.value:
                self.fault(node, f"'{name}' must be lines of the form `field: value`")
            node = None
        return self._nested(node or yaml.MappingNode("", [], self._node.start_mark, self._node.start_mark))

    def mappings(self, name: str) -> list[Fields]:
        """Return the fields of each mapping in a list."""
        node = self._take(name)
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, f"'{name}' must be a list", "begin each item with a dash")
            return []
        found = []
        for item in node.value:
            if isinstance(item, yaml.MappingNode):
                found.append(self._nested(item))
            else:
                self.fault(item, f"an item of '{name}' must be lines of the form `field: value`")
        return found

    def skip(self, name: str) -> None:
        """Let a field be there without reading it."""
        self._take(name)

    def free(self, name: str) -> dict[str, Any]:
        """Return a mapping of anything: texts, lists and mappings of texts."""
        return self.mapping(name)._everything()

    def finish(self) -> None:
        """Note each field that nobody asked for."""
        for name, key in self._keys.items():
            if name not in self._asked:
                self.fault(key, f"unknown field '{name}'", did_you_mean(name, self._asked))

    def _everything(self) -> dict[str, Any]:
        return {name: self._plain(node) for name, node in self._nodes.items()}

    def _plain(self, node: yaml.Node) -> Any:  # noqa: ANN401
        if isinstance(node, yaml.MappingNode):
            return self._nested(node)._everything()
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item) for item in node.value]
        return node.value

    def _take(self, name: str) -> yaml.Node | None:
        self._asked.append(name)
        return self._nodes.get(name)

    def _nested(self, node: yaml.MappingNode) -> Fields:
        return Fields(node, self._path, self._first_line, self._problems)

    def _read(self, node: yaml.Node, name: str, text: str, reader: Callable[[str], T]) -> list[T]:
        """Return what `reader` makes of `text`, or nothing and a Problem."""
        try:
            return [reader(text)]
        except ValueError as error:
            self.fault(node, f"'{name}': {error}")
            return []

    def _scalar(self, node: yaml.Node, name: str) -> str:
        if isinstance(node, yaml.ScalarNode):
            if node.style is None and (lost := comment_behind(node)):
                self.fault(
                    node,
                    f"'{name}' ends before '{lost}': YAML takes that for a comment",
                    "put the text in quotation marks",
                )
            if match := CONTROL.search(node.value):
                self.fault(node, f"'{name}': {control_message(match[0])}", "remove it")
            return str(node.value).strip()
        self.fault(node, f"'{name}' must be text", "put it in quotation marks")
        return ""


def control_message(character: str) -> str:
    """Say that a text holds one of CONTROL."""
    return f"the character U+{ord(character):04X} cannot stand in a text"


def parse_day(text: str) -> date:
    """Read an ISO 8601 date. Raises ValueError with a message for an editor."""
    instant = parse_instant(text)
    if instant.time is not None:
        raise ValueError(f"'{text}' has a time; write the date alone")
    return instant.day


def parse_flag(text: str) -> bool:
    """Read `true` or `false`. Raises ValueError."""
    return str(_one_of(text.casefold(), ("true", "false"))) == "true"


def _one_of(text: str, choices: Sequence[str]) -> Any:  # noqa: ANN401
    if text not in choices:
        raise ValueError(f"'{text}' is not one of {', '.join(choices)}")
    return text
