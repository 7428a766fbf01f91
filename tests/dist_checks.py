"""The files of dist/ -> one line for each thing that is wrong with them; read by a second parser, lxml."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

Tree = Mapping[str, bytes]
"""What an output folder holds: address -> bytes."""

MAX_HTML, MAX_CSS, MAX_SCRIPT = 60_000, 14_000, 5_000
LINKS = {"href", "src", "poster", "data", "action", "formaction", "cite", "background", "{*}href"}
LOADED_BY_ITSELF = {"src", "srcset", "imagesrcset", "poster", "data", "background"}
SAFE_SCHEMES = {"", "http", "https", "mailto", "tel"}
FORBIDDEN_TAGS = {"script", "style", "iframe", "object", "embed", "form", "base", "frame"}
POINTERS = {"canonical", "alternate", "next", "prev", "license", "author", "me"}
"""The rel values of a link element that make no browser load anything."""
MAY_FIND = re.compile(r"archive(/\d+)?\.html|search\.html")
"""The pages that run a script; they are whole without it."""
OUR_SCRIPTS = re.compile(r"assets/search\.[0-9a-f]{10}\.js|archive/headlines\.js|pagefind/[\w-]+\.js")
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']*)["']""")
OLD_ADDRESS = re.compile(r"0; url=(?!/)[\w./%-]+")
"""What sends a reader on from an old address of a briefing: to a page of this site, by a relative link."""
OWN_URL_END = r"""[^\s"'<>()\[\]\\]*"""


def load_tree(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`; an empty folder is a fault of the test, not a clean result."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert files, f"nothing in {folder}"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@cache
def parse(data: bytes) -> HtmlElement:
    """Return the page's root element."""
    return document_fromstring(data, parser=HTMLParser(encoding="utf-8"))


def pages(tree: Tree) -> dict[str, HtmlElement]:
    """Return the HTML pages, parsed; there is always one."""
    found = {address: parse(data) for address, data in tree.items() if address.endswith(".html")}
    assert found, "no HTML page"
    return found


def elements(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements, without comments."""
    return page.iter(etree.Element)


def references(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield (attribute, URL) for each URL that an element names."""
    for name, value in element.attrib.items():
        attribute = re.sub(r"^(\{.*\}|xlink:)", "", name)
        if attribute in ("srcset", "imagesrcset"):
            yield from ((attribute, part.split()[0]) for part in value.split(",") if part.strip())
        elif attribute in LINKS:
            yield attribute, value.strip()


def page_links(page: HtmlElement) -> list[str]:
    """Return every URL of a page, as written."""
    return [url for element in elements(page) for _, url in references(element)]


def css_links(data: bytes) -> list[str]:
    """Return every URL of a stylesheet, as written."""
    return ["".join(groups) for groups in CSS_URL.findall(data.decode())]


def target_of(page: str, url: str, base_url: str) -> tuple[str, str, str]:
    """Return (address, fragment, fault) for a link from `page`; all empty when it leads to another site."""
    parts = urlsplit(url)
    own = bool(base_url) and url.startswith(base_url)
    if not own and (parts.scheme or parts.netloc):
        return "", "", ""
    path, root = unquote(parts.path), unquote(urlsplit(base_url).path) or "/"
    if page == "404.html" and path and not path.startswith(root):
        return "", "", f"the page for missing ones is served at any depth; {url} must start with {root}"
    if path.startswith("/") and page != "404.html" and not own:
        return "", "", f"{url} starts at the host's root"
    path, folder = (path.removeprefix(root), "") if path.startswith(root) else (path, posixpath.dirname(page))
    if re.search(r"(^|/)\.{0,2}$", path) and (path or own):
        return "", "", f"{url} names a folder"
    return posixpath.normpath(posixpath.join(folder, path)) if path else page, parts.fragment, ""


def link_fault(tree: Tree, page: str, url: str, base_url: str = "") -> str:
    """Return what is wrong with a link, or nothing; file and fragment must exist, letter for letter."""
    target, fragment, fault = target_of(page, url, base_url)
    if fault or not target:
        return fault
    if target not in tree:
        alike = [address for address in tree if address.lower() == target.lower()]
        return f"{url} names no file" + (f" (the file is {alike[0]})" if alike else "")
    if fragment and unquote(fragment) not in parse(tree[target]).xpath("//@id"):
        return f"{url} names no id of {target}"
    return ""


def check_links(tree: Tree, base_url: str = "") -> list[str]:
    """Every link, asset, fragment and CSS url() names a real file, from wherever the site is opened."""
    links = {address: page_links(page) for address, page in pages(tree).items()}
    links |= {address: css_links(data) for address, data in tree.items() if address.endswith(".css")}
    faults = ((page, link_fault(tree, page, url, base_url)) for page in links for url in links[page])
    return [f"{page}: {fault}" for page, fault in faults if fault]


def check_own_urls(tree: Tree, base_url: str) -> list[str]:
    """Every absolute URL of the site itself, in whatever file, names a real file."""
    found = []
    for address, data in tree.items():
        if not address.endswith((".html", ".xml", ".json", ".txt", ".ics")):
            continue
        text = html.unescape(html.unescape(data.decode().replace("\r\n ", "")))  # a calendar folds its lines
        for url in sorted(set(re.findall(re.escape(base_url) + OWN_URL_END, text)) - {base_url}):
            fault = link_fault(tree, "index.html", url.rstrip(".,;"), base_url)
            found += [f"{address}: {fault}"] * bool(fault)
    return found


def check_orphans(tree: Tree) -> list[str]:
    """Every page but 404.html and old addresses can be reached from index.html by links."""
    parsed, reached, open_pages = pages(tree), {"404.html"}, ["index.html"]
    while open_pages:
        page = open_pages.pop()
        if page in parsed and page not in reached:
            reached.add(page)
            open_pages += [target_of(page, url, "")[0] for url in page_links(parsed[page])]
    lost = set(parsed) - reached - {address for address, page in parsed.items() if sends_on(page)}
    return [f"{page}: no link leads here from index.html" for page in sorted(lost)]


def sends_on(page: HtmlElement) -> bool:
    """Tell whether a page stands at an old address, for readers who come from elsewhere."""
    return bool(page.xpath("//meta[@http-equiv='refresh']"))


def is_data_block(element: HtmlElement) -> bool:
    """Tell whether a script is JSON-LD, which no browser runs, and holds nothing that could be read as markup."""
    text = element.text or ""
    if element.tag != "script" or dict(element.attrib) != {"type": "application/ld+json"} or "<" in text:
        return False
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def is_our_script(element: HtmlElement, page: str) -> bool:
    """Tell whether a script is that of the filter or the search, in a file, on a page that has one of them."""
    own = re.fullmatch(r"(\.\./)*assets/search\.[0-9a-f]{10}\.js", element.get("src", ""))
    return bool(own and MAY_FIND.fullmatch(page) and set(element.attrib) == {"src", "defer"} and not element.text)


def element_faults(element: HtmlElement, page: str) -> Iterator[str]:
    """Yield what a hostile text could do with an element."""
    if element.tag in FORBIDDEN_TAGS and not is_data_block(element) and not is_our_script(element, page):
        yield f"<{element.tag}>"
    if element.get("http-equiv", "").lower() == "refresh" and not OLD_ADDRESS.fullmatch(element.get("content", "")):
        yield "a refresh to another site"
    yield from (f"attribute {name}" for name in element.attrib if name == "style" or name.startswith("on"))
    loads = element.tag == "link" and not POINTERS & set(element.get("rel", "").split())
    for attribute, url in references(element):
        scheme = re.sub(r"[\x00-\x20]", "", url).partition(":")[0].lower() if ":" in url else ""
        scheme = scheme if re.fullmatch(r"[a-z][a-z0-9+.-]*", scheme) else ""
        if scheme not in SAFE_SCHEMES:
            yield f"a {scheme}: link"
        if (loads or attribute in LOADED_BY_ITSELF) and (scheme or url.startswith("//")):
            yield f"loads {url} from elsewhere"


def check_safe(tree: Tree) -> list[str]:
    """No script but JSON-LD and that which finds, no style, handler or frame; nothing is loaded from elsewhere."""
    found = [
        f"{address}:{element.sourceline}: {fault}"
        for address, page in pages(tree).items()
        for element in elements(page)
        for fault in element_faults(element, address)
    ]
    styles = {address: css_links(data) for address, data in tree.items() if address.endswith(".css")}
    found += [f"{a}: loads {url} from elsewhere" for a in styles for url in styles[a] if re.match(r"\w+:|//", url)]
    scripts = {address for address in tree if address.endswith((".js", ".mjs"))}
    return found + [f"{address}: a script" for address in sorted(scripts) if not OUR_SCRIPTS.fullmatch(address)]


def structure_faults(page: HtmlElement) -> Iterator[str]:
    """Yield the breaches of structure in one page."""
    ids = Counter(page.xpath("//@id"))
    yield from (f"id {name!r} stands {count} times" for name, count in ids.items() if count > 1)
    headings = [heading for heading in elements(page) if re.fullmatch("h[1-6]", str(heading.tag))]
    levels = [int(heading.tag[1]) for heading in headings]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1 headings"
    if levels[:1] != [1]:
        yield "the first heading is no h1"
    steps = pairwise(levels)
    yield from (f"h{upper} is followed by h{lower}" for upper, lower in steps if lower > upper + 1)
    yield from (f"an empty {heading.tag}" for heading in headings if not heading.text_content().strip())
    if not page.get("lang", "").strip():
        yield "no lang"
    if not "".join(page.xpath("/html/head/title/text()")).strip():
        yield "no title"
    yield from ("an image without alt" for _ in page.xpath("//img[not(@alt)]"))


def check_structure(tree: Tree) -> list[str]:
    """Ids are unique; one h1 comes first; no heading level is skipped; lang, title and alt are there."""
    return [f"{address}: {fault}" for address, page in pages(tree).items() for fault in structure_faults(page)]


def check_weights(tree: Tree) -> list[str]:
    """A page weighs at most 60 kB, all CSS together 14 kB, our script 5 kB."""
    css = sum(len(data) for address, data in tree.items() if address.endswith(".css"))
    heavy = [(address, len(tree[address])) for address in pages(tree) if len(tree[address]) > MAX_HTML]
    script = sum(len(data) for address, data in tree.items() if re.fullmatch(r"assets/.*\.js", address))
    return (
        [f"{address}: {size} bytes" for address, size in heavy]
        + [f"CSS: {css} bytes"] * (css > MAX_CSS)
        + [f"scripts: {script} bytes"] * (script > MAX_SCRIPT)
    )
