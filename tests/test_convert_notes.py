"""nutgraf.convert.notes: embargoes, corrections and refusals."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.models import Correction
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."


def convert(*blocks: str) -> Conversion:
    """Convert a seed of these blocks."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", "\n\n".join(blocks).encode()), date(2026, 1, 1))
    return conversion


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED UNTIL 6 MAY 2024, 06:00 GMT",
        "**EMBARGO: not before 6 May 2024**",
        "Strictly embargoed until 00:01 Monday 6 May 2024",
        "NOT FOR PUBLICATION BEFORE 6 MAY 2024",
        "Hold for release Monday",
    ],
)
def test_an_embargo_holds_the_briefing_back(line: str) -> None:
    """The briefing is a draft, whatever the clock says, and the editor is told the words."""
    conversion = convert(line, "Tolls rise in Elswick port", P, Q)
    assert conversion.briefing.draft
    assert line.strip("*") in conversion.problems[0].message
    assert conversion.briefing.headline == "Tolls rise in Elswick port"


def test_an_embargo_that_is_news_is_no_embargo() -> None:
    """Trade embargoes are the news itself."""
    sentence = "Embargoes on grain were lifted in May, and the port has filled its sheds again since then, it said."
    conversion = convert("Grain embargo hits the port", sentence, Q)
    assert not conversion.briefing.draft
    assert conversion.briefing.headline == "Grain embargo hits the port"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Correction, 17 January 2020: The vote was on Monday.", date(2020, 1, 17)),
        ("CORRECTION (Jan. 17, 2020): The vote was on Monday.", date(2020, 1, 17)),
        ("Clarification — 17 January 2020 — The vote was on Monday.", date(2020, 1, 17)),
        ("Corrected on January 17, 2020: The vote was on Monday.", date(2020, 1, 17)),
    ],
)
def test_a_correction_with_its_day_is_lifted(line: str, day: date) -> None:
    """Its day is that of the label; the text is what follows."""
    conversion = convert("Tolls rise in Elswick port", P, Q, line)
    assert conversion.briefing.corrections == (Correction(day, "The vote was on Monday."),)
    assert conversion.briefing.body == f"{P}\n\n{Q}\n"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version gave the wrong day; the vote was on 3 May 2024.",
        "A previous version of this story misstated the day of the vote. It was 3 May 2024.",
        "This article has been amended to give the right day of the vote, 3 May 2024.",
    ],
)
def test_a_correction_without_a_day_is_told_to_the_editor(line: str) -> None:
    """A day within the text is not the day of the correction: nothing is invented, and it is no event of the news."""
    conversion = convert("Tolls rise in Elswick port", P, Q, line)
    assert (conversion.briefing.corrections, conversion.briefing.body) == ((), f"{P}\n\n{Q}\n")
    assert not any("2024" in entry.date for entry in conversion.briefing.timeline)
    assert "gives no day" in conversion.problems[0].message


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers, who met on 3 May 2024: they want higher pay, a shorter week and better locks.",
        "Correction: a fall in prices of a tenth or more from their peak, which the market last saw in 2022.",
        "This story was updated for a new generation of readers, who had never seen a telephone with a dial.",
    ],
)
def test_what_only_sounds_like_a_correction_stays(line: str) -> None:
    """It speaks of the news, or of a story that is news."""
    assert line in convert("Tolls rise in Elswick port", P, Q, line).briefing.body


@pytest.mark.parametrize("label", ["", "Editor's note: "])
def test_a_note_of_what_was_changed_is_a_correction_of_its_day(label: str) -> None:
    """`This article was updated on 14 May 2025 to add …` is told under the corrections and no event of the timeline."""
    note = "This article was updated on 14 May 2025 to add the comment of the hauliers' lawyer."
    briefing = convert("Tolls rise in Elswick port", P, Q, label + note).briefing
    assert briefing.corrections == (Correction(date(2025, 5, 14), note),)
    assert not any("2025" in entry.date for entry in briefing.timeline)
    assert briefing.body == f"{P}\n\n{Q}\n"


def test_a_chatbots_refusal_is_no_article() -> None:
    """No briefing is made, and the reason says so; an article about one is an article."""
    refusal = "I’m sorry, but I can’t assist with that request. As an AI language model I cannot open links."
    conversion = convert(refusal)
    assert conversion.briefing is None
    assert [p.reason for p in conversion.ledger] == ["a chatbot's refusal, no article"]
    assert convert("The day the chatbot said no", P, Q, f"“{refusal}” it said.").briefing is not None
