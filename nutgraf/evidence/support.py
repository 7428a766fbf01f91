"""A claim and the sentences of an article in, the sentences that bear it out.

BM25 with weights counted in the article itself finds the strongest sentence; a greedy cover adds those that have
what it lacks. What too few of the claim's words stand behind has no support.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from nutgraf.evidence.tokens import tokens

_K1: Final = 1.2
_B: Final = 0.5
_MOST: Final = 3
"""Sentences that one claim may rest on."""
_SHARE_OF_SCORE: Final = 0.05
"""What a sentence's score weighs beside the words it adds to those before it."""
_BESIDE: Final = 1.25
"""What the words count for that a sentence beside one already chosen adds: news tells on."""
_ENOUGH: Final = 0.23
"""Below this share of its weight nothing supports a claim. Of human highlights about 2 in 100 lie below, of those of
another article about 95."""


@dataclass(frozen=True, slots=True)
class Support:
    """What a claim rests on."""

    sentences: tuple[int, ...]
    """Their indices, the strongest first; none when the claim is not supported."""
    covered: float
    """The share of the claim's weight that they have: the mean of the strongest alone and of all, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Index:
    """The sentences of an article, made ready for any number of claims."""

    postings: Mapping[str, Mapping[int, int]]
    """For each token the sentences that have it, and how often."""
    rooms: Sequence[float]
    """For each sentence what it has to beat for a token to count: the more, the longer it is."""

    def support(self, claim: str) -> Support:
        """Find what `claim` rests on."""
        weights: dict[str, float] = {}
        scores = dict[int, float]()
        gains = dict[int, float]()
        for token in tokens(claim):
            if token not in weights:
                held = self.postings.get(token, {})
                weights[token] = weight = log(1 + len(self.rooms) / (1 + len(held)))
                for sentence, times in held.items():
                    share = times * (_K1 + 1) / (times + self.rooms[sentence])
                    scores[sentence] = scores.get(sentence, 0.0) + weight * share
                    gains[sentence] = gains.get(sentence, 0.0) + weight
        chosen, added = self._cover(weights, scores, gains)
        share = (added[0] + sum(added)) / 2 / sum(weights.values()) if added else 0.0
        return Support(tuple(chosen) if share >= _ENOUGH else (), share)

    def _cover(
        self, weights: Mapping[str, float], scores: Mapping[int, float], gains: dict[int, float]
    ) -> tuple[list[int], list[float]]:
        """Choose the sentences, each for what it adds to those before it, and return with them the weight each adds.

        `gains` is what each would add; it shrinks as others are chosen.
        """
        chosen: list[int] = []
        added: list[float] = []
        worth, left = scores, dict(weights)  # in the order of the claim, so that sums come out alike
        while len(chosen) < min(_MOST, len(scores)):
            best = max((s for s in scores if s not in chosen), key=lambda s: (worth[s], -s))
            covered = [token for token in left if best in self.postings.get(token, ())]
            if not covered:
                break
            chosen.append(best)
            added.append(sum(left[token] for token in covered))
            for token in covered:
                del left[token]
                for sentence in self.postings[token]:
                    gains[sentence] -= weights[token]
            worth = _worth(gains, scores, chosen)
        return chosen, added


def _worth(gains: Mapping[int, float], scores: Mapping[int, float], chosen: Sequence[int]) -> dict[int, float]:
    """Return what each sentence is worth beside those `chosen`."""
    beside = {s + step for s in chosen for step in (-1, 1)}
    return {s: gains[s] * (_BESIDE if s in beside else 1) + _SHARE_OF_SCORE * scores[s] for s in scores}


def index_sentences(sentences: Sequence[str]) -> Index:
    """Count the tokens of `sentences` once, for all claims about them."""
    postings: dict[str, dict[int, int]] = {}
    lengths = []
    for sentence, text in enumerate(sentences):
        found = tokens(text)
        lengths.append(max(1, len(found)))
        for token in found:
            held = postings.setdefault(token, {})
            held[sentence] = held.get(sentence, 0) + 1
    mean = sum(lengths) / max(1, len(lengths))
    return Index(postings, tuple(_K1 * (1 - _B + _B * length / mean) for length in lengths))


def find_support(claim: str, sentences: Sequence[str]) -> list[int]:
    """Return the indices of the `sentences` that `claim` rests on, the strongest first; [] when it is unsupported."""
    return list(index_sentences(sentences).support(claim).sentences)
