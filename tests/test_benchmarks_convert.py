"""benchmarks.convert: the scorer on a seed of our own, and the floors that conversion keeps on all fixtures."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.convert import main, score_seed, seeds_in, table_of

ROOT = Path(__file__).parent.parent
FOLDERS = [ROOT / "tests" / "cases", ROOT / "tests" / "formats"]

SEED = """Port of Elswick raises its tolls

By Jo Hale

Published: 4 May 2024

The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said.
"""
GOLD = """headline: Port of Elswick raises its tolls
byline: [Ann Orr]
published: 2024-05-04
updated: 2024-05-05
topics: []
body:
- The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said.
"""

# In 100 fields of all fixtures, so many are right at least; no floor is lowered without a reason in its row.
FLOORS = {
    "headline": 98,
    "headline_origin": 98,
    "dek": 95,
    "byline": 97,
    "published": 99,
    "updated": 99,
    "dateline": 97,
    "language": 98,
    "topics": 98,
    "why_it_matters": 99,
    "takeaways": 99,
    "timeline": 95,
    "body": 86,  # one paragraph that went elsewhere makes the whole body of a fixture wrong
    "set_aside": 90,
    "all": 97,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one seed and its gold."""
    (tmp_path / "tolls.txt").write_text(SEED)
    (tmp_path / "tolls.yaml").write_text(GOLD)
    return tmp_path


def test_verdicts(folder: Path) -> None:
    """A field is right, wrong, missing, or invented: nothing else, and each by its gold."""
    (seed,) = seeds_in([folder])
    verdicts = {score.field: score.verdict for score in score_seed(seed)}
    assert verdicts["headline"] == verdicts["published"] == verdicts["body"] == verdicts["dek"] == "right"
    assert verdicts["byline"] == "wrong"
    assert verdicts["updated"] == "missing"
    seed.with_suffix(".yaml").write_text("headline: Port of Elswick raises its tolls\n")
    assert {s.field for s in score_seed(seed) if s.verdict == "invented"} == {"byline", "published", "body"}


def test_a_seed_of_several_articles(folder: Path) -> None:
    """Gold may list articles; one too many or too few is a fault of its own."""
    (seed,) = seeds_in([folder])
    seed.with_suffix(".yaml").write_text("articles:\n- headline: Port of Elswick raises its tolls\n- headline: Other\n")
    assert [(s.gold, s.found) for s in score_seed(seed) if s.field == "articles"] == [(2, 1)]


def test_what_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table by field and the fields that are not right; or every field as JSON."""
    assert main([str(folder)]) == 0
    out = capsys.readouterr().out
    assert "byline                0      1        0         0     0.0" in out
    assert "tolls.txt: updated missing" in out
    assert main([str(folder), "--json"]) == 0
    assert {"seed": "tolls.txt", "field": "dek", "verdict": "right", "gold": "", "found": ""} in json.loads(
        capsys.readouterr().out
    )
    assert main([str(folder / "absent")]) == 1


def test_the_floors_hold() -> None:
    """Over all fixtures each field is right as often as it was, and nothing is invented without a row in GAPS."""
    scores = [score for seed in seeds_in(FOLDERS) for score in score_seed(seed)]
    for field, floor in FLOORS.items():
        counts = Counter(score.verdict == "right" for score in scores if field in ("all", score.field))
        assert 100 * counts[True] >= floor * counts.total(), f"{field}\n{table_of(scores)}"
