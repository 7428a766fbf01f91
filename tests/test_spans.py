"""nutgraf.spans: a date in plain years, months and days, in no part more exact than it was."""

import pytest
from hypothesis import given
from test_edtf import VALUES

from nutgraf.edtf import Edtf, parse_edtf
from nutgraf.spans import is_certain, plain_span

SPANS = {
    "2024-05-01": "2024-05-01",
    "2024-05": "2024-05",
    "0800": "0800",
    "2021~": "2021",
    "2024-05-01%": "2024-05-01",
    "199X": "1990/1999",
    "19XX~": "1900/1999",
    "00XX": "0001/0099",
    "2024-21": "2024",
    "2024-24": "2024",
    "2024-33": "2024-01/2024-03",
    "2024-41": "2024-07/2024-12",
    "2024-05-01/2024-05-03": "2024-05-01/2024-05-03",
    "2024-05-01/2024-05-01": "2024-05-01",
    "2024-05~/2024-06": "2024-05/2024-06",
    "2024-21/2024-22": "2024",
    "2023-22/2024-24": "2023/2024",
    "2025-01/2024-24": "2025-01/2025",
    "2015-11/..": "2015-11/..",
    "../2024-05?": "../2024-05",
}


@pytest.mark.parametrize(("text", "plain"), SPANS.items())
def test_a_date_becomes_plain_and_no_more_exact(text: str, plain: str) -> None:
    """A decade gives years, a quarter months, a season only its year; doubt goes, and what is open stays open."""
    assert str(plain_span(text)) == plain


@pytest.mark.parametrize("text", ["", "XXXX-05", "XXXX-10-07", "XXXX-XX-07"])
def test_what_has_no_year_has_no_span(text: str) -> None:
    """No date and a date of an unknown year stand nowhere in time."""
    assert plain_span(text) is None


@given(VALUES)
def test_every_date_with_a_year_has_a_span_in_it(value: Edtf) -> None:
    """Whatever front matter accepts has a plain form or none, and that form is itself a date without any mark."""
    text = str(value)
    span = plain_span(text)
    assert (span is None) == ("XXXX" in text)
    if span:
        assert parse_edtf(str(span)) == span
        assert is_certain(str(span))
        assert plain_span(str(span)) == span


@pytest.mark.parametrize(("text", "certain"), [("2024", True), ("199X", True), ("2024~", False), ("2023?/2024", False)])
def test_a_mark_anywhere_makes_a_date_uncertain(text: str, certain: bool) -> None:
    """About, uncertain or both, at either end."""
    assert is_certain(text) is certain
