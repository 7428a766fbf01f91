"""nutgraf.history: how briefings were first published, from git, whatever state a repository is in."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from nutgraf import history
from nutgraf.content import load_briefings
from nutgraf.history import first_published
from nutgraf.models import Briefing

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git found")

NAME = "content/briefings/a.md"
SETTINGS = ("user.name=A", "user.email=a@a.test", "commit.gpgsign=false", "init.defaultBranch=main")


def git(root: Path, *arguments: str) -> None:
    """Run git in `root`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    command = ["git", *settings, "-C", str(root), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=environment)


def write(root: Path, body: str, name: str = NAME, front: str = "") -> None:
    """Write a content file."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nheadline: A\n{front}---\n{body}\n", encoding="utf-8")


def commit(root: Path, body: str, name: str = NAME, front: str = "") -> None:
    """Write a content file and commit it."""
    write(root, body, name, front)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x", "--allow-empty")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with a new repository."""
    git(tmp_path, "init", "-q")
    return tmp_path


def bodies(root: Path) -> dict[str, str]:
    """Return the first published body of each briefing by its path."""
    return {path: briefing.body.strip() for path, briefing in first_published(root, load_briefings(root)).items()}


def test_the_first_version_is_the_one_that_counts(root: Path) -> None:
    """However often a file was committed since, and whatever stands in the folder now."""
    for body in ("One.", "Two.", "Three."):
        commit(root, body)
    commit(root, "Other.", "content/briefings/é b.md")
    write(root, "Four.")
    write(root, "New.", "content/briefings/c.md")
    assert bodies(root) == {NAME: "One.", "content/briefings/é b.md": "Other."}


def test_a_draft_and_a_broken_file_were_not_published(root: Path) -> None:
    """The first version that readers could have seen is the first that is no draft and can be read."""
    commit(root, "Draft.", front="draft: true\n")
    commit(root, "Broken.", front="headline: B\n")
    commit(root, "Public.")
    commit(root, "Later.")
    assert bodies(root) == {NAME: "Public."}


def test_a_site_may_be_a_part_of_its_repository(root: Path) -> None:
    """Paths are those of the site."""
    commit(root, "One.", f"site/{NAME}")
    commit(root, "Two.", f"site/{NAME}")
    commit(root, "No.", f"other/{NAME}")
    assert bodies(root / "site") == {NAME: "One."}


def test_a_branch_that_was_merged_is_history_too(root: Path) -> None:
    """A file that came with a branch is known as it was first committed there."""
    commit(root, "Other.", "content/briefings/b.md")
    git(root, "checkout", "-q", "-b", "side")
    commit(root, "One.")
    commit(root, "Two.")
    git(root, "checkout", "-q", "main")
    commit(root, "Another.", "content/briefings/c.md")
    git(root, "merge", "-q", "--no-edit", "side")
    assert bodies(root)[NAME] == "One."


def test_without_git_a_checkout_or_a_whole_history_nothing_is_known(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No message, no finding: an editor who has no git did nothing wrong."""
    bare = tmp_path_factory.mktemp("bare")
    write(bare, "One.")
    assert bodies(bare) == {}
    assert bodies(root) == {}
    write(root, "One.")
    assert bodies(root) == {}  # no commit yet
    commit(root, "One.")
    commit(root, "Two.")
    shallow = tmp_path_factory.mktemp("shallow") / "s"
    git(root, "clone", "-q", "--depth", "1", f"file://{root}", str(shallow))
    assert bodies(shallow) == {}
    assert bodies(root) == {NAME: "One."}
    monkeypatch.setattr(history, "_GIT", ("no-such-git",))
    assert bodies(root) == {}


def test_a_git_that_hangs_is_given_up(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of a repository that takes too long."""
    commit(root, "One.")
    monkeypatch.setattr(history, "_SECONDS", 0)
    assert bodies(root) == {}


def test_a_signature_is_not_looked_at(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A repository that wants signatures shown names the program that looks at them; it is not run."""
    folder = tmp_path_factory.mktemp("trap")
    trap = folder / "gpg"
    signature = "-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----"
    signs = f"cat > /dev/null\necho '[GNUPG:] SIG_CREATED ' >&2\necho '{signature}'"
    trap.write_text(f"#!/bin/sh\ntouch {folder}/sprung\n{signs}\n", encoding="utf-8")
    trap.chmod(0o755)
    write(root, "One.")
    git(root, "config", "gpg.program", str(trap))
    git(root, "config", "log.showSignature", "true")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-S", "-m", "x")
    (folder / "sprung").unlink()
    assert bodies(root) == {NAME: "One."}
    assert not (folder / "sprung").exists()
    subprocess.run(["git", "-C", str(root), "log"], check=False, capture_output=True)
    assert (folder / "sprung").exists()  # the trap would have sprung


def test_a_missing_object_is_fetched_from_nowhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A clone that left out what files held would ask its remote, by whatever program it names."""
    commit(root, "One.")
    commit(root, "Two.")
    git(root, "config", "uploadpack.allowFilter", "true")
    folder = tmp_path_factory.mktemp("partial")
    partial = folder / "p"
    git(root, "clone", "-q", "--filter=blob:none", f"file://{root}", str(partial))
    git(partial, "config", "remote.origin.url", f"ext::sh -c touch% {folder}/sprung")
    git(partial, "config", "protocol.ext.allow", "always")
    assert bodies(partial) == {}
    assert not (folder / "sprung").exists()
    subprocess.run(["git", "-C", str(partial), "show", f"HEAD~:{NAME}"], check=False, capture_output=True)
    assert (folder / "sprung").exists()  # the trap would have sprung


def test_odd_repositories_are_no_trouble(root: Path) -> None:
    """Links, damaged objects and settings that cannot be read give nothing and no traceback."""
    commit(root, "One.")
    (root / "content" / "briefings" / "b.md").symlink_to("a.md")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    (root / "content" / "briefings" / "b.md").unlink()
    assert bodies(root) == {NAME: "One."}
    for path in (root / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"x")
    assert bodies(root) == {}
    (root / ".git" / "config").write_text("[core\n", encoding="utf-8")
    assert bodies(root) == {}


def test_nothing_is_asked_for_nobody(tmp_path: Path) -> None:
    """Without briefings there is no process."""
    assert first_published(tmp_path / "nowhere", ()) == {}
    assert first_published(tmp_path / "nowhere", (Briefing(NAME, "a", "A"),)) == {}
