"""JSONL of articles with highlights in; how good proposals, tracing and claims are on them, out.

A line is an object: `article` (text), `highlights` (a list, or a text with a line each), and what is known besides:
`headline`, `byline`, `published`. A highlight is a text or an object: its `text`, and what an annotator says that it
`rests_on`: pieces of one or two sentences, the stronger first, and under `or` pieces of others that are as good.

ROUGE (rouge-score, Porter stemmer, F1 x 100; L is that of summaries) is that of the highlights as one text against
as many proposals as the first sentences they are compared with.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

from nutgraf.datelines import split_dateline
from nutgraf.evidence import check_claims, index_sentences
from nutgraf.sentences import split_sentences
from nutgraf.takeaways import propose_takeaways

FIXTURES = (Path("tests/traced/takeaways.jsonl"),)
ROUGES = ("rouge1", "rouge2", "rougeLsum")
PROPOSED = 3


@dataclass(frozen=True, slots=True)
class Highlight:
    """A takeaway that a person wrote, and the sentences of the article that it rests on, where they were marked."""

    text: str
    rests_on: tuple[int, ...] = ()
    as_good: frozenset[int] = frozenset()
    """All sentences of which any is right as the strongest."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its highlights."""

    text: str
    sentences: tuple[str, ...]
    highlights: tuple[Highlight, ...]
    headline: str = ""
    known: str = ""
    """What highlights may say besides: headline, byline, date."""


@dataclass(frozen=True, slots=True)
class Traced:
    """How the marked highlights were traced; shares of 100."""

    marked: int
    first: float
    """Those whose strongest sentence is right."""
    pairs: int
    both: float
    """Of the pairs, those whose two strongest sentences are the two that were marked."""
    faults: tuple[str, ...]


def read_articles(paths: Sequence[Path]) -> list[Article]:
    """Read every line of every file. ValueError names the line that is no article, or a mark that fits no sentence."""
    articles = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                articles.append(_article(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}:{number}: {error}") from error
    return articles


def _article(row: dict[str, Any]) -> Article:
    text = row["article"]
    sentences = tuple(text[start:end] for start, end in split_sentences(text))
    given = row["highlights"]
    highlights = [line for line in given.splitlines() if line.strip()] if isinstance(given, str) else given
    known = [row.get("headline", ""), " ".join(row.get("byline", [])), row.get("published", "")]
    return Article(
        text,
        sentences,
        tuple(_highlight(item, sentences) for item in highlights),
        row.get("headline", ""),
        "\n".join(filter(None, known)),
    )


def _highlight(item: str | dict[str, Any], sentences: Sequence[str]) -> Highlight:
    if isinstance(item, str):
        return Highlight(item)
    rests_on = tuple(_place(piece, sentences) for piece in item.get("rests_on", []))
    others = [_place(piece, sentences) for piece in item.get("or", [])]
    return Highlight(item["text"], rests_on, frozenset({*rests_on, *others}))


def _place(piece: str, sentences: Sequence[str]) -> int:
    places = [index for index, sentence in enumerate(sentences) if piece in sentence]
    if len(places) != 1:
        raise ValueError(f"'{piece}' stands in {len(places)} sentences")
    return places[0]


def trace(articles: Sequence[Article]) -> Traced:
    """Trace every marked highlight."""
    first = both = pairs = marked = 0
    faults = []
    for article in articles:
        index = index_sentences(article.sentences)
        for highlight in article.highlights:
            if not highlight.rests_on:
                continue
            found = index.support(highlight.text).sentences
            is_right = bool(found) and found[0] in highlight.as_good
            is_whole = set(found[:2]) == set(highlight.rests_on)
            marked, first = marked + 1, first + is_right
            if len(highlight.rests_on) == 2:
                pairs, both = pairs + 1, both + is_whole
            if not is_right:
                faults.append(f"{highlight.text} -> {article.sentences[found[0]] if found else 'nothing'}")
    return Traced(marked, _share(first, marked), pairs, _share(both, pairs), tuple(faults))


def unsupported(articles: Sequence[Article]) -> tuple[float, float]:
    """Return how many of 100 highlights have no support in their article, and how many in the next but six."""
    indices = [index_sentences(article.sentences) for article in articles]
    own = [bool(indices[n].support(h.text).sentences) for n, a in enumerate(articles) for h in a.highlights]
    others = [
        bool(indices[(n + 7) % len(articles)].support(h.text).sentences)
        for n, article in enumerate(articles)
        for h in article.highlights
    ]
    return _share(own.count(False), len(own)), _share(others.count(False), len(others))


def alarms(articles: Sequence[Article]) -> tuple[float, Counter[str], tuple[str, ...]]:
    """Return how many of 100 highlights have a claim that the article does not bear out, by kind, and each in words."""
    kinds = Counter[str]()
    flagged, told = 0, []
    for article in articles:
        body = f"{article.text}\n\n{article.known}"
        for highlight in article.highlights:
            findings = check_claims(highlight.text, body)
            flagged += bool(findings)
            kinds.update(finding.kind for finding in findings)
            told += [f"{highlight.text}: {finding.message}" for finding in findings]
    return _share(flagged, sum(len(article.highlights) for article in articles)), kinds, tuple(told)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def lead(article: Article, count: int = PROPOSED) -> list[str]:
    """Return the first sentences of an article, without its dateline."""
    text = article.text[split_dateline(article.text)[1] :].removeprefix("(CNN)").lstrip()
    return [text[start:end] for start, end in split_sentences(text)[:count]]


def rouge(articles: Sequence[Article]) -> list[tuple[list[float], list[float]]]:
    """Return for each article of at least five sentences the scores of its first sentences and of its proposals."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(list(ROUGES), use_stemmer=True)
    scores = []
    for article in articles:
        proposed = propose_takeaways(article.text, article.headline, PROPOSED)
        if not proposed:
            continue
        if absent := [piece for piece in proposed if piece not in article.text]:
            raise AssertionError(f"not in the article: {absent}")
        wanted = "\n".join(highlight.text for highlight in article.highlights)
        both = [scorer.score(wanted, "\n".join(pieces)) for pieces in (lead(article), proposed)]
        scores.append(
            ([100 * both[0][name].fmeasure for name in ROUGES], [100 * both[1][name].fmeasure for name in ROUGES])
        )
    return scores


def rouge_table(scores: Sequence[tuple[list[float], list[float]]]) -> str:
    """Return the means, and the mean difference with the half of its 95 % interval."""
    rows = [f"{'':12}{'lead':>8}{'ours':>8}{'over':>8}{'+-':>6}"]
    for number, name in enumerate(ROUGES):
        leads, ours = [a[number] for a, _ in scores], [b[number] for _, b in scores]
        over = [b - a for a, b in zip(leads, ours, strict=True)]
        width = 1.96 * stdev(over) / sqrt(len(over)) if len(over) > 1 else 0.0
        rows.append(f"{name:12}{fmean(leads):8.2f}{fmean(ours):8.2f}{fmean(over):8.2f}{width:6.2f}")
    return "\n".join(rows)


def milliseconds(articles: Sequence[Article], rounds: int = 5) -> dict[str, float]:
    """Return what each step takes for an article, in ms of one core; the best of some rounds."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, run in _steps(articles):
            start = time.process_time()
            run()
            spent = 1000 * (time.process_time() - start) / len(articles)
            best[name] = min(best.get(name, spent), spent)
    return best


def _steps(articles: Sequence[Article]) -> Iterator[tuple[str, Any]]:
    def evidence() -> None:
        for article in articles:
            index = index_sentences(article.sentences)
            for highlight in article.highlights:
                index.support(highlight.text)

    yield "sentences", lambda: [split_sentences(article.text) for article in articles]
    yield "evidence", evidence
    yield "claims", lambda: [check_claims(h.text, a.text) for a in articles for h in a.highlights]
    yield "proposals", lambda: [propose_takeaways(article.text, article.headline) for article in articles]


def main(argv: Sequence[str] | None = None) -> int:
    """Print what was measured on the files; -v adds what is wrong, --speed the time of each step."""
    parser = argparse.ArgumentParser(prog="benchmarks.takeaways", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=FIXTURES, help="JSONL of articles with highlights")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each fault")
    parser.add_argument("--speed", action="store_true", help="measure each step")
    options = parser.parse_args(argv)
    try:
        articles = read_articles(options.files)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    if not articles:
        print("no article in " + ", ".join(map(str, options.files)), file=sys.stderr)
        return 1
    words = fmean(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles of {words:.0f} words, {sum(len(a.highlights) for a in articles)} highlights")
    if scores := rouge(articles):
        print(f"\nproposals\n{rouge_table(scores)}")
    traced = trace(articles)
    if traced.marked:
        print(f"\ntracing     first right {traced.first:.1f} of {traced.marked}, ", end="")
        print(f"both right {traced.both:.1f} of {traced.pairs} pairs")
    own, others = unsupported(articles)
    print(f"no support  {own:.1f} of highlights, {others:.1f} of those of another article")
    flagged, kinds, told = alarms(articles)
    print(f"claims      {flagged:.1f} of highlights flagged: {dict(kinds.most_common())}")
    if options.verbose:
        print("\n".join(["", *traced.faults, *told]))
    if options.speed:
        print(", ".join(f"{name} {spent:.2f} ms" for name, spent in milliseconds(articles).items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
