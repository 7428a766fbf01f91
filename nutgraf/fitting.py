"""What came of a seed in, the same as it fits into the site out: its language, its links, its old addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from nutgraf.addresses import is_outside, page_of_alias
from nutgraf.convert import Conversion
from nutgraf.markdown.links import without_links
from nutgraf.models import Briefing
from nutgraf.plan import OWN_NAMES
from nutgraf.problems import Level, Problem
from nutgraf.vocabulary.languages import primary

# Nearly no text has a link to anywhere but the web, and then there is nothing to do.
_MAY_BE_RELATIVE = re.compile(
    r"\]\(\s*+<?+(?!https?:|mailto:|tel:)|^[ >]*\[[^\]]+\]:\s*+<?+(?!https?:|mailto:|tel:)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class House:
    """What of a site a seed must fit to."""

    language: str = "en"
    static: Collection[str] = ()
    """The names in dist/ of its own files, which a text may link to."""

    def leads_somewhere(self, address: str) -> bool:
        """Tell whether a link on the page of a briefing leads to another site, or to a file of this one."""
        if is_outside(address) and not address.startswith("#"):
            return True
        return posixpath.normpath(posixpath.join("briefings", unquote(urlsplit(address).path))) in self.static


def fit_in(conversion: Conversion, house: House) -> Conversion:
    """Return a conversion whose briefing names no language when it is the site's, and would stop no build.

    Copy of elsewhere has links that led somewhere there, of which the words are kept, and addresses that pages of this
    site have.
    """
    briefing = conversion.briefing
    if briefing is None:
        return conversion
    if primary(briefing.language) == primary(house.language):
        briefing = replace(briefing, language="")
    try:
        briefing, links = _without_dead_links(briefing, house)
    except ValueError as error:
        message = f"the link to '{error}' leads to no file of the site and cannot be taken out; no briefing was made"
        return replace(conversion, briefing=None, problems=(_warning(conversion.seed, message, "take it out"),))
    told = [
        _warning(
            conversion.seed,
            f"the link to '{link}' leads to no file of the site; its words were kept",
            "write its whole address into the content file, or put the file into static/ and link to ../NAME",
        )
        for link in links
    ]
    briefing, aliases = _without_taken_aliases(briefing)
    told += [
        _warning(
            conversion.seed,
            f"'{alias}' is the address of a page of every site; it was left out",
            "choose another alias",
        )
        for alias in aliases
    ]
    return replace(conversion, briefing=briefing, problems=(*conversion.problems, *told))


def _without_dead_links(briefing: Briefing, house: House) -> tuple[Briefing, Iterable[str]]:
    """Raises ValueError with the address of a link that cannot be taken out."""
    if not (_MAY_BE_RELATIVE.search(briefing.body) or _MAY_BE_RELATIVE.search(briefing.why_it_matters)):
        return briefing, ()
    body, gone = without_links(briefing.body, house.leads_somewhere)
    why, more = without_links(briefing.why_it_matters, house.leads_somewhere)
    return replace(briefing, body=body, why_it_matters=why), dict.fromkeys((*more, *gone))


def _without_taken_aliases(briefing: Briefing) -> tuple[Briefing, Iterable[str]]:
    taken = [alias for alias in briefing.aliases if page_of_alias(alias).casefold().partition("/")[0] in OWN_NAMES]
    return replace(briefing, aliases=tuple(a for a in briefing.aliases if a not in taken)) if taken else briefing, taken


def _warning(seed: str, message: str, hint: str) -> Problem:
    return Problem(seed, message, hint, level=Level.WARNING, rule="convert")
