"""nutgraf.convert.labels: what rules look for in copy of other languages than English, line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.convert.labels import labels_of
from nutgraf.convert.repair import mend_mojibake
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.copy_abroad import ABROAD

TESTS = Path(__file__).parent
TEXTS = dict(line.split(": ", 1) for line in (TESTS / "tongues.txt").read_text(encoding="utf-8").splitlines())
FIXTURES = [
    seed
    for seed in sorted((TESTS / "cases").glob("*.txt"))
    if "\nlanguage: " in seed.with_suffix(".yaml").read_text(encoding="utf-8") and not seed.read_bytes().isascii()
]


def convert(language: str, *lines: str) -> Conversion:
    """Convert a seed whose head is `lines` and whose article is in `language`."""
    head = "\n".join(("Elswick 3000", *lines))
    text = f"{head}\n\n{TEXTS[language]}\n\n{TEXTS[language]} 1.\n"
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert conversion.briefing is not None
    assert conversion.briefing.language == language
    return conversion


@pytest.mark.parametrize(
    ("language", "line", "published", "updated"),
    [
        ("de", "Veröffentlicht am: 5. Juni 2023", "2023-06-05", ""),
        ("de", "19.10.19, 18:56 Uhr", "2019-10-19", ""),
        ("de", "Stand: 05.06.2023, 7.30 Uhr MESZ", "", "2023-06-05T07:30+02:00"),
        ("de", "Montag, 5. Juni 2023 | Aktualisiert: 6. Juni 2023", "2023-06-05", "2023-06-06"),
        ("fr", "le mercredi 15 mai 2019 à 13h48", "2019-05-15", ""),
        ("fr", "Publié le 10/05/2022 à 17h22 - Mis à jour le 11/05/2022 à 8h", "2022-05-10", "2022-05-11"),
        ("fr", "Publié le 1er août 2020", "2020-08-01", ""),
        ("es", "Actualizado a las 15:10 h del 30/05/2023", "", "2023-05-30"),
        ("zh", "2023年08月09日 星期三", "2023-08-09", ""),
        ("ru", "18 марта 2024, 11:20 (МСК)", "2024-03-18T11:20+03:00", ""),
        ("es", "Actualizado el 12 de marzo de 2024 a las 13:05", "", "2024-03-12"),
        ("pt", "Publicado em 7 de novembro de 2022 às 09h15", "2022-11-07", ""),
        ("sv", "Publicerad 25 januari 2022 kl. 08.15", "2022-01-25", ""),
        ("pl", "Data publikacji: 18 października 2023, godz. 12:45", "2023-10-18", ""),
        ("tr", "Yayınlanma Tarihi: 5 Mayıs 2024 Pazar 14:05", "2024-05-05", ""),
        ("ru", "14 апреля 2021 г., 18:05", "2021-04-14", ""),
        ("uk", "Оновлено: 30 серпня 2023 року", "", "2023-08-30"),
        ("el", "Τετάρτη, 9 Ιουλίου 2020 11:15", "2020-07-09", ""),
        ("he", "עודכן: 11 בפברואר 2024", "", "2024-02-11"),
        ("ar", "الخميس، 16 شوال 1445 ، 25 أبريل 2024", "2024-04-25", ""),
        ("ar", "نُشر في: ٢ أيار/مايو ٢٠٢٢", "2022-05-02", ""),
        ("ar", "آخر تحديث: 25 نيسان 2024 الساعة 14:05", "", "2024-04-25"),
        ("zh", "发布时间：2022年5月2日 14:05", "2022-05-02", ""),
        ("zh", "2022-05-02 14:05:33 来源：柳河日报", "2022-05-02", ""),
        ("ja", "更新日：2024年3月9日（土）", "", "2024-03-09"),
        ("ko", "입력 2023.09.01 14:05", "2023-09-01", ""),
    ],
)
def test_date_lines(language: str, line: str, published: str, updated: str) -> None:
    """Months, labels and the words of clocks are those of the language; a time without its zone gives the day."""
    found = convert(language, line).briefing
    assert (str(found.published or ""), str(found.updated or "")) == (published, updated)


@pytest.mark.parametrize("line", ["Published 10/05/2022", "10.05.2022", "Updated: 03/04/21"])
def test_what_can_be_read_in_two_ways_is_not_read(line: str) -> None:
    """In English the first number may be the month: no date, and a warning that names the line."""
    conversion = convert("en", line)
    assert (conversion.briefing.published, conversion.briefing.updated) == (None, None)
    assert line in conversion.problems[0].message


@pytest.mark.parametrize("line", ["۱۵ اردیبهشت ۱۴۰۳", "1403/02/15"])
def test_another_calendar_gives_no_date(line: str) -> None:
    """A year of the Persian calendar is none of ours."""
    text = f"پل سروستانک بسته شد\n{line}\n\n" + "شهرداری می‌گوید که پل امن نیست و باید بعد از تابستان بسته شود. " * 3
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert conversion.briefing.published is None


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("de", "Von Hanna Brückner und Olaf Steinmetz", ("Hanna Brückner", "Olaf Steinmetz")),
        ("de", "Ein Kommentar von Hanna Brückner", ("Hanna Brückner",)),
        ("fr", "Par La rédaction", ("La rédaction",)),
        ("fr", "Par Claire Dumontel, envoyée spéciale", ("Claire Dumontel",)),
        ("es", "Por Lucía Herranz y Tomás Gil", ("Lucía Herranz", "Tomás Gil")),
        ("pt", "Texto: Inês Carvalhal", ("Inês Carvalhal",)),
        ("sv", "Av Åsa Lindqvist och Bo Ek", ("Åsa Lindqvist", "Bo Ek")),
        ("pl", "Autor: Agnieszka Wróbel", ("Agnieszka Wróbel",)),
        ("tr", "Haber: Gülşen Işıkoğlu", ("Gülşen Işıkoğlu",)),
        ("ru", "Текст: Анна Вересова", ("Анна Вересова",)),
        ("uk", "Автор: Оксана Гнатюк", ("Оксана Гнатюк",)),
        ("el", "Γράφει η Μαρία Καλλέργη", ("Μαρία Καλλέργη",)),
        ("he", "מאת: מרים לוי", ("מרים לוי",)),
        ("ar", "بقلم: سلمى الحداد", ("سلمى الحداد",)),
        ("ar", "كتب - كريم بدران", ()),
        ("zh", "记者 王晓明 李华", ("王晓明", "李华")),
        ("zh", "本报记者王晓明", ("王晓明",)),
        ("zh", "文/王晓明", ("王晓明",)),
        ("ja", "記者 山田花子", ("山田花子",)),
        ("ko", "김영희 기자 kim@example.org", ("김영희",)),
    ],
)
def test_bylines(language: str, line: str, names: tuple[str, ...]) -> None:
    """The word before a name, or behind it, is that of the language; what is no byline beyond doubt is none."""
    assert convert(language, line).briefing.byline == names


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Di Maria trifft doppelt"),
        ("es", "Por Santa Elena pasan cien camiones al día"),
        ("sv", "Av Storgatan blir en park"),
        ("zh", "记者节快乐的一天"),
        ("ar", "كتب الأطفال في خطر"),
    ],
)
def test_what_only_opens_like_a_byline(language: str, line: str) -> None:
    """A word of another language, or a line that goes on, is none."""
    assert convert(language, line).briefing.byline == ()


@pytest.mark.parametrize(
    ("language", "line", "reason"),
    [
        ("de", "Lesen Sie auch: Erlbach streitet über seine Busse", "link to another story"),
        ("de", "Lesezeit: 3 Min.", "reading time"),
        ("de", "vor 3 Stunden", "relative time"),
        ("de", "Foto: Petra Kolb", "photo credit or caption"),
        ("fr", "Publicité", "advertisement"),
        ("fr", "Partager sur Facebook", "share or follow line"),
        ("es", "Todos los derechos reservados.", "copyright line"),
        ("pt", "Comentários (12)", "comment line"),
        ("sv", "Prenumerera på nyhetsbrevet", "newsletter line"),
        ("ru", "Читайте также: Как город жил без моста", "link to another story"),
        ("ar", "اضافة اعلان", "advertisement"),
        ("zh", "（责任编辑：周岩）", "who edited it, or where it is from"),
        ("zh", "3小时前", "relative time"),
        ("zh", "图为渔民在湖边检修渔船。赵敏 摄", "photo credit or caption"),
        ("ar", "تابعنا على فيسبوك", "share or follow line"),
        ("ja", "写真：北浜町提供", "photo credit or caption"),
    ],
)
def test_furniture(language: str, line: str, reason: str) -> None:
    """What pages set around an article is set aside with the reason that its English twin has."""
    (placed,) = [placed for placed in convert(language, line).ledger if placed.block.text == line]
    assert (placed.place, placed.reason) == (SET_ASIDE, reason)


OLD = {
    "pl": ("cp1250", "iso8859_2"),
    "ru": ("cp1251", "koi8_r"),
    "uk": ("cp1251",),
    "el": ("cp1253",),
    "tr": ("cp1254",),
}
OLD |= {"he": ("cp1255",), "ar": ("cp1256",), "fa": ("cp1256",), "zh": ("gb18030", "big5"), "ja": ("cp932", "euc_jp")}
OLD |= {"ko": ("cp949",), "hi": ()}


@pytest.mark.parametrize("seed", FIXTURES, ids=lambda path: path.stem)
def test_the_encoding_changes_nothing(seed: Path) -> None:
    """In UTF-16, and in the encodings of its country that can hold it, a fixture gives the same briefing."""
    text = seed.read_text(encoding="utf-8")
    expected = _told(text.encode())
    assert mend_mojibake(text) == text
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", *OLD.get(seed.stem[:2], ("cp1252",))):
        if _fits(text, encoding):
            assert _told(text.encode(encoding)) == expected, encoding


def _fits(text: str, encoding: str) -> bool:
    """Tell whether an encoding has every character of a text."""
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeEncodeError:
        return False


def _told(data: bytes) -> list[object]:
    """Return where each block of a seed went, and what the editor was told."""
    found = convert_seed(SourceFile("seeds/a.txt", data), date(2026, 1, 1))
    return [(conversion.ledger, conversion.problems) for conversion in found]


@pytest.mark.parametrize("language", ABROAD)
def test_tables_are_in_small_letters_and_say_nothing_twice(language: str) -> None:
    """Lines are compared in small letters; a label of both dates would be neither."""
    words = ABROAD[language]
    for name in words.__dataclass_fields__:
        if isinstance(table := getattr(words, name), tuple):
            assert [word for word in table if word != word.lower() or word != word.strip()] == [], name
    assert set(words.published).isdisjoint(words.updated)
    assert sorted(set(words.months.values())) in ([], list(range(1, 13)))
    assert labels_of(language).takeaways > labels_of("en").takeaways
