"""Readers: one module a format, each with `read(file)` -> the Drafts of its articles; READERS has them by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nutgraf.convert.draft import Draft
from nutgraf.convert.readers import html, markdown, text
from nutgraf.sources import SourceFile

Reader = Callable[[SourceFile], tuple[Draft, ...]]

READERS: Mapping[str, Reader] = {
    ".htm": html.read,
    ".html": html.read,
    ".markdown": markdown.read,
    ".md": markdown.read,
    ".txt": text.read,
    ".xhtml": html.read,
}
