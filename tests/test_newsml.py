"""nutgraf.convert.readers.newsml: items alone and in messages, with bodies of every kind."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
XHTML = f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title/></head><body><p>{P}</p><p>{Q}</p></body></html></inlineXML>"""


def item(meta: str = "", content: str = "", body: str = XHTML, guid: str = "g1") -> str:
    """Return a news item with this said of it and of its content."""
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}"><itemMeta>{meta}</itemMeta>
    <contentMeta><headline>Port raises tolls</headline>{content}</contentMeta>
    <contentSet>{body}</contentSet></newsItem>"""


def convert_all(text: str) -> tuple[Conversion, ...]:
    """Convert a document."""
    return convert_seed(SourceFile("seeds/a.xml", text.encode()), date(2026, 1, 1))


def convert(meta: str = "", content: str = "", body: str = XHTML) -> Conversion:
    """Convert a document of one item."""
    (conversion,) = convert_all(item(meta, content, body))
    return conversion


@pytest.mark.parametrize(
    "body",
    [
        XHTML,
        f'<inlineXML><div xmlns="http://www.w3.org/1999/xhtml"><p>{P}</p><p>{Q}</p></div></inlineXML>',
        f"<inlineXML><nitf><body><body.content><p>{P}</p><p>{Q}</p></body.content></body></nitf></inlineXML>",
        f'<inlineData contenttype="text/plain">{P}\n\n{Q}</inlineData>',
        f'<inlineData contenttype="text/html">&lt;p&gt;{P}&lt;/p&gt;&lt;p&gt;{Q}&lt;/p&gt;</inlineData>',
        f'<inlineData contenttype="text/plain">Tolls rise.</inlineData>{XHTML}',
    ],
)
def test_bodies(body: str) -> None:
    """However an item holds its text."""
    assert convert(body=body).briefing.body == f"{P}\n\n{Q}\n"


def test_a_wrapped_text_in_one_paragraph() -> None:
    """Some agencies send their wire text in a single element: indents begin its paragraphs, not lines."""
    head = "(Adds detail)\n    * A first point of the story\n    * A second point of the story\n\n    By Jo Hale"
    lines = "\n".join([head, *(textwrap.fill(text, 64, initial_indent="    ") for text in (P, Q))])
    body = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{lines}</p></body></html></inlineXML>'
    conversion = convert(content='<creator literal="Coastal Press"/>', body=body)
    assert conversion.briefing.byline == ("Jo Hale",)
    assert conversion.briefing.body.endswith(f"- A second point of the story\n\n{P}\n\n{Q}\n")


def test_the_creator_signs_what_nobody_else_does() -> None:
    """It may be the agency: `by`, the byline of NITF, and one in the text come before."""
    creator = '<creator qcode="x:1"><name>Coastal Press</name></creator>'
    nitf = f"""<inlineXML><nitf><body><body.head><byline>Ann Orr</byline></body.head>
    <body.content><p>{P}</p></body.content></body></nitf></inlineXML>"""
    assert convert(content=creator).briefing.byline == ("Coastal Press",)
    assert convert(content=f"{creator}<by>By Jo Hale</by>").briefing.byline == ("Jo Hale",)
    assert convert(content=creator, body=nitf).briefing.byline == ("Ann Orr",)


def test_names_of_concepts() -> None:
    """The first name is taken, else the literal; names in other languages and of wider concepts are in the ledger."""
    subject = (
        '<subject><name>ports</name><name xml:lang="de">Häfen</name><broader><name>trade</name></broader></subject>'
    )
    conversion = convert(content=subject + '<subject literal="tolls"/><keyword>lorries</keyword>')
    assert conversion.briefing.topics == ("ports", "tolls", "lorries")
    assert {"Häfen", "trade"} <= {p.block.text for p in conversion.ledger if p.place == SET_ASIDE}


def test_a_caption_is_no_dek_and_a_short_headline_no_headline() -> None:
    """Roles tell; the one without a role is the main one."""
    content = """<headline role="hl:short">Tolls up</headline><description role="drol:caption">The quay.</description>
    <description role="drol:summary">Third rise since 2021.</description>"""
    briefing = convert(content=content).briefing
    assert (briefing.headline, briefing.dek) == ("Port raises tolls", "Third rise since 2021.")


@pytest.mark.parametrize("embargo", ["<embargoed>2024-05-07T06:00:00Z</embargoed>", "<embargoed/>"])
def test_an_embargo_without_an_end_is_one(embargo: str) -> None:
    """An empty element says that the item is held until further notice."""
    conversion = convert(meta=embargo)
    assert conversion.briefing.draft
    assert "is under embargo" in conversion.problems[0].message


def test_a_message_with_several_items() -> None:
    """Each by its guid; a package, a picture and an item without text are refused by name, the others are built."""
    picture = item('<itemClass qcode="ninat:picture"/>', body="<remoteContent href='a.jpg'/>", guid="g2")
    empty = item('<itemClass qcode="ninat:text"/>', body="", guid="g3")
    package = '<packageItem guid="p1"><contentMeta><headline>All on the port</headline></contentMeta></packageItem>'
    message = f"<newsMessage><header/><itemSet>{package}{item()}{picture}{empty}</itemSet></newsMessage>"
    conversions = convert_all(message)
    assert [c.briefing.source.item if c.briefing else "" for c in conversions] == ["", "g1", "", ""]
    assert [p.message.partition(";")[0] for c in conversions for p in c.problems] == [
        "'p1' is a package, which lists stories and holds none",
        "'g2' is of the type 'picture' and no article",
        "'g3' has no body",
    ]
    assert [p.block.text for p in conversions[0].ledger] == ["All on the port"]
