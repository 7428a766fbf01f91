"""nutgraf.memory and nutgraf.asking: what is not made again is what it would have become."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whole_site import write_site

from nutgraf.asking import is_answered_alike, plain_values, record
from nutgraf.memory import Memory
from nutgraf.pipeline import Built, convert_site, make_site
from nutgraf.problems import ContentError

DAY = date(2026, 1, 1)


def test_a_value_is_made_once() -> None:
    """For an equal key of the same kind."""
    memory, made = Memory(), []
    for key in ("a", "a", "b"):
        assert memory.recall("x", key, lambda key=key: made.append(key) or key.upper()) == key.upper()
    assert memory.recall("y", "a", lambda: "other") == "other"
    assert made == ["a", "b"]


def test_what_nobody_asks_for_is_forgotten() -> None:
    """At the end of the build after the one that asked last."""
    memory = Memory()
    memory.put("x", "a", 1)
    memory.forget_the_rest()
    assert memory.get("x", "a") == 1
    memory.forget_the_rest()
    memory.forget_the_rest()
    assert memory.get("x", "a") is None


def test_questions_are_recorded_with_their_answers() -> None:
    """What is read of the site, looked for among addresses, or asked of a function that knows the site."""

    class Site:
        topics = ("Tolls",)

    context: dict[str, Any] = {"site": Site(), "planned": {"a"}, "topic_of": str.upper, "link": str, "page": "p"}
    recording, questions = record(context)
    assert recording["site"].topics == ("Tolls",)
    assert "a" in recording["planned"]
    assert "b" not in recording["planned"]
    assert recording["topic_of"]("x") == "X"
    assert plain_values(context) == {"page": "p"}
    assert is_answered_alike(questions, context)
    for other in ({"planned": {"a", "b"}}, {"planned": set()}, {"topic_of": str.lower}):
        assert not is_answered_alike(questions, context | other)
    Site.topics = ()
    assert not is_answered_alike(questions, context)


SITE = """
    -- content/site.yaml --
    title: E
    base_url: https://a.test/
    -- content/briefings/a.md --
    ---
    headline: A
    published: 2025-05-01
    topics: [Tolls, Port]
    story: wall
    takeaways: [The tolls rise.]
    timeline: [{date: 2025-04-01, text: It rained.}]
    ---
    The tolls rise. It rained.
    -- content/briefings/b.md --
    ---
    headline: B
    published: 2025-05-02
    topics: [Tolls]
    story: wall
    ---
    Nothing.
    -- content/briefings/c.md --
    ---
    headline: C
    topics: [Port]
    ---
    Text.
    -- seeds/d.txt --
    Harbour wall breaks at Elswick

    The wall of the harbour at Elswick broke on Monday night, the keeper said. Nobody was hurt when it fell.
"""
FILES = ("content/briefings/a.md", "content/briefings/b.md", "content/briefings/c.md", "content/briefings/e.md")
CONTENTS = (
    "---\nheadline: A\npublished: 2025-05-01\ntopics: [Tolls]\nstory: wall\n---\nThe tolls rise.\n",
    "---\nheadline: Other\nupdated: 2025-05-03\ntopics: [Port, New]\n---\nText.\n\nMore text.\n",
    "---\nheadline: Draft\ndraft: true\n---\nText.\n",
    "---\nheadline: Fixed\ncorrections: [{date: 2025-05-04, text: It was not so.}]\naliases: [old.html]\n---\nText.\n",
    "---\nheadline: Dated\ntimeline: [{date: 2025-05, expected: true, text: It opens.}]\n---\nT.\n",
    "no front matter",
)
EDITS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(FILES), st.sampled_from(CONTENTS)),
    st.tuples(st.just("remove"), st.sampled_from(FILES), st.just("")),
    st.tuples(st.just("layout"), st.sampled_from(["briefing.html", "base.html", "partials/card.html"]), st.just("")),
    st.tuples(
        st.just("setting"), st.sampled_from(["language: de", "evidence: false", "time_zone: Asia/Tokyo"]), st.just("")
    ),
    st.tuples(st.just("style"), st.just(""), st.just("")),
    st.tuples(st.just("seed"), st.sampled_from(["Monday", "Friday"]), st.just("")),
)


def change(root: Path, kind: str, what: str, text: str) -> None:
    """Make one edit to a site."""
    if kind == "write":
        (root / what).write_text(text, encoding="utf-8")
    elif kind == "remove":
        (root / what).unlink(missing_ok=True)
    elif kind == "layout":
        file = root / "layouts" / what
        file.write_text(file.read_text(encoding="utf-8") + "{# more #}\n", encoding="utf-8")
    elif kind == "setting":
        (root / "content" / "site.yaml").write_text(f"title: E\nbase_url: https://a.test/\n{what}\n", encoding="utf-8")
    elif kind == "style":
        file = root / "static" / "style.css"
        file.write_text(file.read_text(encoding="utf-8") + "/* more */\n", encoding="utf-8")
    else:
        file = root / "seeds" / "d.txt"
        file.write_text(file.read_text(encoding="utf-8").replace("Monday", what), encoding="utf-8")


def outcome(root: Path, memory: Memory | None) -> Built | tuple[str, ...]:
    """Return what a build gives, or its faults."""
    try:
        convert_site(root, DAY, memory=memory)
        return make_site(root, drafts=True, today=DAY, memory=memory)
    except ContentError as error:
        return tuple(map(str, error.problems))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=1, max_size=4))
def test_a_build_with_a_memory_is_a_build_without_one(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    """After any edits, faulty ones among them: every file, every finding."""
    root = write_site(tmp_path_factory.mktemp("remembered") / "site", SITE)
    memory = Memory()
    assert outcome(root, memory) == outcome(root, None)
    for edit in edits:
        change(root, *edit)
        assert outcome(root, memory) == outcome(root, None)


def test_little_is_made_again(make_site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of one body renders its page, and what shows that body; not the pages beside it."""
    from nutgraf import render

    root, memory, rendered = make_site(SITE), Memory(), []
    original = render._render
    monkeypatch.setattr(render, "_render", lambda page, *rest: rendered.append(page.address) or original(page, *rest))
    outcome(root, memory)
    assert "briefings/b.html" in rendered
    rendered.clear()
    outcome(root, memory)
    assert rendered == []
    change(root, "write", FILES[2], "---\nheadline: C\ntopics: [Port]\n---\nOther text.\n")
    outcome(root, memory)
    assert "briefings/c.html" in rendered
    assert not {"briefings/b.html", "topics/tolls.html", "timeline.html", "sitemap.xml"} & set(rendered)
