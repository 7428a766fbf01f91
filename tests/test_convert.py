"""nutgraf.convert: whole seeds in, fields, body and ledger out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.convert import score_seed, seeds_in, shown
from nutgraf.content import format_briefing
from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.models import Briefing
from nutgraf.sources import SourceFile

ROOT = Path(__file__).parent.parent
CASES = seeds_in([ROOT / "tests" / "cases", ROOT / "tests" / "formats"])
TODAY = date(2026, 1, 1)


def convert(text: str | bytes, name: str = "seeds/a-seed.txt") -> Conversion:
    """Convert a seed of that text."""
    (conversion,) = convert_seed(SourceFile(name, text if isinstance(text, bytes) else text.encode()), TODAY)
    return conversion


def briefing_of(text: str | bytes, name: str = "seeds/a-seed.txt") -> Briefing:
    """Convert a seed that must hold an article."""
    briefing = convert(text, name).briefing
    assert briefing is not None
    return briefing


# What an editor would still mend by hand; a gap that closes fails here, so that its row goes.
GAPS: dict[str, list[str]] = {
    "email_release": ["dateline"],  # in small letters, without an agency
    "harbour_levy_suffix": ["body", "dek"],  # below the byline a dek cannot be told from the first paragraph
    "interview": ["body"],  # questions come out as sub-heads
    "numbered_subheads": ["body"],  # the last one introduces a table and not a paragraph
    "press_release": ["byline"],  # a company as byline, cut at its comma
    "wire_ragged_wrap": ["dek", "set_aside"],  # an unmarked caption above the body is taken for the dek
}


def marked_differently(seed: Path) -> list[str]:
    """Convert a seed and return the names of the fields that an editor marked differently."""
    return sorted(score.field for score in score_seed(seed) if score.verdict != "right")


@pytest.mark.parametrize("seed", CASES, ids=lambda path: path.stem)
def test_fields_are_what_an_editor_marked(seed: Path) -> None:
    """Fields, body, timeline and what is set aside are those an editor marked, the rules unseen; gaps are known."""
    assert marked_differently(seed) == GAPS.get(seed.stem, [])


def test_the_shipped_seed() -> None:
    """The article that ships gives the fields it was promised to give, and no date that it does not state."""
    seed = next((ROOT / "seeds").glob("*.txt"))
    conversion = convert(seed.read_bytes(), f"seeds/{seed.name}")
    found = conversion.briefing
    assert found is not None
    assert found.headline.startswith("Hamas and Fatah Hold Reconciliation Talks in Beijing")
    assert found.byline == ("Trim Correspondents",)
    assert found.published is None
    assert found.updated is None
    assert found.dek.startswith("China hosts Hamas-Fatah talks")
    assert found.dek.endswith("in the Middle East.")
    assert found.why_it_matters.startswith("The Hamas-Fatah reconciliation talks in Beijing represent")
    lines = seed.read_text(encoding="utf-8").splitlines()
    assert list(found.takeaways) == [line.removeprefix("  • ") for line in lines if line.startswith("  • ")]
    assert len(found.takeaways) == 5
    assert len(shown(found.body)) == 5
    page = format_briefing(found)
    aside = {placed.block.text: placed.reason for placed in conversion.ledger if placed.place == SET_ASIDE}
    for label in ("Updated On", "New Update"):
        assert aside[label]
        assert label not in page
    dates = {entry.date: entry.phrase for entry in found.timeline}
    assert dates["2023-10"] == "in October 2023"
    assert dates[""] == "this week"
    assert "1967" not in dates


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \n\n\t\n", "is empty"),
        (b"Share on Facebook\n\nAdvertisement\n\nRead more\n", "holds no paragraph"),
        (b"Updated On\nNew Update\n", "holds no paragraph"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
    ],
)
def test_a_seed_without_article_says_why(data: bytes, message: str) -> None:
    """An empty, boilerplate-only or undecodable seed gives a warning with its name and remedy, and no briefing."""
    conversion = convert(data)
    assert conversion.briefing is None
    (problem,) = conversion.problems
    assert problem.path == "seeds/a-seed.txt"
    assert message in problem.message
    assert problem.hint
    assert problem.level == "warning"


def test_a_kind_that_cannot_be_read_is_named() -> None:
    """A seed of an unknown kind is a warning that lists the kinds there are."""
    (problem,) = convert("text", "seeds/photo.jpg").problems
    assert ".txt" in problem.hint


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"x" * 30_000_000, "has 30,000,000 bytes, more than any article"),
        ("a.md", b"word " * 300_000, "has a text of 1,499,999 characters, more than any article"),
        ("a.html", b"<p>a</p>" * 20_001, "has 20,001 pieces of text"),
    ],
)
def test_what_is_too_large_for_an_article_is_refused(name: str, data: bytes, message: str) -> None:
    """With its size, as a warning, and quickly."""
    (conversion,) = convert_seed(SourceFile(f"seeds/{name}", data), date(2026, 1, 1))
    assert conversion.briefing is None
    assert message in conversion.problems[0].message
    assert "no briefing was made" in conversion.problems[0].message
