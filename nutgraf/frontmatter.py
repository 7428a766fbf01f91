"""Text of a content file <-> its front matter and its body; every scalar stays the text it is.

`split` and `join` are each other's inverse: `split(join(fields, body))` gives both back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from nutgraf.problems import ContentError, Problem

_DEEPEST = 20  # levels; the deepest field we know has three
_OTHER_LINE_ENDS = re.compile("[\r\x85\u2028\u2029]")  # YAML folds them unless they are escaped

_QuickLoader = getattr(yaml, "CBaseLoader", None)  # where PyYAML was built without libyaml there is none

_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_COMMENT = re.compile(r"(?:^|\s)#", re.MULTILINE)
_QUESTION = re.compile(r"(?:^|[\s\[{,])\?(?:\s|$)", re.MULTILINE)
_ANCHOR = re.compile(r"(?:^|[\s\[{,])[&*]", re.MULTILINE)

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A content file cut in two."""

    node: yaml.MappingNode
    """The YAML, composed but not yet given a meaning."""
    first_line: int
    """The line of the file on which the YAML starts; its nodes count from there."""
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A content file cut in two."""

    head: str
    """The YAML, as it is written."""
    first_line: int
    """The line of the file on which the YAML starts."""
    body: str
    body_line: int


def split(text: str, path: str) -> FrontMatter:
    """Cut `text` at its two `---` lines, and compose the YAML. Raises ContentError when they or it are broken."""
    parts = cut(text, path)
    return FrontMatter(compose(parts.head, path, parts.first_line), parts.first_line, parts.body, parts.body_line)


def cut(text: str, path: str) -> Cut:
    """Cut `text` at its two `---` lines. Raises ContentError when they are not there."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    opening = FENCE.match(text)
    closing = _next_fence(text, opening.end()) if opening else None
    if opening is None:
        raise ContentError([Problem(path, "no front matter", "begin the file with a line of three dashes", 1)])
    if closing is None:
        raise ContentError([Problem(path, "the front matter is not closed", "end it with a line of three dashes", 1)])
    head = text[opening.end() + 1 : closing.start()]
    body_start = min(closing.end() + 1, len(text))
    return Cut(head, 2, text[body_start:], text.count("\n", 0, body_start) + 1)


def _next_fence(text: str, at: int) -> re.Match[str] | None:
    while (at := text.find("\n---", at) + 1) > 0:
        if fence := FENCE.match(text, at):
            return fence
    return None


def compose(text: str, path: str, first_line: int = 1) -> yaml.MappingNode:
    """Read `text` as a YAML mapping without giving its scalars a type.

    Raises ContentError with the place where the broken part opened, which is where the slip is, not where
    the parser ran out. Anchors and aliases are refused, and nesting without end: they hide what a field holds.
    """
    try:
        node = _compose_quickly(text)
        if node is None:
            _refuse_tricks(text, path, first_line)
            node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        message = f"broken YAML: {error.problem}" + (f" {error.context}" if error.context else "")
        raise ContentError(
            [Problem(path, message, "put the text in quotation marks", *place_of(mark, first_line))]
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        where = (line + first_line, error.position - text.rfind("\n", 0, error.position))
        message = f"the character U+{ord(text[error.position]):04X} cannot stand in front matter"
        raise ContentError([Problem(path, message, "remove it", *where)]) from None
    if node is None:
        mark = yaml.Mark(path, 0, 0, 0, None, 0)
        return yaml.MappingNode("tag:yaml.org,2002:map", [], mark, mark)
    if not isinstance(node, yaml.MappingNode):
        raise ContentError([Problem(path, "expected lines of the form `field: value`", line=first_line)])
    return node


def _compose_quickly(text: str) -> yaml.Node | None:
    """Read simple YAML with libyaml, forty times faster; None for what needs a closer look, and for what is broken."""
    if _QuickLoader is None or needs_a_look(text):
        return None
    try:
        return yaml.compose(text, Loader=_QuickLoader)
    except yaml.YAMLError:
        return None


def needs_a_look(text: str) -> bool:
    """Tell whether `text` may hold a comment, an anchor, a `?` key, an odd end of a line or too deep nesting."""
    return bool(
        (not text.replace("\n", "").isprintable() and _ODD.search(text))
        or ("#" in text and _COMMENT.search(text))
        or (("&" in text or "*" in text) and _ANCHOR.search(text))
        or ("?" in text and _QUESTION.search(text))
        or "- - - " in text
        or "\n" + " " * _DEEPEST in text
        or text.count("[") + text.count("{") > _DEEPEST
    )


def place_of(mark: yaml.Mark | None, first_line: int) -> tuple[int, int]:
    """Return line and column of the file, from 1, for a mark in YAML that starts on `first_line`.

    YAML ends lines at characters that no editor shows as a line end, so its own count is not used. A mark past
    the text, where the parser gave up, is moved to the last line that holds something.
    """
    if mark is None:
        return first_line, 1
    if mark.buffer is None or mark.pointer is None:  # of the quick reader, which has only seen simple lines
        return mark.line + first_line, mark.column + 1
    text = str(mark.buffer).rstrip("\0")
    index = mark.pointer
    if index > len(text.rstrip()):
        index = text.rstrip().rfind("\n") + 1
    return text.count("\n", 0, index) + first_line, index - text.rfind("\n", 0, index)


def comment_behind(node: yaml.ScalarNode) -> str:
    """Return what YAML drops as a comment behind a text although it looks like its end: `Prices #1 in town`.

    A comment that was meant has a space after its mark.
    """
    mark = node.end_mark
    if mark is None or mark.buffer is None or mark.pointer is None:
        return ""
    match = re.match(r"[ \t]*(#[^\s#].*)", str(mark.buffer)[mark.pointer : mark.pointer + 200])
    return match[1].rstrip("\0") if match else ""


def _refuse_tricks(text: str, path: str, first_line: int) -> None:
    """Refuse anchors, aliases and deep nesting before they are unfolded."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        where = place_of(getattr(event, "start_mark", None), first_line)
        if getattr(event, "anchor", None):
            hint = "write the value out, or put it in quotation marks"
            raise ContentError([Problem(path, "& and * stand for YAML anchors, which are not used here", hint, *where)])
        if depth > _DEEPEST:
            raise ContentError([Problem(path, "lists and fields are nested too deeply", "write it flat", *where)])


def join(fields: Mapping[str, Any], body: str) -> str:
    """Write a content file: `fields` in their order (texts, booleans, lists, mappings), then `body`."""
    return f"---\n{dump(dict(fields))}---\n{body}"


def dump(value: Any, *, is_flow: bool = False) -> str:  # noqa: ANN401
    """Write texts, booleans, lists and mappings as YAML; the innermost ones on one line when `is_flow`."""
    style = None if is_flow else False
    text = yaml.dump(
        value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf"), default_flow_style=style
    )
    return str(text)


class _Dumper(yaml.SafeDumper):
    """Lists indented under their key, paragraphs as literal blocks: what an editor would write by hand."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _OTHER_LINE_ENDS.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
