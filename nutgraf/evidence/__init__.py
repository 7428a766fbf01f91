"""A claim and the article it is about in; the sentences that bear it out, and what they do not bear out of it, out."""

from nutgraf.evidence.claims import ClaimFinding, Facts, check_claims, facts_of, weigh_claims
from nutgraf.evidence.support import Index, Support, find_support, index_sentences

__all__ = [
    "ClaimFinding",
    "Facts",
    "Index",
    "Support",
    "check_claims",
    "facts_of",
    "find_support",
    "index_sentences",
    "weigh_claims",
]
