"""nutgraf.convert.readers.articles: several articles in one text, and what only looks like it."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
R = "Parents said that they would fight the plan in the courts, since the town had promised to keep both schools."


def convert(text: str) -> tuple[Conversion, ...]:
    """Convert an indented text in which P, Q and R stand for paragraphs."""
    lines = textwrap.dedent(text).strip().split("\n")
    text = "\n".join({"P": P, "Q": Q, "R": R}.get(line, line) for line in lines)
    return convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))


FIRST = "Port raises tolls\nBy Jo Hale\n\nP\n\nQ\n\n"


@pytest.mark.parametrize(
    "second",
    [
        "Schools to merge in Calder\nBy Ann Orr\n\nR\n\nQ",
        "Schools to merge in Calder\n\nPlan is for next year\n\nBy Ann Orr\n\nR\n\nQ",
        "* * *\n\nSchools to merge in Calder\nBy Ann Orr\n\nR\n\nQ",
        "---\nSchools to merge in Calder\n4 May 2024\n\nBy Ann Orr\n\nR\n\nQ",
        "ARTICLE 2\n\nSchools to merge in Calder\n\nBy Ann Orr\n\nR\n\nQ",
    ],
)
def test_a_signed_headline_opens_another_article(second: str) -> None:
    """Two articles are two briefings with their own bylines, numbered in their seed; nothing of either is lost."""
    one, two = (conversion.briefing for conversion in convert(FIRST + second))
    assert (one.headline, one.byline, one.source.item) == ("Port raises tolls", ("Jo Hale",), "1")
    assert (two.headline, two.byline, two.source.item) == ("Schools to merge in Calder", ("Ann Orr",), "2")
    assert (one.body, two.body) == (f"{P}\n\n{Q}\n", f"{R}\n\n{Q}\n")


def test_behind_a_separator_a_dateline_is_enough() -> None:
    """A wire file parts its stories with a line of marks."""
    one, two = convert(f"Port raises tolls\n\nP\n\nQ\n\n###\n\nSchools to merge\n\nCALDER (AP) — {R}\n\nQ")
    assert (one.briefing.dateline, two.briefing.dateline) == ("", "Calder")


@pytest.mark.parametrize(
    "rest",
    [
        "Schools to merge in Calder\n\nR\n\nQ",  # a sub-head
        "* * *\n\nThe next morning\n\nR\n\nQ",  # a section of a long read
        "By Ann Orr and Tim Lake",  # signed at its end
        "Read also\n\nSchools to merge in Calder\nBy Ann Orr",  # a teaser
        "Schools to merge in Calder\nBy Ann Orr\n\nParents will fight the plan in the courts, they said.",
    ],
)
def test_what_only_looks_like_another_article(rest: str) -> None:
    """One article stays one: sub-heads, sections, and teasers of other stories open none."""
    assert len(convert(FIRST + rest)) == 1


def test_short_items_are_one_briefing_with_a_warning() -> None:
    """A digest is not cut by guessing; the editor is told."""
    (digest,) = convert("NEWS IN BRIEF\n\nPort raises tolls\n\nP\n\nSchools to merge\n\nR\n\nBridge shut\n\nQ")
    assert ["short items" in problem.message for problem in digest.problems] == [True]
    (parted,) = convert("Port raises tolls\n\nP\n\n***\n\nSchools to merge\n\nR\n\n***\n\nBridge shut\n\nQ")
    assert ["short items" in problem.message for problem in parted.problems] == [True]
    (plain,) = convert("Port raises tolls\n\nP\n\nSchools to merge\n\nR")
    assert plain.problems == ()


def test_line_ends_that_are_lost_are_told() -> None:
    """A paragraph of thousands of characters is kept whole, and the editor is told."""
    (conversion,) = convert(f"Port raises tolls\n\n{' '.join([P, Q, R] * 20)}")
    assert "6,4" in conversion.problems[0].message
    assert len(conversion.briefing.body) > 6_000
