"""Whether text stands out from its ground, in the light and in the dark scheme: Proof in, Problems out.

WCAG 2.2, 1.4.3: at least 4.5 to 1. The colours are the custom properties of static/style.css by the names that the
style sheet which ships has for them; one that is named otherwise, or is no #rrggbb, is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.desk.proof import Proof
from nutgraf.problems import Problem
from nutgraf.rules import RULES

_LEAST = 4.5
_PAIRS = (
    *((text, "paper") for text in ("ink", "muted", "accent", "link", "visited", "warn")),
    *((text, "box") for text in ("ink", "muted", "accent", "link", "visited")),
    ("ink", "mark"),
    ("link", "mark"),
)
"""Which text stands on which ground."""

_STYLE = re.compile(r"assets/style\.[0-9a-f]+\.css")
_DARK = re.compile(r"@media[^{]*prefers-color-scheme:\s*dark[^{]*\{\s*:root\s*\{([^}]*)\}")
_LIGHT = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+)\s*:\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*(?:;|$)")


def check_colours(proof: Proof) -> Iterator[Problem]:
    """Find text of the style sheet that is too faint on its ground."""
    style = next((file.data.decode() for file in proof.files if _STYLE.fullmatch(file.address)), "")
    light = _colours(_LIGHT.search(style))
    for scheme, colours in (("light", light), ("dark", light | _colours(_DARK.search(style)))):
        for text, ground in _PAIRS:
            if text in colours and ground in colours:
                ratio = contrast(colours[text], colours[ground])
                if ratio < _LEAST:
                    message = f"{scheme} scheme: --{text} on --{ground} has a contrast of {ratio:.2f} to 1"
                    yield RULES["contrast"].finding("static/style.css", message)


def _colours(block: re.Match[str] | None) -> dict[str, str]:
    return dict(_COLOUR.findall(block[1])) if block else {}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, #rrggbb or #rgb without the mark, from 1 to 21, as WCAG defines it."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
