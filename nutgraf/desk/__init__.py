"""The desk: a Site and the files made from it in, Problems out. CHECKS is the list of what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from nutgraf.desk.dates import check_dates
from nutgraf.desk.links import check_links
from nutgraf.desk.settings import check_settings
from nutgraf.models import OutputFile, Site
from nutgraf.problems import Problem, in_order

Check = Callable[[Site, Sequence[OutputFile]], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (check_links, check_dates, check_settings)


def check_site(site: Site, files: Sequence[OutputFile]) -> list[Problem]:
    """Return what the desk finds, in order, less what an editor has waived."""
    waived = {(briefing.path, waiver.rule) for briefing in site.briefings for waiver in briefing.waive}
    return in_order(problem for problem in _findings(site, files) if (problem.path, problem.rule) not in waived)


def _findings(site: Site, files: Sequence[OutputFile]) -> Iterator[Problem]:
    for check in CHECKS:
        yield from check(site, files)
