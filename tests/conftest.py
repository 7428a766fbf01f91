"""What every test may ask for: a whole site from one text, the command run on it, a server, a browser."""

from __future__ import annotations

import mimetypes
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import hypothesis
import pytest
from dist_checks import load_tree
from whole_site import EPOCH, RICH_TEXT, write_site

from nutgraf import cli
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


@pytest.fixture(scope="session")
def rich_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dist/ of the site in sites/rich.txt, built once by the real command."""
    root = write_site(tmp_path_factory.mktemp("rich") / "site", RICH_TEXT.read_text(encoding="utf-8"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        assert cli.main(["build", "--root", str(root), "-q"]) == 0
    return root / "dist"


@pytest.fixture(scope="session")
def thirty_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return dist/ of the site in thirty.py, built once by the real command."""
    root = write_thirty(tmp_path_factory.mktemp("thirty") / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", THIRTY_EPOCH)
        assert cli.main(["build", "--root", str(root), "-q"]) == 0
    return root / "dist"


def handler_for(files: dict[str, bytes], prefix: str) -> type[BaseHTTPRequestHandler]:
    """Return a handler that knows exact file names below `prefix` and nothing else, like an object store."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # with the write buffer: no stall of 40 ms a reply on a kept connection
        wbufsize = 1 << 16

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            address = path.removeprefix(prefix) if path.startswith(prefix) else ""
            status, address = (200, address) if address in files else (404, "404.html")
            data = files.get(address, b"")
            kind = mimetypes.guess_type(address)[0] or "text/plain"
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def serving(files: dict[str, bytes], prefix: str) -> Iterator[str]:
    """Serve `files` on a free port of this machine while the block runs; gives the address of `prefix`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_for(files, prefix)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()


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
