"""Long seeds: the work of each rule grows with the number of blocks, and not with its square."""

from __future__ import annotations

import cProfile
from datetime import date

import pytest

from nutgraf.convert import convert_seed
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."


def calls_for(line: str, count: int, gap: str) -> int:
    """Return how many calls it takes to convert a seed of `count` such lines; unlike time, it is the same each time."""
    text = gap.join(line.replace("#", str(number)) for number in range(count))
    file = SourceFile("seeds/a.txt", f"Port raises tolls\n\n{P}\n\n{text}\n\n{P}".encode())
    convert_seed(file, date(2026, 1, 1))
    profile = cProfile.Profile()
    profile.runcall(convert_seed, file, date(2026, 1, 1))
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        P + " It was vote #.",
        "A short line #",
        "• The board voted for levy # on Monday.",
        "By Jane Marlow",
        "Why this matters: levy # is the third since 2021.",
        "Why it matters",
        "Key Takeaways",
        "Topics: harbour #",
        "Tags",
        "Published: January 3, 2024",
        "Correction, 3 January 2020: The vote # was on Monday.",
        "Related",
        "About the author",
        "Photo: Nadia Corless",
    ],
)
def test_four_times_the_blocks_are_about_four_times_the_work(line: str, gap: str) -> None:
    """A line that a rule is for, again and again: what that rule does for each does not depend on the others."""
    assert calls_for(line, 800, gap) < 6 * calls_for(line, 200, gap)
