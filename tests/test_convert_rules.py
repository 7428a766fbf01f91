"""nutgraf.convert, rule by rule: one trap a line, in the shape that it has in raw copy."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import date

import pytest

from nutgraf.convert import RULES, Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE, Block, Draft
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing
from nutgraf.sources import SourceFile

LEAD = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
MORE = "Nobody at the harbour would say why the tolls have to rise again, or who had asked for it this time."


def convert(text: str) -> Conversion:
    """Convert an indented text, in which LEAD and MORE stand for paragraphs."""
    text = textwrap.dedent(text).lstrip().replace("LEAD", LEAD).replace("MORE", MORE)
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    return conversion


def found(text: str) -> Briefing:
    """Convert a text that must hold an article."""
    briefing = convert(text).briefing
    assert briefing is not None
    return briefing


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Marlow", ("Jane Marlow",)),
        ("By: Jane Marlow", ("Jane Marlow",)),
        ("BY JANE MARLOW AND TOM REED", ("Jane Marlow", "Tom Reed")),
        ("By Jane Marlow, Tom Reed and Ana de la Cruz", ("Jane Marlow", "Tom Reed", "Ana de la Cruz")),
        ("By Jane Marlow & Tom Reed", ("Jane Marlow", "Tom Reed")),
        ("By Jane Marlow, Staff Writer", ("Jane Marlow",)),
        ("By Jane Marlow, Business Reporter, The Elswick Courier", ("Jane Marlow",)),
        ("By Jane Marlow in Port Elswick", ("Jane Marlow",)),
        ("By Jane Marlow @janemarlow", ("Jane Marlow",)),
        ("By Jane Marlow | 3 May 2024", ("Jane Marlow",)),
        ("Written by Jane Marlow", ("Jane Marlow",)),
        ("Trim Correspondents", ("Trim Correspondents",)),
        ("By The Elswick Press", ("The Elswick Press",)),
        ("Jane Marlow, defence correspondent", ("Jane Marlow",)),
        ("By Ann-Marie O’Neill", ("Ann-Marie O’Neill",)),
        ("By Dr. J. R. Marlow Jr.", ("Dr. J. R. Marlow Jr",)),
        ("By Tuesday Evening", ()),
        ("By the numbers", ()),
        ("By Invitation", ()),
        ("By Monday the harbour had closed", ()),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    """Each person or desk is one name; roles, outlets, places, handles and dates are cut; a time is no name."""
    assert found(f"Harbour tolls rise in Port Elswick\n\n{line}\n\n{LEAD}\n\n{MORE}\n").byline == names


@pytest.mark.parametrize("label", ["Updated On", "New Update", "Published"])
def test_a_bare_name_beside_a_label_is_the_byline(label: str) -> None:
    """A name with nothing before it is the byline when it stands directly beside a line of the head."""
    seed = f"Harbour tolls rise in Port Elswick\n\nOdile Farrant\n{label}\n\n{LEAD}\n\n{MORE}\n"
    assert found(seed).byline == ("Odile Farrant",)
    alone = found(seed.replace(f"{label}\n", ""))
    assert alone.byline == ()
    assert "Odile Farrant" in alone.body


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        ("Published: January 3, 2024 at 5:42 pm EST", "2024-01-03T17:42-05:00", ""),
        ("Published January 3, 2024", "2024-01-03", ""),
        ("January 3, 2024", "2024-01-03", ""),
        ("Wednesday, January 3, 2024", "2024-01-03", ""),
        ("2024-01-03", "2024-01-03", ""),
        ("Posted on 3 January 2024 17:42 GMT", "2024-01-03T17:42+00:00", ""),
        ("Published\nJanuary 3, 2024", "2024-01-03", ""),
        ("March 29, 2024 06:47 am | Updated 06:48 am IST", "2024-03-29T06:47+05:30", "2024-03-29T06:48+05:30"),
        ("Published: May 2, 2024 | Updated: May 3, 2024", "2024-05-02", "2024-05-03"),
        ("Updated 9:22 PM EST, Mon November 6, 2023", "", "2023-11-06T21:22-05:00"),
        ("Published 10/05/2022 05:22 pm", "", ""),
        ("39 minutes ago", "", ""),
        ("Published 2 hours ago", "", ""),
        ("Published: January 33, 2024", "", ""),
    ],
)
def test_a_date_line_gives_its_dates(lines: str, published: str, updated: str) -> None:
    """A date is taken as it is written, a time only with its zone, and nothing when it can be read in two ways."""
    briefing = found(f"Harbour tolls rise in Port Elswick\n\n{lines}\n\n{LEAD}\n\n{MORE}\n")
    assert (str(briefing.published or ""), str(briefing.updated or "")) == (published, updated)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Updated on Monday, the bill would raise the tolls for every lorry that uses the quay of Port Elswick.",
        "Published in 1949, the map of the harbour shows a quay that nobody in Port Elswick can remember now.",
        "By Tuesday evening the water had reached the second step of the town hall, and the market was shut.",
        "Share prices of the operator fell by a tenth on Monday, and the board met again in the afternoon.",
        "Why it matters to the hauliers is plain to anybody who has stood at the gate on a Friday afternoon.",
        "Topics in the council’s debate were the tolls, the quay, and the ferry that has not run since May.",
    ],
)
def test_a_paragraph_that_opens_like_a_label_stays(paragraph: str) -> None:
    """A label is a whole line; a sentence that opens with the same words is the article's."""
    briefing = found(f"Harbour tolls rise in Port Elswick\n\n{LEAD}\n\n{paragraph}\n\n{MORE}\n")
    assert paragraph in briefing.body
    assert (briefing.published, briefing.updated, briefing.byline, briefing.why_it_matters) == (None, None, (), "")


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        ("PORT ELSWICK (Coastal Press) — ", "Port Elswick", ""),
        ("PORT ELSWICK, May 2 (Coastal Press) - ", "Port Elswick", ""),
        ("PORT ELSWICK, May 2, 2024 /CoastWire/ -- ", "Port Elswick", "2024-05-02"),
        ("STRATFORD-ON-TARN — ", "Stratford-On-Tarn", ""),
        ("NEW TARN: ", "New Tarn", ""),
        ("ELSWICK, W.M. (CP) — ", "Elswick, W.M.", ""),
        ("Port Elswick (CP) — ", "Port Elswick", ""),
        ("BREAKING: ", "", ""),
        ("UPDATE — ", "", ""),
        ("WHO: ", "", ""),
        ("", "", ""),
    ],
)
def test_a_dateline_names_its_place_and_stays(opening: str, place: str, published: str) -> None:
    """The place is a field, the words stay in the body; a date with its year is when the wire published."""
    briefing = found(f"Harbour tolls rise in Port Elswick\n\n{opening}{LEAD}\n\n{MORE}\n")
    assert briefing.dateline == place
    assert str(briefing.published or "") == published
    assert opening.strip() in briefing.body.replace("\\", "")


@pytest.mark.parametrize(
    "heading",
    ["Key Takeaways", "KEY POINTS", "Key Points:", "At a glance", "Story Highlights", "TL;DR", "What to know"],
)
@pytest.mark.parametrize("bullet", ["• ", "  • ", "- ", "* ", "1. ", ""])
def test_takeaways_are_lifted_whatever_their_heading_and_bullet(heading: str, bullet: str) -> None:
    """A list of sentences under a usual heading leaves the body, wherever it stands."""
    items = ["The board voted for the levy on Monday.", "Nobody came to the meeting but the clerk."]
    listed = "\n".join(f"{bullet.replace('1', str(n))}{item}" for n, item in enumerate(items, 1))
    for seed in (
        f"Harbour tolls rise in Port Elswick\n\n{heading}\n{listed}\n\n{LEAD}\n\n{MORE}\n",
        f"Harbour tolls rise in Port Elswick\n\n{LEAD}\n\n{heading}\n\n{listed}\n\n{MORE}\n",
        f"Harbour tolls rise in Port Elswick\n\n{LEAD}\n\n{MORE}\n\n{heading}\n\n{listed}\n",
    ):
        briefing = found(seed)
        assert list(briefing.takeaways) == items
        assert LEAD in briefing.body
        assert MORE in briefing.body
        assert items[0] not in briefing.body


@pytest.mark.parametrize(
    "text",
    [
        "LEAD The demands are:\n\n• The tolls must be frozen until the report.\n• The quay must stay open.\n\nMORE",
        "LEAD\n\nHighlights\n\nMORE",
        "LEAD\n\nMORE\n\nSummary\n• Home\n• News\n• Sport",
    ],
)
def test_what_only_looks_like_takeaways_stays(text: str) -> None:
    """A list of demands, a heading over a paragraph and a menu are no takeaways, and none of their items is lost."""
    conversion = convert("Harbour tolls rise in Port Elswick\n\n" + text)
    assert conversion.briefing is not None
    assert conversion.briefing.takeaways == ()
    assert all(placed.place != "takeaways" for placed in conversion.ledger)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("LEAD\n\nWhy this matters: It feeds the region.\n\nMORE", "It feeds the region."),
        ("LEAD\n\nWhy it matters — It feeds the region.\n\nMORE", "It feeds the region."),
        ("LEAD\n\nWHY IT MATTERS: It feeds the region.\n\nMORE", "It feeds the region."),
        ("LEAD\n\nWhy This Matters\n\nIt feeds the region.\n\nMORE", "It feeds the region."),
        ("LEAD\n\nWhy it matters: One.\n\nMORE\n\nWhy it matters: Two.", "One.\n\nTwo."),
        (
            "LEAD\n\nWhy this matters\nIt feeds the region.\n\nMORE\n\nWhat's next\nNobody knows.",
            "It feeds the region.",
        ),
        ("LEAD She explained why this matters: without it nothing arrives.\n\nMORE", ""),
    ],
)
def test_why_it_matters_is_lifted_without_its_label(text: str, why: str) -> None:
    """The paragraph leaves the body, its label goes nowhere else, and several are joined in order."""
    briefing = found("Harbour tolls rise in Port Elswick\n\n" + text)
    assert briefing.why_it_matters == why
    assert ("matters" in briefing.body.casefold()) == (not why)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Tolls rise\n\nLEAD\n\nMORE", "Tolls rise"),
        ("BREAKING NEWS\nTolls rise in Port Elswick again\n\nLEAD\n\nMORE", "Tolls rise in Port Elswick again"),
        ("Crime\nTolls rise in Port Elswick again\n\nLEAD\n\nMORE", "Tolls rise in Port Elswick again"),
        ("Tolls rise again | The Elswick Courier\n\nTolls rise again\n\nLEAD\n\nMORE", "Tolls rise again"),
        ("Tolls rise again - News - The Courier\nTolls rise again\n\nLEAD\n\nMORE", "Tolls rise again"),
        ("Spider-Man at the quay - a review\n\nLEAD\n\nMORE", "Spider-Man at the quay - a review"),
        ("Will the tolls rise again?\n\nLEAD\n\nMORE", "Will the tolls rise again?"),
        ('“The tolls rise again”\n\n"The tolls rise again"\n\nLEAD\n\nMORE', "“The tolls rise again”"),
        ("TOLLS RISE AGAIN\nTolls Rise Again\n\nLEAD\n\nMORE", "Tolls Rise Again"),
        ("The harbour of the U.S.\n\nLEAD\n\nMORE", "The harbour of the U.S."),
    ],
)
def test_the_headline_stands_once(text: str, headline: str) -> None:
    """The headline is the line that recurs or comes first, without a site's name, and its copies are set aside."""
    conversion = convert(text)
    assert conversion.briefing is not None
    assert conversion.briefing.headline == headline
    assert conversion.briefing.headline_origin == "source"
    assert headline not in conversion.briefing.body
    aside = [placed for placed in conversion.ledger if placed.place == SET_ASIDE]
    assert len(aside) + 3 == len(conversion.ledger)


def test_a_text_without_headline_gets_one_of_its_own_words_and_says_so() -> None:
    """The first sentence, or the name of the seed, is the headline; it stays in the body, and a warning says so."""
    conversion = convert("The tolls rose. LEAD\n\nMORE")
    assert conversion.briefing is not None
    assert (conversion.briefing.headline, conversion.briefing.headline_origin) == ("The tolls rose", "inferred")
    assert "The tolls rose." in conversion.briefing.body
    assert [problem.level for problem in conversion.problems] == ["warning"]
    (named,) = convert_seed(SourceFile("seeds/port-elswick-tolls.txt", f"{LEAD}\n\n{MORE}".encode()), date(2026, 1, 1))
    assert named.briefing is not None
    assert named.briefing.headline == "Port elswick tolls"


@pytest.mark.parametrize(
    ("head", "dek"),
    [
        (
            "Tolls rise in Port Elswick\n\nHauliers say the cost will reach shops. More to come.\n\nBy Jane Marlow",
            "Hauliers say",
        ),
        ("Tolls rise in Port Elswick\nHauliers say the cost will reach the shops\n\nBy Jane Marlow", "Hauliers say"),
        ("Tolls rise in Port Elswick\n\nHauliers say the cost will reach the shops", "Hauliers say"),
        ("Tolls rise in Port Elswick\n\nBy Jane Marlow", ""),
        ("Tolls rise in Port Elswick", ""),
    ],
)
def test_the_dek_is_told_apart_from_the_first_paragraph(head: str, dek: str) -> None:
    """A text between the lines of the head, or a line below the headline that is no sentence; never the lead."""
    briefing = found(f"{head}\n\n{LEAD}\n\n{MORE}\n")
    assert briefing.dek.startswith(dek)
    assert bool(briefing.dek) == bool(dek)
    assert briefing.body.startswith(LEAD)


def known_draft(**known: object) -> Draft:
    """Read a seed whose format gave the fields `known`, as the reader of a page does."""
    lines = (
        "Port of Elswick raises its tolls - The Calder Post",
        "By Tom Reed",
        "Published: 4 May 2024",
        f"{LEAD}",
        f"{MORE}",
    )
    blocks = tuple(Block(number, text, group=number) for number, text in enumerate(lines, 1))
    found = replace(Draft("", ()).found, **known)
    draft = Draft("seeds/a.html", blocks, known=frozenset(known), found=found, is_marked_up=True)
    for _, rule in RULES:
        draft = rule(draft)
    return draft


def test_what_the_format_gives_is_not_guessed_again() -> None:
    """The copy's own headline, byline and date are set aside when the format of the seed has given them."""
    draft = known_draft(
        headline="Port of Elswick raises its tolls", byline=("Jane Marlow",), published=parse_instant("2024-05-03")
    )
    assert draft.found.headline == "Port of Elswick raises its tolls"
    assert draft.found.byline == ("Jane Marlow",)
    assert str(draft.found.published) == "2024-05-03"
    assert [p.reason for p in draft.placed if p.place == SET_ASIDE] == [
        "date told again", "byline told again", "headline repeated",
    ]  # fmt: skip
    assert draft.found.body == f"{LEAD}\n\n{MORE}\n"


def test_a_known_dek_that_is_the_articles_opening_goes() -> None:
    """The dek goes, and not the paragraph of the body it was cut from."""
    assert known_draft(headline="X", dek=LEAD[:60] + "…").found.dek == ""
    assert known_draft(headline="X", dek="Hauliers say that prices will rise.").found.dek != ""


def test_what_the_editor_gives_wins_and_the_copys_word_is_set_aside() -> None:
    """A given field replaces what was found; the line it was found in stays in the ledger."""
    seed = SourceFile("seeds/a.txt", f"Port of Elswick raises its tolls\n\nBy Tom Reed\n\n{LEAD}\n\n{MORE}".encode())
    (conversion,) = convert_seed(seed, date(2026, 1, 1), {"headline": "Tolls rise", "byline": ("Jane Marlow",)})
    assert (conversion.briefing.headline, conversion.briefing.byline) == ("Tolls rise", ("Jane Marlow",))
    assert [(p.place, p.reason) for p in conversion.ledger][:2] == [
        (SET_ASIDE, "headline given by the editor"), (SET_ASIDE, "byline given by the editor"),
    ]  # fmt: skip
