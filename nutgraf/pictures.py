"""Pictures in, their sizes out; a page in, the same with the size of each picture: nothing jumps when they come."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from html import unescape
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote

import imagesize

from nutgraf.models import OutputFile

Size = tuple[int, int]

_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}
_IMG = re.compile(r"<img(?=\s)(?![^>]*\s(?:width|height)=)(?=[^>]*\ssrc=\"([^\"]*)\")")
_VIEW_BOX = re.compile(rb"<svg\b[^>]*\sviewBox=[\"'][\s,]*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")


def sizes_of(files: Iterable[OutputFile]) -> Mapping[str, Size]:
    """Return width and height of each picture by its address; one that does not tell is left out."""
    pictures = (file for file in files if PurePosixPath(file.address).suffix.lower() in _PICTURES)
    return {file.address: size for file in pictures if (size := _measure(file.data))}


def _measure(data: bytes) -> Size | None:
    width, height = imagesize.get(BytesIO(data))
    if width < 1 and (match := _VIEW_BOX.search(data)):
        width, height = float(match[1]), float(match[2])
    return (round(width), round(height)) if width >= 1 and height >= 1 else None


def give_sizes(html: str, page: str, sizes: Mapping[str, Size], root: str = "/") -> str:
    """Return the HTML of the page at `page` with the size of each picture of `sizes` that does not give its own.

    `root` is the path of the whole site, which links may start with.
    """

    def sized(match: re.Match[str]) -> str:
        link = unquote(unescape(match[1])).split("#")[0].split("?")[0]
        folder = "" if link.startswith(root) else posixpath.dirname(page)
        size = sizes.get(posixpath.normpath(posixpath.join(folder, link.removeprefix(root))))
        return f'<img width="{size[0]}" height="{size[1]}"' if size else match[0]

    return _IMG.sub(sized, html) if sizes and "<img" in html else html
