"""Text of a byline in, the names of people and desks in it out, and whether a text can be one."""

from __future__ import annotations

import re

from nutgraf.convert.labels import Labels, labels_of
from nutgraf.convert.matching import fold
from nutgraf.instants import find_instant
from nutgraf.vocabulary.copy import (
    AGENCIES,
    AND_PICTURES,
    BYLINE_LABELS,
    BYLINE_OPENERS,
    COVERAGE,
    DESK_PAIRS,
    NAME_PARTICLES,
    NAMED_DESK_ENDINGS,
    NO_NAMES,
    OUTLET_WORDS,
    PICTURE_MAKERS,
    ROLE_WORDS,
)

_OPENERS = "|".join(re.escape(word) for word in sorted(BYLINE_OPENERS, key=len, reverse=True))
# `Author` and the like open headlines too, and need their colon.
BYLINE = re.compile(
    rf"(?:(?:{_OPENERS}|{'|'.join(BYLINE_LABELS)})\s*:\s*"
    rf"|(?:\w+ |\w+ (?:{COVERAGE}) |{AND_PICTURES} )?by\s+)(?P<names>\S.*)",
    re.IGNORECASE,
)

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
_GROUPS = frozenset({"team", "staff"})  # before a name they are a part of it: `Team Elswick Sport`
MOST_LENGTH = 300  # characters
_DESK_WORDS = 5
_FULL_NAME_WORDS = 4


def is_signature(text: str) -> bool:
    """Tell whether a line is `By …` with a name, and no more."""
    match = BYLINE.fullmatch(text) if len(text) <= MOST_LENGTH else None
    return match is not None and bool(split_names(match["names"])) and not text.endswith((".", "!", "?"))


def names_abroad(text: str, labels: Labels) -> tuple[str, ...]:
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
        text = text[: hit[1]].rstrip(" ,|-–—•·(").removesuffix(" on")
    if is_desk(text, NAMED_DESK_ENDINGS):
        return (text,)
    names: list[str] = []
    for part in labels.name_separator.split(text):
        name = _TAIL.sub("", part.strip()).strip(" .,:")
        if not name or PICTURE_MAKERS.match(name) or is_role(name) or (names and is_outlet(name)):
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
    match = BYLINE.fullmatch(text) or _KNOWN_BYLINE.fullmatch(text)
    rest = match["names"] if match else text
    names = names_abroad(text, labels) or split_names(rest, labels) or _caseless_names(rest, labels, is_labelled=True)
    names = names or tuple(filter(None, (rest.strip(" .,:"),)))
    return names, cut_away(text, names)


def are_full(names: tuple[str, ...]) -> bool:
    """Tell whether there are names, each with a surname."""
    return bool(names) and all(2 <= len(name.split()) <= _FULL_NAME_WORDS for name in names)


def _without_role(name: str) -> str:
    """Return a name without the role before it: `Health Correspondent Farah Nazari`."""
    words = name.split()
    behind = max((at for at, word in enumerate(words, 1) if word.casefold() in ROLE_WORDS - _GROUPS), default=0)
    return " ".join(words[behind:]) if len(words) - behind > 1 else name


def is_desk(text: str, endings: frozenset[str]) -> bool:
    """Tell whether a line names a desk or an agency and no person: `Trim Correspondents`, `The Elswick Desk`."""
    words = text.split()
    if "," in text or not 2 <= len(words) <= _DESK_WORDS:
        return False
    if words[-1].casefold() not in endings and " ".join(words[-2:]).casefold() not in DESK_PAIRS:
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


def is_role(text: str) -> bool:
    """Tell whether a text says what somebody is: `Senior Reporter`."""
    words = [word.strip(".,'’") for word in text.casefold().split()]
    return words[-1] in ROLE_WORDS or words[0] in ("chief", "senior", "staff", "special")


def is_outlet(text: str) -> bool:
    """Tell whether a text is the name of a paper or station."""
    last = re.split(r"[\s-]", text)[-1].casefold()
    return last in OUTLET_WORDS or text.startswith("The ") or last.endswith((".com", ".org", ".net"))


def is_name_with_role(text: str) -> bool:
    """Tell whether a line is `Name Surname, defence correspondent`."""
    name, comma, role = text.partition(",")
    return bool(comma) and 2 <= len(name.split()) <= 4 and _is_name(name) and is_role(role) and len(role.split()) <= 6


def _title_case(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if len(m[0]) == 1 else m[0][0] + m[0][1:].lower(), name)


def without_initials(text: str) -> str:
    """Return `text` without an abbreviation at its end, whose stop ends no sentence."""
    return re.sub(r"\b(?:[A-Z]|Jr|Sr|Ph\.D|M\.D)\.$", "", text)


def cut_away(text: str, names: tuple[str, ...]) -> str:
    """Return what a byline holds beside its names and openers, for the ledger."""
    for name in names:
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    text = re.sub(rf"^\s*(?:{_OPENERS})\b\s*:?", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:[\s,;|&/•·–—-]|\b(?:and|und|et)\b)+|(?:[\s,;|&/•·–—-]|\b(?:and|und|et)\b)+$", "", text)
    return text.strip()
