"""nutgraf.dates: what is a date, what it is worth, and what only looks like one."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.dates import DateMention, find_dates
from nutgraf.edtf import parse_edtf

# The text of the one mention, marked by brackets in the sentence, and its value.
EXPLICIT = {
    "It opened on [3 January 2024] in Tarn.": "2024-01-03",
    "It opened on [3rd January 2024].": "2024-01-03",
    "It opened on [the 3rd of January, 2024].": "2024-01-03",
    "It opened on [Wednesday the 3rd January 2024].": "2024-01-03",
    "In late [2020] attacks rose.": "2020",
    "It opened on [3 Jan 2024].": "2024-01-03",
    "It opened on [03-Jan-2024].": "2024-01-03",
    "It opened on [January 3, 2024], in Tarn.": "2024-01-03",
    "It opened on [January 3 2024].": "2024-01-03",
    "It opened on [Jan. 3rd, 2024].": "2024-01-03",
    "It opened on [Sept. 3, 2024].": "2024-09-03",
    "It opened on [Wednesday, January 3, 2024].": "2024-01-03",
    "It opened on [Wed., Jan. 3, 2024].": "2024-01-03",
    "It opened on [Wednesday 3 January 2024].": "2024-01-03",
    "IT OPENED ON [JANUARY 3, 2024].": "2024-01-03",
    "It opened on [January\n3, 2024].": "2024-01-03",
    "It opened on [2024-01-03].": "2024-01-03",
    "It opened at [2024-01-03]T09:00:00Z.": "2024-01-03",
    "It opened on [29 February 2024].": "2024-02-29",
    "It opened on [25/12/2024].": "2024-12-25",
    "It opened on [5/5/2024].": "2024-05-05",
    "The slip of a weekday leaves a doubt: [Tuesday, January 3, 2024].": "2024-01-03?",
    "It ran [1-3 May 2024].": "2024-05-01/2024-05-03",
    "It ran [May 1–3, 2024].": "2024-05-01/2024-05-03",
    "It ran from [29 April to 3 May 2024].": "2024-04-29/2024-05-03",
    "It ran from [April 29 to May 3, 2024].": "2024-04-29/2024-05-03",
    "It ran from [May to June 2024].": "2024-05/2024-06",
    "It opened in [October 2023].": "2023-10",
    "It opened in [Oct 2023].": "2023-10",
    "It opened in [Oct. of 2023].": "2023-10",
    "It opened in mid-[October 2023].": "2023-10",
    "It opened in early [May 2024].": "2024-05",
    "It opened in [the summer of 2024].": "2024-22",
    "It opened in [fall 2023].": "2023-23",
    "It fell in [the first quarter of 2024].": "2024-33",
    "It opened in [2019].": "2019",
    "It was shut by the [2010] raid.": "2010",
    "Founded in [1066], it stands.": "1066",
    "It opened ([1985]).": "1985",
    "It closed between [2000] and 2010.": "2000",
    "It was built in about [1950].": "1950",
    "It was bombed in [1939-45].": "1939/1945",
    "It was bombed in [1939–1945].": "1939/1945",
    "It grew in [the 1990s].": "199X",
    "It grew in [the mid-1990s].": "199X",
    "It grew in [the early 2000s].": "200X",
    "It grew in [the 20th century].": "19XX",
    "It grew in [the early nineteenth century].": "18XX",
}

UNRESOLVED = [
    "He was born on [31 February 2024].",
    "He was born on [29 February 2023].",
    "It opened on [2024-13-05].",
    "It opened on [10/05/2022].",
    "It opened on [10/5/22].",
    "It opened on [13/13/2022].",
    "It ran from [December 28 to January 3, 2024].",
    "It sailed [yesterday].",
    "It sails [tomorrow morning].",
    "[Today] it sails.",
    "It sails [tonight].",
    "It sank [last night].",
    "It sank [the day before yesterday].",
    "It sank [this week].",
    "It sank [earlier this week].",
    "It sank [late last year].",
    "It sank [last Tuesday].",
    "It sank [last May].",
    "It sank [this past Sunday].",
    "It sails [next month].",
    "It rained over the [past decade].",
    "It sails in the [coming weekend].",
    "It rained over [the weekend].",
    "It sank [last summer].",
    "It fell [last quarter].",
    "It sank [two weeks ago].",
    "It sank [a year ago].",
    "It sank [a few months ago].",
    "It sank [twenty-five years ago].",
    "It sank [centuries ago].",
    "It sank [three days later].",
    "It sank on [Tuesday].",
    "It sank [early Tuesday].",
    "It sank on [Tuesday night].",
    "It sank on [7 October].",
    "It sank on [May 5].",
    "It sank on [Tuesday, May 5].",
    "It sank on [the 7th of October].",
    "It ran [May 1-3].",
    "It sank in [October].",
    "[October] was wet.",
    "It sank in [May].",
    "It sank at the end of [March].",
    "It grew in [the '90s].",
    "It grew in [the 1900s].",
    "Profits fell in [fiscal 2024].",
    "It ran in [2004-05].",
    "On [May 2], 2000 people came.",
    "In [May] 2000 troops came.",
]

NOTHING = [
    "2,000 people and 2000 troops came.",
    "It cost $1999, £ 2001 or 1985 euros, at 1980 shares.",
    "A Boeing 1947 flew over Room 2001.",
    "The plan is Agenda 2030.",
    "A crowd of 2000 stood at 1945 local time, 2000 GMT.",
    "A 1500-seat hall, a 2000-strong crowd.",
    "Between 1200 and 1500 people came.",
    "They scored 1985 goals, or 2-1.",
    "Call 555-2019 or 0800 1900 1234.",
    "It rose 1985% to 1985.5, or 20200.",
    "They paid 1750, then 1899, and 1900 at last.",
    "She read “1984”.",
    "It may rain; they march on; the sun sat.",
    "Theresa May spoke, and April Jones sang with August Falk.",
    "Today's youth and today's young consumers.",
    "The leaders of tomorrow read USA Today.",
    "On Black Friday the Sunday Times is thick.",
    "It runs every Monday and on Tuesdays.",
    "A year later than that, thousands of 1000s of birds.",
    "It is 20th-century art.",
    "In the last week of summer.",
    "It sold 5,000 of them.",
    "",
]


def marked(sentence: str) -> tuple[str, str]:
    """Return the sentence without its brackets, and what stood in them."""
    before, _, rest = sentence.partition("[")
    inside, _, after = rest.partition("]")
    return before + inside + after, inside


@pytest.mark.parametrize(("sentence", "edtf"), EXPLICIT.items())
def test_explicit(sentence: str, edtf: str) -> None:
    """A date that the text states in full has its value, and its span is the expression."""
    text, inside = marked(sentence)
    first = find_dates(text, None)[0]
    assert (text[first.start : first.end], first.edtf, first.basis) == (inside, edtf, "explicit")


@pytest.mark.parametrize("sentence", UNRESOLVED)
def test_unresolved(sentence: str) -> None:
    """What needs an anchor or cannot be is found without a value, when there is none."""
    text, inside = marked(sentence)
    found = find_dates(text, None)
    assert [(text[m.start : m.end], m.edtf, m.basis) for m in found] == [(inside, None, "unresolved")]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    """Counts, prices, names, habits and attributes with 's are no dates."""
    assert find_dates(text, None) == []


def test_paragraphs_stay_apart() -> None:
    """No expression runs from one paragraph into the next."""
    text = "It sank in May\n\n2024 was wet."
    assert [m.edtf for m in find_dates(text, None)] == [None, "2024"]


def test_year_is_not_borrowed() -> None:
    """A date without year never takes that of its neighbour."""
    text = "It opened on 7 October 2023 and closed on 9 December."
    assert [m.edtf for m in find_dates(text, None)] == ["2023-10-07", None]


TOKENS = [
    *("1", "3", "31", "12", "2024", "2000", "1939", "1990s", "45", "2024-05-06", "10/05/2022", "May", "March"),
    *("Oct.", "October", "Tuesday", "Wed.", "today", "last", "this", "week", "years", "ago", "the", "of", "in"),
    *("to", "and", "from", "until", "between", ",", ".", "-", "–", "troops", "$", "century", "20th", "summer"),
    *("quarter", "first", "'s", "\n"),
]
TEXTS = st.text() | st.lists(st.sampled_from(TOKENS), max_size=12).map(" ".join)


@settings(deadline=None)
@given(TEXTS, st.none() | st.dates())
def test_mentions(text: str, anchor: date | None) -> None:
    """Mentions are in order and apart, hold no outer white space, and have a value exactly when it is certain."""
    mentions = find_dates(text, anchor)
    assert all(first.end <= second.start for first, second in pairwise(mentions))
    for mention in mentions:
        words = text[mention.start : mention.end]
        assert words
        assert words == words.strip()
        assert (mention.edtf is None) == (mention.basis == "unresolved")
        if mention.edtf:
            parse_edtf(mention.edtf)


@settings(deadline=None)
@given(TEXTS)
def test_no_year_is_invented(text: str) -> None:
    """Every value has its year from the words of the mention itself."""
    for mention in find_dates(text, None):
        if mention.edtf and not mention.edtf.startswith("19XX"):
            assert mention.edtf[:3] in text[mention.start : mention.end]


def test_mention_is_a_value() -> None:
    """A mention is frozen and compared by value."""
    assert find_dates("in 2019", None) == [DateMention(3, 7, "2019", "explicit")]
