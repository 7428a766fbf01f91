"""nutgraf.render: pages and layouts in, files out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from textwrap import dedent

import pytest
from lxml import html

from nutgraf.pipeline import build_site
from nutgraf.pipeline import make_site as make_built

SITE = """
    -- content/site.yaml --
    title: The Elswick Briefing
    base_url: https://elswick.example/briefing/
    -- content/briefings/a.md --
    ---
    headline: Tolls rise
    topics: [Harbours]
    ---
    The tolls rise.
"""


PAGE = re.compile(r"briefings/.*\.html")
DATA = re.compile(r'<script type="application/ld\+json">([^<]*)</script>\n')


def built(root: object) -> dict[str, str]:
    """Return the text of every file of dist/."""
    return {file.address: file.data.decode() for file in build_site(root)}  # type: ignore[arg-type]


def test_build_site_writes_nothing(make_site: Callable) -> None:
    """`build_site` reads the folder and leaves it as it was."""
    root = make_site(SITE)
    before = sorted(root.rglob("*"))
    assert built(root)
    assert sorted(root.rglob("*")) == before


def test_links_are_relative_but_on_the_error_page(make_site: Callable) -> None:
    """A page links by relative paths; 404.html, served at any depth, by the path of base_url."""
    root = make_site(SITE)
    (root / "layouts" / "topic.html").write_text(
        '{{ link("index.html") }} {{ link(site.briefings[0]) }}', encoding="utf-8"
    )
    (root / "layouts" / "404.html").write_text('{{ link("index.html") }} {{ asset("x.css") }}', encoding="utf-8")
    (root / "static" / "x.css").write_text("p{}", encoding="utf-8")
    files = built(root)
    assert files["topics/harbours.html"] == "../index.html ../briefings/tolls-rise.html"
    first, second = files["404.html"].split()
    assert first == "/briefing/index.html"
    assert second.startswith("/briefing/assets/x.")


def test_static_files_keep_their_names_but_for_what_layouts_link_to(make_site: Callable) -> None:
    """Style sheets get the digest of their bytes into their name; a picture keeps the name that Markdown uses."""
    root = make_site(SITE)
    (root / "static" / "images").mkdir()
    (root / "static" / "images" / "quay.png").write_bytes(b"png")
    names = [file.address for file in build_site(root)]
    assert "images/quay.png" in names
    (old,) = [name for name in names if name.startswith("assets/style.")]
    (root / "static" / "style.css").write_text("p{}", encoding="utf-8")
    (new,) = [file.address for file in build_site(root) if file.address.startswith("assets/style.")]
    assert old != new


@pytest.mark.parametrize("where", ["headline", "dek", "takeaways", "topics", "byline"])
def test_markup_in_a_field_is_text_on_every_page(make_site: Callable, where: str) -> None:
    """Scraped copy is never markup: what looks like a tag is shown as it was typed."""
    hostile = """'"><script>alert(1)</script><img src=x onerror=alert(1)>'"""
    field = f"{where}: {hostile}" if where in ("headline", "dek") else f"{where}: [{hostile}]"
    headline = "" if where == "headline" else "    headline: Tolls rise\n"
    root = make_site(f"    -- content/briefings/a.md --\n    ---\n{headline}    {field}\n    ---\n    Text.\n")
    for address, text in built(root).items():
        if address.endswith(".md"):  # the content file, as plain text
            continue
        data = DATA.findall(text)
        assert [type(json.loads(block)) for block in data] == [dict] * bool(PAGE.match(address)), address
        ours = text.count('<script src="assets/search.')  # of the archive's filter
        assert text.count("<script") == len(data) + ours, address
        assert "<img" not in text, address
        hostile_nodes = (
            "//@onerror | //img | //script[not(@type='application/ld+json' or starts-with(@src, 'assets/search.'))]"
        )
        assert not address.endswith(".html") or html.fromstring(text).xpath(hostile_nodes) == []


@pytest.mark.parametrize("base_url", ["", "https://elswick.example/briefing/"])
def test_a_briefing_says_what_it_is_in_json_ld(make_site: Callable, base_url: str) -> None:
    """A page's data block holds its words as they are, and its address only when the site has one."""
    root = make_site(SITE.replace("https://elswick.example/briefing/", f'"{base_url}"').replace("Tolls", "Tölls <&"))
    (block,) = DATA.findall(built(root)["briefings/tolls-rise.html"])
    found = json.loads(block)
    assert "ö" in block
    assert (found["headline"], found["keywords"]) == ("Tölls <& rise", ["Harbours"])
    assert found.get("url", "") == (base_url and f"{base_url}briefings/tolls-rise.html")


def test_nothing_breaks_out_of_a_data_block(make_site: Callable) -> None:
    """No character that means something to HTML or to JavaScript stands in it as it is."""
    hostile = "</script><!-- <script> ]]> & ' \u2028\u2029 x"
    written = json.dumps(hostile)  # as YAML reads it
    root = make_site(f"    -- content/briefings/a.md --\n    ---\n    headline: {written}\n    ---\n    Text.\n")
    (text,) = [text for address, text in built(root).items() if PAGE.match(address)]
    (block,) = DATA.findall(text)
    assert set(block).isdisjoint("<>&'\u2028\u2029")
    assert json.loads(block)["headline"] == hostile


def test_pages_link_to_the_data_that_exists(make_site: Callable) -> None:
    """A timeline that has a date is offered as JSON, and the site's as a calendar when it has a day; else neither."""
    links = ["tolls-rise.timeline.json", "timeline.ics"]
    for date, wanted in (("2025-05-14", [True, True]), ("2025", [True, False]), ("XXXX-05", [False, False])):
        entry = f"topics: [Harbours]\n    timeline: [{{date: {date}, text: They rose.}}]"
        files = built(make_site(SITE.replace("topics: [Harbours]", entry), date))
        pages = files["briefings/tolls-rise.html"], files["timeline.html"]
        assert [f'href="{link}"' in page for link, page in zip(links, pages, strict=True)] == wanted
        assert [address in files for address in (f"briefings/{links[0]}", links[1])] == wanted


STORY = """
    -- content/briefings/a.md --
    ---
    headline: Fire at the terminal
    published: 2024-05-21
    story: terminal-fire
    why_it_matters: Bread comes from here.
    timeline:
      - {date: 2024-05-21, text: A fire at the grain terminal killed 12 dockers.}
    ---
    Text.
    -- content/briefings/b.md --
    ---
    headline: Owner charged
    published: 2024-05-30
    story: terminal-fire
    takeaways: [The owner is charged.]
    timeline:
      - {date: 2024-05-21, text: The fire at the grain terminal killed 14 dockers.}
      - {date: 2024-05-29, text: The owner was charged.}
    ---
    Text.
"""


def test_a_story_says_where_it_stands_and_how_it_was_told(make_site: Callable) -> None:
    """The newest briefing leads, why it matters is the newest that tells, then the briefings in order, then events."""
    files = built(make_site(STORY))
    page = html.fromstring(files["stories/terminal-fire.html"])
    assert page.xpath("string(//h1)") == "Terminal fire"
    assert page.xpath("string(//article//h2)") == "Owner charged"
    assert page.xpath("string(//section[@class='takeaways']//li)") == "The owner is charged."
    assert "Bread comes from here." in page.xpath("string(//section[@class='why'])")
    assert page.xpath("//ol[@class='cards']//a/text()") == ["Fire at the terminal", "Owner charged"]
    assert page.xpath("//ol[@class='timeline']/li/@data-edtf") == ["2024-05-21", "2024-05-29"]


def test_where_briefings_differ_each_is_heard(make_site: Callable) -> None:
    """Both texts stand in the timeline under their sources, and a word that they differ."""
    (event, _) = html.fromstring(built(make_site(STORY))["timeline.html"]).xpath("//ol[@class='timeline']/li")
    assert [text.strip() for text in event.xpath(".//p[position()>1]//text()") if text.strip()] == [
        "The fire at the grain terminal killed 14 dockers.",
        "Owner charged",
        "A fire at the grain terminal killed 12 dockers.",
        "Fire at the terminal",
        "The briefings differ on a number.",
    ]


def test_a_briefing_leads_to_its_story_and_its_neighbours_there(make_site: Callable) -> None:
    """The first has none before it, the last none after it; a briefing without a story says nothing of one."""
    files = built(make_site(STORY.replace("story: terminal-fire\n", "", 0)))
    first, last = (
        html.fromstring(files[f"briefings/{name}.html"]) for name in ("fire-at-the-terminal", "owner-charged")
    )
    links = "//nav[@aria-labelledby='story']//a/@href"
    assert first.xpath(links) == ["../stories/terminal-fire.html", "owner-charged.html"]
    assert last.xpath(links) == ["../stories/terminal-fire.html", "fire-at-the-terminal.html"]
    plain = built(make_site(STORY.replace("    story: terminal-fire\n", ""), "plain"))
    assert not any(a.startswith("stories/") or ("story" in text and not a.endswith(".js")) for a, text in plain.items())


def test_one_day_is_told_otherwise(make_site: Callable) -> None:
    """What two briefings tell in nearly the same words of two days names the other day."""
    said = "A fire at the grain terminal of Ellarin killed 12 dockers."
    site = STORY.replace("A fire at the grain terminal killed 12 dockers.", said)
    site = site.replace(
        "2024-05-21, text: The fire at the grain terminal killed 14 dockers.", f"2024-05-20, text: {said}"
    )
    first, second, _ = html.fromstring(built(make_site(site))["timeline.html"]).xpath("//ol[@class='timeline']/li")
    notes = [event.xpath("string(p[@class='note'])") for event in (first, second)]
    assert notes == [f"Another briefing gives {day} May 2024 for this." for day in (21, 20)]


def test_robots_turns_away_whom_the_site_names(make_site: Callable) -> None:
    """All are welcome but those that `crawlers` refuses: trainers, or all that read for language models."""
    texts = {}
    for preset in ("welcome", "no-training", "no-ai"):
        root = make_site(f"-- content/site.yaml --\ntitle: E\ncrawlers: {preset}\n", preset)
        texts[preset] = built(root)["robots.txt"]
    assert texts["welcome"] == "User-agent: *\nAllow: /\n"
    assert "User-agent: GPTBot\n" in texts["no-training"]
    assert "OAI-SearchBot" not in texts["no-training"]
    assert "User-agent: OAI-SearchBot\n" in texts["no-ai"]
    assert texts["no-ai"].endswith("Disallow: /\n")


def test_llms_txt_is_there_when_asked_for(make_site: Callable) -> None:
    """It lists each briefing as text, by an address that exists."""
    briefing = "-- content/briefings/a.md --\n---\nheadline: Tolls [again] <rise>\ndek: They do.\n---\nText.\n"
    without = built(make_site(briefing, "without"))
    asked = built(make_site(f"-- content/site.yaml --\ntitle: E\nllms: true\n{briefing}", "with"))
    assert "llms.txt" not in without
    assert "- [Tolls (again) <rise>](briefings/tolls-again-rise.md): They do.\n" in asked["llms.txt"]
    assert "briefings/tolls-again-rise.md" in asked


def test_a_year_that_opens_twice_has_its_id_once(make_site: Callable) -> None:
    """An open start stands at its end; a decade may stand amid its first year."""
    dates = ["2020-01-01", "202X", "2020-05", "../2020-06", *(f"2020-07-{day:02}" for day in range(1, 9)), "../2021"]
    entries = "".join(f'  - {{date: "{day}", text: Event {n} of the town.}}\n' for n, day in enumerate(dates))
    files = built(make_site(f"-- content/briefings/a.md --\n---\nheadline: A\ntimeline:\n{entries}---\nText.\n"))
    page = html.fromstring(files["timeline.html"])
    headings = page.xpath("//h2[@class='year']")
    assert [heading.text_content() for heading in headings] == ["2020", "the 2020s", "2020", "2021"]
    assert [heading.get("id") for heading in headings] == ["y2020", None, None, "y2021"]


def test_the_sitemap_names_no_draft(make_site: Callable) -> None:
    """A draft that `--drafts` shows asks to be in no index, and is not offered to one."""
    draft = dedent(SITE) + "-- content/briefings/b.md --\n---\nheadline: Soon\ndraft: true\n---\nText.\n"
    files = {file.address: file.data.decode() for file in make_built(make_site(draft), drafts=True).files}
    assert '<meta name="robots" content="noindex">' in files["briefings/soon.html"]
    assert "briefings/tolls-rise.html" in files["sitemap.xml"]
    assert "briefings/soon.html" not in files["sitemap.xml"]
