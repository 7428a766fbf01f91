"""The files of seeds/ in, the seeds with the fields out that an editor gives beside them: `tolls.yaml` for `tolls.txt`.

Where two seeds share a stem, a sidecar names its seed in full: `tolls.txt.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from nutgraf.content import parse_alias, parse_slug, parse_url, read_correction
from nutgraf.frontmatter import compose
from nutgraf.models import Source
from nutgraf.problems import ContentError, Level, Problem
from nutgraf.schema import Fields, parse_flag
from nutgraf.settings import parse_language
from nutgraf.sources import SourceFile, decode_utf8

_SUFFIXES = (".yaml", ".yml")

_OF_ONE_ARTICLE: Mapping[str, Callable[[Fields, str], Any]] = {
    "headline": Fields.text,
    "dek": Fields.text,
    "dateline": Fields.text,
    "why_it_matters": Fields.text,
    "takeaways": Fields.texts,
    "corrections": lambda fields, name: tuple(read_correction(item) for item in fields.mappings(name)),
    "url": lambda fields, name: fields.convert(name, parse_url, ""),
    "aliases": lambda fields, name: fields.texts(name, parse_alias),
}
_OF_ALL: Mapping[str, Callable[[Fields, str], Any]] = {
    "byline": Fields.texts,
    "published": Fields.instant,
    "updated": Fields.instant,
    "language": lambda fields, name: fields.convert(name, parse_language, ""),
    "topics": Fields.texts,
    "story": lambda fields, name: fields.convert(name, parse_slug, ""),
    "draft": lambda fields, name: fields.convert(name, parse_flag, None),
    "extra": Fields.free,
}
"""Fields that make sense for each article of a seed that holds several."""

_WITH_ORIGIN = ("headline", "takeaways", "topics")


@dataclass(frozen=True, slots=True)
class Seed:
    """A raw file, and what its sidecar gives."""

    file: SourceFile
    given: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields of a Briefing; they win over what the copy says."""
    sidecar: str = ""
    """The path of the sidecar, or empty."""
    lines: Mapping[str, int] = field(default_factory=dict, hash=False)
    """The line of the sidecar on which each field stands."""

    def faults(self, articles: int) -> list[Problem]:
        """Return a warning for each given field that cannot be that of all the articles of a seed."""
        return [
            _waiting(Problem(self.sidecar, f"'{name}' is of one article, and {self.file.path} holds {articles}",
                             "write it into the content file of the article it is about", self.lines[name]))
            for name in self.lines
            if articles > 1 and name in _OF_ONE_ARTICLE
        ]  # fmt: skip


def pair_sidecars(files: Iterable[SourceFile]) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Return the seeds among `files`, less those whose sidecar is broken, and warnings."""
    found = list(files)
    sidecars = {file.path: file for file in found if PurePosixPath(file.path).suffix.lower() in _SUFFIXES}
    seeds = {file.path: file for file in found if file.path not in sidecars}
    problems: list[Problem] = []
    given: dict[str, SourceFile] = {}
    for path, sidecar in sorted(sidecars.items(), key=lambda item: -len(item[0])):  # tolls.txt.yaml before tolls.yaml
        name = str(PurePosixPath(path).with_suffix(""))
        named = [name] if name in seeds else [s for s in seeds if str(PurePosixPath(s).with_suffix("")) == name]
        if len(named) == 1 and named[0] not in given:
            given[named[0]] = sidecar
        else:
            problems.append(_unpaired(path, named, given))
    paired: list[Seed] = []
    for path, file in seeds.items():
        try:
            paired.append(_read(file, given[path]) if path in given else Seed(file))
        except ContentError as error:
            problems += map(_waiting, error.problems)
    return tuple(paired), tuple(problems)


def _unpaired(path: str, named: list[str], given: Mapping[str, SourceFile]) -> Problem:
    if not named:
        message, hint = "no seed lies beside it", "give it the name of its seed: tolls.yaml for tolls.txt"
    elif len(named) > 1:
        message, hint = f"may be meant for {' or '.join(sorted(named))}", f"name it {sorted(named)[0]}.yaml"
    else:
        message, hint = f"{named[0]} has {given[named[0]].path} already", "put all fields into one of them"
    return Problem(path, f"{message}; nothing was made of it", hint, level=Level.WARNING, rule="sidecar")


def _read(seed: SourceFile, sidecar: SourceFile) -> Seed:
    """Read a sidecar. Raises ContentError with all its faults."""
    problems: list[Problem] = []
    fields = Fields(compose(decode_utf8(sidecar), sidecar.path), sidecar.path, 1, problems)
    values = {name: read(fields, name) for name, read in {**_OF_ONE_ARTICLE, **_OF_ALL}.items()}
    fields.finish()
    if problems:
        raise ContentError(problems)
    given = {name: value for name, value in values.items() if value not in (None, "", (), {})}
    lines = {name: fields.line_of(name) for name in given}
    given |= {f"{name}_origin": "editor" for name in _WITH_ORIGIN if name in given}
    if url := given.pop("url", ""):
        given["source"] = Source(url=url)
    return Seed(seed, given, sidecar.path, lines)


def _waiting(problem: Problem) -> Problem:
    message = f"{problem.message}; its seed waits until this is mended"
    return replace(problem, message=message, level=Level.WARNING, rule="sidecar")
