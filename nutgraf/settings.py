"""content/site.yaml -> Settings; every fault is named with its place."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from nutgraf.frontmatter import compose
from nutgraf.models import Colours, Crawlers, MenuItem, Publisher, Settings
from nutgraf.palette import NAMES
from nutgraf.problems import ContentError, Problem, has_errors
from nutgraf.rules import RULES, RuleLevel
from nutgraf.schema import Fields
from nutgraf.sources import read_text
from nutgraf.zones import zone_names, zone_of

SETTINGS_FILE = "content/site.yaml"

_NO_ZONES = ("localtime", "Factory", "posixrules")  # the machine's own, not the site's

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def load_settings(root: Path, base_url: str = "") -> Settings:
    """Read the settings of the site at `root`; a `base_url`, as parse_base_url gives it, wins over the file's.

    Raises ContentError.
    """
    problems: list[Problem] = []
    text = read_text(root, SETTINGS_FILE, "create it with at least a line `title: …`")
    fields = Fields(compose(text, SETTINGS_FILE), SETTINGS_FILE, 1, problems)
    settings = read_settings(fields)
    if has_errors(problems):
        raise ContentError(problems)
    return replace(settings, base_url=parse_base_url(base_url)) if base_url else settings


def read_settings(fields: Fields) -> Settings:
    """Give `fields` their types; faults go where `fields` sends them."""
    publisher, colours = fields.mapping("publisher"), fields.mapping("colours")
    settings = Settings(
        title=fields.text("title", required=True),
        description=fields.text("description"),
        base_url=fields.convert("base_url", parse_base_url, ""),
        language=fields.convert("language", parse_language, "en"),
        time_zone=fields.convert("time_zone", parse_time_zone, ""),
        publisher=Publisher(
            name=publisher.text("name"),
            url=publisher.convert("url", parse_link, ""),
            logo=publisher.convert("logo", parse_link, ""),
        ),
        menu=tuple(_read_menu_item(item) for item in fields.mappings("menu")),
        footer=fields.text("footer"),
        colours=Colours(_read_colours(colours.mapping("light")), _read_colours(colours.mapping("dark"))),
        desk=_read_levels(fields.mapping("desk")),
        evidence=fields.flag("evidence", default=True),
        crawlers=fields.choice("crawlers", Crawlers, "welcome"),
        llms=fields.flag("llms"),
        cards=fields.flag("cards"),
        search=fields.flag("search"),
    )
    publisher.finish()
    colours.finish()
    fields.finish()
    return settings


def _read_levels(fields: Fields) -> dict[str, str]:
    """Read the levels of the desk's rules; a rule that does not exist is a fault."""
    levels = {name: fields.choice(name, RuleLevel, "") for name in RULES}
    fields.finish()
    return {name: level for name, level in levels.items() if level}


def _read_colours(fields: Fields) -> dict[str, str]:
    """Read the colours of one scheme; a name that the style sheet does not have is a fault."""
    colours = {name: fields.convert(name, parse_colour, "") for name in NAMES}
    fields.finish()
    return {name: colour for name, colour in colours.items() if colour}


def _read_menu_item(fields: Fields) -> MenuItem:
    item = MenuItem(
        label=fields.text("label", required=True),
        address=fields.convert("address", parse_link, ""),
    )
    if not item.address:
        fields.text("address", required=True)
    fields.finish()
    return item


def parse_base_url(text: str) -> str:
    """Return an absolute http(s) URL that ends in a slash. Raises ValueError."""
    if not is_web_address(text) or "?" in text or "#" in text:
        raise ValueError(f"'{text}' is not an absolute address; write https://example.org/briefing/")
    return text.rstrip("/") + "/"


def is_web_address(text: str) -> bool:
    """Tell whether `text` is an absolute http(s) address that every browser and validator reads alike."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\"<>\\^`{|}]", text)
    except ValueError:
        return False


def parse_link(text: str) -> str:
    """Return an address in dist/ or an absolute http(s) or mailto URL. Raises ValueError."""
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text)
    if re.search(r"\s", text) or (scheme and not (is_web_address(text) or text.startswith("mailto:"))):
        raise ValueError(f"'{text}' is not a link; write archive.html or https://example.org/")
    if not scheme and posixpath.normpath(text).startswith(("/", "..")):
        raise ValueError(f"'{text}' leaves the site; write an address in dist/ such as archive.html")
    return text


def parse_colour(text: str) -> str:
    """Return a colour such as #9e1b1b or #fff. Raises ValueError."""
    if not _COLOUR.fullmatch(text):
        raise ValueError(f"'{text}' is not a colour; write '#9e1b1b', in quotation marks")
    return text


def parse_language(text: str) -> str:
    """Return a language tag such as `en` or `pt-BR`. Raises ValueError."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f"'{text}' is not a language tag; write en, ar or pt-BR")
    return text


def parse_time_zone(text: str) -> str:
    """Return an IANA zone name. Raises ValueError."""
    try:
        if text in _NO_ZONES:
            raise KeyError(text)
        zone_of(text)
    except (KeyError, ValueError):
        near = get_close_matches(text, zone_names(), n=1)
        raise ValueError(f"'{text}' is not a time zone; write {near[0] if near else 'Europe/Berlin'}") from None
    return text
