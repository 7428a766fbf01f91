"""nutgraf.filters: values become the words, attributes and ids that layouts show."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.filters import (
    atom_id,
    atom_instant,
    chronological,
    direction,
    feed_id,
    filters_for,
    html_instant,
    id_below,
    instant_words,
    last_change,
    minutes,
    news_language,
    tongue,
)
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, Correction, Entry, Settings
from nutgraf.wording import day_words, when_words

PLAIN = Briefing(path="content/briefings/a.md", slug="a", headline="A")


@pytest.mark.parametrize(
    ("text", "zone", "words", "attribute"),
    [
        ("2026-05-14", "", "14 May 2026", "2026-05-14"),
        ("2026-05-14", "Asia/Tokyo", "14 May 2026", "2026-05-14"),
        ("2026-05-14T06:30+00:00", "", "14 May 2026, 06:30 UTC", "2026-05-14T06:30+00:00"),
        ("2026-05-14T06:30+01:00", "", "14 May 2026, 06:30 UTC+1", "2026-05-14T06:30+01:00"),
        ("2026-05-14T06:30+05:30", "", "14 May 2026, 06:30 UTC+5:30", "2026-05-14T06:30+05:30"),
        ("2026-05-14T06:30-03:30", "", "14 May 2026, 06:30 UTC-3:30", "2026-05-14T06:30-03:30"),
        ("2026-05-14T06:30:15-00:30", "", "14 May 2026, 06:30 UTC-0:30", "2026-05-14T06:30:15-00:30"),
        ("2026-05-14T22:30+00:00", "Europe/Berlin", "15 May 2026, 00:30 CEST", "2026-05-15T00:30+02:00"),
        ("2026-01-14T23:30+00:00", "Europe/Berlin", "15 January 2026, 00:30 CET", "2026-01-15T00:30+01:00"),
        ("2026-05-14T02:30+00:00", "America/New_York", "13 May 2026, 22:30 EDT", "2026-05-13T22:30-04:00"),
        ("2026-05-14T06:30+00:00", "Asia/Dubai", "14 May 2026, 10:30 UTC+4", "2026-05-14T10:30+04:00"),
        ("2026-05-14T06:30+02:00", "UTC", "14 May 2026, 04:30 UTC", "2026-05-14T04:30+00:00"),
    ],
)
def test_an_instant_is_shown_in_the_sites_zone_or_in_its_own(text: str, zone: str, words: str, attribute: str) -> None:
    """Words and `datetime` attribute say the same day, time and offset; a day alone is never moved."""
    instant = parse_instant(text)
    assert (instant_words(instant, zone), html_instant(instant, zone)) == (words, attribute)
    filters = filters_for(Settings("A", time_zone=zone))
    assert (filters["instant_words"](instant), filters["html_instant"](instant)) == (words, attribute)


@pytest.mark.parametrize("text", ["0001-01-01T00:00+00:00", "9999-12-31T23:59+00:00"])
def test_an_instant_at_the_calendars_end_is_shown_in_its_own_offset(text: str) -> None:
    """A time that the site's zone would push out of the calendar is no traceback."""
    zone = "America/New_York" if text.startswith("0001") else "Asia/Tokyo"
    assert instant_words(parse_instant(text), zone).endswith("UTC")
    assert html_instant(parse_instant(text), zone) == text


def test_a_day_is_shown_in_words_on_any_machine() -> None:
    """Months are English whatever the locale, and years below 1000 too."""
    assert [day_words(date(2026, 5, 4)), day_words(date(44, 3, 15))] == ["4 May 2026", "15 March 44"]


def test_entries_are_shown_oldest_first() -> None:
    """Entries come by date, the wider after the narrower, those of one date as they stood, the undated last."""
    given = [
        Entry("g"),
        Entry("f", "XXXX-05"),
        Entry("e", "2024-05-02"),
        Entry("d", "2024"),
        Entry("b", "2024-01-01"),
        Entry("a", "199X"),
        Entry("c", "2024-01-01"),
        Entry("h"),
    ]
    assert "".join(entry.text for entry in chronological(given)) == "abcdefgh"


@pytest.mark.parametrize(
    ("briefing", "expected"),
    [
        (PLAIN, 1),
        (replace(PLAIN, body="word " * 230), 1),
        (replace(PLAIN, body="word " * 460), 2),
        (replace(PLAIN, why_it_matters="word " * 460, takeaways=("word " * 460,)), 4),
        (replace(PLAIN, body="会" * 1380), 3),
        (replace(PLAIN, body="회 " * 690), 4),
    ],
)
def test_reading_takes_its_minutes(briefing: Briefing, expected: int) -> None:
    """Body, takeaways and why it matters are counted; text without spaces counts by its characters; at least 1."""
    assert minutes(briefing) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "ltr"),
        ("", "ltr"),
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("AR", "rtl"),
        ("he", "rtl"),
        ("fa-IR", "rtl"),
        ("ur", "rtl"),
        ("arn", "ltr"),
        ("ur-Latn", "ltr"),
        ("pa-Arab", "rtl"),
        ("az-Arab-IR", "rtl"),
    ],
)
def test_a_language_has_its_direction(language: str, expected: str) -> None:
    """Arabic, Hebrew and their kin run from right to left, in any region; a script that is named decides."""
    assert direction(language) == expected


@pytest.mark.parametrize(
    ("briefing", "expected"),
    [
        (PLAIN, "1970-01-01"),
        (replace(PLAIN, added=date(2026, 1, 1)), "2026-01-01"),
        (replace(PLAIN, added=date(2026, 1, 1), published=parse_instant("2024-05-01")), "2024-05-01"),
        (
            replace(
                PLAIN, published=parse_instant("2024-05-01T09:00+09:00"), updated=parse_instant("2024-05-01T08:00Z")
            ),
            "2024-05-01T08:00+00:00",
        ),
        (
            replace(
                PLAIN,
                updated=parse_instant("2024-05-01"),
                corrections=(Correction(date(2024, 6, 2), "x"), Correction(date(2024, 6, 1), "y")),
            ),
            "2024-06-02",
        ),
    ],
)
def test_the_last_change_is_the_latest_date_a_briefing_has(briefing: Briefing, expected: str) -> None:
    """Published, updated and corrections count as moments; `added` only where nothing else is known."""
    assert str(last_change(briefing)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-01", "2024-05-01T00:00:00Z"),
        ("2024-05-01T09:30+02:00", "2024-05-01T09:30:00+02:00"),
        ("2024-05-01T09:30:05Z", "2024-05-01T09:30:05+00:00"),
    ],
)
def test_feeds_get_a_full_time_with_its_offset(text: str, expected: str) -> None:
    """RFC 3339 wants seconds and an offset; a day alone is its beginning in UTC."""
    assert atom_instant(parse_instant(text)) == expected


def test_a_feed_id_is_the_content_files_and_stays() -> None:
    """Nothing an editor changes in a file changes the id that readers' feeds know it by."""
    changed = replace(PLAIN, headline="B", slug="b", body="c", published=parse_instant("2024-05-01"), topics=("D",))
    assert atom_id(changed) == atom_id(PLAIN) == "urn:uuid:5b3953cb-b94b-56b5-99a4-e9ee0846aa84"


def test_two_content_files_never_share_a_feed_id() -> None:
    """Files of one name in two folders are two entries."""
    paths = ["content/briefings/a.md", "content/briefings/b.md", "content/briefings/2024/a.md"]
    assert len({atom_id(replace(PLAIN, path=path)) for path in paths}) == 3


def test_a_sites_feed_id_stays_when_its_address_changes() -> None:
    """The id of the feed depends on the title, and on nothing that a move changes."""
    site = Settings("A")
    assert feed_id(site) == feed_id(replace(site, base_url="https://example.org/", language="de"))
    assert feed_id(site) != feed_id(Settings("B"))


@pytest.mark.parametrize(
    ("date", "phrase", "shown"),
    [
        ("2023-10", "in October 2023", "October 2023"),
        ("../2030", "by 2030", "by 2030"),
        ("../2026", "by the end of the year", "by 2026"),
        ("../2026", "before the end of the year", "until 2026"),
        ("../2015", "Before 2015", "before 2015"),
        ("2016-03/..", "after March 2016", "after March 2016"),
        ("2024/..", "after the start of 2024", "since 2024"),
        ("2024-05-03/..", "from Friday", "from 3 May 2024"),
        ("2023-10/..", "since October 2023", "since October 2023"),
        ("", "this week", "Date not given: “this week”"),
        ("", "on 31 June 1950", "Date not certain: “on 31 June 1950”"),
        ("", "", "Date not given"),
    ],
)
def test_when_is_told_under_the_preposition_of_the_source(date: str, phrase: str, shown: str) -> None:
    """What ends at a date is `by` or `until` or `before` it as the source has it; no date is said, with its words."""
    assert when_words(Entry("Text.", date, phrase)) == shown


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en-GB", "en"), ("zh-Hans", "zh-cn"), ("zh", "zh-cn"), ("zh-TW", "zh-tw"), ("zh-Hant-HK", "zh-tw")],
)
def test_news_sitemaps_name_languages_by_iso_639(tag: str, name: str) -> None:
    """But for Chinese, whose two ways of writing have names of their own."""
    assert news_language(tag) == name


@pytest.mark.parametrize(
    ("inner", "outer", "turn", "expected"),
    [
        ("", "en", True, ""),
        ("en", "en", True, ""),
        ("en-GB", "en", True, ""),
        ("en", "en-GB", True, ""),
        ("de", "en", True, ' lang="de" dir="ltr"'),
        ("ar", "en", True, ' lang="ar" dir="rtl"'),
        ("ar", "en", False, ' lang="ar"'),
        ("en-GB", "en-US", True, ' lang="en-GB" dir="ltr"'),
        ('a"b', "en", False, ' lang="a&#34;b"'),
    ],
)
def test_an_element_says_its_language_where_it_changes(inner: str, outer: str, turn: bool, expected: str) -> None:
    """And its direction, where it has none of its own."""
    assert tongue(inner, outer, turn) == expected
    assert hasattr(tongue(inner, outer, turn), "__html__")


@given(st.uuids(), st.text(st.characters(exclude_categories=["Cs"])))
def test_an_id_of_a_part_is_that_of_the_standard(base: uuid.UUID, name: str) -> None:
    """RFC 9562, version 5: any program can make the same of the same."""
    assert id_below(base, name) == str(uuid.uuid5(base, name))
