"""nutgraf.dates: dates that point back to the one before, in news and in histories."""

from datetime import date

import pytest
from date_cases import value_in

from nutgraf.dates import find_dates

NEWS: dict[str, dict[str, str]] = {
    "2024-05-08": {
        "The ferry sank on 3 March 2019. [That day] the port was shut.": "2019-03-03",
        "The ferry sank on 3 March 2019. [Later that day] the port was shut.": "2019-03-03",
        "The ferry sank on 3 March 2019, and [the same day] the port was shut.": "2019-03-03",
        "The ferry sank on 3 March 2019, and [the next day] the port was shut.": "2019-03-04",
        "The ferry sank on 3 March 2019; [the following morning] divers came.": "2019-03-04",
        "The ferry sank on 3 March 2019 after a storm [the previous day].": "2019-03-02",
        "The ferry sank on 3 March 2019. [Two days later] divers came.": "2019-03-05",
        "The ferry sank on 3 March 2019. [A month later] the port was shut.": "2019-04",
        "The ferry sank on 3 March 2019, [three years before].": "2016",
        "The ferry sank in March 2019. [The following month] the port was shut.": "2019-04",
        "The ferry sank in March 2019. [Later that year] the port was shut.": "2019",
        "The ferry sank in March 2019. [The following year] the port was sold.": "2020",
        "The ferry sank in 2019. [A year earlier] it was new.": "2018",
        "The ferry sank in 2019. [Five years later] it was raised.": "2024",
        "The ferry sank in December 2019. [That month] nine ships were lost.": "2019-12",
        "The ferry sank in May 2019. [That summer] nobody sailed.": "2019-22",
        "The ferry sank in May 2019. [The following spring] it was raised.": "2020-21",
        "The ferry sank on 3 March 2019. By [the end of that year] it was raised.": "2019",
        "The ferry was built in 1996 and sank that [September].": "1996-09",
        "The ferry was built in May 2019 and sank the following [March].": "2020-03",
        "The ferry was built in May 2019 after a strike the previous [June].": "2018-06",
        "It burnt in May 2019. The following month, on [June 2], it was sold.": "2019-06-02",
        "It burnt in May 2009. [A decade later], it was sold.": "2019",
        "It burnt last year, on [May 20].": "2023-05-20",
        "It burnt in [June] and July 1942.": "1942-06",
        "It burnt between [June] and early August 1914.": "1914-06",
        "It burnt on [6 June] and 15 August 1944.": "1944-06-06",
        "It burnt between [22] and 24 August 1914.": "1914-08-22",
        "It burnt between [2] and 4 May.": "2024-05-02",
        "It burnt in [the spring] and summer of 1942.": "1942-21",
        "It was a Monday in 2019. [The next day] it rained.": "",
        "The ferry sank in 2019. [That day] the port was shut.": "",
        "[That day] the port was shut.": "",
        "[Three days later] the port was shut.": "",
        "[The following month] the port was shut.": "",
        "It will rain for [the next month].": "",
        "The ferry sank Monday. [The day after], divers came.": "2024-05-07",
        "The ferry sank Monday and divers came [the next morning].": "2024-05-07",
        "Sales rose 4% on [a year earlier].": "2023",
        "The ferry sank in March 2019; in [May of that year] it was raised.": "2019-05",
        "The ferry sank on 3 March 2019 and was raised on [9 May of the same year].": "2019-05-09",
    },
}

HISTORY = """
The town of Corran was founded in 1804 by salt traders. In the spring of 1861 the river rose, and on 14 April 1861 the
old bridge fell. On 2 May the council met in a barn; the following day it levied a toll. By November the toll had paid
for a new bridge, which opened on 9 February. The next year a mill was built.

War came in September 1914. On 3 October the first men marched out, and on 11 November they reached the front. Forty
of them fell in January. The mill, built in 1863, burnt on 20 March 1915. Two weeks later the owner died. That summer
the women took over the salt works, and by the end of the year they ran the ferry too. Its captain, born in
October 1859, was drowned on 9 November. At year's end nobody danced. In 1919 they were sent home.
"""
HISTORY_DATES = [
    *("1804", "1861-21", "1861-04-14", "1861-05-02", "1861-05-03", "1861-11", "1862-02-09", "1863"),
    *("1914-09", "1914-10-03", "1914-11-11", "1915-01", "1863", "1915-03-20", "1915-03-29/1915-04-04"),
    *("1915-22", "1915", "1859-10", "1915-11-09", "1915", "1919"),
]


@pytest.mark.parametrize(
    ("anchor", "sentence", "edtf"),
    [(anchor, sentence, edtf) for anchor, cases in NEWS.items() for sentence, edtf in cases.items()],
)
def test_again(anchor: str, sentence: str, edtf: str) -> None:
    """What points back takes its value from the last date, when that is fine enough and near."""
    assert value_in(sentence, anchor) == edtf


def test_history() -> None:
    """In a history each date goes on from the one before it."""
    assert [m.edtf for m in find_dates(HISTORY, date(2024, 5, 8))] == HISTORY_DATES


def test_aside_of_history() -> None:
    """An aside starts no passage, but what follows in its sentence may be about it; a law's year is none."""
    text = (
        "Ida Falk, who mapped the reef, died on Saturday. She was born on 14 July 1933. "
        "She left school in 1949 and sailed the following year. On 3 May 1951, under the law of 1936, she was paid, "
        "and the next day she left. She wrote a book in 1962."
    )
    found = [mention.edtf for mention in find_dates(text, date(2025, 3, 3))]
    assert found == ["2025-03-01", "1933-07-14", "1949", "1950", "1951-05-03", "1936", "1951-05-04", "1962"]


def test_a_day_of_a_history_is_of_the_year_in_its_sentence() -> None:
    """A year that starts no passage still is that of the day behind it; a year of birth is not."""
    text = (
        "In 1914 they came. In 1918 they left. In 1926 a crane was built. The old crane, of 1850, had burnt in 1911. "
        "During the war, in 1941, bombs fell on 5 April. The captain, born in 1900, died on 6 April. In 1946 it ended."
    )
    found = [mention.edtf for mention in find_dates(text, date(2025, 3, 3))]
    assert found[-5:] == ["1941", "1941-04-05", "1900", "1941-04-06", "1946"], found


def test_history_without_anchor() -> None:
    """Without an anchor even a history lends no year: only what is written out has a value."""
    found = find_dates(HISTORY, None)
    assert [m.edtf for m in found if m.edtf] == [
        *("1804", "1861-21", "1861-04-14", "1914-09", "1863", "1915-03-20", "1859-10", "1919"),
    ]
    assert {m.basis for m in found} == {"explicit", "unresolved"}


def test_history_of_today_is_news() -> None:
    """The years of a history lie well before the anchor: written in 1915, the text counts from its own day."""
    found = find_dates(
        "It fell on 3 May 1915. In 1915 and since 1914, by 1915, of 1915, it fell on 9 May.", date(1915, 6, 1)
    )
    assert found[-1].edtf == "1915-05-09"
    text = "In 1990, in 1991, in 1992 and in 1993 it fell, he said.\n\nShe said it fell on 9 May. They said so today."
    assert find_dates(text, date(2024, 6, 1))[-2].edtf == "2024-05-09"


def test_news_amid_history() -> None:
    """A day without year that follows a sentence of long ago may be of that year or of this: it has no value."""
    text = "The quay burnt in 1931, and its heir in 1938. A crane fell on 12 September."
    assert find_dates(text, date(2024, 6, 1))[-1].edtf is None
    text = "They last met in 2008. He took office on 12 May."
    assert find_dates(text, date(2024, 6, 1))[-1].edtf == "2024-05-12"
