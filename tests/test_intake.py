"""nutgraf.intake: which seeds make a new content file, and which belong to one that is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nutgraf.content import BRIEFINGS_FOLDER, CONVERTED_FOLDER, format_briefing, parse_briefing
from nutgraf.intake import Intake, Shelf, take_in
from nutgraf.merge import Version
from nutgraf.models import Briefing
from nutgraf.problems import Level
from nutgraf.sidecars import Seed
from nutgraf.sources import SourceFile

TODAY = date(2026, 1, 1)
ARTICLE = """\
Harbour tolls rise in Port Elswick

The board of the harbour voted on Monday to raise the tolls for lorries. It was the third rise since 2021.
"""


def seed(text: str = ARTICLE, name: str = "tolls.txt") -> Seed:
    """Return a seed."""
    return Seed(SourceFile(f"seeds/{name}", text.encode()))


def shelf(intake: Intake) -> Shelf:
    """Return what a site has once an intake into an empty one is written."""
    files = {change.path: change.after or b"" for change in intake.changes}
    contents = [SourceFile(path, data) for path, data in files.items() if path.startswith(BRIEFINGS_FOLDER)]
    bases = {path: data for path, data in files.items() if path.startswith(CONVERTED_FOLDER)}
    return Shelf([Version(file.data.decode(), parse_briefing(file)) for file in contents], bases)


def made(*seeds: Seed) -> Shelf:
    """Convert seeds into an empty site."""
    return shelf(take_in(seeds, Shelf(), TODAY))


def own(text: str, name: str = "own") -> Shelf:
    """Return a site with one file that no seed made."""
    file = SourceFile(f"content/briefings/{name}.md", text.encode())
    return Shelf([Version(text, parse_briefing(file))])


def new_files(intake: Intake) -> list[str]:
    """Return the names of the content files that are made."""
    return [c.path.rpartition("/")[2] for c in intake.changes if c.before is None and "/briefings/" in c.path]


def edited(site: Shelf, **fields: object) -> Shelf:
    """Return the site with other fields in its one content file."""
    (version,) = site.versions
    briefing = replace(version.briefing, **fields)
    return replace(site, versions=[Version(format_briefing(briefing), briefing)])


def test_a_new_seed_becomes_a_content_file_named_by_its_headline() -> None:
    """The file's name is the slug of the headline; `added` is the day that was handed in."""
    (version,) = made(seed()).versions
    assert version.briefing.path == "content/briefings/harbour-tolls-rise-in-port-elswick.md"
    assert version.briefing.slug == "harbour-tolls-rise-in-port-elswick"
    assert version.briefing.added == TODAY
    assert version.briefing.source.file == "tolls.txt"


def test_a_slug_that_a_seed_gives_is_taken_if_it_is_free() -> None:
    """Another one of that name gets a number, and an editor is told; both stay where they are."""
    given = [seed(f"---\ntitle: Tolls {name}\nslug: tolls\n---\n{ARTICLE}{name}\n", f"{name}.md") for name in "ab"]
    site = made(*given)
    assert [version.briefing.slug for version in site.versions] == ["tolls", "tolls-2"]
    assert "has the slug of another briefing" in str(take_in(given, Shelf(), TODAY).problems[-1])
    assert take_in(given, site, TODAY).changes == ()


def test_the_content_file_is_written_before_its_record() -> None:
    """Stopped in between, a file without record is taken as it is; a record that ran ahead would hide new copy."""
    intake = take_in([seed()], Shelf(), TODAY)
    assert [change.path.rpartition("/")[0] for change in intake.changes] == [BRIEFINGS_FOLDER, CONVERTED_FOLDER]
    assert len({change.after for change in intake.changes}) == 1


def test_an_untouched_content_file_is_left_in_silence() -> None:
    """A seed that was converted before gives nothing new and nothing to say, on whatever day."""
    intake = take_in([seed()], made(seed()), date(2030, 5, 5))
    assert (intake.changes, intake.problems) == ((), ())


def test_an_edited_content_file_is_left_in_silence() -> None:
    """An editor's change is nobody's fault, and nothing is written over it."""
    intake = take_in([seed()], edited(made(seed()), dek="The editor's own."), TODAY)
    assert (intake.changes, intake.problems) == ((), ())


def test_a_renamed_content_file_is_still_its_seeds() -> None:
    """A content file is known by `source.file`, so an editor may rename it and change its slug."""
    moved = edited(made(seed()), path="content/briefings/my-name.md", slug="my-name")
    assert take_in([seed()], moved, TODAY).changes == ()


def test_a_copied_seed_makes_no_second_briefing() -> None:
    """The bytes are known and the other seed is still there: a note names the briefing that was made from them."""
    intake = take_in([seed(), seed(name="copy.txt")], made(seed()), TODAY)
    assert intake.changes == ()
    assert [(p.path, p.level) for p in intake.problems] == [("seeds/copy.txt", Level.NOTE)]
    assert len(new_files(take_in([seed(), seed(name="copy.txt")], Shelf(), TODAY))) == 1


def test_a_copy_is_not_taken_for_a_new_name_when_only_it_is_converted() -> None:
    """`convert copy.txt` knows that the other seed is there, too."""
    names = ["seeds/tolls.txt", "seeds/copy.txt"]
    assert take_in([seed(name="copy.txt")], made(seed()), TODAY, names=names).changes == ()
    assert take_in([seed(name="copy.txt")], made(seed()), TODAY, names=names[1:]).changes != ()


def test_a_slug_in_use_is_not_given_again() -> None:
    """A hand-written briefing under another file name holds its slug; the seed gets the next."""
    site = own("---\nheadline: Mine\nslug: harbour-tolls-rise-in-port-elswick\n---\n", "old")
    assert new_files(take_in([seed()], site, TODAY)) == ["harbour-tolls-rise-in-port-elswick-2.md"]


def test_the_warnings_of_a_conversion_hold_until_somebody_edits() -> None:
    """What was inferred is said at every build, and no more once an editor has changed the file."""
    headless = seed(ARTICLE.partition("\n\n")[2])
    assert [p.level for p in take_in([headless], made(headless), TODAY).problems] == [Level.WARNING]
    assert take_in([headless], edited(made(headless), headline="Tolls rise"), TODAY).problems == ()


def test_two_seeds_with_one_headline_are_both_kept() -> None:
    """The second gets a number and a warning; neither is lost or written over."""
    intake = take_in([seed(), seed(ARTICLE + "\nMore.\n", "tolls-again.txt")], Shelf(), TODAY)
    assert new_files(intake) == ["harbour-tolls-rise-in-port-elswick.md", "harbour-tolls-rise-in-port-elswick-2.md"]
    assert [problem.path for problem in intake.problems] == ["seeds/tolls-again.txt"]


def test_a_hand_written_file_of_that_name_is_not_written_over() -> None:
    """A content file that no seed made keeps its name; the seed's takes the next."""
    site = own("---\nheadline: Mine\n---\n", "harbour-tolls-rise-in-port-elswick")
    assert new_files(take_in([seed()], site, TODAY)) == ["harbour-tolls-rise-in-port-elswick-2.md"]


def test_a_bad_seed_harms_nobody_else() -> None:
    """The seeds beside an empty one are converted."""
    intake = take_in([seed("", "empty.txt"), seed()], Shelf(), TODAY)
    assert len(new_files(intake)) == 1
    assert [problem.path for problem in intake.problems] == ["seeds/empty.txt"]


def test_a_headline_without_letters_still_gets_a_name() -> None:
    """A headline from which no slug can be made gives a name from the seed's digest, and a slug to go with it."""
    (version,) = made(seed(ARTICLE.replace("Harbour tolls rise in Port Elswick", "?!? ?!? ?!?"))).versions
    briefing: Briefing = version.briefing
    assert briefing.slug.startswith("briefing-")
    assert briefing.path == f"content/briefings/{briefing.slug}.md"
