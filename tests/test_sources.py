"""nutgraf.sources: the site's folder is read in a fixed order, and nothing outside it is."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.problems import ContentError
from nutgraf.sources import (
    MOST_BYTES,
    SourceFile,
    decode_utf8,
    read_files,
    read_line,
    read_text,
    scan_files,
    try_files,
)


def faults_of(root: Path, folder: str) -> list[str]:
    """Return path and message of each problem that reading gives."""
    with pytest.raises(ContentError) as caught:
        read_files(root, folder)
    return [f"{problem.path} {problem.message}" for problem in caught.value.problems]


def write(root: Path, **files: str) -> None:
    """Write files whose names have __ for a slash and _ for a dot."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def test_files_are_read_whole_in_a_fixed_order(tmp_path: Path) -> None:
    """Files come by name with forward slashes, subfolders in their place, bytes untouched."""
    write(tmp_path, seeds__b_txt="b\r\n", seeds__a__z_txt="z", seeds__a_txt="\ufeffa", seeds__Z_txt="")
    assert read_files(tmp_path, "seeds") == (
        SourceFile("seeds/Z.txt", b""),
        SourceFile("seeds/a/z.txt", b"z"),
        SourceFile("seeds/a.txt", b"\xef\xbb\xbfa"),
        SourceFile("seeds/b.txt", b"b\r\n"),
    )


def test_files_are_read_at_any_depth_and_hidden_ones_never(tmp_path: Path) -> None:
    """Files come by path; what begins with a dot is the system's."""
    write(tmp_path, c__a_md="a", c__sub__b_md="b", c__note_txt="n")
    write(tmp_path, c___DS_Store="x", c___git__d_md="d")
    assert [file.path for file in read_files(tmp_path, "c")] == ["c/a.md", "c/note.txt", "c/sub/b.md"]


def test_an_absent_folder_holds_nothing(tmp_path: Path) -> None:
    """A folder that is not there, or is a file, gives no files and no fault."""
    write(tmp_path, seeds="a file")
    assert read_files(tmp_path, "content/briefings") == ()
    assert read_files(tmp_path, "seeds") == ()


def test_every_link_is_refused_and_named(tmp_path: Path) -> None:
    """Links to files, to folders and to nothing are all told at once, whatever the pattern, wherever they lead."""
    write(tmp_path, outside_txt="secret", s__a_txt="a")
    (tmp_path / "s" / "file.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "s" / "folder").symlink_to(tmp_path)
    (tmp_path / "s" / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "s" / "home.txt").symlink_to("a.txt")
    assert faults_of(tmp_path, "s") == [
        "s/file.txt is a link",
        "s/folder is a link",
        "s/gone is a link",
        "s/home.txt is a link",
    ]


def test_a_folder_that_is_itself_a_link_is_refused(tmp_path: Path) -> None:
    """The folder asked for may not be a link."""
    write(tmp_path, elsewhere__a_txt="a")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "seeds").symlink_to(tmp_path / "elsewhere")
    assert faults_of(tmp_path / "site", "seeds") == ["seeds is a link"]


def test_a_link_above_the_folder_is_refused(tmp_path: Path) -> None:
    """A link anywhere between the root and a file leads out just the same."""
    write(tmp_path, elsewhere__briefings__a_md="a", elsewhere__site_yaml="title: A")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "content").symlink_to(tmp_path / "elsewhere")
    assert faults_of(tmp_path / "site", "content/briefings") == ["content is a link"]
    with pytest.raises(ContentError, match="is a link"):
        read_text(tmp_path / "site", "content/site.yaml", "")


def test_a_root_that_is_a_link_is_fine(tmp_path: Path) -> None:
    """Where the whole site lives is the owner's business."""
    write(tmp_path, real__seeds__a_txt="a")
    (tmp_path / "site").symlink_to(tmp_path / "real")
    assert [file.path for file in read_files(tmp_path / "site", "seeds")] == ["seeds/a.txt"]


def test_one_text_is_read_or_its_absence_told_with_the_remedy(tmp_path: Path) -> None:
    """`read_text` gives a file's text without byte order mark; an absent one, a link and a folder are Problems."""
    write(tmp_path, a_txt="\ufeffä")
    (tmp_path / "link").symlink_to("a.txt")
    (tmp_path / "folder").mkdir()
    assert read_text(tmp_path, "a.txt", "") == "ä"
    for name, line in {
        "gone": "gone: error: is missing (make it)",
        "link": "link: error: is a link (put the file itself here: links can lead out of the site)",
        "folder": "folder: error: is a folder, no file (move it away)",
    }.items():
        with pytest.raises(ContentError) as caught:
            read_text(tmp_path, name, "make it")
        assert str(caught.value) == line


def test_what_is_no_file_is_refused_and_named(tmp_path: Path) -> None:
    """A pipe would be waited for, a device never ends; a link to one is a link."""
    (tmp_path / "s").mkdir()
    os.mkfifo(tmp_path / "s" / "a.txt")
    (tmp_path / "s" / "b.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s" / "c.txt"))
        told = ["s/a.txt is a named pipe, no file", "s/b.txt is a link", "s/c.txt is a socket, no file"]
        assert faults_of(tmp_path, "s") == told
    with pytest.raises(ContentError, match="is a named pipe"):
        read_text(tmp_path, "s/a.txt", "")
    assert read_line(tmp_path, "s/a.txt", 1) == ""
    assert list(scan_files(tmp_path, "s")) == ["s/a.txt", "s/b.txt", "s/c.txt"]


def test_a_device_is_no_file() -> None:
    """Whatever it would give."""
    with pytest.raises(ContentError, match="null: error: is a device, no file"):
        read_text(Path("/dev"), "null", "")


def test_a_giant_is_not_read(tmp_path: Path) -> None:
    """A file that would fill the memory is told by its size alone."""
    write(tmp_path, s__a_bin="", s__b_txt="b")
    os.truncate(tmp_path / "s" / "a.bin", MOST_BYTES + 1)
    files, (problem,) = try_files(tmp_path, "s")
    assert [file.path for file in files] == ["s/b.txt"]
    assert str(problem).startswith("s/a.bin: error: has 200,000,001 bytes; a file of a site has at most 200,000,000")


def test_a_folder_too_deep_to_be_named_is_told(tmp_path: Path) -> None:
    """Such folders can be made, but not be read by their paths."""
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        for name in ["s", *["x" * 250] * 20]:
            os.mkdir(name, dir_fd=folder)
            inner = os.open(name, os.O_RDONLY, dir_fd=folder)
            os.close(folder)
            folder = inner
    finally:
        os.close(folder)
    (fault,) = faults_of(tmp_path, "s")
    assert fault.endswith(" cannot be read: File name too long")


@pytest.fixture
def locked() -> Iterator[Path]:
    """Return a folder in which permissions hold, also for tests that root runs."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        for name in ("s/folder", "s/open"):
            (Path(folder) / name).mkdir(parents=True)
        (Path(folder) / "s" / "open" / "a.txt").write_text("a", encoding="utf-8")
        (Path(folder) / "s" / "folder" / "b.txt").write_text("b", encoding="utf-8")
        (Path(folder) / "s" / "file.txt").write_text("b", encoding="utf-8")
        (Path(folder) / "s" / "file.txt").chmod(0)
        (Path(folder) / "s" / "folder").chmod(0)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(user)
            (Path(folder) / "s" / "folder").chmod(0o700)


def test_what_may_not_be_read_is_told(locked: Path) -> None:
    """A file and a folder are one message each, and all the others are read."""
    files, problems = try_files(locked, "s")
    assert [file.path for file in files] == ["s/open/a.txt"]
    assert [f"{problem.path} {problem.message}" for problem in problems] == [
        "s/file.txt cannot be read: Permission denied",
        "s/folder cannot be read: Permission denied",
    ]
    for name in ("s/folder", "s/folder/inner"):
        with pytest.raises(ContentError, match=r"s/folder.*: Permission denied"):
            read_files(locked, name)
    with pytest.raises(ContentError, match=r"s/folder/b\.txt: error: cannot be read: Permission denied"):
        read_text(locked, "s/folder/b.txt", "")
    assert read_line(locked, "s/folder/b.txt", 1) == ""


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"\xff", 1, "is not UTF-8: byte 0xff at offset 0"),
        (b"a\nb\xe9c\n", 2, "is not UTF-8: byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfa\r\n\r\n\x80", 3, "is not UTF-8: byte 0x80 at offset 8"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", 1, "is not UTF-8: byte 0x89 at offset 0"),
        ("a\nb".encode("utf-16"), 1, "is not UTF-8: byte 0xff at offset 0"),
    ],
)
def test_bytes_that_are_no_utf8_are_named_with_their_line(data: bytes, line: int, message: str) -> None:
    """The Problem says which byte, where in the file, and on which line."""
    with pytest.raises(ContentError) as caught:
        decode_utf8(SourceFile("a.md", data))
    assert [(p.path, p.line, p.message) for p in caught.value.problems] == [("a.md", line, message)]


@pytest.mark.parametrize("text", ["", "a", "ä\r\n", "\u2028", "a\ufeff"])
def test_text_is_decoded_as_it_is(text: str) -> None:
    """With or without a byte order mark the text is the same, and nothing else of it changes."""
    assert decode_utf8(SourceFile("a.md", text.encode())) == text
    assert decode_utf8(SourceFile("a.md", b"\xef\xbb\xbf" + text.encode())) == text
