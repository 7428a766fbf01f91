"""Names in, addresses in dist/ out: slugs, where a page stands, and how one page links to another."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

from anyascii import anyascii

from nutgraf.models import Briefing, Story, Topic

MANIFEST = "manifest.json"
"""The list of what a build wrote, with digests."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a slug looks like: every host, file system and mail program can carry it."""

_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # Windows has no files of these names, with any suffix

_SLUG_LIMIT = 100  # a file name may have 255 bytes; a link that wraps twice is no longer read

_PLAIN = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII)
"""A path with nothing to quote and nothing that means another folder."""

_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def slugify(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, cut at a word; '' when it has no letter or digit."""
    plain = re.sub(r"['’‘ʼ]", "", anyascii(re.sub(r"['’‘ʼ]", "", text))).lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(slug) > _SLUG_LIMIT:
        slug = slug[: _SLUG_LIMIT + 1].rpartition("-")[0] or slug[:_SLUG_LIMIT]
    return f"{slug}-page" if _DEVICE.fullmatch(slug) else slug


def address_of(thing: str | Briefing | Topic | Story) -> str:
    """Return the address in dist/ of a page; a text is an address already."""
    if isinstance(thing, Briefing):
        return f"briefings/{thing.slug}.html"
    if isinstance(thing, Topic):
        return f"topics/{thing.slug}.html"
    if isinstance(thing, Story):
        return f"stories/{thing.slug}.html"
    return thing


def feed_of(part: Topic | Story) -> str:
    """Return the address of the feed of a topic or story, beside its page."""
    return address_of(part).removesuffix(".html") + ".xml"


def page_of_alias(alias: str) -> str:
    """Return the address of the page at an old address: for `2024/old` hosts look into `2024/old/index.html`."""
    return alias if alias.endswith((".html", ".htm")) else f"{alias.rstrip('/')}/index.html"


def is_outside(address: str) -> bool:
    """Tell whether `address` has a scheme or host of its own, or is only a fragment."""
    return bool(_ABSOLUTE.match(address))


def relative(address: str, page: str) -> str:
    """Return the link from the page at `page` to `address`, both relative to dist/."""
    if is_outside(address):
        return address
    here = _folders_of(page)
    if here is None or not _PLAIN.fullmatch(address):
        return quote(posixpath.relpath(address, posixpath.dirname(page) or "."), safe="/#?=&")
    there, shared = address.split("/"), 0
    for mine, its in zip(here, there[:-1], strict=False):
        if mine != its:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


@lru_cache(maxsize=1024)  # each page has many links
def _folders_of(page: str) -> tuple[str, ...] | None:
    """Return the folders that lead to a page; None when one of them has no plain name."""
    return tuple(page.split("/")[:-1]) if not page or _PLAIN.fullmatch(page) else None


def join_web(base: str, address: str) -> str:
    """Return an address of somebody's page, seen from that page; '' for one that no browser could follow."""
    try:
        whole = urljoin(base, address)
        urlsplit(whole)
    except ValueError:  # `https://[::1`
        return ""
    return whole


def absolute(address: str, base_url: str) -> str:
    """Return the absolute URL of `address`; '' when the site does not know where it will stand."""
    return address if is_outside(address) else base_url and base_url + relative(address, "")
