"""nutgraf.datelines: the place that a wire names before the first sentence, in any script, and where it ends."""

from __future__ import annotations

import pytest

from nutgraf.datelines import split_dateline


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("PORT ELSWICK, May 2 (Coastal Press) — ", "Port Elswick"),
        ("Erlbach (dpa) - ", "Erlbach"),
        ("NIEDERAU (dpa/abc) – ", "Niederau"),
        ("MONTCLAR (AFP) - ", "Montclar"),
        ("San Gabriel, 4 ago (EFE).- ", "San Gabriel"),
        ("СОСНОГОРЬЕ, 3 ноября. /ТАСС/. ", "Сосногорье"),
        ("ЛИПОВСК, 2 мая — РИА Новости. ", "Липовск"),
        ("وادي السنديان (رويترز) - ", "وادي السنديان"),
        ("据新华社柳河5月2日电 ", "柳河"),
        ("（中央社記者林佩珊望海2日電）", "望海"),
        ("【柳川=山田花子】", "柳川"),
        ("(버들=한빛뉴스) 박서준 기자 = ", "버들"),
    ],
)
def test_the_place_and_the_end(dateline: str, place: str) -> None:
    """The agency, the day or the mark behind a place make a dateline of it."""
    opening = {"据": "市政府", "（": "市政府", "【": "市は", "(": "눈이", "و": "عزلت", "С": "Сезон", "Л": "Мост"}
    text = dateline + opening.get(dateline[0], "The") + " 1."
    assert split_dateline(text) == (place, len(dateline))


@pytest.mark.parametrize(
    "text",
    [
        "Erlbach (dpa) ist",
        "قررت بلدية الزيتونة (وسط) إغلاق الجسر.",
        "柳河市政府5月2日宣布。",
        "МОСТ закрыли в среду.",
        "",
    ],
)
def test_a_sentence_is_none(text: str) -> None:
    """A place, a day or a bracket inside a sentence is not enough."""
    assert split_dateline(text) == ("", 0)
