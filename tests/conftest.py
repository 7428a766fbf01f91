"""What every test may ask for: a whole site from one text, the command run on it, a server, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from dist_checks import load_tree
from whole_site import EPOCH, RICH_TEXT, write_site

from nutgraf import cli
from tests.crowd import write_crowd
from tests.serving import serving
from tests.thirty import EPOCH as THIRTY_EPOCH
from tests.thirty import write_thirty

EXAMPLES = 1000 if os.environ.get("NUTGRAF_THOROUGH") else 100
"""How many texts the laws of conversion are tried on; `.ci/run` tries them all."""

# The same examples on every machine and day; NUTGRAF_EXPLORE=1 looks for new ones.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("explore" if os.environ.get("NUTGRAF_EXPLORE") else "repeatable")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    exit: int
    out: str
    err: str


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the site described by a text (see whole_site.py) and gives its root."""

    def make(text: str = "", name: str = "site") -> Path:
        return write_site(tmp_path / name, text)

    return make


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Return a function that runs the command on a root: `run(root, "check", "--strict")`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    def command(root: Path, *arguments: str) -> Outcome:
        capsys.readouterr()
        try:
            status = cli.main([*arguments, "--root", str(root)])
        except SystemExit as stop:  # argparse's way to say that the usage was wrong
            status = stop.code if isinstance(stop.code, int) else 1
        return Outcome(status, *capsys.readouterr())

    return command


def build_once(root: Path, epoch: str) -> Path:
    """Return dist/ of a site, built by the real command at a fixed time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert cli.main(["build", "--root", str(root), "-q"]) == 0
    return root / "dist"


@pytest.fixture(scope="session")
def rich_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dist/ of the site in sites/rich.txt."""
    text = RICH_TEXT.read_text(encoding="utf-8")
    return build_once(write_site(tmp_path_factory.mktemp("rich") / "site", text), EPOCH)


@pytest.fixture(scope="session")
def thirty_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dist/ of the site in thirty.py."""
    return build_once(write_thirty(tmp_path_factory.mktemp("thirty") / "site"), THIRTY_EPOCH)


@pytest.fixture(scope="session")
def turned_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dist/ of the same site with its own words in Arabic, from right to left."""
    return build_once(write_thirty(tmp_path_factory.mktemp("turned") / "site", "ar"), THIRTY_EPOCH)


@pytest.fixture(scope="session")
def crowd_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dist/ of the site in crowd.py."""
    return build_once(write_crowd(tmp_path_factory.mktemp("crowd") / "site"), THIRTY_EPOCH)


@pytest.fixture(scope="module")
def serve_folder() -> Iterator[Callable[..., str]]:
    """Return a function that serves a folder under "/briefing/" or another prefix and gives the address."""
    with ExitStack() as stack:

        def serve(folder: Path, prefix: str = "/briefing/") -> str:
            return stack.enter_context(serving(load_tree(folder), prefix))

        yield serve


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return the system's Chromium; skip without one, unless NUTGRAF_REQUIRE_BROWSER=1 makes that a failure.

    One a module and not one a session: while Playwright runs, asyncio.run() is refused to every other test.
    """
    program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if program is None:
        (pytest.fail if os.environ.get("NUTGRAF_REQUIRE_BROWSER") == "1" else pytest.skip)("no Chromium found")
    from playwright.sync_api import sync_playwright  # costs 0.2 s, so only where it is used

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=arguments)
        yield chromium
        chromium.close()
