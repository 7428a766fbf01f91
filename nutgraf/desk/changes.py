"""Numbers, names and dates that changed in a published article without a correction: Proof in, Problems out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.desk.proof import Proof
from nutgraf.evidence import ClaimFinding, Facts, facts_of, weigh_claims
from nutgraf.models import Briefing
from nutgraf.problems import Problem
from nutgraf.rules import RULES
from nutgraf.sentences import split_sentences

_KINDS: Final = ("number", "date", "name")
_ALIKE: Final = 0.5
_SHARED: Final = 2
"""Stems that two sentences must share to be versions of one, as a part of the shorter one's and in number."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a body."""

    text: str
    line: int
    """Of the body, from 0."""
    facts: Facts


def check_changes(proof: Proof) -> Iterator[Problem]:
    """Find what changed in articles since they were first published, as far as Proof knows how they were."""
    for briefing in proof.site.briefings:
        earlier = proof.earlier.get(briefing.path)
        if earlier and not briefing.draft and earlier.body != briefing.body:
            yield from _changes(earlier, briefing)


def _changes(earlier: Briefing, now: Briefing) -> Iterator[Problem]:
    old, new = _sentences(earlier.body), _sentences(now.body)
    old_texts, new_texts = {s.text for s in old}, {s.text for s in new}
    rewritten = [sentence for sentence in new if sentence.text not in old_texts]
    bodies = facts_of(earlier.body), facts_of(now.body)
    corrections = [facts_of(correction.text) for correction in now.corrections]
    for sentence in old:
        successor = None if sentence.text in new_texts else _successor(sentence, rewritten)
        for message in _faults(sentence, successor, bodies, corrections) if successor else ():
            yield RULES["uncorrected-change"].finding(now.path, message, now.body_line + (successor or sentence).line)


def _sentences(body: str) -> list[_Sentence]:
    spans = split_sentences(body)
    return [_Sentence(body[a:b], body.count("\n", 0, a), facts_of(body[a:b])) for a, b in spans]


def _successor(sentence: _Sentence, others: Sequence[_Sentence]) -> _Sentence | None:
    """Return which of `others` says now what `sentence` said; None when it was taken out."""
    best = max(others, key=lambda other: _shared(sentence, other), default=None)
    if best is None:
        return None
    least = min(len(sentence.facts.text.stems), len(best.facts.text.stems))
    return best if _shared(sentence, best) >= max(_SHARED, _ALIKE * least) else None


def _shared(one: _Sentence, other: _Sentence) -> int:
    return len(one.facts.text.stems & other.facts.text.stems)


def _faults(old: _Sentence, new: _Sentence, bodies: tuple[Facts, Facts], corrections: Sequence[Facts]) -> Iterator[str]:
    """Yield what `old` said, `new` does not say, and no correction names."""
    before, after = bodies
    added = _findings(new.text, old.facts)
    gone = _findings(old.text, after)
    for finding in _findings(old.text, new.facts):
        instead = next((other for other in added if other.kind == finding.kind), None)
        is_gone = any(map(finding.overlaps, gone))
        is_new = instead and any(map(instead.overlaps, _findings(new.text, before)))
        if not (is_gone or is_new) or any(_speaks_of(c, finding, instead, (old, new)) for c in corrections):
            continue
        became = f"was changed to '{instead.claim}'" if instead else "was taken out"
        yield f"'{finding.claim}' {became} since this was first published, and no correction says so"


def _findings(claim: str, facts: Facts) -> list[ClaimFinding]:
    return [f for f in weigh_claims(claim, facts) if f.kind in _KINDS and f.weight != "elsewhere"]


def _speaks_of(
    correction: Facts, finding: ClaimFinding, instead: ClaimFinding | None, sentences: tuple[_Sentence, _Sentence]
) -> bool:
    """Tell whether a correction names what was changed, or what it was changed to, or is about the sentence."""
    if any(len(correction.text.stems & sentence.facts.text.stems) >= _SHARED for sentence in sentences):
        return True
    named = [facts_of(each.claim) for each in (finding, instead) if each]
    return any(facts.text.words <= correction.text.words or _share_a_number(facts, correction) for facts in named)


def _share_a_number(one: Facts, other: Facts) -> bool:
    return not one.by_value.keys().isdisjoint(other.by_value)
