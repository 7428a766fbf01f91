"""nutgraf.dates: weeks, months, seasons, years, decades and centuries that the anchor places."""

from datetime import date

import pytest
from date_cases import value_in

from nutgraf.dates import find_dates

CASES: dict[str, dict[str, str]] = {
    "2024-05-08": {  # a Wednesday
        # Last, this and next.
        "The council met [this week].": "2024-05-06/2024-05-12",
        "The council met [last week].": "2024-04-29/2024-05-05",
        "The council will meet [next week].": "2024-05-13/2024-05-19",
        "The council met [earlier this week].": "2024-05-06/2024-05-12",
        "The council will meet [late next week].": "2024-05-13/2024-05-19",
        "[Last week]'s storm broke the pier.": "2024-04-29/2024-05-05",
        "The council met [this month].": "2024-05",
        "The council met [last month].": "2024-04",
        "The council meets [early next month].": "2024-06",
        "The council met [last year].": "2023",
        "The council met [earlier this year].": "2024",
        "The council will meet [later this year].": "2024",
        "The council will vote [next year].": "2025",
        "He lost [last year]'s race.": "2023",
        "The council met over [the weekend].": "2024-05-04/2024-05-05",
        "The council will meet at [the weekend].": "2024-05-11/2024-05-12",
        "The council met [last weekend].": "2024-05-04/2024-05-05",
        "The council meets [this weekend].": "2024-05-11/2024-05-12",
        "It is the worst storm of [this century].": "20XX",
        "It rose in the [current year].": "2024",
        "It rose in the [current month].": "2024-05",
        # Spans have no value.
        "It rained over the [past week].": "",
        "It rained in the [last year].": "",
        "It rained for the [past two weeks].": "",
        "It will rain for the [next three days].": "",
        "It has rained in [recent weeks].": "",
        "It will rain in the [coming months].": "",
        # So many units ago.
        "The pier burnt [two days ago].": "2024-05-06",
        "The pier burnt [a week ago].": "2024-04-29/2024-05-05",
        "The pier burnt [three weeks ago].": "2024-04-15/2024-04-21",
        "The pier burnt [a fortnight ago].": "2024-04-22/2024-04-28",
        "The pier burnt [two months ago].": "2024-03",
        "The pier burnt [six months ago].": "2023-11",
        "The pier burnt [a year ago].": "2023",
        "The pier burnt [two years ago].": "2022",
        "The pier burnt [twenty-five years ago].": "1999",
        "The pier burnt [75 years ago].": "1949",
        "The pier burnt [almost four years ago].": "2020~",
        "The pier burnt [more than 30 years ago].": "1994~",
        "The pier burnt [a decade ago].": "2014~",
        "The pier burnt [two decades ago].": "2004~",
        "The pier burnt [a century ago].": "1924~",
        "The pier burnt [several weeks ago].": "",
        "The pier burnt [a few months ago].": "",
        "The pier burnt [years ago].": "",
        "The pier burnt [two hours ago].": "",
        "The lease ends [two years from now].": "2026",
        "The lease ends [10 days from now].": "2024-05-18",
        # Months.
        "The pier burnt in [March].": "2024-03",
        "The pier burnt in [October].": "2023-10",
        "The pier burnt in late [November].": "2023-11",
        "The pier was sold in [May].": "2024-05",
        "The pier will reopen in [July].": "2024-07",
        "The pier will reopen in [March].": "2025-03",
        "The new pier is expected to open in [April].": "2025-04",
        "Talks in [June] may fail.": "2024-06?",
        "A summit in [July] is on the table.": "2024-07?",
        "He turned 70 in [June].": "2023-06",
        "In [January], a week after the storm, the pier burnt.": "2024-01",
        "In [June], the pier burnt.": "2023-06",
        "The [March] summit was tense.": "2024-03",
        "[October] was wet.": "2023-10",
        "The pier burnt in [May last year].": "2023-05",
        "The pier burnt in [September of last year].": "2023-09",
        "The pier reopens in [April next year].": "2025-04",
        "The pier burnt [last October].": "2023-10",
        "The pier burnt [last March].": "",
        "The pier burnt [last May].": "2023-05",
        "The pier reopens [next January].": "2025-01",
        "The pier reopens [this October].": "2024-10",
        # Parts of longer units.
        "It will end by [the end of the year].": "2024",
        "It will end by [the end of this month].": "2024-05",
        "It began at [the beginning of last year].": "2023",
        "It ended at [the end of last month].": "2024-04",
        "It began [earlier in the week].": "2024-05-06/2024-05-12",
        "It will end [later in the year].": "2024",
        "It will rise by [year-end].": "2024",
        "It shut at [the end of the decade].": "202X",
        "It had 400 staff at [year-end 2019].": "2019",
        "It starts in [the week of May 20].": "2024-05-20/2024-05-26",
        "It started in [the week of 6 May 2019].": "2019-05-06/2019-05-12",
        # Seasons.
        "The pier burnt [last summer].": "2023-22",
        "The pier burnt [last winter].": "2023-24",
        "The pier burnt [last fall].": "2023-23",
        "The pier reopens [this summer].": "2024-22",
        "The pier reopens [next spring].": "2025-21",
        "The pier will reopen in [the autumn].": "2024-23",
        "The pier burnt in [the spring].": "2024-21",
        "The pier burnt in late [autumn].": "2023-23",
        "The pier will reopen in [summer].": "2024-22",
        "The pier burnt in [the winter of 2019].": "2019-24",
        "The fall of the house of Orme was in [spring 2001].": "2001-21",
        # Decades and centuries.
        "The pier was built in [the 1890s].": "189X",
        "The pier was built in [the '60s].": "196X",
        "The pier was built in [the early ’90s].": "199X",
        "The pier was built in [the sixties].": "196X",
        "The pier was built in [the late twenties].": "",
        "The pier was built in [the 19th century].": "18XX",
        "The pier was built in [the 1900s].": "",
        "He died in his sixties in [the seventies].": "197X",
        # Years.
        "The pier was built in [nineteen ninety-eight].": "1998",
        "The pier was built in [two thousand and four].": "2004",
        "The pier was built in [nineteen oh-five].": "1905",
        "The pier was built in [nineteen hundred].": "1900",
        "The pier dates from [1871].": "1871",
        "He won in [’98] and lost in 2004.": "1998",
        "She graduated in the class of ['09].": "2009",
        "The law takes effect in [August].": "2024-08",
        "It has been cold since [the winter].": "2023-24",
        "His post-[1959] politics failed.": "1959",
        "Trade fell after the [1973] oil shock.": "1973",
        "[2019]'s flood was worse.": "2019",
        "The pier stood (built [1905]) for long.": "1905",
        "It was sold by late-[2019].": "2019",
    },
    "1999-01-14": {  # a Thursday, early in the year
        "The bank failed [last month].": "1998-12",
        "The bank failed in [December].": "1998-12",
        "The bank failed [last December].": "1998-12",
        "The bank will open in [February].": "1999-02",
        "The bank opens in [March].": "1999-03",
        "Sales slumped at [the end of the year].": "",
        "Sales will slump by [the end of the year].": "1999",
        "The bank failed [two months ago].": "1998-11",
        "The bank failed [last fall].": "1998-23",
        "It has been cold [this winter].": "1998-24",
        "It snowed [last week].": "1999-01-04/1999-01-10",
    },
    "2013-03-20": {
        "Unemployment fell in [February].": "2013-02",
        "The war began in [March 2003].": "2003-03",
        "The cabinet was sworn in [this week].": "2013-03-18/2013-03-24",
        "The rover landed [last August].": "2012-08",
        "Troops will leave in [2014].": "2014",
        "The bailout was agreed [last November].": "2012-11",
        "A referendum is planned for [next year].": "2014",
        "The ban will be lifted in [September].": "2013-09",
        "She was elected [four years ago].": "2009",
        "The law expires at [the end of next month].": "2013-04",
        "He has led the party since [the mid-1990s].": "199X",
    },
}


@pytest.mark.parametrize(
    ("anchor", "sentence", "edtf"),
    [(anchor, sentence, edtf) for anchor, cases in CASES.items() for sentence, edtf in cases.items()],
)
def test_period(anchor: str, sentence: str, edtf: str) -> None:
    """Each period has the value, and the fineness, that its words have on that day."""
    assert value_in(sentence, anchor) == edtf


JUST_OVER: dict[str, list[tuple[str, str]]] = {
    "2025-07-23": [
        # What just ended may still be meant by who announces it; with a year, or when it is long over, it is clear.
        ("The company will write off $220 million in [the second quarter].", ""),
        ("The company will report its profit for [the first half].", ""),
        ("The company will write off $220 million in [the third quarter].", "2025-35"),
        ("The company will write off $220 million in [the first quarter].", "2026-33"),
        ("The company will write off $220 million in [the second quarter of 2026].", "2026-34"),
        ("The company wrote off $220 million in [the second quarter].", "2025-34"),
    ],
    "2025-06-14": [
        ("The school will open in [the spring].", ""),
        ("The school will open in [the autumn].", "2025-23"),
        ("[Last spring], volunteers counted 61 species.", ""),
        ("[Last winter], volunteers counted 61 species.", "2024-24"),
        ("The government has until [7 October] to appeal.", "2025-10-07"),
        ("The rules have been stricter since [7 October].", ""),
        ("That is all for today.", "none"),
        ("The vote is due for [today].", "2025-06-14"),
    ],
}


@pytest.mark.parametrize(
    ("anchor", "sentence", "edtf"),
    [(anchor, sentence, edtf) for anchor, cases in JUST_OVER.items() for sentence, edtf in cases],
)
def test_what_just_ended_beside_a_plan_is_left_open(anchor: str, sentence: str, edtf: str) -> None:
    """A gap is better than a date that nobody meant; a cue that is clear gives one all the same."""
    if edtf == "none":
        assert find_dates(sentence, date.fromisoformat(anchor)) == []
    else:
        assert value_in(sentence, anchor) == edtf
