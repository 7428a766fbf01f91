"""nutgraf.convert.readers.feed: what RSS and Atom say of an article, and what they only hint at."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
FULL = f"<content:encoded><![CDATA[<p>{P}</p><p>{Q}</p>]]></content:encoded>"


def convert_all(*items: str) -> tuple[Conversion, ...]:
    """Convert a feed of these items."""
    feed = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title>
    {"".join(f"<item>{item}</item>" for item in items)}</channel></rss>"""
    return convert_seed(SourceFile("seeds/a.xml", feed.encode()), date(2026, 1, 1))


def convert(item: str) -> Conversion:
    """Convert a feed of one item with this headline and what stands beside it."""
    (conversion,) = convert_all(f"<title>Port raises tolls</title>{item}")
    return conversion


def test_an_article_keeps_its_name_when_the_feed_moves_on() -> None:
    """It is named by its guid, else its link, else its title: never by its place in the feed."""
    first = f"<title>Port raises tolls</title><guid>g1</guid>{FULL}"
    second = f"<title>Schools to merge</title><link>https://c.example/2</link>{FULL}"
    third = f"<title>Ferry sinks</title>{FULL}"
    names = [c.briefing.source.item for c in convert_all(first, second, third)]
    assert names == ["g1", "https://c.example/2", "Ferry sinks"]
    assert [c.briefing.source.item for c in convert_all(third, first)] == ["Ferry sinks", "g1"]
    assert [c.briefing.source.item for c in convert_all(first, first)] == ["g1", "g1 2"]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferries &amp; trains", "Ferries & trains"),
        ("Ferries &amp;amp; trains", "Ferries & trains"),
        ("<![CDATA[Ferries &amp; trains]]>", "Ferries & trains"),
        ("Mayor&amp;#8217;s plan", "Mayor’s plan"),
        ("&lt;em&gt;Lady Arden&lt;/em&gt; sinks", "Lady Arden sinks"),
        ("Fish &lt; 30 cm banned", "Fish < 30 cm banned"),
    ],
)
def test_titles_that_are_escaped_too_often(title: str, headline: str) -> None:
    """A headline is what the reader of a feed would show."""
    (conversion,) = convert_all(f"<title>{title}</title>{FULL}")
    assert conversion.briefing.headline == headline


def test_a_date_keeps_its_offset() -> None:
    """The library's own is in UTC, which may be another day."""
    published = convert(f"<pubDate>Tue, 14 May 2024 00:30:00 +0200</pubDate>{FULL}").briefing.published
    assert str(published) == "2024-05-14T00:30+02:00"
    assert str(convert(f"<dc:date>2024-05-14</dc:date>{FULL}").briefing.published) == "2024-05-14"
    assert convert(FULL).briefing.published is None


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<dc:creator>Jane Marlow</dc:creator>", ("Jane Marlow",)),
        ("<author>desk@courier.example (Tom Reed)</author>", ("Tom Reed",)),
        ("<author>desk@courier.example</author>", ()),
        ("<dc:creator>By Jane Marlow and Tom Reed</dc:creator>", ("Jane Marlow", "Tom Reed")),
    ],
)
def test_authors(author: str, byline: tuple[str, ...]) -> None:
    """An address of mail names nobody."""
    assert convert(author + FULL).briefing.byline == byline


@pytest.mark.parametrize(
    "end", ["", " [&#8230;]", " ...", " [...]", " Read more", " Continue reading Port raises tolls &#8594;"]
)
def test_a_summary_that_is_the_beginning_of_the_article(end: str) -> None:
    """It is no dek; one with words of its own is."""
    conversion = convert(f"<description><![CDATA[{P[:60]}{end}]]></description>{FULL}")
    assert conversion.briefing.dek == ""
    reason = "summary that is the beginning of the article"
    assert reason in [p.reason for p in conversion.ledger if p.place == SET_ASIDE]
    own = convert(f"<description>Shops will pay in the end.</description>{FULL}")
    assert own.briefing.dek == "Shops will pay in the end."


def test_a_feed_without_full_text_gives_partial_briefings() -> None:
    """The summary is the body, and the editor is told; a description that is the article is whole."""
    conversion = convert(f"<link>https://c.example/1</link><description>{P}</description>")
    assert conversion.briefing.body == f"{P}\n"
    assert conversion.briefing.extra == {"partial": "the feed gives no full text"}
    (problem,) = conversion.problems
    assert problem.message == "'Port raises tolls' has no full text in the feed; the briefing is partial"
    assert problem.hint == "add the text of https://c.example/1"
    whole = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in (P, Q) * 4)
    assert not convert(f"<description>{whole}</description>").problems


def test_scripts_and_lines_of_programs_are_no_text() -> None:
    """What a feed's program adds is set aside."""
    footer = "<p>The post <a href='/1'>Port raises tolls</a> appeared first on <a href='/'>Courier</a>.</p>"
    content = f"<p>{P}</p><script>alert(1)</script>{footer}"
    conversion = convert(f"<content:encoded><![CDATA[{content}]]></content:encoded>")
    assert conversion.briefing.body == f"{P}\n"
    assert "line of the feed" in [p.reason for p in conversion.ledger]


def test_a_feed_without_entries() -> None:
    """It says so."""
    (conversion,) = convert_all()
    assert [p.message for p in conversion.problems] == ["is a feed without entries; no briefing was made"]


def test_an_entry_of_atom_that_was_only_updated() -> None:
    """Atom has a date of its own for the publication: without it there is none."""
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title><entry>
    <title>Port raises tolls</title><id>i</id><updated>2024-05-14T06:30:00-03:00</updated>
    <content type="text">{P}\n\n{Q}</content></entry></feed>"""
    (conversion,) = convert_seed(SourceFile("seeds/a.atom", atom.encode()), date(2026, 1, 1))
    assert (conversion.briefing.published, str(conversion.briefing.updated)) == (None, "2024-05-14T06:30-03:00")
    assert conversion.briefing.body == f"{P}\n\n{Q}\n"
