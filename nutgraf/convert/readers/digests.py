"""The blocks of a plain text in, its stories out when it is a digest: numbered ones, or such as rule lines part.

A listicle and a long read have the same shape. What tells them apart is who is spoken of: the parts of one story share
its names, those of a digest do not; a newsletter says what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nutgraf.convert.draft import Block
from nutgraf.convert.matching import label_key
from nutgraf.convert.published import dates_of
from nutgraf.convert.readers.titles import can_be_title, is_signed, parts_articles
from nutgraf.models import Instant
from nutgraf.vocabulary.calendar import MONTHS, WEEKDAYS
from nutgraf.vocabulary.copy import BADGES, DIGEST_WORDS, DIGESTS, KICKERS, OUTLET_WORDS, SAYS_DIGEST

_FEWEST = 3
"""Numbered stories, or unsigned ones between rule lines."""
_STORY_WORDS = 12
"""Of whole sentences."""
_SIGNED_WORDS = 40
"""Of a story that a byline alone tells from the next section."""
_MASTHEAD_LINES = 4

_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?P<title>\S.*)")
_NAME = re.compile(r"(?:(?<=[^\W\d_] )|(?<=[^\W\d_][,;] ))[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})


@dataclass(frozen=True, slots=True)
class Digest:
    """A text of several stories."""

    masthead: tuple[Block, ...]
    """Above the first: the name of the paper, the day of the issue."""
    published: Instant | None
    """The day that the masthead gives."""
    stories: tuple[tuple[Block, ...], ...]


def read_digest(blocks: Sequence[Block]) -> Digest | None:
    """Return the stories of a digest; None for any other text."""
    starts = numbered_titles(blocks)
    if starts:
        masthead = tuple(blocks[: starts[0]])
        parts = [tuple(blocks[a:b]) for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True)]
        if not _is_masthead(masthead) or not (_says_so(blocks) or _share_no_names(parts)):
            return None
        return _digest(masthead, [(_unnumbered(part[0]), *part[1:]) for part in parts])
    parts = _parted(blocks)
    has_head = bool(parts) and _is_masthead(parts[0]) and not _words(parts[0])
    masthead = parts.pop(0) if has_head else ()
    while parts and not _is_story(parts[-1]) and len(parts) > 1:  # what stands at the end belongs to the last
        last = parts.pop()
        parts[-1] = (*parts[-1], *last)
    if len(parts) < 2 or not all(map(_is_story, parts)):
        return None
    signed = [is_signed(part[1:]) and _words(part) >= _SIGNED_WORDS for part in parts]
    if any(signed[1:]) or (len(parts) >= _FEWEST and _share_no_names(parts)):
        return _digest(masthead, parts)
    return None


def numbered_titles(blocks: Sequence[Block]) -> list[int]:
    """Return where titles stand that are numbered from 1 on and have a paragraph each; [] unless three do."""
    found: list[int] = []
    for index, block in enumerate(blocks):
        match = _NUMBERED.fullmatch(block.text) if block.kind == "text" else None
        if match is None:
            continue
        following = blocks[index + 1 : index + 2]
        has_text = bool(following) and following[0].kind == "text" and following[0].ends_as_sentence
        if int(match["number"]) != len(found) + 1 or not can_be_title(_unnumbered(block)) or not has_text:
            return []
        found.append(index)
    return found if len(found) >= _FEWEST else []


def has_masthead(blocks: Sequence[Block]) -> bool:
    """Tell whether no headline stands above the first numbered title, but at most the name of a paper."""
    starts = numbered_titles(blocks)
    return bool(starts) and _is_masthead(blocks[: starts[0]])


def _unnumbered(block: Block) -> Block:
    match = _NUMBERED.fullmatch(block.text)
    if match is None:
        return block
    return replace(block, text=match["title"], marker=block.text[: match.start("title")].rstrip())


def _digest(masthead: Sequence[Block], stories: Sequence[Sequence[Block]]) -> Digest:
    dates = [dates_of(block.text, "published").get("published") for block in masthead]
    return Digest(tuple(masthead), next(filter(None, dates), None), tuple(map(tuple, stories)))


def _parted(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Cut `blocks` behind each rule line."""
    parts: list[tuple[Block, ...]] = []
    part: list[Block] = []
    for block in blocks:
        part.append(block)
        if parts_articles(block):
            parts.append(tuple(part))
            part = []
    return [*parts, tuple(part)] if part else parts


def _is_story(part: Sequence[Block]) -> bool:
    """Tell whether a part has a headline, below at most the name of a section, and sentences."""
    rest = [block for block in part if not parts_articles(block)]
    if rest and label_key(rest[0].text) in BADGES | KICKERS | DIGESTS:
        rest = rest[1:]
    return bool(rest) and can_be_title(rest[0]) and _words(rest) >= _STORY_WORDS


def _words(part: Sequence[Block]) -> int:
    return sum(block.words for block in part if block.kind == "text" and block.ends_as_sentence)


def _is_masthead(blocks: Sequence[Block]) -> bool:
    """Tell whether lines name a paper, a digest or a day, and nothing else."""
    return len(blocks) <= _MASTHEAD_LINES and all(
        parts_articles(block)
        or label_key(block.text) in DIGESTS | BADGES
        or bool(dates_of(block.text, "published"))
        or (block.words <= 6 and block.text.split()[-1].casefold().strip(".,:") in OUTLET_WORDS | DIGEST_WORDS)
        for block in blocks
    )


def _says_so(blocks: Sequence[Block]) -> bool:
    return any(label_key(b.text) in DIGESTS or SAYS_DIGEST.search(b.text) for b in (*blocks[:3], *blocks[-2:]))


def _share_no_names(parts: Sequence[Sequence[Block]]) -> bool:
    """Tell whether most parts have names, and no name stands in more than half of them."""
    named = [
        {name for block in part for name in _NAME.findall(block.text) if name.casefold() not in _CALENDAR}
        for part in parts
    ]
    counts = Counter(name for names in named for name in names)
    return 2 * sum(map(bool, named)) > len(parts) and all(2 * count <= len(parts) for count in counts.values())
