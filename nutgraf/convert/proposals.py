"""Draft -> Draft: takeaways, where the copy gives none: sentences of the article, word for word."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.convert.draft import Draft
from nutgraf.takeaways import propose_takeaways
from nutgraf.vocabulary.furniture import EDITORS_NOTE

_FEWEST, _MOST = 3, 5
_WORDS_FOR_MORE = 400
"""An article of so many words more gets one takeaway more."""


def extract_takeaways(draft: Draft) -> Draft:
    """Propose the takeaways of an article whose copy has none, and say that they were extracted.

    A box that would tell half of the article again is none, and none mixes the stories of a digest.
    """
    if draft.found.takeaways or draft.is_digest:
        return draft
    blocks = [block for block in draft.blocks if block.kind == "text" and not EDITORS_NOTE.match(block.text)]
    words = sum(block.words for block in blocks)
    count = min(_MOST, _FEWEST + words // _WORDS_FOR_MORE)
    found = propose_takeaways("\n\n".join(block.text for block in blocks), draft.found.headline, count)
    if len(found) < _FEWEST or 2 * sum(len(text.split()) for text in found) > words:
        return draft
    return replace(draft, found=replace(draft.found, takeaways=tuple(found), takeaways_origin="extracted"))
