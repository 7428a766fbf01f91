"""What the tests of dates share: a sentence with one date in brackets, and what the tagger makes of it."""

from datetime import date

from nutgraf.dates import DateMention, find_dates


def marked(sentence: str) -> tuple[str, int, int]:
    """Return the sentence without its brackets, and where what stood in them starts and ends."""
    before, _, rest = sentence.partition("[")
    inside, _, after = rest.partition("]")
    return before + inside + after, len(before), len(before) + len(inside)


def mention_in(sentence: str, anchor: date | None, language: str = "en") -> DateMention | None:
    """Return the mention that is exactly what stands in the brackets of `sentence`; None when there is none."""
    text, start, end = marked(sentence)
    return next((m for m in find_dates(text, anchor, language) if (m.start, m.end) == (start, end)), None)


def value_in(sentence: str, anchor: str, language: str = "en") -> str:
    """Return the EDTF of the mention in brackets, empty without value, or what was found instead."""
    day = date.fromisoformat(anchor)
    mention = mention_in(sentence, day, language)
    if mention is None:
        text = marked(sentence)[0]
        return f"not found, but {[text[m.start : m.end] for m in find_dates(text, day, language)]}"
    return mention.edtf or ""
