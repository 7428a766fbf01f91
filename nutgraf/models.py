"""The nouns of the house, all frozen: what the stages hand each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Origin = Literal["source", "extracted", "inferred", "editor"]
Basis = Literal["explicit", "anchored", "unresolved"]
Crawlers = Literal["welcome", "no-training", "no-ai"]


@dataclass(frozen=True, slots=True)
class Instant:
    """A day as the source wrote it, and the time of that day when the source gives one with its zone."""

    day: date
    time: datetime | None = None
    """Always aware, its date is `day`; None when only the day is known."""

    def __str__(self) -> str:
        """ISO 8601, as it stands in front matter."""
        if self.time is None:
            return self.day.isoformat()
        return self.time.isoformat(timespec="seconds" if self.time.second else "minutes")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline."""

    text: str
    """A verbatim sentence or clause of the source, or what an editor wrote."""
    date: str = ""
    """EDTF; empty when the source gives no date that can be resolved."""
    phrase: str = ""
    """The source's own words for the date."""
    basis: Basis = "unresolved"
    expected: bool = False
    """Whether the source announces it as still to come."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected, and when."""

    day: date | None
    """None when the editor does not say."""
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """The seed a briefing was made from."""

    file: str = ""
    """Its name in seeds/."""
    sha256: str = ""
    url: str = ""
    item: str = ""
    """What the article is called in a seed that holds several."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """An editor's word that a finding of the desk is right as it stands."""

    reason: str
    rule: str = ""
    """The id of the rule whose findings it silences; empty when it silences a claim, whatever the rule."""
    takeaway: int = 0
    """The number of the takeaway that it is about, from 1; 0 when it is about any part."""
    claim: str = ""
    """The words of the finding that it silences; empty for all of the rule's."""


Place = tuple[int, int]
"""A line and a column, from 1; 0 when it is not known."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where what a briefing says is written in its content file.

    A column is that of a text's first letter, and 0 where the text is not written on one line as it is.
    """

    headline: Place = (0, 0)
    dek: Place = (0, 0)
    takeaways: tuple[Place, ...] = ()
    timeline: tuple[Place, ...] = ()
    """Of the texts of its entries."""
    corrections: tuple[Place, ...] = ()
    waive: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """One content file, validated."""

    path: str
    """Of the content file, relative to the site's root, with forward slashes."""
    slug: str
    headline: str
    body: str = ""
    """Markdown."""
    dek: str = ""
    byline: tuple[str, ...] = ()
    published: Instant | None = None
    updated: Instant | None = None
    added: date | None = None
    dateline: str = ""
    """The place before the first sentence, wire sense."""
    language: str = ""
    topics: tuple[str, ...] = ()
    story: str = ""
    """The slug of a story, or empty."""
    why_it_matters: str = ""
    """Markdown, one or more paragraphs."""
    takeaways: tuple[str, ...] = ()
    timeline: tuple[Entry, ...] = ()
    """In the order of the content file."""
    source: Source = Source()
    corrections: tuple[Correction, ...] = ()
    draft: bool = False
    aliases: tuple[str, ...] = ()
    headline_origin: Origin = "source"
    takeaways_origin: Origin = "source"
    topics_origin: Origin = "source"
    waive: tuple[Waiver, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Free fields; text, lists and mappings of text."""
    body_line: int = 1
    """The line of the content file on which the body starts."""
    places: Places = field(default=Places(), compare=False)

    @property
    def text_address(self) -> str:
        """The address in dist/ of its content file."""
        return f"briefings/{self.slug}.md"

    @property
    def order_instant(self) -> Instant | None:
        """What the briefing is ordered by: published, else updated, else the day it was added."""
        return self.published or self.updated or (Instant(self.added) if self.added else None)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who stands behind the site."""

    name: str = ""
    url: str = ""
    logo: str = ""
    """A file of static/, by its name there, or an absolute address; pages show the first alone."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in the masthead: an address in dist/ or an absolute one."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by their names in the style sheet, #rrggbb or #rgb, that a site gives to each scheme."""

    light: Mapping[str, str] = field(default_factory=dict, hash=False)
    dark: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """content/site.yaml, validated."""

    title: str
    description: str = ""
    base_url: str = ""
    """Absolute and ending in a slash, or empty."""
    language: str = "en"
    time_zone: str = ""
    """IANA name in which times are shown; empty: each in the offset its source gave."""
    publisher: Publisher = Publisher()
    menu: tuple[MenuItem, ...] = ()
    footer: str = ""
    """Markdown; its links are addresses in dist/ or absolute ones."""
    colours: Colours = Colours()
    desk: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The levels that the site gives to rules of the desk, by their ids; `off` for one that it does not want."""
    evidence: bool = True
    """Whether takeaways link to the sentences they rest on."""
    crawlers: Crawlers = "welcome"
    """Whether programs that read for language models are turned away."""
    llms: bool = False
    """Whether there is an llms.txt, which tells such programs what is here."""
    cards: bool = False
    """Whether there is a social card for each briefing; it takes the extra `cards`."""
    search: bool = False
    """Whether the site can be searched; it takes the extra `search`."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject, and the briefings about it in the site's order."""

    slug: str
    name: str
    """As the newest of its briefings spells it."""
    briefings: tuple[Briefing, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A timeline entry and the briefing that it stands in."""

    entry: Entry
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Joined:
    """An event in the timeline of several briefings."""

    tellings: tuple[Cited, ...]
    """One a briefing, that which the timeline shows first."""
    rivals: tuple[Cited, ...] = ()
    """What other briefings tell in nearly the same words, of another day."""

    @property
    def entry(self) -> Entry:
        """The entry that the timeline shows."""
        return self.tellings[0].entry


@dataclass(frozen=True, slots=True)
class Story:
    """Briefings that belong together, and their timeline."""

    slug: str
    briefings: tuple[Briefing, ...]
    """Oldest first."""
    timeline: tuple[Joined, ...]

    @property
    def name(self) -> str:
        """The slug in words."""
        return self.slug.replace("-", " ").capitalize()

    @property
    def goes_on(self) -> bool:
        """Whether more than one briefing tells it."""
        return len(self.briefings) > 1


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction and the briefing that it was made in."""

    correction: Correction
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that pages are made from."""

    settings: Settings
    briefings: tuple[Briefing, ...]
    """Newest first; those without any date last; then by slug."""
    topics: tuple[Topic, ...]
    """By name."""
    timeline: tuple[Joined, ...]
    """Oldest first, the undated last."""
    stories: tuple[Story, ...] = ()
    """By slug."""
    corrections: tuple[Corrected, ...] = ()
    """Newest first, the undated last; those of drafts are left out."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list that is cut into several, or the whole of a short one."""

    address: str
    number: int = 1
    """From 1, the oldest."""
    count: int = 1
    newer: str = ""
    """The address of the part of newer things; empty for the newest."""
    older: str = ""
    years: tuple[tuple[str, str], ...] = ()
    """Each year of the list, newest first, and the address of the part where it begins; '' has no year."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of dist/ that is made from the Site."""

    address: str
    """Relative to dist/, with forward slashes, no leading one."""
    layout: str
    """Name in layouts/; empty when the file is data for other programs."""
    origin: str
    """Path of the file that asks for the page: a content file or a layout."""
    briefing: Briefing | None = None
    topic: Topic | None = None
    story: Story | None = None
    briefings: tuple[Briefing, ...] = ()
    """Those that a list or a feed shows, or that a reader of the page may want next."""
    events: tuple[Joined, ...] = ()
    """Those that a list shows."""
    day: str = ""
    """Of an edition, YYYY-MM-DD."""
    part: Part | None = None
    """Where a list's page stands among its parts."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of dist/, whole."""

    address: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Change:
    """A file of content/ that is to be made, written over or removed."""

    path: str
    before: bytes | None
    """What it held when it was read; None when it was not there."""
    after: bytes | None
    """None when it is to be removed."""
    done: str = ""
    """What an editor is told of it; empty when that is nothing."""
