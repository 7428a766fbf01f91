"""Bytes of XML in, its tree out: nothing is fetched, no entity is expanded, and what is not well-formed is refused."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nutgraf.convert.decode import Decoded, decode_seed
from nutgraf.convert.readers.library import needed_for
from nutgraf.convert.repair import mend_mojibake, tidy
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile

Element = Any

MOST_BYTES = 20_000_000
"""Of a seed in a format of agencies or feeds; the longest that was seen has a tenth of it."""

_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>")
_ENCODING = re.compile(rb"\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]{0,40})[\"']")
_APART = frozenset(("p", "li", "br", "div", "td", "h1", "h2", "h3", "h4"))
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_BAD_NUMBER = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcBCeEfF]|1[0-9a-fA-F]));")


@dataclass(frozen=True, slots=True)
class XmlSeed:
    """A seed of XML, read."""

    root: Element
    data: bytes
    """The same document in UTF-8, for other parsers."""
    problems: tuple[Problem, ...] = ()
    """What an editor should know of how it was read."""


def parse_xml(file: SourceFile) -> XmlSeed:
    """Read a seed of XML. Raises ContentError when it is too large, declares entities, or is not well-formed."""
    with needed_for(file):
        from lxml import etree
    refuse_giant(file)
    decoded = _decode(file)
    text = _with_characters(_DECLARATION.sub("", decoded.text).strip())
    data = text.encode()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, _ = error.position
        reason = (error.msg or "it is empty").partition(", line ")[0]
        hint = "fetch it again, or mend it: it may be cut off"
        raise ContentError([Problem(file.path, f"is not well-formed XML: {reason}", hint, line or 0)]) from None
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(True for _ in doctype.iterentities()):
        raise _problem(file, "declares entities of its own, which are never expanded", "take its `<!ENTITY` lines out")
    return XmlSeed(root, data, decoded.problems)


def refuse_giant(file: SourceFile) -> None:
    """Raise ContentError when a seed is larger than any article is."""
    if len(file.data) > MOST_BYTES:
        raise _problem(file, f"has {len(file.data):,} bytes, more than any article", "split it into its articles")


def children(element: Element, path: str) -> Iterator[Element]:
    """Yield the elements at a path of local names below `element`."""
    name, _, rest = path.partition("/")
    for child in element:
        if local(child) == name:
            yield from children(child, rest) if rest else (child,)


def local(element: Element) -> str:
    """Return the name of an element without its namespace; '' for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: Element) -> str:
    """Return the text of an element in one line; paragraphs and items in it stand apart."""
    apart = " " if any(local(inner) in _APART for inner in element.iter()) else ""
    return " ".join(apart.join(element.itertext()).split())


def leftovers(root: Element, used: set[Element]) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of each element below `root` with text of its own, but those that were `used` and below."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element in used or not local(element):
            continue
        own = " ".join(" ".join([element.text or "", *(child.tail or "" for child in element)]).split())
        if own:
            yield local(element), own
        waiting += reversed(element)


def language_of(element: Element) -> str:
    """Return what `xml:lang` says on an element."""
    return str(element.get("{http://www.w3.org/XML/1998/namespace}lang", ""))


def _decode(file: SourceFile) -> Decoded:
    """Decode by the declaration; one that is wrong does not count."""
    declared = _ENCODING.match(file.data)
    if declared and not file.data.startswith(codecs.BOM_UTF8):
        try:
            return Decoded(mend_mojibake(tidy(file.data.decode(declared[1].decode("ascii")))))
        except (LookupError, UnicodeError):
            pass
    return decode_seed(file)


def _with_characters(text: str) -> str:
    """Write out the characters that HTML has names for, and drop the numbers of those that XML cannot hold."""
    return _BAD_NUMBER.sub("", _NAMED.sub(_character, text))


def _character(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return match[0] if match[1] in _OF_XML or character in ("<", "&") else character


def _problem(file: SourceFile, message: str, hint: str) -> ContentError:
    return ContentError([Problem(file.path, message, hint)])
