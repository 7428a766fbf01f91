"""Links that lead nowhere inside the site: Proof in, Problems out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from nutgraf.desk.proof import Proof
from nutgraf.elements import Elements
from nutgraf.problems import Problem
from nutgraf.rules import RULES
from nutgraf.settings import SETTINGS_FILE


def check_links(proof: Proof) -> Iterator[Problem]:
    """Find links to files or anchors that dist/ does not have.

    A link that an editor wrote is named where it stands; one that a layout makes, once for all its pages.
    """
    rule = RULES["broken-link"]
    addresses = {file.address for file in proof.files}
    base = urlsplit(proof.site.settings.base_url).path or "/"
    made: dict[str, list[tuple[str, str]]] = {}
    for address, elements in proof.pages.items():
        folder, base_here = posixpath.dirname(address), base if address == "404.html" else ""
        for link in dict.fromkeys(elements.links):
            named = _target(link, folder, base_here)
            if named[0] in addresses and not named[1]:
                continue
            target, fault = _follow(link, address, named, addresses, proof.pages)
            if fault and (line := proof.line_of(address, link)):
                yield rule.finding(proof.path_of(address), fault, line)
            elif fault:
                made.setdefault(target, []).append((address, fault))
    for target, ((first, fault), *others) in made.items():
        if any(item.address == target for item in proof.site.settings.menu):
            yield rule.finding(SETTINGS_FILE, f"menu: {fault}")
        elif others:
            more = f", here and on {len(others)} other page{'s' * (len(others) > 1)}"
            yield rule.finding(f"dist/{first}", fault + more)
        else:
            yield rule.finding(proof.path_of(first), fault)


def _follow(
    link: str, page: str, named: tuple[str | None, str], addresses: set[str], pages: Mapping[str, Elements]
) -> tuple[str, str]:
    """Return what `link` on `page` names in dist/, and what is wrong with it: '' when nothing is."""
    target, fragment = named
    if target is None:
        return link, ""
    target = target or page
    if target not in addresses:
        return target, f"the link '{link}' names no file of the site"
    if fragment and target in pages and fragment not in pages[target].ids:
        return f"{target}#{fragment}", f"the link '{link}' names a part of {target} that is not there"
    return target, ""


_PLAIN = re.compile(r"((?:\.\./)*)(\w[\w.-]*(?:/\w[\w.-]*)*)", re.ASCII)
"""A link as our layouts make it: up some folders, and down to a file."""


@lru_cache(maxsize=65536)  # every page links to the same few
def _target(link: str, folder: str, base: str) -> tuple[str | None, str]:
    """Return the address and the fragment that a link in `folder` names; None elsewhere, '' for the page itself.

    With a `base`, a link from the host's root is one into the site.
    """
    if plain := _PLAIN.fullmatch(link):
        steps = folder.split("/") if folder else []
        up = len(plain[1]) // len("../")
        if up <= len(steps):
            return "/".join([*steps[: len(steps) - up], plain[2]]), ""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if path.startswith("/"):
        return path.removeprefix(base) if base else path, fragment
    return posixpath.normpath(posixpath.join(folder, path)) if path else "", fragment
