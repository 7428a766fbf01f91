"""What README says of web servers holds: nginx and Caddy serve dist/, at a host's root and below a path."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import pytest
from dist_checks import load_tree, page_links, pages
from whole_site import RICH_TEXT, write_site

from nutgraf.models import Settings
from nutgraf.render import policy_of

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
POLICY = f"{policy_of('_headers', Settings('x'))}; frame-ancestors 'none'"
PATIENCE = 20  # seconds; only a server that does not start takes that long


def recipe(language: str) -> str:
    """Return the code block of README in `language`."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)[0]


def nginx_files(folder: Path, port: int, prefix: str) -> list[str]:
    """Write nginx's settings with README's block in them; return the command that serves."""
    block = recipe("nginx").replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www", str(folder / "www"))
    block = block.replace("/briefing/", prefix)
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off;\n{temporary}{block} }}\n"
    )
    user = ["-g", "user root;"] if os.geteuid() == 0 else []  # the files of a test are its user's alone
    return ["nginx", "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf"), *user]


def caddy_files(folder: Path, port: int, prefix: str) -> list[str]:
    """Write a Caddyfile with README's block in it; return the command that serves."""
    block = recipe("caddyfile").replace("news.example {", f"http://127.0.0.1:{port} {{")
    block = block.replace("/var/www", str(folder / "www")).replace("/briefing/", prefix)
    (folder / "Caddyfile").write_text("{\n    admin off\n}\n" + block)
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS = {"nginx": nginx_files, "caddy": caddy_files}


@contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """Run a server while the block runs."""
    process = subprocess.Popen(
        command,
        env={**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        end = time.monotonic() + PATIENCE
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if process.poll() is not None or time.monotonic() > end:
                process.kill()
                pytest.fail(f"{command[0]} did not start: {process.communicate()[1]}")
            time.sleep(0.05)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)


def get(url: str) -> tuple[int, Any, bytes]:
    """Return status, headers and body of an address."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as reply:
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Build the site of sites/rich.txt for the server's address; give that address and dist/."""
    from nutgraf import cli

    server, prefix = request.param
    if shutil.which(server) is None:
        (pytest.fail if os.environ.get("NUTGRAF_REQUIRE_HOSTS") == "1" else pytest.skip)(f"no {server} found")
    folder = tmp_path_factory.mktemp(server)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}{prefix}"
    root = write_site(folder / "site", RICH_TEXT.read_text(encoding="utf-8"))
    out = folder / "www" / prefix.strip("/")
    assert cli.main(["build", "-q", "--root", str(root), "--out", str(out), "--base-url", address]) == 0
    with running(SERVERS[server](folder, port, prefix), folder, port):
        yield address, out


EVERYWHERE = pytest.mark.parametrize(
    "served",
    [(server, prefix) for server in SERVERS for prefix in ("/", "/briefing/")],
    indirect=True,
    ids=lambda value: " at ".join(value),
)


@EVERYWHERE
def test_every_file_and_every_link_is_there(served: tuple[str, Path]) -> None:
    """Each file of dist/ comes as it lies there, and each link of each page, followed as written, is no 404."""
    address, out = served
    tree = load_tree(out)
    for name, data in tree.items():
        if not name.startswith("."):
            assert get(address + quote(name))[::2] == (200, data), name
    links = {urljoin(address + quote(page), url) for page, parsed in pages(tree).items() for url in page_links(parsed)}
    own = {link.partition("#")[0] for link in links if link.startswith(address)}
    assert len(own) > 20
    assert [link for link in own if get(link)[0] != 200] == []


@EVERYWHERE
def test_headers_are_those_that_the_site_asks_for(served: tuple[str, Path]) -> None:
    """Pages are asked for anew each time, assets never again; nothing runs, frames or sniffs a page."""
    address, out = served
    asset = next(name for name in load_tree(out) if name.startswith("assets/"))
    kept = {name: get(address + name)[1]["Cache-Control"] for name in ("index.html", asset)}
    assert kept == {"index.html": "no-cache", asset: "public, max-age=31536000, immutable"}
    for name in ("index.html", "nothing/here.html"):
        headers = get(address + name)[1]
        assert headers["Content-Security-Policy"] == POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@EVERYWHERE
def test_kinds_are_named_so_that_browsers_show_them(served: tuple[str, Path]) -> None:
    """Under nosniff a page or style sheet of the wrong kind is not shown at all."""
    address, out = served
    kinds = {".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".xml": "xml", ".json": "json"}
    for name in load_tree(out):
        if (kind := kinds.get(Path(name).suffix)) and not name.startswith("."):
            found = get(address + quote(name))[1]["Content-Type"]
            assert kind in found, name
            assert "utf-8" in found.lower() or kind not in ("text/html", "text/css"), name


@EVERYWHERE
def test_what_is_not_there_is_the_404_page_at_any_depth(served: tuple[str, Path]) -> None:
    """Its status is 404, and its links lead to pages."""
    address, out = served
    page = (out / "404.html").read_bytes()
    for name in ("nothing", "nothing/at/all.html", ".git/config"):
        status, _, body = get(address + name)
        assert (status, body) == (404, page), name
    links = page_links(next(parsed for name, parsed in pages(load_tree(out)).items() if name == "404.html"))
    assert "#main" in links  # of the page itself, whatever its address
    deep = {urljoin(address + "a/b/c.html", link) for link in links if not link.startswith("#")}
    assert [link for link in deep if link.startswith(address) and get(link)[0] != 200] == []


@EVERYWHERE
def test_old_addresses_lead_to_the_briefing(served: tuple[str, Path]) -> None:
    """A reader of an old link, with its suffix or as a folder, is sent on to the page."""
    address, _ = served
    for old in ("2025/timetable.html", "ferries/winter/"):
        status, _, body = get(address + old)
        target = re.search(rb'http-equiv="refresh" content="0; url=([^"]+)"', body)
        assert status == 200
        assert target is not None
        assert urljoin(address + old, target[1].decode()) == f"{address}briefings/winter-timetable.html"


def test_recipes_ask_for_the_headers_that_the_site_asks_for(make_site: Callable[..., Path]) -> None:
    """The policy stands in README as it stands in `_headers`, so that the two cannot drift apart."""
    from nutgraf.pipeline import build_site

    files = {file.address: file.data.decode() for file in build_site(make_site())}
    assert f"Content-Security-Policy: {POLICY}\n" in files["_headers"]
    assert all(f'"{POLICY}"' in recipe(language) for language in ("nginx", "caddyfile"))
