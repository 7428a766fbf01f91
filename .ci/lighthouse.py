"""A folder and addresses of pages in it -> Lighthouse's points for each, mobile preset; exit 1 where they are too few.

    python .ci/lighthouse.py LIGHTHOUSE FOLDER ADDRESS…

LIGHTHOUSE is its program. The folder is served as a static host would, compressed and at the domain's root. What counts
is the median of three runs; a page that misses is measured anew once, since performance falls while a machine is busy.
"""

from __future__ import annotations

import gzip
import json
import mimetypes
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
ROUNDS = 2
SECONDS = 90


def handler_for(folder: Path) -> type[BaseHTTPRequestHandler]:
    """Return a handler that serves the files of `folder`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = folder / self.path.lstrip("/")
            kind = mimetypes.guess_type(path.name)[0] or "text/plain"
            data = gzip.compress(path.read_bytes()) if path.is_file() else b""
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if data:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler


def run(program: str, url: str) -> Mapping[str, Any]:
    """Return the report of one run."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    options = [
        "--output=json",
        "--quiet",
        "--disable-full-page-screenshot",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    command = [program, url, *options, f"--only-categories={','.join(LEAST)}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=SECONDS)
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def points_of(report: Mapping[str, Any]) -> dict[str, float]:
    """Return what a report gives for each category, of 100."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in LEAST}


def lost(report: Mapping[str, Any]) -> list[str]:
    """Return a line for each audit that costs points."""
    return [
        f"{name}: {audit['id']} ({audit['score']}): {audit['title']} {audit.get('displayValue', '')}".rstrip()
        for name in LEAST
        for reference in report["categories"][name]["auditRefs"]
        if reference["weight"] and (audit := report["audits"][reference["id"]])["score"] not in (None, 1)
    ]


def measure(program: str, url: str) -> tuple[dict[str, float], list[str]]:
    """Return the median points of a page, and what cost some in the last run."""
    reports = [run(program, url) for _ in range(RUNS)]
    runs = [points_of(report) for report in reports]
    return {name: median(points[name] for points in runs) for name in LEAST}, lost(reports[-1])


def main(program: str, folder: str, *addresses: str) -> int:
    """Print the points of each page; return 1 when a page has too few in every round."""
    status = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_for(Path(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for address in addresses:
            for _ in range(ROUNDS):
                points, why = measure(program, f"http://127.0.0.1:{server.server_port}/{address}")
                print(f"{address}:", ", ".join(f"{name} {found}" for name, found in points.items()), flush=True)
                if all(points[name] >= LEAST[name] for name in LEAST):
                    break
                print(*(f"  {line}" for line in why), sep="\n", flush=True)
            else:
                status = 1
        server.shutdown()
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
