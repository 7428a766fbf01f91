"""Times by number of briefings in, an SVG of their growth out, readable on light and dark ground."""

from __future__ import annotations

import html
from collections.abc import Mapping
from math import floor, log10

_WIDTH, _HEIGHT = 720, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 120, 34, 44

_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #222 }
.grid { stroke: #8886; stroke-width: 1 }
.line { fill: none; stroke-width: 2.5 }
.c0 { stroke: #0b62c4; fill: #0b62c4 } .c1 { stroke: #b3261e; fill: #b3261e }
.c2 { stroke: #8a6100; fill: #8a6100 } .c3 { stroke: #6a3fb5; fill: #6a3fb5 }
@media (prefers-color-scheme: dark) {
text { fill: #eee }
.c0 { stroke: #6cb2ff; fill: #6cb2ff } .c1 { stroke: #ff8a80; fill: #ff8a80 }
.c2 { stroke: #e5b94b; fill: #e5b94b } .c3 { stroke: #c3a6ff; fill: #c3a6ff }
}
text.name { stroke: none }
.line { fill: none }
"""
_COLOURS = 4


def growth_svg(seconds: Mapping[str, Mapping[int, float]], title: str) -> str:
    """Return a picture of the `seconds` that each program took for each number of briefings."""
    most = max(count for line in seconds.values() for count in line)
    top = max(value for line in seconds.values() for value in line.values())

    def place(count: float, value: float) -> tuple[float, float]:
        across = (_WIDTH - _LEFT - _RIGHT) * count / most
        up = (_HEIGHT - _TOP - _BOTTOM) * value / top
        return round(_LEFT + across, 1), round(_HEIGHT - _BOTTOM - up, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{html.escape(title)}">',
        f"<style>{_STYLE}</style>",
        f'<text x="{_LEFT}" y="20">{html.escape(title)}</text>',
    ]
    for value in _ticks(top):
        x, y = place(0, value)
        parts.append(f'<line class="grid" x1="{x}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}"/>')
        parts.append(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{value:g} s</text>')
    for count in sorted({count for line in seconds.values() for count in line}):
        x, y = place(count, 0)
        parts.append(f'<text x="{x}" y="{y + 20}" text-anchor="middle">{count:,}</text>')
    labels = _apart({name: place(max(line), line[max(line)])[1] for name, line in seconds.items()})
    for index, (name, line) in enumerate(seconds.items()):
        colour = f"c{index % _COLOURS}"
        points = [place(count, line[count]) for count in sorted(line)]
        joined = " ".join(f"{x},{y}" for x, y in points)
        parts.append(f'<polyline class="line {colour}" style="fill:none" points="{joined}"/>')
        parts += [f'<circle class="{colour}" cx="{x}" cy="{y}" r="3"/>' for x, y in points]
        text = html.escape(f"{name} {line[max(line)]:.3g} s")
        parts.append(f'<text class="name" x="{points[-1][0] + 10}" y="{labels[name] + 4}">{text}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _ticks(top: float) -> list[float]:
    """Return from three to six round numbers from 0 to `top`."""
    unit = 10 ** floor(log10(top))
    step = next(unit * part for part in (0.2, 0.5, 1, 2) if top / (unit * part) < 6)
    return [round(step * number, 6) for number in range(int(top / step) + 1)]


def _apart(places: Mapping[str, float], least: float = 16) -> dict[str, float]:
    """Return where labels stand so that none covers another; the highest stays."""
    apart: dict[str, float] = {}
    above = float("-inf")
    for name, y in sorted(places.items(), key=lambda item: item[1]):
        above = apart[name] = max(y, above + least)
    return apart
