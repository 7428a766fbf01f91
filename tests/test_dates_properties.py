"""nutgraf.dates: what holds of every text, and how long a bad one may take."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.dates import DateMention, find_dates
from nutgraf.dates.parts import holiday
from nutgraf.dates.periods import OutOfCalendarError, Period, period_from, period_of
from nutgraf.edtf import parse_edtf
from nutgraf.vocabulary.dates_en import ENGLISH

TOKENS = [
    *("1", "3", "31", "12", "2024", "2000", "1939", "1990s", "'90s", "45", "2024-05-06", "10/05/2022", "May", "March"),
    *("Oct.", "October", "Tuesday", "Wed.", "today", "last", "this", "next", "week", "years", "ago", "later", "the"),
    *("of", "in", "to", "and", "from", "until", "between", ",", ".", "-", "–", "troops", "$", "century", "20th"),
    *("summer", "winter", "quarter", "first", "third", "half", "'s", "\n", "\n\n", "that", "same", "following", "day"),
    *("month", "year", "weekend", "two", "a", "9", "a.m.", "noon", "night", "Q3", "fiscal", "profit", "will", "said"),
    *("year-earlier", "end", "earlier", "Christmas", "Easter", "9/11", "Sept. 11", "attacks", "Feb. 29", "BC", "now"),
]
TEXTS = st.text() | st.lists(st.sampled_from(TOKENS), max_size=14).map(" ".join)


@settings(deadline=None, max_examples=400)
@given(TEXTS, st.none() | st.dates())
def test_mentions(text: str, anchor: date | None) -> None:
    """Mentions are in order, apart and in the text, and have a value exactly when they are resolved."""
    mentions = find_dates(text, anchor)
    assert all(first.end <= second.start for first, second in pairwise(mentions))
    for mention in mentions:
        words = text[mention.start : mention.end]
        assert 0 <= mention.start < mention.end <= len(text)
        assert words == words.strip()
        assert (mention.edtf is None) == (mention.basis == "unresolved")
        assert not (mention.edtf and mention.is_vague)
        if mention.edtf:
            parse_edtf(mention.edtf)


@settings(deadline=None, max_examples=400)
@given(TEXTS, st.dates(), st.dates())
def test_explicit_dates_do_not_depend_on_the_anchor(text: str, one: date, other: date) -> None:
    """What the text states in full has the same value whenever it was published."""
    first, second = (
        [(m.start, m.edtf) for m in find_dates(text, anchor) if m.basis == "explicit"] for anchor in (one, other)
    )
    assert first == second


@settings(deadline=None, max_examples=400)
@given(TEXTS)
def test_nothing_is_anchored_without_an_anchor(text: str) -> None:
    """Without an anchor nothing counts from anything."""
    assert all(mention.basis != "anchored" for mention in find_dates(text, None))


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.dates(), st.integers(0, 3))
def test_the_reading_is_the_same_twice(text: str, anchor: date, times: int) -> None:
    """A text read again gives the same, to the rule."""
    results = [[repr(mention) for mention in find_dates(text, anchor)] for _ in range(times)]
    assert all(result == results[0] for result in results)


UNITS = ["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]


@given(st.sampled_from(UNITS), st.dates(date(200, 1, 1), date(9000, 1, 1)), st.integers(-50, 50))
def test_periods(unit: str, day: date, count: int) -> None:
    """A period is found again by its EDTF, and going there and back leads home."""
    try:
        period = period_of(unit, day)  # type: ignore[arg-type]
        there = period.shifted(count)
    except OutOfCalendarError:
        return
    assert there.shifted(-count) == period
    assert there.first <= there.last
    assert period_from(there.edtf) == there


def test_periods_end_with_the_calendar() -> None:
    """What would lie before the year 1 or after 9999 has no value."""
    assert Period("year", date(9999, 1, 1)).last == date.max
    with pytest.raises(OutOfCalendarError):
        period_of("week", date.max).shifted(9)
    assert [m.edtf for m in find_dates("It sank 75 years ago, last year and next week.", date(1, 1, 1))][:2] == [
        None,
        None,
    ]
    assert [m.edtf for m in find_dates("It sank 75 years ago and will again next year.", date.max)] == ["9924", None]


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2013, "2013-03-31"),
        ("easter", 2024, "2024-03-31"),
        ("easter", 1998, "1998-04-12"),
        ("good friday", 2000, "2000-04-21"),
        ("thanksgiving", 1999, "1999-11-25"),
        ("labor day", 1989, "1989-09-04"),
        ("memorial day", 2024, "2024-05-27"),
        ("election day", 2016, "2016-11-08"),
        ("election day", 1998, "1998-11-03"),
        ("christmas", 2020, "2020-12-25"),
    ],
)
def test_holidays(name: str, year: int, day: str) -> None:
    """Holidays fall where calendars have them."""
    assert str(holiday(ENGLISH.holidays[name], year)) == day


@pytest.mark.parametrize(
    "text",
    [
        "on 3 May 2024, " * 20_000,
        "Tuesday " * 20_000,
        "two years ago " * 20_000,
        "that day " * 20_000,
        "May " * 20_000,
        "the " * 50_000,
        "more than " * 20_000,
        "1" * 100_000,
        " " * 100_000,
        "first " * 20_000,
        "in 1999 and " * 20_000,
    ],
    ids=lambda text: text[:16],
)
def test_time(text: str) -> None:
    """No text takes much longer than its length lets expect."""
    start = time.perf_counter()
    find_dates(text, date(2024, 5, 8))
    assert time.perf_counter() - start < 10  # about a second on a desk; slow machines are no fault


def test_mention_is_a_value() -> None:
    """A mention is frozen and compared by what it says of its place."""
    assert find_dates("in 2019", None) == [DateMention(3, 7, "2019", "explicit")]
