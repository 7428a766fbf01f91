"""nutgraf.linked_data: machines are told what the page tells readers, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from nutgraf.instants import parse_instant
from nutgraf.linked_data import news_article, temporal_coverage
from nutgraf.models import Briefing, Correction, Entry, Publisher, Settings, Source

BARE = Briefing("content/briefings/a.md", "a", "Tolls rise")
SETTINGS = Settings("The Elswick Briefing")


def article(settings: Settings = SETTINGS, topics: tuple[str, ...] = (), **fields: Any) -> dict[str, Any]:
    """Return the JSON-LD of a briefing that has `fields` beside its headline."""
    return news_article(Briefing(BARE.path, BARE.slug, BARE.headline, **fields), settings, topics)


def test_a_bare_briefing_claims_nothing() -> None:
    """Without a date, author, address or topic none is there, and no property is empty."""
    assert article(added=date(2026, 1, 1)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Tolls rise",
        "inLanguage": "en",
    }


def test_everything_the_page_says_is_there() -> None:
    """Each field has its property, as it was written, in a fixed order."""
    settings = Settings(
        "E", base_url="https://a.example/b/", publisher=Publisher("The House", "about.html"), language="en-GB"
    )
    found = article(
        settings,
        ("Harbours", "Tolls", "Harbours"),
        dek="They go up.",
        takeaways=("One.", "Two <b>"),
        language="cy",
        published=parse_instant("2026-05-14T06:30+01:00"),
        updated=parse_instant("2026-05-15"),
        byline=("Jane Marlow",),
        dateline="Elswick",
        timeline=(Entry("They rose.", "2025-07-01"),),
        source=Source(url="https://source.example/x"),
        corrections=(Correction(date(2026, 5, 14), "It said ten."),),
    )
    assert list(found.items())[2:] == [
        ("headline", "Tolls rise"),
        ("description", "They go up."),
        ("abstract", "One.\nTwo <b>"),
        ("inLanguage", "cy"),
        ("url", "https://a.example/b/briefings/a.html"),
        ("mainEntityOfPage", "https://a.example/b/briefings/a.html"),
        ("datePublished", "2026-05-14T06:30+01:00"),
        ("dateModified", "2026-05-15"),
        ("author", [{"@type": "Person", "name": "Jane Marlow"}]),
        ("publisher", {"@type": "Organization", "name": "The House", "url": "https://a.example/b/about.html"}),
        ("dateline", "Elswick"),
        ("temporalCoverage", "2025-07-01"),
        ("isBasedOn", "https://source.example/x"),
        ("correction", [{"@type": "CorrectionComment", "datePublished": "2026-05-14", "text": "It said ten."}]),
        ("keywords", ["Harbours", "Tolls"]),
    ]


@pytest.mark.parametrize(
    ("published", "updated", "corrected", "dates"),
    [
        ("2026-05-14", "", "", ["2026-05-14", None]),
        ("2026-05-14", "2026-05-14", "", ["2026-05-14", None]),
        ("2026-05-14", "2026-05-13", "", ["2026-05-14", None]),
        ("2026-05-14", "2026-05-15", "2026-05-16", ["2026-05-14", "2026-05-16"]),
        ("2026-05-14T09:00+02:00", "2026-05-14T08:00+02:00", "", ["2026-05-14T09:00+02:00", None]),
        ("", "2026-05-14", "", [None, "2026-05-14"]),
        ("", "", "2026-05-16", [None, "2026-05-16"]),
        ("", "", "", [None, None]),
    ],
)
def test_modified_is_never_before_published(published: str, updated: str, corrected: str, dates: list[str]) -> None:
    """The last update or correction is told when it is later; the day of the conversion never is."""
    instants = [parse_instant(text) if text else None for text in (published, updated)]
    corrections = (Correction(date.fromisoformat(corrected), "x"),) if corrected else ()
    found = article(published=instants[0], updated=instants[1], corrections=corrections, added=date(2026, 6, 1))
    assert [found.get("datePublished"), found.get("dateModified")] == dates


def test_times_are_those_of_the_page() -> None:
    """With a zone of the site, the data has the hour and offset that the reader sees."""
    found = article(Settings("E", time_zone="Europe/Berlin"), published=parse_instant("2026-05-14T22:30+00:00"))
    assert found["datePublished"] == "2026-05-15T00:30+02:00"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jane Marlow", "Person"),
        ("ليلى المرسى", "Person"),
        ("Trim Correspondents", "Organization"),
        ("The Harbour Desk", "Organization"),
        ("Reuters", "Organization"),
        ("the house", "Organization"),
        ("THE ELSWICK BRIEFING", "Organization"),
    ],
)
def test_a_desk_is_no_person(name: str, kind: str) -> None:
    """A desk by its last word, an agency, the publisher and the site are organizations; other names are persons."""
    settings = Settings("The Elswick Briefing", publisher=Publisher("The House"))
    assert article(settings, byline=(name,))["author"] == [{"@type": kind, "name": name}]


@pytest.mark.parametrize("url", ["", "about.html", "mailto:desk@house.example"])
def test_a_publisher_has_only_an_absolute_web_address(url: str) -> None:
    """Without base_url a page of the site has none, and a mail address is none."""
    found = article(Settings("E", publisher=Publisher("The House", url)))
    assert found["publisher"] == {"@type": "Organization", "name": "The House"}


def test_a_source_that_is_no_web_address_is_no_link() -> None:
    """As on the page, a script is no source."""
    assert "isBasedOn" not in article(source=Source(url="javascript:alert(1)"))


@pytest.mark.parametrize(
    ("dates", "coverage"),
    [
        ([], ""),
        (["", "XXXX-05", "2021~", "2024?/2025"], ""),
        (["2025-07-01"], "2025-07-01"),
        (["2024", "2024-05-01"], "2024"),
        (["2024-05-01", "2024-05"], "2024-05"),
        (["2024-05-03", "1939", "2023-10"], "1939/2024-05-03"),
        (["199X"], "1990/1999"),
        (["2024-33"], "2024-01/2024-03"),
        (["2015-11/..", "2024"], "2015-11/.."),
        (["../2030"], "../2030"),
        (["../2030", "2024"], "2024/2030"),
        (["../1990", "2024"], "../2024"),
        (["../1990", "2024/.."], ""),
    ],
)
def test_coverage_goes_from_the_earliest_to_the_latest(dates: list[str], coverage: str) -> None:
    """Only certain dates count; the wider one decides, and what goes on is open."""
    assert temporal_coverage([Entry("x", date) for date in dates]) == coverage
