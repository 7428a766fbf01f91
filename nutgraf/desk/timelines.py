"""What briefings tell differently of one event: Proof in, Problems out, each at the newer of the two."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.desk.proof import Proof
from nutgraf.joining import find_disputes
from nutgraf.models import Cited, Joined
from nutgraf.problems import Problem
from nutgraf.rules import RULES


def check_timelines(proof: Proof) -> Iterator[Problem]:
    """Find events of which two briefings give different numbers or days."""
    age = {briefing.path: index for index, briefing in enumerate(proof.site.briefings)}
    for joined in proof.site.timeline:
        for dispute in find_disputes(joined):
            sides = ((dispute.one, f"'{dispute.number}'"), (dispute.other, f"'{dispute.rival}'"))
            newer, older = sorted(sides, key=lambda side: age[side[0].briefing.path])
            yield _finding(*newer, *older)
        yield from _rivals(joined, age)


def _rivals(joined: Joined, age: dict[str, int]) -> Iterator[Problem]:
    one = joined.tellings[0]
    for other in joined.rivals:
        if age[one.briefing.path] < age[other.briefing.path]:
            yield _finding(one, one.entry.date, other, other.entry.date)


def _finding(one: Cited, here: str, other: Cited, there: str) -> Problem:
    message = f"{here} here, but {there} in {_place(other)}: “{other.entry.text}”"
    return RULES["timeline-conflict"].finding(one.briefing.path, message, _line(one))


def _place(cited: Cited) -> str:
    line = _line(cited)
    return f"{cited.briefing.path}:{line}" if line else cited.briefing.path


def _line(cited: Cited) -> int:
    """Return the line of the entry in its content file; 0 when nobody knows it."""
    places = zip(cited.briefing.timeline, cited.briefing.places.timeline, strict=False)
    return next((line for entry, (line, _) in places if entry is cited.entry), 0)
