"""Pages, the Site, layouts and static files in, OutputFiles out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit

from nutgraf.addresses import absolute, address_of, feed_of, is_outside, relative
from nutgraf.asking import Question, is_answered_alike, plain_values, record
from nutgraf.assemble import topic_key
from nutgraf.cards import CARD_SIZE, card_of
from nutgraf.elements import Elements, elements_of
from nutgraf.filters import atom_instant, feed_id, last_change, markdown_on
from nutgraf.instants import moment_of
from nutgraf.layouts import Layouts, NotThereError, render_layout
from nutgraf.linked_data import news_article
from nutgraf.lists import edition_of
from nutgraf.memory import Memory
from nutgraf.models import Briefing, OutputFile, Page, Settings, Site, Story, Topic
from nutgraf.pictures import give_sizes, sizes_of
from nutgraf.problems import ContentError, Problem, did_you_mean
from nutgraf.vocabulary.crawlers import REFUSED
from nutgraf.workers import Workers

CONTENT_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page may load: pictures and styles of its own site, and nothing that runs.

Without a script nothing connects; but tools that audit a page fetch robots.txt from within it.
"""

_FILTER_POLICY = f"{CONTENT_POLICY}; script-src 'self'"
_SEARCH_POLICY = f"{CONTENT_POLICY}; script-src 'self' 'wasm-unsafe-eval'"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page, made."""

    file: OutputFile
    elements: Elements | None
    """What the desk asks for; None when it is no HTML."""
    assets: frozenset[str]
    """The files of static/ that its layouts asked for."""


def render_pages(
    wanted: Sequence[Page],
    pages: Sequence[Page],
    site: Site,
    layouts: Layouts,
    static: Mapping[str, OutputFile],
    *,
    workers: Workers,
    preview: bool,
    memory: Memory | None = None,
) -> tuple[Rendered, ...]:
    """Render each of the `wanted` of all `pages` that has a layout; for a `preview` so that a reload script may run.

    A page that `memory` knows is not rendered again when its values are equal and its questions are answered alike.
    Raises ContentError with all faults.
    """
    sizes = sizes_of(static.values())
    shared = _shared_context(pages, site, preview) | {"static": frozenset(static), "sizes": sizes}

    def render(page: Page) -> Rendered | Problem:
        links = _Links(page.address, site.settings.base_url, static, set())
        context = shared | _page_context(page, pages, site, links)
        if memory is None:
            return _render(page, context, layouts, links)
        return _render_or_remember(page, context, layouts, links, memory)

    with_layout = [page for page in wanted if page.layout]
    results = list(map(render, with_layout)) if memory else workers.map_at_hand(render, with_layout)
    if problems := [result for result in results if isinstance(result, Problem)]:
        raise ContentError(problems)
    return tuple(result for result in results if isinstance(result, Rendered))


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A page that was rendered, and all that it came from."""

    layouts: Layouts
    values: Mapping[str, Any]
    questions: list[Question]
    rendered: Rendered

    def is_still(self, layouts: Layouts, values: Mapping[str, Any], context: Mapping[str, Any]) -> bool:
        """Tell whether it would be rendered alike."""
        return self.layouts is layouts and self.values == values and is_answered_alike(self.questions, context)


def _render_or_remember(
    page: Page, context: Mapping[str, Any], layouts: Layouts, links: _Links, memory: Memory
) -> Rendered | Problem:
    values = plain_values(context)
    before: _Remembered | None = memory.get("page", page.address)
    if before and before.is_still(layouts, values, context):
        return before.rendered
    recording, questions = record(context)
    rendered = _render(page, recording, layouts, links)
    if isinstance(rendered, Rendered):
        memory.put("page", page.address, _Remembered(layouts, values, questions, rendered))
    return rendered


def _render(page: Page, context: Mapping[str, Any], layouts: Layouts, links: _Links) -> Rendered | Problem:
    text = render_layout(layouts, page.layout, context)
    if isinstance(text, Problem):
        return text
    is_page = page.address.endswith(".html")
    if is_page:
        text = give_sizes(text, page.address, context["sizes"], urlsplit(links.base_url).path or "/")
    data = text.encode()
    return Rendered(OutputFile(page.address, data), elements_of(text) if is_page else None, frozenset(links.asked))


@dataclass(frozen=True, slots=True)
class _Links:
    """The addresses that a layout may ask for, as they are written on one page."""

    page: str
    base_url: str
    static: Mapping[str, OutputFile]
    asked: set[str]
    """Fills with the files of static/ that were asked for."""

    def link(self, thing: str | Briefing | Topic | Story) -> str:
        """Return the link to a page or file; by base_url's path on the error page, which is served at any depth."""
        address = address_of(thing)
        if self.page == "404.html" and not is_outside(address):
            return (urlsplit(self.base_url).path or "/") + relative(address, "")
        return relative(address, self.page)

    def absolute(self, thing: str | Briefing | Topic | Story) -> str:
        """Return the absolute URL of a page or file; '' when the site does not know where it will stand."""
        return absolute(address_of(thing), self.base_url)

    def asset(self, name: str) -> str:
        """Return the link to a file of static/."""
        if name not in self.static:
            raise NotThereError(f"static/{name} does not exist; {did_you_mean(name, sorted(self.static))}")
        self.asked.add(name)
        return self.link(self.static[name].address)


def _shared_context(pages: Sequence[Page], site: Site, preview: bool) -> dict[str, Any]:
    """Return what every page may use."""
    # Without its briefings: a page that names a topic does not hang on what else is in it.
    topics = {topic_key(topic.name): replace(topic, briefings=()) for topic in site.topics}

    def topic_of(name: str) -> Topic:
        return topics[topic_key(name)]

    stories = {story.slug: story for story in site.stories}

    def story_of(briefing: Briefing) -> Story | None:
        return stories.get(briefing.story)

    def linked_data(briefing: Briefing) -> dict[str, Any]:
        topics = [topic_of(name).name for name in briefing.topics]
        return news_article(briefing, site.settings, topics, card_of(briefing, planned))

    planned = frozenset(page.address for page in pages)
    return {
        "site": site,
        "preview": preview,
        "planned": planned,
        "topic_of": topic_of,
        "story_of": story_of,
        "linked_data": linked_data,
        "card_size": CARD_SIZE,
        "card_of": lambda briefing: card_of(briefing, planned),
    }


def _page_context(page: Page, pages: Sequence[Page], site: Site, links: _Links) -> dict[str, Any]:
    """Return what a layout may use on `page` alone."""
    context: dict[str, Any] = {
        "page": page,
        "briefing": page.briefing,
        "topic": page.topic,
        "story": page.story,
        "link": links.link,
        "absolute": links.absolute,
        "markdown_here": lambda text: markdown_on(text, links.link),
        "asset": links.asset,
        "feed_of": feed_of,
        "edition_of": edition_of,
        "policy": policy_of(page.layout, site.settings),
    }
    if page.layout in ("_headers", "_redirects"):
        context["base_path"] = urlsplit(site.settings.base_url).path or "/"
        context["redirects"] = [(quote(old), relative(address_of(b), "")) for b in site.briefings for old in b.aliases]
    if page.layout in ("feed.xml", "feed.json"):
        context["feed"] = _feed_of(page, site)
    if page.layout == "robots.txt":
        context["crawlers"] = REFUSED[site.settings.crawlers]
    if page.layout == "sitemap.xml":
        context["pages"] = [(links.absolute(p.address), _changed(p)) for p in pages if _is_listed(p)]
    return context


def policy_of(layout: str, settings: Settings) -> str:
    """Return what a page may load: scripts where it filters or searches.

    Hosts send one policy with every page, which must allow what any of them needs; that of the page itself is stricter.
    """
    if settings.search and layout in ("search.html", "_headers"):
        return _SEARCH_POLICY
    return _FILTER_POLICY if layout in ("archive.html", "_headers") else CONTENT_POLICY


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed says of itself."""

    id: str
    title: str
    home: str
    """The address of the page that shows the same."""
    updated: str


def _feed_of(page: Page, site: Site) -> _Feed:
    part, title = page.topic or page.story, site.settings.title
    return _Feed(
        id=feed_id(site.settings, address_of(part).removesuffix(".html") if part else ""),
        title=f"{part.name} – {title}" if part else title,
        home=address_of(part) if part else "index.html",
        updated=atom_instant(max((last_change(b) for b in page.briefings), key=moment_of)),
    )


def _is_listed(page: Page) -> bool:
    """Tell whether the sitemap names a page; a draft asks to be in no index."""
    if page.briefing and page.briefing.draft:
        return False
    return page.address.endswith(".html") and page.layout not in ("404.html", "redirect.html", "search.html")


def _changed(page: Page) -> str:
    return atom_instant(last_change(page.briefing)) if page.briefing else ""
