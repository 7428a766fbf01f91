"""nutgraf.sources: the site's folder is read in a fixed order, and nothing outside it is."""

from pathlib import Path

import pytest

from nutgraf.problems import ContentError
from nutgraf.sources import SourceFile, decode_utf8, read_files, read_text


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
        "folder": "folder: error: cannot be read: Is a directory (check its permissions)",
    }.items():
        with pytest.raises(ContentError) as caught:
            read_text(tmp_path, name, "make it")
        assert str(caught.value) == line


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
