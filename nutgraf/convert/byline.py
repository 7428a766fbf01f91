"""Draft -> Draft: the lines that name who wrote the article."""

from __future__ import annotations

import re

from nutgraf.convert.draft import SET_ASIDE, Block, Draft
from nutgraf.convert.labels import Labels, labels_of
from nutgraf.convert.matching import fold, label_key
from nutgraf.convert.published import dates_of
from nutgraf.instants import find_instant
from nutgraf.models import Instant
from nutgraf.vocabulary.copy import (
    AGENCIES,
    BYLINE_LABELS,
    BYLINE_OPENERS,
    COVERAGE,
    DESK_ENDINGS,
    NAME_PARTICLES,
    NAMED_DESK_ENDINGS,
    NO_NAMES,
    OUTLET_WORDS,
    PICTURE_MAKERS,
    ROLE_WORDS,
    UNNAMED,
)

_OPENERS = "|".join(re.escape(word) for word in sorted(BYLINE_OPENERS, key=len, reverse=True))
# `Author` and the like open headlines too, and need their colon.
_BYLINE = re.compile(
    rf"(?:(?:{_OPENERS}|{'|'.join(BYLINE_LABELS)})\s*:\s*|(?:\w+ |\w+ (?:{COVERAGE}) )?by\s+)(?P<names>\S.*)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"By(?P<names>[A-ZÀ-ÖØ-Þ][a-zß-ÿ'’]+ [A-ZÀ-ÖØ-Þ].*)")

# Where a text is known to be a byline, these need no colon; `Von Miller` is a name all the same.
_KNOWN_BYLINE = re.compile(rf"(?:{_OPENERS})\s+(?P<names>\S+\s+\S.*)", re.IGNORECASE)

_NAME_WORD = r"(?:[^\W\d_][\w'’.-]*|&)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}")
_ENGLISH = labels_of("")
_CAPITAL = re.compile(r"(?:[a-z]{1,4}['’])?[^\W\d_a-zß-öø-ÿ]")  # also behind an article: d'Emilio
_TAIL = re.compile(r"\s+(?:in|for|at|from|with|of)\s+(?:the\s+)?[A-Z].*$|\s*[(<\[].*$|\s+@\w+.*$|\s*\S+@\S+.*$")

_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_EAST = "[\u3040-\u30ff\u3400-\u9fff々]"
_WORD = "[^\\W\\d_\u3040-\ud7a3][^\\s\\d!-&(-,/-@[-`{-~،؛؟।«»“”\u3040-\ud7a3]*"
_CASELESS_NAME = re.compile(
    rf"{_EAST}{{1,4}}[ \u3000]?{_EAST}{{1,4}}|[\u3400-\u9fff]+(?:[·・][\u3400-\u9fff]+){{1,3}}"
    rf"|[\uac00-\ud7a3]{{2,4}}|{_WORD}(?: {_WORD}){{0,4}}"
)
_DATED = re.compile(r"(?P<names>[^|·•—–]{5,80}?)(?:\s[—–]|\s?[|·•])\s*(?P<date>\S.*)")
_ROLE_LINE_WORDS = 5
_BYLINE_WORDS = 24
_BYLINE_LENGTH = 300  # characters
_DESK_WORDS = 5
_BARE_NAME_WORDS = 4


def read_byline(draft: Draft) -> Draft:
    """Read `By …` lines, a lone `By` with the name on the next line, a desk's name, and a name with its role.

    A date that stands behind the names is the article's.
    """
    taken = {placed.block.line for placed in draft.placed}
    for block in (*draft.header, *draft.footer):
        if block.kind != "text" or block.words > _BYLINE_WORDS or len(block.text) > _BYLINE_LENGTH:
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


def is_signature(text: str) -> bool:
    """Tell whether a line is `By …` with a name, and no more."""
    match = _BYLINE.fullmatch(text) if len(text) <= _BYLINE_LENGTH else None
    return match is not None and bool(split_names(match["names"])) and not text.endswith((".", "!", "?"))


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
        if block.kind != "text" or (block.group, block.line) not in beside or _is_outlet(block.text):
            continue
        if block.text.endswith(":"):
            continue
        names = split_names(block.text)
        if _are_full(names):
            return draft.place([block], "byline", "names beside the lines of the head", byline=names)
    return draft


def _told_again(draft: Draft, used: tuple[Block, ...], names: tuple[str, ...], reason: str) -> Draft:
    """Place a second byline: one that names somebody else straight below the first adds to it."""
    new = tuple(name for name in names if fold(name) not in {fold(known) for known in draft.found.byline})
    if not new or "byline" in draft.known:
        return draft.set_aside(used, "byline told again")
    if all(_is_role(name) for name in new):
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
    if names := _names_abroad(block.text, labels):
        return (block,), names
    text = block.text.removeprefix("^").removesuffix("=")  # the marks of a wire
    if unnamed := UNNAMED.fullmatch(text):
        return (block,), (unnamed["names"],)
    match = _BYLINE.fullmatch(text)
    if match and not re.search(r"[.!?]['\"”’]?$", _without_initials(text)):
        return (block,), split_names(match["names"])
    return _names_alone(draft, block) if _may_open(draft, block) else ((), ())


def _names_alone(draft: Draft, block: Block) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks and names of a byline without `By`: what stands beside the names tells it."""
    if (glued := _GLUED.fullmatch(block.text)) and _are_full(names := split_names(glued["names"])):
        return (block,), names
    if _is_desk(block.text, DESK_ENDINGS) or _is_name_with_role(block.text):
        return (block,), split_names(block.text) or (block.text,)
    if (dated := _DATED.fullmatch(block.text)) and dates_of(dated["date"], "published", draft.found.language):
        names = split_names(dated["names"])
        return ((block,), names) if _are_full(names) and not _is_place(draft, dated["names"]) else ((), ())
    below = next((b for b in draft.below(block)[:1] if (b.group, b.line) == (block.group, block.line + 1)), None)
    if below and _stands_below_a_name(below.text) and _are_full(names := split_names(block.text)):
        return (block, below), names
    return (), ()


def _stands_below_a_name(text: str) -> bool:
    """Tell whether a line says what somebody is, or where: `Environment correspondent`, `at Quarry Lane`."""
    words = text.split()
    is_role = words[-1].casefold() in ROLE_WORDS and len(words) <= _ROLE_LINE_WORDS
    return is_role or bool(re.fullmatch(r"(?:at|in) (?:the )?[A-Z]\S*(?: [A-Z]\S*){0,3}", text) and text[-1].isalpha())


def _is_place(draft: Draft, name: str) -> bool:
    """Tell whether the article speaks of being in `name`."""
    inside = re.compile(rf"\b(?:in|at|near|to|from) {re.escape(name)}\b")
    return any(inside.search(block.text) for block in draft.blocks)


def _are_full(names: tuple[str, ...]) -> bool:
    return bool(names) and all(2 <= len(name.split()) <= _BARE_NAME_WORDS for name in names)


def _may_open(draft: Draft, block: Block) -> bool:
    """Tell whether a line without `By` is no headline: it is not the first, or a label or date is below it."""
    if any(other.line < block.line for other in (*draft.blocks[:1], *(p.block for p in draft.placed))):
        return True
    below = next((b for b in draft.all_blocks if b.line == block.line + 1), None)
    return below is not None and (
        label_key(below.text) in draft.labels.bare | draft.labels.badges
        or bool(dates_of(below.text, "published", draft.found.language))
    )


def _names_abroad(text: str, labels: Labels) -> tuple[str, ...]:
    """Return the names in a byline of another language than English."""
    match = labels.byline.fullmatch(text)
    if match is None or text.endswith(("!", "?", "。", "？", "！", "؟")):
        return ()
    if fold(match["names"] or "") in labels.desks:
        return (match["names"],)
    if match["signed"]:
        return _caseless_names(match["signed"], labels, is_labelled=True)
    return split_names(match["names"], labels) or _caseless_names(
        match["names"], labels, is_labelled=bool(match["mark"])
    )


def _caseless_names(text: str, labels: Labels, *, is_labelled: bool) -> tuple[str, ...]:
    """Return the names in a script without capitals: each a few letters in the East, a few words elsewhere."""
    text = _TAIL.sub("", text).strip()
    parts = [part for part in labels.name_separator.split(text) if part]
    if _HAN.match(text):
        parts = [name for part in parts for name in (part.split() if not _KANA.search(text) else [part])]
    fewest = 1 if is_labelled or _EASTERN.match(text) else 2
    are_names = all(_CASELESS_NAME.fullmatch(part) and len(part.split()) >= fewest for part in parts)
    return tuple(parts) if parts and are_names and text[0] > "\u0530" else ()


def split_names(text: str, labels: Labels = _ENGLISH) -> tuple[str, ...]:
    """Return the names in the part of a byline after its `By`: roles, outlets, dates and addresses cut.

    () when the first part cannot be a name, as in `By Tuesday evening the water`.
    """
    hit = find_instant(text)
    if hit is not None:
        text = text[: hit[1]].rstrip(" ,|-–—•·(")
    if _is_desk(text, NAMED_DESK_ENDINGS):
        return (text,)
    names: list[str] = []
    for part in labels.name_separator.split(text):
        name = _TAIL.sub("", part.strip()).strip(" .,:")
        if not name or PICTURE_MAKERS.match(name) or _is_role(name) or (names and _is_outlet(name)):
            continue
        name = _without_role(name)
        if not _is_name(name):
            break
        if len(name.split()) == 1 and name.casefold() not in AGENCIES:
            if names:
                continue  # an outlet or a place behind the name
            break
        names.append(_title_case(name) if name.isupper() and len(name) > 4 else name)
    return tuple(names)


def names_in(text: str, labels: Labels) -> tuple[tuple[str, ...], str]:
    """Return who is named in a text that is known to be a byline, and what it says beside that.

    A text that is no name of a person, as an agency's initials, is taken whole.
    """
    match = _BYLINE.fullmatch(text) or _KNOWN_BYLINE.fullmatch(text)
    rest = match["names"] if match else text
    names = _names_abroad(text, labels) or split_names(rest, labels) or _caseless_names(rest, labels, is_labelled=True)
    names = names or tuple(filter(None, (rest.strip(" .,:"),)))
    return names, cut_away(text, names)


def _without_role(name: str) -> str:
    """Return a name without the role before it: `Health Correspondent Farah Nazari`."""
    words = name.split()
    behind = max((at for at, word in enumerate(words, 1) if word.casefold() in ROLE_WORDS), default=0)
    return " ".join(words[behind:]) if len(words) - behind > 1 else name


def _is_desk(text: str, endings: frozenset[str]) -> bool:
    """Tell whether a line names a desk or an agency and no person: `Trim Correspondents`, `The Elswick Desk`."""
    words = text.split()
    if "," in text or not 2 <= len(words) <= _DESK_WORDS or words[-1].casefold() not in endings:
        return False
    return all(word[0].isupper() or word in NAME_PARTICLES for word in words)


def _is_name(text: str) -> bool:
    """Tell whether each word could stand in a name: a capital, or one of the small words inside names."""
    if not _NAME.fullmatch(text):
        return False
    words = text.split()
    return (
        words[0][0].isupper()
        and bool(_CAPITAL.match(words[-1]))
        and all(
            _CAPITAL.match(word) or not word[0].isascii() or word.lower() in NAME_PARTICLES or word[0] == "&"
            for word in words
        )
        and fold(words[0]) not in NO_NAMES
    )


def _is_role(text: str) -> bool:
    words = [word.strip(".,'’") for word in text.casefold().split()]
    return words[-1] in ROLE_WORDS or words[0] in ("chief", "senior", "staff", "special")


def _is_outlet(text: str) -> bool:
    last = re.split(r"[\s-]", text)[-1].casefold()
    return last in OUTLET_WORDS or text.startswith("The ") or last.endswith((".com", ".org", ".net"))


def _is_name_with_role(text: str) -> bool:
    """Tell whether a line is `Name Surname, defence correspondent`."""
    name, comma, role = text.partition(",")
    return bool(comma) and 2 <= len(name.split()) <= 4 and _is_name(name) and _is_role(role) and len(role.split()) <= 6


def _title_case(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if len(m[0]) == 1 else m[0][0] + m[0][1:].lower(), name)


def _without_initials(text: str) -> str:
    return re.sub(r"\b(?:[A-Z]|Jr|Sr|Ph\.D|M\.D)\.$", "", text)


def cut_away(text: str, names: tuple[str, ...]) -> str:
    """Return what a byline holds beside its names and openers, for the ledger."""
    for name in names:
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    text = re.sub(rf"^\s*(?:{_OPENERS})\b\s*:?", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:[\s,;|&/•·–—-]|\b(?:and|und|et)\b)+|(?:[\s,;|&/•·–—-]|\b(?:and|und|et)\b)+$", "", text)
    return text.strip()


def _next_block(draft: Draft, block: Block) -> Block | None:
    """Return the text on the next line, or on the one after a blank."""
    later = next(iter(draft.below(block)), None)
    return later if later and later.line <= block.line + 2 and later.kind == "text" else None
