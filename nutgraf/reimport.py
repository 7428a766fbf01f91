"""What a seed gives today beside the content file made from it earlier in, what changes in content/ out.

The base of the merge is the last conversion, kept in content/.converted/ under the name of the seed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from nutgraf.addresses import slugify
from nutgraf.content import CONVERTED_FOLDER, field_values, format_briefing, parse_briefing
from nutgraf.convert import OTHERS_GO_BY, Conversion, convert_seed
from nutgraf.convert.draft import Placed
from nutgraf.fitting import House, fit_in
from nutgraf.merge import BODY, Conflict, Version, is_another_article, merge
from nutgraf.merge.items import Side, likeness
from nutgraf.models import Briefing, Change, Source
from nutgraf.problems import ContentError, Level, Problem
from nutgraf.sidecars import Seed
from nutgraf.sources import SourceFile

_EXCERPT = 120  # characters of each version in a message
_BEFORE = 30  # characters before the first difference


@dataclass(frozen=True, slots=True)
class Kept:
    """What a site has of a seed that was converted before."""

    mine: Version
    bases: Mapping[str, bytes]
    """What lies in content/.converted/, by path."""

    @property
    def base_path(self) -> str:
        """Return the path of its base."""
        return base_path(self.mine.briefing.source)


@dataclass(frozen=True, slots=True)
class Brought:
    """What bringing a seed in comes to."""

    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


def base_path(source: Source) -> str:
    """Return where the last conversion of a seed, or of an article in it, is kept."""
    if not source.item:
        return f"{CONVERTED_FOLDER}/{source.file}.md"
    slug = slugify(source.item)
    if slug != source.item:  # an address or a sentence, perhaps: its digest keeps two of them apart
        slug = f"{slug[:60].strip('-')}-{hashlib.sha256(source.item.encode()).hexdigest()[:8]}".lstrip("-")
    return f"{CONVERTED_FOLDER}/{source.file}/{slug}.md"


def bring_in(seed: Seed, conversion: Conversion, kept: Kept, house: House, prefer: Side = "") -> Brought:
    """Merge what a seed gives today into its content file; `prefer` settles conflicts for one side."""
    mine, converted = kept.mine, conversion.briefing
    if converted is None:
        return Brought(problems=conversion.problems)
    try:
        base, notes = _base_of(kept, converted, prefer)
    except ContentError as error:
        return Brought(problems=tuple(replace(p, hint="mend it, or restore it from git") for p in error.problems))
    if base is None:
        return Brought(problems=notes)
    theirs = _in_its_place(_with_editors(seed, converted, base.briefing, mine.briefing, house, prefer), base.briefing)
    if _are_same(theirs, base.briefing) and kept.base_path in kept.bases:
        if _are_same(theirs, mine.briefing):
            notes += conversion.problems  # nobody has mended what they tell
        return Brought(problems=notes)
    if is_another_article(base.briefing, theirs) and prefer != "theirs":
        return Brought(problems=(*notes, _another(seed, mine)))
    text = format_briefing(theirs)
    outcome = merge(base, mine, _version(text, mine.briefing.path), prefer)
    if outcome.conflicts:
        return Brought(problems=tuple(_conflict(c, seed, conversion.ledger, mine.briefing) for c in outcome.conflicts))
    changes = _record(kept, converted.source, text)
    if outcome.text != mine.text:
        done = f"brought up to date with {seed.file.path}"
        changes = (Change(mine.briefing.path, mine.text.encode(), outcome.text.encode(), done), *changes)
    return Brought(changes, (*notes, *conversion.problems))


def _base_of(kept: Kept, converted: Briefing, prefer: Side) -> tuple[Version | None, tuple[Problem, ...]]:
    """Return the last conversion, or what may count as that where none is on record; None when nothing may.

    Raises ContentError when it cannot be read.
    """
    mine = kept.mine
    if data := kept.bases.get(kept.base_path):
        text = data.decode(errors="replace")
        if text == mine.text:
            return mine, ()
        try:
            return _version(text, mine.briefing.path), ()
        except ContentError as error:
            raise ContentError(replace(p, path=kept.base_path) for p in error.problems) from None
    if prefer == "theirs":
        return mine, ()
    today = _in_its_place(converted, mine.briefing)
    has_seen_it = mine.briefing.source.sha256 in ("", converted.source.sha256)
    if not has_seen_it and not prefer:
        return None, (_changed_unseen(converted.source.file, mine.briefing),)
    notes = () if _are_same(today, mine.briefing) or prefer else (_adopted(mine.briefing),)
    return _version(format_briefing(today), mine.briefing.path), notes


def _with_editors(
    seed: Seed, converted: Briefing, base: Briefing, mine: Briefing, house: House, prefer: Side
) -> Briefing:
    """Return the conversion with relative dates counted from the day that an editor filled in, and the like."""
    edited: dict[str, Any] = {}
    for name in OTHERS_GO_BY:
        found, own, before = (getattr(briefing, name) for briefing in (converted, mine, base))
        is_taken_back = prefer == "theirs" and found != before
        if own not in (found, before) and not is_taken_back:
            edited[name] = own
    if not edited:
        return converted
    again = (fit_in(c, house) for c in convert_seed(seed.file, converted.added or date.min, {**seed.given, **edited}))
    same = [c.briefing for c in again if c.briefing and c.briefing.source.item == converted.source.item]
    return replace(same[0], **{name: getattr(converted, name) for name in OTHERS_GO_BY}) if same else converted


def _in_its_place(converted: Briefing, earlier: Briefing) -> Briefing:
    """Return a conversion with what a briefing keeps from its first."""
    return replace(converted, path=earlier.path, added=earlier.added, slug=earlier.slug)


def _are_same(one: Briefing, other: Briefing) -> bool:
    return one.body == other.body and field_values(one) == field_values(other)


def _version(text: str, path: str) -> Version:
    return Version(text, parse_briefing(SourceFile(path, text.encode())))


def _record(kept: Kept, source: Source, text: str) -> tuple[Change, ...]:
    """Return what makes `text` the base of the next merge. It is written last: a base that runs ahead loses copy."""
    path, old = base_path(source), kept.base_path
    changes = [Change(path, kept.bases.get(path), text.encode())]
    if old != path and old in kept.bases:
        changes.append(Change(old, kept.bases[old], None))
    return tuple(change for change in changes if change.before != change.after)


def _conflict(conflict: Conflict, seed: Seed, ledger: tuple[Placed, ...], mine: Briefing) -> Problem:
    """Say what stands against what, and where."""
    what = "this paragraph" if conflict.field == BODY else f"'{conflict.field}'"
    here, there = _excerpts(conflict.mine, conflict.theirs)
    place = _place_in_seed(conflict, seed, ledger)
    message = f"{what} was edited, and {place} gives another today; here {here}, there {there}"
    name = PurePosixPath(seed.file.path).name
    hint = f"nothing was changed; keep yours: `convert --keep {name}`, or take the seed's: `convert --take {name}`"
    return Problem(mine.path, message, hint, conflict.line, rule="merge")


def _place_in_seed(conflict: Conflict, seed: Seed, ledger: tuple[Placed, ...]) -> str:
    if conflict.field in seed.lines:
        return f"{seed.sidecar}:{seed.lines[conflict.field]}"
    rated = [(likeness(p.block.text, conflict.theirs), -p.block.line) for p in ledger if p.place == conflict.field]
    return f"{seed.file.path}:{-max(rated)[1]}" if rated and conflict.theirs else seed.file.path


def _excerpts(one: str, other: str) -> tuple[str, str]:
    """Return two texts from shortly before where they differ, in quotation marks."""
    alike = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = alike - _BEFORE if alike > 2 * _BEFORE else 0
    return _excerpt(one, start), _excerpt(other, start)


def _excerpt(text: str, start: int) -> str:
    if not text:
        return "nothing"
    cut = text[start : start + _EXCERPT]
    return f'"{"…" if start else ""}{cut}{"…" if start + _EXCERPT < len(text) else ""}"'


def _another(seed: Seed, mine: Version) -> Problem:
    name = PurePosixPath(seed.file.path).name
    message = f"holds another article than the one {mine.briefing.path} was made from; no briefing was made of it"
    hint = f"give it a name of its own; or make it that briefing: `convert --take {name}`"
    return Problem(seed.file.path, message, hint, level=Level.WARNING, rule="merge")


def _changed_unseen(seed: str, mine: Briefing) -> Problem:
    message = (
        f"seeds/{seed} has changed since this file was made from it, and no record says from what; it is left as it is"
    )
    name = PurePosixPath(seed).name
    hint = f"carry the change over by hand, then `convert --keep {name}`; or take the seed's: `convert --take {name}`"
    return Problem(mine.path, message, hint, level=Level.WARNING, rule="merge")


def _adopted(mine: Briefing) -> Problem:
    message = "differs from what its seed gives; it is left as it is, and what changes in the seed comes in from now on"
    return Problem(mine.path, message, level=Level.NOTE, rule="merge")
