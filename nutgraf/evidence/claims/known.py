"""A body and a name in, whether the body knows it out: as such, by initials, by a people's adjective, cut short."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from nutgraf.evidence.claims.names import INSIDE, NO_NAME_WORDS, bare_key, is_initials
from nutgraf.evidence.claims.text import Text
from nutgraf.evidence.stems import stem
from nutgraf.vocabulary.claim_names import ABBREVIATED, ALIASES, CONTINENT_WORDS, CONTINENTS
from nutgraf.vocabulary.claims import ROMAN
from nutgraf.vocabulary.numbers import ORDINALS, UNITS
from nutgraf.vocabulary.words import COUNTRIES

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
_ORDINAL_OF: Final = {
    roman: frozenset(word for table in (UNITS, ORDINALS) for word, other in table.items() if other == value)
    for roman, value in ROMAN.items()
}
"""The words for the Roman numbers."""
_ROOT: Final = 4
_SHORT_FORMS: Final = (3, 4)
_ALIKE: Final = 0.75


class Names:
    """The names of a body."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def knows(self, token: str) -> bool:
        """Tell whether the body has a name, in any of its forms."""
        bare = bare_key(token) if "." in token or "'" in token else token
        words = self._text.words
        if is_initials(bare):
            return (
                bare in self._text.cased
                or bare.rstrip("s") in self._text.cased
                or self._spells_out(bare.rstrip("s"))
                or (len(bare) > 3 and bare.lower() in self._text.bare)
                or not _ORDINAL_OF.get(bare, frozenset()).isdisjoint(words)
            )
        low = bare.lower()
        return (
            low in words
            or low in self._text.bare
            or _has_plural(low, self._text.bare)
            or self._has_people(low)
            or self._has_short(low)
            or self._begins(low)
            or self._is_short_for(low)
            or ALIASES.get(low) in self._aliases
            or not CONTINENTS.get(CONTINENT_WORDS.get(low, ""), frozenset()).isdisjoint(self._countries)
        )

    def has_kin(self, token: str) -> bool:
        """Tell whether the body has a word of the same stem in small letters, so that `token` may be no name."""
        root = stem(bare_key(token.lower()))
        return len(root) >= _ROOT and _has_beginning(self._small, root)

    def has_initials(self, text: Text, at: int) -> bool:
        """Tell whether the body has the initials of the run of names in a claim about the token `at`."""
        first, last = at, at + 1
        while first and _runs_on(text.tokens[first - 1]):
            first -= 1
        while last < len(text.tokens) and _runs_on(text.tokens[last]):
            last += 1
        while first < at and text.low[first] in NO_NAME_WORDS:
            first += 1
        words = text.tokens[first:last]
        runs = ("".join(word[0] for word in words if word[0].isupper()), "".join(word[0].upper() for word in words))
        return any(len(run) > 1 and run in self._text.cased for run in runs)

    def nearest(self, name: str) -> str:
        """Return the name of the body that is written nearly like `name`; '' when there is none."""
        alike = sorted(word for word in self._capitalised if word[0] == name[0])
        return next(iter(get_close_matches(name, alike, n=1, cutoff=_ALIKE)), "")

    @cached_property
    def _capitalised(self) -> set[str]:
        """Its names as they are written, those with a possessive or stops also without."""
        return {word for word in self._text.cased if word[0].isupper()}

    @cached_property
    def _small(self) -> list[str]:
        """Its words in small letters, in the order of the alphabet."""
        return sorted(word for word in self._text.cased if word[0].islower())

    def called(self, first: str, last: str) -> str:
        """Return what the body calls whom a claim calls `first` `last`: another first name; '' when they go together.

        The body knows both words, and has the second behind one other name only.
        """
        last = last.removesuffix("'s")
        befores = {self._text.tokens[at - 1] for at in self._places(last) if self._is_capital(at - 1)}
        if first in befores or len(befores) != 1 or last.lower() in self._text.tokens or not _may_be_first(first):
            return ""
        if any(not self._is_capital(at - 1) and not self._is_capital(at + 1) for at in self._places(first)):
            return ""  # it stands alone there, and may be a part of any name
        (name,) = befores
        return f"{name} {last}" if _may_be_first(name) else ""

    def _places(self, name: str) -> list[int]:
        """Return the tokens that are a name, with or without the ending of a possessive."""
        tokens, found = self._text.tokens, []
        for word in (name, f"{name}'s"):
            at = -1
            while (at := _index(tokens, word, at + 1)) >= 0:
                found.append(at)
        return found

    def _is_capital(self, at: int) -> bool:
        return 0 <= at < len(self._text.tokens) and self._text.tokens[at][0].isupper()

    def _has_people(self, low: str) -> bool:
        """Tell whether the body has a name of the same country or its people."""
        country = COUNTRIES.get(low, low)
        if country in self._countries:
            return True
        if len(low) < _ROOT:
            return False
        roots = {low[: len(low) - len(end)] for end in _ENDINGS if low.endswith(end) and len(low) - len(end) >= _ROOT}
        return any(f"{root}{end}" in self._lowered for root in roots for end in _ENDINGS)

    @cached_property
    def _countries(self) -> frozenset[str]:
        words = self._lowered
        named = {COUNTRIES[word] for word in words & COUNTRIES.keys() if word != "us"}
        named |= {COUNTRIES[short.lower()] for short in ("US", "UK", "USA") if short in self._text.cased}
        return frozenset(named | words)

    @cached_property
    def _lowered(self) -> set[str]:
        return set(map(str.lower, self._capitalised))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._lowered)

    def _begins(self, low: str) -> bool:
        """Tell whether the word is the beginning of a name: Juve of Juventus."""
        return len(low) >= _ROOT and _has_beginning(self._sorted, low)

    def _is_short_for(self, low: str) -> bool:
        """Tell whether the body has a name of which three or four letters are the short form: Utd, Man."""
        return len(low) in _SHORT_FORMS and any(
            name.startswith(low[0]) and len(name) > len(low) + 1 and _is_cut(low, name) for name in self._lowered
        )

    @cached_property
    def _aliases(self) -> frozenset[str | None]:
        return frozenset(ALIASES[word] for word in self._text.bare & ALIASES.keys())

    def _has_short(self, low: str) -> bool:
        """Tell whether the body has the initials of the name that the word is part of."""
        return any(
            short in self._text.cased and (low in long or low == "united") for short, long in ABBREVIATED.items()
        )

    def _spells_out(self, initials: str) -> bool:
        """Tell whether the body has a run of names that begin with these letters."""
        if ABBREVIATED.get(initials, frozenset()) & self._text.bare:
            return True
        return any(initials in run for run in self._runs)

    @cached_property
    def _runs(self) -> tuple[str, ...]:
        """The initials of each run of capitalised words, without and with the small words inside."""
        return tuple(_runs_of(self._text.tokens, self._text.capitals))


def _index(tokens: Sequence[str], word: str, start: int) -> int:
    """Return where `word` is next; -1 when it is nowhere."""
    try:
        return tokens.index(word, start)
    except ValueError:
        return -1


def _has_beginning(words: Sequence[str], beginning: str) -> bool:
    """Tell whether any of `words`, in the order of the alphabet, begins so."""
    place = bisect_left(words, beginning)
    return place < len(words) and words[place].startswith(beginning)


def _runs_of(tokens: Sequence[str], capitals: Sequence[int]) -> Iterator[str]:
    behind = 0
    for at in capitals:
        if at < behind:
            continue
        words, end = [tokens[at]], at + 1
        while end < len(tokens) and (tokens[end][0].isupper() or tokens[end] in INSIDE):
            words.append(tokens[end])
            end += 1
        if len(words) > 1:
            yield "".join(word[0] for word in words if word[0].isupper())
            yield "".join(word[0].upper() for word in words if word[0].isalpha())
        behind = end


def _runs_on(token: str) -> bool:
    return token[0].isupper() or token in INSIDE


def _may_be_first(name: str) -> bool:
    """Tell whether a word may be a first name: no title, people, initials or possessive."""
    low = name.lower()
    return name.isalpha() and not is_initials(name) and low not in NO_NAME_WORDS and low not in COUNTRIES


def _is_cut(short: str, name: str) -> bool:
    """Tell whether `short` is the beginning of `name`, or its letters in order to the last."""
    left = iter(name)
    return name.startswith(short) or (name[-1] == short[-1] and all(letter in left for letter in short))


def _has_plural(low: str, words: set[str]) -> bool:
    return (
        f"{low}s" in words
        or f"{low}es" in words
        or (low.endswith("s") and (low[:-1] in words or low.removesuffix("es") in words))
        or (low.endswith("ies") and f"{low[:-3]}y" in words)
    )
