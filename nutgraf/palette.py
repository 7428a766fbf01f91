"""A style sheet in, its colours by name in the light and in the dark scheme out; and the contrast of two colours."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DARK = re.compile(r"@media[^{]*prefers-color-scheme:\s*dark[^{]*\{\s*:root\s*\{([^}]*)\}")
_LIGHT = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+)\s*:\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*(?:;|$)")


def light_colours(style: str) -> Mapping[str, str]:
    """Return the custom properties of `:root` that are #rrggbb or #rgb, as rrggbb by name."""
    return _colours(_LIGHT.search(style))


def dark_colours(style: str) -> Mapping[str, str]:
    """Return what light_colours does, as it is in the dark scheme."""
    return {**light_colours(style), **_colours(_DARK.search(style))}


def _colours(block: re.Match[str] | None) -> Mapping[str, str]:
    found = _COLOUR.findall(block[1]) if block else []
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
