"""Bytes of a seed in, its text out: decoded, with mojibake mended, line ends and invisible characters made uniform."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from nutgraf.convert.encodings import guess_encoding, guess_unicode
from nutgraf.convert.repair import find_unmended, mend_mojibake, tidy
from nutgraf.problems import ContentError, Level, Problem
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.encodings import SIGNATURES

_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOST: Final = "\ufffd"
_BAD: Final = re.compile("[\udc80-\udcff]+")
_MOST_CONTROLS: Final = 0.05
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a seed, and what an editor should know of how it was read."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode_seed(file: SourceFile) -> Decoded:
    """Return the text of a seed. Raises ContentError when it is no text."""
    raw = _decode(file)
    text = mend_mojibake(raw.text)
    problems = list(raw.problems)
    if text != raw.text:
        problems.append(_mended(file.path, raw.text, text))
    if text.isascii():
        return Decoded(tidy(text), tuple(problems))
    unmended = find_unmended(text)
    if unmended is not None:
        message = f"'{unmended[0]}' looks like a character that was decoded wrongly; it was left as it is"
        line = text.count("\n", 0, unmended.start()) + 1
        problems.append(_warning(file.path, message, "correct it in the content file", line))
    elif _LOST in text and not raw.problems:
        line = text.count("\n", 0, text.index(_LOST)) + 1
        message = "a character was lost before the text came here: U+FFFD stands in its place"
        problems.append(_warning(file.path, message, "look it up and correct the content file", line))
    return Decoded(tidy(text), tuple(problems))


def _decode(file: SourceFile) -> Decoded:
    """Decode by the byte order mark, else as UTF-16 or UTF-32 where it has NULs, else as UTF-8, else by a guess."""
    data = file.data
    for signature, kind, hint in SIGNATURES:
        if data.startswith(signature):
            raise _no_text(file, f"is {kind}, no text", hint)
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (encoding != "utf-32-le" or len(data) % 4 == 0):
            return _decode_as(file, encoding, len(mark))
    if b"\0" in data and (encoding := guess_unicode(data)):
        return _decode_as(file, encoding)
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        return _decode_utf8_with_slips(file) or _decode_by_guess(file)


def _decode_as(file: SourceFile, encoding: str, start: int = 0) -> Decoded:
    """Decode what stands behind a byte order mark; a byte that is no character is shown as lost, and told."""
    data = file.data[start:]
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        line = data[: error.start].decode(encoding).count("\n") + 1
        return Decoded(text, (_lost(file, encoding, error.start + start, line, text.count(_LOST)),))


def _decode_utf8_with_slips(file: SourceFile) -> Decoded | None:
    """Decode UTF-8 that a few bytes are wrong in, or that ends amid a character; None when it is none.

    In any other encoding the bytes that make a character of UTF-8 by chance are fewer than those that make none.
    """
    text = file.data.decode(errors="surrogateescape")
    bad = _BAD.findall(text)
    good = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    is_cut_off = good and len(bad) == 1 and text.endswith(bad[0])
    if good <= sum(map(len, bad)) and not is_cut_off:
        return None
    first = _BAD.search(text)
    before = text[: first.start()] if first else ""
    problem = _lost(file, "utf-8", len(before.encode()), before.count("\n") + 1, len(bad))
    return Decoded(_BAD.sub(_LOST, text), (problem,))


def _decode_by_guess(file: SourceFile) -> Decoded:
    guess = guess_encoding(file.data)
    text = file.data.decode(guess.encoding, errors="replace")
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise _no_text(file, "is no text", "")
    if _LOST in text:
        lost = text.index(_LOST)
        offset = len(text[:lost].encode(guess.encoding))
        return Decoded(text, (_lost(file, guess.encoding, offset, text.count("\n", 0, lost) + 1, text.count(_LOST)),))
    if guess.is_sure:
        return Decoded(text)
    hint = "read it through, and save the seed as UTF-8 if it is wrong"
    return Decoded(text, (_warning(file.path, f"is not UTF-8; it was read as {guess.encoding}, by a guess", hint),))


def _lost(file: SourceFile, encoding: str, offset: int, line: int, count: int) -> Problem:
    more = f", the first of {count} such places" if count > 1 else ""
    message = (
        f"the byte 0x{file.data[offset]:02x} at offset {offset} is no character of {encoding}{more};"
        " U+FFFD stands in its place"
    )
    return _warning(file.path, message, "get the text again, or correct the content file", line)


def _mended(path: str, before: str, after: str) -> Problem:
    words = zip(before.split(), after.split(), strict=False)
    old, new = next(((a, b) for a, b in words if a != b), (before, after))
    line = before.count("\n", 0, before.index(old)) + 1
    message = f"characters that somebody decoded wrongly were mended, such as '{old[:20]}' into '{new[:20]}'"
    return Problem(path, message, line=line, level=Level.NOTE, rule="convert")


def _warning(path: str, message: str, hint: str, line: int = 0) -> Problem:
    return Problem(path, message, hint, line, level=Level.WARNING, rule="convert")


def _no_text(file: SourceFile, message: str, hint: str) -> ContentError:
    return ContentError([Problem(file.path, message, hint or "save the text of the article as a .txt file in UTF-8")])
