"""What a briefing says in short has sentences that bear it out: a Briefing in, Problems out."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.desk.proof import place_at
from nutgraf.evidence import Index
from nutgraf.models import Briefing
from nutgraf.problems import Problem
from nutgraf.rules import RULES
from nutgraf.sentences import split_sentences
from nutgraf.tracing import trace_briefing


def check_evidence_of(briefing: Briefing) -> Iterator[Problem]:
    """Find takeaways, a dek and an editor's own timeline texts that no sentence of the article supports."""
    if briefing.body.strip():
        yield from _unsupported(briefing)


def _unsupported(briefing: Briefing) -> Iterator[Problem]:
    trace = trace_briefing(briefing)
    for number, support in enumerate(trace.takeaways, 1):
        if not support.sentences:
            message = f"nothing in the article supports takeaway {number}, '{_short(briefing.takeaways[number - 1])}'"
            yield RULES["unsupported-takeaway"].finding(
                briefing.path, message, *place_at(briefing.places.takeaways, number - 1)
            )
    if briefing.dek and not _is_supported(briefing.dek, trace.index):
        message = f"nothing in the article supports the dek, '{_short(briefing.dek)}'"
        yield RULES["unsupported-dek"].finding(briefing.path, message, *briefing.places.dek)
    text = " ".join([briefing.why_it_matters, briefing.body])
    for number, entry in enumerate(briefing.timeline):
        if entry.text not in text and not trace.index.support(entry.text).sentences:
            message = f"nothing in the article supports the timeline's '{_short(entry.text)}'"
            yield RULES["unsupported-entry"].finding(
                briefing.path, message, *place_at(briefing.places.timeline, number)
            )


def _is_supported(text: str, index: Index) -> bool:
    """Tell whether a sentence of `text` at least has its support."""
    return any(index.support(text[start:end]).sentences for start, end in split_sentences(text))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
