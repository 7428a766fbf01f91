"""nutgraf.topics: the proper names an article is about, and nothing that only has a capital."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.convert import convert_seed
from nutgraf.sources import SourceFile
from nutgraf.topics import find_topics


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A name told twice; a surname counts for it, and so does a possessive.
        ("The mayor, Jane Marlow, spoke. Marlow left. They cheered Marlow's plan.", ("Jane Marlow",)),
        # A plural that opens the sentence is no part of what it is of.
        (
            "Archaeologists of the University of Ven dug. Archaeologists of the University of Ven left.",
            ("University of Ven",),
        ),
        (
            "VESSMARK, 4 May (AP) — Archaeologists of the University of Ven dug. The University of Ven paid.",
            ("University of Ven",),
        ),
        ("Doctors of Vessmark met. Doctors of Vessmark left.", ()),
        ("The Bank of Vessmark met. Bank of Vessmark clerks left.", ("Bank of Vessmark",)),
        # Titles are no part of a name.
        ("They asked President Ana Dorn. Nobody told President Dorn.", ("Ana Dorn",)),
        # Initials that stand for a name count for it.
        ("The Harbour Workers Union (HWU) met. Later the HWU voted.", ("Harbour Workers Union",)),
        # The first word of a sentence has its capital anyway.
        ("Lorries wait. Lorries queue. Some lorries left.", ()),
        ("Both Orlund and Vessmark agreed. In Orlund and in Vessmark nobody spoke.", ("Orlund", "Vessmark")),
        ("Orlund agreed. They went to Orlund.", ("Orlund",)),
        # Days, months, languages, peoples and titles alone name no subject.
        ("On Monday the French came. Last Monday the French left in May, said the Minister. The Minister went.", ()),
        # Small words inside a name.
        ("They met at the Museum of Clocks. Then the Museum of Clocks shut.", ("Museum of Clocks",)),
        # Told once, and not in the headline.
        ("They met in Halmere.", ()),
        ("", ()),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    """What an article tells more than once by name is its topic."""
    assert find_topics([text]) == names


def test_the_headline_counts_and_there_are_at_most_six() -> None:
    """A name of the headline comes first; there are never more than asked for."""
    towns = ["Orlund", "Vessmark", "Halmere", "Osk", "Corrane", "Valdry", "Ondrey"]
    body = [f"They went to {town}. They left {town}." for town in towns]
    assert len(find_topics(body)) == 6
    assert find_topics(body, "All eyes on Ondrey")[0] == "Ondrey"


@given(st.lists(st.text(st.sampled_from("ABCDEab .,’'“”-éÉß\n"), max_size=120), max_size=6), st.text(max_size=40))
def test_each_topic_stands_in_the_article(paragraphs: list[str], headline: str) -> None:
    """Names are in the article's own spelling, each once, whatever the text."""
    found = find_topics(paragraphs, headline)
    assert len(set(found)) == len(found) <= 6
    assert all(name in " ".join(" ".join(p.split()) for p in paragraphs) for name in found)


def convert(text: str) -> tuple[tuple[str, ...], str]:
    """Convert a seed; return its topics and their origin."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    return conversion.briefing.topics, conversion.briefing.topics_origin


def test_topics_of_the_copy_come_first() -> None:
    """Names are looked for only where the copy names no topics, and then the content file says so."""
    body = "The mayor of Halmere said that Halmere needs a wall, and that Halmere will have it before the next winter."
    assert convert(f"A wall for the town\n\n{body}\n\nTopics: walls, floods") == (("walls", "floods"), "source")
    assert convert(f"A wall for the town\n\n{body}") == (("Halmere",), "extracted")
    assert convert(f"A wall for the town\n\nBy Halmere Correspondents\n\n{body.replace('Halmere', 'it')}")[0] == ()
