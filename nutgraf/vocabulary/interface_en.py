"""What pages say in English."""

from __future__ import annotations

from typing import Final

from nutgraf.vocabulary.calendar import MONTH_NAMES, PART_NAMES, SEASON_NAMES
from nutgraf.vocabulary.interface_words import DateNames, InterfaceWords


def _ordinal(number: int) -> str:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 % 10 != 1 else "th"
    return f"{number}{suffix}"


_DATES: Final = DateNames(
    months=MONTH_NAMES,
    seasons=SEASON_NAMES,
    parts=PART_NAMES,
    decades=(),
    centuries=tuple(_ordinal(number) for number in range(1, 101)),
    month="{month} {year}",
    day="{day} {month} {year}",
    yearless_day="{day} {month}",
    lone_day="day {day}",
    part="the {part} of {year}",
    decade="the {year}s",
    century="the {century} century",
    days="{first}–{last}",
    span="{first} to {last}",
    about="about {date}",
    since="since {date}",
    until="until {date}",
    note="{date} ({note})",
    notes=", ",
    uncertain="uncertain",
    yearless="year not stated",
    monthless="month and year not stated",
    undated="Date not given",
    unsure="Date not certain",
    quoted="{what}: “{phrase}”",
    inclusive=frozenset({"by", "from", "since", "until", "till"}),
    exclusive=frozenset({"before", "after"}),
    articles=frozenset({"the"}),
    moment="{day}, {time} {zone}",
)

ENGLISH: Final = InterfaceWords(
    dates=_DATES,
    plurals=(("one", frozenset({1}), None),),
    words={
        "skip": "Skip to content",
        "site": "Site",
        "timeline": "Timeline",
        "archive": "Archive",
        "feed": "Feed (Atom)",
        "published_by": "{site}, published by {publisher}",
        "draft": "Draft",
        "draft_title": "Draft: {headline}",
        "updated": "Updated {date}",
        "no_date": "The source gives no date.",
        "no_publication": "The source gives no date of publication.",
        "takeaways": "Key takeaways",
        "takeaways_extracted": "From the article",
        "takeaway_source": "Where the article says so, {number}",
        "takeaways_picked": "Picked from the text by rule, word for word.",
        "why": "Why this matters",
        "by": "By {names}",
        "comma": ", ",
        "and": " and ",
        "reading_time": "{count} min read",
        "timeline_data": "Timeline as data (JSON)",
        "calendar": "Calendar (ICS)",
        "oldest_first": "Oldest first.",
        "hollow": "A hollow mark means that the source gives no exact day.",
        "dashed": "A dashed mark means that the source’s words give no date of the calendar.",
        "hollow_and_dashed": "A hollow mark means that the source gives no exact day, a dashed mark that its words give "
        "no date of the calendar.",
        "anchored": "A day that the source names as “Wednesday” or “last week” is counted from its date of publication.",
        "expected": "Expected:",
        "expected_mark": "What the source tells as still to come is marked “Expected”.",
        "in_source": "In the source: {phrase}",
        "corrections": "Corrections",
        "correction": "{day}: {text}",
        "no_headline": "The text came without a headline; this one is in its words.",
        "source": "Source: {link}",
        "topics": "Topics",
        "topics_picked": "Picked from the text by rule.",
        "lost": "Page not found",
        "lost_why": "Nothing stands at this address. It may have been mistyped, or the page may have moved.",
        "lost_where": "All briefings are in the {archive}; the newest lead the {front}.",
        "lost_archive": "archive",
        "lost_front": "front page",
        "newest": "Newest briefings",
        "read": "Read the briefing",
        "more": "More briefings",
        "everything": "Everything",
        "about_timeline": "{timeline}: what happened when, across all briefings, oldest first.",
        "about_archive": "{archive}: every briefing, by month.",
        "about_long_archive": "{archive}: all {count} briefings by month; the {shown} newest are on this page.",
        "none": "No briefings yet.",
        "none_how": "Put the raw text of an article into {folder} and run {command}: its briefing will lead this page.",
        "timeline_of": "What happened when, across all briefings of {site}, oldest first.",
        "no_entry": "No briefing names a date or an event yet.",
        "no_timeline": "The timelines of all briefings will meet here.",
        "yearless": "Year not stated",
        "archive_of": "All briefings of {site}, by the month in which they were published.",
        "years": "Years",
        "undated": "No date",
        "count": {"one": "{count} briefing", "other": "{count} briefings, newest first"},
        "count_on": {"one": "{count} briefing on {topic}.", "other": "{count} briefings on {topic}, newest first."},
    },
)
