"""A number of briefings in; a synthetic archive out, the same on every machine: invented words, measures of the news.

A briefing has about 525 words in 14 paragraphs, one sub-head, five takeaways, one to four timeline entries and three
topics of twenty. Every takeaway and entry is a sentence of its body.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

TOPICS = tuple(
    "Harbour Tolls|Ferries|Lithium|Water|Elections|Courts|Glaciers|Railways|Housing|Schools|Hospitals|Fisheries|"
    "Wheat|Banks|Energy|Border Talks|Storms|Museums|Football|Ports".split("|")
)
_SYLLABLES = "ba ke lo mi nu ra se ti vo za dre fli gro sta pel mor ken hal wick ton ber den lin mar tol".split()
_VERBS = "agreed announced approved blocked closed delayed demanded ended joined opened raised rejected sold".split()
_FIRST = datetime(2015, 1, 1, 6, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Article:
    """A made-up article, before any program's own form is given to it."""

    name: str
    headline: str
    dek: str
    byline: str
    published: datetime
    topics: tuple[str, ...]
    takeaways: tuple[str, ...]
    timeline: tuple[tuple[str, str, str], ...]
    """(EDTF, phrase, sentence)."""
    why: str
    paragraphs: tuple[str, ...]
    """Of the body; one that begins with `## ` is a sub-head."""


def make_articles(count: int, seed: int = 7) -> Iterator[Article]:
    """Yield `count` articles, each two hours after the one before."""
    words = _vocabulary(random.Random(seed))
    for number in range(count):
        yield _article(number, random.Random(f"{seed}-{number}"), words)


def _vocabulary(chance: random.Random) -> list[str]:
    return sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(1, 3))) for _ in range(4000)})


def _article(number: int, chance: random.Random, words: list[str]) -> Article:
    published = _FIRST + timedelta(hours=2 * number)
    people = [f"{chance.choice(words).title()} {chance.choice(words).title()}" for _ in range(3)]
    sentences = [_sentence(chance, words, people) for _ in range(34)]
    dated = []
    for back in (3, 40, 400, 4000):
        day = published - timedelta(days=back)
        phrase = f"on {day.day} {day:%B} {day.year}"
        dated.append((f"{day:%Y-%m-%d}", phrase, f"{chance.choice(people)} {chance.choice(_VERBS)} it {phrase}."))
    told = [*sentences, *(text for _, _, text in dated)]
    chance.shuffle(told)
    paragraphs = [" ".join(told[at : at + 2 + at % 2]) for at in range(0, len(told) - 2, 3)]
    paragraphs += [" ".join(told[-2:])]
    if not any(text in " ".join(paragraphs) for _, _, text in dated):
        paragraphs += [dated[0][2]]  # a timeline without an entry is no work
    everything = " ".join(paragraphs)
    kept = [text for text in sentences if text in everything]
    paragraphs.insert(6, f"## {' '.join(chance.choices(words, k=4)).capitalize()}")
    return Article(
        name=f"{published:%Y-%m-%d}-{number:06}",
        headline=f"{' '.join(kept[0].split()[:8]).rstrip('.')} {_in_letters(number)}",
        dek=kept[1],
        byline=people[0],
        published=published,
        topics=tuple(chance.sample(TOPICS, 3)),
        takeaways=tuple(chance.sample(kept, 5)),
        timeline=tuple(row for row in dated if row[2] in everything),
        why=kept[2],
        paragraphs=tuple(paragraphs),
    )


def _in_letters(number: int) -> str:
    """Return a word for a number, so that no two headlines are the same and no figure stands in one."""
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
    return letters


def _sentence(chance: random.Random, words: list[str], people: list[str]) -> str:
    picked = chance.choices(words, k=chance.randint(9, 20))
    if chance.random() < 0.5:
        picked[0:1] = [chance.choice(people), chance.choice(_VERBS)]
    if chance.random() < 0.4:
        picked.insert(len(picked) // 2, f"{chance.randint(2, 980) * 50:,}")
    text = " ".join(picked)
    return f"{text[0].upper()}{text[1:]}."


def as_briefing(article: Article) -> str:
    """Return the content file of Nutgraf."""
    entries = "".join(
        f'  - date: "{edtf}"\n    phrase: {phrase}\n    text: {text}\n    basis: explicit\n'
        for edtf, phrase, text in article.timeline
    )
    takeaways = "".join(f"  - {text}\n" for text in article.takeaways)
    topics = "".join(f"  - {name}\n" for name in article.topics)
    body = "\n\n".join(article.paragraphs)
    return (
        f"---\nheadline: {article.headline}\ndek: {article.dek}\nbyline:\n  - {article.byline}\n"
        f"published: {article.published:%Y-%m-%dT%H:%M}+00:00\nadded: {article.published:%Y-%m-%d}\n"
        f"topics:\n{topics}why_it_matters: {article.why}\ntakeaways:\n{takeaways}timeline:\n{entries}---\n{body}\n"
    )


def as_seed(article: Article) -> str:
    """Return the article as plain copy, as it would be handed to an editor."""
    points = "\n".join(f"• {text}" for text in article.takeaways)
    paragraphs = "\n\n".join(text.removeprefix("## ") for text in article.paragraphs)
    when = f"{article.published:%B} {article.published.day}, {article.published:%Y}"
    return (
        f"{article.headline}\n\n{article.dek}\n\nBy {article.byline}\nPublished: {when}\n\n{paragraphs}\n\n"
        f"Why it matters: {article.why}\n\nKey takeaways\n{points}\n"
    )
