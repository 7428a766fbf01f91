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

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A content file cut in two."""

    node: yaml.MappingNode
    """The YAML, composed but not yet given a meaning."""
    first_line: int
    """The line of the file on which the YAML starts; its nodes count from there."""
    body: str
    body_line: int


def split(text: str, path: str) -> FrontMatter:
    """Cut `text` at its two `---` lines. Raises ContentError when they or the YAML are broken."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if opening is None:
        raise ContentError([Problem(path, "no front matter", "begin the file with a line of three dashes", 1)])
    if closing is None:
        raise ContentError([Problem(path, "the front matter is not closed", "end it with a line of three dashes", 1)])
    head = text[opening.end() + 1 : closing.start()]
    body_start = min(closing.end() + 1, len(text))
    return FrontMatter(
        node=compose(head, path, first_line=2),
        first_line=2,
        body=text[body_start:],
        body_line=text.count("\n", 0, body_start) + 1,
    )


def compose(text: str, path: str, first_line: int = 1) -> yaml.MappingNode:
    """Read `text` as a YAML mapping without giving its scalars a type.

    Raises ContentError with the place where the broken part opened, which is where the slip is, not where
    the parser ran out. Anchors and aliases are refused: they hide what a field holds, and can grow without end.
    """
    try:
        alias = next((e for e in yaml.parse(text, Loader=yaml.BaseLoader) if getattr(e, "anchor", None)), None)
        node = yaml.compose(text, Loader=yaml.BaseLoader) if alias is None else None
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        line = min(mark.line if mark else 0, text.rstrip().count("\n"))  # never past the text, where YAML gave up
        where = (line + first_line, mark.column + 1 if mark and mark.line == line else 1)
        message = f"broken YAML: {error.problem}" + (f" {error.context}" if error.context else "")
        raise ContentError([Problem(path, message, "put the text in quotation marks", *where)]) from None
    except yaml.YAMLError as error:
        message = f"broken YAML: {error}".splitlines()[0]
        raise ContentError([Problem(path, message, "remove the character", first_line)]) from None
    if alias is not None and alias.start_mark is not None:
        line, column = alias.start_mark.line + first_line, alias.start_mark.column + 1
        hint = "write the value out, or put it in quotation marks"
        raise ContentError(
            [Problem(path, "& and * stand for YAML anchors, which are not used here", hint, line, column)]
        )
    if node is None:
        mark = yaml.Mark(path, 0, 0, 0, None, 0)
        return yaml.MappingNode("tag:yaml.org,2002:map", [], mark, mark)
    if not isinstance(node, yaml.MappingNode):
        raise ContentError([Problem(path, "expected lines of the form `field: value`", line=first_line)])
    return node


def join(fields: Mapping[str, Any], body: str) -> str:
    """Write a content file: `fields` in their order (texts, booleans, lists, mappings), then `body`."""
    head = yaml.dump(dict(fields), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))
    return f"---\n{head}---\n{body}"


class _Dumper(yaml.SafeDumper):
    """Lists indented under their key, paragraphs as literal blocks: what an editor would write by hand."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
