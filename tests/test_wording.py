"""nutgraf.wording: what pages say, in each language that they speak."""

import re
import textwrap
from dataclasses import fields
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from babel.dates import format_date
from jinja2 import Environment
from lxml import html
from markupsafe import Markup
from whole_site import write_site

from nutgraf.models import Entry
from nutgraf.pipeline import build_site
from nutgraf.vocabulary.languages import INTERFACES, interface_words
from nutgraf.wording import _plural, day_words, edtf_words, moment_words, say, when_words

LAYOUTS = sorted((Path(__file__).parent.parent / "layouts").rglob("*.*"))
ENGLISH = interface_words("en")


def forms(language: str, key: str) -> list[str]:
    """Return each form of the words for `key`."""
    words = interface_words(language).words[key]
    return [words] if isinstance(words, str) else list(words.values())


def names_in(text: str) -> set[str]:
    """Return the names that stand in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", INTERFACES)
def test_each_language_has_all_words(language: str) -> None:
    """Every key of English is there and no other, with the same places for values, and no words are left empty."""
    words = interface_words(language).words
    assert list(words) == list(ENGLISH.words)
    for key in words:
        places = names_in(forms("en", key)[-1])
        assert all(names_in(form) <= places and form.strip() for form in forms(language, key)), key
        assert names_in(forms(language, key)[-1]) == places, key
    for each in fields(ENGLISH.dates):
        ours, theirs = getattr(interface_words(language).dates, each.name), getattr(ENGLISH.dates, each.name)
        assert type(ours) is type(theirs), each.name
        if isinstance(ours, dict):
            assert list(ours) == list(theirs), each.name


@pytest.mark.parametrize("language", INTERFACES)
def test_each_language_has_its_plurals(language: str) -> None:
    """The kinds of numbers are those of CLDR, and words that go by a number know each kind or have an `other`."""
    rule = Locale(language).plural_form
    table = interface_words(language)
    assert [_plural(table, number) for number in range(250)] == [rule(number) for number in range(250)]
    kinds = {kind for kind, *_ in table.plurals} | {"other"}
    for words in table.words.values():
        assert isinstance(words, str) or (set(words) <= kinds and "other" in words)


@pytest.mark.parametrize("language", INTERFACES)
def test_months_and_days_are_those_of_cldr(language: str) -> None:
    """Babel writes the same."""
    for month in range(1, 13):
        day = date(2024, month, 5)
        pattern = {"de": "d. MMMM y"}.get(language, "d MMMM y")
        assert day_words(day, language) == format_date(day, pattern, locale=language)


@pytest.mark.parametrize(
    ("edtf", "german", "arabic"),
    [
        ("", "Datum nicht genannt", "التاريخ غير مذكور"),
        ("2024", "2024", "2024"),
        ("2024-05", "Mai 2024", "مايو 2024"),
        ("2024-05-01", "1. Mai 2024", "1 مايو 2024"),
        ("2024-05~", "etwa Mai 2024", "نحو مايو 2024"),
        ("2024-05?", "Mai 2024 (unsicher)", "مايو 2024 (غير مؤكد)"),
        ("2024-05-01%", "etwa 1. Mai 2024 (unsicher)", "نحو 1 مايو 2024 (غير مؤكد)"),
        ("199X", "1990er-Jahre", "تسعينيات القرن العشرين"),
        ("200X", "2000er-Jahre", "العقد الأول من القرن الحادي والعشرين"),
        ("18XX", "19. Jahrhundert", "القرن التاسع عشر"),
        ("2024-22", "Sommer 2024", "صيف 2024"),
        ("2024-33", "1. Quartal 2024", "الربع الأول من 2024"),
        ("2024-41", "2. Halbjahr 2024", "النصف الثاني من 2024"),
        ("XXXX-05", "Mai (Jahr nicht genannt)", "مايو (السنة غير مذكورة)"),
        ("XXXX-10-07", "7. Oktober (Jahr nicht genannt)", "7 أكتوبر (السنة غير مذكورة)"),
        ("XXXX-XX-07", "Tag 7 (Monat und Jahr nicht genannt)", "يوم 7 (الشهر والسنة غير مذكورين)"),
        ("2024-05-03/2024-05-05", "3.–5. Mai 2024", "3–5 مايو 2024"),
        ("2024-05/2024-06", "Mai 2024 bis Juni 2024", "من مايو 2024 إلى يونيو 2024"),
        ("2023-10/..", "seit Oktober 2023", "منذ أكتوبر 2023"),
        ("../2030", "bis 2030", "حتى 2030"),
    ],
)
def test_a_date_is_written_in_each_language(edtf: str, german: str, arabic: str) -> None:
    """Every form of EDTF has its words."""
    assert (edtf_words(edtf, "de"), edtf_words(edtf, "ar-EG")) == (german, arabic)


@pytest.mark.parametrize(
    ("date", "phrase", "shown"),
    [
        ("../2030", "bis 2030", "bis 2030"),
        ("2024-05-03/..", "Ab dem 3. Mai", "ab 3. Mai 2024"),
        ("../2015", "vor 2015", "vor 2015"),
        ("../2026", "vor dem Jahresende", "bis 2026"),
        ("../2030", "by 2030", "bis 2030"),
        ("", "diese Woche", "Datum nicht genannt: „diese Woche“"),
        ("", "am 31. Juni 1950", "Datum nicht sicher: „am 31. Juni 1950“"),
    ],
)
def test_german_keeps_the_preposition_of_a_german_source(date: str, phrase: str, shown: str) -> None:
    """A preposition of another language is not taken over."""
    assert when_words(Entry("Text.", date, phrase), "de") == shown


def test_a_time_is_written_in_each_language() -> None:
    """What joins a day and its time is the language's own."""
    day = date(2024, 5, 14)
    found = [moment_words(day, "06:30", "UTC+1", language) for language in INTERFACES]
    assert found == ["14 May 2024, 06:30 UTC+1", "14. Mai 2024, 06:30 UTC+1", "14 مايو 2024، 06:30 UTC+1"]


def test_values_are_escaped_and_markup_is_kept() -> None:
    """What an editor wrote cannot become HTML by way of our words; what a layout made stays so."""
    assert say("updated", "de", date=Markup("<time>1</time>")) == "Aktualisiert am <time>1</time>"
    assert say("draft_title", headline="<b>{x}</b>") == "Draft: &lt;b&gt;{x}&lt;/b&gt;"


def test_a_count_has_its_form() -> None:
    """Words that go by a number go by the rules of the language; another language gets English."""
    assert [say("count", "ar", count=n) for n in (1, 2, 3, 11)] == [
        "موجز واحد",
        "موجزان، الأحدث أولًا",
        "3 موجزات، الأحدث أولًا",
        "11 موجزًا، الأحدث أولًا",
    ]
    assert [say("count", "fr", count=n) for n in (1, 2)] == ["1 briefing", "2 briefings, newest first"]


TAG = re.compile(r"<code.*?</code>|<[^>]*>|<!doctype html>| [a-z-]+=\"[^\"]*\"")
SPOKEN = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
KEYS = re.compile(r'\bsay\(\s*"(\w+)"(?: if [^"]*? else "(\w+)")?')


def test_layouts_say_what_there_is_and_all_of_it() -> None:
    """Each key that a layout asks for exists, and no words are kept that no layout says."""
    said = {key for path in LAYOUTS for pair in KEYS.findall(path.read_text(encoding="utf-8")) for key in pair if key}
    assert sorted(said) == sorted(ENGLISH.words)


@pytest.mark.parametrize("path", [path for path in LAYOUTS if path.suffix in (".html", ".xml")], ids=lambda p: p.name)
def test_a_layout_holds_no_word_of_its_own(path: Path) -> None:
    """All that a reader sees or hears comes from the tables: text, labels, and the texts inside expressions."""
    tokens = list(Environment(trim_blocks=True).lex(path.read_text(encoding="utf-8")))
    markup = "".join(text for _, kind, text in tokens if kind == "data")
    plain = [TAG.sub(" ", markup), *SPOKEN.findall(markup)]
    assert re.findall(r"[A-Za-z]{2,}", " ".join(plain).replace("Nutgraf", "")) == []
    texts = [text[1:-1] for _, kind, text in tokens if kind == "string"]
    assert [text for text in texts if re.search(r"\w \w|^[A-Z][a-z]", text)] == []


SITES = {
    "de": """
    -- content/site.yaml --
    title: Inselblatt
    description: Was geschah und warum.
    base_url: https://news.example/
    language: de
    publisher: {name: Inselverlag}
    -- content/briefings/eins.md --
    ---
    headline: Der Hafen wird teurer
    byline: [Inga Mell, Olaf Tarn]
    published: 2024-05-08T09:30+02:00
    updated: 2024-05-09
    topics: [Hafen]
    why_it_matters: Die Insel lebt vom Hafen.
    takeaways: [Die Liegezeit kostet mehr.]
    takeaways_origin: extracted
    topics_origin: extracted
    headline_origin: inferred
    timeline:
      - {date: 2024-05-06, phrase: am Montag, text: Der Rat stimmte zu., basis: anchored}
      - {date: 2019, phrase: im Jahr 2019, text: Die Gebühr kam.}
      - {phrase: vor der Wahl, text: Der Rat stritt.}
    source: {url: "https://quelle.example/a"}
    corrections: [{date: 2024-05-10, text: Der Name war falsch.}]
    ---
    Der Rat stimmte zu.
    -- content/briefings/zwei.md --
    ---
    headline: Undatiert
    topics: [Hafen]
    draft: true
    ---
    Der Rat schweigt.
    -- content/briefings/drei.md --
    ---
    headline: Noch eine
    ---
    Der Rat schweigt.
    """,
    "ar": """
    -- content/site.yaml --
    title: موجز الجزيرة
    description: ما حدث ولماذا.
    base_url: https://news.example/
    language: ar
    publisher: {name: دار الجزيرة}
    -- content/briefings/a.md --
    ---
    headline: رسوم الميناء ترتفع
    byline: [سلمى نور, عمر زيد]
    published: 2024-05-08T09:30+03:00
    updated: 2024-05-09
    topics: [الميناء]
    why_it_matters: تعيش الجزيرة من الميناء.
    takeaways: [الرسوم ترتفع.]
    takeaways_origin: extracted
    topics_origin: extracted
    headline_origin: inferred
    timeline:
      - {date: 2024-05-06, phrase: يوم الإثنين, text: وافق المجلس., basis: anchored}
      - {date: 2019, phrase: في عام 2019, text: فُرضت الرسوم.}
      - {phrase: قبل الانتخابات, text: اختلف المجلس.}
    source: {url: "https://192.0.2.1/a"}
    corrections: [{date: 2024-05-10, text: كان الاسم خطأ.}]
    ---
    وافق المجلس.
    -- content/briefings/b.md --
    ---
    headline: بلا تاريخ
    topics: [الميناء]
    draft: true
    ---
    المجلس صامت.
    -- content/briefings/c.md --
    ---
    headline: أخرى
    ---
    المجلس صامت.
    """,
}


def visible(page: html.HtmlElement) -> str:
    """Return what a reader sees or hears of a page: its text, title, labels and description."""
    spoken = page.xpath(
        "//body//text() | //title/text() | //@aria-label | //@alt | //meta[@name='description']/@content"
    )
    return " ".join(" ".join(spoken).split())


@pytest.mark.parametrize("language", SITES)
def test_a_site_speaks_its_language(language: str, tmp_path: Path) -> None:
    """No page of a German or Arabic site has an English word; each says its language and direction."""
    root = write_site(tmp_path, SITES[language])
    pages = {file.address: html.fromstring(file.data) for file in build_site(root) if file.address.endswith(".html")}
    assert {"index.html", "archive.html", "timeline.html", "404.html"} < set(pages)
    pieces = {
        piece.strip(" .:,“”")
        for key in ENGLISH.words
        for form in forms("en", key)
        for piece in re.split(r"\{\w+\}", form)
        if key not in ("feed", "and", "comma") and piece.strip(" .:,“”") not in " ".join(forms(language, key))
    }
    for address, page in pages.items():
        text = visible(page)
        assert [piece for piece in pieces if re.search(rf"\b{re.escape(piece)}\b", text)] == [], address
        assert (page.get("lang"), page.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
        assert page.xpath("//*[@lang='en']") == []
        if language == "ar":
            latin = set(re.findall(r"[A-Za-z]{2,}", text)) - {"JSON", "ICS", "Atom", "UTC"}
            assert latin == set(), address


def test_a_briefing_in_another_language_keeps_the_words_of_the_site(tmp_path: Path) -> None:
    """On an Arabic site an English briefing reads from left to right, and the site's words around it do not."""
    english = "---\nheadline: Tolls\nlanguage: en\ntakeaways: [Up.]\n---\nUp.\n"
    text = textwrap.dedent(SITES["ar"]) + "-- content/briefings/d.md --\n" + english
    files = {file.address: file.data for file in build_site(write_site(tmp_path, text))}
    page = html.fromstring(files["briefings/tolls.html"])
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    (label,) = page.xpath("//*[@id='takeaways']")
    assert (label.text, label.get("lang"), label.get("dir")) == ("أبرز النقاط", "ar", "rtl")


def test_an_empty_site_speaks_its_language(tmp_path: Path) -> None:
    """What it says to whoever set it up is no English either."""
    files = {
        file.address: file.data
        for file in build_site(write_site(tmp_path, "-- content/site.yaml --\ntitle: A\nlanguage: de\n"))
    }
    assert "Noch keine Meldungen." in visible(html.fromstring(files["index.html"]))
    assert "Legen Sie den Rohtext" in visible(html.fromstring(files["index.html"]))


@pytest.mark.parametrize("language", INTERFACES)
def test_values_stand_in_words_as_markup_has_them(language: str) -> None:
    """In each row a text is escaped, markup is not, and a number is as it is."""
    for value in ("<b> & {x} %s", Markup("<b>{y}</b>"), 5, ""):
        for key in interface_words(language).words:
            values = {name: value for form in forms(language, key) for name in names_in(form)} | {"count": 2}
            said = say(key, language, **values)
            assert said in [Markup(form).format(**values) for form in forms(language, key)]
            assert isinstance(said, Markup)
