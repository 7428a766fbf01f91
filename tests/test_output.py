"""nutgraf.output: the writer touches what changed, removes what was ours, and leaves the rest."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nutgraf.addresses import MANIFEST
from nutgraf.models import Change, OutputFile
from nutgraf.output import PartlyWrittenError, check_out, clean_dist, write_changes, write_dist, write_new
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


@pytest.mark.parametrize("manifest", ["{", "[]", '{"name": "an app"}', '{"generator": "other", "files": {}}'])
def test_a_manifest_of_somebody_else_is_not_ours(tmp_path: Path, manifest: str) -> None:
    """What another program wrote under that name is neither written over nor believed, and `clean` leaves it."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ContentError, match="no build of ours"):
        write_dist(tmp_path / "dist", files(index_html="a"))
    assert clean_dist(tmp_path / "dist") == 0
    assert (tmp_path / "dist" / MANIFEST).read_text(encoding="utf-8") == manifest
    assert tree(tmp_path / "dist") == {}


@pytest.mark.parametrize("value", ["3", '{"index.html": 1}', '["index.html"]'])
def test_a_damaged_list_removes_nothing(tmp_path: Path, value: str) -> None:
    """With a list that makes no sense nothing is removed."""
    write_dist(tmp_path / "dist", files(index_html="a"))
    text = f'{{"generator": "nutgraf", "files": {value}}}'
    (tmp_path / "dist" / MANIFEST).write_text(text, encoding="utf-8")
    clean_dist(tmp_path / "dist")
    assert tree(tmp_path / "dist") == {"index.html": "a"}


def test_a_file_of_somebody_else_is_never_written_over(tmp_path: Path) -> None:
    """A page that no build of ours wrote stops the build before anything is touched; an equal one is fine."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match="no build of ours wrote it"):
        write_dist(tmp_path / "dist", files(about_html="b", index_html="a"))
    assert tree(tmp_path / "dist") == {"index.html": "mine"}
    write_dist(tmp_path / "dist", files(about_html="b", index_html="mine"))
    assert tree(tmp_path / "dist") == {"about.html": "b", "index.html": "mine"}


@pytest.mark.parametrize("link", ["briefings", "index.html", MANIFEST])
def test_links_in_the_output_folder_are_not_followed(tmp_path: Path, link: str) -> None:
    """A link in dist/ could lead anywhere: nothing is written or removed through it."""
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "x.html").write_text("precious", encoding="utf-8")
    (tmp_path / "dist").mkdir()
    target = tmp_path / "else" if link == "briefings" else tmp_path / "else" / "x.html"
    (tmp_path / "dist" / link).symlink_to(target)
    with pytest.raises(ContentError, match="is a link"):
        write_dist(tmp_path / "dist", files(index_html="a", briefings__x_html="b"))
    assert tree(tmp_path / "else") == {"x.html": "precious"}


def test_a_linked_output_folder_is_the_folder_it_leads_to(tmp_path: Path) -> None:
    """dist/ itself may live elsewhere: that is its owner's choice."""
    (tmp_path / "real").mkdir()
    (tmp_path / "dist").symlink_to(tmp_path / "real")
    write_dist(tmp_path / "dist", files(index_html="a"))
    assert tree(tmp_path / "real") == {"index.html": "a"}
    clean_dist(tmp_path / "dist")
    assert not (tmp_path / "real").exists()


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
@pytest.mark.parametrize("after", [0, 2])
def test_what_the_disk_refuses_is_one_message(
    tmp_path: Path, number: int, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses, at once or midway, gives a Problem; no file is torn, and the next build makes the rest."""
    write_dist(tmp_path / "dist", files(a_html="1", b_html="1", gone_html="1"))
    allowed = iter(range(after))
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if next(allowed, None) is None:
            raise OSError(number, os.strerror(number), str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PartlyWrittenError, match=r"cannot be written: .*permissions"):
        write_dist(tmp_path / "dist", files(a_html="2", b_html="2"))
    monkeypatch.undo()
    found = tree(tmp_path / "dist")
    assert {found["a.html"], found["b.html"]} <= {"1", "2"}
    write_dist(tmp_path / "dist", files(a_html="3", b_html="3"))
    assert tree(tmp_path / "dist") == {"a.html": "3", "b.html": "3"}


def test_home_and_root_are_no_output_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even when they are empty, or hold a list that looks like ours."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    for out in (tmp_path / "home", Path(tmp_path.anchor)):
        with pytest.raises(ContentError, match=r"no folder for one site|own sources"):
            check_out(out, tmp_path / "site")
    (tmp_path / "home" / MANIFEST).write_text('{"generator": "nutgraf", "files": {"a": "b"}}', encoding="utf-8")
    with pytest.raises(ContentError, match="no folder for one site"):
        check_out(tmp_path / "home", tmp_path / "site")


def test_a_file_in_the_place_of_a_folder_is_one_message(tmp_path: Path) -> None:
    """A file that stands where a folder is needed is named; what was there stays."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "briefings").write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match="in the way"):
        write_dist(tmp_path / "dist", files(briefings__x_html="a"))
    assert tree(tmp_path / "dist") == {"briefings": "mine"}


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    """An editor who saves while a merge runs loses nothing, and neither record nor later file runs ahead."""
    (tmp_path / "a.md").write_bytes(b"saved meanwhile")
    (tmp_path / "b.md").write_bytes(b"read")
    changes = [Change("a.md", b"read", b"merged"), Change("b.md", b"read", b"merged")]
    with pytest.raises(ContentError, match="was changed while it was being merged"):
        write_changes(tmp_path, changes)
    with pytest.raises(ContentError, match="was changed while it was being merged"):
        write_changes(tmp_path, [Change("gone.md", b"read", b"merged")])
    assert tree(tmp_path) == {"a.md": "saved meanwhile", "b.md": "read"}


def test_a_file_of_content_keeps_its_permissions(tmp_path: Path) -> None:
    """Who shares a folder with others may still write what a merge has written."""
    (tmp_path / "a.md").write_bytes(b"read")
    (tmp_path / "a.md").chmod(0o664)
    write_changes(tmp_path, [Change("a.md", b"read", b"merged")])
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o664


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    """Return what sets the umask until the test ends."""
    before = os.umask(0)
    os.umask(before)
    yield os.umask
    os.umask(before)


@pytest.mark.parametrize(
    ("mask", "file", "folder"),
    [(0o022, 0o644, 0o755), (0o002, 0o664, 0o775), (0o077, 0o644, 0o755), (0o000, 0o664, 0o775)],
    ids=lambda number: f"{number:03o}",
)
def test_everyone_may_read_what_is_published(
    tmp_path: Path, umask: Callable[[int], int], mask: int, file: int, folder: int
) -> None:
    """A web server must; who else may write it, the umask says, but never everyone. New or changed, it is the same."""
    umask(mask)
    write_dist(tmp_path / "dist", files(index_html="a", deep__x__y_html="b"))
    write_dist(tmp_path / "dist", files(index_html="a", deep__x__y_html="c", late__x__z_html="d"))
    modes = {path.relative_to(tmp_path).as_posix(): path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert {name for name, mode in modes.items() if mode == folder} == {
        "dist", "dist/deep", "dist/deep/x", "dist/late", "dist/late/x",
    }  # fmt: skip
    assert {name for name, mode in modes.items() if mode == file} == {
        "dist/index.html", "dist/deep/x/y.html", "dist/late/x/z.html", f"dist/{MANIFEST}",
    }  # fmt: skip
    assert len(modes) == 9


def test_what_is_not_published_goes_by_the_umask(tmp_path: Path, umask: Callable[[int], int]) -> None:
    """Drafts are in content/."""
    umask(0o077)
    write_changes(tmp_path / "site", [Change("content/a.md", None, b"a")])
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")}
    assert modes == {"content": 0o700, "a.md": 0o600}


def test_a_record_goes_with_its_empty_folder(tmp_path: Path) -> None:
    """What is to be removed is, and the folder it stood in alone."""
    write_changes(tmp_path, [Change("x/y/a.md", None, b"a"), Change("x/b.md", None, b"b")])
    write_changes(tmp_path, [Change("x/y/a.md", b"a", None)])
    assert tree(tmp_path) == {"x/b.md": "b"}
    assert not (tmp_path / "x" / "y").exists()
