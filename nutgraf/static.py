"""The files of static/ in; the same with their addresses in dist/ out, the style sheet in the colours of the site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from nutgraf.addresses import is_outside
from nutgraf.models import Colours, OutputFile, Settings
from nutgraf.palette import repaint
from nutgraf.problems import Problem, did_you_mean
from nutgraf.settings import SETTINGS_FILE
from nutgraf.sources import SourceFile, decode_utf8

STATIC_FOLDER = "static"

_NO_COLOURS = Colours()

_FINGERPRINTED = {".css", ".js", ".svg"}
"""Files that layouts link to by name; everything else keeps its name, so that Markdown can link to it."""


def plan_static(
    files: Iterable[SourceFile], colours: Colours = _NO_COLOURS, *, preview: bool = False
) -> dict[str, OutputFile]:
    """Return each file of static/ by its name there, with the address it gets in dist/; style.css in its `colours`.

    In a `preview` a style sheet keeps its name, so that a browser can exchange it on an open page.
    """
    planned = {}
    for file in files:
        name = file.path.removeprefix(f"{STATIC_FOLDER}/")
        data = file.data
        if name == "style.css" and colours != _NO_COLOURS:
            data = repaint(decode_utf8(file), colours.light, colours.dark).encode()
        address = f"assets/{name}" if preview and _is_asset(name) else _static_address(name, data)
        planned[name] = OutputFile(address, data)
    return planned


def check_logo(settings: Settings, static: Mapping[str, OutputFile]) -> list[Problem]:
    """Return a Problem when the logo is to be a file of static/ that does not exist; one elsewhere is never loaded."""
    name = settings.publisher.logo
    if not name or name in static or is_outside(name):
        return []
    message = f"'logo': static/{name} does not exist"
    return [Problem(SETTINGS_FILE, message, did_you_mean(name, sorted(static)), rule="settings")]


def _is_asset(name: str) -> bool:
    return PurePosixPath(name).suffix in _FINGERPRINTED


def _static_address(name: str, data: bytes) -> str:
    if not _is_asset(name):
        return name
    path = PurePosixPath(name)
    return f"assets/{path.with_suffix('')}.{hashlib.sha256(data).hexdigest()[:10]}{path.suffix}"
