"""nutgraf.intake: what becomes of seeds beside the content that an editor already has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nutgraf.content import format_briefing, parse_briefing
from nutgraf.intake import take_in
from nutgraf.models import Briefing
from nutgraf.problems import Level
from nutgraf.sources import SourceFile

TODAY = date(2026, 1, 1)
ARTICLE = """\
Harbour tolls rise in Port Elswick

The board of the harbour voted on Monday to raise the tolls for lorries. It was the third rise since 2021.
"""


def seed(text: str = ARTICLE, name: str = "tolls.txt") -> SourceFile:
    """Return a seed."""
    return SourceFile(f"seeds/{name}", text.encode())


def made(*seeds: SourceFile) -> list[Briefing]:
    """Convert seeds into an empty site, and read the content files back."""
    return [parse_briefing(file) for file in take_in(seeds, [], TODAY).new]


def test_a_new_seed_becomes_a_content_file_named_by_its_headline() -> None:
    """The file's name is the slug of the headline; `added` is the day that was handed in."""
    (briefing,) = made(seed())
    assert briefing.path == "content/briefings/harbour-tolls-rise-in-port-elswick.md"
    assert briefing.slug == "harbour-tolls-rise-in-port-elswick"
    assert briefing.added == TODAY
    assert briefing.source.file == "tolls.txt"


def test_an_untouched_content_file_is_left_in_silence() -> None:
    """A seed that was converted before gives nothing new and nothing to say, on whatever day."""
    existing = made(seed())
    intake = take_in([seed()], existing, date(2030, 5, 5))
    assert (intake.new, intake.problems) == ((), ())


def test_an_edited_content_file_is_left_and_said_so() -> None:
    """An editor's change is never written over; a note says that the file and its seed differ."""
    (briefing,) = made(seed())
    intake = take_in([seed()], [replace(briefing, dek="The editor's own.")], TODAY)
    assert intake.new == ()
    (problem,) = intake.problems
    assert (problem.path, problem.level) == (briefing.path, Level.NOTE)


def test_a_changed_seed_is_said_so_and_overwrites_nothing() -> None:
    """When the seed is another one than the file was made from, a warning names both."""
    existing = made(seed())
    intake = take_in(
        [seed(ARTICLE + "\nOne more paragraph came later, and it changes what the article says.\n")], existing, TODAY
    )
    assert intake.new == ()
    (problem,) = intake.problems
    assert (problem.path, problem.level) == (existing[0].path, Level.WARNING)
    assert "seeds/tolls.txt" in problem.message


def test_a_renamed_content_file_is_still_its_seeds() -> None:
    """A content file is known by `source.file`, so an editor may rename it and change its slug."""
    (briefing,) = made(seed())
    moved = replace(briefing, path="content/briefings/my-name.md", slug="my-name")
    assert take_in([seed()], [moved], TODAY).new == ()


def test_a_copied_or_renamed_seed_makes_no_second_briefing() -> None:
    """The bytes are known: a note names the briefing that was made from them."""
    existing = made(seed())
    intake = take_in([seed(name="renamed.txt")], existing, TODAY)
    assert intake.new == ()
    assert [(p.path, p.level) for p in intake.problems] == [("seeds/renamed.txt", Level.NOTE)]
    assert len(take_in([seed(), seed(name="copy.txt")], [], TODAY).new) == 1


def test_a_slug_in_use_is_not_given_again() -> None:
    """A hand-written briefing under another file name holds its slug; the seed gets the next."""
    own = parse_briefing(
        SourceFile("content/briefings/old.md", b"---\nheadline: Mine\nslug: harbour-tolls-rise-in-port-elswick\n---\n")
    )
    (file,) = take_in([seed()], [own], TODAY).new
    assert file.path.endswith("port-elswick-2.md")


def test_the_warnings_of_a_conversion_hold_until_somebody_edits() -> None:
    """What was inferred is said at every build, and no more once an editor has changed the file."""
    headless = seed(ARTICLE.partition("\n\n")[2])
    (briefing,) = made(headless)
    assert [p.level for p in take_in([headless], [briefing], TODAY).problems] == [Level.WARNING]
    edited = replace(briefing, headline="Tolls rise")
    assert [p.level for p in take_in([headless], [edited], TODAY).problems] == [Level.NOTE]


def test_two_seeds_with_one_headline_are_both_kept() -> None:
    """The second gets a number and a warning; neither is lost or written over."""
    intake = take_in([seed(), seed(ARTICLE + "\nMore.\n", "tolls-again.txt")], [], TODAY)
    names = [file.path.rpartition("/")[2] for file in intake.new]
    assert names == ["harbour-tolls-rise-in-port-elswick.md", "harbour-tolls-rise-in-port-elswick-2.md"]
    assert [problem.path for problem in intake.problems] == ["seeds/tolls-again.txt"]


def test_a_hand_written_file_of_that_name_is_not_written_over() -> None:
    """A content file that no seed made keeps its name; the seed's takes the next."""
    own = parse_briefing(
        SourceFile("content/briefings/harbour-tolls-rise-in-port-elswick.md", b"---\nheadline: Mine\n---\n")
    )
    (file,) = take_in([seed()], [own], TODAY).new
    assert file.path.endswith("-2.md")


def test_a_bad_seed_harms_nobody_else() -> None:
    """The seeds beside an empty one are converted."""
    intake = take_in([seed("", "empty.txt"), seed()], [], TODAY)
    assert len(intake.new) == 1
    assert [problem.path for problem in intake.problems] == ["seeds/empty.txt"]


def test_a_headline_without_letters_still_gets_a_name() -> None:
    """A headline from which no slug can be made gives a name from the seed's digest, and a slug to go with it."""
    (briefing,) = made(seed(ARTICLE.replace("Harbour tolls rise in Port Elswick", "?!? ?!? ?!?")))
    assert briefing.slug.startswith("briefing-")
    assert parse_briefing(SourceFile(briefing.path, format_briefing(briefing).encode())) == briefing
