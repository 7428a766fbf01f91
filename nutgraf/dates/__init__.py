"""News text in, its mentions of dates out, each with its value when text and anchor leave no doubt of it.

The rules are a table of patterns for each language (as nutgraf.vocabulary.dates_en), each with a reader here. A reader
returns None for what is no date after all ("2000 troops"), and a mention without value for what it cannot tell: never a
wrong date. Without an anchor, the day of publication, only what the text states in full has a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from nutgraf.dates import again, explicit, parts, relative, years
from nutgraf.dates.doubts import without_doubtful
from nutgraf.dates.history import is_history, is_of_old, years_in
from nutgraf.dates.mention import DateMention, Granularity
from nutgraf.dates.periods import OutOfCalendarError
from nutgraf.dates.scene import Scene
from nutgraf.vocabulary.date_words import DateWords
from nutgraf.vocabulary.languages import date_words

__all__ = ["DateMention", "Granularity", "find_dates", "lies_ahead"]

Reader = Callable[[Scene, re.Match[str]], DateMention | None]


def _readers() -> Iterator[tuple[str, Reader]]:
    """Yield every `read_…` of the modules of readers under the name that a table of rules uses."""
    for module in (explicit, years, parts, relative, again):
        for name, reader in vars(module).items():
            if name.startswith("read_"):
                yield name.removeprefix("read_"), reader


READERS: Final[Mapping[str, Reader]] = dict(_readers())


def find_dates(text: str, anchor: date | None, language: str = "en") -> list[DateMention]:
    """Return the mentions of dates in `text`, in order, without overlap.

    `anchor` is the day of publication, from which "Tuesday" and "last year" count; without it they have no value. In a
    history (see nutgraf.dates.history) they count from the dates before them. In a language without tables only digits
    are read.
    """
    scene = _scene(text, anchor, date_words(language))
    read_to = 0
    for match, rule, reader in _matches(text, scene.words):
        if match.start() < max(scene.end, read_to):
            continue
        scene.rule = rule
        try:
            mention = reader(scene, match)
        except OutOfCalendarError:
            mention = scene.mention(match, None, "")
        if mention is None or mention.start < scene.end:
            continue
        if _is_habit(scene, mention):
            read_to = mention.end
        else:
            scene.add(mention)
    return without_doubtful(scene)


def lies_ahead(sentence: str, start: int, end: int, language: str = "en") -> bool:
    """Tell whether `sentence` says, by strong cues, that what it dates at `start` to `end` is still to come."""
    return Scene(sentence, None, date_words(language)).is_future_at(start, end) is True


def _is_habit(scene: Scene, mention: DateMention) -> bool:
    """Tell "every 1 May", "annually on 1 May" and "in May every year" from a day."""
    text, words = scene.text, scene.words
    if mention.basis == "explicit" or mention.rule == "shift":
        return False
    is_led = words.recurring_before.search(text, max(0, mention.start - _REACH), mention.start)
    return bool(is_led or words.recurring_after.match(text, mention.end))


def _scene(text: str, anchor: date | None, words: DateWords) -> Scene:
    is_business = bool(words.business.search(text)) and not words.sport.search(text)
    years = years_in(text, words)
    history = is_history(text, years, anchor, words)
    return Scene(text, anchor, words, is_history=history, is_of_old=is_of_old(years), is_business=is_business)


def _matches(text: str, words: DateWords) -> list[tuple[re.Match[str], str, Reader]]:
    """Return what may be dates, the leftmost first and of one start the longest."""
    lowered = text.lower()
    found = [
        (match.start(), -match.end(), order, match, rule, READERS[reader])
        for order, (rule, (pattern, reader)) in enumerate(words.rules.items())
        for low, high in _windows(text, lowered, words.triggers.get(rule))
        for match in pattern.finditer(text, low, high)
    ]
    found.sort(key=lambda item: item[:3])
    return [item[3:] for item in found]


def _windows(text: str, lowered: str, triggers: tuple[str, ...] | None) -> list[tuple[int, int]]:
    """Return the stretches of `text` around any of `triggers`, apart and in order; all of it when there are none.

    Most rules hang on a word or two, and a text is searched for those much faster than for the whole of a rule.
    """
    # The small letters of some scripts are longer than the capitals, and the offsets then not those of the text.
    if triggers is None or len(lowered) != len(text):
        return [(0, len(text))]
    windows: list[tuple[int, int]] = []
    for place in sorted({place for trigger in triggers for place in _places(lowered, trigger)}):
        low, high = max(0, place - _REACH), min(len(text), place + _REACH)
        if windows and low <= windows[-1][1]:
            low, _ = windows.pop()
        windows.append((low, high))
    return windows


_REACH: Final = 100
"""Characters; no date is longer."""


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
