"""The first law of conversion on feeds, ninjs, NITF, NewsML-G2 and wire text: each text is in the ledger."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import EXAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from test_conservation import LAWS, Law, words_of

from benchmarks.convert import ADDED
from nutgraf.convert import convert_seed
from nutgraf.convert.readers.xml_tree import parse_xml
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.wire import NINJS

FOLDER = Path(__file__).parent / "formats"
SEEDS = sorted(path for kind in ("atom", "json", "rss", "xml") for path in FOLDER.glob(f"*.{kind}"))
WIRES = sorted(path for path in FOLDER.glob("*.txt") if path.read_bytes().startswith(b"\x01"))
OF_THE_FEED = {"channel", "feed"}  # what stands straight below these is said of no article


def shown(text: str) -> str:
    """Return a text as a reader sees it when it is HTML, perhaps escaped once more than it should be."""
    return html.unescape(html.unescape(re.sub(r"<[^>]+>", " ", html.unescape(text))))


def texts_of_json(value: Any) -> Iterator[str]:
    """Yield every text and number."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_of_json(inner)
    elif value is not None:
        yield str(value)


def texts_of_xml(data: bytes) -> Iterator[str]:
    """Yield the text of every element of an item."""
    root = parse_xml(SourceFile("seeds/a.xml", data)).root  # which names of HTML's characters stand in
    names = ("item", "entry") if etree.QName(root).localname.lower() in ("rss", "feed", "rdf") else None
    items = [element for element in root.iter() if etree.QName(element).localname in names] if names else [root]
    for item in items:
        for header in item.findall("{*}header"):
            item.remove(header)  # of a message: of its way here, not of an article
        yield from item.itertext()


def texts_of(path: Path) -> Iterator[str]:
    """Yield what a seed says of its articles."""
    if path.suffix == ".json":
        value = json.loads(path.read_bytes())
        yield from texts_of_json(value["item"] if isinstance(value, dict) and "item" in value else value)
    else:
        yield from texts_of_xml(path.read_bytes())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_every_text_is_in_the_ledger(path: Path) -> None:
    """Word by word: of the head, of each body, of pictures and rights, of refused items too."""
    told = {
        word
        for conversion in convert_seed(SourceFile(f"seeds/{path.name}", path.read_bytes()), ADDED)
        for placed in conversion.ledger
        for word in words_of(placed.block.text)
    }
    assert {word for text in texts_of(path) for word in words_of(shown(text))} - told == set()


@pytest.mark.parametrize("path", WIRES, ids=lambda path: path.name)
def test_every_character_of_a_wire_is_in_the_ledger(path: Path) -> None:
    """But for controls, white space, and the mark at the end of the headline; each line is one block's alone."""
    (*conversions,) = convert_seed(SourceFile(f"seeds/{path.name}", path.read_bytes()), ADDED)
    blocks = [placed.block for conversion in conversions for placed in conversion.ledger]
    raw = re.sub(r"[\x00-\x20=]", "", path.read_text("utf-8"))
    assert Counter("".join(re.sub(r"[\s=]", "", block.marker + block.text) for block in blocks)) == Counter(raw)
    assert len({block.line for block in blocks}) == len(blocks)


@pytest.mark.parametrize("law", LAWS[1:], ids=lambda law: law.__name__)
@pytest.mark.parametrize("path", [*SEEDS, *WIRES], ids=lambda path: path.name)
def test_the_other_laws(law: Law, path: Path) -> None:
    """Fields hold what the ledger sends to them, the body shows its blocks, and the same bytes give the same."""
    law(SourceFile(f"seeds/{path.name}", path.read_bytes()))


TEXTS = st.sampled_from(
    ["", "Port raises tolls", "By Jo Hale", "2024-05-06T08:00:00Z", "usable", "en", "<b>x</b> &amp;"]
) | st.text(max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "value", "role", "x"]), inner),
    max_leaves=5,
)
KEYS = st.sampled_from(
    [*(key for key, _, _ in NINJS), "body_text", "body_html", "body_xhtml", "bodies", "type", "version", "authors"]
)


@settings(max_examples=EXAMPLES)
@given(st.dictionaries(KEYS, VALUES))
def test_ninjs_of_any_values(item: dict[str, Any]) -> None:
    """Whatever stands where, nothing fails, and each block is in one place."""
    file = SourceFile("seeds/a.json", json.dumps(item).encode())
    for conversion in convert_seed(file, ADDED):
        lines = [placed.block.line for placed in conversion.ledger]
        assert len(set(lines)) == len(lines)
        assert conversion.briefing or conversion.problems
    for law in LAWS[2:]:
        law(file)
