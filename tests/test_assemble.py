"""nutgraf.assemble: briefings are put in order, and topics and the whole timeline are drawn from them."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from nutgraf.assemble import assemble_site
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, Entry, Settings, Site


def briefing(slug: str, published: str = "", **fields: object) -> Briefing:
    """Return a briefing with the fields that matter here."""
    when = parse_instant(published) if published else None
    plain = Briefing(path=f"content/briefings/{slug}.md", slug=slug, headline=slug.upper(), published=when)
    return replace(plain, **fields)  # type: ignore[arg-type]


def site_of(*briefings: Briefing, drafts: bool = False) -> Site:
    """Return the site of `briefings`."""
    return assemble_site(Settings("A"), briefings, drafts=drafts)


def slugs(briefings: tuple[Briefing, ...]) -> str:
    """Return the slugs in their order."""
    return " ".join(b.slug for b in briefings)


def test_the_newest_comes_first_by_moment_and_not_by_text() -> None:
    """09:01 in Tokyo is before 08:00 in London, and a day alone counts from its beginning, however they arrive."""
    given = [
        briefing("c", "2024-05-01T08:00+00:00"),
        briefing("b", "2024-05-01T09:01+09:00"),
        briefing("a", "2024-05-01"),
        briefing("d", "2023-12-31T23:59+00:00"),
    ]
    assert {slugs(site_of(*order).briefings) for order in permutations(given)} == {"c b a d"}


def test_a_briefing_without_published_is_ordered_by_updated_else_added_and_the_dateless_last() -> None:
    """Published wins over updated, updated over added; without any the briefing stands at the end; ties go by slug."""
    given = [
        briefing("z"),
        briefing("y"),
        briefing("added", added=date(2024, 5, 3)),
        briefing("both", updated=parse_instant("2024-05-02"), added=date(2026, 1, 1)),
        briefing("old", "2024-05-01", updated=parse_instant("2025-01-01"), added=date(2026, 1, 1)),
        briefing("older", "2024-05-01"),
        briefing("ancient", "0001-01-01T00:00+14:00"),
    ]
    for order in (given, given[::-1]):
        assert slugs(site_of(*order).briefings) == "added both old older ancient y z"


def test_drafts_are_left_out_of_everything_unless_asked_for() -> None:
    """A draft is in no list, topic or timeline, and in all of them with `drafts`."""
    draft = briefing("b", draft=True, topics=("Secret",), timeline=(Entry("x"),))
    shown = site_of(briefing("a"), draft)
    assert (slugs(shown.briefings), shown.topics, shown.timeline) == ("a", (), ())
    whole = site_of(briefing("a"), draft, drafts=True)
    assert (slugs(whole.briefings), len(whole.topics), len(whole.timeline)) == ("a b", 1, 1)


def test_topics_that_differ_only_in_case_are_one_as_the_newest_spells_it() -> None:
    """One topic has each briefing once, newest first; it is spelt as in the newest."""
    site = site_of(
        briefing("old", "2024-05-01", topics=("HARBOUR", "harbour")),
        briefing("new", "2024-05-03", topics=("Harbour",)),
        briefing("mid", "2024-05-02", topics=("straße", "harbour")),
        briefing("last", "2024-04-01", topics=("STRASSE",)),
    )
    assert [(t.name, t.slug, slugs(t.briefings)) for t in site.topics] == [
        ("Harbour", "harbour", "new mid old"),
        ("straße", "strasse", "mid last"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("São Tomé", "Sao Tome"),
        ("Cafe\u0301", "Café"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("İstanbul", "istanbul"),
        ("Covid-19", "COVID 19"),
    ],
)
def test_topics_that_differ_only_in_accents_are_one(one: str, other: str) -> None:
    """Copy writes names with and without them."""
    (topic,) = site_of(briefing("a", "2024-05-02", topics=(one,)), briefing("b", topics=(other, one))).topics
    assert (topic.name, slugs(topic.briefings)) == (one, "a b")


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("Москва", "Moskva"), ("мои", "мой"), ("दिन", "दीन")])
def test_other_names_are_other_topics(one: str, other: str) -> None:
    """Signs, scripts and the marks of other scripts make another name."""
    assert len(site_of(briefing("a", topics=(one, other))).topics) == 2


def topics_of(*given: Briefing) -> dict[str, str]:
    """Return the slug of each topic by its name."""
    return {topic.name: topic.slug for topic in site_of(*given).topics}


def test_topics_that_would_share_an_address_have_one_each() -> None:
    """Who came first to the site has the plain one; whatever the order of the files, and of the news."""
    given = [
        replace(briefing("a", "2024-05-01", topics=("C++",)), added=date(2024, 5, 1)),
        replace(briefing("b", "2020-01-01", topics=("C", "C 2", "C#")), added=date(2024, 5, 2)),
        replace(briefing("c", "2019-01-01", topics=("C+",)), added=date(2024, 5, 3)),
    ]
    expected = {"C++": "c", "C": "c-3", "C#": "c-4", "C+": "c-5", "C 2": "c-2"}
    assert all(topics_of(*order) == expected for order in permutations(given))
    assert topics_of(given[0]).items() <= topics_of(*given[:2]).items() <= topics_of(*given).items()


def test_topics_of_signs_alone_have_no_slug() -> None:
    """That is told where addresses are."""
    assert topics_of(briefing("a", topics=("+++", "?!"))) == {"+++": "", "?!": ""}


def test_topics_come_by_name_whatever_their_case() -> None:
    """`apple` stands before `Berth`, and every order of the briefings gives the same."""
    given = [briefing("a", topics=("Corran", "apple")), briefing("b", topics=("Berth",))]
    assert {" ".join(t.name for t in site_of(*order).topics) for order in permutations(given)} == {"apple Berth Corran"}


def test_the_timeline_merges_all_entries_oldest_first() -> None:
    """Entries of all briefings stand by date, the undated last, those of one date in the order of their briefings."""
    site = site_of(
        briefing("old", "2024-05-01", timeline=(Entry("d"), Entry("c", "2024-02"), Entry("a", "2023"))),
        briefing("new", "2024-05-02", timeline=(Entry("b", "2024-02"),)),
    )
    assert "".join(event.entry.text for event in site.timeline) == "abcd"
    assert [event.tellings[0].briefing.slug for event in site.timeline] == ["old", "new", "old", "old"]


def test_a_story_has_its_briefings_in_the_order_of_the_news_and_their_timeline() -> None:
    """Oldest first, whatever the order they arrive in; the timeline has no entry of a briefing of another story."""
    given = [
        briefing("b", "2024-05-02", story="tolls", timeline=(Entry("They rose.", "2024"),)),
        briefing("c", "2024-05-03", story="tolls", timeline=(Entry("They rose.", "2024"), Entry("They fell."))),
        briefing("a", "2024-05-01", story="harbour-fire", timeline=(Entry("It burnt.", "2024"),)),
        briefing("d", "2024-05-04", timeline=(Entry("They rose.", "2024"),)),
        briefing("e", "2024-05-05", story="tolls", draft=True),
    ]
    for order in permutations(given):
        fire, tolls = site_of(*order).stories
        assert [(fire.slug, fire.name), (tolls.slug, tolls.name)] == [
            ("harbour-fire", "Harbour fire"),
            ("tolls", "Tolls"),
        ]
        assert (slugs(fire.briefings), slugs(tolls.briefings)) == ("a", "b c")
        assert [slugs(tuple(c.briefing for c in event.tellings)) for event in tolls.timeline] == ["c b", "c"]


def test_no_briefings_are_an_empty_site() -> None:
    """A site without content has no topics and no timeline, and keeps its settings."""
    assert site_of() == Site(Settings("A"), (), (), ())
