"""Files by their addresses -> a server of them on this machine, as plain as an object store."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit


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
