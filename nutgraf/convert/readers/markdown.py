"""Markdown in, a Draft out: its front matter gives the fields, its first heading the headline, and the rest is kept.

Each block holds its part of the file to the byte, so that a body from which nothing is lifted is the body of the seed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nutgraf.convert.decode import decode_seed
from nutgraf.convert.draft import HEADLINE_REPEATED, Block, Draft, Kind
from nutgraf.convert.matching import fold
from nutgraf.convert.readers.front_matter import read_front_matter
from nutgraf.frontmatter import split
from nutgraf.markdown import blocks_of
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile

_FENCE = re.compile(r"---[ \t]*\n")
_TOML = re.compile(r"\+\+\+[ \t]*\n")


def read(file: SourceFile) -> tuple[Draft, ...]:
    """Read a Markdown file. Raises ContentError for front matter that cannot be read."""
    decoded = decode_seed(file)
    text = decoded.text
    if _TOML.match(text):
        hint = "write it as YAML between two lines of three dashes"
        raise ContentError([Problem(file.path, "has front matter in TOML, which is not read", hint, 1)])
    draft = Draft(file.path, (), is_marked_up=True, is_markdown=True, problems=decoded.problems)
    if not _FENCE.match(text):
        return (_read_title(replace(draft, blocks=tuple(_blocks(text, 1)))),)
    front = split(text, file.path)
    found, known, problems = read_front_matter(front, file.path)
    draft = replace(draft, found=found, known=known, is_prepared=True, problems=(*draft.problems, *problems))
    return (_read_title(replace(draft, blocks=tuple(_blocks(front.body, front.body_line)))),)


def _read_title(draft: Draft) -> Draft:
    """Take the first heading for the headline, unless the front matter gives one: then only a copy of that goes."""
    headings = [block for block in draft.blocks if block.kind == "heading"]
    title = next((block for block in headings if block.level == 1), None)
    first = next((block for block in draft.blocks if block.kind != "other"), None)
    title = title or (first if first in headings else None)
    if title is None:
        return draft
    if "headline" not in draft.known:
        draft = draft.place([title], "headline", "first heading", headline=title.text)
        return replace(draft, known=draft.known | {"headline"})
    if fold(title.text) == fold(draft.found.headline):
        return draft.set_aside([title], HEADLINE_REPEATED)
    if title.level > 1:
        return draft
    message = f"has the heading '{title.text}', but its front matter says '{draft.found.headline}'; both were kept"
    return draft.warn(title.line, message, "take one of the two out of the content file")


def _blocks(body: str, first_line: int) -> Iterator[Block]:
    """Yield the blocks of a body; those that no reader sees, such as the addresses of links, are blocks too."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", body)
    blocks = blocks_of(body)
    starts = [0, *(block.start for block in blocks[1:]), len(lines)] if blocks else []
    if not blocks and body.strip():
        yield Block(first_line, body.strip(), "other", markup=body)
    for number, block in enumerate(blocks):
        start, stop = starts[number], starts[number + 1]
        head = "".join(lines[start : block.start])
        tail = "".join(lines[block.end : stop])
        if head.strip():
            yield _other(head, lines, start, first_line, number)
            head = ""
        seen = "".join(lines[block.start : block.end])
        kind: Kind = block.kind
        markup = head + seen + ("" if tail.strip() else tail)
        yield Block(
            first_line + block.start,
            block.text or seen.strip(),
            kind,
            number,
            block.marker,
            markup=markup,
            level=block.level,
        )
        if tail.strip():
            yield _other(tail, lines, block.end, first_line, number)


def _other(text: str, lines: list[str], start: int, first_line: int, group: int) -> Block:
    blank = next(index for index, line in enumerate(lines[start:]) if line.strip())
    return Block(first_line + start + blank, text.strip(), "other", group, markup=text)
