"""Values and a language in, what pages say of them in that language out: dates, entries, and words by their key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Final

from markupsafe import Markup, escape

from nutgraf.edtf import Edtf, Point, parse_edtf
from nutgraf.models import Entry
from nutgraf.vocabulary.interface_words import DateNames, InterfaceWords, Plural
from nutgraf.vocabulary.languages import interface_words

_HUNDRED: Final = 100


def say(key: str, language: str = "en", **values: object) -> Markup:
    """Return the words for `key` with `values` in their places, safe to stand in HTML; by `count` where there is one.

    KeyError when there are no such words.
    """
    if not values:
        return _said(key, language)
    table = interface_words(language)
    words = table.words[key]
    if not isinstance(words, str):
        number = values["count"]
        kind = _plural(table, number) if isinstance(number, int) else "other"
        words = words.get(kind) or words["other"]
    said = [f"{text}{escape(values[name]) if name else ''}" for text, name in _pieces(words)]
    return Markup("".join(said))  # noqa: S704 - the words are our own, and the values are escaped


@lru_cache(maxsize=1024)  # each page says much the same
def _said(key: str, language: str) -> Markup:
    """Return words that have no values in them."""
    words = interface_words(language).words[key]
    if not isinstance(words, str):
        raise KeyError("count")
    ((text, name),) = _pieces(words) or (("", ""),)
    if name:
        raise KeyError(name)
    return Markup(text)  # noqa: S704 - the words are our own


@lru_cache(maxsize=1024)
def _pieces(words: str) -> tuple[tuple[str, str], ...]:
    """Return the texts of a row of a table, each with the name of the value that comes after it."""
    return tuple((text, name or "") for text, name, _, _ in Formatter().parse(words))


def _plural(table: InterfaceWords, number: int) -> Plural:
    """Return of which kind `number` is."""
    for kind, numbers, ends in table.plurals:
        if number in numbers or (ends is not None and number % _HUNDRED in ends):
            return kind
    return "other"


@lru_cache(maxsize=65536)  # the dates of an archive repeat, and each is shown on several pages
def edtf_words(text: str, language: str = "en") -> str:
    """Return EDTF text in words, such as "about May 2024"; that there is no date for the empty text."""
    names = interface_words(language).dates
    return _words(parse_edtf(text), names) if text else names.undated


@lru_cache(maxsize=65536)
def day_words(day: date, language: str = "en") -> str:
    """Return a day as "14 May 2026"."""
    return _plain_words(Point(day.year, day.month, day.day), interface_words(language).dates)


def moment_words(day: date, time: str, zone: str, language: str = "en") -> str:
    """Return a day with a time of it as "14 May 2026, 06:30 UTC+1"."""
    return interface_words(language).dates.moment.format(day=day_words(day, language), time=time, zone=zone)


def when_words(entry: Entry, language: str = "en") -> str:
    """Return when an entry was, in words: its date under the preposition of its source, or that there is none.

    `by 2030` is no `until 2030`, though both are dates that end there. What the source says of a time without a
    calendar date is quoted.
    """
    names = interface_words(language).dates
    if not entry.date:
        missing = names.unsure if re.search(r"\d", entry.phrase) else names.undated
        return names.quoted.format(what=missing, phrase=entry.phrase) if entry.phrase else missing
    value = parse_edtf(entry.date)
    edge = value.first or value.last
    lead, *rest = entry.phrase.casefold().split() or [""]
    if edge and not (value.first and value.last):
        text = _point_words(edge, names)
        if _may_lead(lead, rest, text, names):
            return f"{lead} {text}"
    return edtf_words(entry.date, language)


def _may_lead(lead: str, rest: Sequence[str], text: str, names: DateNames) -> bool:
    """Tell whether the preposition of the source is right before the date in words.

    `before the end of the year` is not before that year; `before 2015` is said of the year itself.
    """
    if lead in names.inclusive:
        return True
    return lead in names.exclusive and set(rest) <= {*text.casefold().split(), *names.articles}


def _words(value: Edtf, names: DateNames) -> str:
    first, last = value.first, value.last
    if first and last:
        return _range_words(first, last, names)
    if first:
        return names.since.format(date=_point_words(first, names))
    return names.until.format(date=_point_words(last, names)) if last else ""


def _range_words(first: Point, last: Point, names: DateNames) -> str:
    if first == last:
        return _point_words(first, names)
    certain = not (first.qualifier or last.qualifier)
    if certain and first.day and last.day and (first.year, first.month) == (last.year, last.month):
        return names.days.format(first=first.day, last=_plain_words(last, names))
    return names.span.format(first=_point_words(first, names), last=_point_words(last, names))


def _point_words(point: Point, names: DateNames) -> str:
    notes = []
    if point.year is None:
        notes.append(names.yearless if point.month else names.monthless)
    if point.qualifier in ("?", "%"):
        notes.append(names.uncertain)
    text = _plain_words(point, names)
    if point.qualifier in ("~", "%"):
        text = names.about.format(date=text)
    return names.note.format(date=text, note=names.notes.join(notes)) if notes else text


def _plain_words(point: Point, names: DateNames) -> str:
    year, month = point.year, point.month
    if point.span > 1:
        return _years_words(year or 0, point.span, names)
    if month is None:
        return names.lone_day.format(day=point.day) if point.day else str(year)
    if point.is_count:
        return names.part.format(part=names.parts[month], year=year)
    name = names.seasons.get(month) or names.months[month - 1]
    if point.day is None:
        return name if year is None else names.month.format(month=name, year=year)
    return (names.yearless_day if year is None else names.day).format(day=point.day, month=name, year=year)


def _years_words(year: int, span: int, names: DateNames) -> str:
    """Return the words for a decade or a century that starts with `year`."""
    century = names.centuries[year // _HUNDRED]
    if span == _HUNDRED:
        return names.century.format(century=century)
    decade = names.decades[year // 10 % 10] if names.decades else ""
    return names.decade.format(year=year, decade=decade, century=century)
