"""nutgraf.markdown: CommonMark becomes HTML, and nothing that is typed becomes active."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.markdown import render_markdown

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "li", "hr"}
TAGS = BLOCKS | {"em", "strong", "a", "img", "code", "br"}
ATTRIBUTES = {"href", "src", "alt", "title", "class", "start"}

PIECES = [
    "<script>",
    "</p>",
    "<img src=x onerror=a>",
    "<!--",
    "&#106;",
    "&quot;",
    "javascript:",
    "data:text/html,",
    "[",
    "](",
    ")",
    "!",
    "<",
    ">",
    '"',
    "'",
    "`",
    "\n",
    "    ",
    "- ",
    "a",
    "\\",
    "{{ x }}",
]


class Tags(HTMLParser):
    """Collects the tags of an HTML text with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
        ("## Head\n\n### Sub", "<h2>Head</h2>\n<h3>Sub</h3>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("**a** *b*", "<p><strong>a</strong> <em>b</em></p>\n"),
        ("[a](../topics/x.html#s1)", '<p><a href="../topics/x.html#s1">a</a></p>\n'),
        ("[a](https://example.org/?b=c&d)", '<p><a href="https://example.org/?b=c&amp;d">a</a></p>\n'),
        ('"It\'s" -- (c) ...', "<p>&quot;It's&quot; -- (c) ...</p>\n"),
        ("https://example.org", "<p>https://example.org</p>\n"),
        ("{{ x }} {% y %}", "<p>{{ x }} {% y %}</p>\n"),
        ("", ""),
    ],
)
def test_commonmark_is_rendered_and_its_text_not_improved(text: str, html: str) -> None:
    """The marks of CommonMark become HTML; quotes, dashes and bare addresses stay as they were written."""
    assert render_markdown(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<div>\n\n# a\n\n</div>",
        "<!-- hidden -->",
        "<?php x ?>",
        "<![CDATA[ x ]]>",
        "<a href='javascript:alert(1)'>a</a>",
        "<SCRIPT\nsrc=//x>",
        "```\n</code></pre><script>\n```",
        "`<b>`",
        "# <svg/onload=a>",
    ],
)
def test_raw_html_is_shown_as_text(text: str) -> None:
    """No tag that is typed becomes a tag: its characters are shown."""
    tags = {tag for tag, _ in Tags(render_markdown(text)).found}
    assert tags <= {"p", "h2", "code", "pre"}
    assert "&lt;" in render_markdown(text)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "\\javascript:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,x",
    ],
)
def test_an_address_that_acts_is_no_link(address: str) -> None:
    """Links, images, references and autolinks with an active scheme stay text."""
    text = f"[a]({address}) [b](<{address}>) ![c]({address}) <{address}> [d]\n\n[d]: {address}\n"
    for _, attributes in Tags(render_markdown(text)).found:
        link = (attributes.get("href") or attributes.get("src") or "").lower()
        assert not link.startswith(("javascript:", "vbscript:", "file:", "data:"))


@pytest.mark.parametrize(
    "text", ['[a](x "\\"onclick=b")', '![a"onerror=b](x)', '[a](x"onclick=b)', '``` a"onclick=b\nx\n```']
)
def test_no_attribute_is_broken_out_of(text: str) -> None:
    """A quotation mark in a title, an address, an alternative text or an info string opens no attribute."""
    tags = Tags(render_markdown(text)).found
    assert tags
    assert all(set(attributes) <= ATTRIBUTES for _, attributes in tags)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join))
def test_any_text_gives_only_the_tags_of_commonmark(text: str) -> None:
    """No mixture of marks gives another tag, another attribute or an active address."""
    for tag, attributes in Tags(render_markdown(text)).found:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        link = (attributes.get("href") or attributes.get("src") or "").strip().lower()
        assert not link.startswith(("javascript:", "vbscript:", "data:text"))
