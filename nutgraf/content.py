"""content/briefings/*.md -> validated Briefings, and a Briefing -> the text of its content file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from nutgraf.addresses import SLUG, is_outside, slugify
from nutgraf.edtf import parse_edtf
from nutgraf.frontmatter import Cut, FrontMatter, compose, cut, join
from nutgraf.memory import Memory
from nutgraf.models import Basis, Briefing, Correction, Entry, Origin, Places, Source, Waiver
from nutgraf.plain_front_matter import NotPlainError, read_plain_fields
from nutgraf.problems import ContentError, Problem, gather
from nutgraf.rules import RULES
from nutgraf.schema import CONTROL, FieldReader, Fields, control_message
from nutgraf.settings import is_web_address, parse_language
from nutgraf.sources import SourceFile, decode_utf8, read_files

BRIEFINGS_FOLDER = "content/briefings"

CONVERTED_FOLDER = "content/.converted"
"""Each content file as it was last converted, which tells an editor's changes from those of the seed."""


def load_briefings(root: Path) -> tuple[Briefing, ...]:
    """Read every content file of the site at `root`, by path. Raises ContentError with all faults of all files."""
    return parse_briefings(read_files(root, BRIEFINGS_FOLDER))


def parse_briefings(files: Iterable[SourceFile], memory: Memory | None = None) -> tuple[Briefing, ...]:
    """Read content files, those that `memory` knows from there. Raises ContentError with all faults of all of them."""
    if memory is None:
        return gather(*(partial(parse_briefing, file) for file in files))
    return gather(*(partial(memory.recall, "briefing", file, partial(parse_briefing, file)) for file in files))


def parse_briefing(file: SourceFile) -> Briefing:
    """Read one content file. Raises ContentError with all its faults."""
    if not file.path.endswith(".md"):
        raise ContentError([Problem(file.path, "is not a content file", "name it .md, or keep it elsewhere")])
    parts = cut(decode_utf8(file), file.path)
    problems: list[Problem] = []
    briefing = _read_plainly(parts, file.path)
    if briefing is None:
        front = FrontMatter(
            compose(parts.head, file.path, parts.first_line), parts.first_line, parts.body, parts.body_line
        )
        briefing = read_briefing(front, file.path, problems)
    is_fine = parts.body.replace("\n", "").isprintable()  # told in a tenth of the time
    if match := None if is_fine else CONTROL.search(parts.body):
        line = parts.body_line + parts.body.count("\n", 0, match.start())
        problems.append(Problem(file.path, control_message(match[0]), "remove it", line))
    if problems:
        raise ContentError(problems)
    return briefing


def _read_plainly(parts: Cut, path: str) -> Briefing | None:
    """Do what read_briefing does for front matter that is plain and without a fault; None for any other."""
    fields = read_plain_fields(parts.head, parts.first_line)
    if fields is None:
        return None
    try:
        return _briefing_of(fields, path, parts.body, parts.body_line)
    except NotPlainError:
        return None


def read_briefing(front: FrontMatter, path: str, problems: list[Problem]) -> Briefing:
    """Give the front matter its types; faults are appended to `problems`."""
    fields = Fields(front.node, path, front.first_line, problems)
    return _briefing_of(fields, path, front.body, front.body_line)


def _briefing_of(fields: FieldReader, path: str, body: str, body_line: int) -> Briefing:
    headline = fields.text("headline", required=True)
    takeaways = fields.texts("takeaways")
    entries = fields.mappings("timeline")
    corrections, waivers = fields.mappings("corrections"), fields.mappings("waive")
    briefing = Briefing(
        path=path,
        headline=headline,
        dek=fields.text("dek"),
        byline=fields.texts("byline"),
        published=fields.instant("published"),
        updated=fields.instant("updated"),
        added=fields.day("added"),
        dateline=fields.text("dateline"),
        language=fields.convert("language", parse_language, ""),
        topics=fields.texts("topics"),
        story=fields.convert("story", parse_slug, ""),
        why_it_matters=fields.text("why_it_matters"),
        takeaways=takeaways,
        timeline=tuple(_read_entry(entry) for entry in entries),
        source=_read_source(fields.mapping("source")),
        corrections=tuple(map(read_correction, corrections)),
        draft=fields.flag("draft"),
        slug=fields.convert("slug", parse_slug, "") or slugify(headline) or slugify(PurePosixPath(path).stem),
        aliases=fields.texts("aliases", parse_alias),
        headline_origin=fields.choice("headline_origin", Origin, "source"),
        takeaways_origin=fields.choice("takeaways_origin", Origin, "source"),
        topics_origin=fields.choice("topics_origin", Origin, "source"),
        waive=tuple(_read_waiver(item, takeaways) for item in waivers),
        extra=fields.free("extra"),
        body=body,
        body_line=body_line,
        places=Places(
            headline=fields.place_of("headline"),
            dek=fields.place_of("dek"),
            takeaways=fields.places_of("takeaways"),
            timeline=tuple(entry.place_of("text") for entry in entries),
            corrections=tuple(item.place for item in corrections),
            waive=tuple(item.place for item in waivers),
        ),
    )
    fields.finish()
    if headline and not briefing.slug:
        fields.fault_at("headline", "no slug can be made from this headline", "write `slug: …`")
    return briefing


def parse_slug(text: str) -> str:
    """Return a slug. Raises ValueError."""
    if not SLUG.fullmatch(text) or slugify(text) != text:
        raise ValueError(f"'{text}' is not a slug; write '{slugify(text) or 'harbour-tolls'}'")
    return text


def parse_alias(text: str) -> str:
    """Return an old address of a briefing, relative to dist/. Raises ValueError."""
    parts = text.removeprefix("/").split("/")
    if is_outside(text) or not all(parts) or {".", ".."} & set(parts) or re.search(r"[\s?#\\]", text):
        raise ValueError(f"'{text}' is not an address of this site; write old-name.html or 2024/old-name.html")
    return "/".join(parts)


def _checked_edtf(text: str) -> str:
    try:
        parse_edtf(text)
    except ValueError as error:
        hint = "" if "write" in str(error) else "; write 2024, 2024-05, 2024-05-01 or 2024-05~, or leave it out"
        raise ValueError(f"{error}{hint}") from None
    return text


def _read_entry(fields: FieldReader) -> Entry:
    edtf = fields.convert("date", _checked_edtf, "")
    entry = Entry(
        date=edtf,
        phrase=fields.text("phrase"),
        text=fields.text("text", required=True),
        basis=fields.choice("basis", Basis, "explicit" if edtf else "unresolved"),
        expected=fields.flag("expected"),
    )
    fields.finish()
    return entry


def _read_source(fields: FieldReader) -> Source:
    source = Source(
        file=fields.text("file"),
        sha256=fields.text("sha256"),
        url=fields.convert("url", parse_url, ""),
        item=fields.text("item"),
    )
    fields.finish()
    return source


def parse_url(text: str) -> str:
    """Return an absolute http(s) address. Raises ValueError."""
    if not is_web_address(text):
        raise ValueError(f"'{text}' is not a web address; begin it with https://")
    return text


def read_correction(fields: FieldReader) -> Correction:
    """Read one correction."""
    correction = Correction(fields.day("date"), fields.text("text", required=True))
    fields.finish()
    return correction


def _read_waiver(fields: FieldReader, takeaways: Sequence[str]) -> Waiver:
    waiver = Waiver(
        reason=fields.text("reason", required=True),
        rule=fields.convert("rule", parse_rule, ""),
        takeaway=fields.convert("takeaway", partial(_parse_takeaway, count=len(takeaways)), 0),
        claim=fields.text("claim"),
    )
    fields.finish()
    if not (fields.has("rule") or fields.has("claim")):
        fields.fault_at(
            "takeaway", "the waiver says neither `rule` nor `claim`", "name the rule or the words it is for"
        )
    return waiver


def parse_rule(text: str) -> str:
    """Return the id of a rule of the desk. Raises ValueError."""
    if text not in RULES:
        near = get_close_matches(text, RULES, n=1)
        raise ValueError(f"there is no rule '{text}'" + (f" (did you mean '{near[0]}'?)" if near else ""))
    return text


def _parse_takeaway(text: str, count: int) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= count:
        raise ValueError(f"there is no takeaway {text}" + (f"; they are 1 to {count}" if count else ""))
    return int(text)


def format_briefing(briefing: Briefing) -> str:
    """Write the content file of `briefing`: fields in the order editors read them, the absent ones left out."""
    return join({name: value for name, value in field_values(briefing).items() if value}, briefing.body)


def field_values(briefing: Briefing) -> dict[str, Any]:
    """Return what is written for each field of the front matter, in the order editors read them; defaults are empty."""
    return dict(_fields_of(briefing))


def _fields_of(briefing: Briefing) -> Iterator[tuple[str, Any]]:
    """Yield each field and what is written for it; a default is empty, and so left out."""
    yield "headline", briefing.headline
    yield "headline_origin", _origin(briefing.headline_origin)
    yield "dek", briefing.dek
    yield "byline", list(briefing.byline)
    yield "published", str(briefing.published or "")
    yield "updated", str(briefing.updated or "")
    yield "added", briefing.added.isoformat() if briefing.added else ""
    yield "dateline", briefing.dateline
    yield "language", briefing.language
    yield "topics", list(briefing.topics)
    yield "topics_origin", _origin(briefing.topics_origin)
    yield "story", briefing.story
    yield "why_it_matters", briefing.why_it_matters
    yield "takeaways", list(briefing.takeaways)
    yield "takeaways_origin", briefing.takeaways_origin if briefing.takeaways else ""
    yield "timeline", [_entry_fields(entry) for entry in briefing.timeline]
    yield "source", _without_empty(**asdict(briefing.source))
    yield "corrections", [_correction_fields(item) for item in briefing.corrections]
    yield "draft", briefing.draft
    yield "slug", briefing.slug
    yield "aliases", list(briefing.aliases)
    yield "waive", [_waiver_fields(waiver) for waiver in briefing.waive]
    yield "extra", dict(briefing.extra)


def _entry_fields(entry: Entry) -> dict[str, str | bool]:
    fields = _without_empty(date=entry.date, phrase=entry.phrase, text=entry.text, basis=entry.basis)
    return fields | ({"expected": True} if entry.expected else {})


def _correction_fields(correction: Correction) -> dict[str, str]:
    return _without_empty(date=correction.day.isoformat() if correction.day else "", text=correction.text)


def _waiver_fields(waiver: Waiver) -> dict[str, str]:
    takeaway = str(waiver.takeaway) if waiver.takeaway else ""
    return _without_empty(reason=waiver.reason, rule=waiver.rule, takeaway=takeaway, claim=waiver.claim)


def _origin(origin: Origin) -> str:
    return "" if origin == "source" else origin


def _without_empty(**values: str) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
