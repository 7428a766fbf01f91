"""Bytes of a seed in, its text out, with line ends and invisible characters made uniform."""

from __future__ import annotations

import codecs
import re

from nutgraf.sources import SourceFile, decode_utf8

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Line ends of every system; form feeds and the like separate paragraphs, and are no text themselves.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Zero-width space, soft hyphen, byte order mark inside the text, and control characters say nothing.
_INVISIBLE = re.compile("[\u200b\u00ad\ufeff\ufffe\uffff\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
# Where Windows has quotes and dashes Latin-1 has controls: nobody means the controls. NEL is a line end.
_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}


def decode_seed(file: SourceFile) -> str:
    """Return the text of a seed. Raises ContentError when it is in no encoding that says its name."""
    encoding = next((name for bom, name in _BOMS if file.data.startswith(bom)), None)
    if encoding == "utf-16" and len(file.data) % 2 == 0:
        text = file.data.decode("utf-16", errors="strict")
    else:
        text = decode_utf8(file)
    return tidy(text)


def tidy(text: str) -> str:
    """Return `text` with uniform line ends and without characters that say nothing."""
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text).translate(_WINDOWS))
