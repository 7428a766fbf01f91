"""nutgraf.serve: the preview, as a real process on a real port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SITE = """
    -- content/briefings/a.md --
    ---
    headline: Tolls rise
    draft: true
    ---
    The tolls rise.
"""
PATIENCE = 20  # seconds; only a broken preview takes that long


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def preview(root: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run `serve` until the block ends."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(root), "--port", str(port)],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(port: int, address: str, text: str) -> str:
    """Ask for a page until it holds `text`, and return it."""
    page = ""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=2) as reply:
                page = reply.read().decode()
            if text in page:
                return page
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.1)
    raise AssertionError(f"{text!r} did not appear in {page[:2000]!r}")


def test_preview_shows_edits_and_leaves_dist_alone(make_site: Callable) -> None:
    """Drafts are shown, an edit appears, a fault keeps the last good page, and dist/ is never made."""
    root, port = make_site(SITE), free_port()
    file = root / "content" / "briefings" / "a.md"
    good = file.read_text(encoding="utf-8")
    with preview(root, port):
        assert "livereload" in wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        file.write_text(good.replace("The tolls rise.", "The tolls fell."), encoding="utf-8")
        wait_for(port, "briefings/tolls-rise.html", "The tolls fell.")
        file.write_text("no front matter", encoding="utf-8")
        time.sleep(2)
        wait_for(port, "briefings/tolls-rise.html", "The tolls fell.")
        file.write_text(good.replace("The tolls rise.", "The tolls doubled."), encoding="utf-8")
        wait_for(port, "briefings/tolls-rise.html", "The tolls doubled.")
    assert not (root / "dist").exists()


def test_a_port_in_use_is_one_message(make_site: Callable) -> None:
    """When somebody else has the port the message names it and another one, and the exit status is 1."""
    root = make_site(SITE)
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with preview(root, port) as process:
            output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert f"127.0.0.1:{port}: error: cannot be used" in output
    assert f"--port {port + 1}" in output
    assert "Traceback" not in output


def test_an_interrupt_ends_it_at_once(make_site: Callable) -> None:
    """Ctrl-C ends the preview without a traceback."""
    root, port = make_site(SITE), free_port()
    with preview(root, port) as process:
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in output


@pytest.mark.browser
def test_an_open_page_reloads_after_an_edit(make_site: Callable, browser: Any) -> None:
    """The browser shows an edit without being asked: the page lets the reload script run, and dist/ has none."""
    root, port = make_site(SITE), free_port()
    file = root / "content" / "briefings" / "a.md"
    with preview(root, port):
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        page = browser.new_page()
        with page.expect_websocket():
            page.goto(f"http://127.0.0.1:{port}/briefings/tolls-rise.html")
        file.write_text(file.read_text(encoding="utf-8").replace("tolls rise.", "tolls fell."), encoding="utf-8")
        page.get_by_text("The tolls fell.").wait_for(timeout=PATIENCE * 1000)
        page.close()
