"""Draft -> Draft: the lines that say when the article was published and updated."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.matching import label_key
from nutgraf.instants import find_instant, is_ambiguous_date
from nutgraf.models import Instant
from nutgraf.vocabulary.copy import PUBLISHED_LABELS, UPDATED_LABELS

Field = Literal["published", "updated"]


def _alternatives(labels: tuple[str, ...]) -> str:
    return "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))


_LABEL = re.compile(
    rf"\b(?:(?P<published>{_alternatives(PUBLISHED_LABELS)})|(?P<updated>{_alternatives(UPDATED_LABELS)}))\b\s*[:\-–—|]?\s*",
    re.IGNORECASE,
)
# What may stand beside a date in a date line and means nothing more.
_FILLER = re.compile(r"[\s,;|•·.:()\-–—]|\b(?:at|on|by|local time|and)\b", re.IGNORECASE)

_DATE_LINE_WORDS = 24
_BARE_DATE = "a date alone"


def read_date_lines(draft: Draft) -> Draft:
    """Read `Published: …`, `Updated …`, a bare date in the head, and a label with its date on the next line."""
    draft = _join_lone_labels(draft)
    header = draft.header
    for block in draft.blocks:
        if block.kind == "text" and block.words <= _DATE_LINE_WORDS:
            draft = _read_line(draft, block, in_head=block in header)
    return draft


def _read_line(draft: Draft, block: Block, *, in_head: bool) -> Draft:
    found = _dates_of(block.text, bare_as="published" if in_head else None)
    if not found:
        label = _LABEL.match(block.text)
        if is_ambiguous_date(block.text[label.end() if label else 0 :]) and (in_head or label):
            draft = draft.set_aside([block], "date that can be read in two ways")
            return draft.warn(
                block.line, f"the date in '{block.text}' can be read in two ways", "write `published` by hand"
            )
        return draft
    news = {name: instant for name, instant in found.items() if getattr(draft.found, name) is None}
    if not news:
        return draft.set_aside([block], "date told again")
    reason = "says when" if _LABEL.match(block.text) else _BARE_DATE
    return draft.place([block], next(iter(news)), reason, **news)


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


def _dates_of(text: str, bare_as: Field | None) -> dict[Field, Instant]:
    """Return the dates of a line that holds nothing but labels and dates; {} for any other line."""
    found: dict[Field, Instant] = {}
    field: Field | None = bare_as
    labelled = False
    rest = text
    while True:
        label = _LABEL.match(rest)
        if label:
            field, labelled = ("published" if label["published"] else "updated"), True
            rest = rest[label.end() :]
        hit = find_instant(rest)
        if hit is None or field is None:
            break
        instant, start, end = hit
        if _FILLER.sub("", rest[:start]):
            break
        found.setdefault(field, instant)
        rest = rest[end:].lstrip(" ,;|•·.-–—()")
        field = None
    return found if found and (labelled or not rest) and not _FILLER.sub("", rest) else {}


def _join_lone_labels(draft: Draft) -> Draft:
    """Read a date label that stands alone when the next line is its date."""
    for label, value in zip(draft.blocks, draft.blocks[1:], strict=False):
        key = label_key(label.text)
        if key not in PUBLISHED_LABELS and key not in UPDATED_LABELS:
            continue
        field: Field = "published" if key in PUBLISHED_LABELS else "updated"
        dates = _dates_of(value.text, bare_as=field) if value.words <= _DATE_LINE_WORDS else {}
        if field in dates and getattr(draft.found, field) is None:
            draft = draft.place([label, value], field, "label with its date on the next line", **{field: dates[field]})
    return draft
