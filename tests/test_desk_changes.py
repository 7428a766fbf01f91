"""nutgraf.desk.changes: what changed in a published article, and whether a correction says so."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome
from test_history import git

from nutgraf.desk import check_site
from nutgraf.models import Briefing, Correction, Settings, Site
from nutgraf.problems import Problem

PATH = "content/briefings/a.md"
BODY = """A fire tore through the terminal at Port Ellarin on Tuesday, forcing 400 people from their homes.

Nobody was killed, said the commander, Ilse Roemer. The terminal was built in March 1958.
"""
BEFORE = Briefing(PATH, "a", "A", body=BODY, body_line=9)


def changes(after: Briefing, before: Briefing | None = BEFORE) -> list[Problem]:
    """Return the changes that the desk finds in a briefing that was once `before`."""
    site = Site(Settings("A", base_url="https://a.test/"), (after,), (), ())
    problems = check_site(site, [], earlier={PATH: before} if before else {})
    return [problem for problem in problems if problem.rule == "uncorrected-change"]


def rewritten(*pairs: tuple[str, str]) -> Briefing:
    """Return the briefing with its body rewritten."""
    body = BODY
    for old, new in pairs:
        assert old in body
        body = body.replace(old, new)
    return replace(BEFORE, body=body)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("400", "500", 9, "'400' was changed to '500'"),
        ("Ilse Roemer", "Ilse Marlow", 11, "'Roemer' was changed to 'Marlow'"),
        ("March 1958", "May 1985", 11, "'March 1958' was changed to 'May 1985'"),
        ("on Tuesday", "on Wednesday", 9, "'Tuesday' was changed to 'Wednesday'"),
        ("forcing 400 people", "forcing people", 9, "'400' was taken out"),
        ("400 people from their homes", "some 430 people out of their homes", 9, "'400' was changed to '430'"),
    ],
)
def test_a_changed_fact_is_told_at_its_line(old: str, new: str, line: int, words: str) -> None:
    """The message has what stood there first and what stands there now."""
    (problem,) = changes(rewritten((old, new)))
    assert (problem.path, problem.line) == (PATH, line)
    assert words in problem.message


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        rewritten(("tore", "went")),
        rewritten(("400 people", "four hundred people")),
        rewritten(("on Tuesday, forcing", "on Tuesday. It was forcing")),
        rewritten(("Nobody was killed, said the commander, Ilse Roemer. ", "")),
        replace(BEFORE, body=BODY + "\nAnother 30 people came back on Friday, said Moira Tavish.\n"),
        replace(rewritten(("400", "500")), draft=True),
    ],
    ids=range(7),
)
def test_what_says_the_same_is_no_change(after: Briefing) -> None:
    """Other words, a sentence cut in two, one taken out or added, and a draft are the editor's own affair."""
    assert changes(after) == []


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version said that 400 people had to leave.",
        "It was five hundred.",
        "The number of people who were forced from their homes was wrong.",
    ],
)
def test_a_correction_that_says_so_is_enough(text: str) -> None:
    """It names what stood there, what stands there now, or what the sentence is about."""
    after = replace(rewritten(("400", "500")), corrections=(Correction(date(2024, 5, 3), text),))
    assert changes(after) == []


def test_a_correction_of_something_else_is_not() -> None:
    """Each change needs its own."""
    after = rewritten(("400", "500"), ("Ilse Roemer", "Ilse Marlow"))
    after = replace(after, corrections=(Correction(date(2024, 5, 3), "The commander is Ilse Marlow."),))
    assert [problem.line for problem in changes(after)] == [9]


def test_without_an_earlier_version_nothing_has_changed() -> None:
    """A build does not ask git; neither does a site that is none of its checkouts."""
    assert changes(rewritten(("400", "500")), None) == []


@pytest.mark.skipif(shutil.which("git") is None, reason="no git found")
def test_the_command_asks_git(make_site: Any, run: Any) -> None:
    """`check` in a checkout finds the change that `build` does not look for; a waiver of it is never idle."""
    text = f"---\nheadline: A\n---\n{BODY}"
    root: Path = make_site(f"-- {PATH} --\n{text}")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    file = root / PATH
    file.write_text(text.replace("400", "500"), encoding="utf-8")
    found: Outcome = run(root, "check")
    assert f"{PATH}:4: warning: '400' was changed to '500' since this was first published" in found.out
    assert "was changed" not in run(root, "build").err
    waiver = "waive: [{rule: uncorrected-change, reason: y}]\n---\nA"
    file.write_text(text.replace("400", "500").replace("---\nA", waiver), encoding="utf-8")
    assert "note: waived: '400' was changed" in run(root, "check").out
    assert "silences nothing" not in run(root, "build").err
