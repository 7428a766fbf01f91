"""Mentions in, the same mentions without the values that the words around them put in doubt.

"Tomorrow", in what somebody said on Sunday or in 2015, is not the day after the publication, and "this month", right
behind "20 years ago", not the present one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from nutgraf.dates.mention import DateMention
from nutgraf.dates.scene import Scene
from nutgraf.edtf import parse_edtf

_DEICTIC: Final = frozenset({"today", "shift", "shift-weekday", "shift-month", "weekday", "month", "season", "weekend"})
"""Rules whose dates count from the day of speaking."""

_SAID: Final = 60
"""Characters between a verb of saying, with the verb, and its date."""

_LATELY: Final = timedelta(days=7)
"""In what was said further back, "last week" is another than that of the publication."""

_NEAR: Final = 200
"""Characters between two dates of one sentence."""

_LEAD: Final = 24
"""Characters in front of a date that a sentence begins with: "In a long interview in 2019"."""


def without_doubtful(scene: Scene) -> list[DateMention]:
    """Return the mentions of `scene`, those without value whose day of speaking is another than the anchor."""
    if scene.anchor is None or scene.is_history:
        return scene.found
    found = _with_what_they_count_from(scene)
    return [
        replace(mention, edtf=None, basis="unresolved")
        if mention.basis == "anchored" and _is_deictic(scene, mention) and _is_doubtful(scene, found, index)
        else mention
        for index, mention in enumerate(found)
    ]


def _with_what_they_count_from(scene: Scene) -> list[DateMention]:
    """Make one of "two years ago" and the date beside it: "20 years ago this month", "On March 3 two years ago"."""
    found: list[DateMention] = []
    for index, mention in enumerate(scene.found):
        before = found[-1] if found else None
        if before and before.end == scene.found[index - 1].end and _are_beside(scene, before, mention):
            count = before if _counts_to_now(scene, before) else mention
            found[-1] = replace(count, start=before.start, end=mention.end)
        else:
            found.append(mention)
    return found


def _counts_to_now(scene: Scene, mention: DateMention) -> bool:
    words = scene.text[mention.start : mention.end].lower().split()
    return mention.rule == "count" and not scene.words.to_now.isdisjoint(words)


def _are_beside(scene: Scene, one: DateMention, other: DateMention) -> bool:
    """Tell whether one of two dates counts and the other says from when; one that the text states in full does not."""
    if "explicit" in (one.basis, other.basis) or not scene.words.beside.fullmatch(scene.text, one.end, other.start):
        return False
    return _counts_to_now(scene, one) != _counts_to_now(scene, other)


def _is_deictic(scene: Scene, mention: DateMention) -> bool:
    """Tell whether the date counts from the day of speaking, and not, as "that May" does, from another date."""
    text = scene.text[mention.start : mention.end]
    is_anaphor = scene.word_before(mention.start).lower() in scene.words.anaphors or any(
        scene.words.units.get(word) == "year" for word in text.split()[1:]
    )
    return mention.rule == "shift" or (mention.rule in _DEICTIC and not is_anaphor)


def _is_doubtful(scene: Scene, found: Sequence[DateMention], index: int) -> bool:
    mention = found[index]
    for other in _before(scene, found, index):
        between = scene.text[other.end : mention.start]
        is_said = _dates_speech(scene, other, between) or (
            _begins(scene, other) and scene.words.speaking.search(between)
        )
        if is_said and _is_another_day(scene, mention, other):
            return ";" not in between and not scene.words.reported.search(between)
    spoken = _day_of_speech(scene, found, index)
    return spoken is not None and _is_another_day(scene, mention, spoken)


def _is_another_day(scene: Scene, mention: DateMention, spoken: DateMention) -> bool:
    """Tell whether `mention`, said on the day that is `spoken`, counts from another than the anchor."""
    is_other = mention.rule == "today" and spoken.edtf not in (None, str(scene.anchor))
    return is_other or _is_older(scene, spoken, _LATELY)


def _dates_speech(scene: Scene, mention: DateMention, after: str) -> bool:
    """Tell whether a date is that of what was said `after` it: "he told the paper in 2019 that"."""
    words, text = scene.words, scene.text
    verbs = list(words.speaking.finditer(text, max(0, mention.start - _SAID), mention.start))
    if not verbs or words.beside_speech.match(after):
        return False
    rest = verbs[-1].end(), mention.start
    return not (words.breaks.search(text, *rest) or words.past.search(text, *rest) or "," in text[slice(*rest)])


def _before(scene: Scene, found: Sequence[DateMention], index: int) -> Iterator[DateMention]:
    """Yield the dates in front of that at `index` that stand in its sentence, the nearest first."""
    end = found[index].start
    for other in reversed(found[max(0, index - 4) : index]):
        ends = scene.words.sentence_end.finditer(scene.text, other.end, end)
        if end - other.end > _NEAR or any(match[0][0] not in ":," for match in ends):
            return
        yield other


def _begins(scene: Scene, mention: DateMention) -> bool:
    """Tell whether a sentence begins with `mention`."""
    low = max(0, mention.start - _NEAR)
    ends = [match.end() for match in scene.words.sentence_end.finditer(scene.text, low, mention.start)]
    return mention.start - (ends[-1] if ends else low) <= _LEAD


def _day_of_speech(scene: Scene, found: Sequence[DateMention], index: int) -> DateMention | None:
    """Return the date of what is quoted around that at `index`: "…," he said on Sunday."""
    start, end = found[index].start, found[index].end
    if not scene.words.opening.search(scene.text, max(0, start - _NEAR), start):
        return None
    closing = scene.words.quoted.match(scene.text, end, end + _NEAR)
    after = found[index + 1] if closing and index + 1 < len(found) else None
    if closing and after and closing.end() <= after.start <= closing.end() + _NEAR // 2:
        between = scene.text[closing.end() : after.start]
        return None if re.search(r"[.\"“\n]", between) else after
    return None


def _is_older(scene: Scene, mention: DateMention, age: timedelta) -> bool:
    latest = parse_edtf(mention.edtf).latest if mention.edtf else None
    return bool(latest and scene.anchor and scene.anchor - latest > age and mention.rule not in ("count", "same"))
