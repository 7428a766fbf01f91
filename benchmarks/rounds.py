"""Programs and articles in, what each took for each step out; they run in turn, so that a round is one comparison."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import make_articles
from benchmarks.measure import Usage, measure
from benchmarks.peers.program import Command, Program, slug_of
from benchmarks.same import Compared, compare_sites

STEPS = ("cold", "no-op", "edit", "layout")
"""From nothing; nothing changed; one body got a paragraph more; the layout of every page changed."""

_LOOKED_AT = 5  # briefings whose text is compared

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Contender:
    """A program, ready to build its site."""

    program: Program
    command: Command
    """What builds it, whole."""
    root: Path
    aside: Path
    """Where earlier outputs go: a file system is slow for a while after many files are deleted."""
    edited: str
    """The path of the content file that an edit changes."""

    @property
    def name(self) -> str:
        """The name of the program."""
        return self.program.name

    @property
    def out(self) -> Path:
        """The folder of its output."""
        return self.root / self.program.out


Taken = Mapping[str, Mapping[str, Sequence[Usage]]]
"""By step and name of a program, what it took in each round."""


def set_up(program: Program, found: Command, folder: Path, count: int) -> Contender:
    """Write the site of `count` articles for one program."""
    root, aside = folder / program.name, folder / "aside" / program.name
    aside.mkdir(parents=True)
    program.write(root, make_articles(count))
    middle = next(article for number, article in enumerate(make_articles(count)) if number == count // 2)
    return Contender(program, (*found, *program.build), root, aside, program.source(middle))


def compare(ours: Contender, others: Sequence[Contender], count: int) -> dict[str, Compared]:
    """Build each site once, unmeasured, and compare it with ours."""
    for contender in (ours, *others):
        measure(contender.command, contender.root)
    every = max(1, count // _LOOKED_AT)
    slugs = [slug_of(article) for number, article in enumerate(make_articles(count)) if number % every == 0]
    return {other.name: compare_sites(ours.out, other.out, slugs) for other in others}


def run_rounds(contenders: Sequence[Contender], runs: int, say: Say) -> Taken:
    """Let each program take each step, in turn, `runs` times."""
    taken: dict[str, dict[str, list[Usage]]] = {step: {c.name: [] for c in contenders} for step in STEPS}
    for number in range(1, runs + 1):
        for step in STEPS:
            for contender in contenders:
                _PREPARE[step](contender, number)
                used = measure(contender.command, contender.root)
                taken[step][contender.name].append(used)
                say(f"round {number}, {step}: {contender.name} {used.wall:.2f} s")
    return taken


def _move_aside(contender: Contender, number: int) -> None:
    for name in filter(None, (contender.program.out, contender.program.kept)):
        if (contender.root / name).exists():
            (contender.root / name).rename(contender.aside / f"{number}-{name}")


def _edit(contender: Contender, number: int) -> None:
    with (contender.root / contender.edited).open("a", encoding="utf-8") as file:
        file.write(f"\nThis was added in round {number}.\n")


def _change_layout(contender: Contender, number: int) -> None:
    path = contender.root / contender.program.layout
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</body>", f"<!-- {number} --></body>", 1), encoding="utf-8")


_PREPARE: Mapping[str, Callable[[Contender, int], None]] = {
    "cold": _move_aside,
    "no-op": lambda contender, number: None,
    "edit": _edit,
    "layout": _change_layout,
}


def ratio(taken: Mapping[str, Sequence[Usage]], ours: str, other: str, of: Callable[[Usage], float]) -> float:
    """Return the median of what we take as a part of what another program does in the same round."""
    return median(of(a) / of(b) for a, b in zip(taken[ours], taken[other], strict=True))


def version_of(program: Program, found: Command) -> str:
    """Return the version that a program tells of itself."""
    done = subprocess.run((*found, *program.version), capture_output=True, text=True, check=False)  # noqa: S603
    match = re.search(r"\d+(\.\d+)+", done.stdout)
    return match[0] if match else "of unknown version"
