"""Site in, every page and data file that will exist out; two that claim one address are Problems."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nutgraf.addresses import MANIFEST, address_of, feed_of, page_of_alias
from nutgraf.exports import plan_exports
from nutgraf.instants import moment_of
from nutgraf.lists import plan_lists
from nutgraf.models import Briefing, OutputFile, Page, Site
from nutgraf.problems import Problem
from nutgraf.related import relate
from nutgraf.search import plan_search

OWN_NAMES = frozenset(
    (
        *(
            "index.html",
            "archive.html",
            "timeline.html",
            "timeline.json",
            "timeline.ics",
            "corrections.html",
            "404.html",
        ),
        *(
            "search.html",
            "feed.xml",
            "feed.json",
            "sitemap.xml",
            "news-sitemap.xml",
            "robots.txt",
            "llms.txt",
            "card.png",
        ),
        *(
            "manifest.json",
            "_headers",
            "_redirects",
            ".nojekyll",
            "topics",
            "stories",
            "editions",
            "assets",
            "pagefind",
        ),
    )
)
"""The files of a site, and the folders that only it writes to: no old address may begin with them."""

_FEED_LENGTH = 20
_NEWS_AGE = timedelta(hours=48)  # of the oldest in a news sitemap, and its most: what Google News takes
_NEWS_LENGTH = 1000


def plan_pages(site: Site, until: datetime | None = None) -> tuple[Page, ...]:
    """Return the pages of `site`, and its data files after them.

    A feed needs a briefing, a sitemap absolute addresses, a page of corrections a correction; else they are not there.
    `until` ends the two days that are news; without it they end with the newest briefing.
    """
    pages = [
        *plan_lists(site),
        Page("404.html", "404.html", "layouts/404.html"),
        Page("robots.txt", "robots.txt", "layouts/robots.txt"),
        Page("_headers", "_headers", "layouts/_headers"),
        Page(".nojekyll", "nojekyll", "layouts/nojekyll"),
    ]
    related = relate(site)
    pages += [
        Page(address_of(b), "briefing.html", b.path, briefing=b, briefings=related[b.path]) for b in site.briefings
    ]
    pages += [Page(address_of(s), "story.html", s.briefings[0].path, story=s) for s in site.stories]
    pages += [Page(page_of_alias(a), "redirect.html", b.path, briefing=b) for b in site.briefings for a in b.aliases]
    if any(briefing.aliases for briefing in site.briefings):
        pages.append(Page("_redirects", "_redirects", "layouts/_redirects"))
    if site.corrections:
        pages.append(Page("corrections.html", "corrections.html", "layouts/corrections.html"))
    pages += plan_search(site.settings)
    pages += _feeds(site)
    if site.settings.base_url:
        pages.append(Page("sitemap.xml", "sitemap.xml", "layouts/sitemap.xml"))
        if news := _news(site.briefings, until):
            pages.append(Page("news-sitemap.xml", "news-sitemap.xml", "layouts/news-sitemap.xml", briefings=news))
    if site.settings.llms:
        public = _public(site.briefings)
        pages.append(Page("llms.txt", "llms.txt", "layouts/llms.txt", briefings=public))
    return (*pages, *plan_exports(site))


def _feeds(site: Site) -> Iterator[Page]:
    """Yield the feeds of the site, its topics and stories; no drafts: what is fetched cannot be taken back."""
    if newest := _public(site.briefings)[:_FEED_LENGTH]:
        for name in ("feed.xml", "feed.json"):
            yield Page(name, name, f"layouts/{name}", briefings=newest)
    for topic in site.topics:
        if newest := _public(topic.briefings)[:_FEED_LENGTH]:
            origin = topic.briefings[0].path
            yield Page(feed_of(topic), "feed.xml", origin, topic=topic, briefings=newest)
    for story in site.stories:
        if newest := _public(reversed(story.briefings))[:_FEED_LENGTH]:
            origin = story.briefings[0].path
            yield Page(feed_of(story), "feed.xml", origin, story=story, briefings=newest)


def _public(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    return tuple(briefing for briefing in briefings if not briefing.draft)


def _news(briefings: Sequence[Briefing], until: datetime | None) -> tuple[Briefing, ...]:
    """Return what was published in the two days that end at `until`, or else with the newest briefing."""
    dated = [(moment_of(b.published), b) for b in _public(briefings) if b.published]
    if not dated:
        return ()
    end = until or max(moment for moment, _ in dated)
    found = tuple(briefing for moment, briefing in dated if end - _NEWS_AGE <= moment <= end)
    return found[:_NEWS_LENGTH]


# What no link, or no file system, can carry.
_NO_ADDRESS = re.compile(r'[\x00-\x1f?#:*"<>|\\]')


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who wants to be written where."""

    path: str
    """Of the file at fault."""
    address: str
    subject: str = ""
    """What is to be written when it is not the file itself."""


def find_collisions(pages: Sequence[Page], static: Iterable[OutputFile]) -> list[Problem]:
    """Return a Problem for each page or file that has no address, or one that another one takes.

    Case is ignored, as many file systems do; a file cannot stand where a folder must. That two briefings share a slug
    is said once, though all their files collide.
    """
    files = {MANIFEST: _Claim("the list of what a build wrote", MANIFEST)}
    folders: dict[str, _Claim] = {}
    problems = []
    told = set()
    for claim in (*map(_claim_of, pages), *(_Claim(f"static/{f.address}", f.address) for f in static)):
        address = claim.address.casefold()
        parents = [address[:at] for at, letter in enumerate(address) if letter == "/"]
        holders = [files.get(address), folders.get(address), *map(files.get, parents)]
        if posixpath.basename(address) in ("", ".html") or _NO_ADDRESS.search(address):
            problems.append(_nameless(claim))
        elif holder := next((holder for holder in holders if holder), None):
            pair = (claim.path, claim.subject, holder.path)
            problems += [] if pair in told else [_collision(claim, holder)]
            told.add(pair)
        else:
            files[address] = claim
            folders |= dict.fromkeys(parents, claim)
    return problems


def _claim_of(page: Page) -> _Claim:
    return _Claim(page.origin, page.address, f"the topic '{page.topic.name}'" if page.topic else "")


def _collision(claim: _Claim, holder: _Claim) -> Problem:
    message = f"would be written to {claim.address}, which {holder.subject or holder.path} already has"
    return Problem(claim.path, message, "give one of them another `slug` or name", rule="address")


def _nameless(claim: _Claim) -> Problem:
    message = f"no address can be made for {claim.subject or claim.address}"
    return Problem(
        claim.path, message, 'give it another name: a letter or digit, and none of ? # : * " < > | \\', rule="address"
    )
