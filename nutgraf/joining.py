"""Briefings in, one timeline of them all out: what several tell is one entry that cites each, and where they differ.

Two entries tell of one event when one's date lies in the other's and they share their telling words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import combinations, product
from typing import Final

from nutgraf.edtf import parse_edtf, sort_key
from nutgraf.likeness import is_alike, is_nearly_same, numbers_apart, telling_words
from nutgraf.models import Briefing, Cited, Joined

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

_APART: Final = timedelta(days=31)
"""Dates of what is told in the same words are rather of one event when they lie no farther apart."""

_FEWEST: Final = 3
"""Words that entries share at least when they are held against each other: fewer are never alike."""


def join_timelines(briefings: Sequence[Briefing]) -> tuple[Joined, ...]:
    """Return the entries of `briefings`, which are in their site's order: oldest first, the undated last."""
    groups = _groups([Cited(entry, briefing) for briefing in briefings for entry in briefing.timeline])
    joined = [Joined(tuple(_shown_first(group.members))) for group in groups]
    rivals = _rivals(joined)
    whole = (replace(each, rivals=tuple(rivals[index])) for index, each in enumerate(joined))
    return tuple(sorted(whole, key=lambda each: sort_key(each.entry.date)))


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two numbers for one thing, each with the telling that has it."""

    one: Cited
    number: str
    other: Cited
    rival: str


def find_disputes(joined: Joined) -> list[Dispute]:
    """Return where the tellings of an event differ on a number."""
    found = []
    for one, other in combinations(joined.tellings, 2):
        if apart := numbers_apart(_plain(one), _plain(other)):
            found.append(Dispute(one, apart[0], other, apart[1]))
    return found


@dataclass(slots=True)
class _Group:
    """Tellings of one event."""

    members: list[Cited]
    words: set[str] = field(default_factory=set)


def _plain(cited: Cited) -> str:
    """Return the text of an entry without its date, which tellings share anyway."""
    return cited.entry.text.replace(cited.entry.phrase, "") if cited.entry.phrase else cited.entry.text


def _groups(cited: Sequence[Cited]) -> list[_Group]:
    """Put together what tells of one event; the order is that of `cited`.

    Those of the finest dates come first, so that "in May" finds its day. Each entry is held only against those of its
    time that share a few words with it, so that the work does not grow with the square of the entries.
    """
    groups: dict[int, _Group] = {}
    word_for_word: dict[tuple[str, str], int] = {}
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in sorted(range(len(cited)), key=lambda index: -len(cited[index].entry.date)):
        each, words = cited[index], telling_words(_plain(cited[index]))
        date = each.entry.date
        shared = Counter(place for word in words for place in postings.get((date, word), ()) if date)
        likely = [place for place, count in sorted(shared.items()) if count >= _FEWEST]
        same = word_for_word.setdefault((date, _plain(each)), index) if date else index
        place = next((place for place in (*likely, same) if place in groups and _tells(groups[place], each)), index)
        group = groups.setdefault(place, _Group([]))
        group.members.append(each)
        for time, word in product(_times(date), words - group.words):
            postings[time, word].append(place)
        group.words |= words
    return [groups[place] for place in sorted(groups)]


def _times(date: str) -> Iterator[str]:
    """Yield `date`, and of a day its month: what may be told of it with less."""
    yield date
    if _DAY.fullmatch(date):
        yield date[:7]


def _tells(group: _Group, each: Cited) -> bool:
    """Tell whether `each` is one more telling of a group's event, from a briefing that has not told it yet."""
    if any(member.briefing is each.briefing for member in group.members):
        return False
    return any(_plain(member) == _plain(each) or is_alike(_plain(member), _plain(each)) for member in group.members)


def _shown_first(members: Sequence[Cited]) -> list[Cited]:
    """Return what came about before what was announced, the finer dates first, and of these the newest briefing."""
    return sorted(members, key=lambda cited: (cited.entry.expected, -len(cited.entry.date)))


def _rivals(joined: Sequence[Joined]) -> dict[int, list[Cited]]:
    """Return, by their places in `joined`, the tellings that give the same event another date."""
    found: dict[int, list[Cited]] = defaultdict(list)
    for one, other in _candidates(joined):
        first, second = joined[one].tellings[0], joined[other].tellings[0]
        if _is_rival(joined[one], joined[other]) and is_nearly_same(_plain(first), _plain(second)):
            found[one].append(second)
            found[other].append(first)
    return found


def _candidates(joined: Sequence[Joined]) -> Iterator[tuple[int, int]]:
    """Yield the places of each two events of different days, a month apart at most, that share some words.

    Of the words that two of them share, one at least is among the rarer ones of each: only these are looked up.
    """
    days = [index for index, each in enumerate(joined) if _DAY.fullmatch(each.entry.date)]
    words_of = {index: telling_words(_plain(joined[index].tellings[0])) for index in days}
    counts = Counter(word for words in words_of.values() for word in words)
    postings: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, words in words_of.items():
        date = joined[index].entry.date
        month = int(date[:4]) * 12 + int(date[5:7])
        rare = sorted(words, key=lambda word: (counts[word], word))[: max(0, len(words) - _FEWEST + 1)]
        near = {place for word in rare for ago in (-1, 0, 1) for place in postings.get((month + ago, word), ())}
        yield from ((place, index) for place in sorted(near) if len(words & words_of[place]) >= _FEWEST)
        for word in rare:
            postings[month, word].append(index)


def _is_rival(one: Joined, other: Joined) -> bool:
    """Tell whether two events may be one: a briefing that tells both takes them for two, and plans may change."""
    tellers = {cited.briefing.path for cited in one.tellings} & {cited.briefing.path for cited in other.tellings}
    if tellers or one.entry.expected or other.entry.expected or one.entry.date == other.entry.date:
        return False
    first, second = parse_edtf(one.entry.date).earliest, parse_edtf(other.entry.date).earliest
    return first is not None and second is not None and abs(first - second) <= _APART
