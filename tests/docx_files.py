"""Word documents as bytes, from rows of (style, text): `python -m tests.docx_files` writes those in tests/formats."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
STYLES = ("Title", "Subtitle", "Heading 1", "Heading 2", "Quote", "Caption", "List Paragraph")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Row = tuple[str, str]
"""A style of Word, `item`, `number` or `xml`, and a text in which **bold**, _emphasis_ and [links](address) are so."""


def docx(
    rows: Sequence[Row], *, keywords: str = "", language: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """Return a document; `parts` are further files by name."""
    links: list[str] = []
    body = "".join(_paragraph(style, text, language, links) for style, text in rows)
    relations = [
        ("rIdS", "styles", "styles.xml", ""),
        ("rIdN", "numbering", "numbering.xml", ""),
        ("rIdF", "footnotes", "footnotes.xml", ""),
        *((f"rIdL{n}", "hyperlink", link, ' TargetMode="External"') for n, link in enumerate(links)),
    ]
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml", "")]),
        "word/document.xml": f"{HEAD}<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
        "word/styles.xml": f"{HEAD}<w:styles {W}>"
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
            for name in STYLES
        )
        + "</w:styles>",
        "word/numbering.xml": f"{HEAD}<w:numbering {W}>"
        + "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
            for n, kind in ((1, "bullet"), (2, "decimal"))
        )
        + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
        + "</w:numbering>",
        "word/footnotes.xml": f"{HEAD}<w:footnotes {W}/>",
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Desk Account</dc:creator>'
        f"<cp:keywords>{escape(keywords)}</cp:keywords></cp:coreProperties>",
    }
    return zipped(files | dict(parts or {}))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of `files` whose bytes depend on nothing else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _relations(rows: Sequence[tuple[str, str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'
        for name, kind, target, mode in rows
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def _paragraph(style: str, text: str, language: str, links: list[str]) -> str:
    if style == "xml":
        return text
    lists = {"item": "1", "number": "2"}
    properties = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style and style not in lists else ""
    if style in lists:
        properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{lists[style]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{_runs(text, language, links)}</w:p>"


def _runs(text: str, language: str, links: list[str]) -> str:
    runs = []
    for match in re.finditer(r"\*\*(.+?)\*\*|_(.+?)_|\[(.+?)\]\((.+?)\)|([^*_\[]+|.)", text):
        bold, emphasis, label, address, plain = match.groups()
        properties = "<w:b/>" if bold else "<w:i/>" if emphasis else ""
        properties += f'<w:lang w:val="{language}"/>' if language else ""
        words = escape(bold or emphasis or label or plain)
        run = f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
        if address:
            links.append(address)
            run = f'<w:hyperlink r:id="rIdL{len(links) - 1}">{run}</w:hyperlink>'
        runs.append(run)
    return "".join(runs)


TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ward</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Votes</w:t></w:r></w:p></w:tc>"
    "</w:tr><w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>412</w:t></w:r></w:p></w:tc>"
    "</w:tr></w:tbl>"
)
FOOTNOTE = '<w:p><w:r><w:t>The levee is 90 years old, and nobody knows its plans.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
FOOTNOTES = (
    f'{HEAD}<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>They were lost in the fire of 1951.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)

FILES: Mapping[str, bytes] = {
    "letter_styled.docx": docx(
        [
            ("Title", "Levee of Marrow Bay to be raised by a metre"),
            ("Subtitle", "The work takes three summers. Two farms have to go."),
            ("", "By Ines Falk and Tom Reed"),
            ("", "Published: 3 February 2025"),
            (
                "",
                "The levee of Marrow Bay will be raised by a metre, the water board said on Monday, after a winter in which the sea came over it [four times](https://bay.example/log).",
            ),
            ("Heading 1", "What it costs"),
            (
                "",
                "The work costs **31 million crowns**. Half of that is to come from the _state_, which has not yet said yes.",
            ),
            ("item", "Eleven million for stone."),
            ("item", "Nine million for the pumps."),
            ("xml", FOOTNOTE),
            ("Heading 1", "What comes next"),
            ("", "Two farms have to go. Their owners will hear the price on 14 March 2025, the board said."),
        ],
        keywords="Marrow Bay; levees, floods",
        language="en-GB",
        parts={"word/footnotes.xml": FOOTNOTES},
    ),
    "letter_unstyled.docx": docx(
        [
            ("", "**Bakers of Calder go on strike for earlier nights**"),
            ("", "By Ruth Amadi"),
            (
                "",
                "CALDER (Quay Wire) — The bakers of Calder stopped work at midnight on Sunday, and for the first time since 1990 the town woke up without bread.",
            ),
            (
                "",
                "They want to begin at ten in the evening and not at one, so that they can see their children to school. The mill says that dough does not care for school.",
            ),
            ("", "**Empty shelves**"),
            (
                "",
                "By nine o'clock the supermarket had sold its last crispbread. A kiosk sold toast for four crowns a slice.",
            ),
            ("", "Talks go on in the town hall on Wednesday, with coffee, but without rolls."),
        ]
    ),
    "letter_table.docx": docx(
        [
            ("Heading 1", "Four wards of Tarn vote for a tram"),
            (
                "",
                "Four of the seven wards of Tarn have voted for a tram to the quarry, which closed in 2016 and is to become a lake.",
            ),
            ("xml", TABLE),
            ("Quote", "We have waited for a tram since my grandmother was a girl, and she waited for it too."),
            (
                "",
                "The other three wards will pay for it as well. Their councillors have said that they will bring it to court.",
            ),
            ("Caption", "The quarry of Tarn in the spring. Photo: Nadia Corless"),
        ]
    ),
    "letter_takeaways.docx": docx(
        [
            ("Title", "Why the clocks of Saint Orla run four minutes slow"),
            (
                "",
                "The tower clocks of Saint Orla have run four minutes slow since Tuesday, and the island has missed two ferries because of it.",
            ),
            ("Heading 2", "Key takeaways"),
            ("number", "The clocks take their time from the power grid."),
            ("number", "A quarrel on the mainland has slowed the grid."),
            ("number", "The ferries go by satellites, and do not wait."),
            ("Heading 2", "Why it matters"),
            ("", "Locks, pumps and bakeries on the island are run by the same signal as the clocks."),
            ("Heading 2", "A quarrel far away"),
            (
                "",
                "Two countries on the mainland disagree over who has to feed how much power into the grid, which has sagged ever since.",
            ),
        ]
    ),
}

if __name__ == "__main__":
    for file_name, content in FILES.items():
        (Path(__file__).parent / "formats" / file_name).write_bytes(content)
