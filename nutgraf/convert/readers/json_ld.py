"""The JSON-LD scripts of a page in, what they say of its article out."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nutgraf.convert.matching import fold
from nutgraf.convert.repair import tidy
from nutgraf.vocabulary.page import ARTICLE_TYPES

Node = Mapping[str, Any]

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$"
)
_MOST_NODES = 10_000
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")


def find_article(scripts: Sequence[str], addresses: Sequence[str] = (), headlines: Sequence[str] = ()) -> Node:
    """Return the node of the page's article, {} when no script has one that can be read.

    Pages describe other stories, too: the article is the one at one of `addresses`, or with one of `headlines`.
    """
    nodes = list(_nodes(scripts))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if types_of(node) & ARTICLE_TYPES and text_of(node, "headline", "name")]
    wanted = {address.partition("#")[0].rstrip("/") for address in addresses if address}
    titles = {fold(headline) for headline in headlines}
    ranked = sorted(
        articles,
        key=lambda node: (_address(node) in wanted, fold(text_of(node, "headline", "name")) in titles, len(node)),
        reverse=True,
    )
    return {name: _resolved(value, by_id) for name, value in ranked[0].items()} if ranked else {}


def types_of(node: Node) -> set[str]:
    """Return the types of a node, without the name of their vocabulary."""
    return {str(name).rpartition("/")[2].rpartition(":")[2] for name in as_list(node.get("@type"))}


def as_list(value: Any) -> list[Any]:  # noqa: ANN401
    """Return a value that may be one or many as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(node: Node, *names: str) -> str:
    """Return the first of the properties `names` that is a text, as a reader would see it."""
    for name in names:
        for value in as_list(node.get(name)):
            value = value.get("@value") if isinstance(value, dict) else value
            if isinstance(value, str) and (text := clean(value)):
                return text
    return ""


def clean(text: str) -> str:
    """Return a text without the escapes and tags that content systems leave in their data."""
    text = html.unescape(text)
    return " ".join(tidy(_TAGS.sub(" ", text) if "</" in text or "<br" in text else text).split())


def _address(node: Node) -> str:
    page = node.get("mainEntityOfPage")
    value = node.get("url") or (page.get("@id") if isinstance(page, dict) else page) or node.get("@id")
    return value.partition("#")[0].rstrip("/") if isinstance(value, str) else ""


def _nodes(scripts: Sequence[str]) -> Iterator[Node]:
    """Yield every object in the scripts, outer ones first; a script that is no JSON has none."""
    waiting: deque[Any] = deque(value for script in scripts for value in _loaded(script))
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _loaded(script: str) -> list[Any]:
    try:
        return [json.loads(_WRAPPING.sub("", _WRAPPING.sub("", script)), strict=False)]
    except (ValueError, RecursionError):
        return []


def _resolved(value: Any, by_id: Mapping[str, Node]) -> Any:  # noqa: ANN401
    """Return a value with references to other nodes of the page replaced by those nodes."""
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return by_id.get(str(value.get("@id")), value)
    return value
