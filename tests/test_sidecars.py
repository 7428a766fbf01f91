"""nutgraf.sidecars: the fields that an editor gives beside a seed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nutgraf.models import Source
from nutgraf.problems import Level
from nutgraf.sidecars import pair_sidecars
from nutgraf.sources import SourceFile

LEAD = "The board of the harbour voted on Monday to raise the tolls for lorries. It was the third rise since 2021."
SEED = f"-- seeds/tolls.txt --\nHarbour tolls rise in Port Elswick\n\nBy Tom Reed\n\n{LEAD}\n"


def files(**texts: str) -> list[SourceFile]:
    """Return files of seeds/; `_` stands for a dot."""
    return [SourceFile(f"seeds/{name.replace('_', '.')}", text.encode()) for name, text in texts.items()]


def told(**texts: str) -> list[str]:
    """Return what is said of files of seeds/."""
    return [str(problem) for problem in pair_sidecars(files(**texts))[1]]


def test_a_sidecar_gives_its_fields_to_the_seed_of_its_name() -> None:
    """Each field is typed as in a content file; an empty one gives nothing."""
    text = (
        "# from the agency's mail\npublished: 2024-05-08T09:30+02:00\nurl: https://news.example/tolls\n"
        "topics: [harbours, prices]\ndek:\ndraft: false\n"
    )
    (seed,), problems = pair_sidecars(files(tolls_txt="x", tolls_yaml=text))
    assert problems == ()
    assert {name: str(value) for name, value in seed.given.items()} == {
        "published": "2024-05-08T09:30+02:00",
        "topics": "('harbours', 'prices')",
        "topics_origin": "editor",
        "draft": "False",
        "source": str(Source(url="https://news.example/tolls")),
    }
    assert (seed.sidecar, seed.lines["published"]) == ("seeds/tolls.yaml", 2)


def test_a_full_name_tells_seeds_of_one_stem_apart() -> None:
    """`tolls.txt.yaml` is for tolls.txt alone, and the one that is left over goes to the other."""
    seeds, problems = pair_sidecars(
        files(tolls_html="x", tolls_txt="x", tolls_txt_yaml="dek: One", tolls_html_yml="dek: Two")
    )
    assert problems == ()
    assert {seed.file.path[6:]: seed.given["dek"] for seed in seeds} == {"tolls.html": "Two", "tolls.txt": "One"}


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (
            {"tolls_yaml": "dek: One"},
            "seeds/tolls.yaml: warning: no seed lies beside it; nothing was made of it "
            "(give it the name of its seed: tolls.yaml for tolls.txt)",
        ),
        (
            {"tolls_txt": "x", "tolls_html": "x", "tolls_yaml": "dek: One"},
            "seeds/tolls.yaml: warning: may be meant for seeds/tolls.html or seeds/tolls.txt; nothing was made of it "
            "(name it seeds/tolls.html.yaml)",
        ),
        (
            {"tolls_txt": "x", "tolls_yaml": "dek: One", "tolls_txt_yaml": "dek: Two"},
            "seeds/tolls.yaml: warning: seeds/tolls.txt has seeds/tolls.txt.yaml already; nothing was made of it "
            "(put all fields into one of them)",
        ),
        (
            {"tolls_txt": "x", "tolls_yaml": "topics: [a]\npublised: 2024-05-08\n"},
            "seeds/tolls.yaml:2:1: warning: unknown field 'publised'; its seed waits until this is mended "
            "(did you mean 'published'?)",
        ),
        (
            {"tolls_txt": "x", "tolls_yaml": "story: A Story\n"},
            "seeds/tolls.yaml:1:8: warning: 'story': 'A Story' is not a slug; write 'a-story'; "
            "its seed waits until this is mended",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(texts: dict[str, str], said: str) -> None:
    """A sidecar without its seed, with two, beside another, with an unknown field, with a wrong value."""
    assert told(**texts) == [said]


def test_a_seed_waits_for_its_sidecar_and_the_others_do_not() -> None:
    """Without what the editor means to give, the seed would be published wrong."""
    seeds, problems = pair_sidecars(files(a_txt="x", a_yaml="publised: 1", b_txt="x"))
    assert [seed.file.path for seed in seeds] == ["seeds/b.txt"]
    assert [problem.level for problem in problems] == [Level.WARNING]


def test_given_fields_win_and_date_the_timeline(make_site: Callable, run: Callable) -> None:
    """The content file has the fields of the sidecar; "on Monday" counts from its date; no topics are guessed."""
    root = make_site(
        SEED + "-- seeds/tolls.yaml --\npublished: 2024-05-08\nurl: https://news.example/tolls\nbyline: Jane Marlow\n"
        "topics: [harbours]\nstory: harbour-tolls\ndek: Dearer again.\n"
    )
    outcome = run(root, "convert")
    assert outcome.exit == 0
    (file,) = (root / "content" / "briefings").iterdir()
    text = file.read_text(encoding="utf-8")
    for line in (
        "dek: Dearer again.\nbyline:\n  - Jane Marlow\npublished: '2024-05-08'\n",
        "topics:\n  - harbours\ntopics_origin: editor\nstory: harbour-tolls\n",
        "  - date: '2024-05-06'\n    phrase: on Monday\n",
        "  url: https://news.example/tolls\n",
    ):
        assert line in text
    assert "byline given by the editor" in run(root, "convert", "--explain").out


def test_a_given_headline_spares_the_warning_that_there_is_none(make_site: Callable, run: Callable) -> None:
    """Nobody is told to write what is written, nor that a date can be read in two ways when the date is given."""
    copy = f"-- seeds/tolls.txt --\nPublished: 03/04/2024\n\n{LEAD}\n"
    assert run(make_site(copy, "bare"), "convert").err.count("warning") == 2
    root = make_site(f"{copy}\n-- seeds/tolls.yaml --\nheadline: Tolls rise\npublished: 2024-04-03\n")
    assert run(root, "convert").err == ""
    assert [p.name for p in (root / "content" / "briefings").iterdir()] == ["tolls-rise.md"]


def test_a_changed_sidecar_comes_in_like_a_changed_seed(make_site: Callable, run: Callable) -> None:
    """A field that is given later, or otherwise, flows in; against an edit it is a conflict with the sidecar's line."""
    root = make_site(SEED)
    run(root, "convert")
    sidecar = root / "seeds" / "tolls.yaml"
    sidecar.write_text("# new\ndek: Dearer again.\npublished: 2024-05-08\n", encoding="utf-8")
    assert "brought up to date" in run(root, "convert").out
    (file,) = (root / "content" / "briefings").iterdir()
    text = file.read_text(encoding="utf-8")
    assert "\ndek: Dearer again.\n" in text
    assert "\npublished: '2024-05-08'\n" in text
    assert "  - date: '2024-05-06'\n" in text
    file.write_text(text.replace("Dearer again.", "Dearer, again."), encoding="utf-8")
    sidecar.write_text("# new\ndek: Dearer than ever.\npublished: 2024-05-08\n", encoding="utf-8")
    outcome = run(root, "convert")
    assert outcome.exit == 1
    assert "'dek' was edited, and seeds/tolls.yaml:2 gives another today" in outcome.err


def test_what_belongs_to_one_article_is_not_given_to_several(make_site: Callable, run: Callable) -> None:
    """A headline for a seed of two articles is a warning with its line; topics and a date are for both."""
    text = " ".join(["Two schools in the valley will share one roof from autumn, the parish said."] * 5)
    both = f"{SEED}\n{LEAD} {LEAD} {LEAD}\n\nSchools to merge in Calder\n\nBy Ida Quist\n\n{text}\n"
    root = make_site(f"{both}\n-- seeds/tolls.yaml --\ntopics: [valley]\nheadline: One for all\n")
    outcome = run(root, "convert")
    assert "seeds/tolls.yaml:2: warning: 'headline' is of one article, and seeds/tolls.txt holds 2" in outcome.err
    assert not (root / "content" / "briefings").exists()
    (root / "seeds" / "tolls.yaml").write_text("topics: [valley]\n", encoding="utf-8")
    assert run(root, "convert").exit == 0
    files = list((root / "content" / "briefings").iterdir())
    assert len(files) == 2
    assert all("topics:\n  - valley\n" in file.read_text(encoding="utf-8") for file in files)
