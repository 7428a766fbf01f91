"""Draft -> Draft: topics, where the copy names none: the proper names that the article is about."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.addresses import slugify
from nutgraf.convert.draft import Draft
from nutgraf.topics import find_topics

_LANGUAGES = ("", "en")
"""In which capitals tell a name; elsewhere each noun may have one, or the script has none."""


def extract_topics(draft: Draft) -> Draft:
    """Name the topics of an article whose copy names none, and say that they were extracted."""
    if draft.found.topics or draft.found.language not in _LANGUAGES:
        return draft
    texts = [block.text for block in draft.blocks if block.kind in ("text", "item")]
    bylines = " ".join(draft.found.byline)
    found = find_topics([*texts, draft.found.why_it_matters, *draft.found.takeaways], draft.found.headline)
    topics = tuple(name for name in found if name not in bylines)
    if not topics:
        return draft
    return replace(draft, found=replace(draft.found, topics=topics, topics_origin="extracted"))


def drop_nameless_topics(draft: Draft) -> Draft:
    """Leave out topics of signs alone: no page can be named for them, and they would stop the whole site."""
    nameless = [name for name in draft.found.topics if not slugify(name)]
    for name in nameless:
        draft = draft.warn(0, f"the topic '{name}' has no letter or digit; it was left out", "name it in words")
    kept = tuple(name for name in draft.found.topics if name not in nameless)
    return replace(draft, found=replace(draft.found, topics=kept)) if nameless else draft
