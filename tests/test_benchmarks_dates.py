"""benchmarks.dates: the scorer on two documents of our own, whose figures are known by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.dates import main, pair
from benchmarks.timeml import Timex, bounds, cut_to_day, from_mention, gold_value, read_documents
from nutgraf.dates import DateMention

ONE = """<?xml version="1.0" ?>
<TimeML>
<DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-08" functionInDocument="CREATION_TIME">May 8, 2024</TIMEX3></DCT>
<TITLE>Ferry sinks</TITLE>
<TEXT>
The ferry <EVENT>sank</EVENT> <TIMEX3 tid="t1" type="DATE" value="2024-05-07">Tuesday</TIMEX3> and was raised
<TIMEX3 tid="t2" type="TIME" value="2024-05-08TMO">this morning</TIMEX3>. It was built in
<TIMEX3 tid="t3" type="DATE" value="1998-XX">1998</TIMEX3> and is
<TIMEX3 tid="t4" type="DATE" value="PRESENT_REF">now</TIMEX3>
a wreck, after <TIMEX3 tid="t5" type="DURATION" value="P26Y">26 years</TIMEX3> at sea.
</TEXT>
</TimeML>
"""
TWO = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="TIME" value="2024-05-08T10:00" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>
<TEXT>
It sank <TIMEX3 tid="t1" type="DATE" value="2024-W18">last week</TIMEX3>, and not in
<TIMEX3 tid="t2" type="DATE" value="2024-06">March</TIMEX3>. Nobody saw it on <TIMEX3 tid="t3" type="DATE"
value="2019-09-11">the eve of the fair</TIMEX3>. It rained on 3 May 2024.
</TEXT>
</TimeML>
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Write the two documents, and a file of macOS that is none."""
    for name, text in (("one.tml", ONE), ("two.tml", TWO), ("._one.tml", "no document")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def figures(corpus: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, dict[str, float]]:
    """Return what the command prints as JSON."""
    assert main(["--corpus", str(corpus), "--json", *options]) == 0
    found: dict[str, dict[str, float]] = json.loads(capsys.readouterr().out)
    return found


def test_documents(corpus: Path) -> None:
    """The body is the text, the gold its dates and times, the creation time no gold but the anchor."""
    one, two = read_documents(corpus)
    assert (one.created, two.created) == (date(2024, 5, 8), date(2024, 5, 8))
    assert [(one.text[t.start : t.end], t.kind, t.value) for t in one.gold] == [
        ("Tuesday", "DATE", "2024-05-07"),
        ("this morning", "TIME", "2024-05-08TMO"),
        ("1998", "DATE", "1998"),
        ("now", "DATE", "PRESENT_REF"),
    ]
    assert len(two.gold) == 3


def test_figures(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Six dates of the gold, five found of them, four with its value; one more is found that it does not mark."""
    found = figures(corpus, capsys)
    assert found["documents"] == 2
    date_, cal, tl = found["DATE"], found["cal"], found["tl"]
    assert (date_["gold"], date_["found"], date_["precision"], date_["recall"]) == (6, 6, 66.7, 66.7)
    assert (date_["f1"], date_["span_f1"]) == (66.7, 83.3)
    assert (cal["gold"], cal["found"], cal["f1"]) == (5, 5, 60.0)
    assert (tl["gold"], tl["found"], tl["f1"]) == (6, 6, 66.7)
    # "March" is 2024-03 to us and 2024-06 to the gold: one of five found where the gold has a date.
    assert tl["wrong"] == 20.0
    assert found["tl"]["wrong_dates"] == ["two: 'March' is 2024-03, gold 2024-06"]


def test_without_anchor(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without its day of publication a text has the value of what it states in full."""
    found = figures(corpus, capsys, "--no-anchor")
    assert (found["tl"]["found"], found["tl"]["precision"], found["tl"]["wrong"]) == (2, 50.0, 0.0)


def test_table(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json there is a table, and a folder without documents is wrong usage."""
    assert main(["--corpus", str(corpus)]) == 0
    out = capsys.readouterr().out
    assert "tl         6      6   66.7   66.7   66.7" in out
    assert "wrong: two: 'March' is 2024-03, gold 2024-06" in out
    (tmp_path / "empty").mkdir()
    assert main(["--corpus", str(tmp_path / "empty")]) == 2


@pytest.mark.parametrize(
    ("edtf", "granularity", "values"),
    [
        ("2024-05-06", "day", ["2024-05-06"]),
        ("2024-05?", "month", ["2024-05"]),
        ("2024-05-06/2024-05-12", "week", ["2024-W19"]),
        ("2024-05-11/2024-05-12", "weekend", ["2024-W19-WE"]),
        ("2024-33", "quarter", ["2024-Q1"]),
        ("2024-41", "half", ["2024-H2"]),
        ("2024-24", "season", ["2024-WI"]),
        ("199X", "decade", ["199"]),
        ("19XX", "century", ["19"]),
        ("2024-05-01/2024-05-03", "range", ["2024-05-01", "2024-05-03"]),
        (None, "present", ["PRESENT_REF"]),
        (None, "day", ["NONE"]),
        (None, "duration", []),
    ],
)
def test_values(edtf: str | None, granularity: str, values: list[str]) -> None:
    """Our values become those of TIMEX3."""
    mention = DateMention(0, 10, edtf, "explicit" if edtf else "unresolved", granularity)  # type: ignore[arg-type]
    assert [timex.value for timex in from_mention(mention)] == values


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-05-06T09:00", "2024-05-06", "2024-05-06"),
        ("2024-W19", "2024-05-06", "2024-05-12"),
        ("2024-W19-WE", "2024-05-11", "2024-05-12"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    """A value of TIMEX3 has its first and last day."""
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


def test_slips_of_a_gold() -> None:
    """What a gold writes in a form of its own is the same value; what is none has no bounds."""
    assert [gold_value(v) for v in ("2000-W7", "1998-12-XX", "199X", "P1D")] == ["2000-W07", "1998-12", "199", "P1D"]
    assert [bounds(v) for v in ("P1D", "PRESENT_REF", "2024-13", "XXXX-05", "2024-W60")] == [None] * 5
    assert [cut_to_day(v) for v in ("2024-05-06TNI", "2024-05")] == ["2024-05-06", "2024-05"]


def test_pairs_are_one_to_one() -> None:
    """Of two that overlap the gold, the one with its value counts, and the other is too many."""
    gold = [Timex(0, 10, "DATE", "2024")]
    ours = [Timex(0, 4, "DATE", "2023"), Timex(6, 12, "DATE", "2024")]
    assert pair(gold, ours) == [(gold[0], ours[1])]
