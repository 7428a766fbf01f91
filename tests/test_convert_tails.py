"""nutgraf.convert.tails, and the furniture of the end of a page: what stands below an article is none of it."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.sources import SourceFile

HEAD = "Port of Elswick raises its tolls"
P = "The board of Elswick Harbours voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
R = "Parents said that they would fight the plan in the courts, since the town had promised to keep both schools."
PRAISE = "Elswick Harbours runs four ports with 900 people. Founded in 1911, it is the leader in safe berths."


def convert(*blocks: str) -> Conversion:
    """Convert a seed of these blocks, which holds one article."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", "\n\n".join(blocks).encode()), date(2026, 1, 1))
    return conversion


def check_tail(*tail: str, head: tuple[str, ...] = (HEAD,)) -> Conversion:
    """Convert an article with `tail` below it: the body ends before it, and the ledger has all of it as set aside."""
    conversion = convert(*head, P, Q, R, *tail)
    assert conversion.briefing.body == f"{P}\n\n{Q}\n\n{R}\n"
    aside = {placed.block.text for placed in conversion.ledger if placed.place == SET_ASIDE}
    assert {line for block in tail for line in block.split("\n")} <= aside
    assert not any("1911" in entry.text for entry in conversion.briefing.timeline)
    return conversion


@pytest.mark.parametrize(
    "tail",
    [
        ("About Elswick Harbours\n" + PRAISE,),
        ("About Elswick Harbours:", PRAISE, "Notes to editors", PRAISE, "Pictures may be used free of charge."),
        ("For further information, please contact:\nMedia Office, Elswick, media@elswick.example, +44 555 01 02",),
        ("Press contact\nJo Hale\n+44 555 01 02",),
        ("Pressekontakt\nJo Hale",),
        ("-ENDS-", "Jo Hale, freelance reporter", "Pictures are free of charge for all who print the story as it is."),
    ],
)
def test_sections_of_the_sender_are_set_aside(tail: tuple[str, ...]) -> None:
    """What a release says of its sender, and tells editors, is neither body, takeaway nor event."""
    check_tail(*tail)


@pytest.mark.parametrize(
    "tail",
    [
        "—With assistance from Pia Lundh.",
        "To contact the reporter on this story: Ewan Strachan in Elswick at estrachan@wire.example",
        "For more information, visit www.elswick.example or call the port.",
        "((jo@wire.example; +44 20 7946 0000))",
        "For the latest from Elswick visit our homepage.",
        "Follow Coastline's coverage of the harbours at https://coastline.example/harbours",
        "Get the latest news sent to your inbox - sign up here",
        "Enter your email\nBy signing up you agree to our privacy policy.",
        "You're receiving this because you signed up for The Morning Ledger. Unsubscribe",
        "This e-mail is confidential and intended solely for the addressee.",
        "ELH 3.08 ▼ 14.2%   LME Cobalt 21,400 ▼ 0.8%",
        "Foto: Sfera Press",
        "[Photo: Lorries at the quay. (Handout/Elswick)]",
        "jh/mk",
    ],
)
def test_closing_lines_are_set_aside(tail: str) -> None:
    """Who helped, whom to write to, what else to read, sign up for and buy."""
    check_tail(tail)


@pytest.mark.parametrize(
    "note",
    [
        "Jo Hale is the shipping editor of The Elswick Age. Connect via email.",
        "Jo Hale covers ports and has written two books about them.",
    ],
)
def test_a_note_on_the_writer_is_set_aside(note: str) -> None:
    """An article speaks of its author only below its end; of others it speaks in its last line, too."""
    check_tail(note, head=(HEAD, "By Jo Hale"))
    assert note in convert(HEAD, "By Ann Orr", P, Q, R, note).briefing.body


@pytest.mark.parametrize(
    "rest",
    [
        ("About the bridge\n" + PRAISE, Q),  # a sub-head
        ("About Elswick Harbours\n" + PRAISE, *[Q] * 9),  # too long to be praise
        ("For more information about tolls, hauliers turned to the board, which did not answer on Monday.", Q),
        ("Ends", *[Q] * 9),
    ],
)
def test_what_only_looks_like_a_tail_stays(rest: tuple[str, ...]) -> None:
    """A sub-head, a long part and a sentence of the news are of the article."""
    body = convert(HEAD, P, R, *rest).briefing.body
    assert all(line in body for block in rest for line in block.split("\n"))


def test_a_paper_that_printed_it_dates_the_article() -> None:
    """`Published in PAPER, DATE` is when, when nothing else says so; never an event."""
    briefing = convert(HEAD, P, Q, R, "Published in The Delta Herald, July 5th, 2025").briefing
    assert str(briefing.published.day) == "2025-07-05"
    assert not any("Herald" in entry.text for entry in briefing.timeline)
    other = convert(HEAD, "Published: 6 July 2025", P, Q, R, "Published in The Delta Herald, July 5th, 2025").briefing
    assert str(other.published.day) == "2025-07-06"


def test_a_line_of_topics_ends_what_is_listed_under_related_stories() -> None:
    """The tags of an article are its own, also below links to others; a title that asks is a title."""
    tail = "Related stories\nBridge toll to rise at Vestby\nWhat changes in spring?\n\nTags: ferries, Elswick"
    conversion = convert(HEAD, P, Q, R, tail)
    assert conversion.briefing.topics == ("ferries", "Elswick")
    assert conversion.briefing.body.endswith(f"{R}\n")
