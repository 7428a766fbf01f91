"""The blocks of a page and its data in, a Draft out: the lines around the article go where their markup says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from nutgraf.convert.draft import HEADLINE_REPEATED, SET_ASIDE, Block, Draft, Placed
from nutgraf.convert.lifted import split_topics
from nutgraf.convert.matching import fold, label_key, without_suffix
from nutgraf.convert.names import cut_away, is_signature, split_names
from nutgraf.convert.published import dates_of
from nutgraf.convert.readers.above import is_about_the_article, with_head
from nutgraf.convert.readers.blocks import Found, name_of, with_markup
from nutgraf.convert.readers.deks import choose_dek
from nutgraf.convert.readers.main_text import letters
from nutgraf.convert.readers.page_data import PageData
from nutgraf.convert.readers.roles import instant_of, role_of
from nutgraf.instants import find_instant
from nutgraf.models import Briefing, Instant, Source
from nutgraf.tongues import find_language
from nutgraf.vocabulary.copy import BYLINE_OPENERS, TOPIC_LABELS
from nutgraf.vocabulary.page import Role

_ABOVE_WORDS = 8
_LANGUAGE_SAMPLE = 200  # characters; less may be a quotation
_CLOCK_WORDS = 8  # of a date that no one can read, and a clock alone
_LINE_WORDS = 30
_OPENER = re.compile(rf"^(?:{'|'.join(sorted(BYLINE_OPENERS, key=len, reverse=True))})\b\s*:?\s*,?\s*", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d\b\D{0,12}")
_READING_TIME = re.compile(r"\b\d{1,3}[\s-]*min(?:ute)?s?\.?(?: read)?\b", re.IGNORECASE)

TOLD_AGAIN = {"byline": "byline told again", "published": "date told again", "topics": "topics told again"}


def read_head(seed: str, found: Sequence[Found], reasons: Sequence[str], data: PageData) -> Draft:
    """Return the Draft of a page: what its data give is known, what its markup names is placed."""
    title = _headline_block(found, reasons, data)
    inside = with_head(found, reasons, title, data.deks)
    roles = {found[index].block.line: role_of(found[index]) for index in inside}
    blocks = tuple(_by_role(with_markup(found[index]), roles) for index in inside)
    kept = frozenset(inside)
    outside = tuple(
        Placed(one.block, SET_ASIDE, reason or "line above the text")
        for index, (one, reason) in enumerate(zip(found, reasons, strict=True))
        if index not in kept
    )
    draft = Draft(seed, blocks, is_marked_up=True, has_lines=False, outside=outside)
    draft = _with_data(draft, data)
    draft = _read_headline(draft, data)
    draft = _read_byline(draft, roles, data)
    draft = _read_dates(draft, {one.block.line: one for one in found}, roles)
    draft = _read_signatures(draft)
    draft = _read_topics(draft, roles)
    draft = choose_dek(draft, roles, data.deks)
    return _check_language(_set_echoes_aside(draft))


def _headline_block(found: Sequence[Found], reasons: Sequence[str], data: PageData) -> int | None:
    """Return the index of the heading that says the headline, above the end of the article."""
    wanted = {fold(text) for text in data.headlines}
    last = max((index for index, reason in enumerate(reasons) if not reason), default=0)
    said = [
        index
        for index, one in enumerate(found[: last + 1])
        if wanted & {fold(text) for text in (one.block.text, *without_suffix(one.block.text))}
    ]
    first = next((index for index, reason in enumerate(reasons) if not reason), 0)
    top = [index for index in range(first) if name_of(found[index].element) == "h1"]
    return next((i for i in said if found[i].block.kind == "heading"), next(iter((*said, *top[-1:])), None))


def _by_role(block: Block, roles: Mapping[int, Role]) -> Block:
    if block.kind == "item" and (roles[block.line] in ("byline", "published") or is_about_the_article(block.text)):
        return replace(block, kind="text")  # a list of who, when and how long
    if block.kind == "text" and roles[block.line] == "caption":
        return replace(block, kind="caption")
    return replace(block, kind="quote") if block.kind == "text" and roles[block.line] == "pull quote" else block


def _with_data(draft: Draft, data: PageData) -> Draft:
    """Return the draft with the fields that the page's data give."""
    fields: dict[str, Any] = {
        "byline": data.people,
        "published": data.published,
        "updated": data.updated,
        "topics": data.topics,
        "language": data.language,
    }
    given = {name: value for name, value in fields.items() if value}
    found = replace(Briefing("", "", ""), **given, source=Source(url=data.url))
    return replace(draft, found=found, known=frozenset(given))


def _read_headline(draft: Draft, data: PageData) -> Draft:
    """Take the headline of the data, whole; set aside its copies, what stands above it, and another headline."""
    if not data.headlines:
        return draft
    headline = data.headlines[0]
    cut = fold(headline).rstrip("….")
    headline = next((text for text in data.headlines if fold(text).startswith(cut) and len(text) > len(headline)), "")
    headline = headline if data.headlines[0].rstrip().endswith(("…", "...")) and headline else data.headlines[0]
    draft = replace(draft, found=replace(draft.found, headline=headline), known=draft.known | {"headline"})
    key, head = fold(headline), head_of(draft)
    copies = [b for b in head if key in {fold(text) for text in (b.text, *without_suffix(b.text))}]
    draft = draft.place(copies[:1], "headline", "headline of the page")
    draft = draft.set_aside(copies[1:], HEADLINE_REPEATED)
    others = [b for b in head if b not in copies and b.kind == "heading" and _speaks_of(b.text, headline, data)]
    for block in others[:1]:
        draft = draft.set_aside([block], "another headline of the page").warn(
            block.line, f"shows the headline '{block.text}', but its data say '{headline}'", "choose one of the two"
        )
    first = copies[0].line if copies else 0
    above = [b for b in head if b.line < first and b.words <= _ABOVE_WORDS and b in draft.blocks]
    return draft.set_aside(
        (b for b in above if not dates_of(b.text, "published", draft.found.language)), "above the headline"
    )


def head_of(draft: Draft) -> tuple[Block, ...]:
    """Return the open blocks above the first paragraph of a page's article, and that below its headline."""
    first = min((block.line for block in draft.blocks if block.is_paragraph), default=10**9)
    return tuple(block for block in draft.blocks if block.line < first)


def _speaks_of(text: str, headline: str, data: PageData) -> bool:
    """Tell whether a heading is a headline of the same story: it is one in the data, or shares words with it."""
    common = {word for word in fold(text).split() if len(word) > 3} & set(fold(headline).split())
    return fold(text) in {fold(other) for other in data.headlines[1:]} and len(common) > 1


def _read_byline(draft: Draft, roles: Mapping[int, Role], data: PageData) -> Draft:
    """Place the lines that the markup calls a byline; an organisation signs where the page names no person."""
    lines = [b for b in draft.blocks if roles[b.line] == "byline" and b.words <= _LINE_WORDS]
    in_head = [b for b in lines if b in draft.header]
    names = split_names(_OPENER.sub("", ", ".join(_OPENER.sub("", b.text).rstrip(" ,") for b in in_head)))
    known = {fold(name) for name in draft.found.byline}
    if draft.found.byline:
        for name in names:
            if fold(name) not in known and not any(fold(name) in one or one in fold(name) for one in known):
                message = f"names '{name}' in its byline, but its data do not"
                draft = draft.warn(in_head[0].line, message, "add it to `byline` if it belongs there")
        again = [b for b in lines if b in in_head or any(one in fold(b.text) for one in known)]
        return draft.set_aside(again, TOLD_AGAIN["byline"])
    if names:
        for block in in_head:
            if any(fold(name) in fold(block.text) for name in names):
                cut = cut_away(block.text, names)
                draft = draft.place(
                    [block], "byline", "who wrote it" + (f", without '{cut}'" if cut else ""), byline=names
                )
        return draft.set_aside((b for b in in_head if b in draft.blocks), "beside the byline, no name")
    if data.organisations and not any(is_signature(block.text) for block in (*draft.header, *draft.footer)):
        draft = replace(draft, found=replace(draft.found, byline=data.organisations), known=draft.known | {"byline"})
    return draft


def _read_signatures(draft: Draft) -> Draft:
    """Place the lines above the text that hold nothing but known names and a date."""
    for block in head_of(draft):
        rest = _READING_TIME.sub("", _OPENER.sub("", fold(block.text)))
        for name in draft.found.byline:
            rest = rest.replace(fold(name), " ")
        hit = find_instant(rest)
        rest = rest[: hit[1]] + rest[hit[2] :] if hit else rest
        if block.kind != "text" or rest == fold(block.text) or re.search(r"[^\W_]{4}|\d", rest):
            continue
        if hit and draft.found.published is None:
            draft = draft.place([block], "published", "who and when", published=hit[0])
            draft = replace(draft, known=draft.known | {"published"})
        else:
            draft = draft.set_aside([block], TOLD_AGAIN["published" if hit else "byline"])
    return draft


def _read_dates(draft: Draft, found: Mapping[int, Found], roles: Mapping[int, Role]) -> Draft:
    """Place the lines that the markup calls dates, with the machine's date that stands behind the words."""
    posts = _clocks_of_posts(draft, roles)
    for block in draft.header:
        role = roles[block.line]
        if role not in ("published", "updated") or block.words > _LINE_WORDS or block in posts:
            continue
        said = dates_of(block.text, role, draft.found.language)
        behind = instant_of(found[block.line])
        dates: dict[str, Instant] = {str(name): instant for name, instant in said.items()}
        dates |= {role: behind} if behind and role not in said else {}
        if behind and role in said and said[role].day == behind.day:
            dates[role] = behind
        for name, instant in dates.items():
            known = getattr(draft.found, name)
            if known is None:
                draft = replace(draft, found=_with_date(draft.found, name, instant), known=draft.known | {name})
            elif known.time is None and instant.time and known.day == instant.day:
                draft = replace(draft, found=_with_date(draft.found, name, instant))
            elif abs((known.day - instant.day).days) > 1 and name in said:
                draft = draft.warn(block.line, f"shows '{block.text}', but its data say {name} {known}", "check which")
        if dates or (draft.found.published and block.words <= _CLOCK_WORDS):
            draft = draft.set_aside([block], TOLD_AGAIN["published"])
    return draft


def _clocks_of_posts(draft: Draft, roles: Mapping[int, Role]) -> list[Block]:
    """Return the clocks of a live blog: lines that are dates to the markup and show no day, with text between them."""
    clocks = [
        block
        for block in draft.blocks
        if roles[block.line] in ("published", "updated") and _CLOCK.fullmatch(block.text)
    ]
    between = [b for b in draft.blocks if clocks and clocks[0].line < b.line < clocks[-1].line]
    return clocks if any(b.ends_as_sentence and b not in clocks for b in between) else []


def _with_date(briefing: Briefing, name: str, instant: Instant) -> Briefing:
    return replace(briefing, updated=instant) if name == "updated" else replace(briefing, published=instant)


def _read_topics(draft: Draft, roles: Mapping[int, Role]) -> Draft:
    """Place the list of the page's tags."""
    lines = [b for b in draft.blocks if roles[b.line] == "topics" and not b.is_paragraph and b.kind != "heading"]
    lines += [b for b in draft.blocks if label_key(b.text) in TOPIC_LABELS and b not in lines and lines]
    if draft.found.topics:
        return draft.set_aside(lines, TOLD_AGAIN["topics"])
    tags = [b.text.strip("# ,") for b in lines if label_key(b.text) not in TOPIC_LABELS]
    labelled = [(tag, draft.labels.topics_line.fullmatch(tag)) for tag in tags]
    names = tuple(
        dict.fromkeys(n for tag, match in labelled for n in (split_topics(match["topics"]) if match else (tag,)))
    )
    return draft.place(lines, "topics", "tag of the page", topics=names) if names else draft


def _set_echoes_aside(draft: Draft) -> Draft:
    """Set aside what a page shows large and has in its text, too."""
    text = letters("\n".join(block.text for block in draft.blocks if block.kind == "text"))
    quotes = [block for block in draft.blocks if block.kind == "quote" and letters(block.text) in text]
    return draft.set_aside(quotes, "quotation that repeats the text")


def _check_language(draft: Draft) -> Draft:
    """Believe the text where the page says that it is in another language: templates are seldom translated."""
    said, sample = draft.found.language, "\n".join(block.text for block in draft.blocks if block.ends_as_sentence)
    read = find_language(sample) if len(sample) >= _LANGUAGE_SAMPLE else ""
    if not said or not read or said.partition("-")[0].lower() == read.partition("-")[0]:
        return draft
    draft = draft.warn(0, f"says that its language is {said}, but its text is in {read}", "check `language`")
    return replace(draft, found=replace(draft.found, language=read))
