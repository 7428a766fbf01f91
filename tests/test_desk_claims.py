"""nutgraf.desk.claims: what headline, dek, takeaways and timeline say and the article does not; how it is waived."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome

from nutgraf.content import parse_briefing
from nutgraf.desk import check_site
from nutgraf.models import Briefing, Settings, Site
from nutgraf.problems import Level, Problem
from nutgraf.sources import SourceFile

PATH = "content/briefings/a.md"
TEXT = """---
headline: Fire guts the grain terminal at Port Ellarin
dek: Some 400 people have to leave their homes.
byline: [Moira Tavish]
published: 2024-05-22
takeaways:
  - Nobody was killed on Tuesday, says Roemer.
  - "The terminal was rebuilt in March 2011, says Ilse Roemer"
timeline:
  - {date: 2011-03, text: The terminal burnt for the first time in March 2011.}
why_it_matters: All the bread of Ellarin comes through this terminal.
---
A fire tore through the terminal at Port Ellarin on Tuesday, forcing 412 people from their homes.

Nobody was killed, said the commander, Ilse Roemer. The terminal, built in 1958, was rebuilt after a fire in March 2011.
"""


def parse(*changes: tuple[str, str], text: str = TEXT) -> Briefing:
    """Return the briefing of TEXT after `changes`, each of which must change it."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return parse_briefing(SourceFile(PATH, text.encode()))


def check(briefing: Briefing, **settings: Any) -> list[Problem]:
    """Return the claims that do not hold, and what became of their waivers."""
    site = Site(Settings("A", base_url="https://a.test/", **settings), (briefing,), (), ())
    rules = ("claim-", "waive")
    return [problem for problem in check_site(site, []) if problem.rule.startswith(rules)]


def test_a_true_briefing_is_no_finding() -> None:
    """Rounded with a word, or known from byline, headline or date: all of it is borne out."""
    assert check(parse()) == []
    assert check(parse(("says Roemer", "Moira Tavish of Port Ellarin wrote on 22 May 2024"))) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "rule", "words"),
    [
        ("Some 400", "Some 800", 3, "claim-number", "the dek: '800' is not in the body, which has '412 people'"),
        ("Nobody was killed on Tuesday", "Two men died on Friday", 7, "claim-date", "takeaway 1: 'Friday'"),
        ("in March 2011, says", "in May 2011, says", 8, "claim-date", "takeaway 2: 'May 2011'"),
        ('Ilse Roemer"', 'Ilse Romer"', 8, "claim-name", "which has 'Roemer'"),
        ("Port Ellarin\ndek", "Port Harl at\ndek", 2, "claim-name", "the headline: 'Harl'"),
        ("in March 2011.}", "in 2012.}", 10, "claim-date", "the timeline: '2012'"),
        ("Nobody was killed on Tuesday", 'On Tuesday "nobody died"', 7, "claim-quotation", "takeaway 1"),
        ("Some 400", "Fewer than 412", 3, "claim-direction", "turns round"),
    ],
)
def test_what_the_article_does_not_say_is_told_where_it_stands(
    old: str, new: str, line: int, rule: str, words: str
) -> None:
    """Line and column are those of the claim in the content file; the message has what the article has instead."""
    text = TEXT.replace(old, new, 1).replace("forcing 412", "forcing at least 412")
    found = [problem for problem in check(parse(text=text)) if problem.rule == rule]
    assert [problem.level for problem in found] == [Level.WARNING]
    assert words in found[0].message
    column = text.splitlines()[line - 1].index(found[0].claim) + 1
    assert (found[0].line, found[0].column) == (line, column)


def test_a_number_that_is_only_rounder_is_a_note() -> None:
    """The article has it more exactly, and the editor may want to know."""
    (note,) = check(parse(("Some 400", "The 400")))
    assert (note.rule, note.level) == ("claim-loose", Level.NOTE)
    assert note.message == "the dek: '400' is rounded: the body has '412 people'"


def test_a_waiver_silences_one_claim_and_says_so() -> None:
    """By takeaway and words, or by words alone; the note gives the reason."""
    wrong = ("Nobody was killed on Tuesday", "Two men died on Friday")
    assert [p.claim for p in check(parse(wrong))] == ["Two", "Friday"]
    for which in ("takeaway: 1, claim: Two", "claim: Two", "rule: claim-number, takeaway: 1", "rule: claim-number"):
        waived, left = check(parse(wrong, ("why_it", f"waive: [{{{which}, reason: Seen by us.}}]\nwhy_it")))
        assert (waived.rule, waived.level, waived.hint) == ("waived", Level.NOTE, "reason: Seen by us.")
        assert left.claim == "Friday"


@pytest.mark.parametrize("which", ["takeaway: 2, claim: Two", "claim: two", "rule: claim-name", "claim: Three"])
def test_a_waiver_of_something_else_silences_nothing(which: str) -> None:
    """Another takeaway, other words or another rule: the finding stands, and the waiver is idle."""
    wrong = ("Nobody was killed on Tuesday", "Two men died on Tuesday")
    problems = check(parse(wrong, ("why_it", f"waive: [{{{which}, reason: Seen by us.}}]\nwhy_it")))
    assert sorted(p.rule for p in problems) == ["claim-number", "waiver-unused"]


def test_the_remedy_is_a_waiver_to_copy() -> None:
    """What the message offers is right as it is typed."""
    wrong = ("Nobody was killed on Tuesday", "Two men died on Tuesday")
    (problem,) = check(parse(wrong))
    assert problem.hint == 'say what the article says; or waive: [{takeaway: 1, claim: "Two", reason: …}]'
    waiver = problem.hint.partition("or ")[2]
    assert [p.rule for p in check(parse(wrong, ("why_it", f"{waiver}\nwhy_it")))] == ["waived"]


def test_a_site_may_do_without() -> None:
    """`evidence: false`, a level and another language keep the desk quiet, and make no waiver idle."""
    wrong = parse(
        ("Nobody was killed on Tuesday", "Two men died on Tuesday"),
        ("why_it", "waive: [{claim: Three, reason: y}, {rule: claim-number, reason: y}]\nwhy_it"),
    )
    assert check(wrong, evidence=False) == []
    assert check(wrong, desk={"claim-number": "off"}) == []
    assert check(replace(wrong, language="fr", waive=())) == []
    assert check(replace(wrong, body="", waive=())) == []


def test_without_evidence_nothing_needs_support() -> None:
    """`evidence: false` turns off what looks for a sentence too, and a waiver of such a rule is not idle."""
    strange = parse(
        ("Nobody was killed on Tuesday, says Roemer", "Wolves breed in hills"),
        ("Some 400 people have to leave their homes", "Wolves breed in hills"),
        ("The terminal burnt for the first time in March 2011", "Wolves breed in hills"),
    )
    waived = parse(("why_it", "waive: [{rule: unsupported-dek, reason: y}]\nwhy_it"))
    for settings, rules in ((Settings("A"), 3), (Settings("A", evidence=False), 0)):
        found = {p.rule for p in check_site(Site(settings, (strange,), (), ()), [])}
        assert sum(rule.startswith("unsupported-") for rule in found) == rules
        idle = [p.rule for p in check_site(Site(settings, (waived,), (), ()), []) if p.rule == "waiver-unused"]
        assert bool(idle) == settings.evidence


def test_the_command_prints_them(make_site: Any, run: Any) -> None:
    """`check` prints the finding at its place, and with --strict fails."""
    root: Path = make_site(f"-- {PATH} --\n{TEXT.replace('Some 400', 'Some 800')}")
    outcome: Outcome = run(root, "check")
    assert f"{PATH}:3:11: warning: the dek: '800' is not in the body" in outcome.out
    assert (outcome.exit, run(root, "check", "--strict").exit) == (0, 1)
