"""nutgraf.plan: every page that will exist is named before one is made, and no address has two owners."""

from datetime import UTC, date, datetime

import pytest

from nutgraf.assemble import assemble_site
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, Correction, Entry, OutputFile, Page, Settings
from nutgraf.plan import find_collisions, plan_pages

ALWAYS = ["index.html", "timeline.html", "archive.html", "404.html", "robots.txt", "_headers", ".nojekyll"]


def pages_of(*briefings: Briefing, base_url: str = "") -> tuple[Page, ...]:
    """Return the pages of a site of `briefings`."""
    return plan_pages(assemble_site(Settings("A", base_url=base_url), briefings))


def collisions_of(*briefings: Briefing, static: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return path and message of each collision on a site of `briefings` with files named `static`."""
    files = [OutputFile(address, b"") for address in static]
    return [(p.path, p.message) for p in find_collisions(pages_of(*briefings), files)]


def test_an_empty_site_has_its_lists_and_no_feed() -> None:
    """Without a briefing there is no feed, without an address no sitemap; the other pages are always there."""
    assert [page.address for page in pages_of()] == ALWAYS
    assert [page.address for page in pages_of(base_url="https://a.example/")] == [*ALWAYS, "sitemap.xml"]


def test_each_briefing_and_topic_has_its_page() -> None:
    """A page knows what it is about, its layout, and the file an editor would look into."""
    a = Briefing("content/briefings/x.md", "a", "A", topics=("Harbour", "Tolls"))
    b = Briefing("content/briefings/b.md", "b", "B", topics=("harbour",))
    pages = {page.address: page for page in pages_of(a, b)}
    assert list(pages) == [
        *ALWAYS[:3],
        "topics/harbour.html",
        "topics/tolls.html",
        *ALWAYS[3:],
        "briefings/a.html",
        "briefings/b.html",
        "feed.xml",
        "feed.json",
        "topics/harbour.xml",
        "topics/tolls.xml",
        "briefings/a.md",
        "briefings/b.md",
    ]
    assert pages["briefings/a.html"] == Page("briefings/a.html", "briefing.html", a.path, briefing=a, briefings=(b,))
    topic = pages["topics/harbour.html"]
    assert topic.layout == "topic.html"
    assert topic.topic is not None
    assert topic.topic.briefings == (a, b)


def test_a_page_of_corrections_is_there_when_there_is_one() -> None:
    """It collects those of all briefings, newest first; a draft has none yet."""
    a = Briefing("a.md", "a", "A", corrections=(Correction(None, "n"), Correction(date(2024, 5, 1), "o")))
    b = Briefing("b.md", "b", "B", corrections=(Correction(date(2024, 5, 3), "p"),))
    draft = Briefing("c.md", "c", "C", draft=True, corrections=(Correction(date(2024, 5, 9), "q"),))
    assert [page.address for page in pages_of(a) if page.layout == "corrections.html"] == ["corrections.html"]
    assert [page for page in pages_of(draft, Briefing("d.md", "d", "D")) if page.layout == "corrections.html"] == []
    site = assemble_site(Settings("A"), [a, b, draft], drafts=True)
    assert [(c.briefing.slug, c.correction.text) for c in site.corrections] == [("b", "p"), ("a", "o"), ("a", "n")]


def test_each_old_address_has_a_page_that_sends_readers_on() -> None:
    """One with a suffix is a file, one without a folder with an index, where hosts look; they are told of both."""
    a = Briefing("content/briefings/a.md", "a", "A", aliases=("2025/old.html", "2025/tolls"))
    found = {page.address: page for page in pages_of(a) if page.layout in ("redirect.html", "_redirects")}
    assert list(found) == ["2025/old.html", "2025/tolls/index.html", "_redirects"]
    assert found["2025/old.html"].briefing is a


def test_an_old_address_that_is_taken_is_an_error() -> None:
    """No page is written over by one that only sends readers on; nor do two briefings share an old address."""
    a = Briefing("content/briefings/a.md", "a", "A", aliases=("archive.html", "old.html"))
    b = Briefing("content/briefings/b.md", "b", "B", aliases=("old.html",))
    assert [path for path, _ in collisions_of(a, b)] == [a.path, b.path]


def test_data_files_come_after_the_pages() -> None:
    """Each briefing is there as text, one with a date has its timeline as data, a site with a day its calendar."""
    dated = Briefing("content/briefings/a.md", "a", "A", timeline=(Entry("It rose.", "2025-05-14"),))
    vague = Briefing("content/briefings/b.md", "b", "B", timeline=(Entry("It rose.", "199X"), Entry("It fell.")))
    undated = Briefing("content/briefings/c.md", "c", "C", timeline=(Entry("It rose."), Entry("It fell.", "XXXX-05")))
    data = [page for page in pages_of(dated, vague, undated) if not page.layout]
    assert [page.address for page in data] == [
        "briefings/a.md",
        "briefings/a.timeline.json",
        "briefings/b.md",
        "briefings/b.timeline.json",
        "briefings/c.md",
        "timeline.ics",
    ]
    assert [page.briefing for page in data] == [dated, dated, vague, vague, undated, None]


def news_of(*days: str, until: datetime | None = None) -> list[str]:
    """Return the slugs in the news sitemap of a site with a briefing for each of `days`; `-` has no date."""
    given = [
        Briefing(f"content/briefings/{day}.md", f"b{index}", "A", published=None if day == "-" else parse_instant(day))
        for index, day in enumerate(days)
    ]
    site = assemble_site(Settings("E", base_url="https://a.example/"), given)
    pages = [page for page in plan_pages(site, until) if page.address == "news-sitemap.xml"]
    return [briefing.slug for page in pages for briefing in page.briefings]


def test_the_news_end_with_the_newest_briefing() -> None:
    """Those of the two days before it are news; undated ones never are; without a dated one there is no file."""
    assert news_of("2025-11-01", "2025-11-03T08:00+00:00", "2025-11-05T07:59+00:00", "-") == ["b2", "b1"]
    assert news_of("-") == []


def test_the_news_end_at_a_given_moment() -> None:
    """What came later is not there yet, and what is older than two days is news no more."""
    until = datetime(2025, 11, 4, tzinfo=UTC)
    assert news_of("2025-11-01T23:59+00:00", "2025-11-02", "2025-11-04T00:01+00:00", until=until) == ["b1"]
    assert news_of("2024-01-01", until=until) == []


def test_the_news_are_at_most_a_thousand() -> None:
    """More are not read."""
    assert len(news_of(*["2025-11-03"] * 1003)) == 1000


def test_drafts_are_in_no_feed() -> None:
    """A draft that is shown with --drafts is not sent to readers, and a topic of drafts has no feed."""
    draft = Briefing("content/briefings/a.md", "a", "A", topics=("Tolls",), draft=True)
    site = assemble_site(Settings("E", base_url="https://a.example/", llms=True), [draft], drafts=True)
    shown = {page.address: page.briefings for page in plan_pages(site)}
    assert not {"feed.xml", "feed.json", "topics/tolls.xml", "news-sitemap.xml"} & shown.keys()
    assert shown["llms.txt"] == ()


@pytest.mark.parametrize(
    ("address", "holder"),
    [("timeline.ics", "the calendar of the site"), ("briefings/A.timeline.json", "content/briefings/a.md")],
)
def test_a_static_file_never_takes_the_name_of_data(address: str, holder: str) -> None:
    """A file of static/ that claims the address of a timeline or the calendar is an error that names both."""
    a = Briefing("content/briefings/a.md", "a", "A", timeline=(Entry("It rose.", "2025-05-14"),))
    assert collisions_of(a, static=(address,)) == [
        (f"static/{address}", f"would be written to {address}, which {holder} already has")
    ]


def test_a_slug_that_two_briefings_share_is_told_once() -> None:
    """Their pages and their data collide, and the editor reads one line about it."""
    timeline = (Entry("It rose.", "2025-05-14"),)
    given = [Briefing(f"content/briefings/{name}.md", "tolls", "Tolls", timeline=timeline) for name in "ab"]
    assert [path for path, _ in collisions_of(*given)] == ["content/briefings/b.md"]


def test_a_sound_site_has_no_collision() -> None:
    """Different slugs, topics that differ in case and files of other names live side by side."""
    a = Briefing("content/briefings/a.md", "a", "A", topics=("Harbour", "HARBOUR"))
    b = Briefing("content/briefings/b.md", "harbour", "B", topics=("a",))
    assert collisions_of(a, b, static=("photo.jpg", "briefings/a.jpg", "CNAME")) == []


def test_two_briefings_with_one_slug_are_an_error_that_names_both_files() -> None:
    """The second file is at fault, the message names the first, and three files give two problems."""
    given = [Briefing(f"content/briefings/{name}.md", "tolls", "Tolls") for name in "abc"]
    problems = find_collisions(pages_of(*given), [])
    assert [str(problem) for problem in problems] == [
        f"content/briefings/{name}.md: error: would be written to briefings/tolls.html, which content/briefings/a.md "
        "already has (give one of them another `slug` or name)"
        for name in "bc"
    ]


def test_addresses_that_differ_only_in_case_collide() -> None:
    """Many file systems cannot hold both, so the build refuses them, and shows the address as it is."""
    pages = [
        Page("briefings/Tolls.html", "briefing.html", "a.md"),
        Page("briefings/tolls.html", "briefing.html", "b.md"),
    ]
    (problem,) = find_collisions(pages, [])
    assert (problem.path, problem.message) == (
        "b.md",
        "would be written to briefings/tolls.html, which a.md already has",
    )


def test_topics_of_like_names_have_an_address_each() -> None:
    """`C++` and `C` would both be `c`: they may come from two seeds, and stop no site."""
    a = Briefing("content/briefings/a.md", "a", "A", topics=("C",))
    b = Briefing("content/briefings/b.md", "b", "B", topics=("C++",))
    assert collisions_of(a, b) == []
    assert {"topics/c.html", "topics/c-2.html", "topics/c.xml", "topics/c-2.xml"} <= {p.address for p in pages_of(a, b)}


@pytest.mark.parametrize("name", ["—", "?!", "+++"])
def test_a_topic_without_a_letter_is_an_error_that_names_it(name: str) -> None:
    """A topic of which no slug can be made has no address, and the build says which it is."""
    ((path, message),) = collisions_of(Briefing("content/briefings/a.md", "a", "A", topics=(name,)))
    assert path == "content/briefings/a.md"
    assert f"'{name}'" in message


@pytest.mark.parametrize(
    ("address", "holder"),
    [
        ("index.html", "layouts/index.html"),
        ("INDEX.html", "layouts/index.html"),
        ("robots.txt", "layouts/robots.txt"),
        ("feed.xml", "layouts/feed.xml"),
        ("briefings/a.html", "content/briefings/a.md"),
        ("briefings/A.HTML", "content/briefings/a.md"),
        ("topics/harbour.html", "the topic 'Harbour'"),
    ],
)
def test_a_static_file_that_claims_a_pages_address_is_an_error(address: str, holder: str) -> None:
    """A file of static/ never replaces a page, in any case of its letters; both are named."""
    a = Briefing("content/briefings/a.md", "a", "A", topics=("Harbour",))
    assert collisions_of(a, static=(address,)) == [
        (f"static/{address}", f"would be written to {address}, which {holder} already has")
    ]


def test_two_static_files_that_differ_only_in_case_are_an_error() -> None:
    """static/Photo.jpg and static/photo.jpg cannot both be published everywhere."""
    assert collisions_of(static=("Photo.jpg", "photo.jpg")) == [
        ("static/photo.jpg", "would be written to photo.jpg, which static/Photo.jpg already has")
    ]


@pytest.mark.parametrize("address", ["briefings", "index.html/photo.jpg", "Topics"])
def test_a_file_where_a_folder_must_stand_is_an_error(address: str) -> None:
    """What is a file for one and a folder for another cannot be written, and is told before anything is."""
    a = Briefing("content/briefings/a.md", "a", "A", topics=("Harbour",))
    assert [path for path, _ in collisions_of(a, static=(address,))] == [f"static/{address}"]


def test_a_static_file_never_takes_the_name_of_the_list_of_what_was_written() -> None:
    """A web manifest in static/ would be overwritten by the build's own manifest.json, so it is an error."""
    assert [path for path, _ in collisions_of(static=("manifest.json",))] == ["static/manifest.json"]
