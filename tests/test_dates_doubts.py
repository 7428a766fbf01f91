"""nutgraf.dates: what is no date after all, and dates whose year or day of speaking nobody can tell."""

from datetime import date

import pytest
from date_cases import value_in

from nutgraf.dates import find_dates

ANCHOR = date(2024, 5, 8)
"""A Wednesday."""

VALUES = {
    "2024-05-08": {
        # Without a verb that tells what was, a weekday may be the one to come.
        "Parliament votes on [Thursday].": "",
        "Leeds host Hull on [Saturday].": "2024-05-11",
        "The union has called a second strike for [Monday].": "2024-05-13",
        "They had tickets for [Monday].": "",
        "No flight is likely before [March].": "2025-03",
        "It ran from March 2019 to May 2021, and a fourth came [a year later].": "",
        "It ran in March 2019, and a fourth came [a year later].": "2020",
        "The outlook for [Friday]: rain.": "",
        "The final is on [Friday].": "2024-05-10",
        "The case is heard on [Friday].": "",
        "Results will be reported on [Friday].": "2024-05-10",
        "He will say that he left on [Monday].": "2024-05-06",
        "The case was adjourned until [Monday].": "2024-05-13",
        "The road was shut until [Monday].": "",
        "She was due [Tuesday] but stayed.": "",
        "He had been due home on [Sunday].": "",
        "He was bailed to appear on [21 May].": "2024-05-21",
        "He met her on the first [Friday] of May.": "",
        "The trial began [last Monday].": "",
        "The trial began [last Sunday].": "2024-05-05",
        "It was shut [last April].": "",
        "It is shut [next June].": "",
        "It is shut [next January].": "2025-01",
        "It snowed [this winter].": "2023-24",
        "It shuts [this winter].": "",
        "It shut in [the winter of 1985-86].": "1985-24",
        "It shut in [the summer of 1985-86].": "",
        # A day whose year only the event knows.
        "Ida Falk was born on [9 May].": "",
        "He was killed on [May 9].": "",
        "After [Sept. 11], fewer flew.": "",
        "They marched on [the Fourth of July].": "",
        "The fair is held in [August].": "2024-08?",
        "The firm expects profit to rise in [the fourth quarter].": "2024-36",
        "It rained on [May 3], 4 and 5, 2023.": "2023-05-03",
        "It rained on [May 3] and 5, 2023.": "2023-05-03",
        "By [June 30], 1200 had left.": "2023-06-30",
        "On 10 May 1940 he took office; on [13 May] he spoke.": "",
        "Ida Falk, born May 3, 1931, died on [May 5].": "2024-05-05",
        # The day of speaking is another than that of publication.
        '"[Yesterday] was hard," she said on Monday.': "2024-05-05",
        '"[Yesterday] was hard," she said on Wednesday.': "2024-05-07",
        '"It happened [last week]," he told the court in March.': "",
        'In a 2019 interview she said: "[Next year] I will go."': "",
        "In 2019, he said he would leave [next year].": "",
        "In 2015 he promised to be back by [Friday].": "",
        "In June 2020 he told the court that he had been home on [Tuesday].": "",
        "In June 2020 he was jailed, police said [Tuesday].": "2024-05-07",
        "In 2019 it burnt; [last month] it reopened.": "2024-04",
        "Built in 1905, the pier reopened on [Saturday].": "2024-05-04",
        "He told the paper in 2019 that it would close [next year].": "",
        "She promised in January that it would reopen [next month].": "",
        "In a letter of April 2 she wrote that she would go [tomorrow].": "",
        "The council said on Monday it would vote [tomorrow].": "",
        "The council said on Monday it would vote [next week].": "2024-05-13/2024-05-19",
        "Police said the man jailed in 2019 was freed [last week].": "2024-04-29/2024-05-05",
        "We wrote to him in 2019, and [last week] he answered.": "2024-04-29/2024-05-05",
        '"[Tomorrow] we sail," said Ida Falk.\n\nThe port opened in 2019.': "2024-05-09",
        # What stands beside "two years ago" is not of this year.
        "The pier opened [20 years ago this month].": "2004",
        "It burnt [three years ago on June 4].": "2021",
        "It burnt on [May 3 two years ago].": "2022",
        "It burnt [a year ago, on May 8], and was rebuilt.": "2023",
        "It burnt a year ago, on [May 7, 2023].": "2023-05-07",
        "It burnt 20 years ago. [Today] it stands.": "2024-05-08",
        # Of long ago, or of this year: the sentence before does not say.
        "The war began in May 2021. In [April], the city fell.": "",
        "On 3 May 2021 they met. On [4 March], they rented a van.": "",
        "The bridge fell in 2021. On [4 March], it reopened.": "2024-03-04",
        "On 3 May 2021 they met. On 4 March, they rented a van. [Two days later] it was found.": "",
        "It burnt on a [Monday] in June.": "",
        "It burnt one [Monday] in June.": "",
        "He was jailed in June 2021. He was freed in [August].": "2023-08?",
        "She joined in March 2019, rose in December and left in [April].": "",
        # A month has its year from the next one, unless it has its own.
        "In [January] and April last year, 300 died.": "2023-01",
        "On [April 4] and June 5 last year, 300 died.": "2023-04-04",
        "In [June last year] and July next year.": "2023-06",
        "In [November] and January last year, 300 died.": "2023-11",
        # Nobody says on which side of today it is.
        "Fares rise on June 1 and again on [December 1].": "",
        "School starts on [September 1].": "2024-09-01",
        "The show is open until [September 1].": "2024-09-01",
        "The mayor, elected last autumn, takes office on [1 April].": "2025-04-01",
        "The mill was bought for ten million in mid-[July].": "",
        "They chose to sell the mill in mid-[July].": "2024-07",
        "He said they had money until [July].": "2024-07",
        "The harbour will be shut from [6 to 9 May].": "2024-05-06/2024-05-09",
        # It fits a day near but for its weekday, and its weekday only a year away.
        "It burnt on [Sunday, May 7].": "",
    },
    "2024-01-03": {"The trial begins on [December 30].": "", "A vote set for [Dec. 28] was put off.": "2023-12-28"},
    "2024-12-30": {
        "The attack on [7 January] killed five.": "",
        "It opens on [6 January].": "2025-01-06",
    },
    "1999-01-14": {"It was shut [last December].": "1998-12"},
}
"""By the day of publication: a mention in brackets, and its value."""

NOTHING = [
    "The survey was made in 1200 villages, 2000 stores and in 1984 caves.",
    "Wages fell since 1500 miners struck.",
    "Output rose from 1500 to 2000 and fell from 2010 to 1990.",
    "The index fell to 1998 and reached 2010.",
    "It costs between 1900 and 2000 and seats 2010.",
    "Of 1990 applicants, twenty passed.",
    "The vote was 1985 to 1970.",
    "Turnover was 1990 million.",
    "There were 1985 in the hall.",
    "He lives at 12 March Street, behind 3 June Close.",
    "Bus 3 May be late.",
    "Bins go every other Tuesday, each Monday and Friday, and weekly on Sunday.",
    "They meet on Tuesday nights, after Sunday school.",
    "He is a Monday morning quarterback.",
    "The Mail on Sunday met the Sun on Sunday and the Saturday Evening Post.",
    "Man Friday saw Freaky Friday on Taco Tuesday.",
    "New Year's resolutions fail.",
    "Every May 1 they march, each 5 November too, and annually on 3 June.",
    "The fair is held in June every year.",
    "It fairs every June and July.",
    "In the winter it snows.",
]


@pytest.mark.parametrize(
    ("anchor", "sentence", "value"), [(day, *case) for day, cases in VALUES.items() for case in cases.items()]
)
def test_value(anchor: str, sentence: str, value: str) -> None:
    """A doubtful date has no value, and the others keep theirs."""
    assert value_in(sentence, anchor) == value


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(sentence: str) -> None:
    """What only looks like a date is no mention."""
    assert [sentence[mention.start : mention.end] for mention in find_dates(sentence, ANCHOR)] == []


def test_long_ago_is_no_count_of_thousands() -> None:
    """The end of 4,000 is no count of years."""
    assert [mention.edtf for mention in find_dates("It was built 4,000 years ago.", ANCHOR)] == [None]


def test_news_with_a_past_is_no_history() -> None:
    """Many years lie behind a verdict of Thursday; what it sets a day for is still to come."""
    text = (
        "A court in Hessel fined the firm on Thursday for the spill of 2017. The ship broke in 2017. Villagers sued "
        "in 2018 and lost in 2020; the captain was jailed in 2019.\n\nA second case opens on 3 June."
    )
    assert [mention.edtf for mention in find_dates(text, date(2024, 4, 11))][-1] == "2024-06-03"
