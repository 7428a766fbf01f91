"""Briefings in; what their takeaways rest on, and what the desk holds against their claims, out, kept by content.

Both depend on a briefing alone and on the program, so that a later build need not find them again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from hashlib import blake2b
from typing import Any

from nutgraf.desk import check_short_texts
from nutgraf.models import Briefing, Settings
from nutgraf.problems import Level, Problem
from nutgraf.tracing import trace_briefing
from nutgraf.workers import Workers

EXAMINED = "examined"
"""The folder of this cache."""

_FILE = "briefings.json"


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a briefing's short texts."""

    links: tuple[str, ...] = ()
    """The id of the sentence that each takeaway rests on; '' for one without support."""
    why_marks: Mapping[int, str] = field(default_factory=dict)
    """The ids that sentences of why it matters get on the page, by their index there."""
    body_marks: Mapping[int, str] = field(default_factory=dict)
    """The same of the body."""
    problems: tuple[Problem, ...] = ()


def examine(briefing: Briefing, settings: Settings) -> Examined:
    """Look for the support of the short texts of a briefing, and for claims that it does not bear out."""
    if not settings.evidence:
        return Examined()
    trace = trace_briefing(briefing)
    return Examined(trace.links, trace.why_marks, trace.body_marks, tuple(check_short_texts(briefing, settings)))


def examine_all(
    briefings: Sequence[Briefing], settings: Settings, program: str, kept: Mapping[str, bytes], workers: Workers
) -> tuple[Mapping[str, Examined], Mapping[str, bytes]]:
    """Examine each briefing that the cache `kept` does not know; return all by path, and what the cache is to hold.

    `program` tells one version of the program from another: what another one found is not believed.
    """
    if not settings.evidence:
        return {briefing.path: Examined() for briefing in briefings}, kept
    known = _read(kept, program)
    keys = {briefing.path: _key(briefing, settings) for briefing in briefings}
    new = [briefing for briefing in briefings if keys[briefing.path] not in known]
    found = dict(zip((b.path for b in new), workers.map(partial(examine, settings=settings), new), strict=True))
    examined = {path: found.get(path) or known[key] for path, key in keys.items()}
    return examined, kept if not new and len(known) == len(keys) else _written(examined, keys, program)


def _key(briefing: Briefing, settings: Settings) -> str:
    return blake2b(repr((briefing, settings.evidence, settings.language)).encode(), digest_size=16).hexdigest()


def _written(examined: Mapping[str, Examined], keys: Mapping[str, str], program: str) -> dict[str, bytes]:
    rows = {keys[path]: _row(one) for path, one in examined.items()}
    return {_FILE: json.dumps({"program": program, "examined": rows}, ensure_ascii=False).encode()}


def _row(one: Examined) -> list[Any]:
    marks = [list(marks.items()) for marks in (one.why_marks, one.body_marks)]
    return [one.links, *marks, [asdict(problem) for problem in one.problems]]


def _read(kept: Mapping[str, bytes], program: str) -> dict[str, Examined]:
    """Return what a cache of this program's holds by key; one that is damaged or another program's holds nothing."""
    try:
        data = json.loads(kept.get(_FILE, b"{}"))
        return {key: _read_row(*row) for key, row in data["examined"].items()} if data["program"] == program else {}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _read_row(
    links: list[str], why: list[list[Any]], body: list[list[Any]], problems: list[dict[str, Any]]
) -> Examined:
    found = tuple(Problem(**{**problem, "level": Level(problem["level"])}) for problem in problems)
    return Examined(tuple(map(str, links)), _read_marks(why), _read_marks(body), found)


def _read_marks(pairs: list[list[Any]]) -> dict[int, str]:
    return {int(number): str(name) for number, name in pairs}
