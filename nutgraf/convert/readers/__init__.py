"""Readers: one module a format, each with `read(file)` -> the Drafts of its articles; READERS has them by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nutgraf.convert.draft import Draft
from nutgraf.convert.readers import docx, html, markdown, ninjs, sniff
from nutgraf.sources import SourceFile

Reader = Callable[[SourceFile], tuple[Draft, ...]]

READERS: Mapping[str, Reader] = {
    ".atom": sniff.read_xml,
    ".docx": docx.read,
    ".htm": html.read,
    ".html": html.read,
    ".json": ninjs.read,
    ".markdown": markdown.read,
    ".md": markdown.read,
    ".rss": sniff.read_xml,
    ".txt": sniff.read_text,
    ".xhtml": html.read,
    ".xml": sniff.read_xml,
}

LARGEST: Mapping[str, int] = {
    "": 20_000_000,
    ".docx": 200_000_000,
}
"""The bytes that a seed may have, by suffix: pages and feeds are larger than their text, documents hold pictures."""
