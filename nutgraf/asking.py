"""What a layout may ask in, the same out with a record of what it asked and was told.

A page whose questions would all be answered as before, and whose own values are equal, is the page that it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

_OBJECTS = ("site", "planned")
"""Values that are too large to compare as a whole; what is read of them is recorded."""

_PURE = ("absolute", "edition_of", "feed_of", "link")
"""Functions whose answers hang on what they are given and on the settings alone."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and the answer."""

    name: str
    arguments: tuple[Any, ...]
    answer: Any


def plain_values(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a context that are compared as they are."""
    return {name: value for name, value in context.items() if name not in _OBJECTS and not callable(value)}


def record(context: Mapping[str, Any]) -> tuple[dict[str, Any], list[Question]]:
    """Return a context that answers alike, and the list that fills with its questions."""
    asked: list[Question] = []
    recording = dict(context)
    for name, value in context.items():
        if name == "site":
            recording[name] = _Recorded(value, asked)
        elif name == "planned":
            recording[name] = _RecordedSet(value, asked)
        elif callable(value) and name not in _PURE:
            recording[name] = _recorded(name, value, asked)
    return recording, asked


def is_answered_alike(questions: list[Question], context: Mapping[str, Any]) -> bool:
    """Tell whether each question would get the same answer from `context`."""
    return all(_answer(question, context) == question.answer for question in questions)


def _answer(question: Question, context: Mapping[str, Any]) -> object:
    if question.name == "site":
        return getattr(context["site"], question.arguments[0])
    if question.name == "planned":
        return question.arguments[0] in context["planned"] if question.arguments else context["planned"]
    return context[question.name](*question.arguments)


def _recorded(name: str, function: Callable[..., Any], asked: list[Question]) -> Callable[..., Any]:
    def ask(*arguments: Any) -> Any:  # noqa: ANN401
        answer = function(*arguments)
        asked.append(Question(name, arguments, answer))
        return answer

    return ask


@dataclass(frozen=True, slots=True)
class _Recorded:
    """The site, each part of it recorded when it is read."""

    _site: Any
    _asked: list[Question]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        value = getattr(self._site, name)
        self._asked.append(Question("site", (name,), value))
        return value


@dataclass(frozen=True, slots=True)
class _RecordedSet(Set[str]):
    """The planned addresses, each recorded when it is looked for."""

    _planned: Set[str]
    _asked: list[Question] = field(compare=False)

    def __contains__(self, address: object) -> bool:
        found = address in self._planned
        self._asked.append(Question("planned", (address,), found))
        return found

    def __iter__(self) -> Iterator[str]:
        self._asked.append(Question("planned", (), self._planned))
        return iter(self._planned)

    def __len__(self) -> int:
        self._asked.append(Question("planned", (), self._planned))
        return len(self._planned)
