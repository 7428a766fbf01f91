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
    CLOCK,
    EXCLAIMED_NAMES,
    LOWER_CASE_NAMES,
    NAME_ENDS,
    NEVER_LAST,
    SAYING,
    STARTERS,
    STATES_AFTER_COMMA,
)

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(
    r"""(?<![.!?…؟۔।]) (?P<stop>[.!?…؟۔।]++) (?P<closing>["”’'»)\]]*+) (?:\[\d++\])*+ (?=\s|$)
      | (?<![。！？｡]) [。！？｡]++ (?: [」』”’"）》】]++ (?=\s|$) | (?![」』”’"）》】]) )""",
    re.VERBOSE,
)
"""A CJK stop needs no space; inside a quotation that goes on ("「行く。」と") it ends nothing.

Nothing backtracks, and a run is tried once, so that a line of dots costs no more than a line of prose."""

_LAST_WORD = re.compile(r"[^\s\"“”‘'«()\[\]/–—]*$")
_NEXT = re.compile(r"""\s*(?P<opening>["“‘'«(\[]*)(?P<word>[^\W_]+)?""")
_WINDOW = 60
"""Characters looked at in front of a stop: more than any abbreviation, and the work stays linear."""
_GOES_ON = frozenset(",;:&.…!?–—")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_LABEL = re.compile(r"\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
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
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, start, stop, line.end()):
                spans.append((start, stop.end()))
                start = stop.end()
        spans.append((start, line.end()))
    return [span for start, end in spans if (span := _without_space(text, start, end))]


def _without_space(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether the sentence from `start` ends at `stop`, in a line that ends at `end`."""
    marks, after = stop["stop"], _NEXT.match(text, stop.end(), end)
    if marks is None or after is None:
        return True
    word, opening = after["word"] or "", after["opening"]
    if not word and (after.end() == end or text[after.end()] in _GOES_ON):
        return not opening and after.end() == end
    if word[:1].islower() and word not in LOWER_CASE_NAMES:
        return False
    before = text[max(start, stop.start() - _WINDOW) : stop.start()]
    if marks == ".":
        return _dot_ends(before, word, opening)
    if not before.strip():
        return False
    if marks[0] == "!" and not stop["closing"] and _last_word(before) in EXCLAIMED_NAMES:
        return False
    return not (stop["closing"] and marks[0] in "?!" and _names_speaker(text, stop.end(), end))


def _dot_ends(before: str, word: str, opening: str) -> bool:
    """Tell whether a single dot between `before` and `word` ends a sentence; `opening` opens a quotation."""
    last = _last_word(before)
    starts = word in STARTERS
    if _LABEL.fullmatch(before) or last in NEVER_LAST:
        return False
    if last in CLOCK:
        return not (word[:1].isdigit() or word in AFTER_CLOCK)
    if last in BEFORE_NUMBER:
        # "No." as a whole answer ends, whoever speaks next.
        return not word[:1].isdigit() and (starts or before.strip(" \"“'‘") == last)
    if _DOTTED.fullmatch(last):
        return starts or opening[:1] in ('"', "“")
    if len(last) == 1 and last.isupper():
        return starts
    if last in STATES_AFTER_COMMA:
        return starts or not before[: -len(last)].rstrip().endswith(",")
    return starts or last not in NAME_ENDS


def _last_word(before: str) -> str:
    """Return the word in front of a stop, without what opens in front of it."""
    match = _LAST_WORD.search(before)
    return match[0] if match else ""


def _names_speaker(text: str, position: int, end: int) -> bool:
    """Tell whether capitalised words and a verb of saying follow: "Are you ready?" Mara Quill asked."""
    speaker = _SPEAKER.match(text, position, end)
    return bool(speaker and speaker["first"][0].isupper() and speaker["first"] not in STARTERS)
