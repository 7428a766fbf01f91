"""nutgraf.likeness: two tellings of one event share most of their telling words; two events do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.likeness import is_alike

FIRE = "A fire at the grain terminal of Port Ellarin killed 12 dockers."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (FIRE, True),
        ("Fourteen dockers were killed by a fire at the grain terminals in Ellarin.", True),
        (
            "The fire killed 14 dockers at the terminal, the harbour brigade's new commander told the town council.",
            True,
        ),
        ("The dockers of Port Ellarin went on strike for higher pay.", False),
        ("It was a fire.", False),
        ("12 and 12 and 12.", False),
        ("", False),
    ],
)
def test_shared_words(other: str, expected: bool) -> None:
    """Forms of a word count as one, numbers and small words not at all; names alone make no event."""
    assert is_alike(FIRE, other) is expected
    assert is_alike(other, FIRE) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Five people died when a bus crashed in Denby.", False),
        ("Five people died when a bus crashed near Tarn.", True),
        ("In Upper Tarn a bus crashed and five people died.", True),
        ("Five people died when a bus crashed in the north.", True),
    ],
)
def test_another_place_is_another_event(other: str, expected: bool) -> None:
    """What happened in a place that the other does not name is no retelling of it."""
    assert is_alike("Three people died when a bus crashed in Tarn.", other) is expected


@given(st.text(), st.text())
def test_likeness_has_no_direction(one: str, other: str) -> None:
    """Any texts can be compared, either way round."""
    assert is_alike(one, other) == is_alike(other, one)
