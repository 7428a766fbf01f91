"""A text in, for any place in it: does the clause around tell of what was or of what lies ahead?

The cues of the whole text are found once, so that a text with many dates is not read again for each.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final

from nutgraf.vocabulary.date_words import DateWords

_WINDOW: Final = 160
"""Characters to either side in which a clause has its verb."""


class _Marks:
    """Where a pattern is in a text."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        spans = [match.span() for match in pattern.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def last_end(self, low: int, high: int) -> int | None:
        """Return the end of the last mark that lies between `low` and `high`."""
        index = bisect_right(self.ends, high) - 1
        return self.ends[index] if index >= 0 and self.starts[index] >= low else None

    def first_start(self, low: int, high: int) -> int | None:
        """Return the start of the first mark that begins at or behind `low` and ends by `high`."""
        index = bisect_left(self.starts, low)
        return self.starts[index] if index < len(self.starts) and self.ends[index] <= high else None


class Tense:
    """The tense of each clause of a text."""

    def __init__(self, text: str, words: DateWords) -> None:
        self._text, self._words = text, words

    @cached_property
    def _cues(self) -> _Marks:
        return _Marks(self._words.future, self._text)

    @cached_property
    def _verbs(self) -> _Marks:
        return _Marks(self._words.past, self._text)

    @cached_property
    def _breaks(self) -> _Marks:
        return _Marks(self._words.breaks, self._text)

    @cached_property
    def _clause_starts(self) -> _Marks:
        return _Marks(self._words.clause_start, self._text)

    @cached_property
    def _sentence_ends(self) -> _Marks:
        return _Marks(self._words.sentence_end, self._text)

    @cached_property
    def _clause_ends(self) -> _Marks:
        return _Marks(self._words.clause_end, self._text)

    def is_future(self, start: int, end: int) -> bool | None:
        """Tell whether the clause around a date tells of what lies ahead; None when it does not say.

        Only strong cues count, and only up to where their reach ends: in "he said Monday that they will" Monday is
        past. When no verb stands before the date, the first one behind it decides.
        """
        low = self._low(start)
        if self._words.verb_last.match(self._text, low, start):
            return self._future_after(end)
        cue = self._cues.last_end(low, start)
        if cue is not None and not self._is_broken(cue, start):
            return True
        return False if self.has_verb_before(start) else self._future_after(end)

    def has_verb_before(self, start: int) -> bool:
        """Tell whether a verb that tells what was stands in front of the date, in its sentence."""
        return self.verb_before(start) is not None

    def verb_before(self, start: int) -> int | None:
        """Return where the last verb ends that tells what was, in front of the date in its sentence."""
        return self._verbs.last_end(self._low(start), start)

    def _low(self, start: int) -> int:
        """Return where the sentence or the clause begins that a date at `start` stands in."""
        low = max(0, start - _WINDOW)
        low = self._sentence_ends.last_end(low, start) or low
        return self._clause_starts.last_end(low, start) or low

    def _is_broken(self, cue: int, start: int) -> bool:
        """Tell whether the reach of a cue that ends at `cue` ends before the date at `start`.

        It does where another verb takes over: "tolls that will rise, the operator announced Tuesday".
        """
        if self._breaks.first_start(cue, start) is not None:
            return True
        comma = self._text.find(",", cue, start)
        verb = self._verbs.first_start(comma, start) if comma >= 0 else None
        return verb is not None and (self._text[comma + 1 : verb].split() or [""])[-1] not in self._words.auxiliaries

    def _future_after(self, end: int) -> bool | None:
        high = min(len(self._text), end + _WINDOW)
        stop = self._clause_ends.first_start(end, high)
        high = high if stop is None else stop
        clause = self._clause_starts.first_start(end, high)
        high = high if clause is None else clause
        ahead, behind = self._cues.first_start(end, high), self._verbs.first_start(end, high)
        if ahead is not None and (behind is None or ahead <= behind):
            return True
        return False if behind is not None else None

    def is_verb(self, word: str, before: str) -> bool:
        """Tell whether `word` tells what was, and not "is heard" or "was set for"."""
        return (
            self._words.past.fullmatch(word) is not None
            and word not in self._words.setting
            and before not in self._words.passive
        )
