"""A date without its year, with candidates and the scene around it, in; the one that is meant, or None, out.

The tense of the clause decides. What stands amid things of long ago, or may as well lie ahead, has no year.
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.dates.periods import Period, nearest
from nutgraf.dates.scene import BIRTH, Scene

FRESH: Final = 75
"""Days within which a date is rather news than history."""

_PASSAGE: Final = 250
"""Characters."""


def choose(scene: Scene, match: re.Match[str], candidates: list[Period]) -> Period | None:
    """Return that of `candidates` which the clause means; None without an anchor."""
    if scene.anchor is None or not candidates:
        return None
    last = scene.year_beside(match.start()) or scene.last
    if scene.is_history and last:
        return min(candidates, key=lambda period: _distance_in_history(period, last))
    is_future = scene.is_future(match)
    if not is_future and _is_beside_old(scene, match.start()):
        return None
    if scene.word_before(match.start()).lower() in scene.words.since:
        return nearest(candidates, scene.anchor, False, is_firm=True)
    is_firm = _is_firm(scene, match.start(), is_future)
    chosen = nearest(candidates, scene.anchor, is_future, is_firm)
    if is_future is None:
        is_sure = _is_news(scene, chosen) or _is_appointed(scene, match.start(), chosen)
        is_open = chosen.unit == "day" and not is_sure
    elif is_future:
        is_open = is_firm and chosen.last < scene.anchor and not match.groupdict().get("day_b")
    else:
        is_open = _is_open_past(scene, match.start(), chosen, len(candidates) > 1)
    return None if is_open else chosen


def _is_news(scene: Scene, period: Period) -> bool:
    return scene.anchor is not None and abs((period.first - scene.anchor).days) <= FRESH


def _is_appointed(scene: Scene, start: int, chosen: Period) -> bool:
    """Tell whether a day ahead is surely meant: "school starts on 1 September", "open until 1 September"."""
    if scene.anchor is None or chosen.first < scene.anchor:
        return False
    before = {scene.word_before(start, back).lower() for back in (1, 2)}  # "until", "bis zum"
    return not before.isdisjoint(scene.words.open_ends) or scene.words.timetable.search(scene.lead(start)) is not None


def _is_open_past(scene: Scene, start: int, chosen: Period, has_others: bool) -> bool:
    """Tell whether a date in a clause of the past may as well be that of another year than `chosen`."""
    is_day = chosen.unit == "day"
    if scene.anchor and chosen.first > scene.anchor and has_others:
        return _is_told(scene, start) or (not is_day and not _is_aimed(scene, start))
    # "On 15 January 2019 they met. On 3 February they rented a van."; a lone month has its mark of doubt.
    goes_on = scene.leads(start) and (not is_day or (scene.last is not None and scene.last.unit in ("day", "month")))
    is_tied = goes_on or (is_day and not _is_news(scene, chosen))
    return is_tied and is_amid_history(scene, start)


def _is_told(scene: Scene, start: int) -> bool:
    """Tell a day that the verb of the past is about, "he was killed on May 9", from an attribute."""
    is_attribute = scene.word_before(start).lower() in scene.words.attributing
    return _is_firm(scene, start, False) or not (is_attribute or scene.tense.has_verb_before(start))


def _is_aimed(scene: Scene, start: int) -> bool:
    """Tell whether what a verb of the past tells in front of a date may have been a plan: "chose to leave in"."""
    if scene.word_before(start).lower() in scene.words.open_ends:
        return True
    verb = scene.tense.verb_before(start)
    return verb is not None and scene.words.aiming.search(scene.text, verb, start) is not None


def _is_beside_old(scene: Scene, start: int) -> bool:
    """Tell whether a day or month of long ago is told in the same sentence, save that of a birth."""
    if not is_amid_history(scene, start) or scene.last is None or scene.last.unit not in ("day", "month"):
        return False
    is_birth = scene.words.born.search(scene.text, max(0, scene.last_at - BIRTH), scene.last_at)
    return not is_birth and scene.words.sentence_end.search(scene.text, scene.last_at, start) is None


def is_amid_history(scene: Scene, start: int) -> bool:
    """Tell whether the sentence before, in one paragraph, tells of long ago: then nobody knows whose year it is."""
    if scene.anchor is None or scene.last is None or start - scene.last_at >= _PASSAGE:
        return False
    latest = next((mention for mention in reversed(scene.found) if mention.edtf), None)
    is_old = scene.last.last.year < scene.anchor.year - 1 and latest is not None and latest.basis == "explicit"
    return is_old and "\n\n" not in scene.text[scene.last_at : start]


def _is_firm(scene: Scene, start: int, is_future: bool | None) -> bool:
    """Tell whether the tense is surely that of the date: its sentence begins with it, or its verb stands by it."""
    if is_future:
        return scene.word_before(start).lower() in scene.words.firm_prepositions
    return is_future is False and (scene.leads(start) or _follows_verb(scene, start))


def _follows_verb(scene: Scene, start: int) -> bool:
    """Tell whether a verb of the past stands right in front of the date: "the ferry sank on June 3"."""
    has_preposition = scene.word_before(start) in scene.words.event_prepositions
    for back in (2, 3, 4) if has_preposition else (1,):
        word = scene.word_before(start, back)
        if scene.tense.is_verb(word, scene.word_before(start, back + 1)):
            return True
        if word[-1:] in ",.;:":
            break
    return False


def _distance_in_history(period: Period, last: Period) -> int:
    """Return how unlikely it is that a history goes on with `period` after `last`: it rather goes on than back."""
    if last.first <= period.first <= last.last:
        return 0
    days = (period.first - last.first).days
    return days if days >= 0 else -2 * days
