"""Dates that contradict each other or the calendar on the wall: Proof in, Problems out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from nutgraf.desk.proof import Proof
from nutgraf.instants import moment_of
from nutgraf.models import Briefing
from nutgraf.problems import Problem
from nutgraf.rules import RULES

_STALE = timedelta(days=30)
_EAST = timedelta(days=1)  # where the day is already the next


def check_dates(proof: Proof) -> Iterator[Problem]:
    """Find briefings updated before they were published or dated in the future, and drafts that lie about."""
    for briefing in proof.site.briefings:
        if _is_turned_round(briefing):
            message = f"updated ({briefing.updated}) lies before published ({briefing.published})"
            yield RULES["updated-before-published"].finding(briefing.path, message)
        if proof.as_of:
            yield from _in_the_future(briefing, proof.as_of)
    drafts = [*proof.drafts, *(briefing for briefing in proof.site.briefings if briefing.draft)]
    for draft in drafts if proof.as_of else ():
        yield from _stale(draft, proof.as_of)


def _is_turned_round(briefing: Briefing) -> bool:
    published, updated = briefing.published, briefing.updated
    if published is None or updated is None:
        return False
    if published.time and updated.time:
        return moment_of(updated) < moment_of(published)
    return updated.day < published.day


def _in_the_future(briefing: Briefing, today: date) -> Iterator[Problem]:
    for name in ("published", "updated"):
        instant = getattr(briefing, name)
        if instant and instant.day > today + _EAST:
            yield RULES["future-date"].finding(briefing.path, f"{name} ({instant}) lies in the future")


def _stale(draft: Briefing, today: date | None) -> Iterator[Problem]:
    when = draft.order_instant
    if today and when and today - when.day > _STALE:
        message = f"has been a draft since {when.day}, {(today - when.day).days} days"
        yield RULES["stale-draft"].finding(draft.path, message)
