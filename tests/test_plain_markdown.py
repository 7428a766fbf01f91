"""nutgraf.plain_markdown: what it reads, it reads as the library does; all else it leaves to the library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf import markdown
from nutgraf.markdown import plain_sentences, render_markdown
from nutgraf.plain_markdown import read_plainly

PIECES = (
    'The tolls rise.', 'A “quote” & more; AT&T', 'R&D &amp; on', '## Why now', '# A # b', '### C ##', '-',
    '- one\n- two', '- a', '1. one', '12) x', '2024. That year', '* star', '+ plus', 'a_b_c', '_it_', '`code`',
    '<b>', '> quote', '\\*', '[x](y)', '![x](y)', '[x]: y', '    code', '  two', 'end  ', '===', '---',
    '| a | b |\n|---|---|', '~~~', 'x\ny', '\n', '\n\n', '\n\n\n', ' ', '\xa0', '\u3000', 'ferry\u2028night',
    '渡輪停航。', 'مرحبا', '"', "'", '#', '#tag', '####### seven', 'https://a.example', 'Dr. Hale said so. He left.',
    '\x85', '&#42;', '& ', 'a\\', 'a - b', '- - a', '-\n', '=', ':', ': x', '0. x', 'a*b', '\\[sic\\]', '\\- a',
    '1\\. one', '\\&amp;', 'a \\_b\\_', '\\\\', '\\a', '\\“', '\\<b\\>',
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text("ab .-#\n", max_size=6), max_size=9).map("".join)


def by_the_library(text: str, top: int, marks: dict[int, str]) -> str:
    """Return what the library makes of `text`, whether or not it is plain."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "read_plainly", lambda _: None)
        return render_markdown(text, top, marks)


@given(texts, st.integers(1, 4), st.sets(st.integers(0, 5)))
def test_what_is_read_plainly_is_what_the_library_reads(text: str, top: int, numbers: set[int]) -> None:
    """The HTML is the same to the letter, with and without marks, and so are the sentences."""
    marks = {number: f"s{number + 1}" for number in sorted(numbers)}
    assert render_markdown(text, top, marks) == by_the_library(text, top, marks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "read_plainly", lambda _: None)
        wanted = plain_sentences(text)
    assert plain_sentences(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The tolls rise.\n\nThey rise again, the port said.\n",
        "## Why now\n\nIt is June.\n\n- one thing\n- another\n\nThe “end”, A&B.",
        "Two lines\nof one paragraph.",
        "He \\[the mayor\\] paid 1\\*.\n\n2024\\. That year",
        "在碼頭，渡輪停航。\n\n市長說：「明天」。",
    ],
)
def test_usual_copy_is_read_plainly(text: str) -> None:
    """What newsrooms write takes the fast path, or the path would serve nobody."""
    assert read_plainly(text) is not None


@pytest.mark.parametrize(
    "text",
    ["a *b*", "a_b_", "[a](b)", "> a", "1. a", "* a", "    a", "a  \nb", "a\\", "&amp;", "<b>", "a\n---", "- a\n\n- b"],
)
def test_markup_is_left_to_the_library(text: str) -> None:
    """Anything that could mean more than its letters."""
    assert read_plainly(text) is None
