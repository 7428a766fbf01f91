"""A text and the place in it that is being read: the words around a match, the tense of its clause, the last date.

Readers (nutgraf.dates.explicit, relative, again, vague) take a scene and a match and give a mention; what they need
to know of the surroundings they ask here, so that every look at the text is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from nutgraf.dates.mention import DateMention, Granularity
from nutgraf.dates.periods import OutOfCalendarError, Period, nearest, period_from
from nutgraf.edtf import parse_edtf
from nutgraf.models import Basis
from nutgraf.vocabulary.date_words import DateWords

_WINDOW: Final = 160
"""Characters to either side in which a clause has its verb."""

_NEARBY: Final = 500
"""Characters within which "the following month" can mean that of the last date."""

_SENTENCE_END: Final = re.compile(
    r"\n\s*\n|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bGen)(?<!\bSen)(?<!\bGov)(?<!\bRep)(?<![A-Z])[.!?][\"”’')]*\s+(?=[A-Z“\"`'])"
)
_CLAUSE_END: Final = re.compile(r"[.;:!?]\s|\n\s*\n")


@dataclass(slots=True)
class Scene:
    """What the readers share; `last` and `end` move on with the reading."""

    text: str
    anchor: date | None
    words: DateWords
    is_history: bool = False
    """Narrative mode: dates follow from those before them, not from the day of publication."""
    is_business: bool = False
    last: Period | None = None
    """The last date that has a value."""
    last_at: int = 0
    rule: str = ""
    found: list[DateMention] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the last mention ends."""
        return self.found[-1].end if self.found else 0

    @property
    def today(self) -> date | None:
        """The day that relative dates start from: in a history that of the last date, else the anchor."""
        if self.anchor and self.is_history and self.last:
            return self.last.first
        return self.anchor

    def add(self, mention: DateMention) -> None:
        """Keep `mention` and remember its date for those that point back to it."""
        self.found.append(mention)
        period = period_from(mention.edtf) if mention.edtf else None
        if period and self._counts(mention, period):
            self.last, self.last_at = period, mention.end

    def _counts(self, mention: DateMention, period: Period) -> bool:
        """Tell whether later dates may start from this one; "since 1910" looks back only for a moment."""
        return not (self.is_history and period.unit == "year" and self.word_before(mention.start).lower() in _LOOKS_BACK)

    def mention(
        self,
        match: re.Match[str],
        edtf: str | None,
        granularity: Granularity,
        *,
        basis: Basis = "explicit",
        end: int | None = None,
        start: int | None = None,
    ) -> DateMention:
        """Return a mention of `edtf`; one without value when there is no such date (31 February)."""
        if edtf is not None:
            try:
                parse_edtf(edtf)
            except ValueError:
                edtf = None
        return DateMention(
            match.start() if start is None else start,
            match.end() if end is None else end,
            edtf,
            basis if edtf else "unresolved",
            granularity,
            self.rule,
        )

    def period(self, match: re.Match[str], period: Period | None, granularity: Granularity = "", doubt: str = "") -> DateMention:
        """Return an anchored mention of `period`, without value when there is none."""
        edtf = None
        if period is not None and self.anchor is not None:
            try:
                edtf = period.edtf + (doubt if period.unit in ("day", "month", "year") else "")
            except OutOfCalendarError:
                edtf = None
        return self.mention(match, edtf, granularity or (period.unit if period else ""), basis="anchored")

    def word_before(self, start: int, back: int = 1) -> str:
        """Return the word in front of `start`, or the one `back` words in front; empty at the start."""
        words = self.text[max(0, start - 40) : start].rpartition("\n\n")[2].split()
        return words[-back].lstrip("(\"“'‘[`") if len(words) >= back else ""

    def capital_after(self, end: int) -> str:
        """Return the capitalised word behind `end`, or the empty text."""
        after = re.match(r"\s([A-Z]\w+)", self.text[end : end + 30])
        return after[1] if after else ""

    def is_counted(self, end: int) -> bool:
        """Tell whether a noun that goes with a count follows at `end`."""
        after = re.match(r"\s{1,3}([a-z.']+)", self.text[end : end + 30])
        nouns = self.words.counted_nouns
        return bool(after and (after[1] in nouns or after[1].rstrip(".") in nouns))

    def is_future(self, start: int, end: int) -> bool | None:
        """Tell whether the clause around tells of what lies ahead; None when it does not say.

        Only strong cues count, and only up to where their reach ends: in "he said Monday that they will" Monday is
        past. When no verb stands before the date, the first one behind it decides.
        """
        left = self.text[max(0, start - _WINDOW) : start]
        for boundary in _SENTENCE_END.finditer(left):
            left = left[: boundary.start()] and " " * boundary.end() + left[boundary.end() :]
        cue = None
        for cue in self.words.future.finditer(left):  # noqa: B007 - the last one is meant
            pass
        if cue and not self.words.breaks.search(left, cue.end()):
            return True
        if self.words.past.search(left):
            return False
        return self._future_after(end)

    def _future_after(self, end: int) -> bool | None:
        right = self.text[end : end + _WINDOW]
        stop = _CLAUSE_END.search(right)
        right = right[: stop.start()] if stop else right
        ahead, behind = self.words.future.search(right), self.words.past.search(right)
        if ahead and (behind is None or ahead.start() <= behind.start()):
            return True
        return False if behind else None

    def choose(self, match: re.Match[str], candidates: list[Period]) -> Period | None:
        """Return that of `candidates` which the clause means; None without an anchor."""
        if self.anchor is None or not candidates:
            return None
        if self.is_history and self.last:
            last = self.last
            return min(candidates, key=lambda period: _distance_in_history(period, last))
        return nearest(candidates, self.anchor, self.is_future(match.start(), match.end()))

    def near(self, start: int) -> Period | None:
        """Return the last date when it stands close enough to be pointed back to."""
        return self.last if self.last and self.anchor and start - self.last_at <= _NEARBY else None


_LOOKS_BACK: Final = frozenset({"since", "from", "the", "a", "an", "of"})


def _distance_in_history(period: Period, last: Period) -> int:
    """Return how unlikely it is that a history goes on with `period` after `last`: it rather goes on than back."""
    if last.first <= period.first <= last.last:
        return 0
    days = (period.first - last.first).days
    return days if days >= 0 else -2 * days
