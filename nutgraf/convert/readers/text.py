"""Plain text in, a Draft of blocks out: paragraphs, short lines and list items, none of them understood yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nutgraf.convert.decode import decode_seed
from nutgraf.convert.draft import SET_ASIDE, Block, Draft, Placed
from nutgraf.convert.readers.articles import holds_short_items, split_articles
from nutgraf.convert.readers.digests import Digest, numbered_titles, read_digest
from nutgraf.sources import SourceFile

_BULLET = re.compile(r"(?P<marker>[•‣▪▫◦●○■·∙⁃・►▶◆])\s*(?P<text>\S.*)")
# A dash, star or number may also open a line of running text: these are a list only beside their like.
_DOUBTFUL_BULLET = re.compile(r"(?P<marker>[-–—*+]|\d{1,2}[.)])\s+(?P<text>[^\s*_-].*)")

_WRAP_WIDTHS = range(50, 101)  # columns at which typewriters, terminals and mail programs wrap
_WRAPPED_SHARE = 0.7
_WRAPPED_LINES = 3
_LINES_A_LONGER = 3  # wrapped ones to each that nobody wrapped, such as a headline
_SMALL_SHARE = 0.4
_LONGEST_PARAGRAPH = 1_500  # characters
_NEARLY = 0.85  # of the width; who wraps by hand leaves a margin


_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]")  # Chinese and Japanese
_FEW_SIGNS = 2  # of which a line may fall short that ends where a sign must not stand


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    group: int
    indented: bool
    bullet: re.Match[str] | None


def read(file: SourceFile) -> tuple[Draft, ...]:
    """Read a seed of plain text. Raises ContentError when it cannot be decoded."""
    decoded = decode_seed(file)
    blocks = tuple(blocks_of_text(decoded.text))
    digest = read_digest(blocks)
    articles = digest.stories if digest else split_articles(blocks)
    numbers = map(str, range(1, len(articles) + 1)) if len(articles) > 1 else [""]
    drafts = [
        Draft(file.path, blocks, item, problems=decoded.problems)
        for blocks, item in zip(articles, numbers, strict=True)
    ]
    return tuple(_of_digest(drafts, digest) if digest else map(_warned, drafts))


def _of_digest(drafts: Sequence[Draft], digest: Digest) -> Iterator[Draft]:
    """Yield the stories of a digest, each with the day of the issue; the first has the masthead in its ledger."""
    outside = tuple(Placed(block, SET_ASIDE, "masthead of the digest") for block in digest.masthead)
    for index, draft in enumerate(drafts):
        found = replace(draft.found, published=digest.published)
        yield replace(draft, found=found, outside=outside if index == 0 else ())


def _warned(draft: Draft) -> Draft:
    """Return the draft with what an editor should know of the shape of the text."""
    if holds_short_items(draft.blocks):
        hint = "save each as a seed of its own if they are separate stories"
        draft = draft.warn(draft.blocks[0].line, "may hold several short items; one briefing was made", hint)
        draft = replace(draft, blocks=_with_numbered_heads(draft.blocks), is_digest=True)
    for block in draft.blocks:
        if len(block.text) > _LONGEST_PARAGRAPH:
            message = f"a paragraph of {len(block.text):,} characters: its line ends may be lost"
            draft = draft.warn(block.line, message, "break it into paragraphs in the content file")
    return draft


def _with_numbered_heads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with their numbered titles as headings, which keep their numbers."""
    heads = set(numbered_titles(blocks))
    return tuple(replace(b, kind="heading") if index in heads else b for index, b in enumerate(blocks))


def width_of(lines: Iterable[str]) -> int | None:
    """Return the width of lines that are known to be hard-wrapped; None when they cannot be."""
    width = max((len(line.strip()) for line in lines), default=0)
    return width if width <= _WRAP_WIDTHS.stop else None


def blocks_of_text(text: str, first_line: int = 1, width: int | None = None) -> Iterator[Block]:
    """Yield the blocks of a text that starts on `first_line`; `width` is where it is hard-wrapped, if that is known."""
    lines = _lines(text, first_line)
    width = width or _wrap_width(lines)
    run: list[_Line] = []
    for line in lines:
        if run and not _continues(run, line, width):
            yield _block(run)
            run = []
        run.append(line)
    if run:
        yield _block(run)


def _lines(text: str, first_line: int) -> list[_Line]:
    """Cut `text` into its lines that hold something; a blank line begins a new group."""
    raw = [(number, line) for number, line in enumerate(text.split("\n"), first_line) if line.strip()]
    doubtful = [_DOUBTFUL_BULLET.match(line.strip()) for _, line in raw]
    lines: list[_Line] = []
    group = 0
    for index, (number, line) in enumerate(raw):
        group += bool(lines) and number > lines[-1].number + 1
        beside = [*doubtful[max(index - 1, 0) : index], *doubtful[index + 1 : index + 2]]
        bullet = _BULLET.match(line.strip()) or _sure_bullet(doubtful[index], beside)
        lines.append(_Line(number, line.strip(), group, line[0].isspace(), bullet))
    return lines


def _sure_bullet(match: re.Match[str] | None, beside: list[re.Match[str] | None]) -> re.Match[str] | None:
    """Return the match of a dash, star or number that opens a list: a line of text beside it has its like."""
    kinds = [_kind(other) for other in beside if other]
    return match if match and _kind(match) in kinds else None


def _kind(match: re.Match[str]) -> str:
    return "number" if match["marker"][0].isdigit() else match["marker"]


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
        longer = sum(len(line.text) > width for line in lines)
        if len(full) >= max(_WRAPPED_LINES, _LINES_A_LONGER * longer) and is_wrapped:
            return width
    return None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    word = following.text.split()[0]
    return len(line.text) + (_FEW_SIGNS if _UNSPACED.match(word) else 1 + len(word)) > width


def _continues(run: list[_Line], following: _Line, width: int | None) -> bool:
    """Tell whether `following` goes on with the block that the lines of `run` belong to."""
    line = run[-1]
    if following.group != line.group or following.bullet:
        return False
    if width and run[0].indented and not following.indented:
        return True  # only the first line of a paragraph is indented
    if width and not (following.indented and not line.indented):
        nearly = len(line.text) >= _NEARLY * width and not line.text.endswith((".", "!", "?", ":", "”", '"'))
        return _is_full(line, following, width) or nearly or following.text[0].islower()
    return bool(line.bullet) and following.indented and following.text[0].islower()


def _block(run: list[_Line]) -> Block:
    first = run[0]
    opening = first.bullet["text"] if first.bullet else first.text
    parts = [opening]
    for line in run[1:]:
        end = parts[-1][-2:]
        is_joined = re.search(r"\w-$", end) or (_UNSPACED.match(end[-1]) and _UNSPACED.match(line.text))
        parts += ["" if is_joined else " ", line.text]  # a hyphen at the wrap is the word's own
    text = "".join(parts)
    marker = first.bullet["marker"] if first.bullet else ""
    return Block(first.number, text, "item" if first.bullet else "text", first.group, marker)
