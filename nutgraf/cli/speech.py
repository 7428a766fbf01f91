"""Problems and what was done in, lines on the terminal out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence

from nutgraf.cards import Progress
from nutgraf.models import Page
from nutgraf.problems import Level, Problem, has_errors, in_order, printable
from nutgraf.report import format_problems

_PROGRESS_AFTER = 0.5  # seconds; a bar that only flashes up tells nobody anything


def stops(problems: Iterable[Problem], options: argparse.Namespace) -> bool:
    """Tell whether a command must not go on."""
    found = list(problems)
    return has_errors(found) or (options.strict and any(p.level is Level.WARNING for p in found))


def say(text: str, options: argparse.Namespace) -> None:
    """Print a line, unless told to be quiet."""
    if not options.quiet:
        print(printable(text))


def say_problems(problems: Iterable[Problem], options: argparse.Namespace) -> None:
    """Print problems in their order."""
    told = [p for p in in_order(problems) if not (options.quiet and p.level is Level.NOTE)]
    if told:
        print(format_problems(told, "text"), file=sys.stderr)


def but_notes(problems: Sequence[Problem]) -> tuple[str, str]:
    """Return what is told of errors and warnings, and how many notes there are besides; '' for none."""
    notes = sum(problem.level is Level.NOTE for problem in problems)
    told = in_order(problem for problem in problems if problem.level is not Level.NOTE)
    count = f"{notes} note{'s' * (notes > 1)} of the desk; `check` prints them" if notes else ""
    return format_problems(told, "text") if told else "", count


def say_but_notes(problems: Sequence[Problem], options: argparse.Namespace) -> None:
    """Print errors and warnings, and with -v the notes; else how many of those there are."""
    if options.verbose:
        say_problems(problems, options)
        return
    warnings, notes = but_notes(problems)
    if warnings:
        print(warnings, file=sys.stderr)
    if notes:
        say(notes, options)


def progress(options: argparse.Namespace) -> Progress:
    """Return what shows a bar on a terminal, and nothing in a pipe."""
    if options.quiet or not sys.stderr.isatty():
        return lambda pages: pages

    def show(pages: Sequence[Page]) -> Iterable[Page]:
        from tqdm import tqdm  # only a terminal needs it

        return tqdm(pages, desc="pages", unit="page", delay=_PROGRESS_AFTER, leave=False)

    return show
