"""An article in, its takeaways in its own words out: the sentences that say most of it, verbatim.

A sentence counts for where it stands, for how near it is to what the article says as a whole, and for the words it
shares with the headline; questions, quotations and what speaks to the reader count for less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Final

from nutgraf.datelines import split_dateline
from nutgraf.evidence.tokens import tokens
from nutgraf.sentences import split_sentences
from nutgraf.vocabulary.proposals import (
    AGENCY,
    BYLINE,
    CLOSING,
    FIRST_PERSON,
    FURNITURE,
    LABELLED,
    LEANS,
    MARKUP,
    OPENS_QUOTE,
    QUOTED,
    SPEAKER,
    STOPS,
)

_FEWEST: Final = 5
"""Sentences; who reads fewer needs no box above them."""
_SPEAKERS: Final = 3
"""Lines that begin with a name in capitals, in a transcript; fewer are datelines."""
_LEAST: Final = 5
_LONGEST: Final = 45
"""Words of a takeaway."""
_SHORTEST: Final = 8
"""Words below which a sentence counts for less."""
_FADE: Final = 7
"""Sentences after which a place counts for a third of the first."""
_NEARNESS: Final = 1.5
"""What the sentence nearest to the whole counts for, in first places."""
_ALIKE: Final = 0.5
"""The cosine above which two sentences say the same."""
_LINE: Final = re.compile(r"^(?![ \t]*(?:[#>|]|```|~~~))(?:[ \t]*(?:[-*+•]|\d{1,3}[.)]) )?[ \t]*(\S.*)$", re.MULTILINE)
"""A line of running text or an item; no heading, quotation, row of a table or code."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    vector: Mapping[str, float]
    """Its tokens with their weights, together of length 1."""


def propose_takeaways(body: str, headline: str = "", count: int = 3) -> list[str]:
    """Return at most `count` pieces of `body`, in its order and to the letter; none from a very short article.

    `body` is plain text or Markdown, a paragraph a line; a piece is a whole sentence.
    """
    texts = _sentences(body)
    if len(texts) < _FEWEST:
        return []
    sentences = _weighted(texts)
    are_stopped = any(map(_is_stopped, texts))  # some scripts end no sentence with a mark
    scores = _scores(sentences, set(tokens(headline)))
    chosen: list[int] = []
    for index in sorted(range(len(sentences)), key=lambda i: (-scores[i], i)):
        if len(chosen) == count:
            break
        is_whole = _is_stopped(texts[index]) or not are_stopped
        if (
            is_whole
            and _may_stand(texts[index])
            and not any(_cosine(sentences[index], sentences[i]) > _ALIKE for i in chosen)
        ):
            chosen.append(index)
    return [texts[index] for index in sorted(chosen)]


def _sentences(body: str) -> list[str]:
    """Return the sentences of running text, without datelines and bylines."""
    found = []
    lines = [line[1] for line in _LINE.finditer(body)]
    is_transcript = sum(SPEAKER.match(text) is not None for text in lines) >= _SPEAKERS
    for text in lines:
        if LABELLED.match(text) or (is_transcript and SPEAKER.match(text)):
            continue
        start = split_dateline(text)[1]
        if agency := AGENCY.match(text, start):
            start = agency.end()
        text = text[start:]
        found += [text[a:b] for a, b in split_sentences(text)]
    return [text for text in found if len(text.split()) > 1 or not text.isascii()]


def _weighted(texts: Sequence[str]) -> list[_Sentence]:
    counts = [Counter(tokens(text)) for text in texts]
    held = Counter(token for count in counts for token in count)
    size = len(texts)
    weights = {token: log((size + 1) / (times + 1)) + 1 for token, times in held.items()}
    return [
        _Sentence(text, _unit({token: (1 + log(times)) * weights[token] for token, times in count.items()}))
        for text, count in zip(texts, counts, strict=True)
    ]


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {token: weight / length for token, weight in vector.items()}


def _cosine(one: _Sentence, other: _Sentence) -> float:
    return sum(weight * other.vector.get(token, 0.0) for token, weight in one.vector.items())


def _scores(sentences: Sequence[_Sentence], headline: set[str]) -> list[float]:
    centre: dict[str, float] = {}
    for sentence in sentences:
        for token, weight in sentence.vector.items():
            centre[token] = centre.get(token, 0.0) + weight
    near = [sum(weight * centre[token] for token, weight in s.vector.items()) for s in sentences]
    nearest = max(near) or 1.0
    led = headline & centre.keys()
    return [
        exp(-index / _FADE)
        + _NEARNESS * near[index] / nearest
        + 0.5 * (len(led & sentence.vector.keys()) / len(led) if led else 0)
        - _drawbacks(sentence.text)
        for index, sentence in enumerate(sentences)
    ]


def _drawbacks(text: str) -> float:
    length = _length(text)
    return (
        0.05 * (min(length, 60) / 20) ** 2
        + 0.3 * (length < _SHORTEST)
        + 0.3 * bool(FIRST_PERSON.search(text))
        + 0.1 * bool(LEANS.match(text))
    )


def _may_stand(text: str) -> bool:
    """Tell whether a sentence can be a takeaway at all."""
    if not _LEAST <= _length(text) <= _LONGEST or text[0] in OPENS_QUOTE or _is_question(text):
        return False
    if text.endswith(("…", "...", ":", "：")):  # what follows is missing
        return False
    own = QUOTED.sub("", text)
    return not (
        MARKUP.search(text)
        or SPEAKER.match(text)
        or FURNITURE.search(text)
        or BYLINE.fullmatch(text)
        or FIRST_PERSON.search(own)
    )


def _is_stopped(text: str) -> bool:
    """Tell whether a text ends as a sentence does: a sub-head and a line of the page do not."""
    return text.rstrip(CLOSING)[-1:] in STOPS


def _is_question(text: str) -> bool:
    return any(mark in text for mark in "?？؟")


def _length(text: str) -> int:
    """Return how many words a text has; where no spaces part them, two letters count for one."""
    return len(text.split()) if text.isascii() else max(len(text.split()), sum(c > "\u2e80" for c in text) // 2)
