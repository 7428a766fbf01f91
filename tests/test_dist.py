"""A whole awkward site, built by the real command, checked as a reader's browser and a feed reader see it.

That each check can fail is shown in test_checks.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
from feed_checks import check_atom, check_json_feed, check_news_sitemap, check_robots, check_sitemap

from nutgraf.pipeline import build_site

BASE_URL = "https://news.example/briefing/"
BRIEFINGS = {"winter-timetable", "fog", "kessarys-council-meets-without-an-agenda"}


@pytest.fixture(scope="module")
def tree(rich_dist: Path) -> Tree:
    """Return the files of the rich site's dist/."""
    return load_tree(rich_dist)


def test_every_kind_of_file_is_there(tree: Tree) -> None:
    """The addresses that DESIGN names exist, so the checks below have something to look at."""
    wanted = {
        "index.html",
        "archive.html",
        "timeline.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "timeline.ics",
        "corrections.html",
        "briefings/winter-timetable.timeline.json",
    }
    wanted |= {f"briefings/{slug}.html" for slug in BRIEFINGS} | {
        "stories/winter-timetable.html",
        "topics/ferries.html",
        "topics/tolmen-straits.html",
    }
    assert wanted <= tree.keys()
    assert len([name for name in tree if name.startswith("briefings/") and name.endswith(".html")]) == 7


def test_every_link_names_a_real_file(tree: Tree) -> None:
    """Every link, asset, CSS url() and fragment exists, letter for letter, wherever the site is opened."""
    assert check_links(tree, BASE_URL) == []


def test_own_absolute_addresses_exist(tree: Tree) -> None:
    """What feed, sitemap, robots.txt and canonical links say of the site itself is true."""
    assert check_own_urls(tree, BASE_URL) == []


def test_every_page_can_be_reached(tree: Tree) -> None:
    """No page is published that no other page leads to."""
    assert check_orphans(tree) == []


def test_hostile_text_stays_text(tree: Tree) -> None:
    """No script, inline style, handler, frame, unsafe link or third-party request, whatever a source says."""
    assert check_safe(tree) == []


def test_hostile_text_is_still_readable(tree: Tree) -> None:
    """What is made harmless is shown, not dropped."""
    text = pages(tree)["briefings/hostile.html"].text_content()
    for words in (
        'alert("headline")',
        "alert('takeaway')",
        "alert('timeline')",
        'alert("body")',
        "{{ 7 * 7 }}",
    ):
        assert words in text


def test_structure(tree: Tree) -> None:
    """Ids are unique, one h1 comes first, no heading level is skipped, lang, title and alt are there."""
    assert check_structure(tree) == []


def test_language_of_the_copy(tree: Tree) -> None:
    """A briefing in another language says so, and a right-to-left one says that too."""
    found = {page.xpath("string(//*[h1]/ancestor-or-self::*[@lang][1]/@lang)") for page in pages(tree).values()}
    assert {"ar", "zh-Hans", "en-GB"} <= found
    (arabic,) = [page for page in pages(tree).values() if page.xpath("//*[@lang='ar']//h1 | //h1[@lang='ar']")]
    assert arabic.xpath("//h1/ancestor-or-self::*[@dir][1]/@dir")[0] in ("rtl", "auto")


def test_weights(tree: Tree) -> None:
    """A page is at most 60 kB of HTML, the site 14 kB of CSS."""
    assert check_weights(tree) == []


def test_feed(tree: Tree) -> None:
    """The feed is valid Atom with absolute, unique ids, real links and RFC 3339 dates."""
    assert check_atom(tree, BASE_URL) == []


def test_each_topic_and_story_has_a_feed(tree: Tree) -> None:
    """It is as valid as the site's, and no two feeds share an id."""
    feeds = [name for name in tree if re.match(r"(topics|stories)/.*\.xml", name)]
    assert len(feeds) > 2
    assert [fault for name in feeds for fault in check_atom(tree, BASE_URL, name)] == []
    ids = [re.findall(rb"<id>(.*?)</id>", tree[name])[0] for name in ["feed.xml", *feeds]]
    assert len(ids) == len(set(ids))


def test_json_feed(tree: Tree) -> None:
    """It keeps the rules of JSON Feed, and says what the Atom feed says."""
    assert check_json_feed(tree, BASE_URL) == []


def test_news_sitemap(tree: Tree, rich_dist: Path) -> None:
    """Search engines that list news are told of the news alone; on the day of the build there was none."""
    assert "news-sitemap.xml" not in tree
    files = {file.address: file.data for file in build_site(rich_dist.parent)}
    assert check_news_sitemap(files, BASE_URL) == []
    assert b"news-sitemap.xml" in files["robots.txt"]


def test_each_briefing_is_there_as_text(tree: Tree) -> None:
    """Beside its page stands its content file, and the page says so."""
    for name, page in pages(tree).items():
        if page.xpath("//link[@type='text/markdown']"):
            assert tree[name.replace(".html", ".md")].startswith(b"---\n")
    texts = {name for name in tree if name.endswith(".md")}
    assert texts == {name.replace(".html", ".md") for name in tree if re.match(r"briefings/.*\.html", name)}


def test_sitemap(tree: Tree) -> None:
    """The sitemap names every page once and no other."""
    assert check_sitemap(tree, BASE_URL) == []


def test_robots(tree: Tree) -> None:
    """robots.txt names the sitemap."""
    assert check_robots(tree, BASE_URL) == []


def test_drafts_stay_in_the_house(tree: Tree) -> None:
    """Neither a draft's words nor its topic are in any file."""
    assert [name for name, data in tree.items() if b"nobody may see" in data or b"Secret topic" in data] == []


SMALL_SITES = {
    "empty": "",
    "one without a date": "-- content/briefings/a.md --\n---\nheadline: Fog\n---\n",
    "at a domain's root": """
        -- content/site.yaml --
        title: The Elswick Briefing
        base_url: https://news.example
        -- content/briefings/a.md --
        ---
        headline: Fog
        published: 2025-11-04
        topics: [Weather]
        ---
        Fog lay over the straits.
        """,
}


@pytest.mark.parametrize("text", SMALL_SITES.values(), ids=SMALL_SITES)
def test_small_sites(make_site: Callable[..., Path], run: Callable[..., Any], text: str) -> None:
    """A site with nothing in it, without a base_url or at a domain's root has no fault either."""
    root = make_site(text)
    done = run(root, "build")
    assert (done.exit, "error" in done.err) == (0, False)
    tree = load_tree(root / "dist")
    base_url = "https://news.example/" if "base_url" in text else ""
    found = check_links(tree, base_url) + check_orphans(tree) + check_safe(tree) + check_structure(tree)
    if base_url:
        found += check_own_urls(tree, base_url) + check_atom(tree, base_url) + check_sitemap(tree, base_url)
    assert found == []


def test_a_fault_leaves_dist_as_it_was(make_site: Callable[..., Path], run: Callable[..., Any]) -> None:
    """A broken content file ends the build with 1 and its place, and the last good dist/ stays."""
    root = make_site("-- content/briefings/a.md --\n---\nheadline: Fog\n---\n")
    assert run(root).exit == 0
    before = load_tree(root / "dist")
    (root / "content/briefings/a.md").write_text("---\nheadline: Fog\nheadine: Mist\n---\n")
    done = run(root)
    assert done.exit == 1
    assert "content/briefings/a.md:3:1: error: unknown field 'headine'" in done.err
    assert load_tree(root / "dist") == before
