"""Plain text in, a Draft of blocks out: paragraphs, short lines and list items, none of them understood yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nutgraf.convert.decode import decode_seed
from nutgraf.convert.draft import Block, Draft
from nutgraf.sources import SourceFile

_BULLET = re.compile(r"(?P<marker>[•‣▪▫◦●○■·∙⁃])\s*(?P<text>\S.*)")
# A dash, star or number may also open a line of running text: these are a list only beside their like.
_DOUBTFUL_BULLET = re.compile(r"(?P<marker>[-–—*+]|\d{1,2}[.)])\s+(?P<text>[^\s*_-].*)")

_WRAP_WIDTHS = range(50, 101)  # columns at which typewriters, terminals and mail programs wrap
_WRAPPED_SHARE = 0.7
_WRAPPED_LINES = 3
_SMALL_SHARE = 0.4
_NEARLY = 0.85  # of the width; who wraps by hand leaves a margin


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    group: int
    indented: bool
    bullet: re.Match[str] | None


def read(file: SourceFile) -> Draft:
    """Read a seed of plain text. Raises ContentError when it cannot be decoded."""
    return Draft(seed=file.path, blocks=tuple(_blocks(decode_seed(file))))


def _blocks(text: str) -> Iterator[Block]:
    lines = _lines(text)
    width = _wrap_width(lines)
    run: list[_Line] = []
    for line in lines:
        if run and not _continues(run[-1], line, width):
            yield _block(run)
            run = []
        run.append(line)
    if run:
        yield _block(run)


def _lines(text: str) -> list[_Line]:
    """Cut `text` into its lines that hold something; a blank line begins a new group."""
    raw = text.split("\n")
    lines: list[_Line] = []
    group = 0
    for number, line in enumerate(raw, 1):
        if not line.strip():
            group += 1
            continue
        bullet = _BULLET.match(line.strip()) or _doubtful_bullet(raw, number - 1)
        lines.append(_Line(number, line.strip(), group, line[0].isspace(), bullet))
    return lines


def _doubtful_bullet(raw: list[str], index: int) -> re.Match[str] | None:
    """Match a dash, star or number that opens a list: the nearest line of text before or after has one too."""
    match = _DOUBTFUL_BULLET.match(raw[index].strip())
    if match is None:
        return None
    before = next((line for line in reversed(raw[:index]) if line.strip()), "")
    after = next((line for line in raw[index + 1 :] if line.strip()), "")
    kind = match["marker"].isascii() and match["marker"][0].isdigit()
    for line in (before, after):
        other = _DOUBTFUL_BULLET.match(line.strip())
        if other and (other["marker"][0].isdigit() if kind else other["marker"] == match["marker"]):
            return match
    return None


def _wrap_width(lines: list[_Line]) -> int | None:
    """Return the column at which the text is hard-wrapped, or None when each line is a block of its own.

    In wrapped text the first word of a line would not have fitted on the line before, and many lines go on in
    small letters; only the last line of a paragraph, and a line of the head that nobody wrapped, are otherwise.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.group == b.group and not b.bullet]
    for width in sorted({len(a.text) for a, _ in pairs} & set(_WRAP_WIDTHS), reverse=True):
        long = [(a, b) for a, b in pairs if len(a.text) > width // 2]
        full = [a for a, b in long if len(a.text) <= width and _is_full(a, b, width)]
        small = [b for _, b in long if b.text[0].islower()]
        is_wrapped = len(full) >= _WRAPPED_SHARE * len(long) or len(small) >= _SMALL_SHARE * len(long)
        if len(full) >= _WRAPPED_LINES and is_wrapped:
            return width
    return None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split()[0]) > width


def _continues(line: _Line, following: _Line, width: int | None) -> bool:
    """Tell whether `following` goes on with the block that `line` belongs to."""
    if following.group != line.group or following.bullet:
        return False
    if width and not (following.indented and not line.indented):
        nearly = len(line.text) >= _NEARLY * width and not line.text.endswith((".", "!", "?", ":", "”", '"'))
        return _is_full(line, following, width) or nearly or following.text[0].islower()
    return bool(line.bullet) and following.indented and following.text[0].islower()


def _block(run: list[_Line]) -> Block:
    first = run[0]
    opening = first.bullet["text"] if first.bullet else first.text
    text = opening
    for line in run[1:]:
        text += ("" if re.search(r"\w-$", text) else " ") + line.text  # a hyphen at the wrap is the word's own
    marker = first.bullet["marker"] if first.bullet else ""
    return Block(first.number, text, "item" if first.bullet else "text", first.group, marker)
