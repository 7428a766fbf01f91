"""Wire text of IPTC 7901 in, a Draft of each of its messages out; blocks keep their lines of the seed.

A message is a header between SOH and STX, a headline that ends in `=`, hard-wrapped text, and behind ETX the time of
transmission: day, hour and minute in six digits, zone, month and year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.convert.decode import decode_seed
from nutgraf.convert.draft import Draft
from nutgraf.convert.readers.item import SENT, Said, draft_of, with_problems
from nutgraf.convert.readers.text import blocks_of_text, width_of
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.wire import NOT_FOR_PUBLICATION

_CONTROLS = ((b"\x01", "SOH"), (b"\x02", "STX"), (b"\x03", "ETX"))
_MARK = re.compile(r"<<(SOH|STX|ETX)>>")
# A header of ASCII behind SOH (SYN may precede it) or before STX; in UTF-16 such bytes are halves of letters.
_IS_WIRE = re.compile(rb"\A[\s\x16]*(?:\x01[ -~]{3,120}(?:[\r\n]|\x02)|[ -~]{3,120}\r*\n\x02)")
_NAME = re.compile(r"(\S{2,12})\b")
_SLUG = re.compile(r"\S*/\S*|[a-z]+(?:-[a-z0-9]+)+")  # `sport/football`, `fire-warehouse`
_HEAD_LINES = 12
_BYLINE = re.compile(r"(?:by|von|par|por)\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _Message:
    """The lines of a message, by the part that they stand in."""

    header: tuple[_Line, ...]
    text: tuple[_Line, ...]
    trailer: tuple[_Line, ...]


def is_wire(data: bytes) -> bool:
    """Tell whether bytes open as a message does."""
    return bool(_IS_WIRE.match(data))


def read(file: SourceFile) -> tuple[Draft, ...]:
    """Read a seed of wire text. Raises ContentError when it cannot be decoded."""
    data = file.data
    for control, name in _CONTROLS:  # decoding would drop them
        data = data.replace(control, f"<<{name}>>".encode())
    decoded = decode_seed(SourceFile(file.path, data))
    messages = list(_messages(decoded.text)) or [_Message((), (), ())]
    is_alone = len(messages) == 1
    drafts = [_draft(file, message, 0 if is_alone else number) for number, message in enumerate(messages, 1)]
    return with_problems(drafts, decoded.problems)


def _messages(text: str) -> Iterator[_Message]:
    """Cut the text at the marks of its control characters."""
    parts: dict[str, list[_Line]] = {"SOH": [], "STX": [], "ETX": []}
    part = "SOH"
    for number, line in enumerate(text.split("\n"), 1):
        pieces = _MARK.split(line)
        for index in range(0, len(pieces), 2):
            if index:
                part = pieces[index - 1]
                if part == "SOH":
                    yield from _message(parts)
                    parts = {"SOH": [], "STX": [], "ETX": []}
            parts[part].append(_Line(number, pieces[index]))
    yield from _message(parts)


def _message(parts: dict[str, list[_Line]]) -> Iterator[_Message]:
    """Yield the message of these parts, if they hold more than white space."""
    if any(line.text.strip() for lines in parts.values() for line in lines):
        yield _Message(*(tuple(parts[name]) for name in ("SOH", "STX", "ETX")))


def _draft(file: SourceFile, message: _Message, number: int) -> Draft:
    header = [line for line in message.header if line.text.strip()]
    name = _NAME.search(header[0].text) if header else None
    end = _end_of_head(message.text)
    said = [Said("", line.text, "header of the wire", line.number) for line in header]
    said += _said_in_head(message.text[:end])
    body = message.text[end:]
    while body and (not body[-1].text.strip() or SENT.fullmatch(body[-1].text.strip())):
        said += _said_at_end(body[-1:])  # a wire that puts it before ETX
        body = body[:-1]
    said += _said_at_end(message.trailer)
    private = next((index for index, line in enumerate(body) if NOT_FOR_PUBLICATION.search(line.text)), len(body))
    said += [Said("", line.text, "not for publication", line.number) for line in body[private:] if line.text.strip()]
    body = body[:private]
    first = body[0].number if body else 1
    lines = [line.text for line in body]
    blocks = blocks_of_text("\n".join(lines), first, width_of(lines))
    item = (name[1] if name else str(number)) if number else ""
    return draft_of(file.path, said, tuple(blocks), item, is_marked_up=False)


def _said_at_end(lines: Sequence[_Line]) -> Iterator[Said]:
    """Yield the lines behind the text; the time of transmission is that of publication."""
    for line in lines:
        text = line.text.strip()
        if SENT.fullmatch(text):
            yield Said("published", text, "time of transmission", line.number)
        elif text:
            yield Said("", text, "end of the message", line.number)


def _end_of_head(lines: Sequence[_Line]) -> int:
    """Return how many lines the head has: up to the one that ends in `=`; none where no line does."""
    filled = [index for index, line in enumerate(lines) if line.text.strip()][:_HEAD_LINES]
    return next((index + 1 for index in filled if lines[index].text.rstrip().endswith("=")), 0)


def _said_in_head(lines: Sequence[_Line]) -> Iterator[Said]:
    """Yield the lines of the head: slugs, the headline over one or more lines, a byline."""
    filled = [line for line in lines if line.text.strip()]
    headline: list[_Line] = []
    for index, line in enumerate(filled):
        text = line.text.strip()
        if text.rstrip("= ").endswith("/") or (index == 0 and len(filled) > 1 and _SLUG.fullmatch(text)):
            yield Said("", text, "slug of the wire", line.number)
        elif re.fullmatch(r"\(.*\)=?", text):
            yield Said("", text, "remark to editors", line.number)
        elif _BYLINE.match(text) and headline:
            yield Said("byline", text.rstrip("= "), "byline", line.number)
        else:
            headline.append(line)
    if headline:
        text = " ".join(line.text.strip().rstrip("= ") for line in headline)
        yield Said("headline", text, "headline", headline[0].number)
