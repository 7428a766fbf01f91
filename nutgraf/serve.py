"""A site's folder in, a preview on 127.0.0.1 out: rebuilt and reloaded on change, in a folder of its own."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from nutgraf.problems import ContentError, Problem

HOST = "127.0.0.1"
WATCHED = ("seeds", "content", "layouts", "static")


def serve_site(root: Path, folder: Path, port: int, rebuild: Callable[[], None]) -> None:
    """Serve `folder` until interrupted; call `rebuild` when a source of the site at `root` changes."""
    # Heavy, and no other command needs them.
    from livereload import Server
    from livereload.handlers import LiveReloadHandler

    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # else it drops an edit within 3 seconds of the last reload for good
    server = Server()
    for name in WATCHED:
        server.watch(str(root / name), rebuild)
    server.serve(host=HOST, port=port, root=str(folder))


def check_port(port: int) -> None:
    """Raise ContentError when the port is in use, or not to be had."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            hint = f"choose another one: --port {port + 1 if port < 65535 else 5500}"
            raise ContentError([Problem(f"{HOST}:{port}", f"cannot be used: {error.strerror}", hint)]) from None
