"""nutgraf.vocabulary.languages: each language has its tables, the logic has none, and no language borrows another's."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from nutgraf.dates import READERS, Granularity, find_dates, parts
from nutgraf.models import Basis
from nutgraf.timeline import find_entries
from nutgraf.vocabulary.date_words import DateWords
from nutgraf.vocabulary.languages import date_words, timeline_words
from nutgraf.vocabulary.timeline_words import Role

PACKAGE = Path(__file__).parent.parent / "nutgraf"
LOGIC = [*sorted((PACKAGE / "dates").glob("*.py")), PACKAGE / "timeline.py"]
DAY = date(2024, 5, 8)


def words_of(language: str) -> set[str]:
    """Return every single word that stands in the tables of a language."""
    found: set[str] = set()
    for table in (date_words(language), timeline_words(language)):
        for each in fields(table):
            value = getattr(table, each.name)
            if isinstance(value, (frozenset, dict, tuple)) and each.name not in ("rules", "triggers", "named"):
                found |= {word for word in value if isinstance(word, str)}
    return found


def patterns_of(words: DateWords) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each pattern of a table by the name of its field."""
    for each in fields(words):
        value = getattr(words, each.name)
        if isinstance(value, re.Pattern):
            yield each.name, value


def texts_in(path: Path) -> Iterator[str]:
    """Yield each string in the code of a module that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("path", LOGIC, ids=lambda path: path.name)
def test_the_logic_of_dates_has_no_word_of_a_language(path: Path) -> None:
    """What a module compares text with comes from a table; its own strings name groups, rules, units and kinds."""
    names = {group for pattern, _ in date_words("en").rules.values() for group in pattern.groupindex}
    names |= {group for _, pattern in patterns_of(date_words("en")) for group in pattern.groupindex}
    names |= {"preposition", "before", "after"}  # the groups of TimelineWords.lead
    names |= {*date_words("en").units.values(), *parts._WEEKDAY_CODES, "easter", "said"}
    names |= {*date_words("en").rules, *READERS, *get_args(Granularity), *get_args(Basis), *get_args(Role)}
    own = set(texts_in(path)) - names
    assert sorted(own & words_of("en")) == []
    assert [
        text for text in own if re.search(r"[a-z]{2,} [a-z]{2,}|\\s[a-z]{2,}|\b[a-z]{2,}\|[a-z]{2,}|[a-z]{2,}\\s", text)
    ] == []


def test_a_rule_of_any_language_has_a_reader() -> None:
    """A table names readers that there are, and triggers for rules that there are."""
    for language in ("en", "de", "xx"):
        words = date_words(language)
        assert {reader for _, reader in words.rules.values()} <= set(READERS)
        assert set(words.triggers) <= set(words.rules)


def test_a_language_goes_by_its_first_part() -> None:
    """`en-GB` and `EN` are English."""
    assert date_words("en-GB") is date_words("EN") is date_words("en")
    assert timeline_words("en-GB") is timeline_words("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se abrió el 2024-05-06.", ["2024-05-06"]),
        ("Se abrió el 25/12/2024.", ["2024-12-25"]),
        ("Se abrió el 10/12/2024.", [None]),
        ("La paz de 1998 y la de 2014.", []),
        ("Il tribunale ha deciso on Tuesday, yesterday, last week and in May 2024.", []),
    ],
)
def test_a_language_without_tables_has_the_dates_of_digits_alone(text: str, found: list[str | None]) -> None:
    """ISO and unambiguous digits mean the same anywhere; no word of English is looked for."""
    assert [mention.edtf for mention in find_dates(text, DAY, "it")] == found
    assert find_entries([text], DAY, "it") == ()
