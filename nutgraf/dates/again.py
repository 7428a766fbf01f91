"""Readers of dates that start from the last one in the text: that day, the following month, two years later.

Without an anchor nothing is resolved, and neither is what stands too far from its date, or is finer than it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from nutgraf.dates.mention import DateMention, Granularity
from nutgraf.dates.periods import FINENESS, Period, Unit
from nutgraf.dates.relative import ago, count_of, shifted
from nutgraf.dates.scene import Scene


def _from_last(scene: Scene, start: int, unit: Unit, count: int) -> Period | None:
    """Return the period `count` units from the last date; None when that is coarser than `unit`."""
    last = scene.near(start)
    if last is None or FINENESS.index(last.unit) > FINENESS.index(unit):
        return None
    return shifted(unit, last.first, count)


def read_same(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "that day", "the same month", "the following year", "the next morning"."""
    words = scene.words
    word = match["unit"].lower()
    unit = words.units[word]
    is_part_of_day = unit == "day" and word in words.parts_of_day
    if unit == "fortnight":
        return None
    count = 0 if match["that"] else words.anaphors[match["anaphor"].lower()]
    if match["anaphor"] in words.neighbours and unit != "day" and not scene.is_history:
        return scene.mention(match, None, "duration")
    if word in words.seasons:
        return scene.period(match, _season(scene, match.start(), word, count), "season")
    period = _from_last(scene, match.start(), cast(Unit, unit), count)
    return scene.period(match, period, "time" if is_part_of_day else cast(Granularity, unit))


def _season(scene: Scene, start: int, word: str, count: int) -> Period | None:
    last = scene.near(start)
    if last is None:
        return None
    month = {21: 3, 22: 6, 23: 9, 24: 12}[scene.words.seasons[word]]
    found = Period("season", date(last.first.year, month, 1))
    if count > 0 and found.first <= last.first:
        return found.shifted(4)
    return found.shifted(-4) if count < 0 and found.last >= last.first else found


def read_nth(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "on the 14th" of a history by the month of the last date, or the month after when that day is past."""
    last, number = scene.near(match.start()), int(match["day"])
    if not scene.is_history or last is None or last.unit not in ("day", "month"):
        return None
    month = shifted("month", last.first, 1 if last.unit == "day" and number < last.first.day else 0)
    try:
        return scene.period(match, Period("day", month.first.replace(day=number)) if month else None, "day")
    except ValueError:
        return None


def read_beside(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the day after" and "the year before", counted from the last date."""
    unit = cast(Unit, scene.words.units[match["unit"].lower()])
    count = scene.words.sides[match["beside"].lower()]
    period = _from_last(scene, match.start(), unit, count)
    return scene.period(match, period, unit)


def read_count(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "two years ago" from today, and "two years later" from the last date."""
    return ago(scene, match) if match["way"].lower().split()[0] in scene.words.to_now else _later(scene, match)


def read_count_ahead(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "in zwei Wochen" where the clause looks ahead; else it is how long something took."""
    return ago(scene, match) if scene.is_future(match) else None


def _later(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "three days later" from the last date, and "a year earlier" also from the present year."""
    unit = scene.words.units[match["unit"].lower()]
    is_back = match["way"] in scene.words.back
    if match["way"] in scene.words.hanging and not re.match(r"\s*[.,;)]", scene.text[match.end() :][:3]):
        return None
    if unit == "hour" or match["count"] is None:
        return scene.mention(match, None, "time" if unit == "hour" else "past" if is_back else "")
    number = count_of(scene, match["count"]) * (-1 if is_back else 1)
    unit, number = ("week", number * 2) if unit == "fortnight" else (unit, number)
    if unit in ("decade", "century"):
        unit, number = "year", number * (10 if unit == "decade" else 100)
    if _follows_range(scene):
        return scene.mention(match, None, cast(Granularity, unit))
    period = _from_last(scene, match.start(), cast(Unit, unit), number)
    if period is None and is_back and unit == "year" and not scene.is_history:
        period = shifted("year", scene.anchor, number)
    return scene.period(match, period, cast(Granularity, unit), "~" if match["about"] else "")


def _follows_range(scene: Scene) -> bool:
    """Tell whether the last two dates are rather the ends of one: nobody knows which of them counts."""
    return len(scene.found) > 1 and scene.found[-1].start - scene.found[-2].end <= len(" and ")


def read_year_ago(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the year-earlier period" as the year before the one reported on."""
    return scene.period(match, _year_before(scene, match.start()), "year")


def _year_before(scene: Scene, start: int) -> Period | None:
    return _from_last(scene, start, "year", -1) or shifted("year", scene.anchor, -1)


def read_quarter_again(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the quarter", "the latest quarter" and "the year-earlier quarter" by the last quarter told."""
    last = scene.recent.get("quarter")
    if match["ago"]:
        return scene.period(match, shifted("quarter", last.first, -4) if last else None, "quarter")
    if scene.words.shifts.get(match["which"]) == 0:
        return scene.period(match, shifted("quarter", scene.base, 0), "quarter")
    if not scene.is_business or (last is None and not match["which"]):
        return None
    return scene.period(match, None if _is_of_another_year(scene, match.start()) else last, "quarter")


def _is_of_another_year(scene: Scene, start: int) -> bool:
    """Tell whether the date before, in the same sentence, compares: "a year earlier, it had a loss in the quarter"."""
    before = scene.found[-1] if scene.found else None
    is_comparing = before is not None and before.rule in ("count", "year-ago", "same-ago")
    return is_comparing and not scene.words.sentence_end.search(scene.text, scene.end, start)


def read_same_ago(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the same quarter last year" and "the year-earlier month of 1988": the last one, in the year told."""
    unit = cast(Unit, scene.words.units[match["unit"].lower()])
    last = scene.recent.get(unit)
    if last is None or scene.anchor is None:
        return scene.mention(match, None, unit)
    year = int(match["year"]) if match["year"] else last.first.year - 1
    if scene.words.shifts.get(match["ago"].lower().split()[0]) == -1:
        year = scene.anchor.year - 1
    try:
        return scene.period(match, Period(unit, last.first.replace(year=year)), unit)
    except ValueError:
        return scene.mention(match, None, unit)


def read_vague(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read words without a place in the calendar: now, currently, recently, the future."""
    word = " ".join(match["vague"].lower().split())
    after = re.match(r"\s+([a-z]+)", scene.text[match.end() :][:20])
    # "the past week" is a span, and "the past president" a man.
    if word in scene.words.vague_nouns and after and after[1] not in scene.words.function_words:
        return None
    return scene.mention(match, None, cast(Granularity, scene.words.vague[word]))


def read_vague_ago(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "years ago" and "weeks earlier"."""
    return scene.mention(match, None, "past" if match["way"] in scene.words.back else "")


def read_duration(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the past two weeks": a span, of which nobody says where it ends; "it may last two weeks" is none."""
    word, before = match[0].split()[0].lower(), scene.word_before(match.start()).lower()
    is_verb = word in scene.words.span_verbs and before not in scene.words.before_span
    if is_verb:
        return None
    return scene.mention(match, None, "duration")
