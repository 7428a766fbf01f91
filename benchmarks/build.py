"""Numbers of briefings and names of programs in, how long each takes for the same site out.

Each program gets the same made-up archive in its own form and makes the same pages of it; that they are the same is
checked first. Then all of them build in turn: from nothing, without a change, after one edit, after a change to the
layout of every page. Ratios are taken within a round. With --seeds, raw copy is converted instead.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpus import make_articles
from benchmarks.measure import CommandFailedError, Usage, measure
from benchmarks.peers import ours
from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.pelican import PELICAN
from benchmarks.peers.program import Command, Program
from benchmarks.plot import growth_svg
from benchmarks.rounds import STEPS, Taken, compare, ratio, run_rounds, set_up, version_of
from benchmarks.same import Compared

PEERS = {peer.name: peer for peer in (HUGO, ELEVENTY, PELICAN)}

_MEGABYTE = 1_000_000


class DifferentWorkError(Exception):
    """A program makes other pages than ours, so that its time says nothing."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print tables or JSON: 0 fine, 1 when a program fails or makes other pages."""
    options = _parse(argv)
    work = options.work or Path(tempfile.mkdtemp(prefix="benchmark-"))
    try:
        result = _seeds(options, work) if options.seeds else _builds(options, work)
    except (CommandFailedError, DifferentWorkError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if not options.work:
            shutil.rmtree(work, ignore_errors=True)
    if options.json:
        print(json.dumps(result, indent=1))
    return 0


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.build", description=__doc__)
    parser.add_argument("--n", type=_counts, default=[1000], metavar="N[,N…]", help="briefings (default: 1000)")
    parser.add_argument("--peers", type=_peers, default=[], metavar="NAMES", help=f"of {', '.join(PEERS)}")
    parser.add_argument("--profile", choices=ours.PROFILES, default="same", help="same: without evidence, as peers")
    parser.add_argument("--runs", type=_count, default=3, metavar="N", help="rounds (default: 3)")
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes of ours")
    parser.add_argument("--seeds", type=_count, metavar="N", help="convert N seeds of plain text instead, and build")
    parser.add_argument("--json", action="store_true", help="print every measurement as JSON")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the growth of cold builds as SVG")
    parser.add_argument("--work", type=Path, metavar="DIR", help="a new folder for the sites, which is kept")
    options = parser.parse_args(argv)
    if options.plot and len(options.n) == 1:
        parser.error("--plot: growth takes more than one number in --n")
    if options.work and options.work.exists():
        parser.error(f"--work {options.work}: exists already")
    return options


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1")
    return int(text)


def _counts(text: str) -> list[int]:
    return sorted({_count(part.strip()) for part in text.split(",")})


def _peers(text: str) -> list[Program]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if unknown := [name for name in names if name not in PEERS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(PEERS)}")
    return [PEERS[name] for name in dict.fromkeys(names)]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _builds(options: argparse.Namespace, work: Path) -> dict[str, Any]:
    programs = _found([ours.program(options.profile, options.jobs), *options.peers])
    versions = {program.name: version_of(program, command) for program, command in programs}
    result = {**_about(versions), "profile": options.profile, "sizes": {}}
    if not options.json:
        print(_heading(result))
    for count in options.n:
        contenders = [set_up(program, command, work / str(count), count) for program, command in programs]
        compared = compare(contenders[0], contenders[1:], count)
        if faults := [f"{name}: {fault}" for name, found in compared.items() for fault in found.faults]:
            raise DifferentWorkError("\n".join(faults))
        taken = run_rounds(contenders, options.runs, _say)
        result["sizes"][count] = {
            "files": {name: dict(found.counts) for name, found in compared.items()},
            "steps": {
                step: {name: [asdict(u) for u in used] for name, used in of.items()} for step, of in taken.items()
            },
        }
        if not options.json:
            print(f"\n{count:,} briefings, profile {options.profile}, medians of rounds: {options.runs}")
            print(table_of(taken, compared))
    if options.plot:
        title = f"Seconds for a build from nothing, by briefings (profile {options.profile}, {result['date']})"
        options.plot.write_text(growth_svg(_growth(result["sizes"]), title), encoding="utf-8")
    return result


def _found(programs: Sequence[Program]) -> list[tuple[Program, Command]]:
    """Return the programs that are installed, and say how to get the others."""
    found = []
    for program in programs:
        if command := program.find():
            found.append((program, command))
        else:
            _say(f"{program.name} is not installed and left out; get it with: {program.install}")
    return found


def _about(versions: Mapping[str, str]) -> dict[str, Any]:
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "python": platform.python_version(),
        "versions": dict(versions),
    }


def _heading(result: Mapping[str, Any]) -> str:
    names = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    return f"{result['date']}: {names}; Python {result['python']}; {result['machine']}"


def table_of(taken: Taken, compared: Mapping[str, Compared]) -> str:
    """Return what each program took for each step, and our time as a part of it, medians all."""
    rows = [f"{'step':8}{'program':12}{'wall s':>9}{'CPU s':>9}{'MB':>7}{'best s':>9}{'ours/it':>9}{'of CPU':>9}"]
    for step in STEPS:
        first = next(iter(taken[step]))
        for name, used in taken[step].items():
            share = "".join(f"{ratio(taken[step], first, name, of):9.3f}" for of in (_wall, _cpu) if name != first)
            wall, cpu = median(u.wall for u in used), median(u.cpu for u in used)
            memory, best = median(u.memory for u in used) / _MEGABYTE, min(u.wall for u in used)
            rows.append(f"{step:8}{name:12}{wall:9.3f}{cpu:9.3f}{memory:7.0f}{best:9.3f}{share}")
    for name, found in compared.items():
        if found.missing:
            rows.append(f"{name} does not make: {', '.join(found.missing)}")
        parts = [f"{kind} {theirs} (ours {mine})" for kind, (mine, theirs) in found.counts.items() if theirs > mine]
        rows += [f"{name} makes: {', '.join(parts)}"] if parts else []
    rows += ["Related briefings, and what happened on the day of an edition, stand on our pages alone."] * bool(
        compared
    )
    return "\n".join(rows)


def _wall(used: Usage) -> float:
    return used.wall


def _cpu(used: Usage) -> float:
    return used.cpu


def _growth(sizes: Mapping[int, Mapping[str, Any]]) -> dict[str, dict[int, float]]:
    lines: dict[str, dict[int, float]] = {}
    for count, found in sizes.items():
        for name, used in found["steps"]["cold"].items():
            lines.setdefault(name, {})[count] = median(one["wall"] for one in used)
    return lines


def _seeds(options: argparse.Namespace, work: Path) -> dict[str, Any]:
    """Convert seeds to content, then build the site of it: once, since a content file is written once."""
    program = ours.program(options.profile, options.jobs)
    for path, text in (*ours.frame_files(options.profile), *ours.seed_files(make_articles(options.seeds))):
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(text, encoding="utf-8")
    build = (*ours.command, *program.build)
    converted = measure(tuple("convert" if word == "build" else word for word in build), work)
    built = measure(build, work)
    result = {
        **_about({program.name: version_of(program, ours.command)}),
        "profile": options.profile,
        "seeds": options.seeds,
        "convert": asdict(converted),
        "build": asdict(built),
    }
    if not options.json:
        print(_heading(result))
        print(f"{options.seeds:,} seeds, {options.seeds / converted.wall:.0f} a second")
        for name, used in (("convert", converted), ("build", built)):
            print(f"{name:8} {used.wall:.2f} s, CPU {used.cpu:.2f} s, {used.memory / _MEGABYTE:.0f} MB")
    return result


if __name__ == "__main__":
    sys.exit(main())
