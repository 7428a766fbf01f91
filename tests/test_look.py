"""The look of a site is its own: colours, logo and footer by settings, and any one layout or static file by itself."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from test_readme import README

from nutgraf.pipeline import build_site
from nutgraf.pipeline import make_site as make_whole
from nutgraf.problems import ContentError

BRIEFING = """
    -- content/briefings/a.md --
    ---
    headline: Tolls rise
    takeaways: [They rise from June., They rose last year.]
    ---
    The tolls rise from June.
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>'
PLACES = (("index.html", ""), ("404.html", "/"), ("briefings/tolls-rise.html", "../"))
"""Pages, and what a link to the top of the site starts with there."""


def with_settings(line: str) -> str:
    """Return the text of a site whose settings have one more line."""
    return f"    -- content/site.yaml --\n    title: The Elswick Briefing\n    {line}\n{BRIEFING}"


def built(root: Path) -> dict[str, str]:
    """Return the text of every file of dist/."""
    return {file.address: file.data.decode() for file in build_site(root)}


def style_of(files: dict[str, str]) -> str:
    """Return the one style sheet of dist/."""
    (style,) = [text for address, text in files.items() if re.fullmatch(r"assets/style\.[0-9a-f]{10}\.css", address)]
    return style


def faults_of(root: Path) -> list[str]:
    """Return the problems that stop the build."""
    with pytest.raises(ContentError) as caught:
        build_site(root)
    return [str(problem) for problem in caught.value.problems]


def bare(root: Path) -> Path:
    """Take the layouts and static files away from a site that has all of them."""
    shutil.rmtree(root / "layouts")
    shutil.rmtree(root / "static")
    return root


def write_box(root: Path, text: str) -> Path:
    """Give a site the partial of the takeaways, and no other layout."""
    (root / "layouts" / "partials").mkdir(parents=True)
    (root / "layouts" / "partials" / "takeaways.html").write_text(text, encoding="utf-8")
    return root


def test_a_site_without_layouts_and_static_files_has_those_of_nutgraf(make_site: Callable) -> None:
    """Settings and briefings are enough: the same bytes as with a copy of everything else."""
    whole = {file.address: file.data for file in build_site(make_site(BRIEFING, "whole"))}
    assert {file.address: file.data for file in build_site(bare(make_site(BRIEFING, "bare")))} == whole


def test_one_partial_alone_changes_every_page_that_uses_it(make_site: Callable) -> None:
    """The example of README, as the only layout of a site, is seen on the briefing and on the front page."""
    example = re.search(r"```jinja\n(.*?)```", README, re.DOTALL)
    assert example
    files = built(write_box(bare(make_site(BRIEFING)), example[1]))
    for address in ("index.html", "briefings/tolls-rise.html"):
        (box,) = html.fromstring(files[address]).xpath("//section[@class='takeaways']")
        assert box.xpath("string(h2 | h3)") == "In 2 points"
        assert box.xpath("ol/li/text()") == ["They rise from June.", "They rose last year."]


def test_a_layout_that_does_not_fit_those_of_nutgraf_is_told(make_site: Callable) -> None:
    """The fault stands in Nutgraf's layouts; the message says whose they are and where to look."""
    faults = faults_of(write_box(bare(make_site(BRIEFING)), "{% macro box() %}{% endmacro %}"))
    assert {fault.partition(":")[0] for fault in faults} == {"layouts/briefing.html", "layouts/index.html"}
    assert all("(it is Nutgraf's own: compare" in fault for fault in faults)


def test_a_style_sheet_of_its_own_replaces_that_of_nutgraf(make_site: Callable) -> None:
    """Only one is published, and the icon still comes from Nutgraf."""
    root = bare(make_site(BRIEFING))
    (root / "static").mkdir()
    (root / "static" / "style.css").write_text("p{}", encoding="utf-8")
    files = built(root)
    assert style_of(files) == "p{}"
    assert len([address for address in files if address.startswith("assets/favicon.")]) == 1


def test_of_what_nutgraf_lends_only_what_is_asked_for_is_published(make_site: Callable) -> None:
    """A site whose layouts do without the icon has none; a file of its own is published, asked for or not."""
    root = make_site(BRIEFING)
    shutil.rmtree(root / "static")
    (root / "static").mkdir()
    base = root / "layouts" / "base.html"
    base.write_text(re.sub(r'<link rel="icon".*\n', "", base.read_text(encoding="utf-8")), encoding="utf-8")
    (root / "static" / "print.css").write_text("p{}", encoding="utf-8")
    names = {address.split(".")[0] for address in built(root) if address.startswith("assets/")}
    assert {"assets/print", "assets/style"} <= names
    assert "assets/favicon" not in names


def test_colours_follow_what_the_style_sheet_says(make_site: Callable) -> None:
    """Each in its scheme and on a screen alone; without any the style sheet stays as it is."""
    plain = style_of(built(make_site(BRIEFING, "plain")))
    root = make_site(with_settings('colours: {light: {accent: "#00695c"}, dark: {accent: "#5fd0bf", box: "#123"}}'))
    assert style_of(built(root)) == plain + (
        "@media screen and (prefers-color-scheme: light) { :root { --accent: #00695c } }\n"
        "@media screen and (prefers-color-scheme: dark) { :root { --box: #123; --accent: #5fd0bf } }\n"
    )


@pytest.mark.parametrize(
    ("colours", "message"),
    [
        ('light: {acent: "#00695c"}', "content/site.yaml:2:19: error: unknown field 'acent' (did you mean 'accent'?)"),
        ("dark: {accent: red}", "content/site.yaml:2:26: error: 'accent': 'red' is not a colour; write '#9e1b1b'"),
        ('accent: "#00695c"', "content/site.yaml:2:11: error: unknown field 'accent' (known: light, dark)"),
    ],
)
def test_colours_at_fault(make_site: Callable, colours: str, message: str) -> None:
    """An unknown name or scheme, and what is no colour, are told with their place."""
    (fault,) = faults_of(make_site(with_settings(f"colours: {{{colours}}}")))
    assert fault.startswith(message)


@pytest.mark.parametrize(("scheme", "colour"), [("light", "#d0a0a0"), ("dark", "#402020")])
def test_colours_too_faint_to_read(make_site: Callable, scheme: str, colour: str) -> None:
    """The desk's rule of contrast looks at the settings too, and names their file."""
    root = make_site(with_settings(f'colours: {{{scheme}: {{accent: "{colour}"}}}}'))
    problems = [problem for problem in make_whole(root).problems if problem.rule == "contrast"]
    assert {problem.path for problem in problems} == {"content/site.yaml"}
    assert all(problem.message.startswith(f"{scheme} scheme: --accent on --") for problem in problems)


def test_the_logo_stands_in_the_masthead_with_its_size(make_site: Callable) -> None:
    """On every page, named by the publisher, as wide as its drawing; the file is published once."""
    root = make_site(with_settings("publisher: {name: Elswick Press, logo: logo.svg}"))
    (root / "static" / "logo.svg").write_text(LOGO, encoding="utf-8")
    files = built(root)
    (address,) = [address for address in files if address.startswith("assets/logo.")]
    size = {"width": "120", "height": "40"}
    for page, prefix in PLACES:
        (picture,) = html.fromstring(files[page]).xpath("//header//img")
        assert dict(picture.attrib) == {"class": "logo", "src": prefix + address, "alt": "Elswick Press", **size}


def test_a_logo_that_is_not_there(make_site: Callable) -> None:
    """A file that does not exist is an error with a hint; a logo on another host is never loaded by a page."""
    (fault,) = faults_of(make_site(with_settings("publisher: {logo: favico.svg}"), "a"))
    assert fault == "content/site.yaml: error: 'logo': static/favico.svg does not exist (did you mean 'favicon.svg'?)"
    files = built(make_site(with_settings("publisher: {logo: https://elswick.example/logo.png}"), "b"))
    assert "<img" not in files["index.html"]


def test_the_footer_is_markdown_whose_links_lead_right_from_every_page(make_site: Callable) -> None:
    """Addresses in dist/ are written as each page needs them, and markup is text."""
    root = make_site(
        with_settings("footer: Set in [Elswick](archive.html?a&b) <b>since</b> [1871](https://e.example/)")
    )
    files = built(root)
    for page, prefix in PLACES:
        (said,) = html.fromstring(files[page]).xpath("//footer//div[@class='said']")
        assert said.xpath(".//@href") == [prefix + "archive.html?a&b", "https://e.example/"]
        assert said.text_content().strip() == "Set in Elswick <b>since</b> 1871"
