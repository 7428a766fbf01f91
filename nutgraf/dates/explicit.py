"""Readers of dates that a text states in full, and of days and months that lack only their year."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from nutgraf.dates.choice import FRESH, choose, is_amid_history
from nutgraf.dates.mention import DateMention
from nutgraf.dates.periods import Period
from nutgraf.dates.scene import Scene
from nutgraf.models import Basis


def read_day(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read a day, or a range of days of one month, with or without its year."""
    year, last = match["year"], match["day_b"]
    if not 1 <= int(match["day"]) < int(last or 32) <= 32:
        return scene.mention(match, None, "day") if year and not last else None
    if year is None:
        return _day_without_year(scene, match, match.end())
    if scene.is_counted(match.end()):
        return _day_without_year(scene, match, _end_before_year(match))
    month = f"{year}-{month_number(scene, match['month']):02}"
    first = f"{month}-{int(match['day']):02}"
    if last:
        return scene.mention(match, f"{first}/{month}-{int(last):02}", "range")
    return scene.mention(match, first + _doubt(scene, first, match["weekday"]), "day")


def month_number(scene: Scene, word: str) -> int:
    """Return the number of a month, 1 to 12."""
    return scene.words.months[word.rstrip(".").lower()]


def _end_before_year(match: re.Match[str]) -> int:
    """Return the end of the mention without its last number, which counts something: "On May 2, 2000 people …"."""
    return len(match.string[: match.start("year")].rstrip(" ,-\n\t\xa0"))


def _doubt(scene: Scene, day: str, weekday: str | None) -> str:
    """Return the mark of an uncertain date when `weekday` is not that of `day`: one of them is a slip."""
    try:
        real = date.fromisoformat(day).weekday()
    except ValueError:
        return ""
    return "?" if weekday and scene.words.weekdays[weekday.rstrip(".").lower()] != real else ""


def _day_without_year(scene: Scene, match: re.Match[str], end: int) -> DateMention | None:
    """Resolve "May 5" by the clause's tense, by "last year" behind it, or by the event that is called so."""
    month, day = month_number(scene, match["month"]), int(match["day"])
    if not match["day_b"] and _is_name(scene, match, end):
        return None
    if _is_of_another_year(scene, match, month, day):
        return scene.mention(match, None, "day", end=end)
    year, basis = _shared_year(scene, match, month, end)
    if year:
        return scene.mention(match, f"{year}-{month:02}-{day:02}", "day", basis=basis, end=end)
    period = _said_year(scene, match, month, day) or _named(scene, month, day, end) or _within(scene, match, month, day)
    doubt = ""
    if period is None:
        period = _chosen(scene, match, _days(scene, match, month, day))
        doubt = _doubt(scene, str(period.first), match["weekday"]) if period else ""
    if period is None or scene.anchor is None:
        return scene.mention(match, None, "day", end=end)
    if match["day_b"]:
        edtf = f"{period.first}/{str(period.first)[:8]}{int(match['day_b']):02}"
        return scene.mention(match, edtf, "range", basis="anchored", end=end)
    return scene.mention(match, period.edtf + doubt, "day", basis="anchored", end=end)


def _is_name(scene: Scene, match: re.Match[str], end: int) -> bool:
    """Tell "12 March Street" and "Bus 3 May be late" from days."""
    is_verb = match.end("month") == end and scene.words.verb_after.match(scene.text, end)
    return bool(is_verb) or scene.capital_after(end) in scene.words.streets


def _is_of_another_year(scene: Scene, match: re.Match[str], month: int, day: int) -> bool:
    """Tell whether only the event knows the year: "born on 9 May", "since Sept. 11"; of "has until" it is none."""
    before = scene.word_before(match.start()).lower()
    is_birth = scene.words.birth.search(scene.text, max(0, match.start() - 40), match.start()) is not None
    is_named = any((month, day) == named[:2] for named in scene.words.named) and not scene.is_future(match)
    return not (match["shift"] or match["anaphor"]) and (is_birth or (is_named and before in scene.words.beyond))


def _days(scene: Scene, match: re.Match[str], month: int, day: int) -> list[Period]:
    """Return the day in the years around the anchor, or in a history around the last date."""
    today = scene.base_at(match.start())
    if today is None:
        return []
    return [period for year in range(today.year - 1, today.year + 2) if (period := _day(year, month, day))]


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period("day", date(year, month, day))
    except ValueError:
        return None


def _chosen(scene: Scene, match: re.Match[str], candidates: list[Period]) -> Period | None:
    """Return that of the days which is meant; none when the weekday fits no day near, and a day near no weekday."""
    fitting = _on_weekday(scene, candidates, match["weekday"])
    period, plain = choose(scene, match, fitting or candidates), choose(scene, match, candidates)
    if scene.is_history or not (fitting and period and plain and scene.anchor):
        return period
    away, near = (abs((found.first - scene.anchor).days) for found in (period, plain))
    return None if near <= FRESH < away else period


def _on_weekday(scene: Scene, candidates: list[Period], weekday: str | None) -> list[Period]:
    if weekday is None:
        return []
    number = scene.words.weekdays[weekday.rstrip(".").lower()]
    return [period for period in candidates if period.first.weekday() == number]


def said_year(scene: Scene, match: re.Match[str]) -> int | None:
    """Return the year that "last year" or "that year" behind a day or month means."""
    if scene.anchor is None:
        return None
    if match["shift"]:
        today = scene.base or scene.anchor
        return today.year + scene.words.shifts[match["shift"].lower()]
    if match["anaphor"] and scene.last:
        return scene.last.first.year + scene.words.anaphors[match["anaphor"].lower().split()[-1]]
    return None


def _said_year(scene: Scene, match: re.Match[str], month: int, day: int) -> Period | None:
    year = said_year(scene, match)
    return _day(year, month, day) if year else None


def _named(scene: Scene, month: int, day: int, end: int) -> Period | None:
    """Return the day of an event that goes by its date: "the Sept. 11 attacks"."""
    for named_month, named_day, year, follows in scene.words.named:
        if (named_month, named_day) == (month, day) and scene.anchor and scene.anchor >= date(year, month, day):
            return _day(year, month, day) if follows.match(scene.text, end) else None
    return None


def _within(scene: Scene, match: re.Match[str], month: int, day: int) -> Period | None:
    """Return the day inside the date that stands right in front: "the following month, on Feb. 21"."""
    last, gap = scene.near(match.start()), scene.text[scene.last_at : match.start()]
    if last is None or last.unit == "day" or not scene.words.inside.fullmatch(gap):
        return None
    days = (_day(year, month, day) for year in {last.first.year, last.last.year})
    return next((period for period in days if period and last.first <= period.first <= last.last), None)


def _shared_year(scene: Scene, match: re.Match[str], month: int, end: int) -> tuple[str, Basis]:
    """Return the year that a later month shares: 1942 for "June" in "June and July 1942"; else the empty text.

    In "June and July last year" it counts from the anchor.
    """
    if listed := scene.words.listed_year.match(scene.text, end):
        is_list = scene.text[end - 1].isdigit() and not scene.is_counted(listed.end())
        return listed["year"] if is_list else "", "explicit"
    shared = scene.words.shared_year.match(scene.text, end)
    if not shared or match["shift"] or match["anaphor"] or month_number(scene, shared["month"]) < month:
        return "", "explicit"
    if shared["year"]:
        return shared["year"], "explicit"
    year = said_year(scene, shared)
    return f"{year:04}" if year else "", "anchored"


def read_day_of_list(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read the 22 of "22 and 24 August", with or without a year."""
    number, day = month_number(scene, match["month"]), int(match["day"])
    if match["year"]:
        return scene.mention(match, f"{match['year']}-{number:02}-{day:02}", "day")
    period = choose(scene, match, _days(scene, match, number, day))
    return scene.period(match, period, "day")


def read_nine_eleven(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "9/11", which means that of 2001 wherever it is written so."""
    return scene.mention(match, "2001-09-11", "day")


def read_and_day(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read the 25 of "April 24 and 25"."""
    before = scene.found[-1] if scene.found else None
    is_next = (
        before and before.end == match.start() and before.granularity == "day" and scene.text[before.end - 1].isdigit()
    )
    has_year = before and re.search(r"\d{3}$", scene.text[before.start : before.end])
    if before is None or not is_next or has_year or scene.is_counted(match.end()) or not 1 <= int(match["day"]) <= 31:
        return None
    start = match.start("day")
    if before.edtf is None:
        return scene.mention(match, None, "day", start=start)
    edtf = f"{before.edtf[:8]}{int(match['day']):02}"
    return scene.mention(match, edtf, "day", basis=before.basis, start=start)


def read_two_months(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "29 April to 3 May 2024" and "April to May 2024", where the year is said once."""
    groups = match.groupdict()
    if scene.is_counted(match.end()):
        return scene.mention(match, None, "range", end=_end_before_year(match))
    first, last = (
        f"{groups['year']}-{month_number(scene, groups[month]):02}"
        + (f"-{int(groups[day]):02}" if day in groups else "")
        for month, day in (("month", "day"), ("month_b", "day_b"))
    )
    return scene.mention(match, f"{first}/{last}", "range")


def read_month_year(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "May 2024"; in "In May 2000 people came" the number counts the people."""
    number = month_number(scene, match["month"])
    if scene.is_counted(match.end()):
        return scene.mention(match, None, "month", end=_end_before_year(match))
    return scene.mention(match, f"{match['year']}-{number:02}", "month")


def read_iso_day(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read 2024-05-06."""
    return scene.mention(match, f"{match['year']}-{match['month']}-{match['day']}", "day")


def read_numeric(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read 25/12/2024; which number of 10/05/2024 is the month depends on the country."""
    low, high = sorted((int(match["first"]), int(match["second"])))
    if len(match["year"]) == 2 or low < high <= 12:
        return scene.mention(match, None, "day")
    return scene.mention(match, f"{match['year']}-{low:02}-{high:02}", "day")


def read_day_first(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read 5.6.2024 where the day always comes first; of 5.6.24 the year is the last of that number that has begun."""
    year = match["year"]
    if len(year) == len("2024"):
        return scene.mention(match, f"{year}-{int(match['month']):02}-{int(match['day']):02}", "day")
    if scene.anchor is None or scene.anchor.year < _CENTURY:
        return scene.mention(match, None, "day")
    number = scene.anchor.year // _CENTURY * _CENTURY + int(year)
    number -= _CENTURY if number > scene.anchor.year + 1 else 0
    return scene.mention(match, f"{number:04}-{int(match['month']):02}-{int(match['day']):02}", "day", basis="anchored")


_CENTURY: Final = 100


def read_month(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read a month without year: those that are other words too only behind a preposition of time.

    Its year is in doubt (`?`) unless the tense of the clause or "last year" says which it is.
    """
    if not _is_month(scene, match):
        return None
    number = month_number(scene, match["month"])
    text, basis = _shared_year(scene, match, number, match.end())
    if text:
        return scene.mention(match, f"{text}-{number:02}", "month", basis=basis)
    if year := said_year(scene, match):
        return scene.period(match, Period("month", date(year, number, 1)))
    before = scene.word_before(match.start()).lower()
    if before in scene.words.anaphors:
        return scene.period(match, _month_again(scene, number, scene.words.anaphors[before]), "month")
    today = scene.base_at(match.start())
    years = range(max(1, today.year - 1), min(9999, today.year + 1) + 1) if today else ()
    period = choose(scene, match, [Period("month", date(year, number, 1)) for year in years])
    is_future = scene.is_future(match)
    is_certain = scene.is_history or is_future or (is_future is False and not is_amid_history(scene, match.start()))
    return scene.period(match, period, "month", doubt="" if is_certain else "?")


def _month_again(scene: Scene, month: int, count: int) -> Period | None:
    """Return the month of "that September", "the following May", "the previous June"."""
    last = scene.last
    if (
        last is None
        or last.unit not in ("day", "week", "month", "season", "quarter", "year")
        or (count and last.unit == "year")
    ):
        return None
    found = Period("month", date(last.first.year, month, 1))
    if count > 0 and found.first <= last.first:
        return found.shifted(12)
    return found.shifted(-12) if count < 0 and found.last >= last.first else found


def _is_month(scene: Scene, match: re.Match[str]) -> bool:
    """Tell a month from a name ("Theresa May", "Jan Kavan") or a verb, by the words on both sides."""
    before, month = scene.word_before(match.start()).lower(), match["month"].rstrip(".")
    if match["shift"] or before in scene.words.anaphors:
        return True
    if scene.capital_after(match.end()):
        return before in scene.words.sure_prepositions and len(month) > 4
    if before in scene.words.month_prepositions or month in scene.words.plain_months:
        return True
    after = re.match(r"\s([a-z]{3,})", scene.text[match.end() :][:20])
    return before in scene.words.attributes and bool(after) and len(month) > 2
