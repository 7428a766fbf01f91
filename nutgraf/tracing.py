"""A briefing in, what each of its takeaways rests on out; its sentences are those of why it matters and of the body.

The dek is itself a summary, and no evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.evidence import Index, Support, index_sentences
from nutgraf.markdown import plain_sentences
from nutgraf.models import Briefing


@dataclass(frozen=True, slots=True)
class Trace:
    """What a briefing's takeaways rest on."""

    index: Index
    """Of its sentences, for further claims."""
    takeaways: tuple[Support, ...]
    """In the order of the takeaways."""
    why_length: int
    """How many sentences why it matters has; the others are the body's."""

    @property
    def links(self) -> tuple[str, ...]:
        """The id of the strongest sentence of each takeaway; '' for one without support."""
        return tuple(f"s{support.sentences[0] + 1}" if support.sentences else "" for support in self.takeaways)

    @property
    def why_marks(self) -> Mapping[int, str]:
        """The ids that sentences of why it matters get on the page, by their index there."""
        return {number: f"s{number + 1}" for number in self._linked if number < self.why_length}

    @property
    def body_marks(self) -> Mapping[int, str]:
        """The ids that sentences of the body get, by their index there."""
        return {n - self.why_length: f"s{n + 1}" for n in self._linked if n >= self.why_length}

    @property
    def _linked(self) -> list[int]:
        return sorted({support.sentences[0] for support in self.takeaways if support.sentences})


def trace_briefing(briefing: Briefing) -> Trace:
    """Find the support of each takeaway; the same text is searched once, for its page and for the desk."""
    return _trace(briefing.why_it_matters, briefing.body, briefing.takeaways)


@lru_cache(maxsize=1 << 14)
def _trace(why: str, body: str, takeaways: tuple[str, ...]) -> Trace:
    why_sentences = plain_sentences(why) if why else []
    index = index_sentences([*why_sentences, *plain_sentences(body)])
    return Trace(index, tuple(map(index.support, takeaways)), len(why_sentences))
