"""Six German articles of our own, dated by hand before the rules were run on them: the second language as a whole.

tests/articles_de/NAME.txt is a seed, NAME.yaml its gold, as in tests/articles; `published` is what an editor gave.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_articles import TODAY, is_trap, meets, tells

from nutgraf.convert import convert_seed
from nutgraf.instants import parse_instant
from nutgraf.models import Entry
from nutgraf.sources import SourceFile

FOLDER = Path(__file__).parent / "articles_de"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def gold_of(name: str) -> dict[str, Any]:
    """Return the gold of an article: its entries, the traps, and its day of publication when it has one."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def entries_of(name: str) -> tuple[Entry, ...]:
    """Return the timeline that the converter makes of an article."""
    seed = SourceFile(f"seeds/{name}.txt", (FOLDER / f"{name}.txt").read_bytes())
    published = gold_of(name).get("published")
    given = {"language": "de"} | ({"published": parse_instant(str(published))} if published else {})
    (conversion,) = convert_seed(seed, TODAY, given)
    return conversion.briefing.timeline


def test_there_are_six() -> None:
    """Whole articles, with more than sixty entries."""
    assert len(NAMES) >= 6
    assert sum(len(gold_of(name)["entries"]) for name in NAMES) > 60


@pytest.mark.parametrize("name", NAMES)
def test_no_date_is_wrong(name: str) -> None:
    """Every date is one that the gold has for its sentence, and no trap is one."""
    gold = gold_of(name)
    wrong = []
    for entry in entries_of(name):
        told = [item.get("date", "") for item in gold["entries"] if item["event"] in entry.text]
        if entry.date and not any(meets(entry.date, day) for day in told):
            wrong.append(f"{entry.date} ({entry.phrase}) for {told}: {entry.text}")
        wrong += [f"{entry.date} is a trap: {entry.text}" for trap in gold["never"] if is_trap(entry, trap)]
    assert not wrong, "\n".join(wrong)


def test_nine_of_ten_entries_are_found() -> None:
    """With their date, or without one where the text leaves it open."""
    missed = [
        (name, item.get("date", ""), item["phrase"])
        for name in NAMES
        for item in gold_of(name)["entries"]
        if not any(tells(entry, item) for entry in entries_of(name))
    ]
    assert len(missed) * 10 <= sum(len(gold_of(name)["entries"]) for name in NAMES), missed


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_verbatim(name: str) -> None:
    """Text and phrase stand in the article as they are."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert [entry for entry in entries_of(name) if entry.text not in text or entry.phrase not in entry.text] == []
