"""Search and the filter of the archive: what a build makes for them, and what a reader finds, in Chromium."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome, serving
from dist_checks import check_links, check_safe, check_structure, check_weights, load_tree, pages
from whole_site import write_site

from nutgraf import cli, search
from nutgraf.models import OutputFile, Settings
from nutgraf.render import CONTENT_POLICY, policy_of
from nutgraf.search import index_pages, plan_search

BASE_URL = "https://elswick.example/briefing/"
TEXT = f"""\
-- content/site.yaml --
title: The Elswick Briefing
base_url: {BASE_URL}
search: true

-- content/briefings/heron.md --
---
headline: A heron at the “old” crane
published: 2026-03-01
topics: [Birds]
---
The purple heron nests <script>alert(1)</script> & stays, said the Überwacher.

-- content/briefings/ferry.md --
---
headline: Der Fährmann schläft
published: 2024-01-05
---
Nothing was heard of the heron that is not purple.

-- content/briefings/arabic.md --
---
headline: ارتفاع رسوم الميناء
language: ar
---
ارتفعت رسوم الميناء للمرة الثالثة.

-- content/briefings/chinese.md --
---
headline: 港口公布冬季渡轮时刻表
language: zh
---
新时刻表自十二月起生效。
"""
MANY = 170  # more than one part of the archive


def built(root: Path, text: str) -> dict[str, bytes]:
    """Return dist/ of the site that `text` describes."""
    write_site(root, text)
    assert cli.main(["build", "-q", "--root", str(root)]) == 0
    return load_tree(root / "dist")


def many() -> str:
    """Return briefings enough for an archive in parts."""
    matter = "headline: Notice {0} of the harbour\npublished: 2020-{1:02}-01"
    one = f"-- content/briefings/n{{0}}.md --\n---\n{matter}\n---\nText {{0}}.\n\n"
    return "".join(one.format(number, number % 12 + 1) for number in range(MANY))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return dist/ of a site that can be searched."""
    return built(tmp_path_factory.mktemp("search") / "site", TEXT)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dist/ of a site of many briefings that cannot be searched."""
    root = tmp_path_factory.mktemp("plain") / "site"
    built(root, TEXT.replace("search: true", "") + many())
    return root / "dist"


def test_the_index_is_the_same_each_time() -> None:
    """The same pages give the same files, with what a browser needs and no more."""
    page = b"<html lang=en><body>No.<article data-pagefind-body><h1>Fog</h1><p>Fog lay.</article>"
    given = [OutputFile(f"briefings/{name}.html", page) for name in "abc"]
    files = index_pages(given, "en-GB")
    assert files == index_pages(given, "en-GB")
    names = {file.address for file in files}
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/pagefind-entry.json"} <= names
    assert [name for name in names if "-ui" in name or "highlight" in name] == []
    fragments = [file.data for file in files if file.address.startswith("pagefind/fragment/")]
    texts = [json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in fragments]
    assert sorted(text["url"] for text in texts) == [f"/briefings/{name}.html" for name in "abc"]
    assert {text["content"] for text in texts} == {"Fog. Fog lay."}


def test_an_index_of_nothing_is_one_too() -> None:
    """A site may ask for search before it has a briefing."""
    assert "pagefind/pagefind.js" in {file.address for file in index_pages([], "en")}


def test_a_fault_of_the_program_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that tells of a fault, or none at all, ends the build."""
    with pytest.raises(RuntimeError, match="Pagefind"):
        search._ask([{"type": "NoSuchRequest"}])
    monkeypatch.setattr(search, "_program", lambda: Path(shutil.which("true") or "true"))
    with pytest.raises(RuntimeError, match="0 of 2 answers"):
        index_pages([], "en")


def test_a_missing_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the extra; a site without search does not ask."""
    monkeypatch.setitem(__import__("sys").modules, "pagefind_bin", None)
    with pytest.raises(Exception, match=r"`search` needs Pagefind.*pip install.*\[search\]"):
        plan_search(Settings("x", search=True))
    assert plan_search(Settings("x")) == ()


def test_the_built_site_holds(tree: dict[str, bytes]) -> None:
    """Links lead somewhere, nothing runs but our script where it may, structure and weights are as everywhere."""
    assert check_links(tree, BASE_URL) + check_safe(tree) + check_structure(tree) + check_weights(tree) == []
    assert {"search.html", "pagefind/pagefind.js"} <= tree.keys()
    for page in pages(tree).values():
        if not page.xpath("//meta[@http-equiv='refresh']"):
            assert page.xpath("//header//a[contains(@href, 'search.html')]")


def test_only_briefings_are_searched(tree: dict[str, bytes]) -> None:
    """Their articles are marked, and search.html is none of the pages that others list."""
    marked = {address for address, page in pages(tree).items() if page.xpath("//article[@data-pagefind-body]")}
    assert marked == {address for address in tree if address.startswith("briefings/") and address.endswith(".html")}
    assert b"search.html" not in tree["sitemap.xml"]
    assert pages(tree)["search.html"].xpath("//meta[@name='robots']/@content") == ["noindex"]


def policies(tree: dict[str, bytes]) -> dict[str, str]:
    """Return the policy of each page."""
    found = {a: page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") for a, page in pages(tree).items()}
    return {address: policy for address, (policy,) in found.items()}


def test_a_page_may_run_only_what_it_has(tree: dict[str, bytes], plain: Path) -> None:
    """Scripts may run in the archive and the search; WebAssembly where search is on; what hosts send allows both."""
    script, wasm = "; script-src 'self'", "; script-src 'self' 'wasm-unsafe-eval'"
    found = policies(tree)
    assert found.pop("search.html") == CONTENT_POLICY + wasm
    assert found.pop("archive.html") == CONTENT_POLICY + script
    assert set(found.values()) == {CONTENT_POLICY}
    assert CONTENT_POLICY + wasm in tree["_headers"].decode()
    without = policies(load_tree(plain))
    assert {a for a, policy in without.items() if policy != CONTENT_POLICY} == {"archive.html", "archive/1.html"}
    assert policy_of("_headers", Settings("x")) == CONTENT_POLICY + script
    assert f"{CONTENT_POLICY}{script};" in (plain / "_headers").read_text(encoding="utf-8")


def test_without_search_there_is_none(plain: Path) -> None:
    """No page, no index, no mark of it; the archive has its filter, and what it reads."""
    files = load_tree(plain)
    assert [name for name in files if "pagefind" in name or name == "search.html"] == []
    assert [name for name, data in files.items() if name.endswith(".html") and b"pagefind" in data] == []
    assert check_links(files, BASE_URL) + check_safe(files) + check_structure(files) + check_weights(files) == []
    headlines = files["archive/headlines.js"].decode()
    rows = json.loads(headlines.removeprefix("filterHeadlines(").removesuffix(");\n"))
    assert len(rows) == MANY + 4
    assert ["1 March 2026", "briefings/a-heron-at-the-old-crane.html", "A heron at the “old” crane"] in rows


def test_a_short_archive_needs_no_list(tree: dict[str, bytes]) -> None:
    """All its headlines are on the page."""
    assert "archive/headlines.js" not in tree
    assert pages(tree)["archive.html"].xpath("//div[@class='find']/@data-source") == [""]


def test_what_search_wrote_is_taken_away(make_site: Callable[..., Path], run: Callable[..., Outcome]) -> None:
    """A second build changes nothing; one without search leaves none of it; serve's build has it too."""
    root = make_site(TEXT)
    run(root, "build", "-q")
    before = load_tree(root / "dist")
    assert run(root, "build").out.endswith(", 0 written, 0 removed\n")
    settings = root / "content" / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("search: true", ""), encoding="utf-8")
    run(root, "build", "-q")
    after = load_tree(root / "dist")
    assert [name for name in before if name.startswith("pagefind/")] != []
    assert [name for name in after if "pagefind" in name or "search.html" in name] == []


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Return a browser page that fails the test for whatever it complains of."""
    found: list[str] = []
    with browser.new_context() as context:
        opened = context.new_page()
        opened.on("console", lambda message: found.append(message.text))
        opened.on("pageerror", lambda error: found.append(str(error)))
        opened.complaints = found
        yield opened


def find(page: Any, words: str, count: int) -> list[tuple[str, str]]:
    """Type `words`, wait for as many results, and return them as (headline, address)."""
    page.fill("#find", "")
    page.fill("#find", words)
    said = f"Found: {count}" if count else "Nothing found."
    page.get_by_text(said, exact=True).wait_for()
    wait_for(page, min(count, 20))
    return [(link.inner_text(), link.get_attribute("href")) for link in page.locator(".results .headline").all()]


def wait_for(page: Any, count: int) -> None:
    """Wait until there are so many results."""
    if count:
        page.locator(".results > li").nth(count - 1).wait_for()
    assert page.locator(".results > li").count() == count


@pytest.mark.browser
def test_search_finds_a_phrase_below_a_path(page: Any, tree: dict[str, bytes]) -> None:
    """From the header to the page to the briefing: words in any order, a phrase as it stands, in any language."""
    headline = "A heron at the “old” crane"
    with serving(tree, "/briefing/") as site:
        page.goto(site + "index.html")
        page.click("header a[href$='search.html']")
        assert {words for words, _ in find(page, "purple heron", 2)} == {headline, "Der Fährmann schläft"}
        assert find(page, '"purple heron nests"', 1) == [(headline, f"{site}briefings/a-heron-at-the-old-crane.html")]
        assert "<script>alert(1)</script> & stays" in page.inner_text(".results .dek")
        assert page.inner_text(".results .dek mark >> nth=0").lower() == "purple"
        assert page.inner_text(".results .meta") == "1 March 2026"
        assert find(page, "رسوم", 1)[0][0] == "ارتفاع رسوم الميناء"
        directions = "element => [...element.children].map(child => getComputedStyle(child).direction)"
        assert page.locator(".results li").evaluate(directions) == ["rtl", "rtl"]
        assert find(page, "季渡轮", 1)[0][0] == "港口公布冬季渡轮时刻表"
        assert find(page, "渡季", 0) == []
        assert "min read" not in page.inner_text("main")
        find(page, "nests", 1)
        page.click(".results a")
        assert page.locator("h1").inner_text() == headline
        page.go_back()
        wait_for(page, 1)
        assert page.input_value("#find") == "nests"
        assert page.complaints == []


@pytest.mark.browser
def test_search_finds_one_in_a_thousand(page: Any, tree: dict[str, bytes]) -> None:
    """The phrase of one briefing is found among a thousand, and a word of all of them twenty at a time."""
    body = (
        "<html lang=en><body><article data-pagefind-body><h1>Notice {0}</h1><p>The tide came at {0} o’clock.</article>"
    )
    given = [OutputFile(f"briefings/{n}.html", body.format(n).encode()) for n in range(1000)]
    small = {name: data for name, data in tree.items() if not name.startswith("pagefind/")}
    with serving({**small, **{file.address: file.data for file in index_pages(given, "en")}}, "/briefing/") as site:
        page.goto(site + "search.html?q=tide")
        assert len(find(page, "tide", 1000)) == 20
        page.click(".more button")
        wait_for(page, 40)
        assert find(page, '"came at 777 o’clock"', 1) == [("Notice 777", f"{site}briefings/777.html")]
        assert page.is_hidden(".more")
        assert page.complaints == []


@pytest.mark.browser
def test_filter_of_a_short_archive(page: Any, tree: dict[str, bytes], tmp_path: Path) -> None:
    """Opened from disk, it finds headlines by their words, whatever the accents and case; an empty box shows all."""
    for name, data in tree.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page.goto((tmp_path / "archive.html").as_uri())
    assert find(page, "SCHLAFT fahr", 1)[0][0] == "Der Fährmann schläft"
    assert page.is_hidden(".listing")
    assert find(page, "nothing like it", 0) == []
    page.fill("#find", " ")
    assert page.is_visible(".listing")
    assert page.locator(".results li").count() == 0
    find(page, "heron", 1)
    page.click(".results a.headline")
    assert page.locator("h1").inner_text() == "A heron at the “old” crane"
    assert page.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("part", ["archive.html", "archive/1.html"])
def test_filter_of_a_long_archive(page: Any, plain: Path, part: str) -> None:
    """From disk, and from any part, headlines of all parts are found, twenty at a time."""
    page.goto((plain / part).as_uri())
    assert find(page, "notice 123 ", 1) == [
        ("Notice 123 of the harbour", (plain / "briefings" / "notice-123-of-the-harbour.html").as_uri())
    ]
    assert len(find(page, "of the harbour", MANY)) == 20
    page.click(".more button")
    wait_for(page, 40)
    page.fill("#find", "")
    assert page.is_visible(".listing")
    assert page.complaints == []


@pytest.mark.browser
def test_nothing_dead_without_script(browser: Any, tree: dict[str, bytes]) -> None:
    """Without script no box is seen: the search says where everything is, the archive is whole."""
    with serving(tree, "/briefing/") as site, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site + "search.html")
        assert page.is_hidden("#find")
        assert page.locator("main a[href='archive.html']:visible").count() == 1
        page.goto(site + "archive.html")
        assert page.is_hidden("#find")
        assert page.locator(".row:visible").count() == 4


@pytest.mark.browser
def test_search_from_disk_says_so(page: Any, tree: dict[str, bytes], tmp_path: Path) -> None:
    """Where there is no server, the page leads to the archive."""
    for name in ("search.html", *(name for name in tree if name.startswith("assets/"))):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(tree[name])
    page.goto((tmp_path / "search.html").as_uri())
    page.fill("#find", "heron")
    page.wait_for_selector(".off:visible a[href='archive.html']")


@pytest.mark.browser
def test_pages_that_find_are_accessible(page: Any, tree: dict[str, bytes]) -> None:
    """axe finds nothing on them, with results, in the light and in the dark, and nothing moves when they load."""
    from axe_playwright_python.sync_playwright import Axe
    from test_browser import AXE

    shift = """new Promise(done => { const moves = new PerformanceObserver(() => {});
        moves.observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(moves.takeRecords().length), 300) })"""
    with serving(tree, "/briefing/") as site:
        for address, words, count in (("search.html", "heron", 2), ("archive.html", "heron", 1)):
            page.goto(site + address)
            assert page.evaluate(shift) == 0
            find(page, words, count)
            for width in (390, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                for scheme in ("light", "dark"):
                    page.emulate_media(color_scheme=scheme)
                    results = Axe().run(page, options=AXE)
                    assert results.violations_count == 0, results.generate_report()
