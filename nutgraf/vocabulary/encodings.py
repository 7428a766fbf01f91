"""The encodings that news copy arrives in when it is no Unicode, what opens files that are no text, and mojibake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GONE: Final = frozenset({"mac_roman", "cp850"})
"""Of machines before the year 2000."""

_WEST: Final = ("fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "is", "ca", "gl", "eu", "sq", "af")
_EAST: Final = ("pl", "cs", "hu", "ro", "sk", "sl", "hr", "sq")
LATIN: Final[Mapping[str, tuple[str, ...]]] = {
    "cp1252": (*_WEST, "en"),
    "cp1250": _EAST,
    "iso8859_2": _EAST,
    "cp1254": ("tr",),
    "cp1257": ("lt", "lv", "et"),
    "mac_roman": (*_WEST, "en"),
    "cp850": (*_WEST, "en"),
}
"""For languages of Latin script, and which these are; of two that fit a text as well, the first is meant."""

SCRIPT_OF: Final[Mapping[str, frozenset[str]]] = {
    "cp1251": frozenset({"cyrillic"}),
    "koi8_r": frozenset({"cyrillic"}),
    "cp866": frozenset({"cyrillic"}),
    "cp1253": frozenset({"greek"}),
    "cp1255": frozenset({"hebrew"}),
    "cp1256": frozenset({"arabic"}),
    "cp874": frozenset({"thai"}),
    "gb18030": frozenset({"han"}),
    "big5": frozenset({"han"}),
    "cp932": frozenset({"han", "kana"}),
    "euc_jp": frozenset({"han", "kana"}),
    "cp949": frozenset({"hangul"}),
}
"""The script that the text of each other encoding is mostly in."""

OTHERS: Final = tuple(SCRIPT_OF)

TYPOGRAPHY: Final = frozenset("‘’‚‛“”„‟«»‹›–—…•·†‡©®™°§¶€£¥¢¡¿ªº½¼¾²³±×÷´¨\u00a0\u00ad-")
"""Marks beyond ASCII that news sets beside words and numbers."""

JOINING: Final = frozenset("’‘-–—·\u00ad")
"""Those that stand inside words, too."""

SIGNATURES: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"\x89PNG", "a PNG picture", ""),
    (b"\xff\xd8\xff", "a JPEG picture", ""),
    (b"GIF8", "a GIF picture", ""),
    (b"RIFF", "a picture, sound or film", ""),
    (b"%PDF-", "a PDF file", ""),
    (b"PK\x03\x04", "a zip archive or an office document", "give it its own suffix, such as .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Word document", ""),
    (b"{\\rtf", "an RTF document", ""),
    (b"\x1f\x8b", "a gzip archive", ""),
    (b"SQLite format", "a database", ""),
)
"""First bytes, what such a file is, and a remedy when it is another than to save its text."""
