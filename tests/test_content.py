"""nutgraf.content: content files become validated Briefings, and a Briefing its content file."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.content import format_briefing, load_briefings, parse_briefing
from nutgraf.models import Briefing, Correction, Entry, Instant, Places, Source, Waiver
from nutgraf.problems import ContentError
from nutgraf.rules import RULES
from nutgraf.sources import SourceFile

PATH = "content/briefings/a.md"

FULL = """\
---
headline: 'Tolls: "NO", says 12:30 train'
headline_origin: inferred
dek: The toll is 1.10 # now
byline: [Ann Quill, Bram Oster]
published: 2024-05-01T09:30+02:00
updated: 2024-05-02
added: 2026-11-23
dateline: Vessel Bay
language: pt-BR
topics:
  - Harbour
  - NO
topics_origin: extracted
story: harbour-tolls
why_it_matters: |
  One.

  Two.
takeaways:
  - It costs 1.10.
takeaways_origin: editor
timeline:
  - date: 2023-10
    phrase: in October
    text: It began.
    basis: anchored
  - text: It ended.
  - date: "2024"
    text: It was over.
source: {file: a.txt, sha256: 0a, url: https://example.org/a}
corrections:
  - {date: 2024-05-03, text: The toll was wrong.}
draft: true
slug: tolls
aliases: [old-tolls]
waive:
  - {rule: claim-number, takeaway: 1, claim: "1.10", reason: It is so.}
extra:
  rights: {owner: 007}
---

Body --- with a line:
---
# End
"""


def parse(text: str, path: str = PATH) -> Briefing:
    """Return the briefing of a content file."""
    return parse_briefing(SourceFile(path, text.encode()))


def faults_of(text: str | bytes) -> list[str]:
    """Return the problems of a content file, without its path."""
    with pytest.raises(ContentError) as caught:
        parse_briefing(SourceFile(PATH, text if isinstance(text, bytes) else text.encode()))
    return [str(problem).removeprefix(f"{PATH}:") for problem in caught.value.problems]


def test_every_field_arrives_with_its_type() -> None:
    """Each field of the contract is read, texts as the text they are, and each place is known."""
    assert parse(FULL) == Briefing(
        path=PATH,
        slug="tolls",
        headline='Tolls: "NO", says 12:30 train',
        body="\nBody --- with a line:\n---\n# End\n",
        dek="The toll is 1.10",
        byline=("Ann Quill", "Bram Oster"),
        published=Instant(date(2024, 5, 1), datetime(2024, 5, 1, 9, 30, tzinfo=timezone(timedelta(hours=2)))),
        updated=Instant(date(2024, 5, 2)),
        added=date(2026, 11, 23),
        dateline="Vessel Bay",
        language="pt-BR",
        topics=("Harbour", "NO"),
        story="harbour-tolls",
        why_it_matters="One.\n\nTwo.",
        takeaways=("It costs 1.10.",),
        timeline=(
            Entry("It began.", "2023-10", "in October", "anchored"),
            Entry("It ended.", basis="unresolved"),
            Entry("It was over.", "2024", basis="explicit"),
        ),
        source=Source("a.txt", "0a", "https://example.org/a"),
        corrections=(Correction(date(2024, 5, 3), "The toll was wrong."),),
        draft=True,
        aliases=("old-tolls",),
        headline_origin="inferred",
        takeaways_origin="editor",
        topics_origin="extracted",
        waive=(Waiver("It is so.", "claim-number", 1, "1.10"),),
        extra={"rights": {"owner": "007"}},
        body_line=42,
    )


def test_the_place_of_each_part_is_known() -> None:
    """Lines and columns are those of a text's first letter; where it is not written as it is, it has no column."""
    text = "---\nheadline: 'It''s on'\ndek: \"A b\"\ntakeaways:\n  - One\n  - Two\n    three\n"
    text += "timeline:\n  - {date: 2024, text: Four}\n"
    text += "corrections: [{text: Five}]\nwaive:\n  - claim: x\n    reason: y\n---\n"
    assert parse(text).places == Places(
        headline=(2, 0),
        dek=(3, 7),
        takeaways=((5, 5), (6, 0)),
        timeline=((9, 24),),
        corrections=((10, 15),),
        waive=((12, 5),),
    )


def test_a_headline_is_enough() -> None:
    """A briefing needs its headline and nothing else; the slug is the headline's."""
    assert parse("---\nheadline: Harbour Tolls\n---\n") == Briefing(PATH, "harbour-tolls", "Harbour Tolls", body_line=4)


def test_a_headline_without_a_letter_takes_the_files_name_as_slug() -> None:
    """When no slug can be made from the headline, the name of the file gives it."""
    assert parse("---\nheadline: '?!'\n---\n", "content/briefings/what.md").slug == "what"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("---\ndek: x\n---\n", ["2:1: error: 'headline' is missing (write `headline: …`)"]),
        ("---\nheadline: x\nheadine: y\n---\n", ["3:1: error: unknown field 'headine' (did you mean 'headline'?)"]),
        (
            "---\nheadline: x\nheadline: y\n---\n",
            ["3:1: error: 'headline' stands twice (the first is on line 2; keep one)"],
        ),
        (
            "---\nheadline: x\npublished: 2024-13-05\n---\n",
            [
                "3:12: error: 'published': '2024-13-05' is not a day of the calendar (month must be in 1..12); "
                "correct it or leave the field out"
            ],
        ),
        (
            "---\nheadline: x\nslug: Harbour Tolls\n---\n",
            ["3:7: error: 'slug': 'Harbour Tolls' is not a slug; write 'harbour-tolls'"],
        ),
        ("---\nheadline: x\nstory: ../x\n---\n", ["3:8: error: 'story': '../x' is not a slug; write 'x'"]),
        (
            "---\nheadline: x\ntimeline:\n  - text: y\n    date: 2024-13\n---\n",
            [
                "5:11: error: 'date': month 13 does not exist; "
                "write 2024, 2024-05, 2024-05-01 or 2024-05~, or leave it out"
            ],
        ),
        (
            "---\nheadline: x\ntimeline:\n  - date: 2024\n---\n",
            ["4:5: error: 'text' is missing (write `text: …`)"],
        ),
        (
            "---\nheadline: x\nsource: {url: javascript:alert(1)}\n---\n",
            ["3:15: error: 'url': 'javascript:alert(1)' is not a web address; begin it with https://"],
        ),
        (
            "---\nheadline: x\nwaive:\n  - rule: stale-draft\n---\n",
            ["4:5: error: 'reason' is missing (write `reason: …`)"],
        ),
        (
            "---\nheadline: x\nwaive:\n  - {rule: claim-nubmer, reason: y}\n  - {takeaway: 2, claim: 5, reason: y}\n"
            "  - {reason: y}\ntakeaways: [z]\n---\n",
            [
                "4:12: error: 'rule': there is no rule 'claim-nubmer' (did you mean 'claim-number'?)",
                "5:16: error: 'takeaway': there is no takeaway 2; they are 1 to 1",
                "6:5: error: the waiver says neither `rule` nor `claim` (name the rule or the words it is for)",
            ],
        ),
        (
            "---\nheadline: x\ntakeaways_origin: guessed\n---\n",
            ["3:19: error: 'takeaways_origin': 'guessed' is not one of source, extracted, inferred, editor"],
        ),
        (
            "\ufeff---\r\nheadline: x\r\ndek: [y]\r\n---\r\n",
            ["3:6: error: 'dek' must be text (put it in quotation marks)"],
        ),
        ("Body only\n", ["1: error: no front matter (begin the file with a line of three dashes)"]),
        (b"---\nheadline: x\xff\n---\n", ["2: error: is not UTF-8: byte 0xff at offset 15 (save it as UTF-8)"]),
        (b"\x89PNG\r\n\x1a\n", ["1: error: is not UTF-8: byte 0x89 at offset 0 (save it as UTF-8)"]),
    ],
)
def test_a_fault_is_told_with_place_and_remedy(text: str | bytes, faults: list[str]) -> None:
    """Each slip of an editor is one line that says where, what and how to mend it."""
    assert faults_of(text) == faults


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """A broken file hides no fault of another, and a file's first fault none of its others."""
    folder = tmp_path / "content" / "briefings"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("---\ndek: x\npublished: soon\nadded: 2024-02-30\nzzz: 1\n---\n", encoding="utf-8")
    (folder / "b.md").write_text("no fences", encoding="utf-8")
    (folder / "c.md").write_text("---\nheadline: fine\n---\n", encoding="utf-8")
    (folder / "d.md").write_text("---\nheadline: &x y\n---\n", encoding="utf-8")
    (folder / "e.md").write_bytes(b"\xff")
    with pytest.raises(ContentError) as caught:
        load_briefings(tmp_path)
    places = sorted((p.path.removeprefix("content/briefings/"), p.line, p.column) for p in caught.value.problems)
    assert places == [
        ("a.md", 2, 1),
        ("a.md", 3, 12),
        ("a.md", 4, 8),
        ("a.md", 5, 1),
        ("b.md", 1, 0),
        ("d.md", 2, 11),
        ("e.md", 1, 0),
    ]


def test_briefings_are_loaded_by_path_and_only_from_markdown(tmp_path: Path) -> None:
    """Every *.md below content/briefings/ is a briefing, in the order of the paths; another file there is a fault."""
    folder = tmp_path / "content" / "briefings"
    (folder / "2024").mkdir(parents=True)
    for name in ("b.md", "a.md", "2024/c.md", ".hidden.md"):
        (folder / name).write_text(f"---\nheadline: {name}\n---\n", encoding="utf-8")
    assert [briefing.headline for briefing in load_briefings(tmp_path)] == ["2024/c.md", "a.md", "b.md"]
    assert load_briefings(tmp_path / "nowhere") == ()
    (folder / "note.MD").write_text("lost without a word?", encoding="utf-8")
    with pytest.raises(ContentError, match=r"note\.MD: error: is not a content file"):
        load_briefings(tmp_path)


def test_a_content_file_is_written_as_an_editor_would() -> None:
    """Fields stand in the contract's order, absent ones are left out, and nothing is quoted without need."""
    briefing = replace(parse(FULL), body="Body.\n", extra={}, waive=(), corrections=(), timeline=(), byline=())
    assert format_briefing(briefing) == (
        "---\nheadline: 'Tolls: \"NO\", says 12:30 train'\nheadline_origin: inferred\ndek: The toll is 1.10\n"
        "published: 2024-05-01T09:30+02:00\nupdated: '2024-05-02'\nadded: '2026-11-23'\ndateline: Vessel Bay\n"
        "language: pt-BR\ntopics:\n  - Harbour\n  - 'NO'\ntopics_origin: extracted\nstory: harbour-tolls\n"
        "why_it_matters: |-\n  One.\n\n  Two.\ntakeaways:\n  - It costs 1.10.\ntakeaways_origin: editor\n"
        "source:\n  file: a.txt\n  sha256: 0a\n  url: https://example.org/a\ndraft: true\nslug: tolls\n"
        "aliases:\n  - old-tolls\n---\nBody.\n"
    )


chars = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\x85", exclude_characters="\ufffe\uffff")
hard = st.sampled_from(
    [
        "NO",
        "12:30",
        "1.10",
        "2024-13-05",
        "a: b",
        "# a",
        "'a\"",
        "- a",
        "---",
        "a\nb",
        "a\n\n---\n  b",
        "👩‍🚀",
        "a\u2028b",
    ]
)
texts = (hard | st.text(chars, max_size=12)).map(str.strip)
words = texts.filter(bool)
lists = st.lists(words, max_size=3).map(tuple)
slugs = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(
    lambda day, second, zone: datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(seconds=second),
    st.dates(max_value=date(9999, 12, 30)),
    st.integers(0, 86399),
    zones,
)
instants = st.none() | st.dates().map(Instant) | moments.map(lambda moment: Instant(moment.date(), moment))
edtfs = st.sampled_from(
    ["", "2024", "2024-05", "2024-05-01", "199X", "2024-05~", "XXXX-05", "2024-05/2024-06", "../2024"]
)
entries = st.builds(Entry, words, edtfs, texts, st.sampled_from(["explicit", "anchored", "unresolved"]))
origins = st.sampled_from(["source", "extracted", "inferred", "editor"])
free: st.SearchStrategy[Any] = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2), max_leaves=4
)
briefings = st.builds(
    Briefing,
    path=st.just(PATH),
    slug=slugs,
    headline=words,
    body=st.text(chars, max_size=40).map(lambda text: text.replace("\r\n", "\n")),
    dek=texts,
    byline=lists,
    published=instants,
    updated=instants,
    added=st.none() | st.dates(),
    dateline=texts,
    language=st.sampled_from(["", "en", "pt-BR"]),
    topics=lists,
    story=st.just("") | slugs,
    why_it_matters=texts,
    takeaways=st.lists(words, min_size=1, max_size=3).map(tuple),
    timeline=st.lists(entries, max_size=2).map(tuple),
    source=st.builds(Source, texts, texts, st.sampled_from(["", "https://example.org/a?b=c#d"])),
    corrections=st.lists(st.builds(Correction, st.none() | st.dates(), words), max_size=2).map(tuple),
    draft=st.booleans(),
    aliases=st.lists(st.sampled_from(["old.html", "2024/old", "é.html"])).map(tuple),
    headline_origin=origins,
    takeaways_origin=origins,
    topics_origin=origins,
    waive=st.lists(
        st.builds(Waiver, words, st.sampled_from(sorted(RULES)), st.integers(0, 1), texts)
        | st.builds(Waiver, words, st.just(""), st.integers(0, 1), words),
        max_size=2,
    ).map(tuple),
    extra=st.dictionaries(texts, free, max_size=2),
)


@settings(deadline=None)
@given(briefings)
def test_a_briefing_is_read_back_from_its_content_file(briefing: Briefing) -> None:
    """Whatever a Briefing holds, its content file gives an equal one, and is written again to the byte."""
    text = format_briefing(briefing)
    again = parse(text)
    assert replace(again, body_line=1) == briefing
    assert format_briefing(again) == text
