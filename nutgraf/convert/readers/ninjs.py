"""News in JSON in, a Draft of each item out: ninjs 1, 2 and 3, one item, a list of items, or wrapped in an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from nutgraf.convert.decode import decode_seed
from nutgraf.convert.draft import Draft
from nutgraf.convert.readers import nitf
from nutgraf.convert.readers.bodies import Body, choose_body, html_body, plain, text_body
from nutgraf.convert.readers.item import Said, draft_of, hold, mark_partial, with_problems
from nutgraf.convert.readers.xml_tree import parse_xml, refuse_giant
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile
from nutgraf.vocabulary.wire import NINJS, NINJS_KEYS, NINJS_WRAPPERS, OTHER_MEDIA

Json = Any
Item = Mapping[str, Json]

_BODY = re.compile(r"body_(\w+)")
_DEK_ROLES = ("", "main", "text", "summary", "abstract", "standfirst", "description")
_BY_TYPE = (("xhtml", "xhtml"), ("html", "html"), ("plain", "text"), ("text", "text"))
_NAMES = ("name", "literal", "value", "title", "code")
_DEEPEST = 6  # levels of wrappers around items


def read(file: SourceFile) -> tuple[Draft, ...]:
    """Read a seed of JSON. Raises ContentError when it is none, or holds no item of ninjs."""
    refuse_giant(file)
    decoded = decode_seed(file)
    value = _parse(decoded.text, file)
    items = list(_items(value, _DEEPEST))
    if not any(_is_item(item) for item in items):
        hint = "ninjs has `headline`, `body_html` or `bodies`; save other articles as .txt"
        raise ContentError([Problem(file.path, "holds no item of ninjs", hint)])
    drafts = [_draft(file, item, index, is_alone=items == [value]) for index, item in enumerate(items, 1)]
    return with_problems(drafts, decoded.problems)


def _parse(text: str, file: SourceFile) -> Json:
    hint = "fetch it again, or mend it: it may be cut off"
    try:
        return json.loads(text, strict=False, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        problem = Problem(file.path, f"is not JSON: {error.msg}", hint, error.lineno, error.colno)
    except RecursionError:
        problem = Problem(file.path, "nests too deeply to be read", hint)
    except ValueError as error:
        problem = Problem(file.path, f"is not JSON that can be read: {error}", hint)
    raise ContentError([problem]) from None


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Return an object in which a key that stands twice loses none of its values."""
    found: dict[str, Json] = {}
    for key, value in pairs:
        found[key if key not in found else f"{key} {len(found)}"] = value
    return found


def _items(value: Json, depth: int) -> Iterator[Json]:
    """Yield the items in a value: itself, those of a list, or those that an answer wraps."""
    if depth < 0 or _is_item(value):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _items(inner, depth - 1)
    elif isinstance(value, dict):
        inside = [value[key] for key in NINJS_WRAPPERS if isinstance(value.get(key), dict | list)]
        for inner in inside[:1]:
            yield from _items(inner, depth - 1)
        if not inside:
            yield value
    else:
        yield value


def _is_item(value: Json) -> bool:
    return isinstance(value, dict) and any(key.lower() in NINJS_KEYS for key in value)


def _draft(file: SourceFile, value: Json, number: int, *, is_alone: bool) -> Draft:
    item: Item = {key.lower(): inner for key, inner in value.items()} if isinstance(value, dict) else {"": value}
    name = "" if is_alone else next(_texts([item.get(key) for key in ("uri", "guid", "id")]), str(number))
    if not _is_item(item):
        said = [Said("", " · ".join(_leaves(value)), "is no item of ninjs")]
        return draft_of(file.path, said, (), name, refusal="is no item of ninjs")
    said = list(_said(item, file))
    body, others = choose_body(list(_bodies(item, file)))
    kind = str(item.get("type", "")).casefold()
    deks = [one for one in said if one.what == "dek"][:1] if not body.blocks else []
    refusal = ""
    if not body.blocks and kind in OTHER_MEDIA:
        refusal = f"is of the type '{kind}' and no article"
    elif deks:  # what describes it is all there is
        body = text_body(deks[0].text)
        said = [one for one in said if one is not deks[0]]
    elif not body.blocks:
        refusal = "has no body"
    is_marked_up = body.kind != "text"
    draft = draft_of(file.path, [*said, *others], body.blocks, name, is_marked_up=is_marked_up, refusal=refusal)
    if kind == "advisory":
        draft = hold(draft, "is an advisory to editors", "take `draft: true` out if it may be published")
    if deks and not refusal:
        hint = "add the text to the content file"
        draft = mark_partial(draft, "has no body", hint, "the item has a description and no body")
    return draft


def _said(item: Item, file: SourceFile) -> Iterator[Said]:
    """Yield what an item states, in the order of the table; then what it states beside that."""
    used = {key for key in item if _BODY.fullmatch(key)} | {"bodies"}
    for key, what, origin in NINJS:
        used.add(key)
        taken = list(_values(item, key, what, file))
        yield from (Said(what, text, origin) for text in taken)
        yield Said("", _beside(item.get(key), taken), f"codes of the {origin}")
    yield Said("", _beside(item.get("bodies"), [body["value"] for body in _listed(item)]), "codes of the text")
    if str(item.get("version", "")) in ("0", "1") and "firstcreated" not in item:
        yield from (Said("published", text, "time of the only version") for text in _texts(item.get("versioncreated")))
    if not any(item.get(key) for key in ("byline", "by")):
        yield from (Said("byline", text, "author") for text in _texts(item.get("authors")))
    for key, value in item.items():
        if key not in used:
            yield Said("", " · ".join(_leaves(value)), f"{key}: of the item, no field of a briefing")


def _values(item: Item, key: str, what: str, file: SourceFile) -> Iterator[str]:
    """Yield the texts of a key, the one that counts first: the role tells it where there are several."""
    value = item.get(key)
    if what in ("headline", "dek"):
        roles = ("main", "") if what == "headline" else _DEK_ROLES
        entries = sorted(_as_list(value), key=lambda entry: _role(entry) not in roles)
        for entry in entries:
            yield from (plain(text, file) for text in _texts(entry))
    else:
        yield from _texts(value)


def _role(entry: Json) -> str:
    return str(entry.get("role") or "").casefold() if isinstance(entry, dict) else ""


def _texts(value: Json) -> Iterator[str]:
    """Yield the text of a value: a text, the name of a concept, or those in a list."""
    if isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, dict):
        lowered = {key.lower(): inner for key, inner in value.items()}
        named = next((lowered[key] for key in _NAMES if isinstance(lowered.get(key), str) and lowered[key]), "")
        if named:
            yield named
    elif isinstance(value, str | int) and not isinstance(value, bool) and value != "":
        yield str(value)


def _beside(value: Json, taken: list[str]) -> str:
    """Return the texts of a value that were not taken: codes and roles."""
    return " · ".join(leaf for leaf in _leaves(value) if leaf not in taken)


def _leaves(value: Json) -> Iterator[str]:
    """Yield every text in a value, however deep."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict | list):
            waiting += reversed(list(inner.values()) if isinstance(inner, dict) else inner)
        elif inner is not None and inner != "":
            yield str(inner)


def _bodies(item: Item, file: SourceFile) -> Iterator[Body]:
    for key, value in item.items():
        match = _BODY.fullmatch(key)
        if match and isinstance(value, str):
            yield _body(value, match[1], "", file)
    for body in _listed(item):
        kind = next((str(body[key]) for key in ("contenttype", "mimetype", "role") if body.get(key)), "")
        yield replace(_body(body["value"], kind, kind, file), role=_role(body))


def _listed(item: Item) -> list[dict[str, Json]]:
    """Return the entries of `bodies` that hold a text, their keys in small letters."""
    entries = item.get("bodies")
    texts = [{"value": entry} if isinstance(entry, str) else entry for entry in _as_list(entries)]
    lowered = [{key.lower(): inner for key, inner in entry.items()} for entry in texts if isinstance(entry, dict)]
    return [entry for entry in lowered if isinstance(entry.get("value"), str)]


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _body(text: str, name: str, contenttype: str, file: SourceFile) -> Body:
    """Return the body of a text by what its name says it is; where it says nothing, tags tell HTML from text."""
    if "nitf" in (contenttype or name).casefold():
        return nitf.body_of(parse_xml(SourceFile(file.path, text.encode())).root)
    kind = next((kind for part, kind in _BY_TYPE if part in (contenttype or name).casefold()), "")
    if not kind:
        kind = "html" if re.search(r"<(?:p|br|div|h[1-6]|ul)\b", text, re.IGNORECASE) else "text"
    return text_body(text) if kind == "text" else html_body(text, file, kind)
