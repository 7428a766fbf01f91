"""Bytes that are no UTF-8 in, the encoding that they are most likely in out, and whether that is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nutgraf.tongues import find_language, script_of
from nutgraf.vocabulary.encodings import GONE, JOINING, LATIN, OTHERS, SCRIPT_OF, TYPOGRAPHY
from nutgraf.vocabulary.tongues import ALPHABETS

_SAMPLE: Final = 20_000
"""Bytes looked at, up to the end of a line."""

_HIGH: Final = re.compile(rb"[\x80-\xff]")
_WORD_BEYOND_ASCII: Final = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_LETTER: Final = re.compile(rb"[A-Za-z\x80-\xff]")
_LATIN_SHARE: Final = 0.25
"""Of the letters in text of Latin script, fewer are beyond ASCII; in text of any other script, more."""

_MOST_STRANGE: Final = 0.05
"""Of all that is beyond ASCII: a name from abroad."""

_HANDICAP: Final = 0.1

_UNICODE: Final = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_COMMON: Final = re.compile("[ \\n0-9.,\u3000-\u3002\uff0c\u060c]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LEAST_COMMON: Final = 0.005


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, and whether the text that it gives looks like the text of its language."""

    encoding: str
    is_sure: bool


def guess_unicode(data: bytes) -> str:
    """Return the encoding of UTF-16 or UTF-32 text without a byte order mark; '' when it is none.

    In the right order of bytes it has spaces, full stops and digits, and in the wrong one hardly any.
    """
    found = [(share, name) for name in _UNICODE if (share := _common_share(data, name)) >= _LEAST_COMMON]
    return max(found)[1] if found else ""


def _common_share(data: bytes, encoding: str) -> float:
    whole = len(data) - len(data) % (4 if "32" in encoding else 2)
    try:
        text = data[:whole].decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    return 0.0 if _CONTROL.search(text) else len(_COMMON.findall(text)) / max(len(text), 1)


def guess_encoding(data: bytes) -> Guess:
    """Return the encoding of text in none of Unicode's forms."""
    sample = _sample(data)
    high = len(_HIGH.findall(sample))
    if high < _LATIN_SHARE * len(_LETTER.findall(sample)):
        return _best_latin(sample, data)
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[*OTHERS, *LATIN]).best()
    if best is None or best.encoding not in OTHERS:
        return _best_latin(sample, data)
    return Guess(best.encoding, _is_plausible(sample.decode(best.encoding, errors="replace"), best.encoding))


def _sample(data: bytes) -> bytes:
    end = data.rfind(b"\n", 0, _SAMPLE) + 1 if len(data) > _SAMPLE else len(data)
    return data[: end or _SAMPLE]


def _is_plausible(text: str, encoding: str) -> bool:
    """Tell whether a text is in the script that its encoding was made for, and holds nothing unheard of."""
    return script_of(text) in SCRIPT_OF[encoding] and not re.search("[\x80-\x9f\ufffd\ue000-\uf8ff]", text)


def _best_latin(sample: bytes, data: bytes) -> Guess:
    """Return the encoding in which the letters beyond ASCII are those of the text's language; the first, when equal.

    It is in doubt when another fits as well and gives another text. Encodings of machines that are long gone must fit
    much better.
    """
    strange = dict(_strangeness(sample, data))
    encoding = min(strange, key=lambda name: strange[name] + (_HANDICAP if name in GONE else 0))
    rivals = {name for name in strange if strange[name] <= strange[encoding] and name not in GONE}
    texts = {sample.decode(name) for name in (encoding, *rivals)}
    return Guess(encoding, strange[encoding] <= _MOST_STRANGE and len(texts) == 1)


def _strangeness(sample: bytes, data: bytes) -> Iterator[tuple[str, float]]:
    """Yield each encoding that a language is written in, with the share of characters that do not belong to it.

    English is told by its words in ASCII: what is beyond is in names of other countries. Any other language is told by
    the text as it is then read, or else by them, too.
    """
    plain = find_language(_WORD_BEYOND_ASCII.sub(b" ", sample).decode("ascii"))
    for encoding, languages in LATIN.items():
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = sample.decode(encoding)
        found = "en" if plain == "en" else find_language(text) or plain
        if found in languages:
            yield encoding, _share_of_strange(text, ALPHABETS[found])
        elif found not in ALPHABETS:
            yield encoding, min(_share_of_strange(text, ALPHABETS[name]) for name in languages if name != "en")
    yield "latin-1", 1.0  # in which every byte is something


def _share_of_strange(text: str, alphabet: str) -> float:
    """Return the share of what is beyond ASCII that does not belong: other letters, and marks amid words."""
    marked = list(re.finditer(r"[^\x00-\x7f]", text))
    known = sum(
        _is_of(alphabet, text, match.start()) if match[0].isalpha() else _is_in_place(text, match.start())
        for match in marked
    )
    return 1 - known / max(len(marked), 1)


def _is_of(alphabet: str, text: str, index: int) -> bool:
    """Tell whether a letter is of an alphabet, and no capital behind a small letter."""
    is_turned = text[index].isupper() and text[index - 1 : index].islower()
    return text[index].lower() in alphabet and not is_turned


def _is_in_place(text: str, index: int) -> bool:
    """Tell whether a mark is one that news uses, and stands beside words rather than in one."""
    is_amid = text[index - 1 : index].isalpha() and text[index + 1 : index + 2].isalpha()
    return text[index] in TYPOGRAPHY and (not is_amid or text[index] in JOINING)
