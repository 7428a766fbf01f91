"""An element of a page in, what its markup says the text in it is: the byline, a date, the dek, a caption, a tag."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from nutgraf.convert.readers.blocks import Element, Found, name_of
from nutgraf.convert.readers.main_text import words_in_names
from nutgraf.instants import parse_instant
from nutgraf.models import Instant
from nutgraf.vocabulary.page import (
    BYLINES,
    CAPTIONS,
    DATES,
    DEKS,
    PULL_QUOTES,
    ROLES_OF_PROPERTIES,
    TAGS,
    UPDATES,
    Role,
)

_LEVELS = 4  # of elements around a block that may say what it is
_CONTAINERS = ("article", "main", "body", "html", "section")


def role_of(found: Found) -> Role:
    """Return what the nearest element with a telling name says a block is, '' when none does."""
    return next((role for element in _around(found.element) if (role := _role_in(element))), "")


def signs(element: Element) -> bool:
    """Tell whether an element in a line is a name or date of the article's head."""
    return _role_in(element) in ("byline", "published", "updated")


def instant_of(found: Found) -> Instant | None:
    """Return the date that the element of a block, or one around it, has for machines."""
    for element in _around(found.element):
        for name in ("datetime", "content", "data-datetime"):
            try:
                return parse_instant((element.get(name) or "").strip())
            except ValueError:
                continue
    return None


def _around(element: Element) -> Iterator[Element]:
    for one in islice([element, *element.iterancestors()], _LEVELS):
        if name_of(one) in _CONTAINERS:
            return
        yield one


def _role_in(element: Element) -> Role:
    properties = f"{element.get('itemprop') or ''} {element.get('rel') or ''}".lower().split()
    for name in properties:
        if name in ROLES_OF_PROPERTIES:
            return ROLES_OF_PROPERTIES[name]
    words = words_in_names(element)
    if name_of(element) == "time" or words & DATES:
        return "updated" if words & UPDATES else "published"
    rows: tuple[tuple[Role, frozenset[str]], ...] = (
        ("byline", BYLINES),
        ("dek", DEKS),
        ("topics", TAGS),
        ("pull quote", PULL_QUOTES),
        ("caption", CAPTIONS),
    )
    return next((role for role, names in rows if words & names), "")
