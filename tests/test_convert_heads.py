"""nutgraf.convert: the lines around a headline in the shapes of wires, papers and pages, one trap a line."""

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
GERMAN = "Die Stadt hat die Gebühr für den Hafen am Montag erhöht, wie der Bürgermeister nach der Sitzung mitteilte."
GERMAN_MORE = (
    "Niemand wollte sagen, warum die Gebühr schon wieder steigt und wer danach gefragt hat, auch nicht der Rat."
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


def aside(conversion: Conversion) -> list[str]:
    """Return what was set aside."""
    return [placed.block.text for placed in conversion.ledger if placed.place == SET_ASIDE]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("By Harbour Correspondent Jane Marlow", ("Jane Marlow",)),
        ("ByJane Marlow, Senior Reporter", ("Jane Marlow",)),
        ("Rolling coverage by Jane Marlow and Tom Reed", ("Jane Marlow", "Tom Reed")),
        ("Text: Jane Åkerblom", ("Jane Åkerblom",)),
        ("Words: Jane Marlow; Photography by Tom Reed", ("Jane Marlow",)),
        ("Words by Jane Marlow\nPhotography by Tom Reed", ("Jane Marlow",)),
        ("From our correspondent", ("our correspondent",)),
        ("^By JANE MARLOW=", ("Jane Marlow",)),
        ("Jane Marlow\nHarbour correspondent", ("Jane Marlow",)),
        ("JANE MARLOW\nat Quarry Lane", ("Jane Marlow",)),
        ("Jane Marlow | May 6, 2024", ("Jane Marlow",)),
        ("Jane Marlow — May 6, 2024", ("Jane Marlow",)),
        ("Jane Marlow, Tom Reed | The Elswick Post | May 6, 2024", ("Jane Marlow", "Tom Reed")),
        ("Posted by Jane Marlow on May 6, 2024", ("Jane Marlow",)),
        ("Text and photos by Jane Marlow", ("Jane Marlow",)),
        ("Old Quarry | May 6, 2024\n\nThe stone came from Old Quarry.", ()),
        ("Press Release | May 6, 2024", ()),
        ("Harbour Board — May 6, 2024", ()),
        ("By Team Elswick Sport", ("Team Elswick Sport",)),
        ("By Elswick Bureau Chief Jane Marlow", ("Jane Marlow",)),
        ("ByteWorks Holdings, maker of locks", ()),
        ("Words: how they hurt", ()),
        ("Jane Marlow\nHarbour tolls", ()),
    ],
)
def test_names_are_told_by_what_stands_beside_them(lines: str, names: tuple[str, ...]) -> None:
    """A role before a name or below it, a glued `By`, a date behind a bar; who took the pictures wrote nothing."""
    briefing = found(HEADLINE, lines, LEAD, MORE)
    assert briefing.byline == names
    assert not names or briefing.body == f"{LEAD}\n\n{MORE}\n"


def test_a_date_behind_a_name_is_that_of_the_article() -> None:
    """`Jane Marlow | May 6, 2024` is byline and date."""
    assert str(found(HEADLINE, "Jane Marlow | May 6, 2024", LEAD, MORE).published) == "2024-05-06"


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (f"URGENT-ELSWICK/HARBOUR-TOLLS (UPDATE 2, PIX)\nUPDATE 2-{HEADLINE}", HEADLINE),
        (f"RPT-UPDATE 3-{HEADLINE}", HEADLINE),
        (f"ELSWICK-TOLLS (PIX)\nCORRECTED-UPDATE 1-{HEADLINE}", HEADLINE),
        (f"^{HEADLINE}<\n^By JANE MARLOW=\n^Coastal Press=", HEADLINE),
        ("COVID-19 wards close at last in Elswick", "COVID-19 wards close at last in Elswick"),
        ("UPDATE: the tolls rise in Port Elswick", "UPDATE: the tolls rise in Port Elswick"),
    ],
)
def test_the_marks_of_a_wire_are_no_headline(lines: str, headline: str) -> None:
    """A slug line is set aside, and the mark of a new version goes; what is not glued by a hyphen stays."""
    briefing = found(lines, LEAD, MORE)
    assert (briefing.headline, briefing.dek) == (headline, "")
    assert briefing.body == f"{LEAD}\n\n{MORE}\n"


@pytest.mark.parametrize(
    "line",
    [
        "((jane.marlow@coastal.example; +44 20 7946 0000))",
        "[Photo: Lorries at the harbour in April. (Handout/Elswick)]",
    ],
)
def test_lines_of_wires_are_set_aside(line: str) -> None:
    """They stand amid the text or below it, and are no part of it."""
    assert found(HEADLINE, LEAD, line, MORE, line).body == f"{LEAD}\n\n{MORE}\n"


def test_a_topic_loses_the_slash_of_its_wire() -> None:
    """`Keywords: HARBOUR TOLLS/` names a topic."""
    assert found(HEADLINE, LEAD, MORE, "Keywords: HARBOUR TOLLS/").topics == ("HARBOUR TOLLS",)


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("VEN, 19 January 2026 – ", "Ven"),
        ("KALIMAR, July 4: ", "Kalimar"),
        ("PORT ELSWICK (CP) _ ", "Port Elswick"),
        ("WHO – ", ""),
        ("HISTORY: ", ""),
    ],
)
def test_a_day_tells_a_short_place(opening: str, place: str) -> None:
    """Three letters, or a word before a colon, are a place where a day stands behind them."""
    briefing = found(HEADLINE, opening + LEAD, MORE)
    assert briefing.dateline == place
    assert briefing.body.startswith(opening.split()[0])


@pytest.mark.parametrize(
    ("opening", "more", "place"),
    [
        ("Elswick-Süd. ", " Der Rat tagt in Elswick-Süd.", "Elswick-Süd"),
        ("Elswick-Süd. ", "", ""),
        ("Schweigen. ", " Es war ein Schweigen.", ""),
    ],
)
def test_a_place_before_a_stop_is_named_as_one_elsewhere(opening: str, more: str, place: str) -> None:
    """German papers open with `Ort. Der Text`; one word alone is a short sentence all the same."""
    briefing = found("Gebühr für den Hafen steigt erneut", opening + GERMAN, GERMAN_MORE + more)
    assert (briefing.language, briefing.dateline) == ("de", place)


def test_the_name_of_the_paper_among_the_lines_of_the_head_goes() -> None:
    """Below the byline it is no sub-head, and above it no headline."""
    conversion = convert(f"{HEADLINE}\nBY JANE MARLOW\nTHE HARLOW COURIER\nPUBLISHED OCT. 2, 2024", LEAD, MORE)
    assert conversion.briefing is not None
    assert (conversion.briefing.headline, conversion.briefing.body) == (HEADLINE, f"{LEAD}\n\n{MORE}\n")
    assert aside(conversion) == ["THE HARLOW COURIER"]


def test_a_headline_on_two_lines_is_no_name_with_a_place() -> None:
    """`Harbour Tolls Rise` above `at Port Elswick` is signed by nobody."""
    assert found("BUSINESS\nHarbour Tolls Rise\nat Port Elswick", LEAD, MORE).byline == ()


def test_a_news_service_signs_without_by() -> None:
    """Its name between headline and date line is the byline, as that of a desk is; a civil service is none."""
    text = (
        "Power is back in most of Elswick after thirty hours\n\nEllarin News Service\nPublished: 21 April 2024\n\n"
        "ELSWICK: The board of the works on Sunday restored power to most of the town, its engineers said.\n"
    )
    (found,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert found.briefing is not None
    assert found.briefing.byline == ("Ellarin News Service",)
    (found,) = convert_seed(SourceFile("seeds/a.txt", text.replace("News", "Civil").encode()), date(2026, 1, 1))
    assert found.briefing is not None
    assert found.briefing.byline == ()


def test_who_contributed_stands_below_the_article() -> None:
    """Set aside, with its reason."""
    text = (
        "Power is back in most of Elswick after thirty hours\n\nThe board of the works on Sunday restored power "
        "to most of the town, its engineers said.\n\nRobert Haines of the Mercury contributed to this report.\n"
    )
    (found,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert found.briefing is not None
    assert "contributed" not in found.briefing.body
    assert [placed.reason for placed in found.ledger if "Haines" in placed.block.text] == ["who helped"]


@pytest.mark.parametrize(
    "between", ["By Jo Hale\n\nJun 18 2023, 11:06am IST", "Published: 18 June 2023\n\nBy Jo Hale", "18 June 2023"]
)
def test_a_date_parts_the_dek_from_the_text(between: str) -> None:
    """Also where the dek is two sentences long, which look like the first paragraph of the article."""
    text = (
        "Elswick opens its second ferry line\n\nThe line links the port to the old town. Fares stay as they are.\n\n"
        f"{between}\n\n"
        "The second line of the ferries carried its first travellers on Sunday, three years late, the harbour said.\n"
    )
    (found,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert found.briefing is not None
    assert found.briefing.published is not None
    assert found.briefing.published.day == date(2023, 6, 18)
    assert found.briefing.dek == "The line links the port to the old town. Fares stay as they are."
    assert found.briefing.body.startswith("The second line")


def test_a_credit_in_capitals_with_a_name_ends_a_caption() -> None:
    """Whatever agency it is; a sentence with a stroke in it is none."""
    text = (
        "Rates fall in Elswick\n\nIlse Tam, governor of the bank, at a news conference in Kelvane, July 7, 2023. "
        "CNA/Piotr Wendel\n\n"
        "The bank cut its main rate on Friday for the first time in three years, its governor said.\n"
    )
    (found,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert found.briefing is not None
    assert found.briefing.dek == ""
    assert [p.reason for p in found.ledger if "Wendel" in p.block.text] == ["photo credit or caption"]


def test_an_address_that_no_browser_could_follow_is_no_source() -> None:
    """A content file with it could not be read again."""
    text = (
        "Rates fall\nhttps://[::1\n\nThe bank cut its main rate on Friday for the first time in three years, it said.\n"
    )
    (found,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert found.briefing is not None
    assert found.briefing.source.url == ""
