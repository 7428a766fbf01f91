"""nutgraf.examine: what is known of a briefing is kept by its content, and never believed when it could be wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from nutgraf.examine import Examined, examine, examine_all
from nutgraf.models import Briefing, Settings
from nutgraf.workers import Workers, open_workers

SETTINGS = Settings("E")
BRIEFING = Briefing(
    path="content/briefings/a.md",
    slug="a",
    headline="Tolls rise",
    dek="Everything costs 90 crowns.",
    body="The port raised its tolls by 12 percent.\n\nHauliers will pay 40 crowns a lorry from June, the port said.",
    takeaways=("Tolls went up by 12 percent.", "A lorry costs 41 crowns."),
)


class Looking(Workers):
    """Workers that note the briefings they are given."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        object.__setattr__(self, "seen", seen)

    def map(self, function: Any, values: Any) -> Any:
        """Note them, and do the work."""
        self.seen.extend(briefing.path for briefing in values)
        return super().map(function, values)


def test_a_briefing_has_links_and_findings() -> None:
    """Each takeaway leads to its sentence; a number that the article does not have is told."""
    found = examine(BRIEFING, SETTINGS)
    assert found.links == ("s1", "s2")
    assert set(found.body_marks.values()) == {"s1", "s2"}
    assert "claim-number" in {problem.rule for problem in found.problems}
    assert examine(BRIEFING, replace(SETTINGS, evidence=False)) == Examined()


def test_what_is_kept_is_what_was_found() -> None:
    """A second build looks at nothing, and knows the same."""
    first, second = [], []
    found, kept = examine_all([BRIEFING], SETTINGS, "1", {}, Looking(first))
    again, still = examine_all([BRIEFING], SETTINGS, "1", kept, Looking(second))
    assert (first, second) == ([BRIEFING.path], [])
    assert again == found == {BRIEFING.path: examine(BRIEFING, SETTINGS)}
    assert still is kept


def test_only_what_changed_is_looked_at() -> None:
    """Another text, another setting or another program is another matter; a briefing that is gone is forgotten."""
    other = replace(BRIEFING, path="content/briefings/b.md")
    _, kept = examine_all([BRIEFING, other], SETTINGS, "1", {}, Workers())
    for briefings, settings, program, wanted in [
        ([BRIEFING, replace(other, body="Nothing.")], SETTINGS, "1", [other.path]),
        ([BRIEFING, other], replace(SETTINGS, language="de"), "1", [BRIEFING.path, other.path]),
        ([BRIEFING, other], SETTINGS, "2", [BRIEFING.path, other.path]),
        ([BRIEFING], SETTINGS, "1", []),
    ]:
        seen: list[str] = []
        found, after = examine_all(briefings, settings, program, kept, Looking(seen))
        assert seen == wanted
        assert found == {briefing.path: examine(briefing, settings) for briefing in briefings}
        assert len(json.loads(after["briefings.json"])["examined"]) == len(briefings)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"program": "1"}',
        b'{"program": "1", "examined": []}',
        b'{"program": "1", "examined": {"KEY": 3}}',
        b'{"program": "1", "examined": {"KEY": [[], [], [], [{"path": "x"}]]}}',
        b'{"program": "1", "examined": {"KEY": [[], [["a", "b"]], [], []]}}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_damaged_cache_is_thrown_away(damage: bytes) -> None:
    """Whatever stands in the file, what is found is found anew."""
    _, kept = examine_all([BRIEFING], SETTINGS, "1", {}, Workers())
    (key,) = json.loads(kept["briefings.json"])["examined"]
    found, _ = examine_all(
        [BRIEFING], SETTINGS, "1", {"briefings.json": damage.replace(b"KEY", key.encode())}, Workers()
    )
    assert found == {BRIEFING.path: examine(BRIEFING, SETTINGS)}


def test_processes_make_no_difference() -> None:
    """A hundred briefings by one and by two."""
    many = [replace(BRIEFING, path=f"{n}.md", takeaways=(f"Tolls went up by {n} percent.",)) for n in range(100)]
    with open_workers(2) as workers:
        assert examine_all(many, SETTINGS, "1", {}, workers) == examine_all(many, SETTINGS, "1", {}, Workers())
