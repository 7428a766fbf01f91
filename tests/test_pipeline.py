"""nutgraf.pipeline: what is shared out among processes comes back as one process makes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.corpus import as_briefing, as_seed, make_articles
from nutgraf import pipeline
from nutgraf.pipeline import convert_site
from nutgraf.problems import ContentError
from nutgraf.workers import ALONE, open_workers

COUNT = 60  # more than one process gets


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of sixty briefings and sixty seeds."""
    from whole_site import write_site

    files = [f"-- content/briefings/{a.name}.md --\n{as_briefing(a)}" for a in make_articles(COUNT)]
    files += [f"-- seeds/{a.name}.txt --\n{as_seed(a)}" for a in islice(make_articles(COUNT, seed=8), COUNT)]
    return write_site(tmp_path_factory.mktemp("archive") / "site", "".join(files))


def test_any_number_of_processes_makes_the_same_site(archive: Path) -> None:
    """Every file, every finding and every cache, whatever was known before."""
    alone = pipeline.make_site(archive, base_url="https://a.test/", workers=ALONE)
    assert len(alone.files) > 3 * COUNT
    with open_workers(3) as workers:
        together = pipeline.make_site(archive, base_url="https://a.test/", workers=workers)
    assert together == alone


def test_any_number_of_processes_converts_alike(archive: Path) -> None:
    """Conversions, ledgers, problems and what is written."""
    with open_workers(2) as workers:
        assert convert_site(archive, date(2026, 1, 1), workers=workers) == convert_site(archive, date(2026, 1, 1))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_layouts_fault_is_told_as_by_one_process(make_site: Callable[..., Path], jobs: int) -> None:
    """With its path and line, once."""
    briefings = "".join(f"-- content/briefings/b{n}.md --\n---\nheadline: B{n}\n---\nText.\n" for n in range(COUNT))
    root = make_site(briefings)
    layout = root / "layouts" / "briefing.html"
    layout.write_text(layout.read_text(encoding="utf-8").replace("{{ briefing.headline }}", "{{ briefing.headlin }}"))
    with open_workers(jobs) as workers, pytest.raises(ContentError) as caught:
        pipeline.make_site(root, workers=workers)
    (problem,) = set(caught.value.problems)
    assert problem.path == "layouts/briefing.html"
    assert problem.line
    assert "headlin" in problem.message
