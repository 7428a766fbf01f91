"""Problems and ledgers in, text to print out, in the formats that people and machines read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from nutgraf import __version__
from nutgraf.convert import Conversion
from nutgraf.problems import Level, Problem
from nutgraf.rules import RULES

_EXCERPT = 68  # characters of a block in the ledger; the line still fits a terminal of 120
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def format_problems(problems: Sequence[Problem], style: str) -> str:
    """Return `problems` as text, json, sarif or github, without a line end; '' when there is nothing to say as text."""
    if style == "json":
        return json.dumps({"problems": [_as_json(p) for p in problems]}, indent=1, ensure_ascii=False)
    if style == "sarif":
        return json.dumps(_as_sarif(problems), indent=1, ensure_ascii=False)
    return "\n".join(_as_github(p) if style == "github" else str(p) for p in problems)


def _as_json(problem: Problem) -> dict[str, Any]:
    names = ("path", "line", "column", "level", "rule", "message", "hint")
    return {name: getattr(problem, name) for name in names}


def _as_github(problem: Problem) -> str:
    """Return a workflow command, which GitHub shows beside the line it names."""
    where = f"file={_escape(problem.path, ',:')}"
    where += f",line={problem.line}" if problem.line else ""
    where += f",col={problem.column}" if problem.column else ""
    text = problem.message + (f" ({problem.hint})" if problem.hint else "")
    return f"::{_GITHUB[problem.level]} {where},title={_escape(problem.rule, ',:')}::{_escape(text)}"


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_sarif(problems: Iterable[Problem]) -> dict[str, Any]:
    found = list(problems)
    driver = {
        "name": "nutgraf",
        "version": __version__,
        "rules": [_sarif_rule(rule) for rule in sorted({p.rule for p in found})],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(p) for p in found],
            }
        ],
    }


def _sarif_rule(name: str) -> dict[str, Any]:
    rule = RULES.get(name)
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.holds},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": str(rule.level)},
    }


def _sarif_result(problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.path)}}
    if problem.line:
        place["region"] = {"startLine": problem.line} | ({"startColumn": problem.column} if problem.column else {})
    text = problem.message + (f" ({problem.hint})" if problem.hint else "")
    return {
        "ruleId": problem.rule,
        "level": str(problem.level),
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def format_counts(conversion: Conversion) -> str:
    """Return how many blocks of a seed went where, in one line."""
    counts = Counter(placed.place for placed in conversion.ledger)
    return f"{conversion.seed}: " + (", ".join(f"{count} {place}" for place, count in counts.items()) or "no blocks")


def format_ledger(conversion: Conversion) -> str:
    """Return where each block of a seed went: line, place, reason, and how the block begins."""
    if not conversion.ledger:
        return f"{conversion.seed}: no blocks"
    lines = [f"{conversion.seed}: {len(conversion.ledger)} blocks"]
    places = max(len(placed.place) for placed in conversion.ledger)
    for placed in conversion.ledger:
        text = placed.block.text
        text = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
        lines.append(f"{placed.block.line:5}  {placed.place:{places}}  {placed.reason}: {text}")
    return "\n".join(lines)
