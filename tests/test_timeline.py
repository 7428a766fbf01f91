"""nutgraf.timeline: which dates make an entry, in whose words, and in which order."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.edtf import parse_edtf, sort_key
from nutgraf.models import Entry
from nutgraf.timeline import find_entries

SEED = Path(__file__).parent.parent / "seeds" / "000_e89be38a03aa9f54.txt"

# One sentence, and the phrase and date of each of its entries.
CASES: dict[str, list[tuple[str, str]]] = {
    # Events.
    "The quay opened in October 2023.": [("in October 2023", "2023-10")],
    "The quay opened on Wednesday, January 3, 2024, in Tarn.": [("on Wednesday, January 3, 2024", "2024-01-03")],
    "The quay, opened 3 May 2024, is long.": [("3 May 2024", "2024-05-03")],
    "In 2019 the quay opened.": [("In 2019", "2019")],
    "2019: The quay opens.": [("2019", "2019")],
    "The quay opened as early as 2019.": [("as early as 2019", "2019")],
    "The quay opened in the year 2019.": [("in the year 2019", "2019")],
    "The quay opened in the summer of 2024.": [("in the summer of 2024", "2024-22")],
    "The quay opened at the end of 2023.": [("at the end of 2023", "2023")],
    "The quay burnt on the night of 7 October 2023.": [("on the night of 7 October 2023", "2023-10-07")],
    "The town grew in the early 1990s.": [("in the early 1990s", "199X")],
    "The town grew during the 20th century.": [("during the 20th century", "19XX")],
    "The quay opened in 2014, 2016 and 2018.": [("in 2014", "2014"), ("2016", "2016"), ("2018", "2018")],
    "It was shut from 3 to 5 May 2024.": [("from 3 to 5 May 2024", "2024-05-03/2024-05-05")],
    "It was found in 1984 caves in 2019.": [("in 2019", "2019")],
    "Output rose from 1500 to 2000.": [],
    "It was shut from 2019 to 2021.": [("from 2019 to 2021", "2019/2021")],
    "It was shut between 1939 and 1945.": [("between 1939 and 1945", "1939/1945")],
    "It was shut from 3 May 2024 until 5 May 2024.": [("from 3 May 2024 until 5 May 2024", "2024-05-03/2024-05-05")],
    "It was built around 1950.": [],
    "It was built in about 1950.": [("in about 1950", "1950~")],
    "It was built on or about 3 May 2024.": [("on or about 3 May 2024", "2024-05-03~")],
    '"We sailed on 3 May 2024," she said.': [("on 3 May 2024", "2024-05-03")],
    # Events without a date.
    "The council met this week.": [("this week", "")],
    "The council met on Tuesday.": [("on Tuesday", "")],
    "The council met Tuesday in Tarn.": [("Tuesday", "")],
    "Over the past week it rained.": [("Over the past week", "")],
    "Ida Falk died two weeks ago.": [("two weeks ago", "")],
    "It rains from Tuesday to Friday.": [("from Tuesday to Friday", "")],
    "She was born on 31 February 2024.": [("on 31 February 2024", "")],
    "It opened on 10/05/2022.": [("on 10/05/2022", "")],
    # Boundaries, alone and beside an event.
    "The quay has been shut since 2010.": [("since 2010", "2010/..")],
    "It has been shut since the end of 2010.": [("since the end of 2010", "2010/..")],
    "It will run from 3 May 2024.": [("from 3 May 2024", "2024-05-03/..")],
    "It is shut until May 2024.": [("until May 2024", "../2024-05")],
    "It must close by 2030.": [("by 2030", "../2030")],
    "It has grown since the 1990s.": [("since the 1990s", "1990~/..")],
    "It grew until the 1990s.": [("until the 1990s", "../1999~")],
    "It must close by Friday.": [("by Friday", "")],
    "Shut since 2010, it reopened on 3 May 2024.": [("since 2010", "2010/.."), ("on 3 May 2024", "2024-05-03")],
    "Shut since 2010, it reopened this week.": [("since 2010", "2010/.."), ("this week", "")],
    "It reopened this week and must close by Friday.": [("this week", "")],
    # Names, attributes and comparisons.
    "The state would lie within the 1967 borders.": [],
    "It would lie within 1967 lines.": [],
    "The 2010 raid shocked Tarn, and so did a 2019 report.": [],
    "Ten died in the 2010 raid, after Corran's May 2024 vote.": [],
    "The plan, Agenda 2030, follows the war of 1812.": [],
    "The attacks of 7 October 2023 and the 7 October 2023 attack are named.": [],
    "The council's Tuesday vote and the May 2 deadline stand.": [],
    "Tuesday prayers were held.": [],
    "The music of the 1990s is loud; the 1990s were not.": [],
    "The budget for 2024 is the player of the year 2023.": [],
    "Sales were higher than in 2019, and up from a year earlier.": [],
    "Sales rose 3% on last year, compared with last week.": [],
    "It sank when it told of a loss for the year to 31 December 2023.": [],
    "It was put off by three months to 3 May 2024.": [("to 3 May 2024", "2024-05-03")],
    "The week of 6 May 2024 was wet.": [],
    # Datelines.
    "PORT ELSWICK, May 2 (Coastal Press) — The ferry sank on Tuesday.": [("on Tuesday", "")],
    "PORT ELSWICK, 2 May 2024 — The ferry sank.": [],
    "Port Elswick, May 2 (Coastal Press) - The ferry sank.": [],
    "On Tuesday — hours after the storm — it sank.": [("On Tuesday", "")],
}


@pytest.mark.parametrize(("sentence", "expected"), CASES.items())
def test_one_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    """The phrase is the source's own words, and only what dates or bounds an event has an entry."""
    assert [(entry.phrase, entry.date) for entry in find_entries([sentence], None)] == expected


ANCHORED: dict[str, list[tuple[str, str, str]]] = {
    "The council met on Tuesday.": [("on Tuesday", "2024-05-07", "anchored")],
    "The council met Tuesday in Tarn.": [("Tuesday", "2024-05-07", "anchored")],
    "The council met last week.": [("last week", "2024-04-29/2024-05-05", "anchored")],
    "It has been shut since last week.": [("since last week", "2024-04-29/..", "anchored")],
    "It will be shut until next week.": [("until next week", "../2024-05-19", "anchored")],
    "Sales have grown since the third quarter of 2023.": [
        ("since the third quarter of 2023", "2023-07/..", "explicit")
    ],
    "It will grow until the first half of 2026.": [("until the first half of 2026", "../2026-06", "explicit")],
    "Sales fell last month.": [("last month", "2024-04", "anchored")],
    "Sales fell in the first quarter.": [("in the first quarter", "2024-33", "anchored")],
    "Ida Falk died two years ago.": [("two years ago", "2022", "anchored")],
    "It ran from Monday to Tuesday.": [("from Monday to Tuesday", "2024-05-06/2024-05-07", "anchored")],
    "It opened on 3 May 2019 and burnt the next day.": [
        ("on 3 May 2019", "2019-05-03", "explicit"),
        ("the next day", "2019-05-04", "anchored"),
    ],
    "The firm was warned as recently as last month.": [("as recently as last month", "2024-04", "anchored")],
    "It must close no later than 3 June 2024.": [("no later than 3 June 2024", "../2024-06-03", "explicit")],
    "It will open no earlier than 3 June 2024.": [("no earlier than 3 June 2024", "2024-06-03/..", "explicit")],
    "It will stay open until at least 2030.": [("until at least 2030", "../2030", "explicit")],
    "It will open no earlier than 2031.": [("no earlier than 2031", "2031/..", "explicit")],
    "It will hold until at least 2030 men are in.": [],
    "Oren Vasquill was found guilty last week of fraud.": [("last week", "2024-04-29/2024-05-05", "anchored")],
    # Attributes are dates of the text, but date no event; neither do words without a place in the calendar.
    "Wednesday's ruling and last year's vote stand.": [],
    "In last year's vote he lost.": [],
    "Third-quarter sales were good, and those of the year-ago period bad.": [],
    "It is now shut, as it was recently.": [],
    "The future is unclear.": [],
    "Yesterday was the time for guns, today is the time for pumps.": [],
    "Tomorrow is another day.": [],
    "It rained in Corran's last week of office.": [],
}


@pytest.mark.parametrize(("sentence", "expected"), ANCHORED.items())
def test_with_an_anchor(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """What counts from the day of publication is anchored, and says so."""
    found = find_entries([sentence], date(2024, 5, 8))
    assert [(e.phrase, e.date, e.basis) for e in found] == expected


def test_across_paragraphs() -> None:
    """A date may point back to one of the paragraph before."""
    found = find_entries(["It opened on 3 May 2019.", "It burnt the following day."], date(2024, 5, 8))
    assert [(entry.text, entry.date) for entry in found] == [
        ("It opened on 3 May 2019.", "2019-05-03"),
        ("It burnt the following day.", "2019-05-04"),
    ]


def test_entry() -> None:
    """The text is the whole sentence, the basis that of the date."""
    paragraph = "It rained. Mr. Orme sold the U.S. Quay in May 2024. Nobody came on Tuesday."
    assert find_entries([paragraph], None) == (
        Entry("Mr. Orme sold the U.S. Quay in May 2024.", "2024-05", "in May 2024", "explicit"),
        Entry("Nobody came on Tuesday.", "", "on Tuesday", "unresolved"),
    )


def test_told_twice() -> None:
    """An event told twice is one entry, in the words told first; another event of that date has its own."""
    paragraphs = [
        "The grain terminal at Ellarin was burned down in May 2024.",
        "Ash fell on the old town in May 2024.",
        "In May 2024 a fire burned the terminal and its grain.",
    ]
    assert [entry.text for entry in find_entries(paragraphs, None)] == paragraphs[:2]


def test_told_twice_on_a_finer_date() -> None:
    """Of two dates of one event the finer is told, wherever it stands."""
    finer = "The dam at Osk broke on 3 May 2019 and drowned the valley."
    paragraphs = ["The dam at Osk that drowned the valley broke in 2019.", finer, "The valley was poor in 2019."]
    assert [entry.text for entry in find_entries(paragraphs, None)] == [paragraphs[2], finer]


def test_told_twice_without_a_date() -> None:
    """The same goes for events whose day cannot be told, when their words for it share one."""
    paragraphs = [
        "Two men were pulled alive from a quarry early on Wednesday.",
        "Men from the quarry were alive when they were pulled out on Wednesday.",
        "Men from the quarry were alive when they were pulled out on Thursday.",
    ]
    assert [entry.text for entry in find_entries(paragraphs, None)] == [paragraphs[0], paragraphs[2]]


def test_boundary_of_an_event() -> None:
    """A boundary is an entry of its own unless an event has its date."""
    paragraphs = ["It has been shut since May 2024.", "It burnt in May 2024.", "It ran until 2010."]
    assert [entry.date for entry in find_entries(paragraphs, None)] == ["../2010", "2024-05"]


BY_THE_WAY = [
    '"We had rain on Tuesday," he said.',
    "“It froze. On Tuesday we had rain,” he said.",
    "„It froze. On Tuesday we had rain“, he said.",
    "The mayor, who came on Tuesday, was cheered.",
    "She told the town council on Tuesday that it rained.",
]


@pytest.mark.parametrize("sentence", BY_THE_WAY)
def test_dates_by_the_way(sentence: str) -> None:
    """In a quotation, an aside or a report a date is an entry only when nothing else has it."""
    event = "The quay burnt on Tuesday."
    assert [entry.date for entry in find_entries([sentence], date(2024, 5, 8))] == ["2024-05-07"]
    assert [entry.text for entry in find_entries([sentence, event], date(2024, 5, 8))] == [event]
    assert [entry.text for entry in find_entries([event, sentence], None)] == [event]


EXPECTED: dict[str, bool] = {
    "The quay will open on Friday.": True,
    "The quay opened on Tuesday.": False,
    "The quay will open at noon today.": True,
    "The quay opened today.": False,
    "The quay opened in 2019.": False,
    "The quay opens in 2031.": True,
    "The quay was to have opened in 2019.": False,
    "The quay stays shut until 3 June 2024.": True,
    "It has been shut since 3 June 2019.": False,
    "From 3 June 2024 tolls rise.": True,
    "The deadline of the talks is the end of next year.": True,
}


@pytest.mark.parametrize(("sentence", "expected"), EXPECTED.items())
def test_what_is_announced_is_expected(sentence: str, expected: bool) -> None:
    """What lies behind the day of publication is expected; of that day itself, the clause decides."""
    assert [entry.expected for entry in find_entries([sentence], date(2024, 5, 8))] == [expected]


EXPECTED_SOMETIME: dict[str, bool] = {
    "The quay will open on Friday.": True,
    "The quay is due to open in 2031.": True,
    "The quay opened in 2031.": False,
    "The quay was to have opened on Friday.": False,
    "Nobody came on Friday.": False,
}


@pytest.mark.parametrize(("sentence", "expected"), EXPECTED_SOMETIME.items())
def test_what_is_announced_without_a_day_of_publication(sentence: str, expected: bool) -> None:
    """Only the clause tells then."""
    assert [entry.expected for entry in find_entries([sentence], None)] == [expected]


def test_boundaries_both_ways() -> None:
    """Since and until the same date are two facts."""
    entries = find_entries(["It ran until 2010.", "It has stood still since 2010.", "Shut since 2010."], None)
    assert [entry.date for entry in entries] == ["2010/..", "../2010"]


def test_undated_twice() -> None:
    """A phrase without a date counts once a sentence, and again in another sentence."""
    entries = find_entries(["It rained this week, and this week it snowed.", "It froze this week."], None)
    assert [(entry.text[:8], entry.phrase) for entry in entries] == [
        ("It raine", "this week"),
        ("It froze", "this week"),
    ]


def test_order() -> None:
    """The dated come oldest first, then the undated as they stand in the text."""
    paragraphs = ["It sank on Tuesday. It was built in 1990.", "It rained yesterday. It sailed on 3 May 1989."]
    assert [entry.phrase for entry in find_entries(paragraphs, None)] == [
        "on 3 May 1989",
        "in 1990",
        "on Tuesday",
        "yesterday",
    ]


def test_seed() -> None:
    """The shipped seed dates one event and leaves one undated; the borders of 1967 are no event."""
    blocks = SEED.read_text(encoding="utf-8").split("\n\n")
    paragraphs = [block.removeprefix("Why this matters: ") for block in blocks if len(block) > 250 and "•" not in block]
    dated, undated = find_entries(paragraphs, None)
    assert (dated.date, dated.phrase, dated.basis) == ("2023-10", "in October 2023", "explicit")
    assert dated.text.startswith("The meeting was the first between")
    assert (undated.date, undated.phrase, undated.basis) == ("", "this week", "unresolved")


PIECES = [
    *("The ferry sank", "since", "until", "from", "to", "between", "and", "in", "on", "of", "the", "about", "than"),
    *("2019", "the 1990s", "October 2023", "3 May 2024", "May 5", "Tuesday", "this week", "two weeks ago", "1939-45"),
    *("31 February 2024", "summer of 2024", "end of 2023", "the 20th century", "raid", "PORT ELSWICK", "—", "(AB)"),
    *(".", ",", "U.S.", "\n", "said"),
]
PARAGRAPHS = st.lists(st.text() | st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join), max_size=4)


@settings(deadline=None)
@given(PARAGRAPHS, st.none() | st.dates())
def test_entries(paragraphs: list[str], anchor: date | None) -> None:
    """Every entry is the source's own words, has a date that can be read, and stands in its place."""
    entries = find_entries(paragraphs, anchor)
    for entry in entries:
        assert any(entry.text in paragraph for paragraph in paragraphs)
        assert entry.phrase
        assert entry.phrase in entry.text
        assert bool(entry.date) == (entry.basis != "unresolved")
        if entry.date:
            parse_edtf(entry.date)
    assert all(sort_key(a.date) <= sort_key(b.date) for a, b in pairwise(entries))
    assert len(set(entries)) == len(entries)


def test_a_plan_that_was_dropped_is_no_event() -> None:
    """What would have been is told of no day to come; the day it was announced on stays."""
    text = (
        "The operator said in February that boats would stop from April, which would have left the island without any."
    )
    assert [entry.phrase for entry in find_entries([text], date(2025, 3, 3))] == ["in February"]
    kept = text.replace("would have left", "will leave")
    assert [entry.phrase for entry in find_entries([kept], date(2025, 3, 3))] == ["in February", "from April"]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Divers found shells at the sites they looked at last week.", ["last week"]),
        ("The court put off to tomorrow what it has to decide.", ["tomorrow"]),
        ("That is all for today.", []),
    ],
)
def test_the_preposition_of_a_verb_is_no_part_of_the_phrase(sentence: str, phrases: list[str]) -> None:
    """Nobody says that it happened at last week; a farewell is no event."""
    assert [entry.phrase for entry in find_entries([sentence], date(2026, 2, 17))] == phrases


def test_the_dateline_is_no_part_of_an_entry() -> None:
    """The place of the wire says where it was written, not what happened."""
    (entry,) = find_entries(["PORT ESKER (Meridian News) — Officers found eels on Friday."], date(2026, 2, 17))
    assert entry.text == "Officers found eels on Friday."


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        (
            "The quay opened in 2010, and the crane fell into the sea in 2014.",
            ["The quay opened in 2010", "the crane fell into the sea in 2014."],
        ),
        ("The quay opened in 2010; the crane fell in 2014.", ["The quay opened in 2010", "the crane fell in 2014."]),
        ("The quay opened in 2010, and was shut in 2014.", 2 * ["The quay opened in 2010, and was shut in 2014."]),
        (
            "The quay opened in 2010, and it was shut in 2014.",
            2 * ["The quay opened in 2010, and it was shut in 2014."],
        ),
        (
            "The quay opened in 2010, and the last crane, in 2014.",
            2 * ["The quay opened in 2010, and the last crane, in 2014."],
        ),
    ],
)
def test_clauses_that_stand_alone_are_entries_of_their_own(sentence: str, texts: list[str]) -> None:
    """Each with its date and its subject, to the letter; where one leans on the other, both have the sentence."""
    assert [entry.text for entry in find_entries([sentence], date(2026, 2, 17))] == texts
