"""Readers of bare years: what tells a number of four digits that is a year from one that counts something."""

from __future__ import annotations

import re

from nutgraf.dates.mention import DateMention
from nutgraf.dates.scene import Scene


def read_years(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read 1939-45; a hyphen and 01 to 12 may as well be a month, and what does not rise is a score."""
    first, last = match["year"], match["last"].rjust(4, "-").replace("--", match["year"][:2])
    is_month = match["sep"] == "-" and len(match["last"]) == 2 and 1 <= int(match["last"]) <= 12
    if not is_year(scene, match):
        return None
    if is_month and int(first) < int(last):
        return scene.mention(match, None, "range")
    if is_month:
        is_led = scene.word_before(match.start()).lower() in scene.words.before_year
        return scene.mention(match, match[0], "month") if is_led else None
    return scene.mention(match, f"{first}/{last}", "range") if int(first) < int(last) else None


def read_year(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read a number of four digits, when it is a year."""
    return scene.mention(match, match["year"], "year") if is_year(scene, match) else None


def is_year(scene: Scene, match: re.Match[str]) -> bool:
    """Tell whether a number of four digits is used as a year."""
    text, word, words = match.string, scene.word_before(match.start()), scene.words
    before = word.lower()
    second = scene.word_before(match.start(), 2).lower()
    if before in words.about and second in words.before_about:
        before = words.circa
    if words.bounded_year.search(text, max(0, match.start() - 20), match.start()):
        return not scene.is_counted(match.end())
    if scene.is_counted(match.end()) or before in words.never_before_year or before[-1:].isdigit():
        return False
    if before in words.of and second in words.count_heads:
        return False
    if before in words.before_count or _is_amount(scene, match) or _is_plural(scene, match, before):
        return False
    years = words.from_year_to_year.search(text, max(0, match.start() - 20), match.end() + 15)
    if (
        before in words.time_prepositions
        or text[match.start() - 1 : match.start()] == "-"
        or (years and not scene.is_counted(years.end()))
    ):
        return True
    if before in words.before_old_year and not match["year"].endswith("00") and int(match["year"]) >= 1600:
        return True
    # Without such a sign a number before our time, or a round one, is rather a count, save in a tale of old.
    if (int(match["year"]) < 1900 or match["year"].endswith("00")) and not scene.is_of_old:
        return False
    if before in words.before_year:
        return True
    # "Boeing 1947" is a name, "1985 goals" a count; behind a comma or a bracket it is neither.
    is_name = word[:1].isupper() and word[-1:].isalnum()
    return not is_name and not scene.words.plural.match(text, match.end())


def _is_amount(scene: Scene, match: re.Match[str]) -> bool:
    """Tell "fell from 2010 to 1990", "rose to 1998" and "1985 to 1970" from years."""
    text, start, words = match.string, match.start("year"), scene.words
    falling = words.falling.match(text, match.end("year"))
    fallen = words.fallen.search(text, max(0, start - 15), start)
    rising = words.amount_lead.search(text, max(0, start - 60), start)
    is_falling = (falling and falling[1] < match["year"]) or (fallen and fallen[1] > match["year"])
    return bool(rising or is_falling)


def _is_plural(scene: Scene, match: re.Match[str], before: str) -> bool:
    """Tell "in 1984 caves" from a year: only a sentence that begins with a year of our time may go on so."""
    is_led = before in scene.words.before_plural
    if not is_led or not scene.words.plural.match(match.string, match.end()):
        return False
    is_ours = int(match["year"]) >= 1900 and not match["year"].endswith("00")
    return before in scene.words.of or not (is_ours and scene.leads(match.start()))


def read_short_year(scene: Scene, match: re.Match[str]) -> DateMention | None:
    """Read "in '98" as the last year of that number that has begun."""
    words = scene.words
    if scene.word_before(match.start()).lower() not in words.before_short_year:
        return None
    if scene.anchor is None or scene.anchor.year < 200:
        return scene.mention(match, None, "year")
    year = scene.anchor.year // 100 * 100 + int(match["short"])
    return scene.mention(match, f"{year - 100 if year > scene.anchor.year + 1 else year:04}", "year", basis="anchored")
