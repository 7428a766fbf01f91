"""Forty articles of our own, dated by hand before the rules were read: what the timeline makes of whole stories.

tests/articles/NAME.txt is a seed, NAME.yaml its gold: `entries` of `date` (EDTF, absent when the text leaves it open),
`phrase` and `event` (a substring of the sentence that stands nowhere else), and `never`, dates that are traps. In the
last ten also `again` (of a sentence that tells the event a second time), `expected`, and `named`, sentences that only
name a date.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from nutgraf.convert import convert_seed
from nutgraf.edtf import parse_edtf
from nutgraf.models import Entry
from nutgraf.sources import SourceFile

FOLDER = Path(__file__).parent / "articles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
TODAY = date(2026, 11, 24)

KNOWN: dict[tuple[str, str], str] = {
    ("archive_find", "of 9 June 1912"): "the day of a letter is an attribute",
    ("bridge_court", "two days after"): "counts from an event, not from a date",
    ("undated_border", "the day after"): "counts from an event, not from a date",
    ("kesh_election", "two weeks after the first"): "counts from an event, not from a date",
    ("clinic_health", "in all of 2024"): "no preposition for a year",
    ("comet_science", "until 2101"): "no bare year after 2099",
    ("heatwave", "The summer of 2018"): "a season as the subject dates no event",
    ("heatwave", "last June"): "a season as the subject dates no event",
    ("heatwave", "for 2023"): '"for" and a year rather names a budget',
    ("kesh_election", "on Friday"): "the day of a report, on which something else happened",
    ("mine_rescue", "On Thursday"): "in a quotation, of a day on which something else happened",
    ("river_pact", "today"): "in a quotation, of a day on which something else happened",
    ("mine_rescue", "until September 4"): "the parliament may have come back since",
    ("oil_spill_case", "within the next week"): "a span of time",
    ("prison_break", "since yesterday"): "a boundary whose date an event has",
    ("runoff_vote", "last night"): "the day of a report, on which something else happened",
    ("satellite_launch", "since then"): '"then" has no value',
    ("storm_lowry", "until Saturday"): "past tense: Saturday may have come",
    ("storm_lowry", "since New Year's Eve"): "a boundary whose date an event has",
    ("tennis_report", "On Christmas Day"): "in a quotation: nobody knows when it was said",
    ("tennis_report", "on Thursday"): '"was to have been": Thursday may have come',
    ("undated_quarry_fall", "the year before"): "without a day of publication nothing counts from another date",
    ("valley_flood", "By Sunday night"): "a boundary whose date an event has",
    ("valley_flood", "on Thursday"): '"expected …, but": it may have been put off',
}
"""Entries of the gold that are not found, by article and phrase, and why; no date is wrong for it."""

KNOWN_AGAIN: frozenset[str] = frozenset({
    "laid down its tools",
    "Voters went to the polls",
    "The men were brought up at dawn",
})  # fmt: skip
"""Second tellings that stand in the timeline beside the first: they share too few of its words."""


@dataclass
class Outcome:
    """What one article came to."""

    right: list[tuple[str, str, str]] = field(default_factory=list)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def bounds(text: str) -> tuple[date, date] | None:
    """Return the first and last day of `text`, of its edge when it is open; None when it names no year."""
    if not text or text.startswith("XXXX"):
        return None
    edge = parse_edtf(text.removeprefix("../").removesuffix("/.."))
    return edge.earliest or date.min, edge.latest or date.max


def meets(one: str, other: str) -> bool:
    """Tell whether the two have a day in common; undated meets undated."""
    first, second = bounds(one), bounds(other)
    if first is None or second is None:
        return first is second
    return first[0] <= second[1] and second[0] <= first[1]


@cache
def gold_of(name: str) -> dict[str, list[Any]]:
    """Return the gold of an article: its entries, and the traps."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def entries_of(name: str) -> tuple[Entry, ...]:
    """Return the timeline that the converter makes of an article."""
    seed = SourceFile(f"seeds/{name}.txt", (FOLDER / f"{name}.txt").read_bytes())
    (conversion,) = convert_seed(seed, TODAY)
    return conversion.briefing.timeline


def is_trap(entry: Entry, trap: str) -> bool:
    """Tell whether the date of `entry`, or its edge when it is open, is `trap`."""
    return trap == entry.date.removeprefix("../").removesuffix("/..").rstrip("~?%")


def tells(entry: Entry, item: dict[str, Any]) -> bool:
    """Tell whether `entry` is that of the gold: one of the sentences that tell it, with its date."""
    sentences = (item["event"], *item.get("again", ()))
    return any(part in entry.text for part in sentences) and meets(entry.date, item.get("date", ""))


@cache
def outcome(name: str) -> Outcome:
    """Hold the timeline of an article against its gold."""
    result, gold, found = Outcome(), gold_of(name), entries_of(name)
    for entry in found:
        told = [item.get("date", "") for item in gold["entries"] if item["event"] in entry.text]
        if entry.date and told and not any(meets(entry.date, day) for day in told):
            result.wrong.append(f"{entry.date} ({entry.phrase}) for {told}: {entry.text}")
        result.wrong += [f"{entry.date} is a trap: {entry.text}" for trap in gold["never"] if is_trap(entry, trap)]
    for item in gold["entries"]:
        row = (item.get("date", ""), item["phrase"], item["event"])
        (result.right if any(tells(entry, item) for entry in found) else result.missed).append(row)
    return result


@pytest.mark.parametrize("name", NAMES)
def test_no_date_is_wrong(name: str) -> None:
    """Every date meets one of its sentence in the gold, and no trap is one."""
    assert not outcome(name).wrong, "\n".join(outcome(name).wrong)


def test_what_is_not_found_is_known() -> None:
    """Each entry of the gold is found, or its reason stands in KNOWN: fewer than one of twenty."""
    right = sum(len(outcome(name).right) for name in NAMES)
    missed = [(name, *row) for name in NAMES for row in outcome(name).missed]
    assert [row for row in missed if (row[0], row[2]) not in KNOWN] == []
    assert right >= 95 * (right + len(missed)) / 100, f"{right} found, {len(missed)} missed"


def test_an_event_is_told_once() -> None:
    """A second telling is no entry of its own."""
    again = [
        (name, part)
        for name in NAMES
        for item in gold_of(name)["entries"]
        for part in item.get("again", ())
        if sum(tells(entry, item) for entry in entries_of(name)) > 1
    ]
    assert {part for _, part in again} == KNOWN_AGAIN


@pytest.mark.parametrize("name", [name for name in NAMES if "named" in gold_of(name)])
def test_what_is_to_come_is_expected(name: str) -> None:
    """And nothing else is."""
    found = entries_of(name)
    faults = [
        (item["event"], entry.phrase)
        for item in gold_of(name)["entries"]
        for entry in found
        if tells(entry, item) and entry.phrase == item["phrase"] and entry.expected != item.get("expected", False)
    ]
    assert faults == []


@pytest.mark.parametrize("name", [name for name in NAMES if "named" in gold_of(name)])
def test_what_is_only_named_is_no_entry(name: str) -> None:
    """The 2010 raid, model years and flight numbers are names."""
    found = [entry.text for entry in entries_of(name)]
    assert [part for part in gold_of(name)["named"] if any(part in text for text in found)] == []


def test_known_misses_are_missed() -> None:
    """A miss that is mended leaves the list."""
    missed = {(name, phrase) for name in NAMES for _, phrase, _ in outcome(name).missed}
    assert set(KNOWN) - missed == set()


@pytest.mark.parametrize("name", NAMES)
def test_gold_is_of_its_article(name: str) -> None:
    """Each event of the gold stands once in its article, each phrase somewhere, and each date is EDTF."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for item in gold_of(name)["entries"]:
        assert text.count(item["event"]) == 1, item
        assert item["phrase"] in text, item
        assert "date" not in item or parse_edtf(item["date"])


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_verbatim(name: str) -> None:
    """The text of each entry stands in the seed."""
    text = " ".join((FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())
    assert [entry.text for entry in entries_of(name) if " ".join(entry.text.split()) not in text] == []
