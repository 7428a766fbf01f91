"""Markdown in, safe HTML out: raw HTML is shown as text, and links with active schemes are no links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from nutgraf.addresses import is_outside


def render_markdown(text: str, top: int = 2) -> str:
    """Return the HTML of CommonMark `text`, which may hold tables; nothing typed in it can become markup of its own.

    `top` is the highest level its headings may have, 1 to 6: they go into a page that has headings above them.
    """
    parser = _parser()
    tokens = parser.parse(text)
    _order_headings(tokens, top)
    return str(parser.renderer.render(tokens, parser.options, {}))


def plain_paragraphs(text: str) -> list[str]:
    """Return the paragraphs and list items of CommonMark `text` as a reader sees them; headings are left out."""
    tokens = _parser().parse(text)
    kinds = [before.type for before in tokens]
    inline = [
        token
        for kind, token in zip(["", *kinds], tokens, strict=False)
        if token.type == "inline" and kind != "heading_open"
    ]
    return ["".join(_plain(child) for child in token.children or ()) for token in inline]


def _plain(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content if token.type != "image" else ""


def _order_headings(tokens: Iterable[Token], top: int) -> None:
    """Keep headings below `top`, and let none skip a level: a screen reader takes a gap for a part that is missing."""
    level = top - 1
    for token in tokens:
        if token.type == "heading_open":
            level = min(max(int(token.tag[1]), top), level + 1, 6)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("image", _render_image)
    return parser


def _render_image(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Show a picture of the site's own; one elsewhere is a link to it, since loading it would tell on the reader."""
    source = str(tokens[index].attrs.get("src", ""))
    if not is_outside(source):
        return renderer.image(tokens, index, options, env)
    text = renderer.renderInlineAsText(tokens[index].children, options, env) or source
    return f'<a href="{escapeHtml(source)}">{escapeHtml(text)}</a>' if source.startswith("http") else escapeHtml(text)
