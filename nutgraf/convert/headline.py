"""Draft -> Draft: the headline, its repetitions, and the kicker above it."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from pathlib import PurePosixPath

from nutgraf.convert.draft import HEADLINE_REPEATED, SUBJECT, Block, Draft
from nutgraf.convert.labels import labels_of
from nutgraf.convert.matching import fold, label_key, without_suffix
from nutgraf.datelines import split_dateline
from nutgraf.instants import find_instant
from nutgraf.sentences import split_sentences
from nutgraf.vocabulary.copy import (
    BYLINE_START,
    DATE_LABEL,
    KICKERS,
    LABELLED_FIELDS,
    OUTLET_WORDS,
)
from nutgraf.vocabulary.furniture import WIRE_MARKS
from nutgraf.vocabulary.wrapping import MAIL_LINE, SUBJECT_MARK

_MOST_WORDS = 32
_MOST_LENGTH = 300  # characters
_INFERRED_LENGTH = 90  # characters; longer headlines wrap past three lines on a phone
_KICKER_WORDS = 3
_HEADLINE_WORDS = 4
_DATE_LINE_WORDS = 8  # a line this short that holds a full date is about when, not what
_SENTENCE_WORDS = 16
_MOST_CANDIDATES = 40
_WIRE_START = re.compile(rf"(?:{WIRE_MARKS}-)+(?=\w)")
_ENDS_AS_SENTENCE = re.compile(r"[.;:,،؛。：][\"'”’»)\]]*$")
_ABBREVIATION_END = re.compile(r"(?:\b(?:[A-Za-z]\.){2,}|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs)\.|\.\.\.)[\"'”’»)\]]*$")


def read_headline(draft: Draft) -> Draft:
    """Find the headline among the lines of the head: the one that recurs, else the first that can be one."""
    draft = _read_labelled(draft)
    if "headline" in draft.known:
        return _set_copies_aside(draft)
    if draft.found.headline or not (draft.blocks or draft.found.takeaways):
        return draft
    candidates = [block for block in draft.header if _can_be_headline(block, draft.found.language)][:_MOST_CANDIDATES]
    if not candidates:
        return _read_short_sentence(draft) or _read_subject(draft) or _infer(draft)
    copies_of = _grouped(draft)
    badges = draft.labels.badges
    recurring = [block for block in candidates if len(_copies(copies_of, block)) > 1]
    chosen = recurring[0] if recurring else _first_that_is_no_kicker(candidates, badges)
    copies = _copies(copies_of, chosen)
    plain = {fold(copy.text) for copy in copies}
    spelt = [(_without_known_suffix(copy, plain), copy) for copy in copies]
    spelt = [(_WIRE_START.sub("", text), copy) for text, copy in spelt]
    text, best = max(spelt, key=lambda s: (not _is_one_case(s[0]), len(s[0]), s[0] == s[1].text, -s[1].line))
    reason = "recurs" if recurring else "first line that can be one"
    cut = " … ".join(part.strip() for part in best.text.split(text) if part)
    reason += f", without '{cut}'" if cut else ""
    draft = draft.place([best], "headline", reason, headline=text)
    if best.words == 1:
        draft = draft.warn(best.line, f"gives a headline of one word: '{text}'", "check that it is the headline")
    draft = draft.set_aside([copy for copy in copies if copy is not best], HEADLINE_REPEATED)
    above = [block for block in candidates if block.line < copies[0].line]
    most = _KICKER_WORDS if recurring else 1
    kickers = [block for block in above if _is_kicker(block, badges) or block.words <= most]
    return draft.set_aside(kickers, "kicker above the headline")


def set_masthead_aside(draft: Draft) -> Draft:
    """Set aside the name of the paper among the lines below a headline that say who wrote the article and when."""
    signed = {block.group for block in draft.in_place("byline", "published", "updated")}
    if draft.found.headline_origin == "inferred":
        return draft
    return draft.set_aside(
        (b for b in draft.header if b.group in signed and b.kind == "text" and _is_masthead(b)), "name of the paper"
    )


def _set_copies_aside(draft: Draft) -> Draft:
    """Set aside the lines of the head that say a known headline again, with a site's name or without."""
    known = fold(draft.found.headline)
    copies = [b for b in draft.header if known in {fold(text) for text in (b.text, *without_suffix(b.text))}]
    return draft.set_aside(copies, HEADLINE_REPEATED)


def _read_labelled(draft: Draft) -> Draft:
    """Read `Headline: …` and `Dek: …` in the head."""
    for block in draft.header:
        for field, pattern in LABELLED_FIELDS:
            match = pattern.fullmatch(block.text)
            if match and not getattr(draft.found, field) and block.kind == "text":
                draft = draft.place([block], field, "has its label", **{field: match["text"]})
    return draft


def _read_short_sentence(draft: Draft) -> Draft | None:
    """Read a headline that ends with a stop: a short sentence above the byline or the date of the article."""
    first = draft.blocks[0] if draft.blocks else None
    if first is None or first.kind != "text" or first.is_paragraph or first.words > _SENTENCE_WORDS:
        return None
    signed = any(block.line > first.line for block in draft.in_place("byline", "published", "updated"))
    if not signed or len(split_sentences(first.text)) > 1:
        return None
    return draft.place([first], "headline", "a short sentence above the lines of the head", headline=first.text)


def _read_subject(draft: Draft) -> Draft | None:
    """Take the subject of the mail for the headline of a text that has none."""
    block = next((p.block for p in draft.placed if p.reason == SUBJECT), None)
    match = MAIL_LINE.fullmatch(block.text) if block else None
    if block is None or match is None:
        return None
    text = SUBJECT_MARK.sub("", match["value"])
    draft = replace(draft, placed=tuple(placed for placed in draft.placed if placed.block is not block))
    return draft.place([block], "headline", SUBJECT, headline=text)


def _can_be_headline(block: Block, language: str) -> bool:
    labels = labels_of(language)
    if block.kind != "text" or len(block.text) > _MOST_LENGTH or block.words > _MOST_WORDS or block.is_paragraph:
        return False
    if (find_instant(block.text, language) and block.words <= _DATE_LINE_WORDS) or BYLINE_START.match(block.text):
        return False
    if DATE_LABEL.match(block.text) or not any(c.isalpha() for c in block.text):
        return False
    if _ENDS_AS_SENTENCE.search(block.text) and not _ABBREVIATION_END.search(block.text):
        return False
    return label_key(block.text) not in labels.takeaways and not labels.why_heading.fullmatch(block.text)


def _grouped(draft: Draft) -> dict[str, list[Block]]:
    """Return the lines by what they say, each also by what it says without a site's name."""
    groups: dict[str, list[Block]] = {}
    for block in draft.blocks:
        if block.kind == "text" and len(block.text) <= _MOST_LENGTH:
            for text in (block.text, *without_suffix(block.text)):
                groups.setdefault(fold(text), []).append(block)
    return groups


def _copies(groups: dict[str, list[Block]], block: Block) -> list[Block]:
    """Return the lines that say what `block` says, one of the two perhaps with a site's name, in order."""
    keys = [fold(text) for text in (block.text, *without_suffix(block.text))]
    same = {b.line: b for b in groups.get(keys[0], [])}
    same |= {b.line: b for key in keys[1:] for b in groups.get(key, []) if fold(b.text) == key}
    return [same[line] for line in sorted(same)]


def _without_known_suffix(block: Block, copies: set[str]) -> str:
    """Return a headline without the site's name; what stands behind a dash is one when `copies` do without it."""
    return next((text for text in without_suffix(block.text) if fold(text) in copies), block.text)


def _is_one_case(text: str) -> bool:
    """Tell whether a headline lost its capitals, or has nothing else."""
    return text.isupper() or text.islower()


def _first_that_is_no_kicker(candidates: list[Block], badges: Set[str]) -> Block:
    """Return the first line that can be a headline; a lone word above one is the place or section it belongs to."""
    for block, below in zip(candidates, [*candidates[1:], None], strict=True):
        is_lone_word = below is not None and block.words == 1 and below.words >= _HEADLINE_WORDS
        if not _is_kicker(block, badges) and not is_lone_word:
            return block
    return candidates[0]


def _is_kicker(block: Block, badges: Set[str]) -> bool:
    """Tell whether a line above others is the name of a section or a paper, and no headline of its own."""
    key = label_key(block.text)
    is_shouted = block.text.isupper() and block.words <= _KICKER_WORDS
    return key in KICKERS or key in badges or is_shouted or _is_masthead(block)


def _is_masthead(block: Block) -> bool:
    """Tell whether a line is the name of a paper: `THE CALDER POST`."""
    words = block.text.split()
    named = words[-1].casefold() in OUTLET_WORDS and (block.text.isupper() or words[0] == "The")
    return named and len(words) <= _KICKER_WORDS + 2


def _infer(draft: Draft) -> Draft:
    """Make a headline of the first sentence, or of the name of the seed, and say so."""
    texts = [block.text for block in draft.blocks] or [*draft.found.takeaways]
    body = next((block.text for block in draft.blocks if block.is_paragraph or block.ends_as_sentence), texts[0])
    body = body[split_dateline(body)[1] :]
    start, end = next(iter(split_sentences(body)), (0, len(body)))
    sentence = body[start:end].rstrip(".。")
    named = re.sub(r"[-_\s]+", " ", PurePosixPath(draft.seed).stem).strip()
    most = _INFERRED_LENGTH if " " in sentence else _INFERRED_LENGTH // 2
    if len(sentence) <= most:
        headline, source = sentence, "its first sentence"
    elif len(re.findall(r"[^\W\d_]{2,}", named)) >= 3 and not re.search(r"[0-9a-f]{12}", named):
        headline, source = named[0].upper() + named[1:], "the name of the seed"
    else:
        # Where no space parts words, a comma parts clauses.
        opening = re.match(r".*(?= )|.*(?=[，、；])|.+", sentence[:most], re.DOTALL)
        headline, source = (opening[0] if opening else "").rstrip(" ,;:–—-") + " …", "its first sentence"
    draft = draft.place([], "headline", "", headline=headline, headline_origin="inferred")
    if "headline" in draft.given:
        return draft
    return draft.warn(draft.all_blocks[0].line, f"gives no headline; one was made from {source}", "write a better one")
