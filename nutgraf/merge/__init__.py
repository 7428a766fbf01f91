"""A briefing as it was last converted, as its editor has it, and as its seed gives it today: one text of all three out.

What changed in the seed comes in and the editor's work stays, field by field and paragraph by paragraph; what both
changed is a Conflict. What the converter only reads out of the copy or guesses gives way to an editor's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nutgraf.content import field_values, parse_briefing
from nutgraf.frontmatter import join
from nutgraf.merge.items import Side, applied, likeness, merge_items, merge_sets
from nutgraf.models import Briefing
from nutgraf.problems import ContentError
from nutgraf.sentences import split_sentences
from nutgraf.sources import SourceFile
from nutgraf.splice import Items, UncuttableError, line_numbers, paragraph_lines, paragraphs, splice_body, splice_fields

_GUESSED = ("extracted", "inferred")
_ORIGINS = {"headline": "headline_origin", "takeaways": "takeaways_origin", "topics": "topics_origin"}
_SETS = ("topics", "aliases")
_OURS = ("file", "sha256", "item")
"""What the converter keeps in `source` about the seed; an editor has no say in it."""

_SAME_ARTICLE = 0.2  # of the runs of characters; two articles about different things have about a tenth in common

BODY = "body"


@dataclass(frozen=True, slots=True)
class Version:
    """A briefing, and the text of its content file to the byte."""

    text: str
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field, item or paragraph that was edited, and that the seed gives otherwise than before."""

    field: str
    """Of the front matter, or BODY."""
    mine: str
    theirs: str
    line: int
    """Of the editor's file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The merged text, which holds only when there is no conflict."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clash:
    field: str
    mine: str
    theirs: str
    item: int = -1
    """The index of the item or paragraph of mine, or -1 for the whole field."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What is to change: values by field, with Items for lists."""

    values: Mapping[str, Any]
    clashes: tuple[_Clash, ...] = ()


def merge(base: Version, mine: Version, theirs: Version, prefer: Side = "") -> Outcome:
    """Return `mine` with what changed between `base` and `theirs`; `prefer` settles each conflict for one side."""
    if mine.text == base.text:
        return Outcome(theirs.text)
    old, own, new = (field_values(version.briefing) for version in (base, mine, theirs))
    names = [name for name in own if name not in _ORIGINS.values()]
    steps = [_merge_field(name, old, own, new, prefer) for name in names]
    body, clashes = _merge_body(base.briefing.body, mine.briefing.body, theirs.briefing.body, prefer)
    values = {name: value for step in steps for name, value in step.values.items()}
    clashes = (*(clash for step in steps for clash in step.clashes), *clashes)
    return Outcome(_write(mine, values, body), tuple(_placed(clash, mine) for clash in clashes))


def is_another_article(one: Briefing, other: Briefing) -> bool:
    """Tell whether two conversions have neither headline nor sentence in common, and hardly any words."""
    if one.headline == other.headline:
        return False
    texts = [f"{b.body}\n\n{b.why_it_matters}\n\n" + "\n".join(b.takeaways) for b in (one, other)]
    first, second = ({text[start:end] for start, end in split_sentences(text)} for text in texts)
    return not first & second and likeness(*texts) < _SAME_ARTICLE


def _merge_field(
    name: str, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], prefer: Side
) -> _Step:
    """Merge a field together with the one that says where it comes from."""
    unit = [name, _ORIGINS[name]] if name in _ORIGINS else [name]
    old, own, new = ([values[part] for part in unit] for values in (base, mine, theirs))
    if name == "source":
        return _merge_source(old[0], own[0], new[0], prefer)
    if name == "timeline":
        new = [_without_readings(old[0], own[0], new[0])]
    if new in (old, own):
        return _Step({})
    if own == old:
        prefer = "theirs"
    elif new[1:] and new[1] in _GUESSED and prefer != "theirs":
        return _Step({})
    step = _merge_value(name, old[0], own[0], new[0], prefer)
    if unit[1:] and own[1] == old[1]:
        step = replace(step, values={**step.values, unit[1]: new[1]})
    return step


def _merge_value(name: str, old: Any, own: Any, new: Any, prefer: Side) -> _Step:  # noqa: ANN401
    if isinstance(own, list):
        lists = [[tuple(v.items()) if isinstance(v, dict) else v for v in value] for value in (old, own, new)]
        merged = merge_sets(*lists) if name in _SETS else merge_items(*lists, prefer=prefer)
        items = [dict(item) if isinstance(item, tuple) else item for item in merged.items]
        return _Step({name: items}, tuple(_Clash(name, _said(c.mine), _said(c.theirs), c.at) for c in merged.clashes))
    if name == "why_it_matters":
        texts = merge_items(paragraphs(old), paragraphs(own), paragraphs(new), prefer=prefer)
        text = "\n\n".join(applied(texts, paragraphs(own)))
        return _Step({name: text}, tuple(_Clash(name, _said(c.mine), _said(c.theirs)) for c in texts.clashes))
    if prefer:
        return _Step({name: new} if prefer == "theirs" else {})
    return _Step({}, () if old == new or own == new else (_Clash(name, _said([own]), _said([new])),))


def _merge_source(old: Mapping[str, str], own: Mapping[str, str], new: Mapping[str, str], prefer: Side) -> _Step:
    step = _Step({}) if new.get("url") in (old.get("url"), own.get("url")) else None
    if step is None:
        side = "theirs" if own.get("url") == old.get("url") else prefer
        step = _merge_value("url", old.get("url", ""), own.get("url", ""), new.get("url", ""), side)
    url = {"url": step.values.get("url", own.get("url", ""))}
    value = {**own, **{key: new.get(key, "") for key in _OURS}, **url}
    value = {key: text for key, text in value.items() if text}
    clashes = tuple(replace(clash, field="source") for clash in step.clashes)
    return _Step({} if value == own else {"source": value}, clashes)


def _without_readings(
    old: Sequence[dict[str, str]], own: Sequence[dict[str, str]], new: Sequence[dict[str, str]]
) -> list[dict[str, str]]:
    """Return the new timeline without other datings of the same words where an editor changed the entry."""
    before = {(entry.get("phrase"), entry["text"]): entry for entry in old}
    earlier = [before.get((entry.get("phrase"), entry["text"])) for entry in new]
    return [was if was and was not in own else entry for was, entry in zip(earlier, new, strict=True)]


def _merge_body(old: str, own: str, new: str, prefer: Side) -> tuple[Items, tuple[_Clash, ...]]:
    """Merge paragraphs; where one breaks its lines is no difference."""
    spelt = {" ".join(text.split()): text for text in paragraphs(new) + paragraphs(old)}
    versions = [[spelt.get(" ".join(text.split()), text) for text in paragraphs(body)] for body in (old, own, new)]
    merged = merge_items(*versions, prefer=prefer)
    return merged.items, tuple(_Clash(BODY, _said(c.mine), _said(c.theirs), c.at) for c in merged.clashes)


def _said(items: Sequence[Any]) -> str:
    """Return items as a message shows them."""
    return " / ".join(item if isinstance(item, str) else " · ".join(dict(item).values()) for item in items)


def _placed(clash: _Clash, mine: Version) -> Conflict:
    if clash.field == BODY:
        line = mine.briefing.body_line + paragraph_lines(mine.briefing.body)[clash.item]
    else:
        lines = line_numbers(mine.text, mine.briefing.path).get(clash.field, [1])
        line = lines[clash.item + 1] if clash.item + 1 < len(lines) else lines[-1]
    return Conflict(clash.field, clash.mine, clash.theirs, line)


def _write(mine: Version, values: Mapping[str, Any], body: Items) -> str:
    """Return the text of mine with `values` and `body`: line by line, or as a whole where its lines cannot be told."""
    own, path = field_values(mine.briefing), mine.briefing.path
    if "headline" in values:
        values = {**values, "slug": own["slug"]}  # a page keeps its address
    wanted = {**own, **{name: _resolved(own[name], value) for name, value in values.items()}}
    try:
        text = splice_fields(mine.text, path, values, list(own))
        if field_values(parse_briefing(SourceFile(path, text.encode()))) != wanted:
            raise UncuttableError
    except (UncuttableError, ContentError):
        text = join({name: value for name, value in wanted.items() if value}, mine.briefing.body)
    return splice_body(text, body)


def _resolved(own: Any, value: Any) -> Any:  # noqa: ANN401
    """Return the value that Items stand for."""
    return [own[item] if isinstance(item, int) else item for item in value] if isinstance(value, list) else value
