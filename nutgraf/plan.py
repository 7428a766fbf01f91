"""Site in, every page that will exist out; two that claim one address are Problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nutgraf.addresses import address_of
from nutgraf.models import OutputFile, Page, Site
from nutgraf.problems import Problem


def plan_pages(site: Site) -> tuple[Page, ...]:
    """Return the pages of `site`. A feed needs a briefing, a sitemap absolute addresses; else they are not there."""
    pages = [
        Page("index.html", "index.html", "layouts/index.html"),
        Page("timeline.html", "timeline.html", "layouts/timeline.html"),
        Page("archive.html", "archive.html", "layouts/archive.html"),
        Page("404.html", "404.html", "layouts/404.html"),
        Page("robots.txt", "robots.txt", "layouts/robots.txt"),
    ]
    pages += [Page(address_of(b), "briefing.html", b.path, briefing=b) for b in site.briefings]
    pages += [Page(address_of(t), "topic.html", t.briefings[0].path, topic=t) for t in site.topics]
    if site.briefings:
        pages.append(Page("feed.xml", "feed.xml", "layouts/feed.xml"))
    if site.settings.base_url:
        pages.append(Page("sitemap.xml", "sitemap.xml", "layouts/sitemap.xml"))
    return tuple(pages)


def find_collisions(pages: Sequence[Page], static: Iterable[OutputFile]) -> list[Problem]:
    """Return a Problem for each page or file whose address is taken; case is ignored, as many file systems do."""
    first: dict[str, tuple[str, str]] = {}
    problems = []
    for path, address, subject in (
        *_claims(pages),
        *((f"static/{f.address}", f.address, "") for f in static),
    ):
        holder = first.setdefault(address.casefold(), (path, subject))
        if holder == (path, subject):
            continue
        hint = "name one of the topics otherwise" if subject else "give one of them another `slug` or name"
        message = f"{subject}would be written to {address}, which {holder[1].rstrip() or holder[0]} already has"
        problems.append(Problem(path, message, hint, rule="address"))
    return problems


def _claims(pages: Iterable[Page]) -> Iterator[tuple[str, str, str]]:
    """Yield (path at fault, address, what claims it) of each page; a topic is named, since its path is a briefing's."""
    for page in pages:
        yield page.origin, page.address, f"the topic '{page.topic.name}' " if page.topic else ""
