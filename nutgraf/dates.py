"""News text in, its mentions of dates out, each with its value when the text itself states it.

The rules are a table of patterns, each with a reader. A reader returns None for what is no date after all
("2000 troops"), and a mention without value for what it cannot tell for certain: never a wrong date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from nutgraf.edtf import parse_edtf
from nutgraf.models import Basis
from nutgraf.vocabulary import date_patterns as patterns
from nutgraf.vocabulary.calendar import (
    BEFORE_YEAR,
    COUNT_HEADS,
    COUNTED_NOUNS,
    GENERAL_BEFORE,
    IN_TIME,
    MONTHS,
    NAMED_DAYS,
    NEWSPAPERS,
    NO_YEAR_BEFORE,
    ORDINALS,
    PLAIN_MONTHS,
    SEASONS,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text."""

    start: int
    """Offset of the expression itself, without its preposition."""
    end: int
    edtf: str | None
    """None when its day, month or year cannot be told."""
    basis: Basis


def find_dates(text: str, anchor: date | None) -> list[DateMention]:
    """Return the mentions of dates in `text`, in order, without overlap.

    Only what the text states in full has a value; `anchor`, the day of publication, resolves nothing yet.
    """
    mentions = (mention for pattern, read in _RULES for match in pattern.finditer(text) if (mention := read(match)))
    return _without_overlap(mentions)


def _without_overlap(mentions: Iterable[DateMention]) -> list[DateMention]:
    """Return the leftmost of those that overlap, and of one start the longest."""
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _explicit(match: re.Match[str], edtf: str) -> DateMention:
    """Return a mention of `edtf`, or one without value when there is no such date (31 February)."""
    try:
        parse_edtf(edtf)
    except ValueError:
        return _unresolved(match)
    return DateMention(match.start(), match.end(), edtf, "explicit")


def _unresolved(match: re.Match[str]) -> DateMention:
    return DateMention(match.start(), match.end(), None, "unresolved")


def _without_year(match: re.Match[str]) -> DateMention:
    """Return the mention without its last number, which counts something: "On May 2, 2000 people …"."""
    end = len(match.string[: match.start("year")].rstrip(" ,-\n\t\xa0"))
    return DateMention(match.start(), end, None, "unresolved")


def _month_number(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _word_before(match: re.Match[str], back: int = 1) -> str:
    """Return the word in front of `match`, or the one `back` words in front; empty at the start."""
    words = match.string[max(0, match.start() - 40) : match.start()].rpartition("\n\n")[2].split()
    return words[-back].lstrip("(\"“'‘[") if len(words) >= back else ""


def _capital_follows(match: re.Match[str]) -> str:
    """Return the capitalised word behind `match`, or the empty text."""
    after = re.match(r"\s([A-Z]\w+)", match.string[match.end() : match.end() + 30])
    return after[1] if after else ""


def _is_counted(text: str, end: int) -> bool:
    """Tell whether a noun that goes with a count follows at `end`."""
    after = re.match(r"\s{1,3}([a-z.']+)", text[end : end + 30])
    return bool(after and (after[1] in COUNTED_NOUNS or after[1].rstrip(".") in COUNTED_NOUNS))


def _read_day(match: re.Match[str]) -> DateMention | None:
    """Read a day, or a range of days of one month, with or without its year."""
    year, last, weekday = match["year"], match["day_b"], match["weekday"]
    if not 1 <= int(match["day"]) < int(last or 32) <= 32:
        return _unresolved(match) if year and not last else None
    if year is None:
        return _unresolved(match)
    if _is_counted(match.string, match.end()):
        return _without_year(match)
    month = f"{year}-{_month_number(match['month']):02}"
    first = f"{month}-{int(match['day']):02}"
    return _explicit(match, f"{first}/{month}-{int(last):02}" if last else first + _doubt(first, weekday))


def _doubt(day: str, weekday: str | None) -> str:
    """Return the mark of an uncertain date when `weekday` is not that of `day`: one of them is a slip."""
    try:
        real = date.fromisoformat(day).weekday()
    except ValueError:
        return ""
    return "?" if weekday and WEEKDAYS[weekday.lower()] != real else ""


def _read_two_months(match: re.Match[str]) -> DateMention:
    """Read "29 April to 3 May 2024" and "April to May 2024", where the year is said once."""
    if _is_counted(match.string, match.end()):
        return _without_year(match)
    groups = match.groupdict()
    first, last = (
        f"{groups['year']}-{_month_number(groups[month]):02}" + (f"-{int(groups[day]):02}" if day in groups else "")
        for month, day in (("month", "day"), ("month_b", "day_b"))
    )
    return _explicit(match, f"{first}/{last}")


def _read_month_year(match: re.Match[str]) -> DateMention:
    if _is_counted(match.string, match.end()):
        return _without_year(match)
    return _explicit(match, f"{match['year']}-{_month_number(match['month']):02}")


def _read_iso_day(match: re.Match[str]) -> DateMention:
    return _explicit(match, f"{match['year']}-{match['month']}-{match['day']}")


def _read_numeric(match: re.Match[str]) -> DateMention:
    """Read 25/12/2024; which number of 10/05/2024 is the month depends on the country."""
    low, high = sorted((int(match["first"]), int(match["second"])))
    if len(match["year"]) == 2 or low < high <= 12:
        return _unresolved(match)
    return _explicit(match, f"{match['year']}-{low:02}-{high:02}")


def _read_season(match: re.Match[str]) -> DateMention | None:
    return (
        None
        if _is_counted(match.string, match.end())
        else _explicit(match, f"{match['year']}-{SEASONS[match['season'].lower()]}")
    )


def _read_year_of_part(match: re.Match[str]) -> DateMention:
    """Read a quarter or a half as its year: which months it means is the business of who reports it."""
    return _explicit(match, match["year"])


def _read_years(match: re.Match[str]) -> DateMention | None:
    """Read 1939-45; a hyphen and 01 to 12 may as well be a month, and what does not rise is a score."""
    first, last = match["year"], match["last"].rjust(4, "-").replace("--", match["year"][:2])
    is_month = match["sep"] == "-" and len(match["last"]) == 2 and 1 <= int(match["last"]) <= 12
    if not _is_year(match):
        return None
    if is_month and int(first) < int(last):
        return _unresolved(match)
    if is_month:
        return _explicit(match, match[0]) if _word_before(match).lower() in BEFORE_YEAR else None
    return _explicit(match, f"{first}/{last}") if int(first) < int(last) else None


def _read_decade(match: re.Match[str]) -> DateMention:
    """Read "the 1990s"; "the 1900s" may be a century, and "the '20s" lack theirs."""
    decade = match["decade"]
    if decade is None or (decade.endswith("0") and decade != "200"):
        return _unresolved(match)
    return _explicit(match, f"{decade}X")


def _read_century(match: re.Match[str]) -> DateMention | None:
    word = match["ordinal"].lower()
    number = ORDINALS.get(word) or int(word.rstrip("stndrh"))
    return _explicit(match, f"{number - 1:02}XX") if 1 < number <= 21 else None


def _read_year(match: re.Match[str]) -> DateMention | None:
    return _explicit(match, match["year"]) if _is_year(match) else None


_FROM_YEAR_TO_YEAR: Final = re.compile(
    r"\b(?:[Ff]rom|[Bb]etween)\s+(?:1\d{3}|20\d\d)\s+(?:to|until|till|through|and)\s+(?:1\d{3}|20\d\d)\b"
)
_RECURRING: Final = re.compile(r"\s+(?:of|in)\s+(?:every|each|the\s+month\b)")
_PLURAL: Final = re.compile(r"\s[a-z]{3,}s\b")


def _is_year(match: re.Match[str]) -> bool:
    """Tell whether a number of four digits is used as a year."""
    text, word = match.string, _word_before(match)
    before = word.lower()
    if before in ("about", "around") and _word_before(match, 2).lower() in IN_TIME | {"by", "from", "or"}:
        before = "circa"
    if _is_counted(text, match.end()) or before in NO_YEAR_BEFORE or before[-1:].isdigit():
        return False
    if before == "of" and _word_before(match, 2).lower() in COUNT_HEADS:
        return False
    years = _FROM_YEAR_TO_YEAR.search(text, max(0, match.start() - 20), match.end() + 15)
    if before in IN_TIME or (years and not _is_counted(text, years.end())):
        return True
    # Without such a sign a number before our time, or a round one, is rather a count.
    if int(match["year"]) < 1900 or match["year"].endswith("00"):
        return False
    if before in BEFORE_YEAR:
        return True
    # "Boeing 1947" is a name, "1985 goals" a count; behind a comma or a bracket it is neither.
    is_name = word[:1].isupper() and word[-1:].isalnum()
    return not is_name and not _PLURAL.match(text, match.end())


def _read_now(match: re.Match[str]) -> DateMention | None:
    """Read "today" and "last night"; "for today" in general and "the last night bus" are none."""
    before = _word_before(match).lower()
    is_general = before in GENERAL_BEFORE if match["day"] else before in ("the", "a", "every")
    return None if is_general else _unresolved(match)


def _read_weekday(match: re.Match[str]) -> DateMention | None:
    """Read a weekday; "Good Friday" and "the Sunday Times" are names, "every Monday" is no date."""
    before = _word_before(match)
    is_name = before in NAMED_DAYS or _capital_follows(match) in NEWSPAPERS
    recurs = before.lower() in ("every", "each", "most") or _RECURRING.match(match.string, match.end())
    return None if is_name or recurs else _unresolved(match)


def _read_month(match: re.Match[str]) -> DateMention | None:
    """Read a month without year: those that are other words too only behind a preposition of time."""
    before, month = _word_before(match).lower(), match["month"].title()
    is_led = before in IN_TIME or before in ("by", "of", "mid-")
    if month not in PLAIN_MONTHS:
        return _unresolved(match) if is_led else None
    return None if _capital_follows(match) and not is_led else _unresolved(match)


_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateMention | None]], ...]] = (
    (patterns.DAY_MONTH, _read_day),
    (patterns.MONTH_DAY, _read_day),
    (patterns.DAYS_OF_TWO_MONTHS, _read_two_months),
    (patterns.TWO_MONTHS_WITH_DAYS, _read_two_months),
    (patterns.TWO_MONTHS, _read_two_months),
    (patterns.MONTH_YEAR, _read_month_year),
    (patterns.ISO_DAY, _read_iso_day),
    (patterns.NUMERIC, _read_numeric),
    (patterns.SEASON_YEAR, _read_season),
    (patterns.PART_YEAR, _read_year_of_part),
    (patterns.FISCAL_YEAR, _unresolved),
    (patterns.YEARS, _read_years),
    (patterns.DECADE, _read_decade),
    (patterns.CENTURY, _read_century),
    (patterns.YEAR, _read_year),
    (patterns.NOW, _read_now),
    (patterns.THIS, _unresolved),
    (patterns.AGO, _unresolved),
    (patterns.WEEKDAY, _read_weekday),
    (patterns.WEEKEND, _unresolved),
    (patterns.MONTH, _read_month),
)
