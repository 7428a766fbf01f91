"""nutgraf.desk: each finding fires where it should, keeps quiet where it should, and is silenced by a waiver."""

import pytest

from nutgraf.desk import check_site
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, MenuItem, OutputFile, Places, Settings, Site, Waiver
from nutgraf.problems import Level, Problem

LIVE = "https://briefing.test/"
PATH = "content/briefings/a.md"


def found(site: Site, **pages: str) -> list[Problem]:
    """Return the findings on `site` with pages whose names have __ for a slash and lack .html."""
    files = [OutputFile(f"{name.replace('__', '/')}.html", text.encode()) for name, text in pages.items()]
    problems = check_site(site, [*files, OutputFile("assets/style.css", b""), OutputFile("a b.pdf", b"")])
    return [problem for problem in problems if not problem.rule.startswith("missing-")]


def site(*briefings: Briefing, base_url: str = LIVE, menu: tuple[MenuItem, ...] = ()) -> Site:
    """Return a site of `briefings`."""
    return Site(Settings("A", base_url=base_url, menu=menu), briefings, (), ())


def dated(published: str, updated: str, *waivers: Waiver) -> Site:
    """Return a site of one briefing with these dates."""
    instants = [parse_instant(text) if text else None for text in (published, updated)]
    return site(Briefing(PATH, "a", "A", published=instants[0], updated=instants[1], waive=waivers))


@pytest.mark.parametrize(
    ("published", "updated"),
    [
        ("2024-05-02", "2024-05-01"),
        ("2024-05-01T08:00+00:00", "2024-05-01T07:59+00:00"),
        ("2024-05-01T08:00+00:00", "2024-05-01T09:00+09:00"),
        ("2024-05-02T08:00+00:00", "2024-05-01"),
    ],
)
def test_an_update_before_the_publication_is_a_warning(published: str, updated: str) -> None:
    """Dates that contradict each other are told at the briefing's file, with both."""
    (problem,) = found(dated(published, updated))
    assert (problem.path, problem.rule, problem.level) == (PATH, "updated-before-published", Level.WARNING)
    assert published in problem.message
    assert updated in problem.message


@pytest.mark.parametrize(
    ("published", "updated"),
    [
        ("", ""),
        ("2024-05-01", ""),
        ("", "2024-05-01"),
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01", "2024-05-02"),
        ("2024-05-01T08:00+00:00", "2024-05-01T08:00+00:00"),
        ("2024-05-01T09:00+09:00", "2024-05-01T08:00+00:00"),
        ("2024-05-01T08:00+00:00", "2024-05-01"),
        ("2024-05-01", "2024-05-01T00:00+09:00"),
    ],
)
def test_dates_that_can_be_true_together_are_no_finding(published: str, updated: str) -> None:
    """Absent dates, equal ones, and a day that has a time within it contradict nothing."""
    assert found(dated(published, updated)) == []


@pytest.mark.parametrize(
    ("base_url", "words"),
    [
        ("", "base_url is not set"),
        ("https://example.org/", "base_url is the placeholder https://example.org/"),
        ("https://www.example.com/briefing/", "base_url is the placeholder"),
        ("http://briefing.example/", "base_url is the placeholder"),
    ],
)
def test_an_absent_or_placeholder_address_is_noted(base_url: str, words: str) -> None:
    """A site without its address is told so, and built all the same."""
    (problem,) = found(site(base_url=base_url))
    assert (problem.path, problem.rule, problem.level) == ("content/site.yaml", "base-url", Level.NOTE)
    assert words in problem.message


@pytest.mark.parametrize("base_url", [LIVE, "https://notexample.org/", "https://example.org.briefing.test/"])
def test_a_real_address_is_no_finding(base_url: str) -> None:
    """Only the names that nobody can publish at are placeholders."""
    assert found(site(base_url=base_url)) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="b.html">',
        '<a href="briefings/b.html">',
        '<a href="../a.html">',
        '<a href="/index.html">',
        '<img alt="A quay" src="photo.jpg">',
        '<script src="assets/app.js"></script>',
        '<link rel="stylesheet" href="style.css">',
        '<source src="film.mp4">',
        '<a href="index.html#nowhere">',
        '<a href="#nowhere">',
        '<a href="A.html">',
    ],
)
def test_a_link_to_nothing_is_an_error(html: str) -> None:
    """A link, picture, script or style that names no file or part of the site is told, with the page."""
    (problem,) = found(site(), index=html, briefings__a="")
    assert (problem.path, problem.rule, problem.level) == ("dist/index.html", "broken-link", Level.ERROR)
    assert html.split('"')[-2] in problem.message


@pytest.mark.parametrize(
    "html",
    [
        '<a href="briefings/a.html">',
        '<a href="briefings/a.html#s1">',
        '<a href="briefings/a.html?b=c">',
        '<a href="./briefings/../index.html">',
        '<a href="a%20b.pdf">',
        '<link rel="stylesheet" href="assets/style.css">',
        '<p id="here"><a href="#here">',
        '<p id="é"><a href="#%C3%A9">',
        '<a href="#">',
        '<a name="b">',
        '<a href="https://example.org/nowhere">',
        '<a href="//example.org/nowhere">',
        '<a href="mailto:a@example.org">',
        f'<link rel="canonical" href="{LIVE}x.html">',
        "<p>href='b.html'</p><!-- <a href='b.html'> -->",
    ],
)
def test_a_link_that_leads_somewhere_is_no_finding(html: str) -> None:
    """Files and parts of the site, in any spelling, and whatever lies outside it are fine."""
    assert found(site(), index=html, briefings__a='<p id="s1">') == []


def test_a_broken_link_in_a_body_is_told_at_its_line() -> None:
    """An editor is led to the content file and the line on which the link stands."""
    briefing = Briefing(PATH, "a", "A", body="One.\n\n[b](b.html)\n", body_line=5)
    assert [str(p) for p in found(site(briefing), briefings__a='<p>One.</p><p><a href="b.html">b</a></p>')] == [
        f"{PATH}:7: error: the link 'b.html' names no file of the site (correct the link or restore what it names)"
    ]


def test_a_broken_link_of_a_layout_is_told_once_for_all_pages() -> None:
    """What a layout writes on every page is one finding that counts them, not one a page."""
    (problem,) = found(site(), index='<a href="b.html"><a href="b.html">', archive='<a href="b.html">')
    assert problem.path == "dist/index.html"
    assert "here and on 1 other page" in problem.message


def test_a_broken_link_of_the_menu_is_told_where_it_is_set() -> None:
    """An editor is led to the settings, once."""
    menu = (MenuItem("About", "about.html"),)
    (problem,) = found(site(menu=menu), index='<a href="about.html">', archive='<a href="about.html">')
    assert (problem.path, problem.message) == (
        "content/site.yaml",
        "menu: the link 'about.html' names no file of the site",
    )


@pytest.mark.parametrize(("base_url", "prefix"), [("https://briefing.test/deep/", "/deep/"), (LIVE, "/")])
def test_the_404_page_links_through_the_sites_path(base_url: str, prefix: str) -> None:
    """It is served at any depth, so its links begin with base_url's path; elsewhere such links are broken."""
    here = site(base_url=base_url)
    assert found(here, index="", **{"404": f'<a href="{prefix}index.html">'}) == []
    assert [p.rule for p in found(here, **{"404": f'<a href="{prefix}gone.html">'})] == ["broken-link"]
    assert [p.rule for p in found(here, index=f'<a href="{prefix}index.html">')] == ["broken-link"]


def test_an_id_that_stands_twice_is_an_error() -> None:
    """Two parts of one page with one id are told with the count; the same id on two pages is fine."""
    assert [str(p) for p in found(site(), index='<p id="a"><b id="a"><i id="b">', archive='<p id="b">')] == [
        "dist/index.html: error: the id 'a' stands 2 times on the page (give one of the two another id)"
    ]


def test_an_id_is_not_looked_for_in_the_words_of_a_body() -> None:
    """Ids are made by layouts: a body that happens to hold the letters of one is not shown as its place."""
    briefing = Briefing(PATH, "a", "A", body="One.\n\nThe top line.\n", body_line=5)
    (problem,) = found(site(briefing), briefings__a='<p id="top"><p id="top">')
    assert (problem.rule, problem.line) == ("duplicate-id", 0)


@pytest.mark.parametrize(
    ("rule", "path", "silent"),
    [
        ("updated-before-published", PATH, True),
        ("broken-link", PATH, False),
        ("", PATH, False),
        ("updated-before-published", "content/briefings/b.md", False),
    ],
)
def test_a_waiver_silences_its_rule_in_its_own_file(rule: str, path: str, silent: bool) -> None:
    """A waiver silences the finding it names, and no other rule or file."""
    (first,) = dated("2024-05-02", "2024-05-01").briefings
    waiver = Waiver("It is so.", rule)
    if path == PATH:
        here = dated("2024-05-02", "2024-05-01", waiver)
    else:
        here = site(first, Briefing(path, "b", "B", waive=(waiver,)))
    assert ("updated-before-published" not in [problem.rule for problem in found(here)]) is silent


def test_a_silenced_finding_says_so() -> None:
    """In its place stands a note with the editor's reason."""
    (note,) = found(dated("2024-05-02", "2024-05-01", Waiver("It is so.", "updated-before-published")))
    assert (note.rule, note.level, note.hint) == ("waived", Level.NOTE, "reason: It is so.")
    assert note.message.startswith("waived: updated (2024-05-01) lies before published")


def test_a_waiver_that_silences_nothing_is_a_warning() -> None:
    """It is told at its own place; one of a rule that may fire tomorrow, or that the site does not want, is not."""
    places = Places(waive=((7, 3), (8, 3)))
    waivers = (Waiver("y", "headline-length"), Waiver("z", "stale-draft"))
    briefing = Briefing(PATH, "a", "A", waive=waivers, places=places)
    (problem,) = found(site(briefing))
    assert (problem.rule, problem.level, problem.line, problem.column) == ("waiver-unused", Level.WARNING, 7, 3)
    assert "headline-length" in problem.message
    unwanted = Site(Settings("A", base_url=LIVE, desk={"headline-length": "off"}), (briefing,), (), ())
    assert found(unwanted) == []


@pytest.mark.parametrize(
    ("rule", "html"), [("broken-link", '<a href="b.html">'), ("duplicate-id", '<p id="b"><p id="b">')]
)
def test_a_waiver_silences_what_is_found_on_the_briefings_page(rule: str, html: str) -> None:
    """Findings on a briefing's page belong to its content file, and can be waived there."""
    plain = Briefing(PATH, "a", "A")
    waived = Briefing(PATH, "a", "A", waive=(Waiver("It is so.", rule),))
    assert [p.rule for p in found(site(plain), briefings__a=html)] == [rule]
    assert [p.rule for p in found(site(waived), briefings__a=html)] == ["waived"]


def test_findings_come_in_order() -> None:
    """All checks' findings stand together by path, once each."""
    problems = found(dated("2024-05-02", "2024-05-01"), index='<a href="b.html">')
    assert [(p.path, p.rule) for p in problems] == [
        (PATH, "updated-before-published"),
        ("dist/index.html", "broken-link"),
    ]
