"""The commands: arguments in, an exit code out. The only place that prints, reads the clock and the environment."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from nutgraf import __version__, output, pipeline
from nutgraf.cards import Progress
from nutgraf.cluster import OPTION, SCHEME, open_cluster, parse_address
from nutgraf.intake import Intake
from nutgraf.memory import Memory
from nutgraf.models import Page
from nutgraf.preview import Preview
from nutgraf.problems import ContentError, Level, Problem, has_errors, in_order, printable
from nutgraf.report import FORMATS, format_counts, format_ledger, format_problems
from nutgraf.scaffold import check_new, starter_files
from nutgraf.serve import HOST, open_port, serve_site
from nutgraf.settings import parse_base_url
from nutgraf.sources import read_line
from nutgraf.workers import open_workers

FINE, FAULTY = 0, 1  # argparse exits with 2 for wrong usage

_WITH_VALUE = ("--root", "--out", "--base-url", "--jobs", "--port", "--format", "--executor")

_PROGRESS_AFTER = 0.5  # seconds; a bar that only flashes up tells nobody anything


def main(argv: Sequence[str] | None = None, default_root: Path | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 problems in the content, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter is no reason to stop
    options = _parse(argv, default_root or Path())
    try:
        # While the preview serves, threads run, and no process may be forked beside them.
        jobs = 1 if options.run is _serve else options.jobs or _cores()
        held = _alone(options) if options.run in (_build, _convert, _clean) else nullcontext()
        elsewhere = partial(open_cluster, options.executor) if options.executor else None
        with held, open_workers(jobs, elsewhere) as options.workers:
            return int(options.run(options))
    except ContentError as error:
        _say_problems(error.problems, options)
        if options.run is _build:
            partly = isinstance(error, output.PartlyWrittenError)
            print(
                f"{options.out} " + ("is partly new: build again" if partly else "was left as it was"), file=sys.stderr
            )
        return FAULTY
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return FAULTY


def _parse(argv: Sequence[str] | None, default_root: Path) -> argparse.Namespace:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=default_root, metavar="DIR", help="the site's folder")
    common.add_argument("--out", type=Path, metavar="DIR", help="where the site is written (default: ROOT/dist)")
    common.add_argument("--base-url", default="", type=_base_url, metavar="URL", help="the address the site will have")
    common.add_argument("--drafts", action="store_true", help="include drafts")
    common.add_argument("--strict", action="store_true", help="warnings are errors")
    common.add_argument("--jobs", type=_whole_number, metavar="N", help="processes to work with (default: one a core)")
    common.add_argument("-q", "--quiet", action="store_true", help="print errors and warnings only")
    common.add_argument("-v", "--verbose", action="store_true", help="say what became of each seed")
    parser = argparse.ArgumentParser(prog="nutgraf", description="Raw articles in, a briefing microsite out.")
    parser.add_argument("--version", action="version", version=f"nutgraf {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    for name, run, text in (
        ("build", _build, "convert what is new, then write dist/ (the default)"),
        ("convert", _convert, "make content files from seeds, and nothing else"),
        ("check", _check, "print what the desk finds"),
        ("serve", _serve, "preview the site, rebuilt on every change"),
        ("new", _new, "make a new site"),
        ("clean", _clean, "remove what the last build wrote"),
    ):
        command = commands.add_parser(name, parents=[common], help=text, description=text)
        command.set_defaults(run=run, executor=None)
        _add_own_options(command, name)
    options = parser.parse_args(_command_first(list(sys.argv[1:] if argv is None else argv)))
    if options.run is not _new and not options.root.is_dir():
        parser.error(f"--root {options.root}: there is no such folder")
    options.out = options.out or options.root / "dist"
    try:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        options.until = datetime.fromtimestamp(int(epoch), UTC) if epoch else None
        options.today = (options.until or datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError):
        parser.error("SOURCE_DATE_EPOCH must be a number of seconds")
    return options


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _base_url(text: str) -> str:
    try:
        return parse_base_url(text) if text else ""
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
    try:
        return parse_address(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _add_own_options(command: argparse.ArgumentParser, name: str) -> None:
    if name in ("build", "convert", "check"):
        command.add_argument(
            OPTION, type=_executor, metavar=f"{SCHEME}HOST:PORT", help="a cluster that converts and looks for evidence"
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


def _build(options: argparse.Namespace) -> int:
    output.check_out(options.out, options.root)
    intake = _take_in(options)
    built = pipeline.make_site(
        options.root,
        base_url=options.base_url,
        drafts=options.drafts,
        progress=_progress(options),
        today=options.today,
        until=options.until,
        workers=options.workers,
    )
    problems = in_order((*intake.problems, *built.problems))
    if _stops(problems, options):
        raise ContentError(problems)
    _say_but_notes(problems, options)
    written = output.write_dist(options.out, built.files)
    output.write_caches(options.root, built.caches)
    _say(f"{options.out}: {written.total} files, {written.changed} written, {written.removed} removed", options)
    return FINE


def _convert(options: argparse.Namespace) -> int:
    intake = pipeline.convert_site(options.root, options.today, options.seeds, options.prefer, options.workers)
    if options.explain:
        print("\n\n".join(printable(format_ledger(conversion)) for conversion in intake.conversions))
        _say_problems(in_order(p for c in intake.conversions for p in c.problems), options)
        return FINE
    _write(intake, options)
    problems = in_order(intake.problems)
    _say_problems(problems, options)
    new = sum(change.before is None for change in intake.changes if change.done)
    merged = sum(change.before is not None for change in intake.changes if change.done)
    _say(f"articles: {len(intake.conversions)}, new content files: {new}, brought up to date: {merged}", options)
    return FAULTY if _stops(problems, options) else FINE


def _check(options: argparse.Namespace) -> int:
    try:
        intake = pipeline.convert_site(options.root, options.today, workers=options.workers)
        built = pipeline.make_site(
            options.root,
            base_url=options.base_url,
            drafts=options.drafts,
            today=options.today,
            history=True,
            workers=options.workers,
        )
        problems = in_order((*intake.problems, *built.problems))
    except ContentError as error:
        problems = in_order(error.problems)
    if options.format == "text":
        for problem in problems:
            print(problem)
        _say(
            f"{len(problems)} finding{'s' * (len(problems) != 1)}" if problems else "nothing to find fault with",
            options,
        )
    else:
        print(format_problems(problems, options.format))
    return FAULTY if _stops(problems, options) else FINE


def _serve(options: argparse.Namespace) -> int:
    listener = open_port(options.port)
    port = listener.getsockname()[1]
    base_url = f"http://{HOST}:{port}/"

    memory = Memory()

    def build(before: Preview, open_pages: Collection[str]) -> Iterator[Preview]:
        try:
            with _alone(options):
                intake = _take_in(options, memory)
            planned = pipeline.plan_site(
                options.root, base_url=base_url, drafts=True, preview=True, until=options.until, memory=memory
            )
            if open_pages:
                yield before.with_files(pipeline.show_pages(planned, open_pages, memory))
            built = pipeline.finish_site(
                options.root, planned, today=options.today, history=True, workers=options.workers, memory=memory
            )
        except ContentError as error:
            _say_problems(error.problems, options)
            print("the preview was left as it was", file=sys.stderr)
            yield replace(_with_lines(before, error.problems, options), has_failed=True)
            return
        problems = [problem for problem in (*intake.problems, *built.problems) if problem.rule != "base-url"]
        _say_but_notes(problems, options)
        output.write_caches(options.root, built.caches)
        files = {file.address: file.data for file in built.files}
        origins = {page.address: page.origin for page in built.pages}
        yield _with_lines(Preview(files, origins), problems, options)

    with listener:
        if port != options.port:
            print(f"port {options.port} is in use, so the preview is at another", file=sys.stderr)
        _say(f"{base_url} shows the site; end with Ctrl-C", options)
        try:
            serve_site(options.root, listener, build)
        except KeyboardInterrupt:
            _say("", options)  # below the ^C of the terminal
    return FINE


def _with_lines(preview: Preview, problems: Iterable[Problem], options: argparse.Namespace) -> Preview:
    """Return `preview` with `problems` and the lines that they name."""
    told = tuple(in_order(problems))
    lines = {(p.path, p.line): read_line(options.root, p.path, p.line) for p in told if p.line}
    return replace(preview, problems=told, lines=lines)


def _new(options: argparse.Namespace) -> int:
    check_new(options.dir)
    output.write_new(options.dir, starter_files())
    _say(f"{options.dir}: a new site; build it with `nutgraf --root {options.dir}`", options)
    return FINE


def _clean(options: argparse.Namespace) -> int:
    removed = output.clean_dist(options.out)
    output.clean_caches(options.root, pipeline.CACHES)
    _say(f"{options.out}: {removed} files removed", options)
    return FINE


def _alone(options: argparse.Namespace) -> AbstractContextManager[None]:
    """Keep other commands from writing to the site meanwhile."""
    message = f"{options.root}: another build is at work; waiting for its end"
    return output.alone(options.root, lambda: print(message, file=sys.stderr))


def _take_in(options: argparse.Namespace, memory: Memory | None = None) -> Intake:
    """Convert what is new or changed and write it to content/."""
    intake = pipeline.convert_site(options.root, options.today, workers=options.workers, memory=memory)
    _write(intake, options)
    for conversion in intake.conversions if options.verbose else ():
        _say(format_counts(conversion), options)
    return intake


def _write(intake: Intake, options: argparse.Namespace) -> None:
    """Write what the seeds change in content/, and say so."""
    output.write_changes(options.root, intake.changes)
    for change in intake.changes:
        if change.done:
            _say(f"{change.path}: {change.done}", options)


def _stops(problems: Iterable[Problem], options: argparse.Namespace) -> bool:
    found = list(problems)
    return has_errors(found) or (options.strict and any(p.level is Level.WARNING for p in found))


def _say(text: str, options: argparse.Namespace) -> None:
    if not options.quiet:
        print(printable(text))


def _say_problems(problems: Iterable[Problem], options: argparse.Namespace) -> None:
    told = [p for p in in_order(problems) if not (options.quiet and p.level is Level.NOTE)]
    if told:
        print(format_problems(told, "text"), file=sys.stderr)


def _say_but_notes(problems: Sequence[Problem], options: argparse.Namespace) -> None:
    """Print errors and warnings, and with -v the notes; else how many of those there are."""
    notes = [problem for problem in problems if problem.level is Level.NOTE]
    if options.verbose:
        notes = []
    _say_problems((p for p in problems if p not in notes), options)
    if notes:
        _say(f"{len(notes)} note{'s' * (len(notes) > 1)} of the desk; `check` prints them", options)


def _progress(options: argparse.Namespace) -> Progress:
    """Return what shows a bar on a terminal, and nothing in a pipe."""
    if options.quiet or not sys.stderr.isatty():
        return lambda pages: pages

    def show(pages: Sequence[Page]) -> Iterable[Page]:
        from tqdm import tqdm  # only a terminal needs it

        return tqdm(pages, desc="pages", unit="page", delay=_PROGRESS_AFTER, leave=False)

    return show
