"""Draft -> Draft: the lines that name who wrote the article."""

from __future__ import annotations

import re

from nutgraf.convert.draft import SET_ASIDE, Block, Draft
from nutgraf.convert.matching import fold, label_key
from nutgraf.instants import find_instant
from nutgraf.vocabulary.copy import (
    BADGES,
    BARE_LABELS,
    BYLINE_OPENERS,
    DESK,
    NAME_PARTICLES,
    NO_NAMES,
    OUTLET_WORDS,
    ROLE_WORDS,
)

_OPENERS = "|".join(re.escape(word) for word in sorted(BYLINE_OPENERS, key=len, reverse=True))
_BYLINE = re.compile(rf"(?:{_OPENERS})(?:\s*:\s*|\s+)(?P<names>\S.*)", re.IGNORECASE)

_NAME_WORD = r"(?:[^\W\d_][\w'’.-]*|&)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}")
_SEPARATOR = re.compile(r"\s*(?:,|;|\||•|·|/|\s[-–—]\s|\band\b|\bund\b|\bet\b|\by\b|&)\s*", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:in|for|at|from|with|of)\s+(?:the\s+)?[A-Z].*$|\s*[(<\[].*$|\s+@\w+.*$|\s*\S+@\S+.*$")

_BYLINE_WORDS = 24
_BARE_NAME_WORDS = 4


def read_byline(draft: Draft) -> Draft:
    """Read `By …` lines, a lone `By` with the name on the next line, a desk's name, and a name with its role."""
    for block in (*draft.header, *draft.footer):
        if block not in draft.blocks or block.kind != "text" or block.words > _BYLINE_WORDS:
            continue
        used, names = _names_of(draft, block)
        if not names:
            continue
        cut = _cut_away(" ".join(b.text for b in used), names)
        reason = "who wrote it" + (f", without '{cut}'" if cut else "")
        if draft.found.byline:
            draft = _told_again(draft, used, names, reason)
        else:
            draft = draft.place(used, "byline", reason, byline=names)
    return draft


def read_bare_byline(draft: Draft) -> Draft:
    """Read a name without `By` that stands directly beside a line of the head: a label, a badge or a date."""
    if draft.found.byline:
        return draft
    beside = {(b.group, b.line + step) for b in draft.in_place("published", "updated", SET_ASIDE) for step in (-1, 1)}
    for block in draft.header:
        if block.kind != "text" or (block.group, block.line) not in beside or _is_outlet(block.text):
            continue
        if block.text.endswith(":"):
            continue
        names = split_names(block.text)
        if names and all(2 <= len(name.split()) <= _BARE_NAME_WORDS for name in names):
            return draft.place([block], "byline", "names beside the lines of the head", byline=names)
    return draft


def _told_again(draft: Draft, used: tuple[Block, ...], names: tuple[str, ...], reason: str) -> Draft:
    """Place a second byline: one that names somebody else straight below the first adds to it."""
    first = draft.in_place("byline")
    new = tuple(name for name in names if fold(name) not in {fold(known) for known in draft.found.byline})
    if not new:
        return draft.set_aside(used, "byline told again")
    if all(_is_role(name) for name in new):
        return draft.set_aside(used, "role without a name")
    if used[0].group == first[-1].group and used[0].line == first[-1].line + 1:
        return draft.place(used, "byline", reason, byline=draft.found.byline + new)
    return draft


def _names_of(draft: Draft, block: Block) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks that make up a byline which starts at `block`, and the names in it."""
    if label_key(block.text) in BYLINE_OPENERS:
        following = _next_block(draft, block)
        is_label = following is not None and label_key(following.text) in BARE_LABELS | BADGES
        if following is not None and not is_label and following.words <= 8 and not following.text.endswith("."):
            return (block, following), split_names(following.text)
        return (), ()
    match = _BYLINE.fullmatch(block.text)
    if match and not re.search(r"[.!?]['\"”’]?$", _without_initials(block.text)):
        return (block,), split_names(match["names"])
    if DESK.fullmatch(block.text) or _is_name_with_role(block.text):
        return (block,), split_names(block.text) or (block.text,)
    return (), ()


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in the part of a byline after its `By`: roles, outlets, dates and addresses cut.

    () when a part that should be a name cannot be one, as in `By Tuesday evening the water`.
    """
    if DESK.fullmatch(text):
        return (text,)
    hit = find_instant(text)
    if hit is not None:
        text = text[: hit[1]].rstrip(" ,|-–—•·(")
    names: list[str] = []
    for part in _SEPARATOR.split(text):
        name = _TAIL.sub("", part.strip()).strip(" .,:")
        if not name or _is_role(name) or (names and _is_outlet(name)):
            continue
        if not _is_name(name):
            return () if not names else tuple(names)
        if names and len(name.split()) == 1 and not name.isupper():
            continue  # an outlet or a place behind the name
        names.append(_title_case(name) if name.isupper() and len(name) > 4 else name)
    return tuple(names)


def _is_name(text: str) -> bool:
    """Tell whether each word could stand in a name: a capital, or one of the small words inside names."""
    if not _NAME.fullmatch(text) and not DESK.fullmatch(text):
        return False
    words = text.split()
    return (
        words[0][0].isupper()
        and words[-1][0].isupper()
        and all(
            word[0].isupper() or not word[0].isascii() or word.lower() in NAME_PARTICLES or word[0] == "&"
            for word in words
        )
        and fold(words[0]) not in NO_NAMES
    )


def _is_role(text: str) -> bool:
    words = [word.strip(".,'’s") for word in text.casefold().split()]
    return any(word in ROLE_WORDS for word in words)


def _is_outlet(text: str) -> bool:
    last = text.split()[-1].casefold()
    return last in OUTLET_WORDS or last.endswith((".com", ".org", ".net"))


def _is_name_with_role(text: str) -> bool:
    """Tell whether a line is `Name Surname, defence correspondent`."""
    name, comma, role = text.partition(",")
    return bool(comma) and 2 <= len(name.split()) <= 4 and _is_name(name) and _is_role(role) and len(role.split()) <= 6


def _title_case(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if len(m[0]) == 1 else m[0][0] + m[0][1:].lower(), name)


def _without_initials(text: str) -> str:
    return re.sub(r"\b(?:[A-Z]|Jr|Sr|Ph\.D|M\.D)\.$", "", text)


def _cut_away(text: str, names: tuple[str, ...]) -> str:
    """Return what a byline holds beside its names and openers, for the ledger."""
    for name in names:
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    text = re.sub(rf"^\s*(?:{_OPENERS})\b\s*:?", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:[\s,;|&/•·–—-]|\b(?:and|und|et)\b)+|(?:[\s,;|&/•·–—-]|\b(?:and|und|et)\b)+$", "", text)
    return text.strip()


def _next_block(draft: Draft, block: Block) -> Block | None:
    """Return the text on the next line, or on the one after a blank."""
    later = [other for other in draft.blocks if block.line < other.line <= block.line + 2]
    return later[0] if later and later[0].kind == "text" else None
