"""Decoded text in, the text that was meant out: mojibake mended, what is invisible or ends a line made uniform."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Line ends of every system; form feeds and the like separate paragraphs, and are no text themselves.
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE_ASCII: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# Zero-width space, soft hyphen, byte order mark inside the text, and control characters say nothing. Joiners and
# the marks of direction do: Persian, the scripts of India and emoji are written with them.
_INVISIBLE: Final = re.compile("[\u200b\u00ad\ufeff\ufffe\uffff\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
# Where Windows has quotes and dashes Latin-1 has controls: nobody means the controls. NEL is a line end.
_WINDOWS: Final = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}
_C1: Final = re.compile("[\x80-\x9f]")

_OPENING: Final = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")

# The bytes 0x80 to 0xBF, of which a character of UTF-8 has one to three behind its first, as Windows shows them.
_TRAIL: Final = "\x80-\xbf" + "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0))
_SUSPECT: Final = re.compile(
    f"[Â-ß][{_TRAIL}]|[à-ï](?!\u00a0»)[{_TRAIL}]{{2}}|[ð-ô][{_TRAIL}]{{3}}|Ã "  # UTF-8 that was read as Windows,
    "|(?:[РС][^\\sА-Яа-я]){3}|вЂ"  # as Cyrillic,
    "|√[\u00a0-ÿ†©®™≠∞±≤≥]|‚Ä[ìîòôúù¢¶]"  # or on a Mac
)
"""What may be mojibake; whether it is, the library knows."""

_UNMENDED: Final = re.compile("โ€.?")
"""An apostrophe or dash that was read as Thai: several end alike, so that nobody can tell which it was."""


def mend_mojibake(text: str) -> str:
    """Return `text` with the characters that somebody decoded in a wrong way before, as `Ã©` for `é`, restored."""
    if text.isascii() or not _SUSPECT.search(text):
        return text
    import ftfy

    # Nothing but the encoding is mended: quotes, ligatures, full-width marks and entities are as the source has them.
    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return str(ftfy.fix_text(text, config))


def find_unmended(text: str) -> re.Match[str] | None:
    """Find mojibake that cannot be undone."""
    return _UNMENDED.search(text)


def tidy(text: str) -> str:
    """Return `text` with line feeds for line ends, composed letters, and nothing that has neither form nor meaning."""
    text = _LINE_ENDS.sub("\n", text)
    if text.isascii():
        return _INVISIBLE_ASCII.sub("", text)
    text = _INVISIBLE.sub("", text)
    if _C1.search(text):
        text = text.translate(_WINDOWS)
    if _BIDI.search(text):
        text = "\n".join(map(_without_stray_bidi, text.split("\n")))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def without_bidi(text: str) -> str:
    """Return `text` without the marks that override its direction: in a headline they can show what it does not say."""
    return _BIDI.sub("", text)


def _without_stray_bidi(line: str) -> str:
    """Return a line whose embeddings, overrides and isolates are all closed as it is; else without them."""
    depth = 0
    for mark in _BIDI.findall(line):
        depth += 1 if mark in _OPENING else -1
        if depth < 0:
            break
    return line if depth == 0 else without_bidi(line)
