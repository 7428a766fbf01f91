"""nutgraf.schema: composed YAML becomes typed values, and every fault is noted at its place."""

from collections.abc import Callable
from datetime import date
from typing import Literal

import pytest

from nutgraf.frontmatter import compose
from nutgraf.models import Instant
from nutgraf.problems import Problem
from nutgraf.schema import Fields, parse_day, parse_flag

Colour = Literal["red", "green"]


def fields_of(text: str, problems: list[Problem]) -> Fields:
    """Return the fields of a YAML text that stands from line 2 of a.md."""
    return Fields(compose(text, "a.md", first_line=2), "a.md", 2, problems)


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("a: 12:30", lambda f: f.text("a"), "12:30"),
        ("a: NO", lambda f: f.text("a"), "NO"),
        ("a: 1.10", lambda f: f.text("a"), "1.10"),
        ("a: 2024-13-05", lambda f: f.text("a"), "2024-13-05"),
        ("a: '  x  '", lambda f: f.text("a"), "x"),
        ("a:", lambda f: f.text("a"), ""),
        ("b: x", lambda f: f.text("a"), ""),
        ("a: x", lambda f: f.texts("a"), ("x",)),
        ("a: [x, NO, 1.10]", lambda f: f.texts("a"), ("x", "NO", "1.10")),
        ("a:\n  - x\n  - ' y '", lambda f: f.texts("a"), ("x", "y")),
        ("a: []", lambda f: f.texts("a"), ()),
        ("a:", lambda f: f.texts("a"), ()),
        ("a: 2024-05-01", lambda f: f.instant("a"), Instant(date(2024, 5, 1))),
        ("a:", lambda f: f.instant("a"), None),
        ("a: 2024-05-01", lambda f: f.day("a"), date(2024, 5, 1)),
        ("a: true", lambda f: f.flag("a"), True),
        ("a: False", lambda f: f.flag("a", True), False),
        ("a:", lambda f: f.flag("a", True), True),
        ("a: green", lambda f: f.choice("a", Colour, "red"), "green"),
        ("a:", lambda f: f.choice("a", Colour, "red"), "red"),
        ("a: {b: x}", lambda f: f.mapping("a").text("b"), "x"),
        ("a:", lambda f: f.mapping("a").text("b"), ""),
        ("a:\n  - b: x\n  - b: y", lambda f: [item.text("b") for item in f.mappings("a")], ["x", "y"]),
        ("a:", lambda f: f.mappings("a"), []),
        ("a: {b: NO, c: [1.10, {d: ''}]}", lambda f: f.free("a"), {"b": "NO", "c": ["1.10", {"d": ""}]}),
        ("a:", lambda f: f.free("a"), {}),
    ],
)
def test_a_sound_field_has_its_type_and_no_fault(text: str, read: Callable[[Fields], object], value: object) -> None:
    """Each reader gives the value, or its default when the field is absent or empty, and notes nothing."""
    problems: list[Problem] = []
    assert read(fields_of(text, problems)) == value
    assert problems == []


@pytest.mark.parametrize(
    ("text", "read", "line", "column", "words"),
    [
        ("a: [x]", lambda f: f.text("a"), 2, 4, "'a' must be text"),
        ("b: x\na: {c: d}", lambda f: f.text("a"), 3, 4, "'a' must be text"),
        ("b: x", lambda f: f.text("a", required=True), 2, 1, "'a' is missing"),
        ("b: x\na:", lambda f: f.text("a", required=True), 3, 1, "'a' is missing"),
        ("a: '  '", lambda f: f.text("a", required=True), 2, 1, "'a' is missing"),
        ("a: [x, '']", lambda f: f.texts("a"), 2, 8, "an item of 'a' is empty"),
        ("a:\n  - x\n  - [y]", lambda f: f.texts("a"), 4, 5, "'a' must be text"),
        ("a: {b: c}", lambda f: f.texts("a"), 2, 4, "'a' must be text"),
        ("a: 2024-13-05", lambda f: f.instant("a"), 2, 4, "'2024-13-05' is not a day of the calendar"),
        ("a: 2024-05-01T09:30", lambda f: f.instant("a"), 2, 4, "has a time without its zone"),
        ("a: yesterday", lambda f: f.day("a"), 2, 4, "'yesterday' is not a date"),
        ("a: 2024-05-01T09:30Z", lambda f: f.day("a"), 2, 4, "has a time; write the date alone"),
        ("a: yes", lambda f: f.flag("a"), 2, 4, "'yes' is not one of true, false"),
        ("a: blue", lambda f: f.choice("a", Colour, "red"), 2, 4, "'blue' is not one of red, green"),
        ("a: x", lambda f: f.mapping("a"), 2, 4, "'a' must be lines of the form"),
        ("a: [x]", lambda f: f.mapping("a"), 2, 4, "'a' must be lines of the form"),
        ("a: x", lambda f: f.mappings("a"), 2, 4, "'a' must be a list"),
        ("a: {b: c}", lambda f: f.mappings("a"), 2, 4, "'a' must be a list"),
        ("a:\n  - b: c\n  - x", lambda f: f.mappings("a"), 4, 5, "an item of 'a' must be lines"),
        ("a: x", lambda f: f.free("a"), 2, 4, "'a' must be lines of the form"),
        ("a:\n  b: 1\n  b: 2", lambda f: f.free("a"), 4, 3, "'b' stands twice"),
        ("a:\n  k:\n    - b: 1\n      b: 2", lambda f: f.free("a"), 5, 7, "'b' stands twice"),
        ("a:\n  ? [b]\n  : c", lambda f: f.free("a"), 3, 5, ""),
    ],
)
def test_a_fault_is_noted_once_at_its_place(
    text: str, read: Callable[[Fields], object], line: int, column: int, words: str
) -> None:
    """Each fault is one Problem with the line and column of the value, or of the key when the value is missing."""
    problems: list[Problem] = []
    read(fields_of(text, problems))
    assert [(p.path, p.line, p.column) for p in problems] == [("a.md", line, column)]
    assert words in problems[0].message


def test_a_list_where_a_required_text_should_stand_is_one_fault() -> None:
    """A value of the wrong shape is not also said to be missing."""
    problems: list[Problem] = []
    fields_of("a: [x]", problems).text("a", required=True)
    assert [p.message for p in problems] == ["'a' must be text"]


def test_a_key_that_stands_twice_names_both_lines_and_the_first_value_holds() -> None:
    """A duplicate is a fault at the second key that names the line of the first."""
    problems: list[Problem] = []
    fields = fields_of("a: x\nb: y\na: z\n", problems)
    assert fields.text("a") == "x"
    assert [str(p) for p in problems] == ["a.md:4:1: error: 'a' stands twice (the first is on line 2; keep one)"]


def test_a_nested_key_that_stands_twice_is_a_fault_too() -> None:
    """Duplicates are found at any depth that has fields."""
    problems: list[Problem] = []
    fields_of("a:\n  b: x\n  b: y\n", problems).mapping("a")
    assert [(p.line, p.column) for p in problems] == [(4, 3)]


def test_each_field_nobody_asked_for_is_unknown_and_meets_the_nearest_known_one() -> None:
    """Finishing notes every unknown field at its key, with what it may have been meant to be."""
    problems: list[Problem] = []
    fields = fields_of("headline: x\nheadine: y\nzzz: z\n", problems)
    fields.text("headline")
    fields.text("dek")
    fields.finish()
    assert [str(p) for p in problems] == [
        "a.md:3:1: error: unknown field 'headine' (did you mean 'headline'?)",
        "a.md:4:1: error: unknown field 'zzz' (known: headline, dek)",
    ]


def test_a_key_that_is_no_text_is_an_unknown_field() -> None:
    """A list as a key is a fault at its place and no traceback."""
    problems: list[Problem] = []
    fields_of("? [a]\n: b\n", problems).finish()
    assert [(p.line, p.column) for p in problems] == [(2, 3)]


def test_the_place_of_a_field_is_its_texts_or_the_mappings() -> None:
    """`place_of` is where the text begins; for an absent field, where its mapping begins."""
    first, second = fields_of("a:\n  - b: x\n  - c: y\n    b: 'z'\n", []).mappings("a")
    assert (first.place_of("b"), second.place_of("b"), second.place_of("d")) == ((3, 8), (5, 9), (4, 5))


def test_a_text_that_is_not_written_as_it_is_has_no_column() -> None:
    """One with an escape, one on several lines and a list have their line alone."""
    fields = fields_of('a: "x\\ty"\nb: one\n  two\nc: |\n  z\nd: [e]\n', [])
    assert [fields.place_of(name) for name in "abcd"] == [(2, 0), (3, 0), (5, 0), (7, 0)]
    assert fields.places_of("d") == ((7, 5),)
    assert fields.places_of("e") == ()


@pytest.mark.parametrize("text", ["2024-02-30", "2024-5-1", "01-05-2024", "", "2024-05-01T00:00Z"])
def test_what_is_no_day_alone_is_refused(text: str) -> None:
    """A day is YYYY-MM-DD and stands in the calendar."""
    with pytest.raises(ValueError, match=r"."):
        parse_day(text)


@pytest.mark.parametrize("text", ["yes", "on", "1", "", "truth"])
def test_only_true_and_false_are_flags(text: str) -> None:
    """YAML's other words for a flag are refused, so that NO stays a country."""
    with pytest.raises(ValueError, match="true, false"):
        parse_flag(text)
