"""A folder of TimeML files in, how well nutgraf.dates reads their dates out.

Spans are compared loosely (they overlap) and one to one, values as text. DATE counts every date; `cal` those with a
value in the calendar; `tl`, the timeline's, these and times cut to the day. `wrong` is the share of calendar dates,
found where the gold has one, whose days do not meet those of the gold.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.timeml import Document, Timex, bounds, cut_to_day, from_mention, read_documents
from nutgraf.dates import find_dates

Pair = tuple[Timex, Timex]


@dataclass(slots=True)
class Score:
    """Counts of one measure over all documents."""

    gold: int = 0
    ours: int = 0
    spans: int = 0
    values: int = 0
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float | int]:
        """Return precision, recall and F1 of the values and F1 of the spans, of 100, with the counts."""
        return {
            "gold": self.gold,
            "found": self.ours,
            "precision": _share(self.values, self.ours),
            "recall": _share(self.values, self.gold),
            "f1": _share(2 * self.values, self.gold + self.ours),
            "span_f1": _share(2 * self.spans, self.gold + self.ours),
            "wrong": _share(len(self.wrong), self.spans),
        }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def pair(gold: Sequence[Timex], ours: Sequence[Timex]) -> list[Pair]:
    """Return the pairs that overlap, each once; of several, the one with the equal value is taken."""
    choices = [
        (one.value != two.value, one.start, two.start, one, two)
        for one in gold
        for two in ours
        if one.start < two.end and two.start < one.end
    ]
    pairs: list[Pair] = []
    for _, _, _, one, two in sorted(choices, key=lambda choice: choice[:3]):
        if all(one is not first and two is not second for first, second in pairs):
            pairs.append((one, two))
    return pairs


def _dates(found: Sequence[Timex]) -> list[Timex]:
    return [timex for timex in found if timex.kind == "DATE"]


def _calendar(found: Sequence[Timex]) -> list[Timex]:
    return [timex for timex in _dates(found) if timex.is_calendar]


def _timeline(found: Sequence[Timex]) -> list[Timex]:
    return [replace(timex, value=cut_to_day(timex.value)) for timex in found if timex.is_calendar]


MEASURES: dict[str, Callable[[Sequence[Timex]], list[Timex]]] = {
    "DATE": _dates,
    "cal": _calendar,
    "tl": _timeline,
}


def _is_wrong(gold: Timex, ours: Timex) -> bool:
    one, two = bounds(gold.value), bounds(ours.value)
    return bool(one and two and (one[1] < two[0] or two[1] < one[0]))


def score(documents: Sequence[Document], anchored: bool = True) -> tuple[dict[str, Score], float]:
    """Return the score of each measure, and the milliseconds a document takes."""
    scores = {name: Score() for name in MEASURES}
    seconds = 0.0
    for document in documents:
        start = time.perf_counter()
        mentions = find_dates(document.text, document.created if anchored else None)
        seconds += time.perf_counter() - start
        ours = [timex for mention in mentions for timex in from_mention(mention)]
        for name, choose in MEASURES.items():
            _count(scores[name], document, choose(document.gold), choose(ours))
    return scores, round(1000 * seconds / max(1, len(documents)), 2)


def _count(total: Score, document: Document, gold: Sequence[Timex], ours: Sequence[Timex]) -> None:
    pairs = pair(gold, ours)
    total.gold += len(gold)
    total.ours += len(ours)
    total.spans += len(pairs)
    total.values += sum(one.value == two.value for one, two in pairs)
    total.wrong += [_line(document, one, two) for one, two in pairs if _is_wrong(one, two)]


def _line(document: Document, gold: Timex, ours: Timex) -> str:
    words = " ".join(document.text[ours.start : ours.end].split())
    return f"{document.name}: {words!r} is {ours.value}, gold {gold.value}"


def report(scores: dict[str, Score], milliseconds: float) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"{'':6}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}{'span':>7}{'wrong':>7}"
    for name, total in scores.items():
        figures = total.figures()
        columns = [figures[key] for key in ("precision", "recall", "f1", "span_f1", "wrong")]
        yield f"{name:6}{total.gold:6}{total.ours:7}" + "".join(f"{column:7.1f}" for column in columns)
    yield f"{milliseconds} ms a document"
    yield from (f"wrong: {line}" for line in scores["tl"].wrong)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a corpus; 2 when it holds no document."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of .tml files")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--no-anchor", action="store_true", help="keep the document's own date from the tagger")
    options = parser.parse_args(arguments)
    documents = list(read_documents(options.corpus))
    if not documents:
        print(f"{options.corpus}: no .tml files", file=sys.stderr)
        return 2
    scores, milliseconds = score(documents, anchored=not options.no_anchor)
    if options.json:
        figures = {name: {**total.figures(), "wrong_dates": total.wrong} for name, total in scores.items()}
        print(json.dumps({"documents": len(documents), "ms": milliseconds, **figures}, indent=2))
    else:
        print("\n".join(report(scores, milliseconds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
