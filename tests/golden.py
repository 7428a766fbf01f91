"""The golden sites: sites/NAME/ (seeds/, content/) -> what they become, as it is kept in sites/NAME/golden/.

    python -m tests.golden

builds them all and writes golden/ anew; look at the difference in git before you commit it.

The sites use the layouts of this repository, so a change of layout shows here, which is wanted. A change of
style must not: files in assets/ are left out, and so is manifest.json, which has the digest of each; and the
fingerprint in their names is written as FINGERPRINT.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

from nutgraf import cli

REPOSITORY = Path(__file__).parent.parent
SITES = REPOSITORY / "tests" / "sites"
EPOCH = "1767225600"  # the day of conversion is 2026-01-01
FINGERPRINT = re.compile(rb"(assets/[\w/-]+)\.[0-9a-f]{6,64}(\.\w+)")


def site_names() -> list[str]:
    """Return the names of the golden sites."""
    return sorted(folder.name for folder in SITES.iterdir() if folder.is_dir())


def build_golden(name: str, root: Path) -> dict[str, bytes]:
    """Build the site in the empty folder `root`; return its content and dist files, normalised."""
    for folder in ("layouts", "static"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copytree(SITES / name, root, ignore=shutil.ignore_patterns("golden"), dirs_exist_ok=True)
    with patch.dict(os.environ, {"SOURCE_DATE_EPOCH": EPOCH}):
        status = cli.main(["build", "--root", str(root), "-q"])
    assert status == 0, f"{name} does not build"
    files = [*(root / "content" / "briefings").glob("*.md"), *(root / "dist").rglob("*")]
    found = {path.relative_to(root).as_posix(): path for path in files if path.is_file()}
    return {
        address: FINGERPRINT.sub(rb"\1.FINGERPRINT\2", path.read_bytes())
        for address, path in sorted(found.items())
        if not address.startswith(("dist/assets/", "dist/manifest.json"))
    }


def read_golden(name: str) -> dict[str, bytes]:
    """Return the files that are kept for a site."""
    golden = SITES / name / "golden"
    files = [path for path in golden.rglob("*") if path.is_file()]
    return {path.relative_to(golden).as_posix(): path.read_bytes() for path in files}


def write_golden(name: str) -> None:
    """Build a site and keep the result."""
    golden = SITES / name / "golden"
    with tempfile.TemporaryDirectory() as folder:
        files = build_golden(name, Path(folder))
    shutil.rmtree(golden, ignore_errors=True)
    for address, data in files.items():
        (golden / address).parent.mkdir(parents=True, exist_ok=True)
        (golden / address).write_bytes(data)


if __name__ == "__main__":
    for site in site_names():
        write_golden(site)
        print(f"wrote {SITES / site / 'golden'}")
