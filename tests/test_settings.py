"""nutgraf.settings: content/site.yaml becomes Settings, and every fault in it is named with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nutgraf.models import MenuItem, Publisher, Settings
from nutgraf.problems import ContentError
from nutgraf.settings import load_settings, parse_base_url, parse_language, parse_link, parse_time_zone


def write(root: Path, text: str) -> Path:
    """Write content/site.yaml below `root` and return `root`."""
    (root / "content").mkdir()
    (root / "content" / "site.yaml").write_text(text, encoding="utf-8")
    return root


def faults_of(root: Path, base_url: str = "") -> list[str]:
    """Return the problems that loading the settings of `root` gives."""
    with pytest.raises(ContentError) as caught:
        load_settings(root, base_url)
    return [str(problem) for problem in caught.value.problems]


def test_a_title_is_enough(tmp_path: Path) -> None:
    """Every key but the title has a default."""
    assert load_settings(write(tmp_path, "title: The Briefing\n")) == Settings(title="The Briefing")


def test_every_key_is_read(tmp_path: Path) -> None:
    """Each key of the file arrives in its field; texts stay texts, also NO and 1.10."""
    root = write(
        tmp_path,
        "title: NO\ndescription: '1.10'\nbase_url: https://example.org/briefing\nlanguage: ar\n"
        "time_zone: Europe/Berlin\npublisher: {name: A, url: https://example.org, logo: assets/logo.svg}\n"
        "menu:\n  - {label: Archive, address: archive.html}\n  - {label: Mail, address: mailto:a@example.org}\n",
    )
    assert load_settings(root) == Settings(
        title="NO",
        description="1.10",
        base_url="https://example.org/briefing/",
        language="ar",
        time_zone="Europe/Berlin",
        publisher=Publisher("A", "https://example.org", "assets/logo.svg"),
        menu=(MenuItem("Archive", "archive.html"), MenuItem("Mail", "mailto:a@example.org")),
    )


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    """The settings may begin with a byte order mark."""
    assert load_settings(write(tmp_path, "\ufefftitle: A\n")).title == "A"


def test_the_address_given_to_the_command_wins(tmp_path: Path) -> None:
    """--base-url replaces the file's base_url."""
    root = write(tmp_path, "title: A\nbase_url: https://a.example/\n")
    assert load_settings(root, "http://b.example:8000").base_url == "http://b.example:8000/"


def test_a_missing_file_is_a_problem_with_its_remedy(tmp_path: Path) -> None:
    """Without settings there is one problem, which says what to create."""
    assert faults_of(tmp_path) == ["content/site.yaml: error: is missing (create it with at least a line `title: …`)"]


def test_all_faults_of_the_file_come_at_once(tmp_path: Path) -> None:
    """Unknown, duplicate, missing and unreadable keys are told together, each with its place."""
    root = write(
        tmp_path,
        "titel: A\nbase_url: example.org\nlanguage: english\ntime_zone: Europe/Berlni\n"
        "publisher:\n  nmae: B\n  url: javascript:alert(1)\nmenu:\n  - label: C\n  - address: /x\n    label: D\n"
        "language: de\n",
    )
    places = sorted((int(line.split(":")[1]), int(line.split(":")[2])) for line in faults_of(root))
    assert places == [(1, 1), (1, 1), (2, 11), (3, 11), (4, 12), (6, 3), (7, 8), (9, 5), (10, 14), (12, 1)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("titel: A\ntitle: B\n", "content/site.yaml:1:1: error: unknown field 'titel' (did you mean 'title'?)"),
        (
            "title: A\ntime_zone: Europe/Berlni\n",
            "content/site.yaml:2:12: error: 'time_zone': 'Europe/Berlni' is not a time zone; write Europe/Berlin",
        ),
        ("title: A\nmenu:\n  - label: B\n", "content/site.yaml:3:5: error: 'address' is missing (write `address: …`)"),
        ("title:\n", "content/site.yaml:1:1: error: 'title' is missing (write `title: …`)"),
        ("", "content/site.yaml:1:1: error: 'title' is missing (write `title: …`)"),
    ],
)
def test_a_fault_reads_as_its_place_what_and_remedy(tmp_path: Path, text: str, fault: str) -> None:
    """The whole line that an editor reads is right."""
    assert faults_of(write(tmp_path, text)) == [fault]


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (parse_base_url, "https://example.org", "https://example.org/"),
        (parse_base_url, "https://example.org/a/b//", "https://example.org/a/b/"),
        (parse_base_url, "http://127.0.0.1:5500/", "http://127.0.0.1:5500/"),
        (parse_link, "archive.html", "archive.html"),
        (parse_link, "briefings/a.html#s1", "briefings/a.html#s1"),
        (parse_link, "https://example.org/?a=b", "https://example.org/?a=b"),
        (parse_link, "mailto:a@example.org", "mailto:a@example.org"),
        (parse_language, "en", "en"),
        (parse_language, "pt-BR", "pt-BR"),
        (parse_language, "zh-Hant-TW", "zh-Hant-TW"),
        (parse_time_zone, "UTC", "UTC"),
        (parse_time_zone, "Asia/Kolkata", "Asia/Kolkata"),
    ],
)
def test_what_is_sound_is_taken(read: Callable[[str], str], text: str, value: str) -> None:
    """Addresses, languages and zones are given back; a base address ends in one slash."""
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (parse_base_url, "example.org"),
        (parse_base_url, "//example.org/"),
        (parse_base_url, "ftp://example.org/"),
        (parse_base_url, "https://"),
        (parse_base_url, "https://example.org/?a=b"),
        (parse_base_url, "https://example.org/#top"),
        (parse_base_url, "https://[::1/"),
        (parse_base_url, "https://exam ple.org/"),
        (parse_link, "/archive.html"),
        (parse_link, "//example.org"),
        (parse_link, "../other.html"),
        (parse_link, "topics/../../other.html"),
        (parse_link, "javascript:alert(1)"),
        (parse_link, "JavaScript:alert(1)"),
        (parse_link, "java\tscript:alert(1)"),
        (parse_link, "data:text/html,x"),
        (parse_language, "english"),
        (parse_language, "e"),
        (parse_language, "pt_BR"),
        (parse_language, ""),
        (parse_time_zone, "CEST"),
        (parse_time_zone, "+02:00"),
        (parse_time_zone, "localtime"),
        (parse_time_zone, "Factory"),
        (parse_time_zone, "../etc/passwd"),
    ],
)
def test_what_misleads_is_refused(read: Callable[[str], str], text: str) -> None:
    """A half address, an active or outward link, no language and a zone of the machine's own are ValueErrors."""
    with pytest.raises(ValueError, match=r"."):
        read(text)
