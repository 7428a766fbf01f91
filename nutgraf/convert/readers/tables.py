"""A table element in, its rows of texts out, and their Markdown; tables that only lay out a page are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from nutgraf.convert.markdown_text import escape_markdown
from nutgraf.vocabulary.markup import BLOCKS, MEDIA

Element = Any

_NOT_IN_CELLS = BLOCKS - {"tbody", "thead", "tfoot", "tr", "td", "th", "p", "caption"}
_MOST_COLUMNS = 50


def read_table(table: Element, name_of: Callable[[Element], str], text_in: Callable[[Element], str]) -> list[list[str]]:
    """Return the rows of a table of data; [] for one that lays out text, pictures or other tables.

    Its cells hold a line each: where one has a list, a heading or a second paragraph, the table is a layout.
    """
    cells = _cells_of(table, name_of)
    rows = [[text for cell in row for text in _padded(cell, text_in(cell))] for row in cells]
    rows = [row for row in rows if any(row)]
    fewest = 2 if any(name_of(element) in MEDIA for element in table.iter()) else 1
    filled = [sum(map(bool, row)) for row in rows]
    return rows if max(filled, default=0) > 1 and min(filled) >= fewest else []


def _cells_of(table: Element, name_of: Callable[[Element], str]) -> list[list[Element]]:
    """Return the cells of each row; [] where a cell holds more than a line."""
    rows: list[list[Element]] = []
    has_paragraph = False
    for element in table.iter():
        name = name_of(element)
        if element is not table and name in _NOT_IN_CELLS:
            return []
        if name == "tr":
            rows.append([])
        elif name in ("td", "th") and rows:
            rows[-1].append(element)
            has_paragraph = False
        elif name == "p" and has_paragraph:
            return []
        has_paragraph |= name == "p"
    return rows


def _padded(cell: Element, text: str) -> list[str]:
    """Return the text of a cell, and an empty one for each further column that it spans."""
    span = cell.get("colspan", "1")
    return [text, *[""] * (min(int(span), _MOST_COLUMNS) - 1 if span.isdecimal() else 0)]


def table_markup(rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; its first row is the head."""
    width = max(map(len, rows))
    lines = [[*row, *[""] * (width - len(row))] for row in rows]
    written = ["| " + " | ".join(map(_cell, line)) + " |" for line in lines]
    return "\n".join([written[0], "|" + " --- |" * width, *written[1:]])


def _cell(text: str) -> str:
    return escape_markdown(text).replace("|", r"\|")
