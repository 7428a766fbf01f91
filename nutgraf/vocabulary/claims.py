"""What stands around a number or a name in a claim, as tables: units, comparisons, directions, short names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CURRENCY_SIGNS: Final[Mapping[str, str]] = {
    "$": "$",
    "£": "£",
    "€": "€",
    "¥": "¥",
    "₹": "₹",
    "₩": "₩",
    "₦": "₦",
    "₽": "₽",
}
"""To the unit; all dollars are one, since a text says once whose they are."""

CURRENCY_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("dollar", "dollars", "usd"), "$"),
    **dict.fromkeys(("euro", "euros", "eur"), "€"),
    **dict.fromkeys(("pound", "pounds", "sterling", "gbp"), "£"),
    **dict.fromkeys(("yen", "yuan", "renminbi"), "¥"),
    **dict.fromkeys(("rupee", "rupees"), "₹"),
    **dict.fromkeys(("won",), "₩"),
    **dict.fromkeys(("rouble", "roubles", "ruble", "rubles"), "₽"),
}
"""Behind a number; some are words besides: `pounds` are a weight too, and `won` a verb."""

CURRENCY_BEFORE: Final[Mapping[str, str]] = {
    **CURRENCY_SIGNS, "rs": "₹", "inr": "₹", "usd": "$", "eur": "€", "gbp": "£", "aud": "$", "cad": "$",
}  # fmt: skip
"""In front of a number."""

CENTS: Final[Mapping[str, str]] = {"cent": "$", "cents": "$", "pence": "£", "penny": "£", "p": "£"}
"""Of which a hundred make one."""

BEFORE_MONTH: Final = _words(
    "in since until till by of last next early late mid this from to between during through before after every each and"
)
"""In front of "March" and the like they make a month of it."""

ORDINAL_ENDS: Final = _words("st nd rd th")

FRACTIONS: Final[Mapping[str, int]] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
"""Parts of one, by how many make it."""

VAGUE: Final[Mapping[str, int]] = {
    "dozens": 12, "scores": 20, "hundreds": 10**2, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
"""Numbers without a figure: at least so many."""

SAID_OTHERWISE: Final[Mapping[str, int]] = {
    "both": 2, "pair": 2, "couple": 2, "twice": 2, "double": 2, "doubled": 2, "twins": 2, "twin": 2, "duo": 2, "two-time": 2,
    "trio": 3, "triple": 3, "tripled": 3, "triplets": 3, "thrice": 3, "quartet": 4, "quadruple": 4, "fortnight": 2,
    "decade": 10, "decades": 10, "century": 100, "centenary": 100, "bicentenary": 200, "semifinal": 4,
}  # fmt: skip
"""Words of a body that a claim may put in figures."""

TIME_WORDS: Final[Mapping[str, tuple[str, float]]] = {
    **dict.fromkeys(("minute", "minutes"), ("min", 1)), **dict.fromkeys(("hour", "hours"), ("min", 60)),
    **dict.fromkeys(("day", "days"), ("min", 1440)), **dict.fromkeys(("week", "weeks"), ("min", 7 * 1440)),
    **dict.fromkeys(("fortnight", "fortnights"), ("min", 14 * 1440)), **dict.fromkeys(("month", "months"), ("mon", 1)),
    **dict.fromkeys(("year", "years"), ("mon", 12)), **dict.fromkeys(("decade", "decades"), ("mon", 120)),
    **dict.fromkeys(("century", "centuries"), ("mon", 1200)),
}  # fmt: skip
"""Lengths of time: the unit in which they are compared, and how many of it each is."""

RELATIVE: Final = _words("last next this previous following coming past same that")
"""In front of `year`: which one depends on the day."""

RELATIVE_BEHIND: Final = _words("ago earlier later before after")
"""Behind `years`: which one depends on the day."""

SEASONS: Final = _words(
    """
    spring summer autumn fall winter springtime christmas easter thanksgiving ramadan eid halloween eve passover diwali
    midsummer midwinter mid-summer
    """
)
"""Parts of the year, and days that have names."""

DAYS_FROM_NOW: Final = _words("today today's tonight yesterday yesterday's tomorrow tomorrow's")
"""Days without a name."""

MEASURES: Final[Mapping[str, tuple[str, float]]] = {
    **dict.fromkeys(("mm", "millimetres", "millimeters"), ("length", 0.001)),
    **dict.fromkeys(("cm", "centimetre", "centimetres", "centimeter", "centimeters"), ("length", 0.01)),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), ("length", 1)),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), ("length", 1000)),
    **dict.fromkeys(("inch", "inches"), ("length", 0.0254)), **dict.fromkeys(("foot", "feet", "ft"), ("length", 0.3048)),
    **dict.fromkeys(("yard", "yards"), ("length", 0.9144)), **dict.fromkeys(("mile", "miles"), ("length", 1609.344)),
    **dict.fromkeys(("gram", "grams", "grammes"), ("weight", 0.001)),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogram", "kilograms"), ("weight", 1)),
    **dict.fromkeys(("tonne", "tonnes"), ("weight", 1000)), **dict.fromkeys(("ton", "tons"), ("weight", 907.18)),
    **dict.fromkeys(("pound", "pounds", "lb", "lbs"), ("weight", 0.45359)), **dict.fromkeys(("oz", "ounce", "ounces"), ("weight", 0.02835)),
    **dict.fromkeys(("acre", "acres"), ("area", 0.4047)), **dict.fromkeys(("hectare", "hectares"), ("area", 1)),
    **dict.fromkeys(("litre", "litres", "liter", "liters"), ("volume", 1)), **dict.fromkeys(("gallon", "gallons"), ("volume", 3.785)),
    **dict.fromkeys(("mph",), ("speed", 1.609)), **dict.fromkeys(("kph", "kmh"), ("speed", 1)),
}  # fmt: skip
"""Measures: of what, and how many of the plainest unit of it each is."""

PERSONS: Final[Mapping[str, tuple[str, float]]] = {
    **dict.fromkeys(("man", "men"), ("person", 1)), **dict.fromkeys(("woman", "women"), ("person", 2)),
    **dict.fromkeys(("boy", "boys"), ("person", 3)), **dict.fromkeys(("girl", "girls"), ("person", 4)),
}  # fmt: skip
"""Persons, apart by a number each that means nothing."""

ROMAN: Final[Mapping[str, int]] = {
    "II": 2,
    "III": 3,
    "IV": 4,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "XI": 11,
    "XII": 12,
}
"""Numbers of kings and wars; those of one letter are more often an initial."""

MORE: Final = (
    "more than", "greater than", "larger than", "higher than", "over", "at least", "above", "exceeding", "exceeded",
    "upwards of", "no fewer than", "no less than", "not less than", "in excess of", "topping", "surpassing", "beyond", "well over",
    "longer than", "older than", "minimum of",
)  # fmt: skip
"""In front of a number: what counts is so many or more."""

LESS: Final = (
    "less than", "fewer than", "smaller than", "lower than", "under", "below", "nearly", "almost", "up to", "at most",
    "no more than", "not more than", "no greater than", "just short of", "close to", "as many as", "as much as", "a maximum of",
    "shy of", "younger than", "shorter than", "not quite",
)  # fmt: skip
"""In front of a number: so many or fewer."""

ABOUT: Final = (
    "about", "around", "roughly", "approximately", "some", "circa", "an estimated", "estimated", "something like", "or so",
)  # fmt: skip
"""In front of a number: it is not exact."""

MORE_BEHIND: Final = _words("+ plus")
"""Right behind a number; so does `or more`."""

ROSE: Final = _words(
    """
    rose rises risen climbs climbed grew grows grown increases increased jumps jumped surges surged soars soared rallied
    rebounded swelled
    """
)
"""Verbs that what is in front of them became more."""

RISE: Final = ROSE | _words(
    """
    rise rising climb climbing gain gains gained gaining grow growing growth increase increasing jump jumping surge surging
    soar soaring up higher hike hiked raise raised raises raising expand expanded expansion leap leapt rally doubled tripled
    rebound swell swollen
    """
)
"""Words that something became more."""

FELL: Final = _words(
    """
    fell falls fallen drops dropped declines declined decreases decreased slipped slid sank slumped plunged plummeted tumbled
    shrank shrunk dipped
    """
)
"""Verbs that what is in front of them became less."""

FALL: Final = FELL | _words(
    """
    fall falling drop dropping decline declining decrease decreasing slip slips slide slides sink sunk slump slumps plunge
    plunges plunging plummet plummets tumble tumbles cut cuts cutting down lower lowered reduce reduces reduced reducing
    reduction shrink shrinks shrinking contract contracted contraction halved dip dips
    """
)
"""Words that something became less."""
