"""benchmarks.build: programs are measured at the same work, and only at that. No test asks how long anything took."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from benchmarks import build
from benchmarks.corpus import Article, make_articles
from benchmarks.measure import CommandFailedError, Usage, measure
from benchmarks.peers import eleventy, hugo, ours, pelican
from benchmarks.peers.program import PART, Program, slug_of, timeline_parts
from benchmarks.plot import growth_svg
from benchmarks.rounds import STEPS, ratio
from benchmarks.same import compare_sites, shown_in
from nutgraf import lists

PAGE = """<h1>Tolls rise</h1>
<section class="takeaways"><h2 class="label">Key takeaways</h2><ul><li>Fees rise.</li></ul></section>
<section class="why"><h2>Why this matters</h2><p>Food comes by sea.</p></section>
<div class="body"><p>One.</p><div><h2>Two</h2></div><p>Three.</p></div>
<section class="timeline"><h2>Timeline</h2><p>Oldest first.</p><ol><li>1 May 2024 It began.</li></ol></section>
<footer class="about"><h2>Topics</h2></footer>
"""
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" href="https://n.example/a.html"/>
<content type="html">&lt;p&gt;One.&lt;/p&gt;</content></entry></feed>"""


BUILD = """
import pathlib
layout = pathlib.Path("layouts/base.html").read_text()
out = pathlib.Path("dist")
(out / "briefings").mkdir(parents=True, exist_ok=True)
for path in pathlib.Path("content").glob("*.md"):
    (out / "briefings" / f"{path.stem}.html").write_text(layout.replace("TEXT", path.read_text()))
(out / "index.html").write_text(layout)
"""


def small(name: str, word: str = "said") -> Program:
    """Return a program that makes a page of each article, whose body is `word`, and a front page."""

    def files(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
        yield "layouts/base.html", "<body>TEXT</body>"
        for article in articles:
            yield source(article), f'<h1>{article.headline}</h1><div class="body">{word}</div>'

    def source(article: Article) -> str:
        return f"content/{slug_of(article)}.md"

    python = (sys.executable, "-I", "-S")
    return Program(
        name=name,
        install=f"get {name}",
        find=lambda: python,
        version=("--version",),
        build=("-c", BUILD),
        site=None,
        files=files,
        source=source,
        layout="layouts/base.html",
        out="dist",
    )


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small programs stand in for ours and for peers."""
    peers = (small("twin"), small("other", "denied"), replace(small("absent"), find=lambda: None))
    monkeypatch.setattr(build, "PEERS", {peer.name: peer for peer in peers})
    monkeypatch.setattr(ours, "program", lambda *_: small("nutgraf"))


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write a site."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("programs")
def test_each_program_takes_each_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON holds every measurement; what is kept shows that outputs were moved aside, and sources changed."""
    work = tmp_path / "work"
    assert build.main(["--n", "3", "--runs", "1", "--peers", "twin", "--json", "--work", str(work)]) == 0
    result = json.loads(capsys.readouterr().out)
    size = result["sizes"]["3"]
    assert list(size["steps"]) == list(STEPS)
    for taken in size["steps"].values():
        assert {name: len(used) for name, used in taken.items()} == {"nutgraf": 1, "twin": 1}
    assert size["files"]["twin"]["briefing pages"] == [3, 3]
    for name in ("nutgraf", "twin"):
        assert (work / "3" / "aside" / name / "1-dist" / "index.html").is_file()
        pages = (work / "3" / name / "dist" / "briefings").glob("*.html")
        texts = [page.read_text(encoding="utf-8") for page in pages]
        assert sum("This was added in round 1." in text for text in texts) == 1
        assert all("<!-- 1 --></body>" in text for text in texts)


@pytest.mark.usefixtures("programs")
def test_tables_and_growth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json there is a table for each number, and --plot draws them; the sites are gone at the end."""
    picture = tmp_path / "growth.svg"
    assert build.main(["--n", "2,1", "--runs", "1", "--peers", "absent,twin", "--plot", str(picture)]) == 0
    said = capsys.readouterr()
    assert re.findall(r"^(\d+) briefings", said.out, re.MULTILINE) == ["1", "2"]
    assert len(re.findall(r"^layout +twin ", said.out, re.MULTILINE)) == 2
    assert "absent is not installed and left out; get it with: get absent" in said.err
    assert "twin" in [
        element.text.split()[0] for element in ElementTree.parse(picture).findall("{*}text[@class='name']")
    ]


@pytest.mark.usefixtures("programs")
def test_other_work_is_not_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """A program whose pages say something else is named with the page and the part, and nothing is printed of time."""
    assert build.main(["--n", "2", "--runs", "1", "--peers", "other"]) == 1
    said = capsys.readouterr()
    assert re.search(r"^other: briefings/.*\.html: another body: 'denied' instead of 'said'$", said.err, re.MULTILINE)
    assert "wall" not in said.out


def test_ours_is_built(capsys: pytest.CaptureFixture[str]) -> None:
    """Our own program takes each step, alone if nothing else is asked for."""
    assert build.main(["--n", "1", "--runs", "1", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["profile"] == "same"
    taken = result["sizes"]["1"]["steps"]
    assert [(step, list(taken[step])) for step in taken] == [(step, ["nutgraf"]) for step in STEPS]


@pytest.mark.parametrize("profile", ["same", "full"])
def test_seeds_are_converted(profile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --seeds the archive is raw copy, and each seed a page; takeaways lead to sentences in one profile alone."""
    work = tmp_path / "work"
    assert build.main(["--seeds", "2", "--profile", profile, "--json", "--work", str(work)]) == 0
    assert json.loads(capsys.readouterr().out)["seeds"] == 2
    pages = sorted((work / "dist" / "briefings").glob("*.html"))
    assert len(pages) == 2
    assert ('class="rests"' in pages[0].read_text(encoding="utf-8")) == (profile == "full")
    assert len(shown_in(pages[0])["takeaways"]) > 100
    assert "↓" not in shown_in(pages[0])["takeaways"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--peers", "jekyll"], "jekyll is none of hugo, eleventy, pelican"),
        (["--n", "1,x"], "'x' is not a whole number from 1"),
        (["--n", "1000", "--plot", "x.svg"], "growth takes more than one number"),
        (["--work", "."], "exists already"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be meant ends with status 2 before anything is built."""
    with pytest.raises(SystemExit) as ended:
        build.main(arguments)
    assert ended.value.code == 2
    assert message in capsys.readouterr().err


def test_memory_is_that_of_the_command(tmp_path: Path) -> None:
    """What a command holds is measured, also in a process that it starts, and what we hold ourselves is not."""
    ballast = bytearray(200_000_000)
    ballast[::4096] = b"\1" * len(ballast[::4096])
    small = measure((sys.executable, "-c", "pass"), tmp_path)
    hold = "x = bytearray(150_000_000); x[::4096] = b'1' * len(x[::4096])"
    start = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
    large = measure((sys.executable, "-c", start, hold), tmp_path)
    assert small.memory < 100_000_000 < 150_000_000 < large.memory
    assert len(ballast) == 200_000_000


def test_a_failing_command_is_told_with_what_it_said(tmp_path: Path) -> None:
    """Else a time would be taken for one of a build."""
    with pytest.raises(CommandFailedError, match=r"status 3:\n.*no such toll"):
        measure((sys.executable, "-c", "import sys; print('no such toll'); sys.exit(3)"), tmp_path)


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("briefings/a.html", "rise</h1>", "fall</h1>", "another headline: 'Tolls fall' instead of 'Tolls rise'"),
        ("briefings/a.html", "Fees rise.", "Fees.", "another takeaways"),
        ("briefings/a.html", "by sea", "by rail", "another why"),
        ("briefings/a.html", "<h2>Two</h2>", "", "another body"),
        ("briefings/a.html", "1 May", "2 May", "another timeline"),
        ("feed.xml", "&lt;p&gt;One.&lt;/p&gt;", "", "feed.xml: 0 briefings"),
    ],
)
def test_what_a_page_says_is_compared(tmp_path: Path, name: str, old: str, new: str, fault: str) -> None:
    """A change in any part of a briefing's page is a fault; words that a program adds of its own are none."""
    files = {"briefings/a.html": PAGE, "feed.xml": FEED, "index.html": ""}
    mine = write(tmp_path / "mine", files)
    theirs = write(tmp_path / "theirs", {**files, "briefings/a.html": PAGE.replace("Key takeaways", "In brief")})
    assert compare_sites(mine, theirs, ["a"]).faults == ()
    text = (theirs / name).read_text(encoding="utf-8")
    write(theirs, {name: text.replace(old, new)})
    (found,) = compare_sites(mine, theirs, ["a"]).faults
    assert fault in found


def test_addresses_and_counts_are_compared(tmp_path: Path) -> None:
    """A page that one lacks is a fault, and so is a list with two parts more; a kind that is not made is told."""
    common = {"topics/ports.html": "", "archive.html": "", "index.html": ""}
    mine = write(
        tmp_path / "mine", {**common, "briefings/a.html": PAGE, "briefings/a.md": "", "topics/ports/1.html": ""}
    )
    theirs = write(tmp_path / "theirs", {**common, "topics/ports/page/2.html": "", "topics/ports/page/3.html": ""})
    found = compare_sites(mine, theirs, [])
    assert found.faults == ("briefing pages: lacks 1, such as briefings/a.html",)
    assert found.missing == ["briefing pages", "briefings as text"]
    write(theirs, {"topics/ports/page/4.html": ""})
    assert "more topic pages: 3 instead of 1" in compare_sites(mine, theirs, []).faults


@pytest.mark.parametrize("peer", [hugo, eleventy])
def test_peers_get_the_whole_article(peer: hugo) -> None:
    """Their front matter and body say what ours do, under the name of the page."""
    (article,) = make_articles(1)
    text = dict(peer.files([article]))[f"content/briefings/{slug_of(article)}.md"]
    _, front, body = text.split("---\n", 2)
    fields = yaml.safe_load(front)
    assert (fields["title"], fields["dek"], fields["why"]) == (article.headline, article.dek, article.why)
    assert fields["date"] == article.published
    assert (tuple(fields["takeaways"]), tuple(fields["topics"])) == (article.takeaways, article.topics)
    assert [(e["date"], e["text"]) for e in fields["timeline"]] == [(edtf, text) for edtf, _, text in article.timeline]
    assert body.strip().split("\n\n") == list(article.paragraphs)


def test_pelican_gets_the_whole_article() -> None:
    """Its metadata are lines."""
    (article,) = make_articles(1)
    head, _, body = dict(pelican.files([article]))[pelican.source(article)].partition("\n\n")
    assert f"title: {article.headline}\ndek: {article.dek}\n" in head
    assert "takeaways: " + "\n    ".join(article.takeaways) in head
    assert all(f"{edtf} {text}" in head for edtf, _, text in article.timeline)
    assert body.strip().split("\n\n") == list(article.paragraphs)


def test_lists_of_peers_are_cut_as_ours() -> None:
    """Parts of another size would be another number of pages."""
    lengths = (lists._ARCHIVE_LENGTH, lists._TOPIC_LENGTH, lists._TIMELINE_LENGTH)
    config = (eleventy.ELEVENTY.site / "eleventy.config.js").read_text(encoding="utf-8")
    assert re.search(r"ARCHIVE = (\d+), TOPIC = (\d+), TIMELINE = (\d+)", config).groups() == tuple(map(str, lengths))
    layouts = hugo.HUGO.site / "layouts"
    assert f".Paginate $all {lengths[0]}" in (layouts / "archive" / "section.html").read_text(encoding="utf-8")
    assert f".Paginate .Pages {lengths[1]}" in (layouts / "topics" / "term.html").read_text(encoding="utf-8")
    settings = (pelican.PELICAN.site / "pelicanconf.py").read_text(encoding="utf-8")
    assert f'{{"archive": {lengths[0]}, "tag": {lengths[1]}}}' in settings
    assert lengths[2] == PART
    for count in (0, 1, 59, 60, 119, 120, 200):
        entries = [{"date": f"{2000 + number}"} for number in range(count)]
        ours_cut = [len(items) for _, items in lists._parts(entries, PART, "timeline.html")]
        assert [len(part) for part in timeline_parts(entries)] == ours_cut[::-1]


def test_every_layout_can_be_changed() -> None:
    """The layout that a program names has the end that the step changes."""
    for peer in build.PEERS.values():
        assert "</body>" in (peer.site / peer.layout).read_text(encoding="utf-8")


def test_ratios_are_of_rounds() -> None:
    """The median of ratios, not the ratio of medians: a slow minute slows both."""
    walls = {"ours": (1, 4, 9), "it": (2, 4, 3)}
    taken = {name: [Usage(wall, 0, 0) for wall in values] for name, values in walls.items()}
    assert ratio(taken, "ours", "it", lambda used: used.wall) == 1


def test_growth_is_drawn() -> None:
    """Each program has a line with its name, and no two names cover each other."""
    lines = {"a<b": {1000: 1.0, 50000: 40.0}, "c": {1000: 2.0, 50000: 40.5}, "d": {1000: 2.0, 50000: 0.2}}
    root = ElementTree.fromstring(growth_svg(lines, "Growth & more"))
    names = root.findall("{*}text[@class='name']")
    assert [name.text for name in names] == ["a<b 40 s", "c 40.5 s", "d 0.2 s"]
    heights = sorted(float(name.get("y")) for name in names)
    assert min(b - a for a, b in pairwise(heights)) >= 15
    assert len(root.findall("{*}polyline")) == 3
