"""Findings and the waivers of briefings in; what is left, a note for each that is silenced, and idle waivers out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from nutgraf.desk.proof import place_at
from nutgraf.models import Briefing, Waiver
from nutgraf.problems import Problem
from nutgraf.rules import RULES

_SOMETIMES = ("future-date", "stale-draft", "uncorrected-change")
"""Rules that do not find the same on every day and in every place: a waiver of theirs may well be idle."""


def apply_waivers(
    problems: Iterable[Problem], briefings: Sequence[Briefing], silent: Collection[str]
) -> Iterator[Problem]:
    """Yield the findings that stand, a note instead of each that is waived, and a finding for each idle waiver.

    `silent` are the rules that the site does not want; no waiver of theirs is idle.
    """
    waivers = {briefing.path: briefing.waive for briefing in briefings if briefing.waive}
    used: set[tuple[str, int]] = set()
    for problem in problems:
        index = next((i for i, w in enumerate(waivers.get(problem.path, ())) if _silences(w, problem)), None)
        if index is None:
            yield problem
        else:
            used.add((problem.path, index))
            reason = waivers[problem.path][index].reason
            yield replace(_note(problem), hint=f"reason: {reason}")
    for briefing in briefings:
        for index, waiver in enumerate(briefing.waive):
            if (briefing.path, index) not in used and waiver.rule not in (*_SOMETIMES, *silent):
                message = f"the waiver of {_named(waiver)} silences nothing"
                yield RULES["waiver-unused"].finding(briefing.path, message, *place_at(briefing.places.waive, index))


def _silences(waiver: Waiver, problem: Problem) -> bool:
    is_rule = waiver.rule == problem.rule if waiver.rule else problem.claim and RULES[problem.rule].is_of_claims
    is_takeaway = waiver.takeaway in (0, problem.takeaway)
    return bool(is_rule) and is_takeaway and waiver.claim in ("", problem.claim)


def _note(problem: Problem) -> Problem:
    return RULES["waived"].finding(problem.path, f"waived: {problem.message}", problem.line, problem.column)


def _named(waiver: Waiver) -> str:
    takeaway = f"takeaway {waiver.takeaway}" if waiver.takeaway else ""
    claim = f"'{waiver.claim}'" if waiver.claim else ""
    return ", ".join(filter(None, (waiver.rule, takeaway, claim)))
