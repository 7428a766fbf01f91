"""The forms that dates take in German news, as tables and compiled patterns; nutgraf.dates says what each means.

The present tense tells of today as well as of what is to come, and every noun has a capital: where the words leave open
which day is meant, there is no value. The names of the groups are those of dates_en.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nutgraf.vocabulary.date_words import DateWords
from nutgraf.vocabulary.dates_in_digits import ISO_DAY, NUMERIC
from nutgraf.vocabulary.interface_de import MONTH_NAMES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(words: Iterable[str]) -> str:
    """Return an alternation of `words`, the longest first so that none hides another."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _bent(stems: Mapping[str, int], endings: str = "e en er es em") -> dict[str, int]:
    """Return the forms of adjectives by their `stems`."""
    return {stem + ending: number for stem, number in stems.items() for ending in endings.split()}


_ONES: Final = "null ein zwei drei vier fünf sechs sieben acht neun".split()
_TEENS: Final = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS: Final = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_ONES[2:], start=2)},
    **{word: number for number, word in enumerate(_TEENS, start=10)},
    **{
        (f"{one}und" if number else "") + ten: 20 + 10 * index + number
        for index, ten in enumerate(_TENS)
        for number, one in enumerate(_ONES)
    },
    **dict.fromkeys(("ein", "eine", "einem", "einen", "einer", "eines"), 1),
    "hundert": 100,
    "dreissig": 30,
    "hunderteins": 101,
}
_YEAR_HEADS: Final = {
    "zweitausend": 2000,
    **{f"{word}hundert": number * 100 for number, word in enumerate(_TEENS, start=10) if number > 10},
}

_MONTHS: Final = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    "jänner": 1,
    "feber": 2,
    "mrz": 3,
    "maerz": 3,
    "sept": 9,
    "juno": 6,
    "julei": 7,
}
_WEEKDAY_NAMES: Final = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_WEEKDAYS: Final = {
    **{name.lower(): number for number, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:2].lower(): number for number, name in enumerate(_WEEKDAY_NAMES)},
    "sonnabend": 5,
}
_SEASON_STEMS: Final = {"frühling": 21, "frühjahr": 21, "sommer": 22, "herbst": 23, "winter": 24}
_SEASONS: Final = {
    **{
        prefix + name: number
        for name, number in _SEASON_STEMS.items()
        for prefix in ("", "früh", "spät", "hoch", "vor")
    },
    **{name + "s": number for name, number in _SEASON_STEMS.items()},
    "frühjahres": 21,
    "herbstes": 23,
}

_ORDINAL_STEMS: Final = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "fünft": 5,
    "sechst": 6,
    "siebt": 7,
    "siebent": 7,
    "acht": 8,
    "neunt": 9,
    **{f"{word}t": number for number, word in enumerate(_TEENS, start=10)},
    "zwanzigst": 20,
    "einundzwanzigst": 21,
}
_ORDINALS: Final = {**_bent(_ORDINAL_STEMS), **{f"{number}.": number for number in range(1, 22)}}

_UNITS: Final = {
    **dict.fromkeys("sekunde sekunden minute minuten stunde stunden".split(), "hour"),
    **dict.fromkeys("tag tage tagen tages morgen abend nachmittag nacht vormittag".split(), "day"),
    **dict.fromkeys("woche wochen".split(), "week"),
    **dict.fromkeys("wochenende wochenendes wochenenden".split(), "weekend"),
    **dict.fromkeys("monat monate monaten monats".split(), "month"),
    **dict.fromkeys("quartal quartals quartale quartalen q".split(), "quarter"),
    **dict.fromkeys("halbjahr halbjahres halbjahrs h".split(), "half"),
    **dict.fromkeys("jahr jahre jahren jahres jahrs".split(), "year"),
    **dict.fromkeys("jahrzehnt jahrzehnte jahrzehnten jahrzehnts".split(), "decade"),
    **dict.fromkeys("jahrhundert jahrhunderte jahrhunderten jahrhunderts".split(), "century"),
    **dict.fromkeys(_SEASONS, "season"),
}
_OPEN_SHIFTS: Final = _bent({"letzt": -1, "nächst": 1, "dies": 0})
"""Of a weekday or month they may mean either of two."""
_SURE_SHIFTS: Final = _bent({"vergangen": -1, "vorig": -1, "kommend": 1})
_FAR_SHIFTS: Final = _bent({"vorletzt": -2, "vorvergangen": -2, "übernächst": 2, "laufend": 0})
_ANAPHORS: Final = {
    **_bent({"vorangegangen": -1, "vorhergehend": -1, "folgend": 1, "darauffolgend": 1, "gleich": 0, "selb": 0}),
    **_bent({"nächst": 1}),
    **dict.fromkeys("desselben derselben demselben jenes jener jenem".split(), 0),
}
_DAYS: Final = {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2}
_VAGUE: Final = {
    **dict.fromkeys("derzeit zurzeit momentan aktuell jetzt gegenwärtig heutzutage".split(), "present"),
    **dict.fromkeys("kürzlich neulich unlängst jüngst damals einst seinerzeit vergangenheit".split(), "past"),
    **dict.fromkeys("künftig zukünftig demnächst bald zukunft".split(), "future"),
}
_HOLIDAYS: Final = {
    "neujahr": "1-1",
    "neujahrstag": "1-1",
    "dreikönigstag": "1-6",
    "tag der arbeit": "5-1",
    "tag der deutschen einheit": "10-3",
    "reformationstag": "10-31",
    "allerheiligen": "11-1",
    "nikolaustag": "12-6",
    "heiligabend": "12-24",
    "silvester": "12-31",
    "rosenmontag": "easter -48",
    "aschermittwoch": "easter -46",
    "gründonnerstag": "easter -3",
    "karfreitag": "easter -2",
    "ostersonntag": "easter 0",
    "ostermontag": "easter 1",
    "christi himmelfahrt": "easter 39",
    "pfingstsonntag": "easter 49",
    "pfingstmontag": "easter 50",
    "fronleichnam": "easter 60",
    "volkstrauertag": "11 sun 3",
}

_GAP: Final = r"(?:[^\S\n]{1,3}\n?|\n)[^\S\n]{0,3}"
"""White space with at most one line break: no expression runs from one paragraph into the next."""
_NO: Final = "(?!)"


def _absent(groups: str) -> str:
    """Return groups that a reader asks for and German does without."""
    return "".join(f"(?P<{group}>{_NO})?" for group in groups.split())


_MONTH_FORMS: Final = _any({*MONTH_NAMES, "Jänner", "Feber", "Maerz", "Juno", "Julei"})
_SHORT_MONTHS: Final = r"(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\b\.?"
_MONTH: Final = rf"(?P<month>(?:{_MONTH_FORMS})\b|{_SHORT_MONTHS})"
_MONTH_B: Final = _MONTH.replace("<month>", "<month_b>")
_WEEKDAY_FORMS: Final = _any({*_WEEKDAY_NAMES, "Sonnabend"})
_WEEKDAY: Final = (
    rf"(?:(?P<weekday>{_WEEKDAY_FORMS}|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b(?=[.,]))\.?,?{_GAP}(?:(?:der|dem|den){_GAP})?)?"
)
_DAY: Final = r"(?P<day>\d{1,2})\."
_DAY_B: Final = _DAY.replace("<day>", "<day_b>")
_YEAR: Final = r"(?P<year>1\d{3}|20\d\d)(?![\d%°]|[.,:/]\d|-[A-Za-zÄÖÜäöü]|er\b)\b"
_TO: Final = rf"(?:\s?[-–—/]\s?|{_GAP}bis{_GAP}(?:zum{_GAP})?|{_GAP}auf{_GAP}den{_GAP})"
_SHIFT_FORMS: Final = _any({*_OPEN_SHIFTS, *_SURE_SHIFTS, *_FAR_SHIFTS})
_OF_YEAR: Final = (
    rf"{_GAP}(?:(?:des|im|in{_GAP}diesem){_GAP})?(?:(?P<shift>{_SHIFT_FORMS})|(?P<anaphor>(?:(?:des|im){_GAP})?"
    rf"(?:folgenden|gleichen|selben|vorangegangenen|desselben|jenes)))"
    rf"{_GAP}Jahr(?:es|s)?\b"
)
_ITS_YEAR: Final = rf"(?:,?{_GAP}(?:des{_GAP}Jahres{_GAP})?{_YEAR}|{_OF_YEAR})?"
_THE_YEAR: Final = rf"{_GAP}(?:(?:des|im){_GAP}Jahr(?:es|e)?{_GAP})?{_YEAR}"
_OPEN: Final = r"(?<![\w$£€¥₹#+.,:/–—-])(?<!Straße des )(?<!Platz des )(?<!Allee des )(?<!Brücke des )"
_CLOSE: Final = r"(?![\d%]|[.,:/-]\d|-[A-Za-zÄÖÜ])"
_NUMBER: Final = rf"\d{{1,3}}|{_any(_NUMBERS)}"
_SEVERAL: Final = r"einigen|wenigen|mehreren|vielen|ein\spaar|anderthalb|eineinhalb|zweieinhalb|einem\shalben|einer\shalben|etlichen|zahlreichen|(?:Dutzenden|Hunderten|Tausenden)(?:\svon)?"
_NEARLY: Final = (
    rf"(?:(?P<about>rund|etwa|knapp|gut|fast|beinahe|ungefähr|circa|ca\.|zirka|über|mehr{_GAP}als|weniger{_GAP}als|mindestens|genau)"
    rf"{_GAP})?"
)
_COUNTED: Final = (
    r"(?P<unit>Sekunden?|Minuten?|Stunden?|Tag(?:en|e)?|Wochen?|Monat(?:en|e)?|Jahr(?:en|e)?|Jahrzehnt(?:en|e)?"
    r"|Jahrhundert(?:en|e)?)\b"
)
_TIME: Final = rf"(?P<time>(?:{_GAP})?(?:[Mm]orgen|[Vv]ormittag|[Nn]achmittag|[Mm]ittag|[Aa]bend|[Nn]acht|[Ff]rüh)\b)?"
_ORDINAL: Final = _any(_ORDINALS)
_ON: Final = (
    r"(?:(?<=\b[AaZz][mu]\s)|(?<=\b[Ff]rüh\s)|(?<=\b[AaSs]b\s)|(?<=\b[BbSs]is\s)|(?<=\b[Zz]um\s)|(?<=\b[Vv]o[nm]\s)|(?<=\b[Ff]ür\s)"
    r"|(?<=\b[Ss]eit\s)|(?<=\bauf\s)|(?<=\bund\s)|(?<=\boder\s)|(?<=\bde[nm]\s)|(?<=\()|(?<=\bnoch\s))"
)
"""A weekday has a preposition; without one it is a name as well: "Trainer Kurt Freitag"."""

_FORMS: Final[dict[str, tuple[str, str]]] = {
    "day-month": (rf"{_OPEN}{_WEEKDAY}{_DAY}(?:{_TO}{_DAY_B})?\s?{_MONTH}{_ITS_YEAR}{_CLOSE}", "day"),
    "days-of-two-months": (
        rf"{_OPEN}{_DAY}{_GAP}{_MONTH}{_TO}{_DAY_B}{_GAP}{_MONTH_B}{_GAP}{_YEAR}",
        "two_months",
    ),
    "two-months": (rf"(?<![\w-]){_MONTH}{_TO}{_MONTH_B}{_THE_YEAR}", "two_months"),
    "month-year": (rf"(?<![\w-]){_MONTH}{_THE_YEAR}", "month_year"),
    "iso-day": (ISO_DAY, "iso_day"),
    "numeric": (NUMERIC.replace("[/.]", "/"), "numeric"),
    "day-first": (
        r"(?<![\w.,:/–—-])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:1\d|20)\d\d|\d\d(?!\d))(?![\d/.:]\d|\d|[.:]\d)",
        "day_first",
    ),
    "day-of-list": (
        rf"{_OPEN}{_DAY}(?=(?:,{_GAP}\d{{1,2}}\.){{0,9}}(?:{_GAP}(?:und|oder|sowie)|,){_GAP}\d{{1,2}}\.{_GAP}{_MONTH}(?:{_GAP}{_YEAR})?)",
        "day_of_list",
    ),
    "season-year": (
        rf"(?<![\w-])(?P<season>(?i:{_any(_SEASONS)})){_GAP}(?:des{_GAP}Jahres{_GAP})?"
        rf"(?:(?P<winter>1\d{{3}}|20\d\d)[-–/]\d\d(?:\d\d)?(?!\d)|{_YEAR})",
        "season_year",
    ),
    "quarter": (
        rf"(?<![\w-])(?P<ordinal>(?i:{_ORDINAL})){_GAP}(?P<part>Quartal|Halbjahr)(?:e?s)?\b"
        rf"(?:{_GAP}des{_GAP}(?P<fiscal>Geschäftsjahr(?:e?s)?)|(?:{_GAP}(?:des{_GAP}Jahres{_GAP})?{_YEAR}|{_OF_YEAR}|{_GAP}(?P<same>des{_GAP}Jahres)\b))?"
        + _absent("lead_year lead_shift fiscal_b fiscal_c fiscal_d"),
        "quarter",
    ),
    "quarter-short": (
        rf"\b(?:(?P<lead_year>1\d{{3}}|20\d\d){_GAP})?(?P<kind>[QH])(?P<number>[1-4])(?:(?:{_GAP}|/|-){_YEAR})?\b(?!-|\d)",
        "quarter_short",
    ),
    "fiscal-year": (
        r"\b(?:Geschäfts|Haushalts|Schul|Studien|Finanz)jahr(?:e?s)?\s(?P<year>1\d{3}|20\d\d)(?:[-/–]\d\d(?:\d\d)?)?\b",
        "fiscal_year",
    ),
    "fiscal": (rf"\b(?:{_SHIFT_FORMS}){_GAP}(?:Geschäfts|Haushalts|Schul)jahr(?:e?s)?\b", "unresolved_year"),
    "years": (
        r"(?<![\w$£€¥₹#+.,:/–—-])(?P<year>1\d{3}|20\d\d)(?P<sep>[-–/])(?P<last>(?:1\d|20)\d\d|\d\d)"
        r"(?![\d%]|[.,:/–-]\d|-?[A-Za-zÄÖÜ])",
        "years",
    ),
    "decade": (
        r"(?<![\w$£€¥₹])(?:(?P<decade>1\d\d|20\d)0er[n]?(?:(?:-|\s)?Jahren?)?|['’‘]?(?P<short>\d)0er(?:-|\s)?Jahren?)\b"
        r"(?![-–]\d)",
        "decade",
    ),
    "decade-words": (
        r"(?<![\w-])(?P<word>(?i:zwanziger|drei(?:ß|ss)iger|vierziger|fünfziger|sechziger|siebziger|achtziger|neunziger))"
        r"(?:(?:-|\s)?(?i:jahren?)|(?<=\bden\s\w{9})n)\b",
        "decade_words",
    ),
    "century": (
        rf"(?<![\w-])(?P<ordinal>(?i:{_ORDINAL})){_GAP}(?:Jahrhunderts?|Jh\.)(?!{_GAP}v\.|\w|-)",
        "century",
    ),
    "year-bc": (rf"\b(?P<year>\d{{1,4}}){_GAP}(?:v\.|vor){_GAP}?(?:Chr\.|Christus)", "unresolved_year"),
    "year": (rf"(?<![\w$£€¥₹#+.,:/–—'’\"“„‘-]){_YEAR}(?![-–/]\d|{_GAP}(?:v\.|vor){_GAP}?Chr)", "year"),
    "year-word": (rf"(?<![\w-])(?P<head>(?i:{_any(_YEAR_HEADS)}))(?P<rest>(?i:und)?[a-zäöüß]*)\b", "year_word"),
    "today": (
        rf"(?<![\w-])(?P<day>[Hh]eute|[Vv]?or?gestern|[Gg]estern|[Vv]orgestern|[Üü]bermorgen|morgen){_TIME}{_CLOSE}(?!\w)"
        + _absent("beside part"),
        "today",
    ),
    "shift": (
        rf"(?<![\w-])(?P<shift>(?i:{_SHIFT_FORMS})){_GAP}(?P<unit>Woche|Wochenendes?|Monats?|Quartals?|Halbjahr(?:e?s)?|Jahr(?:e?s)?"
        rf"|Jahrzehnts?|Jahrhunderts?|(?i:{_any(_SEASONS)})){_CLOSE}\b(?!{_GAP}\d)(?!(?<=tzte \w{{5}}){_GAP}(?:des|der)\b)(?!(?<=tzten Jahr){_GAP}(?:des|der)\b)"
        rf"(?!(?<=tzten Woche){_GAP}(?:des|der)\b)" + _absent("also"),
        "shift",
    ),
    "shift-weekday": (
        rf"(?<![\w-])(?:(?P<shift>(?i:{_any(_OPEN_SHIFTS)}))|(?P<also>(?i:{_any(_SURE_SHIFTS)}))){_GAP}"
        rf"(?P<weekday>{_WEEKDAY_FORMS}){_TIME}(?!\w){_CLOSE}(?!,?{_GAP}(?:(?:der|dem|den){_GAP})?\d{{1,2}}\.)",
        "shift_weekday",
    ),
    "shift-month": (
        rf"(?<![\w-])(?:(?P<shift>(?i:{_any(_OPEN_SHIFTS)}))|(?P<also>(?i:{_any(_SURE_SHIFTS)}))){_GAP}"
        rf"(?P<month>{_MONTH_FORMS})\b{_CLOSE}(?!{_GAP}\d)" + _absent("day"),
        "shift_month",
    ),
    "part-of-unit": (
        rf"\b(?:(?i:anfang|mitte|ende|beginn)|im{_GAP}Laufe|im{_GAP}Verlauf){_GAP}(?P<same>des|der){_GAP}(?P<unit>Jahres|Monats|Woche)\b{_CLOSE}(?!{_GAP}\d)"
        + _absent("shift"),
        "part_of_unit",
    ),
    "year-end": (
        rf"\b(?P<unit>Jahres|Monats)(?:ende|beginn|anfang|mitte)\b(?:{_GAP}{_YEAR}|(?!{_GAP}\d))"
        + _absent("unit_b unit_c"),
        "year_end",
    ),
    "same": (
        rf"(?<![\w-])(?:am{_GAP}|im{_GAP}|in{_GAP}der{_GAP}|der{_GAP}|des{_GAP}|im{_GAP}darauf{_GAP})?"
        rf"(?P<anaphor>(?i:{_any(set(_ANAPHORS) - set(_OPEN_SHIFTS))})){_GAP}(?P<unit>Tag(?:es)?|Woche|Wochenende|Monats?|Jahr(?:e?s)?|Nacht|Morgen|Abend)\b{_CLOSE}"
        + _absent("that"),
        "same",
    ),
    "next-day": (
        rf"(?<=\b[Aa]m\s)(?P<anaphor>nächsten){_GAP}(?P<unit>Tag|Morgen|Abend)\b{_CLOSE}" + _absent("that"),
        "same",
    ),
    "day-beside": (
        rf"\b(?P<unit>Tag|Monat|Jahr|Woche){_GAP}(?P<beside>davor|danach|darauf|zuvor)\b",
        "beside",
    ),
    "neighbour": (r"\b(?P<beside>Vor|Folge)(?P<unit>tag|jahr|monat|woche)(?:es|s)?\b(?!-)", "beside"),
    "count": (
        rf"(?<![\w.,-])(?P<way>[Vv]or){_GAP}{_NEARLY}(?:(?P<count>{_NUMBER})|(?P<several>{_SEVERAL})){_GAP}{_COUNTED}{_CLOSE}",
        "count",
    ),
    "count-ahead": (
        rf"(?<![\w.,-])(?P<way>[Ii]n){_GAP}{_NEARLY}(?:(?P<count>{_NUMBER})|(?P<several>{_SEVERAL})){_GAP}{_COUNTED}{_CLOSE}",
        "count_ahead",
    ),
    "count-on": (
        rf"(?<![\w.,-]){_NEARLY}(?:(?P<count>(?i:{_NUMBER}))|(?P<several>(?i:{_SEVERAL}|einige|wenige|mehrere|viele))){_GAP}{_COUNTED}"
        rf"{_GAP}(?P<way>später|zuvor|danach|darauf|vorher|früher)\b(?!{_GAP}als\b)",
        "count",
    ),
    "weekday-week": (
        rf"(?<![\w-])(?P<weekday>{_WEEKDAY_FORMS}){_GAP}(?:in{_GAP})?(?P<shift>{_any({*_OPEN_SHIFTS, *_SURE_SHIFTS, *_FAR_SHIFTS})}){_GAP}Woche\b",
        "weekday_week",
    ),
    "weekday-night": (
        rf"\bNacht{_GAP}(?:zum|auf){_GAP}(?:den{_GAP})?(?:(?:{_any(_SURE_SHIFTS)}){_GAP})?(?P<weekday>{_WEEKDAY_FORMS})(?!\w){_CLOSE}"
        rf"(?!,?{_GAP}(?:(?:der|dem|den){_GAP})?\d{{1,2}}\.)" + _absent("time clock"),
        "weekday_night",
    ),
    "weekday": (
        rf"{_ON}(?P<weekday>{_WEEKDAY_FORMS}){_TIME}(?!\w){_CLOSE}(?!,?{_GAP}(?:(?:der|dem|den){_GAP})?\d{{1,2}}\.)"
        + _absent("clock"),
        "weekday",
    ),
    "weekend": (r"(?<=\b[Aa]m\s)Wochenende\b(?!-)", "weekend"),
    "month": (rf"(?<![\w-])(?<!\d\.\s)(?P<month>(?:{_MONTH_FORMS})\b)(?:{_OF_YEAR})?{_CLOSE}", "month"),
    "season": (
        rf"(?<=\b[Ii]m\s)(?P<season>{_any({word.title() for word in _SEASONS})})\b{_CLOSE}(?!{_GAP}(?:des|der|in)\b)",
        "season",
    ),
    "holiday": (
        rf"(?<![\w-])(?P<holiday>(?:{_any({word.title().replace(' Der ', ' der ') for word in _HOLIDAYS})}|(?<=[dr] )[Ee]rste[rn]?{_GAP}Mai))"
        rf"(?!\w|-)(?:{_GAP}{_YEAR})?" + _absent("shift"),
        "holiday",
    ),
    "duration": (
        rf"\b(?:(?:{_any({*_OPEN_SHIFTS, *_SURE_SHIFTS})})(?:{_GAP}(?:{_NUMBER}|{_SEVERAL}|paar|beiden))?|(?:seit|binnen|innerhalb{_GAP}von|während){_GAP}{_NEARLY.replace('?P<about>', '?:')}(?:{_NUMBER}|{_SEVERAL}))"
        rf"{_GAP}(?:Stunden|Tage|Tagen|Wochen|Monate|Monaten|Jahre|Jahren|Jahrzehnte|Jahrzehnten|Jahrhunderte|Jahrhunderten|Monat|Jahr|Woche)\b",
        "duration",
    ),
    "vague": (rf"(?<![\w-])(?P<vague>(?i:{_any(_VAGUE)}))\b(?!-)", "vague"),
}

_SEASON_WORDS: Final = ("früh", "sommer", "herbst", "winter")
_DAY_WORDS: Final = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "sonnabend")
_TRIGGERS: Final[dict[str, tuple[str, ...]]] = {
    "iso-day": ("-", "/"),
    "numeric": ("/",),
    "day-first": (".",),
    "day-month": (". ", ".\n", ".\xa0", *(f".{name[:3].lower()}" for name in MONTH_NAMES)),
    "days-of-two-months": (". ", ".\xa0"),
    "season-year": _SEASON_WORDS,
    "season": _SEASON_WORDS,
    "quarter": ("quartal", "halbjahr"),
    "fiscal-year": ("jahr",),
    "fiscal": ("geschäftsjahr", "haushaltsjahr", "schuljahr"),
    "years": ("-", "–", "/"),
    "decade": ("0er",),
    "decade-words": ("iger",),
    "century": ("jahrhundert", " jh."),
    "year-bc": (" chr", ".chr"),
    "year-word": tuple(_YEAR_HEADS),
    "today": ("heute", "gestern", "morgen"),
    "shift": ("tzte", "gangene", "vorige", "diese", "nächste", "kommende", "laufende"),
    "shift-weekday": ("tzte", "gangene", "vorige", "diese", "nächste", "kommende"),
    "shift-month": ("tzte", "gangene", "vorige", "diese", "nächste", "kommende"),
    "part-of-unit": ("anfang", "mitte", "ende ", "beginn", " lauf", "verlauf"),
    "year-end": ("jahres", "monats"),
    "same": ("selbe", "gleiche", "folgende", "gehende", "gegangene", "jene"),
    "next-day": ("nächsten",),
    "day-beside": ("davor", "danach", "darauf", "zuvor"),
    "neighbour": ("vortag", "vorjahr", "vormonat", "vorwoche", "folgetag", "folgejahr", "folgemonat", "folgewoche"),
    "count": ("vor ",),
    "count-ahead": ("in ",),
    "count-on": ("später", "zuvor", "danach", "darauf", "vorher", "früher"),
    "weekday-week": (" woche",),
    "weekday-night": ("nacht",),
    "weekday": _DAY_WORDS,
    "weekend": ("wochenende",),
    "holiday": (
        *sorted({word.split()[0] for word in _HOLIDAYS} - {"tag", "christi"}),
        "tag der",
        "himmelfahrt",
        "erste",
    ),
    "duration": ("tage", "woche", "monat", "jahr", "stunde"),
}

_MODAL: Final = r"(?:wird|werden|werde|würden|soll|sollen|will|wollen|darf|dürfen|muss|müssen|kann|können)"
_DONE: Final = (
    r"(?:worden|gewesen|geworden|geblieben|geschehen|passiert|[a-zäöüß]*(?:storben|kommen|gangen|flohen|fallen|stiegen|sunken"
    r"|treten|reist|landet|standen|schienen|brochen|unglückt|lodiert|scheitert|stürzt|wachsen|laufen|fahren|flogen|gezogen"
    r"|sprungen|schwunden|rissen|folgt|krankt|trunken|froren|schmolzen|wacht|eilt|geflüchtet))"
)
"""Participles that make a perfect with "ist"; with the others it tells of a state, which may be to come."""
_PLANNED: Final = (
    r"(?:geplant|vorgesehen|angesetzt|terminiert|anberaumt|angekündigt|fällig|zu\s+erwarten|aufgerufen|eingeladen)"
)
_REST: Final = r"(?:[^.;:!?\n]|(?<=\d)\.){0,140}?"
_STRONG: Final = (
    "war|waren|wurde|wurden|hatte|hatten|kam|kamen|ging|gingen|fand|fanden|begann|begannen|starb|starben|gab|gaben|nahm|nahmen"
    "|traf|trafen|sprach|sprachen|schrieb|schrieben|stieg|stiegen|fiel|fielen|sank|sanken|brach|brachen|lag|lagen|stand|standen"
    "|ließ|ließen|hielt|hielten|verlor|verloren|gewann|gewannen|zog|zogen|trat|traten|schloss|schlossen|beschloss|beschlossen"
    "|erhielt|erhielten|verließ|unterschrieb|unterschrieben|überschritt|half|halfen|rief|riefen|lief|liefen|schlug|schlugen"
    "|schoss|schossen|stieß|stießen|bekam|bekamen|blieb|blieben|betrat|erschien|erschienen|entschied|entschieden|verschwand"
    "|verschwanden|floh|flohen|flog|flogen|fuhr|fuhren|griff|griffen|trug|trugen|warf|warfen|sah|sahen|las|lasen|hieß|hießen"
    "|bot|boten|bat|baten|riss|rissen|stahl|stahlen|sprang|sprangen|schwieg|schwiegen|verbot|verboten|entstand|entstanden"
    "|geschah|sagte|sagten|teilte|teilten|erklärte|erklärten|meldete|meldeten|berichtete|berichteten|kündigte|stimmte|stimmten"
    "|forderte|forderten|lehnte|lehnten|einigte|einigten|stoppte|tötete|töteten|verurteilte|kritisierte|bestätigte|eröffnete"
    "|gründete|gründeten|startete|starteten|endete|endeten|kehrte|kehrten|legte|legten|setzte|setzten|stellte|stellten|führte"
    "|führten|machte|machten|warnte|warnten|verlangte|nannte|nannten|brachte|brachten|wusste|wussten|verhaftete|nahm|rettete"
    "|retteten|reiste|reisten|zerstörte|zerstörten|tagte|tagten|beriet|berieten|sperrte|sperrten|räumte|räumten|siegte|siegten"
)
_NO_PRETERITE: Final = (
    "heute|letzte|letzten|erste|ersten|nächste|nächsten|beste|besten|zweite|zweiten|dritte|dritten|vierte|vierten|rechte|rechten"
    "|gute|guten|alte|alten|späte|späten|weite|weiten|harte|harten|leichte|leichten|ganze|sollte|sollten|wollte|wollten|könnte"
    "|könnten|möchte|möchten|müsste|müssten|dürfte|dürften|hätte|hätten|bitte|seite|seiten|mitte|heutigen|meisten|zumindest"
    "|bekannte|bekannten|echte|echten|feste|festen|breite|breiten|bunte|bunten|laute|lauten|tote|toten|rote|roten|kalte|kalten"
    "|arbeiten|halten|erhalten|enthalten|treten|bieten|bitten|raten|beraten|leisten|kosten|starten|warten|antreten|vertreten"
    "|leiten|arten|hätten|geplante|geplanten|mitten|unten|hinten|selten"
)
_SAYING: Final = (
    "sagte|sagten|erklärte|erklärten|teilte|teilten|berichtete|kündigte|warnte|schrieb|betonte|meinte|forderte|hieß"
)

_PLANS: Final = (
    "Streiks?|Warnstreiks?|Treffen|Wahl|Wahlen|Abstimmung|Sitzung|Spiel|Konzert|Gipfel|Demonstration|Demonstrationen|Verhandlung"
    "|Termin|Ausfällen?|Kundgebung|Feier|Beerdigung|Protesten?|Aktionstag|Parteitag|Start|Stichwahl|Prozess|Finale|Auftritt|Besuch"
    "|Gespräche?n?|Beginn|Debatte|Anhörung|Urteil|Entscheidung|Eröffnung|Premiere"
)
"""What is told to come as well as gone: "zum Streik am Freitag"."""

GERMAN: Final = DateWords(
    rules={name: (re.compile(form), reader) for name, (form, reader) in _FORMS.items()},
    triggers=_TRIGGERS,
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    seasons=_SEASONS,
    numbers=_NUMBERS,
    ordinals=_ORDINALS,
    year_heads=_YEAR_HEADS,
    and_word="und",
    units=_UNITS,
    shifts={**_OPEN_SHIFTS, **_SURE_SHIFTS, **_FAR_SHIFTS},
    anaphors=_ANAPHORS,
    days=_DAYS,
    holidays={**_HOLIDAYS, **dict.fromkeys(("erste mai", "ersten mai", "erster mai"), "5-1")},
    plain_holidays=frozenset({*_HOLIDAYS, "erste mai", "ersten mai", "erster mai"}),
    named=((9, 11, 2001, re.compile(_NO)), (10, 7, 2023, re.compile(_NO)), (6, 17, 1953, re.compile(_NO))),
    beyond=_words("dem vom seit nach vor des der"),
    present_is_ahead=True,
    bare_years=True,
    future=re.compile(
        rf"\b(?:{_MODAL}(?!{_REST}\b(?:haben|sein|worden)\b(?:\s*[.,;:]|\s*$))|beginnt|beginnen|startet|starten|endet|tritt(?={_REST}\bin\s+Kraft\b)"
        rf"|findet|finden|öffnet|eröffnet(?={_REST}\b(?:am|im)\b)|(?:ist|sind|sei|seien)(?={_REST}\b{_PLANNED}\b)|spätestens|frühestens|voraussichtlich"
        rf"|plant|planen|beabsichtigt|bevorsteht|steht\s+bevor|erwartet\s+wird|läuft(?={_REST}\b(?:aus|ab)\b)|geplant\s+(?:ist|sind))\b"
    ),
    past=re.compile(
        rf"\b(?:{_STRONG}|(?:hat|haben|habe|seien)\b|soll(?:en)?\b(?={_REST}\b(?:haben|sein)\b(?:\s*[.,;:]|\s*$))|(?:ist|sind|sei)\b(?={_REST}(?<!zu\s)\b{_DONE}\b\s*(?:[.,;:!?“\"]|$|und\b|sei\b))"
        rf"|(?!(?:{_NO_PRETERITE})\b)(?!ge)[a-zäöüß]{{3,}}t(?:e|en)\b(?=\s+(?:[a-zäöüß„\"]|\d))(?<!\bdie\s\w{{12}}))\b"
    ),
    breaks=re.compile(
        r"\b(?:sagte|sagten|sagt|teilte|teilten|erklärte|erklärten|berichtete|berichteten|meldete|hieß\s+es|wie|der|die|das)?(?<=[,;:]\s)(?:der|die|das|dass|weil|wenn|als|nachdem|obwohl|während|und|aber|wo|wie|sagte|teilte|erklärte|hieß|kündigte|berichtete)\b"
        r"|\b(?:sagte|sagten|teilte|teilten|erklärte|erklärten|berichtete|berichteten|meldete)\b|[;:?!]|[“”„\"»«]|(?<!\d)\.\s+(?=[A-ZÄÖÜ])"
    ),
    reporting=re.compile(
        r"\b(?:sagte|sagten|teilte|erklärte|Sprecher(?:in)?|[Gg]estern|[Hh]eute|wird|werden|soll|(?:diese|letzte|vergangene|nächste|kommende)[nrs]?"
        r"\s+(?:Woche|Wochenende|Monat|Jahr))\b"
    ),
    business=re.compile(
        r"\b(?:Umsatz|Gewinn|Verlust|Quartalszahlen|Bilanz|Konzern|Aktien?|Dividende|Wirtschaft|Konjunktur|Inflation|Export|Unternehmen|Ergebnis"
        r"|Bruttoinlandsprodukt|Erlöse?|Analysten|Absatz|Anleger)\b"
    ),
    sport=re.compile(r"\b(?:Tore?|Elfmeter|Halbzeit|Trainer|Spieltag|Schiedsrichter|Anpfiff|Tabellenführer)\b"),
    vague=_VAGUE,
    plain_months=_words("Januar Jänner Februar September Oktober November Dezember April März"),
    time_prepositions=_words(
        "im jahr jahre jahres saison spielzeit seit ab bis anfang mitte ende frühjahr um circa ca. zwischen von vor nach"
    ),
    month_prepositions=_words("im seit ab bis anfang mitte ende vom zum von zwischen vor nach monat diesen"),
    sure_prepositions=_words("im seit ab bis anfang mitte ende"),
    season_prepositions=_words("im"),
    holiday_prepositions=_words("am an zu seit bis ab"),
    before_year=_words(
        "in seit ab bis von um und oder erst schon bereits noch auch nur war waren wurde wurden hat haben hatte hatten"
        " ist sind wird werden soll sollen kam kamen ging fand starb begann gab nahm stieg fiel dann also er sie es man wir ich der die das den dem"
        " kommt trat sich dort hier damals zuletzt"
    ),
    never_before_year=_words(
        "etwa rund fast knapp über mindestens höchstens genau circa insgesamt nur mehr als nr. nummer seite kapitel artikel"
        " paragraf paragraph absatz zimmer linie flug modell version $ € £ § mit aus für unter je gut ungefähr gegen weitere zirka ca."
    ),
    count_heads=frozenset(),
    counted_nouns=_words(
        "Menschen Personen Leute Soldaten Männer Frauen Kinder Schüler Schülerinnen Studenten Studierende Lehrer Arbeiter Beschäftigte Mitarbeiter"
        " Mitarbeiterinnen Stellen Jobs Mitglieder Einwohner Bürger Migranten Flüchtlinge Geflüchtete Wähler Stimmen Sitze Delegierte Beamte Polizisten"
        " Feuerwehrleute Kämpfer Häftlinge Gefangene Geiseln Demonstranten Demonstrierende Anhänger Fans Zuschauer Besucher Gäste Passagiere Patienten Ärzte"
        " Tote Todesopfer Verletzte Opfer Fälle Infektionen Dosen Festnahmen Häuser Wohnungen Gebäude Familien Haushalte Schulen Kliniken Betriebe Firmen"
        " Unternehmen Höfe Läden Autos Fahrzeuge Busse Lastwagen Züge Flüge Flugzeuge Schiffe Boote Panzer Raketen Drohnen Bomben Granaten Schüsse Waffen"
        " Tiere Rinder Schafe Vögel Bäume Pflanzen Arten Aktien Punkte Punkten Dollar Euro Pfund Franken Mark Rubel Kronen Yen Yuan Cent Prozent Kilometer"
        " Kilometern Meter Metern km m Meilen Hektar ha Quadratmeter Quadratkilometer Tonnen Tonne t kg Kilogramm Kilo Gramm Liter Litern Barrel Megawatt MW kW"
        " Grad Stunden Stunde Minuten Sekunden Tage Tagen Wochen Monate Jahre Jahren Uhr Exemplare Exemplaren Seiten Wörter Stück Mal mal Tausend Millionen Mio. Milliarden Mrd."
        " Unterschriften Anträge Anzeigen Verfahren Kunden Nutzer Zimmer Betten Plätze Parkplätze Bewerber Teilnehmer Teilnehmerinnen Teilnehmern Menschen Personen"
    ),
    noun=re.compile(r"\s{1,3}([A-Za-zÄÖÜäöüß.]+)"),
    general_before=_words(
        "von bis noch ist sind gilt gelten lebt leben heißt heißen steht stehen gehört gehören gibt arbeitet wohnt dient zählt"
        " zählen befindet liegt beherbergt nutzt besteht erinnert"
    ),
    general_after=re.compile(
        r"(?<=eute)\s+(?:noch|schon|ist|sind|gilt|gelten|lebt|leben|heißt|heißen|steht|stehen|gehört|gehören|gibt|arbeitet|wohnt|zählt)\b"
    ),
    plural=re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]+(?:en|er|ern|e|n|s|innen)\b"),
    amount_lead=re.compile(
        r"\b(?:stieg|stiegen|fiel|fielen|sank|sanken|wuchs|wuchsen|kletterte|steigt|sinkt|erhöht\w*|gesunken|gestiegen|Zahl|Preis|Wert)\b[^.;\n]{0,30}\b(?:von|auf|um)\s+(?:[\d.,]+\s+(?:\w+\s+){0,2}auf\s+)?$"
    ),
    falling=re.compile(r"\s(?:auf|bis|[-–])\s(\d{4})\b"),
    fallen=re.compile(r"\b(\d{4})\s(?:auf|bis|[-–])\s$"),
    from_year_to_year=re.compile(r"\b(?:[Vv]on|[Zz]wischen)\s+(?:1\d{3}|20\d\d)\s+(?:bis|und)\s+(?:1\d{3}|20\d\d)\b"),
    bounded_year=re.compile(r"\b(?:[Bb]is\s+mindestens|[Ff]rühestens|[Ss]pätestens|[Ii]m\s+Jahre?)\s{1,3}$"),
    before_old_year=_words("von vor nach zwischen"),
    before_short_year=frozenset(),
    year_lead=re.compile(
        r"(?:\b[Ii]m\s+Jahre?|\b[Ss]eit|\b[Bb]is|\b[Aa]b|\b[Vv]on|\b[Ee]nde|\b[Aa]nfang|\b[Mm]itte|[a-z](?:mer|bst|ter|ahr)"
        rf"|\b(?:war|waren|wurde|wurden|hatte|hatten|und)|[.!?]|{_any(MONTH_NAMES)})\s+$|^$|\n$"
    ),
    shared_year=re.compile(
        rf"{_GAP}(?:und|oder|bis)(?:{_GAP}(?:zum|im|am|Anfang|Mitte|Ende))?{_GAP}(?:\d{{1,2}}\.{_GAP})?{_MONTH}(?:{_GAP}{_YEAR}|{_OF_YEAR})"
    ),
    shared_season=re.compile(
        rf"{_GAP}(?:und|oder){_GAP}(?:im{_GAP})?(?:{_any({w.title() for w in _SEASON_STEMS})}){_GAP}{_YEAR}"
    ),
    function_words=frozenset(),
    to_now=_words("vor in"),
    back=_words("vor zuvor vorher früher"),
    sides={"davor": -1, "danach": 1, "darauf": 1, "zuvor": -1, "vor": -1, "folge": 1},
    articles=_words("der die das dem den des ein eine einem einen einer"),
    on=_words("am"),
    pointing=_words("jenem jenen diesem einem einen"),
    parts_of_day=_words("nacht morgen abend"),
    recurring=_words("jeden jeder jedes alle immer der ein mancher"),
    recurring_before=re.compile(
        r"\b(?:[Jj]ede[nmrs]?|[Aa]lle|immer|stets|jeweils|wöchentlich|monatlich|jährlich)\s+(?:\w+\s+){0,2}(?:am\s+|im\s+)?$"
    ),
    recurring_after=re.compile(r"\s+(?:jedes|jeden|jeder|eines\s+jeden)\s+(?:Jahr|Monat|Woche|Jahres|Monats)\w*\b"),
    weekday_nouns=re.compile(r"\s+(?:und\s+\w+tag\s+geschlossen|Ruhetag)\b"),
    birth=re.compile(r"\b(?:geboren\s+(?:wurde\s+\w+\s+)?(?:am\s+)?|wurde\s+am\s+)$(?<=geboren am )"),
    born=re.compile(r"geboren"),
    inside=re.compile(r"\s?[,(–—-]?\s?(?:am\s)?"),
    beside=re.compile(r"\s(?:(?:am|im)\s)?|,\s(?:am|im)\s"),
    since=_words("seit"),
    firm_prepositions=_words("im am bis ab zum"),
    event_prepositions=_words("am im"),
    end_part=re.compile(r"(?:ende|\w+ende)", re.I),
    capital=re.compile(_NO),
    clause_end=re.compile(r"(?<!\b\d)(?<!\b\d\d)(?<!\b[A-Za-z])(?<!\b[A-Za-z]{2})[.;:!?]\s|\n\s*\n"),
    sentence_end=re.compile(
        r"\n\s*\n|(?<!\bDr)(?<!\bSt)(?<!\bProf)(?<!\bNr)(?<!\bca)(?<!\b\d)(?<!\b\d\d)(?<!\b[A-Za-z])[.!?][“\"»«)]*\s+(?=[A-ZÄÖÜ„\"»])"
        r"|:\s+(?=[„\"»][A-ZÄÖÜ])"
    ),
    opening=re.compile(r"[„»\"“][^„“”»«\"\n]*$"),
    quoted=re.compile(r"[^„“”»«\"\n]*[“”«\"],?"),
    speaking=re.compile(rf"\b(?:{_SAYING}|sagt|versprach|Interview|hoffte)\b"),
    beside_speech=re.compile(r",?\s+(?:und|aber|oder|doch)\b"),
    reported=re.compile(rf"\b(?:{_SAYING}|laut|zufolge)\b[^,.;:\"„]*$"),
    auxiliaries=frozenset(),
    passive=frozenset(),
    open_ends=_words("bis"),
    perhaps=re.compile(r"\b(?:könnte|könnten|dürfte|dürften|vielleicht|möglicherweise)\b(?P<rest>[^.;:,!?\n]*)$"),
    unreal=re.compile(
        r"\b(?:sollte|sollten|wollte|wollten|hätte|hätten|wäre|wären|müsste|müssten|würde|eigentlich)\b[^.,;:!?\n]*$"
        r"|(?:^|[.,;:!?]\s)(?:(?!\b(?:ist|sind|sei|wird|werden|soll|sollen)\b)[^.,;:!?])*+(?<=\b[FfAa][üu][rf]\s)$"
        rf"|\b(?:\w+-)?(?:{_PLANS})\s+am\s+$",
    ),
    clause_start=re.compile(r",\s|\b(?:und|aber|sondern)\s+(?=[a-zäöüß]{3,}t\s)|\s[–—]\s"),
    verb_last=re.compile(
        r"(?<=,\s)(?:(?:der|die|das|den|dem)\s+(?![A-ZÄÖÜ])|denen|deren|dessen|dass|ob|weil|wenn|falls|sobald|damit|als|nachdem|bevor|wie|wo|was|wer|während"
        r"|da|(?:in|auf|mit|bei|von|zu|an|für)\s+(?:der|dem|den|denen))\b"
    ),
    said_before=re.compile(
        rf"\b(?:{_SAYING})\b[^.;:!?\n\"„]{{0,80}}?\b(?P<weekday>{_WEEKDAY_FORMS})\b[^.;!?\n\"„:]{{0,60}}:\s*[„\"»][^“\"«\n]*$"
        rf"|(?P<weekday_b>{_NO})"
    ),
    said_after=re.compile(
        rf"[^„“\"\n]*[“\"«],?\s+[^.!?;„\"\n]{{0,80}}?\b(?:{_SAYING}|sagt)\b[^.!?;„\"\n]{{0,80}}?\b(?P<weekday>{_WEEKDAY_FORMS})\b"
    ),
    said_sometime=re.compile(_NO),
    decades=(
        "",
        "",
        "zwanziger",
        "dreißiger",
        "vierziger",
        "fünfziger",
        "sechziger",
        "siebziger",
        "achtziger",
        "neunziger",
    ),
)
