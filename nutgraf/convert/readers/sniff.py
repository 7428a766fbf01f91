"""Files whose suffix says too little in, the reader for what they hold out: by the root of XML, by a wire's header."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nutgraf.convert.draft import Draft
from nutgraf.convert.readers import feed, html, iptc7901, newsml, nitf, text
from nutgraf.convert.readers.item import with_problems
from nutgraf.convert.readers.xml_tree import XmlSeed, local, parse_xml, refuse_giant
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.wire import NO_STORIES

_ROOTS: Mapping[str, Callable[[SourceFile, XmlSeed], tuple[Draft, ...]]] = {
    "rss": feed.read,
    "feed": feed.read,
    "rdf": feed.read,
    "html": lambda file, _: html.read(file),
    "nitf": nitf.read,
    "newsitem": newsml.read,
    "newsmessage": newsml.read,
}
"""By the name of the root in small letters."""


def read_xml(file: SourceFile) -> tuple[Draft, ...]:
    """Read a seed of XML. Raises ContentError when it is none, or of a kind that holds no article."""
    seed = parse_xml(file)
    name = local(seed.root)
    reader = _ROOTS.get(name.casefold())
    if reader is None:
        message = NO_STORIES.get(name.casefold(), f"is XML of a kind that is not known here: its root is '{name}'")
        hint = "RSS, Atom, NITF and NewsML-G2 are read; save other articles as .txt"
        raise ContentError([Problem(file.path, message, hint)])
    return with_problems(reader(file, seed), seed.problems)


def read_text(file: SourceFile) -> tuple[Draft, ...]:
    """Read a seed of text: a message of a wire when it opens as one."""
    refuse_giant(file)
    return iptc7901.read(file) if iptc7901.is_wire(file.data) else text.read(file)
