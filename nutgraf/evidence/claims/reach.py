"""A number of a claim in, whether a value of the body is near enough for one that is round, "nearly" or "over"."""

from __future__ import annotations

from typing import Final

from nutgraf.evidence.claims.directions import Bound
from nutgraf.evidence.claims.numbers import CLOCK, DECADE, LEAST, RANK, SHARE, YEAR, Number

_MORE: Final = 1.3
_LESS: Final = 0.8
_ABOUT: Final = 0.1
"""How far "more than", "nearly" and "about" reach at most, as shares of the number."""
_ROUND: Final = 0.05
_EXACT_BELOW: Final = 100
"""A smaller whole number is no round one."""
_STEP_OF_SHARES: Final = 2
"""One in three is 32 to 35 percent."""


def reaches(number: Number, bound: Bound, value: float, unit: str) -> bool:
    """Tell whether a body's value is near enough for a claim that is round or says that it is not exact."""
    for claimed, claimed_unit in number.values:
        if claimed_unit != unit or claimed_unit in (RANK, YEAR, DECADE, CLOCK, LEAST):
            continue
        step = _last_figure(claimed, _step_of(number, claimed, unit))
        if bound == "more" and claimed <= value < min(claimed + step, claimed * _MORE):
            return True
        if bound == "less" and max(claimed - step, claimed * _LESS) < value <= claimed:
            return True
        if bound == "about" and abs(value - claimed) < min(step, _ABOUT * claimed):
            return True
        if not bound and _rounds_to(value, claimed, _step_of(number, claimed, unit), unit):
            return True
    return False


def _step_of(number: Number, value: float, unit: str) -> float:
    """Return what the last figure of a number counts when it means `value`."""
    if value == number.value or not number.value:
        return number.step
    return _STEP_OF_SHARES if unit == SHARE else number.step * value / number.value


def _last_figure(value: float, step: float) -> float:
    """Return what the last figure of a number that is not 0 counts: 1,000 for 38,000, and 5,000 for 35,000."""
    while value and value % (step * 10) == 0:
        step *= 10
    return step * 5 if value % (step * 10) == step * 5 else step


def _rounds_to(value: float, claimed: float, step: float, unit: str) -> bool:
    """Tell whether `value`, cut or rounded to the figures of `claimed`, is that."""
    if step == 1 and claimed >= _EXACT_BELOW:
        while claimed % (step * 10) == 0:
            step *= 10
    if step == 1 and value == int(value):
        return False
    return -step / 2 <= value - claimed < step and abs(value - claimed) <= max(
        _ROUND * claimed, step if unit == SHARE else 0
    )
