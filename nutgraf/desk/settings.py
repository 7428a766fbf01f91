"""Settings that will mislead readers once the site is published: a Site in, Problems out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from nutgraf.models import OutputFile, Site
from nutgraf.problems import Level, Problem
from nutgraf.settings import SETTINGS_FILE

_RESERVED = ("example.org", "example.com", "example.net", "example")  # RFC 2606: nobody can publish there


def check_settings(site: Site, files: Sequence[OutputFile]) -> Iterator[Problem]:
    """Say so when the site's address is the placeholder, or absent."""
    host = urlsplit(site.settings.base_url).hostname or ""
    if not host:
        message = "base_url is not set: there is no sitemap, and the feed's links are relative"
    elif host in _RESERVED or host.endswith(tuple(f".{name}" for name in _RESERVED)):
        message = f"base_url is the placeholder {site.settings.base_url}"
    else:
        return
    hint = "before you publish, set it to the site's address, or build with --base-url"
    yield Problem(SETTINGS_FILE, message, hint, level=Level.NOTE, rule="base-url")
