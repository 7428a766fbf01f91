"""nutgraf.convert.markdown_text: plain text and the Markdown that shows it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.convert.markdown_text import escape_markdown
from nutgraf.markdown import render_markdown

MARKS = st.sampled_from(
    [*"\\`*_[]<>&#+-=~|!().:1 a", "__0__", "&amp;", "&#65;", "***", "1. ", "# ", "<b>", "](x)", "http://"]
)


def shown(text: str) -> str:
    """Return what a reader sees of `text`, less the space that HTML folds."""
    page = render_markdown(escape_markdown(text))
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"</?[a-z0-9]+( [^>]*)?>", "", page))).strip()


@pytest.mark.parametrize(
    "text",
    [
        "1984. That was the year", "# of deaths", "* * *", "__0__", "snake_case_name", "5 * 3 * 2", "a\\b", "1) one",
        "[x](javascript:a)", "![x](y)", "<script>alert(1)</script>", "{{ x }}", "&amp; and &#65;", "- a dash", "+ plus",
        "> quoted", "~~~", "===", "`code`", "https://example.org/a_b_c", "<https://example.org>",
    ],
)  # fmt: skip
def test_copy_is_shown_to_the_letter(text: str) -> None:
    """What means something in Markdown means nothing in copy."""
    assert shown(text) == text
    assert render_markdown(escape_markdown(text)).startswith("<p>")


@given(st.lists(MARKS | st.text(max_size=5), max_size=12).map("".join))
def test_any_line_is_shown_to_the_letter(line: str) -> None:
    """The same of any single line of text."""
    line = re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+", " ", line).strip()
    assert shown(line) == re.sub(r"\s+", " ", line)
