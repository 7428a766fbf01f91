"""The two kinds of error: an editor's fault is a `Problem`, a value that is collected and printed with
the others at the edge; ours is an exception that nobody catches.

`ContentError` carries Problems up to the edge when a stage cannot give its value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, overload

_LONGEST = 700  # characters of a message: what it quotes may be as long as a file
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Level(StrEnum):
    """How much a Problem weighs: an error stops the build, a warning stops it under --strict, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an editor should know: where it is, what is wrong, and how to mend it."""

    path: str
    """Relative to the site's root, with forward slashes."""
    message: str
    hint: str = ""
    """The remedy; empty when the message already says it."""
    line: int = 0
    """From 1; 0 when the whole file is meant."""
    column: int = 0
    """From 1; 0 when the whole line is meant."""
    level: Level = Level.ERROR
    rule: str = "content"
    """The id of the check that found it."""
    takeaway: int = 0
    """The number of the takeaway it is about, from 1; 0 when it is about something else."""
    claim: str = ""
    """The words that it is about, by which an editor can waive it."""

    def __str__(self) -> str:
        """`path:line:column: level: message (hint)`."""
        where = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        text = f"{where}: {self.level}: {_clip(self.message)}" + (f" ({_clip(self.hint)})" if self.hint else "")
        return printable(" ".join(text.splitlines()))


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def printable(text: str) -> str:
    """Return `text` with what would steer a terminal, or turn its line around, written as an escape."""
    return _STEERING.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


class ContentError(Exception):
    """Content, settings, layouts or seeds are at fault; `problems` says how, and is never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def how_to_install(extra: str) -> str:
    """Return the remedy for a library that an extra of the package brings, in a checkout and where it is installed."""
    is_checkout = (Path(__file__).parent.parent / "pyproject.toml").is_file()
    return f'run `python -m pip install {"-e " if is_checkout else ""}"{"." if is_checkout else "nutgraf"}[{extra}]"`'


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return `problems` once each, by path, line and column."""
    return sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.level, p.rule, p.message, p.hint))


T = TypeVar("T")
U = TypeVar("U")


@overload
def gather(first: Callable[[], T], second: Callable[[], U], /) -> tuple[T, U]: ...
@overload
def gather(*stages: Callable[[], T]) -> tuple[T, ...]: ...
def gather(*stages: Callable[[], Any]) -> tuple[Any, ...]:
    """Return the value of each stage. Raises one ContentError with the problems of all that fail."""
    values: list[Any] = []
    problems: list[Problem] = []
    for stage in stages:
        try:
            values.append(stage())
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return tuple(values)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of `problems` stops the build."""
    return any(problem.level is Level.ERROR for problem in problems)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return a hint that names the known word nearest to `word`, or all known words."""
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else f"known: {', '.join(known)}"
