"""The forms that dates take in English news, as tables and compiled patterns; nutgraf.dates says what each means.

The names of the groups are what the readers know; a second language brings patterns with the same groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from nutgraf.vocabulary import calendar
from nutgraf.vocabulary.calendar import MONTH_NAMES, MONTHS, NUMBER_WORDS, ORDINALS, SEASONS, WEEKDAY_NAMES, WEEKDAYS
from nutgraf.vocabulary.date_words import DateWords
from nutgraf.vocabulary.dates_in_digits import ISO_DAY, NUMERIC


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(words: Iterable[str]) -> str:
    """Return an alternation of `words`, the longest first so that none hides another."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _cased(words: Iterable[str]) -> str:
    """Return an alternation of `words` as they stand in copy and in capitals; never in lower case ("may")."""
    return _any({form for word in words for form in (word.title(), word.upper())})


_UNITS: Final = {
    **{unit: unit for unit in ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")},
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "night": "day",
    **dict.fromkeys(SEASONS, "season"),
    "fortnight": "fortnight",
    **dict.fromkeys(("hour", "minute", "second"), "hour"),
}
_SHIFTS: Final = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1, "current": 0}
_ANAPHORS: Final = {
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "that": 0,
    "that same": 0,
    "the same": 0,
    "next": 1,
    "following": 1,
    "ensuing": 1,
    "subsequent": 1,
}
_DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last evening": -1,
    "tomorrow night": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
_VAGUE: Final = {
    **dict.fromkeys(("now", "right now", "currently", "current", "at present", "presently", "nowadays"), "present"),
    **dict.fromkeys(("at the moment", "these days", "present-day"), "present"),
    **dict.fromkeys(("recently", "lately", "the past"), "past"),
    **dict.fromkeys(("the recent past", "the distant past", "not long ago", "long ago"), "past"),
    **dict.fromkeys(("the future", "future", "the near future", "the foreseeable future"), "future"),
}
_HOLIDAYS: Final = {
    "new year's day": "1-1",
    "new year's eve": "12-31",
    "new year's": "1-1",
    "valentine's day": "2-14",
    "st. patrick's day": "3-17",
    "st patrick's day": "3-17",
    "may day": "5-1",
    "the fourth of july": "7-4",
    "fourth of july": "7-4",
    "july fourth": "7-4",
    "bastille day": "7-14",
    "halloween": "10-31",
    "veterans day": "11-11",
    "armistice day": "11-11",
    "remembrance day": "11-11",
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "christmas": "12-25",
    "boxing day": "12-26",
    "martin luther king day": "1 mon 3",
    "presidents day": "2 mon 3",
    "presidents' day": "2 mon 3",
    "memorial day": "5 mon -1",
    "father's day": "6 sun 3",
    "patriots' day": "4 mon 3",
    "labor day": "9 mon 1",
    "columbus day": "10 mon 2",
    "election day": "11 tue 1 +1",
    "thanksgiving day": "11 thu 4",
    "thanksgiving": "11 thu 4",
    "ash wednesday": "easter -46",
    "palm sunday": "easter -7",
    "maundy thursday": "easter -3",
    "good friday": "easter -2",
    "easter sunday": "easter 0",
    "easter": "easter 0",
    "easter monday": "easter 1",
    "whit sunday": "easter 49",
}

_GAP: Final = r"(?:[^\S\n]{1,3}\n?|\n)[^\S\n]{0,3}"
"""White space with at most one line break: no expression runs from one paragraph into the next."""

_SHORT_MONTHS = _cased(set(MONTHS) - {name.lower() for name in MONTH_NAMES})
_MONTH = rf"(?P<month>(?:{_cased(MONTH_NAMES)})\b|(?:{_SHORT_MONTHS})\b\.?)"
_MONTH_B = _MONTH.replace("<month>", "<month_b>")
_WEEKDAY = rf"(?:(?P<weekday>{_cased(WEEKDAYS)})\b\.?,?{_GAP})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_DAY_B = _DAY.replace("<day>", "<day_b>")
_YEAR = r"(?P<year>1\d{3}|20\d\d)(?![\d%°]|[.,:/]\d|-[A-Za-z])\b"
_OF = rf"(?:{_GAP}of)?{_GAP}"
_TO = rf"(?:\s?[-–—]\s?|{_GAP}(?:to|through|until){_GAP})"
_REL_YEAR = rf",?(?:{_GAP}of)?{_GAP}(?:(?P<shift>last|this|next)|(?P<anaphor>that|the{_GAP}same|the{_GAP}following|the{_GAP}previous)){_GAP}year\b"
_UNIT = _any(unit for unit, of in _UNITS.items() if of != "hour")
_COUNTED = {
    "second": "hour",
    "minute": "hour",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
_COUNTED_UNITS = rf"(?P<unit>{_any(_COUNTED)}|centurie)s?"
_NUMBER = _any(NUMBER_WORDS)
_COUNT = rf"(?P<count>\d{{1,3}}|(?:{_NUMBER})(?:[ -](?:{_NUMBER}))?)"
_VAGUE_COUNT = rf"(?P<several>{_any([*calendar.VAGUE_COUNTS, 'many', 'dozens of', 'hundreds of', 'a number of'])})"
_NEARLY = rf"(?:(?P<about>(?i:almost|nearly|about|around|roughly|some|more{_GAP}than|less{_GAP}than|over|just{_GAP}over|at{_GAP}least)){_GAP})?"
_ORDINAL = _any(ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th)"
_PART = rf"(?:(?i:early|earlier|late|later|mid){_GAP})?"
_THE_PART = rf"(?:(?i:the){_GAP}(?:(?:early|mid|late)(?:-|{_GAP}))?)?"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_TIME = rf"(?P<time>{_GAP}{_PART_OF_DAY})?"
_CLOCK = (
    r"(?:(?P<clock>\d{1,2}(?::\d\d)?\s?(?:[ap]\.m\.?|[AaPp][Mm])|(?i:noon|midnight)|\d{1,2}:\d\d)"
    rf"(?:{_GAP}[A-Z]{{2,4}})?,?{_GAP})?"
)

_OPEN = r"(?<![\w$£€¥₹#+.,:/–—-])"
"""What no day follows at once: a letter, a digit, a currency, the point of a decimal."""
_WORD = r"(?:(?<=mid-)|(?<=late-)|(?<=early-)|(?<![\w-]))"
_CLOSE = r"(?![\d%]|[.,:/-]\d|-[A-Za-z])"
"""What follows no date at once."""

_PART_WORD = r"(?P<part>quarter|half)"
_QUARTER_ORDINAL = r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))"
_NO_MATCH = rf"(?!-?finals?\b|{_GAP}(?:of{_GAP}(?:an?|the{_GAP}(?:game|match|season|century))\b|century|final|back|mile|hour|time)|-?(?:back|mile|hour|century|time|dozen))"

_FORMS: Final[dict[str, tuple[str, str]]] = {
    "day-month": (
        rf"{_OPEN}{_WEEKDAY}(?:the{_GAP}(?=\d+[a-z]+\b))?{_DAY}(?:{_TO}{_DAY_B})?"
        rf"(?:-|{_OF}){_MONTH}(?:(?:-|,?{_GAP}){_YEAR}|{_REL_YEAR})?{_CLOSE}",
        "day",
    ),
    "month-day": (
        rf"{_OPEN}{_WEEKDAY}{_MONTH}{_GAP}(?:the{_GAP})?{_DAY}(?:{_TO}{_DAY_B})?(?:,?{_GAP}{_YEAR}|{_REL_YEAR})?{_CLOSE}",
        "day",
    ),
    "days-of-two-months": (
        rf"{_OPEN}{_DAY}{_OF}{_MONTH}{_TO}{_DAY_B}{_OF}{_MONTH_B},?{_GAP}{_YEAR}",
        "two_months",
    ),
    "two-months-with-days": (
        rf"{_OPEN}{_MONTH}{_GAP}{_DAY}{_TO}{_MONTH_B}{_GAP}{_DAY_B},?{_GAP}{_YEAR}",
        "two_months",
    ),
    "two-months": (rf"{_WORD}{_MONTH}{_TO}{_MONTH_B}{_OF}{_YEAR}", "two_months"),
    "month-year": (rf"{_WORD}{_MONTH}(?:,|{_GAP}of)?{_GAP}{_YEAR}", "month_year"),
    "iso-day": (ISO_DAY, "iso_day"),
    "numeric": (NUMERIC, "numeric"),
    "day-of-list": (
        rf"{_OPEN}{_DAY}(?=,?{_GAP}(?:and|or){_GAP}\d{{1,2}}(?:st|nd|rd|th)?{_OF}{_MONTH}\b(?:,?{_GAP}{_YEAR})?)",
        "day_of_list",
    ),
    "and-day": (
        r"(?<=\d)(?:,?\s(?:and|or)\s)(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?![\d%]|[.,:/-]\d|-[A-Za-z])",
        "and_day",
    ),
    "season-year": (
        rf"(?:\b{_THE_PART}(?=\w+{_GAP}of\b))?\b(?P<season>(?i:{_any(SEASONS)})){_OF}(?:(?P<winter>1\d{{3}}|20\d\d)[-–/]\d\d(?:\d\d)?(?!\d)|{_YEAR})",
        "season_year",
    ),
    "year-of-part": (
        rf"\b(?:the{_GAP})?(?i:last|final)(?:-|{_GAP}){_PART_WORD}{_OF}{_YEAR}",
        "year_of_part",
    ),
    "quarter": (
        rf"\b(?:the{_GAP})?(?:(?P<lead_shift>(?i:last|this|next)){_GAP}year['’]s{_GAP}|(?P<lead_year>1\d{{3}}|20\d\d)(?:['’]s)?{_GAP})?"
        rf"(?P<fiscal>(?i:fiscal|financial)(?:-|{_GAP}))?{_QUARTER_ORDINAL}(?:-|{_GAP})(?P<fiscal_b>(?i:fiscal){_GAP})?"
        rf"{_PART_WORD}\b{_NO_MATCH}"
        rf"(?:,?(?:{_GAP}of)?(?:{_GAP}(?P<fiscal_c>(?i:fiscal)(?:{_GAP}year)?))?{_GAP}{_YEAR}"
        rf"|{_REL_YEAR}|{_GAP}of{_GAP}(?P<same>the{_GAP}(?:(?P<fiscal_d>fiscal){_GAP})?year)\b)?",
        "quarter",
    ),
    "quarter-short": (
        rf"\b(?:(?P<lead_year>1\d{{3}}|20\d\d){_GAP})?(?P<kind>[QH])(?P<number>[1-4])(?:(?:{_OF}|-){_YEAR})?\b(?!-|\d)",
        "quarter_short",
    ),
    "quarter-again": (
        rf"\b(?:(?:[Tt]he{_GAP})?(?P<ago>year-(?:ago|earlier|before)){_GAP}|[Tt]he{_GAP}(?:(?P<which>latest|current|(?:most{_GAP})?recent){_GAP})?)"
        rf"quarter\b{_NO_MATCH}",
        "quarter_again",
    ),
    "same-ago": (
        rf"\b[Tt]he{_GAP}(?:same|corresponding|comparable|like|equivalent|year-(?:ago|earlier)){_GAP}"
        rf"(?P<unit>quarter|month|week|half|day)"
        rf"(?:,?(?:{_GAP}of)?{_GAP}(?P<ago>last{_GAP}year|a{_GAP}year{_GAP}(?:ago|earlier|before)|the{_GAP}(?:year{_GAP}before|previous{_GAP}year|prior{_GAP}year)|one{_GAP}year{_GAP}(?:ago|earlier)|{_YEAR}))",
        "same_ago",
    ),
    "fiscal-year": (
        rf"\b(?:(?i:fiscal|financial)(?:{_GAP}year)?{_GAP}|FY(?:{_GAP})?)(?:(?P<year>1\d{{3}}|20\d\d)(?:[-/]\d\d)?|(?<=FY)\d\d)\b",
        "fiscal_year",
    ),
    "years": (
        r"(?<![\w$£€¥₹#+.,:/–—-])(?P<year>1\d{3}|20\d\d)(?P<sep>[-–/])(?P<last>(?:1\d|20)\d\d|\d\d)"
        r"(?![\d%]|[.,:/–-]\d|-?[A-Za-z])",
        "years",
    ),
    "decade": (
        rf"(?<![\w$£€¥₹]){_THE_PART}(?:(?P<decade>1\d\d|20\d)|['’‘](?P<short>\d))0['’]?s\b(?!\s+of\b)",
        "decade",
    ),
    "decade-words": (
        rf"\b[Tt]he{_GAP}(?:(?:early|mid|late)(?:-|{_GAP}))?(?P<word>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
        "decade_words",
    ),
    "century": (rf"\b{_THE_PART}(?P<ordinal>(?i:{_ORDINAL})){_GAP}[Cc]entury\b(?![-'’]|{_GAP}BCE?\b)", "century"),
    "year": (
        rf"(?:(?<=mid-)|(?<=late-)|(?<=early-)|(?<=pre-)|(?<=post-)|(?<![\w$£€¥₹#+.,:/–—'’\"“‘-])){_YEAR}(?![-–/]\d)",
        "year",
    ),
    "short-year": (r"(?<![\w'’‘])['’‘](?P<short>\d\d)\b(?!s\b|['’]|[.,]\d|-)", "short_year"),
    "year-bc": (rf"\b(?P<year>\d{{1,4}}){_GAP}(?:BCE?|B\.C\.)", "unresolved_year"),
    "spelled-year": (
        rf"\b(?P<head>(?i:eighteen|nineteen|twenty)){_GAP}(?:(?P<hundred>hundred)|(?P<tens>(?i:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))(?:[ -](?P<ones>one|two|three|four|five|six|seven|eight|nine))?|oh[ -](?P<oh>one|two|three|four|five|six|seven|eight|nine))\b"
        rf"|\b(?P<thousand>[Tt]wo{_GAP}thousand)(?:{_GAP}(?:and{_GAP})?(?P<rest>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))\b",
        "spelled_year",
    ),
    "today": (
        rf"\b(?:the{_GAP}day{_GAP}(?P<beside>before|after){_GAP})?(?P<day>(?i:yesterday|today|tomorrow)){_TIME}\b{_CLOSE}"
        rf"(?!{_GAP}(?:[Ss]how|[Pp]rogram))"
        rf"|\b(?P<part>(?i:tonight|last{_GAP}night|last{_GAP}evening|this{_GAP}(?:morning|afternoon|evening)))\b{_CLOSE}",
        "today",
    ),
    "shift": (
        rf"\b{_PART}(?P<shift>(?i:this|last|next|past|coming|current))(?:{_GAP}(?P<also>past|coming))?{_GAP}"
        rf"(?P<unit>(?i:{_UNIT}))\b{_CLOSE}(?!{_GAP}\d)",
        "shift",
    ),
    "shift-weekday": (
        rf"\b{_PART}(?P<shift>(?i:this|last|next|past|coming))(?:{_GAP}(?P<also>past|coming))?{_GAP}"
        rf"(?P<weekday>{_cased(WEEKDAY_NAMES)}){_TIME}\b{_CLOSE}",
        "shift_weekday",
    ),
    "shift-month": (
        rf"\b{_PART}(?P<shift>(?i:this|last|next|past|coming))(?:{_GAP}(?P<also>past|coming))?{_GAP}"
        rf"{_MONTH}(?:{_GAP}{_DAY})?{_CLOSE}(?!{_GAP}\d)",
        "shift_month",
    ),
    "part-of-unit": (
        rf"\b(?:(?i:the{_GAP})?(?i:end|beginning|start|middle|close|rest|remainder|(?:latter|later|early|first|second){_GAP}(?:part|half)){_GAP}of"
        rf"|(?i:earlier|later|early|late|sometime){_GAP}in){_GAP}(?:(?P<shift>this|last|next)|(?P<same>the|that)){_GAP}"
        rf"(?P<unit>week|month|year|decade|century)\b{_CLOSE}",
        "part_of_unit",
    ),
    "year-end": (
        rf"\b(?:the{_GAP})?(?:(?P<unit>(?i:year|month))(?:-|{_GAP})end|(?:the{_GAP})?(?P<unit_b>(?i:year|month))['’]s{_GAP}end|mid-?(?P<unit_c>year))\b(?:{_GAP}{_YEAR})?",
        "year_end",
    ),
    "week-of": (
        rf"\b(?:the{_GAP})?[Ww]eek{_GAP}of{_GAP}(?=(?:{_cased(MONTH_NAMES)}|{_SHORT_MONTHS})\b\.?{_GAP}\d|\d)(?:{_MONTH}{_GAP}{_DAY}|{_DAY_B}{_GAP}{_MONTH_B})(?:,?{_GAP}{_YEAR})?",
        "week_of",
    ),
    "same": (
        rf"\b(?:(?i:earlier|later|early|late){_GAP})?(?:(?P<that>[Tt]hat(?:{_GAP}same)?)|[Tt]he{_GAP}(?P<anaphor>same|next|following|previous|preceding|prior|ensuing|subsequent))"
        rf"{_GAP}(?:very{_GAP})?(?P<unit>{_UNIT})(?:{_GAP}{_PART_OF_DAY})?\b{_CLOSE}",
        "same",
    ),
    "day-beside": (
        rf"\b[Tt]he{_GAP}(?P<unit>day|week|month|year|night){_GAP}(?P<beside>before|after)\b(?=[.,;)]|{_GAP}(?:that|in|at|by|when|and|to)\b)",
        "beside",
    ),
    "count": (
        rf"(?<![\w.,])(?<!score\sand\s){_NEARLY}(?:(?i:(?:an?{_GAP})?{_COUNT})|(?i:{_VAGUE_COUNT})){_GAP}(?i:{_COUNTED_UNITS}){_GAP}"
        rf"(?P<way>ago|from{_GAP}now|hence|back|earlier|later|before|after|afterwards?)\b(?!{_GAP}than\b|-)",
        "count",
    ),
    "vague-ago": (
        rf"\b(?i:days|weeks|months|years|decades|centuries|generations){_GAP}(?P<way>ago|earlier|later)\b(?!{_GAP}than\b|-)",
        "vague_ago",
    ),
    "year-ago": (
        rf"\b(?:the{_GAP})?(?P<word>(?i:year-(?:ago|earlier|before)|year{_GAP}(?:ago|earlier)))(?={_GAP}(?:\w+))(?!{_GAP}(?:than)\b)",
        "year_ago",
    ),
    "weekday-ordinal": (
        rf"(?<![\w-])(?P<weekday>{_cased(WEEKDAY_NAMES)}),?{_GAP}the{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!{_OF}{_MONTH})",
        "weekday_ordinal",
    ),
    "week-from-weekday": (
        rf"\b(?i:an?|one){_GAP}week{_GAP}(?P<way>ago|from){_GAP}(?:last{_GAP}|on{_GAP}|next{_GAP})?(?P<weekday>{_cased(WEEKDAY_NAMES)})\b",
        "week_from_weekday",
    ),
    "weekday-a-week": (
        rf"(?<![\w-])(?P<weekday>{_cased(WEEKDAY_NAMES)}){_GAP}(?P<way>week)\b{_CLOSE}(?!{_GAP}(?:of|ago|before|after|long)\b|-)",
        "week_from_weekday",
    ),
    "the-nth": (
        rf"(?<=\b[Oo]n\s)the{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?=[,.;]|{_GAP}(?:and|the|he|she|they|it|but)\b)",
        "nth",
    ),
    "weekday-week": (
        rf"(?<![\w-])(?P<weekday>{_cased(WEEKDAY_NAMES)})(?:{_GAP}of|,)?{_GAP}(?P<shift>this|last|next){_GAP}week\b",
        "weekday_week",
    ),
    "weekday": (
        rf"(?<![\w-]){_PART}{_CLOCK}(?P<weekday>{_cased(WEEKDAY_NAMES)}){_TIME}\b{_CLOSE}",
        "weekday",
    ),
    "weekend": (rf"\b[Tt]he{_GAP}weekend\b(?!['’-]|{_GAP}of\b)", "weekend"),
    "month": (rf"{_WORD}{_MONTH}(?<!May\.)(?:{_REL_YEAR})?{_CLOSE}", "month"),
    "season": (
        rf"\b(?:the{_GAP}(?:(?:early|late|mid|following|next|previous){_GAP})?)?(?P<season>{_any(SEASONS)})\b{_CLOSE}(?!{_GAP}(?:of|season|semester|term)\b)",
        "season",
    ),
    "holiday": (
        rf"(?<![\w-])(?:(?P<shift>(?i:last|this|next)){_GAP})?(?P<holiday>(?i:{_any(_HOLIDAYS).replace('’', chr(39)).replace(chr(39), '[' + chr(39) + '’]')}))\b(?![-'’])(?:,?{_GAP}{_YEAR})?",
        "holiday",
    ),
    "nine-eleven": (r"(?<![\w/])9/11\b(?![/\d])", "nine_eleven"),
    "fiscal": (
        rf"\b(?i:this|last|next|current|previous|coming){_GAP}(?i:fiscal|financial){_GAP}(?:year|quarter)\b",
        "unresolved_year",
    ),
    "duration": (
        rf"\b(?i:last|past|next|coming|previous|recent)(?:{_GAP}(?i:{_COUNT}|{_VAGUE_COUNT}|few|couple{_GAP}of))?{_GAP}"
        r"(?:hours|days|weeks|weekends|months|quarters|years|decades|centuries)\b",
        "duration",
    ),
    "vague": (
        rf"(?<![\w'’-])(?<!\b[Aa]s\s(?=[Rr]ecently))(?P<vague>(?i:{_any(_VAGUE).replace(chr(92) + ' ', _GAP)}))\b(?![-'’]|{_GAP}(?:tense|and{_GAP}(?:again|then)))",
        "vague",
    ),
}


_SEASON_WORDS: Final = tuple(SEASONS)
_MONTH_STEMS: Final = tuple(sorted({month[:3] for month in MONTHS}))
_MONTH_RULES: Final = (
    *("day-month", "month-day", "days-of-two-months", "two-months-with-days", "two-months", "month-year", "month"),
    "day-of-list",
)
_TRIGGERS: Final[dict[str, tuple[str, ...]]] = {
    "count": (" ago", " from now", " hence", " back", " earlier", " later", " before", " after"),
    "vague-ago": (" ago", " earlier", " later"),
    "century": ("century",),
    "season-year": _SEASON_WORDS,
    "season": _SEASON_WORDS,
    # Up to their apostrophe, which has two forms.
    "holiday": tuple(sorted({name.partition("'")[0] for name in _HOLIDAYS})),
    "quarter-short": tuple(f"{kind}{number}" for kind in "qh" for number in range(1, 5)),
    **dict.fromkeys(_MONTH_RULES, _MONTH_STEMS),
    "year-end": ("end", "mid-year", "midyear"),
    "quarter": ("quarter", "half"),
    "quarter-again": ("quarter",),
    "year-of-part": ("quarter", "half"),
    "same-ago": (" year",),
    "year-ago": ("year-", "year ago", "year earlier"),
    "fiscal": ("fiscal", "financial"),
    "fiscal-year": ("fiscal", "financial", "fy"),
    "spelled-year": ("eighteen", "nineteen", "twenty", "thousand"),
    "decade-words": ("ties",),
    "weekday-week": (" week",),
    "weekday-a-week": ("day week",),
    "week-of": ("week",),
    "weekday-ordinal": ("day",),
    "week-from-weekday": ("week",),
    "the-nth": ("on the",),
    "today": ("day", "tomorrow", "tonight", "last", "this"),
    "shift": ("this", "last", "next", "past", "coming", "current"),
    "shift-weekday": ("this", "last", "next", "past", "coming"),
    "shift-month": ("this", "last", "next", "past", "coming"),
    "same": ("that", "the "),
    "duration": ("last", "past", "next", "coming", "previous", "recent"),
    "weekday": ("day",),
    "weekend": ("weekend",),
    "year-bc": ("bc", "b.c."),
    "iso-day": ("-", "/"),
    "numeric": ("/", "."),
    "years": ("-", "–", "/"),
    "decade": ("0s", "0's", "0’s"),
    "short-year": ("'", "’", "‘"),
    "nine-eleven": ("9/11",),
    "day-beside": (" before", " after"),
    "part-of-unit": ("week", "month", "year", "decade", "century"),
}


def _compiled(forms: dict[str, tuple[str, str]]) -> dict[str, tuple[re.Pattern[str], str]]:
    return {name: (re.compile(form), reader) for name, (form, reader) in forms.items()}


_IRREGULAR: Final = (
    "was|were|had|did|said|told|began|came|went|took|made|left|met|held|won|lost|fell|rose|got|gave|saw|sold|bought|ran|led|"
    "became|found|hit|set|sent|spoke|struck|wrote|broke|built|drew|drove|flew|fought|grew|heard|kept|knew|paid|put|read|"
    "sank|shot|shut|stood|stole|swept|thought|threw|wore|withdrew|has|have|burnt|burst|caught|chose|cut|dealt|ate|fed|fled|"
    "froze|hid|hung|hurt|laid|lay|lent|lit|meant|overtook|overthrew|rode|rang|sang|shook|shone|slept|slid|spent|split|"
    "spread|sprang|stuck|swore|swam|taught|tore|understood|undertook|woke|forgot|felt|bore|bred|brought|clung|crept|dug|"
    "beat|sought|sprung|arose|awoke|bit|blew|drank|forbade|slew|strove|upset|went|ceased|agreed|disagreed|freed|decreed|guaranteed"
)

_MONTH_PREPOSITIONS: Final = calendar.IN_TIME | _words(
    "by of mid- from before after between last next this for to and through"
)
_SAYING: Final = "said|says|told|asked|announced|declared|warned|wrote|replied|added"
_PLAIN: Final = r"(?:(?!\b(?:who|which|that|when|after|before|since|until|for|by|of|from)\b)[^.;:,!?\n\"“”]){0,80}?"
"""What may stand between a verb of saying and its day; anything else may have that day for itself."""
_SAID_DAY: Final = rf"\b(?<!next\s)(?<!last\s)(?P<weekday>{_cased(WEEKDAY_NAMES)})\b(?!['’-])"
_SAID_DAY_B: Final = _SAID_DAY.replace("<weekday>", "<weekday_b>")

ENGLISH: Final = DateWords(
    rules=_compiled(_FORMS),
    triggers=_TRIGGERS,
    months=MONTHS,
    weekdays=WEEKDAYS,
    seasons=SEASONS,
    numbers=NUMBER_WORDS,
    ordinals={**ORDINALS, **{f"{n}{suffix}": n for n in range(1, 22) for suffix in ("st", "nd", "rd", "th")}},
    units={**_UNITS, "centurie": "century", "half": "half", "q": "quarter", "h": "half"},
    shifts=_SHIFTS,
    anaphors=_ANAPHORS,
    days=_DAYS,
    holidays=_HOLIDAYS,
    named=(
        (
            9,
            11,
            2001,
            re.compile(
                r"[\s,]+(?:the\s+)?(?:terror|attack|hijack|suicide|commission|victim|famil|memorial|plot|atrocit)", re.I
            ),
        ),
        (1, 6, 2021, re.compile(r"[\s,]+(?:insurrection|riot|attack|capitol|committee|mob)", re.I)),
        (10, 7, 2023, re.compile(r"[\s,]+(?:hamas|massacre|attack)", re.I)),
    ),
    future=re.compile(
        r"\b(?:will|shall|won['’]t|going\s+to|due|scheduled|slated|set\s+(?:to|for)|plan(?:s|ned|ning)?\s+(?:to|for|on|an?)"
        r"|expect(?:s|ed|ing)?\s+(?:(?!(?:and|that|who)\b)\w+\s+){0,3}to|payable|matures|adjourned|remanded|bailed|forecast(?:s|ed)?"
        r"|supposed\s+to|to\s+appear|(?:is|are|be|was|were)\s+expected|hop(?:es?|ed|ing)\s+to|intend(?:s|ed|ing)?\s+to"
        r"|to\s+be|(?:is|are|was|were|am)\s+to(?!\s+have\b)|(?:would|must)(?!\s+have\b)|(?<!\bto\s)(?:sits?\s+down|meet\s+again)|meets|reopens|takes\s+place|(?:is|are)\s+(?:un)?likely(?=\s+(?:to|in|on|by|before|after|until|next)\b)|aims?\s+to|upcoming|prepar(?:es?|ed|ing)\s+(?:to|for)|about\s+to|ha(?:s|ve)\s+until"
        r"|takes?\s+(?:effect|office)|(?:comes?|go(?:es)?|enters?)\s+into\s+(?:force|effect)|begins|ends|opens|leaves|arrives|reconvenes|convenes|resumes|expires|kicks\s+off|go(?:es)?\s+(?:on\s+(?:sale|trial|show)|to\s+the\s+polls)"
        rf"|(?:call|fix|book|arrang|announc|schedul|plann?|sett?)(?:e?[ds]|ing)?\s+(?:[\w-]+\s+){{0,4}}for(?={_GAP}(?:\d\d?{_GAP})?"
        rf"(?:{_any(WEEKDAY_NAMES)}|{_any(MONTH_NAMES)})\b)"
        r"|agree[ds]?\s+to|vow(?:s|ed)?\s+to|promise[ds]?\s+to|postponed|delayed|as\s+(?:early|soon)\s+as|(?:deadline|given|gives?|gave|extend(?:s|ed)?)\b[^.;]{0,60}\buntil)\b|['’]ll\b",
        re.I,
    ),
    past=re.compile(rf"(?<!\bis\s)(?<!\bare\s)\b(?:{_IRREGULAR}|[a-z]{{2,}}(?<!e)ed)\b"),
    breaks=re.compile(
        r"\b(?:(?<!be\s)(?:said|told|announced|reported|added)|says|that\s+(?:he|she|it|they|we|I)\b|according|who|which|when|after|because|but|while|where|whose|although"
        r"|since|following|amid|having(?![^.;]{0,60},))\b|[;:?!]|['’]{2}|[”“\"]|\.\s+(?=[A-Z])(?<!\b[A-Z]\.\s)"
    ),
    reporting=re.compile(
        r"(?i)\b(?:said|says|told|spokes(?:man|woman|person)|yesterday|today|tomorrow|tonight|will"
        r"|(?:this|last|next)\s+(?:week|weekend|month|year))\b"
    ),
    business=re.compile(
        r"(?i)\b(?:net\s+income|earnings|earned|profits?|revenues?|sales|net\s+loss|losses|shares?|fiscal|GDP|gross\s+domestic"
        r"|econom(?:y|ic|ists?)|growth|analysts?|company|dividends?|investors?|inflation|exports|tourism|deliveries)\b"
    ),
    sport=re.compile(
        r"(?i)\b(?:touchdowns?|goals?|halftime|half-time|quarterback|coach|scored|kicked|tackle[ds]?|rebounds|playoffs?"
        r"|penalty|interception|kick-?off|referee)\b"
    ),
    vague=_VAGUE,
    plain_months=calendar.PLAIN_MONTHS,
    time_prepositions=calendar.IN_TIME,
    month_prepositions=_MONTH_PREPOSITIONS,
    before_year=calendar.BEFORE_YEAR,
    never_before_year=calendar.NO_YEAR_BEFORE,
    count_heads=calendar.COUNT_HEADS,
    counted_nouns=calendar.COUNTED_NOUNS,
    general_before=calendar.GENERAL_BEFORE,
    named_days=calendar.NAMED_DAYS,
    newspapers=calendar.NEWSPAPERS,
    streets=calendar.STREETS,
    plural=re.compile(
        r"\s(?!(?:was|has|its|his|this|does|towards|besides|perhaps|always|across|thus|plus)\b)[a-z]{3,}s\b"
    ),
    before_count=calendar.CHANGES | calendar.MEASURES,
    amount_lead=re.compile(
        rf"\b(?:{_any(calendar.CHANGES)})\s+(?:\w+ly\s+)?(?:from\s+(?:[\d,.]+\s+(?:\w+\s+){{0,2}}to\s+)?|to\s+)$"
        rf"|\b(?:{_any(calendar.MEASURES)})\s+(?:from|between)\s+(?:[\d,.]+\s+(?:to|and)\s+)?$",
        re.I,
    ),
    recurring=frozenset({"every", "each", "most"}),
    shared_year=re.compile(
        rf",?{_GAP}(?:and|or|to|until|till|through){_GAP}(?:(?:on|in|early|late|mid|the)[\s-]{{1,2}}){{0,2}}"
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)?{_OF})?{_MONTH}(?:{_GAP}\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?{_OF}{_YEAR}|{_REL_YEAR})"
    ),
    listed_year=re.compile(
        rf"(?:,{_GAP}\d{{1,2}}\b){{0,9}},?{_GAP}(?:and|or|&){_GAP}\d{{1,2}},?{_GAP}{_YEAR}",
    ),
    shared_season=re.compile(
        rf"{_GAP}(?:and|or|to|through){_GAP}(?:the{_GAP})?(?:(?:early|late){_GAP})?(?:{_any(SEASONS)}){_OF}{_YEAR}"
    ),
    function_words=frozenset(
        "and or but nor so yet that which who when where while as if because since until before after though in on at to by"
        " for from with without during over under near between is are was were be been has have had will would can could"
        " may might must should he she it they we i the a an his her its their our this these last next of than".split()
    ),
    to_now=frozenset({"ago", "from", "hence", "back"}),
    before_span=_words("the these those its his her their our my in over for of"),
    attributes=_words("the a its his their this early late mid"),
    general_after=re.compile(
        r"['’]s\s+(?:\w+\s)?(?:youth|world|society|generations?|kids|children|young|students|standards|technolog|econom"
        r"|women|men|cars|teens|teenagers|consumers|families|culture|markets?\s+conditions|environment|leaders)\b"
        r"|\s+(?:is|was)\s+(?:another\s+day|(?:not\s+)?the\s+time\s+(?:for|to))\b"
    ),
    farewell=re.compile(r"\b(?:all|it|enough|over|done|finished|closing)\s+(?:from\s+us\s+|here\s+)?for\s+$", re.I),
    recurring_after=re.compile(
        r"\s+(?:of|in)\s+(?:every|each|the\s+month\b)|\s+(?:each|every)\s+(?:day|week|month|year)\b"
    ),
    reported=re.compile(
        r"\b(?:said|says|told|announced|reported|ruled|according)\b"
        r"(?:(?!\b(?:he|she|it|they|that|would|had|was|were|will)\b)[^,.;:\"“])*$",
        re.I,
    ),
    weekday_nouns=re.compile(
        r"\s+(?:mornings|afternoons|evenings|nights|school|best|roast|lunch|prayers|service|services|mass|quarterback"
        r"|blues|club|league|papers|newspapers|edition|opening|trading)\b"
    ),
    recurring_before=re.compile(
        r"\b(?:every|each)\s+(?:(?:other|second|third|single)\s+)?(?:\w+(?:,\s+|,?\s+(?:and|or|to|through)\s+)){0,6}$"
        r"|\b(?:weekly|fortnightly|monthly|daily|annually|always|usually|normally|alternate)\s+(?:on\s+)?$",
        re.I,
    ),
    birth=re.compile(r"\bborn\s+(?:(?:in|at)\s+[A-Z]\w+,?\s+)?(?:on\s+)?$", re.I),
    beyond=_words("after since before until post pre"),
    aiming=re.compile(r"\b(?:to|is|are|if)\b"),
    thwarted=re.compile(r",?\s+(?:but|before)\b"),
    past_plan=re.compile(
        r"\b(?:had\s+been\s+(?:due|set|scheduled|slated|expected|supposed|planned)|(?:was|were)\s+(?:to\s+have|due)\b(?!\s+to\b))"
        r"[^.;]*$"
    ),
    speaking=re.compile(
        r"\b(?:said|says|told|wrote|promised|vowed|announced|warned|predicted|pledged|argued|testified|claimed|asked"
        r"|hoped|expected|interview)\b"
    ),
    beside_speech=re.compile(r",|\s+(?:and|but|or)\b"),
    verb_after=re.compile(r"(?<=May)\s+(?:be|have|not|also|well|yet|never|seem|need|take|make|get)\b"),
    before_plans=_words("at in during for before of until with to"),
    sentence_end=re.compile(
        r"\n\s*\n|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bGen)(?<!\bSen)(?<!\bGov)(?<!\bRep)(?<![A-Z])"
        r"[.!?][\"”’')]*\s+(?=[A-Z“\"`'])|[:,]\s+(?=(?:“|\"|``)[A-Z])"
    ),
    auxiliaries=_words("be been being to is are having as get was were"),
    passive=_words("be being to is are having as get"),
    present=_words("is are"),
    setting=_words("set scheduled planned slated put expected fixed announced billed dated postponed"),
    before_old_year=_words("from before after"),
    open_ends=_words("until till for"),
    takes_of=_words(
        "accused convicted guilty cleared acquitted suspected warned died complained spoke informed notified"
    ),
    unreal=re.compile(r"\b(?:(?:was|were)\s+to|would|should|could)\s+have\b[^.;:,!?\n]*$"),
    foiled=(
        re.compile(
            r"(?:\b(?:was|were|been)\s+|,\s+(?:originally\s+)?)(?:due|expected|scheduled|supposed|planned|set|slated|meant)\b[^.;:!?\n]*$"
        ),
        re.compile(
            r"[^.;:!?\n]{0,80}?\b(?:but|instead|called\s+off|cancell?ed|scrapped|postponed|put\s+(?:off|back)|delayed)\b"
        ),
    ),
    timetable=re.compile(
        r"\b(?:(?P<sure>plays?|hosts?|faces?|returns?|travels?|meet)|votes?|starts?|closes?|launch(?:es)?|visits?|speaks?|appears?)\b[^.;:!?\n]*$"
    ),
    perhaps=re.compile(r"\b(?:may|might|can)\s+(?:not\s+)?(?!have\b|not\b)[a-z]+(?P<rest>[^.;:,!?\n]*)$"),
    said_before=re.compile(
        rf"\b(?:(?:{_SAYING})\b{_PLAIN}{_SAID_DAY}|{_SAID_DAY_B}{_PLAIN}(?:,{_PLAIN})?\b(?:{_SAYING})\b)"
        r"(?:[^.;!?\n\"“”:,]{0,40}[:,]\s+[\"“][^\"”\n]*|[^.;!?\n\"“”:,]{0,40}:\s+[^.;!?\n\"“”]*|[^.;!?\n\"“”]{0,80}[\"“])$"
    ),
    said_after=re.compile(rf"[^\"“”\n]*[\"”]\s+[^.!?;\"“\n]{{0,120}}?\b(?:{_SAYING})\b{_PLAIN}{_SAID_DAY}"),
    said_sometime=re.compile(
        rf"[^\"“”\n]*[\"”]\s+[^.!?;\"“\n]{{0,120}}?\b(?:{_SAYING})\b[^.!?;\"“\n]{{0,80}}?{_SAID_DAY}"
    ),
    bounded_year=re.compile(r"\b(?:[Uu]ntil\s+at\s+least|[Nn]o\s+(?:earlier|later)\s+than)\s{1,3}$"),
    from_year_to_year=re.compile(
        r"\b(?:[Ff]rom|[Bb]etween)\s+(?:1\d{3}|20\d\d)\s+(?:to|until|till|through|and)\s+(?:1\d{3}|20\d\d)\b"
    ),
    year_lead=re.compile(
        r"(?:\b[Ii]n|\b[Bb]y|\b[Ss]ince|\b[Uu]ntil|\b[Oo]f|[a-z.]\s\d{1,2}(?:st|nd|rd|th)?,|[a-z]{3}\.?)\s$"
    ),
    of_whole=re.compile(r"\s+of\b(?!\s+(?:this|next|last)\b)"),
    before_thing=_words("the a every"),
    articles=_words("a an the"),
    attributing=_words("a an the"),
    sides={"before": -1, "after": 1},
    back=_words("ago back earlier before"),
    hanging=_words("before after"),
    neighbours=_words("last next"),
    spans=_words("past coming"),
    before_span_of=_words("the every each a his her their its our my"),
    on=_words("on"),
    of_appointment=_words("on for"),
    pointing=_words("that a one"),
    end_part=re.compile(r"(?:the\s+)?(?:end|close|late)", re.I),
    parts_of_day=_words("morning afternoon evening night"),
    vague_nouns=frozenset({"the past"}),
    span_verbs=_words("last"),
    opening=re.compile(r"[:,]\s+[\"“][^\"“”\n]*$|[\"“][^\"“”\n]*$"),
    quoted=re.compile(r"[^\"“”\n]*[,.!?][\"”]"),
    inside=re.compile(r"\s?[,(–—-]?\s?(?:on\s)?"),
    beside=re.compile(r"\s(?:(?:on|in)\s)?|,\s(?:on|in)\s"),
    sure_prepositions=_MONTH_PREPOSITIONS - _words("and for to by"),
    season_prepositions=_MONTH_PREPOSITIONS - _words("and for to"),
    holiday_prepositions=_MONTH_PREPOSITIONS - _words("and to") | _words("on at since around"),
    plain_holidays=frozenset(word for word in _HOLIDAYS if " " in word and not word.endswith("'s")),
    falling=re.compile(r"\s(?:to|until|[-–])\s(\d{4})\b"),
    fallen=re.compile(r"\b(\d{4})\s(?:to|until|[-–])\s$"),
    about=_words("about around"),
    before_about=calendar.IN_TIME | _words("by from or"),
    circa="circa",
    of=_words("of"),
    before_plural=calendar.IN_TIME - _words("early mid late") | _words("of by"),
    before_short_year=calendar.IN_TIME | _words("of and to from by before after"),
    since=_words("since"),
    firm_prepositions=_words("in on by until before from"),
    event_prepositions=_words("on in"),
    born=re.compile(r"born"),
    capital=re.compile(r"\s([A-Z]\w+)"),
    noun=re.compile(r"\s{1,3}([a-z.']+)"),
    clause_end=re.compile(r"(?<!\b[A-Za-z])(?<!\b[A-Za-z]{2})[.;:!?]\s|\n\s*\n"),
    decades=("", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
)
