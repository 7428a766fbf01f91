"""Speech that was heard on another day than that of publication: 'She told a rally on Friday: "Tomorrow we sail."'."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from nutgraf.dates.mention import DateMention, Granularity
from nutgraf.dates.periods import period_of
from nutgraf.dates.scene import Scene

_WINDOW: Final = 300
"""Characters to either side in which the words around speech say when it was."""


def day_said(scene: Scene, match: re.Match[str]) -> date | None:
    """Return the day that "today" means at `match`: the weekday on which it was said, else that of publication.

    None when a weekday stands there that may be it: "he said after the match on Friday".
    """
    today, text, words = scene.anchor, scene.text, scene.words
    said = words.said_before.search(text[max(0, match.start() - _WINDOW) : match.start()])
    name = (said["weekday"] or said["weekday_b"]) if said else ""
    if not said:
        after = text[match.end() : match.end() + _WINDOW]
        said = words.said_after.match(after)
        name = said["weekday"] if said else ""
        if not said and words.said_sometime.match(after):
            return None
    if today is None or not name or today.toordinal() <= 7:
        return today
    return today - timedelta(days=(today.weekday() - words.weekdays[name.lower()]) % 7)


def on_day_said(scene: Scene, match: re.Match[str], offset: int, granularity: Granularity) -> DateMention:
    """Return the day `offset` days from that of speaking; under a rule of its own when that is not the anchor."""
    said = day_said(scene, match)
    if said != scene.anchor:
        scene.rule = "said"
    return scene.period(match, period_of("day", said).shifted(offset) if said else None, granularity)
