"""Settings that will mislead readers once the site is published: Proof in, Problems out."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from nutgraf.desk.proof import Proof
from nutgraf.problems import Problem
from nutgraf.rules import RULES
from nutgraf.settings import SETTINGS_FILE

_RESERVED = ("example.org", "example.com", "example.net", "example")  # RFC 2606: nobody can publish there


def check_settings(proof: Proof) -> Iterator[Problem]:
    """Say so when the site's address is the placeholder, or absent."""
    base_url = proof.site.settings.base_url
    host = urlsplit(base_url).hostname or ""
    if not host:
        message = "base_url is not set: there is no sitemap, and the feed's links are relative"
    elif host in _RESERVED or host.endswith(tuple(f".{name}" for name in _RESERVED)):
        message = f"base_url is the placeholder {base_url}"
    else:
        return
    yield RULES["base-url"].finding(SETTINGS_FILE, message)
