"""nutgraf.problems: what an editor is told, all of it, once each, on one line."""

from collections.abc import Callable

import pytest

from nutgraf.problems import ContentError, Level, Problem, did_you_mean, gather, has_errors, in_order


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("a.md", "is empty"), "a.md: error: is empty"),
        (Problem("a.md", "is empty", line=7), "a.md:7: error: is empty"),
        (Problem("a.md", "is empty", "remove it", 7, 3), "a.md:7:3: error: is empty (remove it)"),
        (Problem("a.md", "is odd", level=Level.WARNING), "a.md: warning: is odd"),
        (Problem("a.md", "is odd", level=Level.NOTE), "a.md: note: is odd"),
    ],
)
def test_a_problem_reads_as_path_line_column_level_message_hint(problem: Problem, line: str) -> None:
    """A message is `path:line:column: level: message (hint)`, without the parts that are not known."""
    assert str(problem) == line


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_a_problem_is_one_line_whatever_it_quotes(end: str) -> None:
    """A message stays on one line when the text it quotes has several."""
    assert len(str(Problem("a.md", f"'x{end}y' is not a date", f"write{end}2024")).splitlines()) == 1


def test_problems_come_by_place() -> None:
    """Problems are ordered by path, then line, then column as numbers."""
    wanted = [
        Problem("a.md", "m"),
        Problem("a.md", "m", "", 2, 10),
        Problem("a.md", "m", "", 10, 1),
        Problem("b.md", "m"),
    ]
    assert in_order(reversed(wanted)) == wanted


def test_a_problem_found_twice_is_told_once() -> None:
    """Equal problems are one; those that differ in the message stay apart."""
    assert in_order([Problem("a.md", "x"), Problem("a.md", "x"), Problem("a.md", "y")]) == [
        Problem("a.md", "x"),
        Problem("a.md", "y"),
    ]


def test_the_order_does_not_depend_on_the_hash_seed() -> None:
    """Problems that differ only in their rule have a fixed order too."""
    rules = [f"rule-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    found = in_order(Problem("a.md", "m", rule=rule) for rule in reversed(rules))
    assert [problem.rule for problem in found] == rules


def test_a_content_error_says_all_its_problems() -> None:
    """The exception keeps the Problems it was made of, from any iterable, and prints one a line."""
    error = ContentError(Problem("a.md", text) for text in ("one", "two"))
    assert [problem.message for problem in error.problems] == ["one", "two"]
    assert str(error) == "a.md: error: one\na.md: error: two"


def fails(*messages: str) -> Callable[[], int]:
    """Return a stage that fails with `messages`."""

    def stage() -> int:
        raise ContentError(Problem("a.md", message) for message in messages)

    return stage


def test_gather_gives_each_value_in_order() -> None:
    """When no stage fails, gather returns what each gave, and nothing for no stage."""
    assert gather(lambda: 1, lambda: "b", lambda: None) == (1, "b", None)
    assert gather() == ()


def test_gather_runs_every_stage_and_raises_all_problems_at_once() -> None:
    """One stage's failure hides no problem of the stages after it."""
    with pytest.raises(ContentError) as caught:
        gather(fails("one", "two"), lambda: 1, fails("three"))
    assert [problem.message for problem in caught.value.problems] == ["one", "two", "three"]


def test_gather_does_not_catch_our_own_faults() -> None:
    """An exception that is no ContentError is ours, and passes."""
    with pytest.raises(ZeroDivisionError):
        gather(fails("one"), lambda: 1 // 0)


@pytest.mark.parametrize(
    ("levels", "stops"),
    [([], False), ([Level.NOTE, Level.WARNING], False), ([Level.NOTE, Level.ERROR], True)],
)
def test_only_errors_stop_the_build(levels: list[Level], stops: bool) -> None:
    """Warnings and notes alone are no errors."""
    assert has_errors(Problem("a.md", "m", level=level) for level in levels) is stops


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("headine", "did you mean 'headline'?"),
        ("Headline", "did you mean 'headline'?"),
        ("HEADLINE", "did you mean 'headline'?"),
        ("bylines", "did you mean 'byline'?"),
        ("zzz", "known: headline, byline"),
        ("", "known: headline, byline"),
    ],
)
def test_a_misspelt_word_is_met_with_the_nearest_known_one(word: str, hint: str) -> None:
    """The hint names the nearest known word, else all of them."""
    assert did_you_mean(word, ["headline", "byline"]) == hint


def test_a_misspelt_zone_finds_the_known_one_in_its_own_case() -> None:
    """Known words keep their capitals in the hint."""
    assert did_you_mean("europe/berln", ["Africa/Cairo", "Europe/Berlin"]) == "did you mean 'Europe/Berlin'?"


def test_a_message_cannot_steer_a_terminal_or_fill_it() -> None:
    """What it quotes of a seed is escaped, and clipped where it is as long as a file."""
    text = str(Problem("a.md", "has '\x1b[2J\u202eevil'", "x" * 100_000))
    assert r"has '\x1b[2J\u202eevil'" in text
    assert len(text) < 1000
