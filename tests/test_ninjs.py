"""nutgraf.convert.readers.ninjs: JSON of news in its three versions, wrapped and bare, whole and broken."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
ITEM = {"uri": "urn:1", "headline": "Port raises tolls", "body_text": f"{P}\n\n{Q}"}


def convert_all(value: Any) -> tuple[Conversion, ...]:
    """Convert a seed of JSON."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return convert_seed(SourceFile("seeds/a.json", data), date(2026, 1, 1))


def convert(value: Any) -> Conversion:
    """Convert a seed that holds one item, or none."""
    (conversion,) = convert_all(value)
    return conversion


@pytest.mark.parametrize(
    "wrap",
    [
        lambda item: [item],
        lambda item: {"item": [item]},
        lambda item: {"item": item},
        lambda item: {"items": [{"meta": {}, "item": item}]},
        lambda item: {"api": 1, "data": {"items": [{"item": item}]}},
    ],
)
def test_wrappers(wrap: Any) -> None:
    """An item in a list or an answer is named by its uri, also when it is alone: the next answer may hold more."""
    assert convert(wrap(ITEM)).briefing.source.item == "urn:1"
    assert convert(ITEM).briefing.source.item == ""
    assert convert(wrap(ITEM)).briefing.body == f"{P}\n\n{Q}\n"


def test_the_best_body_is_taken_and_the_others_are_told() -> None:
    """XHTML before HTML before text; a summary is no body, and a text that says more is named."""
    item = {**ITEM, "body_html": f"<p>{P}</p><p>{Q}</p>", "body_xhtml": f"<p><b>{P}</b></p><p>{Q}</p>"}
    conversion = convert({**item, "body_note": "Seen by two editors."})
    assert conversion.briefing.body == f"**{P}**\n\n{Q}\n"
    reasons = [p.reason for p in conversion.ledger if p.place == SET_ASIDE and p.block.text.startswith(("The", "Seen"))]
    assert reasons == ["the same text as text", "the same text as html", "another text of the item: text"]
    short = {**ITEM, "body_xhtml": "<p>Tolls rise.</p>"}
    assert convert(short).briefing.body == f"{P}\n\n{Q}\n"


def test_bodies_with_roles_and_types() -> None:
    """Versions 2 and 3 list them; their keys differ in capitals alone; NITF may stand inside."""
    nitf = f"<nitf><body><body.content><p>{P}</p><p>{Q}</p></body.content></body></nitf>"
    for key, kind, value in (
        ("contenttype", "application/xhtml+xml", f"<p>{P}</p><p>{Q}</p>"),
        ("contentType", "text/html", f"<p>{P}</p><p>{Q}</p>"),
        ("contentType", "text/vnd.IPTC.NITF", nitf),
        ("mimetype", "text/plain", f"{P}\n\n{Q}"),
        ("contentType", "", f"<p>{P}</p><p>{Q}</p>"),
    ):
        item = {"headlines": [{"value": "Port raises tolls"}], "bodies": [{key: kind, "value": value}]}
        briefing = convert(item).briefing
        assert (briefing.headline, briefing.body) == ("Port raises tolls", f"{P}\n\n{Q}\n"), kind


def test_the_main_headline_is_taken() -> None:
    """Whatever stands first."""
    item = {
        **ITEM,
        "headline": None,
        "headlines": [{"role": "sub", "value": "X y"}, {"role": "main", "value": "Tolls up"}],
    }
    assert convert(item).briefing.headline == "Tolls up"


@pytest.mark.parametrize(
    ("given", "published", "updated"),
    [
        (
            {"firstcreated": "2024-05-06T08:00:00Z", "versioncreated": "2024-05-07T08:00:00Z"},
            "2024-05-06",
            "2024-05-07",
        ),
        ({"versioncreated": "2024-05-07T08:00:00Z"}, "None", "2024-05-07"),
        ({"versioncreated": "2024-05-07T08:00:00Z", "version": 1}, "2024-05-07", "2024-05-07"),
        ({"contentCreated": "2024-05-06T08:00:00Z"}, "2024-05-06", "None"),
        ({}, "None", "None"),
    ],
)
def test_times(given: dict[str, Any], published: str, updated: str) -> None:
    """The time of a version is no time of publication, unless the version is the first."""
    briefing = convert({**ITEM, **given}).briefing
    assert (str(briefing.published)[:10], str(briefing.updated)[:10]) == (published, updated)


def test_a_description_is_all_there_is() -> None:
    """It becomes the body of a briefing that is marked as partial; a picture is no article."""
    item = {"headline": "Port raises tolls", "type": "text", "description_text": P}
    conversion = convert(item)
    assert (conversion.briefing.body, conversion.briefing.dek) == (f"{P}\n", "")
    assert conversion.briefing.extra == {"partial": "the item has a description and no body"}
    assert [p.message for p in conversion.problems] == ["has no body; the briefing is partial"]
    picture = convert({**item, "type": "picture"})
    assert picture.briefing is None
    assert "is of the type 'picture' and no article" in picture.problems[0].message


def test_a_bad_item_harms_no_other() -> None:
    """Each has its own warning; what is no item is set aside whole."""
    items = [ITEM, {"uri": "urn:2", "headline": "Gone", "pubstatus": "canceled"}, {"note": "odd"}, 7]
    conversions = convert_all({"item": items})
    assert [c.briefing is not None for c in conversions] == [True, False, False, False]
    assert [p.message.partition(";")[0] for c in conversions for p in c.problems] == [
        "'urn:2' is canceled by its source",
        "'3' is no item of ninjs",
        "'4' is no item of ninjs",
    ]
    assert [p.block.text for c in conversions[2:] for p in c.ledger if p.block.text in ("odd", "7")] == ["odd", "7"]


def test_an_advisory_is_held() -> None:
    """It is a note to editors, by its type or by its headline."""
    assert convert({**ITEM, "type": "advisory"}).briefing.draft
    assert convert({**ITEM, "headline": "KILL: Port raises tolls"}).briefing.draft
    assert not convert({**ITEM, "headline": "Kill the tolls: hauliers march"}).briefing.draft


def test_a_key_that_stands_twice_loses_nothing() -> None:
    """JSON keeps the last alone."""
    data = json.dumps(ITEM)[:-1] + ', "note": "first", "note": "second"}'
    texts = [p.block.text for p in convert(data.encode()).ledger]
    assert {"first", "second"} <= set(texts)


def test_values_of_the_wrong_kind() -> None:
    """They are nothing, and break nothing."""
    odd = {
        **ITEM,
        "headline": ["Port raises tolls"],
        "bodies": [None, 3, {"value": {"x": 1}}],
        "located": [[["Elswick"]]],
        "descriptions": {"value": "Hauliers say it will reach the shops."},
        "subject": ["Ports", None, {"code": "x"}, True],
        "language": {"x": 1},
        "version": None,
        "embargoed": None,
    }
    briefing = convert(odd).briefing
    assert (briefing.headline, briefing.dateline, briefing.draft) == ("Port raises tolls", "Elswick", False)
    assert briefing.dek == "Hauliers say it will reach the shops."


def test_half_a_surrogate() -> None:
    """An escape that is no character is shown as lost."""
    data = json.dumps(ITEM).replace("Port raises", r"Port \ud800\u0000raises").encode()
    assert convert(data).briefing.headline == "Port \ufffdraises tolls"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not JSON: Expecting value"),
        (b'{"headline": "Port raises to', "is not JSON: Unterminated string"),
        (b"[1, 2]", "holds no item of ninjs"),
        (b'{"title": "Port raises tolls"}', "holds no item of ninjs"),
        (b"[" * 100_000, "nests too deeply"),
        (b'{"headline": 1' + b"0" * 5000 + b"}", "is not JSON that can be read"),
        (b'{"headline": "' + b" " * 20_000_000 + b'"}', "more than any article"),
        (
            json.dumps({**ITEM, "body_html": "<div>" * 50_000 + P + "</div>" * 50_000}).encode(),
            "nests its elements too deeply",
        ),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    """One warning, and no briefing."""
    conversion = convert(data)
    assert conversion.briefing is None
    (problem,) = conversion.problems
    assert message in problem.message
