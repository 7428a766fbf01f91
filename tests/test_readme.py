"""README.md: what it says is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nutgraf import cli
from nutgraf.content import parse_briefing
from nutgraf.filters import filters_for
from nutgraf.models import Settings
from nutgraf.rules import RULES
from nutgraf.sources import SourceFile

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_two_commands_stand_as_they_were_asked_for() -> None:
    """The two commands that do everything on a fresh machine are there, to be pasted."""
    assert "    python -m pip install -e . && python build.py\n" in README
    assert '    python -m pip install -e ".[test]" && python -m pytest\n' in README


@pytest.mark.parametrize("name", ["build", "convert", "check", "serve", "new", "clean"])
def test_every_command_is_documented(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command is in README's table, and exists; so do its options that README names."""
    row = re.search(rf"^\| `{name}\b.*\|$", README, re.MULTILINE)
    assert row
    with pytest.raises(SystemExit):
        cli.main([name, "--help"])
    text = capsys.readouterr().out
    for option in re.findall(r"--[a-z-]+", row[0].split("|")[1]):
        assert option in text


def test_every_option_of_all_commands_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    """Each option of `build` is named in README."""
    with pytest.raises(SystemExit):
        cli.main(["build", "--help"])
    for option in set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help", "--quiet", "--verbose"}:
        assert f"`{option}" in README, option


def test_every_rule_of_the_desk_is_listed() -> None:
    """Each rule stands in README's table with its level and what it holds."""
    rows = [f"| `{rule.id}` | {rule.level} | {rule.holds} |" for rule in RULES.values()]
    assert [row for row in rows if row not in README] == []


def test_every_room_is_on_the_map() -> None:
    """Each module and folder of the package is named in the map of the code."""
    rooms = [p.name for p in (ROOT / "nutgraf").iterdir() if p.suffix == ".py" and p.stem != "__init__"]
    rooms += [f"{p.name}/" for p in (ROOT / "nutgraf").iterdir() if (p / "__init__.py").exists()]
    missing = [room for room in rooms if f"`{room}`" not in README]
    assert not missing


def test_every_filter_is_documented() -> None:
    """Each filter that a layout may call is named."""
    missing = [name for name in filters_for(Settings(title="T")) if f"`{name}`" not in README]
    assert not missing


def test_the_example_of_a_content_file_is_valid() -> None:
    """What README shows as a content file can be read."""
    example = re.search(r"```yaml\n(---\n.*?)```", README, re.DOTALL)
    assert example
    briefing = parse_briefing(SourceFile("content/briefings/example.md", example[1].encode()))
    assert briefing.timeline[0].date == "2025-07-01"


def test_what_readme_links_to_exists() -> None:
    """Each picture and file that README links to is in the repository; code is no link."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", README, flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
