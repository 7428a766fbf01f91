"""nutgraf.preview: what a browser is shown of a build, and what of it must be loaded anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nutgraf.models import OutputFile
from nutgraf.preview import Preview, changes, reply
from nutgraf.problems import Level, Problem

PAGE = b"<!doctype html><body><p>The tolls rise.</p></body></html>"
FILES = {"index.html": PAGE, "assets/style.css": b"p {}", "feed.xml": b"<feed/>", "a.md": b"# A", "404.html": PAGE}
FAULT = Problem("content/briefings/a.md", "unknown field '<b>'", "did you mean 'byline'?", 3, 1)
FINDING = Problem("content/briefings/a.md", "has no byline", level=Level.NOTE, rule="missing-byline")


def shown(preview: Preview, path: str = "", *, desk: bool = False) -> str:
    """Return the page at `path` as the browser gets it."""
    return reply(preview, path, 5500, desk=desk).data.decode()


def test_a_page_gets_the_reload_script_at_the_end_of_its_body() -> None:
    """Everything that the page holds stays as it is, and what is put in comes last, however long the page is."""
    long = b"<!doctype html><body>" + b"<p>word</p>" * 50_000 + b"</body></html>"
    page = shown(Preview({"index.html": long}))
    assert page.startswith(long.decode().removesuffix("</body></html>"))
    assert page.endswith('<script src="/livereload.js?port=5500"></script>\n</body></html>')


def test_a_page_without_an_end_gets_the_script_too() -> None:
    """A layout of the user's own may leave out the closing tag."""
    assert "livereload.js" in shown(Preview({"index.html": b"<!doctype html><p>Tolls"}))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feed.xml", "application/xml"),
        ("assets/style.css", "text/css; charset=utf-8"),
        ("a.md", "text/plain; charset=utf-8"),
    ],
)
def test_what_is_no_page_is_sent_as_it_is(path: str, kind: str) -> None:
    """Its bytes are those of the build."""
    answer = reply(Preview(FILES), path, 5500, desk=True)
    assert (answer.status, answer.kind, answer.data) == (200, kind, FILES[path])


def test_a_folder_shows_its_index_and_what_is_missing_the_404_page() -> None:
    """As on a host."""
    assert "The tolls rise." in shown(Preview({"old/index.html": PAGE}), "old/")
    answer = reply(Preview(FILES), "nothing.html", 5500, desk=False)
    assert answer.status == 404
    assert b"The tolls rise." in answer.data


def test_a_fault_stands_on_every_page_with_its_line() -> None:
    """What is wrong, where, the line itself and the remedy, escaped; the page below is the last good one."""
    lines = {("content/briefings/a.md", 3): "<b>: Jo Hale"}
    page = shown(Preview(FILES, problems=(FAULT, FINDING), has_failed=True, lines=lines))
    assert "The tolls rise." in page
    assert "content/briefings/a.md:3:1" in page
    assert "unknown field &#x27;&lt;b&gt;&#x27; (did you mean &#x27;byline&#x27;?)" in page
    assert "<pre>&lt;b&gt;: Jo Hale</pre>" in page
    assert "has no byline" not in page  # no note is why a build fails


def test_a_fault_of_the_first_build_is_shown_though_there_is_no_page() -> None:
    """An editor who starts the preview on a broken site reads in the browser what to mend."""
    answer = reply(Preview(problems=(FAULT,), has_failed=True), "briefings/a.html", 5500, desk=False)
    assert answer.status == 500
    assert b"content/briefings/a.md:3:1" in answer.data
    assert b"livereload.js" in answer.data


def test_the_desk_is_shown_when_asked_for() -> None:
    """A page says how much there is about it, and with ?desk what."""
    other = Problem("content/briefings/b.md", "has no dek", level=Level.NOTE)
    preview = Preview(FILES, {"index.html": "content/briefings/a.md"}, (FINDING, other))
    assert '<a href="?desk">Desk: 1 finding</a>' in shown(preview)
    assert "has no byline" not in shown(preview)
    panel = shown(preview, desk=True)
    assert "has no byline" in panel
    assert "has no dek" not in panel
    assert "1 elsewhere" in panel


def test_a_clean_page_says_so() -> None:
    """Silence could mean that nobody looked."""
    assert "Desk: nothing to find fault with" in shown(Preview(FILES))


def of(old: Preview, new: Preview, path: str = "", *, desk: bool = False) -> list[str]:
    """Return what a browser with the page at `path` loads anew."""
    return changes(old, new, path, desk=desk)


def test_what_has_not_changed_is_not_loaded_anew() -> None:
    """A save without a change, or of another page, leaves the page alone; a style sheet is exchanged."""
    old = Preview({**FILES, "a.html": PAGE, "photo.png": b"1"})
    assert of(old, Preview(dict(old.files))) == []
    assert of(old, Preview({**old.files, "a.html": b"", "feed.xml": b""})) == []
    assert of(old, Preview({**old.files, "a.html": b""}), "a.html") == ["*"]
    assert of(old, Preview({**old.files, "assets/style.css": b"p { color: red }"})) == ["assets/style.css"]
    assert of(old, Preview({**old.files, "assets/style.css": b"", "index.html": b""})) == ["*"]
    assert of(old, Preview({**old.files, "photo.png": b"2"})) == ["*"]
    assert of(old, Preview({"index.html": PAGE})) == ["*"]


def test_a_page_that_comes_or_goes_is_loaded_anew() -> None:
    """Its reader sees the 404 page meanwhile; a folder is its index."""
    assert of(Preview(FILES), Preview({**FILES, "b.html": PAGE + b"<p>"}), "b.html") == ["*"]
    assert of(Preview({**FILES, "b.html": PAGE + b"<p>"}), Preview(FILES), "b.html") == ["*"]
    assert of(Preview(FILES), Preview({**FILES, "index.html": b""}), "") == ["*"]


def test_what_the_desk_says_of_a_page_is_loaded_anew() -> None:
    """Where it is not shown, only the number of findings is."""
    files = {**FILES, "a.html": PAGE}
    plain = Preview(files, {"a.html": FINDING.path}, (FINDING,))
    other = Preview(files, {"a.html": FINDING.path}, (replace(FINDING, message="has no dek"),))
    assert of(plain, other, "a.html", desk=True) == ["*"]
    assert of(plain, other, "a.html") == []
    assert of(plain, replace(plain, problems=()), "a.html") == ["*"]
    assert of(plain, replace(plain, problems=())) == []


def test_open_pages_come_first_and_what_was_wrong_is_mended() -> None:
    """The findings of the build before stay until there are newer ones; a fault goes at once."""
    before = Preview(FILES, problems=(FINDING,))
    newer = before.with_files([OutputFile("index.html", b"new")])
    assert newer.files == {**FILES, "index.html": b"new"}
    assert newer.problems == (FINDING,)
    mended = Preview(FILES, problems=(FAULT,), has_failed=True).with_files([])
    assert (mended.problems, mended.has_failed) == ((), False)


def test_a_fault_and_its_mending_are_both_shown_at_once() -> None:
    """The page is loaded anew when a build goes wrong, and when it goes well again."""
    good, bad = Preview(FILES), Preview(FILES, problems=(FAULT,), has_failed=True)
    assert of(good, bad) == ["*"]
    assert of(bad, good) == ["*"]
