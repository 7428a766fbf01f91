"""Numbers in words, as tables."""

from __future__ import annotations

from typing import Final

UNITS: Final[dict[str, int]] = {
    name: value
    for value, name in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}

TENS: Final[dict[str, int]] = {
    name: 10 * value for value, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}

ORDINALS: Final[dict[str, int]] = {
    name: value
    for value, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}

SCALES: Final[dict[str, int]] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "hundreds": 10**2,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "dozens": 12,
    "lakh": 10**5,
    "crore": 10**7,
}
"""Words that multiply the number before them."""

SHORT_SCALES: Final[dict[str, int]] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
"""The same as letters behind the digits, in either case."""

PERCENT: Final[frozenset[str]] = frozenset({"percent", "pct", "percentage"})
"""What says that the number before it is of a hundred; "per cent" is one of them, in two words."""
