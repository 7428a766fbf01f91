"""nutgraf.plain_front_matter: what it reads, it reads as the library does; all else it leaves to the library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf import content
from nutgraf.content import format_briefing, parse_briefing
from nutgraf.models import Briefing, Correction, Entry, Source, Waiver
from nutgraf.plain_front_matter import read_plain_fields
from nutgraf.problems import ContentError
from nutgraf.sources import SourceFile

TEXTS = (
    "Tolls rise", "'It''s late'", '"Rise"', "'a: b'", '"a: b"', "a: b", "a:b", "a:", "a #1", "a#1", "'x",
    '"x" y', "' '",
    '"\\u00e9"', "- x", "-x", "[a, b]", "{a: b}", "|", "|-", "|+", ">", "&a", "*a", "!x", "? a", "?", "%", "@x", "`x`",
    "~", "true", "2024-05-01", "2024-13-01", "2024-05-01T09:30+02:00", "1.10", " x", "x ", "\xa0x", "x\xa0y", "\u3000",
    "“Quoted,” he said", "مرحبا", "x\ty", "x\u2028y", "x\x85y", "\ufeffx", "", "=", "<<", "---", "...", "a, b", "é: b",
    "one\n  two", "|-\n  one\n\n  two", "|\n  one\n  two\n", "|-\n    one\n  two", "|-\n\n  one", "|-\n  one\n \n  two",
    "\n  - a\n  - b", "\n- a\n- b", "\n  - a: b\n    c: d", "\n  - a\n  b", "\n  - - a", "\n  a: b\n  c: d", "\n  -",
    "\n  - 'a: b'\n  - c:", "\n  - |-\n    x", "\n\n  - a",
    "\n  - text: x\n    date: 2024-05\n  - text: 'y'\n    basis: z",
    "\n  - text: x\n    expected: true\n    date: \"2024\"", "\n  file: a.txt\n  sha256: 0a\n  url: https://a.example/b",
    "\n  - date: 2024-05-01\n    text: It was wrong", "\n  a:\n    - b\n    - c\n  d:\n    e: f", "source", "anchored",
    "\n  - {rule: claim-number, reason: so}", "\n  - rule: claim-number\n    reason: so\n  - reason: x", "# x", "x # y",
)  # fmt: skip
NAMES = (
    "headline", "dek", "byline", "published", "updated", "added", "topics", "story", "why_it_matters", "takeaways",
    "timeline", "source", "corrections", "draft", "slug", "aliases", "waive", "extra", "language", "takeaways_origin",
    "headine", "é", "a b", "'dek'", "- dek", " dek", "?",
)  # fmt: skip
heads = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(TEXTS)).map(
        lambda pair: f"{pair[0]}: {pair[1]}".replace(": \n", ":\n")
    ),
    max_size=5,
).map(lambda lines: "\n".join(["headline: Tolls", *lines, ""]))


def outcome(text: str) -> object:
    """Return the briefing of a content file with the places of its texts, or what is wrong with it."""
    try:
        briefing = parse_briefing(SourceFile("content/briefings/a.md", text.encode()))
    except ContentError as error:
        return error.problems
    return briefing, briefing.places


def by_the_library(text: str) -> object:
    """Return the same, read by the library, whether or not it is plain."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content, "read_plain_fields", lambda *_: None)
        return outcome(text)


@given(heads, st.booleans())
def test_what_is_read_plainly_is_what_the_library_reads(head: str, has_first: bool) -> None:
    """Every field, every place and every fault is the same."""
    text = f"---\n{head if has_first else head.partition(chr(10))[2]}---\nBody\n"
    assert outcome(text) == by_the_library(text)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(TEXTS)
briefings = st.builds(
    Briefing,
    path=st.just("content/briefings/a.md"),
    slug=st.just("a"),
    headline=texts,
    dek=texts,
    byline=st.lists(texts, max_size=3).map(tuple),
    topics=st.lists(texts, max_size=3).map(tuple),
    why_it_matters=texts,
    takeaways=st.lists(texts, max_size=3).map(tuple),
    timeline=st.lists(st.builds(Entry, text=texts, phrase=texts), max_size=3).map(tuple),
    source=st.builds(Source, file=texts, item=texts),
    extra=st.dictionaries(texts, texts | st.lists(texts, max_size=2), max_size=2),
)


@given(briefings)
def test_what_we_write_is_read_alike(briefing: Briefing) -> None:
    """Whatever texts a briefing holds, its file is read as the library reads it."""
    text = format_briefing(briefing)
    assert outcome(text) == by_the_library(text)


def test_what_the_converter_writes_is_plain() -> None:
    """A usual content file takes the fast path, or the path would serve nobody."""
    briefing = Briefing(
        path="content/briefings/a.md",
        slug="a",
        headline="Tolls: “NO”, says 12:30 train",
        dek="It's late",
        byline=("Ann Quill",),
        why_it_matters="One.\n\nTwo.",
        takeaways=("It costs 1.10.", "'So', he said."),
        timeline=(Entry("It began.", "2023-10", "in October", "anchored"), Entry("It ended.")),
        source=Source("a.txt", "0a", "https://example.org/a"),
        corrections=(Correction(None, "The toll was wrong."),),
        waive=(Waiver("So it is.", rule="claim-number"),),
        extra={"rights": "Ours", "notes": ["a", "b"]},
    )
    head = format_briefing(briefing).split("---\n")[1]
    assert read_plain_fields(head, 2) is not None


@pytest.mark.parametrize(
    "head", ["a: [b]\n", "a:\n", "a: b\n\nc: d\n", "a: b # c\n", "a: >\n  b\n", "a: b", "\n", "a: b\n  c\n"]
)
def test_more_than_that_is_left_to_the_library(head: str) -> None:
    """At the first thing it does not know it gives up."""
    assert read_plain_fields(head, 2) is None
