"""Plain-text paragraphs in, the entries of a timeline out: what happened when, in the source's own sentences.

nutgraf.dates finds the mentions of dates; here the words around each decide whether it dates an event ("in 2010"),
bounds one ("since 2010") or only names something ("the 2010 raid"), which gives no entry.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from nutgraf.datelines import split_dateline
from nutgraf.dates import DateMention, find_dates, lies_ahead
from nutgraf.edtf import Edtf, Point, parse_edtf, sort_key
from nutgraf.models import Basis, Entry
from nutgraf.retelling import Told, each_once
from nutgraf.sentences import split_sentences
from nutgraf.vocabulary.languages import timeline_words
from nutgraf.vocabulary.timeline_words import Role, TimelineWords

_WINDOW: Final = 48
"""Characters looked at in front of a date: more than any phrase that leads up to one."""


_COARSE: Final = frozenset({"month", "season", "quarter", "half", "year", "decade", "century"})
"""What names no day."""


_QUOTES: Final = frozenset('"“”„«»')


@dataclass(frozen=True, slots=True)
class _Dating:
    """A date in a sentence and what it does there."""

    start: int
    """Of the phrase, with its preposition."""
    end: int
    role: Role
    edtf: str
    """Of the date itself, whatever its role; empty when it has no value."""
    basis: Basis


def find_entries(paragraphs: Sequence[str], anchor: date | None, language: str = "en") -> tuple[Entry, ...]:
    """Return the entries of `paragraphs`: the dated ones, oldest first, then the others as they stand in the text.

    `anchor` is the day of publication, for find_dates. An event told twice is one entry. In a language without tables
    nobody can tell what a date does in its sentence, so that there are none.
    """
    words = timeline_words(language)
    if words is None:
        return ()
    read = _read(paragraphs, anchor, language)
    told = [each for paragraph, mentions in read for each in _tell(paragraph, mentions, words, language)]
    entries = [_entry_of(each, anchor, language) for each in each_once(told)]
    return tuple(sorted(entries, key=lambda entry: sort_key(entry.date)))


def _read(paragraphs: Sequence[str], anchor: date | None, language: str) -> Iterator[tuple[str, list[DateMention]]]:
    """Yield each paragraph with its dates, read as one text: "that day" may mean a day of the paragraph before."""
    mentions = deque(find_dates("\n\n".join(paragraphs), anchor, language))
    start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        inside = []
        while mentions and mentions[0].start < end:
            mention = mentions.popleft()
            inside.append(replace(mention, start=mention.start - start, end=mention.end - start))
        yield paragraph, inside
        start = end + 2


def _tell(paragraph: str, found: Sequence[DateMention], words: TimelineWords, language: str) -> Iterator[Told]:
    """Yield what each sentence dates: its events, and its boundaries when they have a date or stand alone."""
    _, dateline = split_dateline(paragraph)
    mentions = deque(mention for mention in found if mention.start >= dateline and not mention.is_vague)
    for start, end in split_sentences(paragraph):
        whole = paragraph[start:end]
        start = max(start, dateline)  # the place of the wire is no part of what happened
        if start >= end:
            continue
        sentence = paragraph[start:end]
        inside = []
        while mentions and mentions[0].start < end:
            mention = mentions.popleft()
            if start <= mention.start and mention.end <= end:
                inside.append(replace(mention, start=mention.start - start, end=mention.end - start))
        datings = _datings(sentence, inside, words)
        clauses = _clauses(sentence, datings, words)
        has_event = any(dating.role == "event" for dating in datings)
        for dating in datings:
            if _is_dropped(sentence, dating, words, language):
                continue
            entry = _entry(sentence, dating)
            if dating.role == "event" or entry.date or not has_event:
                before = sentence[: dating.start]
                entry, offset = _in_clause(entry, dating, clauses)
                is_by_the_way = words.by_the_way.search(before) or _is_quoted(paragraph[: start + dating.start])
                yield Told(entry, dating.start - offset, dating.role, dating.edtf, whole, bool(is_by_the_way))


def _is_dropped(sentence: str, dating: _Dating, words: TimelineWords, language: str) -> bool:
    """Tell whether a sentence says behind a date that it did not come to it: "from April, which would have left"."""
    is_unreal = words.unreal.search(sentence, dating.end) is not None
    return is_unreal and lies_ahead(sentence, dating.start, dating.end, language)


def _clauses(sentence: str, datings: Sequence[_Dating], words: TimelineWords) -> list[tuple[int, int]]:
    """Return the clauses of a sentence with several dates, each with a verb and a date of its own; [] when it cannot be
    cut so."""
    if len(datings) < 2:
        return []
    cuts = list(words.clause.finditer(sentence))
    clauses = [
        (start, end)
        for start, end in zip([0, *(c.end() for c in cuts)], [*(c.start() for c in cuts), len(sentence)], strict=True)
    ]
    for start, end in clauses:
        held = [dating for dating in datings if start <= dating.start and dating.end <= end]
        if len(held) != 1 or not words.verb.search(sentence, start, end) or _is_quoted(sentence[:start]):
            return []
    return clauses


def _in_clause(entry: Entry, dating: _Dating, clauses: Sequence[tuple[int, int]]) -> tuple[Entry, int]:
    """Return the entry with the clause that its date stands in for its text, and where that begins."""
    for start, end in clauses:
        if start <= dating.start < end:
            return replace(entry, text=entry.text[start:end]), start
    return entry, 0


def _is_quoted(before: str) -> bool:
    """Tell whether a quotation is open at the end of `before`, of which there are straight ones and such with sides."""
    at, last = max((before.rfind(mark), mark) for mark in _QUOTES)
    if at < 0:
        return False
    if last == '"':
        return before.count(last) % 2 == 1
    return last in ("„", "«") or (last == "“" and "„" not in before)


def _entry(sentence: str, dating: _Dating) -> Entry:
    value = _value(dating)
    return Entry(
        text=sentence,
        date=value,
        phrase=sentence[dating.start : dating.end],
        basis=dating.basis if value else "unresolved",
    )


def _entry_of(told: Told, anchor: date | None, language: str) -> Entry:
    return replace(told.entry, expected=True) if _is_expected(told, anchor, language) else told.entry


def _is_expected(told: Told, anchor: date | None, language: str) -> bool:
    """Tell whether the date lies behind the day of publication, or when that does not say, the clause ahead."""
    entry = told.entry
    value = parse_edtf(entry.date) if entry.date else None
    if value and anchor:
        # Of what lasts until then the end is told, of what begins then the start.
        first, last = value.earliest or value.latest, value.latest or value.earliest
        if first and last and (first > anchor or last < anchor):
            return first > anchor
    return lies_ahead(entry.text, told.start, told.start + len(entry.phrase), language)


def _value(dating: _Dating) -> str:
    """Return the EDTF of `dating` in its role: since X is `X/..`, until X is `../X`."""
    if not dating.edtf or dating.role == "event":
        return dating.edtf
    value = parse_edtf(dating.edtf)
    if value.is_interval and not (value.first and value.first.day):
        return ""
    if dating.role == "start":
        return _interval(value.first, None)
    return _interval(None, value.last)


def _interval(first: Point | None, last: Point | None) -> str:
    """Return the interval; empty when there is none. A decade has no edge that is certain: it counts as about."""
    first, last = _in_months(first, is_end=False), _in_months(last, is_end=True)
    if first and first.year and first.span > 1:
        first = Point(first.year, qualifier="~")
    if last and last.year and last.span > 1:
        last = Point(last.year + last.span - 1, qualifier="~")
    try:
        return str(Edtf(first, last, is_interval=True))
    except ValueError:
        return ""


def _in_months(point: Point | None, is_end: bool) -> Point | None:
    """Return the first or last month of a quarter or half, which no interval of EDTF takes; others as they are."""
    if point is None or not point.is_count:
        return point
    value = Edtf(point, point)
    day = value.latest if is_end else value.earliest
    return Point(day.year, day.month) if day else point


def _datings(sentence: str, mentions: Sequence[DateMention], words: TimelineWords) -> list[_Dating]:
    """Return the mentions that date or bound an event, in order; "from A to B" is one."""
    found: list[_Dating] = []
    rest = deque(mentions)
    low = 0
    while rest:
        mention = rest.popleft()
        lead = _lead(sentence, low, mention.start, words)
        is_range = bool(rest) and _is_range(sentence, lead, mention, rest[0], words)
        if is_range:
            mention = _joined(mention, rest.popleft())
        dating = _dating(sentence, lead, mention, is_range, words)
        low = mention.end
        if not dating and found and words.list.fullmatch(sentence, found[-1].end, mention.start):
            # "In 2014 and 2022": the second shares the preposition of the first.
            dating = _Dating(mention.start, mention.end, found[-1].role, mention.edtf or "", mention.basis)
        if dating:
            found.append(dating)
    return found


def _lead(sentence: str, low: int, start: int, words: TimelineWords) -> re.Match[str]:
    """Match what leads up to the date at `start`, behind the date before it, which ends at `low`."""
    return next(words.lead.finditer(sentence, max(low, start - _WINDOW), start))


def _preposition(lead: re.Match[str]) -> str:
    return " ".join((lead["preposition"] or "").lower().split())


def _is_range(sentence: str, lead: re.Match[str], first: DateMention, last: DateMention, words: TimelineWords) -> bool:
    """Tell whether the two are the ends of one: "between A and B", "from A to B", "3 May 2024 – 5 May 2024"."""
    if words.conjunction.fullmatch(sentence, first.end, last.start):
        return _preposition(lead) in words.between
    if not words.to.fullmatch(sentence, first.end, last.start):
        return False
    return bool(first.edtf and last.edtf) or _preposition(lead) in words.start


def _joined(first: DateMention, last: DateMention) -> DateMention:
    value = ""
    if first.edtf and last.edtf:
        value = _interval(parse_edtf(first.edtf).first, parse_edtf(last.edtf).last)
    bases: set[Basis] = {first.basis, last.basis}
    basis: Basis = "anchored" if "anchored" in bases else "explicit"
    return DateMention(first.start, last.end, value or None, basis if value else "unresolved")


def _dating(
    sentence: str, lead: re.Match[str], mention: DateMention, is_range: bool, words: TimelineWords
) -> _Dating | None:
    """Return what `mention` does in `sentence`; None when it only names or compares."""
    text = sentence[mention.start : mention.end]
    preposition = _preposition(lead)
    is_owner = words.attribute.match(sentence, mention.end) or words.attributive.search(text)
    if is_owner or _is_attribute(lead, text, words) or _is_compared(sentence, lead, text, words):
        return None
    is_part = words.part.search(lead["after"] or lead["before"] or "") is not None
    is_about = words.about.search(lead[0]) is not None
    role: Role = "event"
    # "From March 6 to 8" is one mention, of both its ends.
    is_range = is_range or (preposition in words.start and mention.granularity == "range")
    if preposition and not is_range:
        role = words.roles[preposition]
    if not preposition and not (is_part or is_about or _stands_alone(sentence, mention, text, words)):
        return None
    is_misled = preposition and not is_part and preposition not in words.coarse_prepositions
    if role == "name" or (is_misled and _is_coarse(mention, text, words)):
        return None
    edtf = mention.edtf or ""
    start = mention.start if words.of_verb.fullmatch(sentence, lead.start(), mention.end) else lead.start()
    return _Dating(start, mention.end, role, _approximate(edtf) if is_about else edtf, mention.basis)


def _is_attribute(lead: re.Match[str], text: str, words: TimelineWords) -> bool:
    """Tell "the 1967 borders" from "the past week"."""
    relative = words.relative.match(text)
    is_span = relative is not None and relative["span"] is not None
    return lead["determiner"] is not None and not (lead["determiner"].lower() in words.articles and is_span)


def _is_compared(sentence: str, lead: re.Match[str], text: str, words: TimelineWords) -> bool:
    """Tell whether it only measures: "than in 2019", "up from a year earlier", "a loss for the year to"."""
    before = sentence[max(0, lead.start() - _WINDOW) : lead.start()].split()
    if before and before[-1].lower().lstrip("(\"“'‘") in words.comparing:
        return True
    if words.reckoned.search(sentence, max(0, lead.start() - _WINDOW), lead.end()):
        return True
    relative = words.relative.match(text)
    if relative is None or _preposition(lead) not in words.measured:
        return False
    return bool(relative["ago"] or (relative["span"] or "").lower() in words.gone)


def _is_coarse(mention: DateMention, text: str, words: TimelineWords) -> bool:
    """Tell whether the expression names a year, month, season, decade or century, or a range of years."""
    is_range = mention.granularity == "range" and not (mention.edtf and len(mention.edtf) > len("2024-05/2024-06"))
    return (mention.granularity in _COARSE or is_range) and words.relative.match(text) is None


def _stands_alone(sentence: str, mention: DateMention, text: str, words: TimelineWords) -> bool:
    """Tell whether a date without preposition is an adverb: "the council met Tuesday", "2019: The port opens"."""
    after = sentence[mention.end : mention.end + 30]
    if _is_coarse(mention, text, words):
        is_label = mention.start == 0 and after.lstrip()[:1] in (":", "–", "—")
        return is_label or words.adverbial.search(sentence, 0, mention.start) is not None
    word = re.match(r"\s+([\w-]+)", after)
    if word is None or words.relative.match(text):
        return True
    return word[1].lower() in words.after_date or words.adverb.fullmatch(word[1]) is not None


def _approximate(edtf: str) -> str:
    """Return `edtf` marked as about; as it is when it takes no mark."""
    value = parse_edtf(edtf) if edtf else None
    if value is None or value.is_interval or value.first is None or value.first.qualifier:
        return edtf
    try:
        point = replace(value.first, qualifier="~")
    except ValueError:
        return edtf
    return str(point)
