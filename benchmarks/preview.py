"""A number of briefings in; how long the preview takes from a save to the text in a browser out.

A real Chromium shows one of them. After each save it is waited for the new text; then two saves come 0.3 s apart, and
the second must be shown. Needs playwright and a Chromium.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpus import make_articles
from benchmarks.peers import ours
from benchmarks.peers.program import REPOSITORY
from nutgraf.addresses import slugify

_PATIENCE = 20_000  # milliseconds; only a save that is lost takes that long
_REST = 1.0  # seconds between two edits: the build behind the open page is done by then
_PAIRS = 10


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print the median and the maximum in milliseconds: 0 fine, 1 when a save was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.preview", description=__doc__)
    parser.add_argument("--n", type=int, default=300, help="briefings (default: 300)")
    parser.add_argument("--edits", type=int, default=30, help="saves (default: 30)")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser's path")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        articles = list(make_articles(options.n))
        for path, text in ours.program("full").files(articles):
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        article = articles[options.n // 2]
        file, address = Path(folder, ours.source(article)), f"briefings/{slugify(article.headline)}.html"
        with _preview(Path(folder)) as port, _page(options.chromium, f"http://127.0.0.1:{port}/{address}") as page:
            took, lost = _edit(file, page, options.edits)
    print(f"{options.n} briefings, {options.edits} edits: median {median(took):.0f} ms, maximum {max(took):.0f} ms")
    print(f"of {_PAIRS} pairs of saves 0.3 s apart {lost} lost")
    return 1 if lost else 0


def _edit(file: Path, page: Any, edits: int) -> tuple[list[float], int]:  # noqa: ANN401 - the browser's
    """Return the milliseconds that each save took, and how many of the later saves were never shown."""
    good = file.read_text(encoding="utf-8")

    def save(text: str) -> None:
        file.write_text(f"{good}\n\n{text}\n", encoding="utf-8")

    took, lost = [], 0
    for number in range(edits):
        time.sleep(_REST)
        begun = time.perf_counter()
        save(f"Edit {number} stands here.")
        page.get_by_text(f"Edit {number} stands here.").wait_for(timeout=_PATIENCE)
        took.append((time.perf_counter() - begun) * 1000)
    for number in range(_PAIRS):
        time.sleep(_REST)
        save(f"First {number} stands here.")
        time.sleep(0.3)
        save(f"Second {number} stands here.")
        lost += not _appears(page, f"Second {number} stands here.")
    return took, lost


def _appears(page: Any, text: str) -> bool:  # noqa: ANN401
    from playwright.sync_api import TimeoutError as NeverError

    try:
        page.get_by_text(text).wait_for(timeout=_PATIENCE)
    except NeverError:
        return False
    return True


@contextmanager
def _preview(root: Path) -> Iterator[int]:
    """Serve the site, and give the port as soon as it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, str(REPOSITORY / "build.py"), "serve", "-q", "--root", str(root), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    try:
        while process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.2)
        yield port
    finally:
        process.kill()
        process.wait()


@contextmanager
def _page(chromium: str, url: str) -> Iterator[Any]:
    """Open a page, and give it as soon as it waits for changes."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        with page.expect_websocket():
            page.goto(url)
        yield page
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
