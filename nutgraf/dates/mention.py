"""What a mention of a date is: the value that nutgraf.dates returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nutgraf.models import Basis

Granularity = Literal[
    "",
    "time",
    "day",
    "week",
    "weekend",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "range",
    "duration",
    "past",
    "present",
    "future",
]
"""How fine a date is. `time` is a part of a day, whose value is the day; `duration` a span ("the past week"); past,
present and future are words without a place in the calendar ("recently", "now"); empty when nobody can tell."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; two are equal when they say the same of the same place."""

    start: int
    """Offset of the expression itself, without its preposition."""
    end: int
    edtf: str | None
    """None when its day, month or year cannot be told."""
    basis: Basis
    granularity: Granularity = field(default="", compare=False)
    rule: str = field(default="", compare=False)
    """The name of the rule that found it, for an editor who wonders."""

    @property
    def is_vague(self) -> bool:
        """Whether it only points to the past, the present or the future."""
        return self.granularity in ("past", "present", "future")
