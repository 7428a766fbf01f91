"""Draft -> Draft: the headline, its repetitions, and the kicker above it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.matching import fold, label_key, same_line, without_suffix
from nutgraf.datelines import split_dateline
from nutgraf.sentences import split_sentences
from nutgraf.vocabulary.copy import OUTLET_WORDS, TAKEAWAYS_HEADINGS, WHY_HEADING

_MOST_WORDS = 32
_INFERRED_LENGTH = 90  # characters; longer headlines wrap past three lines on a phone
_KICKER_WORDS = 3
_ENDS_AS_SENTENCE = re.compile(r"[.;:,،؛。：][\"'”’»)\]]*$")
_ABBREVIATION_END = re.compile(r"(?:\b(?:[A-Za-z]\.){2,}|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs)\.|\.\.\.)[\"'”’»)\]]*$")


def read_headline(draft: Draft) -> Draft:
    """Find the headline among the lines of the head: the one that recurs, else the first that can be one."""
    if draft.found.headline or not (draft.blocks or draft.found.takeaways):
        return draft
    candidates = [block for block in draft.header if _can_be_headline(block)]
    if not candidates:
        return _infer(draft)
    recurring = [block for block in candidates if len(_copies(draft, block)) > 1]
    chosen = recurring[0] if recurring else _first_that_is_no_kicker(candidates)
    copies = _copies(draft, chosen)
    best = max(copies, key=lambda c: (not _has_suffix(c, copies), not c.text.isupper(), len(c.text), -c.line))
    draft = draft.place([best], "headline", "recurs" if recurring else "first line that can be one", headline=best.text)
    draft = draft.set_aside([copy for copy in copies if copy is not best], "headline repeated")
    above = [block for block in candidates if block.line < copies[0].line]
    kickers = [block for block in above if block.words <= _KICKER_WORDS or _is_masthead(block)]
    return draft.set_aside(kickers, "kicker above the headline")


def _can_be_headline(block: Block) -> bool:
    if block.kind != "text" or block.words > _MOST_WORDS or block.is_paragraph:
        return False
    if _ENDS_AS_SENTENCE.search(block.text) and not _ABBREVIATION_END.search(block.text):
        return False
    return label_key(block.text) not in TAKEAWAYS_HEADINGS and not WHY_HEADING.fullmatch(block.text)


def _copies(draft: Draft, block: Block) -> list[Block]:
    return [other for other in draft.blocks if other.kind == "text" and same_line(block.text, other.text)]


def _has_suffix(block: Block, copies: list[Block]) -> bool:
    """Tell whether a copy without its site's name stands among `copies`, so that a dash is no part of the headline."""
    shorter = [fold(text) for text in without_suffix(block.text)]
    return any(fold(copy.text) in shorter for copy in copies)


def _first_that_is_no_kicker(candidates: list[Block]) -> Block:
    first, *others = candidates
    for following in others:
        if _is_masthead(first):
            first = following
            continue
        if first.words > _KICKER_WORDS and not (first.text.isupper() and first.words <= _KICKER_WORDS + 1):
            break
        if following.words <= first.words:
            break
        first = following
    return first


def _is_masthead(block: Block) -> bool:
    """Tell whether a line is the name of a paper: `THE CALDER POST`."""
    words = block.text.split()
    named = words[-1].casefold() in OUTLET_WORDS and (block.text.isupper() or words[0] == "The")
    return named and len(words) <= _KICKER_WORDS + 2


def _infer(draft: Draft) -> Draft:
    """Make a headline of the first sentence, or of the name of the seed, and say so."""
    texts = [block.text for block in draft.blocks] or [*draft.found.takeaways]
    body = next((block.text for block in draft.blocks if block.is_paragraph), texts[0])
    body = body[split_dateline(body)[1] :]
    start, end = next(iter(split_sentences(body)), (0, len(body)))
    sentence = body[start:end].rstrip(".")
    named = re.sub(r"[-_\s]+", " ", PurePosixPath(draft.seed).stem).strip()
    if len(sentence) <= _INFERRED_LENGTH:
        headline, source = sentence, "its first sentence"
    elif len(re.findall(r"[^\W\d_]{2,}", named)) >= 3 and not re.search(r"[0-9a-f]{12}", named):
        headline, source = named[0].upper() + named[1:], "the name of the seed"
    else:
        headline, source = (
            sentence[:_INFERRED_LENGTH].rpartition(" ")[0].rstrip(" ,;:–—-") + " …",
            "its first sentence",
        )
    draft = draft.place([], "headline", "", headline=headline, headline_origin="inferred")
    return draft.warn(draft.all_blocks[0].line, f"gives no headline; one was made from {source}", "write a better one")
