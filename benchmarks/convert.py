"""Folders of seeds with an editor's gold in, how many fields the conversion gets right out, field by field.

A gold file NAME.yaml stands beside its seed: a field that it leaves out is one that the copy does not give. `either`
lists other values that are as good. A seed of several articles has a list of such under `articles`. With --speed, the
seeds of plain text are converted over and over on one core, and the articles a second are printed.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.instants import moment_of, parse_instant
from nutgraf.markdown import render_markdown
from nutgraf.models import Briefing, Instant
from nutgraf.sources import SourceFile

FOLDERS = (Path("tests/cases"), Path("tests/formats"))
ADDED = date(2026, 1, 1)
"""`added` of what is converted here; nothing that is compared depends on it."""

FIELDS = (
    "headline",
    "headline_origin",
    "dek",
    "byline",
    "published",
    "updated",
    "dateline",
    "language",
    "topics",
    "why_it_matters",
    "takeaways",
    "timeline",
    "corrections",
    "body",
    "set_aside",
)
_OPTIONAL = {"language", "corrections", "set_aside", "timeline"}
"""Compared only where the gold speaks of them."""

_EMPTY: Mapping[str, Any] = {
    "headline": "",
    "headline_origin": "source",
    "dek": "",
    "published": "",
    "updated": "",
    "dateline": "",
    "language": "",
    "why_it_matters": "",
}

Verdict = str
"""right, missing (the gold has a value and nothing was found), invented (the other way round), or wrong."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A field of an article beside its gold."""

    seed: str
    field: str
    verdict: Verdict
    gold: Any
    found: Any


def seeds_in(folders: Sequence[Path]) -> list[Path]:
    """Return the seeds that have a gold file beside them, by name."""
    golds = sorted(gold for folder in folders for gold in folder.rglob("*.yaml"))
    return [seed for gold in golds for seed in sorted(gold.parent.glob(f"{gold.stem}.*")) if seed.suffix != ".yaml"]


def read_gold(seed: Path) -> list[dict[str, Any]]:
    """Return the gold of each article of a seed, every value as the text it is."""
    gold: dict[str, Any] = yaml.load(seed.with_suffix(".yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    articles: list[dict[str, Any]] = gold.get("articles", [gold])
    return articles


def score_seed(seed: Path) -> Iterator[Scored]:
    """Convert a seed and compare each field of each of its articles."""
    conversions = [c for c in convert_seed(SourceFile(f"seeds/{seed.name}", seed.read_bytes()), ADDED) if c.briefing]
    golds = read_gold(seed)
    if len(golds) != len(conversions):
        yield Scored(seed.name, "articles", "wrong", len(golds), len(conversions))
    for gold, conversion in zip(golds, conversions, strict=False):
        for field in FIELDS:
            if field not in _OPTIONAL or field in gold:
                yield _score(seed.name, field, gold, found_in(conversion, field))


def _score(seed: str, field: str, gold: Mapping[str, Any], found: Any) -> Scored:  # noqa: ANN401
    wanted = gold.get(field, _EMPTY.get(field, []))
    others = gold.get("either", {}).get(field, [])
    if any(found == _SHAPES.get(field, _as_is)(value) for value in (wanted, *others)):
        verdict = "right"
    elif not found:
        verdict = "missing"
    else:
        verdict = "wrong" if wanted and wanted != "source" else "invented"
    return Scored(seed, field, verdict, wanted, found)


def found_in(conversion: Conversion, field: str) -> Any:  # noqa: ANN401
    """Return a field of a conversion in the shape that gold is compared in; what was extracted is not from the copy."""
    briefing = conversion.briefing or Briefing("", "", "")
    if field in ("published", "updated"):
        return _as_moment(str(getattr(briefing, field) or ""))
    if field == "timeline":
        return sorted((entry.date, entry.phrase) for entry in briefing.timeline)
    if field == "body":
        return shown(briefing.body)
    if field == "why_it_matters":
        return "\n\n".join(shown(briefing.why_it_matters))
    if field == "set_aside":
        return sorted(placed.block.text for placed in conversion.ledger if placed.place == SET_ASIDE)
    if field == "corrections":
        return [{"date": str(item.day), "text": item.text} for item in briefing.corrections]
    if getattr(briefing, f"{field}_origin", "source") == "extracted":
        return []
    value = getattr(briefing, field)
    return list(value) if isinstance(value, tuple) else value


def shown(markdown: str) -> list[str]:
    """Return the paragraphs, sub-heads, items and quotations that a reader sees, marked as the gold marks them."""
    marks = {"h": "## ", "l": "- ", "p": ""}
    page = re.sub(r"<li>\s*<p>(.*?)</p>\s*</li>", r"<li>\1</li>", render_markdown(markdown), flags=re.DOTALL)
    parts = re.findall(r"<(h[2-6]|p|li)>(.*?)</\1>", page, re.DOTALL)
    return [marks[tag[0]] + html.unescape(re.sub(r"<[^>]+>", "", text)).strip() for tag, text in parts]


def _as_moment(text: str) -> tuple[bool, object] | None:
    """Return an instant so that two spellings of one moment are equal, and a day is no moment."""
    instant = parse_instant(text) if text else None
    return (instant.time is not None, moment_of(instant)) if isinstance(instant, Instant) else None


def _as_is(value: Any) -> Any:  # noqa: ANN401
    return value


_SHAPES: Mapping[str, Callable[[Any], Any]] = {
    "published": _as_moment,
    "updated": _as_moment,
    "timeline": lambda entries: sorted((entry.get("date", ""), entry["phrase"]) for entry in entries),
    # As blocks hold them: without the bullet in front.
    "set_aside": lambda lines: sorted(re.sub(r"^[•*-] ", "", line) for line in lines),
}


def table_of(scores: Sequence[Scored]) -> str:
    """Return the counts of the verdicts by field, with the share that is right, of 100."""
    rows = [f"{'field':16}{'right':>7}{'wrong':>7}{'missing':>9}{'invented':>10}{'share':>8}"]
    for field in (*dict.fromkeys(score.field for score in scores), "all"):
        counts = Counter(score.verdict for score in scores if field in ("all", score.field))
        numbers = [counts[name] for name in ("right", "wrong", "missing", "invented")]
        share = 100 * numbers[0] / sum(numbers)
        rows.append("{:16}{:7}{:7}{:9}{:10}{:8.1f}".format(field, *numbers, share))
    return "\n".join(rows)


def articles_a_second(seeds: Sequence[Path], seconds: float = 5.0) -> float:
    """Return how many articles of plain text one core converts in a second."""
    files = [SourceFile(f"seeds/{seed.name}", seed.read_bytes()) for seed in seeds if seed.suffix == ".txt"]
    for file in files:  # the first time imports and compiles
        convert_seed(file, ADDED)
    done, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds:
        done += sum(len(convert_seed(file, ADDED)) for file in files)
    return done / spent


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table, the fields that are not right, and with --speed the articles a second."""
    parser = argparse.ArgumentParser(prog="benchmarks.convert", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS, help="where seeds and gold are")
    parser.add_argument("--json", action="store_true", help="print every field as JSON")
    parser.add_argument("--speed", action="store_true", help="measure the articles a second")
    options = parser.parse_args(argv)
    seeds = seeds_in(options.folders)
    if not seeds:
        print("no seed with a gold file in " + ", ".join(map(str, options.folders)), file=sys.stderr)
        return 1
    scores = [score for seed in seeds for score in score_seed(seed)]
    if options.json:
        rows = [
            {"seed": s.seed, "field": s.field, "verdict": s.verdict, "gold": s.gold, "found": s.found} for s in scores
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    else:
        print(f"{len(seeds)} seeds\n{table_of(scores)}")
        print("\n".join(f"{s.seed}: {s.field} {s.verdict}" for s in scores if s.verdict != "right"))
    if options.speed:
        print(f"{articles_a_second(seeds):.0f} articles a second on one core")
    return 0


if __name__ == "__main__":
    sys.exit(main())
