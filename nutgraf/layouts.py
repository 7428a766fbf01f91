"""The files of layouts/ in; the environment that renders them out, and a layout's fault as a Problem with its line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, TypeAlias

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from nutgraf.filters import filters_for, speech_of
from nutgraf.memory import Memory
from nutgraf.models import Site
from nutgraf.problems import ContentError, Problem
from nutgraf.quick_layouts import QuickEnvironment
from nutgraf.sources import SourceFile, decode_utf8

LAYOUTS_FOLDER = "layouts"

Layouts: TypeAlias = QuickEnvironment
"""What renders the layouts of a site."""

_SHIPPED = "nutgraf:"
"""Stands before the path of a layout that is not the site's own."""


class NotThereError(Exception):
    """A layout asks for something that is not there: the message says what."""


def load_layouts(files: Iterable[SourceFile], shipped: Iterable[SourceFile], site: Site) -> Layouts:
    """Compile every layout. Raises ContentError with the syntax errors of all of them.

    `shipped` are those that the site lacks; their path tells them from its own. The filter `evidence` says nothing
    until it is exchanged for one that gives what the takeaways of a briefing rest on: `links`, `why_marks` and
    `body_marks`.
    """
    paths = {file: f"{_SHIPPED}{file.path}" for file in shipped} | {file: file.path for file in files}
    texts = {
        file.path.removeprefix(f"{LAYOUTS_FOLDER}/"): (decode_utf8(file), path, None) for file, path in paths.items()
    }
    environment = QuickEnvironment(
        loader=FunctionLoader(texts.get),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters_for(site.settings))
    environment.filters["evidence"] = lambda _: None
    environment.globals.update(speech_of(site.settings))
    environment.policies["json.dumps_function"] = _json_text  # of `tojson`
    problems = []
    for name in texts:
        try:
            environment.check(name)
        except TemplateSyntaxError as error:
            path = f"{LAYOUTS_FOLDER}/{error.name or name}"
            problems.append(
                Problem(
                    path,
                    error.message or "broken layout",
                    "see that line and the names in README",
                    error.lineno,
                    rule="layout",
                )
            )
    if problems:
        raise ContentError(problems)
    return environment


def recall_layouts(
    files: tuple[SourceFile, ...], shipped: tuple[SourceFile, ...], site: Site, memory: Memory | None
) -> Layouts:
    """Do what load_layouts does, or return what it gave `memory` for the same files and settings."""
    if memory is None:
        return load_layouts(files, shipped, site)
    key = (files, shipped, repr(site.settings))
    return memory.recall("layouts", key, lambda: load_layouts(files, shipped, site))


def _json_text(value: object, **_: object) -> str:
    """Return JSON in the order of the value, and without the two characters that end a line in old JavaScript."""
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def render_layout(layouts: Layouts, name: str, context: Mapping[str, Any]) -> str | Problem:
    """Return what the layout called `name` makes of `context`, or what is wrong with it; a fault of ours is raised."""
    try:
        return layouts.render(name, context)
    except TemplateNotFound as error:
        hint = "a layout asks for it, and it is none of Nutgraf's own either"
        return Problem(f"{LAYOUTS_FOLDER}/{error.name}", "is missing", hint, rule="layout")
    except Exception as error:
        path, line, is_layouts = _layout_line(error.__traceback__, name)
        if not is_layouts and not isinstance(error, (TemplateError, NotThereError)):
            raise
        if path.startswith(_SHIPPED):
            hint = "it is Nutgraf's own: compare the site's layouts with those that they replace"
            return Problem(path.removeprefix(_SHIPPED), str(error), hint, line, rule="layout")
        return Problem(path, str(error), "see the names a layout gets in README", line, rule="layout")


def _layout_line(traceback: TracebackType | None, layout: str) -> tuple[str, int, bool]:
    """Return the innermost layout and its line in a traceback, and whether the error was raised right there.

    Compiled layouts carry their path as file name.
    """
    where = (f"{LAYOUTS_FOLDER}/{layout}", 0)
    is_layouts = False
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        is_layouts = name.startswith((f"{LAYOUTS_FOLDER}/", _SHIPPED))
        if is_layouts:
            where = (name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return (*where, is_layouts)
