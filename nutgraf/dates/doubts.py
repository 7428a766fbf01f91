"""Mentions in, the same mentions without the values that the words around them put in doubt.

"Tomorrow", in what somebody said on Sunday or in 2015, is not the day after the publication.
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

_FRESH: Final = timedelta(days=75)
"""What lies further back than this is no day of the news."""

_LATELY: Final = timedelta(days=7)
"""In what was said further back, "last week" is another than that of the publication."""

_NEAR: Final = 200
"""Characters between two dates of one sentence."""

_LEAD: Final = 24
"""Characters in front of a date that a sentence begins with: "In a long interview in 2019"."""


def without_doubtful(scene: Scene) -> list[DateMention]:
    """Return the mentions of `scene`, those without value whose day of speaking is another than the anchor."""
    found = scene.found
    if scene.anchor is None or scene.is_history:
        return found
    return [
        replace(mention, edtf=None, basis="unresolved")
        if mention.basis == "anchored" and _is_deictic(scene, mention) and _is_doubtful(scene, found, index)
        else mention
        for index, mention in enumerate(found)
    ]


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
        if _is_older(scene, other, _FRESH) and _begins(scene, other):
            between = scene.text[other.end : mention.start]
            is_said = scene.words.speaking.search(between) and ";" not in between
            return bool(is_said and not scene.words.reported.search(between))
    spoken = _day_of_speech(scene, found, index)
    if spoken is None or not spoken.edtf:
        return False
    return (mention.rule == "today" and spoken.edtf != str(scene.anchor)) or _is_older(scene, spoken, _LATELY)


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
        return None if re.search(r"[.\"“]", between) else after
    return None


def _is_older(scene: Scene, mention: DateMention, age: timedelta) -> bool:
    latest = parse_edtf(mention.edtf).latest if mention.edtf else None
    return bool(latest and scene.anchor and scene.anchor - latest > age and mention.rule not in ("count", "same"))
