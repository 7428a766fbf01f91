"""The words of a command in, its options out; a wrong word ends with status 2 and says what is right."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from nutgraf import __version__

FORMATS = ("text", "json", "sarif", "github")
"""How `check` prints its findings."""

_COMMANDS = {
    "build": "convert what is new, then write dist/ (the default)",
    "convert": "make content files from seeds, and nothing else",
    "check": "print what the desk finds",
    "serve": "preview the site, rebuilt on every change",
    "new": "make a new site",
    "clean": "remove what the last build wrote",
}
_WITH_VALUE = ("--root", "--out", "--base-url", "--jobs", "--port", "--format", "--executor")


def parse(argv: Sequence[str] | None, default_root: Path) -> argparse.Namespace:
    """Return the options of a command; `command` is its name."""
    # A width that fits everywhere: to ask the terminal for its own takes longer than all the rest.
    formatter = partial(argparse.HelpFormatter, width=100)
    common = argparse.ArgumentParser(add_help=False, formatter_class=formatter)
    common.add_argument("--root", type=Path, default=default_root, metavar="DIR", help="the site's folder")
    common.add_argument("--out", type=Path, metavar="DIR", help="where the site is written (default: ROOT/dist)")
    common.add_argument("--base-url", default="", type=_base_url, metavar="URL", help="the address the site will have")
    common.add_argument("--drafts", action="store_true", help="include drafts")
    common.add_argument("--strict", action="store_true", help="warnings are errors")
    common.add_argument("--jobs", type=_whole_number, metavar="N", help="processes to work with (default: one a core)")
    common.add_argument("-q", "--quiet", action="store_true", help="print errors and warnings only")
    common.add_argument("-v", "--verbose", action="store_true", help="say what became of each seed")
    parser = argparse.ArgumentParser(
        prog="nutgraf", description="Raw articles in, a briefing microsite out.", formatter_class=formatter
    )
    parser.add_argument("--version", action="version", version=f"nutgraf {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    for name, text in _COMMANDS.items():
        command = commands.add_parser(name, parents=[common], help=text, description=text, formatter_class=formatter)
        command.set_defaults(command=name, executor=None)
        _add_own_options(command, name)
    options = parser.parse_args(_command_first(list(sys.argv[1:] if argv is None else argv)))
    if options.command != "new" and not options.root.is_dir():
        parser.error(f"--root {options.root}: there is no such folder")
    options.out = options.out or options.root / "dist"
    try:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        options.until = datetime.fromtimestamp(int(epoch), UTC) if epoch else None
        options.today = (options.until or datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError):
        parser.error("SOURCE_DATE_EPOCH must be a number of seconds")
    return options


def _base_url(text: str) -> str:
    if not text:
        return ""
    from nutgraf.settings import parse_base_url  # with all that settings need; most commands do without

    try:
        return parse_base_url(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _whole_number(text: str, most: int | None = None) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= (most or int(text)):
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1" + (f" to {most}" if most else ""))
    return int(text)


def _port(text: str) -> int:
    return _whole_number(text, 65535)


def _command_first(words: list[str]) -> list[str]:
    """Return the arguments with the command in front, wherever it stood; `build` when there is none."""
    if {"-h", "--help", "--version"} & set(words[:1]):
        return words
    index = 0
    while index < len(words) and words[index].startswith("-"):
        index += 2 if words[index] in _WITH_VALUE else 1
    command = words[index : index + 1] or ["build"]
    return [*command, *words[:index], *words[index + 1 :]]


def _executor(text: str) -> str:
    from nutgraf.cluster import parse_address  # hardly anybody has one

    try:
        return parse_address(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _add_own_options(command: argparse.ArgumentParser, name: str) -> None:
    if name in ("build", "convert", "check"):
        command.add_argument(
            "--executor",
            type=_executor,
            metavar="dask://HOST:PORT",
            help="a cluster that converts and looks for evidence",
        )
    if name == "convert":
        command.add_argument("seeds", nargs="*", metavar="SEED", help="seeds to convert (default: all)")
        command.add_argument(
            "--explain", action="store_true", help="print where each block of a seed went; write nothing"
        )
        sides = command.add_mutually_exclusive_group()
        for option, side, text in (
            ("--keep", "mine", "where an edit and a changed seed conflict, keep the edit"),
            ("--take", "theirs", "where they conflict, take what the seed gives"),
        ):
            sides.add_argument(option, dest="prefer", action="store_const", const=side, default="", help=text)
    elif name == "check":
        command.add_argument("--format", choices=FORMATS, default="text", help="how findings are printed")
    elif name == "serve":
        command.add_argument("--port", type=_port, default=5500, metavar="N", help="default: 5500")
    elif name == "new":
        command.add_argument("dir", type=Path, metavar="DIR")
