"""Plain text in, Markdown out that shows exactly that text: what means nothing in copy means nothing on the page."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`*\[\]<]")
# A character reference would be shown as the character it names.
_REFERENCE = re.compile(r"&(?=#?\w{1,32};)")
# An underscore inside a word is no emphasis.
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r"^(?:[#>~+=-]|(?P<number>\d{1,9})(?P<mark>[.)])(?=\s|$))", re.MULTILINE)


def escape_markdown(text: str) -> str:
    """Return Markdown whose rendering shows `text`, a single paragraph, to the letter."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _REFERENCE.sub(r"\\&", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    return _LINE_START.sub(_escape_start, text)


def _escape_start(match: re.Match[str]) -> str:
    return f"{match['number']}\\{match['mark']}" if match["number"] else "\\" + match[0]
