"""Settings and Briefings in, the Site out: order, topics, stories, the timeline and the corrections of the whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import count

from nutgraf.addresses import slugify
from nutgraf.anchoring import anchor_entries
from nutgraf.instants import moment_of
from nutgraf.joining import join_timelines
from nutgraf.models import Briefing, Corrected, Settings, Site, Story, Topic

_ACCENT = re.compile("(?<=[a-z])[\u0300-\u036f]+")


def assemble_site(settings: Settings, briefings: Iterable[Briefing], *, drafts: bool = False) -> Site:
    """Put `briefings` in order, newest first; drafts are left out unless `drafts`."""
    wanted = (anchor_entries(b, settings.language) for b in briefings if drafts or not b.draft)
    shown = tuple(sorted(wanted, key=_newest_first))
    return Site(settings, shown, _topics(shown), join_timelines(shown), _stories(shown), _corrections(shown))


def _newest_first(briefing: Briefing) -> tuple[int, float, str]:
    when = briefing.order_instant
    return (0, -moment_of(when).timestamp(), briefing.slug) if when else (1, 0.0, briefing.slug)


def topic_key(name: str) -> str:
    """Return what makes two names one topic: they differ only in case, spaces, hyphens, apostrophes and accents.

    Accents on Latin letters, that is: in other scripts a mark makes another letter.
    """
    plain = re.sub(r"[\s_-]+", " ", unicodedata.normalize("NFD", name.replace("’", "'")).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", plain))


def _topics(briefings: tuple[Briefing, ...]) -> tuple[Topic, ...]:
    """Collect the topics, each by the name that its newest briefing gives it."""
    names: dict[str, str] = {}
    members: dict[str, list[Briefing]] = {}
    for briefing in briefings:
        for name in briefing.topics:
            key = topic_key(name)
            names.setdefault(key, name)
            found = members.setdefault(key, [])
            if not found or found[-1] is not briefing:  # it may name a topic twice
                found.append(briefing)
    slugs = _slugs(members)
    topics = [Topic(slugs[key], names[key], tuple(found)) for key, found in members.items()]
    return tuple(sorted(topics, key=lambda topic: (topic.name.casefold(), topic.name)))


def _slugs(members: Mapping[str, Sequence[Briefing]]) -> dict[str, str]:
    """Return the slug of each topic, by its key: `c` of "C", and so `c-2` of "C++".

    Who came first to the site has it, so that no address changes when another topic comes.
    """
    by_age = sorted(members, key=lambda key: (min(map(_came, members[key])), key))
    holders: dict[str, str] = {}
    for key in by_age:
        holders.setdefault(slugify(key), key)
    for key in by_age:
        slug = slugify(key)
        if slug and holders[slug] != key:
            holders[next(free for number in count(2) if (free := f"{slug}-{number}") not in holders)] = key
    nameless = dict.fromkeys(members, "")  # of signs alone, which is told where addresses are
    return nameless | {key: slug for slug, key in holders.items()}


def _came(briefing: Briefing) -> date:
    """Return the day on which a briefing came to the site, as far as that is known."""
    return briefing.added or (moment_of(briefing.order_instant).date() if briefing.order_instant else date.max)


def _stories(briefings: tuple[Briefing, ...]) -> tuple[Story, ...]:
    members: dict[str, list[Briefing]] = {}
    for briefing in briefings:
        if briefing.story:
            members.setdefault(briefing.story, []).append(briefing)
    return tuple(Story(slug, tuple(found[::-1]), join_timelines(found)) for slug, found in sorted(members.items()))


def _corrections(briefings: tuple[Briefing, ...]) -> tuple[Corrected, ...]:
    """Collect the corrections; those of one day stand in the order of their briefings."""
    made = [Corrected(item, briefing) for briefing in briefings if not briefing.draft for item in briefing.corrections]
    return tuple(sorted(made, key=lambda c: c.correction.day or date.min, reverse=True))
