"""The whole way on one screen: a site's folder in; new content files, and every file of dist/, out. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from nutgraf.assemble import assemble_site
from nutgraf.cards import CARDS, Card, Progress, draw_cards, keep_cards, plan_cards
from nutgraf.content import BRIEFINGS_FOLDER, CONVERTED_FOLDER, parse_briefings
from nutgraf.desk import check_site
from nutgraf.examine import EXAMINED, Examined, examine, examine_all
from nutgraf.exports import make_exports
from nutgraf.history import first_published
from nutgraf.intake import Intake, Shelf, take_in
from nutgraf.layouts import LAYOUTS_FOLDER, Layouts, recall_layouts
from nutgraf.memory import Memory
from nutgraf.merge import Version
from nutgraf.merge.items import Side
from nutgraf.models import Briefing, OutputFile, Page, Settings, Site
from nutgraf.plan import find_collisions, plan_pages
from nutgraf.problems import ContentError, Level, Problem, gather, has_errors
from nutgraf.render import Rendered, render_pages
from nutgraf.scaffold import shipped_files
from nutgraf.search import index_pages
from nutgraf.settings import load_settings
from nutgraf.sidecars import Seed, pair_sidecars
from nutgraf.sources import program_key, read_cache, read_files, scan_files, try_files
from nutgraf.static import STATIC_FOLDER, check_logo, plan_static
from nutgraf.workers import ALONE, Workers

SEEDS_FOLDER = "seeds"
CACHES = (CARDS, EXAMINED)
"""The folders of caches, below `.nutgraf/`."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A site, read and planned: all that a page is made from."""

    site: Site
    hidden: tuple[Briefing, ...]
    """Drafts that nobody is shown."""
    texts: Mapping[str, bytes]
    """Of content files, by path."""
    pages: tuple[Page, ...]
    static: Mapping[str, OutputFile]
    own_static: tuple[str, ...]
    """The names of the site's own files in static/; the others are lent to it."""
    layouts: Layouts
    cards: tuple[Card, ...]
    is_preview: bool


@dataclass(frozen=True, slots=True)
class Built:
    """A site, ready to be written."""

    files: tuple[OutputFile, ...]
    pages: tuple[Page, ...]
    """The plan of those that are made from the site."""
    problems: tuple[Problem, ...]
    """Warnings and notes of the desk: none of them an error."""
    caches: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    """What each cache is to hold, by folder, so that the next build need not make it again."""


def convert_site(
    root: Path,
    today: date,
    only: Sequence[str] = (),
    prefer: Side = "",
    workers: Workers = ALONE,
    memory: Memory | None = None,
) -> Intake:
    """Return what the seeds of `root`, or those named in `only`, change in its content; `prefer` settles conflicts.

    Raises ContentError when a seed of `only` does not exist, or when settings or a content file cannot be read:
    whose seed the file is could not be told.
    """
    files, unread = try_files(root, SEEDS_FOLDER)
    seeds, lonely = pair_sidecars(files)
    contents = read_files(root, BRIEFINGS_FOLDER)
    briefings, settings = gather(lambda: parse_briefings(contents, memory), lambda: load_settings(root))
    shelf = Shelf(
        [Version(file.data.decode(), briefing) for file, briefing in zip(contents, briefings, strict=True)],
        {file.path: file.data for file in read_files(root, CONVERTED_FOLDER)},
    )
    wanted = _named(seeds, only) if only else seeds
    intake = take_in(
        wanted,
        shelf,
        today,
        settings.language,
        names=[file.path for file in files],
        static=[path.removeprefix(f"{STATIC_FOLDER}/") for path in scan_files(root, STATIC_FOLDER)],
        prefer=prefer,
        workers=workers,
        memory=memory,
    )
    # A bad seed harms nobody else.
    warnings = [replace(problem, level=Level.WARNING) for problem in unread]
    return replace(intake, problems=(*intake.problems, *lonely, *warnings))


def _named(seeds: Sequence[Seed], names: Sequence[str]) -> list[Seed]:
    """Return the seeds called `names`, with or without their folder and suffix."""
    by_name = {PurePosixPath(seed.file.path).stem: seed for seed in reversed(seeds)}
    by_name |= {PurePosixPath(seed.file.path).name: seed for seed in seeds}
    wanted = [PurePosixPath(name).name for name in names]
    absent = [name for name in wanted if name not in by_name]
    if absent:
        raise ContentError(
            Problem(f"{SEEDS_FOLDER}/{name}", "there is no such seed", "see the names in seeds/") for name in absent
        )
    return [by_name[name] for name in dict.fromkeys(wanted)]


def _quiet(pages: Sequence[Page]) -> Iterable[Page]:
    return pages


def build_site(root: Path) -> tuple[OutputFile, ...]:
    """Return every file of dist/ for the site at `root`; reads it, writes nothing. Raises ContentError."""
    return make_site(root).files


def make_site(
    root: Path,
    *,
    base_url: str = "",
    drafts: bool = False,
    preview: bool = False,
    progress: Progress = _quiet,
    today: date | None = None,
    until: datetime | None = None,
    history: bool = False,
    workers: Workers = ALONE,
    memory: Memory | None = None,
) -> Built:
    """Plan the site at `root` and finish it, as plan_site and finish_site have it. Raises ContentError."""
    planned = plan_site(root, base_url=base_url, drafts=drafts, preview=preview, until=until, memory=memory)
    return finish_site(root, planned, progress=progress, today=today, history=history, workers=workers, memory=memory)


def plan_site(
    root: Path,
    *,
    base_url: str = "",
    drafts: bool = False,
    preview: bool = False,
    until: datetime | None = None,
    memory: Memory | None = None,
) -> Planned:
    """Read the site at `root`, and plan its pages. Raises ContentError.

    `until` ends the two days of the news sitemap; `memory` holds what need not be made again.
    """
    content = read_files(root, BRIEFINGS_FOLDER)
    settings, briefings = gather(lambda: load_settings(root, base_url), lambda: parse_briefings(content, memory))
    site = assemble_site(settings, briefings, drafts=drafts)
    own_layouts, own_static = read_files(root, LAYOUTS_FOLDER), read_files(root, STATIC_FOLDER)
    all_static = (*own_static, *shipped_files(STATIC_FOLDER, besides=own_static))
    static = plan_static(all_static, settings.colours, preview=preview)
    cards = plan_cards(site, _style(static), read_cache(root, CARDS))
    pages = (*plan_pages(site, until), *(card.page for card in cards))
    _stop_on([*check_logo(settings, static), *find_collisions(pages, static.values())])
    return Planned(
        site,
        hidden=tuple(briefing for briefing in briefings if briefing.draft and not drafts),
        texts={file.path: file.data for file in content},
        pages=pages,
        static=static,
        own_static=tuple(file.path.removeprefix(f"{STATIC_FOLDER}/") for file in own_static),
        layouts=recall_layouts(own_layouts, shipped_files(LAYOUTS_FOLDER, besides=own_layouts), site, memory),
        cards=cards,
        is_preview=preview,
    )


def show_pages(planned: Planned, addresses: Collection[str], memory: Memory) -> tuple[OutputFile, ...]:
    """Return some pages and the static files of the site and of them, before the rest is made. Raises ContentError."""
    wanted = [page for page in planned.pages if page.address in addresses]
    examined = {page.briefing.path: examine(page.briefing, planned.site.settings) for page in wanted if page.briefing}
    rendered = _render(wanted, planned, examined, ALONE, memory)
    return (*(page.file for page in rendered), *_published(planned, rendered))


def finish_site(
    root: Path,
    planned: Planned,
    *,
    progress: Progress = _quiet,
    today: date | None = None,
    history: bool = False,
    workers: Workers = ALONE,
    memory: Memory | None = None,
) -> Built:
    """Return every file of dist/ for a site, and the desk's word on it. Raises ContentError.

    `today` and `history`, whether git is asked how briefings were first published, are for the desk alone: no file
    depends on them. `workers` do what can be shared out; `memory` holds what need not be made again.
    """
    site, pages = planned.site, planned.pages
    examined, kept = examine_all(site.briefings, site.settings, program_key(), read_cache(root, EXAMINED), workers)
    rendered = _render(pages, planned, examined, workers, memory)
    exports = make_exports(pages, site, planned.texts, workers, memory)
    files = (*(page.file for page in rendered), *exports, *_published(planned, rendered))
    elements = {page.file.address: page.elements for page in rendered if page.elements}
    earlier = first_published(root, site.briefings) if history else None
    claims = (problem for one in examined.values() for problem in one.problems)
    problems = check_site(site, files, planned.hidden, today, earlier, claims, elements)
    _stop_on(problems)
    drawn = draw_cards(planned.cards, progress, workers)
    if memory:
        memory.forget_the_rest()
    index = _index(pages, files, site.settings)
    kept_by = {CARDS: keep_cards(planned.cards, drawn), EXAMINED: kept}
    return Built((*files, *drawn, *index), pages, tuple(problems), kept_by)


def _render(
    wanted: Sequence[Page],
    planned: Planned,
    examined: Mapping[str, Examined],
    workers: Workers,
    memory: Memory | None,
) -> tuple[Rendered, ...]:
    planned.layouts.filters["evidence"] = lambda briefing: examined.get(briefing.path)
    return render_pages(
        wanted,
        planned.pages,
        planned.site,
        planned.layouts,
        planned.static,
        workers=workers,
        preview=planned.is_preview,
        memory=memory,
    )


def _index(pages: Sequence[Page], files: Sequence[OutputFile], settings: Settings) -> tuple[OutputFile, ...]:
    """Return the search index of the briefings, if the site wants one."""
    if not settings.search:
        return ()
    searched = {page.address for page in pages if page.layout == "briefing.html"}
    return index_pages([file for file in files if file.address in searched], settings.language)


def _published(planned: Planned, rendered: Sequence[Rendered]) -> list[OutputFile]:
    """Return the site's own static files, and of those that Nutgraf lends what a layout asks for."""
    wanted = set(planned.own_static).union(*(page.assets for page in rendered))
    return [file for name, file in planned.static.items() if name in wanted]


def _style(static: Mapping[str, OutputFile]) -> str:
    return static["style.css"].data.decode(errors="replace") if "style.css" in static else ""


def _stop_on(problems: Sequence[Problem]) -> None:
    if has_errors(problems):
        raise ContentError(problems)
