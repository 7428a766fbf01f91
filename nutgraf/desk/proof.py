"""What the desk reads: the site, its files, and the elements of the pages among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nutgraf.addresses import address_of
from nutgraf.elements import Elements, elements_of
from nutgraf.models import Briefing, OutputFile, Place, Site


@dataclass(frozen=True)  # without slots, so that pages are taken apart once
class Proof:
    """A site before it is written."""

    site: Site
    files: tuple[OutputFile, ...]
    drafts: tuple[Briefing, ...] = ()
    """Those that the site does not show."""
    earlier: Mapping[str, Briefing] = field(default_factory=dict)
    """Briefings as they were first published, by path; those that nobody knows of are left out."""
    as_of: date | None = None
    """The day on which the site is checked; None: nothing is too old or too early."""
    elements: Mapping[str, Elements] = field(default_factory=dict)
    """Those of pages that were taken apart already, by address."""

    @cached_property
    def pages(self) -> Mapping[str, Elements]:
        """The elements of each page by its address."""
        pages = (file for file in self.files if file.address.endswith(".html"))
        return {file.address: self.elements.get(file.address) or elements_of(file.data.decode()) for file in pages}

    @cached_property
    def owners(self) -> Mapping[str, Briefing]:
        """The briefings by the address of their page."""
        return {address_of(briefing): briefing for briefing in self.site.briefings}

    def path_of(self, address: str) -> str:
        """Return the path of the file at fault for a page: its content file, or the page when a layout made it."""
        return self.owners[address].path if address in self.owners else f"dist/{address}"

    def line_of(self, address: str, text: str) -> int:
        """Return the line of the page's content file on which `text` stands in the body; 0 when it does not."""
        owner = self.owners.get(address)
        at = owner.body.find(text) if owner else -1
        return owner.body_line + owner.body.count("\n", 0, at) if owner and at >= 0 else 0


def place_at(places: Sequence[Place], index: int) -> Place:
    """Return the place of one of several parts; of none when the briefing was not read from a file."""
    return places[index] if index < len(places) else (0, 0)
