"""nutgraf.related: what a reader may want next shares a topic, the rarer the better."""

from __future__ import annotations

from nutgraf.assemble import assemble_site
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, Settings
from nutgraf.related import relate


def briefing(name: str, *topics: str, headline: str = "", day: int = 1, story: str = "") -> Briefing:
    """Return a briefing of a day in May."""
    when = parse_instant(f"2025-05-{day:02}")
    return Briefing(f"{name}.md", name, headline or name, published=when, topics=topics, story=story)


def related(*briefings: Briefing) -> dict[str, list[str]]:
    """Return the slugs related to each."""
    found = relate(assemble_site(Settings("E"), briefings))
    return {path.removesuffix(".md"): [other.slug for other in others] for path, others in found.items()}


def test_those_without_a_topic_in_common_are_not_related() -> None:
    """However near in time."""
    assert related(briefing("a", "Tolls"), briefing("b", "Ferries"), briefing("c")) == {"a": [], "b": [], "c": []}


def test_two_shared_topics_tell_more_than_one() -> None:
    """And the nearer in time comes first among equals."""
    found = related(
        briefing("a", "Tolls", "Port", day=10),
        briefing("b", "Tolls", "Port", day=1),
        briefing("c", "Tolls", day=9),
        briefing("d", "Tolls", day=3),
    )
    assert found["a"] == ["b", "c", "d"]


def test_words_of_the_headline_decide_between_equals() -> None:
    """A common word of four letters or more."""
    found = related(
        briefing("a", "Tolls", headline="Harbour wall breaks", day=10),
        briefing("b", "Tolls", headline="Budget passes", day=9),
        briefing("c", "Tolls", headline="Harbour wall mended", day=2),
    )
    assert found["a"] == ["c", "b"]


def test_a_story_links_its_own() -> None:
    """Its briefings are before and after each other already."""
    assert related(briefing("a", "Tolls", story="wall"), briefing("b", "Tolls", story="wall")) == {"a": [], "b": []}


def test_a_crowded_topic_alone_relates_nobody() -> None:
    """What three hundred briefings share says nothing of two of them."""
    many = [briefing(f"b{n}", "News", day=n % 28 + 1) for n in range(300)]
    assert set(map(len, related(*many).values())) == {0}


def test_at_most_three() -> None:
    """A reader chooses among few."""
    assert {len(found) for found in related(*(briefing(f"b{n}", "Tolls") for n in range(9))).values()} == {3}
