"""The site of thirty briefings with many more, whose lists come in parts, and a search -> its files, ready to build."""

from __future__ import annotations

from pathlib import Path

from tests.thirty import SETTINGS, write_thirty

KINDS = {
    "archive-part": "archive/1.html",
    "topic-part": "topics/buoys/4.html",
    "timeline-part": "timeline/2.html",
    "timeline-undated": "timeline/undated.html",
    "edition-many": "editions/2024-03-01.html",
    "search": "search.html",
    "filter": "archive.html",
}
"""A page of each kind that a site of thirty does not have."""

FINDERS = ("search", "filter")
QUERY = "harbour"
"""Where something is looked for, and what."""

COUNT = 170
DAYS = 28

_BRIEFING = """\
---
headline: Notice {number} of the harbour
slug: notice-{number}
published: 2024-{month:02}-{day:02}
added: 2024-12-31
topics: [Buoys]
takeaways: [Buoy {number} was moved in {year}.]
timeline:
  - {{date: "{year}", text: Buoy {number} was moved in {year}.}}
  - {{phrase: one day, text: Buoy {number} comes back one day.}}
---
Buoy {number} was moved in {year}. Buoy {number} comes back one day.
"""


def write_crowd(root: Path) -> Path:
    """Write the site into `root`, and return `root`."""
    write_thirty(root)
    (root / "content" / "site.yaml").write_text(f"{SETTINGS}search: true\n", encoding="utf-8")
    for number in range(COUNT):
        # A third of them on one day, so that its edition is a long one.
        month, day = (3, 1) if number % 3 == 0 else (number % 12 + 1, number % DAYS + 1)
        text = _BRIEFING.format(number=number, month=month, day=day, year=1900 + number % 120)
        (root / "content" / "briefings" / f"notice-{number}.md").write_text(text, encoding="utf-8")
    return root
