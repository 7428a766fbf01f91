"""EDTF text in; the same in plain years, months and days out, as formats without doubt or seasons need it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from nutgraf.edtf import Edtf, Point, parse_edtf


@lru_cache(maxsize=65536)  # the dates of an archive repeat, and each is asked for by several formats
def plain_span(text: str) -> Edtf | None:
    """Return what `text` covers, in no part more exactly than it says; None for no date and for an unknown year.

    A decade becomes its years and a quarter its months; of a season, whose months differ with the hemisphere, the
    year is left. What is open stays open. ValueError as parse_edtf.
    """
    value = parse_edtf(text) if text else None
    if value is None or any(point and point.year is None for point in (value.first, value.last)):
        return None
    first, last = _plain(value.first, value.earliest), _plain(value.last, value.latest)
    if first and last and (first.year or 0) > (last.year or 0):  # a winter ends in the year after its own
        last = Point(first.year)
    return Edtf(first, last, is_interval=first != last)


def is_certain(text: str) -> bool:
    """Tell whether an EDTF text is neither "about" nor "uncertain"."""
    return set(text).isdisjoint("~?%")


def _plain(point: Point | None, bound: date | None) -> Point | None:
    """Return `point` without doubt; `bound` is the first or the last day that it can mean."""
    if point is None or bound is None:
        return None
    if point.span > 1:
        return Point(bound.year)
    if point.is_count:
        return Point(point.year, bound.month)
    return Point(point.year) if point.is_part else Point(point.year, point.month, point.day)
