"""Draft -> Draft: the lines that say when the article was published and updated."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.labels import labels_of
from nutgraf.convert.matching import label_key
from nutgraf.instants import find_instant, is_ambiguous_date
from nutgraf.models import Instant
from nutgraf.vocabulary.copy import PUBLISHED_IN
from nutgraf.vocabulary.languages import primary

Field = Literal["published", "updated"]

# `Updated an hour ago` behind a date: the clock of whoever fetched the page, and no date.
_RELATIVE_TAIL = re.compile(r"(?:last )?updated\s+(?:an?|\d{1,3})\s+\w+\s+ago$", re.IGNORECASE)

_DIGIT = re.compile(r"\d")
_TIME = r"\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?"
_SECOND_CLOCK = re.compile(
    rf"(?P<day>\S.{{5,40}}?\d{{4}}),?\s+(?P<first>{_TIME})\s*[|•·,;-]\s*"
    rf"(?P<label>(?:last )?(?:updated|modified))\s*:?\s+(?:at )?"
    rf"(?P<second>{_TIME})\s*(?P<zone>[A-Z]{{2,4}})?$",
    re.IGNORECASE,
)
"""A date with its time, and behind it the time of an update on the same day."""

_DATE_LINE_WORDS = 24
_DATE_LINE_LENGTH = 300  # characters
_BARE_DATE = "a date alone"


def read_date_lines(draft: Draft) -> Draft:
    """Read `Published: …`, `Updated …`, a bare date in the head, and a label with its date on the next line."""
    draft = _join_lone_labels(draft)
    head = _head_lines(draft)
    places = head | {block.line for block in draft.footer}
    bare = _bare_date_lines(draft, head)
    for block in draft.blocks:
        if block.line in places and _is_line(block):
            draft = _read_line(draft, block, is_bare=block.line in bare)
    return draft


def _is_line(block: Block) -> bool:
    return block.kind == "text" and block.words <= _DATE_LINE_WORDS and len(block.text) <= _DATE_LINE_LENGTH


def _head_lines(draft: Draft) -> set[int]:
    """Return the lines above the first paragraph, and below it those that stand beside other short ones."""
    first = _end_of_head(draft)
    short = [block for block in draft.header if not block.is_paragraph]
    groups = Counter(block.group for block in short)
    return {block.line for block in short if block.line < first or groups[block.group] > 1}


def _end_of_head(draft: Draft) -> int:
    """Return the line of the paragraph that opens the text.

    One right below the headline is the dek where a date stands between it and the next.
    """
    dek = draft.in_place("dek")  # where the format of the seed says which it is
    blocks = draft.all_blocks
    texts = [index for index, block in enumerate(blocks) if block.is_paragraph and block not in dek]
    if not texts:
        return 10**9
    if texts[0] <= 1 and len(texts) > 1:
        between = (block for block in blocks[texts[0] + 1 : texts[1]] if _is_line(block))
        if any(dates_of(block.text, "published", draft.found.language) for block in between):
            return blocks[texts[1]].line
    return blocks[texts[0]].line


def _bare_date_lines(draft: Draft, head: set[int]) -> set[int]:
    """Return the lines of the head that are a date without label; where more stand further down, none is.

    Dates with text between are a chronology: each is that of what stands below it.
    """
    short = [block for block in draft.blocks if _is_line(block) and not draft.labels.date_label.match(block.text)]
    dated = [block.line for block in short if dates_of(block.text, "published", draft.found.language)]
    lines = [line for line in dated if line in head]
    return set(lines) if lines == dated and all(b - a <= 2 for a, b in pairwise(lines)) else set()


def _read_line(draft: Draft, block: Block, *, is_bare: bool) -> Draft:
    found = dates_of(block.text, "published" if is_bare else None, draft.found.language)
    if not found:
        return _read_doubtful(draft, block)
    news = {name: instant for name, instant in found.items() if getattr(draft.found, name) is None}
    if news:
        return draft.place(
            [block], next(iter(news)), "says when" if draft.labels.date_label.match(block.text) else _BARE_DATE, **news
        )
    if all(getattr(draft.found, name) == instant or name in draft.known for name, instant in found.items()):
        return draft.set_aside([block], "date told again")
    return draft


def _read_doubtful(draft: Draft, block: Block) -> Draft:
    """Set aside a date that can be read in two ways, and warn: an editor knows which it is."""
    label = draft.labels.date_label.match(block.text)
    if not is_ambiguous_date(block.text[label.end() if label else 0 :]):
        return draft
    message = f"the date in '{block.text}' can be read in two ways"
    draft = draft.set_aside([block], "date that can be read in two ways")
    if "published" in draft.known:
        return draft
    return draft.warn(block.line, message, "write `published` by hand")


def drop_masthead_date(draft: Draft) -> Draft:
    """Set aside a bare date above the headline: it is that of the paper, or of the day the page was fetched."""
    headline = next(iter(draft.in_place("headline")), None)
    bare = [p.block for p in draft.placed if p.place == "published" and p.reason == _BARE_DATE]
    if headline is None or not bare or bare[0].line > headline.line:
        return draft
    found = replace(draft.found, published=None)
    return replace(draft, placed=tuple(p for p in draft.placed if p.block != bare[0]), found=found).set_aside_all(
        [(bare[0], "date above the headline: of the paper, not of the story")]
    )


def dates_of(text: str, bare_as: Field | None, language: str = "") -> dict[Field, Instant]:
    """Return the dates of a line that holds nothing but labels and dates; {} for any other line.

    A date without label counts as that of `bare_as`, and the line as none of dates when that is None.
    """
    if not _DIGIT.search(text):
        return {}
    labels = labels_of(language)
    text = PUBLISHED_IN.sub("published: ", text, count=1) if PUBLISHED_IN.match(text) else text
    text = labels.date_tail.sub("", _SECOND_CLOCK.sub(_with_its_day, text))
    found: dict[Field, Instant] = {}
    field: Field | None = bare_as
    labelled = False
    rest = _RELATIVE_TAIL.sub("", text).rstrip()
    while True:
        label = labels.date_label.match(rest)
        if label:
            field, labelled = ("published" if label["published"] else "updated"), True
            rest = rest[label.end() :]
        hit = find_instant(rest, language)
        if hit is None or field is None:
            break
        instant, start, end = hit
        if labels.date_filler.sub("", rest[:start]):
            break
        found.setdefault(field, instant)
        rest = rest[end:].lstrip(" ,;|•·.-–—()،，（）")
        field = None
    may_go_on = labelled or primary(language) not in ("", "en")  # with the day of the week, as in Chinese
    return found if found and (may_go_on or not rest) and not labels.date_filler.sub("", rest) else {}


def _with_its_day(match: re.Match[str]) -> str:
    """Write out `March 29, 2024 06:47 am | Updated 06:48 am IST`: the second time is of the same day, and its zone
    is that of both."""
    zone = match["zone"] or ""
    update = f"{match['label']} {labels_of('').date_label.sub('', match['day'])} {match['second']} {zone}"
    return f"{match['day']} {match['first']} {zone} | {update}"


def _join_lone_labels(draft: Draft) -> Draft:
    """Read a date label that stands alone when the next line is its date."""
    for label, value in zip(draft.blocks, draft.blocks[1:], strict=False):
        key = label_key(label.text)
        if key not in draft.labels.published and key not in draft.labels.updated:
            continue
        field: Field = "published" if key in draft.labels.published else "updated"
        dates = dates_of(value.text, field, draft.found.language) if _is_line(value) else {}
        if field in dates and getattr(draft.found, field) is None:
            draft = draft.place([label, value], field, "label with its date on the next line", **{field: dates[field]})
    return draft
