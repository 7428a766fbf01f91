"""A Site in, the briefings that a reader of each may want next out: by topics they share, and words of their headlines.

Only neighbours in time within a topic are looked at, so that the work grows with the archive and not with its square,
and a new briefing changes the pages near it alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import log

from nutgraf.models import Briefing, Site, Topic
from nutgraf.vocabulary.sentences import STARTERS

_NEAR = 8  # briefings of a topic before and behind
_MOST = 3
_LEAST = 0.18  # a topic of more than two hundred briefings alone makes no two of them related

_WORD = re.compile(r"\w{4,}")


def relate(site: Site) -> Mapping[str, tuple[Briefing, ...]]:
    """Return for the path of each briefing at most three others, the nearest in kind first; stories link their own."""
    scores: dict[str, dict[str, float]] = {briefing.path: {} for briefing in site.briefings}
    for topic in site.topics:
        _weigh(topic, scores)
    by_path = {briefing.path: briefing for briefing in site.briefings}
    place = {briefing.path: index for index, briefing in enumerate(site.briefings)}
    words = {briefing.path: _words(briefing) for briefing in site.briefings}

    def choose(briefing: Briefing) -> tuple[Briefing, ...]:
        own = words[briefing.path]
        ranked = []
        for path, score in scores[briefing.path].items():
            other = by_path[path]
            if briefing.story and other.story == briefing.story:
                continue
            its = words[path]
            shared = 0 if own.isdisjoint(its) else len(own & its)
            total = score + shared / (1 + len(own) + len(its) - shared)
            if total >= _LEAST:
                ranked.append((-round(total, 6), abs(place[path] - place[briefing.path]), path))
        return tuple(by_path[path] for _, _, path in sorted(ranked)[:_MOST])

    return {briefing.path: choose(briefing) for briefing in site.briefings}


def _weigh(topic: Topic, scores: dict[str, dict[str, float]]) -> None:
    """Add what a shared topic says: the more, the fewer briefings it has."""
    weight = 1 / (1 + log(len(topic.briefings)))
    for index, briefing in enumerate(topic.briefings):
        near = scores[briefing.path]
        for other in topic.briefings[max(0, index - _NEAR) : index + _NEAR + 1]:
            if other is not briefing:
                near[other.path] = near.get(other.path, 0.0) + weight


def _words(briefing: Briefing) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(briefing.headline) if word not in STARTERS)
