"""nutgraf.stamp and nutgraf.cli.again: a build that would change nothing says so, and is right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from whole_site import EPOCH, REPOSITORY

from nutgraf import stamp

SITE = """
    -- content/briefings/a.md --
    ---
    headline: Tolls rise
    takeaways: [Nobody sang in Paris in 1999.]
    ---
    The tolls rise.
    -- seeds/b.txt --
    Ferries stop at Elswick

    The ferries stopped on Monday, the keeper said. It rained all day, and nobody came to the port.
"""
A = "content/briefings/a.md"


def built(root: Path, run: Callable) -> None:
    """Build until there is nothing to do."""
    assert run(root, "build").exit == 0
    assert is_still(root)


def is_still(root: Path) -> bool:
    """Tell whether the stamp of the last build holds."""
    found = stamp.read_stamp(str(root))
    return found is not None and stamp.is_as_it_was(found, str(root), str(root / "dist"))


def rewrite(path: Path, text: str) -> None:
    """Write another text into a file."""
    path.write_text(text, encoding="utf-8")


def keep_time(path: Path) -> None:
    """Write another text as long as the one before, and put the time of the file back."""
    before = path.stat()
    rewrite(path, path.read_text(encoding="utf-8").replace("rise", "fell"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda root: rewrite(root / A, "---\nheadline: T\n---\nText.\n"),
    "edited, with its time put back": lambda root: keep_time(root / A),
    "renamed": lambda root: (root / A).rename(root / "content/briefings/c.md"),
    "removed": lambda root: (root / A).unlink(),
    "added": lambda root: rewrite(root / "content/briefings/c.md", "---\nheadline: C\n---\nText.\n"),
    "seed": lambda root: (root / "seeds/b.txt").unlink(),
    "settings": lambda root: rewrite(root / "content/site.yaml", "title: Other\n"),
    "layout": lambda root: rewrite(root / "layouts/404.html", "gone"),
    "static": lambda root: rewrite(root / "static/new.txt", "new"),
    "base of a merge": lambda root: next((root / "content/.converted").rglob("*.md")).unlink(),
    "page lost": lambda root: (root / "dist/index.html").unlink(),
    "page changed": lambda root: rewrite(root / "dist/index.html", "other"),
    "file in dist": lambda root: rewrite(root / "dist/CNAME", "elswick.test"),
    "stamp lost": lambda root: (root / ".nutgraf/stamp/stamp.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_seen(make_site: Callable, run: Callable, change: Callable[[Path], object]) -> None:
    """Of what a site is made from, and of what was made of it."""
    root = make_site(SITE)
    built(root, run)
    change(root)
    assert not is_still(root)


def test_a_change_within_one_tick_of_the_clock_is_seen(
    make_site: Callable, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When times and sizes are the same, the bytes of what was changed last are looked at, and a folder's names."""
    root = make_site(SITE)
    monkeypatch.setattr(stamp, "_state", lambda _: (7, 7, 7))
    built(root, run)
    good = (root / A).read_text(encoding="utf-8")
    rewrite(root / A, good.replace("rise", "fell"))
    assert not is_still(root)
    rewrite(root / A, good)
    assert is_still(root)
    rewrite(root / "content/briefings/new.md", good)
    assert not is_still(root)


def test_of_many_files_the_pages_are_looked_at(
    make_site: Callable, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that no data is lost; what somebody writes into it is mended by the next build that has something to do."""
    root = make_site(SITE)
    monkeypatch.setattr(stamp, "_MANY", 3)
    built(root, run)
    page, data = root / "dist/briefings/tolls-rise.html", root / "dist/briefings/tolls-rise.md"
    good = data.read_bytes()
    rewrite(data, "other")
    assert is_still(root)
    rewrite(page, "other")
    assert not is_still(root)
    built(root, run)
    assert data.read_bytes() == good
    data.unlink()
    assert not is_still(root)


@pytest.mark.parametrize(
    ("state", "newest", "unsure"),
    [
        ((5_000_000_001, 1, 0), 5_000_000_001, True),
        ((4_990_000_001, 1, 0), 5_000_000_001, True),
        ((4_900_000_001, 1, 0), 5_000_000_001, False),
        ((4_500_000_001, 5_000_000_000, 0), 5_000_000_001, True),
        ((4_000_000_000, 1, 0), 5_000_000_001, True),
        ((2_000_000_000, 1, 0), 5_000_000_001, False),
    ],
)
def test_only_what_was_changed_last_is_unsure(state: tuple[int, int, int], newest: int, unsure: bool) -> None:
    """Within a fiftieth of a second; within two where the disk counts whole seconds."""
    assert stamp._is_unsure(state, newest) is unsure


def test_what_was_said_is_said_again(make_site: Callable, run: Callable) -> None:
    """Warnings, the number of notes, and what became of dist/; quietly the warnings alone, verbosely everything."""
    root = make_site(SITE)
    first = run(root, "build")
    second = run(root, "build")
    assert first.err == second.err != ""
    assert first.out.splitlines()[-2] == second.out.splitlines()[0]
    assert second.out.endswith(" files, 0 written, 0 removed\n")
    assert (run(root, "build", "-q").out, run(root, "build", "-q").err) == ("", first.err)
    assert "b.txt" in run(root, "build", "-v").out


@pytest.mark.parametrize("option", [["--drafts"], ["--strict"], ["--base-url", "https://a.test/"], ["--out", "other"]])
def test_another_wish_is_another_build(make_site: Callable, run: Callable, option: list[str], tmp_path: Path) -> None:
    """The day counts too, since the desk goes by it."""
    root = make_site(SITE)
    built(root, run)
    before = (root / ".nutgraf/stamp/stamp.json").read_bytes()
    given = [word if word != "other" else str(tmp_path / "other") for word in option]
    assert run(root, "build", *given).exit == (1 if option == ["--strict"] else 0)
    if option != ["--strict"]:
        assert (root / ".nutgraf/stamp/stamp.json").read_bytes() != before


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"asked": 1, "sources": 1, "written": 1, "said": 1}', "[" * 9999])
def test_a_damaged_stamp_is_thrown_away_with_one_line(make_site: Callable, run: Callable, data: str) -> None:
    """The site is built as if there were none, and the next build has nothing to do."""
    root = make_site(SITE)
    built(root, run)
    known = json.loads((root / ".nutgraf/stamp/stamp.json").read_text(encoding="utf-8"))
    for text in (data, json.dumps(known | {"said": 1}), json.dumps(known | {"written": {}})):
        rewrite(root / ".nutgraf/stamp/stamp.json", text)
        again = run(root, "build")
        assert (again.exit, again.err.count("is damaged;")) == (0, 1)
        assert is_still(root)


def test_a_failed_build_leaves_no_stamp_that_holds(make_site: Callable, run: Callable) -> None:
    """It fails again, and says why."""
    root = make_site(SITE)
    built(root, run)
    rewrite(root / A, "---\nheadin: T\n---\n")
    assert [run(root, "build").exit for _ in range(2)] == [1, 1]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """It would wait for somebody who writes."""
    os.mkfifo(tmp_path / "pipe")
    seen = stamp.see(str(tmp_path), ["."])
    assert stamp._is_same_text(seen, str(tmp_path))


def test_other_libraries_are_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed later may render otherwise."""
    before = stamp.program_state()
    assert before == stamp.program_state()
    (tmp_path / "site-packages").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site-packages")])
    after = stamp.program_state()
    assert after != before
    (tmp_path / "site-packages/new").mkdir()
    os.utime(tmp_path / "site-packages", (1, 1))
    assert stamp.program_state() != after


def test_a_build_without_a_change_loads_next_to_nothing(make_site: Callable, run: Callable) -> None:
    """No layouts, no YAML, no Markdown, none of our own stages."""
    root = make_site(SITE)
    built(root, run)
    text = (
        "import sys; from nutgraf.cli import main; "
        f"main(['build', '-q', '--root', {str(root)!r}]); print(*sorted(sys.modules))"
    )
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(
        [sys.executable, "-c", text], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"jinja2", "yaml", "markdown_it", "dataclasses", "multiprocessing", "nutgraf.pipeline"}
    assert {name for name in loaded if name.startswith("nutgraf.")} == {
        "nutgraf.cli",
        "nutgraf.cli.again",
        "nutgraf.cli.options",
        "nutgraf.stamp",
    }
