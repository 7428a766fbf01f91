"""A whole site written as one text -> the same site as files, ready to build.

The text has a line `-- content/briefings/a.md --` before the text of each file. The layouts and static files
of this repository and a one-line content/site.yaml come first, so that a text names only what it is about.

    python tests/whole_site.py tests/sites/rich.txt FOLDER
"""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
RICH_TEXT = REPOSITORY / "tests" / "sites" / "rich.txt"
EPOCH = "1767310200"  # 2026-01-01 23:30 UTC: already the next day in the east
SETTINGS = "title: The Elswick Briefing\n"
MARKER = re.compile(r"^-- (\S.*?) --\n", re.MULTILINE)


def split_files(text: str) -> dict[str, str]:
    """Return each file's text by its path; what stands before the first marker is a comment."""
    _, *parts = MARKER.split(textwrap.dedent(text))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def write_site(root: Path, text: str) -> Path:
    """Write the site that `text` describes into `root`, and return `root`."""
    for folder in ("layouts", "static"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for path, data in {"content/site.yaml": SETTINGS, **split_files(text)}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(data, encoding="utf-8", newline="")
    return root


if __name__ == "__main__":
    source, folder = sys.argv[1:]
    write_site(Path(folder), Path(source).read_text(encoding="utf-8"))
