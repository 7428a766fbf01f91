"""Seeds and the content that exists in, new content files out; what an editor has is never written over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nutgraf.addresses import slugify
from nutgraf.content import BRIEFINGS_FOLDER, format_briefing
from nutgraf.convert import Conversion, convert_seed
from nutgraf.models import Briefing
from nutgraf.problems import Level, Problem
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.languages import primary


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of the seeds."""

    conversions: tuple[Conversion, ...]
    new: tuple[SourceFile, ...]
    """Content files to be created; none of them exists."""
    problems: tuple[Problem, ...]


def take_in(seeds: Iterable[SourceFile], existing: Sequence[Briefing], today: date, language: str = "en") -> Intake:
    """Convert `seeds`. A seed is known by the `source` of a content file, and then left to its editor.

    `today` becomes `added` of what is new: the only clock reading in a content file. `language` is the site's: a
    content file names its own where it is another.
    """
    by_file = {(b.source.file, b.source.item): b for b in existing if b.source.file}
    by_digest = {(b.source.sha256, b.source.item): b for b in existing if b.source.sha256}
    taken = {b.path for b in existing} | {f"{BRIEFINGS_FOLDER}/{b.slug}.md" for b in existing}
    conversions: list[Conversion] = []
    new: list[SourceFile] = []
    problems: list[Problem] = []
    for conversion in (conversion for seed in seeds for conversion in convert_seed(seed, today)):
        conversions.append(conversion)
        briefing = _in_site_of(language, conversion.briefing)
        if briefing is None:
            problems += conversion.problems
            continue
        source = briefing.source
        if editors := by_file.get((source.file, source.item)):
            problems += _compare(editors, briefing, conversion.problems)
        elif same := by_digest.get((source.sha256, source.item)):
            problems.append(_same_bytes(conversion.seed, same))
        else:
            named = _named(briefing, taken)
            taken.add(named.path)
            by_digest[source.sha256, source.item] = named
            new.append(SourceFile(named.path, format_briefing(named).encode()))
            problems += (*conversion.problems, *_notice_second_name(named))
    return Intake(tuple(conversions), tuple(new), tuple(problems))


def _in_site_of(language: str, briefing: Briefing | None) -> Briefing | None:
    """Return a briefing without its language when it is that of the site."""
    is_same = briefing is not None and primary(briefing.language) == primary(language)
    return replace(briefing, language="") if briefing and is_same else briefing


def _same_bytes(seed: str, briefing: Briefing) -> Problem:
    """Say that a seed was renamed or copied: its briefing is there already."""
    message = f"holds the bytes that {briefing.path} was made from; no second briefing was made"
    hint = f"if {briefing.source.file} was renamed, write the new name into `source`; else remove one of the two"
    return Problem(seed, message, hint, level=Level.NOTE, rule="convert")


def _named(briefing: Briefing, taken: set[str]) -> Briefing:
    """Give a new briefing the first free slug of its headline, and the path of its content file."""
    base = slugify(briefing.headline) or f"briefing-{briefing.source.sha256[:8]}"
    slug, number = base, 1
    while f"{BRIEFINGS_FOLDER}/{slug}.md" in taken:
        number += 1
        slug = f"{base}-{number}"
    return replace(briefing, slug=slug, path=f"{BRIEFINGS_FOLDER}/{slug}.md")


def _notice_second_name(briefing: Briefing) -> list[Problem]:
    base = slugify(briefing.headline)
    if not base or briefing.slug == base:
        return []
    message = f"has the headline of another briefing; it became {briefing.path}"
    hint = "keep one of the two, or set the other's `draft: true`"
    return [Problem(f"seeds/{briefing.source.file}", message, hint, level=Level.WARNING, rule="convert")]


def _compare(editors: Briefing, converted: Briefing, warnings: Sequence[Problem]) -> list[Problem]:
    """Say so when a content file is not what its seed gives today; it is left as it is either way.

    One that nobody has edited since is not mended either, so the warnings of its conversion hold.
    """
    if editors.source.sha256 != converted.source.sha256:
        message = (
            f"seeds/{converted.source.file} has changed since this file was made from it; the file is left as it is"
        )
        hint = "carry the change over by hand, or move this file away and convert again"
        return [Problem(editors.path, message, hint, level=Level.WARNING, rule="convert")]
    same = replace(
        converted,
        added=editors.added,
        path=editors.path,
        slug=editors.slug,
        body_line=editors.body_line,
        takeaway_lines=editors.takeaway_lines,
        timeline_lines=editors.timeline_lines,
    )
    if same == editors:
        return list(warnings)
    message = "differs from what its seed gives; the file is left as it is"
    return [Problem(editors.path, message, level=Level.NOTE, rule="convert")]
