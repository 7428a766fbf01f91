"""benchmarks.takeaways: the scorer on articles of our own, and the floors that tracing keeps on the marked ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.takeaways import alarms, main, read_articles, rouge, rouge_table, trace, unsupported

ROOT = Path(__file__).parent.parent
TRACED = ROOT / "tests" / "traced" / "takeaways.jsonl"

SENTENCES = (
    "The harbour board of Port Elswick voted on Monday to raise its tolls by 12 percent.",
    "Two dockers were hurt in March when a cable broke.",
    "The port was shut for nine days.",
    "Hauliers say that the shops will pay for it.",
    "The board met for an hour.",
)


def row(*highlights: object, **fields: object) -> dict[str, object]:
    """Return a line of a file: an article of five sentences with highlights."""
    return {"article": " ".join(SENTENCES), "highlights": list(highlights), **fields}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where a test writes its lines."""
    return tmp_path / "articles.jsonl"


def write(file: Path, *rows: dict[str, object]) -> Path:
    """Write lines of JSON."""
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_tracing_is_counted(file: Path) -> None:
    """A highlight is right when its first sentence is one that was marked; a pair when both are, in any order."""
    highlights = (
        {"text": "Port Elswick raises tolls 12%", "rests_on": ["voted on Monday"]},
        {"text": "Port shut nine days after cable broke", "rests_on": ["a cable broke", "nine days"]},
        {"text": "Board votes for an hour, dockers hurt", "rests_on": ["met for an hour", "auliers say"]},
        {"text": "A cable broke in March", "rests_on": ["nine days"], "or": ["a cable broke"]},
        {"text": "Hauliers say that shops will pay", "rests_on": ["nine days"]},
        "Not marked",
    )
    traced = trace(read_articles([write(file, row(*highlights))]))
    assert (traced.marked, traced.first) == (5, 80)
    assert (traced.pairs, traced.both) == (2, 50)
    assert traced.faults == (f"Hauliers say that shops will pay -> {SENTENCES[3]}",)


def test_rouge_and_its_table(file: Path) -> None:
    """What is proposed word for word scores 100, and the mean difference stands beside the two means."""
    (article,) = read_articles([write(file, row(*SENTENCES[:3]))])
    ((lead, ours),) = rouge([article])
    assert lead == [100, 100, 100]
    assert 0 < ours[0] < 100
    table = rouge_table([([10.0, 5.0, 1.0], [12.0, 5.0, 3.0]), ([20.0, 5.0, 1.0], [24.0, 5.0, 1.0])])
    assert [line.split() for line in table.splitlines()][1:] == [
        ["rouge1", "15.00", "18.00", "3.00", "1.96"],
        ["rouge2", "5.00", "5.00", "0.00", "0.00"],
        ["rougeLsum", "1.00", "2.00", "1.00", "1.96"],
    ]


def test_alarms_go_by_all_that_is_known(file: Path) -> None:
    """A number that the article does not have is told; a name that only the byline has is none."""
    flagged, kinds, told = alarms(
        read_articles([write(file, row("Tolls rise by 13 percent", "Jo Hale: tolls rise", byline=["Jo Hale"]))])
    )
    assert (flagged, dict(kinds)) == (50, {"number": 1})
    assert "13 percent" in told[0]


def test_support_is_counted_against_other_articles(file: Path) -> None:
    """The share without support in the article itself, and in another one."""
    other = {"article": "Wolves bred in the hills. Farmers lost sheep.", "highlights": ["Wolves bred in hills", "Tarn"]}
    assert unsupported(read_articles([write(file, row("Tolls rise"), other)])) == (100 / 3, 100)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "Expecting"),
        ('{"article": "A."}', "highlights"),
        ('{"article": "A. B.", "highlights": [{"text": "A", "rests_on": ["C"]}]}', "'C' stands in 0 sentences"),
        ('{"article": "A b. A c.", "highlights": [{"text": "A", "rests_on": ["A"]}]}', "'A' stands in 2 sentences"),
    ],
)
def test_a_line_at_fault_is_named(file: Path, capsys: pytest.CaptureFixture[str], line: str, words: str) -> None:
    """What cannot be read is told with its file and line, and nothing is measured."""
    write(file, row("Tolls rise"))
    file.write_text(file.read_text() + line + "\n")
    assert main([str(file)]) == 1
    assert f"{file}:2: " in (error := capsys.readouterr().err)
    assert words in error
    assert main([str(file.with_name("absent.jsonl"))]) == 1
    assert main([str(write(file))]) == 1


def test_what_is_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Highlights may be a text of lines; a measure for which nothing is known is not printed."""
    write(file, {**row(), "highlights": "Tolls rise 12 percent\nPort shut"})
    assert main([str(file), "--speed"]) == 0
    out = capsys.readouterr().out
    assert "1 articles of 48 words, 2 highlights" in out
    assert "claims      0.0 of highlights flagged" in out
    assert "proposals" in out
    assert "evidence" in out
    assert "tracing" not in out


def test_the_floors_hold() -> None:
    """The marked takeaways of forty articles lead to their sentences, as often as was promised."""
    articles = read_articles([TRACED])
    traced = trace(articles)
    assert len(articles) >= 24
    assert traced.marked >= 200
    assert traced.first >= 92, traced.faults
    assert traced.pairs >= 40
    assert traced.both >= 65
    own, others = unsupported(articles)
    assert own <= 3
    assert others >= 90
