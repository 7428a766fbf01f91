"""nutgraf.edtf: what is accepted, what an editor is told, and what a reader reads."""

import warnings
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.edtf import Edtf, Point, html_datetime, parse_edtf, precision, sort_key
from nutgraf.wording import edtf_words

WORDS = {
    "": "Date not given",
    "2024-05-01": "1 May 2024",
    "2023-10": "October 2023",
    "2024": "2024",
    "0800": "800",
    "199X": "the 1990s",
    "19XX": "the 20th century",
    "20XX": "the 21st century",
    "10XX": "the 11th century",
    "00XX": "the 1st century",
    "2024-21": "spring 2024",
    "2024-24": "winter 2024",
    "2024-33": "the first quarter of 2024",
    "2024-36": "the fourth quarter of 2024",
    "2024-41": "the second half of 2024",
    "2024-05~": "about May 2024",
    "2024-05?": "May 2024 (uncertain)",
    "2024-05-01%": "about 1 May 2024 (uncertain)",
    "199X~": "about the 1990s",
    "2024-05-01/2024-05-03": "1–3 May 2024",
    "2024-05-01/2024-05-01": "1 May 2024",
    "2024-04-29/2024-05-03": "29 April 2024 to 3 May 2024",
    "2023-05-01/2024-05-03": "1 May 2023 to 3 May 2024",
    "2024-05-01~/2024-05-03": "about 1 May 2024 to 3 May 2024",
    "1939/1945": "1939 to 1945",
    "2024-21/2024-22": "spring 2024 to summer 2024",
    "2023-10/..": "since October 2023",
    "../2023-10": "until October 2023",
    "../2024-05?": "until May 2024 (uncertain)",
    "XXXX-05": "May (year not stated)",
    "XXXX-10-07": "7 October (year not stated)",
    "XXXX-XX-07": "day 7 (month and year not stated)",
}

BOUNDS = {
    "2024-05-01": ("2024-05-01", "2024-05-01"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2023-02": ("2023-02-01", "2023-02-28"),
    "2024-12": ("2024-12-01", "2024-12-31"),
    "2024": ("2024-01-01", "2024-12-31"),
    "199X": ("1990-01-01", "1999-12-31"),
    "19XX": ("1900-01-01", "1999-12-31"),
    "000X": ("0001-01-01", "0009-12-31"),
    "2024-21": ("2024-03-01", "2024-05-31"),
    "2024-23": ("2024-09-01", "2024-11-30"),
    "2023-24": ("2023-12-01", "2024-02-29"),
    "2024-33": ("2024-01-01", "2024-03-31"),
    "2024-36": ("2024-10-01", "2024-12-31"),
    "2024-40": ("2024-01-01", "2024-06-30"),
    "2024-41": ("2024-07-01", "2024-12-31"),
    "9999-24": ("9999-12-01", "9999-12-31"),
    "2024-05~": ("2024-05-01", "2024-05-31"),
    "1939/1945": ("1939-01-01", "1945-12-31"),
    "2023-10/..": ("2023-10-01", None),
    "../2023-10": (None, "2023-10-31"),
    "XXXX-05": (None, None),
    "XXXX-10-07": (None, None),
}

FAULTS = {
    "2024-13": "month 13 does not exist",
    "2024-00": "month 0 does not exist",
    "2024-25": "month 25 does not exist",
    "2024-13-05": "month 13 does not exist",
    "2024-02-30": "30 February does not exist",
    "2023-02-29": "29 February does not exist in 2023",
    "1900-02-29": "29 February does not exist in 1900",
    "2024-04-31": "31 April does not exist",
    "2024-05-32": "day 32 does not exist",
    "2024-05-00": "day 0 does not exist",
    "XXXX-02-30": "30 February does not exist",
    "XXXX-XX-32": "day 32 does not exist",
    "0000": "year 0 does not exist",
    "XXXX": "a date needs at least a year, a month or a day",
    "XXXX-XX": "a date needs at least a year, a month or a day",
    "2024-XX-07": "a day needs its month when the year is stated",
    "XXXX-05~": "'~' goes only with a date whose year is stated",
    "2024-21-05": "a season has no day",
    "XXXX-21": "a season needs its year",
    "2024-21~": "a season takes no '~'",
    "2024-37": "month 37 does not exist",
    "2024-33-05": "a quarter has no day",
    "XXXX-40": "a half needs its year",
    "2024-33?": "a quarter takes no '?'",
    "2024-33/..": "an interval takes no quarter or half such as 2024-33: write months",
    "2024-5-3": "'2024-5-3' is not a date (did you mean '2024-05-03'?)",
    "2024-5": "'2024-5' is not a date (did you mean '2024-05'?)",
    "2024/2023": "the interval ends before it starts",
    "../..": "an interval needs a date at one end at least",
    "XXXX-05/2024-06": "an interval needs the year at both ends",
    "199X/..": "an interval takes no decade or century such as 199X: write years",
}

SORTED = [
    "19XX",
    "../1939",
    "1990",
    "199X",
    "2023-10-01",
    "2023-10",
    "2023-10/2023-12",
    "2023-10/..",
    "2023-10-07",
    "2024-01-03",
    "9999",
    "XXXX-01",
    "XXXX-10-07",
    "XXXX-XX-07",
    "",
]


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_words(text: str, expected: str) -> None:
    """Every form has its words in British English."""
    assert edtf_words(text) == expected


@pytest.mark.parametrize(("text", "expected"), BOUNDS.items())
def test_bounds(text: str, expected: tuple[str | None, str | None]) -> None:
    """The bounds are the first and the last day meant; None when open or when the year is not stated."""
    value = parse_edtf(text)
    assert tuple(day and day.isoformat() for day in (value.earliest, value.latest)) == expected


@pytest.mark.parametrize(("text", "message"), FAULTS.items())
def test_fault(text: str, message: str) -> None:
    """An editor is told what does not exist, not which pattern failed."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        parse_edtf(text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["", "May 2024", "24-05", "2024-05-01T10:00", "2024/", "2024-05 ", "2024\n", "٢٠٢٤"])
def test_not_a_date(text: str) -> None:
    """Anything else is refused with the forms that are accepted."""
    with pytest.raises(ValueError, match="is not a date: write 2024"):
        parse_edtf(text)


def test_sort_key() -> None:
    """Oldest first, then the narrower, open starts by their end; then unknown years, then no date."""
    backwards = SORTED[::-1]
    assert sorted(backwards, key=sort_key) == SORTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("0987", "0987"),
        ("2024-05", "2024-05"),
        ("2024-05-01", "2024-05-01"),
        *(
            (text, "")
            for text in ("", "199X", "2024-21", "2024-34", "2024~", "2024-05?", "2024/2025", "2024/..", "XXXX-05")
        ),
    ],
)
def test_html_datetime(text: str, expected: str) -> None:
    """Only a plain year, month or day has a form in HTML."""
    assert html_datetime(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "undated"),
        ("2024-05-01", "exact"),
        *((text, "inexact") for text in ("2024", "2024-05", "2024-05-01~", "199X", "2024-05-01/..", "XXXX-10-07")),
    ],
)
def test_precision(text: str, expected: str) -> None:
    """Exact is a certain full day and nothing else."""
    assert precision(text) == expected


def test_single_date_has_one_point() -> None:
    """A value that is no interval cannot hold two points."""
    with pytest.raises(ValueError, match="its own first and last"):
        Edtf(Point(2024), Point(2025))


@st.composite
def plain_points(draw: st.DrawFn) -> Point:
    """Draw a year, month, day or season with a qualifier where one may stand."""
    day = draw(st.dates())
    size = draw(st.sampled_from(["year", "month", "day", "season"]))
    if size == "season":
        return Point(day.year, draw(st.integers(21, 24)))
    month, number = (day.month if size != "year" else None), (day.day if size == "day" else None)
    return Point(day.year, month, number, qualifier=draw(st.sampled_from(["", "~", "?", "%"])))


@st.composite
def lone_points(draw: st.DrawFn) -> Point:
    """Draw a point that stands in no interval: a decade, a century, a quarter or a date of an unknown year."""
    day, qualifier = draw(st.dates()), draw(st.sampled_from(["", "~", "?", "%"]))
    return draw(
        st.sampled_from(
            [
                Point(day.year // 10 * 10, span=10, qualifier=qualifier),
                Point(day.year // 100 * 100, span=100, qualifier=qualifier),
                Point(day.year, draw(st.sampled_from([33, 34, 35, 36, 40, 41]))),
                Point(None, day.month),
                Point(None, day.month, day.day),
                Point(None, None, day.day),
            ]
        )
    )


@st.composite
def intervals(draw: st.DrawFn) -> Edtf:
    """Draw an interval with at least one end, in order."""
    points = sorted([draw(plain_points()), draw(plain_points())], key=lambda point: sort_key(str(point)))
    ends = [*points]
    if open_end := draw(st.sampled_from([0, 1, 2])):
        return Edtf(None, ends[1], True) if open_end == 1 else Edtf(ends[0], None, True)
    return Edtf(ends[0], ends[1], True)


VALUES = st.one_of(plain_points(), lone_points()).map(lambda point: Edtf(point, point)) | intervals()


@settings(deadline=None)
@given(VALUES)
def test_round_trip(value: Edtf) -> None:
    """What is written is read back as the same value."""
    assert parse_edtf(str(value)) == value


@settings(deadline=None)
@given(VALUES)
def test_bounds_are_in_order(value: Edtf) -> None:
    """No value ends before it starts, and every one has words and a place in the order."""
    assert (value.earliest or date.min) <= (value.latest or date.max)
    assert edtf_words(str(value))
    assert sort_key(str(value)) < sort_key("")


def test_others_read_our_text() -> None:
    """The edtf package parses every text that we accept."""
    with warnings.catch_warnings():
        # It is written for an older pyparsing, which warns while the grammar is built.
        warnings.simplefilter("ignore")
        from edtf import parse_edtf as their_parse

        @settings(deadline=None)  # their parser takes its time
        @given(VALUES)
        def check(value: Edtf) -> None:
            assert str(their_parse(str(value))) == str(value)

        check()
        for text in [*WORDS, *BOUNDS]:
            if text:
                their_parse(text)
