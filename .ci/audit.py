"""A folder of installed packages in; those with a known vulnerability out, and a status other than 0 if there are any.

    python .ci/audit.py FOLDER

Advisories come from PyPI, through pip-audit. Where that gives none (no network, or a mirror of PyPI without them) the
packages are said to be NOT AUDITED and the status is 0, or 1 with NUTGRAF_REQUIRE_AUDIT=1: so in the workflow.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

NO_LIBRARIES = ("nutgraf", "pip", "setuptools", "wheel")  # ours, and what a virtual environment begins with
TRIES = 2
PAUSE = 20  # seconds; an index may be away for a moment


def main(folder: str) -> int:
    """Print what was found; 0 when that is nothing."""
    packages: list[dict[str, Any]] = []
    for number in range(TRIES):
        command = [sys.executable, "-m", "pip_audit", "--progress-spinner", "off", "-f", "json", "--path", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.stdout.startswith("{"):
            packages = json.loads(done.stdout)["dependencies"]
            break
        print(done.stderr.strip()[-500:] or "pip-audit said nothing", file=sys.stderr)
        time.sleep(PAUSE * (number < TRIES - 1))
    lines, status = verdict(packages, is_required=bool(os.environ.get("NUTGRAF_REQUIRE_AUDIT")))
    print("\n".join(lines))
    return status


def verdict(packages: list[dict[str, Any]], *, is_required: bool) -> tuple[list[str], int]:
    """Return what is to be said about pip-audit's list of packages, and the status to end with."""
    libraries = [package for package in packages if package["name"] not in NO_LIBRARIES]
    vulnerable = [
        f"{package['name']} {package['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'none'}"
        for package in libraries
        for found in package.get("vulns", ())
    ]
    skipped = [package["name"] for package in libraries if "skip_reason" in package]
    audited = len(libraries) - len(skipped)
    lines = [*vulnerable, f"{audited} packages audited, {len(vulnerable)} vulnerabilities known"]
    if skipped or not audited:
        lines.append(f"NOT AUDITED, since no advisories could be had: {', '.join(skipped) or 'all'}")
    return lines, int(bool(vulnerable) or (is_required and (bool(skipped) or not audited)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
