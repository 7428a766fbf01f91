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
_INVISIBLE = re.compile("[\u200b\u00ad\ufeff\x00-\x08\x0e-\x1f\x7f]")


def decode_seed(file: SourceFile) -> str:
    """Return the text of a seed. Raises ContentError when it is in no encoding that says its name."""
    encoding = next((name for bom, name in _BOMS if file.data.startswith(bom)), None)
    if encoding == "utf-16" and len(file.data) % 2 == 0:
        text = file.data.decode("utf-16", errors="strict")
    else:
        text = decode_utf8(file)
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
