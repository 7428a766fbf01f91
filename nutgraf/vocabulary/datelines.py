"""How the wires of other scripts than the Latin one open a story: patterns with the `place`, and the agency or day
beside it that tells them from a sentence."""

from __future__ import annotations

import re
from typing import Final

SMALL_AGENCIES: Final = "dpa|afp|ots|epd|apa|sda|kna"
"""Those that write themselves in small letters."""

_PLACE: Final = "[一-鿿]{2,8}?"
_CHINESE: Final = (
    "新华社|新華社|中新社|中新网|中央社|人民网|法新社|路透社|美联社|美聯社|共同社|彭博社|韩联社|塔斯社"
    "|[一-鿿]{2,5}(?:社|网|網|日报|日報)"
)
_KOREAN_REPORTER: Final = r"[가-힣]{2,4}\s?(?:기자|특파원)\s?=\s*"
_CAPITALS: Final = "А-ЯЁІЇЄҐ"
_ARABIC: Final = "\u0620-\u064a"
_ARABIC_DAY: Final = rf"(?:\d{{1,2}}[-/ ][\d{_ARABIC}]{{1,8}}(?:[-/ ]\d{{4}})?\s?)?"

PLACE_AND_STOP: Final = {
    "de": (
        re.compile(r"(?P<place>[A-ZÄÖÜ][\wß-]+(?: [A-ZÄÖÜ(][\wß)/-]+){0,2})\. (?=[A-ZÄÖÜ„»])"),
        "in|aus|nach|bei|von|um|für|durch",
    ),
}
"""By language: a place that is parted from the story by no more than a stop, and the words before it elsewhere in the
text that tell it from a short sentence."""

DATELINES: Final = (
    # 据新华社柳河5月2日电, （中央社記者林佩珊台北2日電）
    re.compile(
        rf"[（(【]?[据據]?(?:{_CHINESE})(?:[记記]者[一-鿿]{{2,3}}(?:[、 ][一-鿿]{{2,3}})*)?"
        rf"(?P<place>{_PLACE})\s?(?:\d{{1,2}}月)?\d{{1,2}}日\s?[电電讯訊][）)】]?[\s：:，,]*"
    ),
    # 【柳川=山田花子】, 【ロンドン共同】
    re.compile(r"【(?P<place>[ぁ-ヿ一-鿿]{2,10}?)(?:共同|時事|[=＝][^】]{1,12})】\s*"),
    # (버들=한빛뉴스) 김영희 기자 =
    re.compile(rf"[(\[](?P<place>[가-힣]{{2,6}})\s?=\s?[가-힣\w]{{2,12}}[)\]]\s*(?:{_KOREAN_REPORTER})?"),
    # ЛИПОВСК, 2 мая. /ТАСС/. and ЛИПОВСК, 2 мая — РИА Новости.
    re.compile(
        rf"(?P<place>[{_CAPITALS}][{_CAPITALS}-]{{2,}}(?: [{_CAPITALS}-]{{3,}})*),\s\d{{1,2}}\s[а-яіїєґ]{{3,10}}(?:\s\d{{4}})?"
        rf"\s*(?:[.,]?\s?/[^/]{{2,20}}/|[—–-]\s?[{_CAPITALS}][^.]{{1,20}})\.?\s*(?:[—–-]\s)?"
    ),
    # الزيتونة (رويترز) -
    re.compile(rf"(?P<place>[{_ARABIC}]+(?: [{_ARABIC}]+){{0,2}})\s?{_ARABIC_DAY}\([^)]{{2,20}}\)\s?[-–—:]+\s*"),
)
