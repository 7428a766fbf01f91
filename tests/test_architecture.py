"""The house keeps its plan: who may import whom, and in which rooms there are effects."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "nutgraf"

# Lowest first: a room imports only from rooms above it in this list. Another line for another room.
ORDER = (
    "problems",
    "palette",
    "rules",
    "workers",
    "memory",
    "vocabulary",
    "models",
    "zones",
    "instants",
    "edtf",
    "dates",
    "tongues",
    "sentences",
    "datelines",
    "evidence",
    "likeness",
    "retelling",
    "timeline",
    "wording",
    "topics",
    "takeaways",
    "frontmatter",
    "schema",
    "plain_front_matter",
    "splice",
    "sources",
    "addresses",
    "settings",
    "content",
    "history",
    "merge",
    "sidecars",
    "plain_markdown",
    "markdown",
    "convert",
    "anchoring",
    "tracing",
    "joining",
    "assemble",
    "filters",
    "cards",
    "spans",
    "exports",
    "linked_data",
    "elements",
    "lists",
    "related",
    "search",
    "plan",
    "asking",
    "pictures",
    "static",
    "quick_layouts",
    "layouts",
    "render",
    "desk",
    "examine",
    "fitting",
    "reimport",
    "intake",
    "report",
    "scaffold",
    "output",
    "pipeline",
    "preview",
    "serve",
    "cluster",
    "stamp",
    "cli",
)

# Each library of others has its rooms, so that it can be exchanged there.
LIBRARIES = {
    "PIL": {"cards"},
    "anyascii": {"addresses"},
    "arabic_reshaper": {"cards"},
    "bidi": {"cards"},
    "charset_normalizer": {"convert"},
    "dask": {"cluster"},
    "distributed": {"cluster"},
    "feedparser": {"convert"},
    "ftfy": {"convert"},
    "imagesize": {"pictures"},
    "jinja2": {"layouts", "quick_layouts"},
    "livereload": {"serve"},
    "lxml": {"convert"},
    "mammoth": {"convert"},
    "markdown_it": {"markdown"},
    "pagefind_bin": {"search"},
    "markupsafe": {"filters", "quick_layouts", "wording"},
    "tornado": {"serve"},
    "tqdm": {"cli"},
    "trafilatura": {"convert"},
    "watchfiles": {"serve"},
    "yaml": {"convert", "frontmatter", "schema", "splice"},
}
# Slow to import, and most commands do without.
ONLY_WHEN_USED = {
    "PIL",
    "arabic_reshaper",
    "bidi",
    "charset_normalizer",
    "dask",
    "distributed",
    "feedparser",
    "ftfy",
    "livereload",
    "lxml",
    "mammoth",
    "pagefind_bin",
    "tornado",
    "tqdm",
    "trafilatura",
    "watchfiles",
}

MAKES = {"write_bytes", "write_text", "mkdir", "makedirs", "touch", "symlink_to", "hardlink_to"}
WRITES = MAKES | {"unlink", "rmdir", "rmtree", "rename", "chmod"}
READS = {"read_bytes", "read_text", "iterdir", "glob", "rglob", "scandir", "listdir", "walk"}
SPEECH = {"sys.exit", "sys.stdout", "sys.stderr", "sys.stdin", "sys.argv"}
CLOCKS = {"now", "today", "utcnow", "environ", "getenv", "localtime", "time_ns", "perf_counter"}

Tree = ast.Module


def room_of(module: str) -> str:
    """Return the room of a dotted module name: `desk` for nutgraf.desk.links."""
    return module.split(".")[1] if "." in module else ""


def modules() -> dict[str, Tree]:
    """Return the syntax of each module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ("nutgraf", *path.relative_to(PACKAGE).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of whatever is imported anywhere in `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from (f"{base}.{alias.name}" for alias in node.names)


def calls(tree: Tree) -> Iterator[tuple[str, bool, ast.Call]]:
    """Yield (name, whether it is a method, call) of each call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, False, node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, True, node


def looks_up(module: str, tree: Tree) -> list[str]:
    """Find imports of a room that is not below, rooms outside the list, and relative imports."""
    room = room_of(module)
    if room and room not in ORDER:
        return [f"{module} has no place in ORDER"]
    faults = []
    for name in imports(tree):
        if name.startswith("."):
            faults.append(f"{module} imports {name} by a relative name")
        below = room_of(name)
        if not name.startswith("nutgraf.") or below in ("", room, "__version__"):
            continue
        if not room or below not in ORDER or ORDER.index(below) >= ORDER.index(room):
            faults.append(f"{module} imports {name}")
    return faults


def uses_a_library(module: str, tree: Tree) -> list[str]:
    """Find libraries outside their room, unknown ones, and slow ones that are imported with the module."""
    known = {*sys.stdlib_module_names, "nutgraf"}
    faults = []
    for name in {name.split(".")[0] for name in imports(tree) if not name.startswith(".")} - known:
        if room_of(module) not in LIBRARIES.get(name, set()):
            faults.append(f"{module} imports {name}")
    for node in tree.body:
        faults += [f"{module} imports {n} at once" for n in imports_at_once(node) if n.split(".")[0] in ONLY_WHEN_USED]
    return faults


def imports_at_once(node: ast.stmt) -> Iterator[str]:
    """Yield what a statement of a module imports when the module is imported; names for types never are."""
    for_types = isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if not for_types and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield from imports(node)


def speaks(module: str, tree: Tree) -> list[str]:
    """Find printing and leaving outside cli."""
    if room_of(module) == "cli":
        return []
    faults = [f"{module} calls {name}" for name, method, _ in calls(tree) if name in ("print", "input") and not method]
    faults += [f"{module} names {n.id}" for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == "SystemExit"]
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    names = {f"{node.value.id}.{node.attr}" for node in attributes if isinstance(node.value, ast.Name)}
    return faults + [f"{module} uses {name}" for name in sorted(names & SPEECH)]


def writes(module: str, tree: Tree) -> list[str]:
    """Find calls that change the disk outside output, and processes started outside history and search."""
    if room_of(module) == "output":
        return []
    programs = () if room_of(module) in ("history", "search") else ("subprocess",)
    faults = [f"{module} imports {n}" for n in imports(tree) if n.split(".")[0] in ("shutil", "tempfile", *programs)]
    for name, method, call in calls(tree):
        one_argument = len(call.args) == 1 and not call.keywords  # Path.replace; that of texts takes two
        if (
            name in WRITES
            or (name == "replace" and method and one_argument)
            or (name == "open" and opens_to_write(call))
        ):
            faults.append(f"{module} calls {name}")
    return faults


def opens_to_write(call: ast.Call) -> bool:
    """Tell whether an `open` asks for more than reading."""
    position = 0 if isinstance(call.func, ast.Attribute) else 1  # a path's own `open` begins with the mode
    given = call.args[position : position + 1] + [word.value for word in call.keywords if word.arg == "mode"]
    return any(not isinstance(mode, ast.Constant) or set(str(mode.value)) & set("wax+") for mode in given)


def reads(module: str, tree: Tree) -> list[str]:
    """Find calls that read the disk outside the rooms that do."""
    if room_of(module) in ("sources", "output", "scaffold", "stamp", "zones"):
        return []
    return [f"{module} calls {name}" for name, method, _ in calls(tree) if name == "open" or (name in READS and method)]


def asks_the_machine(module: str, tree: Tree) -> list[str]:
    """Find readings of the clock, the environment, chance or the locale outside cli."""
    if room_of(module) == "cli":
        return []
    faults = [
        f"{module} imports {n}" for n in imports(tree) if n.split(".")[0] in ("time", "random", "secrets", "locale")
    ]
    return faults + [
        f"{module} uses {n.attr}"
        for n in ast.walk(tree)
        if isinstance(n, ast.Attribute) and n.attr in CLOCKS and (n.attr, room_of(module)) != ("environ", "history")
    ]


def catches_all(module: str, tree: Tree) -> list[str]:
    """Find handlers that would swallow a fault of ours: those that raise nothing again."""
    return [
        f"{module} catches everything on line {node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and not any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(node))
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
    ]


CHECKS = (looks_up, uses_a_library, speaks, writes, reads, asks_the_machine, catches_all)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_no_module_breaks_the_plan(check: Callable[[str, Tree], list[str]]) -> None:
    """Every module of the package passes each check."""
    assert [fault for module, tree in modules().items() for fault in check(module, tree)] == []


@pytest.mark.parametrize(
    ("check", "module", "text"),
    [
        (looks_up, "nutgraf.models", "from nutgraf.render import render_pages"),
        (looks_up, "nutgraf.desk.dates", "import nutgraf.pipeline"),
        (looks_up, "nutgraf.plan", "def f():\n    from nutgraf import cli"),
        (looks_up, "nutgraf.plan", "from .cli import main"),
        (looks_up, "nutgraf.gossip", ""),
        (looks_up, "nutgraf.cli", "import nutgraf.gossip"),
        (looks_up, "nutgraf", "from nutgraf.cli import main"),
        (uses_a_library, "nutgraf.plan", "import yaml"),
        (uses_a_library, "nutgraf.convert.body", "from jinja2.ext import Extension"),
        (uses_a_library, "nutgraf.plan", "def f():\n    import requests"),
        (uses_a_library, "nutgraf.cli", "from tqdm import tqdm"),
        (uses_a_library, "nutgraf.serve", "if True:\n    import livereload"),
        (speaks, "nutgraf.plan", "print(1)"),
        (speaks, "nutgraf.plan", "import sys\nsys.exit(1)"),
        (speaks, "nutgraf.plan", "import sys\nsys.stderr.write('x')"),
        (speaks, "nutgraf.plan", "raise SystemExit(1)"),
        (writes, "nutgraf.plan", "path.write_text('x')"),
        (writes, "nutgraf.plan", "path.mkdir()"),
        (writes, "nutgraf.plan", "path.replace(other)"),
        (writes, "nutgraf.plan", "open('x', 'w')"),
        (writes, "nutgraf.plan", "path.open(mode='ab')"),
        (writes, "nutgraf.plan", "import shutil"),
        (writes, "nutgraf.plan", "import subprocess"),
        (writes, "nutgraf.history", "path.unlink()"),
        (reads, "nutgraf.plan", "path.read_text()"),
        (reads, "nutgraf.plan", "with open('x') as f: pass"),
        (reads, "nutgraf.plan", "list(path.iterdir())"),
        (asks_the_machine, "nutgraf.plan", "datetime.now(UTC)"),
        (asks_the_machine, "nutgraf.plan", "date.today()"),
        (asks_the_machine, "nutgraf.plan", "os.environ['TZ']"),
        (asks_the_machine, "nutgraf.plan", "from time import time"),
        (writes, "nutgraf.plan", "open('x', mode)"),
        (catches_all, "nutgraf.cli", "try:\n    f()\nexcept Exception:\n    pass"),
        (catches_all, "nutgraf.cli", "try:\n    f()\nexcept:\n    pass"),
    ],
)
def test_each_check_finds_an_offender(check: Callable[[str, Tree], list[str]], module: str, text: str) -> None:
    """A check that finds nothing in a module made to offend would hold nothing."""
    assert len(check(module, ast.parse(text))) == 1


@pytest.mark.parametrize(
    ("check", "module", "text"),
    [
        (looks_up, "nutgraf.cli", "from nutgraf import __version__, pipeline\nimport os"),
        (looks_up, "nutgraf.desk", "from nutgraf.desk.links import check_links\nfrom nutgraf.models import Site"),
        (uses_a_library, "nutgraf.cli", "def f():\n    from tqdm import tqdm"),
        (uses_a_library, "nutgraf.cards", "if TYPE_CHECKING:\n    from PIL import Image"),
        (speaks, "nutgraf.plan", "import sys\nsys.modules\nreport.print(1)"),
        (
            writes,
            "nutgraf.plan",
            "text.replace('a', 'b')\nreplace(x, y=1)\nmoment.replace(hour=1)\nopen('w')\npath.open('rb')",
        ),
        (reads, "nutgraf.plan", "read_text(root, name)"),
        (asks_the_machine, "nutgraf.plan", "def f(today): return today"),
        (catches_all, "nutgraf.plan", "try:\n    f()\nexcept ValueError:\n    pass"),
    ],
)
def test_each_check_lets_the_innocent_pass(check: Callable[[str, Tree], list[str]], module: str, text: str) -> None:
    """What only looks like an offence is none."""
    assert check(module, ast.parse(text)) == []


def cycle_in(graph: Mapping[str, set[str]]) -> list[str]:
    """Return the nodes that are on, or lead into, a circle."""
    left = {node: set(targets) & set(graph) for node, targets in graph.items()}
    while free := {node for node, targets in left.items() if not targets}:
        left = {node: targets - free for node, targets in left.items() if node not in free}
    return sorted(left)


def test_modules_import_in_no_circle() -> None:
    """Also within a room, no two modules need each other."""
    graph = {}
    for module, tree in modules().items():
        names = {part for name in imports(tree) for part in (name, name.rpartition(".")[0])}
        graph[module] = names - {module, module.rpartition(".")[0], "nutgraf"}
    assert cycle_in(graph) == []
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["a", "b", "c"]


def test_a_command_does_not_wait_for_what_it_does_not_use() -> None:
    """Importing the commands in a fresh process brings in no preview server, progress bar or guesser of encodings."""
    slow = {"charset_normalizer", "ftfy", "livereload", "tornado", "tqdm"}
    text = f"import sys, nutgraf.cli; print(sorted({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", text], cwd=PACKAGE.parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
