"""Draft -> Draft: the lines that name who wrote the article."""

from __future__ import annotations

import re

from nutgraf.convert.draft import SET_ASIDE, Block, Draft
from nutgraf.convert.matching import fold, label_key
from nutgraf.convert.names import (
    BYLINE,
    MOST_LENGTH,
    are_full,
    cut_away,
    is_desk,
    is_name_with_role,
    is_outlet,
    is_role,
    names_abroad,
    split_names,
    without_initials,
)
from nutgraf.convert.published import dates_of
from nutgraf.instants import find_instant
from nutgraf.models import Instant
from nutgraf.vocabulary.copy import (
    DESK_ENDINGS,
    NO_SURNAMES,
    ROLE_WORDS,
    UNNAMED,
)

_GLUED = re.compile(r"By(?P<names>[A-ZÀ-ÖØ-Þ][a-zß-ÿ'’]+ [A-ZÀ-ÖØ-Þ].*)")
_BAR = re.compile(r"\s[—–]\s*|\s?[|·•]\s*")
_WHERE = re.compile(r"(?:at|in) (?:the )?[A-Z]\S*(?: [A-Z]\S*){0,3}(?<![.!?,:;])")
_HEADLINE_WORDS = 4
_ROLE_LINE_WORDS = 5
_BYLINE_WORDS = 24


def read_byline(draft: Draft) -> Draft:
    """Read `By …` lines, a lone `By` with the name on the next line, a desk's name, and a name with its role.

    A date that stands behind the names is the article's.
    """
    taken = {placed.block.line for placed in draft.placed}
    for block in (*draft.header, *draft.footer):
        if block.kind != "text" or block.words > _BYLINE_WORDS or len(block.text) > MOST_LENGTH:
            continue
        used, names = _names_of(draft, block)
        if not names or any(block.line in taken for block in used):
            continue
        taken |= {block.line for block in used}
        text = " ".join(b.text for b in used)
        cut = cut_away(text, names)
        reason = "who wrote it" + (f", without '{cut}'" if cut else "")
        if draft.found.byline:
            draft = _told_again(draft, used, names, reason)
        else:
            draft = draft.place(used, "byline", reason, byline=names, **_dates_behind(draft, cut))
    return draft


def _dates_behind(draft: Draft, cut: str) -> dict[str, Instant]:
    """Return the dates in what was cut from a byline, for the fields that have none."""
    start = draft.labels.date_start.search(cut)
    hit = find_instant(cut, draft.found.language)
    at = min([m for m in (start.start() if start else None, hit[1] if hit else None) if m is not None], default=None)
    dates = dates_of(cut[at:], "published", draft.found.language) if at is not None else {}
    return {name: instant for name, instant in dates.items() if getattr(draft.found, name) is None}


def read_bare_byline(draft: Draft) -> Draft:
    """Read a name without `By` that stands directly beside a line of the head: a label, a badge or a date."""
    if draft.found.byline:
        return draft
    beside = {(b.group, b.line + step) for b in draft.in_place("published", "updated", SET_ASIDE) for step in (-1, 1)}
    for block in draft.header:
        if block.kind != "text" or (block.group, block.line) not in beside or is_outlet(block.text):
            continue
        if block.text.endswith(":"):
            continue
        names = split_names(block.text)
        if are_full(names):
            return draft.place([block], "byline", "names beside the lines of the head", byline=names)
    return draft


def _told_again(draft: Draft, used: tuple[Block, ...], names: tuple[str, ...], reason: str) -> Draft:
    """Place a second byline: one that names somebody else straight below the first adds to it."""
    new = tuple(name for name in names if fold(name) not in {fold(known) for known in draft.found.byline})
    if not new or "byline" in draft.known:
        return draft.set_aside(used, "byline told again")
    if all(is_role(name) for name in new):
        return draft.set_aside(used, "role without a name")
    first = draft.in_place("byline")
    if used[0].group == first[-1].group and used[0].line == first[-1].line + 1:
        return draft.place(used, "byline", reason, byline=draft.found.byline + new)
    return draft


def _names_of(draft: Draft, block: Block) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks that make up a byline which starts at `block`, and the names in it."""
    labels = draft.labels
    if label_key(block.text) in labels.openers:
        following = _next_block(draft, block)
        is_label = following is not None and label_key(following.text) in draft.labels.bare | draft.labels.badges
        if following is not None and not is_label and following.words <= 8 and not following.text.endswith("."):
            return (block, following), split_names(following.text, labels)
        return (), ()
    if names := names_abroad(block.text, labels):
        return (block,), names
    text = block.text.removeprefix("^").removesuffix("=")  # the marks of a wire
    if unnamed := UNNAMED.fullmatch(text):
        return (block,), (unnamed["names"],)
    match = BYLINE.fullmatch(text)
    if match and not re.search(r"[.!?]['\"”’]?$", without_initials(text)):
        return (block,), split_names(match["names"])
    return _names_alone(draft, block) if _may_open(draft, block) else ((), ())


def _names_alone(draft: Draft, block: Block) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks and names of a byline without `By`: what stands beside the names tells it."""
    if (glued := _GLUED.fullmatch(block.text)) and are_full(names := split_names(glued["names"])):
        return (block,), names
    if is_desk(block.text, DESK_ENDINGS) or is_name_with_role(block.text):
        return (block,), split_names(block.text) or (block.text,)
    for bar in _BAR.finditer(block.text):
        if dates_of(block.text[bar.end() :], "published", draft.found.language):
            names = _people(draft, block, block.text[: bar.start()])
            return ((block,), names) if names else ((), ())
    below = next((b for b in draft.below(block)[:1] if (b.group, b.line) == (block.group, block.line + 1)), None)
    if below is None:
        return (), ()
    words = below.text.split()
    if words[-1].casefold() in ROLE_WORDS and len(words) <= _ROLE_LINE_WORDS:
        names = split_names(block.text)
        return ((block, below), names) if are_full(names) else ((), ())
    names = _people(draft, block, block.text) if _WHERE.fullmatch(below.text) else ()
    return ((block, below), names) if names else ((), ())


def _people(draft: Draft, block: Block, text: str) -> tuple[str, ...]:
    """Return the names in a line that only a date or place beside it tells from others.

    It stands below a line that can be a headline, and is no section, kind of text, or what the article speaks of.
    """
    names = split_names(text)
    is_below = any(other.line < block.line and other.words >= _HEADLINE_WORDS for other in draft.header)
    told = re.compile(rf".+\b{re.escape(text)}\b", re.DOTALL)  # a note on the writer begins with the name
    is_told = any(told.match(other.text) for other in draft.blocks if other is not block)
    is_kind = any(name.split()[-1].casefold() in NO_SURNAMES for name in names)
    return names if are_full(names) and is_below and not is_told and not is_kind else ()


def _may_open(draft: Draft, block: Block) -> bool:
    """Tell whether a line without `By` is no headline: it is not the first, or a label or date is below it."""
    if any(other.line < block.line for other in (*draft.blocks[:1], *(p.block for p in draft.placed))):
        return True
    below = next((b for b in draft.all_blocks if b.line == block.line + 1), None)
    return below is not None and (
        label_key(below.text) in draft.labels.bare | draft.labels.badges
        or bool(dates_of(below.text, "published", draft.found.language))
    )


def _next_block(draft: Draft, block: Block) -> Block | None:
    """Return the text on the next line, or on the one after a blank."""
    later = next(iter(draft.below(block)), None)
    return later if later and later.line <= block.line + 2 and later.kind == "text" else None
