"""nutgraf.tongues: the language of a text by its script and its small words, and none where they do not say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.tongues import find_language, script_of
from nutgraf.vocabulary.tongues import ALPHABETS, SMALL_WORDS

TONGUES = Path(__file__).parent / "tongues.txt"
TEXTS = dict(line.split(": ", 1) for line in TONGUES.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", TEXTS)
def test_a_few_sentences_tell_their_language(name: str) -> None:
    """In any script; Chinese is one language in either of its scripts."""
    assert find_language(TEXTS[name]) == name.partition("-")[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Byrådet i Elverum siger, at broen ikke er sikker, og at den bliver lukket efter sommeren. Der er ikke råd til mere."),
        ("no", "Bystyret i Elverum sier at broen ikke er sikker, og at den blir stengt etter sommeren. Det er ikke råd til mer, sa hun."),
        ("sv", "Kommunen säger att bron inte är säker och att den ska stängas efter sommaren. Det finns inte råd till mer, sade hon."),
        ("nl", "De gemeente zegt dat de brug niet veilig is en dat zij na de zomer dicht gaat. Er is geen geld voor meer, zei ze."),
        ("pt", "A câmara diz que a ponte não é segura e que vai fechar depois do verão. Não há dinheiro para mais, disse ela."),
        ("es", "El ayuntamiento dice que el puente no es seguro y que va a cerrar después del verano. No hay dinero para más, dijo."),
        ("ca", "L’ajuntament diu que el pont no és segur i que tancarà després de l’estiu. No hi ha diners per a més, va dir ella."),
        ("sk", "Mesto hovorí, že most nie je bezpečný a že sa po lete zavrie. Na viac nie sú peniaze, povedala podľa novín starostka."),
        ("fa", "شهرداری می‌گوید که این پل امن نیست و باید بعد از تابستان بسته شود. برای کار بیشتر پول نیست، او گفت."),
        ("ur", "بلدیہ کا کہنا ہے کہ یہ پل محفوظ نہیں ہے اور گرمیوں کے بعد بند کر دیا جائے گا۔ اس سے زیادہ کے لیے پیسے نہیں ہیں۔"),
        ("bg", "Общината казва, че мостът не е сигурен и ще бъде затворен след лятото. Няма пари за повече, каза тя пред медиите."),
        ("hi", "नगरपालिका ने कहा कि पुल सुरक्षित नहीं है और गर्मियों के बाद बंद कर दिया जाएगा। इससे अधिक के लिए पैसे नहीं हैं।"),
        ("vi", "Thành phố cho biết cây cầu không an toàn và sẽ đóng cửa sau mùa hè. Bà nói không có tiền để làm hơn nữa cho người dân."),
    ],
)  # fmt: skip
def test_neighbours_are_told_apart(language: str, text: str) -> None:
    """By the words and letters that only one of them has."""
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "12 300 %", "Elswick", "Port Elswick: Calder 3, Westmark 1", "🚢 🚢 🚢"])
def test_too_little_tells_nothing(text: str) -> None:
    """Names and numbers are of no language."""
    assert find_language(text) == ""


def test_names_of_another_script_do_not_decide() -> None:
    """The script of most letters counts."""
    text = "The board of Пристань and of 柳河 said on Monday that the tolls of both harbours will have to rise again."
    assert (script_of(text), find_language(text)) == ("latin", "en")


@given(st.text())
def test_every_text_has_a_language_of_the_tables_or_none(text: str) -> None:
    """Whatever comes, the answer is a tag."""
    assert find_language(text) == "" or len(find_language(text)) in (2, 3)


def test_small_words_are_in_the_letters_of_their_language() -> None:
    """A table that contradicts the other would never be found."""
    strange = {
        (language, word)
        for language, words in SMALL_WORDS.items()
        for word in words.split()
        for letter in word
        if language in ALPHABETS and not letter.isascii() and letter not in ALPHABETS[language]
    }
    assert strange == set()
