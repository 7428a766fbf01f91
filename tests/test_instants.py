"""nutgraf.instants: dates and times are read as the source wrote them, and nothing of them is guessed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.instants import find_instant, is_ambiguous_date, moment_of, parse_instant
from nutgraf.models import Instant

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.builds(
    lambda day, second, zone: datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(seconds=second),
    st.dates(max_value=date(9999, 12, 30)),
    st.integers(0, 86399),
    offsets,
)
instants = st.dates().map(Instant) | times.map(lambda time: Instant(time.date(), time))


@given(instants)
def test_an_instant_is_read_back_from_its_text(instant: Instant) -> None:
    """Text and instant are each other's inverse, also the offset and the precision."""
    again = parse_instant(str(instant))
    assert again == instant
    assert (again.time is None) == (instant.time is None)
    assert str(again) == str(instant)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01T09:30+02:00", "2024-05-01T09:30+02:00"),
        ("2024-05-01 09:30+0200", "2024-05-01T09:30+02:00"),
        ("2024-05-01t09:30:05z", "2024-05-01T09:30:05+00:00"),
        ("2024-05-01T09:30:00Z", "2024-05-01T09:30+00:00"),
        ("2024-05-01T09:30:05.123456Z", "2024-05-01T09:30:05+00:00"),
        ("2024-05-01T09:30 -05:30", "2024-05-01T09:30-05:30"),
        ("2024-02-29", "2024-02-29"),
        ("0044-03-15", "0044-03-15"),
    ],
)
def test_iso_texts_are_read_as_they_are(text: str, written: str) -> None:
    """ISO 8601 in its common spellings gives the same day, time and offset; fractions of a second are dropped."""
    assert str(parse_instant(text)) == written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-13-05", "not a day of the calendar"),
        ("2024-02-30", "not a day of the calendar"),
        ("2023-02-29", "not a day of the calendar"),
        ("0000-01-01", "not a day of the calendar"),
        ("2024-13-05T09:30Z", "not a day of the calendar"),
        ("2024-05-01T09:30", r"without its zone; add its offset"),
        ("2024-05-01T24:00Z", "no such time"),
        ("2024-05-01T09:60Z", "no such time"),
        ("2024-05-01T09:30+15:00", "no such time"),
        ("2024-05-01T09:30+02:75", "no such time"),
        ("2024-5-1", "is not a date; write 2024-05-01"),
        ("01.05.2024", "is not a date"),
        ("2024-05-01T9:30Z", "is not a date"),
        ("2024-05-01 EST", "is not a date"),
        ("2024-05", "is not a date"),
        ("yesterday", "is not a date"),
        ("", "is not a date"),
        (" 2024-05-01", "is not a date"),
        ("2024-05-01\n", "is not a date"),
    ],
)
def test_what_is_no_instant_is_refused_in_words(text: str, words: str) -> None:
    """A ValueError says what is wrong, and how to write it where that is plain."""
    with pytest.raises(ValueError, match=words):
        parse_instant(text)


def test_moments_are_compared_and_not_texts() -> None:
    """09:01 in Tokyo is before 08:00 in London, and a day alone counts from its beginning in UTC."""
    texts = ["2024-05-01T08:00+00:00", "2024-05-01T09:01+09:00", "2024-05-01", "2024-04-30T23:59-00:30"]
    ordered = sorted(map(parse_instant, texts), key=moment_of)
    assert [str(instant) for instant in ordered] == [
        "2024-05-01",
        "2024-05-01T09:01+09:00",
        "2024-04-30T23:59-00:30",
        "2024-05-01T08:00+00:00",
    ]


@given(instants)
def test_every_moment_is_aware(instant: Instant) -> None:
    """Whatever is compared has a zone, so that no machine's own zone can enter."""
    assert moment_of(instant).tzinfo is not None
    assert instant.time is not None or moment_of(instant) == datetime.combine(instant.day, datetime.min.time(), UTC)


# Date lines as articles carry them, and the ISO text of what they say.
DATE_LINES = [
    # No zone: the day alone.
    ("November 19, 2019 at 1:56 pm", "2019-11-19"),
    ("8 July 2020", "2020-07-08"),
    ("Jun 18th 2018", "2018-06-18"),
    ("Sunday, September 22, 2024", "2024-09-22"),
    ("Sept. 5, 2024", "2024-09-05"),
    ("the 5th of May, 2022", "2022-05-05"),
    ("5-May-2022", "2022-05-05"),
    ("MAY 1 2024", "2024-05-01"),
    ("May 1 2024 10:30 Eastern", "2024-05-01"),
    ("2024-05-01T10:30", "2024-05-01"),
    ("March 29, 2024 06:47 am | Updated 06:48 am IST", "2024-03-29"),
    # The zone table.
    ("January 3, 2024 at 5:42 pm EST", "2024-01-03T17:42-05:00"),
    ("Nov 20 2019, 11:06am ist", "2019-11-20T11:06+05:30"),
    ("Jan 18 2015 | 6:15 PM IST", "2015-01-18T18:15+05:30"),
    ("Thu 5 May 2022 - 9.05am BST", "2022-05-05T09:05+01:00"),
    ("May 1, 2024, 10 a.m. PDT", "2024-05-01T10:00-07:00"),
    ("1 May 2024 13h48 CEST", "2024-05-01T13:48+02:00"),
    ("May 1, 2024 10:00 (NZST)", "2024-05-01T10:00+12:00"),
    ("Updated 9:22 PM EST, Mon November 6, 2023", "2023-11-06T21:22-05:00"),
    ("11:06 GMT on May 1, 2024", "2024-05-01T11:06+00:00"),
    ("1 May 2024 10:30 GMT (16:00 IST)", "2024-05-01T10:30+00:00"),
    ("Published Wed, Nov 20 20194:29 AM EST", "2019-11-20T04:29-05:00"),
    ("Published Wed, Nov 20 20194:29 AM ESTUpdated an hour ago", "2019-11-20T04:29-05:00"),
    ("November 28, 2013 -- Updated 0203 GMT (1003 HKT)", "2013-11-28T02:03+00:00"),
    # Offsets.
    ("2019-11-18T20:51:19Z", "2019-11-18T20:51:19+00:00"),
    ("By Ann Quill2019-11-18T20:51:19Z", "2019-11-18T20:51:19+00:00"),
    ("Wed, 20 Nov 2019 04:29:00 +0530", "2019-11-20T04:29+05:30"),
    ("May 1, 2024 10:00 GMT+3", "2024-05-01T10:00+03:00"),
    ("May 1, 2024 10:00 UTC+02:00", "2024-05-01T10:00+02:00"),
    ("May 1, 2024 10:00 UTC - 5", "2024-05-01T10:00-05:00"),
    # The 12-hour clock.
    ("May 1, 2024 12:00 am GMT", "2024-05-01T00:00+00:00"),
    ("May 1, 2024 12:30 a.m. GMT", "2024-05-01T00:30+00:00"),
    ("May 1, 2024 12:00 pm GMT", "2024-05-01T12:00+00:00"),
    ("May 1, 2024 12:59 PM GMT", "2024-05-01T12:59+00:00"),
    ("May 1, 2024 1:00 pm GMT", "2024-05-01T13:00+00:00"),
    ("May 1, 2024 11:59 pm GMT", "2024-05-01T23:59+00:00"),
    # A time that cannot be leaves the day.
    ("May 1, 2024 13:00 pm GMT", "2024-05-01"),
    ("May 1, 2024 0:30 am GMT", "2024-05-01"),
    ("May 1, 2024 24:30 GMT", "2024-05-01"),
    ("May 1, 2024 10:75 GMT", "2024-05-01"),
]


@pytest.mark.parametrize(("line", "iso"), DATE_LINES)
def test_a_date_line_says_its_day_and_a_time_only_with_its_zone(line: str, iso: str) -> None:
    """Every form of a date line gives the day; a time counts only when the zone it is in is written there."""
    found = find_instant(line)
    assert found is not None
    assert str(found[0]) == iso


@pytest.mark.parametrize(
    "line",
    [
        "",
        "31 February 2024",
        "February 29, 2023",
        "2024-13-05",
        "May 0, 2024",
        "10/05/2022 05:22 pm",
        "May 2",
        "May 2024",
        "39 minutes ago",
        "Updated an hour ago",
        "The mayor spoke 25 times",
    ],
)
def test_what_names_no_single_day_of_the_calendar_gives_none(line: str) -> None:
    """Impossible, ambiguous, relative and partial dates are left alone."""
    assert find_instant(line) is None


@pytest.mark.parametrize(
    ("line", "piece"),
    [
        ("By Ann Quill | May 1, 2024 at 10:30 am GMT | 4 min read", "May 1, 2024 at 10:30 am GMT"),
        ("Updated 9:22 PM EST, Mon November 6, 2023 in Corran", "9:22 PM EST, Mon November 6, 2023"),
        ("Posted Sunday, September 22, 2024.", "Sunday, September 22, 2024"),
        ("x 2024-05-01 y", "2024-05-01"),
    ],
)
def test_the_place_of_a_date_in_its_line_is_told(line: str, piece: str) -> None:
    """Start and end cut out the date with its weekday and its time, and nothing else."""
    found = find_instant(line)
    assert found is not None
    assert line[found[1] : found[2]].strip() == piece


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["May", "5", "2024", ":30", "pm", "GMT", "+3", ",", " "])).map("".join)
)
def test_any_line_is_read_without_a_fault_of_ours(line: str) -> None:
    """Whatever stands in a line, the answer is None or an aware instant at a place in it."""
    found = find_instant(line)
    if found is not None:
        instant, start, end = found
        assert 0 <= start < end <= len(line)
        assert instant.time is None or (instant.time.tzinfo is not None and instant.time.date() == instant.day)


@pytest.mark.parametrize(
    ("line", "ambiguous"),
    [
        ("10/05/2022", True),
        ("10/05/2022 05:22 pm", True),
        (" 1/2/24 ", True),
        ("10.05.2022, 18:56", True),
        ("2022-05-10", False),
        ("10 May 2022", False),
        ("version 10/05/2022 of the text", False),
        ("24/7", False),
        ("", False),
    ],
)
def test_digits_whose_order_is_not_known_are_called_ambiguous(line: str, ambiguous: bool) -> None:
    """Only a line that is nothing but such digits, with or without a time, is ambiguous."""
    assert is_ambiguous_date(line) is ambiguous
