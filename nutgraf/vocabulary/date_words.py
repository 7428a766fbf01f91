"""What nutgraf.dates needs to know of a language; each language fills it in a file of its own, as dates_en does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

NEVER: Final = re.compile(r"(?!)")
"""Where a language has no such words."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The tables of one language; words are in lower case where nothing else is said. What it does without is left out."""

    rules: Mapping[str, tuple[re.Pattern[str], str]]
    """By the name of the rule: the form of its expressions, and the name of the reader that knows what its groups mean
    (see nutgraf.dates.READERS). Of two that match at one place the longer wins, then the one that comes first."""

    triggers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the slow and the rare rules: what a text must hold, one at least, for the rule to be tried at all."""

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    """The words for spans of time, to the unit in nutgraf.dates.periods."""

    shifts: Mapping[str, int] = field(default_factory=dict)
    """What goes with a unit or a weekday: "last" -1, "this" 0, "next" 1."""

    anaphors: Mapping[str, int] = field(default_factory=dict)
    """What points back to the last date: "previous" -1, "same" 0, "following" 1."""

    days: Mapping[str, int] = field(default_factory=dict)
    """Words for a day by its distance from today."""

    holidays: Mapping[str, str] = field(default_factory=dict)
    """To a rule of nutgraf.dates.parts: a fixed day ("12-25"), the nth weekday of a month ("11 thu 4", "5 mon -1")
    or a distance from Easter ("easter -2")."""

    named: tuple[tuple[int, int, int, re.Pattern[str]], ...] = ()
    """Events that are called by their date: month, day, year, and what follows when the event is meant."""

    future: re.Pattern[str] = NEVER
    """Strong cues that what is told lies ahead."""

    past: re.Pattern[str] = NEVER
    """Verbs that tell what was."""

    breaks: re.Pattern[str] = NEVER
    """What ends the reach of a cue."""

    reporting: re.Pattern[str] = NEVER
    """Signs of news rather than of a history: somebody said, it was yesterday."""

    business: re.Pattern[str] = NEVER
    """Words of a text in which quarters and halves are those of a year, not of a match."""

    sport: re.Pattern[str] = NEVER
    """Words of a text in which they are those of a match."""

    vague: Mapping[str, str] = field(default_factory=dict)
    """Words without a place in the calendar, to past, present or future."""

    plain_months: frozenset[str] = frozenset()
    """Months that are no other word, so that they need no preposition."""

    time_prepositions: frozenset[str] = frozenset()
    month_prepositions: frozenset[str] = frozenset()
    before_year: frozenset[str] = frozenset()
    never_before_year: frozenset[str] = frozenset()
    count_heads: frozenset[str] = frozenset()
    counted_nouns: frozenset[str] = frozenset()
    general_before: frozenset[str] = frozenset()
    named_days: frozenset[str] = frozenset()
    newspapers: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    plural: re.Pattern[str] = NEVER
    """A plural behind a number, which it then as well counts: "1984 caves"."""

    before_count: frozenset[str] = frozenset()
    """What makes a count of the number right behind: "cost", "reached"."""

    amount_lead: re.Pattern[str] = NEVER
    """What makes an amount of the number behind: "rose from", "fell from 2010 to"."""

    recurring: frozenset[str] = frozenset()
    shared_year: re.Pattern[str] = NEVER
    """What follows a day or month that has its year from the next: "and July 1942", "and July last year"; groups month
    and year, shift and anaphor."""

    listed_year: re.Pattern[str] = NEVER
    """What follows the 3 of "May 3, 4 and 5, 2023"; group year."""

    shared_season: re.Pattern[str] = NEVER
    """The same behind a season; group year."""

    function_words: frozenset[str] = frozenset()
    """Words that go on behind a noun; another noun would make an attribute of it."""

    to_now: frozenset[str] = frozenset()
    """What counts from today: "ago", "from now"."""

    before_span: frozenset[str] = frozenset()
    """In front of "last two weeks" they show that it is no verb."""

    attributes: frozenset[str] = frozenset()
    """Words between which and a noun a month stands as an attribute: "the March summit"."""

    general_after: re.Pattern[str] = NEVER
    """What lives now rather than on one day: "today's youth"."""

    farewell: re.Pattern[str] = NEVER
    """What leads up to "today" where a text takes its leave: "that is all for"."""

    recurring_after: re.Pattern[str] = NEVER
    """What makes a habit of the date in front: "Monday of every week", "1 May every year"."""

    weekday_nouns: re.Pattern[str] = NEVER
    """What makes an attribute of the weekday in front: "Sunday school"."""

    reported: re.Pattern[str] = NEVER
    """What shows that the date behind is that of the report: "he was jailed, police said"."""

    recurring_before: re.Pattern[str] = NEVER
    """What makes a habit of the weekday behind: "every Tuesday and", "every other"."""

    birth: re.Pattern[str] = NEVER
    """What makes a birthday of the day behind."""

    beyond: frozenset[str] = frozenset()
    """In front of a day that an event is called by they mean the event: "after Sept. 11"."""

    aiming: re.Pattern[str] = NEVER
    """Words with which a month behind a verb of the past may be to come: "chose to leave in May"."""

    thwarted: re.Pattern[str] = NEVER
    """What leaves open whether it came to what was planned for the date in front: "was due Tuesday but"."""

    past_plan: re.Pattern[str] = NEVER
    """What leaves open whether the date behind is past: "had been due"."""

    speaking: re.Pattern[str] = NEVER
    """Verbs with which dates count from the day of speaking."""

    beside_speech: re.Pattern[str] = NEVER
    """How a text goes on behind the day of speaking with something else than what was said."""

    verb_after: re.Pattern[str] = NEVER
    """What shows that "May" in front is a verb: "Bus 3 May be late"."""

    before_plans: frozenset[str] = frozenset()
    """In front of "Friday's meeting" they leave its tense to the clause."""

    sentence_end: re.Pattern[str] = NEVER
    """Where a sentence ends, abbreviations apart."""

    auxiliaries: frozenset[str] = frozenset()
    """In front of what looks like a verb of the past they make a participle of it."""

    passive: frozenset[str] = frozenset()
    """Those of them that leave open when it was: "the case is heard in May"."""

    present: frozenset[str] = frozenset()
    """In front of a weekday they show that it is to come: "the fair is Sunday"."""

    setting: frozenset[str] = frozenset()
    """Verbs of the past with which a date may lie ahead."""

    before_old_year: frozenset[str] = frozenset()
    """Prepositions that make a year of a number before 1900; "by" goes as well with an amount."""

    open_ends: frozenset[str] = frozenset()
    """In front of a weekday they leave open, in a clause of the past, whether it has come."""

    takes_of: frozenset[str] = frozenset()
    """Words that go with "of": in "found guilty last week of fraud" the week is not a part of the fraud."""

    unreal: re.Pattern[str] = NEVER
    """What leads up to a day on which something did not happen, past or to come: "was to have been held on"."""

    foiled: tuple[re.Pattern[str], re.Pattern[str]] = (NEVER, NEVER)
    """The same in two parts, before the day and behind it: "was due to sail on Monday but"."""

    timetable: re.Pattern[str] = NEVER
    """Verbs of the present that, with a day, tell of an appointment: "the team plays Denby on"; nouns as well. Those
    outside its group `sure` tell in headlines what was: "Dow closes higher on"."""

    perhaps: re.Pattern[str] = NEVER
    """What leads up to a day that may be meant as to come: "may resume on"; group rest."""

    said_before: re.Pattern[str] = NEVER
    """What leads up to words that were said on a weekday: 'she told a rally on Friday: "We'; ends where they go on."""

    said_after: re.Pattern[str] = NEVER
    """What follows on such words: '," she said on Friday'."""

    said_sometime: re.Pattern[str] = NEVER
    """What follows on words that may have been said on a weekday: '," he said after the match on Friday'."""

    bounded_year: re.Pattern[str] = NEVER
    """Words of counting that lead up to a year all the same: "until at least 2030", "no earlier than 2031"."""

    from_year_to_year: re.Pattern[str] = NEVER
    """A pair of numbers that are years."""

    year_lead: re.Pattern[str] = NEVER
    """What stands in front of a number of four digits that is a year."""

    decades: tuple[str, ...] = ()
    """The words for decades by their digit."""

    year_heads: Mapping[str, int] = field(default_factory=dict)
    """Of years in one word the first part, to its number; the rest is one of `numbers`."""

    and_word: str = ""
    """What may stand in such a word between the two."""

    present_is_ahead: bool = False
    """Whether the present tense tells as well of what is to come."""

    bare_years: bool = False
    """Whether a year needs no preposition, so that a sentence may begin with one."""

    of_whole: re.Pattern[str] = NEVER
    """What makes the span in front a part of another: "the last year of the war"."""

    before_thing: frozenset[str] = frozenset()
    """In front of "last night" they make something else of it: "the last night bus"."""

    articles: frozenset[str] = frozenset()
    attributing: frozenset[str] = frozenset()
    """In front of a day without year they make an attribute of it: "the May 9 meeting"."""

    sides: Mapping[str, int] = field(default_factory=dict)
    """ "before" -1, "after" 1."""

    back: frozenset[str] = frozenset()
    """What counts back, from today or from the last date: "ago", "earlier"."""

    hanging: frozenset[str] = frozenset()
    """Those that count from the last date only at the end of a clause: "two days after," but "two days after the vote"."""

    neighbours: frozenset[str] = frozenset()
    """Those of `shifts` that mean a span behind an article: "the last year"."""

    spans: frozenset[str] = frozenset()
    """Those of `shifts` that always mean a span: "the past week"."""

    before_span_of: frozenset[str] = frozenset()
    """Words behind which the neighbours mean a span."""

    on: frozenset[str] = frozenset()
    """Prepositions of a day."""

    of_appointment: frozenset[str] = frozenset()
    """Prepositions of a weekday behind a verb of the present: "is on Sunday"."""

    pointing: frozenset[str] = frozenset()
    """In front of a weekday they mean one that the text knows, "that Friday", or any: "a Friday in May"."""

    end_part: re.Pattern[str] = NEVER
    """How an expression begins that is the end of a span."""

    parts_of_day: frozenset[str] = frozenset()
    """Those of `units` that are parts of a day."""

    vague_nouns: frozenset[str] = frozenset()
    """Vague words that a noun behind makes an attribute of: "the past president"."""

    span_verbs: frozenset[str] = frozenset()
    """Words for the latest span that are verbs too: "last"."""

    opening: re.Pattern[str] = NEVER
    """The open quotation at the end of a text."""

    quoted: re.Pattern[str] = NEVER
    """The rest of a quotation."""

    inside: re.Pattern[str] = NEVER
    """What stands between a span and a day in it: ", on"."""

    beside: re.Pattern[str] = NEVER
    """What stands between "two years ago" and the day or month that it is counted from."""

    sure_prepositions: frozenset[str] = frozenset()
    """Those of `month_prepositions` that make a month of a word with a capital behind it."""

    season_prepositions: frozenset[str] = frozenset()
    holiday_prepositions: frozenset[str] = frozenset()
    plain_holidays: frozenset[str] = frozenset()
    """Those of `holidays` that are a day wherever they stand."""

    falling: re.Pattern[str] = NEVER
    """The second of two numbers; group 1."""

    fallen: re.Pattern[str] = NEVER
    """The first of two numbers; group 1."""

    about: frozenset[str] = frozenset()
    """Words of counting that go with a year behind `before_about`: "in about 1950"."""

    before_about: frozenset[str] = frozenset()
    circa: str = ""
    """That of `time_prepositions` that both together are."""

    of: frozenset[str] = frozenset()
    before_plural: frozenset[str] = frozenset()
    """Words behind which a number with a plural is rather a count: "in 1984 caves"."""

    before_short_year: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    firm_prepositions: frozenset[str] = frozenset()
    """Behind them, in a clause that looks ahead, a date is surely to come."""

    event_prepositions: frozenset[str] = frozenset()
    """Between a verb of the past and the day of what it tells."""

    born: re.Pattern[str] = NEVER
    """What tells of a birth."""

    capital: re.Pattern[str] = NEVER
    """A capitalised word that makes a name of the date in front; group 1. Not where every noun has a capital."""

    noun: re.Pattern[str] = NEVER
    """The word behind a number, which `counted_nouns` may hold; group 1."""

    clause_end: re.Pattern[str] = NEVER

    clause_start: re.Pattern[str] = NEVER
    """What a clause of its own begins with, where nothing but a clause may: its verb alone tells when."""

    verb_last: re.Pattern[str] = NEVER
    """How a clause begins whose verb stands at its end."""
