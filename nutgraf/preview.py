"""What a build gave in; what a browser is shown out: pages with a reload script, faults on top, the desk on request."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape

from nutgraf.models import OutputFile
from nutgraf.problems import Level, Problem

EVERYTHING = "*"
"""Stands for a page that is to be loaded anew, whichever it is."""

_PAGES_AND_DATA = (".html", ".md", ".json", ".xml", ".ics", ".txt")

_KINDS = {".md": "text/plain", ".ics": "text/plain", ".xml": "application/xml", "": "text/plain"}

_SCRIPT = '<script src="/livereload.js?port={port}"></script>\n'

_STYLE = """<style>
.nutgraf-preview { all: initial; display: block; box-sizing: border-box; font: 15px/1.45 system-ui, sans-serif;
  color: #1a1a1a; background: #fff; border-block-start: 6px solid #0b4f8a; padding: 12px 16px }
.nutgraf-preview.failed { border-color: #9e1b1b }
.nutgraf-preview :is(h2, ul, li, p, pre) { all: revert; margin: 6px 0 }
.nutgraf-preview h2 { font-size: 17px }
.nutgraf-preview pre { background: #f4efe4; padding: 6px 10px; overflow-x: auto; white-space: pre-wrap }
.nutgraf-preview a { color: #0b4f8a }
.nutgraf-preview b { font-family: ui-monospace, monospace }
.nutgraf-preview.tab { position: fixed; inset-block-end: 0; inset-inline-end: 0; padding: 4px 10px; font-size: 13px }
@media print { .nutgraf-preview { display: none } }
</style>
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """The site as it can be shown now."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """Those of the last build that went well, by address."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """The file that asks for each page: a content file or a layout."""
    problems: tuple[Problem, ...] = ()
    has_failed: bool = False
    """Whether the last build went wrong: `problems` say how, and `files` are older."""
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """The text of the lines that problems name, by path and number."""

    def with_files(self, files: Iterable[OutputFile]) -> Preview:
        """Return it with newer `files`; what went wrong is mended, as far as can be told."""
        newer = {**self.files, **{file.address: file.data for file in files}}
        return replace(self, files=newer, problems=() if self.has_failed else self.problems, has_failed=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent to the browser."""

    status: int
    kind: str
    data: bytes


def changes(old: Preview, new: Preview, path: str, *, desk: bool) -> list[str]:
    """Return what a browser with the page at `path` must load anew: style sheets by address, or EVERYTHING, or nothing.

    That is the page itself when it differs, and else what it may have loaded with it: never another page.
    """
    if reply(old, path, 0, desk=desk) != reply(new, path, 0, desk=desk):
        return [EVERYTHING]
    loaded = {address for address in (*old.files, *new.files) if not address.endswith(_PAGES_AND_DATA)}
    changed = sorted(address for address in loaded if old.files.get(address) != new.files.get(address))
    return changed if all(address.endswith(".css") for address in changed) else [EVERYTHING]


def address_of_path(path: str) -> str:
    """Return the address of the file that a browser asks for; a folder stands for its index."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def reply(preview: Preview, path: str, port: int, *, desk: bool) -> Reply:
    """Return the file at `path`; a page gets the reload script, and with `desk` what the desk found about it."""
    address = address_of_path(path)
    status = 200
    if address not in preview.files:
        status, address = (500, "") if preview.has_failed and not preview.files else (404, "404.html")
    data = preview.files.get(address, b"<!doctype html>\n<title>Preview</title>\n<body>\n")
    if address and not address.endswith(".html"):
        return Reply(status, _kind_of(address), data)
    return Reply(status, "text/html; charset=utf-8", _with_panel(data, _panel(preview, address, port, desk)))


def _kind_of(address: str) -> str:
    suffix = f".{address.rpartition('.')[2]}" if "." in address.rpartition("/")[2] else ""
    kind = _KINDS.get(suffix) or mimetypes.guess_type(address, strict=False)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _with_panel(page: bytes, panel: str) -> bytes:
    """Put `panel` at the end of the page's body, wherever that is."""
    at = page.rfind(b"</body>")
    return page[:at] + panel.encode() + page[at:] if at >= 0 else page + panel.encode()


def _panel(preview: Preview, address: str, port: int, desk: bool) -> str:
    script = _SCRIPT.format(port=port)
    origin = preview.origins.get(address, "")
    about = [p for p in preview.problems if p.path in (origin, f"dist/{address}")]
    if preview.has_failed:
        faults = [p for p in preview.problems if p.level is Level.ERROR] or list(preview.problems)
        title = "The site cannot be built. This page is as it was before."
        return _STYLE + _list(preview, "failed", title, faults) + script
    if desk:
        others = len(preview.problems) - len(about)
        title = f"The desk on this page: {_count(about)}" + (f"; {others} elsewhere, see `check`" if others else "")
        return _STYLE + _list(preview, "desk", title, about) + script
    link = f'<p class="nutgraf-preview tab"><a href="?desk">Desk: {_count(about)}</a></p>\n'
    return _STYLE + link + script


def _count(problems: list[Problem]) -> str:
    return f"{len(problems)} finding{'s' * (len(problems) != 1)}" if problems else "nothing to find fault with"


def _list(preview: Preview, kind: str, title: str, problems: Iterable[Problem]) -> str:
    items = "".join(_item(problem, preview.lines.get((problem.path, problem.line), "")) for problem in problems)
    close = '<p><a href="?">Close</a></p>' if kind == "desk" else ""
    return (
        f'<aside class="nutgraf-preview {kind}" lang="en" dir="ltr" aria-label="Preview">\n'
        f"<h2>{escape(title)}</h2>\n<ul>\n{items}</ul>\n{close}</aside>\n"
    )


def _item(problem: Problem, line: str) -> str:
    where = ":".join([problem.path, *(str(n) for n in (problem.line, problem.column) if n)])
    text = f"<b>{escape(where)}</b> {escape(problem.level)}: {escape(problem.message)}"
    text += f" ({escape(problem.hint)})" if problem.hint else ""
    return f"<li>{text}" + (f"<pre>{escape(line)}</pre>" if line.strip() else "") + "</li>\n"
