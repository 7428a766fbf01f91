"""The options of a command in, what it does done, an exit code out."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import partial

from nutgraf import output, pipeline
from nutgraf.cli.again import asked_of
from nutgraf.cli.serving import serve
from nutgraf.cli.speech import but_notes, progress, say, say_but_notes, say_problems, stops
from nutgraf.cli.writing import alone, cores, take_in, write
from nutgraf.cluster import open_cluster
from nutgraf.problems import ContentError, in_order, printable
from nutgraf.report import format_ledger, format_problems
from nutgraf.scaffold import check_new, starter_files
from nutgraf.stamp import FILE, STAMP, make_stamp, see
from nutgraf.workers import open_workers

FINE, FAULTY = 0, 1  # the parser of options exits with 2 for wrong usage

_SELDOM = (50_000, 20, 100)
"""How often Python looks for what could be thrown away: a build keeps nearly all that it makes, to its end."""


def run(options: argparse.Namespace) -> int:
    """Run a command; problems in the content are told, and what became of dist/."""
    gc.set_threshold(*_SELDOM)
    try:
        # While the preview serves, threads run, and no process may be forked beside them.
        jobs = 1 if options.command == "serve" else options.jobs or cores()
        held = alone(options) if options.command in ("build", "convert", "clean") else nullcontext()
        elsewhere = partial(open_cluster, options.executor) if options.executor else None
        with held, open_workers(jobs, elsewhere) as options.workers:
            return _COMMANDS[options.command](options)
    except ContentError as error:
        say_problems(error.problems, options)
        if options.command == "build":
            partly = isinstance(error, output.PartlyWrittenError)
            print(
                f"{options.out} " + ("is partly new: build again" if partly else "was left as it was"), file=sys.stderr
            )
        return FAULTY


def _build(options: argparse.Namespace) -> int:
    output.check_out(options.out, options.root)
    root = str(options.root)
    seeds = see(root, ["seeds"])
    intake = take_in(options)
    rest = see(root, ["content", "layouts", "static"])  # what a seed has just changed there is in the build
    built = pipeline.make_site(
        options.root,
        base_url=options.base_url,
        drafts=options.drafts,
        progress=progress(options),
        today=options.today,
        until=options.until,
        workers=options.workers,
    )
    problems = in_order((*intake.problems, *built.problems))
    if stops(problems, options):
        raise ContentError(problems)
    say_but_notes(problems, options)
    output.write_cache(options.root, STAMP, {})
    written = output.write_dist(options.out, built.files, options.workers)
    output.write_caches(options.root, built.caches)
    stamp = make_stamp([seeds, rest], asked_of(options), [file.address for file in built.files], but_notes(problems))
    output.write_cache(options.root, STAMP, {FILE: stamp})
    say(f"{options.out}: {written.total} files, {written.changed} written, {written.removed} removed", options)
    return FINE


def _convert(options: argparse.Namespace) -> int:
    intake = pipeline.convert_site(options.root, options.today, options.seeds, options.prefer, options.workers)
    if options.explain:
        print("\n\n".join(printable(format_ledger(conversion)) for conversion in intake.conversions))
        say_problems(in_order(p for c in intake.conversions for p in c.problems), options)
        return FINE
    write(intake, options)
    problems = in_order(intake.problems)
    say_problems(problems, options)
    new = sum(change.before is None for change in intake.changes if change.done)
    merged = sum(change.before is not None for change in intake.changes if change.done)
    say(f"articles: {len(intake.conversions)}, new content files: {new}, brought up to date: {merged}", options)
    return FAULTY if stops(problems, options) else FINE


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
        say(
            f"{len(problems)} finding{'s' * (len(problems) != 1)}" if problems else "nothing to find fault with",
            options,
        )
    else:
        print(format_problems(problems, options.format))
    return FAULTY if stops(problems, options) else FINE


def _new(options: argparse.Namespace) -> int:
    check_new(options.dir)
    output.write_new(options.dir, starter_files())
    say(f"{options.dir}: a new site; build it with `nutgraf --root {options.dir}`", options)
    return FINE


def _clean(options: argparse.Namespace) -> int:
    removed = output.clean_dist(options.out)
    output.clean_caches(options.root, (*pipeline.CACHES, STAMP))
    say(f"{options.out}: {removed} files removed", options)
    return FINE


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "convert": _convert,
    "check": _check,
    "serve": serve,
    "new": _new,
    "clean": _clean,
}
