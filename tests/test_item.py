"""nutgraf.convert.readers.item: what an item states, and what becomes of each statement."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import Conversion, _convert_draft
from nutgraf.convert.draft import SET_ASIDE, Block
from nutgraf.convert.readers.item import Said, draft_of, read_instant
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
HEADLINE = Said("headline", "Port raises tolls", "headline")


def convert(*said: Said, item: str = "") -> Conversion:
    """Convert an item that says this and has one paragraph."""
    draft = draft_of("seeds/a.json", (HEADLINE, *said), [Block(1, P)], item)
    return _convert_draft(SourceFile("seeds/a.json", b""), draft, date(2026, 1, 1), {})


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2024-05-06T08:12:00+01:00", "2024-05-06T08:12+01:00"),
        ("2024-05-06T08:12:00.000Z", "2024-05-06T08:12+00:00"),
        ("20240506T081200+0100", "2024-05-06T08:12+01:00"),
        ("20240506T0812-0500", "2024-05-06T08:12-05:00"),
        ("Mon, 06 May 2024 08:12:30 +0100", "2024-05-06T08:12:30+01:00"),
        ("06 May 2024 08:12 EST", "2024-05-06T08:12-05:00"),
        ("2024-05-06T08:12:00", "2024-05-06"),  # without a zone nobody knows when that was
        ("20240506", "2024-05-06"),
        ("2024-02-30T08:12:00Z", None),
        ("2024-05-06T28:12:00Z", None),
        ("05/06/2024", None),
        ("yesterday", None),
    ],
)
def test_instants(text: str, instant: str | None) -> None:
    """A time is taken with its own offset, else the day alone; what is no date is none."""
    assert str(read_instant(text)) == str(instant)


def test_a_date_that_cannot_be_read_is_told() -> None:
    """It is set aside, and the editor hears of it."""
    conversion = convert(Said("published", "05/06/2024", "time of issue"))
    assert conversion.briefing.published is None
    assert [p.message for p in conversion.problems] == ["has a time of issue that is no date: '05/06/2024'"]
    assert SET_ASIDE in {p.place for p in conversion.ledger if p.block.text == "05/06/2024"}


def test_the_first_statement_counts() -> None:
    """Another of the same field is in the ledger; a dek that repeats the headline is none."""
    conversion = convert(
        Said("dek", "Port raises tolls", "abstract"),
        Said("dek", "Hauliers say it will reach the shops.", "abstract"),
        Said("headline", "Tolls up", "title"),
    )
    assert conversion.briefing.headline == "Port raises tolls"
    assert conversion.briefing.dek == "Hauliers say it will reach the shops."
    reasons = {p.block.text: p.reason for p in conversion.ledger if p.place == SET_ASIDE}
    assert reasons == {"Port raises tolls": "headline repeated", "Tolls up": "title, beside another"}


@pytest.mark.parametrize(
    ("text", "names", "reason"),
    [
        ("By JANE MARLOW and TOM REED, Coastal Press", ("Jane Marlow", "Tom Reed"), "byline, without 'Coastal Press'"),
        ("Paolo Santi and Frances d'Emilio", ("Paolo Santi", "Frances d'Emilio"), "byline"),
        ("Jo Hale, The Elswick Star-Tribune", ("Jo Hale",), "byline, without 'The Elswick Star-Tribune'"),
        ("NTB", ("NTB",), "byline"),
        ("gr/bp", ("gr/bp",), "byline"),
    ],
)
def test_a_byline_that_is_known_as_one(text: str, names: tuple[str, ...], reason: str) -> None:
    """Names of people where there are some, and what was cut is told; else the text as it stands."""
    conversion = convert(Said("byline", text, "byline"))
    assert conversion.briefing.byline == names
    assert [p.reason for p in conversion.ledger if p.place == "byline"] == [reason]


def test_von_before_two_names() -> None:
    """In German it is `by`; before one name it is part of it."""
    german = Said("language", "de", "language")
    assert convert(german, Said("byline", "Von Miriam Kofler, NSK", "byline")).briefing.byline == ("Miriam Kofler",)


@pytest.mark.parametrize("status", ["stat:withheld", "withheld", "http://cv.example/pubstatusg2/withheld"])
def test_what_is_withheld_is_held(status: str) -> None:
    """The briefing is a draft, with a warning."""
    conversion = convert(Said("status", status, "status"))
    assert conversion.briefing.draft
    assert [p.message for p in conversion.problems] == ["is withheld by its source"]
    assert not convert(Said("status", "usable", "status")).briefing.draft


def test_what_is_canceled_is_refused() -> None:
    """No briefing is made, and all of it is set aside; the warning names the item among others."""
    conversion = convert(Said("status", "stat:canceled", "status"), item="urn:1")
    assert conversion.briefing is None
    assert [p.message for p in conversion.problems] == ["'urn:1' is canceled by its source; no briefing was made"]
    assert {p.block.text for p in conversion.ledger} == {"Port raises tolls", "stat:canceled", P}


def test_an_embargo_holds() -> None:
    """Whether it is over no clock says."""
    conversion = convert(Said("embargo", "2024-05-07T06:00:00Z", "embargo"), item="urn:1")
    assert conversion.briefing.draft
    message = "'Port raises tolls' is under embargo: '2024-05-07T06:00:00Z'"
    assert [p.message for p in conversion.problems] == [message]


@pytest.mark.parametrize(
    ("note", "is_held", "warning"),
    [
        ("KILL: the quotes of the mayor are made up", True, "is a notice to editors"),
        ("MANDATORY KILL", True, "is a notice to editors"),
        ("CORRECTS the name of the hospital in paragraph 2.", False, "is a corrected version"),
        ("Updates with reaction from hauliers.", False, ""),
        ("Kill fees rise in the second paragraph", False, ""),
    ],
)
def test_notes_to_editors(note: str, is_held: bool, warning: str) -> None:
    """They are kept under `extra`; one that takes the story back holds it, one that corrects is told."""
    conversion = convert(Said("ed_note", note, "note to editors"))
    assert conversion.briefing.draft == is_held
    assert conversion.briefing.extra == {"ed_note": note}
    assert [p.message.startswith(warning) for p in conversion.problems] == ([True] if warning else [])


def test_the_place_of_the_text_wins_over_that_of_the_office() -> None:
    """Where a story was written is its dateline, unless its first paragraph names another place."""
    located = Said("located", "Bangor", "place")
    draft = draft_of("seeds/a.json", (HEADLINE, located), [Block(1, f"TAMARACK (MN) — {P}")])
    conversion = _convert_draft(SourceFile("seeds/a.json", b""), draft, date(2026, 1, 1), {})
    assert conversion.briefing.dateline == "Tamarack"
    assert [p.place for p in conversion.ledger if p.block.text == "Bangor"] == [SET_ASIDE]
    assert convert(located).briefing.dateline == "Bangor"
    assert convert(Said("dateline", "NEW HAVEN, March 2 (MN) -", "dateline")).briefing.dateline == "New Haven"


def test_what_has_no_place_is_set_aside_and_urns_are_no_addresses() -> None:
    """Every statement is in the ledger."""
    conversion = convert(
        Said("", "4", "urgency"), Said("url", "urn:1", "address"), Said("url", "https://a.example/1", "address")
    )
    assert conversion.briefing.source.url == "https://a.example/1"
    assert [p.block.text for p in conversion.ledger if p.place == SET_ASIDE] == ["4", "urn:1"]


def test_an_article_is_no_longer_than_a_book() -> None:
    """What no reader could read is refused before the rules toil over it."""
    draft = draft_of("seeds/a.json", (HEADLINE,), [Block(1, "word " * 250_000)])
    conversion = _convert_draft(SourceFile("seeds/a.json", b""), draft, date(2026, 1, 1), {})
    assert conversion.briefing is None
    assert "more than any article" in conversion.problems[0].message
