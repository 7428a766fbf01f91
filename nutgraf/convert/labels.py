"""A language in, the words and patterns that rules look for in its copy out: the English ones, and its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from nutgraf.vocabulary import furniture
from nutgraf.vocabulary.copy import (
    BADGES,
    BARE_LABELS,
    BYLINE_OPENERS,
    PUBLISHED_LABELS,
    TAKEAWAYS_HEADINGS,
    TOPIC_LABELS,
    UPDATED_LABELS,
    WHY_MATTERS,
)
from nutgraf.vocabulary.furniture import NETWORKS, TAIL_HEADINGS, Rows
from nutgraf.vocabulary.languages import copy_words

NOTHING: Final = re.compile(r"(?!)")

_COLON: Final = "[:：]"
_MARK: Final = r"[:：/／|｜＝=]"
"""What parts a label from its value."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What rules look for; all whole lines are compared as matching.label_key gives them."""

    takeaways: frozenset[str]
    tail: frozenset[str]
    badges: frozenset[str]
    bare: frozenset[str]
    topics: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    openers: frozenset[str]
    """Of bylines."""
    why_label: re.Pattern[str]
    why_heading: re.Pattern[str]
    topics_line: re.Pattern[str]
    date_label: re.Pattern[str]
    """A label of a date, and the spaces and marks behind it."""
    date_start: re.Pattern[str]
    """The same where a date follows."""
    date_filler: re.Pattern[str]
    """What may stand beside a date in a date line and means nothing more."""
    date_tail: re.Pattern[str]
    """Where the text comes from, behind a date."""
    desks: frozenset[str]
    """Who signs where no person does."""
    byline: re.Pattern[str]
    """A line with names in the article's own language; nothing in English, which has rules of its own."""
    name_separator: re.Pattern[str]
    lines: Rows
    """Furniture, as in nutgraf.vocabulary.furniture, for lines that do not end as a sentence does."""
    sentences: Rows
    """For those that do."""


@cache
def labels_of(language: str) -> Labels:
    """Return what rules look for in copy of a language; in one without a table of its own, the English words."""
    words = copy_words(language)
    published, updated = (*PUBLISHED_LABELS, *words.published), (*UPDATED_LABELS, *words.updated)
    topics = frozenset({*TOPIC_LABELS, *words.topics})
    date_label = rf"\b(?:(?P<published>{_any(published)})|(?P<updated>{_any(updated)}))(?![^\W\d_])\s*[:：\-–—|]?\s*"
    labels = {*words.by, *words.by_colon, *words.desk, *words.published, *words.updated, *words.topics, *words.labels}
    beside = _any((*words.fillers, *words.weekdays))
    beside = rf"|(?<!\w)(?:{beside}|\d{{1,2}} ?(?:h|uhr|uur))(?!\w)" if words.fillers else ""
    beside += f"|{words.other_calendars}" if words.other_calendars else ""
    why = rf"(?:{WHY_MATTERS}|{_any(words.why)})\s*[?？]?\s*"
    return Labels(
        takeaways=TAKEAWAYS_HEADINGS.union(words.takeaways),
        tail=TAIL_HEADINGS.union(words.related),
        badges=BADGES.union(words.badges),
        bare=BARE_LABELS.union(labels),
        topics=topics,
        published=frozenset(published),
        updated=frozenset(updated),
        openers=frozenset({*BYLINE_OPENERS, *words.by, *words.by_colon}),
        why_label=re.compile(rf"{why}(?:[:：—–]|\s-\s|\.(?=\s))\s*(?P<text>\S.*)", re.I | re.S),
        why_heading=re.compile(rf"{why}[:：.]?", re.I),
        topics_line=re.compile(rf"(?:(?:{_any(topics)})\s*{_COLON}|filed (?:under|in)\s)\s*(?P<topics>\S.*)", re.I),
        date_label=re.compile(date_label, re.I),
        date_start=re.compile(rf"{date_label}(?=\S*\d|\w+\.? \d)", re.I),
        date_filler=re.compile(rf"[\s,،，;|•·.:：()（）\-–—]|\b(?:at|on|by|local time|and)\b{beside}", re.I),
        date_tail=re.compile(rf"(?:^|\s)(?:{_any(words.desk)})\s*{_COLON}\D{{1,40}}$", re.I) if words.desk else NOTHING,
        desks=frozenset(words.desks),
        byline=_byline(words.by, words.by_colon, words.by_behind),
        name_separator=re.compile(rf"\s*(?:[,،，;；|•·/]|\s[-–—]\s|\b(?:{_any(('and', *words.and_))})\b|&)\s*", re.I),
        lines=(*_rows(language), *_sentence_rows(language)),
        sentences=_sentence_rows(language),
    )


def _any(words: Iterable[str]) -> str:
    """Return an alternation of words, the longest first, with either apostrophe."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]") for word in ordered) or "(?!)"


def _byline(before: Iterable[str], labels: Iterable[str], behind: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a line of names with their word before them, or behind them.

    A word of three ideographs or more may run into the name, as in Chinese; a shorter one would be found in others.
    """
    long = [word for word in before if len(word) > 2 and word[0] > "\u2e80"]
    lead = rf"(?:{_any((*before, *labels))})(?P<mark>\s*{_MARK}\s*)|(?:{_any(before)})\s+|(?:{_any(long)})"
    return re.compile(rf"(?:{lead})(?P<names>\S.*)|(?P<signed>\S.{{0,60}}?)\s*(?:{_any(behind)})(?:\s+\S+@\S+)?", re.I)


def _rows(language: str) -> Rows:
    """Return the rows of furniture for lines that do not end as a sentence does."""
    words = copy_words(language)
    rows = (
        ("share or follow line", words.shares, ""),
        ("share or follow line", words.shares, rf"\s.{{0,40}}{NETWORKS}.{{0,40}}"),
        ("newsletter line", words.newsletters, r"[!！]?"),
        ("link to another story", words.related, r"(?:\s*[:：|>»＞→].{0,200}|\s*…)?"),
        ("comment line", words.comments, r"\s*[(（]?\d*[)）]?"),
        ("advertisement", words.adverts, r"[\s*–-]*"),
        ("photo credit or caption", words.captions, rf"\s*{_MARK}\s*.{{1,300}}"),
        ("who edited it, or where it is from", words.desk, rf"\s*{_COLON}\s*.{{1,60}}"),
    )
    found = [
        (reason, re.compile(rf"[(（【*]?(?:{_any(of)}){behind}[)）】]?", re.I)) for reason, of, behind in rows if of
    ]
    if words.captions:
        found.append(
            (
                "photo credit or caption",
                re.compile(rf".{{0,240}}[\s(（](?:{_any(words.captions)}){_MARK}.{{1,80}}", re.I),
            )
        )
    if words.credit:
        found.append(("photo credit or caption", re.compile(words.credit)))
    if words.ago:
        said = rf"(?:(?:{_any((*words.published, *words.updated))})\s*:?\s*)?"
        found.append(("relative time", re.compile(rf"{said}(?:{words.ago})", re.I)))
    return (*furniture.LINES, *found)


def _sentence_rows(language: str) -> Rows:
    """Return the rows of furniture for whole sentences, too."""
    words = copy_words(language)
    if not words.rights:
        return furniture.SENTENCES
    reading = rf"(?:{_any(words.reading)})"
    time = re.compile(rf"{reading}\s*[:：]?\s*\d.{{0,20}}|\d{{1,3}}\s*\S{{0,8}}\s*{reading}", re.I)
    rights = re.compile(rf".{{0,120}}(?:{_any(words.rights)}).{{0,120}}", re.I)
    credit = re.compile(rf".{{0,240}}[(（](?:{_any(words.captions)})\s*{_MARK}.{{1,80}}[)）]", re.I)
    return (
        *furniture.SENTENCES,
        ("reading time", time),
        ("copyright line", rights),
        ("photo credit or caption", credit),
    )
