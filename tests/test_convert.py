"""nutgraf.convert: whole seeds in, fields, body and ledger out."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.convert import score_seed, seeds_in, shown
from nutgraf.content import format_briefing, parse_briefing
from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.decode import decode_seed
from nutgraf.convert.draft import BODY, SET_ASIDE
from nutgraf.markdown import render_markdown
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


def words_of(text: str) -> set[str]:
    """Return the words of a text, whatever stands around them and however Markdown or YAML would write them."""
    return set(re.findall(r"[^\W_]+", text.replace("\\", "").casefold()))


# What an editor would still mend by hand; a gap that closes fails here, so that its row goes.
GAPS: dict[str, list[str]] = {
    "correction_note": ["body", "corrections"],  # an undated correction has no field to go to
    "email_release": ["body", "dateline", "set_aside"],  # notes to editors; a dateline in small letters, no agency
    "harbour_levy_suffix": ["body", "dek"],  # below the byline a dek cannot be told from the first paragraph
    "interview": ["body"],  # questions come out as sub-heads
    "numbered_subheads": ["body"],  # the last one introduces a table and not a paragraph
    "opinion": ["body", "set_aside"],  # the note on the author stays in the body
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


LINES = st.sampled_from(
    [
        "",
        "",
        "Harbour tolls rise in Port Elswick",
        "Harbour tolls rise in Port Elswick | The Elswick Courier",
        "By Jane Marlow and Tom Reed",
        "By",
        "Published: January 3, 2024 at 5:42 pm EST",
        "Updated On",
        "Filed under harbours, tolls",
        "Key Takeaways",
        "  • The board voted for the levy on Monday evening.",
        "- Nobody came to the meeting of the board.",
        "1. A numbered line of the list.",
        "Why this matters: the harbour feeds half of the region.",
        "Why it matters",
        "Read more: the other story",
        "© 2024 The Elswick Courier. All rights reserved.",
        "Photo: Nadia Corless",
        "* * *",
        "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021. Enough.",
        "Nobody at the harbour would say why the tolls have to rise again, or who had asked for it.",
        "A Short Sub-head",
        "1984. That was the year.",
        "# of deaths <b>rose</b> & [x](javascript:alert(1)) _so_ `it` was *said*",
    ]
) | st.text(max_size=60)


@given(st.lists(LINES, max_size=25))
def test_nothing_is_lost(lines: list[str]) -> None:
    """Conservation: every character but space is in exactly one block, and every block in exactly one place."""
    data = "\n".join(lines).encode()
    text = decode_seed(SourceFile("seeds/a.txt", data))
    conversion = convert(data)
    if not conversion.ledger:
        assert not text.strip() or conversion.problems
        return
    blocks = [placed.block for placed in conversion.ledger]
    assert len({block.line for block in blocks}) == len(blocks)
    assert "".join("".join((b.marker + b.text).split()) for b in blocks) == "".join(text.split())


@given(st.lists(LINES, max_size=25))
def test_what_a_field_takes_stands_in_it(lines: list[str]) -> None:
    """Each word of a block that went to a field is in that field, or in the ledger as cut away."""
    conversion = convert("\n".join(lines))
    if conversion.briefing is None:
        return
    fields = {
        name: words_of(str(getattr(conversion.briefing, name)))
        for name in ("headline", "dek", "byline", "topics", "why_it_matters", "takeaways")
    }
    labels = words_of("By Why this it matters Key Takeaways Filed under Headline Title and")
    for placed in conversion.ledger:
        known = fields.get(placed.place, words_of(placed.block.text)) | words_of(placed.reason) | labels
        dates = words_of(f"{conversion.briefing.published} {conversion.briefing.updated}")
        assert words_of(placed.block.text) <= known | dates, placed


@given(st.lists(LINES, max_size=25))
def test_body_blocks_are_shown_to_the_letter(lines: list[str]) -> None:
    """What the ledger sends to the body is on the page as it was in the seed, in its order."""
    conversion = convert("\n".join(lines))
    if conversion.briefing is None:
        return
    body = [placed.block.text for placed in conversion.ledger if placed.place == BODY]
    page = html.unescape(re.sub(r"<[^>]+>", "", render_markdown(conversion.briefing.body)))
    assert "".join("".join(body).split()) == "".join(page.split())


@given(st.lists(LINES, max_size=25))
def test_conversion_repeats_and_survives_its_file(lines: list[str]) -> None:
    """The same seed gives the same briefing, and its content file reads back as that briefing."""
    text = "\n".join(lines)
    found = convert(text).briefing
    assert found == convert(text).briefing
    if found is not None:
        named = replace(found, slug="a", path="content/briefings/a.md")
        assert format_briefing(
            parse_briefing(SourceFile(named.path, format_briefing(named).encode()))
        ) == format_briefing(named)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \n\n\t\n", "is empty"),
        (b"Share on Facebook\n\nAdvertisement\n\nRead more\n", "holds no paragraph"),
        (b"Updated On\nNew Update\n", "holds no paragraph"),
        (b"The mayor of Elswick\nhas r\xe9signed.", "is not UTF-8: byte 0xe9 at offset 26"),
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
