"""A text and the place in it that is being read: the words around a match, the tense of its clause, the last date.

Readers (nutgraf.dates.explicit, years, parts, relative, again) take a scene and a match and give a mention; what they
need to know of the surroundings they ask here, so that every look at the text is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from nutgraf.dates.mention import DateMention, Granularity
from nutgraf.dates.periods import OutOfCalendarError, Period, Unit, period_from
from nutgraf.dates.tense import Tense
from nutgraf.edtf import parse_edtf
from nutgraf.models import Basis
from nutgraf.vocabulary.date_words import DateWords

_NEARBY: Final = 500
"""Characters within which "the following month" can mean that of the last date."""


@dataclass(slots=True)
class Scene:
    """What the readers share; `last` and `end` move on with the reading."""

    text: str
    anchor: date | None
    words: DateWords
    is_history: bool = False
    """Narrative mode: dates follow from those before them, not from the day of publication."""
    is_of_old: bool = False
    """Whether numbers before 1900 are years here."""
    is_business: bool = False
    last: Period | None = None
    """The last date that has a value."""
    last_at: int = 0
    recent: dict[Unit, Period] = field(default_factory=dict)
    """The last of each unit."""
    rule: str = ""
    found: list[DateMention] = field(default_factory=list)
    tense: Tense = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.tense = Tense(self.text, self.words)

    @property
    def end(self) -> int:
        """Where the last mention ends."""
        return self.found[-1].end if self.found else 0

    @property
    def base(self) -> date | None:
        """The day that relative dates start from: in a history that of the last date, else the anchor."""
        if self.anchor and self.is_history and self.last:
            return self.last.first
        return self.anchor

    def base_at(self, start: int) -> date | None:
        """Return the day that a date at `start` without its year starts from."""
        year = self.year_beside(start)
        return year.first if year else self.base

    def add(self, mention: DateMention) -> None:
        """Keep `mention` and remember its date for those that point back to it."""
        self.found.append(mention)
        period = period_from(mention.edtf) if mention.edtf else None
        if period:
            self.recent[period.unit] = period
        if period and self._counts(mention, period):
            self.last, self.last_at = period, mention.end

    def _counts(self, mention: DateMention, period: Period) -> bool:
        """Tell whether later dates may start from this one.

        A year that only measures another ("from $3 million a year earlier") starts nothing, and a lone year of long
        ago is rather an aside in a history.
        """
        if not self.is_history and mention.rule in _COMPARING and period.unit in ("year", "quarter"):
            return False
        if not self.is_history or self.last is None:
            return True
        leap = period.first.year - self.last.first.year
        is_fine = period.unit in ("day", "week", "month", "season")
        is_on = leap >= -_LEAP if is_fine else period.unit == "year" and 0 <= leap <= _LEAP
        return is_on or ((period.unit == "year" or is_fine) and self.leads(mention.start))

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

    def period(
        self, match: re.Match[str], period: Period | None, granularity: Granularity = "", doubt: str = ""
    ) -> DateMention:
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
        return words[-back].lstrip("(\"“„»«'‘[`") if len(words) >= back else ""

    def capital_after(self, end: int) -> str:
        """Return the capitalised word behind `end`, or the empty text."""
        after = self.words.capital.match(self.text, end, end + 30)
        return after[1] if after else ""

    def is_counted(self, end: int) -> bool:
        """Tell whether a noun that goes with a count follows at `end`."""
        after = self.words.noun.match(self.text, end, end + 30)
        nouns = self.words.counted_nouns
        return bool(after and (after[1] in nouns or after[1].rstrip(".") in nouns))

    def is_future(self, match: re.Match[str]) -> bool | None:
        """Tell whether the clause around `match` tells of what lies ahead; None when it does not say."""
        return self.is_future_at(match.start(), match.end())

    def is_future_at(self, start: int, end: int) -> bool | None:
        """Tell whether the clause around a date tells of what lies ahead; None when it does not say."""
        if self._is_unreal_at(start, end):
            return None
        is_future = self.tense.is_future(start, end)
        appointed = self.words.timetable.search(self.lead(start)) if is_future is None else None
        if appointed and appointed["sure"]:
            return True
        if is_future and self.words.thwarted.match(self.text, end):
            return None
        is_past_plan = self.words.past_plan.search(self.text, max(0, start - _PLAN), start)
        return None if is_future and is_past_plan else is_future

    def lead(self, start: int) -> str:
        """Return the text in front of a date, as far as rules look."""
        return self.text[max(0, start - 100) : start]

    def leads(self, start: int) -> bool:
        """Tell whether the sentence begins with the date: its verb then speaks of that date."""
        before = self.word_before(start)
        if self.words.bare_years and (not before or before[-1] in ".!?"):
            return True
        return before[:1].isupper() and not self.word_before(start, 2)[-1:].isalnum()

    def near(self, start: int) -> Period | None:
        """Return the last date when it stands close enough to be pointed back to."""
        if self.anchor is None:
            return None
        is_near = self.last is not None and start - self.last_at <= _NEARBY and not self._is_told_since()
        return self._aside(start) or (self.last if is_near else None)

    def _is_told_since(self) -> bool:
        """Tell whether a date that nobody can place stands behind the last one: "that day" is then rather that."""
        latest = self.found[-1] if self.found else None
        return latest is not None and latest.edtf is None and latest.granularity in _PLACES

    def _aside(self, start: int) -> Period | None:
        """Return the date right before, in a sentence of a history that has no other: "in 1949 … the following year".

        An aside starts no passage, so that it need not be the last date.
        """
        aside = self.found[-1] if self.is_history and self.found else None
        if aside is None or not aside.edtf or self.word_before(aside.start).lower() not in self.words.time_prepositions:
            return None
        ends = self.words.sentence_end
        is_alone = self.last_at < aside.start and ends.search(self.text, self.last_at, aside.start)
        return period_from(aside.edtf) if is_alone and not ends.search(self.text, aside.end, start) else None

    def year_beside(self, start: int) -> Period | None:
        """Return the year right before, in one sentence of a history: "in 1941, bombs fell on 5 April"; of no birth."""
        year = self._aside(start)
        if year is None or year.unit != "year":
            return None
        at = self.found[-1].start
        return None if self.words.born.search(self.text, max(0, at - BIRTH), at) else year

    def is_unreal(self, match: re.Match[str]) -> bool:
        """Tell whether the clause tells what was to have happened: the day may be past or to come."""
        return self._is_unreal_at(match.start(), match.end())

    def _is_unreal_at(self, start: int, end: int) -> bool:
        lead, (before, after) = self.lead(start), self.words.foiled
        is_foiled = before.search(lead) and after.match(self.text, end, end + 100)
        return bool(is_foiled or self.words.unreal.search(lead))

    def is_open(self, match: re.Match[str]) -> bool:
        """Tell whether nothing says which side of today a weekday is on: "shut until", "may resume on", "is heard"."""
        if self.word_before(match.start()).lower() in self.words.open_ends or self.is_unreal(match):
            return True
        lead = self.lead(match.start())
        perhaps = self.words.perhaps.search(lead)
        if perhaps and not self.words.past.search(perhaps["rest"]):
            return True
        return self.is_future(match) is None and self.words.timetable.search(lead) is not None


_COMPARING: Final = frozenset({"count", "year-ago", "quarter-again", "same-ago"})
"""Rules whose years and quarters are there to be compared with."""

_PLACES: Final = frozenset({"time", "day", "week", "weekend", "month", "season"})
"""What a date has to be as fine as, that others point back to."""

BIRTH: Final = 60
"""Characters in front of a date in which "born" makes a birthday of it."""

_PLAN: Final = 80
"""Characters in which a plan has its date."""

_LEAP: Final = 10
"""Years that a history may leap, or a day of it go back, without a sentence that begins with the date."""
