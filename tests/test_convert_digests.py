"""nutgraf.convert.readers.digests: one text of several stories, and what only has the shape of one."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.sources import SourceFile

BAKERY = "Fire at a bakery hurts one\n\nA baker in Dunmore was treated for burns after a fire on Thursday night."
CANAL = "Skaters claim a frozen canal\n\nHundreds of people skated in Oudewater on Friday, the first time since 2018."
HOTELS = "Hotel strike ends on island\n\nCleaners on the island of Lido went back to work on Friday after 19 days."
ASHORE = "How they came ashore\n\nThe crew of the Maribel rowed for three nights. Ivo Brandt saw the lights first."
TRIAL = (
    "The trial of the captain\n\nA court asked why Brandt had left the Maribel. It did not ask who was to pay for her."
)
HOME = "What became of them all\n\nThe mate of the Maribel sells fish in Oudewater today. He does not speak of it."


def convert(text: str) -> tuple[Conversion, ...]:
    """Convert a seed of plain text."""
    return convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))


def headlines(text: str) -> list[str]:
    """Return the headlines of the briefings that a text becomes."""
    return [conversion.briefing.headline for conversion in convert(text)]


def numbered(*stories: str) -> str:
    """Return stories with a number before each headline, and no blank line below it."""
    return "\n\n".join(f"{number}. {story}" for number, story in enumerate(stories, 1)).replace("\n\n", "\n")


@pytest.mark.parametrize("rule", ["* * *", "-" * 40, "###"])
def test_rule_lines_part_stories_that_share_no_names(rule: str) -> None:
    """Each has its headline, its text, and takeaways and a timeline of its own; no rule is left."""
    conversions = convert(f"\n\n{rule}\n\n".join([BAKERY, CANAL, HOTELS]))
    assert [c.briefing.headline for c in conversions] == [s.split("\n")[0] for s in (BAKERY, CANAL, HOTELS)]
    assert [c.briefing.body for c in conversions] == [s.split("\n\n")[1] + "\n" for s in (BAKERY, CANAL, HOTELS)]


def test_what_is_below_a_byline_is_of_its_story() -> None:
    """A date below a byline is that story's alone; one that is signed shows that the others are stories, too."""
    line = "2 June 2024"
    signed = [
        story.replace("\n\n", f"\nBy {name}\n{line}\n\n") for story, name in ((BAKERY, "Jo Hale"), (CANAL, "Al Orr"))
    ]
    one, two, three = (c.briefing for c in convert("\n\n-----\n\n".join([*signed, HOTELS])))
    assert [(b.byline, str(b.published.day)) for b in (one, two)] == [
        (("Jo Hale",), "2024-06-02"),
        (("Al Orr",), "2024-06-02"),
    ]
    assert (three.byline, three.published) == ((), None)


def test_the_sections_of_a_long_read_are_one_article() -> None:
    """They share their names; the rules between them are rules on the page."""
    (conversion,) = convert("\n\n* * *\n\n".join([ASHORE, TRIAL, HOME, TRIAL.replace("captain", "owners")]))
    assert conversion.briefing.headline == "How they came ashore"
    assert conversion.briefing.body.count("\n---\n") == 2
    assert "*" not in conversion.briefing.body


@pytest.mark.parametrize(
    "masthead",
    [
        "THE MORNING LEDGER\nThursday, May 7, 2026\n\n",
        "The Elswick Daily Briefing\n7 May 2026\n\n",
        "News in brief\n\n",
        "",
    ],
)
def test_numbered_stories_are_briefings_of_their_own(masthead: str) -> None:
    """Of a digest: the day of the issue is that of each, and its name none's headline."""
    conversions = convert(masthead + numbered(BAKERY, CANAL, HOTELS))
    assert [c.briefing.headline for c in conversions] == [s.split("\n")[0] for s in (BAKERY, CANAL, HOTELS)]
    days = {str(c.briefing.published.day) if c.briefing.published else "" for c in conversions}
    assert days == ({"2026-05-07"} if "2026" in masthead else {""})
    assert [placed.block.text for placed in conversions[0].ledger if "masthead" in placed.reason] == masthead.split(
        "\n"
    )[:-2]


def test_a_newsletter_that_says_so_is_a_digest_whatever_its_names() -> None:
    """News of one town share the town."""
    text = numbered(*(story.replace(" on ", " in Elswick on ") for story in (BAKERY, CANAL, HOTELS)))
    assert len(headlines(text + "\n\nYou're receiving this because you signed up for The Ledger. Unsubscribe")) == 3


def test_numbered_parts_of_one_story_are_one_briefing() -> None:
    """The editor is told, the numbers stay with their titles as sub-heads, and no takeaways are made of it."""
    (conversion,) = convert(numbered(ASHORE, TRIAL, HOME))
    assert [
        f"## {n}\\. {s.split(chr(10))[0]}" in conversion.briefing.body for n, s in ((1, ASHORE), (2, TRIAL), (3, HOME))
    ]
    assert "several short items" in conversion.problems[0].message
    assert conversion.briefing.takeaways == ()


def test_a_list_of_reasons_is_one_article() -> None:
    """A headline of its own stands above it."""
    text = "Three things to know about ferries\n\n" + numbered(BAKERY, CANAL, HOTELS)
    assert headlines(text) == ["Three things to know about ferries"]
