"""convert/readers/html and its helpers: a saved page becomes the Draft of its article, and nothing on it is lost."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import BODY, SET_ASIDE
from nutgraf.convert.readers.html import read
from nutgraf.models import Briefing
from nutgraf.problems import ContentError
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.markup import MEDIA, SILENT

PAGES = sorted((Path(__file__).parent / "formats").glob("page_*.html"))

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
R = "Parents said that they would fight the plan in the courts, since the town had promised to keep both schools."
TEXT = f"<p>{P}</p><p>{Q}</p><p>{R}</p>"
HEAD = "Port of Elswick raises its tolls"


def convert(page: str) -> Conversion:
    """Convert a page that holds one article."""
    (conversion,) = convert_seed(SourceFile("seeds/page.html", page.encode()), date(2026, 1, 1))
    return conversion


def found(body: str, head: str = "") -> Briefing:
    """Convert a page with this head and body to its briefing."""
    briefing = convert(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>").briefing
    assert briefing is not None
    return briefing


def data(**properties: str) -> str:
    """Return a script with the JSON-LD of an article; the values are JSON."""
    values = {"@type": '"NewsArticle"', "headline": f'"{HEAD}"'} | properties
    text = ",".join(f'"{name}":{value}' for name, value in values.items())
    return f'<script type="application/ld+json">{{{text}}}</script>'


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_text_of_a_page_is_in_its_ledger_once(page: Path) -> None:
    """What a reader of the page could see stands in the ledger, in order, each block in one place."""
    (conversion,) = convert_seed(SourceFile(f"seeds/{page.name}", page.read_bytes()), date(2026, 1, 1))
    root = lxml_html.document_fromstring(page.read_bytes())
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in SILENT | MEDIA:
            element.drop_tree()
    blocks = [placed.block for placed in conversion.ledger]
    assert len({block.line for block in blocks}) == len(blocks)
    shown = "".join("".join(block.text.split()) for block in blocks if block.kind != "media")
    assert shown == "".join("".join(root.itertext()).split())


def test_json_ld_that_is_broken_is_skipped() -> None:
    """Another script, and the meta elements, still give what they have."""
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    briefing = found(f"<article><h1>{HEAD}</h1>{TEXT}</article>", broken + data(author='{"name": "Jo Hale"}'))
    assert (briefing.headline, briefing.byline) == (HEAD, ("Jo Hale",))
    assert found(f"<article><h1>{HEAD}</h1>{TEXT}</article>", broken).headline == HEAD


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ('"Jo Hale"', ("Jo Hale",)),
        ('"By Jo Hale and Ann Orr"', ("Jo Hale", "Ann Orr")),
        ('[{"@type": "Person", "name": "JO HALE"}, {"name": "https://social.example/ann"}]', ("Jo Hale",)),
        ('{"@type": "Person", "name": ["Jo Hale", "Ann Orr"]}', ("Jo Hale",)),
        ('{"@type": "Organization", "name": "Quay Wire"}', ("Quay Wire",)),
        ('{"@type": "Person", "name": "admin"}', ()),
        ('"jhale"', ()),
    ],
)
def test_authors(author: str, byline: tuple[str, ...]) -> None:
    """People without `By` and role; an organisation where no person signs; addresses and accounts are nobody."""
    assert found(f"<article><h1>{HEAD}</h1>{TEXT}</article>", data(author=author)).byline == byline


def test_a_person_on_the_page_signs_before_an_organisation_in_its_data() -> None:
    """The data often name the paper alone."""
    head = data(author='{"@type": "Organization", "name": "Quay Wire"}')
    body = f"<article><h1>{HEAD}</h1><p>By Jo Hale</p>{TEXT}</article>"
    assert found(body, head).byline == ("Jo Hale",)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-05-04T06:30:00.000Z", "2024-05-04T06:30+00:00"),
        ("2024-05-04T06:30:00+0200", "2024-05-04T06:30+02:00"),
        ("2024-05-04T06:30:00", "2024-05-04"),
        ("2024-05-04", "2024-05-04"),
        ("4 May 2024 06:30 GMT", "2024-05-04T06:30+00:00"),
        ("yesterday", ""),
        ("04/05/2024", ""),
    ],
)
def test_dates(published: str, expected: str) -> None:
    """A time counts with its zone only, and what can be read in two ways is not read."""
    briefing = found(f"<article><h1>{HEAD}</h1>{TEXT}</article>", data(datePublished=f'"{published}"'))
    assert str(briefing.published or "") == expected


def test_a_day_takes_its_time_from_a_time_element() -> None:
    """When both name the same day."""
    body = f'<article><h1>{HEAD}</h1><time datetime="2024-05-04T06:30Z">4 May</time>{TEXT}</article>'
    assert str(found(body, data(datePublished='"2024-05-04"')).published) == "2024-05-04T06:30+00:00"
    assert str(found(body, data(datePublished='"2024-05-03"')).published) == "2024-05-03"


@pytest.mark.parametrize(
    ("description", "dek"),
    [
        (
            "Fees go up from June; hauliers object to the harbour.",
            "Fees go up from June; hauliers object to the harbour.",
        ),
        (P, ""),
        (f"{P[:60]}…", ""),
        (f"{P} {Q}", ""),
        ("All the news from the coast, and more besides", ""),
        (HEAD, ""),
    ],
)
def test_a_description_is_a_dek_unless_the_article_says_it(description: str, dek: str) -> None:
    """Neither the first sentences, nor the headline, nor what a site says of itself."""
    head = f'<meta name="description" content="{description}">'
    assert found(f"<article><h1>{HEAD}</h1>{TEXT}</article>", head).dek == dek


def test_the_dek_that_is_shown_wins() -> None:
    """A description is written for search engines."""
    head = '<meta name="description" content="Everything about the tolls of the harbour of Elswick.">'
    body = f'<article><h1>{HEAD}</h1><p class="standfirst">Fees go up from June. Hauliers object.</p>{TEXT}</article>'
    assert found(body, head).dek == "Fees go up from June. Hauliers object."


@pytest.mark.parametrize(
    "head",
    [
        f"<title>{HEAD} | Elswick Courier</title>",
        f'<title>x</title><meta property="og:title" content="{HEAD} - Elswick Courier">'
        '<meta property="og:site_name" content="Elswick Courier">',
        data(headline=f'"{HEAD[:20]}…"'),
        data(headline=f'"{HEAD}"'),
    ],
)
def test_headlines(head: str) -> None:
    """Without the name of the site, and whole."""
    assert found(f"<h1>{HEAD}</h1><div>{TEXT}</div>", head).headline == HEAD


def test_what_stands_in_boxes_is_no_article() -> None:
    """Newsletters, related stories and comments are set aside with their reason; a box of takeaways is lifted."""
    box = (
        '<aside class="related"><p>Key takeaways</p><ul><li>The board voted for the rise on Monday.</li>'
        "<li>Hauliers say that shops will pay for it.</li></ul></aside>"
    )
    newsletter = (
        '<div class="newsletterSignup"><p>The best of the coast in your inbox every morning at seven.</p></div>'
    )
    conversion = convert(f"<article><h1>{HEAD}</h1><p>{P}</p>{box}<p>{Q}</p>{newsletter}<p>{R}</p></article>")
    assert conversion.briefing is not None
    assert len(conversion.briefing.takeaways) == 2
    assert conversion.briefing.body == f"{P}\n\n{Q}\n\n{R}\n"
    assert "newsletter box" in {placed.reason for placed in conversion.ledger if placed.place == SET_ASIDE}


def test_an_article_in_parts() -> None:
    """Advertisements cut it, and a class that sounds like one does not lose it."""
    part = '<div class="story-part share-enabled">{}</div><div class="ad">Advertisement</div>'
    body = found(f"<h1>{HEAD}</h1><div>{part.format(TEXT)}{part.format(f'<p>{P} {Q}</p>')}</div>").body
    assert body == f"{P}\n\n{Q}\n\n{R}\n\n{P} {Q}\n"


def test_a_page_without_an_article() -> None:
    """No briefing is made, and the ledger says why for each line."""
    conversion = convert("<nav><a href=a>News</a></nav><footer>About us</footer>")
    assert conversion.briefing is None
    assert [placed.place for placed in conversion.ledger] == [SET_ASIDE] * 2
    for page in ("", "<html></html>", "<!-- -->"):
        assert "empty" in convert(page).problems[0].message


def test_encodings() -> None:
    """The one that the page names, and when it is wrong the one that fits."""
    page = f'<meta charset="{{}}"><h1>Café</h1>{TEXT}'
    for declared, used in (
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("utf-8", "utf-8"),
        ("klingon", "utf-8"),
    ):
        text = page.format(declared).replace("Café", "Кафе" if used == "cp1251" else "Café ‘x’")
        (draft,) = read(SourceFile("a.html", text.encode(used)))
        assert draft.found.headline == ("Кафе" if used == "cp1251" else "Café ‘x’")


def test_without_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install; it is a warning, so that others are built."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    problem = convert(f"<article><h1>{HEAD}</h1>{TEXT}</article>").problems[0]
    assert "trafilatura" in problem.message
    assert 'pip install -e ".[formats]"' in problem.hint
    assert problem.level == "warning"


def test_a_page_that_is_nested_without_end() -> None:
    """It is refused, since its end would be lost; one that is only deep is read."""
    with pytest.raises(ContentError, match="too deeply"):
        read(SourceFile("a.html", ("<div>" * 10_000 + P).encode()))
    assert P in found("<div>" * 500 + TEXT + "</div>" * 500).body


def test_a_long_page_takes_bounded_time() -> None:
    """Twice the page, about twice the time."""

    def seconds(count: int) -> float:
        page = f"<article><h1>{HEAD}</h1>{f'<p>{P} <a href=x>{Q}</a></p>' * count}</article>"
        start = time.process_time()
        assert convert(page).briefing is not None
        return time.process_time() - start

    assert seconds(800) < 8 * max(seconds(200), 0.05)


def test_entities_bring_nothing_from_elsewhere() -> None:
    """A page is read without its DTD, without files and without the network."""
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><article><h1>{HEAD}</h1>{TEXT}<p>&x;</p></article>'
    )
    conversion = convert(page)
    hostname = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "no such name"
    assert all(hostname not in placed.block.text for placed in conversion.ledger)
    assert isinstance(etree.tostring(lxml_html.fromstring("<p>a</p>")), bytes)


def test_bold_lines_between_paragraphs_are_sub_heads() -> None:
    """Newsrooms write them so; a bold sentence is none."""
    body = f"<article><h1>{HEAD}</h1><p>{P}</p><p><b>Hauliers object</b></p><p>{Q}</p><p><b>{R}</b></p></article>"
    assert found(body).body == f"{P}\n\n## Hauliers object\n\n{Q}\n\n**{R}**\n"


def test_a_label_in_bold_is_cut_and_links_stay() -> None:
    """Why it matters keeps its links."""
    why = f'<p><strong>Why it matters:</strong> <a href="https://a.example/x">{Q}</a></p>'
    briefing = found(f"<article><h1>{HEAD}</h1><p>{P}</p>{why}<p>{R}</p></article>")
    assert briefing.why_it_matters == f"[{Q}](https://a.example/x)"
    assert [p.place for p in convert(f"<article><h1>{HEAD}</h1>{TEXT}</article>").ledger].count(BODY) == 3


def test_what_stands_above_the_text() -> None:
    """Buttons, tools and clocks there are no article; a list and a sub-head of its own are."""
    junk = "<p>Caption</p><div class='timestamp'>5:50 PM</div><ul><li>Copy Link</li><li>Print</li></ul>"
    own = "<li>The board voted for the rise on Monday evening.</li><li>Hauliers say that shops will pay for it.</li>"
    page = f"<article><h1>{HEAD}</h1>{junk}<ul>{own}</ul><h2>A vote at night</h2>{TEXT}</article>"
    body = found(page, data(datePublished='"2024-05-04"')).body
    assert body.startswith("- The board voted for the rise on Monday evening.\n- Hauliers")
    assert body.split("\n\n")[1] == "## A vote at night"


def test_a_page_that_says_its_language_wrongly() -> None:
    """The text is believed, and an editor is told."""
    text = (
        "<p>Der Rat der Stadt hat am Montag mit großer Mehrheit beschlossen, dass die Brücke gesperrt werden soll.</p>"
    )
    page = f'<html lang="en-US"><body><article><h1>Die Brücke</h1>{text * 3}</article></body></html>'
    conversion = convert(page)
    assert conversion.briefing is not None
    assert conversion.briefing.language == "de"
    assert "its text is in de" in conversion.problems[0].message


def test_the_article_that_a_page_names_counts_where_the_text_that_was_found_is_a_notice() -> None:
    """Density is deceived by a long notice; the page's own article has far more text."""
    notice = (
        f'<div class="notice"><p>{"This copy is for your personal use only and must not be passed on. " * 3}</p></div>'
    )
    page = f"{notice}<article><h1>{HEAD}</h1><div>{TEXT}</div></article>"
    assert found(page).body == f"{P}\n\n{Q}\n\n{R}\n"


def test_a_line_named_as_a_teaser_right_below_the_headline_is_the_dek() -> None:
    """Elsewhere the same name is that of links to other stories; below the headline it is so only where it links."""
    body = f"<article><h1>{HEAD}</h1><p class=teaser>{{}}</p>{TEXT}</article>"
    assert found(body.format("The board wants 40 million a year.")).dek == "The board wants 40 million a year."
    assert found(body.format("<a href=/b>The bridge will close in May.</a>")).dek == ""


@pytest.mark.parametrize(
    ("line", "dek"),
    [
        ("<i>Nobody was asked, says board</i>", "Nobody was asked, says board"),
        ("<i>This story was written with the help of others.</i>", ""),
        ("Nobody was <i>asked</i>, says board", ""),
    ],
)
def test_a_line_in_italics_below_the_headline_is_the_dek(line: str, dek: str) -> None:
    """It is in italics throughout; a whole sentence is rather a note of the editors."""
    assert found(f"<article><h1>{HEAD}</h1><p>{line}</p>{TEXT}</article>").dek == dek


def test_the_clocks_of_a_live_blog_stay() -> None:
    """Each post's time stands above its text; a date that is told again in the head is set aside."""
    post = "<article><time datetime='2024-05-04T{0}:00Z'>{0}</time><h2>Board on stage</h2><p>{1}</p></article>"
    posts = post.format("16:20", "It is over.") + post.format("13:05", P) + post.format("12:20", Q)
    head = "<time datetime='2024-05-04T07:00:00Z'>4 May 2024</time><time datetime='2024-05-04T16:20:00Z'>{}</time>"
    page = f"<main><h1>{HEAD}</h1>{head.format('an hour ago')}<div>{posts}</div></main>"
    briefing = found(page, data(datePublished='"2024-05-04T07:00:00Z"'))
    assert "16:20" in briefing.body
    assert "13:05" in briefing.body
    assert "an hour ago" not in briefing.body
    assert str(briefing.published) == "2024-05-04T07:00+00:00"


def test_a_label_in_the_list_of_tags_is_no_topic() -> None:
    """`Filed Under: A, B` in one element names two topics."""
    tags = "<p class=tags>Filed Under: <a href=/a>Harbours</a>, <a href=/b>Port Elswick</a></p>"
    assert found(f"<article><h1>{HEAD}</h1>{TEXT}{tags}</article>").topics == ("Harbours", "Port Elswick")


def test_links_below_a_heading_for_other_stories_go_with_it() -> None:
    """Amid the article, too, where no more than the links is under the heading."""
    box = (
        "<div class=box><h4>Read more</h4><a href=https://coastal.example/x>Bridge closed: ship on the rocks</a></div>"
    )
    briefing = found(f"<article><h1>{HEAD}</h1><p>{P}</p>{box}<p>{Q}</p><p>{R}</p></article>")
    assert briefing.body == f"{P}\n\n{Q}\n\n{R}\n"
