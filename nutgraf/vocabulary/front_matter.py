"""What other generators call the fields of a content file in their front matter."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "title": "headline",
    "description": "dek",
    "summary": "dek",
    "subtitle": "dek",
    "excerpt": "dek",
    "standfirst": "dek",
    "lead": "dek",
    "author": "byline",
    "authors": "byline",
    "by": "byline",
    "date": "published",
    "publishdate": "published",
    "publish_date": "published",
    "published_at": "published",
    "publisheddate": "published",
    "pubdate": "published",
    "datepublished": "published",
    "lastmod": "updated",
    "modified": "updated",
    "last_modified_at": "updated",
    "last_modified": "updated",
    "updated_at": "updated",
    "updateddate": "updated",
    "datemodified": "updated",
    "tags": "topics",
    "keywords": "topics",
    "categories": "topics",
    "category": "topics",
    "lang": "language",
    "locale": "language",
    "location": "dateline",
    "key_takeaways": "takeaways",
    "canonical": "url",
    "canonical_url": "url",
    "canonicalurl": "url",
    "source_url": "url",
    "url": "url",
}
"""In small letters. Of two that mean one field the first wins; topics are put together. `url` is that of `source`."""

LISTS = frozenset(("byline", "topics", "takeaways"))
DATES = frozenset(("published", "updated"))
"""Which other generators write in more ways than one."""
