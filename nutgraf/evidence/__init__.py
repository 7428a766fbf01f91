"""A claim and the article it is about in, the sentences that bear it out."""

from nutgraf.evidence.support import Index, Support, find_support, index_sentences

__all__ = ["Index", "Support", "find_support", "index_sentences"]
