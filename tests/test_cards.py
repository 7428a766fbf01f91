"""nutgraf.cards: what stands on a social card, when there is none, and that it is drawn once."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from dist_checks import load_tree, pages
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nutgraf import cards
from nutgraf.assemble import assemble_site
from nutgraf.cards import draw_cards, keep_cards, plan_cards
from nutgraf.cards.drawing import HEIGHT, WIDTH, Face, draw_face, set_face
from nutgraf.cards.lettering import font, is_rtl, plain_text, runs, set_text, visual
from nutgraf.models import Briefing, Page, Settings, Site
from nutgraf.problems import ContentError

COLOURS = {"paper": "ffffff", "ink": "000000", "accent": "ff0000", "box": "00ff00"}
SIZES = ((80, 2), (50, 4), (30, 9))
ARABIC = "ارتفاع رسوم الميناء للمرة الثالثة"
CHINESE = "奥尔德穆尔港公布冬季渡轮时刻表"
OWN = "briefings/b.png"
SETTINGS = "title: The Elswick Briefing\nbase_url: https://elswick.example/briefing/\ncards: true\n"


def everything(found: Sequence[Page]) -> Iterable[Page]:
    """Wrap a sequence of pages without showing anything."""
    return found


def nothing(found: Sequence[Page]) -> Iterable[Page]:
    """Fail when there is anything to draw."""
    assert [page.address for page in found] == []
    return found


def site_of(*briefings: Briefing, **settings: object) -> Site:
    """Return a site that wants cards."""
    known = Settings("The Elswick Briefing", "News of Elswick.", "https://elswick.example/", cards=True)
    return assemble_site(replace(known, **settings), briefings)


def briefing(headline: str, *takeaways: str) -> Briefing:
    """Return the briefing `b`."""
    return Briefing("content/briefings/b.md", "b", headline, takeaways=takeaways)


def picture(data: bytes) -> Image.Image:
    """Return a PNG, decoded."""
    return Image.open(io.BytesIO(data)).convert("RGB")


def addresses(site: Site) -> list[str]:
    """Return where the cards of a site stand."""
    return [card.page.address for card in plan_cards(site, "", {})]


def test_a_card_for_each_briefing_and_one_for_the_site() -> None:
    """A card is a PNG of 1200 by 630."""
    planned = plan_cards(site_of(briefing("Tolls rise", "By 12 percent.")), "", {})
    files = draw_cards(planned, everything)
    assert [file.address for file in files] == ["card.png", OWN]
    assert {picture(file.data).size for file in files} == {(1200, 630)}


def test_no_card_without_need() -> None:
    """Cards are made when they are asked for, and only an absolute address can name them."""
    assert addresses(site_of(briefing("Tolls rise"), cards=False)) == []
    assert addresses(site_of(briefing("Tolls rise"), base_url="")) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Tolls rise",
        "Île-de-France: “l’œuvre” — 12 %",
        "Порт підвищує збори",
        "Ο δήμος αποφασίζει",
        ARABIC,
        f"{ARABIC} (BBC) 12%",
    ],
)
def test_headlines_that_are_drawn(headline: str) -> None:
    """Latin, Cyrillic, Greek and Arabic letters have their fonts."""
    assert OWN in addresses(site_of(briefing(headline)))


@pytest.mark.parametrize(
    "headline", [CHINESE, f"Elswick, {CHINESE}", "Tolls rise 🚢", "नमस्ते", "x" * 200, "Tolls rise again " * 40]
)
def test_headlines_that_are_not(headline: str) -> None:
    """Without letters for it, or room, there is no card of its own: nothing is cut, and no box stands for a letter."""
    assert addresses(site_of(briefing(headline))) == ["card.png"]


def test_a_site_whose_title_has_no_letters_has_no_card() -> None:
    """Its briefings may have them, without its name."""
    assert addresses(site_of(briefing("Tolls rise"), title=CHINESE)) == [OWN]


def test_a_takeaway_stands_whole_or_not_at_all() -> None:
    """Half of a claim may say what nobody said; the headline comes first."""
    face = Face("Elswick", "Tolls rise", "By 12 percent.", **COLOURS)
    for text, is_there in (("By 12 percent.", True), ("By 12 percent, it said. " * 30, False), (CHINESE, False)):
        setting = set_face(replace(face, text=text))
        assert setting is not None
        assert (setting.text is not None) is is_there
    crowded = set_face(replace(face, headline="Tolls rise again " * 20, text="By 12 percent. " * 12))
    assert crowded is not None
    assert crowded.text is None


@given(st.lists(st.text(alphabet="abgjÅé-’12", min_size=1, max_size=12), min_size=1, max_size=40))
def test_lines_lose_no_word_and_fit(words: list[str]) -> None:
    """The lines are the text, and none is wider than its room by more than a hair."""
    text = " ".join(words)
    block = set_text(text, 700, 1000, SIZES)
    if block is None:
        return
    assert " ".join(block.lines) == plain_text(text)
    face = font("serif", block.size, 700)
    assert max(face.getlength(line) for line in block.lines) <= 1000 * 1.02
    assert len(block.lines) <= dict(SIZES)[block.size]


def test_lines_are_about_equally_long() -> None:
    """No single word is left over."""
    block = set_text("Harbour tolls rise for the third time in one year again", 700, 1056, ((84, 4),))
    assert block is not None
    lengths = [len(line) for line in block.lines]
    assert min(lengths) > max(lengths) / 2


@pytest.mark.parametrize("headline", ["Tolls rise for the third time in a year", ARABIC])
def test_ink_keeps_to_the_margins(headline: str) -> None:
    """Nothing but the bars touches the edges; Arabic begins at the right."""
    face = Face("Elswick", headline, "", **COLOURS)
    setting = set_face(face)
    assert setting is not None
    drawn = picture(draw_face(face, setting)).crop((0, 20, WIDTH, HEIGHT))
    left, _, right, _ = drawn.point(lambda value: 255 - value).getbbox() or (0, 0, 0, 0)
    assert left >= 60
    assert right <= WIDTH - 60
    headline_edges = drawn.crop((0, 150, WIDTH, HEIGHT - 60)).point(lambda value: 255 - value).getbbox()
    assert headline_edges is not None
    assert (WIDTH - headline_edges[2] < 80) is is_rtl(headline)


def test_colours_are_those_of_the_style_sheet() -> None:
    """A site that changes its palette changes its cards; the box has its own ground."""
    style = ":root { --paper: #fed; --ink: #102030; --accent: #00f; --box: #ccddee }"
    _, card = plan_cards(site_of(briefing("Tolls rise", "By 12 percent.")), style, {})
    assert card.setting is not None
    drawn = picture(draw_face(card.face, card.setting))
    assert drawn.getpixel((5, 5)) == (0, 0, 255)
    assert drawn.getpixel((5, 300)) == (0xFF, 0xEE, 0xDD)
    assert drawn.getpixel((5, HEIGHT - 5)) == (0xCC, 0xDD, 0xEE)
    assert (0x10, 0x20, 0x30) in {colour for _, colour in drawn.getcolors(1000) or ()}


def test_what_is_kept_is_not_drawn_again() -> None:
    """The kept card stands for the same words, and for no others; a damaged one is drawn anew, to the same bytes."""
    site = site_of(briefing("Tolls rise"))
    planned = plan_cards(site, "", {})
    files = draw_cards(planned, everything)
    kept = keep_cards(planned, files)
    assert draw_cards(plan_cards(site, "", kept), nothing) == files
    assert plan_cards(site_of(briefing("Tolls fall")), "", kept)[1].setting is not None
    for damaged in ({}, {key: data[:-1] for key, data in kept.items()}, dict.fromkeys(kept, b"")):
        assert draw_cards(plan_cards(site, "", damaged), everything) == files


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the extra; a site without cards does not ask."""
    monkeypatch.setattr(cards, "_LIBRARIES", ("no-such-library",))
    with pytest.raises(ContentError) as caught:
        plan_cards(site_of(), "", {})
    text = str(caught.value)
    assert "content/site.yaml: error: `cards` needs no-such-library, which is not installed" in text
    assert 'pip install -e ".[cards]"' in text
    assert plan_cards(site_of(cards=False), "", {}) == ()


def test_invisible_characters_are_left_out() -> None:
    """What turns the direction of text around, or hides in it, is not on the card; what joins letters stays."""
    assert plain_text("a\u202eb\u200b \t c\u00ad") == "ab c"
    assert plain_text("می\u200cشود") == "می\u200cشود"
    assert "\u200c" not in visual("می\u200cشود", rtl=True)
    assert visual("e\u200dx", rtl=False) == "ex"


def test_arabic_is_joined_and_runs_from_right_to_left() -> None:
    """Letters take the forms that join, brackets turn, numbers and Latin words keep their order."""
    line = visual("سلام (BBC) 12", rtl=True)
    assert line.startswith("12 (BBC) ")
    assert line.endswith("\ufeb3")  # the first letter, in its initial form
    assert visual("BBC 12", rtl=False) == "BBC 12"
    assert visual("(س [س]) (BBC)", rtl=True) == "(BBC) ([\ufeb1] \ufeb1)"
    assert runs(line, rtl=True) == [("arabic", line)]
    assert [script for script, _ in runs("Élan \ufeb3", rtl=False)] == ["serif", "arabic"]
    assert [is_rtl(text) for text in ("BBC سلام", "12 سلام", "12", "")] == [False, True, False, False]


TEXT = f"""\
    -- content/site.yaml --
    {"    ".join(SETTINGS.splitlines(keepends=True))}
    -- content/briefings/b.md --
    ---
    headline: Tolls “rise”
    takeaways: [By 12 percent.]
    ---
    Text.
    -- content/briefings/c.md --
    ---
    headline: {CHINESE}
    ---
    Text.
    """


def test_pages_name_their_card(make_site: Callable[..., Path], run: Callable[..., object]) -> None:
    """Open Graph has its absolute address, size, type and words; JSON-LD has the picture; else the site's."""
    root = make_site(TEXT)
    run(root, "build", "-q")
    tree = load_tree(root / "dist")
    found = {}
    for address, page in pages(tree).items():
        found[address] = {e.get("property") or e.get("name"): e.get("content") for e in page.iter("meta")}
    base = "https://elswick.example/briefing/"
    own = found["briefings/tolls-rise.html"]
    assert own["og:image"] == f"{base}briefings/tolls-rise.png"
    assert own["og:image:alt"] == "Tolls “rise”"
    assert (own["og:image:width"], own["og:image:height"], own["og:image:type"]) == ("1200", "630", "image/png")
    assert own["twitter:card"] == "summary_large_image"
    others = {
        address: meta for address, meta in found.items() if address not in ("briefings/tolls-rise.html", "404.html")
    }
    assert {meta["og:image"] for meta in others.values()} == {f"{base}card.png"}
    assert {meta["og:image:alt"] for meta in others.values()} == {"The Elswick Briefing"}
    data = pages(tree)["briefings/tolls-rise.html"].xpath("//script[@type='application/ld+json']/text()")[0]
    assert json.loads(data)["image"]["url"] == own["og:image"]
    assert {"card.png", "briefings/tolls-rise.png"} <= tree.keys()


def test_the_cache_is_written_mended_and_emptied(make_site: Callable[..., Path], run: Callable[..., object]) -> None:
    """A second build draws and writes nothing; the next one mends damage and clears leftovers."""
    root = make_site(TEXT)
    run(root, "build", "-q")
    folder = root / ".nutgraf" / "cards"
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    first = load_tree(root / "dist")
    assert len(before) == 2
    run(root, "build", "-q")
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before
    damaged = min(folder.iterdir())
    damaged.write_bytes(damaged.read_bytes()[:100])
    (folder / "old").write_bytes(b"x")
    (root / "static" / "new.txt").write_bytes(b"x")  # so that there is something to build
    run(root, "build", "-q")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {n: data for n, (data, _) in before.items()}
    assert load_tree(root / "dist").keys() - first.keys() == {"new.txt"}
    site = root / "content" / "site.yaml"
    site.write_text(site.read_text(encoding="utf-8").replace("cards: true", ""), encoding="utf-8")
    run(root, "build", "-q")
    assert list(folder.iterdir()) == []
    assert "card.png" not in load_tree(root / "dist")
