"""An article in, the proper names it is about out, in its own spelling; capitals tell a name, so English copy only.

A name is a run of words in capitals inside a sentence. The first word of a sentence has its capital anyway: it counts
only where the text has it inside one, too, and not in small letters. A surname counts for the full name, initials for
the name they were set behind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from nutgraf.datelines import split_dateline
from nutgraf.sentences import split_sentences
from nutgraf.vocabulary.names import DEMONYMS, INNER, NO_NAMES, TITLES
from nutgraf.vocabulary.sentences import STARTERS

_CAPITAL: Final = r"(?:[A-ZÀ-ÖØ-Þ][^\W_]*(?:[.’'-][^\W_]+)*\.?)"
_RUN: Final = re.compile(rf"{_CAPITAL}(?:[ \u00a0](?:(?:{'|'.join(INNER)})[ \u00a0])?{_CAPITAL})*")
_SMALL: Final = re.compile(r"(?<![^\W_])[a-zà-öø-ÿ][^\W_]*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_OF_SOME: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+[^\W\d_s]s of ")
"""A plural that may have its capital because the sentence begins with it; what it is of may be the name."""
_BESIDE_QUOTE: Final = re.compile(r"(?:^|[.!?:]\s*)[\"“‘'«(\[]*$|[“\"]$")

_MOST_WORDS: Final = 6
_MENTIONS: Final = 2
_IN_HEADLINE: Final = 3
"""What a place in the headline counts for, in mentions."""
_BEFORE: Final = TITLES | {word.casefold() for word in STARTERS}
"""What no name begins with."""
_NOTHING: Final = NO_NAMES | TITLES | set(DEMONYMS)


def find_topics(paragraphs: Sequence[str], headline: str = "", most: int = 6) -> tuple[str, ...]:
    """Return at most `most` names, the weightiest first: those told more than once, or in the headline too."""
    small = {word for paragraph in paragraphs for word in _SMALL.findall(paragraph)}
    found = [pair for paragraph in paragraphs for pair in _names(paragraph, small)]
    inside = {name for name, opens in found if not opens or " " in name}
    told = [name for name, _ in found if name in inside]
    counts = _joined(Counter(told))
    leads = {name: _holds(headline, name) * _IN_HEADLINE for name in counts}
    kept = [name for name in counts if counts[name] >= _MENTIONS or (leads[name] and " " in name)]
    ranked = sorted(kept, key=lambda name: (-counts[name] - leads[name], told.index(name)))
    return tuple(ranked[:most])


def _names(paragraph: str, small: set[str]) -> Iterator[tuple[str, bool]]:
    """Yield each name of a paragraph as often as it is told, and whether it opens a sentence or a quotation."""
    _, dateline = split_dateline(paragraph)
    for start, end in split_sentences(paragraph):
        sentence = paragraph[start:end]
        for match in _RUN.finditer(sentence):
            opens = _BESIDE_QUOTE.search(sentence, 0, match.start()) is not None or start + match.start() == dateline
            words = match[0].split()
            lead = _lead(words, small, opens)
            name = _trimmed(words[lead:], small)
            if opens and not lead and _OF_SOME.match(match[0]):  # "Doctors of the University of Ven"
                name = _trimmed(words[words.index("of") + 1 :], small).removeprefix("the ")
                name = name if " " in name else ""
            if name:
                yield name, opens and not lead


def _lead(words: Sequence[str], small: set[str], opens: bool) -> int:
    """Count the words of a run before the name: titles, small words, and one that only opens the sentence."""
    for index, word in enumerate(words):
        is_opener = opens and index == 0 and _key(word) in small
        if not (is_opener or word in INNER or _key(word) in _BEFORE):
            return index
    return len(words)


def _trimmed(words: list[str], small: set[str]) -> str:
    """Return a run of words as a name, without what follows one; '' when it is none."""
    words = [*words[:-1], _POSSESSIVE.sub("", words[-1])] if words else []
    while words and _key(words[-1]) in _NOTHING | set(INNER):
        words = words[:-1]
    if not words or len(words) > _MOST_WORDS or all(_key(word) in _NOTHING for word in words):
        return ""
    name = " ".join(words)
    is_word = len(words) == 1 and (len(name) < 2 or _key(name) in small)
    return "" if is_word else name if len(name.rstrip(".")) < 4 or "." in name[:-1] else name.rstrip(".")


def _key(word: str) -> str:
    return _POSSESSIVE.sub("", word.rstrip(".")).casefold()


def _joined(counts: Counter[str]) -> Counter[str]:
    """Count a surname, and initials, for the one full name that they stand for."""
    joined = Counter[str]()
    for name, count in counts.items():
        full = [other for other in counts if " " in other and other != name and _stands_for(name, other)]
        joined[full[0] if len(full) == 1 else name] += count
    return joined


def _stands_for(name: str, full: str) -> bool:
    if " " in name:
        return full.endswith(f" {name}")
    words = full.split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    return words[-1] == name or (len(initials) > 1 and name.replace(".", "") == initials)


def _holds(headline: str, name: str) -> bool:
    """Tell whether a headline has a name, or its last word, which is a person's surname."""
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", headline) for part in (name, name.split()[-1]))
