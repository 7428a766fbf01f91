"""Nothing in, the parser of Markdown out: CommonMark and tables, where nothing typed becomes markup of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from nutgraf.addresses import is_outside

_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@cache
def parser() -> MarkdownIt:
    """Return the parser; there is one."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.validateLink = _leads_somewhere  # type: ignore[method-assign, assignment]
    made.add_render_rule("image", _render_image)
    return made


def _leads_somewhere(address: str) -> bool:
    """Tell whether a link may stand on a page: within the site, or by a scheme that runs nothing."""
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[1].lower() in _SCHEMES


def _render_image(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Show a picture of the site's own; one elsewhere is a link to it, since loading it would tell on the reader."""
    source = str(tokens[index].attrs.get("src", ""))
    if not is_outside(source):
        return renderer.image(tokens, index, options, env)
    text = renderer.renderInlineAsText(tokens[index].children, options, env) or source
    return f'<a href="{escapeHtml(source)}">{escapeHtml(text)}</a>' if source.startswith("http") else escapeHtml(text)
