"""A site's folder and its briefings in, each as it was first published out: what git keeps of the content files.

The only room that starts a process. It reads and nothing else, and a repository is not trusted: none of its hooks,
filters, signatures or remotes is used. Where there is no git, no checkout or a part of the history only, nothing is
known, and nobody is bothered.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from nutgraf.content import BRIEFINGS_FOLDER, parse_briefing
from nutgraf.models import Briefing
from nutgraf.problems import ContentError
from nutgraf.sources import SourceFile

_SECONDS: Final = 30
_GIT: Final = ("git", "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs")
_SETTINGS: Final = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "diff.external=")
_ENVIRONMENT: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
_LOG: Final = (
    *("log", "--format=", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"),
    *("--no-show-signature", "--diff-filter=AM", "--topo-order", "--reverse", "--relative", "--", BRIEFINGS_FOLDER),
)
_ENTRY: Final = re.compile(r"\n?:\d{6} 100(?:644|755) [0-9a-f]+ (?P<blob>[0-9a-f]+) [AM]")
_BLOB: Final = re.compile(rb"[0-9a-f]+ blob (?P<size>\d+)\n")


def first_published(root: Path, briefings: Sequence[Briefing]) -> Mapping[str, Briefing]:
    """Return each of `briefings` as it was first committed without being a draft, by its path.

    Those that git does not know, or that cannot be read as they were, are left out.
    """
    if not briefings or _git(root, "rev-parse", "--is-shallow-repository") != b"false\n":
        return {}
    versions = _versions(_git(root, *_LOG))
    left = [briefing.path for briefing in briefings if briefing.path in versions]
    found: dict[str, Briefing] = {}
    turn = 0
    while left:
        texts = _read(root, [versions[path][turn] for path in left])
        turn += 1
        # Of one that cannot be had, nobody knows whether it was published.
        known = {path: texts[blob] for path in left if (blob := versions[path][turn - 1]) in texts}
        earlier = {path: _parse(path, data) for path, data in known.items()}
        found |= {path: briefing for path, briefing in earlier.items() if briefing and not briefing.draft}
        left = [path for path in earlier if path not in found and turn < len(versions[path])]
    return found


def _versions(log: bytes) -> dict[str, list[str]]:
    """Return the blobs of each path, the oldest first."""
    found: dict[str, list[str]] = {}
    parts = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    for part in parts:
        if entry := _ENTRY.fullmatch(part):
            found.setdefault(next(parts, ""), []).append(entry["blob"])
    return found


def _read(root: Path, blobs: Sequence[str]) -> dict[str, bytes]:
    """Return what blobs hold."""
    output = _git(root, "cat-file", "--batch", text="".join(f"{blob}\n" for blob in blobs))
    found, at = {}, 0
    for blob in blobs:
        head = _BLOB.match(output, at)
        if head is None:
            break
        at = head.end() + int(head["size"]) + 1
        found[blob] = output[head.end() : at - 1]
    return found


def _parse(path: str, data: bytes) -> Briefing | None:
    try:
        return parse_briefing(SourceFile(path, data))
    except ContentError:
        return None


def _git(root: Path, *arguments: str, text: str = "") -> bytes:
    """Return what git prints; nothing when it fails, is absent or takes too long."""
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and no shell
            [*_GIT, *settings, "-C", str(root), *arguments],
            input=text.encode(),
            capture_output=True,
            timeout=_SECONDS,
            env=inherited | _ENVIRONMENT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
