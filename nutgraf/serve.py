"""A site's folder and how to build it in; a preview on 127.0.0.1 out, rebuilt and shown anew on each change.

The build runs in a thread of its own, so that pages are served meanwhile; the last save always wins, since what
changes during a build makes another one follow. Nothing is written: the files are served from memory.
"""

from __future__ import annotations

import gc
import json
import socket
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from nutgraf.preview import Preview, Reply, address_of_path, changes, reply
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import scan_files

HOST = "127.0.0.1"
WATCHED = ("seeds", "content", "layouts", "static")

_PORTS = 20  # so many are tried before the editor has to name one
_SETTLED = 40  # milliseconds without a change that end a save
_LOOK_AGAIN = 1000  # milliseconds after which the files are looked at, whatever the system told

Build = Callable[[Preview, Collection[str]], Iterator[Preview]]
"""Yields Previews of what there is now: first of open pages alone, whose addresses it is given, then of everything.

It is given the Preview before, which stays when the build goes wrong.
"""


def open_port(port: int) -> socket.socket:
    """Return a socket that listens on `port` or the next free one. Raises ContentError when there is none."""
    for candidate in range(port, min(port + _PORTS, 65536)):
        try:
            return socket.create_server((HOST, candidate))
        except OSError as error:
            reason = error.strerror
    raise ContentError([Problem(f"{HOST}:{port}", f"cannot be used: {reason}", "choose another one: --port 8000")])


def serve_site(root: Path, listener: socket.socket, build: Build) -> None:
    """Show browsers what `build` gives, now and after each change below `root`, until interrupted."""
    # Heavy, and no other command needs them.
    from tornado.httpserver import HTTPServer
    from tornado.ioloop import IOLoop

    scanned = _scan(root)
    *_, first = build(Preview(), ())
    gc.collect()
    gc.freeze()  # most of it stays as long as the preview does: looking through it again would take longer than a build
    port = listener.getsockname()[1]
    screen = _Screen(first, port)
    application = _make_application(screen, port)
    loop = IOLoop.current()

    def work() -> None:
        latest = first
        try:
            for _ in _each_change(root, scanned):
                for preview in build(latest, screen.open_pages()):
                    latest = preview
                    loop.add_callback(screen.show, preview)
        finally:  # a fault of ours ends the preview, as it would end any command
            loop.add_callback(loop.stop)

    listener.setblocking(False)
    HTTPServer(application).add_socket(listener)
    threading.Thread(target=work, daemon=True).start()
    loop.start()
    raise RuntimeError("the thread that builds came to its end")


def _each_change(root: Path, scanned: Mapping[str, tuple[int, int]]) -> Iterator[None]:
    """Yield once for each save, or for several in quick succession, since the files were `scanned`.

    The system tells of a change at once; that the files are scanned too finds what changed before it was asked to,
    folders that came later, and changes on disks of which it hears nothing.
    """
    from watchfiles import watch

    while True:
        folders = _folders(root)
        for _ in watch(*folders, step=_SETTLED, rust_timeout=_LOOK_AGAIN, yield_on_timeout=True, raise_interrupt=False):
            before, scanned = scanned, _scan(root)
            if before != scanned:
                yield
            if folders != _folders(root):
                break


def _folders(root: Path) -> list[Path]:
    return [root / name for name in WATCHED if (root / name).is_dir()]


def _scan(root: Path) -> dict[str, tuple[int, int]]:
    return {path: state for name in WATCHED for path, state in scan_files(root, name).items()}


@dataclass(frozen=True, slots=True)
class _Place:
    """What a browser has open."""

    path: str
    desk: bool


class _Screen:
    """What browsers are shown: the Preview of now, and where each of them is."""

    def __init__(self, preview: Preview, port: int) -> None:
        self._preview, self._port = preview, port
        self._browsers: dict[Any, _Place] = {}
        self._sent: dict[_Place, Preview] = {}
        """Where each page that was sent stems from: it may be another Preview by the time it has connected."""
        self._last = _Place("", desk=False)

    def answer(self, place: _Place) -> Reply:
        """Return what a browser gets that goes to `place`."""
        answer = reply(self._preview, place.path, self._port, desk=place.desk)
        if answer.kind.startswith("text/html"):
            self._last, self._sent[place] = place, self._preview
        return answer

    def open_pages(self) -> frozenset[str]:
        """Return the addresses that somebody looks at, or is about to."""
        return frozenset(address_of_path(place.path) for place in (*self._browsers.copy().values(), self._last))

    def connect(self, browser: Any, place: _Place) -> None:  # noqa: ANN401 - the library says no more
        """Note where a browser is; what was shown while it loaded the page must be loaded anew."""
        self._browsers[browser] = place
        self._send(browser, changes(self._sent.get(place, self._preview), self._preview, place.path, desk=place.desk))

    def disconnect(self, browser: Any) -> None:  # noqa: ANN401
        """Forget a browser that is gone."""
        self._browsers.pop(browser, None)

    def show(self, preview: Preview) -> None:
        """Show another Preview to all."""
        old, self._preview = self._preview, preview
        for browser, place in self._browsers.items():
            self._send(browser, changes(old, preview, place.path, desk=place.desk))

    def _send(self, browser: Any, paths: Iterable[str]) -> None:  # noqa: ANN401
        for path in paths:
            browser.send_message({"command": "reload", "path": path, "liveCSS": True})


def _make_application(screen: _Screen, port: int) -> Any:  # noqa: ANN401 - the library is not at hand yet
    """Return the application that serves what the screen shows."""
    from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
    from tornado import web

    hosts = {f"{name}:{port}" for name in (HOST, "localhost")}

    class OurHost:
        """Refuses other names for this machine: a page elsewhere could otherwise read drafts by one of its own."""

        def prepare(self: Any) -> None:
            """Answer 403 unless the browser asks for this machine."""
            if self.request.host not in hosts:
                raise web.HTTPError(403)

    class Pages(OurHost, web.RequestHandler):
        """Serves the files of the site."""

        def get(self, path: str) -> None:
            """Send a file, never kept by the browser."""
            answer = screen.answer(_Place(path, desk="desk" in self.request.arguments))
            self.set_status(answer.status)
            self.set_header("Content-Type", answer.kind)
            self.set_header("Cache-Control", "no-store")
            self.finish(answer.data)

    class Script(OurHost, LiveReloadJSHandler):  # type: ignore[misc]
        """The reload script."""

    class Browsers(OurHost, LiveReloadHandler):  # type: ignore[misc]
        """The open pages, each by its web socket."""

        def check_origin(self, origin: str) -> bool:
            """Take only pages that this preview served."""
            return urlsplit(origin).netloc in hosts

        def on_message(self, message: str) -> None:
            """Shake hands; the last word of it says which page is open."""
            super().on_message(message)
            said = json.loads(message)
            if said.get("command") == "info":
                url = urlsplit(str(said.get("url")))
                desk = "desk" in parse_qs(url.query, keep_blank_values=True)
                screen.connect(self, _Place(unquote(url.path).removeprefix("/"), desk))

        def on_close(self) -> None:
            """Forget the page."""
            screen.disconnect(self)
            super().on_close()

    return web.Application([(r"/livereload", Browsers), (r"/livereload\.js", Script), (r"/(.*)", Pages)])
