"""nutgraf.merge: the last conversion, the editor's file and today's conversion become one text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_content import PATH, briefings

from nutgraf.content import field_values, format_briefing, parse_briefing
from nutgraf.merge import Conflict, Version, is_another_article, merge
from nutgraf.models import Briefing, Entry, Source
from nutgraf.sources import SourceFile

BASE = Briefing(
    path=PATH,
    slug="tolls-rise",
    headline="Tolls rise",
    dek="Fees go up.",
    topics=("harbours", "prices"),
    why_it_matters="Half of the food comes this way.\n\nNo other port is near.",
    takeaways=("Fees rise.", "Prices follow."),
    timeline=(Entry("They met on Monday.", "", "on Monday"), Entry("It rose in 2021.", "2021", "in 2021", "explicit")),
    source=Source("tolls.txt", "aa"),
    body="One stands here.\n\nTwo stands here.\n\nThree stands here.\n",
)


def version(briefing: Briefing) -> Version:
    """Return a briefing with its content file, as it is read from there."""
    return read(format_briefing(briefing))


def read(text: str) -> Version:
    """Return a content file with its briefing."""
    return Version(text, parse_briefing(SourceFile(PATH, text.encode())))


def outcome(mine: dict[str, Any], theirs: dict[str, Any], base: Briefing = BASE, **options: Any) -> Briefing | list:
    """Merge two sets of changes; return the briefing, or the conflicts."""
    versions = [version(replace(base, **fields)) for fields in ({}, mine, theirs)]
    merged = merge(*versions, **options)
    return list(merged.conflicts) or read(merged.text).briefing


def test_fields_of_both() -> None:
    """Each field has the value of the one who changed it."""
    found = outcome(
        {"dek": "Ours.", "topics": ("harbours", "lorries"), "story": "tolls", "draft": True},
        {"headline": "Tolls to rise", "topics": ("harbours", "prices", "ports"), "byline": ("Tom Reed",)},
    )
    assert isinstance(found, Briefing)
    assert (found.headline, found.dek, found.story, found.byline) == ("Tolls to rise", "Ours.", "tolls", ("Tom Reed",))
    assert (found.topics, found.draft, found.slug) == (("harbours", "lorries", "ports"), True, "tolls-rise")


def test_an_address_stays_that_was_not_written_down() -> None:
    """A file without `slug` gets the one it had when its headline changes; its other lines stay as they are."""
    mine = read(format_briefing(BASE).replace("slug: tolls-rise\n", "").replace("Fees go up.", "Ours.  # a word"))
    merged = merge(version(BASE), mine, version(replace(BASE, headline="Harbour fees")))
    assert "\nslug: tolls-rise\n" in merged.text
    assert "\ndek: Ours.  # a word\n" in merged.text


@pytest.mark.parametrize(
    ("mine", "theirs", "conflict"),
    [
        ({"dek": "A."}, {"dek": "B."}, Conflict("dek", "A.", "B.", 3)),
        ({"dek": ""}, {"dek": "B."}, Conflict("dek", "", "B.", 1)),
        ({"takeaways": (*BASE.takeaways[:1], "A.")}, {"takeaways": (*BASE.takeaways[:1], "B.")},
         Conflict("takeaways", "A.", "B.", 13)),
        (
            {"timeline": (Entry("They met.", "", "on Monday"), BASE.timeline[1])},
            {"timeline": (Entry("They sat on Monday.", "", "on Monday"), BASE.timeline[1])},
            Conflict("timeline", "on Monday · They met. · unresolved", "on Monday · They sat on Monday. · unresolved",
                     16),
        ),
        ({"body": BASE.body.replace("Two", "A")}, {"body": BASE.body.replace("Two", "B")},
         Conflict("body", "A stands here.", "B stands here.", 30)),
        ({"body": "Two stands here.\n\nThree stands here.\n"}, {"body": BASE.body.replace("One", "B")},
         Conflict("body", "", "B stands here.", 28)),
        ({"source": Source("tolls.txt", "aa", "https://a.example/")}, {"source": Source("tolls.txt", "bb", "https://b.example/")},
         Conflict("source", "https://a.example/", "https://b.example/", 23)),
        ({"why_it_matters": "A.\n\nNo other port is near."}, {"why_it_matters": "B.\n\nNo other port is near."},
         Conflict("why_it_matters", "A.", "B.", 7)),
    ],
)  # fmt: skip
def test_what_both_changed_is_a_conflict(mine: dict[str, Any], theirs: dict[str, Any], conflict: Conflict) -> None:
    """It has both versions and the line of the editor's file; for what is gone from there, the nearest line."""
    assert outcome(mine, theirs) == [conflict]
    for side in ("mine", "theirs"):
        assert isinstance(outcome(mine, theirs, prefer=side), Briefing)


def test_what_is_guessed_gives_way() -> None:
    """Other extracted takeaways or topics, or another inferred headline, leave an editor's own alone."""
    guessed = replace(BASE, takeaways_origin="extracted", headline_origin="inferred", topics_origin="extracted")
    mine = {"headline": "Ours", "takeaways": ("Ours.",), "takeaways_origin": "editor", "topics": ("ours",)}
    found = outcome(mine, {"headline": "Theirs", "takeaways": ("Theirs.",), "topics": ("theirs",)}, guessed)
    assert isinstance(found, Briefing)
    assert (found.headline, found.takeaways, found.topics) == ("Ours", ("Ours.",), ("ours",))
    assert found.takeaways_origin == "editor"


def test_the_origin_goes_with_what_it_is_of() -> None:
    """A headline that the seed gives at last is no longer inferred."""
    found = outcome({"dek": "Ours."}, {"headline": "Theirs"}, replace(BASE, headline_origin="inferred"))
    assert isinstance(found, Briefing)
    assert found.headline_origin == "inferred"
    found = outcome(
        {"dek": "Ours.", "headline_origin": "inferred"},
        {"headline": "Theirs", "headline_origin": "source"},
        replace(BASE, headline_origin="inferred"),
    )
    assert isinstance(found, Briefing)
    assert (found.headline, found.headline_origin) == ("Theirs", "source")


def test_another_dating_of_the_same_words_gives_way() -> None:
    """An entry that the editor dated stays; one that nobody touched gets its date."""
    dated = replace(BASE.timeline[0], date="2024-04-29", basis="explicit")
    read_anew = tuple(replace(entry, date="2024-05-06", basis="anchored") for entry in BASE.timeline)
    found = outcome({"timeline": (dated, BASE.timeline[1])}, {"timeline": read_anew})
    assert isinstance(found, Briefing)
    assert found.timeline == (dated, read_anew[1])


def test_breaking_lines_is_no_edit() -> None:
    """A paragraph that an editor wrapped takes a new wording, and keeps its line ends while there is none."""
    mine = {"body": BASE.body.replace("Two stands", "Two\nstands").replace("One stands", "One\nstands")}
    found = outcome(mine, {"body": BASE.body.replace("Two stands", "Two lies")})
    assert isinstance(found, Briefing)
    assert found.body == "One\nstands here.\n\nTwo lies here.\n\nThree stands here.\n"


def test_front_matter_on_one_line_is_merged_all_the_same() -> None:
    """Where lines cannot be told apart the whole front matter is written anew, with all that is in it."""
    mine = read(
        "---\n{headline: Tolls rise, dek: Ours., slug: tolls-rise, source: {file: tolls.txt, sha256: aa}}\n---\nB\n"
    )
    base = replace(BASE, topics=(), why_it_matters="", takeaways=(), timeline=(), body="B\n")
    merged = merge(version(base), mine, version(replace(base, byline=("Tom Reed",))))
    assert merged.text == (
        "---\nheadline: Tolls rise\ndek: Ours.\nbyline:\n  - Tom Reed\nsource:\n  file: tolls.txt\n  sha256: aa\n"
        "slug: tolls-rise\n---\nB\n"
    )


def test_another_article_is_told_from_a_new_version() -> None:
    """New words under the same headline, or one sentence in common, are the same article."""
    other = replace(BASE, headline="Schools to merge", body="Two schools in the valley share a roof from autumn on.\n",
                    why_it_matters="", takeaways=())  # fmt: skip
    assert is_another_article(BASE, other)
    assert not is_another_article(BASE, replace(other, headline=BASE.headline))
    assert not is_another_article(BASE, replace(other, body=other.body + "\nOne stands here.\n"))
    assert not is_another_article(BASE, replace(BASE, headline="X", body=BASE.body.replace("stands", "stood")))


FIELDS = (
    "headline",
    "dek",
    "byline",
    "published",
    "dateline",
    "topics",
    "story",
    "why_it_matters",
    "takeaways",
    "draft",
)


@settings(max_examples=40)
@given(briefings, briefings, st.sets(st.sampled_from([*FIELDS, "body"])))
def test_each_field_has_the_value_of_the_one_who_changed_it(one: Briefing, other: Briefing, edited: set[str]) -> None:
    """Whatever a field holds: those that the editor changed are the editor's, all others the seed's."""
    assume(one.body.strip() and other.body.strip())
    base = version(one)
    fields = {name: getattr(other, name) for name in [*FIELDS, "body"]}
    mine = version(replace(one, **{name: value for name, value in fields.items() if name in edited}))
    theirs = version(replace(one, **{name: value for name, value in fields.items() if name not in edited}))
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    wanted, found = field_values(replace(one, **fields)), field_values(read(merged.text).briefing)
    assert {name: found[name] for name in FIELDS} == {name: wanted[name] for name in FIELDS}
    assert read(merged.text).briefing.body.split() == other.body.split()


@settings(max_examples=40)
@given(briefings, briefings)
def test_who_changed_nothing_stands_in_nobodys_way(one: Briefing, other: Briefing) -> None:
    """Unedited, the file becomes what the seed gives; with nothing new, it stays as it is to the byte."""
    base, changed = version(one), version(replace(other, slug=one.slug, source=one.source))
    assert merge(base, base, changed).text == changed.text
    commented = read(changed.text.replace("---\n", "---\n# A word to myself.\n", 1))
    assert merge(base, commented, base).text == commented.text


@settings(max_examples=40)
@given(briefings, briefings, briefings)
def test_merging_again_changes_nothing(one: Briefing, mine: Briefing, theirs: Briefing) -> None:
    """The outcome stays as it is at the next build, also when the record of this one was not written any more."""
    base, own, new = (version(replace(briefing, slug=one.slug)) for briefing in (one, mine, theirs))
    merged = merge(base, own, new, prefer="mine")
    again = read(merged.text)
    assert merge(new, again, new).text == again.text
    assert merge(base, again, new, prefer="mine").text == again.text
