"""Draft -> Draft: what article copy arrives wrapped in goes whole: menus, cover notes, folios."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from nutgraf.convert.draft import SUBJECT, Block, Draft
from nutgraf.convert.matching import label_key
from nutgraf.instants import find_instant
from nutgraf.settings import is_web_address
from nutgraf.vocabulary.copy import KICKERS, OUTLET_WORDS
from nutgraf.vocabulary.wrapping import (
    ADDRESS,
    BETWEEN_ENTRIES,
    FOLIO,
    FOR_RELEASE,
    FORWARDED,
    MAIL_LINE,
    MENU,
    NO_SECTIONS,
)

_FEWEST_ENTRIES = 3
_PAPER_WORDS = 4
_FOLIO_WORDS = 16


def set_cover_note_aside(draft: Draft) -> Draft:
    """Set aside the head of a mail and, where it was sent on, what was written above it.

    Its day is no day of publication, but for a release to be published at once; its subject may be the headline.
    """
    heads = _mail_heads(draft.blocks)
    head = next((h for h in reversed(heads) if _is_above_the_article(draft, h[-1])), None)
    if head is None:
        return draft
    above = [block for block in draft.blocks if block.line < head[0].line]
    if _words(above) > _words(draft.below(head[-1])):
        return draft
    is_release = any(FOR_RELEASE.fullmatch(block.text) for block in draft.blocks)
    for block in head:
        match = MAIL_LINE.fullmatch(block.text)
        if match and match["date"] and is_release:
            continue
        draft = draft.set_aside([block], SUBJECT if match and match["subject"] else "e-mail header")
    return draft.set_aside(above, "cover note of the mail")


def _mail_heads(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the heads of mails: two lines or more that stand together, with who sent it, and what is above them."""
    heads: list[list[Block]] = []
    run: list[Block] = []
    for block in (*blocks, None):
        if block and (FORWARDED.fullmatch(block.text) or MAIL_LINE.fullmatch(block.text)):
            run.append(block)
            continue
        lines = [match for line in run if (match := MAIL_LINE.fullmatch(line.text))]
        if len(lines) > 1 and any(match["from"] or match["subject"] for match in lines):
            heads.append(run)
        run = []
    return heads


def _is_above_the_article(draft: Draft, block: Block) -> bool:
    return any(below.is_paragraph or below.ends_as_sentence for below in draft.below(block))


def set_menu_aside(draft: Draft) -> Draft:
    """Set aside the menu at the top of a copied page, as a group: its entries, and the names of sections among them."""
    run = list(takewhile(lambda block: _is_entry(block) or _is_paper(block), draft.blocks))
    while run and not _is_entry(run[-1]):
        run.pop()  # it may be the headline
    entries = [entry for block in run for entry in _entries(block)]
    if len(entries) < _FEWEST_ENTRIES or sum(entry in NO_SECTIONS for entry in entries) < 2:
        return draft
    return draft.set_aside(run, "menu of the page")


def _is_entry(block: Block) -> bool:
    entries = _entries(block)
    return bool(entries) and all(entry in MENU or entry in KICKERS for entry in entries)


def _is_paper(block: Block) -> bool:
    return block.words <= _PAPER_WORDS and block.text.split()[-1].casefold() in OUTLET_WORDS


def _entries(block: Block) -> list[str]:
    whole = label_key(block.text)
    return [whole] if whole in MENU else [key for part in BETWEEN_ENTRIES.split(block.text) if (key := label_key(part))]


def set_folio_aside(draft: Draft) -> Draft:
    """Set aside the line with page, paper and day on top of a printed page; the day is that of the paper."""
    first = next((block.line for block in draft.blocks if block.is_paragraph), 0)
    return draft.set_aside(
        (
            block
            for block in draft.blocks
            if block.line < first
            and block.words <= _FOLIO_WORDS
            and not block.ends_as_sentence
            and FOLIO.search(block.text)
            and find_instant(block.text, draft.found.language)
        ),
        "folio of the paper",
    )


def read_address(draft: Draft) -> Draft:
    """Read the address of the page from a line above the article that is nothing else."""
    first = next((block.line for block in draft.blocks if block.is_paragraph), 0)
    for block in draft.blocks:
        match = ADDRESS.fullmatch(block.text) if block.line < first else None
        if match and not draft.found.source.url and is_web_address(match["url"]):
            source = replace(draft.found.source, url=match["url"])
            return draft.place([block], "source", "address of the page", source=source)
    return draft


def _words(blocks: Iterable[Block]) -> int:
    return sum(block.words for block in blocks)
