"""Small whole sites become, byte for byte, what is kept in sites/NAME/golden/."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from golden import FINGERPRINT, build_golden, read_golden, site_names

REMEDY = "if this is what you want: python -m tests.golden"


def difference(address: str, wanted: bytes | None, found: bytes | None) -> str:
    """Return what changed in a file, as a person reads it; nothing when it is the same."""
    if wanted is None or found is None:
        return f"{address}: {'new' if wanted is None else 'gone'}\n"
    old, new = (data.decode().splitlines() for data in (wanted, found))
    lines = list(unified_diff(old, new, f"golden/{address}", address, n=1, lineterm=""))
    return "\n".join(lines) or ("" if wanted == found else f"{address}: differs in line endings\n")


@pytest.mark.parametrize("name", site_names())
def test_golden(name: str, tmp_path: Path) -> None:
    """A site's content and pages are those that were looked at and kept."""
    wanted, found = read_golden(name), build_golden(name, tmp_path)
    assert "dist/index.html" in wanted, f"no golden files for {name}: python -m tests.golden"
    changes = [difference(a, wanted.get(a), found.get(a)) for a in sorted(wanted.keys() | found.keys())]
    text = "\n".join(filter(None, changes))
    assert not text, f"{REMEDY}\n{text}"


@pytest.mark.parametrize(
    ("wanted", "found", "said"),
    [
        (b"a\nb\n", b"a\nc\n", "-b\n+c"),
        (b"a\n", b"a\r\n", "line endings"),
        (b"a\n", b"a", "line endings"),
        (None, b"a", "new"),
        (b"a", None, "gone"),
        (b"a", b"a", ""),
    ],
)
def test_difference(wanted: bytes | None, found: bytes | None, said: str) -> None:
    """Every difference has a word for it, and sameness has none."""
    text = difference("x.html", wanted, found)
    assert said in text
    assert bool(text) == bool(said)


def test_fingerprint() -> None:
    """Only the fingerprint of an asset's name is normalised."""
    text = b'href="../assets/style.0a1b2c3d4e.css" assets/plain.css deadbeef.css'
    assert FINGERPRINT.sub(rb"\1.FINGERPRINT\2", text) == text.replace(b"0a1b2c3d4e", b"FINGERPRINT")
