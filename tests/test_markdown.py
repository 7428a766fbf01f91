"""nutgraf.markdown: CommonMark becomes HTML, and nothing that is typed becomes active."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.markdown import plain_paragraphs, plain_sentences, render_markdown

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


@pytest.mark.parametrize(
    ("text", "marked", "html"),
    [
        ("One. Two.", {1: "s2"}, '<p>One. <span id="s2">Two.</span></p>'),
        # Over lines, and with markup inside.
        ("One\n*two* [x](y). Z.", {0: "s1"}, '<p><span id="s1">One\n<em>two</em> <a href="y">x</a>.</span> Z.</p>'),
        # Markup that opens with the sentence, and markup that holds several.
        ("**One** two. Z.", {0: "s1"}, '<p><span id="s1"><strong>One</strong> two.</span> Z.</p>'),
        ("*One. Two.* Z.", {1: "s2"}, '<p><em>One. <span id="s2">Two.</span></em> Z.</p>'),
        ("*One.* Z.", {0: "s1"}, '<p><span id="s1"><em>One.</em></span> Z.</p>'),
        # Markup that begins or ends inside another sentence: the span ends where it would cut it.
        ("One *two. Three* four.", {0: "s1", 1: "s2"},
         '<p><span id="s1">One </span><em>two. <span id="s2">Three</span></em> four.</p>'),
        # Lists, quotations, headings, pictures, code.
        ("# A. B\n\n- One. Two.\n\n> Three.", {1: "s2", 2: "s3"},
         '<h2>A. B</h2>\n<ul>\n<li>One. <span id="s2">Two.</span></li>\n</ul>\n'
         '<blockquote>\n<p><span id="s3">Three.</span></p>\n</blockquote>'),
        ("One. ![alt](a.png) Two.", {1: "s2"},
         '<p>One. <img src="a.png" alt="alt" /> <span id="s2">Two.</span></p>'),
        ("Run `a. B` now.", {0: "s1", 1: "s2"},
         '<p><span id="s1">Run </span><code>a. B</code><span id="s2"></span> now.</p>'),
        # A number that no sentence has.
        ("One.", {7: "s8"}, "<p>One.</p>"),
    ],
)  # fmt: skip
def test_marked_sentences(text: str, marked: dict[int, str], html: str) -> None:
    """A sentence of `marks` stands in an element with its id."""
    assert render_markdown(text, marks=marked).strip() == html


def test_the_sentences_of_a_text() -> None:
    """Those of paragraphs, items and quotations, without marks and headings."""
    text = "## Head.\n\nOne *two*. Three\nfour.\n\n- [Five](x) `six`.\n\n> Seven."
    assert plain_sentences(text) == ["One two.", "Three four.", "Five six.", "Seven."]
    assert plain_paragraphs(text)[0] == "One two. Three four."


MARKED = st.lists(
    st.sampled_from(["One", "two", ". ", "! ", "*", "**", "[", "](x)", "`", "\n", "\n\n", "- ", "> ", "![a](b)", "<"])
    | st.text(max_size=3)
).map("".join)  # fmt: skip


@given(MARKED)
def test_marks_change_nothing_else(text: str) -> None:
    """Without the spans the page is what it was, and each sentence has one."""
    marks = {number: f"s{number + 1}" for number in range(len(plain_sentences(text)))}
    html = render_markdown(text, marks=marks)
    assert re.sub(r'<span id="s\d+">|</span>', "", html) == render_markdown(text)
    assert sorted(re.findall(r'<span id="(s\d+)">', html)) == sorted(marks.values())
    tags = [tag for tag in re.findall(r"<(/?[a-z]\w*)(?![^<>]*/>)", html) if tag not in ("hr", "br", "img")]
    assert closes_in_order(tags)


def closes_in_order(tags: list[str]) -> bool:
    """Tell whether each tag is closed before the one around it."""
    open_tags: list[str] = []
    for tag in tags:
        if not tag.startswith("/"):
            open_tags.append(tag)
        elif not open_tags or open_tags.pop() != tag[1:]:
            return False
    return not open_tags


def test_a_picture_by_itself_with_a_title_is_a_figure() -> None:
    """The title is its caption, as text; in running text, in a list, without a title or from elsewhere it is none."""
    assert render_markdown('![A quay](../q.png "Dawn <b>. Photo: Jo Hale")') == (
        '<figure><img src="../q.png" alt="A quay" /><figcaption dir="auto">Dawn &lt;b&gt;. Photo: Jo Hale</figcaption>'
        "</figure>\n"
    )
    for text in ('See ![A quay](../q.png "Dawn")', "![A quay](../q.png)", '![A quay](https://e.example/q.png "Dawn")'):
        assert "fig" not in render_markdown(text)
    assert "fig" not in render_markdown('- ![A quay](../q.png "Dawn")')


def test_a_figure_leaves_the_sentences_around_it_where_they_are() -> None:
    """Marks count on as without it."""
    text = 'One. Two.\n\n![A quay](../q.png "Dawn.")\n\nThree.'
    assert '<span id="s2">Three.</span>' in render_markdown(text, marks={2: "s2"})


def test_the_cells_of_a_table_are_aligned_by_a_class() -> None:
    """No page has a style of its own, which its policy would refuse."""
    text = "| a | b | c | d |\n|---|---:|:-:|:--|\n| 1 | 2 | 3 | 4 |\n"
    html = render_markdown(text)
    assert "style" not in html
    assert '<td>1</td>\n<td class="end">2</td>\n<td class="centre">3</td>\n<td>4</td>' in html


@pytest.mark.parametrize(
    "scheme", ["feed", "blob", "intent", "view-source", "livescript", "JavaScript", "data", "file"]
)
def test_a_link_by_an_unknown_scheme_is_text(scheme: str) -> None:
    """Only what runs nothing may be followed; what was typed is shown."""
    html = render_markdown(f"[read on]({scheme}:x)\n")
    assert "<a" not in html
    assert "read on" in html
    assert "<a" in render_markdown("[read on](../photo.jpg) [b](mailto:a@b.example) [c](HTTPS://a.example)\n")
