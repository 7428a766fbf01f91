"""A Site, its style sheet and the cards of earlier builds in; a social card for each briefing and for the site out.

A card is kept under the digest of all that it is made from, so that a build draws those alone that are new.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from importlib.metadata import PackageNotFoundError, version

from nutgraf.addresses import address_of
from nutgraf.cards.drawing import HEIGHT, WIDTH, Face, Setting, draw_face, set_face
from nutgraf.models import Briefing, OutputFile, Page, Site
from nutgraf.palette import light_colours
from nutgraf.problems import ContentError, Problem, how_to_install
from nutgraf.settings import SETTINGS_FILE
from nutgraf.workers import ALONE, Workers

CARDS = "cards"
"""The cache that holds those of earlier builds."""

SITE_CARD = "card.png"
"""The address of the site's own card, which stands in for those that cannot be drawn."""

CARD_SIZE = (WIDTH, HEIGHT)

_DRAWING = 1  # another number for another drawing
_LIBRARIES = ("pillow", "arabic-reshaper", "python-bidi", "fontpkg-source-serif-4", "fontpkg-noto-sans-arabic")
_COLOURS = {"paper": "fffdf8", "ink": "1a1a1a", "accent": "9e1b1b", "box": "f4efe4"}
"""What stands in for colours that the style sheet does not name."""

_AT_A_TIME = 96  # cards; between them the bar of progress moves
_SUM_LENGTH = hashlib.sha256().digest_size

Progress = Callable[[Sequence[Page]], Iterable[Page]]


@dataclass(frozen=True, slots=True)
class Card:
    """A card that will be made."""

    page: Page
    """Its place in dist/, and the file that asks for it."""
    key: str
    """The digest of what it is made from: its name among the kept cards."""
    kept: bytes
    """The picture, when an earlier build drew it; else empty, and `setting` says how to draw it."""
    face: Face
    setting: Setting | None


def plan_cards(site: Site, style: str, kept: Mapping[str, bytes]) -> tuple[Card, ...]:
    """Return the cards of `site`: none without an absolute address, since only such a one can name them.

    A briefing has none when its headline does not fit, or has letters of which there is no font. Raises ContentError
    when the site wants cards and the libraries are not there.
    """
    if not site.settings.cards:
        return ()
    base = [_DRAWING, *map(_version, _LIBRARIES)]
    if not site.settings.base_url:
        return ()
    named = light_colours(style)
    colours = {name: named.get(name, colour) for name, colour in _COLOURS.items()}
    wanted = [(Page(SITE_CARD, "", SETTINGS_FILE), Face("", site.settings.title, site.settings.description, **colours))]
    for briefing in site.briefings:
        text = briefing.takeaways[0] if briefing.takeaways else ""
        face = Face(site.settings.title, briefing.headline, text, **colours)
        wanted.append((Page(card_address(briefing), "", briefing.path, briefing=briefing), face))
    cards = []
    for page, face in wanted:
        key = hashlib.sha256(json.dumps([*base, *astuple(face)]).encode()).hexdigest()
        picture = _sound(kept.get(key, b""))
        setting = None if picture else set_face(face)
        if picture or setting:
            cards.append(Card(page, key, picture, face, setting))
    return tuple(cards)


def card_address(briefing: Briefing) -> str:
    """Return the address of a briefing's own card."""
    return address_of(briefing).removesuffix(".html") + ".png"


def card_of(briefing: Briefing | None, planned: Container[str]) -> str:
    """Return the address of the card of a briefing's page, or another page; the site's when it has none."""
    own = card_address(briefing) if briefing else SITE_CARD
    return next((address for address in (own, SITE_CARD) if address in planned), "")


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        message = f"`cards` needs {library}, which is not installed"
        raise ContentError(
            [Problem(SETTINGS_FILE, message, f"{how_to_install('cards')}, or take `cards` out")]
        ) from None


def draw_cards(cards: Sequence[Card], progress: Progress, workers: Workers = ALONE) -> tuple[OutputFile, ...]:
    """Return every card as a file, drawing those that no earlier build drew."""
    pictures = {card.page.address: card.kept for card in cards}
    new = [card for card in cards if card.setting]
    for page, picture in zip(progress([card.page for card in new]), _draw_all(new, workers), strict=True):
        pictures[page.address] = picture
    return tuple(OutputFile(address, picture) for address, picture in pictures.items())


def _draw_all(cards: Sequence[Card], workers: Workers) -> Iterator[bytes]:
    """Yield the picture of each card, after some of them at a time."""
    for start in range(0, len(cards), _AT_A_TIME):
        yield from workers.map(_draw, cards[start : start + _AT_A_TIME])


def _draw(card: Card) -> bytes:
    assert card.setting  # noqa: S101 - those that have none are kept
    return draw_face(card.face, card.setting)


def keep_cards(cards: Sequence[Card], files: Sequence[OutputFile]) -> Mapping[str, bytes]:
    """Return what a later build is to be given as `kept`: each picture behind its digest, under its key."""
    return {card.key: _sum(file.data) + file.data for card, file in zip(cards, files, strict=True)}


def _sound(kept: bytes) -> bytes:
    """Return the picture that was kept; empty when there is none, or it is not as it was."""
    picture = kept[_SUM_LENGTH:]
    return picture if picture and kept[:_SUM_LENGTH] == _sum(picture) else b""


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
