"""nutgraf.evidence.tokens and stems: what search sees of a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.stem import PorterStemmer

from nutgraf.evidence.stems import stem
from nutgraf.evidence.tokens import fold, tokens

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A number is its value, however it is written.
        ("35,000 · 35K · thirty-five thousand · $35,000", ["#35000"] * 4),
        ("1.2bn · 1.2 billion · 1,200 million", ["#1200000000"] * 3),
        ("85% · 85 % · 85 percent · 85 per cent · 85 pct · eighty-five percent", ["#85%"] * 6),
        ("two hundred and fifty-one", ["#251"]),
        ("three million two hundred thousand and five", ["#3200005"]),
        ("a hundred and one, a dozen, two dozen", ["#101", "#12", "#24"]),
        ("1.50 and 1.5", ["#1.5", "#1.5"]),
        # Numbers that only stand beside each other.
        ("from 1 to 2 million", ["#1", "#2000000"]),
        ("1.5 million and two boats", ["#1500000", "#2", "ship"]),
        ("five, six thousand", ["#5", "#6000"]),
        ("In 1990 two men", ["#1990", "#2", "man"]),
        # One is no number worth a search; ordinals are not cardinals.
        ("one of the boats", ["ship"]),
        ("the 3rd, the third, the 1990s", ["#3th", "#3th", "#1990s"]),
        # Case tells the country.
        ("U.S. troops left us; the US did", ["america", "soldier", "leav", "america"]),
        ("The United States, American, Chinese and British", ["america", "america", "china", "britain"]),
        ("polish the shoes of the Polish", ["polish", "shoe", "poland"]),
        ("United Nations, U.N., UN", ["un", "un", "un"]),
        # Forms of one word.
        ("held, holds, holding", ["hold"] * 3),
        ("He died; two were killed; the death toll", ["kill", "#2", "kill", "kill", "toll"]),
        ("Guterres’s, Guterres's and GUTERRES", ["guterr"] * 3),
        ("Café, cafe\u0301", ["cafe", "cafe"]),
        ("couldn’t O’Brien's", ["couldnt", "obrien"]),
        # Other scripts.
        ("東京都は", ["東京", "京都", "都は"]),
        ("البلدة، بالبلدة", ["بلدة", "بلدة"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    """Words that say nothing are gone, forms of a word are one, a number is its value."""
    assert tokens(text) == found


@given(st.text())
def test_any_text_has_tokens(text: str) -> None:
    """Whatever is typed can be read, and no token is empty."""
    assert all(tokens(text))


@given(st.integers(0, 10**15))
def test_digits_are_their_value(value: int) -> None:
    """With or without commas a number is one token."""
    assert tokens(f"{value:,}") == tokens(str(value)) == [f"#{value}"]


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_folding_keeps_places(text: str) -> None:
    """A place in the folded text is the same place in the text."""
    assert len(fold(text)) == len(text)


def test_stems_are_those_of_porter() -> None:
    """The reference implementation of the algorithm gives the same stem for each word of our articles."""
    oracle = PorterStemmer(mode=PorterStemmer.ORIGINAL_ALGORITHM)
    texts = [path.read_text(encoding="utf-8") for path in (*ROOT.glob("tests/**/*.txt"), ROOT / "README.md")]
    words = {word for text in texts for word in re.findall(r"[a-z]{4,}", text.lower())}
    assert len(words) > 3000
    assert [word for word in sorted(words) if stem(word) != oracle.stem(word)] == []


@given(st.from_regex(r"[a-z]{4,12}", fullmatch=True))
def test_stems_of_any_letters_are_those_of_porter(word: str) -> None:
    """Also of what is no word."""
    assert stem(word) == PorterStemmer(mode=PorterStemmer.ORIGINAL_ALGORITHM).stem(word)
