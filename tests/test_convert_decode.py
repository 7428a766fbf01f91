"""nutgraf.convert.decode, encodings and repair: bytes of any kind to the text that was meant."""

from __future__ import annotations

import codecs
import struct
import unicodedata
import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.convert import convert_seed
from nutgraf.convert.decode import Decoded, decode_seed
from nutgraf.convert.repair import mend_mojibake, tidy
from nutgraf.problems import ContentError, Level
from nutgraf.sources import SourceFile

# A few sentences a language, with the letters that tell its encoding.
TONGUES = Path(__file__).parent / "tongues.txt"
TEXTS = dict(line.split(": ", 1) for line in TONGUES.read_text(encoding="utf-8").splitlines())
OLD = [
    *[(name, "cp1252") for name in ("en", "de", "fr", "es", "pt", "sv")],
    *[(name, "cp1250") for name in ("pl", "cs", "hu")],
    *[(name, "iso8859_2") for name in ("pl", "cs", "hu")],
    *[(name, "mac_roman") for name in ("en", "de", "fr", "es")],
    *[("tr", "cp1254"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "cp866"), ("uk", "cp1251"), ("el", "cp1253")],
    *[("he", "cp1255"), ("ar", "cp1256"), ("zh", "gb18030"), ("zh-Hant", "big5"), ("ja", "cp932"), ("ja", "euc_jp")],
    *[("ko", "euc_kr"), ("th", "cp874")],
]
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a seed."""
    return decode_seed(SourceFile("seeds/a.txt", data))


@pytest.mark.parametrize(("name", "encoding"), OLD)
def test_the_encodings_of_the_last_century(name: str, encoding: str) -> None:
    """Text in the encoding that its country used is read as it was meant, with nothing to tell the editor."""
    assert decode(TEXTS[name].encode(encoding)) == Decoded(TEXTS[name])


@pytest.mark.parametrize(
    "end",
    [
        "“yes” to it.",
        "it’s fine — really.",
        "… and so on.",
        "100 € and £ 20.",
        "© 2024 Elswick",
        "20 °C ± 1.",
        "naïve Zoë.",
        "in Malmö, Århus, Luleå and Ørsted.",
        "in São Paulo.",
        "¿Qué?",
        "José Núñez.",
        "Göring Straße.",
    ],
)
def test_english_with_a_few_marks_or_names_from_abroad(end: str) -> None:
    """One character beyond ASCII is enough, and its encoding is that of Windows."""
    text = f"The board of the harbour voted on Monday to raise the tolls for lorries, and the mayor said {end}"
    assert decode(text.encode("cp1252")) == Decoded(text)


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("name", TEXTS)
def test_every_form_of_unicode(name: str, encoding: str) -> None:
    """With a byte order mark or without, in either order of bytes."""
    text = f"{TEXTS[name]}\n\n{TEXTS[name]}\n"
    assert decode(text.encode(encoding)) == Decoded(unicodedata.normalize("NFC", text))


LINE = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=40)
CLEAN = st.lists(LINE, min_size=1, max_size=6).map("\n".join)


@given(CLEAN, st.sampled_from([codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE]))
def test_a_byte_order_mark_is_believed(text: str, mark: bytes) -> None:
    """Whatever the text holds."""
    names = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    data = mark + text.encode(names.get(mark, "utf-32-be"))
    assert decode(data).text == tidy(mend_mojibake(text))


SENTENCES = st.lists(
    st.lists(st.text("abcdeäöéžабвγδ中文字", min_size=1, max_size=8), min_size=2, max_size=12).map(" ".join), min_size=2
).map(lambda lines: ".\n".join(lines) + ".\n")


@given(SENTENCES, st.sampled_from(WIDE))
def test_running_text_in_any_form_of_unicode(text: str, encoding: str) -> None:
    """Words with spaces between and a stop behind are enough, without a mark too."""
    assert decode(text.encode(encoding)).text == unicodedata.normalize("NFC", text)


@given(st.text())
def test_what_is_uniform_stays_so(text: str) -> None:
    """Normalising twice changes nothing."""
    assert tidy(tidy(text)) == tidy(text)


def test_line_ends_and_what_is_invisible() -> None:
    """Every system's line ends are one; what has neither form nor meaning goes, and what has either stays."""
    assert tidy("a\r\nb\rc\x85d\x0be\x0cf\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\nh"
    assert tidy("Har\u00adbour \u200btolls\ufeff, é\x00\x08\x1b\x7f") == "Harbour tolls, é"
    assert tidy("\x01ab\x02") == "ab"
    kept = "می\u200cروند “so” ‘it’ is… ａ：，。 a\u00a0b c\u202fd \u3000e \u200ef\u200fg 👩\u200d🚒 ﬁn &amp; \t"
    assert tidy(kept) == kept
    assert tidy("cafe\u0301") == "café"
    assert tidy("\x93quoted\x94 \x96 it\x92s") == "“quoted” – it’s"


def test_marks_that_turn_direction_stay_where_they_are_closed() -> None:
    """Left open they would turn the rest of the page."""
    closed = "\u202bשלום\u202c and \u2067مرحبا\u2069"
    assert tidy(closed) == closed
    assert tidy(f"one \u202etwo\n{closed}") == f"one two\n{closed}"
    assert tidy("one \u202ctwo\u202a") == "one two"


def test_a_spoofed_headline_shows_what_it_says() -> None:
    """In fields no mark turns the direction of what follows it, closed or not."""
    headline = "Tolls of the harbour \u202efdp\u202c rise again"
    text = f"{headline}\n\nBy Jo Hale\n\n{TEXTS['en']} Nobody at the gates could say why they rose."
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert conversion.briefing is not None
    assert conversion.briefing.headline == "Tolls of the harbour fdp rise again"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman"])
@pytest.mark.parametrize("name", ["en", "de", "fr", "es", "sv"])
def test_mojibake_is_mended(name: str, wrong: str) -> None:
    """UTF-8 that was decoded in another way before it came here is put right, and the editor is told."""
    text = TEXTS[name].replace("”", "").replace("“", "")  # in Windows's table one byte of each has no character
    decoded = decode(text.encode().decode(wrong).encode())
    assert decoded.text == text
    (problem,) = decoded.problems
    assert (problem.level, problem.line) == (Level.NOTE, 1)
    assert "were mended" in problem.message


def test_mojibake_of_cyrillic_is_mended() -> None:
    """Also where it was read as Windows shows Cyrillic."""
    assert decode(TEXTS["ru"].encode().decode("cp1251", "ignore").encode()).text[:24] == TEXTS["ru"][:24]


def test_mojibake_that_cannot_be_undone_is_told() -> None:
    """What was read as Thai has lost which mark it was: it is left alone, with a warning that names the line."""
    decoded = decode("The board voted.\n\nNobody objected โ€” not even the hauliers.".encode())
    assert "โ€”" in decoded.text
    (problem,) = decoded.problems
    assert (problem.level, problem.line) == (Level.WARNING, 3)


@pytest.mark.parametrize("name", TEXTS)
def test_clean_text_is_not_mended(name: str) -> None:
    """No text of any language is taken for mojibake, nor full-width marks, ligatures, entities and quotes."""
    text = f"{TEXTS[name]} ﬁnal ＡＢＣ， &eacute; “x” ‘y’ À l’été, « là-bas\u00a0» ; SÃO PAULO, Île-de-France, œuvre…"
    assert decode(text.encode()) == Decoded(text)


def test_a_bad_byte_in_utf8_is_shown_and_told() -> None:
    """Most of the text is whole: the byte becomes U+FFFD, and its offset and line are named."""
    data = (TEXTS["fr"] + "\n\n").encode() + b"Une ligne \x93 avec un octet faux.\n"
    decoded = decode(data)
    assert decoded.text == f"{TEXTS['fr']}\n\nUne ligne \ufffd avec un octet faux.\n"
    (problem,) = decoded.problems
    assert (problem.line, problem.level) == (3, Level.WARNING)
    assert f"0x93 at offset {data.index(0x93, len(TEXTS['fr'].encode()))}" in problem.message


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        ("Tolls rise – again".encode("utf-16")[:-1], "Tolls rise – agai\ufffd", "offset 36 is no"),
        ("Tolls rise – again".encode("utf-16-be")[:-1], "Tolls rise – agai\ufffd", "offset 34 is no"),
        ("Straße und Brücke für alle, nämlich 中".encode()[:-1], "Straße und Brücke für alle, nämlich \ufffd", "utf-8"),
        (codecs.BOM_UTF8 + b"The caf\xe9 is open.", "The caf\ufffd is open.", "offset 10"),
        (b"The caf\xc3\xa9s \xef\xbf\xbd of the town.", "The cafés \ufffd of the town.", "was lost before"),
    ],
)  # fmt: skip
def test_text_that_lost_something(data: bytes, text: str, said: str) -> None:
    """One warning each: what is whole is kept, and what is not is shown as lost."""
    decoded = decode(data)
    assert decoded.text == text
    (problem,) = decoded.problems
    assert said in problem.message
    assert problem.level is Level.WARNING
    assert problem.hint


def test_a_doubtful_guess_is_told_by_name() -> None:
    """The letters are of no language that uses the encoding."""
    (problem,) = decode(b"Zq\xa4 x\xf0\xf0 \xd0k\xb7 w\xb5\xe3 of the \xb9 mayor \xfe\xa6 and \xb6q.").problems
    assert "it was read as " in problem.message
    assert "UTF-8" in problem.hint


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0)) + _chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (PNG, "is a PNG picture, no text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF file"),
        (b"PK\x03\x04\x14\x00", "office document"),
        (b"{\\rtf1\\ansi The board voted.}", "is an RTF document"),
        (bytes(range(256)) * 8, "is no text"),
        (zlib.compress(bytes(range(256)) * 8), "is no text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    """With its kind, and what to do about it; the seed gives one warning and no briefing."""
    with pytest.raises(ContentError, match=said):
        decode(data)
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", data), date(2026, 1, 1))
    (problem,) = conversion.problems
    assert conversion.briefing is None
    assert (problem.level, bool(problem.hint)) == (Level.WARNING, True)


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, b"\0\0\0\0"])
def test_nothing_at_all_is_empty(data: bytes) -> None:
    """One warning, whatever mark stands before nothing."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", data), date(2026, 1, 1))
    (problem,) = conversion.problems
    assert "is empty" in problem.message
