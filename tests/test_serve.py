"""nutgraf.serve: the preview, as a real process on a real port."""

from __future__ import annotations

import http.client
import os
import re
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
OTHER = """
    -- content/briefings/b.md --
    ---
    headline: Ferries stop
    draft: true
    ---
    The ferries stop.
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


def ask(port: int, address: str = "", **headers: str) -> tuple[int, str]:
    """Return the status and the text of an address, asked for with `headers`, which take the place of usual ones."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest("GET", f"/{address}", skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    reply = connection.getresponse()
    text = reply.read().decode() if reply.status != 101 else ""
    connection.close()
    return reply.status, text


def test_preview_shows_edits_and_leaves_dist_alone(make_site: Callable) -> None:
    """Drafts are shown, an edit appears, a fault is shown above the last good page, and dist/ is never made."""
    root, port = make_site(SITE), free_port()
    file = root / "content" / "briefings" / "a.md"
    good = file.read_text(encoding="utf-8")
    with preview(root, port):
        assert "livereload" in wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        file.write_text(good.replace("The tolls rise.", "The tolls fell."), encoding="utf-8")
        wait_for(port, "briefings/tolls-rise.html", "The tolls fell.")
        file.write_text(good.replace("draft:", "darft:"), encoding="utf-8")
        faulty = wait_for(port, "briefings/tolls-rise.html", "content/briefings/a.md:3")
        assert "The tolls fell." in faulty
        assert "<pre>darft: true</pre>" in faulty
        file.write_text(good.replace("The tolls rise.", "The tolls doubled."), encoding="utf-8")
        assert "darft" not in wait_for(port, "briefings/tolls-rise.html", "The tolls doubled.")
    assert not (root / "dist").exists()


def test_a_site_that_is_broken_at_first_is_shown_when_it_is_mended(make_site: Callable) -> None:
    """The preview starts, says what is wrong in the browser, and shows the site once it can."""
    root, port = make_site(SITE.replace("draft:", "darft:")), free_port()
    file = root / "content" / "briefings" / "a.md"
    with preview(root, port):
        wait_for_fault(port)
        file.write_text(file.read_text(encoding="utf-8").replace("darft:", "draft:"), encoding="utf-8")
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")


def wait_for_fault(port: int) -> None:
    """Wait until the front page says what is wrong."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            status, page = ask(port)
        except OSError:
            status, page = 0, ""
        if status == 500 and "content/briefings/a.md:3" in page:
            return
        time.sleep(0.1)
    raise AssertionError("no fault was shown")


def test_the_last_of_many_saves_is_shown(make_site: Callable) -> None:
    """None is lost, however soon one follows the other, and while a build is under way."""
    root, port = make_site(SITE), free_port()
    file = root / "content" / "briefings" / "a.md"
    good = file.read_text(encoding="utf-8")
    with preview(root, port):
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        for number in range(20):
            file.write_text(good.replace("The tolls rise.", f"Toll number {number}."), encoding="utf-8")
            time.sleep(0.013 * number)
        wait_for(port, "briefings/tolls-rise.html", "Toll number 19.")


def test_a_folder_that_comes_later_is_watched(make_site: Callable) -> None:
    """A site without seeds/ gets its first seed while it is previewed."""
    root, port = make_site(SITE), free_port()
    with preview(root, port):
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        (root / "seeds").mkdir()
        text = "Harbour wall breaks\n\nThe wall of the harbour at Elswick broke on Monday night, the keeper said.\n"
        (root / "seeds" / "wall.txt").write_text(text, encoding="utf-8")
        wait_for(port, "briefings/harbour-wall-breaks.html", "The wall of the harbour")


def test_a_port_in_use_gives_way_to_the_next(make_site: Callable) -> None:
    """Somebody else has the port: the preview takes another one, and says so."""
    root = make_site(SITE)
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with preview(root, port) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if found := re.match(r"http://127\.0\.0\.1:(\d+)/ shows the site", line):
                    break
            else:
                raise AssertionError("no address was named")
            assert int(found[1]) > port
            wait_for(int(found[1]), "briefings/tolls-rise.html", "The tolls rise.")


def test_only_this_machine_is_answered(make_site: Callable) -> None:
    """Another name for it (which a hostile page could give it) and sockets from foreign pages are refused."""
    root, port = make_site(SITE), free_port()
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    with preview(root, port):
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        for address in ("", "livereload.js", "livereload"):
            status, page = ask(port, address, Host=f"evil.example:{port}")
            assert status == 403, address
            assert "tolls" not in page
        assert ask(port, "", Host=f"localhost:{port}")[0] == 200
        assert ask(port, "livereload", Origin="https://evil.example", **upgrade)[0] == 403
        assert ask(port, "livereload", Origin=f"http://127.0.0.1:{port}", **upgrade)[0] == 101


@pytest.mark.parametrize("address", ["../build.py", "%2e%2e/content/site.yaml", "/etc/passwd", ".git/config"])
def test_nothing_but_the_site_is_served(make_site: Callable, address: str) -> None:
    """Files are served from the build, so that no path leads to the disk."""
    root, port = make_site(SITE), free_port()
    with preview(root, port):
        wait_for(port, "", "tolls")
        assert ask(port, address)[0] == 404


def test_an_interrupt_ends_it_at_once(make_site: Callable) -> None:
    """Ctrl-C ends the preview without a traceback."""
    root, port = make_site(SITE), free_port()
    with preview(root, port) as process:
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in output


@pytest.mark.browser
def test_an_open_page_reloads_after_an_edit(make_site: Callable, browser: Any) -> None:
    """The browser shows an edit without being asked; the error comes and goes; dist/ has no script."""
    root, port = make_site(SITE), free_port()
    file = root / "content" / "briefings" / "a.md"
    good = file.read_text(encoding="utf-8")
    with preview(root, port):
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        page = browser.new_page()
        with page.expect_websocket():
            page.goto(f"http://127.0.0.1:{port}/briefings/tolls-rise.html")
        page.wait_for_timeout(300)  # for the greeting of script and server
        file.write_text(good.replace("tolls rise.", "tolls fell."), encoding="utf-8")
        page.get_by_text("The tolls fell.").wait_for(timeout=PATIENCE * 1000)
        page.wait_for_timeout(300)
        file.write_text(good.replace("draft:", "darft:"), encoding="utf-8")
        page.get_by_text("The site cannot be built.").wait_for(timeout=PATIENCE * 1000)
        page.wait_for_timeout(300)
        file.write_text(good, encoding="utf-8")
        page.get_by_text("The tolls rise.").wait_for(timeout=PATIENCE * 1000)
        assert page.get_by_text("The site cannot be built.").count() == 0
        page.close()


@pytest.mark.browser
def test_a_style_is_exchanged_without_a_reload(make_site: Callable, browser: Any) -> None:
    """The reader's place and what the page remembers stay."""
    root, port = make_site(SITE + "\n" + "\n\n".join(["    The tolls rise and rise."] * 200)), free_port()
    style = root / "static" / "style.css"
    with preview(root, port):
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        page = browser.new_page()
        with page.expect_websocket():
            page.goto(f"http://127.0.0.1:{port}/briefings/tolls-rise.html")
        page.wait_for_timeout(300)
        page.evaluate("window.stayed = true; window.scrollTo(0, 1500)")
        style.write_text(style.read_text(encoding="utf-8") + "\nh1 { color: rgb(1, 2, 3) }\n", encoding="utf-8")
        page.wait_for_function("getComputedStyle(document.querySelector('h1')).color == 'rgb(1, 2, 3)'")
        assert page.evaluate("window.stayed")
        assert page.evaluate("window.scrollY") == 1500
        page.close()


@pytest.mark.browser
def test_the_second_of_two_saves_is_shown(make_site: Callable, browser: Any) -> None:
    """It may come while the browser loads what the first one changed, and is not connected; other pages stay."""
    root, port = make_site(SITE + OTHER), free_port()
    file = root / "content" / "briefings" / "a.md"
    good = file.read_text(encoding="utf-8")
    with preview(root, port):
        wait_for(port, "briefings/tolls-rise.html", "The tolls rise.")
        page, other = browser.new_page(), browser.new_page()
        for opened, address in ((other, "briefings/ferries-stop.html"), (page, "briefings/tolls-rise.html")):
            with opened.expect_websocket():
                opened.goto(f"http://127.0.0.1:{port}/{address}")
        other.evaluate("window.stayed = true")
        for number in range(6):
            file.write_text(f"{good}\n\nFirst {number}.\n", encoding="utf-8")
            time.sleep(0.05 * (number + 1))
            file.write_text(f"{good}\n\nSecond {number}.\n", encoding="utf-8")
            page.get_by_text(f"Second {number}.").wait_for(timeout=PATIENCE * 1000)
        assert other.evaluate("window.stayed")
        page.close()
        other.close()
