"""What seeds change in content/, written, and said; other commands kept from it meanwhile."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import AbstractContextManager

from nutgraf import output, pipeline
from nutgraf.cli.speech import say
from nutgraf.intake import Intake
from nutgraf.memory import Memory
from nutgraf.report import format_counts


def alone(options: argparse.Namespace) -> AbstractContextManager[None]:
    """Keep other commands from writing to the site meanwhile."""
    message = f"{options.root}: another build is at work; waiting for its end"
    return output.alone(options.root, lambda: print(message, file=sys.stderr))


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def take_in(options: argparse.Namespace, memory: Memory | None = None) -> Intake:
    """Convert what is new or changed and write it to content/."""
    intake = pipeline.convert_site(options.root, options.today, workers=options.workers, memory=memory)
    write(intake, options)
    for conversion in intake.conversions if options.verbose else ():
        say(format_counts(conversion), options)
    return intake


def write(intake: Intake, options: argparse.Namespace) -> None:
    """Write what the seeds change in content/, and say so."""
    output.write_changes(options.root, intake.changes)
    for change in intake.changes:
        if change.done:
            say(f"{change.path}: {change.done}", options)
