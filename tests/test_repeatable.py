"""The same seeds, content and settings give the same bytes on any machine: builds in fresh processes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from dist_checks import load_tree
from golden import SITES
from whole_site import EPOCH, REPOSITORY, RICH_TEXT, write_site

from benchmarks.corpus import as_seed, make_articles

NOT_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


@dataclass(frozen=True)
class Machine:
    """Where the site lies, and what the process finds around it."""

    folder: str
    settings: Mapping[str, str]
    jobs: int
    umask: int = 0o022
    backwards: bool = False
    """Whether seeds are written, and folders then listed, in the opposite order."""


MACHINES = {
    "west": Machine("site", {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}, 1),
    "east": Machine(
        "a/deeper/folder",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
        2,
        backwards=True,
    ),
    "not UTF-8": Machine("plain", {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "7", **NOT_UTF8}, 4, umask=0o077),
    "folder": Machine(
        "Élswick 新聞 (2)",
        {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "random"},
        1,
        umask=0o000,
        backwards=True,
    ),
    "no zones of its own": Machine("bare", {"PYTHONTZPATH": "", "LC_ALL": "POSIX"}, 2),
}
SEEDS = [*(REPOSITORY / "seeds").iterdir(), *SITES.glob("*/seeds/*"), *(REPOSITORY / "tests" / "formats").iterdir()]
COUNT = 20  # of the seeds that are made up: with the others, more than one process gets

BACKWARDS = """
import os

def listdir(*folder, given=os.listdir):
    return sorted(given(*folder), reverse=True)

class scandir:
    def __init__(self, *folder, given=os.scandir):
        with given(*folder) as entries:
            self.left = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.left

    def __next__(self):
        return next(self.left)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass

os.listdir, os.scandir = listdir, scandir
"""
"""Imported by Python itself when it starts."""


def lay_out(root: Path, *, backwards: bool = False) -> Path:
    """Write the rich site with seeds of every format, that which ships and those of the golden sites, in either order.

    Some made-up ones come on top.
    """
    write_site(root, RICH_TEXT.read_text(encoding="utf-8"))
    with (root / "content/site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("search: true\ndesk: {broken-link: note}\n")  # a saved page links to what lay beside it
    seeds = {path.name: path.read_bytes() for path in SEEDS if path.suffix != ".yaml"}
    seeds |= {f"{article.name}.txt": as_seed(article).encode() for article in make_articles(COUNT, seed=3)}
    (root / "seeds").mkdir()
    for name in sorted(seeds, reverse=backwards):
        (root / "seeds" / name).write_bytes(seeds[name])
    return root


def build(root: Path, cwd: Path, *, umask: int = 0o022, jobs: int = 2, **settings: str) -> None:
    """Run the program in a process that finds nothing around it but `settings`."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    command = [sys.executable, str(REPOSITORY / "build.py"), "--jobs", str(jobs), "--root", str(root)]
    done = subprocess.run(command, cwd=cwd, env={**kept, **settings}, capture_output=True, umask=umask)
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")


def made_by_build(root: Path) -> dict[str, bytes]:
    """Return what the program wrote: dist/ and content/."""
    trees = {folder: load_tree(root / folder) for folder in ("content", "dist")}
    return {f"{folder}/{address}": data for folder, tree in trees.items() for address, data in tree.items()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> Iterable[str]:
    """Return the names of the files that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the root of one built site for each of the machines."""
    roots = {}
    for name, machine in MACHINES.items():
        home = tmp_path_factory.mktemp("machine")
        roots[name] = lay_out(home / machine.folder, backwards=machine.backwards)
        settings = {**machine.settings, "SOURCE_DATE_EPOCH": EPOCH}
        if machine.backwards:
            (home / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
            settings["PYTHONPATH"] = str(home)
        build(
            roots[name], roots[name] if machine.backwards else home, umask=machine.umask, jobs=machine.jobs, **settings
        )
    return roots


def test_folders_are_listed_backwards(tmp_path: Path) -> None:
    """The second order is one: else nothing is tried with it."""
    (tmp_path / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    for name in "bdac":
        (tmp_path / name).touch()
    text = (
        "import os, pathlib; print([e.name for e in os.scandir()][:4], [p.name for p in pathlib.Path().iterdir()][:4])"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", text], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.stdout == "['sitecustomize.py', 'd', 'c', 'b'] ['sitecustomize.py', 'd', 'c', 'b']\n"


@pytest.mark.parametrize("machine", list(MACHINES)[1:])
def test_same_bytes_on_every_machine(built: dict[str, Path], machine: str) -> None:
    """Zone, locale, umask, encoding, hash seed, jobs, folder, the site's place and file order change no byte."""
    first = made_by_build(built["west"])
    assert len([name for name in first if name.startswith("content/briefings/")]) > 50
    assert {"dist/search.html", "dist/briefings/fog.html", "dist/topics/ferries.html", "dist/feed.xml"} <= first.keys()
    assert differing(first, made_by_build(built[machine])) == []


def test_nothing_tells_where_it_was_built(built: dict[str, Path]) -> None:
    """No file names the folder or the day of the build."""
    for machine, root in built.items():
        names = [name for name, data in made_by_build(root).items() if str(root).encode() in data]
        assert names == [], machine


def test_second_build_touches_nothing(built: dict[str, Path]) -> None:
    """Building again, elsewhere in time and place, changes no byte and no file's time."""
    root = built["west"]
    files = [path for folder in ("content", "dist", "seeds") for path in (root / folder).rglob("*")]
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in files}
    bytes_before = made_by_build(root)
    build(root, cwd=root.parent, TZ="Pacific/Kiritimati", PYTHONHASHSEED="3", SOURCE_DATE_EPOCH=EPOCH)
    assert differing(bytes_before, made_by_build(root)) == []
    assert [path for path in files if (path.stat().st_mtime_ns, path.stat().st_ino) != before[path]] == []


def test_day_of_conversion_is_kept(built: dict[str, Path]) -> None:
    """`added` is the day in UTC on which a seed was first converted, and a later day does not change it."""
    root = built["east"]
    before = load_tree(root / "content")
    briefings = [data for address, data in before.items() if address.startswith("briefings/")]
    converted = [data for data in briefings if b"\n  sha256:" in data]
    of = {match[1].decode() for data in converted for match in re.finditer(rb"^  file: (.*)$", data, re.MULTILINE)}
    assert of == {path.name for path in (root / "seeds").iterdir()}
    assert [text for text in converted if not re.search(rb"^added: '?2026-01-01'?$", text, re.MULTILINE)] == []
    build(root, cwd=root, SOURCE_DATE_EPOCH=str(int(EPOCH) + 10 * 86400))
    assert differing(before, load_tree(root / "content")) == []


def test_no_page_knows_when_it_was_built(built: dict[str, Path]) -> None:
    """SOURCE_DATE_EPOCH, other or absent, ends the two days of the news sitemap; nothing else goes by it."""
    root, about_news = built["folder"], {"news-sitemap.xml", "robots.txt", "manifest.json"}
    before = load_tree(root / "dist")
    for settings in ({"SOURCE_DATE_EPOCH": str(int(EPOCH) + 400 * 86400)}, {}):
        build(root, cwd=root, **settings)
        assert set(differing(before, load_tree(root / "dist"))) <= about_news
