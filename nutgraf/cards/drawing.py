"""What a social card says in, a PNG out: 1200 by 630, site name, headline, and the first takeaway in its box."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.cards.lettering import Block, font, is_rtl, plain_text, runs, set_text, visual
from nutgraf.palette import channels

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1200, 630

_MARGIN = 72
_ROOM = WIDTH - 2 * _MARGIN
_BAR = 14  # the accent along the top edge, as the pages have it
_RULE = 6  # that above the box
_GAP = 40  # between the parts
_PADDING = 34  # in the box, above and below its text

# Sizes in px, each with the lines that it may take.
_NAME_SIZES = ((32, 1), (26, 1), (22, 2))
_TEXT_SIZES = ((40, 2), (36, 3), (32, 4), (29, 5))
_HEADLINE_SIZES = ((84, 4), (76, 5), (68, 5), (61, 6), (55, 6), (49, 6), (44, 7))
_LONG_SIZES = (*_HEADLINE_SIZES, (40, 8), (36, 9))  # for a headline that has the card for itself
_TITLE_SIZES = ((116, 2), (100, 2), *_LONG_SIZES)

_LEADING = {False: 1.15, True: 1.45}  # of a headline, by whether it runs from right to left
_TEXT_LEADING = {False: 1.3, True: 1.5}
_ASCENT = 0.8  # of a line's size, above its base line

_SHADES = 32  # of each ink from the ground up to itself, for smooth edges
_SEEN = [0] + [255] * 255


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says, and in which colours (rrggbb)."""

    name: str
    """The site's; empty on the card of the site itself, whose headline it is."""
    headline: str
    text: str
    paper: str
    ink: str
    accent: str
    box: str


@dataclass(frozen=True, slots=True)
class Setting:
    """How the texts of a face are laid out; one for which the card has no room or no letters is None."""

    headline: Block
    name: Block | None
    text: Block | None


def set_face(face: Face) -> Setting | None:
    """Return how `face` is laid out, with the headline whole, and None when that cannot be.

    The text stands whole or not at all: half of a claim may say what nobody said.
    """
    name = set_text(face.name, 600, _ROOM, _NAME_SIZES)
    text = set_text(face.text, 400, _ROOM, _TEXT_SIZES)
    first, last = (_HEADLINE_SIZES, _LONG_SIZES) if face.name else (_TITLE_SIZES, _TITLE_SIZES)
    leading = _LEADING[is_rtl(plain_text(face.headline))]
    for box, sizes in ((text, first), (None, last)):
        top, bottom = _headline_edges(name, box)
        fitting = [(size, min(most, int((bottom - top) / (size * leading)))) for size, most in sizes]
        if headline := set_text(face.headline, 700, _ROOM, fitting):
            return Setting(headline, name, box)
    return None


def _height(block: Block | None, leading: Mapping[bool, float]) -> int:
    return round(len(block.lines) * block.size * leading[block.is_rtl]) if block else 0


def _box_height(text: Block | None) -> int:
    return _height(text, _TEXT_LEADING) + 2 * _PADDING + _RULE if text else 0


def _headline_edges(name: Block | None, text: Block | None) -> tuple[int, int]:
    """Return where the room for the headline begins and ends."""
    top = _BAR + _GAP + _height(name, _TEXT_LEADING) + (_GAP // 2 if name else 0)
    return top, HEIGHT - _box_height(text) - _GAP


def draw_face(face: Face, setting: Setting) -> bytes:
    """Return the card as a PNG."""
    from PIL import Image, ImageDraw

    inks = [Image.new("L", (WIDTH, HEIGHT)) for _ in range(3)]
    ink, accent, box_ink = (ImageDraw.Draw(layer) for layer in inks)
    top, bottom = _headline_edges(setting.name, setting.text)
    accent.rectangle((0, 0, WIDTH - 1, _BAR - 1), fill=255)
    if setting.name:
        _draw(accent, setting.name, _BAR + _GAP, _TEXT_LEADING)
    spare = bottom - top - _height(setting.headline, _LEADING)
    _draw(ink, setting.headline, top + spare // 2, _LEADING)
    edge = HEIGHT - _box_height(setting.text)
    if setting.text:
        accent.rectangle((0, edge, WIDTH - 1, edge + _RULE - 1), fill=255)
        _draw(box_ink, setting.text, edge + _RULE + _PADDING, _TEXT_LEADING)
    return _png(face, inks, edge)


def _draw(drawing: ImageDraw, block: Block, top: int, leading: Mapping[bool, float]) -> None:
    """Draw lines from `top` down, each from the edge at which it begins."""
    step = block.size * leading[block.is_rtl]
    for number, line in enumerate(block.lines):
        pieces = [
            (piece, font(script, block.size, block.weight))
            for script, piece in runs(visual(line, rtl=block.is_rtl), rtl=block.is_rtl)
        ]
        x: float = _MARGIN
        if block.is_rtl:
            x = WIDTH - _MARGIN - sum(face.getlength(piece) for piece, face in pieces)
        base = round(top + number * step + (step - block.size) / 2 + _ASCENT * block.size)
        for piece, face in pieces:
            drawing.text((x, base), piece, font=face, fill=255, anchor="ls")
            x += face.getlength(piece)


def _png(face: Face, layers: Sequence[Image], edge: int) -> bytes:
    """Return a picture of few colours: the inks of `layers` on paper, the last on the box, which begins at `edge`."""
    from PIL import Image

    picture = Image.new("P", (WIDTH, HEIGHT))
    picture.paste(_SHADES * 2, (0, edge, WIDTH, HEIGHT))
    palette: list[int] = []
    inks = (face.ink, face.accent, face.ink)
    grounds = (face.paper, face.paper, face.box)
    for layer, ink, ground in zip(layers, inks, grounds, strict=True):
        first = len(palette) // 3
        palette += _shades(ground, ink)
        picture.paste(
            layer.point([first + value * (_SHADES - 1) // 255 for value in range(256)]), mask=layer.point(_SEEN)
        )
    picture.putpalette(palette)
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=6)  # 9 takes ten times as long, for a twentieth less
    return data.getvalue()


def _shades(ground: str, ink: str) -> list[int]:
    """Return red, green and blue of each shade from `ground` to `ink`."""
    ends = tuple(zip(channels(ground), channels(ink), strict=True))
    return [g + (i - g) * step // (_SHADES - 1) for step in range(_SHADES) for g, i in ends]
