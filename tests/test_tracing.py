"""nutgraf.tracing: the takeaways of a page lead to their sentences, and only those have an id."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from nutgraf.models import Briefing
from nutgraf.pipeline import build_site
from nutgraf.tracing import trace_briefing

CONTENT = """-- content/site.yaml --
title: A
{setting}
-- content/briefings/tolls.md --
---
headline: Tolls rise
why_it_matters: Half of the region's food comes through the port. Prices will follow.
takeaways:
- Lorries pay 12% more from June
- Half of the food of the region arrives by this port
- A museum of rope opens in Tarn
---
The board *voted on Monday. Lorries will pay 12 percent* more from June.

- It is the third rise.
"""


@pytest.fixture
def page(make_site: Callable[[str], Path]) -> Callable[[str], str]:
    """Return what builds the page of a briefing on a site with a setting."""

    def build(setting: str) -> str:
        files = {file.address: file.data.decode() for file in build_site(make_site(CONTENT.format(setting=setting)))}
        return files["briefings/tolls-rise.html"]

    return build


def test_a_takeaway_leads_to_its_sentence(page: Callable[[str], str]) -> None:
    """Sentences are numbered over why it matters and body; only those that a takeaway rests on have their id."""
    html = page("")
    assert re.findall(r'href="#(s\d+)"', html) == ["s4", "s1"]
    assert re.findall(r'id="(s\d+)"', html) == ["s1", "s4"]
    assert '<span id="s1">Half of the region\'s food comes through the port.</span> Prices' in html
    assert '<em>voted on Monday. <span id="s4">Lorries will pay 12 percent</span></em> more from June.' in html
    assert '<li dir="auto">A museum of rope opens in Tarn</li>' in html


def test_a_site_may_do_without(page: Callable[[str], str]) -> None:
    """With `evidence: false` the page has the takeaways and the text, and no links between them."""
    html = page("evidence: false")
    assert not re.search(r'[#"]s\d', html)
    assert "Lorries pay 12% more from June" in html


def test_a_trace() -> None:
    """Links, and the ids by the index that a sentence has in its own part."""
    briefing = Briefing("a.md", "a", "A", "Boats sail. Rain falls.", why_it_matters="Wind blows.")
    assert trace_briefing(briefing).links == ()
    briefing = Briefing("a.md", "a", "A", "Boats sail. Rain falls.", takeaways=("It rains", "Rain", "Tarn burns"))
    trace = trace_briefing(briefing)
    assert (trace.links, trace.why_marks, trace.body_marks) == (("s2", "s2", ""), {}, {1: "s2"})
