"""nutgraf.convert.readers.nitf: a head that says much, a body with pictures and tables."""

from __future__ import annotations

from datetime import date

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."


def convert(head: str = "", body_head: str = "", body: str = f"<p>{P}</p>", end: str = "") -> Conversion:
    """Convert a document of NITF with these parts."""
    hedline = "" if "<hedline>" in body_head else "<hedline><hl1>Port raises tolls</hl1></hedline>"
    text = f"""<nitf><head>{head}</head><body><body.head>{hedline}{body_head}</body.head>
    <body.content>{body}</body.content>{end}</body></nitf>"""
    (conversion,) = convert_seed(SourceFile("seeds/a.xml", text.encode()), date(2026, 1, 1))
    return conversion


def aside(conversion: Conversion) -> dict[str, str]:
    """Return what was set aside, and why."""
    return {p.block.text: p.reason for p in conversion.ledger if p.place == SET_ASIDE}


def test_pictures_and_their_words_are_set_aside() -> None:
    """Neither the caption nor the credit is lost, and none is a paragraph of the article."""
    media = """<media media-type="image"><media-reference source="a.jpg" alternate-text="A quay"/>
    <media-caption><p>The quay on Monday.</p></media-caption><media-producer>Leo Fisk</media-producer></media>"""
    conversion = convert(body=f"<block><p>{P}</p>{media}</block>")
    assert conversion.briefing.body == f"{P}\n"
    assert {"A quay", "The quay on Monday.", "Leo Fisk"} <= set(aside(conversion))


def test_tables_lists_and_sub_heads() -> None:
    """They are in the body as what they are."""
    table = "<table><tr><th>Lorry</th><th>Toll</th></tr><tr><td>Small</td><td>40</td></tr></table>"
    body = f"<p>{P}</p><hl2>What it costs</hl2>{table}<ol><li>A first point.</li><li>A second point.</li></ol>"
    markdown = convert(body=body).briefing.body
    assert "## What it costs\n\n| Lorry | Toll |\n| --- | --- |\n| Small | 40 |\n\n1. A first point." in markdown


def test_elements_inside_a_line_do_not_break_it() -> None:
    """People, places and dates are marked inside sentences."""
    body = "<p><person>Nora <name.family>Pike</name.family></person> of <location>Arden</location> said so, twice.</p>"
    assert convert(body=body).briefing.body == "Nora Pike of Arden said so, twice.\n"


def test_the_second_headline_is_the_dek_unless_it_is_a_slug() -> None:
    """Some agencies put their slug there, in capitals, and the dek into the abstract."""
    abstract = "<abstract><p>Hauliers say it will reach the shops.</p></abstract>"
    hedline = "<hedline><hl1>Port raises tolls</hl1><hl2>{}</hl2></hedline>" + abstract
    assert convert(body_head=hedline.format("Third rise since 2021")).briefing.dek == "Third rise since 2021"
    assert convert(body_head=hedline.format("PORT TOLLS")).briefing.dek == "Hauliers say it will reach the shops."
    assert (
        convert(body_head=hedline.format("Port Raises Tolls")).briefing.dek == "Hauliers say it will reach the shops."
    )


def test_the_title_of_a_writer_is_no_part_of_the_name() -> None:
    """With white space around it and without."""
    for byline in ("By RUTH ADLER<byttl>Highland Press Writer</byttl>", "By Ruth Adler, <byttl>Staff Writer</byttl>"):
        assert convert(body_head=f"<byline>{byline}</byline>").briefing.byline == ("Ruth Adler",)


def test_dates_by_their_rank() -> None:
    """The issue, else the publication, else the dateline; the date of the DTD is none of the article's."""
    story = '<dateline><location>ARDEN</location><story.date norm="20240503">May 3</story.date></dateline>'
    publication = '<pubdata date.publication="20240502T100000Z"/>'
    issue = '<docdata><date.issue norm="20240501T100000Z"/></docdata>'
    for head, body_head, day in ((issue + publication, story, 1), (publication, story, 2), ("", story, 3)):
        assert convert(head, body_head).briefing.published.day == date(2024, 5, day)
    assert convert().briefing.published is None


def test_status_rights_and_the_rest_of_the_head() -> None:
    """What is withheld is held, rights are kept, and every text of the head is in the ledger."""
    head = """<docdata management-status="withheld"><doc.copyright holder="HP"/>
    <identified-content><person>Nora Pike</person></identified-content></docdata>"""
    conversion = convert(
        head, "<rights>For Orlund alone</rights>", end="<body.end><tagline>HP desk</tagline></body.end>"
    )
    assert conversion.briefing.draft
    assert conversion.briefing.extra == {"copyright_holder": "HP", "copyright": "For Orlund alone"}
    assert {"Nora Pike", "HP desk"} <= set(aside(conversion))
