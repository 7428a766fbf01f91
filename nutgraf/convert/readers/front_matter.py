"""The front matter of a Markdown seed in, the fields of a Briefing out; what has no field of ours goes to `extra`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import yaml

from nutgraf.content import read_briefing
from nutgraf.frontmatter import FrontMatter, place_of
from nutgraf.instants import find_instant, parse_instant
from nutgraf.models import Briefing, Places
from nutgraf.problems import ContentError, Level, Problem
from nutgraf.settings import is_web_address
from nutgraf.vocabulary.front_matter import DATES, LISTS, NAMES

_OURS = {field.name for field in fields(Briefing)} - {"path", "body", "body_line", "places"}
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_NO_HEADLINE = "-"

Pair = tuple[yaml.ScalarNode, yaml.Node]


def read_front_matter(front: FrontMatter, path: str) -> tuple[Briefing, frozenset[str], tuple[Problem, ...]]:
    """Return the fields, which of them were given, and what an editor should know. Raises ContentError with faults."""
    problems: list[Problem] = []
    ours: dict[str, Pair] = {}
    others: list[Pair] = []
    url = ""
    for key, value in front.node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        meant = name if name in _OURS else NAMES.get(str(name).lower(), "")
        if name in ours:
            ours[f"{name} again"] = (key, value)  # named twice, which is told where fields are read
        elif not meant or (name != meant and meant in _given(front) and meant != "topics"):
            others.append((key, value))
        elif meant == "url":
            url, others = _url(value, url), [*others, *([] if _url(value, "") else [(key, value)])]
        elif name == meant:
            ours[meant] = (key, value)
        elif (read := _as_ours(meant, value, ours.get(meant))) is not None:
            ours[meant] = (_scalar(meant, key), read)
        else:
            others.append((key, value))
            problems.append(_not_taken(name, meant, key, front, path))
    named = frozenset(name for name, (_, value) in ours.items() if value.value)
    pairs = [*ours.values()]
    if "headline" not in named:
        pairs = [*(pair for name, pair in ours.items() if name != "headline"), _pair("headline", front.node)]
    node = yaml.MappingNode(front.node.tag, pairs, front.node.start_mark, front.node.end_mark)
    faults: list[Problem] = []
    briefing = read_briefing(replace(front, node=_with_extra(node, others)), path, faults)
    if faults:
        raise ContentError(faults)
    briefing = replace(briefing, headline=briefing.headline if "headline" in named else "", path="", body="")
    briefing = replace(briefing, slug=briefing.slug if "slug" in named else "", places=Places(), body_line=1)
    if url and not briefing.source.url:
        briefing = replace(briefing, source=replace(briefing.source, url=url))
    return briefing, named, tuple(problems)


def _given(front: FrontMatter) -> set[str]:
    """Return the names of the fields that the front matter gives by the names that they have here."""
    return {key.value for key, _ in front.node.value if isinstance(key, yaml.ScalarNode)} & _OURS


def _as_ours(name: str, value: yaml.Node, before: Pair | None) -> yaml.Node | None:
    """Return the value of another generator's field as one of ours; None when it does not fit."""
    if name in LISTS:
        items = [*(before[1].value if before else ()), *_items(value, name)]
        return yaml.SequenceNode("", items, value.start_mark, value.end_mark)
    if before is not None or not isinstance(value, yaml.ScalarNode):
        return None
    if name in DATES:
        text = _date(value.value)
        return _scalar(text, value) if text or not value.value else None
    return value


def _items(value: yaml.Node, name: str) -> Iterator[yaml.ScalarNode]:
    """Yield the texts in a list, in one text with commas, or the names of authors who are told at length."""
    for item in value.value if isinstance(value, yaml.SequenceNode) else [value]:
        if isinstance(item, yaml.MappingNode):
            named = [v for k, v in item.value if k.value in ("name", "title") and isinstance(v, yaml.ScalarNode)]
            yield from named[:1]
        elif isinstance(item, yaml.ScalarNode):
            is_one = isinstance(value, yaml.SequenceNode) or name == "takeaways"
            for part in (
                [item.value] if is_one else re.split(r"\s*[,;]\s*|\s+and\s+" if name == "byline" else ",", item.value)
            ):
                text = _BY.sub("", part.strip()) if name == "byline" else part.strip()
                if text:
                    yield _scalar(text, item)


def _date(text: str) -> str:
    try:
        return str(parse_instant(text.strip()))
    except ValueError:
        hit = find_instant(text)
        return str(hit[0]) if hit else ""


def _url(value: yaml.Node, before: str) -> str:
    is_address = isinstance(value, yaml.ScalarNode) and is_web_address(value.value)
    return before or (str(value.value) if is_address else "")


def _with_extra(node: yaml.MappingNode, others: list[Pair]) -> yaml.MappingNode:
    """Return the mapping with the fields that have no place here among those of `extra`."""
    if not others:
        return node
    pairs = [pair for pair in node.value if pair[0].value != "extra"]
    extra = next((value for key, value in node.value if key.value == "extra"), None)
    kept = extra.value if isinstance(extra, yaml.MappingNode) else []
    merged = yaml.MappingNode("", [*kept, *others], node.start_mark, node.end_mark)
    return yaml.MappingNode(node.tag, [*pairs, (_scalar("extra", node), merged)], node.start_mark, node.end_mark)


def _pair(name: str, at: yaml.Node) -> Pair:
    return _scalar(name, at), _scalar(_NO_HEADLINE, at)


def _scalar(text: str, at: yaml.Node) -> yaml.ScalarNode:
    """Return a text as a node at the place of another; its quotes keep it from being looked at as YAML again."""
    return yaml.ScalarNode("", text, at.start_mark, at.end_mark, style='"')


def _not_taken(name: str, meant: str, key: yaml.Node, front: FrontMatter, path: str) -> Problem:
    message = f"'{name}' cannot be read as `{meant}`; it was kept under `extra`"
    where: tuple[Any, Any] = place_of(key.start_mark, front.first_line)
    return Problem(path, message, f"write `{meant}` by hand", *where, level=Level.WARNING, rule="convert")
