"""The desk: a Site and the files made from it in, Problems out. CHECKS is the list of what it looks at.

What it holds against the claims of each briefing is found beside it, by that briefing alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from nutgraf.desk.changes import check_changes
from nutgraf.desk.claims import check_claims_of
from nutgraf.desk.colours import check_colours
from nutgraf.desk.dates import check_dates
from nutgraf.desk.evidence import check_evidence_of
from nutgraf.desk.feeds import check_feeds
from nutgraf.desk.fields import check_fields
from nutgraf.desk.links import check_links
from nutgraf.desk.pages import check_pages
from nutgraf.desk.proof import Proof
from nutgraf.desk.settings import check_settings
from nutgraf.desk.timelines import check_timelines
from nutgraf.desk.waivers import apply_waivers
from nutgraf.elements import Elements
from nutgraf.models import Briefing, OutputFile, Settings, Site
from nutgraf.problems import Level, Problem, in_order
from nutgraf.rules import OFF, RULES

Check = Callable[[Proof], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    check_fields,
    check_changes,
    check_dates,
    check_timelines,
    check_links,
    check_pages,
    check_colours,
    check_feeds,
    check_settings,
)


def check_site(
    site: Site,
    files: Sequence[OutputFile],
    drafts: Sequence[Briefing] = (),
    today: date | None = None,
    earlier: Mapping[str, Briefing] | None = None,
    claims: Iterable[Problem] | None = None,
    elements: Mapping[str, Elements] | None = None,
) -> list[Problem]:
    """Return what the desk finds, in order, at the levels that the site sets, less what an editor has waived.

    `drafts` are the briefings that the site does not show. Without `today` nothing is too old or too early, and without
    `earlier`, briefings as they were first published, nothing has changed. `claims` is what check_short_texts finds in
    each briefing, and `elements` what pages hold, when that is known already.
    """
    if claims is None:
        claims = (problem for briefing in site.briefings for problem in check_short_texts(briefing, site.settings))
    proof = Proof(site, tuple(files), tuple(drafts), earlier or {}, today, elements or {})
    off = {rule for rule, level in site.settings.desk.items() if level == OFF}
    found = (problem for problem in (*claims, *_findings(proof)) if problem.rule not in off)
    left = apply_waivers(found, (*site.briefings, *drafts), off | _unasked(site, off))
    return in_order(_at_their_levels(left, site.settings.desk))


def check_short_texts(briefing: Briefing, settings: Settings) -> Iterator[Problem]:
    """Find what a briefing says in short and its own article does not."""
    if settings.evidence:
        yield from check_evidence_of(briefing)
        yield from check_claims_of(briefing, settings.language)


def _unasked(site: Site, off: set[str]) -> set[str]:
    """Return the rules that cannot fire for want of evidence; '' is that of a waiver which names a claim alone."""
    if not site.settings.evidence:
        return {"", *(rule.id for rule in RULES.values() if rule.is_of_evidence)}
    return {""} if any(RULES[rule].is_of_claims for rule in off & RULES.keys()) else set()


def _findings(proof: Proof) -> Iterator[Problem]:
    for check in CHECKS:
        yield from check(proof)


def _at_their_levels(problems: Iterable[Problem], levels: Mapping[str, str]) -> Iterator[Problem]:
    for problem in problems:
        level = levels.get(problem.rule, problem.level)
        if level != OFF:
            yield replace(problem, level=Level(level))
