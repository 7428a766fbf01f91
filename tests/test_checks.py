"""The checks of an output folder: each passes a small good site and finds the fault it is there for."""

from __future__ import annotations

from collections.abc import Callable
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
    css_links,
    load_tree,
)
from feed_checks import check_atom, check_robots, check_sitemap

BASE_URL = "https://news.example/briefing/"
GOOD = b"""<!doctype html><html lang="en"><head><title>A</title>
<link rel="stylesheet" href="assets/a.css"></head>
<body><h1 id="top">A</h1><h2>B</h2><a href="b/c.html#s1">c</a>
<a href="https://else.example/">e</a></body></html>"""
OTHER = b"""<!doctype html><html lang="en"><head><title>C</title></head><body><h1>C</h1><p id="s1">.</p>
<a href="../index.html#top">home</a></body></html>"""
LOST = b"""<!doctype html><html lang="en"><head><title>404</title></head><body><h1>404</h1>
<a href="/briefing/index.html">home</a></body></html>"""
SITE = {"index.html": GOOD, "b/c.html": OTHER, "404.html": LOST, "assets/a.css": b"p{color:red}"}
WHOLE_SITE_CHECKS = [
    lambda tree: check_links(tree, BASE_URL),
    lambda tree: check_own_urls(tree, BASE_URL),
    check_orphans,
    check_safe,
    check_structure,
    check_weights,
]


def with_body(addition: str) -> dict[str, bytes]:
    """Return the small good site with something added to its index."""
    return SITE | {"index.html": GOOD.replace(b"</body>", addition.encode() + b"</body>")}


@pytest.mark.parametrize("check", WHOLE_SITE_CHECKS)
def test_a_good_site_passes(check: Callable[[Tree], list[str]]) -> None:
    """No check finds a fault in a small good site."""
    assert check(SITE) == []


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("missing.html", "names no file"),
        ("B/C.html", "the file is b/c.html"),
        ("b/c.html#s2", "no id of b/c.html"),
        ("#bottom", "no id of index.html"),
        ("/briefing/index.html", "starts at the host's root"),
        ("../outside.html", "names no file"),
        ("b/", "names a folder"),
        (".", "names a folder"),
        (BASE_URL + "gone.html", "names no file"),
        (BASE_URL, "names a folder"),
        ("b/c.html?x=1#s2", "no id of b/c.html"),
    ],
)
def test_check_links_can_fail(link: str, fault: str) -> None:
    """A broken link is found whatever is broken about it."""
    (found,) = check_links(with_body(f'<a href="{link}">x</a>'), BASE_URL)
    assert fault in found


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="" srcset="b/c.html 1x, b/d.png 2x">',
        '<svg><use xlink:href="b/d.png"/></svg>',
        '<img alt="" src="b/d.png">',
    ],
)
def test_check_links_sees_every_attribute(markup: str) -> None:
    """A missing picture is found in src, srcset and inside SVG."""
    assert len(check_links(with_body(markup), BASE_URL)) == 1


@pytest.mark.parametrize("css", ["p{background:url(x.png)}", "p{background:url( '../x.png' )}", '@import "x.css";'])
def test_check_links_reads_css(css: str) -> None:
    """A url() and an @import of a stylesheet must exist too, seen from the stylesheet."""
    assert len(check_links(SITE | {"assets/a.css": css.encode()}, BASE_URL)) == 1
    assert check_links(SITE | {"assets/a.css": b"p{background:url(../b/c.html)}"}, BASE_URL) == []


def test_css_links_of_several_forms() -> None:
    """Quoted, unquoted and imported addresses are all read."""
    assert css_links(b"@import 'a.css'; b{c:url(d)} e{f:url(\"g\")}") == ["a.css", "d", "g"]


@pytest.mark.parametrize("link", ["index.html", "/other/index.html", "./index.html"])
def test_the_page_for_missing_ones_links_through_the_root(link: str) -> None:
    """404.html is served at any depth, so a relative link in it is broken."""
    broken = LOST.replace(b"/briefing/index.html", link.encode())
    assert len(check_links(SITE | {"404.html": broken}, BASE_URL)) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feed.xml", f'<link href="{BASE_URL}gone.html"/>'),
        ("feed.xml", f"&lt;a href=&quot;{BASE_URL}gone.html&quot;&gt;"),
        ("robots.txt", f"Sitemap: {BASE_URL}gone.xml"),
        ("index.html", f'<link rel="canonical" href="{BASE_URL}Index.html">'),
        ("timeline.ics", f"URL:{BASE_URL[:-1]}\r\n /inde\r\n x.htm\r\n"),
    ],
)
def test_check_own_urls_can_fail(name: str, text: str) -> None:
    """An absolute address of the site that does not exist is found, also when it is escaped."""
    assert len(check_own_urls(SITE | {name: text.encode()}, BASE_URL)) == 1


def test_check_orphans_can_fail() -> None:
    """A page without a link to it is found."""
    assert check_orphans(SITE | {"lonely.html": OTHER}) == ["lonely.html: no link leads here from index.html"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>1</script>",
        '<script type="text/javascript">{}</script>',
        '<script type="application/ld+json">1</script>',
        '<script type="application/ld+json">{]</script>',
        '<script type="application/ld+json" src="x.js">{}</script>',
        '<script type="application/ld+json">{"a": "<!--"}</script>',
        "<style>p{}</style>",
        '<p style="color:red">x</p>',
        '<p onclick="x()">x</p>',
        '<a href="javascript:x()">x</a>',
        '<a href=" jAvascript:x()">x</a>',
        '<a href="java&#10;script:x()">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<img alt="" src="https://evil.example/p.png">',
        '<img alt="" srcset="//evil.example/p.png 1x">',
        '<link rel="stylesheet" href="https://evil.example/s.css">',
        '<meta http-equiv="refresh" content="0;url=x">',
        '<base href="https://evil.example/">',
    ],
)
def test_check_safe_can_fail(markup: str) -> None:
    """Each way in which hostile text could act is found."""
    assert check_safe(with_body(markup)) != []


def test_check_safe_allows_data() -> None:
    """A block of JSON-LD is no script: it is not run."""
    assert check_safe(with_body('<script type="application/ld+json">{"a": "\\u003c"}</script>')) == []


def test_check_safe_allows_the_script_that_finds_where_it_finds() -> None:
    """It may run in the archive and on the search page, from its file, and nowhere else."""
    script = '<script src="assets/search.0123456789.js" defer></script>'
    page = with_body(script)["index.html"]
    assert check_safe(SITE | {"archive.html": page, "search.html": page, "assets/search.0123456789.js": b"1"}) == []
    assert check_safe(with_body(script)) != []
    for other in (script.replace("search", "evil"), script.replace("></", ">1</"), script.replace("defer", "onload=x")):
        assert check_safe(SITE | {"archive.html": with_body(other)["index.html"]}) != []


def test_check_safe_reads_styles_and_files() -> None:
    """A stylesheet that loads from elsewhere is found, and a script file."""
    assert len(check_safe(SITE | {"assets/a.css": b"p{background:url(//evil.example/p)}"})) == 1
    assert len(check_safe(SITE | {"assets/a.js": b""})) == 1


@pytest.mark.parametrize(
    "markup",
    ['<p id="top">x</p>', "<h1>x</h1>", "<h4>x</h4>", "<h3> </h3>", "<img src='b/c.html'>"],
)
def test_check_structure_can_fail(markup: str) -> None:
    """Twin ids, a second h1, a skipped level, an empty heading and a picture without alt are found."""
    assert len(check_structure(with_body(markup))) == 1


@pytest.mark.parametrize(
    ("old", "new"), [(b' lang="en"', b""), (b"<title>A</title>", b"<title> </title>"), (b"<h1 ", b"<h2 ")]
)
def test_check_structure_looks_at_the_head(old: bytes, new: bytes) -> None:
    """A page without lang, title or h1 is found."""
    assert check_structure(SITE | {"index.html": GOOD.replace(old, new)}) != []


def test_check_weights_can_fail() -> None:
    """A page of more than 60 kB and styles of more than 14 kB are found."""
    heavy = SITE | {"index.html": GOOD + b" " * 60_000, "assets/b.css": b" " * 14_000}
    assert len(check_weights(heavy)) == 2


def test_an_empty_folder_is_no_clean_result(tmp_path: Path) -> None:
    """A check of nothing fails."""
    with pytest.raises(AssertionError, match="nothing in"):
        load_tree(tmp_path)
    with pytest.raises(AssertionError, match="no HTML page"):
        check_links({"a.css": b""}, BASE_URL)


FEED = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>tag:news.example,2025:feed</id>
<updated>2025-11-04T09:00:00+03:00</updated><author><name>A</name></author>
<link rel="self" href="https://news.example/briefing/feed.xml"/>
<entry><title>E</title><id>tag:news.example,2025:c</id><updated>2025-11-04T06:00:00Z</updated>
<link href="https://news.example/briefing/b/c.html"/>
<content type="html">&lt;a href="https://news.example/briefing/index.html"&gt;x&lt;/a&gt;</content></entry></feed>"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"<title>E</title>", b"", "Expecting an element title"),
        (b"<title>T</title>", b"<title>T</title><title>U</title>", "Extra element"),
        (b'<content type="html">', b'<content type="xhtml">', "extra content"),
        (b"<content", b"<oops/><content", "extra content: oops"),
        (b"<author><name>A</name></author>", b"", "has no author"),
        (b"2025-11-04T06:00:00Z", b"2025-11-04", "no RFC 3339 date"),
        (b"2025-11-04T06:00:00Z", b"2025-11-31T06:00:00Z", "no RFC 3339 date"),
        (b"2025-11-04T06:00:00Z", b"2025-11-04T06:00:00", "no RFC 3339 date"),
        (b"2025-11-04T06:00:00Z", b"2025-11-04T06:00:01Z", "not that of the newest"),
        (b"tag:news.example,2025:c", b"tag:news.example,2025:feed", "stands 2 times"),
        (b"tag:news.example,2025:c", b"c", "not absolute"),
        (b'rel="self"', b'rel="related"', "no link to itself"),
        (b'<link href="https://news.example/briefing/b/c.html"/>', b"", "no link to its page"),
        (b"b/c.html", b"b/d.html", "names no file"),
        (b"briefing/index.html", b"briefing/gone.html", "names no file"),
        (b'a href="https://news.example/briefing/', b'a href="../', "not absolute"),
        (b"</feed>", b"", "XMLSyntaxError"),
    ],
)
def test_check_atom_can_fail(old: bytes, new: bytes, fault: str) -> None:
    """A breach of RFC 4287 or of our own rules is found and named."""
    assert check_atom(SITE | {"feed.xml": FEED}, BASE_URL) == []
    assert FEED.count(old) >= 1
    assert fault in "\n".join(check_atom(SITE | {"feed.xml": FEED.replace(old, new)}, BASE_URL))


SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://news.example/briefing/index.html</loc><lastmod>2025-11-04</lastmod></url>
<url><loc>https://news.example/briefing/b/c.html</loc><lastmod>2025-11-04T09:00:00+03:00</lastmod></url></urlset>"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"b/c.html", b"index.html", "stands 2 times"),
        (b"b/c.html", b"404.html", "is no page"),
        (b"https://news.example/briefing/b/c.html", b"b/c.html", "is no page"),
        (b"b/c.html", b"b/d.html", "b/c.html is missing"),
        (b"<lastmod>2025-11-04</lastmod>", b"<lastmod>2025-13-04</lastmod>", "no day or instant"),
        (b"+03:00", b"", "no day or instant"),
        (b"urlset", b"urls", "the root is"),
        (b"</urlset>", b"", "XMLSyntaxError"),
    ],
)
def test_check_sitemap_can_fail(old: bytes, new: bytes, fault: str) -> None:
    """A wrong, missing, double or relative address, a false day and broken XML are found."""
    assert check_sitemap(SITE | {"sitemap.xml": SITEMAP}, BASE_URL) == []
    assert fault in "\n".join(check_sitemap(SITE | {"sitemap.xml": SITEMAP.replace(old, new)}, BASE_URL))


ROBOTS = b"User-agent: *\nAllow: /\n\nSitemap: https://news.example/briefing/sitemap.xml\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"https://news.example/", b"/"), (b"User-agent: *", b"User-agent: x"), (b"Allow: /", b"Allow")],
)
def test_check_robots_can_fail(old: bytes, new: bytes) -> None:
    """A relative sitemap, a file that speaks to one robot only and a broken line are found."""
    assert check_robots({"robots.txt": ROBOTS}, BASE_URL) == []
    assert len(check_robots({"robots.txt": ROBOTS.replace(old, new)}, BASE_URL)) == 1


def test_check_atom_follows_the_base() -> None:
    """A relative link in an entry is fine where xml:base makes it absolute, and is followed."""
    based = FEED.replace(b'"html">', b'"html" xml:base="https://news.example/briefing/b/c.html">')
    relative = based.replace(b'a href="https://news.example/briefing/', b'a href="../')
    assert check_atom(SITE | {"feed.xml": relative}, BASE_URL) == []
    assert len(check_atom(SITE | {"feed.xml": relative.replace(b"../index", b"../gone")}, BASE_URL)) == 1
