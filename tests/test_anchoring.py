"""nutgraf.anchoring: relative dates once an editor has filled in `published`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from nutgraf.anchoring import anchor_entries
from nutgraf.convert import convert_seed
from nutgraf.instants import parse_instant
from nutgraf.models import Briefing, Entry
from nutgraf.sources import SourceFile

ROOT = Path(__file__).parent.parent
MAY_DAY = parse_instant("2024-05-01")


def told(briefing: Briefing) -> dict[str, tuple[str, str]]:
    """Return date and basis by phrase."""
    return {entry.phrase: (entry.date, entry.basis) for entry in anchor_entries(briefing).timeline}


def test_the_shipped_briefing_gets_its_week() -> None:
    """With `published: 2024-05-01` added, "this week" is the week of that day, and nothing else changes."""
    seed = next((ROOT / "seeds").glob("*.txt"))
    (conversion,) = convert_seed(SourceFile(f"seeds/{seed.name}", seed.read_bytes()), date(2026, 1, 1))
    briefing = conversion.briefing
    assert briefing is not None
    assert told(briefing)["this week"] == ("", "unresolved")
    assert told(replace(briefing, published=MAY_DAY)) == {
        "in October 2023": ("2023-10", "explicit"),
        "this week": ("2024-04-29/2024-05-05", "anchored"),
    }


def test_what_an_editor_wrote_is_kept() -> None:
    """An entry with a date of its own, and one whose words are no longer in the text, stay as they are."""
    body = "The ferry sank on Tuesday. The crew were saved on Wednesday.\n"
    entries = (
        Entry("The ferry sank on Tuesday.", "2024-04-23", "on Tuesday", "explicit"),
        Entry("The crew were rescued on Wednesday.", "", "on Wednesday"),
    )
    briefing = Briefing("a.md", "a", "A", body=body, published=MAY_DAY, timeline=entries)
    assert anchor_entries(briefing).timeline == entries


def test_a_conversion_that_knew_the_date_is_not_second_guessed() -> None:
    """Where some entry was anchored, what is undated was left so on purpose."""
    body = "The ferry sank on Tuesday. The crew were saved on Wednesday.\n"
    entries = (
        Entry("The ferry sank on Tuesday.", "2024-04-30", "on Tuesday", "anchored"),
        Entry("The crew were saved on Wednesday.", "", "on Wednesday"),
    )
    briefing = Briefing("a.md", "a", "A", body=body, published=MAY_DAY, timeline=entries)
    assert anchor_entries(briefing) is briefing


def test_phrases_are_read_in_the_whole_text_as_a_reader_sees_it() -> None:
    """Markdown marks in the body are no part of the words; without `published` nothing is counted."""
    body = "# Head\n\nThe *ferry* sank on\nTuesday, [the line](x.html) said.\n"
    entry = Entry("The ferry sank on Tuesday, the line said.", "", "on Tuesday")
    briefing = Briefing("a.md", "a", "A", body=body, published=MAY_DAY, timeline=(entry,))
    assert told(briefing) == {"on Tuesday": ("2024-04-30", "anchored")}
    assert anchor_entries(replace(briefing, published=None)).timeline == (entry,)


def test_phrases_are_those_of_the_language() -> None:
    """A German briefing counts by German words; one that names no language, by those of the site."""
    text = "Der Rat tagte am Montag."
    entry = Entry(text, phrase="am Montag")
    briefing = Briefing(
        path="content/briefings/a.md",
        slug="a",
        headline="A",
        body=text,
        published=parse_instant("2024-05-08"),
        timeline=(entry,),
    )
    dated = (replace(entry, date="2024-05-06", basis="anchored"),)
    assert anchor_entries(briefing).timeline == (entry,)
    assert (
        anchor_entries(briefing, "de").timeline == anchor_entries(replace(briefing, language="de-AT")).timeline == dated
    )
