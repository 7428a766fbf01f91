"""nutgraf.splice: some fields and paragraphs of a content file change, and no other line does."""

from __future__ import annotations

from difflib import ndiff
from typing import Any

import pytest

from nutgraf.frontmatter import split
from nutgraf.splice import (
    UncuttableError,
    line_numbers,
    paragraph_lines,
    paragraphs,
    plain,
    splice_body,
    splice_fields,
)

FILE = """\
---
# Written with care.
headline: "Tolls rise"   # the court's own spelling

dek: >-   # two lines
  One
  two
# about the topics
topics: [harbours, 'prices']  # Ann's choice
takeaways:
  # the first is the lead
  - Fees rise.
  - 'Prices: they rise too.'   # check

  # and the last
  - Nobody asked.
timeline:
- phrase: on Monday   # which one?
  text: They met on Monday.
- text: >
    They met
    again.
source:
  # as received
  file: tolls.txt
  sha256: aa  # of the mail
slug: tolls-rise
# the end
---

One.

Two,
on two lines.
"""
ORDER = ["headline", "dek", "byline", "published", "topics", "takeaways", "timeline", "source", "slug", "draft"]


def changes(values: dict[str, Any], text: str = FILE) -> str:
    """Return the lines that go and come."""
    found = splice_fields(text, "a.md", values, ORDER)
    return "".join(line for line in ndiff(text.splitlines(True), found.splitlines(True)) if line[0] in "+-")


@pytest.mark.parametrize(
    ("values", "changed"),
    [
        ({}, ""),
        ({"headline": "Tolls fall"}, '- headline: "Tolls rise"   # the court\'s own spelling\n'
                                     "+ headline: Tolls fall   # the court's own spelling\n"),
        ({"dek": "Three"}, "- dek: >-   # two lines\n-   One\n-   two\n+ dek: Three   # two lines\n"),
        ({"dek": ""}, "- dek: >-   # two lines\n-   One\n-   two\n"),
        ({"topics": [1, "tolls"]}, "- topics: [harbours, 'prices']  # Ann's choice\n"
                                   "+ topics: [prices, tolls]  # Ann's choice\n"),
        ({"takeaways": [0, "New.", 2]}, "-   - 'Prices: they rise too.'   # check\n+   - New.\n"),
        ({"takeaways": [0]}, "-   - 'Prices: they rise too.'   # check\n-   - Nobody asked.\n"),
        ({"takeaways": [0, 1, 2, "A: b"]}, "+   - 'A: b'\n"),
        ({"takeaways": ["New.", 0, 1, 2]}, "+   - New.\n"),
        ({"timeline": [0, {"date": "2024", "text": "X."}, 1]}, "+ - date: '2024'\n+   text: X.\n"),
        ({"timeline": [{"date": "2024", "text": "X."}, 1]},
         "- - phrase: on Monday   # which one?\n-   text: They met on Monday.\n+ - date: '2024'\n+   text: X.\n"),
        ({"source": {"file": "tolls.txt", "sha256": "bb", "url": "https://a.example/"}},
         "-   sha256: aa  # of the mail\n+   sha256: bb  # of the mail\n+   url: https://a.example/\n"),
        ({"byline": ["A"], "published": "2024-05-08"}, "+ byline:\n+   - A\n+ published: '2024-05-08'\n"),
        ({"draft": True}, "+ draft: true\n"),
    ],
)  # fmt: skip
def test_only_the_lines_of_what_changes_are_written(values: dict[str, Any], changed: str) -> None:
    """Comments stay, also those behind a value that is replaced and above an item that goes; so does all else."""

    def put_in_order(text: str) -> list[str]:
        return sorted(text.splitlines())

    assert put_in_order(changes(values)) == put_in_order(changed)


def test_what_is_written_can_be_read() -> None:
    """Fields, items and comments of one file that all change at once come out as they were meant."""
    values = {"headline": "A: b", "byline": ["#1"], "takeaways": [2, "- x"], "source": {"file": "b.txt"}, "slug": ""}
    found = plain(split(splice_fields(FILE, "a.md", values, ORDER), "a.md").node)
    assert found == {
        "headline": "A: b", "dek": "One two", "byline": ["#1"], "topics": ["harbours", "prices"],
        "takeaways": ["Nobody asked.", "- x"], "timeline": found["timeline"], "source": {"file": "b.txt"},
    }  # fmt: skip


@pytest.mark.parametrize("text", ["---\n{headline: A, dek: B}\n---\n", '---\n{"headline": A,\n"dek": B}\n---\n'])
def test_fields_that_share_lines_cannot_be_cut(text: str) -> None:
    """Whoever asks must write the front matter as a whole."""
    with pytest.raises(UncuttableError):
        splice_fields(text, "a.md", {"dek": "C"}, ORDER)


@pytest.mark.parametrize(
    ("body", "items", "found"),
    [
        ("\nOne.\n\n\nTwo.\n", [0, "New.", 1], "\nOne.\n\n\nNew.\n\nTwo.\n"),
        ("\nOne.\n\n\nTwo.\n", [1], "\nTwo.\n"),
        ("One.\n\nTwo.\n\n", [0], "One.\n"),
        ("One.\n\nTwo.", [0, 1, "New."], "One.\n\nTwo.\n\nNew.\n"),
        ("One.\n \nTwo.", ["New.", 0, 1], "New.\n\nOne.\n \nTwo."),
        ("One.\r\n\r\nTwo.\r\n", [0, "A\nb", 1], "One.\r\n\r\nA\r\nb\r\n\r\nTwo.\r\n"),
        ("", ["New."], "New.\n"),
        ("One.\n", [], ""),
        ("One.  \n\n\n", [0], "One.  \n\n\n"),
    ],
)
def test_paragraphs_come_and_go(body: str, items: list[int | str], found: str) -> None:
    """What stays keeps its spaces and line ends; between two paragraphs there is a blank line."""
    assert splice_body(f"---\na: b\n---\n{body}", items) == f"---\na: b\n---\n{found}"


def test_a_body_comes_behind_a_fence_without_a_line_end() -> None:
    """A file that ends with its front matter gets a line end before its first paragraph."""
    assert splice_body("---\na: b\n---", ["One."]) == "---\na: b\n---\nOne.\n"


def test_places_are_those_of_the_file() -> None:
    """Fields and items have their lines, paragraphs theirs and that of the end."""
    lines = line_numbers(FILE, "a.md")
    assert (lines["headline"], lines["takeaways"], lines["slug"]) == ([3], [10, 12, 13, 16], [27])
    body = split(FILE, "a.md").body
    assert paragraphs(body) == ["One.", "Two,\non two lines."]
    assert paragraph_lines(body) == [1, 3, 5]
