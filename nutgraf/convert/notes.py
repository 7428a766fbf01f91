"""Draft -> Draft: what a text says of itself: an embargo, a dated correction, a chatbot's refusal."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.convert.draft import Draft
from nutgraf.instants import find_instant
from nutgraf.models import Correction
from nutgraf.vocabulary.notes import CORRECTION, EMBARGO, NOTICE, REFUSAL, UNDATED_CORRECTION, UPDATE_NOTE

_REFUSAL_WORDS = 150  # a chatbot's refusal is short; an article that opens with the words of one is not


def hold_embargoed(draft: Draft) -> Draft:
    """Set an embargo line aside, and hold the briefing as a draft: no clock says whether it is over."""
    lines = [block for block in draft.blocks if block.kind == "text" and EMBARGO.fullmatch(block.text)]
    if not lines:
        return draft
    text = lines[0].text.strip("*_ ")
    draft = draft.warn(lines[0].line, f"is under embargo: '{text}'", "take `draft: true` out when it is over")
    draft = replace(draft, found=replace(draft.found, draft=True))
    return draft.set_aside(lines, "embargo: the briefing is held as a draft")


def hold_notices(draft: Draft) -> Draft:
    """Hold a notice to editors as a draft: one that kills or withholds a story, or only advises of one."""
    if not NOTICE.fullmatch(draft.found.headline):
        return draft
    line = next((block.line for block in draft.in_place("headline")), 0)
    message = f"is a notice to editors: '{draft.found.headline}'"
    draft = draft.warn(line, message, "take `draft: true` out if it may be published")
    return replace(draft, found=replace(draft.found, draft=True))


def read_corrections(draft: Draft) -> Draft:
    """Move a correction that gives its day to the corrections, and set one without aside, with a warning.

    It speaks of the article and not of the news; only an editor knows the day of one that gives none.
    """
    for block in draft.blocks:
        if block.kind != "text":
            continue
        match = CORRECTION.fullmatch(block.text) or UPDATE_NOTE.fullmatch(block.text)
        found = find_instant(match["date"]) if match else None
        if match and found and not found[1]:
            correction = Correction(found[0].day, match["text"])
            draft = draft.place(
                [block], "corrections", "correction with its day", corrections=(*draft.found.corrections, correction)
            )
        elif UNDATED_CORRECTION.fullmatch(block.text):
            draft = draft.set_aside([block], "correction without its day")
            hint = "add it to `corrections` with its day"
            draft = draft.warn(block.line, f"a correction gives no day: '{block.text[:60]}…'", hint)
    return draft


def set_refusal_aside(draft: Draft) -> Draft:
    """Set a chatbot's refusal aside: it stands where an article should."""
    first = next((block for block in draft.blocks if block.words > 1), None)
    if first is None or not REFUSAL.match(first.text) or sum(b.words for b in draft.blocks) > _REFUSAL_WORDS:
        return draft
    return draft.set_aside(draft.blocks, "a chatbot's refusal, no article")
