"""The blocks of a plain text in, those of each article in it out: an article opens with a headline that is signed.

One article too few is mended by an editor in a minute; two bylines merged, or an article cut in half, is not seen.
So a line opens another article only where running text stands before it, and it is signed: by a byline, or behind a
separator also by a date or a dateline.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from nutgraf.convert.byline import is_signature
from nutgraf.convert.draft import Block
from nutgraf.convert.matching import label_key
from nutgraf.convert.published import dates_of
from nutgraf.datelines import split_dateline
from nutgraf.vocabulary.copy import DATE_LABEL, DIGESTS
from nutgraf.vocabulary.furniture import ARTICLE_MARK, SEPARATOR

_HEADLINE_WORDS = range(2, 33)
_HEAD_LINES = 5  # a headline, a dek, a byline, a date, a label
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
    """Tell whether separators cut the text into parts that each have a title: a digest, in one article."""
    if any(label_key(block.text) in DIGESTS for block in blocks[:2]):
        return True
    titled = [
        index
        for index, block in enumerate(blocks)
        if (index == 0 or _parts(blocks[index - 1])) and _can_be_title(block) and _words_below(blocks, index)
    ]
    return len(titled) >= _TITLED_PARTS


def _opens_article(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the block at `index`, which stands after running text, is the headline of another article."""
    if not _can_be_title(blocks[index]):
        return False
    head = list(takewhile(lambda block: not block.is_paragraph, blocks[index + 1 : index + 1 + _HEAD_LINES]))
    is_signed = any(is_signature(block.text) for block in head[: 2 + any(_parts(block) for block in head)])
    if _parts(blocks[index - 1]):
        below = blocks[index + 1 + len(head) : index + 2 + len(head)]
        is_signed |= any(dates_of(block.text, "published") for block in head)
        is_signed |= any(split_dateline(block.text)[0] for block in below)
    return is_signed and _words_below(blocks, index) >= _ARTICLE_WORDS


def _parts(block: Block) -> bool:
    return bool(SEPARATOR.fullmatch(block.text) or ARTICLE_MARK.fullmatch(block.text))


def _can_be_title(block: Block) -> bool:
    """Tell whether a line can be a headline and is none of a byline, a date or a sentence."""
    if block.kind != "text" or block.is_paragraph or block.words not in _HEADLINE_WORDS or _parts(block):
        return False
    if block.text.endswith((".", ":", ",", ";")) or DATE_LABEL.match(block.text):
        return False
    return not (is_signature(block.text) or dates_of(block.text, "published"))


def _words_below(blocks: Sequence[Block], index: int) -> int:
    """Count the words of running text between a title and the next separator."""
    part = takewhile(lambda block: not _parts(block), blocks[index + 1 :])
    return sum(block.words for block in part if block.is_paragraph)
