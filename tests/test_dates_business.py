"""nutgraf.dates: the language of earnings and of economists, where quarters and year-earlier periods are dates."""

import pytest

from date_cases import value_in

CASES: dict[str, dict[str, str]] = {
    "1989-10-26": {
        "Orme Corp. said [third-quarter] net income rose 12%.": "1989-35",
        "Net income for [the third quarter] rose 12%.": "1989-35",
        "In [the first half], profit was flat.": "1989-40",
        "Profit fell in [the second quarter] after a strike.": "1989-34",
        "Profit will recover in [the first quarter], analysts said.": "1990-33",
        "The company expects to report a profit in [the fourth quarter].": "1989-36",
        "Net loss in [the fourth quarter of 1988] was $2 million.": "1988-36",
        "Earnings rose from [1988's third quarter].": "1988-35",
        "Earnings were 40 cents in [the 1988 third quarter].": "1988-35",
        "Earnings were 40 cents in [the third quarter of last year].": "1988-35",
        "Earnings were 40 cents in [last year's third quarter].": "1988-35",
        "Sales climbed from $3 million [a year earlier].": "1988",
        "Sales climbed from $3 million [a year ago].": "1988",
        "Sales climbed in [the year-earlier] period.": "1988",
        "Third-quarter sales beat those of [the year-earlier quarter].": "1988-35",
        "Third-quarter sales beat those of [the year-ago quarter].": "1988-35",
        "Sales in the third quarter beat those of [the same quarter last year].": "1988-35",
        "Third-quarter profit fell. In [the quarter], sales were flat.": "1989-35",
        "Profit is expected to rise in [the current quarter].": "1989-36",
        "Profit fell [last quarter].": "1989-35",
        "Profit will fall [next quarter].": "1990-33",
        "Profit for [fiscal 1989] fell.": "",
        "Profit in [the fiscal third quarter] fell.": "",
        "Profit in [the third quarter of fiscal 1990] fell.": "",
        "Profit in the [current fiscal year] will fall.": "",
        "For [1990], the company sees a profit.": "1990",
        "Sales in the nine months ended [Sept. 30] fell.": "1989-09-30",
        "Factory orders rose 0.4% in [September].": "1989-09",
        "Orders rose in September from [the previous month].": "1989-08",
        "Prices rose 4% from [September 1988].": "1988-09",
        "The notes mature in [November 1999].": "1999-11",
        "The 8% bonds of [2006] fell.": "2006",
        "The plant will shut by [year-end].": "1989",
        "The offer was raised [last Thursday].": "1989-10-19",
        "The buy-out, announced [earlier this month], failed.": "1989-10",
        "Shares plunged [two weeks ago].": "1989-10-09/1989-10-15",
        "He joined the company in late [1987].": "1987",
        "The drug may be sold by mid-[1990].": "1990",
        "Exports fell in [the first half of the year].": "1989-40",
        "The unit was sold in [December].": "1988-12",
        "The unit will be sold in [December].": "1989-12",
        "It had a loss in [the second half of 1988].": "1988-41",
        "Revenue rose in [the latest quarter].": "",
        "Second-quarter sales fell. Revenue rose in [the latest quarter].": "1989-34",
    },
    "2024-05-08": {
        "Revenue rose in [Q1].": "2024-33",
        "Revenue rose in [Q3 2023].": "2023-35",
        "Revenue rose in [2023 Q4].": "2023-36",
        "Revenue rose in [H1 2023].": "2023-40",
        "Growth slowed in [the first quarter].": "2024-33",
        "Growth slowed in [the fourth quarter].": "2023-36",
        "Growth should pick up and will peak in [the third quarter].": "2024-35",
        "Growth slowed in [the first quarter of this year].": "2024-33",
        "The economy grew 2% in [the last quarter of 2023].": "2023",
        "The striker scored in [the first half].": "not found, but []",
        "They led after [the third quarter].": "not found, but []",
        "A third quarter-final was played in [2019].": "2019",
        "A quarter of a mile of road was built in [2019].": "2019",
        "Half of it was sold in [the second half of 2019].": "2019-41",
        "Growth slowed in the three months to [March].": "2024-03",
        "Inflation was lower in [April] than in March.": "2024-04",
        "Inflation was lower than in [the same month last year]; it fell in April.": "",
        "Inflation fell in April from 9% in [the same month last year].": "2023-04",
        "Inflation fell in April from 9% in [the same month a year earlier].": "2023-04",
        "The [2023] budget was cut.": "2023",
        "Sales in FY24 beat those of [FY 2023].": "",
    },
    "1990-01-22": {
        "[Fourth-quarter] profit fell 3%.": "1989-36",
        "Profit for [the year] fell 3%.": "not found, but []",
        "Fourth-quarter profit fell from [the third quarter].": "1989-35",
        "Fourth-quarter profit fell from $3 million [a year earlier].": "1988",
        "Sales rose in [December].": "1989-12",
        "Profit for [1989] fell 3%.": "1989",
    },
}


@pytest.mark.parametrize(
    ("anchor", "sentence", "edtf"),
    [(anchor, sentence, edtf) for anchor, cases in CASES.items() for sentence, edtf in cases.items()],
)
def test_business(anchor: str, sentence: str, edtf: str) -> None:
    """Quarters are those of the calendar unless the text calls them fiscal, and then nobody can tell."""
    assert value_in(sentence, anchor) == edtf
