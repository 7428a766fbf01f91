"""Readers of dates that start from the day of publication: yesterday, last week, Tuesday, two years ago."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, cast

from nutgraf.dates.choice import choose
from nutgraf.dates.mention import DateMention, Granularity
from nutgraf.dates.parts import seasons
from nutgraf.dates.periods import OutOfCalendarError, Period, Unit, period_of
from nutgraf.dates.scene import Scene
from nutgraf.dates.speech import on_day_said

_FAREWELL: Final = 30
"""Characters."""

_JUST_OVER: Final = timedelta(days=31)
"""After its end a season is hardly called the last one."""


def shifted(unit: Unit, day: date | None, count: int) -> Period | None:
    """Return the period `count` units from that of `day`; None without a day or out of the calendar."""
    if day is None:
        return None
    try:
        return period_of(unit, day).shifted(count)
    except OutOfCalendarError:
        return None


def read_today(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "today", "tomorrow night" and "last night"; "for today" in general and "the last night bus" are none."""
    words = scene.words
    before = scene.word_before(match.start()).lower()
    if match["day"]:
        if before in words.general_before:
            return None
        if words.general_after.match(scene.text, match.end()):
            return None
        if words.farewell.search(scene.text, max(0, match.start() - _FAREWELL), match.start()):
            return None
        # "Heute" may mean these days as well.
        if words.present_is_ahead and not words.days[match["day"].lower()] and scene.is_future(match) is None:
            return scene.mention(match, None, "day")
        offset = words.days[match["day"].lower()] + (words.sides[match["beside"]] if match["beside"] else 0)
        return on_day_said(scene, match, offset, "time" if match["time"] else "day")
    if before in words.before_thing:
        return None
    offset = words.days[" ".join(match["part"].lower().split())]
    return on_day_said(scene, match, offset, "time")


def read_shift(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "last week", "this year", "next summer"; "the last year" is a span, and so is "the past week"."""
    words = scene.words
    word = match["unit"].lower()
    unit, shift = words.units[word], words.shifts[match["shift"].lower()]
    before = scene.word_before(match.start()).lower()
    is_last = match["shift"].lower() in words.neighbours
    if unit == "day" or (before not in words.takes_of and words.of_whole.match(scene.text, match.end())):
        return None
    if unit == "quarter" and not scene.is_business and not is_last:
        return scene.mention(match, None, "duration") if shift else None
    if match["shift"].lower() in words.spans or match["also"] or unit == "fortnight":
        return scene.mention(match, None, "duration")
    if is_last and before in words.before_span_of:
        return scene.mention(match, None, "quarter" if before in words.articles and unit == "quarter" else "duration")
    if word in words.seasons:
        return scene.period(match, _season(scene, word, shift, scene.is_future(match)), "season")
    return scene.period(match, shifted(cast(Unit, unit), scene.anchor, shift), cast(Granularity, unit))


def _season(scene: Scene, word: str, shift: int, is_future: bool | None) -> Period | None:
    """Return the last season of that name that is over, the first that is to come, or of "this winter" that which is
    on, else that which the tense points to."""
    today, candidates = scene.anchor, seasons(scene, word, scene.anchor)
    if today is None or not candidates:
        return None
    if shift < 0:
        last = [period for period in candidates if period.last < today][-1]
        # "Last spring", said in June, may be that of the year before.
        return None if today - last.last <= _JUST_OVER else last
    if shift > 0:
        return next((period for period in candidates if period.first > today), None)
    begun = [period for period in candidates if period.first <= today]
    if is_future is False or begun[-1].last >= today:
        return begun[-1]
    coming = next((period for period in candidates if period.first > today), None)
    # "This winter", said in May, may be over or to come.
    return coming if is_future or word != "winter" else None


def read_weekday(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read a weekday: the most recent, today counting too, and the next only on a strong cue of the clause.

    "Good Friday" and "the Sunday Times" are names, "every Monday" is no date.
    """
    words = scene.words
    before = scene.word_before(match.start())
    is_name = before in words.named_days or scene.capital_after(match.end()) in words.newspapers
    is_paper = before in words.on and scene.word_before(match.start(), 2) in words.newspapers
    if is_name or is_paper or _recurs(scene, match):
        return None
    if before.lower() in words.pointing or before.lower() in words.ordinals:
        return scene.mention(match, None, "day")
    period = _weekday(scene, match, scene.words.weekdays[match["weekday"].lower()])
    return scene.period(match, period, "time" if match["time"] or match["clock"] else "day")


def _recurs(scene: Scene, match: re.Match[str]) -> bool:
    """Tell a habit or a name from a day: "most Mondays", "Sunday school"."""
    if scene.word_before(match.start()).lower() in scene.words.recurring:
        return True
    return scene.words.weekday_nouns.match(scene.text, match.end()) is not None


def _weekday(scene: Scene, match: re.Match[str], number: int) -> Period | None:
    today = scene.base
    if today is None:
        return None
    if scene.is_history and (scene.last or scene.found):
        if scene.last is None or scene.last.unit != "day":
            return None
        return shifted("day", today, (number - today.weekday()) % 7)
    ahead = (number - today.weekday()) % 7
    is_owner = _is_owner(scene, match)
    is_future = scene.is_future(match)
    before = scene.word_before(match.start())
    is_led = before in scene.words.of_appointment
    is_present = (scene.word_before(match.start(), 2) if is_led else before) in scene.words.present
    ahead_is_open = scene.is_open(match) or _is_timeless(scene, match)
    # "Parliament votes on Thursday" may be the one to come, and "it opens Monday to Friday" is neither.
    if ahead and not (is_owner or is_present) and (is_future is None or (not is_future and ahead_is_open)):
        return None
    if before in scene.words.open_ends and is_future is False and ahead:
        return None
    is_future = (is_future and not is_owner) or is_present
    if before.lower() in scene.words.since:
        is_future = False
    return shifted("day", today, ahead if is_future or not ahead else ahead - 7)


def _is_timeless(scene: Scene, match: re.Match[str]) -> bool:
    """Tell whether a participle of the present stands right in front: "the library is closed on Monday"."""
    back = 2 if scene.word_before(match.start()) in scene.words.on else 1
    verb, before = scene.word_before(match.start(), back), scene.word_before(match.start(), back + 1)
    return before in scene.words.present and scene.words.past.fullmatch(verb) is not None


def _is_owner(scene: Scene, match: re.Match[str]) -> bool:
    """Tell whether the day owns what has come already: "a way around Wednesday's ruling", but "at Friday's meeting"."""
    is_possessive = scene.text[match.end() : match.end() + 1] in ("'", "’")
    return is_possessive and scene.word_before(match.start()).lower() not in scene.words.before_plans


def _shift(scene: Scene, match: re.Match[str]) -> int:
    """Return -1, 0 or 1 for "last", "this" and "next"; "this past" and "this coming" go by their second word."""
    return scene.words.shifts[(match["also"] or match["shift"]).lower()]


def read_shift_weekday(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "last Tuesday" and "next Friday": the nearest; "next Friday" on a Wednesday may be either of two."""
    shift = _shift(scene, match)
    today = scene.anchor
    ahead = (scene.words.weekdays[match["weekday"].lower()] - today.weekday()) % 7 if today else 0
    period: Period | None
    if shift < 0:
        # "Last Tuesday" on a Wednesday would be yesterday, if it were not a week earlier.
        period = None if ahead in (5, 6) and not match["also"] else shifted("day", today, ahead - 7)
    elif shift > 0:
        period = None if ahead in (1, 2) and not match["also"] else shifted("day", today, ahead or 7)
    else:
        is_past = scene.is_future(match) is False
        period = shifted("day", today, ahead - 7 if is_past and ahead else ahead)
    return scene.period(match, period, "time" if match["time"] else "day")


def read_weekday_week(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "Tuesday of last week" and "Friday, this week"."""
    week = shifted("week", scene.anchor, scene.words.shifts[match["shift"].lower()])
    number = scene.words.weekdays[match["weekday"].lower()]
    return scene.period(match, shifted("day", week.first if week else None, number), "day")


def read_weekday_ordinal(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "Friday the 13th": the last one of a year, or the next when the clause looks ahead."""
    number, wanted = scene.words.weekdays[match["weekday"].lower()], int(match["day"])
    first = shifted("day", scene.anchor, 0)
    if first is None or not 1 <= wanted <= 31:
        return scene.mention(match, None, "day")
    step = 1 if scene.is_future(match) else -1
    for offset in range(366):
        period = shifted("day", first.first, step * offset)
        if period and (period.first.weekday(), period.first.day) == (number, wanted):
            return scene.period(match, period, "day")
    return scene.mention(match, None, "day")


def read_week_from_weekday(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "a week ago Friday", "a week from Tuesday" and "Tuesday week": seven days from the nearest of them."""
    today = scene.anchor
    if today is None:
        return scene.mention(match, None, "day")
    ahead = (scene.words.weekdays[match["weekday"].lower()] - today.weekday()) % 7
    days = (ahead - 7 if ahead else 0) - 7 if match["way"] in scene.words.back else ahead + 7
    return scene.period(match, shifted("day", today, days), "day")


def read_weekend(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "the weekend": the last one, or the coming one when the clause looks ahead."""
    today = scene.anchor
    if today is None:
        return scene.mention(match, None, "weekend")
    is_future = scene.is_future(match)
    if is_future is None and scene.words.present_is_ahead:
        return scene.mention(match, None, "weekend")
    return scene.period(match, shifted("weekend", today, 0 if is_future or today.weekday() >= 5 else -1), "weekend")


def read_shift_month(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "last October", "next May", and "last Oct. 23": the nearest before or after this month."""
    today = scene.anchor
    month = scene.words.months[match["month"].rstrip(".").lower()]
    shift = _shift(scene, match)
    unit: Unit = "day" if match["day"] else "month"
    if today is None or not 1 < today.year < 9999:
        return scene.mention(match, None, unit)
    apart = (month - today.month) * shift % 12
    is_same_year = (month - today.month) * shift > 0
    if is_same_year and not match["also"] and not match["day"] and apart in _NEXT_DOOR:
        return scene.mention(match, None, unit)
    year = today.year + (shift if shift and (month >= today.month if shift < 0 else month <= today.month) else 0)
    try:
        day = date(year, month, int(match["day"] or 1))
    except ValueError:
        return scene.mention(match, None, unit)
    return scene.period(match, Period(unit, day), unit)


_NEXT_DOOR: Final = (1, 2)
"""Months: "last April", said in May, may be that of the year before, and "next June" that of the year after."""


def read_part_of_unit(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the end of the year", "earlier in the week", "the beginning of next month" as the whole of it."""
    unit = cast(Unit, scene.words.units[match["unit"].lower()])
    if match["shift"]:
        return scene.period(match, shifted(unit, scene.anchor, scene.words.shifts[match["shift"].lower()]), unit)
    if scene.is_history or match["same"].lower() in scene.words.pointing:
        last = scene.near(match.start())
        return scene.period(match, shifted(unit, last.first, 0) if last else None, unit)
    return scene.period(match, _this_or_that(scene, match, unit), unit)


def _this_or_that(scene: Scene, match: re.Match[str], unit: Unit) -> Period | None:
    """Return the present unit; none when the clause tells of the end of a year that has only begun."""
    if scene.anchor is None:
        return None
    is_end = scene.words.end_part.match(match[0]) is not None
    has_begun = unit in ("year", "month") and (scene.anchor.month if unit == "year" else scene.anchor.day) <= 2
    if is_end and has_begun and scene.is_future(match) is False:
        return None
    return shifted(unit, scene.anchor, 0)


def read_year_end(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "year-end", "the year's end", "mid-year" and "year-end 1989"."""
    if match["year"]:
        return scene.mention(match, match["year"], "year")
    unit = cast(Unit, scene.words.units[(match["unit"] or match["unit_b"] or match["unit_c"]).lower()])
    last = scene.near(match.start())
    period = _this_or_that(scene, match, unit)
    if scene.is_history:
        period = shifted(unit, last.first, 0) if last else None
    return scene.period(match, period, unit)


def read_week_of(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the week of March 6": the week that the day lies in."""
    month = scene.words.months[(match["month"] or match["month_b"]).rstrip(".").lower()]
    number = int(match["day"] or match["day_b"])
    today = scene.base
    years = [int(match["year"])] if match["year"] else range(today.year - 1, today.year + 2) if today else []
    days = []
    for year in years:
        try:
            days.append(Period("day", date(year, month, number)))
        except ValueError:
            continue
    if match["year"]:
        week = period_of("week", days[0].first) if days else None
        return scene.mention(match, week.edtf if week else None, "week")
    day = choose(scene, match, days)
    return scene.period(match, shifted("week", day.first, 0) if day else None, "week")


def read_weekday_night(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "Nacht zum Montag": it begins on the day before."""
    period = _weekday(scene, match, scene.words.weekdays[match["weekday"].lower()])
    first = shifted("day", period.first, -1) if period else None
    edtf = f"{first.edtf}/{period.edtf}" if first and period else None
    return scene.mention(match, edtf, "range", basis="anchored")


def count_of(scene: Scene, text: str) -> int:
    """Return the number that digits or words such as "twenty-five" are."""
    return int(text) if text.isdigit() else sum(scene.words.numbers[w] for w in text.lower().replace("-", " ").split())


def ago(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "two years ago" and "a week from now", at the fineness of its unit; "several years ago" has no value."""
    unit, is_back = scene.words.units[match["unit"].lower()], match["way"].lower() in scene.words.back
    if unit == "hour":
        # Its day depends on the hour of publication.
        return scene.mention(match, None, "time")
    if match["count"] is None:
        return scene.mention(match, None, "past" if is_back else "future")
    number = count_of(scene, match["count"]) * (-1 if is_back else 1)
    unit, number = ("week", number * 2) if unit == "fortnight" else (unit, number)
    doubt = "~" if match["about"] or unit in ("decade", "century") else ""
    if unit in ("decade", "century"):
        # "A decade ago" counts ten years rather than naming the decade before this one.
        unit, number = "year", number * (10 if unit == "decade" else 100)
    return scene.period(match, shifted(cast(Unit, unit), scene.anchor, number), cast(Granularity, unit), doubt)
