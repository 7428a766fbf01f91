"""What makes a sentence of an article a poor takeaway, as patterns; those with words know English."""

from __future__ import annotations

import re
from typing import Final

AGENCY: Final = re.compile(r"\([A-Z][A-Za-z. ]{1,30}\)\s*(?:[—–:-]+\s*)?")
BYLINE: Final = re.compile(
    r"(?:By|BY|Photo|PHOTO|Image|Edited|Reporting|Written|Published|PUBLISHED|Updated|UPDATED)\b[^.!?]{0,80}[.:]?|[^.!?]*:"
)
"""Who wrote it and when, and what only leads to the next line."""
MARKUP: Final = re.compile(r"[*_`<>\[\]\\|]|https?://|@\w")
FIRST_PERSON: Final = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|ll)|[Mm]y|[Oo]ur|[Mm]e|us)\b")
QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|「[^」]*」")
FURNITURE: Final = re.compile(
    r"contributed to this (?:report|story)|\b(?:click|tap) (?:here|on)\b|\bthis (?:web)?(?:page|site) (?:is|uses)\b"
    r"|^(?:watch|read more|scroll down|follow us|see also|editor's note|highlights|sign up|subscribe|file photo)\b",
    re.IGNORECASE,
)
LEANS: Final = re.compile(
    r"(?:He|She|It|They|This|That|These|Those|But|And|So|Yet|Or|His|Her|Its|Their|However|Meanwhile|Still|Then|Instead|"
    r"Also|Such|Both|Nor)\b"
)
"""What opens a sentence that needs the one before it."""
OPENS_QUOTE: Final = frozenset("\"“‘'«„「『")
LABELLED: Final = re.compile(r"(?:[QA]|(?i:date|from|to|cc|sent|subject|re))\s*:\s")
"""How a line of an interview opens, and one of a mail."""
SPEAKER: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]+:\s")
"""How a line of a transcript opens."""
STOPS: Final = ".!…。！۔।؟"
CLOSING: Final = "\"'”’»)]」』）】》"
