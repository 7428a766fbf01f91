"""Numbers, dates, names and quotations that the article does not bear out: a Briefing in, Problems out.

Looked at are takeaways, headline, dek and an editor's own timeline texts, in English. Byline, headline, dateline and
the date of publication are known besides; the dek is itself a summary, and bears nothing out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nutgraf.desk.proof import place_at
from nutgraf.evidence import ClaimFinding, Facts, facts_of, weigh_claims
from nutgraf.models import Briefing, Place
from nutgraf.problems import Problem
from nutgraf.rules import RULES
from nutgraf.vocabulary.calendar import MONTH_NAMES, WEEKDAY_NAMES

_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of a briefing that the article has to bear out."""

    name: str
    text: str
    place: Place
    background: Facts
    takeaway: int = 0


def check_claims_of(briefing: Briefing, language: str) -> Iterator[Problem]:
    """Find what takeaways, headline, dek and timeline texts say and the article does not; `language` is the site's."""
    tongue = briefing.language or language
    if briefing.body.strip() and tongue.partition("-")[0] == _LANGUAGE:
        yield from _check(briefing)


def _check(briefing: Briefing) -> Iterator[Problem]:
    article = "\n\n".join([briefing.body, briefing.why_it_matters])
    facts = facts_of(article, briefing.published.day if briefing.published else None)
    for part in _parts(briefing):
        if part.text not in article:
            for finding in weigh_claims(part.text, facts, part.background):
                yield _problem(briefing.path, part, finding)


def _parts(briefing: Briefing) -> Iterator[_Part]:
    places, beside = briefing.places, _known(briefing)
    yield _Part("the headline", briefing.headline, places.headline, facts_of(beside))
    known = facts_of(f"{briefing.headline}. {beside}")
    if briefing.dek:
        yield _Part("the dek", briefing.dek, places.dek, known)
    for number, takeaway in enumerate(briefing.takeaways, 1):
        yield _Part(f"takeaway {number}", takeaway, place_at(places.takeaways, number - 1), known, number)
    for index, entry in enumerate(briefing.timeline):
        yield _Part("the timeline", entry.text, place_at(places.timeline, index), known)


def _known(briefing: Briefing) -> str:
    """Return what a reader knows beside the article: who wrote it, where and when."""
    instants = (briefing.published, briefing.updated)
    days = (_in_words(instant.day) for instant in instants if instant)
    return ". ".join([*briefing.byline, briefing.dateline, *days])


def _in_words(day: date) -> str:
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _problem(path: str, part: _Part, finding: ClaimFinding) -> Problem:
    rule = RULES[f"claim-{finding.kind}" if finding.weight == "missing" else "claim-loose"]
    line, column = part.place
    problem = rule.finding(path, f"{part.name}: {finding.message}", line, column and column + finding.start)
    return replace(
        problem, takeaway=part.takeaway, claim=finding.claim, hint=f"{rule.mend}; or {_waiver(part, finding)}"
    )


def _waiver(part: _Part, finding: ClaimFinding) -> str:
    """Return how the finding is waived, to copy into the front matter."""
    quote = "'" if '"' in finding.claim else '"'
    claim = f"{quote}{finding.claim.replace(quote, quote * 2 if quote == chr(39) else quote)}{quote}"
    which = f"takeaway: {part.takeaway}, " if part.takeaway else ""
    return f"waive: [{{{which}claim: {claim}, reason: …}}]"
