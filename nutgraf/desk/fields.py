"""What a briefing should have, and how long its parts may be: Proof in, Problems out."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.desk.proof import Proof, place_at
from nutgraf.models import Briefing
from nutgraf.problems import Problem
from nutgraf.rules import RULES

_HEADLINE = 110  # characters; what Google's NewsArticle guide asks for
_TAKEAWAY = 30  # words


def check_fields(proof: Proof) -> Iterator[Problem]:
    """Find briefings without a date, byline or dek, what is too long, and corrections without a date."""
    for briefing in proof.site.briefings:
        yield from _missing(briefing)
        yield from _too_long(briefing)
        for index, correction in enumerate(briefing.corrections):
            if correction.day is None:
                place = place_at(briefing.places.corrections, index)
                yield RULES["correction-undated"].finding(briefing.path, f"correction {index + 1} has no date", *place)


def _missing(briefing: Briefing) -> Iterator[Problem]:
    absent = {
        "missing-date": not (briefing.published or briefing.updated) and "has no date: the source gives none",
        "missing-byline": not briefing.byline and "has no byline",
        "missing-dek": not briefing.dek and "has no dek",
    }
    for rule, message in absent.items():
        if message:
            yield RULES[rule].finding(briefing.path, message)


def _too_long(briefing: Briefing) -> Iterator[Problem]:
    if len(briefing.headline) > _HEADLINE:
        message = f"the headline has {len(briefing.headline)} characters"
        yield RULES["headline-length"].finding(briefing.path, message)
    for number, takeaway in enumerate(briefing.takeaways, 1):
        words = len(takeaway.split())
        if words > _TAKEAWAY:
            yield RULES["takeaway-length"].finding(briefing.path, f"takeaway {number} has {words} words")
