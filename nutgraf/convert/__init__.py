"""A seed in, a Conversion out: the briefing it holds, the ledger of its blocks, and what an editor should know.

RULES is the order in which a Draft is understood; whatever no rule places is the body.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from nutgraf.convert.body import mark_subheads, write_body
from nutgraf.convert.byline import read_bare_byline, read_byline
from nutgraf.convert.dateline import read_dateline
from nutgraf.convert.dek import read_dek
from nutgraf.convert.draft import Draft, Placed
from nutgraf.convert.furniture import set_furniture_aside, set_labels_aside, set_repeats_aside, set_tail_aside
from nutgraf.convert.headline import read_headline
from nutgraf.convert.lifted import lift_takeaways, lift_topics, lift_why
from nutgraf.convert.published import drop_masthead_date, read_date_lines
from nutgraf.convert.readers import READERS
from nutgraf.convert.timeline import read_timeline
from nutgraf.models import Briefing, Source
from nutgraf.problems import ContentError, Level, Problem
from nutgraf.sources import SourceFile

Rule = Callable[[Draft], Draft]

RULES: tuple[tuple[str, Rule], ...] = (
    ("tail", set_tail_aside),
    ("furniture", set_furniture_aside),
    ("date lines", read_date_lines),
    ("byline", read_byline),
    ("topics", lift_topics),
    ("takeaways", lift_takeaways),
    ("labels", set_labels_aside),
    ("headline", read_headline),
    ("masthead date", drop_masthead_date),
    ("byline without By", read_bare_byline),
    ("dek", read_dek),
    ("repeats", set_repeats_aside),
    ("sub-heads", mark_subheads),
    ("why it matters", lift_why),
    ("dateline", read_dateline),
    ("timeline", read_timeline),
    ("body", write_body),
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of a seed."""

    seed: str
    """Its path, relative to the site's root."""
    briefing: Briefing | None
    """None when the seed holds no article; its path and slug are not given yet."""
    ledger: tuple[Placed, ...] = ()
    """Every block of the seed exactly once, in its order."""
    problems: tuple[Problem, ...] = ()


def convert_seed(file: SourceFile, added: date) -> Conversion:
    """Convert one seed. A seed that holds no article gives its reason as a warning, and no briefing."""
    reader = READERS.get(PurePosixPath(file.path).suffix.lower())
    if reader is None:
        return _refused(file, "is of a kind that cannot be read", f"save its text as {' or '.join(sorted(READERS))}")
    try:
        draft = reader(file)
    except ContentError as error:
        return Conversion(file.path, None, problems=tuple(_as_warning(problem) for problem in error.problems))
    if not draft.blocks:
        return _refused(file, "is empty", "remove it, or put the article's text in")
    for _, rule in RULES:
        draft = rule(draft)
    ledger = tuple(sorted(draft.placed, key=lambda placed: placed.block.line))
    if not (draft.found.body or draft.found.why_it_matters or draft.found.takeaways):
        hint = "see where each line went with `convert --explain`, or remove the seed"
        return replace(_refused(file, "holds no paragraph of an article", hint), ledger=ledger)
    source = Source(file=_name_in_seeds(file.path), sha256=hashlib.sha256(file.data).hexdigest())
    briefing = replace(draft.found, added=added, source=source)
    return Conversion(file.path, briefing, ledger, draft.problems)


def _name_in_seeds(path: str) -> str:
    return path.removeprefix("seeds/")


def _refused(file: SourceFile, message: str, hint: str) -> Conversion:
    problem = Problem(file.path, f"{message}; no briefing was made", hint, level=Level.WARNING, rule="convert")
    return Conversion(file.path, None, problems=(problem,))


def _as_warning(problem: Problem) -> Problem:
    return replace(problem, message=f"{problem.message}; no briefing was made", level=Level.WARNING, rule="convert")
