"""The first law of conversion, on every plain-text fixture and on texts that Hypothesis makes up: nothing is lost."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import EXAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.convert import ADDED, FOLDERS, seeds_in
from nutgraf.content import format_briefing, parse_briefing
from nutgraf.convert import convert_seed
from nutgraf.convert.body import is_rule
from nutgraf.convert.decode import decode_seed
from nutgraf.convert.draft import BODY
from nutgraf.markdown import render_markdown
from nutgraf.sources import SourceFile

ROOT = Path(__file__).parent.parent
FIXTURES = [*seeds_in([ROOT / folder for folder in FOLDERS]), *sorted((ROOT / "tests" / "articles").glob("*.txt"))]
FIXTURES = [seed for seed in FIXTURES if not seed.read_bytes().startswith(b"\x01")]
FORMATS = [seed for seed in FIXTURES if seed.suffix != ".txt"]
FIXTURES = [seed for seed in FIXTURES if seed.suffix == ".txt"]

Law = Callable[[SourceFile], None]


def words_of(text: str) -> set[str]:
    """Return the words of a text, whatever stands around them and however Markdown or YAML would write them."""
    return set(re.findall(r"[^\W_]+", text.replace("\\", "").casefold()))


def nothing_is_lost(file: SourceFile) -> None:
    """Every character but space is in exactly one block, and every block in exactly one place."""
    text = decode_seed(file).text
    conversions = convert_seed(file, ADDED)
    blocks = [placed.block for conversion in conversions for placed in conversion.ledger]
    if not blocks:
        assert not text.strip() or any(conversion.problems for conversion in conversions)
        return
    assert len({block.line for block in blocks}) == len(blocks)
    assert "".join("".join((b.marker + b.text).split()) for b in blocks) == "".join(text.split())


def what_a_field_takes_stands_in_it(file: SourceFile) -> None:
    """Each word of a block that went to a field is in that field, or in the ledger as cut away."""
    names = ("headline", "dek", "byline", "topics", "why_it_matters", "takeaways", "corrections")
    labels = words_of(
        "By Why this it that matters Key Takeaways Filed under Headline Title and Correction Von Par points"
    )
    for conversion in convert_seed(file, ADDED):
        if conversion.briefing is None:
            continue
        fields = {name: words_of(str(getattr(conversion.briefing, name))) for name in names}
        dates = words_of(f"{conversion.briefing.published} {conversion.briefing.updated}")
        dates |= {word for item in conversion.briefing.corrections for word in words_of(f"{item.day:%-d %B %Y}")}
        for placed in conversion.ledger:
            known = fields.get(placed.place, words_of(placed.block.text)) | words_of(placed.reason) | labels
            assert words_of(placed.block.text) <= known | dates, placed


def body_blocks_are_shown_to_the_letter(file: SourceFile) -> None:
    """What the ledger sends to the body is on the page as it was in the seed, in its order; rules are lines there."""
    for conversion in convert_seed(file, ADDED):
        if conversion.briefing is None:
            continue
        body = [p.block.text for p in conversion.ledger if p.place == BODY and not is_rule(p.block)]
        page = html.unescape(re.sub(r"<[^>]+>", "", render_markdown(conversion.briefing.body)))
        assert "".join("".join(body).split()) == "".join(page.split())


def conversion_repeats_and_survives_its_file(file: SourceFile) -> None:
    """The same seed gives the same briefings, and a content file reads back as its briefing."""
    conversions = convert_seed(file, ADDED)
    assert conversions == convert_seed(file, ADDED)
    for conversion in conversions:
        if conversion.briefing is None:
            continue
        named = replace(conversion.briefing, slug="a", path="content/briefings/a.md")
        again = parse_briefing(SourceFile(named.path, format_briefing(named).encode()))
        assert format_briefing(again) == format_briefing(named)


LAWS = (
    nothing_is_lost,
    what_a_field_takes_stands_in_it,
    body_blocks_are_shown_to_the_letter,
    conversion_repeats_and_survives_its_file,
)

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
        "ARTICLE 2",
        "Schools to merge in Calder",
        "Correction, 3 May 2024: the vote was on Monday.",
        "EMBARGOED UNTIL MONDAY",
        "By the numbers: three tolls, two ports.",
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


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_on_texts_made_up(law: Law) -> None:
    """Each law holds on lines of every kind in any order."""

    @settings(max_examples=EXAMPLES)
    @given(st.lists(LINES, max_size=25))
    def holds(lines: list[str]) -> None:
        law(SourceFile("seeds/a.txt", "\n".join(lines).encode()))

    holds()


@pytest.mark.parametrize("seed", FIXTURES, ids=lambda path: path.stem)
def test_on_every_fixture(seed: Path) -> None:
    """All laws hold on every article of plain text that has a gold."""
    file = SourceFile(f"seeds/{seed.name}", seed.read_bytes())
    for law in (nothing_is_lost, body_blocks_are_shown_to_the_letter, conversion_repeats_and_survives_its_file):
        law(file)


def every_block_is_in_one_place(file: SourceFile) -> None:
    """No block stands in the ledger twice, and none of an article without its reason."""
    for conversion in convert_seed(file, ADDED):
        assert len({placed.block.line for placed in conversion.ledger}) == len(conversion.ledger)
        assert all(placed.place and placed.reason and placed.block.text for placed in conversion.ledger)


@pytest.mark.parametrize("seed", FORMATS, ids=lambda path: path.name)
def test_on_every_fixture_of_another_format(seed: Path) -> None:
    """The laws hold where the format says what is what; that all of its text is in blocks is for its reader's tests."""
    file = SourceFile(f"seeds/{seed.name}", seed.read_bytes())
    for law in (
        every_block_is_in_one_place,
        what_a_field_takes_stands_in_it,
        body_blocks_are_shown_to_the_letter,
        conversion_repeats_and_survives_its_file,
    ):
        law(file)
