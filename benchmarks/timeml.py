"""TimeML files in, their text and gold dates out; and EDTF mapped to the values TimeML writes.

TIMEX3 writes weeks (2024-W19, its weekend 2024-W19-WE), quarters (2024-Q1), halves (2024-H1), seasons (2024-SP) and
decades (199) in ways of its own; the qualifiers of EDTF have no place in a value and are dropped.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from nutgraf.dates import DateMention

Bounds = tuple[date, date]

_SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PARTS: Final = {
    33: "Q1",
    34: "Q2",
    35: "Q3",
    36: "Q4",
    40: "H1",
    41: "H2",
    21: "SP",
    22: "SU",
    23: "FA",
    24: "WI",
}
_VAGUE: Final = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
_CALENDAR: Final = re.compile(r"\d{2,4}(?:-|$)")
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)T.*")


@dataclass(frozen=True, slots=True)
class Timex:
    """A date or time, of the gold or ours."""

    start: int
    end: int
    kind: str
    """DATE or TIME."""
    value: str

    @property
    def is_calendar(self) -> bool:
        """Whether the value lies in the calendar: no reference to a vague past, and no duration."""
        return _CALENDAR.match(self.value) is not None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold."""

    name: str
    text: str
    created: date | None
    gold: tuple[Timex, ...]


def read_documents(folder: Path) -> Iterator[Document]:
    """Yield the TimeML files of `folder` by name; those of macOS that begin with `._` are none."""
    for path in sorted(folder.glob("*.tml")):
        if not path.name.startswith("._"):
            yield _read(path)


def _read(path: Path) -> Document:
    root = ElementTree.fromstring(path.read_bytes())  # noqa: S314 - a benchmark reads what its user points it at
    creation = root.find(".//DCT//TIMEX3")
    if creation is None:
        creation = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    value = "" if creation is None else creation.get("value", "")
    created = date.fromisoformat(value[:10]) if re.match(r"\d{4}-\d\d-\d\d", value) else None
    body = root.find(".//TEXT")
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(root if body is None else body, pieces, gold)
    return Document(path.stem, "".join(pieces), created, tuple(gold))


def _walk(node: ElementTree.Element, pieces: list[str], gold: list[Timex]) -> None:
    """Collect the text below `node` in `pieces`, and what is marked as a date or time in `gold`."""
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3" and node.get("type") in ("DATE", "TIME"):
        end = sum(map(len, pieces))
        if end > start and node.get("functionInDocument") != "CREATION_TIME":
            gold.append(Timex(start, end, node.get("type", ""), gold_value(node.get("value", ""))))


def gold_value(value: str) -> str:
    """Return a gold value without slips of its form: W7 for W07, unknown parts (1998-12-XX) at its end, 199X."""
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value.strip())
    return re.sub(r"(?:-XX)+$", "", re.sub(r"^(\d{2,3})X{1,2}$", r"\1", value))


def from_mention(mention: DateMention) -> list[Timex]:
    """Return what TimeML would mark for `mention`: none for a duration, both ends of a range."""
    kind = "TIME" if mention.granularity == "time" else "DATE"
    if mention.granularity == "duration":
        return []
    if mention.edtf is None:
        return [Timex(mention.start, mention.end, kind, _VAGUE.get(mention.granularity, "NONE"))]
    ends = re.sub("[~?%]", "", mention.edtf).split("/")
    week = _week(ends)
    if week or len(ends) == 1:
        return [Timex(mention.start, mention.end, kind, week or _point(ends[0]))]
    middle = (mention.start + mention.end) // 2
    return [
        Timex(mention.start, middle, kind, _point(ends[0])),
        Timex(middle, mention.end, kind, _point(ends[1])),
    ]


def _week(ends: list[str]) -> str:
    """Return the TIMEX3 week, or weekend, that an interval of days is; empty when it is none."""
    if len(ends) < 2 or len(ends[0]) < 10 or len(ends[1]) < 10:
        return ""
    first, last = map(date.fromisoformat, ends)
    year, week, _ = first.isocalendar()
    name = f"{year:04}-W{week:02}"
    if (first.weekday(), last - first) == (0, timedelta(days=6)):
        return name
    return f"{name}-WE" if (first.weekday(), last - first) == (5, timedelta(days=1)) else ""


def _point(text: str) -> str:
    year, _, rest = text.partition("-")
    return "-".join(filter(None, (year.rstrip("X"), _PARTS.get(int(rest[:2]), rest) if rest else "")))


def cut_to_day(value: str) -> str:
    """Return a time as its day."""
    found = _DAY.fullmatch(value)
    return found[1] if found else value


def bounds(value: str) -> Bounds | None:
    """Return the first and last day of a TIMEX3 value; None when it is not in the calendar."""
    value = cut_to_day(value)
    try:
        return _bounds(value)
    except ValueError:
        return None


def _bounds(value: str) -> Bounds | None:
    year, _, rest = value.partition("-")
    if not year.isdigit() or not 2 <= len(year) <= 4:
        return None
    first_year, span = int(year) * 10 ** (4 - len(year)), 10 ** (4 - len(year))
    if not rest:
        return date(max(1, first_year), 1, 1), date(first_year + span - 1, 12, 31)
    if rest[0] == "W" and rest[1:3].isdigit():
        start = date.fromisocalendar(first_year, int(rest[1:3]), 6 if rest.endswith("WE") else 1)
        return start, start + timedelta(days=1 if rest.endswith("WE") else 6)
    if rest[0] in "QH" and rest[1:].isdigit():
        size = 3 if rest[0] == "Q" else 6
        return _months(first_year, (int(rest[1:]) - 1) * size + 1, size)
    if rest in _SEASONS:
        return _months(first_year, _SEASONS[rest], 3)
    if len(rest) == 2 and rest.isdigit():
        return _months(first_year, int(rest), 1)
    day = date.fromisoformat(value)
    return day, day


def _months(year: int, month: int, count: int) -> Bounds:
    last = month + count - 2
    end_year, end_month = year + last // 12, last % 12 + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
