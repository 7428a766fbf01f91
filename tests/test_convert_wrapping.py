"""nutgraf.convert.wrapping: menus, cover notes and folios go whole; what is alike stays."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.models import Briefing
from nutgraf.sources import SourceFile

HEADLINE = "Harbour tolls rise in Port Elswick"
LEAD = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
MORE = "Nobody at the harbour would say why the tolls have to rise again, or who had asked for it this time."
BODY = f"{LEAD}\n\n{MORE}\n"
MAIL = (
    "From: Jane Marlow <jane@coastal.example>\nDate: Tue, 7 May 2024 at 16:40\nSubject: COPY - Harbour tolls\nTo: Desk"
)


def convert(*blocks: str) -> Conversion:
    """Convert a seed of blocks with blank lines between."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", "\n\n".join(blocks).encode()), date(2026, 1, 1))
    return conversion


def found(*blocks: str) -> Briefing:
    """Convert blocks that must hold an article."""
    briefing = convert(*blocks).briefing
    assert briefing is not None
    return briefing


def aside(conversion: Conversion, reason: str) -> list[str]:
    """Return what was set aside for a reason."""
    return [p.block.text for p in conversion.ledger if p.place == SET_ASIDE and p.reason == reason]


@pytest.mark.parametrize(
    "menu",
    [
        "Skip to main content\nMenu\nSearch\nLog in\nSubscribe\n\nEnvironment",
        "Skip to content\nThe Elswick Post\nNews\nSign in\n\nLocal News",
        "Home\nNews\nSport\nSign in\n\nBusiness",
        "Home | News | Sport | Weather | Sign in",
    ],
)
def test_a_menu_is_set_aside_as_a_group(menu: str) -> None:
    """Its entries are no headline, and the names of sections among them no kicker."""
    conversion = convert(menu, HEADLINE, LEAD, MORE)
    assert conversion.briefing is not None
    assert (conversion.briefing.headline, conversion.briefing.body) == (HEADLINE, BODY)
    assert "\n".join(aside(conversion, "menu of the page")) == menu.replace("\n\n", "\n")


def test_a_headline_below_a_menu_is_no_entry_of_it() -> None:
    """Though it ends in a word that names of papers end in."""
    assert found("Menu\nSearch\nNews\nTolls rise today", LEAD, MORE).headline == "Tolls rise today"


@pytest.mark.parametrize("headline", ["Search", "Home"])
def test_a_word_of_menus_alone_is_a_headline_that_an_editor_hears_of(headline: str) -> None:
    """One word is no menu; a headline of one word is doubtful."""
    conversion = convert(headline, LEAD, MORE)
    assert any("headline" in problem.message for problem in conversion.problems)
    assert not aside(conversion, "menu of the page")


def test_the_lists_below_a_copied_page_are_no_part_of_it() -> None:
    """Topics under `Explore more` are the article's; what is most viewed is other stories, questions among them."""
    tail = ("Explore more on these topics\nHarbours\nRoad tolls", "Most viewed\nTen bridges\nQuiz: who built the mole?")
    briefing = found(HEADLINE, LEAD, MORE, *tail)
    assert (briefing.body, briefing.topics) == (BODY, ("Harbours", "Road tolls"))


def test_a_mail_sent_on_is_read_from_its_last_head() -> None:
    """What is above it is a cover note, its day none of publication, and what is below the end mark a signature."""
    note = "From: Desk <desk@coastal.example>\nDate: Tue, 7 May 2024 17:02:11 +0100\nSubject: Fwd: COPY - pls publish"
    forwarded = f"---------- Forwarded message ---------\n{MAIL}"
    end = ("ENDS", "Jane Marlow\nFreelance reporter\nTel: 07700 900123")
    conversion = convert(note, "Hi all, copy below. Ta, Jo", forwarded, HEADLINE, "By Jane Marlow", LEAD, MORE, *end)
    briefing = conversion.briefing
    assert briefing is not None
    assert (briefing.headline, briefing.byline, briefing.published) == (HEADLINE, ("Jane Marlow",), None)
    assert briefing.body == BODY
    assert "Hi all, copy below. Ta, Jo" in aside(conversion, "cover note of the mail")


def test_the_subject_is_the_headline_of_a_mail_without_one() -> None:
    """Only then, and without the marks of mail programs."""
    briefing = found(MAIL, LEAD, MORE)
    assert (briefing.headline, briefing.headline_origin, briefing.body) == ("Harbour tolls", "source", BODY)
    assert found(MAIL, HEADLINE, LEAD, MORE).headline == HEADLINE


def test_a_release_is_published_when_it_is_sent() -> None:
    """A mail's day counts only where the mail says that it is for immediate release."""
    assert found(MAIL, HEADLINE, LEAD, MORE).published is None
    assert str(found(MAIL, "FOR IMMEDIATE RELEASE", HEADLINE, LEAD, MORE).published).startswith("2024-05-07")


def test_a_mail_quoted_below_the_article_is_no_head_of_it() -> None:
    """Where more stands above the head of a mail than below it, what is above is the article."""
    assert LEAD in found(HEADLINE, LEAD, MORE, MAIL, "Please send it by noon.").body


def test_the_folio_of_a_paper_is_no_headline_and_dates_nothing() -> None:
    """Section, page, paper and day in one line are the paper's; a headline may speak of a page."""
    for folio in (
        "SPORT Page 24 THE EASTMARCH STAR Saturday, December 7, 2024",
        "A6 | Saturday, December 7, 2024 | The Eastmarch Star",
        "Eastmarch Star 7 December 2024 p. 12",
    ):
        briefing = found(folio, HEADLINE, LEAD, MORE)
        assert (briefing.headline, briefing.published, briefing.body) == (HEADLINE, None, BODY)
    assert found("Page 3 of the treaty torn in Elswick", LEAD, MORE).headline == "Page 3 of the treaty torn in Elswick"


def test_an_address_alone_above_the_article_is_where_it_comes_from() -> None:
    """On the first line or below the headline; amid the article it is the article's."""
    url = "https://coastal.example/harbour/tolls"
    for blocks in ((url, HEADLINE), (HEADLINE, url), (f"URL: {url}", HEADLINE)):
        briefing = found(*blocks, LEAD, MORE)
        assert (briefing.source.url, briefing.headline, briefing.body) == (url, HEADLINE, BODY)
    assert url in found(HEADLINE, LEAD, url, MORE).body
