"""convert/readers/blocks, spans and tables: what stands on a page, once and in order, with its links and emphasis."""

from __future__ import annotations

import html
import importlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from nutgraf.convert.readers.blocks import blocks_of, find_blocks
from nutgraf.convert.readers.library import needed_for
from nutgraf.convert.readers.spans import Span, collapse, markup_of, text_of
from nutgraf.markdown import render_markdown
from nutgraf.problems import ContentError
from nutgraf.sources import SourceFile

Row = tuple[str, str]


def rows(page: str) -> list[Row]:
    """Return kind and text of each block."""
    return [(block.kind, block.text) for block in blocks_of(lxml_html.fragment_fromstring(page, create_parent="div"))]


def markup(page: str, base: str = "") -> list[str]:
    """Return the markup of each block."""
    return [block.markup for block in blocks_of(lxml_html.fragment_fromstring(page, create_parent="div"), base)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One.</p>two<div>three <b>four</b></div>five", ["One.", "two", "three four", "five"]),
        ("<p>a\n  b\t<i> c </i> d</p>", ["a b c d"]),
        ("<div>one<br><br>two<br>three</div>", ["one", "two", "three"]),
        ("<div><span>Jo Hale</span><span>3 May</span></div>", ["Jo Hale", "3 May"]),
        ("<p><span>T</span>he <b>b</b>us</p>", ["The bus"]),
        ("<p>a <x-y>b</x-y> c</p><x-y>d</x-y><x-y>e</x-y>", ["a b c", "d", "e"]),
        ("<p>a<script>b</script><style>c</style><!-- d -->e</p>", ["ae"]),
        ("<p>&nbsp;</p><p> </p><p>a&nbsp;b&shy;c&#8203;</p>", ["a\u00a0bc"]),
        ("<pre>one\ntwo</pre>", ["one", "two"]),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", ["a", "b", "c"]),
        ("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>", ["a b", "c"]),
    ],
)
def test_texts(page: str, expected: list[str]) -> None:
    """Elements that stand in a line join it, all others begin a block; white space and what is not shown is gone."""
    assert [text for _, text in rows(page)] == expected


def test_kinds() -> None:
    """Headings, quotations, captions and pictures say what they are."""
    page = (
        "<h1>a</h1><h4>b</h4><blockquote><p>c</p><p>d</p></blockquote>"
        "<figure><img src='/x/port%20gate.jpg' alt=''><figcaption>e</figcaption></figure><p>f<img alt='g'></p>"
    )
    assert rows(page) == [
        ("heading", "a"),
        ("heading", "b"),
        ("quote", "c"),
        ("quote", "d"),
        ("media", "port gate.jpg"),
        ("caption", "e"),
        ("media", "g"),
        ("text", "f"),
    ]
    assert [block.level for block in blocks_of(lxml_html.fromstring("<div><h1>a</h1><h4>b</h4></div>"))] == [2, 4]


def test_pixels_that_count_readers_are_no_pictures() -> None:
    """They have no size."""
    assert rows("<img src='https://count.example/p.gif' width='1' height='1'>") == []


def test_lists() -> None:
    """An item keeps its bullet or number; nested ones follow, and an item of several paragraphs is no line."""
    page = (
        "<ul><li>a</li><li>b<ul><li><p>c</p></li></ul></li></ul><ol start='3'><li>d</li><li><p>e</p><p>f</p></li></ol>"
    )
    blocks = blocks_of(lxml_html.fromstring(f"<div>{page}</div>"))
    assert [(b.kind, b.marker, b.text) for b in blocks] == [
        ("item", "•", "a"),
        ("item", "•", "b"),
        ("item", "•", "c"),
        ("item", "3.", "d"),
        ("text", "", "e"),
        ("text", "", "f"),
    ]


def test_tables_of_data() -> None:
    """A table is one block, and a table again as Markdown; one with its text in cells for the layout is none."""
    page = (
        "<table><caption>Votes</caption><tr><th>Town</th><th>Votes</th></tr>"
        "<tr><td>Elswick | East</td><td>12</td></tr><tr><td colspan='2'>All</td></tr></table>"
    )
    assert rows(page) == [("text", "Votes"), ("table", "Town Votes Elswick | East 12 All")]
    assert markup(page)[1] == "| Town | Votes |\n| --- | --- |\n| Elswick \\| East | 12 |\n| All |  |"
    assert "<td>Elswick | East</td>" in render_markdown(markup(page)[1])


def test_tables_in_tables_take_no_time() -> None:
    """Newsletters nest them deeply."""
    depth = 60
    page = "<table><tr><td>" * depth + "text" + "</td><td></td></tr></table>" * depth
    assert rows(page) == [("text", "text")]


def test_links_and_emphasis() -> None:
    """They are kept as Markdown; a link that would lead nowhere, or run a script, is its text."""
    page = (
        "<p>The <b>board <i>voted</i></b> for <a href='/toll (new)'>the <b>toll</b></a>!<a href='https://a.example'>x</a></p>"
        "<p><a href='javascript:alert(1)'>a</a> <a href='#top'>b</a> <a href='http://[bad'>c</a></p><h2><b>d</b></h2>"
    )
    assert markup(page, "https://news.example/a/b.html") == [
        "The **board** ***voted*** for [the **toll**](https://news.example/toll%20%28new%29)\\![x](https://a.example)",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a<b> b </b>c</p>", "a **b** c"),
        ("<p>5<b>*3</b></p>", ""),
        ("<p>say<b>“no”</b>now</p>", ""),
        ("<p>say <b>“no”</b>, now</p>", "say **“no”**, now"),
        ("<p>wow!<a href='https://a.example'>x</a></p>", "wow\\![x](https://a.example)"),
    ],
)
def test_emphasis_that_markdown_cannot_write(page: str, expected: str) -> None:
    """It is left out, so that no star is shown."""
    assert markup(page) == [expected]


SPANS = st.lists(
    st.builds(
        Span,
        st.text(st.sampled_from("ab *_[]()!<>&;#1.-`\\ “”"), max_size=6),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "", "https://a.example/x_(y)?a=1&copy;b"]),
    ),
    max_size=6,
)


@given(SPANS)
def test_markup_shows_the_text(spans: list[Span]) -> None:
    """Whatever is emphasised and linked, a reader sees the text to the letter."""
    line = collapse(spans)
    page = html.unescape(re.sub(r"<[^>]+>", "", render_markdown(markup_of(line))))
    assert page.split() == (text_of(line).split() if markup_of(line) else [])


def test_a_library_that_is_not_installed() -> None:
    """The message names it and says what to install."""
    with (
        pytest.raises(ContentError, match=r"without frobnicate, .*pip install .*\[formats\]"),
        needed_for(SourceFile("a.x", b"")),
    ):
        importlib.import_module("frobnicate.parser")


def test_deep_pages() -> None:
    """Nesting has no end that Python sets."""
    root = lxml_html.Element("div")
    inner = root
    for _ in range(10_000):
        inner = etree.SubElement(inner, "div")
    inner.text = "deep"
    assert [found.block.text for found in find_blocks(root)] == ["deep"]
