"""What comes from others: the lock holds what pyproject.toml asks for, and what is known of it is told as it is."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from itertools import chain
from typing import Any

import pytest
from packaging.requirements import Requirement
from whole_site import REPOSITORY

LOCKED = re.compile(r"^([\w.-]+)==(\S+)(?: ;[^\\]*)? \\\n    --hash=sha256:[0-9a-f]{64}", re.MULTILINE)


def plain(name: str) -> str:
    """Return the name of a package as indexes spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_holds_what_is_asked_for() -> None:
    """Each library of ours and of CI's stands in it with its hash, in a version that will do."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    project, tools = settings["project"], settings["dependency-groups"]["ci"]
    extras = chain.from_iterable(project["optional-dependencies"].values())
    wanted = [Requirement(text) for text in (*project["dependencies"], *extras, *tools)]
    text = (REPOSITORY / ".ci" / "requirements.lock").read_text(encoding="utf-8")
    versions: dict[str, list[str]] = {}
    for name, version in LOCKED.findall(text):
        versions.setdefault(plain(name), []).append(version)
    assert len(wanted) > 30
    assert [
        str(requirement)
        for requirement in wanted
        if requirement.name != "nutgraf"
        and not any(requirement.specifier.contains(version) for version in versions.get(plain(requirement.name), []))
    ] == []


def verdict(*packages: dict[str, Any], is_required: bool = False) -> tuple[list[str], int]:
    """Return what .ci/audit.py says."""
    spec = importlib.util.spec_from_file_location("audit", REPOSITORY / ".ci" / "audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: tuple[list[str], int] = module.verdict(list(packages), is_required=is_required)
    return found


FINE = {"name": "jinja2", "version": "3.1.6", "vulns": []}
BAD = {"name": "lxml", "version": "1.0", "vulns": [{"id": "CVE-1", "fix_versions": ["2.0"]}]}
UNKNOWN = {"name": "tqdm", "skip_reason": "not found"}
OURS = {"name": "nutgraf", "skip_reason": "not found"}
PIP = {"name": "pip", "version": "1.0", "vulns": BAD["vulns"]}


def test_a_known_vulnerability_ends_the_run() -> None:
    """With its id and the release that mends it."""
    assert verdict(FINE, OURS, PIP) == (["1 packages audited, 0 vulnerabilities known"], 0)
    lines, status = verdict(FINE, BAD, OURS)
    assert lines == ["lxml 1.0: CVE-1, mended in 2.0", "2 packages audited, 1 vulnerabilities known"]
    assert status == 1


@pytest.mark.parametrize(("packages", "names"), [([UNKNOWN, OURS], "tqdm"), ([FINE, UNKNOWN], "tqdm"), ([], "all")])
def test_what_was_not_audited_is_not_said_to_be_fine(packages: list[dict[str, Any]], names: str) -> None:
    """It is named, and where the audit must be it ends the run."""
    lines, status = verdict(*packages)
    assert lines[-1] == f"NOT AUDITED, since no advisories could be had: {names}"
    assert status == 0
    assert verdict(*packages, is_required=True)[1] == 1
