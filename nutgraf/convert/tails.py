"""Draft -> Draft: what stands below an article and is none of it: praise of the sender, notes, contacts, the writer."""

from __future__ import annotations

import re

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.labels import Labels
from nutgraf.convert.matching import fold, label_key
from nutgraf.vocabulary.tails import ABOUT, BIOGRAPHY, END_MARK, LINES, SECTIONS

_HEADING_WORDS = 9
_BELOW_END, _BELOW_SECTION = 0.5, 1.0
"""Of the words above an end mark, or above such a section: with more below, the article goes on there."""


def set_below_end_aside(draft: Draft) -> Draft:
    """Set aside what stands below the one line that says `ENDS`: notes to editors, names, telephone numbers."""
    marks = [block for block in draft.blocks if block.kind in ("text", "heading") and END_MARK.fullmatch(block.text)]
    if len(marks) != 1:
        return draft
    below = draft.below(marks[0])
    if not _is_short(draft, marks[0], below, _BELOW_END):
        return draft
    return draft.set_aside(marks, "end mark").set_aside(below, "below the end mark")


def set_sections_aside(draft: Draft) -> Draft:
    """Set aside sections such as `About Aulis Energy`, `Notes to editors` and `Press contact` at the end."""
    for heading in draft.blocks:
        if not _opens_section(draft, heading):
            continue
        section = _section(draft, heading)
        if _is_short(draft, heading, draft.below(heading), _BELOW_SECTION):
            draft = draft.set_aside([heading, *section], f"under '{heading.text}', no part of the article")
    return draft


def set_closing_aside(draft: Draft) -> Draft:
    """Set aside the last lines of all that say who helped, whom to write to, and who the writer is."""
    while draft.blocks and (reason := _closing_reason(draft, draft.blocks[-1])):
        draft = draft.set_aside(draft.blocks[-1:], reason)
    return draft


def _closing_reason(draft: Draft, block: Block) -> str:
    if block.kind != "text" or len(draft.blocks) < 2:
        return ""
    names = "|".join(re.escape(name) for name in draft.found.byline)
    if names and re.fullmatch(BIOGRAPHY.format(names=f"(?:{names})"), block.text, re.DOTALL):
        return "who wrote it"
    return next((reason for reason, pattern in LINES if pattern.fullmatch(block.text)), "")


def _opens_section(draft: Draft, block: Block) -> bool:
    """Tell whether a line is the heading of such a section; `About X` is one when the text speaks of X by its name."""
    if block.kind not in ("text", "heading") or block.words > _HEADING_WORDS or block.text.endswith((".", "?", "!")):
        return False
    if SECTIONS.fullmatch(block.text):
        return True
    match = ABOUT.fullmatch(block.text.strip("*#: "))
    if match is None or not match["name"][0].isupper():
        return False
    below = draft.below(block)[:1]
    name = fold(match["name"])
    above = [other for other in draft.all_blocks if other.line < block.line]
    return bool(below) and below[0].is_paragraph and any(name in fold(other.text) for other in above)


def _section(draft: Draft, heading: Block) -> list[Block]:
    below = draft.below(heading)
    labels = draft.labels
    end = next((i for i, block in enumerate(below) if i and _ends_section(draft, block, labels)), len(below))
    return list(below[:end])


def _ends_section(draft: Draft, block: Block, labels: Labels) -> bool:
    is_label = label_key(block.text) in labels.takeaways | labels.topics or labels.topics_line.fullmatch(block.text)
    return bool(is_label or labels.why_heading.fullmatch(block.text) or _opens_section(draft, block))


def _is_short(draft: Draft, mark: Block, below: tuple[Block, ...], share: float) -> bool:
    """Tell whether an article stands above `mark`, and at most a `share` of its words below."""
    above = sum(block.words for block in draft.all_blocks if block.line < mark.line and block.is_paragraph)
    return above > 0 and sum(block.words for block in below) <= share * above
