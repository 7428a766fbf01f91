"""What nutgraf.dates needs to know of a language; each language fills it in a file of its own, as dates_en does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateWords:
    """The tables of one language; words are in lower case."""

    rules: Mapping[str, tuple[re.Pattern[str], str]]
    """By the name of the rule: the form of its expressions, and the name of the reader that knows what its groups mean
    (see nutgraf.dates.READERS). Of two that match at one place the longer wins, then the one that comes first."""

    triggers: Mapping[str, tuple[str, ...]]
    """Of the slow and the rare rules: what a text must hold, one at least, for the rule to be tried at all."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    """The words for spans of time, to the unit in nutgraf.dates.periods."""

    shifts: Mapping[str, int]
    """What goes with a unit or a weekday: "last" -1, "this" 0, "next" 1."""

    anaphors: Mapping[str, int]
    """What points back to the last date: "previous" -1, "same" 0, "following" 1."""

    days: Mapping[str, int]
    """Words for a day by its distance from today."""

    holidays: Mapping[str, str]
    """To a rule of nutgraf.dates.parts: a fixed day ("12-25"), the nth weekday of a month ("11 thu 4", "5 mon -1")
    or a distance from Easter ("easter -2")."""

    named: tuple[tuple[int, int, int, re.Pattern[str]], ...]
    """Events that are called by their date: month, day, year, and what follows when the event is meant."""

    future: re.Pattern[str]
    """Strong cues that what is told lies ahead."""

    past: re.Pattern[str]
    """Verbs that tell what was."""

    breaks: re.Pattern[str]
    """What ends the reach of a cue."""

    reporting: re.Pattern[str]
    """Signs of news rather than of a history: somebody said, it was yesterday."""

    business: re.Pattern[str]
    """Words of a text in which quarters and halves are those of a year, not of a match."""

    sport: re.Pattern[str]
    """Words of a text in which they are those of a match."""

    vague: Mapping[str, str]
    """Words without a place in the calendar, to past, present or future."""

    plain_months: frozenset[str]
    """Months that are no other word, so that they need no preposition."""

    time_prepositions: frozenset[str]
    month_prepositions: frozenset[str]
    before_year: frozenset[str]
    never_before_year: frozenset[str]
    count_heads: frozenset[str]
    counted_nouns: frozenset[str]
    general_before: frozenset[str]
    named_days: frozenset[str]
    newspapers: frozenset[str]
    streets: frozenset[str]
    plural: re.Pattern[str]
    """A plural behind a number, which it then as well counts: "1984 caves"."""

    before_count: frozenset[str]
    """What makes a count of the number right behind: "cost", "reached"."""

    amount_lead: re.Pattern[str]
    """What makes an amount of the number behind: "rose from", "fell from 2010 to"."""

    recurring: frozenset[str]
    shared_year: re.Pattern[str]
    """What follows a day or month that has its year from the next: "and July 1942"; groups month and year."""

    listed_year: re.Pattern[str]
    """What follows the 3 of "May 3, 4 and 5, 2023"; group year."""

    shared_season: re.Pattern[str]
    """The same behind a season; group year."""

    function_words: frozenset[str]
    """Words that go on behind a noun; another noun would make an attribute of it."""

    to_now: frozenset[str]
    """What counts from today: "ago", "from now"."""

    before_span: frozenset[str]
    """In front of "last two weeks" they show that it is no verb."""

    attributes: frozenset[str]
    """Words between which and a noun a month stands as an attribute: "the March summit"."""

    general_after: re.Pattern[str]
    """What lives now rather than on one day: "today's youth"."""

    recurring_after: re.Pattern[str]
    """What makes a habit of the date in front: "Monday of every week", "1 May every year"."""

    weekday_nouns: re.Pattern[str]
    """What makes an attribute of the weekday in front: "Sunday school"."""

    reported: re.Pattern[str]
    """What shows that the date behind is that of the report: "he was jailed, police said"."""

    recurring_before: re.Pattern[str]
    """What makes a habit of the weekday behind: "every Tuesday and", "every other"."""

    birth: re.Pattern[str]
    """What makes a birthday of the day behind."""

    beyond: frozenset[str]
    """In front of a day that an event is called by they mean the event: "after Sept. 11"."""

    thwarted: re.Pattern[str]
    """What leaves open whether it came to what was planned for the date in front: "was due Tuesday but"."""

    past_plan: re.Pattern[str]
    """What leaves open whether the date behind is past: "had been due"."""

    speaking: re.Pattern[str]
    """Verbs with which dates count from the day of speaking."""

    verb_after: re.Pattern[str]
    """What shows that "May" in front is a verb: "Bus 3 May be late"."""

    before_plans: frozenset[str]
    """In front of "Friday's meeting" they leave its tense to the clause."""

    sentence_end: re.Pattern[str]
    """Where a sentence ends, abbreviations apart."""

    auxiliaries: frozenset[str]
    """In front of what looks like a verb of the past they make a participle of it."""

    passive: frozenset[str]
    """Those of them that leave open when it was: "the case is heard in May"."""

    present: frozenset[str]
    """In front of a weekday they show that it is to come: "the fair is Sunday"."""

    setting: frozenset[str]
    """Verbs of the past with which a date may lie ahead."""

    before_old_year: frozenset[str]
    """Prepositions that make a year of a number before 1900; "by" goes as well with an amount."""

    open_ends: frozenset[str]
    """In front of a weekday they leave open, in a clause of the past, whether it has come."""

    takes_of: frozenset[str]
    """Words that go with "of": in "found guilty last week of fraud" the week is not a part of the fraud."""

    unreal: re.Pattern[str]
    """What leads up to a day on which something did not happen, past or to come: "was to have been held on"."""

    foiled: tuple[re.Pattern[str], re.Pattern[str]]
    """The same in two parts, before the day and behind it: "was due to sail on Monday but"."""

    timetable: re.Pattern[str]
    """Verbs of the present that, with a day, tell of an appointment: "the team plays Denby on"; nouns as well. Those
    outside its group `sure` tell in headlines what was: "Dow closes higher on"."""

    perhaps: re.Pattern[str]
    """What leads up to a day that may be meant as to come: "may resume on"; group rest."""

    said_before: re.Pattern[str]
    """What leads up to words that were said on a weekday: 'she told a rally on Friday: "We'; ends where they go on."""

    said_after: re.Pattern[str]
    """What follows on such words: '," she said on Friday'."""

    said_sometime: re.Pattern[str]
    """What follows on words that may have been said on a weekday: '," he said after the match on Friday'."""

    bounded_year: re.Pattern[str]
    """Words of counting that lead up to a year all the same: "until at least 2030", "no earlier than 2031"."""

    from_year_to_year: re.Pattern[str]
    """A pair of numbers that are years."""

    year_lead: re.Pattern[str]
    """What stands in front of a number of four digits that is a year."""

    decades: tuple[str, ...]
    """The words for decades by their digit."""
