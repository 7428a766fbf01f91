"""The blocks of a page in, those of its article out, and of what stands above its text only what is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.convert.dek import ITALIC
from nutgraf.convert.draft import Block
from nutgraf.convert.matching import label_key
from nutgraf.convert.names import is_signature
from nutgraf.convert.published import dates_of
from nutgraf.convert.readers.blocks import Found, with_markup
from nutgraf.convert.readers.main_text import HIDDEN, OUTSIDE_THE_ARTICLE, letters
from nutgraf.convert.readers.roles import role_of
from nutgraf.vocabulary.copy import BYLINE_OPENERS, TAKEAWAYS_HEADINGS

_HEAD_BLOCKS = 30  # between a headline and the article; more, and the headline is that of another part
_LINE_WORDS = 6  # a button, a tool or the name of a section has no more
_SENTENCE_WORDS = 5


def with_head(found: Sequence[Found], reasons: Sequence[str], title: int | None, deks: Sequence[str]) -> list[int]:
    """Return the indices of the article's blocks, with its headline and what stands between that and the text.

    Of what stands there a line is the article's when it is signed or dated, when it can be a dek, or is a list with
    its heading; the rest is buttons and names of sections.
    """
    inside = [index for index, reason in enumerate(reasons) if not reason]
    if not inside:
        return inside
    told = {letters(text) for text in deks}
    text = next((index for index in inside if _is_text(found[index].block)), inside[-1])
    kept: list[int] = []
    first = title if title is not None and 0 <= inside[0] - title <= _HEAD_BLOCKS else inside[0]
    for index in range(first, text):
        is_inside, block = not reasons[index], found[index].block
        is_listed = (
            block.kind == "item" and kept[-1:] == [index - 1] and found[index - 1].block.kind in ("item", "heading")
        )
        is_subhead = is_inside and index == text - 1 and block.kind == "heading"
        is_long = is_inside and (block.words > _LINE_WORDS or _is_italic(found[index]))
        is_told = is_listed or letters(block.text) in told or _is_told(found[index])
        is_dek = title is not None and index == title + 1 and _is_dek(found[index], reasons[index], told)
        if (
            index == title
            or is_subhead
            or is_long
            or is_dek
            or (reasons[index] in ("", OUTSIDE_THE_ARTICLE) and is_told)
        ):
            kept.append(index)
    return [*kept, *(index for index in inside if index >= text)]


def _is_italic(found: Found) -> bool:
    """Tell whether a line is in italics throughout, as deks are and buttons are not."""
    return found.block.words >= _SENTENCE_WORDS and ITALIC.fullmatch(with_markup(found).markup) is not None


def _is_dek(found: Found, reason: str, told: set[str]) -> bool:
    """Tell whether a line right below the headline is the dek, though its element is called as links elsewhere are."""
    is_named = role_of(found) == "dek" and next(found.element.iter("a"), None) is None
    return reason != HIDDEN and (is_named or letters(found.block.text) in told)


def _is_text(block: Block) -> bool:
    return block.is_paragraph or (block.kind == "text" and block.ends_as_sentence and block.words >= _SENTENCE_WORDS)


def _is_told(found: Found) -> bool:
    """Tell whether a line above the text says something of the article."""
    block = found.block
    if role_of(found) or block.is_paragraph or block.kind in ("table", "quote", "media", "caption"):
        return True
    is_sentence = block.ends_as_sentence and block.words >= _SENTENCE_WORDS
    return is_sentence or label_key(block.text) in TAKEAWAYS_HEADINGS or is_about_the_article(block.text)


def is_about_the_article(text: str) -> bool:
    """Tell whether a line says who wrote the article or when, and no more."""
    return label_key(text) in BYLINE_OPENERS or is_signature(text) or bool(dates_of(text, "published"))
