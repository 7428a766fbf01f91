"""Seeds and the content that exists in, what changes in content/ out; an editor's work is never written over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from nutgraf.addresses import slugify
from nutgraf.content import BRIEFINGS_FOLDER, format_briefing, parse_briefing
from nutgraf.convert import Conversion, convert_seed
from nutgraf.fitting import House, fit_in
from nutgraf.memory import Memory
from nutgraf.merge import Version, is_another_article
from nutgraf.merge.items import Side
from nutgraf.models import Briefing, Change
from nutgraf.problems import ContentError, Level, Problem
from nutgraf.reimport import Kept, base_path, bring_in
from nutgraf.sidecars import Seed
from nutgraf.sources import SourceFile
from nutgraf.workers import ALONE, Workers

_Found = tuple[Conversion, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a site has already."""

    versions: Sequence[Version] = ()
    """Its content files."""
    bases: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    """What lies in content/.converted/, by path."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of the seeds."""

    conversions: tuple[Conversion, ...]
    changes: tuple[Change, ...]
    """In the order in which they are to be written."""
    problems: tuple[Problem, ...]


def take_in(
    seeds: Sequence[Seed],
    shelf: Shelf,
    today: date,
    language: str = "en",
    *,
    names: Collection[str] = (),
    static: Collection[str] = (),
    prefer: Side = "",
    workers: Workers = ALONE,
    memory: Memory | None = None,
) -> Intake:
    """Convert `seeds`. One is known by the `source` of a content file, which then gets what is new; else by its bytes.

    `today` becomes `added` of what is new: the only clock reading in a content file. `language` is the site's: a
    content file names its own where it is another. `names` are the paths of all seeds there are, when `seeds` are not
    all, `static` the names in dist/ of the files that a seed may link to; `prefer` settles conflicts for one side.
    """
    there = {seed.file.path.removeprefix("seeds/") for seed in seeds} | {name.removeprefix("seeds/") for name in names}
    sources = [(version, version.briefing.source) for version in shelf.versions]
    by_file = {(source.file, source.item): version for version, source in sources if source.file}
    by_digest = {(source.sha256, source.item): version for version, source in sources if source.sha256}
    taken = {v.briefing.path for v in shelf.versions}
    taken |= {f"{BRIEFINGS_FOLDER}/{v.briefing.slug}.md" for v in shelf.versions}
    conversions: list[Conversion] = []
    changes: list[Change] = []
    problems: list[Problem] = []
    house = House(language, frozenset(static))
    for seed, conversion in _converted(seeds, house, problems, partial(_convert_all, today, workers, memory)):
        conversions.append(conversion)
        briefing = conversion.briefing
        if briefing is None:
            problems += conversion.problems
            continue
        source = briefing.source
        same = by_digest.get((source.sha256, source.item))
        editors = by_file.get((source.file, source.item))
        if editors is None and same and same.briefing.source.file not in there:
            editors = same  # the seed has another name now
        if editors:
            brought = bring_in(seed, conversion, Kept(editors, shelf.bases), house, prefer)
            changes += brought.changes
            problems += brought.problems
        elif same:
            problems.append(_same_bytes(conversion.seed, same.briefing))
        else:
            named = _named(briefing, taken)
            taken.add(named.path)
            by_digest[source.sha256, source.item] = Version("", named)
            changes += _creation(named, shelf.bases)
            problems += (*conversion.problems, *_notice_second_name(briefing, named))
    return Intake(tuple(conversions), tuple(changes), tuple(problems))


def _converted(
    seeds: Sequence[Seed], house: House, problems: list[Problem], convert: Callable[[Sequence[Seed]], list[_Found]]
) -> Iterator[tuple[Seed, Conversion]]:
    """Yield each article of each seed; one whose sidecar does not fit all its articles is left out with a warning."""
    for seed, found in zip(seeds, convert(seeds), strict=True):
        faults = seed.faults(sum(conversion.briefing is not None for conversion in found))
        problems += faults
        if not faults:
            yield from ((seed, fit_in(conversion, house)) for conversion in found)


def _convert_all(today: date, workers: Workers, memory: Memory | None, seeds: Sequence[Seed]) -> list[_Found]:
    """Convert seeds, those that `memory` knows from there."""
    keys = [(seed.file, repr(seed.given), today) for seed in seeds]
    known = [memory.get("seed", key) if memory else None for key in keys]
    made = iter(workers.map(partial(_convert, today), [s for s, found in zip(seeds, known, strict=True) if not found]))
    found = [one or next(made) for one in known]
    for key, one in zip(keys, found, strict=True):
        if memory:
            memory.put("seed", key, one)
    return found


def _convert(today: date, seed: Seed) -> _Found:
    return convert_seed(seed.file, today, seed.given)


def _same_bytes(seed: str, briefing: Briefing) -> Problem:
    """Say that a seed was renamed or copied: its briefing is there already."""
    message = f"holds the bytes that {briefing.path} was made from; no second briefing was made"
    hint = f"if {briefing.source.file} was renamed, write the new name into `source`; else remove one of the two"
    return Problem(seed, message, hint, level=Level.NOTE, rule="convert")


def _named(briefing: Briefing, taken: set[str]) -> Briefing:
    """Give a new briefing the first free slug of its headline, and the path of its content file."""
    base = _wanted_slug(briefing) or f"briefing-{briefing.source.sha256[:8]}"
    slug, number = base, 1
    while f"{BRIEFINGS_FOLDER}/{slug}.md" in taken:
        number += 1
        slug = f"{base}-{number}"
    return replace(briefing, slug=slug, path=f"{BRIEFINGS_FOLDER}/{slug}.md")


def _wanted_slug(briefing: Briefing) -> str:
    return briefing.slug or slugify(briefing.headline)


def _notice_second_name(briefing: Briefing, named: Briefing) -> list[Problem]:
    wanted = _wanted_slug(briefing)
    if not wanted or named.slug == wanted:
        return []
    message = f"has the {'slug' if briefing.slug else 'headline'} of another briefing; it became {named.path}"
    hint = "keep one of the two, or set the other's `draft: true`"
    return [Problem(f"seeds/{briefing.source.file}", message, hint, level=Level.WARNING, rule="convert")]


def _creation(briefing: Briefing, bases: Mapping[str, bytes]) -> list[Change]:
    """Return what makes a content file and the record of its conversion."""
    record = base_path(briefing.source)
    before, done = bases.get(record), "made"
    if before is not None and (earlier := _earlier(before, briefing)):
        done = f"made again; it stays away when seeds/{briefing.source.file} is removed as well"
        briefing = replace(briefing, added=earlier.added or briefing.added)
    data = format_briefing(briefing).encode()
    changes = [Change(briefing.path, None, data, done), Change(record, before, data)]
    return [change for change in changes if change.before != change.after]


def _earlier(base: bytes, briefing: Briefing) -> Briefing | None:
    """Return the last conversion of a seed, unless it was of another article under the same name."""
    try:
        earlier = parse_briefing(SourceFile(briefing.path, base))
    except ContentError:
        return None
    return None if is_another_article(earlier, briefing) else earlier
