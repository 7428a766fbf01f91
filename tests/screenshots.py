"""A picture of each kind of page of the sites in thirty.py and crowd.py, for people to look at:

    python -m tests.screenshots OUT [NAME…]

Each at 390 and 1280 px in the light and in the dark; at 320 px, zoomed to 200 % (a desk of 640 px), in forced colours,
on a site that runs from right to left, and as it is printed (with poppler's pdftoppm). NAME picks kinds by their names.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from nutgraf import cli
from tests import crowd, thirty
from tests.dist_checks import load_tree
from tests.serving import serving

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

MODES: dict[str, dict[str, object]] = {
    "390-light": {"viewport": {"width": 390, "height": 844}},
    "390-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "1280-light": {"viewport": {"width": 1280, "height": 900}},
    "1280-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "320": {"viewport": {"width": 320, "height": 640}},
    "zoom": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "forced": {"viewport": {"width": 390, "height": 844}, "forced_colors": "active", "color_scheme": "dark"},
}
"""What a browser is told of its window, by the name of the picture; all of them prefer reduced motion."""

TURNED = ("390-light", "1280-light")
"""How the site from right to left is pictured."""


def fill(page: Page) -> None:
    """Look for something where that is what a page is for."""
    page.fill("#find", crowd.QUERY)
    page.locator(".results > li").first.wait_for()


def picture(browser: Browser, out: Path, kinds: Mapping[str, str], modes: Mapping[str, str]) -> None:
    """Save each page in each mode, under the name that `modes` has for it."""
    for mode, name in modes.items():
        with browser.new_context(reduced_motion="reduce", **MODES[mode]) as context:
            page = context.new_page()
            for kind, url in kinds.items():
                page.goto(url)
                if kind in crowd.FINDERS:
                    fill(page)
                page.screenshot(path=out / f"{kind}-{name}.png", full_page=True)


def print_out(browser: Browser, out: Path, kinds: Mapping[str, str]) -> None:
    """Save the sheets of each page."""
    with browser.new_context() as context:
        page = context.new_page()
        for kind, url in kinds.items():
            page.goto(url)
            page.pdf(path=out / f"{kind}.pdf", format="A4")
            if shutil.which("pdftoppm"):
                subprocess.run(["pdftoppm", "-r", "60", "-png", out / f"{kind}.pdf", out / f"{kind}-print"], check=True)


def main(out: Path, *names: str) -> None:
    """Build the sites, and picture their pages."""
    out.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        sites = {
            "thirty": (thirty.write_thirty(Path(folder) / "thirty"), thirty.KINDS),
            "crowd": (crowd.write_crowd(Path(folder) / "crowd"), crowd.KINDS),
            "rtl": (thirty.write_thirty(Path(folder) / "rtl", "ar"), thirty.KINDS),
        }
        for site, (root, addresses) in sites.items():
            assert cli.main(["build", "-q", "--root", str(root)]) == 0
            with serving(load_tree(root / "dist"), "/briefing/") as top:
                kinds = {kind: top + address for kind, address in addresses.items() if not names or kind in names}
                if site == "rtl":
                    picture(browser, out, kinds, {mode: f"rtl-{mode}" for mode in TURNED})
                else:
                    picture(browser, out, kinds, {mode: mode for mode in MODES})
                    print_out(browser, out, kinds)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
