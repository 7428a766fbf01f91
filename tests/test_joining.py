"""nutgraf.joining: an event that several briefings tell is one entry, and where they differ both are heard."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.edtf import sort_key
from nutgraf.joining import _candidates, _plain, find_disputes, join_timelines
from nutgraf.likeness import telling_words
from nutgraf.models import Briefing, Entry, Joined

FIRE = "A fire at the grain terminal of Port Ellarin killed 12 dockers."
AGAIN = "Fire killed 12 dockers at the Ellarin grain terminal in the night."
OTHER = "The council of Port Ellarin met to talk about tolls."


def briefing(slug: str, *entries: Entry) -> Briefing:
    """Return a briefing that has `entries`."""
    return Briefing(f"content/briefings/{slug}.md", slug, slug.upper(), timeline=entries)


def joined(*tellings: Entry) -> tuple[Joined, ...]:
    """Return the timeline of briefings a, b, c …, the newest first, with one entry each."""
    return join_timelines([briefing("abcdef"[index], entry) for index, entry in enumerate(tellings)])


def told(timeline: tuple[Joined, ...]) -> list[tuple[str, str]]:
    """Return the date of each entry, and the briefings that tell it."""
    return [(each.entry.date, "".join(cited.briefing.slug for cited in each.tellings)) for each in timeline]


def test_an_event_that_two_tell_is_one_entry() -> None:
    """It cites both, the newest first, and keeps the newest's words; another event of that day stands for itself."""
    timeline = joined(Entry(AGAIN, "2024-05-21"), Entry(OTHER, "2024-05-21"), Entry(FIRE, "2024-05-21"))
    assert told(timeline) == [("2024-05-21", "ac"), ("2024-05-21", "b")]
    assert timeline[0].entry.text == AGAIN


def test_the_finer_date_is_shown_and_what_came_about_before_what_was_announced() -> None:
    """A month finds its day; an announcement gives way to the report, though that may be older."""
    assert told(joined(Entry(FIRE, "2024-05"), Entry(AGAIN, "2024-05-21"))) == [("2024-05-21", "ba")]
    assert told(joined(Entry(FIRE, "2024-05-21", expected=True), Entry(AGAIN, "2024-05-21"))) == [("2024-05-21", "ba")]


@pytest.mark.parametrize("date", ["2024", "2024-06-21", "2024-06", "", "2024-05-21~", "../2024-05-21"])
def test_other_times_are_other_events(date: str) -> None:
    """A year is too wide for a day, and without a date nobody knows."""
    assert len(joined(Entry(FIRE, "2024-05-21"), Entry(AGAIN, date))) == 2
    assert len(joined(Entry(FIRE, date), Entry(AGAIN, "2024-05-21"))) == 2


def test_the_same_words_are_one_however_few() -> None:
    """Of one date; without a date, or in one briefing, they stay two."""
    assert told(joined(Entry("It rained.", "2024"), Entry("It rained.", "2024"))) == [("2024", "ab")]
    assert told(joined(Entry("It rained."), Entry("It rained."))) == [("", "a"), ("", "b")]
    assert told(join_timelines([briefing("a", Entry("It rained.", "2024"), Entry("It rained.", "2024"))])) == [
        ("2024", "a"),
        ("2024", "a"),
    ]


def test_the_words_of_the_date_are_not_counted() -> None:
    """Two sentences may share no more than a date."""
    first = Entry(
        "On the morning of Tuesday 21 May 2024 it rained.", "2024-05-21", "On the morning of Tuesday 21 May 2024"
    )
    assert len(joined(first, replace(first, text=first.text.replace("rained", "froze")))) == 2


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (AGAIN, None),
        (AGAIN.replace("12", "14"), ("12", "14")),
        (AGAIN.replace("12", "fourteen"), ("12", "14")),
        (AGAIN.replace("12", "more than 1,200"), ("12", "1200")),
        (AGAIN.replace("12 dockers", "dockers"), None),
        (AGAIN.replace("in the night", "after 3 hours"), None),
        (AGAIN.replace("12 dockers", "14 dockers, 12 of them young,"), None),
        (AGAIN.replace("12 dockers", "12 percent of the dockers"), None),
    ],
)
def test_numbers_in_dispute(text: str, numbers: tuple[str, str] | None) -> None:
    """Two numbers of one thing differ; a number that one does not give, or of another thing, is no dispute."""
    (event,) = joined(Entry(FIRE, "2024-05-21"), Entry(text, "2024-05-21"))
    found = [(dispute.number, dispute.rival) for dispute in find_disputes(event)]
    assert found == ([numbers] if numbers else [])


RIVAL = "A fire at the grain terminal of Port Ellarin killed twelve dockers."


def test_days_in_dispute() -> None:
    """What is told in nearly the same words of a day close by may be one event: each names the other."""
    first, second = joined(Entry(FIRE, "2024-05-21"), Entry(RIVAL, "2024-05-20"))
    assert [cited.entry.date for cited in first.rivals] == ["2024-05-21"]
    assert [cited.entry.date for cited in second.rivals] == ["2024-05-20"]


@pytest.mark.parametrize(
    "other",
    [
        Entry("A blaze at the grain terminal killed dockers asleep in a barge at the quay.", "2024-05-20"),
        Entry(RIVAL, "2024-03-20"),
        Entry(RIVAL, "2024-06"),
        Entry(RIVAL, "2024-05-20", expected=True),
        Entry(RIVAL, "XXXX-05-20"),
    ],
)
def test_days_apart_are_no_dispute(other: Entry) -> None:
    """In other words, months apart, less exact or only announced, it rather is another event."""
    assert [each.rivals for each in joined(Entry(FIRE, "2024-05-21"), other)] == [(), ()]


def test_a_briefing_that_tells_both_days_takes_them_for_two() -> None:
    """Then no other briefing contradicts it."""
    both = briefing("a", Entry(FIRE, "2024-05-21"), Entry(RIVAL, "2024-05-20"))
    assert [each.rivals for each in join_timelines([both, briefing("b", Entry(FIRE, "2024-05-21"))])] == [(), ()]


ENTRIES = st.builds(
    Entry,
    st.sampled_from([FIRE, AGAIN, OTHER, RIVAL, "It rained.", ""]),
    st.sampled_from(["2024-05-21", "2024-05-20", "2024-05", "2024", "XXXX-05-21", "1990~/2000", "../2024-05-21", ""]),
    expected=st.booleans(),
)


@given(st.lists(st.lists(ENTRIES, max_size=4), max_size=5))
def test_nothing_is_lost(lists: list[list[Entry]]) -> None:
    """Each entry is told once, no briefing twice of one event, in the order of the dates that are shown."""
    briefings = [briefing(f"b{index}", *entries) for index, entries in enumerate(lists)]
    timeline = join_timelines(briefings)
    assert sorted(id(cited.entry) for each in timeline for cited in each.tellings) == sorted(
        id(entry) for entries in lists for entry in entries
    )
    for each in timeline:
        slugs = [cited.briefing.slug for cited in each.tellings]
        assert len(set(slugs)) == len(slugs)
    keys = [sort_key(each.entry.date) for each in timeline]
    assert keys == sorted(keys)


def test_time() -> None:
    """Thousands of entries of one year take seconds."""
    words = sorted(telling_words("council tolls harbour bridge school ferry market storm mayor police court union dam"))
    texts = [" ".join(f"{words[i * n % 13]} {words[i // n % 13]}{i % 97}" for n in (1, 3, 5, 7)) for i in range(4000)]
    started = time.perf_counter()
    assert join_timelines([briefing(f"b{index}", Entry(text, "2024")) for index, text in enumerate(texts)])
    assert time.perf_counter() - started < 20


sentences = st.lists(
    st.sampled_from(["fire", "port", "grain", "docker", "toll", "night", "council", "strike", "quay"]), max_size=7
).map(" ".join)
days = st.sampled_from(
    ["2024-04-30", "2024-05-01", "2024-05-21", "2024-06-21", "2024-12-31", "2025-01-01", "2024-05", ""]
)


@given(st.lists(st.builds(Entry, text=sentences, date=days), max_size=8))
def test_no_two_days_that_share_words_are_passed_over(entries: list[Entry]) -> None:
    """Each two events of days of one month, or of two in a row, are looked at when they share three words."""
    timeline = join_timelines([briefing(f"b{number}", entry) for number, entry in enumerate(entries)])
    words = [telling_words(_plain(each.tellings[0])) for each in timeline]
    months = [each.entry.date[:7] if len(each.entry.date) == 10 else "" for each in timeline]
    near = {("2024-04", "2024-05"), ("2024-05", "2024-06"), ("2024-12", "2025-01")}
    wanted = {
        (one, other)
        for other in range(len(timeline))
        for one in range(other)
        if months[one] and months[other] and len(words[one] & words[other]) >= 3
        if months[one] == months[other] or (months[one], months[other]) in near
    }
    assert set(_candidates(timeline)) == wanted
