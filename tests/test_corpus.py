"""benchmarks.corpus: the made-up archive is the same everywhere, and of the measures of the news."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from benchmarks.corpus import as_briefing, as_seed, make_articles
from nutgraf.content import parse_briefing
from nutgraf.frontmatter import _compose_quickly
from nutgraf.plain_markdown import read_plainly
from nutgraf.sources import SourceFile


def test_an_article_depends_on_its_number_alone() -> None:
    """A corpus of ten begins with the corpus of three."""
    assert list(make_articles(10))[:3] == list(make_articles(3))


def test_it_has_the_measures_that_it_says() -> None:
    """About 525 words, five takeaways, and entries and takeaways word for word from the body."""
    articles = list(make_articles(50))
    lengths = [len(" ".join(article.paragraphs).split()) for article in articles]
    assert 475 < sum(lengths) / 50 < 575
    for article in articles:
        body = " ".join(article.paragraphs)
        assert len(article.takeaways) == 5
        assert len(article.topics) == 3
        assert all(text in body for text in article.takeaways)
        assert all(text in body and phrase in text for _, phrase, text in article.timeline)
    assert sum(len(article.timeline) for article in articles) > 150


def test_it_is_read_without_a_fault_and_by_the_fast_ways() -> None:
    """Else a benchmark would measure something else than it says."""
    for article in islice(make_articles(20), 20):
        text = as_briefing(article)
        briefing = parse_briefing(SourceFile("content/briefings/a.md", text.encode()))
        assert briefing.takeaways == article.takeaways
        assert read_plainly(briefing.body) is not None
        assert _compose_quickly(text.split("---\n")[1]) is not None


def test_seeds_are_converted(make_site: Callable[..., Path], run: Callable) -> None:
    """The plain copy of an article gives its headline, byline, takeaways and topics of its own."""
    article = next(make_articles(1))
    root = make_site("")
    (root / "seeds").mkdir()
    (root / "seeds" / "a.txt").write_text(as_seed(article), encoding="utf-8")
    assert run(root, "convert").exit == 0
    (file,) = (root / "content" / "briefings").iterdir()
    briefing = parse_briefing(SourceFile("content/briefings/a.md", file.read_bytes()))
    assert (briefing.headline, briefing.byline, briefing.takeaways) == (
        article.headline,
        (article.byline,),
        article.takeaways,
    )
