"""nutgraf.output.disk: a full disk, a stopped build, a second build at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome
from test_output import files, tree

from nutgraf.addresses import MANIFEST
from nutgraf.models import Change, OutputFile
from nutgraf.output import PartlyWrittenError, check_out, write_changes, write_dist
from nutgraf.output.disk import Stage, staging
from nutgraf.problems import ContentError
from nutgraf.workers import open_workers


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All bytes are on the disk before a file gets its name: with no space for them dist/ and content/ stay as is."""
    write_dist(tmp_path / "dist", files(a_html="1", gone_html="1"))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    write = Stage.write

    def refuse(stage: Stage, name: str, data: bytes) -> Path:
        if name == "1":
            (stage.folder / name).write_bytes(data[:1])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(stage, name, data)

    monkeypatch.setattr(Stage, "write", refuse)
    with pytest.raises(ContentError, match="No space left") as caught:
        write_dist(tmp_path / "dist", files(a_html="2", b_html="2"))
    assert not isinstance(caught.value, PartlyWrittenError)
    with pytest.raises(ContentError, match=r"content/b.md: .* No space left"):
        write_changes(tmp_path, [Change(f"content/{name}.md", None, b"new") for name in "ab"])
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount")
def test_a_disk_that_is_really_full_is_one_message(
    make_site: Callable[..., Path], run: Callable[..., Outcome], tmp_path: Path
) -> None:
    """On a disk of 16 kB the build says so in one line, leaves nothing behind, and `dist/` is as it was."""
    (tmp_path / "disk").mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", str(tmp_path / "disk")], check=False)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        out = tmp_path / "disk" / "dist"
        told = run(make_site(), "build", "--out", str(out))
        assert told.exit == 1
        assert "No space left on device" in told.err
        assert len(told.err.splitlines()) == 2
        assert [*out.parent.iterdir()] == []
        out.mkdir()
        assert run(tmp_path / "site", "build", "--out", str(out)).err.endswith("was left as it was\n")
        assert [*out.iterdir()] == []
    finally:
        subprocess.run(["umount", str(tmp_path / "disk")], check=True)


def test_a_killed_write_knows_what_it_may_have_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was to change when a build was stopped is still ours, as it was and as it was to be, also later."""
    out = tmp_path / "dist"
    write_dist(out, files(index_html="1", page_html="1"))
    for text in "23":  # stopped twice, each time before the page is written
        with monkeypatch.context() as patch:
            calls = iter([True])
            replace = Path.replace
            patch.setattr(Path, "replace", lambda p, t, c=calls, r=replace: r(p, t) if next(c, None) else 1 / 0)
            with pytest.raises(ZeroDivisionError):
                write_dist(out, files(index_html=text, page_html=text))
        assert tree(out) == {"index.html": "1", "page.html": "1"}
    assert write_dist(out, files(index_html="4")).removed == 1
    assert tree(out) == {"index.html": "4"}


def test_new_pages_come_before_those_that_link_to_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a build writes, no link leads to nothing: new files come first, then changed ones; stale ones go last."""
    out = tmp_path / "dist"
    write_dist(out, files(index_html="a", about_html="a", gone_html="a"))
    names: list[str] = []
    replace, unlink = Path.replace, Path.unlink
    monkeypatch.setattr(Path, "replace", lambda p, target: (names.append(target.name), replace(p, target))[1])
    monkeypatch.setattr(Path, "unlink", lambda p, **_: (names.append(p.name), unlink(p))[1])
    write_dist(out, files(index_html="b", about_html="b", new_html="b"))
    assert [n for n in names if n.endswith(("html", "json"))] == [
        *("manifest.json", "new.html", "index.html", "about.html", "gone.html", "manifest.json")
    ]


def test_what_is_being_written_is_never_published(tmp_path: Path) -> None:
    """Files that are not whole yet lie outside the folder; in it where they cannot."""
    with staging(tmp_path, tmp_path / "dist") as stage:
        assert stage.folder == tmp_path / ".nutgraf" / "writing-dist"
        stage.write("0", b"x")
    assert [*tmp_path.iterdir()] == []
    (tmp_path / "dist").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "access", lambda path, _: Path(path) != tmp_path)
        with staging(tmp_path, tmp_path / "dist") as stage:
            assert stage.folder == tmp_path / "dist" / ".nutgraf" / "writing-dist"
            check_out(tmp_path / "dist", tmp_path / "site")
        write_dist(tmp_path / "dist", files(index_html="a"))
    assert [path.name for path in (tmp_path / "dist").iterdir()] == ["index.html", MANIFEST]


def test_a_stage_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """A link named as the folder for unfinished files could lead anywhere: nothing is written or emptied there."""
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "precious").write_text("x", encoding="utf-8")
    for link in (".nutgraf", ".nutgraf/writing-dist"):
        (tmp_path / link).parent.mkdir(exist_ok=True)
        (tmp_path / link).symlink_to(tmp_path / "else")
        with pytest.raises(ContentError, match="is a link"):
            write_dist(tmp_path / "dist", files(index_html="a"))
        (tmp_path / link).unlink()
    assert tree(tmp_path / "else") == {"precious": "x"}


def many(count: int = 200) -> list[OutputFile]:
    """Return enough files that several processes are worth their start, in folders that they share."""
    return [OutputFile(f"topics/{n % 7}/{n}.html", b"%d" % n) for n in range(count)]


def test_several_processes_write_what_one_does(tmp_path: Path) -> None:
    """A new folder has the same files and the same manifest, and all of it is known as ours later."""
    with open_workers(3) as workers:
        written = write_dist(tmp_path / "by-three", many(), workers)
    assert written == write_dist(tmp_path / "by-one", many())
    assert tree(tmp_path / "by-three") == tree(tmp_path / "by-one") != {}
    manifests = [(tmp_path / name / MANIFEST).read_bytes() for name in ("by-three", "by-one")]
    assert manifests[0] == manifests[1]
    assert write_dist(tmp_path / "by-three", many()).changed == 0
    assert write_dist(tmp_path / "by-three", []).removed == 200


def test_what_one_of_several_processes_cannot_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what the disk refuses; no folder is made, and nothing is left on the stage."""
    write = Stage.write

    def refuse(stage: Stage, name: str, data: bytes) -> Path:
        if name.endswith("/150.html"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(stage.folder / name))
        return write(stage, name, data)

    monkeypatch.setattr(Stage, "write", refuse)
    with open_workers(2) as workers, pytest.raises(ContentError, match=r"150\.html: .*No space left"):
        write_dist(tmp_path / "dist", many(), workers)
    assert [*tmp_path.iterdir()] == []


def test_what_a_killed_build_left_on_its_stage_is_cleared(tmp_path: Path) -> None:
    """Leftovers, a second name of a content file among them, are removed and never written into."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("the editor's", encoding="utf-8")
    (tmp_path / ".nutgraf" / "writing-content" / "site").mkdir(parents=True)
    (tmp_path / ".nutgraf" / "writing-content" / "0").hardlink_to(tmp_path / "content" / "a.md")
    write_changes(tmp_path, [Change("content/b.md", None, b"new")])
    assert tree(tmp_path) == {"content/a.md": "the editor's", "content/b.md": "new"}


@pytest.mark.skipif(sys.platform == "win32", reason="no locks of folders there")
def test_a_second_build_waits_for_the_first(make_site: Callable[..., Path], run: Callable[..., Outcome]) -> None:
    """It says that it waits, and goes on when the other process ends, however that ends."""
    root = make_site()
    holder = "import sys, time; from pathlib import Path; from nutgraf.output import alone\n"
    holder += "with alone(Path(sys.argv[1]), lambda: None): print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", holder, str(root)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        killer = threading.Timer(0.3, other.kill)
        killer.start()
        told = run(root, "build")
        assert other.wait() != 0  # it had not ended by itself
        killer.join()
    assert told.exit == 0
    assert "another build is at work; waiting" in told.err
    assert "waiting" not in run(root, "build").err
