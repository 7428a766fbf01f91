"""A build that is killed, at whatever instant, leaves whole files, and the next one makes the rest."""

from __future__ import annotations

import json
import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import pytest
from dist_checks import load_tree
from forked import Forker, Request, forking
from whole_site import EPOCH, REPOSITORY, write_site

from benchmarks.corpus import as_briefing, as_seed, make_articles
from nutgraf.addresses import MANIFEST
from nutgraf.output import write_dist
from nutgraf.pipeline import build_site

THOROUGH = bool(os.environ.get("NUTGRAF_THOROUGH"))
BRIEFINGS, WRITES, BUILDS, STEP = (400, 170, 30, 1) if THOROUGH else (60, 8, 1, 37)
"""Of how many briefings a site is; how many writes and how many whole builds are killed at random; at which changes."""

Tree = Mapping[str, bytes]


@pytest.fixture(scope="module")
def forker() -> Iterator[Forker]:
    """Return what runs commands in processes of their own."""
    with forking() as forker:
        yield forker


def briefings(first: int, last: int) -> str:
    """Return some content files of an archive, as write_site takes them."""
    articles = islice(make_articles(last), first, last)
    return "".join(f"-- content/briefings/{a.name}.md --\n{as_briefing(a)}" for a in articles)


def whole_tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder; none where there is no folder."""
    return load_tree(folder) if folder.is_dir() and any(folder.iterdir()) else {}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, dict[str, bytes]]]:
    """Return two states of a site: a pickle of the files of each, and what dist/ then holds.

    Between them every page changes, some briefings come and others go.
    """
    home = tmp_path_factory.mktemp("editions")
    found = []
    for name, first, last in (("one", 0, BRIEFINGS), ("two", 20, BRIEFINGS + 20)):
        root = write_site(home / name, briefings(first, last))
        (root / "content/site.yaml").write_text(f"title: Edition {name}\n", encoding="utf-8")
        outputs = build_site(root)
        (home / f"{name}.pickle").write_bytes(pickle.dumps(outputs))
        write_dist(root / "dist", outputs)
        found.append((str(home / f"{name}.pickle"), load_tree(root / "dist")))
    return found


def lasting(tree: Tree) -> Tree:
    """Return the files that are no caches, nor being written: those may be deleted at any time."""
    return {address: data for address, data in tree.items() if not address.startswith(".nutgraf/")}


def torn(tree: Tree, *states: Tree) -> list[str]:
    """Return the files that are neither those of one state nor those of another; the list of files is of both."""
    lists = [json.loads(data) for address, data in tree.items() if address.endswith(MANIFEST)]
    assert all(listed["generator"] == "nutgraf" for listed in lists)
    others = (address for address in tree if not address.endswith(MANIFEST))
    return [address for address in others if tree[address] not in [state.get(address) for state in states]]


def test_a_write_that_is_killed_leaves_whole_files(
    tmp_path: Path, forker: Forker, editions: list[tuple[str, dict[str, bytes]]]
) -> None:
    """At random instants: each file is old or new, nothing else is there, and the next write makes all of it new."""
    chance = random.Random(8)
    out = tmp_path / "dist"
    states = [{**tree, "CNAME": b"news.example"} for _, tree in editions]

    def write(number: int, **more: float) -> float:
        started = time.monotonic()
        ended = forker.run(Request(outputs=editions[number][0], out=str(out), **more))
        assert ended.status in (0, -signal.SIGKILL), ended.err
        return time.monotonic() - started

    write(0)
    (out / "CNAME").write_bytes(b"news.example")
    lasts = write(1)
    for turn in range(WRITES):
        target = turn % 2
        write(target, kill_after=chance.uniform(0.001, lasts))
        tree = whole_tree(out)
        assert torn(tree, *states) == []
        assert "index.html" in tree
        if chance.random() < 0.7:
            target = chance.randrange(2)  # a killed write may be followed by one of something else
            write(target)
            assert whole_tree(out) == states[target]


def test_a_first_write_that_is_killed_leaves_all_or_nothing(
    tmp_path: Path, forker: Forker, editions: list[tuple[str, dict[str, bytes]]]
) -> None:
    """Where there was no dist/, there is either none or a whole one."""
    chance = random.Random(80)
    outputs, state = editions[0]
    for turn in range(max(WRITES // 10, 2)):
        out = tmp_path / str(turn) / "dist"
        forker.run(Request(outputs=outputs, out=str(out), kill_after=chance.uniform(0.001, 0.3)))
        assert whole_tree(out) in ({}, state)
        assert whole_tree(out) or not out.exists()
        forker.run(Request(outputs=outputs, out=str(out)))
        assert whole_tree(out.parent) == {f"dist/{address}": data for address, data in state.items()}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Return a site and 20 seeds that are new, and all of its files after a build."""
    home = tmp_path_factory.mktemp("archive")
    seeds = "".join(f"-- seeds/{a.name}.txt --\n{as_seed(a)}" for a in make_articles(20, seed=3))
    root = write_site(home / "site", briefings(0, BRIEFINGS) + seeds)
    shutil.copytree(root, home / "built")
    build_in_new_process(home / "built")
    return root, whole_tree(home / "built")


def build_in_new_process(root: Path, kill_after: float = 0) -> float:
    """Run the command as an editor does, in several processes, perhaps not to its end; return how long it ran."""
    command = [sys.executable, str(REPOSITORY / "build.py"), "-q", "--jobs", "2", "--root", str(root)]
    started = time.monotonic()
    with subprocess.Popen(command, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}) as process:
        try:
            assert process.wait(kill_after or 120) == 0
        except subprocess.TimeoutExpired:
            assert kill_after, "the build hangs"
            process.kill()
    return time.monotonic() - started


def test_a_build_that_is_killed_harms_neither_content_nor_site(
    tmp_path: Path, archive: tuple[Path, dict[str, bytes]]
) -> None:
    """At random instants of the real command; the next one gives what one that nobody killed would have."""
    chance = random.Random(88)
    site, state = archive
    lasts = 4.0
    for turn in range(BUILDS):
        root = tmp_path / f"site-{turn}"
        shutil.copytree(site, root)
        build_in_new_process(root, chance.uniform(0.3, lasts))
        tree = lasting(whole_tree(root))
        assert torn(tree, state) == []
        assert ("dist/index.html" in tree) == any(address.startswith("dist/") for address in tree)
        records = {data for address, data in tree.items() if "/.converted/" in address}
        assert records <= {data for address, data in tree.items() if "/briefings/" in address}
        lasts = build_in_new_process(root)
        assert lasting(whole_tree(root)) == lasting(state)
        shutil.rmtree(root)


EDITED = """
-- content/briefings/stays.md --
---
headline: The mill stays
published: 2026-02-01
topics: [Mills, Rivers]
---
The mill at Elswick stays where it is.
-- seeds/tolls.txt --
Harbour tolls rise

By Jane Marlow
Published: May 14, 2026

Tolls at the harbour of Elswick will go up by 12 percent from June, the operator said.

Hauliers said on Thursday that they had not been asked.
"""


def test_each_step_of_a_build_may_be_its_last(tmp_path: Path, forker: Forker) -> None:
    """Killed right before each change of the disk: a seed to merge, one that is new, one page that goes, others new."""
    root = write_site(tmp_path / "site", EDITED)
    assert forker.run(Request(["build", "-q", "--root", str(root)])).status == 0
    old = whole_tree(root)
    (root / "content/briefings/stays.md").rename(root / "content/briefings/moves.md")
    page = root / "content/briefings/harbour-tolls-rise.md"
    page.write_text(page.read_text("utf-8").replace("will go up", "go up"), encoding="utf-8")
    seed = root / "seeds/tolls.txt"
    seed.write_text(seed.read_text("utf-8") + "\nThe council votes on Monday.\n", encoding="utf-8")
    (root / "seeds/new.txt").write_text(seed.read_text("utf-8").replace("olls", "axes"), encoding="utf-8")
    edited = whole_tree(root)
    shutil.copytree(root, tmp_path / "clean")
    assert forker.run(Request(["build", "-q", "--root", str(tmp_path / "clean")])).status == 0
    new = whole_tree(tmp_path / "clean")
    assert b"go up" in new["content/briefings/harbour-tolls-rise.md"]
    assert b"council votes" in new["content/briefings/harbour-tolls-rise.md"]
    died = 0
    for number in range(1, 1000, STEP):
        work = tmp_path / "work"
        shutil.copytree(root, work)
        ended = forker.run(Request(["build", "-q", "--root", str(work)], die_at=number))
        tree = lasting(whole_tree(work))
        assert torn(tree, old, edited, new) == []
        assert tree.keys() >= lasting(old).keys() & new.keys()
        assert forker.run(Request(["build", "-q", "--root", str(work)])).status == 0
        assert lasting(whole_tree(work)) == lasting(new), number
        shutil.rmtree(work)
        if ended.status == 0:
            break
        died += 1
        assert ended.status == -signal.SIGKILL
    assert died * STEP > 80
