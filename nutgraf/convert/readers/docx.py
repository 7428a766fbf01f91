"""A Word document in, a Draft out: its Title is the headline, its Subtitle the dek, its lists and links are kept.

Nothing is unpacked before its size is known. What Word keeps beside the text (heads and feet of pages, comments,
changes that nobody accepted) is set aside or told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from nutgraf.convert.draft import SET_ASIDE, Block, Draft, Placed
from nutgraf.convert.readers.blocks import Found, find_blocks, with_markup
from nutgraf.convert.readers.library import needed_for
from nutgraf.convert.repair import tidy
from nutgraf.models import Briefing
from nutgraf.problems import ContentError, Problem
from nutgraf.settings import parse_language
from nutgraf.sources import SourceFile

Element = Any

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.dek:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
"""

_MOST_ENTRIES = 5_000
_LARGEST_TEXT = 12_000_000  # bytes of XML, unpacked; a novel has a fifth of that
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGE_PARTS = re.compile(r"word/(?:header|footer)\d*\.xml")
_LEFT_OUT = re.compile(r"unrecognised element was ignored: (?:\{[^}]*\})?(?:\w+:)?(\w+)")
_HARMLESS = {"bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "sectPr", "permStart", "permEnd"}
_SHORT_LANGUAGE = 0.5  # of the text that has one must have the same


def read(file: SourceFile) -> tuple[Draft, ...]:
    """Read a document. Raises ContentError when it is none, is too large, or the libraries are not installed."""
    parts = _unpack(file)
    with needed_for(file):
        import mammoth
        from lxml import etree, html
    try:
        trees = {name: etree.fromstring(data, etree.XMLParser(resolve_entities=False)) for name, data in parts.items()}
        result = mammoth.convert_to_html(
            BytesIO(file.data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except RecursionError:
        raise _refused(file, "nests its tables too deeply to be read", "copy the article into a new document") from None
    except (AttributeError, LookupError, TypeError, ValueError, OSError, SyntaxError, BadZipFile) as error:
        # What mammoth raises for a part that is not as Word writes it; it has no exception of its own.
        raise _refused(file, f"is a damaged Word document ({error})", "save it again in Word") from None
    root = html.fragment_fromstring(result.value, create_parent="div")
    for link in root.xpath("//a[starts-with(@href, '#footnote-ref') or starts-with(@href, '#endnote-ref')]"):
        link.drop_tree()  # an arrow back to the text
    draft = _draft(file.path, find_blocks(root), trees)
    return (_with_warnings(draft, trees, [message.message for message in result.messages]),)


def _unpack(file: SourceFile) -> dict[str, bytes]:
    """Return the XML parts of a document by name. Raises ContentError for what is none, or larger than any text."""
    if file.data.startswith(_OLE):
        if _ENCRYPTED in file.data:
            raise _refused(file, "is protected by a password", "save it without one")
        raise _refused(file, "is a document of an older Word, whatever its name says", "save it as .docx")
    try:
        with ZipFile(BytesIO(file.data)) as archive:
            entries = archive.infolist()
            texts = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
            size = sum(entry.file_size for entry in texts)
            if len(entries) > _MOST_ENTRIES or size > _LARGEST_TEXT:
                message = f"unpacks to {len(entries):,} files with {size:,} bytes of text, more than any article"
                raise _refused(file, message, "copy the article into a new document")
            if any(entry.flag_bits & 1 for entry in entries):
                raise _refused(file, "is protected by a password", "save it without one")
            parts = {entry.filename: archive.read(entry) for entry in texts}
    except (BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise _refused(file, f"is no Word document ({error})", "open it in Word and save it as .docx") from None
    if "word/document.xml" not in parts:
        raise _refused(file, "is no Word document", "open it in Word and save it as .docx")
    if any(b"<!DOCTYPE" in data.replace(b"\0", b"") for data in parts.values()):
        raise _refused(file, "declares entities, as no Word document does", "open it in Word and save it again")
    return {name: data for name, data in parts.items() if name.startswith(("word/", "docProps/")) and data.strip()}


def _refused(file: SourceFile, message: str, hint: str) -> ContentError:
    return ContentError([Problem(file.path, message, hint)])


def _draft(seed: str, found: list[Found], trees: dict[str, Element]) -> Draft:
    blocks = tuple(_by_style(one) for one in found)
    outside = tuple(_outside(len(blocks) + 1, trees))
    has_styles = any(block.kind == "heading" or _style(one) == "dek" for one, block in zip(found, blocks, strict=True))
    draft = Draft(seed, blocks, is_marked_up=has_styles, has_lines=False, outside=outside)
    titles = [block for one, block in zip(found, blocks, strict=True) if _style(one) == "title"]
    first = next((block for block in blocks if block.kind != "media"), None)
    if not titles and first is not None and first.kind == "heading":
        titles = [first]
    if titles:
        headline = " ".join(block.text for block in titles)
        draft = draft.place(titles, "headline", "title of the document", headline=headline)
        draft = replace(draft, known=draft.known | {"headline"})
    deks = [block for one, block in zip(found, blocks, strict=True) if _style(one) == "dek"]
    if deks:
        draft = draft.place(deks, "dek", "subtitle of the document", dek=" ".join(block.text for block in deks))
        draft = replace(draft, known=draft.known | {"dek"})
    return _with_properties(draft, trees)


def _style(found: Found) -> str:
    return str(found.element.get("class") or "")


def _by_style(found: Found) -> Block:
    block = with_markup(found)
    return replace(block, kind="caption") if block.kind == "text" and _style(found) == "caption" else block


def _with_properties(draft: Draft, trees: dict[str, Element]) -> Draft:
    """Take keywords and the language of the text; who saved the file, and when, is not who wrote it, and when."""
    core = trees.get("docProps/core.xml")
    keywords = (
        "".join(text for e in core.iter() if _name(e) == "keywords" for text in e.itertext())
        if core is not None
        else ""
    )
    topics = tuple(dict.fromkeys(word.strip() for word in re.split(r"[,;]", keywords) if word.strip()))
    fields: dict[str, Any] = {"topics": topics, "language": _language(trees["word/document.xml"])}
    given = {name: value for name, value in fields.items() if value}
    found: Briefing = replace(draft.found, **given)
    return replace(draft, found=found, known=draft.known | set(given))


def _language(document: Element) -> str:
    """Return the language that most of the text is marked with; the default of a template tells nothing."""
    letters: Counter[str] = Counter()
    for run in document.iter(f"{_WORD}r"):
        marks = [mark.get(f"{_WORD}val") or "" for mark in run.iter(f"{_WORD}lang")]
        letters[next(iter(marks), "")] += sum(len(text.text or "") for text in run.iter(f"{_WORD}t"))
    language, count = letters.most_common(1)[0] if letters else ("", 0)
    try:
        return parse_language(language) if language and count > _SHORT_LANGUAGE * letters.total() else ""
    except ValueError:
        return ""


def _outside(number: int, trees: dict[str, Element]) -> Iterator[Placed]:
    """Yield what stands beside the text: the heads and feet of pages, and comments."""
    lines = [
        (line, "head or foot of each page")
        for name in trees
        if _PAGE_PARTS.fullmatch(name)
        for line in _lines(trees[name])
    ]
    comments = trees.get("word/comments.xml")
    lines += [(line, "comment on the document") for line in (_lines(comments) if comments is not None else ())]
    for index, (text, reason) in enumerate(dict.fromkeys(lines)):
        yield Placed(Block(number + index, text), SET_ASIDE, reason)


def _lines(tree: Element) -> Iterator[str]:
    """Yield the text of each paragraph of a part of the document."""
    for paragraph in tree.iter(f"{_WORD}p"):
        text = " ".join(tidy("".join(run.text or "" for run in paragraph.iter(f"{_WORD}t"))).split())
        if text:
            yield text


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _with_warnings(draft: Draft, trees: dict[str, Element], messages: Iterable[str]) -> Draft:
    """Say what in the document an editor may not expect to find, or not to find."""
    marks = Counter(_name(element) for element in trees["word/document.xml"].iter())
    changes = marks["ins"] + marks["del"]
    if changes:
        message = f"has {changes} changes that nobody has accepted; it was read as if all of them were"
        draft = draft.warn(0, message, "accept or reject them in Word")
    if marks["vanish"]:
        draft = draft.warn(0, "has hidden text, which was read like any other", "look for it in the content file")
    if any(placed.reason.startswith("comment") for placed in draft.outside):
        draft = draft.warn(0, "has comments, which were set aside", "see them with `convert --explain`")
    left = {match[1] for message in messages if (match := _LEFT_OUT.search(message))} - _HARMLESS
    if left:
        names = ", ".join(sorted(left))
        draft = draft.warn(
            0, f"holds what cannot be read and was left out: {names}", "compare it with the content file"
        )
    return draft
