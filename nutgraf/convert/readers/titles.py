"""A block in, whether it can be the headline of a story, or parts one story from the next, out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from nutgraf.convert.draft import Block
from nutgraf.convert.names import is_signature
from nutgraf.convert.published import dates_of
from nutgraf.vocabulary.copy import DATE_LABEL
from nutgraf.vocabulary.furniture import ARTICLE_MARK, SEPARATOR

_HEADLINE_WORDS = range(2, 33)
_HEAD_LINES = 5  # a headline, a dek, a byline, a date, a label


def parts_articles(block: Block) -> bool:
    """Tell whether a line is a rule, or numbers the articles of a file."""
    return bool(SEPARATOR.fullmatch(block.text) or ARTICLE_MARK.fullmatch(block.text))


def can_be_title(block: Block) -> bool:
    """Tell whether a line can be a headline and is none of a byline, a date or a sentence."""
    if block.kind != "text" or block.is_paragraph or block.words not in _HEADLINE_WORDS or parts_articles(block):
        return False
    if block.text.endswith((".", ":", ",", ";")) or DATE_LABEL.match(block.text):
        return False
    return not (is_signature(block.text) or dates_of(block.text, "published"))


def head_below(blocks: Sequence[Block]) -> list[Block]:
    """Return the short lines that `blocks` open with, behind a headline."""
    return list(takewhile(lambda block: not block.is_paragraph, blocks[:_HEAD_LINES]))


def is_signed(blocks: Sequence[Block]) -> bool:
    """Tell whether a byline is among the first lines behind a headline."""
    head = head_below(blocks)
    return any(is_signature(block.text) for block in head[: 2 + any(map(parts_articles, head))])
