"""nutgraf.reimport: a seed that changes beside a content file that an editor works on, as whole sites."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = "Harbour tolls rise in Port Elswick\n\nBy Jane Marlow"
FIRST = "The board of the harbour voted on Monday to raise the tolls for lorries. It was the third rise since 2021."
SECOND = "Hauliers said that the prices in the shops would go up within a month, and asked for a meeting."
THIRD = "The mayor did not answer questions on Tuesday, and her office gave no reason for that."
SEED = f"{HEAD}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
DIGEST = hashlib.sha256(SEED.encode()).hexdigest()
OTHER = (
    "Schools to merge in Calder\n\nBy Ida Quist\n\nTwo primary schools in the valley will share one roof from autumn, "
    "the parish said in a letter to parents that reached them during the holidays.\n"
)
SITE = f"-- seeds/tolls.txt --\n{SEED}"


class Site:
    """A site that is built, edited and built again."""

    def __init__(self, root: Path, run: Callable) -> None:
        self.root, self._run = root, run
        assert self.build().exit == 0

    def build(self, *words: str):
        """Run a command; without words `convert`, which is all of a build that matters here, and quicker."""
        return self._run(self.root, *(words or ["convert"]))

    @property
    def file(self) -> Path:
        """Return the one content file."""
        (file,) = (self.root / "content" / "briefings").glob("*.md")
        return file

    @property
    def text(self) -> str:
        """Return its text."""
        return self.file.read_bytes().decode()

    @property
    def base(self) -> str:
        """Return the text of the last conversion."""
        (file,) = (self.root / "content" / ".converted").rglob("*.md")
        return file.read_bytes().decode()

    def edit(self, old: str, new: str) -> None:
        """Change the content file as an editor would."""
        assert old in self.text
        self.file.write_bytes(self.text.replace(old, new).encode())

    def change_seed(self, old: str, new: str, name: str = "tolls.txt") -> None:
        """Change the seed as an agency would."""
        seed = self.root / "seeds" / name
        text = seed.read_text(encoding="utf-8")
        assert old in text
        seed.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def site(make_site: Callable, run: Callable) -> Site:
    """Return a site with one seed, built once."""
    return Site(make_site(SITE), run)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_conversion_is_kept_as_it_was_made(site: Site) -> None:
    """The record is the text of the new content file, under the name of the seed."""
    assert site.base == site.text
    assert (site.root / "content" / ".converted" / "tolls.txt.md").is_file()


def test_an_unedited_file_becomes_what_its_seed_gives(site: Site) -> None:
    """Where nobody edited, a changed seed is converted as if it were new; `added` and the address stay."""
    before = site.text
    site.change_seed(SECOND, "The union of drivers called for a strike at the gates in the first week of May.")
    site.change_seed("Harbour tolls rise in Port Elswick", "Drivers to strike over tolls")
    outcome = site.build()
    assert outcome.exit == 0
    assert "brought up to date with seeds/tolls.txt" in outcome.out
    assert "headline: Drivers to strike over tolls\n" in site.text
    assert "The union of drivers" in site.text
    assert "Hauliers" not in site.text
    assert site.file.name == "harbour-tolls-rise-in-port-elswick.md"
    assert site.text == site.base != before


def test_new_copy_flows_in_and_edits_stay(site: Site) -> None:
    """A paragraph edited here and one added there, a field here and another there: the file has all four."""
    site.edit("byline:", "# Ann says: check the dek with the desk.\ndek: 'The third rise since 2021.'  # ours\nbyline:")
    site.edit(SECOND, SECOND.replace("Hauliers", "Haulage firms"))
    site.change_seed("By Jane Marlow", "By Jane Marlow and Tom Reed")
    site.change_seed(THIRD, f"{THIRD}\n\nThe board meets again in June, a month before the tolls are to rise.")
    assert site.build().exit == 0
    assert (
        "headline: Harbour tolls rise in Port Elswick\n"
        "# Ann says: check the dek with the desk.\ndek: 'The third rise since 2021.'  # ours\n"
        "byline:\n  - Jane Marlow\n  - Tom Reed\nadded: '2026-01-01'\n"
    ) in site.text
    assert f"{FIRST}\n\n{SECOND.replace('Hauliers', 'Haulage firms')}\n\n{THIRD}\n\nThe board meets again" in site.text
    settled = tree(site.root)
    assert site.build().exit == 0
    assert tree(site.root) == settled


def test_a_conflict_changes_nothing_and_names_both_versions(site: Site) -> None:
    """A paragraph and a field that both changed: each is a line with both texts, no file changes, exit 1."""
    assert site.build("build").exit == 0
    site.edit("  - Jane Marlow", "  - J. Marlow")
    site.edit(SECOND, SECOND.replace("month", "week"))
    site.change_seed("By Jane Marlow", "By Joan Marlow")
    site.change_seed("a month", "a year")
    before = tree(site.root)
    outcome = site.build("build")
    assert outcome.exit == 1
    assert tree(site.root) == before
    path = f"content/briefings/{site.file.name}"
    field, paragraph = (line for line in outcome.err.splitlines() if ": error: " in line)
    assert field.startswith(
        f"{path}:4: error: 'byline' was edited, and seeds/tolls.txt:3 gives another today; "
        'here "J. Marlow", there "Joan Marlow" (nothing was changed; keep yours: `convert --keep tolls.txt`, '
    )
    assert paragraph.startswith(
        f"{path}:24: error: this paragraph was edited, and seeds/tolls.txt:7 gives another today; "
    )
    assert "up within a week, and asked" in paragraph
    assert "up within a year, and asked" in paragraph
    assert outcome.err.endswith("dist was left as it was\n")
    assert site.build("check").exit == 1


@pytest.mark.parametrize(("option", "kept"), [("--keep", "week"), ("--take", "year")])
def test_an_editor_settles_a_conflict_in_one_step(site: Site, option: str, kept: str) -> None:
    """`convert --keep` and `--take` settle what conflicts for one side; everything else comes in or stays."""
    site.edit(SECOND, SECOND.replace("month", "week"))
    site.edit("byline:", "dek: Ours.\nbyline:")
    site.change_seed("a month", "a year")
    site.change_seed(THIRD, f"{THIRD}\n\nThe board meets again in June, a month before the tolls are to rise.")
    assert site.build().exit == 1
    assert site.build("convert", option, "tolls.txt").exit == 0
    assert f"within a {kept}, and" in site.text
    assert "dek: Ours.\n" in site.text
    assert "The board meets again" in site.text
    settled = site.text
    assert site.build().exit == 0
    assert site.text == settled


def test_writing_the_new_version_by_hand_settles_a_conflict(site: Site) -> None:
    """Once the file has what the seed gives there is nothing to settle."""
    site.edit("a month", "a week")
    site.change_seed("a month", "a year")
    assert site.build().exit == 1
    site.edit("a week", "a year")
    assert site.build().exit == 0
    assert site.build().exit == 0


def test_what_the_seed_withdraws_is_not_kept_by_an_edit_in_silence(site: Site) -> None:
    """A paragraph that the seed no longer has goes; one that was edited is a conflict; one the editor cut stays cut."""
    site.change_seed(f"\n\n{THIRD}", "")
    assert site.build().exit == 0
    assert "The mayor" not in site.text
    site.edit(f"{FIRST}\n\n", "")
    site.edit("Hauliers", "Firms")
    site.change_seed(
        f"\n\n{SECOND}", "\n\nThe tolls were last raised two years ago, the harbour office said on its page."
    )
    outcome = site.build()
    assert outcome.exit == 1
    assert 'here "Firms said' in outcome.err
    assert FIRST not in site.text


def test_a_published_date_filled_in_by_the_editor_dates_the_entries(site: Site) -> None:
    """The next build counts the relative dates from it; taking it out again takes them out; the base has no date."""
    site.edit("added:", "published: 2024-05-08  # Ann asked the agency\nadded:")
    assert site.build().exit == 0
    assert "published: 2024-05-08  # Ann asked the agency\n" in site.text
    assert "  - date: '2024-05-06'\n    phrase: on Monday\n" in site.text
    assert "published" not in site.base
    settled = tree(site.root)
    assert site.build().exit == 0
    assert tree(site.root) == settled
    site.edit("published: 2024-05-08  # Ann asked the agency\n", "")
    assert site.build().exit == 0
    assert "  - phrase: on Monday\n" in site.text
    assert site.text == site.base


def test_a_published_date_taken_out_by_the_editor_dates_nothing_more(site: Site) -> None:
    """Who takes a wrong date out is not given entries that count from it."""
    site.change_seed("By Jane Marlow", "By Jane Marlow\n\nPublished: May 15, 2024")
    assert site.build().exit == 0
    assert "  - date: '2024-05-13'\n    phrase: on Monday\n" in site.text
    site.edit("published: '2024-05-15'\n", "")
    assert site.build().exit == 0
    assert "  - phrase: on Monday\n" in site.text
    assert "2024-05" not in site.text
    settled = tree(site.root)
    assert site.build().exit == 0
    assert tree(site.root) == settled


def test_an_entry_dated_by_hand_stays_as_it_is(site: Site) -> None:
    """What the converter makes of the same words gives way to an editor's own date, and is no conflict."""
    site.edit("  - phrase: on Tuesday\n", "  - date: 2024-04-30\n    phrase: on Tuesday\n")
    site.edit("added:", "published: 2024-05-08\nadded:")
    assert site.build().exit == 0
    assert "  - date: 2024-04-30\n    phrase: on Tuesday\n" in site.text
    assert "  - date: '2024-05-06'\n    phrase: on Monday\n" in site.text


def test_a_date_of_the_seed_against_one_of_the_editor(site: Site) -> None:
    """Two dates of publication are a conflict; taking the seed's counts the timeline from it at once."""
    site.edit("added:", "published: 2024-05-08\nadded:")
    assert site.build().exit == 0
    site.change_seed("By Jane Marlow", "By Jane Marlow\n\nPublished: May 15, 2024")
    outcome = site.build()
    assert outcome.exit == 1
    assert "'published' was edited, and seeds/tolls.txt:5 gives another today; " in outcome.err
    assert site.build("convert", "--take", "tolls.txt").exit == 0
    assert "\npublished: '2024-05-15'\n" in site.text
    assert "  - date: '2024-05-13'\n    phrase: on Monday\n" in site.text
    settled = tree(site.root)
    assert site.build().exit == 0
    assert tree(site.root) == settled


def test_a_renamed_seed_is_known_by_its_bytes(site: Site) -> None:
    """One line of the content file changes, the record moves, and no second briefing is made."""
    site.edit(SECOND, "Ours.")
    before = site.text
    (site.root / "seeds" / "tolls.txt").rename(site.root / "seeds" / "harbour.txt")
    assert site.build().exit == 0
    assert site.text == before.replace("  file: tolls.txt\n", "  file: harbour.txt\n")
    assert [p.name for p in (site.root / "content" / ".converted").iterdir()] == ["harbour.txt.md"]
    site.change_seed(THIRD, THIRD.replace("Tuesday", "Thursday"), "harbour.txt")
    assert site.build().exit == 0
    assert "on Thursday" in site.text
    assert "Ours." in site.text


def test_a_deleted_seed_deletes_no_briefing(site: Site) -> None:
    """The content file and its record stay, and nothing is said."""
    before = tree(site.root / "content")
    (site.root / "seeds" / "tolls.txt").unlink()
    outcome = site.build()
    assert (outcome.exit, outcome.err) == (0, "")
    assert tree(site.root / "content") == before


def test_a_deleted_content_file_is_made_again_while_its_seed_is_there(site: Site, run: Callable) -> None:
    """It comes back with the day on which the seed was first converted, and the way to be rid of it is told."""
    before = site.text
    site.edit(SECOND, "Ours.")
    site.file.unlink()
    base = site.root / "content" / ".converted" / "tolls.txt.md"
    base.write_text(base.read_text(encoding="utf-8").replace("2026-01-01", "2025-12-24"), encoding="utf-8")
    outcome = site.build()
    assert "made again; it stays away when seeds/tolls.txt is removed as well" in outcome.out
    assert site.text == before.replace("2026-01-01", "2025-12-24") == site.base


def test_another_article_under_the_name_of_one_that_is_gone_is_new(site: Site) -> None:
    """Its day is today, not that of the record that was left behind."""
    base = site.root / "content" / ".converted" / "tolls.txt.md"
    base.write_text(base.read_text(encoding="utf-8").replace("2026-01-01", "2025-12-24"), encoding="utf-8")
    site.file.unlink()
    (site.root / "seeds" / "tolls.txt").write_text(OTHER, encoding="utf-8")
    assert "schools-to-merge-in-calder.md: made\n" in site.build().out
    assert "2026-01-01" in site.text
    assert site.text == site.base


def test_another_article_under_an_old_name_takes_no_briefing_over(site: Site) -> None:
    """A seed that holds another story is a warning; the old briefing stays until the editor takes the new one."""
    before = tree(site.root / "content")
    seed = site.root / "seeds" / "tolls.txt"
    seed.write_text(OTHER, encoding="utf-8")
    outcome = site.build()
    assert outcome.exit == 0
    assert "seeds/tolls.txt: warning: holds another article than the one content/briefings/" in outcome.err
    assert tree(site.root / "content") == before
    assert site.build("convert", "--take", "tolls").exit == 0
    assert "headline: Schools to merge in Calder\n" in site.text


def test_without_a_record_an_edited_file_is_taken_as_it_is(site: Site) -> None:
    """A file from before there were records: a note at first, and from then on changes come in."""
    site.edit(SECOND, "Ours.")
    shutil.rmtree(site.root / "content" / ".converted")
    before = site.text
    assert "note: differs from what its seed gives" in site.build("check").out
    assert site.build().exit == 0
    assert site.text == before
    assert SECOND in site.base
    site.change_seed("on Tuesday", "on Thursday")
    assert site.build().exit == 0
    assert "on Thursday" in site.text
    assert "Ours." in site.text


@pytest.mark.parametrize(("option", "kept"), [("--keep", "Ours."), ("--take", SECOND)])
def test_without_a_record_a_changed_seed_is_a_warning_until_it_is_settled(site: Site, option: str, kept: str) -> None:
    """What was the seed's and what the editor's cannot be told: nothing is changed and nothing forgotten."""
    site.edit(SECOND, "Ours.")
    shutil.rmtree(site.root / "content" / ".converted")
    site.change_seed("on Tuesday", "on Thursday")
    before = tree(site.root / "content")
    for _ in range(2):
        outcome = site.build()
        assert outcome.exit == 0
        assert "warning: seeds/tolls.txt has changed since this file was made from it" in outcome.err
        assert tree(site.root / "content") == before
    assert site.build("convert", option, "tolls.txt").exit == 0
    assert kept in site.text
    assert site.build().err == ""


def test_a_hand_written_file_that_names_its_seed_is_left(make_site: Callable, run: Callable) -> None:
    """No second briefing is made of the seed, and nothing but the source's digest comes into the file."""
    text = "---\nheadline: Mine\nsource: {file: tolls.txt}\n---\nMy own words.\n"
    site = Site(make_site(SITE + f"-- content/briefings/mine.md --\n{text}"), run)
    assert site.text == text.replace("txt}", f"txt, sha256: {DIGEST}}}")


def test_a_renamed_seed_without_a_record_is_known_by_its_bytes(site: Site) -> None:
    """Also then the file gets the new name of its seed, and a record under it."""
    site.edit(SECOND, "Ours.")
    before = site.text
    shutil.rmtree(site.root / "content" / ".converted")
    (site.root / "seeds" / "tolls.txt").rename(site.root / "seeds" / "harbour.txt")
    assert site.build().exit == 0
    assert site.text == before.replace("  file: tolls.txt\n", "  file: harbour.txt\n")
    assert SECOND in site.base
    assert site.build().err == ""


def test_a_broken_record_is_an_error_that_names_it(site: Site) -> None:
    """Two editors' records that git could not merge: nothing is merged over them."""
    site.change_seed("on Tuesday", "on Thursday")
    base = site.root / "content" / ".converted" / "tolls.txt.md"
    base.write_text("<<<<<<< HEAD\n" + site.base, encoding="utf-8")
    before = site.text
    outcome = site.build()
    assert outcome.exit == 1
    assert "content/.converted/tolls.txt.md:1: error: no front matter" in outcome.err
    assert site.text == before


def test_line_ends_and_marks_of_other_systems_stay(site: Site) -> None:
    """A file with a byte order mark and line ends of Windows keeps both; what comes in has the same line ends."""
    site.file.write_bytes(b"\xef\xbb\xbf" + site.text.replace(SECOND, "Ours.").replace("\n", "\r\n").encode())
    site.change_seed("By Jane Marlow", "By Jane Marlow and Tom Reed")
    site.change_seed("on Tuesday", "on Thursday")
    assert site.build().exit == 0
    assert site.text.startswith("\ufeff---\r\n")
    assert "\n" not in site.text.replace("\r\n", "")
    assert "  - Jane Marlow\r\n  - Tom Reed\r\n" in site.text
    assert "Ours.\r\n\r\nThe mayor did not answer questions on Thursday" in site.text


def test_articles_of_one_seed_are_merged_each_with_its_own_record(make_site: Callable, run: Callable) -> None:
    """A seed of two articles has two records; a change of the second leaves the first alone."""
    head = "Schools to merge in Calder\n\nBy Ida Quist"
    text = " ".join(["Two schools in the valley will share one roof from autumn, the parish said."] * 5)
    two = f"{SITE}\n{SECOND} {THIRD} {FIRST}\n\n{head}\n\n{text}\n\nThe parents were told by letter on Friday.\n"
    root = make_site(two)
    assert run(root).exit == 0
    folder = root / "content" / "briefings"
    assert sorted(p.relative_to(root / "content" / ".converted").as_posix() for p in
                  (root / "content" / ".converted").rglob("*.md")) == ["tolls.txt/1.md", "tolls.txt/2.md"]  # fmt: skip
    first, second = sorted(folder.iterdir())
    second.write_text(second.read_text(encoding="utf-8").replace("by letter", "by post"), encoding="utf-8")
    seed = root / "seeds" / "tolls.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("By Ida Quist", "By Ida Quist and Olaf Rood"), "utf-8")
    assert run(root).exit == 0
    assert "by post on Friday" in second.read_text(encoding="utf-8")
    assert "Olaf Rood" in second.read_text(encoding="utf-8")
    assert "Olaf Rood" not in first.read_text(encoding="utf-8")
