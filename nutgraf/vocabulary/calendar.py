"""The words of the calendar in English news, and those beside a number that tell a year from a count, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTH_NAMES: Final[tuple[str, ...]] = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""In order; the month n stands at n - 1."""

MONTHS: Final[Mapping[str, int]] = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    "sept": 9,
}
"""Lower-case full names and abbreviations, without dot; 1 to 12."""

PLAIN_MONTHS: Final[frozenset[str]] = _words("January February July September October November December")
"""Nothing else in English news: the others are verbs or names too, and want a preposition when they stand alone."""

WEEKDAY_NAMES: Final[tuple[str, ...]] = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
"""In order; numbered as date.weekday() does, from Monday = 0."""

WEEKDAYS: Final[Mapping[str, int]] = {
    **{name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
"""Lower-case full names and abbreviations, without dot; "sun" and "sat" are words too, so an abbreviation
needs a date beside it."""

NAMED_DAYS: Final[frozenset[str]] = _words(
    """
    Black Cyber Good Easter Ash Palm Holy Maundy Super Bloody Giving Sheffield Whit Shrove Big Ruby Fat Taco Spy Man
    Freaky Casual Throwback Bowl Joe Girl It's It’s Blue Small
    """
)
"""Before a weekday they make a name of it."""

NEWSPAPERS: Final[frozenset[str]] = _words(
    "Times Telegraph Mirror Express Mail World Post Tribune Herald Star Night Evening Morning Sun Scotland"
)
"""After a weekday they make a name of it, and in front of "on Sunday"."""

STREETS: Final[frozenset[str]] = _words(
    "Street St Road Rd Avenue Ave Lane Drive Close Place Square Court Terrace Crescent Gardens Way Boulevard Row"
)
"""After "12 March" they make an address of it."""

CHANGES: Final[frozenset[str]] = _words(
    """
    rose rise rises risen fell fall falls fallen grew grow grows grown climbed climb jumped jump dropped drop slid slipped
    dipped sank soared surged increased increase decreased decrease declined decline doubled tripled shrank swelled went
    cut reduced raised reached hit exceeded topped
    """
)
"""Verbs of growth: "from 1500 to 2000" behind one is as well a pair of counts; in lower case."""

MEASURES: Final[frozenset[str]] = _words(
    """
    cost costs weighs weigh seats seat holds hold ranges range ranged varies vary paid pays scored sold totalled totaled
    numbered numbers numbering counted won pop pop. worth are were employs employed drew
    """
)
"""Words of amounts, which a count follows, or a pair of them with "between"; in lower case."""

SEASON_NAMES: Final[Mapping[int, str]] = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""By their EDTF number."""

PART_NAMES: Final[Mapping[int, str]] = {
    33: "first quarter",
    34: "second quarter",
    35: "third quarter",
    36: "fourth quarter",
    40: "first half",
    41: "second half",
}
"""Quarters and halves by their EDTF number."""

SEASONS: Final[Mapping[str, int]] = {**{name: number for number, name in SEASON_NAMES.items()}, "fall": 23}
"""To their EDTF number; "spring" and "fall" are verbs too."""

NUMBER_WORDS: Final[Mapping[str, int]] = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
"""Counts before a unit of time; "twenty-five" is the sum of its parts."""

VAGUE_COUNTS: Final[tuple[str, ...]] = ("a few", "several", "some", "a couple of", "many", "dozens of")
"""Counts without a number."""

ORDINALS: Final[Mapping[str, int]] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}
"""Of centuries, quarters and halves."""

IN_TIME: Final[frozenset[str]] = _words("in since during until till throughout circa early late mid year")
"""Before a number of four digits they make it a year, whatever it is."""

BEFORE_YEAR: Final[frozenset[str]] = IN_TIME | _words(
    """
    by from before after of between and or to through the a an this that these those its his her their our my
    around about for on with as than but also year years only again back even both beyond within
    """
)
"""A capital does not make a name of them, so that "After 2010" is no "Boeing 1947"."""

NO_YEAR_BEFORE: Final[frozenset[str]] = _words(
    """
    at about around over nearly almost approximately roughly some than least most exactly only under no number nos
    flight route room page section article resolution channel gate unit lot platform model version highway error
    usd eur gbp rs rs. us$ a$ c$ hk$ nz$ $ £ € ¥ ₹ no. nos. x another
    """
)
"""Before a number of four digits they make it a count, a price or a name; in lower case."""

COUNT_HEADS: Final[frozenset[str]] = _words(
    """
    total number crowd force population average record maximum minimum team group fleet staff capacity price range
    average excess fine army garrison workforce audience rate sum tally toll hundreds thousands
    """
)
"""Before "of 2000" they make it a count."""

COUNTED_NOUNS: Final[frozenset[str]] = _words(
    """
    people persons troops soldiers men women children boys girls students pupils teachers workers employees jobs staff
    members residents citizens civilians migrants refugees voters votes seats delegates officers police firefighters
    fighters rebels militants prisoners detainees hostages protesters demonstrators supporters fans spectators guests
    passengers patients doctors nurses deaths dead injured wounded killed casualties victims cases infections doses
    arrests homes houses buildings families households schools hospitals businesses companies firms farms shops cars
    vehicles buses trucks trains flights planes aircraft ships boats tanks missiles rockets drones bombs shells guns
    rounds bodies animals cattle sheep birds trees plants species shares stocks points dollars euros pounds pesos
    rupees yen yuan francs roubles rubles cents percent per pc miles mile kilometres kilometers km metres meters m
    feet foot ft inches yards acres hectares ha square tonnes tons tonne ton kg kilograms kilos grams litres liters
    barrels bushels gallons megawatts mw kw gw kwh hp calories degrees hours hour hrs minutes seconds days weeks
    months years gmt utc est edt bst cet a.m. p.m. am pm o'clock local copies pages words items units pieces times
    others more souls lives hundred thousand million billion trillion dozen m. bn were are had have
    """
)
"""After a number they make it a count, a measure or a time of day; in lower case."""

GENERAL_BEFORE: Final[frozenset[str]] = _words("of better brighter usa every each ago")
"""Before "today" or "tomorrow" they make it no day: "the leaders of tomorrow", "a year ago today"; in lower case."""
