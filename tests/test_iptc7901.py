"""nutgraf.convert.readers.iptc7901: text of the wire with its control characters, wrapped and indented."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.convert.readers.iptc7901 import is_wire
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
TEXT = "".join(textwrap.fill(text, 66, initial_indent="   ") + "\n" for text in (P, Q))


def convert_all(text: str, encoding: str = "ascii") -> tuple[Conversion, ...]:
    """Convert a seed of this text, with the line ends of a wire."""
    return convert_seed(SourceFile("seeds/a.txt", text.replace("\n", "\r\n").encode(encoding)), date(2026, 1, 1))


def convert(head: str, text: str = TEXT, encoding: str = "ascii") -> Conversion:
    """Convert a message with this head and text."""
    (conversion,) = convert_all(
        f"\x01cp0017 4 pol 52 CP 0098\n\x02\n{head}\n\n{text}\n\x03\n031412 GMT Oct 24\n\x04\n", encoding
    )
    return conversion


def test_a_message() -> None:
    """Paragraphs are unwrapped, the header is set aside, and the time of transmission is that of publication."""
    conversion = convert("port-tolls/\nPort raises\ntolls =")
    briefing = conversion.briefing
    assert (briefing.headline, briefing.body) == ("Port raises tolls", f"{P}\n\n{Q}\n")
    assert str(briefing.published) == "2024-10-03T14:12+00:00"
    assert [p.block.text for p in conversion.ledger if p.place == SET_ASIDE] == [
        "cp0017 4 pol 52 CP 0098",
        "port-tolls/",
    ]


@pytest.mark.parametrize(
    ("sent", "published"),
    [
        ("031412 GMT Oct 24", "2024-10-03T14:12+00:00"),
        ("031412 oct 24", "2024-10-03"),  # without a zone the day alone
        ("031412 GMT Oct 98", "1998-10-03T14:12+00:00"),
        ("311412 GMT Sep 24", "None"),  # no such day
        ("3 October", "None"),
    ],
)
def test_times_of_transmission(sent: str, published: str) -> None:
    """Before ETX or behind it; what is none is no date, and none of it stands in the article."""
    for tail in (f"\x03\n{sent}\n", f"{sent}\n\x03\n"):
        if tail.startswith("3 "):
            continue  # text, there
        (conversion,) = convert_all(f"\x01cp0017 4 pol 52\n\x02\nPort raises tolls =\n\n{TEXT}\n{tail}")
        assert conversion.briefing is not None
        assert str(conversion.briefing.published) == published
        assert conversion.briefing.body == f"{P}\n\n{Q}\n"


def test_a_message_of_an_old_machine() -> None:
    """SYN before the header is no part of it."""
    (conversion,) = convert_all(
        f"\x16\x16\x01cp0017 4 pol 52\n\x02\nPort raises tolls =\n\n{TEXT}\n\x03\n031412 GMT Oct 24\n"
    )
    assert conversion.briefing is not None
    assert (conversion.briefing.headline, conversion.briefing.body) == ("Port raises tolls", f"{P}\n\n{Q}\n")


def test_blocks_keep_their_lines() -> None:
    """A warning names the line of the seed."""
    lines = {p.block.text: p.block.line for p in convert("Port raises tolls =").ledger}
    assert (lines["Port raises tolls"], lines[P], lines[Q]) == (3, 5, 7)


@pytest.mark.parametrize(
    ("head", "headline", "byline"),
    [
        ("Port raises tolls =", "Port raises tolls", ()),
        ("Port/\n(2nd lead)\nPort raises tolls\nBy Jo Hale, Coastal Press =", "Port raises tolls", ("Jo Hale",)),
        ("PORT/TOLLS\nPort raises tolls =", "Port raises tolls", ()),
        ("port-tolls\nPort raises tolls =", "Port raises tolls", ()),
        ("Port raises tolls", "Port raises tolls", ()),  # nothing ends in `=`: the rules for text find it
    ],
)
def test_heads(head: str, headline: str, byline: tuple[str, ...]) -> None:
    """Slugs and remarks are no headline, a byline is none either."""
    briefing = convert(head).briefing
    assert (briefing.headline, briefing.byline) == (headline, byline)


def test_several_messages() -> None:
    """Each is named by its service and number."""
    one = f"\x01cp0017 4 pol 52\n\x02\nPort raises tolls =\n\n{TEXT}\x03\n\x04\n"
    two = f"\x01cp0018 4 pol 52\n\x02\nSchools to merge =\n\n{TEXT}\x03\n\x04\n"
    found = [(c.briefing.source.item, c.briefing.headline) for c in convert_all(one + two)]
    assert found == [("cp0017", "Port raises tolls"), ("cp0018", "Schools to merge")]


def test_what_is_not_for_publication() -> None:
    """It is for editors, and set aside."""
    private = f"{TEXT}\n* * * *\nThe following information is not intended for publication\n\nTel: +00 555 0100\n"
    conversion = convert("Port raises tolls =", private)
    assert conversion.briefing.body == f"{P}\n\n{Q}\n"
    assert "Tel: +00 555 0100" in [p.block.text for p in conversion.ledger if p.reason == "not for publication"]


def test_old_code_pages() -> None:
    """Wire text is older than Unicode."""
    text = TEXT.replace("Hauliers in the region", "Häuliers in the région")
    conversion = convert("Käppel raises tolls =", text, "cp1252")
    assert conversion.briefing.headline == "Käppel raises tolls"
    assert "Häuliers in the région" in conversion.briefing.body


@pytest.mark.parametrize("data", [b"\x01", b"\x01\x02\x03\x04" * 500, b"\x01cp1\r\n\x02\r\n\x03\r\n\x04"])
def test_messages_without_text(data: bytes) -> None:
    """One warning, and no briefing."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", data), date(2026, 1, 1))
    assert conversion.briefing is None
    assert len(conversion.problems) == 1


@pytest.mark.parametrize(
    ("data", "is_message"),
    [
        (b"\x01cp0017 4 pol 52\r\n\x02\r\nPort raises tolls =", True),
        (b"\r\n\x01cp0017 4 pol 52\x02Port raises tolls =", True),
        (b"cp0017 4 pol 52\r\r\n\x02Port raises tolls =", True),
        (b"Port raises tolls\n\nThe board voted.", False),
        ("\u3001\u4e02\u0902 पुल बंद रहेगा".encode("utf-16-le"), False),
        ("\u0102 \u0202 Port raises tolls".encode("utf-16"), False),
    ],
)
def test_what_opens_as_a_message_does(data: bytes, is_message: bool) -> None:
    """In UTF-16 the controls are halves of letters."""
    assert is_wire(data) == is_message
