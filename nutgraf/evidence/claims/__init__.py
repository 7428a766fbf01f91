"""A claim and a body in, what the body does not bear out of its numbers, dates, names and quotations out.

Rules for the language of news, English: what cannot be told is let pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from nutgraf.evidence.claims.compare import check_number
from nutgraf.evidence.claims.dates import read_days
from nutgraf.evidence.claims.directions import turned_verb
from nutgraf.evidence.claims.facts import Facts, facts_of
from nutgraf.evidence.claims.finding import ClaimFinding, Kind, Weight
from nutgraf.evidence.claims.groups import read_numbers
from nutgraf.evidence.claims.names import Name, read_names
from nutgraf.evidence.claims.quotations import read_quotations
from nutgraf.evidence.claims.text import Text, read_text
from nutgraf.evidence.claims.when import Dates
from nutgraf.vocabulary.claim_names import COMPANIONS, SPEAKS

__all__ = ["ClaimFinding", "Facts", "Kind", "Weight", "check_claims", "facts_of", "weigh_claims"]

_OF_THE_BODY: Final = ("quotation", "direction")
"""Kinds that nothing but the body bears out."""

_remembered: Final = lru_cache(maxsize=2)(facts_of)
"""Claims come several to a body."""


def check_claims(claim: str, body: str) -> list[ClaimFinding]:
    """Return one finding for each number, date, name, quotation or direction of `claim` that `body` does not bear out.

    What the body says more exactly is borne out.
    """
    return [finding for finding in weigh_claims(claim, _remembered(body)) if finding.weight == "missing"]


def weigh_claims(claim: str, facts: Facts, background: Facts | None = None) -> list[ClaimFinding]:
    """Return all that is not word for word in the body, each with its weight, in the order of the claim.

    `background` is what is known besides: a name, number or date that stands there is not missing.
    """
    text = read_text(claim)
    found = list(_findings(text, facts))
    if found and background:
        unknown = list(_findings(text, background))
        found = [f for f in found if f.kind in _OF_THE_BODY or any(map(f.overlaps, unknown))]
    return sorted(found, key=lambda finding: finding.start)


def _findings(text: Text, facts: Facts) -> Iterator[ClaimFinding]:
    days = read_days(text)
    dates = Dates(text, days, facts)
    yield from dates.findings()
    dated = {token for day in days for token in range(day.first, day.last)}
    for number in read_numbers(text, dated):
        if finding := check_number(text, number, facts, dates):
            yield finding
    if turned := turned_verb(text, facts.text):
        yield _turned_verb(text, turned, facts)
    yield from _names(text, facts)
    for start, end in read_quotations(text):
        if not facts.quotations.has(text.plain[start:end]):
            yield _quotation(text, start, end, facts)


def _turned_verb(text: Text, turned: tuple[int, int], facts: Facts) -> ClaimFinding:
    at, other = turned
    claim, found = text.piece(at - 1, at + 1), facts.text.piece(max(0, other - 1), other + 1)
    message = f"'{claim}' turns round what the body says: '{found}'"
    return ClaimFinding(claim, found, message, "direction", text.spans[at - 1][0])


def _names(text: Text, facts: Facts) -> Iterator[ClaimFinding]:
    """Yield the names that the body does not know, those side by side as one, and first names that are others'."""
    names = read_names(text)
    unknown = _unknown(text, names, facts)
    for first, last in _joined([(at, at + 1) for at in sorted(unknown)]):
        if facts.names.has_initials(text, first) or (facts.is_told_by_me and _speaks(text, names, first, last)):
            continue
        claim = text.piece(first, last)
        found = facts.names.nearest(claim)
        message = f"'{claim}' is not in the body" + (f", which has '{found}'" if found else "")
        yield ClaimFinding(claim, found, message, "name", text.spans[first][0])
    for one, other in pairwise(names):
        if (
            other.at == one.at + 1
            and not one.opens
            and (found := facts.names.called(text.tokens[one.at], text.tokens[other.at]))
        ):
            claim = text.piece(one.at, other.at + 1)
            if not {one.at, other.at} & unknown:
                message = f"'{claim}' is not in the body, which has '{found}'"
                yield ClaimFinding(claim, found, message, "name", text.spans[one.at][0])


def _unknown(text: Text, names: Sequence[Name], facts: Facts) -> set[int]:
    """Return the tokens that are names which the body does not know."""
    unknown = {name.at for name in names if not facts.names.knows(text.tokens[name.at])}
    if not unknown:
        return unknown
    # A word that opens the claim has its capital anyway: what is unknown beside a known name is more likely no name.
    if not any(name.speaks and name.at not in unknown for name in names):
        unknown -= {name.at for name in names if name.speaks}
    unknown -= {
        name.at for name in names if name.opens and name.at + 1 not in unknown and _is_capital(text, name.at + 1)
    }
    unknown -= {name.at for name in names if name.starts and facts.names.has_kin(text.tokens[name.at])}
    known = {name.at for name in names} - unknown
    return {at for at in unknown if not (text.low[at] in COMPANIONS and known & {at - 1, at + 1})}


def _speaks(text: Text, names: Sequence[Name], first: int, last: int) -> bool:
    """Tell whether a claim says of these names that they say something."""
    beside = {*text.low[last : last + 1], *text.low[max(0, first - 1) : first]}
    return not SPEAKS.isdisjoint(beside) or any(name.speaks and name.at == first for name in names)


def _is_capital(text: Text, at: int) -> bool:
    return at < len(text.tokens) and text.tokens[at][0].isupper()


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _quotation(text: Text, start: int, end: int, facts: Facts) -> ClaimFinding:
    claim, found = text.shown[start:end], facts.quotations.nearest(text.plain[start:end])
    message = f"the body does not quote '{claim}'" + (f"; it has '{found}'" if found else "")
    return ClaimFinding(claim, found, message, "quotation", start)
