"""A seed in, a Conversion of each article it holds out: the briefing, the ledger, and what an editor should know.

RULES is the order in which a Draft is understood; whatever no rule places is the body.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from nutgraf.convert.body import mark_subheads, write_body
from nutgraf.convert.byline import read_bare_byline, read_byline
from nutgraf.convert.dateline import read_dateline
from nutgraf.convert.dek import read_dek
from nutgraf.convert.draft import SET_ASIDE, Draft, Placed
from nutgraf.convert.furniture import set_furniture_aside, set_labels_aside, set_repeats_aside, set_tail_aside
from nutgraf.convert.headline import read_headline, set_masthead_aside
from nutgraf.convert.language import read_language, strip_directions
from nutgraf.convert.lifted import lift_takeaways, lift_topics, lift_why, warn_of_bare_list
from nutgraf.convert.notes import hold_embargoed, hold_notices, read_corrections, set_refusal_aside
from nutgraf.convert.proposals import extract_takeaways
from nutgraf.convert.published import drop_masthead_date, read_date_lines
from nutgraf.convert.readers import LARGEST, READERS
from nutgraf.convert.tails import set_below_end_aside, set_closing_aside, set_sections_aside
from nutgraf.convert.timeline import read_timeline
from nutgraf.convert.topics import drop_nameless_topics, extract_topics
from nutgraf.convert.wrapping import (
    read_address,
    set_cover_note_aside,
    set_folio_aside,
    set_menu_aside,
)
from nutgraf.models import Briefing
from nutgraf.problems import ContentError, Level, Problem
from nutgraf.sources import SourceFile

Rule = Callable[[Draft], Draft]

RULES: tuple[tuple[str, Rule], ...] = (
    ("language", read_language),
    ("refusal", set_refusal_aside),
    ("embargo", hold_embargoed),
    ("cover note", set_cover_note_aside),
    ("menu", set_menu_aside),
    ("folio", set_folio_aside),
    ("address", read_address),
    ("end mark", set_below_end_aside),
    ("tail", set_tail_aside),
    ("sections of the sender", set_sections_aside),
    ("furniture", set_furniture_aside),
    ("corrections", read_corrections),
    ("date lines", read_date_lines),
    ("byline", read_byline),
    ("topics", lift_topics),
    ("takeaways", lift_takeaways),
    ("labels", set_labels_aside),
    ("headline", read_headline),
    ("notices to editors", hold_notices),
    ("masthead date", drop_masthead_date),
    ("name of the paper", set_masthead_aside),
    ("byline without By", read_bare_byline),
    ("below the article", set_closing_aside),
    ("dek", read_dek),
    ("list without heading", warn_of_bare_list),
    ("repeats", set_repeats_aside),
    ("sub-heads", mark_subheads),
    ("why it matters", lift_why),
    ("dateline", read_dateline),
    ("timeline", read_timeline),
    ("topics without a name", drop_nameless_topics),
    ("topics of its own", extract_topics),
    ("takeaways of its own", extract_takeaways),
    ("marks of direction", strip_directions),
    ("body", write_body),
)


_OF_PREPARED = frozenset(
    (
        "language",
        "takeaways",
        "headline",
        "why it matters",
        "dateline",
        "timeline",
        "topics without a name",
        "topics of its own",
        "takeaways of its own",
        "marks of direction",
        "body",
    )
)
"""Rules for a seed whose fields an editor has given."""

_MOST_CHARACTERS = 1_000_000  # of an article; a long book has as many
OTHERS_GO_BY = ("published", "language")
"""Fields that rules must know to find others: relative dates count from the day of publication."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of a seed, or of one of the articles in it."""

    seed: str
    """Its path, relative to the site's root."""
    briefing: Briefing | None
    """None when there is no article; its path and slug are not given yet."""
    ledger: tuple[Placed, ...] = ()
    """Every block of the article exactly once, in the order of the seed."""
    problems: tuple[Problem, ...] = ()


def convert_seed(
    file: SourceFile, added: date, given: Mapping[str, Any] = MappingProxyType({})
) -> tuple[Conversion, ...]:
    """Convert one seed, article by article. One that holds none gives its reason as a warning, and no briefing.

    `given` are fields of Briefing that an editor knows better than the copy: they win over what is found.
    """
    suffix = PurePosixPath(file.path).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        hint = "save its text as .txt, or see README for the formats that are read"
        return (_refused(file, "is of a kind that cannot be read", hint),)
    if len(file.data) > LARGEST.get(suffix, LARGEST[""]):
        message = f"has {len(file.data):,} bytes, more than any article"
        return (_refused(file, message, "put the article alone into a seed"),)
    try:
        drafts = reader(file)
    except ContentError as error:
        return (Conversion(file.path, None, problems=tuple(_as_warning(problem) for problem in error.problems)),)
    return tuple(_convert_draft(file, draft, added, given) for draft in drafts)


def _convert_draft(file: SourceFile, draft: Draft, added: date, given: Mapping[str, Any]) -> Conversion:
    if not (draft.blocks or draft.placed or draft.outside):
        return _refused(file, "is empty", "remove it, or put the article's text in")
    if (length := sum(len(block.text) for block in draft.blocks)) > _MOST_CHARACTERS:
        draft = replace(draft, refusal=f"has a text of {length:,} characters, more than any article")
    if draft.refusal:
        return _refused_item(file, draft)
    early = {name: value for name, value in given.items() if name in OTHERS_GO_BY}
    draft = replace(draft, found=replace(draft.found, **early), known=draft.known | set(early), given=frozenset(given))
    for name, rule in RULES:
        if draft.is_prepared and name not in _OF_PREPARED:
            continue
        draft = rule(draft)
        if early:  # an editor may know that there is no date, whatever the copy says
            draft = replace(draft, found=replace(draft.found, **early))
    draft = _give(draft, given)
    ledger = tuple(sorted((*draft.outside, *draft.placed), key=lambda placed: placed.block.line))
    if not (draft.found.body or draft.found.why_it_matters or draft.found.takeaways):
        hint = "see where each line went with `convert --explain`, or remove the seed"
        refused = _refused(file, "holds no paragraph of an article", hint)
        return replace(refused, ledger=ledger, problems=(*draft.problems, *refused.problems))
    source = replace(
        draft.found.source,
        file=_name_in_seeds(file.path),
        item=draft.item,
        sha256=hashlib.sha256(file.data).hexdigest(),
    )
    briefing = replace(draft.found, added=draft.found.added or added, source=source)
    return Conversion(file.path, briefing, ledger, draft.problems)


def _refused_item(file: SourceFile, draft: Draft) -> Conversion:
    """Return what becomes of an article that its own source says is none, or none any more."""
    draft = draft.set_aside(draft.blocks, draft.refusal)
    ledger = tuple(sorted((*draft.outside, *draft.placed), key=lambda placed: placed.block.line))
    name = f"'{draft.item}' " if draft.item else ""
    refused = _refused(file, f"{name}{draft.refusal}", "remove it, or ask its source for the article")
    return replace(refused, ledger=ledger)


def _give(draft: Draft, given: Mapping[str, Any]) -> Draft:
    """Return the draft with the fields that were `given`; what the copy said instead is set aside."""
    placed = tuple(
        replace(p, place=SET_ASIDE, reason=f"{p.place} given by the editor") if p.place in given else p
        for p in draft.placed
    )
    return replace(draft, placed=placed, found=replace(draft.found, **given))


def _name_in_seeds(path: str) -> str:
    return path.removeprefix("seeds/")


def _refused(file: SourceFile, message: str, hint: str) -> Conversion:
    problem = Problem(file.path, f"{message}; no briefing was made", hint, level=Level.WARNING, rule="convert")
    return Conversion(file.path, None, problems=(problem,))


def _as_warning(problem: Problem) -> Problem:
    return replace(problem, message=f"{problem.message}; no briefing was made", level=Level.WARNING, rule="convert")
