"""The forms that dates take in English news, as compiled patterns; nutgraf.dates says what each means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from nutgraf.vocabulary.calendar import (
    COUNTED_UNITS,
    MONTH_NAMES,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    SEASONS,
    UNITS,
    VAGUE_COUNTS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)


def _any(words: Iterable[str]) -> str:
    """Return an alternation of `words`, the longest first so that none hides another."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _cased(words: Iterable[str]) -> str:
    """Return an alternation of `words` as they stand in copy and in capitals; never in lower case ("may")."""
    return _any({form for word in words for form in (word.title(), word.upper())})


_GAP: Final = r"(?:[^\S\n]{1,3}\n?|\n)[^\S\n]{0,3}"
"""White space with at most one line break: no expression runs from one paragraph into the next."""

_SHORT_MONTHS = _cased(set(MONTHS) - {name.lower() for name in MONTH_NAMES})
_MONTH = rf"(?P<month>(?:{_cased(MONTH_NAMES)})\b|(?:{_SHORT_MONTHS})\b\.?)"
_MONTH_B = _MONTH.replace("<month>", "<month_b>")
_WEEKDAY = rf"(?:(?P<weekday>{_cased(WEEKDAYS)})\b\.?,?{_GAP})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_DAY_B = _DAY.replace("<day>", "<day_b>")
_YEAR = r"(?P<year>1\d{3}|20\d\d)(?![\d%°]|[.,:/]\d|['’]s|-[A-Za-z])\b"
_OF = rf"(?:{_GAP}of)?{_GAP}"
_TO = rf"(?:\s?[-–—]\s?|{_GAP}(?:to|through|until){_GAP})"
_UNIT = _any({*UNITS, *SEASONS})
_UNITS = _any({*COUNTED_UNITS, *(f"{unit}s" for unit in COUNTED_UNITS), "centuries"})
_NUMBER = _any(NUMBER_WORDS)
_COUNT = rf"\d{{1,3}}|{_any(VAGUE_COUNTS)}|(?:{_NUMBER})(?:[ -](?:{_NUMBER}))?"
_ORDINAL = _any(ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th)"
_PART = rf"(?:(?i:early|earlier|late|later){_GAP})?"
_THE_PART = rf"(?:(?i:the){_GAP}(?:(?:early|mid|late)(?:-|{_GAP}))?)?"
_TIME = rf"(?:{_GAP}(?:morning|afternoon|evening|night))?"

_OPEN = r"(?<![\w$£€¥₹#+.,:/–—-])"
"""What no day follows at once: a letter, a digit, a currency, the point of a decimal."""
_WORD = r"(?:(?<=mid-)|(?<![\w-]))"
_CLOSE = r"(?![\d%]|[.,:/-]\d|['’]s\b|-[A-Za-z])"
"""What follows no date at once; a date with 's is an attribute ("today's youth")."""

DAY_MONTH: Final = re.compile(
    rf"{_OPEN}{_WEEKDAY}(?:the{_GAP}(?=\d+[a-z]+{_GAP}of\b))?{_DAY}(?:{_TO}{_DAY_B})?"
    rf"(?:-|{_OF}){_MONTH}(?:(?:-|,?{_GAP}){_YEAR})?{_CLOSE}"
)
MONTH_DAY: Final = re.compile(
    rf"{_OPEN}{_WEEKDAY}{_MONTH}{_GAP}(?:the{_GAP})?{_DAY}(?:{_TO}{_DAY_B})?(?:,?{_GAP}{_YEAR})?{_CLOSE}"
)
DAYS_OF_TWO_MONTHS: Final = re.compile(rf"{_OPEN}{_DAY}{_OF}{_MONTH}{_TO}{_DAY_B}{_OF}{_MONTH_B},?{_GAP}{_YEAR}")
TWO_MONTHS_WITH_DAYS: Final = re.compile(rf"{_OPEN}{_MONTH}{_GAP}{_DAY}{_TO}{_MONTH_B}{_GAP}{_DAY_B},?{_GAP}{_YEAR}")
TWO_MONTHS: Final = re.compile(rf"{_WORD}{_MONTH}{_TO}{_MONTH_B}{_OF}{_YEAR}")
MONTH_YEAR: Final = re.compile(rf"{_WORD}{_MONTH}(?:,|{_GAP}of)?{_GAP}{_YEAR}")
ISO_DAY: Final = re.compile(
    r"(?<![\w.,:/–—-])(?P<year>1\d{3}|20\d\d)(?P<sep>[-/])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\d/-])"
)
NUMERIC: Final = re.compile(
    r"(?<![\w.,:/–—-])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:1\d|20)\d\d|\d\d)(?![\d/.]\d|\d)"
)
SEASON_YEAR: Final = re.compile(rf"(?:\b{_THE_PART}(?=\w+{_GAP}of\b))?\b(?P<season>(?i:{_any(SEASONS)})){_OF}{_YEAR}")
PART_YEAR: Final = re.compile(
    rf"(?:\b(?:the{_GAP})?(?i:{_ORDINAL}|last|final)(?:-|{_GAP})(?:quarter|half){_OF}|\bQ[1-4]{_GAP}){_YEAR}"
)
FISCAL_YEAR: Final = re.compile(
    rf"\b(?:(?i:fiscal|financial)(?:{_GAP}year)?{_GAP}|FY{_GAP}?)(?:1\d{{3}}|20\d\d)(?:[-/]\d\d)?\b"
)
YEARS: Final = re.compile(
    r"(?<![\w$£€¥₹#+.,:/–—-])(?P<year>1\d{3}|20\d\d)(?P<sep>[-–/])(?P<last>(?:1\d|20)\d\d|\d\d)"
    r"(?![\d%]|[.,:/–-]\d|-?[A-Za-z])"
)
DECADE: Final = re.compile(rf"(?<![\w$£€¥₹]){_THE_PART}(?:(?P<decade>1\d\d|20\d)|['’‘]\d)0s\b(?!\s+of\b)")
CENTURY: Final = re.compile(rf"\b{_THE_PART}(?P<ordinal>(?i:{_ORDINAL})){_GAP}[Cc]entury\b(?![-'’]|{_GAP}BCE?\b)")
YEAR: Final = re.compile(rf"(?:(?<=mid-)|(?<![\w$£€¥₹#+.,:/–—'’\"“‘-])){_YEAR}(?![-–/]\d)")
NOW: Final = re.compile(
    rf"\b(?:the{_GAP}day{_GAP}(?:before|after){_GAP})?(?P<day>(?i:yesterday|today|tomorrow)){_TIME}\b{_CLOSE}"
    rf"(?!{_GAP}(?:[Ss]how|[Pp]rogram))"
    rf"|\b(?i:tonight|last{_GAP}night|this{_GAP}(?:morning|afternoon|evening))\b{_CLOSE}"
)
THIS: Final = re.compile(
    rf"\b{_PART}(?i:this|last|next|past|coming)(?:{_GAP}(?:past|coming))?{_GAP}"
    rf"(?:{_UNIT}|{_cased(WEEKDAY_NAMES)}|{_cased(MONTH_NAMES)}){_TIME}\b{_CLOSE}(?!{_GAP}(?:of\b|\d))"
)
AGO: Final = re.compile(rf"\b(?:(?i:{_COUNT}){_GAP})?(?i:{_UNITS}){_GAP}(?:ago|earlier|later)\b(?!{_GAP}than\b|-)")
WEEKDAY: Final = re.compile(rf"(?<![\w-]){_PART}(?:{_cased(WEEKDAY_NAMES)}){_TIME}\b{_CLOSE}")
WEEKEND: Final = re.compile(rf"\b[Tt]he{_GAP}weekend\b(?!['’-]|{_GAP}of\b)")
MONTH: Final = re.compile(rf"{_WORD}{_MONTH}(?<!May\.){_CLOSE}")
