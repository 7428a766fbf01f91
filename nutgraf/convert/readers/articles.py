"""The blocks of a plain text in, those of each article in it out: an article opens with a headline that is signed.

One article too few is mended by an editor in a minute; two bylines merged, or an article cut in half, is not seen.
So a line opens another article only where running text stands before it, and it is signed: by a byline, or behind a
separator also by a date or a dateline.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from nutgraf.convert.draft import Block
from nutgraf.convert.matching import label_key
from nutgraf.convert.published import dates_of
from nutgraf.convert.readers.digests import has_masthead
from nutgraf.convert.readers.titles import can_be_title, head_below, is_signed, parts_articles
from nutgraf.datelines import split_dateline
from nutgraf.vocabulary.copy import DIGESTS

_ARTICLE_WORDS = 40  # of running text; the teaser of another story is shorter
_TITLED_PARTS = 3  # as many parts with a title of their own are short items, not an article with sub-heads


def split_articles(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Cut `blocks` where another article opens; a separator stays with the article above it."""
    starts = [0]
    told = 0  # words of running text since the last start
    for index in range(1, len(blocks)):
        told += blocks[index - 1].words if blocks[index - 1].is_paragraph else 0
        if told >= _ARTICLE_WORDS and _opens_article(blocks, index):
            starts.append(index)
            told = 0
    return [tuple(blocks[a:b]) for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True)]


def holds_short_items(blocks: Sequence[Block]) -> bool:
    """Tell whether one article is a digest: it says so, or numbers or separators part it, each part with a title."""
    if has_masthead(blocks) or any(label_key(block.text) in DIGESTS for block in blocks[:2]):
        return True
    titled = [
        index
        for index, block in enumerate(blocks)
        if (index == 0 or parts_articles(blocks[index - 1])) and can_be_title(block) and _words_below(blocks, index)
    ]
    return len(titled) >= _TITLED_PARTS


def _opens_article(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the block at `index`, which stands after running text, is the headline of another article."""
    if not can_be_title(blocks[index]):
        return False
    below = blocks[index + 1 :]
    signed = is_signed(below)
    if parts_articles(blocks[index - 1]):
        head = head_below(below)
        signed |= any(dates_of(block.text, "published") for block in head)
        signed |= any(split_dateline(block.text)[0] for block in below[len(head) : len(head) + 1])
    return signed and _words_below(blocks, index) >= _ARTICLE_WORDS


def _words_below(blocks: Sequence[Block], index: int) -> int:
    """Count the words of running text between a title and the next separator."""
    part = takewhile(lambda block: not parts_articles(block), blocks[index + 1 :])
    return sum(block.words for block in part if block.is_paragraph)
