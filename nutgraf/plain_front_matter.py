"""Front matter as our converter writes it in, its fields out, or None.

What is read here is a strict part of YAML: fields, lists and mappings in blocks, texts on a line or in literal blocks.
At the first thing beyond that, and at the first fault of a value, the library reads the whole, which knows what to tell
an editor; a property test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from nutgraf.frontmatter import needs_a_look
from nutgraf.models import Place
from nutgraf.schema import FieldReader

T = TypeVar("T")

_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_DOUBLE_QUOTED = re.compile(r'"([^"\\]*)"')
_MARKS = frozenset("?:,[]{}#&*!|>'\"%@`-\xa0\u3000 ")
"""What a text that stands without quotation marks does not begin with."""

_Text = tuple[str, Place]
_Value = Any
"""A _Text, a list of values, or the PlainFields of a mapping."""


class NotPlainError(Exception):
    """The front matter is for the library."""


class PlainFields(FieldReader):
    """The fields of one mapping. Raises NotPlainError at every fault."""

    def __init__(self, values: dict[str, _Value], place: Place) -> None:
        self._values, self._place = values, place
        self._asked: set[str] = set()

    @property
    def place(self) -> Place:
        """Line and column of the mapping."""
        return self._place

    def place_of(self, name: str) -> Place:
        """Return where the text of a field begins, as Fields does."""
        return self._text_of(self._values[name])[1] if name in self._values else self._place

    def places_of(self, name: str) -> tuple[Place, ...]:
        """Return where each item of a list begins, or the lone text that stands for one."""
        value = self._values.get(name, [])
        return tuple(self._text_of(item)[1] for item in (value if isinstance(value, list) else [value]))

    def fault_at(self, name: str, message: str, hint: str = "") -> None:
        """Leave the fault to Fields."""
        raise NotPlainError(name, message, hint)

    def has(self, name: str) -> bool:
        """Tell whether the field is there."""
        return name in self._values

    def text(self, name: str, *, required: bool = False) -> str:
        """Return the text of a field; '' when it is absent."""
        self._asked.add(name)
        value = self._values.get(name)
        if value is not None:
            return self._text_of(value)[0]
        if required:
            raise NotPlainError(name)
        return ""

    def convert(self, name: str, reader: Callable[[str], T], default: T) -> T:
        """Return the text read by `reader`; `default` when it is absent."""
        self._asked.add(name)
        value = self._values.get(name)
        return default if value is None else self._read(self._text_of(value)[0], reader)

    def texts(self, name: str, reader: Callable[[str], str] = str) -> tuple[str, ...]:
        """Return a list of texts; a lone text is a list of one."""
        self._asked.add(name)
        value = self._values.get(name, [])
        texts = [self._text_of(item)[0] for item in (value if isinstance(value, list) else [value])]
        return tuple(texts if reader is str else [self._read(text, reader) for text in texts])

    def mapping(self, name: str) -> PlainFields:
        """Return the fields of a nested mapping; of an empty one when it is absent."""
        self._asked.add(name)
        return self._fields_of(self._values.get(name) or PlainFields({}, self._place))

    def mappings(self, name: str) -> list[PlainFields]:
        """Return the fields of each mapping in a list."""
        self._asked.add(name)
        value = self._values.get(name, [])
        if not isinstance(value, list):
            raise NotPlainError(name)
        return [self._fields_of(item) for item in value]

    def free(self, name: str) -> dict[str, Any]:
        """Return a mapping of anything."""
        return dict(self.mapping(name)._everything())

    def finish(self) -> None:
        """Raise NotPlainError when nobody asked for a field."""
        if not self._values.keys() <= self._asked:
            raise NotPlainError

    def _everything(self) -> dict[str, Any]:
        return {name: _plain(value) for name, value in self._values.items()}

    @staticmethod
    def _text_of(value: _Value) -> _Text:
        if not isinstance(value, tuple):
            raise NotPlainError
        return value

    @staticmethod
    def _fields_of(value: _Value) -> PlainFields:
        if not isinstance(value, PlainFields):
            raise NotPlainError
        return value

    @staticmethod
    def _read(text: str, reader: Callable[[str], T]) -> T:
        try:
            return reader(text)
        except ValueError:
            raise NotPlainError from None


def _plain(value: _Value) -> Any:  # noqa: ANN401
    if isinstance(value, PlainFields):
        return value._everything()
    return [_plain(item) for item in value] if isinstance(value, list) else value[0]


def read_plain_fields(text: str, first_line: int) -> PlainFields | None:
    """Return the fields of front matter that starts on `first_line`; None when it holds more than is read here."""
    if needs_a_look(text) or not text.endswith("\n"):
        return None
    lines = text[:-1].split("\n")
    try:
        fields, end = _read_mapping(lines, 0, "", first_line)
    except NotPlainError:
        return None
    return fields if end == len(lines) else None


def _read_mapping(lines: list[str], at: int, indent: str, first_line: int) -> tuple[PlainFields, int]:
    """Return the fields from line `at` on that stand behind `indent`, and the line behind them."""
    values: dict[str, _Value] = {}
    start, size = at, len(indent)
    while at < len(lines) and lines[at].startswith(indent):
        line = at + first_line
        name, colon, rest = lines[at][size:].partition(": ")
        if not colon and name.endswith(":"):
            name, colon = name[:-1], ":"
        if not colon or not name.isidentifier() or name in values:
            raise NotPlainError
        if rest in ("|", "|-"):
            text, at = _read_literal(lines, at + 1, f"{indent}  ")
            values[name] = (text, (line, 0))
        elif rest:
            values[name] = _read_text(rest, line, size + len(name) + 3)
            at += 1
        else:
            values[name], at = _read_block(lines, at + 1, f"{indent}  ", first_line)
    if not values:
        raise NotPlainError
    return PlainFields(values, (start + first_line, size + 1)), at


def _read_block(lines: list[str], at: int, indent: str, first_line: int) -> tuple[_Value, int]:
    """Return the list or the mapping that begins on line `at` behind `indent`, and the line behind it."""
    dash = f"{indent}- "
    if at == len(lines) or not lines[at].startswith(dash):
        return _read_mapping(lines, at, indent, first_line)
    items: list[_Value] = []
    item: _Value
    while at < len(lines) and lines[at].startswith(dash):
        text = lines[at][len(dash) :]
        if (": " in text or text.endswith(":")) and not text.startswith(("'", '"')):
            lines[at] = f"{indent}  {text}"
            item, at = _read_mapping(lines, at, f"{indent}  ", first_line)
        else:
            item, at = _read_text(text, at + first_line, len(dash) + 1), at + 1
        items.append(item)
    return items, at


def _read_literal(lines: list[str], at: int, indent: str) -> tuple[str, int]:
    """Return the text of a literal block without the space around it, and the line behind it."""
    found = []
    while at < len(lines) and (lines[at].startswith(indent) or not lines[at]):
        found.append(lines[at][len(indent) :])
        at += 1
    if not found or not found[0] or found[0].startswith(" ") or any(line.isspace() for line in found):
        raise NotPlainError
    return "\n".join(found).strip(), at


def _read_text(text: str, line: int, column: int) -> _Text:
    """Return a text on one line, trimmed, and where it is; its column is 0 unless it is written as it is."""
    if text[:1] not in _MARKS:
        if ": " in text or text.endswith(":"):
            raise NotPlainError
        return text.strip(), (line, column)
    if quoted := _DOUBLE_QUOTED.fullmatch(text):
        value = quoted[1]
    elif quoted := _QUOTED.fullmatch(text):
        value = quoted[1].replace("''", "'")
    else:
        raise NotPlainError
    if not value.strip():
        raise NotPlainError  # told as an item that is empty
    return value.strip(), (line, column + 1 if len(value) == len(text) - 2 else 0)
