"""A language tag in, the tables of its language out; each language's are compiled when it is first asked for."""

from __future__ import annotations

from functools import cache
from typing import Final

from nutgraf.vocabulary.copy_words import NONE, CopyWords
from nutgraf.vocabulary.date_words import DateWords
from nutgraf.vocabulary.interface_words import InterfaceWords
from nutgraf.vocabulary.timeline_words import TimelineWords


def primary(language: str) -> str:
    """Return the first part of a language tag, in lower case: `de` of `de-AT`."""
    return language.lower().partition("-")[0]


def date_words(language: str) -> DateWords:
    """Return the tables of dates; of a language without them, those of the digits that mean the same anywhere."""
    return _date_words(primary(language))


def timeline_words(language: str) -> TimelineWords | None:
    """Return the tables of the words around dates; None for a language without them."""
    return _timeline_words(primary(language))


def speaks(language: str) -> bool:
    """Tell whether pages can speak `language`."""
    return primary(language) in INTERFACES


INTERFACES: Final = ("en", "de", "ar")
"""The languages that pages can speak."""


def interface_words(language: str) -> InterfaceWords:
    """Return what pages say in `language`; in English where it is none of INTERFACES."""
    return _interface_words(primary(language))


def copy_words(language: str) -> CopyWords:
    """Return the words of raw copy beside the English ones, which are looked for in every language."""
    return _copy_words(primary(language))


@cache
def _date_words(tongue: str) -> DateWords:
    if tongue == "en":
        from nutgraf.vocabulary.dates_en import ENGLISH

        return ENGLISH
    if tongue == "de":
        from nutgraf.vocabulary.dates_de import GERMAN

        return GERMAN
    from nutgraf.vocabulary.dates_in_digits import DIGITS

    return DIGITS


@cache
def _timeline_words(tongue: str) -> TimelineWords | None:
    if tongue == "en":
        from nutgraf.vocabulary.timeline_en import ENGLISH

        return ENGLISH
    if tongue == "de":
        from nutgraf.vocabulary.timeline_de import GERMAN

        return GERMAN
    return None


@cache
def _interface_words(tongue: str) -> InterfaceWords:
    if tongue == "de":
        from nutgraf.vocabulary.interface_de import GERMAN

        return GERMAN
    if tongue == "ar":
        from nutgraf.vocabulary.interface_ar import ARABIC

        return ARABIC
    from nutgraf.vocabulary.interface_en import ENGLISH

    return ENGLISH


def _copy_words(tongue: str) -> CopyWords:
    if tongue in ("", "en"):
        return NONE
    from nutgraf.vocabulary.copy_abroad import ABROAD

    return ABROAD.get(tongue, NONE)
