"""A claim and the article it is about in, the sentences that bear it out."""
