"""A site's folder and how to build it in; a preview on 127.0.0.1 out, rebuilt and shown anew on each change.

The build runs in a thread of its own, so that pages are served meanwhile; the last save always wins, since what
changes during a build makes another one follow. Nothing is written: the files are served from memory.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from nutgraf.preview import Preview, changes, reply
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import scan_files

HOST = "127.0.0.1"
WATCHED = ("seeds", "content", "layouts", "static")

_PORTS = 20  # so many are tried before the editor has to name one
_SETTLED = 40  # milliseconds without a change that end a save
_LOOK_AGAIN = 1000  # milliseconds after which the files are looked at, whatever the system told

Build = Callable[[Preview], Preview]
"""Makes a Preview of what there is now; it is given the one before, which stays when the build goes wrong."""


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
    first = build(Preview())
    show, application = _make_application(first, listener.getsockname()[1])
    loop = IOLoop.current()

    def work() -> None:
        preview = first
        try:
            for _ in _each_change(root, scanned):
                preview = build(preview)
                loop.add_callback(show, preview)
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


def _make_application(first: Preview, port: int) -> tuple[Callable[[Preview], None], Any]:
    """Return what shows another Preview, and the application that serves the one shown now."""
    from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
    from tornado import web

    shown = [first]
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
            answer = reply(shown[0], path, port, desk="desk" in self.request.arguments)
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

    def show(preview: Preview) -> None:
        old, shown[0] = shown[0], preview
        for path in changes(old, preview):
            for browser in LiveReloadHandler.waiters.copy():
                browser.send_message({"command": "reload", "path": path, "liveCSS": True})

    return show, web.Application([(r"/livereload", Browsers), (r"/livereload\.js", Script), (r"/(.*)", Pages)])
