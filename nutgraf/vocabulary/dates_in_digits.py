"""The dates that need no language: ISO, and digits of which only one can be the month."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.vocabulary.date_words import DateWords

ISO_DAY: Final = r"(?<![\w.,:/–—-])(?P<year>1\d{3}|20\d\d)(?P<sep>[-/])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\d/-])"
NUMERIC: Final = (
    r"(?<![\w.,:/–—-])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:1\d|20)\d\d|\d\d)"
    r"(?![\d/.]\d|\d)"
)

DIGITS: Final = DateWords(
    rules={"iso-day": (re.compile(ISO_DAY), "iso_day"), "numeric": (re.compile(NUMERIC), "numeric")},
    triggers={"iso-day": ("-", "/"), "numeric": ("/", ".")},
)
