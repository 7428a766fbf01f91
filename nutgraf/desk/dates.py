"""Dates that contradict each other: a Site in, Problems out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.instants import moment_of
from nutgraf.models import Briefing, OutputFile, Site
from nutgraf.problems import Level, Problem


def check_dates(site: Site, files: Sequence[OutputFile]) -> Iterator[Problem]:
    """Find briefings that were updated before they were published."""
    for briefing in site.briefings:
        if _is_turned_round(briefing):
            message = f"updated ({briefing.updated}) lies before published ({briefing.published})"
            hint = "correct the one that is wrong"
            yield Problem(briefing.path, message, hint, level=Level.WARNING, rule="updated-before-published")


def _is_turned_round(briefing: Briefing) -> bool:
    published, updated = briefing.published, briefing.updated
    if published is None or updated is None:
        return False
    if published.time and updated.time:
        return moment_of(updated) < moment_of(published)
    return updated.day < published.day
