"""The site of thirty briefings keeps what is promised of every page: weights, no script, what machines read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from dist_checks import (
    Tree,
    check_links,
    check_orphans,
    check_own_urls,
    check_safe,
    check_structure,
    check_weights,
    load_tree,
    pages,
)
from lxml import etree
from lxml.html import HtmlElement

from tests import thirty

SITEMAP = etree.XMLSchema(
    etree.XML(
        """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
<xs:element name="urlset"><xs:complexType><xs:sequence>
<xs:element name="url" maxOccurs="50000"><xs:complexType><xs:all>
<xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
<xs:pattern value="https://[^\\s]+"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="lastmod" minOccurs="0"><xs:simpleType><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
</xs:element></xs:all></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
<xs:unique name="once"><xs:selector xpath="*"/><xs:field xpath="*[local-name()='loc']"/></xs:unique>
</xs:element></xs:schema>""".replace("*[local-name()='loc']", "s:loc").replace(
            "<xs:schema ", '<xs:schema xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" '
        )
    )
)
"""What sitemaps.org asks of a sitemap, as far as we use it, written anew; and each address once."""


@pytest.fixture(scope="module")
def tree(thirty_dist: Path) -> Tree:
    """Return every file of dist/."""
    return load_tree(thirty_dist)


def briefings(tree: Tree) -> dict[str, HtmlElement]:
    """Return the pages of briefings; there are thirty."""
    found = {address: page for address, page in pages(tree).items() if address.startswith("briefings/")}
    assert len(found) == 30
    return found


def meta(page: HtmlElement, name: str) -> str:
    """Return what a page says in an element of Open Graph."""
    return str(page.xpath(f"string(//meta[@property='{name}']/@content)"))


def test_every_check_of_an_output_finds_nothing(tree: Tree) -> None:
    """Links, orphans, addresses of its own, scripts, structure, and at most 60 kB of HTML and 14 kB of CSS."""
    assert check_links(tree, thirty.ROOT) == []
    assert check_own_urls(tree, thirty.ROOT) == []
    assert [check(tree) for check in (check_orphans, check_safe, check_structure, check_weights)] == [[]] * 4


def test_every_kind_of_page_is_there(tree: Tree) -> None:
    """What the other tests and the pictures look at exists, and is what it is named for."""
    assert set(thirty.KINDS.values()) <= set(tree)
    page = briefings(tree)
    assert len(page[thirty.KINDS["sixty"]].xpath("//ol[@class='timeline']/li")) == 60
    assert len(page[thirty.KINDS["forty"]].xpath("//section[@class='corrections']//li")) == 40
    assert page[thirty.KINDS["plain"]].xpath("//section") == []
    assert page[thirty.KINDS["pictures"]].xpath("//figure/img/@width") == ["1200", "360"]


def test_the_sitemap_is_valid(tree: Tree) -> None:
    """By its schema, which does refuse an address without a host, a day that does not exist and one address twice."""
    SITEMAP.assertValid(etree.fromstring(tree["sitemap.xml"]))
    text = tree["sitemap.xml"].decode()
    for wrong in (
        text.replace("https://news.example/briefing/index.html", "index.html"),
        re.sub("<lastmod>[^<]*", "<lastmod>2026-02-30", text, count=1),
        text.replace("archive.html", "index.html"),
    ):
        assert not SITEMAP.validate(etree.fromstring(wrong.encode()))


def test_open_graph_says_what_the_page_says(tree: Tree) -> None:
    """Title, address, kind, time and a picture with its size and words, each absolute and of a file that exists."""
    for address, page in briefings(tree).items():
        assert meta(page, "og:title") == page.xpath("string(//h1)"), address
        assert meta(page, "og:type") == "article"
        assert meta(page, "og:url") == thirty.ROOT + address == page.xpath("string(//link[@rel='canonical']/@href)")
        assert meta(page, "og:image").removeprefix(thirty.ROOT) in tree
        assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
        assert meta(page, "og:image:alt")
        times = page.xpath("//article/header//time/@datetime")
        assert meta(page, "article:published_time") == (times[0] if times else "")


def test_news_articles_say_what_the_page_says(tree: Tree) -> None:
    """Headline, dek, takeaways, authors, dates, topics and corrections of the data block are those that are shown."""
    for address, page in briefings(tree).items():
        data = json.loads(page.xpath("string(//script)"))
        shown = page.xpath("//article")[0]
        assert (data["@context"], data["@type"]) == ("https://schema.org", "NewsArticle")
        assert data["headline"] == shown.xpath("string(.//h1)")
        assert data.get("description", "") == shown.xpath("string(header/p[@class='dek'])")
        assert data.get("abstract", "").split("\n") == (
            [item.text.strip() for item in shown.xpath("section[@class='takeaways']//li")] or [""]
        )
        assert [author["name"] for author in data.get("author", [])] == shown.xpath(
            "header/p[@class='meta']/bdi/text()"
        )
        times = shown.xpath("header//time/@datetime")
        assert data.get("datePublished", "") == (times[0] if times else ""), address
        assert data["url"] == data["mainEntityOfPage"] == thirty.ROOT + address
        assert data["publisher"]["name"] == "Courier Press"
        assert len(data.get("correction", [])) == len(shown.xpath("section[@class='corrections']//li"))
        assert data.get("keywords", []) == shown.xpath("footer//nav//a/bdi/text()")


def test_a_corrected_briefing_says_so_at_its_top(tree: Tree) -> None:
    """With the newest day of a correction, and leads to them; others say nothing of it."""
    page = briefings(tree)
    (link,) = page[thirty.KINDS["forty"]].xpath("//article/header//a[@href='#corrections']")
    assert link.text == "Corrected 12 September 2025"
    assert page[thirty.KINDS["plain"]].xpath("//article/header//a") == []


def test_corrections_of_one_briefing_stand_together(tree: Tree) -> None:
    """Newest first across the site, with the headline once for those that follow each other."""
    sections = pages(tree)["corrections.html"].xpath("//section[@class='corrected']")
    told = [(section.xpath("string(h2)"), len(section.xpath("ul/li"))) for section in sections]
    seabirds, quay = thirty.PIECES[thirty.FORTY][0], thirty.PIECES[thirty.PICTURES][0]
    assert told == [(seabirds, 39), (quay, 1), (seabirds, 1)]


def test_the_place_opens_the_text_and_no_picture(tree: Tree) -> None:
    """A dateline stands before the first paragraph, below a figure that leads."""
    (body,) = briefings(tree)[thirty.KINDS["pictures"]].xpath("//div[@class='body']")
    assert [part.get("class", part.tag) for part in body][:3] == ["figure", "dateline", "p"]
    assert body[1].text_content() == "Port Aldermoor —"


def test_nothing_is_said_that_says_nothing(tree: Tree) -> None:
    """No reading time without a text, no order of a single entry."""
    page = briefings(tree)
    assert page[thirty.KINDS["bare"]].xpath("string(//article)").split() == ["Fog", "1", "July", "2025"]
    notes = "string(//section[@class='timeline']/p[@class='note'])"
    assert page[thirty.KINDS["pictures"]].xpath(notes) == ""
    assert page[thirty.KINDS["sixty"]].xpath(notes).startswith("Oldest first.")


def test_lists_lead_on(tree: Tree) -> None:
    """The front page to what is older; the feed of a topic by its name; a topic's newest tells its takeaways."""
    found = pages(tree)
    assert found["index.html"].xpath("//section[ul/@class='cards']/p/a/@href") == ["archive.html"]
    topic = found[thirty.KINDS["topic"]]
    assert topic.xpath("string(//main/p[@class='links']/a)") == "Feed on Ferries (Atom)"
    assert [bool(card.xpath("ul")) for card in topic.xpath("//li[@class='card']")] == [True, False, False, False]


def test_a_site_of_many_keeps_them_too(crowd_dist: Path) -> None:
    """Lists in parts and a search have no broken link, no foreign script and no heavy page either."""
    crowd = load_tree(crowd_dist)
    assert check_links(crowd, thirty.ROOT) + check_own_urls(crowd, thirty.ROOT) == []
    assert [check(crowd) for check in (check_orphans, check_safe, check_structure, check_weights)] == [[]] * 4
