"""nutgraf.lists: every briefing and event is on some list, long lists are cut, and old parts stay as they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.assemble import assemble_site
from nutgraf.instants import parse_instant
from nutgraf.lists import _parts, plan_lists
from nutgraf.models import Briefing, Entry, Page, Settings, Site


def site_of(*briefings: Briefing, zone: str = "") -> Site:
    """Return a site of `briefings`."""
    return assemble_site(Settings("E", time_zone=zone), briefings)


def briefing(name: str, published: str = "", *entries: Entry, topics: tuple[str, ...] = ()) -> Briefing:
    """Return a briefing with what lists ask for."""
    when = parse_instant(published) if published else None
    return Briefing(f"content/briefings/{name}.md", name, name, published=when, timeline=entries, topics=topics)


def pages_of(site: Site, layout: str) -> list[Page]:
    """Return the pages of one kind."""
    return [page for page in plan_lists(site) if page.layout == layout]


@given(st.integers(0, 90), st.integers(1, 9))
def test_parts_hold_everything_once_and_in_order(length: int, size: int) -> None:
    """The newest part stands at the list's address and has fewer than twice the size; the others have the size."""
    found = list(_parts(list(range(length)), size, "archive.html"))
    assert [item for _, items in found for item in items] == list(range(length))
    assert found[0][0].address == "archive.html"
    assert len(found[0][1]) < 2 * size
    assert [len(items) for _, items in found[1:]] == [size] * (len(found) - 1)
    assert [part.address for part, _ in found[1:]] == [f"archive/{n}.html" for n in range(len(found) - 1, 0, -1)]
    addresses = [part.address for part, _ in found]
    assert [part.older for part, _ in found] == [*addresses[1:], ""]
    assert [part.newer for part, _ in found] == ["", *addresses[:-1]]


@given(st.integers(1, 60), st.integers(1, 7))
def test_a_new_item_leaves_the_old_parts_alone(length: int, size: int) -> None:
    """Each part but the two newest is as it was before something new came."""
    before = {part.address: items for part, items in _parts(list(range(1, length)), size, "a.html")}
    after = {part.address: items for part, items in _parts(list(range(length)), size, "a.html")}
    assert all(after[address] == items for address, items in before.items() if address != "a.html")


def test_the_archive_has_the_undated_last() -> None:
    """By the day of publication; one that was only added is no news of that day."""
    site = site_of(briefing("b", "2025-11-03"), briefing("c"), briefing("a", "2025-11-04"))
    (page,) = pages_of(site, "archive.html")
    assert [b.slug for b in page.briefings] == ["a", "b", "c"]
    assert page.part is not None
    assert page.part.years == (("2025", "archive.html"), ("", "archive.html"))


def test_a_long_archive_says_where_each_year_begins() -> None:
    """A reader gets to a year without leafing."""
    days = [date(2023, 12, 30) + timedelta(days=n * 3) for n in range(200)]
    pages = pages_of(site_of(*(briefing(f"b{n}", str(day)) for n, day in enumerate(days))), "archive.html")
    assert [page.address for page in pages] == ["archive.html", "archive/1.html"]
    assert pages[0].part is not None
    assert dict(pages[0].part.years) == {"2025": "archive.html", "2024": "archive.html", "2023": "archive/1.html"}


def test_an_edition_is_the_day_as_the_site_shows_it() -> None:
    """Late in the evening in one zone is the next morning in another; a day alone is that day everywhere."""
    late, lone = briefing("late", "2025-11-03T23:30-03:00"), briefing("lone", "2025-11-03")
    assert [(p.day, len(p.briefings)) for p in pages_of(site_of(late, lone), "edition.html")] == [("2025-11-03", 2)]
    in_london = pages_of(site_of(late, lone, zone="Europe/London"), "edition.html")
    assert [(page.day, len(page.briefings)) for page in in_london] == [("2025-11-04", 1), ("2025-11-03", 1)]
    assert [(page.part.older, page.part.newer) for page in in_london if page.part] == [
        ("editions/2025-11-03.html", ""),
        ("", "editions/2025-11-04.html"),
    ]


def test_an_edition_tells_what_happened_that_day() -> None:
    """Whichever briefing says so."""
    later = briefing("later", "2025-11-09", Entry("The wall broke.", "2025-11-03"), Entry("It rained.", "2025-11"))
    pages = pages_of(site_of(briefing("then", "2025-11-03"), later), "edition.html")
    assert [[joined.entry.text for joined in page.events] for page in pages] == [[], ["The wall broke."]]


def test_undated_briefings_are_in_no_edition() -> None:
    """The day on which a seed was converted is not the day of its news."""
    assert pages_of(site_of(briefing("a")), "edition.html") == []


@pytest.mark.parametrize(("count", "parts"), [(119, 1), (120, 2), (250, 4)])
def test_a_long_timeline_is_cut(count: int, parts: int) -> None:
    """Each event is on one page, the newest on timeline.html, and each page tells oldest first."""
    entries = [
        Entry(f"Event {n} of {count} took place.", str(date(2020, 1, 1) + timedelta(days=n))) for n in range(count)
    ]
    pages = pages_of(site_of(briefing("a", "2025-11-03", *entries)), "timeline.html")
    assert len(pages) == parts
    told = [joined.entry.date for page in reversed(pages) for joined in page.events]
    assert told == sorted(told)
    assert len(told) == count
    assert pages[0].address == "timeline.html"


def test_events_without_a_year_have_pages_of_their_own_when_there_are_many() -> None:
    """On a short timeline they come last; else they would push the dated ones away."""
    dated = [Entry(f"It rose {n} times.", str(date(2020, 1, 1) + timedelta(days=n))) for n in range(60)]
    undated = [Entry(f"Nobody knows when it fell {n} times.", phrase="once") for n in range(60)]
    short = pages_of(site_of(briefing("a", "", *dated[:3], *undated[:3])), "timeline.html")
    assert [page.address for page in short] == ["timeline.html"]
    assert len(short[0].events) == 6
    long = {
        page.address: page.events for page in pages_of(site_of(briefing("a", "", *dated, *undated)), "timeline.html")
    }
    assert {address: len(events) for address, events in long.items()} == {
        "timeline.html": 60,
        "timeline/undated.html": 60,
    }


def test_the_front_page_tells_what_comes_next() -> None:
    """Counted from the newest briefing, never from the clock; when nothing is to come, what came last."""
    past, soon = Entry("It rose.", "2025-10-01"), Entry("It opens.", "2025-12-01", expected=True)
    (front,) = pages_of(site_of(briefing("a", "2025-11-03", past, soon)), "index.html")
    assert [joined.entry.text for joined in front.events] == ["It opens."]
    (front,) = pages_of(site_of(briefing("a", "2025-11-03", past)), "index.html")
    assert [joined.entry.text for joined in front.events] == ["It rose."]
    (front,) = pages_of(site_of(briefing("a", "", past, soon)), "index.html")
    assert [joined.entry.text for joined in front.events] == ["It rose.", "It opens."]


def test_topics_are_cut_as_well() -> None:
    """Each briefing of a topic is on one of its pages."""
    many = [briefing(f"b{n:02}", f"2025-01-{n % 28 + 1:02}", topics=("Tolls",)) for n in range(45)]
    pages = pages_of(site_of(*many), "topic.html")
    assert [(page.address, len(page.briefings)) for page in pages] == [
        ("topics/tolls.html", 25),
        ("topics/tolls/1.html", 20),
    ]
