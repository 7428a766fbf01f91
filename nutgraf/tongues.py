"""A text in, the language that it is written in out, or nothing where its script and its small words do not say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from nutgraf.vocabulary.tongues import (
    ALPHABETS,
    ALPHABETS_OF_SCRIPT,
    LANGUAGE_OF_SCRIPT,
    SCRIPTS,
    SMALL_WORDS,
    WORDS_OF_SCRIPT,
)

_SAMPLE: Final = 1_500
"""Characters looked at: more tell no more."""

_WORD: Final = re.compile(r"[^\s\d!-/:-@\[-`{-¿،؛؟۔।॥‘-‟…‹›、。「」（）：，！？]+")
_ONE: Final = re.compile("|".join(f"(?P<{name}>[{letters}])" for name, letters in SCRIPTS.items()))
_BEYOND_LATIN: Final = re.compile("[\u0370-\u1dff\u2c80-\ud7ff\uf900-\ufaff]")
_STARTS: Final = {name: re.compile(f"[{letters}]") for name, letters in SCRIPTS.items()}
_LATIN: Final = _STARTS["latin"]

_FEWEST_WORDS: Final = 5
_FEWEST_HITS: Final = 3
_LEAST_SHARE: Final = 0.06
"""Of all words, for the small words of a language; in running text they are two to four in ten."""
_LEAD: Final = 1.5
"""How many times more often the words of one language alone must be met than those of the other alone."""
_RIVALS: Final = 4
_KANA_SHARE: Final = 0.05


def _languages_by_word(tables: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the languages that use each small word."""
    found: dict[str, set[str]] = {}
    for language, words in tables.items():
        for word in words.split():
            found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


_BY_WORD: Final = {"latin": _languages_by_word(SMALL_WORDS)} | {
    script: _languages_by_word(tables) for script, tables in WORDS_OF_SCRIPT.items()
}


def find_language(text: str) -> str:
    """Return the language of `text` as a tag such as `de`; '' when it is too short, or not told beyond doubt."""
    sample = text[:_SAMPLE].lower()
    script = script_of(sample)
    if script in ("han", "kana"):
        return "ja" if _share("kana", sample) >= _KANA_SHARE else "zh"
    if script in LANGUAGE_OF_SCRIPT:
        return LANGUAGE_OF_SCRIPT[script]
    if script not in _BY_WORD:
        return ""
    alphabets = ALPHABETS if script == "latin" else ALPHABETS_OF_SCRIPT.get(script, {})
    words = _WORD.findall(sample)
    if not sample.isascii():
        words = [word for word in words if _STARTS[script].match(word)]
    return _by_words(words, _BY_WORD[script], alphabets)


def script_of(text: str) -> str:
    """Return the script of most letters of `text`; han and kana count together, as the one that has more."""
    if text.isascii() or len(_BEYOND_LATIN.findall(text)) * 4 < len(text):
        return "latin" if _LATIN.search(text) else ""
    counts = Counter(match.lastgroup or "" for match in _ONE.finditer(text))
    east = counts["han"] + counts["kana"]
    name, most = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    return max(("han", "kana"), key=counts.__getitem__) if east > most else name


def _share(script: str, text: str) -> float:
    counts = Counter(match.lastgroup for match in _ONE.finditer(text))
    return counts[script] / max(counts.total(), 1)


def _by_words(words: Sequence[str], table: Mapping[str, frozenset[str]], alphabets: Mapping[str, str]) -> str:
    """Return the language that most of the small words among `words` are of.

    Between two that are near, the words that only one of them has decide, and the letters that one does not know.
    """
    met = [(table[word], count) for word, count in Counter(words).items() if word in table]
    hits = Counter[str]()
    for languages, count in met:
        for language in languages:
            hits[language] += count
    if len(words) < _FEWEST_WORDS or not hits:
        return ""
    strange = _strange_letters(words, [language for language, _ in hits.most_common(_RIVALS)], alphabets)
    (best, _), *rivals = sorted(hits.items(), key=lambda pair: (strange.get(pair[0], 0) - pair[1], pair[0]))[:_RIVALS]
    if hits[best] - strange.get(best, 0) < max(_FEWEST_HITS, _LEAST_SHARE * len(words)):
        return ""
    for rival, _ in rivals:
        own = sum(count for languages, count in met if best in languages and rival not in languages)
        others = sum(count for languages, count in met if rival in languages and best not in languages)
        if own + strange.get(rival, 0) < max(2, _LEAD * (others + strange.get(best, 0))):
            return ""
    return best


def _strange_letters(words: Sequence[str], languages: Iterable[str], alphabets: Mapping[str, str]) -> dict[str, int]:
    """Count for each language the letters of `words` that are not in its alphabet."""
    marked = Counter(letter for word in words if not word.isascii() for letter in word if not letter.isascii())
    return {
        language: sum(n for letter, n in marked.items() if letter not in alphabets[language])
        for language in languages
        if language in alphabets
    }
