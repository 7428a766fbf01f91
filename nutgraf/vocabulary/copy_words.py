"""What raw copy carries beside its article, as one table a language; English has its own, larger ones in copy.py.

All words are in lower case, without the colon behind them. A field that is empty has nothing to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyWords:
    """The words of one language."""

    by: Words = ()
    """Before the name of who wrote it, with a colon or without."""
    by_colon: Words = ()
    """Before it with a colon or a stroke alone: they are words of sentences, too."""
    by_behind: Words = ()
    """Behind that name, as in Korean."""
    desks: Words = ()
    """Who signs where no person does."""
    and_: Words = ()
    """Between two names."""
    desk: Words = ()
    """Labels of who edited it, or where it comes from; their lines are not the byline."""
    published: Words = ()
    updated: Words = ()
    """Both before a date."""
    months: Mapping[str, int] = field(default_factory=dict)
    """Names and abbreviations, in the form that stands behind a day."""
    weekdays: Words = ()
    fillers: Words = ()
    """Small words that stand beside a date or a time and change nothing."""
    other_calendars: str = ""
    """A pattern of dates of other calendars that stand beside ours."""
    day_first: bool = True
    """Whether 10/05/2022 is in May."""
    topics: Words = ()
    takeaways: Words = ()
    """Headings over them."""
    why: Words = ()
    """How a paragraph or heading opens that says why it matters."""
    badges: Words = ()
    """Marks that a page sets beside a story, and names of sections."""
    labels: Words = ()
    """Others that mean nothing when their value is lost."""
    reading: Words = ()
    """Labels of how long it takes to read."""
    ago: str = ""
    """A pattern of times that count back from now, as pages show them."""
    shares: Words = ()
    """Lines of buttons; with what follows them, up to a few words."""
    related: Words = ()
    """Before links to other stories, alone or with a colon."""
    newsletters: Words = ()
    comments: Words = ()
    adverts: Words = ()
    captions: Words = ()
    """Before a caption or the name of who took the picture, with a colon or a slash."""
    credit: str = ""
    """A pattern of captions and credits that have no label of their own."""
    rights: Words = ()
    """Anywhere in a line about copyright."""


NONE = CopyWords()
