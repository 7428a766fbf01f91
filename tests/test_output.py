"""nutgraf.output: the writer touches what changed, removes what was ours, and leaves the rest."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from nutgraf.models import OutputFile
from nutgraf.output import MANIFEST, check_out, clean_dist, write_dist, write_new
from nutgraf.problems import ContentError
from nutgraf.sources import SourceFile


def files(**texts: str) -> list[OutputFile]:
    """Return output files; `__` stands for a slash, `_` for a dot."""
    return [OutputFile(name.replace("__", "/").replace("_", "."), text.encode()) for name, text in texts.items()]


def tree(folder: Path) -> dict[str, str]:
    """Return what stands in a folder, less the manifest."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    """A file whose bytes are the same keeps its inode and its time."""
    write_dist(tmp_path / "dist", files(index_html="a", briefings__x_html="b"))
    before = (tmp_path / "dist" / "index.html").stat()
    written = write_dist(tmp_path / "dist", files(index_html="a", briefings__x_html="c"))
    after = (tmp_path / "dist" / "index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert tree(tmp_path / "dist") == {"index.html": "a", "briefings/x.html": "c"}
    assert (written.total, written.removed) == (2, 0)
    assert written.changed == 1


def test_a_changed_file_is_replaced_not_written_into(tmp_path: Path) -> None:
    """A reader who has the old file open keeps the old file whole."""
    write_dist(tmp_path / "dist", files(index_html="old"))
    with (tmp_path / "dist" / "index.html").open(encoding="utf-8") as reader:
        write_dist(tmp_path / "dist", files(index_html="new and longer"))
        assert reader.read() == "old"


def test_stale_files_go_and_foreign_ones_stay(tmp_path: Path) -> None:
    """What an earlier build wrote and this one does not is removed, with its empty folder; the rest is not touched."""
    write_dist(tmp_path / "dist", files(index_html="a", topics__gone_html="b"))
    (tmp_path / "dist" / "CNAME").write_text("briefing.example", encoding="utf-8")
    assert write_dist(tmp_path / "dist", files(index_html="a")).removed == 1
    assert tree(tmp_path / "dist") == {"index.html": "a", "CNAME": "briefing.example"}
    assert not (tmp_path / "dist" / "topics").exists()


def test_a_stale_file_that_somebody_changed_stays(tmp_path: Path) -> None:
    """A file of ours that was edited since is somebody's own now."""
    write_dist(tmp_path / "dist", files(index_html="a", old_html="b"))
    (tmp_path / "dist" / "old.html").write_text("edited", encoding="utf-8")
    write_dist(tmp_path / "dist", files(index_html="a"))
    assert tree(tmp_path / "dist")["old.html"] == "edited"


def test_a_manifest_cannot_reach_out_of_its_folder(tmp_path: Path) -> None:
    """A manifest that names files elsewhere, whoever wrote it, removes nothing there."""
    (tmp_path / "precious").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (tmp_path / "dist").mkdir()
    listing = {"files": {"../precious": empty, str(tmp_path / "precious"): empty}}
    (tmp_path / "dist" / MANIFEST).write_text(json.dumps(listing), encoding="utf-8")
    clean_dist(tmp_path / "dist")
    assert (tmp_path / "precious").exists()


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"files": 3}', '{"files": {"a": 1}}'])
def test_a_damaged_manifest_is_no_manifest(tmp_path: Path, manifest: str) -> None:
    """With a manifest that cannot be read nothing is removed, and the next one is right again."""
    write_dist(tmp_path / "dist", files(index_html="a"))
    (tmp_path / "dist" / MANIFEST).write_text(manifest, encoding="utf-8")
    write_dist(tmp_path / "dist", files(other_html="b"))
    assert tree(tmp_path / "dist") == {"index.html": "a", "other.html": "b"}


def test_clean_removes_what_was_written_and_only_that(tmp_path: Path) -> None:
    """After `clean` the folder holds foreign files alone, or is gone."""
    write_dist(tmp_path / "dist", files(index_html="a", briefings__x_html="b"))
    assert clean_dist(tmp_path / "dist") == 2
    assert not (tmp_path / "dist").exists()
    write_dist(tmp_path / "dist", files(index_html="a"))
    (tmp_path / "dist" / "CNAME").write_text("x", encoding="utf-8")
    clean_dist(tmp_path / "dist")
    assert tree(tmp_path / "dist") == {"CNAME": "x"}


def test_a_content_file_is_never_written_over(tmp_path: Path) -> None:
    """Creating a file that exists is a Problem, and the file is as it was."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("the editor's", encoding="utf-8")
    with pytest.raises(ContentError, match="exists already"):
        write_new(tmp_path, [SourceFile("content/a.md", b"ours")])
    assert tree(tmp_path) == {"content/a.md": "the editor's"}


def test_an_output_folder_that_holds_sources_is_refused(tmp_path: Path) -> None:
    """The site's own folder, its parents and its source folders are no place to write a site to."""
    root = tmp_path / "site"
    (root / "seeds").mkdir(parents=True)
    for out in (root, tmp_path, root / "seeds", root / "content" / "x", root / "layouts"):
        with pytest.raises(ContentError, match="own sources"):
            check_out(out, root)


def test_an_output_folder_with_files_of_others_is_refused(tmp_path: Path) -> None:
    """A folder outside the site that no build of ours wrote to is left alone; ROOT/dist may hold a CNAME."""
    root, other = tmp_path / "site", tmp_path / "other"
    for folder in (root / "dist", other):
        folder.mkdir(parents=True)
        (folder / "CNAME").write_text("x", encoding="utf-8")
    check_out(root / "dist", root)
    with pytest.raises(ContentError, match="no build of ours"):
        check_out(other, root)
    (other / "CNAME").unlink()
    check_out(other, root)
    write_dist(other, files(index_html="a"))
    check_out(other, root)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_what_the_disk_refuses_is_one_message(tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full, read-only or somebody else's gives a Problem with its remedy, and no file is torn."""
    write_dist(tmp_path / "dist", files(index_html="a"))

    def refuse(path: Path, data: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(ContentError, match=r"cannot be written: .*permissions"):
        write_dist(tmp_path / "dist", files(index_html="b"))
    assert tree(tmp_path / "dist") == {"index.html": "a"}


def test_a_file_in_the_place_of_a_folder_is_one_message(tmp_path: Path) -> None:
    """A file that stands where a folder is needed is named; what was there stays."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "briefings").write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match="cannot be written"):
        write_dist(tmp_path / "dist", files(briefings__x_html="a"))
    assert tree(tmp_path / "dist") == {"briefings": "mine"}
