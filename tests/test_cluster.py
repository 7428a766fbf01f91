"""nutgraf.cluster: a scheduler and workers of Dask on this machine give what one process gives."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from signal import SIGKILL

import pytest
from dist_checks import load_tree
from whole_site import EPOCH, REPOSITORY, write_site

from benchmarks.corpus import as_seed, make_articles
from nutgraf.cluster import LIBRARIES, AnotherProgramError, _do, fingerprint, parse_address

COUNT = 60  # seeds: enough of them to be shared out
needs_dask = pytest.mark.skipif(
    not find_spec("distributed") and not os.environ.get("NUTGRAF_THOROUGH"), reason="no distributed found"
)


class Cluster:
    """A scheduler and its workers, each a process."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        self.address = self._said("scheduler", r"Scheduler at: *(tcp://\S+)")

    def worker(self, program: Path = REPOSITORY) -> subprocess.Popen[bytes]:
        """Start a worker that has the program in a folder, and wait until it is one."""
        name = f"worker-{len(self._processes)}"
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(self._home))
        process = self._start(name, self.address, *options, program=program)
        self._said(name, r"(Registered to)")
        return process

    def _start(self, name: str, *arguments: str, program: Path = REPOSITORY) -> subprocess.Popen[bytes]:
        module = f"distributed.cli.dask_{name.partition('-')[0]}"
        environment = {**os.environ, "PYTHONPATH": str(program), "PYTHONUNBUFFERED": "1"}
        with (self._home / f"{name}.log").open("wb") as log:
            command = [sys.executable, "-m", module, "--no-dashboard", *arguments]
            process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=self._home)
        self._processes.append(process)
        return process

    def _said(self, name: str, pattern: str) -> str:
        """Wait until a process says something, and return it."""
        for _ in range(600):
            log = (self._home / f"{name}.log").read_text(encoding="utf-8", errors="replace")
            if match := re.search(pattern, log):
                return match[1]
            time.sleep(0.1)
        raise AssertionError(log)

    def close(self) -> None:
        """End every process."""
        for process in reversed(self._processes):
            process.kill()
            process.wait()


@pytest.fixture
def start_cluster(tmp_path: Path) -> Iterator[Callable[[], Cluster]]:
    """Return what starts a cluster that ends with the test."""
    started: list[Cluster] = []

    def start() -> Cluster:
        (tmp_path / "cluster").mkdir()
        started.append(Cluster(tmp_path / "cluster"))
        return started[-1]

    yield start
    for cluster in started:
        cluster.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Return a site of seeds, and all that one process makes of it."""
    home = tmp_path_factory.mktemp("archive")
    seeds = "".join(f"-- seeds/{a.name}.txt --\n{as_seed(a)}" for a in make_articles(COUNT))
    site = write_site(home / "site", seeds)
    shutil.copytree(site, home / "built")
    said, _ = begin(home / "built", "--jobs", "1").communicate(timeout=120)
    assert said == ""
    return site, state_of(home / "built")


def state_of(root: Path) -> dict[str, bytes]:
    """Return every file of a site, but for the stamp of the build: it names times."""
    return {name: data for name, data in load_tree(root).items() if not name.startswith(".nutgraf/stamp/")}


def begin(root: Path, *options: str, seconds: int = 10) -> subprocess.Popen[str]:
    """Start the command, which gives a scheduler so many seconds to answer."""
    text = f"import sys, nutgraf.cluster as c; c._SECONDS = {seconds}; from nutgraf.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", text, "build", "-q", "--root", str(root), *options]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "SOURCE_DATE_EPOCH": EPOCH}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def fails(root: Path, address: str, *words: str) -> None:
    """Build with a scheduler, and hold that it fails with one line that has `words`, in time, and writes nothing."""
    build = begin(root, "--executor", address.replace("tcp:", "dask:"), seconds=2)
    said, _ = build.communicate(timeout=60)
    line, last = said.splitlines()
    assert line.startswith("--executor: error: ")
    assert [word for word in words if word not in line] == []
    assert last == f"{root / 'dist'} was left as it was"
    assert build.returncode == 1
    assert not (root / "dist").exists()


@needs_dask
def test_a_cluster_makes_the_same_bytes(
    tmp_path: Path, start_cluster: Callable[[], Cluster], archive: tuple[Path, dict[str, bytes]]
) -> None:
    """Two workers; and a third that has another program is told, and does nothing."""
    site, state = archive
    cluster = start_cluster()
    fails(shutil.copytree(site, tmp_path / "alone"), cluster.address, "no workers")
    workers = [cluster.worker(), cluster.worker()]
    before = [seconds_of(worker) for worker in workers]
    root = shutil.copytree(site, tmp_path / "shared")
    said, _ = begin(root, "--executor", cluster.address.replace("tcp:", "dask:")).communicate(timeout=120)
    assert said == ""
    assert state_of(root) == state
    assert all(seconds_of(worker) - was > 0.1 for worker, was in zip(workers, before, strict=True))
    shutil.copytree(REPOSITORY / "nutgraf", tmp_path / "other" / "nutgraf")
    with (tmp_path / "other/nutgraf/topics.py").open("a", encoding="utf-8") as file:
        file.write("# another\n")
    other = cluster.worker(tmp_path / "other")
    fails(shutil.copytree(site, tmp_path / "mixed"), cluster.address, "the worker tcp://", "has another Nutgraf")
    other.kill()


@needs_dask
def test_a_worker_that_is_killed_costs_nothing_but_time(
    tmp_path: Path, start_cluster: Callable[[], Cluster], archive: tuple[Path, dict[str, bytes]]
) -> None:
    """What it had is done by the other."""
    site, state = archive
    cluster = start_cluster()
    doomed, _ = cluster.worker(), cluster.worker()
    root = shutil.copytree(site, tmp_path / "site")
    before = seconds_of(doomed)
    build = begin(root, "--executor", cluster.address.replace("tcp:", "dask:"))
    while seconds_of(doomed) - before < 0.3:
        assert build.poll() is None, "it was done before"
        time.sleep(0.01)
    doomed.send_signal(SIGKILL)
    said, _ = build.communicate(timeout=120)
    assert said == ""
    assert state_of(root) == state


@needs_dask
def test_a_scheduler_that_goes_away_is_told(
    tmp_path: Path, start_cluster: Callable[[], Cluster], archive: tuple[Path, dict[str, bytes]]
) -> None:
    """And nothing of dist/ is written."""
    cluster = start_cluster()
    worker = cluster.worker()
    root = shutil.copytree(archive[0], tmp_path / "site")
    before = seconds_of(worker)
    build = begin(root, "--executor", cluster.address.replace("tcp:", "dask:"))
    while seconds_of(worker) - before < 0.3:
        assert build.poll() is None, "it was done before"
        time.sleep(0.01)
    cluster.scheduler.kill()
    said, _ = build.communicate(timeout=120)
    assert said.splitlines()[0].startswith("--executor: error: the scheduler went away before all was done")
    assert build.returncode == 1
    assert not (root / "dist").exists()


def seconds_of(process: subprocess.Popen[bytes]) -> float:
    """Return how long the processor has worked for a process."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@needs_dask
def test_who_is_no_scheduler_is_told(archive: tuple[Path, dict[str, bytes]]) -> None:
    """Nobody, a name of nobody, and somebody who never answers: each in a bounded time."""
    site, _ = archive
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        for address in (f"dask://127.0.0.1:{port}", "dask://127.0.0.1:1", "dask://nobody.invalid:8786"):
            fails(site, address, f"no scheduler answers at {address}", "see that it runs")


def test_the_library_that_is_not_there_is_told(archive: tuple[Path, dict[str, bytes]]) -> None:
    """With the command that installs it."""
    text = "import sys; sys.modules['distributed'] = None; from nutgraf.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", text, "--root", str(archive[0]), "--executor", "dask://127.0.0.1:1"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert "--executor: error: needs distributed, which is not installed (run `python -m pip install" in done.stderr
    assert '[cluster]"`)' in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize(
    "text",
    ["", "dask://", "tcp://a:1", "a:1", "dask://a", "dask://a:", "dask://:1", "dask://a:0", "dask://a:65536", "dask://a:1/x",
     "dask://u@a:1", "dask://a:x"],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    """A scheme, a host and a port, and nothing else."""
    with pytest.raises(ValueError, match="HOST:PORT"):
        parse_address(text)


def test_an_address() -> None:
    """As Dask writes it."""
    assert parse_address("dask://a.test:8786") == "tcp://a.test:8786"
    assert parse_address("dask://[::1]:1") == "tcp://[::1]:1"


def test_a_worker_that_comes_late_is_looked_at_too() -> None:
    """It does not even read what it is to do: with another version that may not be possible."""
    theirs = {**fingerprint(), "lxml": "0.1"}
    with pytest.raises(AnotherProgramError, match=r"a worker has another lxml: .*, and here it is 0\.1"):
        _do(theirs, b"not read")


def test_every_library_of_the_results_is_looked_at() -> None:
    """Those of pyproject.toml, but for what makes pages and serves them here."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {re.match(r"[\w-]+", text)[0] for text in (*project["dependencies"], *extras["cards"], *extras["formats"])}
    here_only = {"imagesize", "jinja2", "livereload", "tornado", "tqdm", "watchfiles"}
    assert set(LIBRARIES) == wanted - here_only
