"""nutgraf.fitting: what is in a seed stops no build: its links that lead nowhere, and addresses that pages have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from dist_checks import check_links, load_tree

from nutgraf.content import load_briefings
from nutgraf.convert import Conversion, convert_seed
from nutgraf.fitting import House, fit_in
from nutgraf.plan import OWN_NAMES
from nutgraf.sources import SourceFile
from tests.conftest import Outcome

TEXT = "The board of the harbour voted on Monday to raise the tolls for lorries, it said."


def fitted(text: str, house: House | None = None) -> Conversion:
    """Return what a seed gives in a site."""
    (conversion,) = convert_seed(SourceFile("seeds/a.md", text.encode()), date(2026, 1, 1))
    return fit_in(conversion, house or House())


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("See [the other](other.md).", "See the other."),
        ("See [the other][o].\n\n[o]: /posts/other/ 'x'", "See the other.\n\n[o]: /posts/other/ 'x'"),
        ("![The quay](quay.jpg 'At dawn')", "The quay"),
        ("[![The quay](quay.jpg)](https://news.example/)", "[The quay](https://news.example/)"),
        ("See [1](#fn1) and [mail](mailto:a@news.example).", "See 1 and [mail](mailto:a@news.example)."),
        ("> See [the\n> other](o.md).", "> See the\n> other."),
    ],
)
def test_of_a_link_that_leads_nowhere_the_words_stay(written: str, kept: str) -> None:
    """Nobody but the seed's own sender has what it led to; an editor is told."""
    conversion = fitted(f"# Tolls rise\n\n{TEXT}\n\n{written}\n")
    assert conversion.briefing is not None
    assert conversion.briefing.body == f"{TEXT}\n\n{kept}\n"
    assert [problem.message for problem in conversion.problems if "leads to no file of the site" in problem.message]


def test_a_link_to_a_file_of_the_site_stays() -> None:
    """It is written as it must stand on the page of a briefing."""
    house = House(static=["img/the quay.jpg"])
    picture, other = "![Quay](../img/the%20quay.jpg)", "[quay](img/the%20quay.jpg)"
    conversion = fitted(f"# Tolls rise\n\n{TEXT} {picture} {other}\n", house)
    assert conversion.briefing is not None
    assert conversion.briefing.body == f"{TEXT} {picture} quay\n"


def test_a_seed_without_such_links_stays_as_it_is() -> None:
    """To the byte, whatever else looks like one."""
    text = "[a](https://b.example) `[c](d)` \\[e](f) [g] (h)\n\n    [i](j)\n"
    conversion = fitted(f"# Tolls rise\n\n{TEXT}\n\n{text}")
    assert conversion.briefing is not None
    assert conversion.briefing.body == f"{TEXT}\n\n{text}"
    assert conversion.problems == ()


def test_an_alias_never_takes_the_address_of_a_page_of_the_site() -> None:
    """Others are taken over; the briefing is made either way."""
    aliases = "[index.html, topics/x.html, Feed.xml, 2024/old.html, archive/2024/old]"
    conversion = fitted(f"---\ntitle: Tolls rise\naliases: {aliases}\n---\n{TEXT}\n")
    assert conversion.briefing is not None
    assert conversion.briefing.aliases == ("2024/old.html", "archive/2024/old")
    assert len(conversion.problems) == 3


def test_the_names_that_no_alias_may_take_are_those_of_every_site(rich_dist: Path, thirty_dist: Path) -> None:
    """But for folders in which briefings have had addresses: they may have old ones there."""
    for dist in (rich_dist, thirty_dist):
        own = {path.relative_to(dist.parent / "static").parts[0] for path in (dist.parent / "static").rglob("*")}
        old = {alias.partition("/")[0] for briefing in load_briefings(dist.parent) for alias in briefing.aliases}
        made = {address.partition("/")[0] for address in load_tree(dist)} - {"briefings", "archive"}
        assert made - own - old <= OWN_NAMES


def test_a_site_is_built_whatever_its_seeds_hold(make_site: Callable[..., Path], run: Callable[..., Outcome]) -> None:
    """Dead links, taken addresses, topics of one slug; twice, so that nothing comes back."""
    root = make_site(
        f"""\
-- seeds/a.md --
---
title: Tolls rise
tags: [C, C++, Café]
aliases: [index.html]
---
{TEXT} See [the other](other.md) and ![it](pic.jpg), once more and at length, since it is long.
-- seeds/b.md --
---
title: Tolls fall
tags: [C#, Cafe, "+++"]
---
{TEXT} See [below](#x).
"""
    )
    for _ in range(2):
        outcome = run(root, "build")
        assert outcome.exit == 0, outcome.err
    dist = load_tree(root / "dist")
    assert check_links(dist) == []
    assert {address for address in dist if address.startswith("topics/") and address.endswith(".html")} == {
        "topics/c.html",
        "topics/c-2.html",
        "topics/c-3.html",
        "topics/cafe.html",
    }
    assert run(root, "build", "--strict").exit == 1
