"""A document of NITF in, a Draft out: fields from its head, blocks from its body."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from nutgraf.convert.draft import Draft
from nutgraf.convert.readers.blocks import blocks_of
from nutgraf.convert.readers.bodies import Body
from nutgraf.convert.readers.item import Said, draft_of
from nutgraf.convert.readers.xml_tree import XmlSeed, children, language_of, leftovers, local, text_of
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.wire import NITF, NITF_AS_HTML

Element = Any


def read(file: SourceFile, seed: XmlSeed) -> tuple[Draft, ...]:
    """Read a seed of NITF."""
    return (draft_of(file.path, said_in(seed.root), body_of(seed.root).blocks),)


def said_in(root: Element) -> Iterator[Said]:
    """Yield what an element `nitf` states beside its body."""
    used = set(children(root, "body/body.content"))
    for path, attribute, what, origin in sorted(NITF, key=lambda row: _is_slug(root, row[0])):
        for element in children(root, path):
            used |= set() if attribute else {element}
            value = element.get(attribute, "") if attribute else text_of(element)
            if path.endswith("/byline"):
                value = _byline(element)
            yield Said(what, value, origin)
    yield Said("language", language_of(root) or root.get("baselang", ""), "language")
    for name, text in leftovers(root, used):
        yield Said("", text, f"{name}: of the document, no field of a briefing")


def body_of(root: Element) -> Body:
    """Return the body of an element `nitf`."""
    contents = [_as_html(element) for element in children(root, "body/body.content")]
    return Body("xhtml", tuple(block for element in contents for block in blocks_of(element)))


def _is_slug(root: Element, path: str) -> bool:
    """Tell whether the second headline is in capitals: some agencies put their slug there."""
    return path.endswith("/hl2") and all(text_of(element).isupper() for element in children(root, path))


def _byline(element: Element) -> str:
    """Return a byline with its title parted from the name."""
    parts = [element.text or ""]
    for child in element:
        parts += [", " if local(child) == "byttl" and "".join(parts).strip() else "", text_of(child), child.tail or ""]
    return "".join(parts)


def _as_html(content: Element) -> Element:
    """Return a copy of a body in which its elements have the names of HTML."""
    copy = deepcopy(content)
    for element in copy.iter():
        name = local(element)
        if name:
            element.tag = NITF_AS_HTML.get(name, name)
        if name == "media-reference":
            element.set("src", element.get("source", ""))
            element.set("alt", element.get("alternate-text", ""))
            if (element.text or "").strip():  # a caption of its own
                element.tag = "figcaption"
    return copy
