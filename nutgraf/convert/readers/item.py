"""What a format states of an article, and its body in; a Draft out, with a ledger of every statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nutgraf.convert.draft import HEADLINE_REPEATED, Block, Draft
from nutgraf.convert.matching import fold
from nutgraf.convert.names import names_in
from nutgraf.convert.repair import mend_mojibake, tidy
from nutgraf.datelines import place_in
from nutgraf.instants import find_instant, parse_instant
from nutgraf.models import Instant
from nutgraf.problems import Problem
from nutgraf.settings import is_web_address, parse_language
from nutgraf.vocabulary.notes import NOTICE
from nutgraf.vocabulary.wire import CANCELED, CORRECTS, STATUSES


@dataclass(frozen=True, slots=True)
class Said:
    """A value that an item states beside its body."""

    what: str
    """A field of a briefing, `url`, a name in `_OTHERS`, a key of `extra`, or empty for what has no place."""
    text: str
    origin: str
    """How the ledger calls it."""
    line: int = 0
    """Of the seed; 0 where the format has no lines that an editor knows."""


_EXTRA = {"copyright", "copyright_holder", "usage_terms", "ed_note"}
"""What has no field of its own, and is kept under `extra`."""
_LISTS = {"topics"}
_AGAIN = "{} told again"
_CORRECTED = "is a corrected version"
_BASIC = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"(?:[Tt ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.,]\d+)?\s?(?P<zone>[Zz]|[+-]\d\d:?\d\d)?)?"
)
SENT = re.compile(
    r"(?P<day>[0-3]\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?P<zone>[A-Z]{1,5})?\s+(?P<month>[A-Z]{3})\.?\s+(?P<year>\d\d)",
    re.IGNORECASE,
)
"""A wire's time of transmission: `271755 GMT NOV 26`."""
_NINETEENS = 79  # the standard of wires is of 1979


def draft_of(
    path: str,
    said: Iterable[Said],
    body: Sequence[Block],
    item: str = "",
    *,
    is_marked_up: bool = True,
    refusal: str = "",
) -> Draft:
    """Return the Draft of an article. Of two statements of one field the first counts; what has no place is set aside.

    Blocks are numbered behind the statements, unless these have lines of the seed.
    """
    # A format that can say the dek leaves none to be guessed from the text.
    draft = Draft(path, (), item, known=frozenset({"dek"}), is_marked_up=is_marked_up)
    number, has_lines = 0, False
    for one in sorted(said, key=lambda one: one.what != "language"):  # bylines go by the language
        has_lines |= one.line > 0
        if text := clean(one.text):
            number += 1
            block = Block(one.line or number, text, "field")
            draft = _tell(draft, one, block)
    blocks = body if has_lines else [replace(block, line=number + index) for index, block in enumerate(body, 1)]
    return replace(draft, blocks=tuple(blocks), has_lines=has_lines, refusal=draft.refusal or refusal)


def clean(text: str) -> str:
    """Return a value in one line, without characters that no page can show."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(mend_mojibake(tidy(text)).split())


def with_problems(drafts: Sequence[Draft], problems: Sequence[Problem]) -> tuple[Draft, ...]:
    """Return drafts of which the first tells what is to be said of the whole seed."""
    return tuple(
        replace(draft, problems=(*problems, *draft.problems)) if index == 0 else draft
        for index, draft in enumerate(drafts)
    )


def read_instant(text: str) -> Instant | None:
    """Read a date, or a time, of ISO 8601 with or without marks, or as mail or a wire writes it.

    Without a zone the day alone counts.
    """
    if match := SENT.fullmatch(text.strip()):
        text = _written_out(match)
    match = _BASIC.fullmatch(text.strip())
    if match is None:
        hit = find_instant(text)
        return hit[0] if hit else None
    day = f"{match['y']}-{match['m']}-{match['d']}"
    try:
        if match["zone"]:
            return parse_instant(f"{day}T{match['hour']}:{match['minute']}:{match['second'] or '00'}{match['zone']}")
        return parse_instant(day)
    except ValueError:
        return None


def _written_out(sent: re.Match[str]) -> str:
    century = 19 if int(sent["year"]) > _NINETEENS else 20
    clock = f" {sent['hour']}:{sent['minute']} {sent['zone']}" if sent["zone"] else ""
    return f"{sent['day']} {sent['month']} {century}{sent['year']}{clock}"


def hold(draft: Draft, message: str, hint: str) -> Draft:
    """Return the draft as one that is not to be published yet, with a warning that says why."""
    draft = warn_of(draft, message, hint)
    return replace(draft, found=replace(draft.found, draft=True))


def mark_partial(draft: Draft, message: str, hint: str, what: str) -> Draft:
    """Return the draft as that of an article of which there is only a part, with a warning."""
    extra = {**draft.found.extra, "partial": what}
    draft = replace(draft, found=replace(draft.found, extra=extra))
    return warn_of(draft, f"{message}; the briefing is partial", hint)


def warn_of(draft: Draft, message: str, hint: str = "") -> Draft:
    """Return the draft with a warning about the whole article, by its name where the seed holds several."""
    name = f"'{draft.found.headline or draft.item}' " if draft.item else ""
    return draft.warn(0, f"{name}{message}", hint)


def _tell(draft: Draft, said: Said, block: Block) -> Draft:
    """Place a statement."""
    if said.what in _OTHERS:
        return _OTHERS[said.what](draft, said, block)
    if said.what in _EXTRA:
        return _tell_extra(draft, said, block)
    return _tell_field(draft, said, block) if said.what else draft.set_aside([block], said.origin)


def _tell_byline(draft: Draft, said: Said, block: Block) -> Draft:
    """Add who is named; a byline that another statement gave is told again."""
    names, beside = names_in(block.text, draft.labels)
    known = draft.found.byline
    from_others = any(p.place == "byline" and not p.reason.startswith(said.origin) for p in draft.placed)
    new = tuple(name for name in names if fold(name) not in {fold(other) for other in known})
    if not new or from_others:
        return draft.set_aside([block], _AGAIN.format("byline"))
    reason = said.origin + (f", without '{beside}'" if beside else "")
    draft = draft.place([block], "byline", reason, byline=(*known, *new))
    return replace(draft, known=draft.known | {"byline"})


def _tell_field(draft: Draft, said: Said, block: Block) -> Draft:
    value = _VALUES[said.what](block.text)
    known = getattr(draft.found, said.what)
    if not value:
        if said.what in ("published", "updated"):
            draft = warn_of(draft, f"has a {said.origin} that is no date: '{block.text}'", "write it by hand")
        return draft.set_aside([block], f"{said.origin}, not as it should be")
    if said.what in _LISTS:
        new = tuple(v for v in value if fold(v) not in {fold(k) for k in known})
        return _found(draft, said, block, (*known, *new)) if new else draft.set_aside([block], _AGAIN.format(said.what))
    if known:
        same = isinstance(value, str) and fold(value) == fold(known)
        return draft.set_aside([block], _AGAIN.format(said.what) if same else f"{said.origin}, beside another")
    if said.what == "dek" and fold(value) == fold(draft.found.headline):
        return draft.set_aside([block], HEADLINE_REPEATED)
    return _found(draft, said, block, value)


def _found(draft: Draft, said: Said, block: Block, value: object) -> Draft:
    draft = draft.place([block], said.what, said.origin, **{said.what: value})
    return replace(draft, known=draft.known | {said.what})


def _tell_located(draft: Draft, said: Said, block: Block) -> Draft:
    """Take the place where a story was written for its dateline, unless the text turns out to have another."""
    return replace(_tell_field(draft, replace(said, what="dateline"), block), known=draft.known)


def _tell_extra(draft: Draft, said: Said, block: Block) -> Draft:
    """Keep a statement under `extra`, and warn of a note that takes the story back or says what it corrects."""
    extra = dict(draft.found.extra)
    texts = [extra[said.what]] if said.what in extra else []
    if block.text in texts:
        return draft.set_aside([block], _AGAIN.format(said.origin))
    extra[said.what] = " ".join([*texts, block.text])
    draft = draft.place([block], "extra", said.origin, extra=extra)
    if said.what != "ed_note":
        return draft
    if NOTICE.fullmatch(block.text):
        return hold(draft, f"is a notice to editors: '{block.text}'", "take `draft: true` out if it may be published")
    return _warn_of_correction(draft, block.text) if CORRECTS.fullmatch(block.text) else draft


def _tell_url(draft: Draft, said: Said, block: Block) -> Draft:
    if not is_web_address(block.text) or draft.found.source.url:
        return draft.set_aside([block], "name of the item")
    return draft.place([block], "source", said.origin, source=replace(draft.found.source, url=block.text))


def _tell_embargo(draft: Draft, said: Said, block: Block) -> Draft:
    draft = hold(draft, f"is under embargo: '{block.text}'", "take `draft: true` out when it is over")
    return draft.set_aside([block], "embargo: the briefing is held as a draft")


def _tell_status(draft: Draft, said: Said, block: Block) -> Draft:
    """Hold what its source withholds, and refuse what it has canceled."""
    status = re.split(r"[:/]", block.text)[-1].casefold()
    message = STATUSES.get(status, f"has a status that is not known here: '{block.text}'")
    if status in CANCELED:
        return replace(draft, refusal=message).set_aside([block], message)
    if message:
        draft = hold(draft, message, "take `draft: true` out when it may be published")
    return draft.set_aside([block], f"status: {message}" if message else "status")


def _tell_signal(draft: Draft, said: Said, block: Block) -> Draft:
    if CORRECTS.fullmatch(block.text):
        draft = _warn_of_correction(draft, block.text)
    return draft.set_aside([block], said.origin)


def _warn_of_correction(draft: Draft, text: str) -> Draft:
    if any(_CORRECTED in problem.message for problem in draft.problems):
        return draft
    return warn_of(draft, f"{_CORRECTED}: '{text}'", "say under `corrections` what was wrong, and since when")


def _language(text: str) -> str:
    try:
        return parse_language(text.replace("_", "-"))
    except ValueError:
        return ""


_VALUES: Mapping[str, Callable[[str], Any]] = {
    "headline": str,
    "dek": str,
    "dateline": place_in,
    "published": read_instant,
    "updated": read_instant,
    "language": _language,
    "topics": lambda text: (text,),
}
_OTHERS: Mapping[str, Callable[[Draft, Said, Block], Draft]] = {
    "byline": _tell_byline,
    "located": _tell_located,
    "url": _tell_url,
    "embargo": _tell_embargo,
    "status": _tell_status,
    "signal": _tell_signal,
}
"""Statements that are no field, or one with a way of its own."""
