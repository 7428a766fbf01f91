"""A document of NewsML-G2 in, a Draft of each of its news items out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nutgraf.convert.draft import Draft
from nutgraf.convert.names import is_signature
from nutgraf.convert.readers import nitf
from nutgraf.convert.readers.bodies import Body, choose_body, html_body, text_body, tree_body
from nutgraf.convert.readers.item import Said, draft_of
from nutgraf.convert.readers.xml_tree import XmlSeed, children, language_of, leftovers, local, text_of
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.wire import NEWSML, NEWSML_AUTHOR, NO_STORIES, OTHER_MEDIA

Element = Any


def read(file: SourceFile, seed: XmlSeed) -> tuple[Draft, ...]:
    """Read a news item, or each item of a news message; those that are no story say so."""
    if local(seed.root) == "newsItem":
        return (_draft(file, seed.root, ""),)
    items = [item for item_set in children(seed.root, "itemSet") for item in item_set if local(item)]
    return tuple(_draft(file, item, item.get("guid") or str(number)) for number, item in enumerate(items, 1))


def _draft(file: SourceFile, item: Element, name: str) -> Draft:
    if refusal := NO_STORIES.get(local(item).casefold()):
        return draft_of(file.path, _rest(item, set()), (), name, refusal=refusal)
    said = list(_said(item))
    body, others = choose_body(list(_bodies(item, file)))
    documents = [inner for xml in children(item, "contentSet/inlineXML") for inner in children(xml, "nitf")]
    said += [one for document in documents for one in nitf.said_in(document)]
    is_signed = any(one.what == "byline" and one.text.strip() for one in said)
    is_signed |= any(is_signature(block.text) for block in body.blocks)
    path, attribute, what, origin = NEWSML_AUTHOR
    said += _of_row(item, path, attribute, "" if is_signed else what, origin)
    kind = next((_code(element) for element in children(item, "itemMeta/itemClass")), "")
    refusal = "" if body.blocks else f"is of the type '{kind}' and no article" if kind in OTHER_MEDIA else "has no body"
    is_marked_up = body.kind != "text"
    return draft_of(file.path, [*said, *others], body.blocks, name, is_marked_up=is_marked_up, refusal=refusal)


def _said(item: Element) -> Iterator[Said]:
    used = {*children(item, "contentSet/inlineXML"), *children(item, "contentSet/inlineData")}
    for row in (*NEWSML, NEWSML_AUTHOR):
        used |= set(children(item, row[0]))
    for row in NEWSML:
        yield from _of_row(item, *row)
    yield Said("language", language_of(item), "language")
    yield Said("url", item.get("guid", ""), "address")
    yield from _rest(item, used)


def _rest(item: Element, used: set[Element]) -> Iterator[Said]:
    for name, text in leftovers(item, used):
        yield Said("", text, f"{name}: of the item, no field of a briefing")


def _of_row(item: Element, path: str, attribute: str, what: str, origin: str) -> Iterator[Said]:
    """Yield what a row of the table finds; what has another role than the main one comes last, a caption nowhere."""
    elements = sorted(children(item, path), key=lambda element: _role(element) not in ("", "main", "summary"))
    for element in elements:
        value = element.get(attribute, "") if attribute not in ("", "name") else _name(element, attribute)
        if what == "embargo" and not value:
            value = local(element)  # an empty one has no end
        is_caption = what == "dek" and _role(element) == "caption"
        yield Said("" if is_caption else what, value, "caption" if is_caption else origin)
        if attribute == "name":
            inside = set(children(element, "name"))
            for name, text in leftovers(element, set()) if not inside else _beside(element, inside):
                if text != value:
                    yield Said("", text, f"{name}: of the {origin}, no field of a briefing")


def _beside(element: Element, names: set[Element]) -> Iterator[tuple[str, str]]:
    """Yield the texts of a concept beside the name that is taken, those in other languages among them."""
    taken = next(iter(children(element, "name")))
    yield from leftovers(element, {taken} if taken in names else set())


def _name(element: Element, attribute: str) -> str:
    """Return the text of an element; of a concept its first name, else its literal."""
    if not attribute:
        return text_of(element)
    named = next((text_of(child) for child in children(element, "name")), "")
    return named or element.get("literal", "") or " ".join((element.text or "").split())


def _role(element: Element) -> str:
    return str(element.get("role", "")).rpartition(":")[2].casefold()


def _code(element: Element) -> str:
    code = str(element.get("qcode") or element.get("uri") or "")
    return code.replace("/", ":").rpartition(":")[2].casefold()


def _bodies(item: Element, file: SourceFile) -> Iterator[Body]:
    """Yield the texts of an item: NITF, XHTML or text, as elements or as data."""
    for content in children(item, "contentSet/inlineXML"):
        for root in content:
            if local(root):
                yield nitf.body_of(root) if local(root) == "nitf" else tree_body(root)
    for data in children(item, "contentSet/inlineData"):
        text = "".join(data.itertext())
        is_html = "html" in data.get("contenttype", "").casefold()
        yield html_body(text, file) if is_html else text_body(text)
