"""nutgraf.cli: commands, messages and exit codes, as an editor meets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SEED = """
    -- seeds/tolls.txt --
    Harbour tolls rise in Port Elswick

    The board of the harbour voted on Monday to raise the tolls for lorries. It was the third rise since 2021.
"""
BRIEFING = """
    -- content/briefings/a.md --
    ---
    headline: Tolls rise
    ---
    The tolls rise.
"""


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_build_is_the_default_and_says_what_became_of_dist(make_site: Callable, run: Callable) -> None:
    """Without a command the site is converted and built; the last line counts the files."""
    root = make_site(SEED)
    outcome = run(root)
    assert outcome.exit == 0
    assert (root / "dist" / "briefings" / "harbour-tolls-rise-in-port-elswick.html").exists()
    assert re.search(r"dist: \d+ files, \d+ written, 0 removed\n$", outcome.out)


def test_verbose_says_what_became_of_each_seed(make_site: Callable, run: Callable) -> None:
    """With -v each seed is one line that counts where its blocks went; without, it is not."""
    root = make_site(SEED)
    assert "seeds/tolls.txt: 1 headline, 1 body\n" in run(root, "build", "-v").out
    assert "seeds/tolls.txt" not in run(root).out


def test_a_second_build_changes_nothing(make_site: Callable, run: Callable) -> None:
    """Building again writes no file and says so."""
    root = make_site(SEED)
    run(root)
    before = tree(root)
    assert "0 written, 0 removed" in run(root).out
    assert tree(root) == before


@pytest.mark.parametrize(
    "words", [["--root", "SITE", "check"], ["check", "--root", "SITE"], ["-q", "check", "--root", "SITE"]]
)
def test_options_may_stand_on_either_side_of_the_command(make_site: Callable, words: list[str]) -> None:
    """An option means the same before and after the command."""
    from nutgraf.cli import main

    root = make_site(BRIEFING)
    assert main([word.replace("SITE", str(root)) for word in words]) == 0
    assert not (root / "dist").exists()


def test_every_fault_of_every_file_is_told_at_once_and_dist_stays(make_site: Callable, run: Callable) -> None:
    """Faults in settings and two briefings are one message each with their place; dist/ is as it was."""
    root = make_site(BRIEFING)
    run(root)
    before = tree(root / "dist")
    (root / "content" / "site.yaml").write_text("title: T\ntimezone: Europe/Berlin\n", encoding="utf-8")
    (root / "content" / "briefings" / "a.md").write_text(
        "---\nheadine: Tolls rise\npublished: 2024-13-05\n---\n", encoding="utf-8"
    )
    (root / "content" / "briefings" / "b.md").write_text("no front matter\n", encoding="utf-8")
    outcome = run(root)
    assert outcome.exit == 1
    lines = outcome.err.splitlines()
    assert "content/briefings/a.md:2:1: error: unknown field 'headine' (did you mean 'headline'?)" in lines
    assert any(line.startswith("content/briefings/a.md:3:12: error: 'published': '2024-13-05'") for line in lines)
    assert any(line.startswith("content/briefings/b.md:1: error: no front matter") for line in lines)
    assert any(
        line.startswith("content/site.yaml:2:1: error: unknown field 'timezone' (did you mean 'time_zone'")
        for line in lines
    )
    assert lines[-1].endswith("dist was left as it was")
    assert tree(root / "dist") == before


@pytest.mark.parametrize(
    ("layout", "text", "message"),
    [
        ("topic.html", "{{ topic.nmae }}\n", "layouts/topic.html:1: error: "),
        (
            "briefing.html",
            "line one\n{{ headline_of_all }}\n",
            "layouts/briefing.html:2: error: 'headline_of_all' is undefined",
        ),
        ("briefing.html", "one\ntwo\n{% if %}\n", "layouts/briefing.html:3: error: "),
        ("briefing.html", '{% extends "bse.html" %}\n', "layouts/bse.html: error: is missing"),
        ("briefing.html", "{{ 1 / 0 }}\n", "layouts/briefing.html:1: error: division by zero"),
        (
            "briefing.html",
            "\n{{ asset('stile.css') }}\n",
            "layouts/briefing.html:2: error: static/stile.css does not exist",
        ),
    ],
)
def test_a_fault_in_a_layout_names_its_line(
    make_site: Callable, run: Callable, layout: str, text: str, message: str
) -> None:
    """A missing variable, broken syntax, a missing layout or file: the layout, the line, and no traceback."""
    root = make_site(BRIEFING.replace("headline: Tolls rise", "headline: Tolls rise\n    topics: [harbours]"))
    (root / "layouts" / layout).write_text(text, encoding="utf-8")
    outcome = run(root)
    assert outcome.exit == 1
    assert message in outcome.err
    assert "Traceback" not in outcome.err
    assert not (root / "dist").exists()


def test_missing_settings_are_named(make_site: Callable, run: Callable) -> None:
    """A folder that is no site says which file it lacks."""
    root = make_site(BRIEFING)
    (root / "content" / "site.yaml").unlink()
    outcome = run(root)
    assert outcome.exit == 1
    assert "content/site.yaml: error: is missing (" in outcome.err


def test_warnings_stop_only_under_strict(make_site: Callable, run: Callable) -> None:
    """A bad seed is a warning: the others are built; --strict makes it exit 1 and leaves dist/."""
    root = make_site(SEED + "\n    -- seeds/empty.txt --\n")
    strict = run(root, "build", "--strict")
    assert strict.exit == 1
    assert "seeds/empty.txt: warning: is empty" in strict.err
    assert not (root / "dist").exists()
    relaxed = run(root)
    assert relaxed.exit == 0
    assert "seeds/empty.txt: warning: is empty" in relaxed.err
    assert (root / "dist" / "index.html").exists()


def test_broken_content_stops_conversion(make_site: Callable, run: Callable) -> None:
    """While a content file cannot be read no seed is converted: it might be that seed's file."""
    root = make_site(SEED + "\n    -- content/briefings/broken.md --\n    ---\n    headline: [\n    ---\n")
    outcome = run(root)
    assert outcome.exit == 1
    assert "content/briefings/broken.md:2:1: error: broken YAML" in outcome.err
    assert [p.name for p in (root / "content" / "briefings").iterdir()] == ["broken.md"]


def test_convert_explain_prints_the_ledger_and_writes_nothing(make_site: Callable, run: Callable) -> None:
    """`convert --explain SEED` says of each block where it went and why, and leaves content/ alone."""
    root = make_site(SEED + "\n    Updated On\n\n    -- seeds/other.txt --\n    Other\n")
    outcome = run(root, "convert", "--explain", "seeds/tolls.txt")
    assert outcome.exit == 0
    assert "other.txt" not in outcome.out
    assert re.search(r"^ +1 +headline +.*Harbour tolls rise", outcome.out, re.MULTILINE)
    assert re.search(r"^ +5 +set aside +label without value: Updated On", outcome.out, re.MULTILINE)
    assert not (root / "content" / "briefings").exists()


def test_convert_makes_content_and_no_site(make_site: Callable, run: Callable) -> None:
    """`convert` writes content files, names them, and leaves dist/ alone; an unknown seed is an error."""
    root = make_site(SEED)
    assert "content/briefings/harbour-tolls-rise-in-port-elswick.md: made" in run(root, "convert").out
    assert not (root / "dist").exists()
    assert "seeds/nope.txt: error: there is no such seed" in run(root, "convert", "nope.txt").err


@pytest.mark.parametrize("style", ["json", "sarif", "github"])
def test_check_speaks_to_machines(make_site: Callable, run: Callable, style: str) -> None:
    """`check --format` prints nothing but that format on standard output, and exits 1 on an error."""
    root = make_site(BRIEFING.replace("The tolls rise.", "See [this](nowhere.html)."))
    outcome = run(root, "check", "--format", style)
    assert outcome.exit == 1
    assert "nowhere.html" in outcome.out
    assert outcome.err == ""
    if style == "github":
        assert outcome.out.startswith("::")
    else:
        json.loads(outcome.out)


def test_drafts_are_built_only_when_asked_for(make_site: Callable, run: Callable) -> None:
    """A draft is nowhere in dist/ without --drafts."""
    root = make_site(BRIEFING.replace("headline: Tolls rise", "headline: Secret rise\n    draft: true"))
    run(root)
    assert not any(b"Secret rise" in data for data in tree(root / "dist").values())
    run(root, "build", "--drafts")
    assert (root / "dist" / "briefings" / "secret-rise.html").exists()


def test_base_url_from_the_command_wins(make_site: Callable, run: Callable) -> None:
    """--base-url replaces the setting, and a wrong one is refused."""
    root = make_site(BRIEFING)
    assert not run(root).exit
    assert not (root / "dist" / "sitemap.xml").exists()
    run(root, "build", "--base-url", "https://elswick.example/briefing")
    assert "https://elswick.example/briefing/index.html" in (root / "dist" / "sitemap.xml").read_text(encoding="utf-8")
    outcome = run(root, "build", "--base-url", "elswick")
    assert outcome.exit == 2
    assert "--base-url: 'elswick' is not an absolute address" in outcome.err


def test_new_makes_a_site_that_builds(tmp_path: Path, run: Callable) -> None:
    """A new site builds as it is, with its example seed; a folder that holds something is refused."""
    root = tmp_path / "mine"
    assert run(tmp_path, "new", str(root)).exit == 0
    assert run(root).exit == 0
    assert len(list((root / "dist" / "briefings").glob("*.html"))) == 1
    outcome = run(tmp_path, "new", str(root))
    assert outcome.exit == 1
    assert "is not empty" in outcome.err


def test_clean_leaves_no_file_of_ours(make_site: Callable, run: Callable) -> None:
    """`clean` takes dist/ away and keeps the sources."""
    root = make_site(BRIEFING)
    before = tree(root)
    run(root)
    assert run(root, "clean").exit == 0
    assert tree(root) == before


@pytest.mark.parametrize(
    "words",
    [
        ["bild"],
        ["build", "--nope"],
        ["check", "--format", "xml"],
        ["serve", "--port", "99999"],
        ["build", "--jobs", "0"],
        ["new"],
    ],
)
def test_wrong_usage_exits_2(make_site: Callable, run: Callable, words: list[str]) -> None:
    """A command, option or value that does not exist is wrong usage."""
    assert run(make_site(BRIEFING), *words).exit == 2


def test_an_output_folder_full_of_sources_is_refused(make_site: Callable, run: Callable) -> None:
    """--out on the site's own folder writes nothing."""
    root = make_site(BRIEFING)
    before = tree(root)
    assert run(root, "build", "--out", str(root)).exit == 1
    assert tree(root) == before


def test_links_out_of_the_site_are_refused(make_site: Callable, run: Callable, tmp_path: Path) -> None:
    """A link in content/, layouts/ or static/ is an error that names it; one in seeds/ harms no other seed."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    for name in ("seeds/x.txt", "content/briefings/x.md", "layouts/x.html", "static/x.png"):
        root = make_site(BRIEFING, name.replace("/", "-"))
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).symlink_to(tmp_path / "secret.txt")
        outcome = run(root)
        is_seed = name.startswith("seeds/")
        assert outcome.exit == (0 if is_seed else 1)
        assert f"{name}: {'warning' if is_seed else 'error'}: is a link" in outcome.err


def test_build_py_and_the_module_are_the_same_program(make_site: Callable) -> None:
    """`python build.py` in a site's folder takes that folder as its root, wherever it is called from."""
    root = make_site(BRIEFING)
    (root / "build.py").write_bytes((Path(__file__).parent.parent / "build.py").read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, str(root / "build.py"), "-q"],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert (root / "dist" / "index.html").exists()


def test_added_is_the_day_of_source_date_epoch(make_site: Callable, run: Callable) -> None:
    """The one clock reading is taken from SOURCE_DATE_EPOCH when it is set, in UTC."""
    root = make_site(SEED)
    run(root, "convert")
    (file,) = (root / "content" / "briefings").iterdir()
    assert "\nadded: '2026-01-01'\n" in file.read_text(encoding="utf-8")
