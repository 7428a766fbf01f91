"""nutgraf.tongues: the language of a text by its script and its small words, and none where they do not say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.tongues import find_language, script_of
from nutgraf.vocabulary.tongues import ALPHABETS, SMALL_WORDS

TESTS = Path(__file__).parent


def texts_in(name: str) -> dict[str, str]:
    """Return the texts of a file by their language."""
    lines = (TESTS / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


TEXTS, NEAR = texts_in("tongues.txt"), texts_in("tongues_near.txt")


@pytest.mark.parametrize("name", TEXTS)
def test_a_few_sentences_tell_their_language(name: str) -> None:
    """In any script; Chinese is one language in either of its scripts."""
    assert find_language(TEXTS[name]) == name.partition("-")[0]


@pytest.mark.parametrize("name", NEAR)
def test_neighbours_are_told_apart(name: str) -> None:
    """By the words and letters that only one of them has."""
    assert find_language(NEAR[name]) == name


@pytest.mark.parametrize("text", ["", "12 300 %", "Elswick", "Port Elswick: Calder 3, Westmark 1", "🚢 🚢 🚢"])
def test_too_little_tells_nothing(text: str) -> None:
    """Names and numbers are of no language."""
    assert find_language(text) == ""


def test_names_of_another_script_do_not_decide() -> None:
    """The script of most letters counts."""
    text = "The board of Пристань and of 柳河 said on Monday that the tolls of both harbours will have to rise again."
    assert (script_of(text), find_language(text)) == ("latin", "en")


@given(st.text())
def test_every_text_has_a_language_of_the_tables_or_none(text: str) -> None:
    """Whatever comes, the answer is a tag."""
    assert find_language(text) == "" or len(find_language(text)) in (2, 3)


def test_small_words_are_in_the_letters_of_their_language() -> None:
    """A table that contradicts the other would never be found."""
    strange = {
        (language, word)
        for language, words in SMALL_WORDS.items()
        for word in words.split()
        for letter in word
        if language in ALPHABETS and not letter.isascii() and letter not in ALPHABETS[language]
    }
    assert strange == set()
