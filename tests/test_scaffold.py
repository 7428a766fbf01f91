"""nutgraf.scaffold: a new site is ready to build, and no folder that holds something is made into one."""

from pathlib import Path

import pytest

from nutgraf.assemble import assemble_site
from nutgraf.content import load_briefings
from nutgraf.plan import plan_pages
from nutgraf.problems import ContentError
from nutgraf.scaffold import check_new, starter_files
from nutgraf.settings import load_settings


def unpack(root: Path) -> Path:
    """Write the starter files below `root` and return it."""
    for file in starter_files():
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return root


def test_a_new_site_has_settings_layouts_style_and_a_seed(tmp_path: Path) -> None:
    """Its settings are sound, each page it needs has its layout, and there is something to convert."""
    root = unpack(tmp_path)
    site = assemble_site(load_settings(root, "https://briefing.test/"), load_briefings(root))
    assert [page.layout for page in plan_pages(site) if not (root / "layouts" / page.layout).is_file()] == []
    assert all((root / "layouts" / name).is_file() for name in ("briefing.html", "topic.html", "feed.xml"))
    assert (root / "static" / "style.css").is_file()
    assert len(list((root / "seeds").iterdir())) == 1


def test_what_is_made_from_content_is_not_kept_in_git(tmp_path: Path) -> None:
    """A new site's .gitignore leaves out dist/ and the caches."""
    assert (unpack(tmp_path) / ".gitignore").read_text(encoding="utf-8").splitlines() == ["/dist/", ".nutgraf/"]


def test_starter_files_stay_in_their_folder_and_stand_once() -> None:
    """No path leads out of the new folder, and none is given twice."""
    paths = [file.path for file in starter_files()]
    assert len(set(paths)) == len(paths)
    assert [path for path in paths if path.startswith("/") or ".." in path.split("/")] == []


def test_a_new_or_empty_folder_is_taken(tmp_path: Path) -> None:
    """A name that does not exist and a folder without files are both fine."""
    check_new(tmp_path / "new")
    check_new(tmp_path)


@pytest.mark.parametrize("name", ["file", "full", "hidden"])
def test_a_folder_that_holds_something_is_refused(tmp_path: Path, name: str) -> None:
    """A file of that name and a folder with any file in it, also a hidden one, are left alone."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_bytes(b"")
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".a").write_bytes(b"")
    with pytest.raises(ContentError) as caught:
        check_new(tmp_path / name)
    (problem,) = caught.value.problems
    assert (problem.path, problem.message) == (str(tmp_path / name), "is not empty")
