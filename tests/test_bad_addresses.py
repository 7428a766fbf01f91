"""Addresses that no browser could follow, in seeds of each kind: the article is read without them."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import convert_seed
from nutgraf.sources import SourceFile

BAD = "https://[::1"
TEXT = "The board of the harbour voted on Monday to raise the tolls for lorries, it said in a long statement."
HTML = f"<p>{TEXT} <a href='{BAD}'>More</a> of it <img src='{BAD}' alt=''></p>" * 3
ESCAPED = HTML.replace("<", "&lt;")
SEEDS = {
    "a.html": f"<html><head><title>Tolls rise</title><base href='{BAD}'><link rel='canonical' href='{BAD}'>"
    f"<meta property='og:url' content='{BAD}'></head><body><article><h1>Tolls rise</h1>{HTML}</article></body></html>",
    "a.rss": f"<rss version='2.0'><channel><title>T</title><link>{BAD}</link><item><title>Tolls rise</title>"
    f"<link>{BAD}</link><guid>{BAD}</guid><description>{ESCAPED}</description></item></channel></rss>",
    "a.atom": f"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='{BAD}'><title>T</title><entry><title>Tolls rise"
    f"</title><id>{BAD}</id><link href='{BAD}'/><content type='html'>{ESCAPED}</content></entry></feed>",
    "a.json": f'{{"uri": "{BAD}", "headline": "Tolls rise", "body_html": "{HTML}", "type": "text", "version": "1"}}',
    "a.md": f"---\ntitle: Tolls rise\nurl: {BAD}\n---\n[x]({BAD}) {TEXT}\n",
    "a.txt": f"Tolls rise\n{BAD}\n\n{TEXT}\n",
}


@pytest.mark.parametrize("name", SEEDS)
def test_the_article_is_read(name: str) -> None:
    """Without the address."""
    (conversion,) = convert_seed(SourceFile(f"seeds/{name}", SEEDS[name].encode()), date(2026, 1, 1))
    assert conversion.briefing is not None
    assert conversion.briefing.headline == "Tolls rise"
    assert conversion.briefing.source.url == ""
    assert TEXT in conversion.briefing.body
