"""Draft -> Draft: what pages set around an article, and labels whose value is lost, are set aside with a reason."""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile

from nutgraf.convert.draft import BADGE, LABEL_WITHOUT_VALUE, Block, Draft
from nutgraf.convert.labels import Labels
from nutgraf.convert.matching import fold, label_key
from nutgraf.vocabulary import furniture
from nutgraf.vocabulary.copy import ROLE_WORDS
from nutgraf.vocabulary.furniture import SEPARATOR

_BY_KIND = {"caption": "caption of a picture", "media": "picture or player"}
_LINK = re.compile(r"\[[^\]]+\]\([^()]+\)")
_LONGEST_LINE = 400  # characters; a longer block is an article's own text, whatever words it uses


def set_furniture_aside(draft: Draft) -> Draft:
    """Set aside share lines, adverts, captions and their like, wherever they stand."""
    draft = draft.set_aside_all((block, _BY_KIND.get(block.kind, "")) for block in draft.blocks)
    labels = draft.labels
    draft = draft.set_aside_all((block, _reason(block, labels.lines, labels.sentences)) for block in draft.blocks)
    draft = draft.set_aside_all((block, _reason(block, furniture.HEAD)) for block in draft.header)
    draft = draft.set_aside_all((block, _reason(block, furniture.TAIL)) for block in draft.footer)
    edges = (*draft.header, *draft.footer)
    return draft.set_aside_all((b, "separator") for b in edges if SEPARATOR.fullmatch(b.text))


def _reason(block: Block, lines: furniture.Rows, sentences: furniture.Rows = ()) -> str:
    """Return the reason for which rows for lines, or for sentences, set a block aside; '' for an article's own text."""
    if len(block.text) > _LONGEST_LINE:
        return ""
    rows = sentences if block.ends_as_sentence else lines
    return next((reason for reason, pattern in rows if pattern.fullmatch(block.text)), "")


def set_tail_aside(draft: Draft) -> Draft:
    """Set aside what pages list under a heading such as `Read Next`, and the note under `About the Author`.

    It is the lines that stand together with the heading, and links; all short ones, when no more of it follows.
    """
    labels = draft.labels
    last_paragraph = max((block.line for block in draft.blocks if block.is_paragraph), default=0)
    done = 0
    for heading in draft.blocks:
        key = label_key(heading.text)
        if heading.kind not in ("text", "heading") or key not in labels.tail or heading.line <= done:
            continue
        below = draft.below(heading)
        listed = list(takewhile(partial(_is_listed, labels), below))
        rest = below[len(listed) :]
        if key.startswith("about the") and not listed:
            listed = list(rest[:1])
        elif last_paragraph > heading.line:
            listed = [block for block in listed if block.group == heading.group or _LINK.fullmatch(block.markup)]
        done = max(block.line for block in (heading, *listed))
        draft = draft.set_aside([heading, *listed], f"under '{heading.text}', no part of the article")
    return draft


def _is_listed(labels: Labels, block: Block) -> bool:
    """Tell whether a line below such a heading is a title or a name, and neither a sentence nor the next heading."""
    is_heading = label_key(block.text) in labels.takeaways | labels.tail | labels.topics
    is_heading = is_heading or labels.topics_line.fullmatch(block.text) is not None
    is_sentence = block.ends_as_sentence and not block.text.endswith("?")  # titles may ask
    return not is_sentence and not block.is_paragraph and not is_heading


def set_labels_aside(draft: Draft) -> Draft:
    """Set aside labels that stand alone, and badges in the head; runs when every label with a value is placed."""
    header = {block.line for block in draft.header}
    labels = draft.labels
    lines = (block for block in draft.blocks if block.kind == "text")
    return draft.set_aside_all((block, _label_reason(block, labels, block.line in header)) for block in lines)


def _label_reason(block: Block, labels: Labels, in_head: bool) -> str:
    key = label_key(block.text)
    if key in labels.bare:
        return LABEL_WITHOUT_VALUE
    if in_head and key and all(word in ROLE_WORDS for word in key.split()):
        return "role without a name"
    return BADGE if in_head and key in labels.badges else ""


def set_repeats_aside(draft: Draft) -> Draft:
    """Set aside the later copies of a line that pages repeat: a caption or credit; a sentence said twice stays."""
    first: dict[str, int] = {}
    reasons = []
    for block in draft.blocks:
        line = first.setdefault(fold(block.text), block.line)
        repeats = line != block.line and block.words > 3 and not block.ends_as_sentence and block.kind == "text"
        reasons.append((block, f"repeats line {line}" if repeats else ""))
    return draft.set_aside_all(reasons)
