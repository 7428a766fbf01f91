"""Text in, the spans of its sentences out.

A run of `.`, `!`, `?` or `…` with what closes behind it, then white space, may end a sentence; the words on
both sides decide (the tables of nutgraf.vocabulary.sentences). When in doubt two sentences stay one: half a
sentence can mislead a reader, a double one cannot.
"""

from __future__ import annotations

import re

from nutgraf.vocabulary.sentences import (
    AFTER_CLOCK,
    BEFORE_NUMBER,
    BEFORE_ORDINAL,
    CLOCK,
    EXCLAIMED_NAMES,
    GERMAN_MONTHS,
    LOWER_CASE_NAMES,
    NAME_ENDS,
    NEVER_LAST,
    SAYING,
    STARTERS,
    STATES_AFTER_COMMA,
)

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(
    r"""(?P<stop>[.!?…؟۔।。！？｡][.!?…؟۔।。！？｡]*+) (?P<closing>["”’'»“‘«)\]」』）》】]*+) (?:\[\d++\])*+""",
    re.VERBOSE,
)
"""It begins with a single set of characters, which the engine looks for by itself, and nothing in it backtracks."""
_WIDE = frozenset("。！？｡")
"""Stops that need no space behind them."""
_NEXT = re.compile(r"""\s*(?P<opening>["“‘'«(\[]*)(?P<word>[^\W_]+)?""")
_WINDOW = 60
"""Characters looked at in front of a stop: more than any abbreviation, and the work stays linear."""
_GOES_ON = frozenset(",;:&.…!?–—-")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_LAST_PART = re.compile(r"[\"“”‘'«()\[\]/–—]")
_LONGEST_SHORT = 6  # letters of the longest abbreviation: Messrs, Approx
_LABEL = re.compile(r"\s*[•⁃*-]?\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
_ASIDE = re.compile(r"\s*\([^().!?…]{1,60}\)[.;,]")
"""A remark in brackets with the stop behind it belongs to what stands before."""
_OMISSION = re.compile(r"(?:[ \u00a0]\.){3}\s++[^\W_]")
_SPACED_DOTS = re.compile(r"(?<!\S)(?:\.[ \u00a0]){3}$")
_ONLY_A_TIME = re.compile(
    r"\s*[\"“'‘(]?(?:At|By|Around|About|From|Until|Before|After|Since|Shortly (?:before|after)|Just (?:before|after))"
    r"\s[\w:.]{1,7}\s?[AaPp]\.[Mm]"
)
_PRONOUN = re.compile(r"\b(?:and|or|nor|not|than|as|is|am|did|do|was|will|have|had|can|could|would)\sI$")
_SPEAKER = re.compile(
    r"\s+(?P<first>[^\W\d_]+)[\w'’.-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w'’.-]*){0,3}"
    rf"(?:,[^,.?!]{{1,40}},)?\s+(?:{'|'.join(sorted(SAYING))})\b"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`, in order; every character but white space is in one.

    A line break always ends a sentence.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start = line.start()
        end = line.end()
        for stop in _STOP.finditer(text, start, end):
            if _ends_sentence(text, start, stop, end):
                spans.append((start, stop.end()))
                start = stop.end()
        spans.append((start, end))
    return [span for start, end in spans if (span := _without_space(text, start, end))]


def _without_space(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether the sentence from `start` ends at `stop`, in a line that ends at `end`."""
    marks, closing, at = stop["stop"], stop["closing"], stop.end()
    if at == end:
        return True
    if not text[at].isspace():
        return marks[-1] in _WIDE and not closing  # inside a quotation that goes on ("「行く。」と") it ends nothing
    if marks[-1] in _WIDE:
        return True
    after = _NEXT.match(text, at, end)
    word, opening = (after["word"] or "", after["opening"]) if after else ("", "")
    if not word and (after is None or after.end() == end or text[after.end()] in _GOES_ON):
        return not opening and (after is None or after.end() == end or _opens_omission(text, stop, end))
    if word[:1].islower() and word not in LOWER_CASE_NAMES:
        return False
    before = text[max(start, stop.start() - _WINDOW) : stop.start()]
    if opening[:1] == "(" and _ASIDE.match(text, at, end):
        return False
    if marks == ".":
        return _dot_ends(before, word, opening)
    if not before.strip() or (marks[0] in ".…" and _last_word(before.rstrip()) == word):  # I … I do not know
        return False
    if marks[0] == "!" and not closing and _last_word(before) in EXCLAIMED_NAMES:
        return False
    return not (closing and marks[0] in "?!" and _names_speaker(text, at, end))


def _opens_omission(text: str, stop: re.Match[str], end: int) -> bool:
    """Tell whether a sentence ends on the first of four dots with spaces: `The tide rose. . . . It fell.`"""
    return (
        stop["stop"] == "."
        and text[stop.start() - 1 : stop.start()].strip() != ""
        and bool(_OMISSION.match(text, stop.end(), end))
    )


def _dot_ends(before: str, word: str, opening: str) -> bool:
    """Tell whether a single dot between `before` and `word` ends a sentence; `opening` opens a quotation."""
    last = _last_word(before)
    if len(last) > _LONGEST_SHORT and last.isalpha():
        return True
    if not last and before.rstrip().endswith("."):
        return _SPACED_DOTS.search(before) is not None
    if _LABEL.fullmatch(before) or last in NEVER_LAST:
        return False
    if _is_ordinal(before, last, word):
        return False
    starts = word in STARTERS
    if last in CLOCK:
        return not (word[:1].isdigit() or word in AFTER_CLOCK or _ONLY_A_TIME.fullmatch(before))
    if last in BEFORE_NUMBER:
        # "No." as a whole answer ends, whoever speaks next.
        return not word[:1].isdigit() and (starts or before.strip(" \"“'‘") == last)
    if _DOTTED.fullmatch(last):
        return starts or opening[:1] in ('"', "“")
    if len(last) == 1 and last.isupper():
        return starts or (last == "I" and _PRONOUN.search(before) is not None)
    if last in STATES_AFTER_COMMA:
        return starts or not before[: -len(last)].rstrip().endswith(",")
    return starts or last not in NAME_ENDS


def _is_ordinal(before: str, last: str, word: str) -> bool:
    """Tell whether the number `last` in front of a stop is a German ordinal: "am 5. Mai", "der 1. FC"."""
    if not last.isdigit() or len(last) > len("31"):
        return False
    words = before.rsplit(None, 2)
    return word in GERMAN_MONTHS or (len(words) > 1 and words[-2].lower() in BEFORE_ORDINAL)


def _last_word(before: str) -> str:
    """Return the word in front of a stop, without what opens in front of it."""
    words = before.rsplit(None, 1)
    if not words or before[-1].isspace():
        return ""
    last = words[-1]
    return last if last.isalnum() else _LAST_PART.split(last)[-1]


def _names_speaker(text: str, position: int, end: int) -> bool:
    """Tell whether capitalised words and a verb of saying follow: "Are you ready?" Mara Quill asked."""
    speaker = _SPEAKER.match(text, position, end)
    return bool(speaker and speaker["first"][0].isupper() and speaker["first"] not in STARTERS)
