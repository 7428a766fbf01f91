"""Draft -> Draft: the timeline of what is about to become the body, and of why it matters."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.convert.draft import Draft
from nutgraf.convert.lifted import without_why_label
from nutgraf.timeline import find_entries
from nutgraf.vocabulary.furniture import EDITORS_NOTE


def read_timeline(draft: Draft) -> Draft:
    """Find the timeline's entries in the text of the article, in its order; sub-heads and tables are no sentences."""
    told = {
        block.line: block.text
        for block in draft.blocks
        if block.kind not in ("heading", "table", "other") and not EDITORS_NOTE.match(block.text)
    }
    told |= {block.line: without_why_label(block.text, draft.labels) for block in draft.in_place("why_it_matters")}
    texts = [text for _, text in sorted(told.items()) if text]
    if "timeline" in draft.known:
        return draft
    anchor = draft.found.published.day if draft.found.published else None
    entries = find_entries(texts, anchor, draft.found.language or "en")
    return replace(draft, found=replace(draft.found, timeline=entries))
