"""Pieces of a line with their links and emphasis in, its text and its Markdown out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from nutgraf.convert.markdown_text import escape_markdown
from nutgraf.markdown import plain_paragraphs

_SPACE = re.compile(r"[ \t\n\r\f]+")
_NOT_IN_ADDRESS = re.compile(r"[\s()<>\\\[\]]")
_REFERENCE = re.compile(r"&(?=#?\w{1,32};)")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line that looks the same throughout."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    address: str = ""
    """Where it links to."""


def collapse(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans of a line with single spaces between words, none at the ends, and no empty span."""
    found: list[Span] = []
    at_space = True
    for span in spans:
        text = _SPACE.sub(" ", span.text)
        text = text[1:] if at_space and text.startswith(" ") else text
        if text:
            at_space = text.endswith(" ")
            same = found and replace(found[-1], text="") == replace(span, text="")
            found[-1:] = (
                [replace(span, text=found[-1].text + text)] if same else [*found[-1:], replace(span, text=text)]
            )
    while found and not found[-1].text.strip():
        found.pop()
    while found and not found[0].text.strip():
        found.pop(0)
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def text_of(spans: Sequence[Span]) -> str:
    """Return what a reader sees of collapsed spans."""
    return "".join(span.text for span in spans)


def markup_of(spans: Sequence[Span]) -> str:
    """Return Markdown of collapsed spans, '' when they have neither links nor emphasis.

    What it shows is the text to the letter: emphasis that Markdown cannot write at its place is left out.
    """
    text = text_of(spans)
    unmarked = _written([Span(span.text) for span in spans])
    for candidate in (spans, [Span(span.text, address=span.address) for span in spans]):
        markup = _written(candidate)
        if markup != unmarked and "".join("".join(plain_paragraphs(markup)).split()) == "".join(text.split()):
            return markup
    return ""


def _written(spans: Sequence[Span]) -> str:
    markup, before = "", ""
    rest = list(spans)
    for address, run in groupby(spans, key=lambda span: span.address):
        inside = list(run)
        rest = rest[len(inside) :]
        written = "".join(_emphasised(inside, before, rest[0].text[:1] if rest else ""))
        lead, core, trail = _parted(written)
        if address and core:
            if markup.endswith("!") and not lead:
                markup = markup[:-1] + r"\!"  # `![` would open a picture
            written = f"{lead}[{core}]({_destination(address)}){trail}"
        markup += written
        before = inside[-1].text[-1:]
    return markup


def _emphasised(spans: list[Span], before: str, after: str) -> Iterator[str]:
    """Yield each span in its marks, where Markdown lets marks open and close between these neighbours."""
    for index, span in enumerate(spans):
        lead, core, trail = _parted(span.text)
        mark = "*" * (2 * span.is_strong + span.is_emphasis)
        left = lead[-1:] or before
        right = trail[:1] or (spans[index + 1].text[:1] if index + 1 < len(spans) else after)
        if mark and core and _may_stand(left, core[0]) and _may_stand(right, core[-1]):
            yield f"{lead}{mark}{escape_markdown(core)}{mark}{trail}"
        else:
            yield escape_markdown(span.text)
        before = span.text[-1:]


def _may_stand(outside: str, inside: str) -> bool:
    """Tell whether a mark between these two characters opens or closes emphasis, as CommonMark has it."""
    return not _is_mark(inside) or not outside or outside.isspace() or _is_mark(outside)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _parted(text: str) -> tuple[str, str, str]:
    """Return the white space before a text, the text, and that behind it."""
    core = text.strip()
    start = text.find(core) if core else len(text)
    return text[:start], core, text[start + len(core) :]


def _destination(address: str) -> str:
    address = _NOT_IN_ADDRESS.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address)
    return _REFERENCE.sub(r"\\&", address)
