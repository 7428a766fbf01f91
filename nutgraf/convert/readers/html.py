"""A saved page in, a Draft of its article out: fields from its data, blocks from its text, the rest set aside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from nutgraf.convert.decode import Decoded, decode_seed
from nutgraf.convert.draft import Draft
from nutgraf.convert.readers.blocks import find_blocks
from nutgraf.convert.readers.head import read_head
from nutgraf.convert.readers.library import needed_for
from nutgraf.convert.readers.main_text import MainText
from nutgraf.convert.readers.page_data import read_page_data
from nutgraf.convert.readers.roles import signs
from nutgraf.convert.repair import mend_mojibake
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile

Element = Any

_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_MOST_BLOCKS = 20_000
_HEAD = 4096  # bytes in which a page says its encoding


def read(file: SourceFile) -> tuple[Draft, ...]:
    """Read a saved page. Raises ContentError when it cannot be read, or the libraries for it are not installed."""
    decoded = _decode(file)
    root = parse_page(decoded.text, file)
    data = read_page_data(root)
    found = find_blocks(root, data.url, signs)
    if not found:
        return (Draft(file.path, (), is_marked_up=True, problems=decoded.problems),)
    if len(found) > _MOST_BLOCKS:
        message = f"has {len(found):,} pieces of text, more than any page of an article"
        raise ContentError([Problem(file.path, message, "put the article alone in")])
    reasons = MainText(found, f"{data.article_body}\n{_known_text(decoded.text, file)}").reasons()
    draft = read_head(file.path, found, reasons, data)
    return (replace(draft, problems=(*decoded.problems, *draft.problems)),)


def parse_page(text: str, file: SourceFile) -> Element:
    """Return the tree of a page. Raises ContentError when it is nested so deeply that its end would be lost."""
    with needed_for(file):
        from lxml import etree, html
    parser = html.HTMLParser(huge_tree=True, no_network=True)
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except etree.ParserError:
        root = html.document_fromstring("<p></p>")
    if any(error.level_name == "FATAL" and "RESOURCE" in error.type_name for error in parser.error_log):
        hint = "open it in a browser and save its text as .txt"
        raise ContentError([Problem(file.path, "nests its elements too deeply to be read to its end", hint)])
    return root


def _known_text(text: str, file: SourceFile) -> str:
    """Return what trafilatura takes for the article; it may miss paragraphs, and what it has is rarely wrong."""
    with needed_for(file):
        import trafilatura
    found = trafilatura.extract(text, favor_precision=True, include_comments=False, include_tables=False)
    return found or ""


def _decode(file: SourceFile) -> Decoded:
    """Decode a page as it says it is encoded; when it says that wrongly, as any other text."""
    declared = _CHARSET.search(file.data[:_HEAD])
    if declared and not file.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}.get(name, name)  # as browsers do
        try:
            return Decoded(mend_mojibake(file.data.decode(name)))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_seed(file)
