"""nutgraf.convert.proposals: an article whose copy has no takeaways gets some in its own words, and says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from nutgraf.convert import convert_seed
from nutgraf.markdown import plain_paragraphs
from nutgraf.models import Briefing
from nutgraf.pipeline import build_site
from nutgraf.sources import SourceFile

ROOT = Path(__file__).parent.parent
SEEDS = sorted(path for folder in ("articles", "cases") for path in (ROOT / "tests" / folder).glob("*.txt"))

ARTICLE = """Harbour tolls rise

By Jo Hale

The harbour board of Port Elswick voted on Monday to raise its tolls for lorries by 12 percent from June.

It is the third rise since 2021, when the board bought two cranes for the new quay. Hauliers say that the rise will \
reach the shops by autumn. Nearly half of the fresh food of Westmark comes through the port of Elswick.

The board also voted to open the old quay to fishermen, who had asked for it for years, on two days of the week. Nine \
of its twelve members were there, and two of them left before the vote was taken at noon.
"""
TAKEAWAYS = """
Key takeaways

- The tolls rise by 12 percent from June.
- It is the third rise since 2021.
"""


def converted(text: str, **given: object) -> Briefing:
    """Return the briefing of a seed of one article."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1), given)
    assert conversion.briefing
    return conversion.briefing


def test_takeaways_are_extracted() -> None:
    """Three sentences of the body, in its order, with their origin; why it matters is not made up."""
    briefing = converted(ARTICLE)
    assert briefing.takeaways_origin == "extracted"
    assert len(briefing.takeaways) == 3
    assert [briefing.body.find(text) for text in briefing.takeaways] == sorted(
        map(briefing.body.find, briefing.takeaways)
    )
    assert briefing.takeaways[0].startswith("The harbour board")
    assert briefing.why_it_matters == ""


def test_those_of_the_copy_win() -> None:
    """Where the copy or an editor gives takeaways, none is added."""
    briefing = converted(ARTICLE + TAKEAWAYS)
    assert (briefing.takeaways_origin, len(briefing.takeaways)) == ("source", 2)
    given = converted(ARTICLE, takeaways=("Tolls rise.",), takeaways_origin="editor")
    assert (given.takeaways_origin, given.takeaways) == ("editor", ("Tolls rise.",))


def test_a_short_article_gets_none() -> None:
    """A box that would tell half of the article again is none."""
    short = "Tolls rise\n\n" + "\n\n".join(ARTICLE.split("\n\n")[2:4])
    assert converted(short).takeaways == ()
    assert converted(short).takeaways_origin == "source"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_extracted_takeaways_are_what_the_body_says(seed: Path) -> None:
    """On every fixture each extracted takeaway is a piece of a paragraph as readers see it; there are three to five."""
    for conversion in convert_seed(SourceFile(f"seeds/{seed.name}", seed.read_bytes()), date(2026, 1, 1)):
        briefing = conversion.briefing
        if briefing and briefing.takeaways_origin == "extracted":
            paragraphs = plain_paragraphs(briefing.body)
            assert 3 <= len(briefing.takeaways) <= 5
            assert [t for t in briefing.takeaways if not any(t in paragraph for paragraph in paragraphs)] == []


def test_the_page_says_so(make_site: Callable[..., Path]) -> None:
    """Extracted takeaways stand under another heading than an editor's, and each leads to itself."""
    file = (
        "-- content/briefings/a.md --\n---\nheadline: A\ntakeaways:\n- Boats sail at noon.\ntakeaways_origin: {}\n---\n"
        "Rain fell. Boats sail at noon.\n"
    )
    pages = [
        next(
            f.data.decode()
            for f in build_site(make_site(file.format(origin), origin))
            if f.address == "briefings/a.html"
        )
        for origin in ("extracted", "editor")
    ]
    assert ["From the article" in page for page in pages] == [True, False]
    assert all('<span id="s2">Boats sail at noon.</span>' in page for page in pages)
