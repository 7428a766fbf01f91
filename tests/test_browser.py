"""The awkward site, that of thirty briefings and that of many in Chromium: what a reader sees, served and from disk."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest

from tests import crowd, thirty

pytestmark = pytest.mark.browser

CHINESE = "aoerdemuerganggongbudongjidulunshikebiao"
BARE = "briefings/kessarys-council-meets-without-an-agenda.html"
PAGES = [
    "index.html",
    "archive.html",
    "timeline.html",
    "404.html",
    "topics/ferries.html",
    "briefings/winter-timetable.html",  # has everything, and a very long headline
    "briefings/fog.html",
    BARE,  # nothing but a headline
    "briefings/a-second-lighthouse.html",
    "briefings/arabic.html",
    f"briefings/{CHINESE}.html",
    "briefings/hostile.html",
]
KINDS = list(thirty.KINDS.values())
TURNED = [thirty.KINDS[kind] for kind in ("front", "pictures", "arabic", "story", "edition", "archive", "corrections")]
AXE = {
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2's 24 px, off unless asked for
    "resultTypes": ["violations"],  # with the next line: twice as fast
    "preload": False,
}
SHIFT = """window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))
  .observe({type: 'layout-shift', buffered: true})"""
SETTLED = "new Promise(tell => requestAnimationFrame(() => setTimeout(() => tell(window.shift), 50)))"
LEFT_EARLY = "net::ERR_ABORTED"  # the next page was asked for while the icon was on its way
SPACED = """const s = new CSSStyleSheet(); document.adoptedStyleSheets = [s];
  s.replaceSync('* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}')"""
STYLE = "((query, part) => getComputedStyle(document.querySelector(query), part))"
MARKS = ("exact", "inexact")
FONT = "getComputedStyle(document.body).fontFamily"


@pytest.fixture(scope="module")
def site(serve_folder: Callable[..., str], rich_dist: Path) -> str:
    """Return the address below which the rich site is served."""
    return serve_folder(rich_dist)


@pytest.fixture(scope="module")
def thirty_site(serve_folder: Callable[..., str], thirty_dist: Path) -> str:
    """Return the address below which the site of thirty briefings is served."""
    return serve_folder(thirty_dist)


@pytest.fixture(scope="module")
def turned_site(serve_folder: Callable[..., str], turned_dist: Path) -> str:
    """Return the address below which the same is served with its own words in Arabic."""
    return serve_folder(turned_dist)


@pytest.fixture(scope="module")
def crowd_site(serve_folder: Callable[..., str], crowd_dist: Path) -> str:
    """Return the address below which the site of many briefings is served."""
    return serve_folder(crowd_dist)


@pytest.fixture(scope="module")
def every_kind(thirty_site: str, crowd_site: str) -> list[str]:
    """Return the address of a page of each kind."""
    return [*(thirty_site + address for address in KINDS), *(crowd_site + a for a in crowd.KINDS.values())]


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Return a new, empty browser page."""
    with browser.new_context() as context:
        yield context.new_page()


def complaints_of(page: Any, site: str) -> list[str]:
    """Return a list that fills with what the browser complains of, and with requests to other hosts."""
    found: list[str] = []
    page.on("console", lambda message: found.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda r: found.append(f"{r.failure}: {r.url}") if r.failure != LEFT_EARLY else None)
    page.on("request", lambda r: found.append(f"foreign: {r.url}") if not r.url.startswith(site) else None)
    page.on("response", lambda r: found.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    return found


@pytest.mark.parametrize("address", PAGES)
def test_accessible(page: Any, site: str, address: str) -> None:
    """axe finds nothing, in the light and in the dark, on a telephone and on a desk."""
    page.goto(site + address)
    check_accessible(page)


@pytest.mark.parametrize("address", KINDS)
def test_each_kind_of_page_is_accessible(page: Any, thirty_site: str, address: str) -> None:
    """Nor on any kind of page, with a logo, a footer and colours of the site's own."""
    page.goto(thirty_site + address)
    check_accessible(page)


@pytest.mark.parametrize("address", TURNED)
def test_pages_from_right_to_left_are_accessible(page: Any, turned_site: str, address: str) -> None:
    """Nor where the site speaks Arabic."""
    page.goto(turned_site + address)
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).direction") == "rtl"
    check_accessible(page)


@pytest.mark.parametrize("kind", crowd.KINDS)
def test_parts_of_long_lists_and_what_is_found_are_accessible(page: Any, crowd_site: str, kind: str) -> None:
    """Nor on later parts of lists, in a long edition, or among what the search and the filter find."""
    page.goto(crowd_site + crowd.KINDS[kind])
    if kind in crowd.FINDERS:
        page.fill("#find", crowd.QUERY)
        page.locator(".results > li").first.wait_for()
    check_accessible(page)


def check_accessible(page: Any) -> None:
    """Fail on what axe finds."""
    from axe_playwright_python.sync_playwright import Axe

    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page, options=AXE)
            assert results.violations_count == 0, f"{width} px, {scheme}:\n{results.generate_report()}"


def test_axe_can_fail(page: Any, site: str) -> None:
    """The same run finds grey on white and a link too small to hit."""
    from axe_playwright_python.sync_playwright import Axe

    page.goto(site + "archive.html")
    page.evaluate("document.querySelector('main').innerHTML += '<p id=grey>grey</p><a href=x>.</a><a href=y>.</a>'")
    page.evaluate("document.querySelector('#grey').style = 'color:#ccc;background:#fff'")
    page.evaluate("document.querySelectorAll('main > a').forEach(a => a.style = 'display:block;font:4px serif')")
    found = {violation["id"] for violation in Axe().run(page, options=AXE).response["violations"]}
    assert {"color-contrast", "target-size"} <= found


def test_the_two_schemes_differ(page: Any, site: str) -> None:
    """Dark is dark, so that the runs above look at two things."""
    page.goto(site + "index.html")
    colours = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(set(colours)) == 2


def test_the_browser_has_nothing_to_complain_of(page: Any, site: str) -> None:
    """No page logs anything, misses a file or asks another host for one."""
    complaints = complaints_of(page, site)
    for address in PAGES:
        page.goto(site + address)
    assert complaints == []


def test_complaints_are_heard(page: Any, site: str) -> None:
    """A missing picture and an error in the console do reach the list."""
    complaints = complaints_of(page, site)
    page.goto(site + "index.html")
    page.evaluate("console.error('oh'); fetch('missing.png').catch(String)")
    page.wait_for_load_state("networkidle")
    assert [text.split(":")[0] for text in complaints if "oh" in text or "missing.png" in text] != []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_moves_while_a_page_loads(page: Any, every_kind: list[str], width: int) -> None:
    """The layout shift is nil on every kind of page, figures and logo included."""
    page.add_init_script(SHIFT)
    page.set_viewport_size({"width": width, "height": 900})
    shifts = {}
    for url in every_kind:
        page.goto(url)  # with its pictures
        shifts[url] = page.evaluate(SETTLED)
    assert {url: shift for url, shift in shifts.items() if shift} == {}


def test_a_shift_is_seen(page: Any, thirty_site: str) -> None:
    """The same measure tells of text that is pushed down."""
    page.add_init_script(SHIFT)
    page.goto(thirty_site + "index.html", wait_until="networkidle")
    page.evaluate("document.body.prepend(Object.assign(document.createElement('p'), {innerHTML: '<br><br><br>'}))")
    page.wait_for_function("window.shift > 0")


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_no_kind_of_page_scrolls_sideways(page: Any, every_kind: list[str], width: int) -> None:
    """No page is wider than the window, nor with a reader's own wide spacing (640 px: a desk's window at 200 %)."""
    page.set_viewport_size({"width": width, "height": 900})
    widths = {}
    for url in every_kind:
        page.goto(url)
        plain = page.evaluate("document.scrollingElement.scrollWidth")
        page.evaluate(SPACED)
        widths[url] = max(plain, page.evaluate("document.scrollingElement.scrollWidth"))
    assert {url: found for url, found in widths.items() if found > width} == {}


def test_too_wide_is_seen(page: Any, thirty_site: str) -> None:
    """The same measure tells of what sticks out."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(thirty_site + "index.html")
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert page.evaluate("document.scrollingElement.scrollWidth") > 320


def test_forced_colours_keep_boxes_marks_and_what_was_led_to(browser: Any, thirty_site: str) -> None:
    """Where the system sets the colours: the box has edges, marks differ by their borders, a sentence is framed."""
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(thirty_site + KINDS[0])
        assert page.evaluate(f"{STYLE}('.takeaways').borderInlineStartStyle") == "solid"
        page.goto(thirty_site + thirty.KINDS["sixty"])
        page.locator(".rests").first.click()
        assert page.evaluate(f"{STYLE}(':target').outlineStyle") == "solid"
        marks = [page.evaluate(f"{STYLE}('ol.timeline > .{kind}', '::before').borderTopWidth") for kind in MARKS]
        assert marks == ["6px", "2px"]
        page.goto(thirty_site + thirty.KINDS["undated"])
        assert page.evaluate(f"{STYLE}('ol.timeline > .undated', '::before').borderTopStyle") == "dashed"


def test_nothing_moves_for_whom_motion_is_too_much(page: Any, thirty_site: str) -> None:
    """A link within a page jumps where less motion is asked for, and glides elsewhere; nothing else moves."""
    page.goto(thirty_site + thirty.KINDS["pictures"])
    found = []
    for wish in ("no-preference", "reduce"):
        page.emulate_media(reduced_motion=wish)
        found.append(page.evaluate(f"{STYLE}('html').scrollBehavior"))
    assert found == ["smooth", "auto"]
    moving = "[...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s => s.animationName !== 'none')"
    assert page.evaluate(f"{moving}.length + document.getAnimations().length") == 0


@pytest.mark.parametrize("width", [320, 768])
def test_no_sideways_scroll(page: Any, site: str, width: int) -> None:
    """No page is wider than the window, whatever stands on it."""
    page.set_viewport_size({"width": width, "height": 900})
    widths = {}
    for address in PAGES:
        page.goto(site + address)
        widths[address] = page.evaluate("document.scrollingElement.scrollWidth")
    assert {address: found for address, found in widths.items() if found > width} == {}


def test_every_link_is_answered(page: Any, site: str) -> None:
    """Followed from the index as a browser resolves them, all links stay below /briefing/ and are found."""
    collect = "[...document.querySelectorAll('[href], [src]')].map(e => e.href || e.src)"
    origin, queue, answered = site.removesuffix("briefing/"), [site + "index.html"], {}
    while queue:
        url = urldefrag(queue.pop()).url
        if url in answered or not url.startswith(origin):
            continue
        if url.endswith(".html"):
            answered[url] = page.goto(url).status
            queue += page.evaluate(collect)
        else:
            answered[url] = page.request.get(url).status
    assert len(answered) > len(PAGES)
    assert {url: status for url, status in answered.items() if status != 200 or not url.startswith(site)} == {}


def test_missing_page_at_any_depth(page: Any, site: str) -> None:
    """The page for missing ones has its styles and leads home from any folder."""
    page.goto("about:blank")
    unstyled = page.evaluate(FONT)
    assert page.goto(site + "a/b/missing.html").status == 404
    assert page.evaluate(FONT) != unstyled
    page.click("main a >> nth=0")
    assert page.locator("h1").count() == 1
    assert page.url.startswith(site)
    assert page.url.endswith(".html")


def test_opened_from_disk(page: Any, rich_dist: Path) -> None:
    """From file:// the styles load; a click leads to a briefing, and the masthead back to the index."""
    page.goto("about:blank")
    unstyled = page.evaluate(FONT)
    page.goto((rich_dist / "index.html").as_uri())
    assert page.evaluate(FONT) != unstyled
    link = page.locator("main a[href^='briefings/']").first
    words = link.inner_text()
    link.click()
    assert page.locator("h1").inner_text() == words
    assert page.evaluate(FONT) != unstyled
    page.locator("header a[href$='index.html']").first.click()
    assert page.url == (rich_dist / "index.html").as_uri()


def test_skip_link(page: Any, site: str) -> None:
    """The first Tab shows a link that leads past the masthead."""
    page.goto(site + "briefings/fog.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_evidence_mark_leads_to_its_sentence(page: Any, site: str) -> None:
    """Where a takeaway links to its sentence, following the link targets an element that holds text."""
    page.goto(site + "briefings/winter-timetable.html")
    for link in page.locator(".takeaways a[href^='#']").all():
        link.click()
        assert page.locator(":target").inner_text().strip()


def test_print(page: Any, site: str, tmp_path: Path) -> None:
    """A briefing prints with takeaways, body and timeline, and without the masthead."""
    page.goto(site + "briefings/winter-timetable.html")
    pdf = tmp_path / "briefing.pdf"
    pdf.write_bytes(page.pdf(format="A4"))
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
        text = done.stdout.decode()
        assert "Eleven parishes signed it." in text
        assert "Monks are said to have crossed" in text
        assert "The lighthouse was built in 1980." in text
        assert "Skip to" not in text
