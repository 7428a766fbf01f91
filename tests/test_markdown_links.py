"""nutgraf.markdown.links: links are taken out of a text, and nothing else of it changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import html

from nutgraf.markdown import render_markdown
from nutgraf.markdown.links import without_links


def is_of_the_web(address: str) -> bool:
    """Tell whether a link stays here."""
    return address.startswith("https:")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[x](y.md) and [z](https://e)", "x and [z](https://e)"),
        ("[a](b) [a](b) [a](https://b) [a](b)", "a a [a](https://b) a"),
        ("[![alt *x*](i.png)](https://e) [![a](https://e)](l.md)", "[alt *x*](https://e) ![a](https://e)"),
        ("[![a](b.png)](l.md)", "a"),
        ("[[x](y)](https://z)", "[x](https://z)"),
        ("[# x](y)\n[1. x](z)", "\\# x\n1\\. x"),
        ("# [x](y)\n\n- [- a](b)\n- [*c*](d)", "# x\n\n- \\- a\n- *c*"),
        ("| a | b |\n|-|-|\n| [x](y) | [a\\|b](c) |", "| a | b |\n|-|-|\n| x | a\\|b |"),
        ("> - [a\n>   b][q]\n\n[q]: <z z>\n", "> - a\n>   b\n\n[q]: <z z>\n"),
        ("[x](\n  <y>\n  'z'\n) z", "x z"),
        ("\r\n[x](y)\r\nz\r[q](r)", "\r\nx\r\nz\rq"),
        ("`[x](y)` \\[x](y) [x] (y)", "`[x](y)` \\[x](y) [x] (y)"),
        ("![](p.jpg)", ""),
        ("[[x](y)](z)", "\\[x](z)"),
        ("![[x](y)](z) ![a ![b](c)](https://d)", "x ![a b](https://d)"),
    ],
)
def test_the_words_of_a_link_stay(text: str, left: str) -> None:
    """In a form that means no more than it did; what only looks like a link is left alone."""
    assert without_links(text, is_of_the_web)[0] == left


def test_the_addresses_are_told_in_order() -> None:
    """Each once."""
    text = "[a](b) ![c](d)\n\n[e](https://f) [g](b)"
    assert without_links(text, is_of_the_web) == ("a c\n\n[e](https://f) g", ("b", "d"))


words = st.sampled_from(["x", "y z", "*a*", "`b`", "\\[", "1. q", "# r", "c|d", "- s", "[x](https://e)", " "])
targets = st.sampled_from(["y", "https://e", "<a b>", "y 'T'", "", "#f", "javascript:x"])
links = st.builds("{}[{}]({})".format, st.sampled_from(["", "!"]), words, targets)
nested = st.builds("[{}]({})".format, links, targets)
references = st.sampled_from(["[x][d]", "[d]", "[x][e]", "![d]"])
starts = st.sampled_from(["", "> ", "- ", "# ", "1. ", "> > ", "  ", "    ", "| "])
lines = st.builds(
    "".join, st.tuples(starts, st.lists(st.one_of(words, links, nested, references), max_size=5).map("".join))
)
texts = st.lists(lines, max_size=6).map("\n".join).map("{}\n\n[d]: y\n[e]: https://e\n".format)


@given(texts)
def test_no_such_link_is_left_and_no_word_is_lost(text: str) -> None:
    """Or the text is refused; what is left is left alone the next time."""
    try:
        left, gone = without_links(text, is_of_the_web)
    except ValueError:
        assume(False)
        raise
    assert without_links(left, is_of_the_web) == (left, ())
    assert (left == text) == (not gone)
    before, after = (html.fromstring(f"<div>{render_markdown(each)}</div>") for each in (text, left))
    for element in after.iter("a", "img"):
        assert is_of_the_web(element.get("href", element.get("src", "")))
    assert shown(after) == shown(before)


def shown(root: html.HtmlElement) -> str:
    """Return what is read, pictures by their words; without what may have become part of a link that stays."""
    for picture in root.iter("img"):
        picture.text = picture.get("alt")
    return re.sub(r"\s|[\[\]!]|\(https://e\)", "", root.text_content())
