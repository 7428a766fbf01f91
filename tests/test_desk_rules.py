"""nutgraf.desk, rule by rule: each is seen firing and seen keeping quiet, and a site sets its level."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nutgraf.assemble import assemble_site
from nutgraf.desk import check_site
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, Correction, Entry, OutputFile, Places, Settings, Site, Waiver
from nutgraf.palette import contrast
from nutgraf.problems import Level, Problem
from nutgraf.rules import RULES

PATH = "content/briefings/a.md"
PAGE = "briefings/a.html"
LIVE = "https://briefing.test/"
TODAY = date(2024, 6, 15)
WHOLE = Briefing(
    PATH,
    "a",
    "Tolls rise",
    dek="From June.",
    byline=("Jo Hale",),
    published=parse_instant("2024-05-01"),
    body="A word on the tolls: they rise from June.\n",
    body_line=9,
)

FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:a</id><title>A</title><updated>2024-05-01T00:00:00Z</updated>
<entry><id>tag:b</id><title>B</title><updated>2024-05-01T00:00:00Z</updated></entry></feed>"""
SITEMAP = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{LIVE}index.html</loc></url>
<url><loc>{LIVE}briefings/a.html</loc></url></urlset>"""
STYLE = """:root { --paper: #ffffff; --ink: #111; --link: #0b4f8a }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #111111; --ink: #eee; --link: #8fc2f5 } }"""


def check(
    briefing: Briefing = WHOLE, drafts: tuple[Briefing, ...] = (), levels: dict[str, str] | None = None, **files: str
) -> list[Problem]:
    """Return the findings on a site of one briefing; names of files have __ for a slash and _ for a dot."""
    site = Site(Settings("A", base_url=LIVE, desk=levels or {}), (briefing,), (), ())
    names = {name: name.replace("__", "/").replace("_", ".") for name in files}
    outputs = [OutputFile(names[name], text.encode()) for name, text in files.items()]
    return check_site(site, outputs, drafts, TODAY)


def rules(problems: list[Problem]) -> list[str]:
    """Return the ids of the rules that fired."""
    return [problem.rule for problem in problems]


def test_a_whole_briefing_is_no_finding() -> None:
    """A site with nothing to find fault with is quiet, whatever files it has."""
    page = '<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2><img src="../index.html" alt="A quay"><p id="a"><p id="b">'
    files = {"briefings__a_html": page, "feed_xml": FEED, "sitemap_xml": SITEMAP, "index_html": "<h1>A</h1>"}
    assert check(**files, assets__style_0a1b_css=STYLE) == []


@pytest.mark.parametrize(
    ("change", "rule", "words"),
    [
        ({"published": None}, "missing-date", "no date"),
        ({"byline": ()}, "missing-byline", "no byline"),
        ({"dek": ""}, "missing-dek", "no dek"),
        ({"headline": "x" * 111}, "headline-length", "111 characters"),
        ({"takeaways": ("word", "word " * 31)}, "takeaway-length", "takeaway 2 has 31 words"),
        ({"published": parse_instant("2024-06-17")}, "future-date", "2024-06-17"),
        ({"updated": parse_instant("2024-06-17T01:00+00:00")}, "future-date", "updated (2024-06-17T01:00+00:00)"),
        ({"updated": parse_instant("2024-04-30")}, "updated-before-published", "2024-04-30"),
        ({"draft": True}, "stale-draft", "45 days"),
        (
            {"corrections": (Correction(date(2024, 5, 2), "It said ten."), Correction(None, "x"))},
            "correction-undated",
            "correction 2 has no date",
        ),
    ],
)
def test_a_briefing_at_fault(change: dict[str, object], rule: str, words: str) -> None:
    """Each rule about a briefing fires at its content file, with the figure that is at fault."""
    (problem,) = check(replace(WHOLE, **change))
    assert (problem.path, problem.rule, problem.level) == (PATH, rule, RULES[rule].level)
    assert words in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    "change",
    [
        {"published": None, "updated": parse_instant("2024-05-01")},
        {"headline": "x" * 110},
        {"takeaways": ("word " * 30,)},
        {"published": parse_instant("2024-06-16")},  # it is that day already in the east
        {"draft": True, "published": parse_instant("2024-05-16")},
        {"corrections": (Correction(date(2024, 5, 2), "It said ten."),)},
    ],
)
def test_a_briefing_just_within_bounds(change: dict[str, object]) -> None:
    """A rule keeps quiet up to its bound."""
    assert check(replace(WHOLE, **change)) == []


@pytest.mark.parametrize(
    ("change", "rule", "line", "words"),
    [
        ({"takeaways": ("Tolls rise", "Boats burn at sea"), "places": Places(takeaways=((5, 5), (6, 5)))},
         "unsupported-takeaway", 6, "takeaway 2, 'Boats burn at sea'"),
        ({"dek": "Boats burn at sea."}, "unsupported-dek", 0, "the dek, 'Boats burn at sea.'"),
        ({"timeline": (Entry("Tolls rise."), Entry("Boats burn at sea.")), "places": Places(timeline=((5, 9), (7, 9)))},
         "unsupported-entry", 7, "the timeline's 'Boats burn at sea.'"),
    ],
)  # fmt: skip
def test_what_no_sentence_supports(change: dict[str, object], rule: str, line: int, words: str) -> None:
    """A takeaway, a dek or an entry of the editor's own about something else is told, with its line."""
    (problem,) = check(replace(WHOLE, **change))
    assert (problem.path, problem.rule, problem.line) == (PATH, rule, line)
    assert words in problem.message


@pytest.mark.parametrize(
    "change",
    [
        {"takeaways": ("From June, tolls will rise",)},
        {"takeaways": ("Boats burn",), "why_it_matters": "Boats *burn* there."},  # why it matters is evidence too
        {"takeaways": ("Boats burn",), "body": ""},  # there is no article to rest on
        {"dek": "Boats burn. Tolls rise."},  # one sentence at least
        {"timeline": (Entry("the tolls: they rise"),)},  # the article's own words
    ],
)
def test_what_a_sentence_supports(change: dict[str, object]) -> None:
    """The rules keep quiet where the article, or why it matters, says as much."""
    assert check(replace(WHOLE, **change)) == []


def test_a_hidden_draft_grows_stale() -> None:
    """A draft that the site does not show is looked at all the same; without a day, nothing is old."""
    draft = Briefing("content/briefings/b.md", "b", "B", added=date(2024, 5, 1), draft=True)
    (problem,) = check(drafts=(draft,))
    assert (problem.path, problem.rule) == ("content/briefings/b.md", "stale-draft")
    assert check_site(Site(Settings("A", base_url=LIVE), (WHOLE,), (), ()), [], (draft,)) == []


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        ('<p id="a"><p id="a">', "duplicate-id"),
        ('<img src="index.html">', "image-alt"),
        ('<img src="index.html" alt=" ">', "image-alt"),
        ("<h1>A</h1><h3>B</h3>", "heading-order"),
        ("<h1>A</h1><h1>B</h1>", "heading-order"),
        ('<a href="gone.html">', "broken-link"),
    ],
)
def test_a_page_at_fault(page: str, rule: str) -> None:
    """What is found on a briefing's page is told at its content file."""
    (problem,) = check(briefings__a_html=page, index_html="<h1>A</h1>", briefings__index_html="")
    assert (problem.path, problem.rule) == (PATH, rule)


def test_a_picture_without_words_is_told_at_its_line() -> None:
    """The editor is led to the line of the body on which it stands."""
    briefing = replace(WHOLE, body="From June.\n\n![](quay.jpg)\n")
    (problem,) = check(briefing, briefings__a_html='<img src="quay.jpg" alt="">', briefings__quay_jpg="")
    assert (problem.rule, problem.line) == ("image-alt", 11)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("--ink: #111", "--ink: #999", "light scheme: --ink on --paper"),
        ("--ink: #eee", "--ink: #333333", "dark scheme: --ink on --paper"),
        ("--link: #0b4f8a }", "--link: #0b4f8a; --box: #0b4f8b }", "--link on --box"),
    ],
)
def test_faint_text(old: str, new: str, words: str) -> None:
    """A colour of the style sheet too near to its ground is told, with scheme and ratio."""
    problems = check(assets__style_0a1b_css=STYLE.replace(old, new))
    assert {problem.rule for problem in problems} == {"contrast"}
    assert any(words in problem.message for problem in problems)


def test_contrast_is_that_of_wcag() -> None:
    """Known pairs: black on white is 21, grey #767676 on white just passes, a colour on itself is 1."""
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("767676", "ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("0b4f8a", "0b4f8a") == 1


def test_the_style_sheet_that_ships_stands_out() -> None:
    """Both schemes of our own style sheet pass, and all their colours were read."""
    style = (Path(__file__).parent.parent / "static" / "style.css").read_text(encoding="utf-8")
    assert check(assets__style_0a1b_css=style) == []
    assert check(assets__style_0a1b_css=style.replace("--muted: #595650", "--muted: #999"))


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("feed_xml", FEED.replace("</feed>", ""), "well-formed"),
        ("feed_xml", FEED.replace("<title>B</title>", "<title> </title>"), "an entry has no title"),
        ("feed_xml", FEED.replace("<id>tag:a</id>", ""), "the feed has no id"),
        ("feed_xml", FEED.replace("</feed>", FEED[FEED.index("<entry>") :]), "2 entries have the id tag:b"),
        ("sitemap_xml", SITEMAP.replace("urlset>", "set>"), "well-formed"),
        ("sitemap_xml", SITEMAP.replace(f"{LIVE}index", "index"), "index.html is not below"),
        ("sitemap_xml", SITEMAP.replace("briefings/a", "index"), "is listed 2 times"),
    ],
)
def test_a_feed_or_sitemap_at_fault(name: str, text: str, words: str) -> None:
    """Each is told with the layout that makes it."""
    (problem,) = check(**{name: text})
    assert words in problem.message
    assert f"layouts/{name.replace('_', '.')}" in problem.hint


@pytest.mark.parametrize(("level", "found"), [("error", [Level.ERROR]), ("note", [Level.NOTE]), ("off", [])])
def test_a_site_sets_the_level_of_a_rule(level: str, found: list[Level]) -> None:
    """`desk` in the settings makes a rule weigh more or less, or not at all; others keep their level."""
    briefing = replace(WHOLE, headline="x" * 111, dek="")
    problems = check(briefing, levels={"headline-length": level})
    assert [p.level for p in problems if p.rule == "headline-length"] == found
    assert [p.level for p in problems if p.rule == "missing-dek"] == [Level.NOTE]


def test_every_rule_says_what_it_holds_and_how_it_is_mended() -> None:
    """The registry is whole, and ids are ids."""
    assert all(rule.holds and rule.mend and rule.id == name for name, rule in RULES.items())
    assert all(name.replace("-", "").isalpha() and name.islower() for name in RULES)


TOLD = "A fire at the grain terminal of Ellarin killed 12 dockers."


@pytest.mark.parametrize(
    ("older", "message"),
    [
        (Entry(TOLD, "2024-04-30"), ""),
        (Entry("The terminal of Ellarin is a ruin, and its fire burns on.", "2024-04-30"), ""),
        (
            Entry(TOLD.replace("12", "14"), "2024-04-30"),
            "'12' here, but '14' in content/briefings/b.md:7: "
            "“A fire at the grain terminal of Ellarin killed 14 dockers.”",
        ),
        (
            Entry(TOLD, "2024-04-29"),
            "2024-04-30 here, but 2024-04-29 in content/briefings/b.md:7: "
            "“A fire at the grain terminal of Ellarin killed 12 dockers.”",
        ),
    ],
)
def test_timeline_conflict(older: Entry, message: str) -> None:
    """Two briefings give an event another number or day: told at the newer one, with the place of the other."""
    new = replace(WHOLE, timeline=(Entry(TOLD, "2024-04-30"),), places=Places(timeline=((5, 0),)))
    old = replace(new, path="content/briefings/b.md", slug="b", timeline=(older,), places=Places(timeline=((7, 0),)))
    old = replace(old, published=parse_instant("2024-04-30"))
    for order in ([new, old], [old, new]):
        found = check_site(assemble_site(Settings("A", base_url=LIVE), order), [], (), TODAY)
        conflicts = [problem for problem in found if problem.rule == "timeline-conflict"]
        assert [(p.path, p.line, p.message) for p in conflicts] == ([(PATH, 5, message)] if message else [])
    waived = replace(new, waive=(Waiver("Two more died.", "timeline-conflict"),))
    found = check_site(assemble_site(Settings("A", base_url=LIVE), [waived, old]), [], (), TODAY)
    assert "timeline-conflict" not in rules(found)
