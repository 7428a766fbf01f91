"""A feed of RSS or Atom in, a Draft of each of its entries out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.readers.bodies import NO_BODY, Body, choose_body, html_body, plain, text_body
from nutgraf.convert.readers.item import Said, draft_of, mark_partial
from nutgraf.convert.readers.library import needed_for
from nutgraf.convert.readers.xml_tree import XmlSeed
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.wire import FEED_CUT_OFF, FEED_FOOTER, FEED_KEYS

Entry = Mapping[str, Any]

_FULL_WORDS = 120  # a description with so many, and two paragraphs, is the article


def read(file: SourceFile, seed: XmlSeed) -> tuple[Draft, ...]:
    """Read a feed. Raises ContentError when it has no entries, or the library for it is not installed."""
    with needed_for(file):
        import feedparser
    parsed = feedparser.parse(BytesIO(seed.data))  # a stream: text might be taken for an address
    if not parsed.entries:
        raise ContentError([Problem(file.path, "is a feed without entries", "fetch it again when it has some")])
    language = str(parsed.feed.get("language", ""))
    seen: Counter[str] = Counter()
    drafts = []
    for number, entry in enumerate(parsed.entries, 1):
        name = entry.get("id") or entry.get("link") or entry.get("title") or str(number)
        seen[name] += 1
        name = f"{name} {seen[name]}" if seen[name] > 1 else name
        drafts.append(_draft(file, entry, name, language, is_atom=parsed.version.startswith("atom")))
    return tuple(drafts)


def _draft(file: SourceFile, entry: Entry, name: str, language: str, *, is_atom: bool) -> Draft:
    base = entry.get("link", "")
    contents = [_body(part, file, base) for part in entry.get("content", ())]
    summary = _summary(entry, file, base)
    body, others = choose_body([*contents])
    said = list(_said(entry, file, language, is_atom=is_atom))
    is_partial = False
    if not body.blocks:
        body = summary
        paragraphs = [block for block in body.blocks if block.is_paragraph]
        is_partial = len(paragraphs) < 2 or body.words < _FULL_WORDS or bool(FEED_CUT_OFF.search(_joined(body.blocks)))
    elif summary.blocks:
        said.append(_dek(summary, body))
    blocks, footers = _without_footer(body.blocks)
    said += [Said("", text, "line of the feed") for text in footers]
    refusal = "" if blocks else "has no text"
    draft = draft_of(file.path, [*said, *others], blocks, name, is_marked_up=body.kind != "text", refusal=refusal)
    if not is_partial or refusal:
        return draft
    hint = f"add the text of {base or 'its page'}"
    return mark_partial(draft, "has no full text in the feed", hint, "the feed gives no full text")


def _said(entry: Entry, file: SourceFile, language: str, *, is_atom: bool) -> Iterator[Said]:
    yield Said("headline", _title(entry, file), "title")
    yield from _authors(entry)
    published = entry.get("published", "") or entry.get("created", "")
    updated = dict(entry).get("updated", "")  # the library's own `get` gives `published` for it
    if not published and not is_atom:  # dc:date, of which there is one alone
        published, updated = updated, ""
    yield Said("published", published, "date of publication")
    yield Said("updated", updated, "date of the update")
    for tag in entry.get("tags", ()):
        yield Said("topics", plain(tag.get("label") or tag.get("term") or "", file), "category")
    contents = [*entry.get("content", ()), entry.get("title_detail") or {}]
    yield Said("language", next((part["language"] for part in contents if part.get("language")), language), "language")
    yield Said("url", entry.get("link", ""), "link")
    yield Said("", entry.get("id", "") if entry.get("id") != entry.get("link") else "", "name of the entry")
    yield Said("copyright", entry.get("rights", ""), "rights")
    for key, value in entry.items():
        if key not in FEED_KEYS and not key.endswith(("_detail", "_parsed")):
            yield Said("", " · ".join(_leaves(value)), f"{key}: of the entry, no field of a briefing")


def _title(entry: Entry, file: SourceFile) -> str:
    """Return the title as text: some feeds escape it once more than they should."""
    title = entry.get("title", "")
    return plain(plain(title, file), file)


def _authors(entry: Entry) -> Iterator[Said]:
    """Yield who wrote an entry; of an address of mail with a name in brackets the name."""
    mail = re.fullmatch(r"(?P<address>\S+@\S+?)(?:\s*\((?P<name>.+)\))?", entry.get("author", ""))
    names = [mail["name"] or ""] if mail else [author.get("name", "") for author in entry.get("authors", ())]
    yield from (Said("byline", name, "author") for name in names)
    yield Said("", mail["address"] if mail else "", "address of the author")


def _body(part: Mapping[str, Any], file: SourceFile, base: str) -> Body:
    kind, value = part.get("type", ""), part.get("value", "")
    if kind == "text/plain" and "<" not in value:
        return text_body(value)
    return html_body(value, file, "xhtml" if "xhtml" in kind else "html", base=base)


def _summary(entry: Entry, file: SourceFile, base: str) -> Body:
    detail = entry.get("summary_detail") or {"value": entry.get("summary", "")}
    value = detail.get("value", "")
    if any(part.get("value") == value for part in entry.get("content", ())):
        return NO_BODY  # feedparser gives it twice
    return _body(detail, file, base)


def _dek(summary: Body, body: Body) -> Said:
    """Return a summary beside a full text: the dek, unless it is no more than the beginning of that text."""
    text = " ".join(block.marker + block.text for block in summary.blocks)
    begun = FEED_CUT_OFF.sub("", FEED_FOOTER.sub("", text))
    if _key(body.blocks).startswith(re.sub(r"\W+", "", begun).casefold()):
        return Said("", text, "summary that is the beginning of the article")
    return Said("dek", text, "summary")


def _key(blocks: tuple[Block, ...]) -> str:
    return re.sub(r"\W+", "", _joined(blocks)).casefold()


def _joined(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)


def _without_footer(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[str]]:
    """Return the blocks without the lines that programs of feeds add, and these."""
    footers = [block for block in blocks if FEED_FOOTER.fullmatch(block.text)]
    return tuple(block for block in blocks if block not in footers), [block.text for block in footers]


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    elif value not in (None, "", False, True):
        yield str(value)
