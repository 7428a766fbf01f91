"""Readers of seasons, quarters, halves, fiscal years, decades, centuries, holidays and years in words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, cast

from nutgraf.dates.choice import choose
from nutgraf.dates.mention import DateMention
from nutgraf.dates.periods import Period, Unit
from nutgraf.dates.scene import Scene

_LATELY: Final = timedelta(days=92)
"""After its end a quarter is still reported on, and its name may mean it."""


def read_season_year(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the summer of 2024", and "the winter of 1985-86" as that of its December; no other season has two years."""
    number = scene.words.seasons[match["season"].lower()]
    if match["winter"]:
        return scene.mention(match, f"{match['winter']}-24" if number == 24 else None, "season")
    if scene.is_counted(match.end()):
        return None
    return scene.mention(match, f"{match['year']}-{number}", "season")


def seasons(scene: Scene, word: str, today: date | None) -> list[Period]:
    """Return the seasons of that name around `today`."""
    month = {21: 3, 22: 6, 23: 9, 24: 12}[scene.words.seasons[word.lower()]]
    if today is None or not 3 <= today.year <= 9996:
        return []
    return [Period("season", date(year, month, 1)) for year in range(today.year - 2, today.year + 2)]


def read_season(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "in the spring", which takes its year from the tense; "the fall of the house" is none."""
    before, is_definite = scene.word_before(match.start()).lower(), match[0].lower() != match["season"].lower()
    if before not in (scene.words.season_prepositions if is_definite else scene.words.time_prepositions):
        return None
    # "In the winter it snows" tells of no winter in particular.
    if not scene.is_history and scene.is_future(match) is None:
        return None
    shared = scene.words.shared_season.match(scene.text, match.end())
    if shared:
        return scene.mention(match, f"{shared['year']}-{scene.words.seasons[match['season'].lower()]}", "season")
    candidates = seasons(scene, match["season"], scene.base)
    if scene.base and not scene.is_history and scene.is_future(match) and is_just_over(candidates, scene.base):
        return scene.mention(match, None, "season")
    return scene.period(match, choose(scene, match, candidates), "season")


def is_just_over(candidates: list[Period], today: date) -> bool:
    """Tell whether one of the periods ended so lately that a plan told today may still be of it."""
    return any(timedelta() < today - period.last <= _LATELY for period in candidates)


def read_year_of_part(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "the last quarter of 2024" and "the final half of 2024"."""
    unit = cast(Unit, scene.words.units[match["part"].lower()])
    return scene.mention(match, _quarter(unit, int(match["year"]), 4 if unit == "quarter" else 2).edtf, unit)


def read_quarter(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the third quarter", "third-quarter", "the first half of 2024", "last year's fourth quarter".

    A fiscal quarter has no value, since only who reports knows where the year begins. Without a year it takes the
    newest that has begun, or the next when the clause looks ahead, and only in a text of business.
    """
    unit = cast(Unit, scene.words.units[match["part"].lower()])
    number = scene.words.ordinals[match["ordinal"].lower()]
    if number > (4 if unit == "quarter" else 2):
        return None
    year = match["year"] or match["lead_year"]
    if any(match[group] for group in ("fiscal", "fiscal_b", "fiscal_c", "fiscal_d")):
        return scene.mention(match, None, unit)
    if year:
        return scene.mention(match, _quarter(unit, int(year), number).edtf, unit)
    has_year = match["shift"] or match["anaphor"] or match["lead_shift"] or match["same"]
    if not has_year and not scene.is_business:
        return None
    return scene.period(match, _quarter_of(scene, match, unit, number), unit)


def _quarter_of(scene: Scene, match: re.Match[str], unit: Unit, number: int) -> Period | None:
    """Return the quarter or half that is meant when its year is not written out."""
    today = scene.base
    if today is None or not 1 < today.year < 9999:
        return None
    shift = match["shift"] or match["lead_shift"]
    if shift:
        return _quarter(unit, today.year + scene.words.shifts[shift.lower()], number)
    if match["anaphor"]:
        year = (
            scene.last.first.year + scene.words.anaphors[match["anaphor"].lower().split()[-1]] if scene.last else None
        )
        return _quarter(unit, year, number) if year else None
    candidates = [_quarter(unit, today.year + offset, number) for offset in (-1, 0, 1)]
    if scene.is_history:
        return choose(scene, match, candidates)
    # "Fourth-quarter earnings will be out in April" are those of a quarter that is over.
    if scene.is_future(match) and "-" not in match[0]:
        # Who announces in July what the second quarter will show means the one that is over; who plans means the next.
        if is_just_over(candidates, today):
            return None
        return next(period for period in candidates if period.last >= today)
    begun = next(period for period in reversed(candidates) if period.first <= today)
    # What is told of a quarter that is not over is told of a fiscal one.
    return None if begun.last >= today and scene.is_future(match) is False else begun


def _quarter(unit: Unit, year: int, number: int) -> Period:
    return Period(unit, date(year, (number - 1) * (3 if unit == "quarter" else 6) + 1, 1))


def read_quarter_short(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read Q3 2024, 2024 Q3 and H1 2024; without a year they have no value."""
    year, number = match["year"] or match["lead_year"], int(match["number"])
    unit = cast(Unit, scene.words.units[match["kind"].lower()])
    if unit == "half" and (number > 2 or not year):
        return None
    if year:
        return scene.mention(match, _quarter(unit, int(year), number).edtf, unit)
    return scene.period(match, _last_begun(scene, unit, number), unit) if scene.is_business else None


def _last_begun(scene: Scene, unit: Unit, number: int) -> Period | None:
    today = scene.base
    if today is None or today.year < 2:
        return None
    this, before = _quarter(unit, today.year, number), _quarter(unit, today.year - 1, number)
    return this if this.first <= today else before


def read_fiscal_year(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "fiscal 2024": it shares months with that year, but which is for who reports it to say."""
    return scene.mention(match, None, "year")


def read_unresolved_year(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read what is a year that nobody can place: "the current fiscal year", "218 BC"."""
    return scene.mention(match, None, "year")


def read_decade(scene: Scene, match: re.Match[str]) -> DateMention:
    """Read "the 1990s", and "the '90s" by the anchor; "the 1900s" may be a century."""
    if match["short"]:
        return _short_decade(scene, match, int(match["short"]))
    decade = match["decade"]
    if decade.endswith("0") and decade != "200":
        return scene.mention(match, None, "century")
    return scene.mention(match, f"{decade}X", "decade")


def _short_decade(scene: Scene, match: re.Match[str], digit: int) -> DateMention:
    """Return the last decade of that digit that has begun; none when the text may mean this or the last century."""
    if scene.anchor is None or scene.anchor.year < 200:
        return scene.mention(match, None, "decade")
    decade = scene.anchor.year // 100 * 10 + digit
    if decade * 10 > scene.anchor.year:
        decade -= 10
    # "The twenties" are those of the last century for as long as they are young.
    is_certain = decade != scene.anchor.year // 10 or digit > 2
    return scene.mention(match, f"{decade:03}X" if is_certain else None, "decade", basis="anchored")


def read_decade_words(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the sixties"; "in his sixties" does not come here, as "the" leads the form."""
    return _short_decade(scene, match, scene.words.decades.index(match["word"].lower()))


def read_century(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "the 20th century"."""
    number = scene.words.ordinals.get(match["ordinal"].lower(), 0)
    return scene.mention(match, f"{number - 1:02}XX", "century") if 1 < number <= 21 else None


def read_spelled_year(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "nineteen ninety-eight" and "two thousand and four"."""
    numbers = scene.words.numbers
    before = scene.word_before(match.start()).lower()
    if scene.is_counted(match.end()) or (match["thousand"] and before not in scene.words.time_prepositions):
        return None
    if match["thousand"]:
        return scene.mention(match, f"{2000 + numbers[match['rest'].lower()]}", "year")
    head = numbers[match["head"].lower()] * 100
    rest = 0 if match["hundred"] else numbers[(match["tens"] or match["oh"]).lower()]
    if match["hundred"] and before not in scene.words.time_prepositions:
        return None
    return scene.mention(match, f"{head + rest + (numbers[match['ones']] if match['ones'] else 0)}", "year")


def read_year_word(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read a year in one word: "neunzehnhundertneunundachtzig"."""
    words = scene.words
    rest = match["rest"].lower().removeprefix(words.and_word) if words.and_word else match["rest"].lower()
    if rest and rest not in words.numbers:
        return None
    if not rest and scene.word_before(match.start()).lower() not in words.time_prepositions:
        return None
    year = words.year_heads[match["head"].lower()] + (words.numbers[rest] if rest else 0)
    return None if scene.is_counted(match.end()) else scene.mention(match, str(year), "year")


def read_holiday(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read a holiday that has its day in every year: "Thanksgiving", "Christmas Eve", "last Easter".

    A bare "Christmas" is as often a season of shops as a day, so that it wants a preposition or its year.
    """
    word = " ".join(match["holiday"].lower().replace("’", "'").split())
    recurs = scene.word_before(match.start()).lower() in scene.words.recurring
    recurs = recurs or scene.words.birth.search(scene.text, max(0, match.start() - 40), match.start()) is not None
    is_plain = word in scene.words.plain_holidays
    if recurs or not (match["shift"] or match["year"] or is_plain or _is_day(scene, match)):
        return None
    rule = scene.words.holidays[word]
    if match["year"]:
        return scene.mention(match, str(holiday(rule, int(match["year"]))), "day")
    today = scene.base
    if today is None or not 2 < today.year < 9998:
        return scene.mention(match, None, "day")
    days = [Period("day", holiday(rule, today.year + offset)) for offset in (-1, 0, 1)]
    if match["shift"] and scene.words.shifts[match["shift"].lower()]:
        is_next = scene.words.shifts[match["shift"].lower()] > 0
        fit = [d for d in days if (d.first > today if is_next else d.first < today)]
        return scene.period(match, fit[0] if is_next else fit[-1], "day")
    chosen = choose(scene, match, days)
    # The Fourth of July of a text of May is as well no day in particular.
    is_far = chosen is not None and not scene.is_history and abs((chosen.first - today).days) > _FAR
    return scene.period(match, None if is_far else chosen, "day")


_FAR = 200
"""Days."""


def _is_day(scene: Scene, match: re.Match[str]) -> bool:
    """Tell whether a holiday of one word is a day: not in "Easter eggs"."""
    before = scene.word_before(match.start()).lower()
    after = re.match(r"\s([a-z]+)", scene.text[match.end() :][:15])
    is_led = before in scene.words.holiday_prepositions
    return is_led and (after is None or after[1] in scene.words.function_words)


def holiday(rule: str, year: int) -> date:
    """Return the day of a holiday in `year` by its rule, as nutgraf.vocabulary.date_words describes them."""
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.split()[1]))
    if "-" in rule.split()[0]:
        month, day = map(int, rule.split("-"))
        return date(year, month, day)
    month_text, weekday, nth, *after = rule.split()
    month, number = int(month_text), int(nth)
    weekdays = [day for day in _days_of_month(year, month) if day.strftime("%w") == str(_WEEKDAY_CODES[weekday])]
    found = weekdays[number if number < 0 else number - 1]
    # Election Day is the Tuesday after the first Monday, so never the first of the month.
    if after and found.day == 1:
        found = weekdays[1]
    return found


_WEEKDAY_CODES = {"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}


def _days_of_month(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    return [day for n in range(31) if (day := first + timedelta(days=n)).month == month]


def _easter(year: int) -> date:
    """Return the western Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    lap = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * lap) // 451
    month, day = divmod(h + lap - 7 * m + 114, 31)
    return date(year, month, day + 1)
