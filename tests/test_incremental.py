"""Whatever is done to a site between builds, dist/ is what a build from nothing makes of it, to the byte."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from dist_checks import load_tree
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from test_memory import CONTENTS, FILES, SITE
from whole_site import EPOCH, write_site

from nutgraf import cli, pipeline
from nutgraf.memory import Memory

SEQUENCES = 300 if os.environ.get("NUTGRAF_THOROUGH") else 15
SEEDS = ("seeds/d.txt", "seeds/e.txt", "seeds/f.html")
COPY = (
    "Harbour wall breaks at Elswick\n\nThe wall of the harbour broke on Monday night, the keeper said. It fell.\n",
    "Ferries stop at Elswick\n\nBy Jo Hale\n\nThe ferries stopped on 3 May 2025, the keeper said. It rained.\n",
    "<title>Storm at Elswick</title><h1>Storm at Elswick</h1><p>The storm came on Monday, the keeper said.</p>\n",
)
LAYOUTS = ("layouts/briefing.html", "layouts/partials/card.html", "layouts/base.html", "layouts/404.html")
STATIC = ("static/style.css", "static/photo.jpg", "static/more/notes.txt")
SETTINGS = (
    "title: E\nbase_url: https://a.test/\n",
    "title: E\n",
    "title: F\nlanguage: de\ntime_zone: Asia/Tokyo\n",
    "title: E\nbase_url: https://a.test/x/\nevidence: false\nllms: true\n",
    "title: E\ncolours: {light: {accent: '#123456'}}\n",
)


class Editing(RuleBasedStateMachine):
    """An editor at a site: a build after each few things done."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.root = self.home / "site"

    @initialize()
    def begin(self) -> None:
        """Write the site and build it."""
        write_site(self.root, SITE)
        self.build()

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.home)

    @rule(name=st.sampled_from(FILES), text=st.sampled_from(CONTENTS))
    def write_briefing(self, name: str, text: str) -> None:
        """Add a briefing, or write another text into it: it may well have as many letters."""
        self._write(name, text)

    @rule(name=st.sampled_from(FILES), letter=st.sampled_from("xyz"))
    def change_a_letter(self, name: str, letter: str) -> None:
        """Leave a file as long as it was."""
        if (self.root / name).is_file():
            self._write(name, (self.root / name).read_text(encoding="utf-8")[:-2] + f"{letter}\n")

    @rule(name=st.sampled_from(FILES), letter=st.sampled_from("xyz"))
    def change_as_if_long_ago(self, name: str, letter: str) -> None:
        """Put back the time of a file, as a copy does that keeps times."""
        if (self.root / name).is_file():
            before = (self.root / name).stat()
            self.change_a_letter(name, letter)
            os.utime(self.root / name, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(name=st.sampled_from((*FILES, *SEEDS, *STATIC, "layouts/404.html")))
    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.root / name).unlink(missing_ok=True)

    @rule(old=st.sampled_from(FILES), new=st.sampled_from(FILES))
    def rename(self, old: str, new: str) -> None:
        """Give a briefing the name of another one, or a new one."""
        if (self.root / old).is_file():
            (self.root / old).rename(self.root / new)

    @rule(name=st.sampled_from(SEEDS), text=st.sampled_from(COPY))
    def write_seed(self, name: str, text: str) -> None:
        """Add a seed, or change it."""
        self._write(name, text)

    @rule(name=st.sampled_from(LAYOUTS), letter=st.sampled_from("xyz"))
    def change_layout(self, name: str, letter: str) -> None:
        """Change what every page has, or some have."""
        if (self.root / name).is_file():
            self._write(name, (self.root / name).read_text(encoding="utf-8") + f"<!-- {letter} -->\n")

    @rule(name=st.sampled_from(STATIC), letter=st.sampled_from("xyz"))
    def change_static(self, name: str, letter: str) -> None:
        """Add a static file, or change it."""
        self._write(name, f"p {{ color: {letter * 3} }}\n")

    @rule(text=st.sampled_from(SETTINGS))
    def change_settings(self, text: str) -> None:
        """Set the site up otherwise."""
        self._write("content/site.yaml", text)

    @rule(data=st.sampled_from([b"", b"{}", b"\xff", b'{"asked": 1, "sources": 2, "written": 3, "said": 4}']))
    def damage_caches(self, data: bytes) -> None:
        """Damage all that earlier builds kept."""
        for path in (self.root / ".nutgraf").rglob("*.json"):
            path.write_bytes(data)

    @rule(name=st.sampled_from(["index.html", "feed.xml", "manifest.json", "briefings"]))
    def lose(self, name: str) -> None:
        """Lose something of dist/."""
        path = self.root / "dist" / name
        if name == "manifest.json":  # without it nothing there is known as ours
            shutil.rmtree(self.root / "dist", ignore_errors=True)
        elif path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    @rule()
    def build(self) -> None:
        """Build, twice; the same site from nothing is the same."""
        statuses = [cli.main(["build", "-q", "--jobs", "1", "--root", str(self.root)])]
        copy = self.home / "copy"
        copy.mkdir()
        for folder in ("content", "layouts", "seeds", "static"):
            with suppress(FileNotFoundError):
                shutil.copytree(self.root / folder, copy / folder)
        statuses.append(cli.main(["build", "-q", "--jobs", "1", "--root", str(copy)]))
        if statuses[0] == 0:
            assert load_tree(self.root / "dist") == load_tree(copy / "dist")
            statuses.append(cli.main(["build", "-q", "--jobs", "1", "--root", str(self.root)]))
            assert load_tree(self.root / "dist") == load_tree(copy / "dist")
        assert len(set(statuses)) == 1
        shutil.rmtree(copy)

    def _write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_build_after_anything_is_a_build_from_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Edits, renames, deletions, layouts, settings, damage; within one tick of the clock, too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    compiled, original = Memory(), pipeline.recall_layouts  # to compile equal layouts anew takes most of a small build
    monkeypatch.setattr(pipeline, "recall_layouts", lambda own, lent, site, _: original(own, lent, site, compiled))
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert "Traceback" not in capfd.readouterr().err
