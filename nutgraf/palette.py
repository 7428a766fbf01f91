"""A style sheet in, its colours by name in each scheme out; other colours for it; the contrast of two colours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

NAMES = ("paper", "ink", "muted", "rule", "box", "accent", "link", "visited", "warn", "mark")
"""What the style sheet that ships calls its colours."""

_SCHEME = r"@media[^{]*prefers-color-scheme:\s*%s[^{]*\{\s*:root\s*\{([^}]*)\}"
_DARK = re.compile(_SCHEME % "dark")
_LIGHT = re.compile(_SCHEME % "light")
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+)\s*:\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*(?:;|$)")


def light_colours(style: str) -> Mapping[str, str]:
    """Return the custom properties of `:root` that are #rrggbb or #rgb, as rrggbb by name."""
    return _colours([*_ROOT.findall(style)[:1], *_LIGHT.findall(style)])


def dark_colours(style: str) -> Mapping[str, str]:
    """Return what light_colours does, as it is in the dark scheme."""
    return {**_colours(_ROOT.findall(style)[:1]), **_colours(_DARK.findall(style))}


def repaint(style: str, light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Return the style sheet with other colours, #rrggbb by name, for the two schemes on a screen, not in print."""
    for scheme, colours in (("light", light), ("dark", dark)):
        if colours:
            said = "; ".join(f"--{name}: {colour}" for name, colour in colours.items())
            style += f"@media screen and (prefers-color-scheme: {scheme}) {{ :root {{ {said} }} }}\n"
    return style


def _colours(blocks: Sequence[str]) -> Mapping[str, str]:
    found = [colour for block in blocks for colour in _COLOUR.findall(block)]
    return {name: digits if len(digits) == 6 else "".join(digit * 2 for digit in digits) for name, digits in found}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, rrggbb, from 1 to 21, as WCAG defines it."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of rrggbb, each from 0 to 255."""
    red, green, blue = bytes.fromhex(colour)
    return red, green, blue


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in channels(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
