"""nutgraf.takeaways: proposals are the article's own words, and the ones that an editor would not strike out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.takeaways import propose_takeaways

ROOT = Path(__file__).parent.parent

ARTICLE = """PORT ELSWICK, May 2 (Coastal Press) — The harbour board of Port Elswick voted on Monday to raise its \
tolls for lorries by 12 percent from June.

By Jo Hale

It is the third rise of the tolls since 2021, when the board bought two cranes for $35 million.

"We have no choice," said the chairman of the board, Ned Orme. "I did not want the rise of the tolls."

Who will pay for the tolls of the harbour board of Port Elswick in the end?

Hauliers say that the rise of the tolls will reach the shops of Port Elswick by autumn, which nobody on the \
board denied.

We asked the harbour board of Port Elswick for the tolls of others.

Nearly half of the fresh food of Westmark comes through the port. A cable broke there in March.

The tolls of the harbour of Port Elswick, in short:

The tolls of the harbour of Port Elswick and its board ...

Tolls of the harbour.
"""


def test_proposals() -> None:
    """The lead without its dateline, then what is near to the whole, in the order of the article."""
    assert propose_takeaways(ARTICLE, "Harbour tolls rise", 3) == [
        "The harbour board of Port Elswick voted on Monday to raise its tolls for lorries by 12 percent from June.",
        "It is the third rise of the tolls since 2021, when the board bought two cranes for $35 million.",
        "Hauliers say that the rise of the tolls will reach the shops of Port Elswick by autumn, "
        "which nobody on the board denied.",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "By Jo Hale",
        "We have",
        "I did not",
        "Who will pay",
        "We asked",
        "in short",
        "and its board",
        "Tolls of",
        "Coastal Press",
    ],
)
def test_what_is_never_proposed(words: str) -> None:
    """Bylines, quotations, questions, first persons and datelines."""
    assert not any(words in text for text in propose_takeaways(ARTICLE, "Harbour tolls rise", 10))


@pytest.mark.parametrize(
    "clause",
    [
        "The board raised the tolls of the harbour on Monday for the third time since 2021, according to two members.",
        "The board raised the tolls of the harbour on Monday for the third time since May, citing the price of cranes.",
        "The board, which raised the tolls of the harbour on Monday for the third time since 2021, has nine members.",
    ],
)
def test_who_says_so_is_kept(clause: str) -> None:
    """A clause that gives the source of a claim, or stands inside the sentence, is not cut off."""
    others = "Rain fell. The sea was calm. Two boats came in. A dog slept on the quay. Nobody minded."
    assert clause in propose_takeaways(f"{clause} {others}", "Board raises tolls of the harbour")


@pytest.mark.parametrize(
    "text", ["", "One.", "Rain fell. The sea was calm. Two boats came in. A dog slept.", "# A\n\n> B."]
)
def test_a_short_article_has_none(text: str) -> None:
    """Who reads four sentences needs no box above them."""
    assert propose_takeaways(text) == []


def test_markdown_is_no_prose() -> None:
    """Headings, quotations and code are left out; an item is taken without its bullet; markup is in no takeaway."""
    body = (
        "# Tolls of the harbour rise again\n\n> The tolls of the harbour rise, the board of the harbour said.\n\n"
        "- The tolls of the harbour rise by 12 percent from June.\n- The **tolls** of the harbour rose in May, too.\n\n"
        "Rain fell on the harbour all day. The sea at Port Elswick was calm. Two boats came in at noon. Nobody minded."
    )
    found = propose_takeaways(body, "Tolls of the harbour rise", 9)
    assert found[0] == "The tolls of the harbour rise by 12 percent from June."
    assert not any(mark in text for text in found for mark in "#>*")


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        (
            "Der Hafenrat von Elswick hat am Montag die Gebühren für Lastwagen um zwölf Prozent erhöht. Es ist die "
            "dritte Erhöhung seit 2021. Damals kaufte der Hafenrat zwei Kräne. Die Spediteure warnen vor "
            "höheren Preisen im "
            "Handel. Die Hälfte der Lebensmittel kommt über den Hafen. Im März riss dort ein Seil.",
            "Der Hafenrat von Elswick",
        ),
        (
            "صوت مجلس ميناء إلسويك يوم الاثنين على رفع رسوم الشاحنات بنسبة 12 في المئة. هذه هي الزيادة الثالثة منذ عام "
            "2021. اشترى المجلس حينها رافعتين. يحذر الناقلون من ارتفاع الأسعار. يأتي نصف الغذاء عبر الميناء. انقطع "
            "حبل هناك في مارس.",
            "صوت مجلس ميناء",
        ),
        (
            "埃尔斯威克港务局周一投票决定从六月起将卡车通行费提高百分之十二。这是二零二一年以来第三次上调通行费。"
            "当时港务局购买了两台起重机。运输公司警告说商店价格将上涨。全国近一半的新鲜食品经过该港口。三月有一根缆绳断裂。",
            "埃尔斯威克港务局周一",
        ),
    ],
)
def test_other_languages(body: str, lead: str) -> None:
    """Where the words are not known, place and nearness still tell; the sentences are whole."""
    found = propose_takeaways(body, "", 3)
    assert len(found) == 3
    assert found[0].startswith(lead)
    assert all(text in body and text.endswith((".", "。")) for text in found)


ARTICLES = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/**/*.txt"))]


@pytest.mark.parametrize("text", ARTICLES, ids=range(len(ARTICLES)))
def test_proposals_are_substrings(text: str) -> None:
    """On every fixture each proposal stands in the text to the letter, once, and in its order."""
    found = propose_takeaways(text, text[:80], 5)
    places = [text.find(piece) for piece in found]
    assert -1 not in places
    assert len(set(found)) == len(found) <= 5
    assert all(len(piece.split()) <= 45 for piece in found)


PIECES = st.sampled_from(
    ["The board ", "rose", "tolls ", ". ", "? ", "\n\n", "- ", "“", ", which sank the boat at noon", "I "]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join), st.text(max_size=20), st.integers(0, 5))
def test_any_text(body: str, headline: str, count: int) -> None:
    """Whatever is typed, proposals are verbatim, no more than asked for, and in the order of the text."""
    found = propose_takeaways(body, headline, count)
    assert len(found) <= count
    at = 0
    for piece in found:
        at = body.find(piece, at)
        assert at >= 0
        assert piece == piece.strip() != ""


@pytest.mark.parametrize(
    "line",
    [
        "A: The board of Port Elswick raises its tolls for lorries because two cranes have to be paid.",
        "Q: Why do the tolls for lorries of the harbour board in Port Elswick rise.",
        "A: The mice. The harbour board of Port Elswick raises its tolls for lorries.",
        "Date: Tue, 14 Jan 2025, the harbour board of Port Elswick raises its tolls for lorries.",
        "Harbour board of Port Elswick raises its tolls for lorries by a further 12 percent",
    ],
)
def test_lines_of_interviews_and_mails_and_sub_heads_are_none(line: str) -> None:
    """A takeaway is a whole sentence of the article."""
    found = propose_takeaways(f"{line}\n\n{ARTICLE}", "Harbour tolls rise", 20)
    assert not any(text in line for text in found)


def test_what_is_said_in_a_transcript_is_no_takeaway() -> None:
    """Three lines that begin with a name in capitals are people who talk."""
    line = "SALTER: Ministers of nine countries spoke about the quotas for cod, and cranes have to be paid."
    lines = [line, line.replace("SALTER", "REED"), line.replace("SALTER", "HALE")]
    found = propose_takeaways("\n".join([*lines, ARTICLE]), "Harbour tolls rise", 20)
    assert not any("cranes have to be paid" in text for text in found)
