"""convert/readers/docx: a Word document becomes a Draft, what is no document is refused before it is unpacked."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx_files import FILES, FOOTNOTE, FOOTNOTES, HEAD, TABLE, W, docx, zipped

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.models import Briefing
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
TITLE = "Port of Elswick raises its tolls"


def convert(data: bytes) -> Conversion:
    """Convert a document."""
    (conversion,) = convert_seed(SourceFile("seeds/a.docx", data), date(2026, 1, 1))
    return conversion


def found(*rows: tuple[str, str], **options: str) -> Briefing:
    """Convert a document of these rows to its briefing."""
    briefing = convert(docx(rows, **options)).briefing
    assert briefing is not None
    return briefing


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_fixtures_are_what_their_script_writes(name: str) -> None:
    """A document in the repository can be read as text in docx_files; how it is packed differs between machines."""
    path = Path(__file__).parent / "formats" / name
    with ZipFile(path) as kept, ZipFile(BytesIO(FILES[name])) as written:
        assert {n: kept.read(n) for n in kept.namelist()} == {n: written.read(n) for n in written.namelist()}


def test_title_subtitle_and_headings() -> None:
    """Word's styles say what is what."""
    briefing = found(
        ("Title", TITLE),
        ("Subtitle", "Fees go up. Hauliers object."),
        ("", "By Jo Hale"),
        ("", P),
        ("Heading 1", "Next"),
        ("", Q),
    )
    assert (briefing.headline, briefing.dek, briefing.byline) == (TITLE, "Fees go up. Hauliers object.", ("Jo Hale",))
    assert briefing.body == f"{P}\n\n## Next\n\n{Q}\n"


def test_a_document_without_styles_is_read_like_text() -> None:
    """Its first line is the headline, and a short line above a paragraph a sub-head."""
    briefing = found(("", TITLE), ("", "By Jo Hale"), ("", P), ("", "What comes next"), ("", Q))
    assert (briefing.headline, briefing.body) == (TITLE, f"{P}\n\n## What comes next\n\n{Q}\n")


def test_links_emphasis_and_lists() -> None:
    """They are kept as Markdown."""
    text = "The **board** _voted_ for [the tolls](https://a.example/x), and for nothing else, on Monday, it said."
    briefing = found(("Title", TITLE), ("", text), ("item", "one"), ("item", "two"), ("", P), ("number", "first"))
    assert "The **board** *voted* for [the tolls](https://a.example/x), and" in briefing.body
    assert "- one\n- two\n" in briefing.body
    assert briefing.body.endswith("1. first\n")


def test_who_saved_the_file_did_not_write_the_article() -> None:
    """The account is no byline; keywords are topics, and the language is that of the text."""
    briefing = found(("Title", TITLE), ("", P), keywords="tolls; harbours, tolls", language="de-AT")
    assert (briefing.byline, briefing.topics, briefing.language) == ((), ("tolls", "harbours"), "de-AT")


def test_tables_footnotes_and_text_boxes_are_kept() -> None:
    """Each text of a document is in the ledger."""
    box = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent><w:p><w:r>'
        "<w:t>In a box by itself.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    rows = [("Title", TITLE), ("", P), ("xml", TABLE), ("xml", FOOTNOTE), ("xml", box)]
    conversion = convert(docx(rows, parts={"word/footnotes.xml": FOOTNOTES}))
    assert conversion.briefing is not None
    assert "| North | 412 |" in conversion.briefing.body
    texts = [placed.block.text for placed in conversion.ledger]
    assert {"They were lost in the fire of 1951.", "In a box by itself."} <= set(texts)


def test_what_stands_beside_the_text_is_set_aside() -> None:
    """Heads and feet of pages, and comments."""
    parts = {
        f"word/{name}.xml": f"{HEAD}<w:{tag} {W}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{tag}>"
        for name, tag, text in (
            ("header1", "hdr", "Draft 3"),
            ("footer1", "ftr", "Page 1"),
            ("comments", "comments", "Sure?"),
        )
    }
    conversion = convert(docx([("Title", TITLE), ("", P)], parts=parts))
    assert {p.block.text for p in conversion.ledger if p.place == SET_ASIDE} == {"Draft 3", "Page 1", "Sure?"}
    assert "has comments" in conversion.problems[0].message


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        (f'<w:p><w:ins w:id="1"><w:r><w:t>{Q}</w:t></w:r></w:ins></w:p>', "1 changes that nobody has accepted"),
        (f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{Q}</w:t></w:r></w:p>", "hidden text"),
        (
            '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/></w:p>',
            "left out: oMath",
        ),
    ],
)
def test_what_an_editor_may_not_expect(xml: str, message: str) -> None:
    """Changes, hidden text and what cannot be read are told."""
    assert message in convert(docx([("Title", TITLE), ("", P), ("xml", xml)])).problems[0].message


BOMB = zipped({"word/document.xml": b"<a>" + b" " * 20_000_000, "[Content_Types].xml": b""})
ENTITIES = '<!DOCTYPE a [<!ENTITY x "ha">]><w:document/>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (BOMB, "unpacks to 2 files with 20,000,003 bytes"),
        (zipped({f"word/{n}.xml": b"" for n in range(5_001)}), "unpacks to 5,001 files"),
        (zipped({"word/document.xml": ENTITIES}), "declares entities"),
        (zipped({"word/document.xml": ENTITIES.encode("utf-16")}), "declares entities"),
        (zipped({"a.txt": "x"}), "is no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word 97", "of an older Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"just text", "is no Word document"),
        (b"", "is no Word document"),
        (docx([("Title", TITLE), ("", P)])[:700], "is no Word document"),
        (zipped({"word/document.xml": "<w:document"}), "damaged"),
        (docx([("Title", TITLE), ("", P)], parts={"word/comments.xml": "<broken"}), "damaged"),
    ],
)
def test_what_is_no_document(data: bytes, message: str) -> None:
    """It is refused with its reason, before anything of it is unpacked, and others are built."""
    conversion = convert(data)
    assert conversion.briefing is None
    assert message in conversion.problems[0].message
    assert conversion.problems[0].level == "warning"


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "mammoth", None)
    problem = convert(docx([("Title", TITLE), ("", P)])).problems[0]
    assert "without mammoth" in problem.message
    assert ".[formats]" in problem.hint


def test_a_document_that_is_nested_without_end() -> None:
    """It is refused."""
    deep = "<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000
    conversion = convert(docx([("Title", TITLE), ("", P), ("xml", deep)]))
    assert conversion.briefing is None
    assert "damaged" in conversion.problems[0].message or "too deeply" in conversion.problems[0].message
