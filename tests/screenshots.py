"""A picture of each kind of page of the site in thirty.py, for people to look at:

    python -m tests.screenshots OUT

At 390 and 1280 px, in the light and in the dark, and as it is printed (with poppler's pdftoppm); the Arabic pages show
how the site runs from right to left.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from nutgraf import cli
from tests import thirty

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")


def picture(page: Page, out: Path, name: str) -> None:
    """Save the page at each width and in each scheme, and its print."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
    pdf = out / f"{name}.pdf"
    page.pdf(path=pdf, format="A4")
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "50", "-png", pdf, out / f"{name}-print"], check=True)
    pdf.unlink()


def main(out: Path) -> None:
    """Build the site, and picture its pages."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = thirty.write_thirty(Path(folder) / "site")
        assert cli.main(["build", "-q", "--root", str(root)]) == 0
        program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        for name, address in thirty.KINDS.items():
            page.goto((root / "dist" / address).as_uri())
            picture(page, out, name)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
