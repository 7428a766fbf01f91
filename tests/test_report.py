"""nutgraf.report: problems and ledgers become text for people, for GitHub and for other machines."""

import json
import re
from typing import Any

import pytest

from nutgraf import __version__
from nutgraf.cli.options import FORMATS
from nutgraf.convert import Conversion
from nutgraf.convert.draft import Block, Placed
from nutgraf.problems import Level, Problem
from nutgraf.report import format_ledger, format_problems
from nutgraf.rules import RULES

ERROR = Problem("content/briefings/a.md", "is “odd”", "mend it", 7, 3, rule="odd")
WARNING = Problem("seeds/b.txt", "is empty", level=Level.WARNING)
NOTE = Problem("content/site.yaml", "no base_url", line=2, level=Level.NOTE, rule="base-url")
ALL = (ERROR, WARNING, NOTE)


def test_text_is_a_line_a_problem() -> None:
    """People read one line for each problem, in the order given."""
    assert format_problems(ALL, "text") == (
        "content/briefings/a.md:7:3: error: is “odd” (mend it)\n"
        "seeds/b.txt: warning: is empty\n"
        "content/site.yaml:2: note: no base_url"
    )


def test_json_has_every_part_of_every_problem() -> None:
    """Machines get each part by name, and characters as they are."""
    text = format_problems(ALL, "json")
    assert "“odd”" in text
    assert json.loads(text)["problems"] == [
        {
            "path": "content/briefings/a.md",
            "line": 7,
            "column": 3,
            "level": "error",
            "rule": "odd",
            "message": "is “odd”",
            "hint": "mend it",
        },
        {
            "path": "seeds/b.txt",
            "line": 0,
            "column": 0,
            "level": "warning",
            "rule": "content",
            "message": "is empty",
            "hint": "",
        },
        {
            "path": "content/site.yaml",
            "line": 2,
            "column": 0,
            "level": "note",
            "rule": "base-url",
            "message": "no base_url",
            "hint": "",
        },
    ]


def test_sarif_names_rule_level_and_place() -> None:
    """Code scanners get one run with its rules, and a region only where a line is known."""
    report = json.loads(format_problems(ALL, "sarif"))
    (run,) = report["runs"]
    assert report["version"] == "2.1.0"
    assert run["tool"]["driver"] == {
        "name": "nutgraf",
        "version": __version__,
        "rules": [
            {
                "id": "base-url",
                "shortDescription": {"text": RULES["base-url"].holds},
                "help": {"text": RULES["base-url"].mend},
                "defaultConfiguration": {"level": "note"},
            },
            {"id": "content"},
            {"id": "odd"},
        ],
    }
    assert [(r["ruleId"], r["level"], r["message"]["text"]) for r in run["results"]] == [
        ("odd", "error", "is “odd” (mend it)"),
        ("content", "warning", "is empty"),
        ("base-url", "note", "no base_url"),
    ]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places == [
        {"artifactLocation": {"uri": "content/briefings/a.md"}, "region": {"startLine": 7, "startColumn": 3}},
        {"artifactLocation": {"uri": "seeds/b.txt"}},
        {"artifactLocation": {"uri": "content/site.yaml"}, "region": {"startLine": 2}},
    ]


SARIF_LEVELS = {"none", "note", "warning", "error"}


def sarif_faults(report: dict[str, Any]) -> list[str]:
    """Return what breaks the rules that SARIF 2.1.0 has for the properties that we use; others may not be there.

    The schema of OASIS is not free to be kept here; what it says of these properties is.
    """
    faults = [f"unknown {name}" for name in report.keys() - {"$schema", "version", "runs"}]
    faults += [] if report["version"] == "2.1.0" and report["$schema"].startswith("https://") else ["version"]
    for run in report["runs"]:
        faults += [f"unknown {name}" for name in run.keys() - {"tool", "results", "columnKind"}]
        faults += [] if run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints") else ["columnKind"]
        driver = run["tool"]["driver"]
        faults += (
            [] if isinstance(driver["name"], str) and driver.keys() <= {"name", "version", "rules"} else ["driver"]
        )
        ids = [rule["id"] for rule in driver["rules"]]
        faults += [] if len(set(ids)) == len(ids) else ["a rule stands twice"]
        faults += [fault for rule in driver["rules"] for fault in rule_faults(rule)]
        faults += [fault for result in run["results"] for fault in result_faults(result, ids)]
    return faults


def rule_faults(rule: dict[str, Any]) -> list[str]:
    """Return the faults of a reportingDescriptor."""
    known = {"id", "shortDescription", "help", "defaultConfiguration"}
    texts = [rule[name] for name in ("shortDescription", "help") if name in rule]
    faults = [f"unknown {name}" for name in rule.keys() - known]
    faults += ["text" for text in texts if text.keys() != {"text"} or not isinstance(text["text"], str)]
    level = rule.get("defaultConfiguration", {}).get("level", "none")
    return faults + ([] if level in SARIF_LEVELS else ["level"])


def result_faults(result: dict[str, Any], ids: list[str]) -> list[str]:
    """Return the faults of a result."""
    faults = [f"unknown {name}" for name in result.keys() - {"ruleId", "level", "message", "locations"}]
    faults += [] if result["ruleId"] in ids and result["level"] in SARIF_LEVELS else ["rule or level"]
    faults += [] if result["message"]["text"].strip() else ["a message without a word"]
    for location in result["locations"]:
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        faults += [] if re.fullmatch(r"(?:[\w.~/!$&'()*+,;=:@-]|%[0-9A-F]{2})+", uri, re.ASCII) else [f"uri {uri}"]
        region = place.get("region", {"startLine": 1})
        faults += [] if region.keys() <= {"startLine", "startColumn"} and min(region.values()) >= 1 else ["region"]
    return faults


def test_sarif_keeps_the_rules_of_its_schema() -> None:
    """Whatever is found, by a rule that the desk knows or another, is told as the format wants it."""
    odd = [
        Problem("seeds/é #?%.txt", "“x”\n\ty", "z", 1, 0, Level.NOTE, "convert"),
        Problem("a.md", "m", line=3, column=1),
    ]
    of_each_rule = [rule.finding("content/a b.md", "m", 2, 5) for rule in RULES.values()]
    for problems in ([], ALL, odd, of_each_rule):
        report = json.loads(format_problems(problems, "sarif"))
        assert sarif_faults(report) == []
        assert [len(run["results"]) for run in report["runs"]] == [len(problems)]


def test_the_rules_of_sarif_find_an_offender() -> None:
    """What would not validate is found by them."""
    for change in ("error", "version", "unicodeCodePoints", "startLine", "ruleId"):
        text = format_problems([Problem("a.md", "m", line=3)], "sarif").replace(f'"{change}"', '"other"')
        try:
            assert sarif_faults(json.loads(text))
        except KeyError:
            continue  # something that must be there is not


@pytest.mark.parametrize(
    ("path", "uri"), [("seeds/a b%.txt", "seeds/a%20b%25.txt"), ("seeds/é#?.txt", "seeds/%C3%A9%23%3F.txt")]
)
def test_sarif_paths_are_uris(path: str, uri: str) -> None:
    """The format wants a URI reference, so a path is percent-encoded."""
    (result,) = json.loads(format_problems([Problem(path, "m")], "sarif"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (ERROR, "::error file=content/briefings/a.md,line=7,col=3,title=odd::is “odd” (mend it)"),
        (WARNING, "::warning file=seeds/b.txt,title=content::is empty"),
        (NOTE, "::notice file=content/site.yaml,line=2,title=base-url::no base_url"),
        (Problem("a,b:c%.md", "x", rule="r:s,t"), "::error file=a%2Cb%3Ac%25.md,title=r%3As%2Ct::x"),
        (Problem("a.md", "50%, or: x"), "::error file=a.md,title=content::50%25, or: x"),
        (Problem("a.md", "x\r\n::error::y", "z\nz"), "::error file=a.md,title=content::x%0D%0A::error::y (z%0Az)"),
        (Problem("a\nb.md", "%0A"), "::error file=a%0Ab.md,title=content::%250A"),
    ],
)
def test_github_gets_a_command_that_nothing_breaks_out_of(problem: Problem, line: str) -> None:
    """Percent signs and line ends are escaped everywhere, commas and colons in the properties."""
    assert format_problems([problem], "github") == line


@pytest.mark.parametrize("style", FORMATS)
def test_nothing_to_say_is_valid_in_every_format(style: str) -> None:
    """No problems are no lines for people and an empty list for machines."""
    text = format_problems([], style)
    if style in ("text", "github"):
        assert text == ""
    else:
        report = json.loads(text)
        assert (report["problems"] if style == "json" else report["runs"][0]["results"]) == []


def test_a_ledger_shows_each_block_with_its_place_and_reason() -> None:
    """Every block has its line, where it went, why, and how it begins, cut to fit."""
    ledger = (
        Placed(Block(1, "Tolls rise"), "headline", "first line"),
        Placed(Block(12, "x" * 69), "set aside", "share widget"),
        Placed(Block(123, "y" * 68), "body", "paragraph"),
    )
    assert format_ledger(Conversion("seeds/a.txt", None, ledger)) == (
        "seeds/a.txt: 3 blocks\n"
        "    1  headline   first line: Tolls rise\n"
        f"   12  set aside  share widget: {'x' * 67}…\n"
        f"  123  body       paragraph: {'y' * 68}"
    )


def test_a_seed_without_blocks_says_so() -> None:
    """An empty ledger is told in one line."""
    assert format_ledger(Conversion("seeds/a.txt", None)) == "seeds/a.txt: no blocks"
