"""nutgraf.convert: what once was lost, invented or taken for something else, and must not be again."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.models import Briefing
from nutgraf.sources import SourceFile

LEAD = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
MORE = "Nobody at the harbour would say why the tolls have to rise again, or who had asked for it this time."
LAST = "The council will meet in the autumn, and hauliers have asked for a freeze until the report is out at last."
HEADLINE = "Harbour tolls rise in Port Elswick"


def convert(*blocks: str) -> Conversion:
    """Convert a seed of blocks with blank lines between."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", "\n\n".join(blocks).encode()), date(2026, 1, 1))
    return conversion


def found(*blocks: str) -> Briefing:
    """Convert blocks that must hold an article."""
    briefing = convert(*blocks).briefing
    assert briefing is not None
    return briefing


@pytest.mark.parametrize(
    "sentence",
    [
        "No comment was offered.",
        '"We have no comment," the company told Reuters.',
        "Officials gave no credit: it was luck.",
        "He kept one picture: the boat.",
        "Video: police say they have it.",
        "Copyright owners cheered.",
        "More than 4,000 people subscribe to the alerts, officials say.",
        "Residents can sign up for text updates from Monday.",
        "More: the board says the tolls will rise.",
        "Watch: the tide is coming in.",
        "Continue reading the bill, the speaker said.",
        '"We want all rights reserved to owners returned," Lund said.',
        "Compiled by the ministry; the list names 40 firms.",
        "Share prices fell on Twitter and X, he said.",
    ],
)
def test_a_sentence_in_the_words_of_furniture_stays(sentence: str) -> None:
    """News is told in one-sentence paragraphs: what ends as a sentence is the article's, unless beyond doubt."""
    assert sentence.strip('"')[:30] in found(HEADLINE, LEAD, sentence, MORE, LAST).body


@pytest.mark.parametrize("line", ['"I will not go, not now."', "We shall not be moved, we shall not be moved."])
def test_a_sentence_said_twice_is_there_twice(line: str) -> None:
    """A chorus or a quotation that comes again is no repeated caption."""
    assert found(HEADLINE, LEAD, line, MORE, line, LAST).body.count(line.strip('"')[:20]) == 2


@pytest.mark.parametrize(
    "headline",
    [
        "Fire in Elm",
        "Tolls rise",
        "Author Mira Lund Dies",
        "By Land and Sea",
        "Von Trapp House Sold",
        "Mayor Fires Entire Newsroom",
        "Tor Lund, veteran reporter and editor",
        "Copyright bill passes lower house",
        "Home: a poem that moved a nation",
        "More on tolls as board meets",
        "Topic of cancer returns",
    ],
)
@pytest.mark.parametrize("below", ["By Jane Marlow", "Three boats were lost as flames swept the old quay before dawn"])
def test_a_headline_is_not_taken_for_something_else(headline: str, below: str) -> None:
    """The first line is the headline, however short it is and whatever label it begins like."""
    briefing = found(headline, below, LEAD, MORE)
    assert briefing.headline == headline
    assert briefing.headline_origin == "source"
    assert briefing.body.startswith(LEAD)


def test_a_headline_may_end_as_a_sentence_above_a_byline() -> None:
    """The byline below tells it from the first sentence of the article."""
    assert found('Board: "We have no choice."', "By Jane Marlow", LEAD, MORE).headline == 'Board: "We have no choice."'


@pytest.mark.parametrize(
    "blocks",
    [
        (LEAD, "September 11, 2001", MORE, LAST),
        (LEAD, "First published 1 May 1975", MORE, LAST),
        (LEAD, "3 May 2023\nThe board met.", "4 June 2023\nThe board met again.", MORE),
        ("3 May 2023", "The board met.", "4 June 2023", "The board met again.", LEAD),
    ],
)
def test_a_date_of_the_text_is_no_date_of_publication(blocks: tuple[str, ...]) -> None:
    """Only the lines of the head say when; a date amid the text, or one of several, stays where it is."""
    conversion = convert(HEADLINE, "By Jane Marlow", *blocks)
    assert conversion.briefing is not None
    assert conversion.briefing.published is None
    assert all(placed.place in ("headline", "byline", "body") for placed in conversion.ledger)


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("By Jane Marlow | 3 May 2024", "2024-05-03", ""),
        ("By Jane Marlow, May 3, 2024 at 4:05 PM EDT", "2024-05-03T16:05-04:00", ""),
        ("By Jane Marlow | Updated 3 May 2024 10:30 GMT", "", "2024-05-03T10:30+00:00"),
        ("By Jane Marlow\nPublished 25/12/2024", "2024-12-25", ""),
        ("By Jane Marlow\nMay 3, 2024 10:30 AM GMT+2 Updated a day ago", "2024-05-03T10:30+02:00", ""),
        ("By Jane Marlow\n3 January 2024 09:00 BST", "2024-01-03", ""),
    ],
)
def test_a_date_beside_the_byline_is_read(line: str, published: str, updated: str) -> None:
    """A date behind or below the names is the article's, with its time only where the zone is certain."""
    briefing = found(HEADLINE, line, LEAD, MORE)
    assert briefing.byline == ("Jane Marlow",)
    assert (str(briefing.published or ""), str(briefing.updated or "")) == (published, updated)


@pytest.mark.parametrize(
    "line", ["Advertisement", "Share on Facebook", "Read more: the board meets", "Photo: J. Marlow"]
)
@pytest.mark.parametrize("head", [("By Jane Marlow",), ()])
def test_an_advert_makes_no_dek_of_the_paragraph_above_it(line: str, head: tuple[str, ...]) -> None:
    """The first paragraph is the article's, whatever a page sets between it and the second."""
    briefing = found(HEADLINE, *head, LEAD, line, MORE, LAST)
    assert briefing.dek == ""
    assert briefing.body.startswith(LEAD)


@pytest.mark.parametrize("label", ["Updated On", "Source", "New Update"])
def test_below_the_byline_running_text_is_the_article(label: str) -> None:
    """A label that lost its value makes no dek of the paragraph above it when the byline stands higher still."""
    briefing = found(HEADLINE, "By Jane Marlow", LEAD, label, MORE, LAST)
    assert briefing.dek == ""
    assert briefing.body.startswith(LEAD)


@pytest.mark.parametrize("blocks", [(LEAD, "Key points", MORE, LAST), ("Key Takeaways", "- one item", LEAD, MORE)])
def test_takeaways_do_not_swallow_the_article(blocks: tuple[str, ...]) -> None:
    """Under a heading paragraphs are no items."""
    briefing = found(HEADLINE, *blocks)
    assert briefing.takeaways == ()
    assert MORE in briefing.body


def test_the_end_of_an_article_under_a_list_of_links_stays() -> None:
    """Titles below `Most read` go; sentences are the article's."""
    briefing = found(HEADLINE, LEAD, MORE, "Most read", "The end was near, she said.", "He wept.")
    assert "The end was near, she said." in briefing.body
    assert "He wept." in briefing.body


@pytest.mark.parametrize("opening", ["HISTORY: ", "UNESCO: ", "A-" * 26 + "x "])
def test_a_word_in_capitals_before_a_colon_is_no_place(opening: str) -> None:
    """Only a place of several words, or one with an agency or a dash, is a dateline before a colon."""
    assert found(HEADLINE, opening + LEAD, MORE).dateline == ""


def test_a_label_below_a_label_is_a_label() -> None:
    """Two headings of why it matters in one block give two paragraphs, and no gap behind them."""
    said = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021."
    text = f"Tolls rise in Elswick\n\nTolls rise in Elswick\n\nWhy it matters\n{said}\nWhy it matters\nA\n{said}\n"
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert conversion.briefing is not None
    why = conversion.briefing.why_it_matters
    assert why.startswith(said)
    assert why == why.strip()


def test_a_topic_of_signs_alone_is_left_out() -> None:
    """No page could be named for it, and it would stop the whole site; the editor is told."""
    text = "Tolls rise in Elswick\n\nThe board voted on Monday to raise all tolls, it said.\n\nTopics: Tolls, —\n"
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert conversion.briefing is not None
    assert conversion.briefing.topics == ("Tolls",)
