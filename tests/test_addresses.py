"""nutgraf.addresses: names become slugs that every host can carry, and links lead where they say."""

import posixpath
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nutgraf.addresses import SLUG, absolute, address_of, is_outside, relative, slugify
from nutgraf.models import Briefing, Topic

# Windows opens a device for these names, whatever the extension.
DEVICES = ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]

segments = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/:?#\\"), min_size=1).filter(
    lambda text: text not in (".", "..")
)
addresses = st.lists(segments, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Hamas and Fatah Hold Talks", "hamas-and-fatah-hold-talks"),
        ("  --Harbour: tolls, 2024!--  ", "harbour-tolls-2024"),
        ('Falk\'s "Plan B" — it’s off', "falks-plan-b-its-off"),
        ("O‘Neill and Oʼzbek", "oneill-and-ozbek"),
        ("Café Çelik, Łódź, Straße, Ærø", "cafe-celik-lodz-strasse-aero"),
        ("Cafe\u0301", "cafe"),
        ("Москва", "moskva"),
        ("C++ and C#", "c-and-c"),
        ("1.10 or 12:30", "1-10-or-12-30"),
        ("under_score/and\\slash", "under-score-and-slash"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\u00a0b\u200bc", "a-bc"),
        ("", ""),
        ("—!?", ""),
    ],
)
def test_a_slug_is_the_words_in_plain_lower_case(text: str, slug: str) -> None:
    """Accents go, apostrophes close up, everything else between words is one hyphen."""
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["北京会谈", "مفاوضات بكين", "שיחות", "회담", "बातचीत", "การเจรจา", "Αθήνα", "😀"])
def test_every_script_gives_a_slug(text: str) -> None:
    """A headline in any script gets a name in ASCII."""
    assert SLUG.fullmatch(slugify(text))


@given(st.text(max_size=300))
def test_a_slug_is_safe_and_stays_as_it_is(text: str) -> None:
    """Any text gives nothing or a slug of at most 100 characters, and a slug is its own slug."""
    slug = slugify(text)
    assert slug == "" or SLUG.fullmatch(slug)
    assert len(slug) <= 100
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("ab " * 33 + "c", "ab-" * 33 + "c"),
        ("ab " * 33 + "c d", "ab-" * 33 + "c"),
        ("ab " * 33 + "cd", "ab-" * 32 + "ab"),
        ("ab " * 60, "ab-" * 32 + "ab"),
        ("x" * 150, "x" * 100),
        ("x" * 100 + " y", "x" * 100),
        ("x" * 99 + " y", "x" * 99),
    ],
)
def test_a_long_slug_is_cut_at_a_word(text: str, slug: str) -> None:
    """A slug over 100 characters ends with the last whole word; one long word is cut."""
    assert slugify(text) == slug


def test_no_slug_is_the_name_of_a_device() -> None:
    """What Windows cannot create as a file is no slug, so that a site unpacks everywhere."""
    assert [name for name in DEVICES if slugify(name.upper()) == name] == []


@pytest.mark.parametrize("slug", ["a", "a-b", "2024", "a1-b2"])
def test_a_slug_is_recognised(slug: str) -> None:
    """Lower-case words and digits joined by single hyphens are a slug."""
    assert SLUG.fullmatch(slug)


@pytest.mark.parametrize("text", ["", "A", "a--b", "-a", "a-", "a b", "a/b", "a.b", "é", "a\n", "١"])
def test_what_is_no_slug_is_not_taken_for_one(text: str) -> None:
    """Capitals, accents, double hyphens, dots, slashes and line ends make no slug."""
    assert not SLUG.fullmatch(text)


def test_pages_stand_where_the_contract_says() -> None:
    """A briefing and a topic have their folder; a text is an address already."""
    briefing = Briefing(path="content/briefings/x.md", slug="tolls", headline="Tolls")
    assert address_of(briefing) == "briefings/tolls.html"
    assert address_of(Topic("harbour", "Harbour", (briefing,))) == "topics/harbour.html"
    assert address_of("archive.html") == "archive.html"


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("https://example.org/", True),
        ("mailto:a@example.org", True),
        ("MAILTO:a@example.org", True),
        ("//example.org/x", True),
        ("#s1", True),
        ("archive.html", False),
        ("archive.html#s1", False),
        ("briefings/a:b.html", False),
        ("1:0.html", False),
    ],
)
def test_an_address_of_its_own_is_told_from_one_in_dist(address: str, outside: bool) -> None:
    """A scheme, a host or a bare fragment is outside; a file of dist/ is not."""
    assert is_outside(address) is outside


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("briefings/a.html", "index.html", "briefings/a.html"),
        ("index.html", "briefings/a.html", "../index.html"),
        ("briefings/b.html", "briefings/a.html", "b.html"),
        ("topics/x.html", "briefings/a.html", "../topics/x.html"),
        ("assets/style.css", "a/b/c.html", "../../assets/style.css"),
        ("briefings/b.html#s1", "briefings/a.html", "b.html#s1"),
        ("files/a b%.pdf", "briefings/a.html", "../files/a%20b%25.pdf"),
        ("files/a:b.pdf", "files/c.html", "a%3Ab.pdf"),
        ("archive.html?a=b&c=d", "index.html", "archive.html?a=b&c=d"),
        ("https://example.org/a b", "briefings/a.html", "https://example.org/a b"),
        ("#s1", "briefings/a.html", "#s1"),
        ("index.html", "", "index.html"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(address: str, page: str, link: str) -> None:
    """Links climb only as far as needed, are encoded, keep their fragment, and leave outside addresses alone."""
    assert relative(address, page) == link


@given(addresses, addresses)
def test_every_link_resolves_back_to_its_address(address: str, page: str) -> None:
    """From any page, under any prefix, a browser that follows the link comes to the file, and asks for nothing else."""
    assume(not f"{page}/".startswith(f"{address}/") or page == address)  # no file is a folder too
    link = relative(address, page)
    assert not urlsplit(link).scheme
    assert not link.startswith("/")
    base = "http://host/deep/prefix/"
    target = urlsplit(urljoin(base + relative(page, ""), link))
    assert unquote(target.path) == f"/deep/prefix/{address}"
    assert (target.netloc, target.query, target.fragment) == ("host", "", "")


@pytest.mark.parametrize(
    ("address", "base_url", "url"),
    [
        ("briefings/a.html", "https://a.example/b/", "https://a.example/b/briefings/a.html"),
        ("images/ä b.png", "https://a.example/", "https://a.example/images/%C3%A4%20b.png"),
        ("briefings/a.html", "", ""),
        ("https://other.example/x", "", "https://other.example/x"),
    ],
)
def test_an_absolute_url_needs_the_sites_address(address: str, base_url: str, url: str) -> None:
    """Without base_url nobody knows where a page will stand, and nothing is made up; an outside address is its own."""
    assert absolute(address, base_url) == url


few_names = st.sampled_from(["a", "b", "a-b", "a.b", "_x", ".a", "-b", "a b", "é", "a..b"])
near_addresses = st.lists(few_names, min_size=1, max_size=4).map("/".join)


@given(near_addresses, near_addresses)
def test_a_plain_path_is_gone_as_any_other(address: str, page: str) -> None:
    """The short way gives what the library does."""
    assume(not f"{page}/".startswith(f"{address}/") or page == address)
    assert relative(address, page) == quote(posixpath.relpath(address, posixpath.dirname(page) or "."))
