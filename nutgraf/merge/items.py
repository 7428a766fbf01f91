"""Three versions of a list in, one that has the edits of both out; what both changed differently is a Clash.

Unlike the usual merge of lines, edits to neighbours do not clash, and what both added is kept from both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, Literal, TypeVar

T = TypeVar("T", bound=Hashable)

Side = Literal["", "mine", "theirs"]
"""Whose version holds where both changed the same; nobody's makes it a Clash."""

_GRAM = 5  # characters; two texts about different things share few runs as long as that
_ALIKE = 0.4  # of the runs; an item is then another wording of its counterpart


@dataclass(frozen=True, slots=True)
class Clash(Generic[T]):
    """Items that both versions changed, each in its own way."""

    at: int
    """The index in mine of the first of them, or of what follows when mine has none."""
    mine: tuple[T, ...]
    theirs: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Merged(Generic[T]):
    """The outcome: what to make of mine, and what stands against it."""

    items: tuple[int | T, ...]
    """In order: the index of an item of mine that stays, or an item that comes in."""
    clashes: tuple[Clash[T], ...] = ()


@dataclass(frozen=True, slots=True)
class _Hunk:
    """An edit: base[start:end] became other[new_start:new_end]."""

    start: int
    end: int
    new_start: int
    new_end: int
    is_mine: bool


def likeness(one: str, other: str) -> float:
    """Return how much of the longer of two texts the other has too, 0 to 1, by their runs of characters."""
    return _overlap(_grams(one), _grams(other))


def merge_items(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T], *, prefer: Side = "") -> Merged[T]:
    """Return mine with what changed from `base` to `theirs`. An item must not be an int."""
    hunks = [*_hunks(base, mine, is_mine=True), *_hunks(base, theirs, is_mine=False)]
    added = set(mine) - set(base)
    items: list[int | T] = []
    clashes: list[Clash[T]] = []
    at_base = at_mine = 0
    for group in _groups(hunks):
        start, end = min(h.start for h in group), max(h.end for h in group)
        items += range(at_mine, at_mine + start - at_base)
        at_mine += start - at_base
        ours = range(at_mine, at_mine + end - start + sum(_growth(h) for h in group if h.is_mine))
        their_items = tuple(_project(base, theirs, start, end, [h for h in group if not h.is_mine]))
        if all(h.is_mine for h in group):
            items += ours
        elif start == end:
            items += [item for item in their_items if item not in added]  # else an editor brought it in by hand
            items += ours
        elif not any(h.is_mine for h in group):
            items += their_items
        else:
            my_items = tuple(mine[ours.start : ours.stop])
            if prefer == "theirs":
                items += their_items
            else:
                items += ours
                is_settled = my_items == their_items or _has_all(my_items, their_items, end - start)
                if not prefer and not is_settled:
                    clashes.append(Clash(ours.start, my_items, their_items))
        at_base, at_mine = end, ours.stop
    items += range(at_mine, len(mine))
    return Merged(tuple(items), tuple(clashes))


def merge_sets(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> Merged[T]:
    """Merge items whose place and neighbours mean nothing: none can clash."""
    gone = set(base) - set(theirs)
    kept = [index for index, item in enumerate(mine) if item not in gone]
    return Merged((*kept, *(item for item in theirs if item not in base and item not in mine)))


def applied(merged: Merged[T], mine: Sequence[T]) -> list[T]:
    """Return the items themselves."""
    return [mine[item] if isinstance(item, int) else item for item in merged.items]


def _has_all(mine: Sequence[T], theirs: Sequence[T], replaced: int) -> bool:
    """Tell whether mine has, in order, what theirs put in the place of `replaced` items, and so lacks nothing."""
    rest = iter(mine)
    return len(theirs) >= replaced and all(item in rest for item in theirs)


def _project(base: Sequence[T], other: Sequence[T], start: int, end: int, hunks: Sequence[_Hunk]) -> Iterator[T]:
    """Yield what base[start:end] is in the other version."""
    for hunk in hunks:
        yield from base[start : hunk.start]
        yield from other[hunk.new_start : hunk.new_end]
        start = hunk.end
    yield from base[start:end]


def _growth(hunk: _Hunk) -> int:
    return (hunk.new_end - hunk.new_start) - (hunk.end - hunk.start)


def _groups(hunks: Sequence[_Hunk]) -> list[list[_Hunk]]:
    """Put together the hunks of both sides that touch the same items, in the order of base."""
    groups: list[list[_Hunk]] = []
    for hunk in sorted(hunks, key=lambda h: (h.start, h.end, not h.is_mine)):
        if groups and any(_meet(hunk, other) for other in groups[-1]):
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
    return groups


def _meet(one: _Hunk, other: _Hunk) -> bool:
    if one.start == one.end == other.start == other.end:
        return True
    return one.start < other.end and other.start < one.end


def _hunks(base: Sequence[T], other: Sequence[T], *, is_mine: bool) -> Iterator[_Hunk]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield from _split(base, other, _Hunk(start, end, new_start, new_end, is_mine))


def _split(base: Sequence[T], other: Sequence[T], hunk: _Hunk) -> Iterator[_Hunk]:
    """Cut a hunk into edits of single items: each item and its new wording, the most alike first."""
    old = [_grams(str(item)) for item in base[hunk.start : hunk.end]]
    new = [_grams(str(item)) for item in other[hunk.new_start : hunk.new_end]]
    rated = sorted(((-_overlap(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)))
    pairs: list[tuple[int, int]] = []
    for score, i, j in rated:
        if -score < _ALIKE:
            break
        if all((i < a and j < b) or (i > a and j > b) for a, b in pairs):
            pairs.append((i, j))
    pairs.sort()
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        steps = [(a - i, b - j)]
        if a - i == b - j:
            steps = [(1, 1)] * (a - i)  # as many as before: each stands for the one in its place
        elif b == j:
            steps = [(1, 0)] * (a - i)
        for x, y in steps:
            yield _Hunk(hunk.start + i, hunk.start + i + x, hunk.new_start + j, hunk.new_start + j + y, hunk.is_mine)
            i, j = i + x, j + y
        if a < len(old):
            yield _Hunk(hunk.start + a, hunk.start + a + 1, hunk.new_start + b, hunk.new_start + b + 1, hunk.is_mine)
            i, j = a + 1, b + 1


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + _GRAM] for i in range(max(1, len(text) - _GRAM + 1)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one), len(other))
