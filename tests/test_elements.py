"""nutgraf.elements: what a page holds is the same whether its tags are read one by one or by the library."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.elements import Elements, _Collector, elements_of

PIECES = (
    '<a href="b.html">',
    '<a class="rests" href="#s1" id="x&amp;y">',
    "<a>",
    "</a>",
    '<h1 dir="auto">',
    "<h2>",
    '<h6 id="end">',
    '<img src="a.png" alt="">',
    '<img src="b.png" alt="A quay &lt;1&gt;"/>',
    "<img>",
    '<link rel="canonical" href="https://n.example/a">',
    '<link rel="alternate" href="feed.xml"/>',
    '<p id="s1">',
    '<p title="a > b">',
    "<p title='id=\"c\"'>",
    "<br />",
    "<video src=v.mp4>",
    '<A HREF="c.html" ID=d>',
    '<script type="application/ld+json">{"a": "b"}</script>',
    '<script src="search.js" defer></script>',
    '<script type="module" id="a">x > y</script>',
    "<style>p > a {}</style>",
    "<style>p::after {content: '<a href=b>'}</style>",
    "</",
    "<script>x = '<a href=\"no.html\">'</script>",
    "<SCRIPT>x = '<a href=\"no.html\">'</SCRIPT>",
    '<!-- <a href="no.html"> -->',
    "<!doctype html>",
    "1 < 2 & 3 > 2",
    '<p\nID="c">',
    "<p id = d>",
    "<p title='a=\"b\" > c'>",
    "<meta content=\"script-src 'none' = x\">",
    "<P>",
    "words ",
    "\n",
)


def by_library(text: str) -> Elements:
    """Return what the library alone finds."""
    collector = _Collector()
    collector.feed(text)
    collector.close()
    return collector.elements


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_tags_are_read_as_by_the_library(text: str) -> None:
    """Also where a page is not as our layouts write it."""
    assert elements_of(text) == by_library(text)


def test_parts_of_two_pages_are_apart() -> None:
    """What is remembered of a tag is not changed by a page that has it."""
    first, second = '<a href="b.html"><h2 id="x">', '<h2 id="x">'
    assert elements_of(first) == Elements(["b.html"], ["x"], [2], [])
    assert elements_of(second) == Elements([], ["x"], [2], [])
    assert elements_of(first) == Elements(["b.html"], ["x"], [2], [])
