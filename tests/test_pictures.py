"""nutgraf.pictures: each picture of a page gets the size of its file, and nothing else changes."""

from __future__ import annotations

import struct

import pytest

from nutgraf.models import OutputFile
from nutgraf.pictures import give_sizes, sizes_of

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480) + bytes(9)
GIF = b"GIF89a" + struct.pack("<HH", 12, 34) + bytes(3)
SIZES = {"quay.png": (640, 480), "images/a b.png": (3, 4)}


def svg(attributes: str) -> bytes:
    """Return a drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}></svg>'.encode()


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.png", PNG, (640, 480)),
        ("a.GIF", GIF, (12, 34)),
        ("a.svg", svg('width="20" height="10"'), (20, 10)),
        ("a.svg", svg('viewBox="0 0 120.4 40"'), (120, 40)),
        ("a.svg", svg("viewBox='-5,-5, 30,15'"), (30, 15)),
        ("a.png", b"no picture", None),
        ("a.png", b"", None),
        ("a.svg", svg('width="100%"'), None),
        ("a.txt", PNG, None),
    ],
)
def test_the_size_of_a_picture(name: str, data: bytes, size: tuple[int, int] | None) -> None:
    """Read from the first bytes of a photograph, and from the attributes of a drawing; a broken one has none."""
    assert sizes_of([OutputFile(name, data)]) == ({name: size} if size else {})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<img src="../quay.png" alt="">', '<img width="640" height="480" src="../quay.png" alt="">'),
        (
            '<img alt="a" src="../images/a%20b.png?1#x">',
            '<img width="3" height="4" alt="a" src="../images/a%20b.png?1#x">',
        ),
        ('<img src="/news/quay.png">', '<img width="640" height="480" src="/news/quay.png">'),
        ('<img width="1" src="../quay.png">', '<img width="1" src="../quay.png">'),
        ('<img src="quay.png">', '<img src="quay.png">'),
        ("<p>&lt;img src=&quot;../quay.png&quot;&gt;</p>", "<p>&lt;img src=&quot;../quay.png&quot;&gt;</p>"),
    ],
)
def test_a_page_says_how_large_its_pictures_are(before: str, after: str) -> None:
    """Only where it does not say so itself, and only of the site's own pictures."""
    assert give_sizes(before, "briefings/a.html", SIZES, "/news/") == after
