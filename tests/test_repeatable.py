"""The same seeds, content and settings give the same bytes on any machine: builds in fresh processes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from dist_checks import load_tree
from golden import SITES
from whole_site import EPOCH, REPOSITORY, RICH_TEXT, write_site

NOT_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
MACHINES = {
    "west": ("site", {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
    "east": (
        "a/deeper/folder",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
    ),
    "not UTF-8": ("plain", {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "7", **NOT_UTF8}),
    "folder": ("Élswick 新聞 (2)", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "random"}),
    "no zones of its own": ("bare", {"PYTHONTZPATH": "", "LC_ALL": "C.UTF-8"}),
}
"""Where the site lies, and what the process finds around it."""


def lay_out(root: Path, *, backwards: bool = False) -> Path:
    """Write the rich site, with the seed that ships and those of the golden sites in either order."""
    write_site(root, RICH_TEXT.read_text(encoding="utf-8"))
    (root / "seeds").mkdir()
    seeds = {path.name: path for path in [*(REPOSITORY / "seeds").iterdir(), *SITES.glob("*/seeds/*")]}
    for name in sorted(seeds, reverse=backwards):
        shutil.copyfile(seeds[name], root / "seeds" / name)
    return root


def build(root: Path, cwd: Path, **settings: str) -> None:
    """Run the program in a process that finds nothing around it but `settings`."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(root)]
    done = subprocess.run(command, cwd=cwd, env={**kept, **settings}, capture_output=True)
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
    for number, (machine, (folder, settings)) in enumerate(MACHINES.items()):
        home = tmp_path_factory.mktemp("machine")
        roots[machine] = lay_out(home / folder, backwards=number % 2 == 1)
        build(roots[machine], cwd=roots[machine] if number % 2 else home, SOURCE_DATE_EPOCH=EPOCH, **settings)
    return roots


@pytest.mark.parametrize("machine", list(MACHINES)[1:])
def test_same_bytes_on_every_machine(built: dict[str, Path], machine: str) -> None:
    """Zone, locale, encoding, hash seed, working folder, the site's place and file order change no byte."""
    first = made_by_build(built["west"])
    assert {"dist/briefings/fog.html", "dist/topics/ferries.html", "dist/feed.xml"} <= first.keys()
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
    assert len(converted) == len(list((root / "seeds").iterdir()))
    assert [text for text in converted if not re.search(rb"^added: '?2026-01-01'?$", text, re.MULTILINE)] == []
    build(root, cwd=root, SOURCE_DATE_EPOCH=str(int(EPOCH) + 10 * 86400))
    assert differing(before, load_tree(root / "content")) == []
