"""The words of a claim that are names, and whether a text knows them: as such, by initials, by a people's adjective."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import pairwise
from typing import Final

from nutgraf.evidence.claims.text import STOPS, Text
from nutgraf.vocabulary.claims import ABBREVIATED, ACTS, COMMON_ENDINGS, SMALL_IN_TITLES
from nutgraf.vocabulary.names import NO_NAMES, TITLES
from nutgraf.vocabulary.sentences import STARTERS
from nutgraf.vocabulary.words import COUNTRIES


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a claim that is a name."""

    at: int
    """Its token."""
    opens: bool = False
    """Whether any word would have a capital there."""
    speaks: bool = False
    """Whether it stands in front of a colon, and may be the author's."""


_NO_NAMES: Final = NO_NAMES | TITLES | {word.lower() for word in STARTERS}
_OPENERS: Final = STOPS | frozenset(':;"')
_SHOUTED: Final = 0.75
_TITLE_CASE: Final = 0.9
_FEW: Final = 4
_ENDINGS: Final = (
    "ians",
    "ian",
    "ans",
    "an",
    "eses",
    "ese",
    "is",
    "i",
    "ish",
    "ic",
    "ns",
    "n",
    "ers",
    "er",
    "ites",
    "ite",
    "s",
    "es",
    "e",
    "a",
    "",
)
"""Of the people of a place, and plurals."""
_ROOT: Final = 4
_ALIKE: Final = 0.75
_SPEAKER: Final = 9
"""Tokens in which a speaker and the colon behind stand."""


def read_names(text: Text) -> list[Name]:
    """Return the names of a claim; each is a word, as surnames stand alone.

    In a headline of capitals only initials are.
    """
    tokens, low = text.tokens, text.low
    capitals = [i for i, token in enumerate(tokens) if token[0].isupper()]
    is_title = len(capitals) >= _FEW and _is_title_case(tokens)
    if is_title and _is_shouted(tokens):
        return []
    found = []
    speaker = _speaker_end(tokens)
    for index in capitals:
        token = tokens[index]
        if len(token) < 2 or _key(low[index]) in _NO_NAMES:
            continue
        if is_initials(token):
            found.append(Name(index, speaks=index < speaker))
        elif not is_title:
            opens = _opens(tokens, index)
            if not opens or _is_name(tokens, low, index):
                found.append(Name(index, opens and not low[index].endswith("'s"), index < speaker))
    return found


def _speaker_end(tokens: Sequence[str]) -> int:
    """Return the token behind the colon of "Ilse Roemer: …"; 0 when the claim does not begin so."""
    colon = tokens.index(":", 0, _SPEAKER) if ":" in tokens[:_SPEAKER] else 0
    named = all(not token[0].islower() or token in _INSIDE for token in tokens[:colon])
    return colon + 1 if colon and named else 0


def _key(word: str) -> str:
    return word.replace(".", "").removesuffix("'s")


def is_initials(token: str) -> bool:
    """Tell whether a word is made of capitals: UN, U.N., EU's."""
    bare = token.replace(".", "").removesuffix("'s").removesuffix("s")
    return len(bare) > 1 and bare.isupper() and bare.isalpha()


def _opens(tokens: Sequence[str], index: int) -> bool:
    """Tell whether a word stands where any word has a capital."""
    return (
        index == 0
        or tokens[index - 1] in _OPENERS
        or (tokens[index - 1] == "'" and (index < 2 or tokens[index - 2] in STOPS))
    )


def _is_name(tokens: Sequence[str], low: Sequence[str], index: int) -> bool:
    """Tell whether an opening word is plainly a name: a possessive, before another name, or one who does something."""
    word, following = low[index], low[index + 1] if index + 1 < len(low) else ""
    if word.endswith("'s") or not following:
        return bool(following)
    if tokens[index + 1][0].isupper():
        return _key(following) not in _NO_NAMES and not is_initials(tokens[index + 1])
    return following in ACTS and not word.endswith(COMMON_ENDINGS)


def _is_shouted(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalpha()]
    return sum(word.isupper() for word in words) > _SHOUTED * len(words)


def _is_title_case(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalpha() and token.lower() not in SMALL_IN_TITLES]
    return sum([word[0].isupper() for word in words]) > _TITLE_CASE * len(words)


class Names:
    """The names of a body."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def knows(self, token: str) -> bool:
        """Tell whether the body has a name, in any of its forms."""
        bare = token.replace(".", "").removesuffix("'s") if "." in token or "'" in token else token
        words = self._text.words
        if is_initials(bare):
            return (
                bare in self._text.cased
                or bare.rstrip("s") in self._text.cased
                or self._spells_out(bare.rstrip("s"))
                or (len(bare) > 3 and bare.lower() in words)
            )
        low = bare.lower()
        return (
            low in words
            or _has_plural(low, words)
            or self._has_people(low)
            or self._has_short(low)
            or self._begins(low)
        )

    def has_initials(self, text: Text, at: int) -> bool:
        """Tell whether the body has the initials of the run of names in a claim about the token `at`."""
        first, last = at, at + 1
        while first and _runs_on(text.tokens[first - 1]):
            first -= 1
        while last < len(text.tokens) and _runs_on(text.tokens[last]):
            last += 1
        while first < at and text.low[first] in _NO_NAMES:
            first += 1
        words = text.tokens[first:last]
        runs = ("".join(word[0] for word in words if word[0].isupper()), "".join(word[0].upper() for word in words))
        return any(len(run) > 1 and run in self._text.cased for run in runs)

    def nearest(self, name: str) -> str:
        """Return the name of the body that is written nearly like `name`; '' when there is none."""
        capitals = sorted(word for word in self._text.cased if word[0].isupper())
        return next(iter(get_close_matches(name, capitals, n=1, cutoff=_ALIKE)), "")

    def called(self, first: str, last: str) -> str:
        """Return what the body calls whom a claim calls `first` `last`: another first name; '' when they go together.

        The body knows both words, and has the second behind one other name only.
        """
        last = last.removesuffix("'s")
        befores = self._befores.get(last, set())
        if first in befores or len(befores) != 1 or last.lower() in self._text.tokens or not _may_be_first(first):
            return ""
        (name,) = befores
        return f"{name} {last}" if _may_be_first(name) else ""

    @cached_property
    def _befores(self) -> dict[str, set[str]]:
        """The capitalised words in front of each name."""
        found: dict[str, set[str]] = {}
        for before, token in pairwise(self._text.tokens):
            if token[0].isupper() and before[0].isupper():
                found.setdefault(token.removesuffix("'s"), set()).add(before)
        return found

    def _has_people(self, low: str) -> bool:
        """Tell whether the body has a name of the same country or its people."""
        country = COUNTRIES.get(low, low)
        if country in self._countries:
            return True
        if len(low) < _ROOT:
            return False
        stems = {low[: len(low) - len(end)] for end in _ENDINGS if low.endswith(end) and len(low) - len(end) >= _ROOT}
        return any(f"{stem}{end}" in self._capitals for stem in stems for end in _ENDINGS)

    @cached_property
    def _countries(self) -> frozenset[str]:
        words = {word.lower() for word in self._text.cased if word[0].isupper()}
        named = {COUNTRIES[word] for word in words & COUNTRIES.keys() if word != "us"}
        named |= {COUNTRIES[short.lower()] for short in ("US", "UK", "USA") if short in self._text.cased}
        return frozenset(named | words)

    @cached_property
    def _capitals(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self._text.cased if word[0].isupper())

    def _begins(self, low: str) -> bool:
        """Tell whether the word is the beginning of a name: Juve of Juventus."""
        return len(low) >= _ROOT and any(name.startswith(low) for name in self._capitals)

    def _has_short(self, low: str) -> bool:
        """Tell whether the body has the initials of the name that the word is part of."""
        return any(
            short in self._text.cased and (low in long or low == "united") for short, long in ABBREVIATED.items()
        )

    def _spells_out(self, initials: str) -> bool:
        """Tell whether the body has a run of names that begin with these letters."""
        if ABBREVIATED.get(initials, frozenset()) & self._text.words:
            return True
        return any(initials in run for run in self._runs)

    @cached_property
    def _runs(self) -> tuple[str, ...]:
        """The initials of each run of capitalised words, without and with the small words inside."""
        return tuple(_runs_of(self._text.tokens))


def _runs_of(tokens: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        if not tokens[at][0].isupper():
            at += 1
            continue
        words, end = [tokens[at]], at + 1
        while end < len(tokens) and (tokens[end][0].isupper() or tokens[end] in _INSIDE):
            words.append(tokens[end])
            end += 1
        if len(words) > 1:
            yield "".join(word[0] for word in words if word[0].isupper())
            yield "".join(word[0].upper() for word in words if word[0].isalpha())
        at = end


_INSIDE: Final = frozenset({"of", "the", "and", "for", "on", "in", "-", "&", "to"})


def _runs_on(token: str) -> bool:
    return token[0].isupper() or token in _INSIDE


def _may_be_first(name: str) -> bool:
    """Tell whether a word may be a first name: no title, people, initials or possessive."""
    low = name.lower()
    return name.isalpha() and not is_initials(name) and low not in _NO_NAMES and low not in COUNTRIES


def _has_plural(low: str, words: set[str]) -> bool:
    return (
        f"{low}s" in words
        or f"{low}es" in words
        or (low.endswith("s") and (low[:-1] in words or low.removesuffix("es") in words))
        or (low.endswith("ies") and f"{low[:-3]}y" in words)
    )
