"""nutgraf.exports: what other programs read is as exact as the source, the same every time, and never markup."""

from __future__ import annotations

import html
import json
import re
import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.assemble import assemble_site
from nutgraf.exports import calendar, json_text, make_exports, timeline_json
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, Correction, Entry, Settings
from nutgraf.plan import plan_pages

PATH = "content/briefings/a.md"
HOSTILE = '</script><img src=x onerror="alert(1)"> & \'; BEGIN:VEVENT, \\n\r\nEND:VCALENDAR\rx\ny\x07'


def briefing(*entries: Entry, **fields: Any) -> Briefing:
    """Return a briefing with a timeline."""
    return Briefing(PATH, "a", fields.pop("headline", "Tolls rise"), timeline=entries, **fields)


def event(edtf: str, phrase: str = "", text: str = "It rose.") -> dict[str, Any]:
    """Return the one TimelineJS event of an entry, without its id."""
    (found,) = json.loads(timeline_json(briefing(Entry(text, edtf, phrase))))["events"]
    del found["unique_id"]
    return found


def ymd(text: str) -> dict[str, int]:
    """Return the date of an event from `2024-05`."""
    return dict(zip(("year", "month", "day"), map(int, text.split("-")), strict=False))


@pytest.mark.parametrize(
    ("edtf", "phrase", "start", "end", "display"),
    [
        ("2024-05-01", "on Wednesday", "2024-05-01", "", ""),
        ("2024-05", "in early May 2024", "2024-05", "", ""),
        ("0800", "", "800", "", ""),
        ("2024-05-01/2024-05-03", "", "2024-05-01", "2024-05-03", ""),
        ("2021~", "around 2021", "2021", "", "around 2021"),
        ("2024-05?", "in May", "2024-05", "", "May 2024 (uncertain)"),
        ("199X", "in the early 1990s", "1990", "1999", "in the early 1990s"),
        ("199X", "in the nineties", "1990", "1999", "the 1990s"),
        ("19XX", "in the 20th century", "1900", "1999", "the 20th century"),
        ("2024-21", "last spring", "2024", "", "spring 2024"),
        ("2024-33", "", "2024-1", "2024-3", "the first quarter of 2024"),
        ("2023-10/..", "since October", "2023-10", "", "since October 2023"),
        ("../2030", "by 2030", "2030", "", "by 2030"),
        ("0800~", "about 1800", "800", "", "about 800"),
    ],
)
def test_a_date_keeps_its_precision(edtf: str, phrase: str, start: str, end: str, display: str) -> None:
    """Only known parts are written; an inexact date has words, the source's own where they name the year."""
    found = event(edtf, phrase)
    dates = {"start_date": ymd(start)} | ({"end_date": ymd(end)} if end else {})
    assert found == dates | ({"display_date": display} if display else {}) | {"text": {"headline": "It rose."}}


def test_what_has_no_year_is_not_exported() -> None:
    """TimelineJS would skip it without a word, or show a wrong year; a briefing of only such has no file."""
    entries = Entry("A."), Entry("B.", "XXXX-05"), Entry("C.", "2024")
    found = json.loads(timeline_json(briefing(*entries)))
    assert [item["text"]["headline"] for item in found["events"]] == ["C."]
    site = assemble_site(Settings("E"), [briefing(*entries[:2])])
    texts = {"content/briefings/a.md": b"---"}
    assert [file.address for file in make_exports(plan_pages(site), site, texts)] == ["briefings/a.md"]


def test_events_stand_oldest_first_below_their_title() -> None:
    """The order is the page's; the title is the briefing's, with its dek when it has one."""
    given_dates = "2024", "199X", "2024-05-01", "../2000"
    found = json.loads(timeline_json(briefing(*(Entry("x", day) for day in given_dates), dek="They go up.")))
    assert list(found) == ["title", "events"]
    assert found["title"]["text"] == {"headline": "Tolls rise", "text": "They go up."}
    assert [item["start_date"]["year"] for item in found["events"]] == [1990, 2000, 2024, 2024]


def test_markup_is_text_in_every_field() -> None:
    """TimelineJS takes its texts for HTML, so each comes out of it as it was typed."""
    text = timeline_json(briefing(Entry(HOSTILE, "2021~", f"2021 {HOSTILE}"), headline=HOSTILE, dek=HOSTILE))
    assert "<" not in text
    found = json.loads(text)
    (item,) = found["events"]
    texts = [*found["title"]["text"].values(), item["text"]["text"], item["display_date"].removeprefix("2021 ")]
    assert [html.unescape(value) for value in texts] == [HOSTILE] * 4


def test_a_long_entry_has_a_short_headline_and_its_whole_text() -> None:
    """The headline ends at a word before 80 characters and says that more follows; nothing is cut from the text."""
    long = "The parishes signed the timetable after three nights of talks in the old customs house."
    assert event("2024", text=long)["text"] == {
        "headline": "The parishes signed the timetable after three nights of talks in the old …",
        "text": long,
    }
    assert event("2024", text="x" * 81)["text"]["headline"] == "x" * 80 + " …"


def test_ids_stay_when_dates_and_order_change() -> None:
    """An entry is known by its file and its words, the second of the same words by that; each id is there once."""
    entries = Entry("A.", "2024-01-01"), Entry("B.", "2024-01-02"), Entry("A.", "2024-01-03")
    before, after = briefing(*entries), briefing(Entry("New.", "2024"), replace(entries[0], date="2025"), *entries[1:])
    events = [json.loads(timeline_json(each))["events"] for each in (before, after)]
    ids = [[(item["text"]["headline"], item["unique_id"]) for item in found] for found in events]
    assert len(set(ids[0])) == 3
    assert set(ids[0]) < set(ids[1])
    moved = replace(before, slug="b", headline="C")
    assert json.loads(timeline_json(moved))["events"] == events[0]
    other = replace(before, path="content/briefings/b.md")
    assert not set(re.findall("entry-[0-9a-f-]+", timeline_json(other))) & {name for _, name in ids[0]}


def read_calendar(text: str) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Read iCalendar as RFC 5545 has it: (properties of the calendar, those of each event); strict about form."""
    assert text.endswith("\r\n")
    raw = text.removesuffix("\r\n").split("\r\n")
    assert not [line for line in raw if len(line.encode()) > 75 or re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line)]
    lines = "\r\n".join(raw).replace("\r\n ", "").split("\r\n")
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    head: dict[str, str] = {}
    events: list[dict[str, str]] = []
    current = head
    for line in lines[1:-1]:
        name, colon, value = line.partition(":")
        assert colon, line
        if line == "BEGIN:VEVENT":
            assert current is head, "an event in an event"
            current = {}
        elif line == "END:VEVENT":
            events.append(current)
            current = head
        else:
            assert re.fullmatch(r"[A-Z-]+(;VALUE=DATE)?", name), line
            assert name not in current, f"{name} twice"
            current[name] = value if name == "URL" else unescape(value)
    assert current is head
    return head, events


def unescape(value: str) -> str:
    """Return a TEXT value as it was; what must be escaped and is not is a fault."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), value
    return re.sub(r"\\([\\;,nN])", lambda m: "\n" if m[1] in "nN" else m[1], value)


def events_of(*briefings: Briefing, base_url: str = "") -> list[dict[str, str]]:
    """Return the events of the calendar of a site."""
    return read_calendar(calendar(assemble_site(Settings("E", base_url=base_url), briefings)))[1]


def test_the_calendar_says_what_it_is() -> None:
    """It has the version, its maker and the site's title, whatever is in that."""
    site = assemble_site(Settings("Fog; smoke, \\ & <mist>"), [briefing(Entry("x", "2024-05-01"))])
    head, _ = read_calendar(calendar(site))
    names = dict.fromkeys(("NAME", "X-WR-CALNAME"), "Fog; smoke, \\ & <mist>")
    assert head == {"VERSION": "2.0", "PRODID": "-//Nutgraf//Nutgraf//EN"} | names


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2024-05-01", "20240501", "20240502"),
        ("2024-02-28/2024-02-29", "20240228", "20240301"),
        ("2024-12-31/2025-01-01", "20241231", "20250102"),
        ("0800-12-25", "08001225", "08001226"),
    ],
)
def test_an_entry_known_to_the_day_is_an_event(edtf: str, start: str, end: str) -> None:
    """It lasts whole days, and its end is the day after its last."""
    (found,) = events_of(briefing(Entry("It rose.", edtf), published=parse_instant("2024-05-02T01:30+02:00")))
    uuid.UUID(found.pop("UID"))
    assert found == {
        "DTSTAMP": "20240501T233000Z",
        "DTSTART;VALUE=DATE": start,
        "DTEND;VALUE=DATE": end,
        "SUMMARY": "It rose.",
        "TRANSP": "TRANSPARENT",
    }


@pytest.mark.parametrize(
    "edtf",
    [
        *("", "2024", "2024-05", "2024-21", "199X", "XXXX-05-01", "9999-12-31", "2024-05-01~", "2024-05-01?"),
        *("2024-05-01/2024-05-03?", "2024-05/2024-05-03", "2024-05-01/..", "../2024-05-01"),
    ],
)
def test_a_day_that_is_not_certain_is_no_event(edtf: str) -> None:
    """Nothing is put on a day that the source does not give, and without an event there is no calendar."""
    site = assemble_site(Settings("E"), [briefing(Entry("It rose.", edtf))])
    assert "timeline.ics" not in [page.address for page in plan_pages(site)]


def test_the_stamp_is_the_last_change_and_never_the_clock() -> None:
    """A correction moves it; without any date it is the first second of Unix; the calendar's ends have theirs."""
    entry = Entry("x", "2024-05-01")
    stamps = {
        "": "19700101T000000Z",
        "2024-05-01": "20240501T000000Z",
        "0001-01-01T00:00+05:00": "00010101T000000Z",
        "9999-12-31T23:00-05:00": "99991231T230000Z",
    }
    for text, stamp in stamps.items():
        (found,) = events_of(briefing(entry, updated=parse_instant(text) if text else None))
        assert found["DTSTAMP"] == stamp
    corrected = briefing(entry, updated=parse_instant("2024-05-01"), corrections=(Correction(date(2024, 5, 3), "x"),))
    assert events_of(corrected)[0]["DTSTAMP"] == "20240503T000000Z"


def test_an_event_links_to_its_page_when_the_site_has_an_address() -> None:
    """The URL is absolute, or there is none."""
    given_one = briefing(Entry("x", "2024-05-01"))
    assert events_of(given_one, base_url="https://a.example/b/")[0]["URL"] == "https://a.example/b/briefings/a.html"
    assert "URL" not in events_of(given_one)[0]


def test_drafts_are_in_no_calendar() -> None:
    """What a reader has subscribed to cannot be taken back."""
    shown, draft = (briefing(Entry("x", "2024-05-01"), draft=draft) for draft in (False, True))
    site = assemble_site(Settings("E"), [replace(draft, path="content/briefings/b.md", slug="b"), shown], drafts=True)
    assert len(read_calendar(calendar(site))[1]) == 1


def test_text_cannot_leave_its_line() -> None:
    """What looks like the end of an event, and a line end of any kind, is part of the summary."""
    (found,) = events_of(briefing(Entry(HOSTILE, "2024-05-01")))
    assert found["SUMMARY"] == HOSTILE.replace("\r\n", "\n").replace("\r", "\n").replace("\x07", "")


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(st.lists(st.tuples(TEXTS, st.dates(max_value=date(9999, 12, 30))), min_size=1, max_size=4))
def test_any_text_is_read_back(items: list[tuple[str, date]]) -> None:
    """Folding and escaping lose nothing, in any script, and no line is over 75 octets; the JSON is the same twice."""
    source = briefing(*(Entry(text, day.isoformat()) for text, day in items))
    found = [(event["SUMMARY"], event["DTSTART;VALUE=DATE"]) for event in events_of(source)]
    assert sorted(found) == sorted((text, day.isoformat().replace("-", "")) for text, day in items)
    text = timeline_json(source)
    assert text == timeline_json(source)
    assert text.endswith("}\n")
    assert [ymd(day.isoformat()) for _, day in sorted(items, key=lambda item: item[1])] == [
        event["start_date"] for event in json.loads(text)["events"]
    ]


def test_files_are_utf_8() -> None:
    """Other scripts are written as they are."""
    site = assemble_site(Settings("E"), [briefing(Entry("新时刻表", "2025-12-01"))])
    texts = {"content/briefings/a.md": "新".encode()}
    files = {file.address: file.data for file in make_exports(plan_pages(site), site, texts)}
    assert list(files) == ["briefings/a.md", "briefings/a.timeline.json", "timeline.ics"]
    assert all("新时刻表".encode() in data for data in list(files.values())[1:])


def test_an_event_that_two_briefings_tell_is_in_the_calendar_once() -> None:
    """Its id is that of the first telling, so that it stays when another briefing comes; its words are the newest."""
    old = Briefing("content/briefings/a.md", "a", "A", published=parse_instant("2024-05-01"))
    old = replace(old, timeline=(Entry("The wooden quay burnt down in the night.", "2024-04-30"),))
    new = Briefing("content/briefings/b.md", "b", "B", published=parse_instant("2024-05-02"))
    new = replace(new, timeline=(Entry("In the night the old wooden quay burnt down.", "2024-04-30"),))
    (alone,) = read_calendar(calendar(assemble_site(Settings("E"), [old])))[1]
    (both,) = read_calendar(calendar(assemble_site(Settings("E"), [new, old])))[1]
    assert both["UID"] == alone["UID"]
    assert both["SUMMARY"] == "In the night the old wooden quay burnt down."


def test_what_is_expected_is_tentative() -> None:
    """A calendar can show it otherwise than what was."""
    site = assemble_site(Settings("E"), [briefing(Entry("It opens.", "2024-06-01", expected=True))])
    assert "STATUS:TENTATIVE\r\n" in calendar(site)
    assert "STATUS" not in calendar(assemble_site(Settings("E"), [briefing(Entry("It opened.", "2024-06-01"))]))


VALUES = st.recursive(
    st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(VALUES)
def test_json_is_as_the_library_writes_it(value: Any) -> None:
    """Any text and any nesting."""
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=1)
