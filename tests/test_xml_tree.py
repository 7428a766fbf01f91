"""nutgraf.convert.readers.xml_tree and sniff: XML that is none, that is a trap, and that is only written badly."""

from __future__ import annotations

import socket
from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
HEAD = "<body><body.head><hedline><hl1>Port raises tolls</hl1></hedline></body.head><body.content>"
NITF = f"<nitf>{HEAD}<p>{P}</p></body.content></body></nitf>"
BOMB = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))


def convert(data: str | bytes, name: str = "a.xml") -> Conversion:
    """Convert a seed that holds one article, or none."""
    data = data if isinstance(data, bytes) else data.encode()
    (conversion,) = convert_seed(SourceFile(f"seeds/{name}", data), date(2026, 1, 1))
    return conversion


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "is not well-formed XML: Document is empty"),
        (NITF[:-40], "is not well-formed XML"),
        ("Port raises tolls", "is not well-formed XML"),
        (NITF.replace("Port", "&nonesuch;"), "is not well-formed XML: Entity 'nonesuch' not defined"),
        ("<nitf>" + "<block>" * 5000 + "</block>" * 5000 + "</nitf>", "is not well-formed XML: Excessive depth"),
        ("<recipe>salt</recipe>", "is XML of a kind that is not known here: its root is 'recipe'"),
        ("<NewsML/>", "is NewsML 1, which is not read here"),
        ("<packageItem/>", "is a package, which lists stories and holds none"),
        ("<nitf>" + " " * 20_000_001 + "</nitf>", "has 20,000,014 bytes, more than any article"),
        (f'<!DOCTYPE nitf [<!ENTITY x "y">]>{NITF}', "declares entities of its own"),
        (
            f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>{NITF.replace("Port", "&x;")}',
            "declares entities",
        ),
        (f'<!DOCTYPE nitf [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>{NITF}', "declares entities"),
        (f'<!DOCTYPE nitf [<!ENTITY a "lol">{BOMB}]>{NITF.replace("Port", "&i;")}', ""),
        (f'<!DOCTYPE nitf [<!ENTITY a "lol">{BOMB}]><nitf x="&i;"/>', ""),
    ],
)
def test_what_is_refused(data: str, message: str) -> None:
    """One warning, that says why, and no briefing."""
    conversion = convert(data)
    assert conversion.briefing is None
    (problem,) = conversion.problems
    assert message in problem.message
    assert str(problem).endswith(")")
    assert "passwd" not in str(problem)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the DTD of a document nor a feed that is but an address."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert convert(f'<!DOCTYPE nitf SYSTEM "http://dtd.example/nitf.dtd">{NITF}').briefing is not None
    assert convert("http://feed.example/rss", "a.rss").briefing is None
    rss = "<rss version='2.0'><channel><item><title>http://feed.example/rss</title></item></channel></rss>"
    assert convert(rss, "a.rss").briefing is None


def test_names_that_html_has_for_characters() -> None:
    """They are those characters, with a DTD that is not fetched and without; bad numbers are nothing."""
    text = NITF.replace("tolls<", "t&ouml;lls &mdash; now&nbsp;&#11;&amp;&lt;b&gt;<")
    assert convert(text).briefing.headline == "Port raises tölls — now &<b>"
    assert convert(f'<!DOCTYPE nitf SYSTEM "nitf.dtd">{text}').briefing.headline == "Port raises tölls — now &<b>"


@pytest.mark.parametrize(
    "data",
    [
        NITF.replace("Port", "Käppel").encode(),
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{NITF.replace("Port", "Käppel")}'.encode("latin-1"),
        f'<?xml version="1.0" encoding="UTF-16"?>{NITF.replace("Port", "Käppel")}'.encode("utf-16"),
        b"\xef\xbb\xbf" + f'<?xml version="1.0" encoding="ISO-8859-1"?>{NITF.replace("Port", "Käppel")}'.encode(),
        f'<?xml version="1.0" encoding="UTF-8"?>{NITF.replace("Port", "Käppel")}'.encode("cp1252"),
        f'<?xml version="1.0" encoding="x-unheard-of"?>{NITF.replace("Port", "Käppel")}'.encode(),
        b"\n  " + NITF.replace("Port", "K\u0000äppel").encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    """The declaration counts, unless it is wrong; a byte order mark is stronger."""
    assert convert(data).briefing.headline == "Käppel raises tolls"


def test_nesting_that_is_only_deep() -> None:
    """Two hundred elements around a paragraph are none too many."""
    deep = "<block>" * 200 + f"<p>{P}</p>" + "</block>" * 200
    assert convert(NITF.replace(f"<p>{P}</p>", deep)).briefing.body == f"{P}\n"


def test_a_page_in_xml_is_a_page() -> None:
    """XHTML that was saved as .xml goes to the reader of pages."""
    body = f"<body><h1>Port raises tolls</h1><p>{P}</p><p>{P} Yes.</p></body>"
    assert convert(f"<html xmlns='http://www.w3.org/1999/xhtml'>{body}</html>").briefing.headline == "Port raises tolls"
