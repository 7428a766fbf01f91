"""nutgraf.desk.links: where a link leads is the same whether it is told by a look or by the library."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.desk import links

PIECES = ("../", "./", "a", "b.html", "/", "//", "#s1", "?q", "..", ".", ":", "%20", "é", "x-y_z", "mailto:", " ", "")
texts = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)


@given(texts, st.sampled_from(["", "briefings", "topics/harbours"]), st.sampled_from(["", "/", "/base/"]))
def test_a_plain_link_leads_where_the_library_says(link: str, folder: str, base: str) -> None:
    """From any folder, up and down; what is not plain is read by the library."""
    links._target.cache_clear()
    found = links._target(link, folder, base)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(links, "_PLAIN", re.compile("(?!)"))
        links._target.cache_clear()
        assert found == links._target(link, folder, base)
    links._target.cache_clear()
