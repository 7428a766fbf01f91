"""How a text speaks of itself and not of the news: embargoes, corrections, a chatbot that refuses."""

from __future__ import annotations

import re

EMBARGO = re.compile(
    r"\W{0,4}(?:(?:strictly |under )?embargo(?:ed)?\b.{0,160}|not for (?:publication|release|broadcast) (?:before|until)\b.{0,120}"
    r"|hold for release\b.{0,120})",
    re.IGNORECASE,
)
"""A whole line."""

CORRECTION = re.compile(
    r"\W{0,3}(?:correction|clarification|corrected|amended)s?\b(?: made)?(?:\s+on\s+|\s*[,(–—-]\s*)(?P<date>[^:()]{6,40}?)\)?\s*[:–—]\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph whose label gives a day: `Correction, 17 January 2020: …`."""

UNDATED_CORRECTION = re.compile(
    r"\W{0,3}(?:correction|clarification|erratum|korrektur|berichtigung)\W{0,3}\s*[:–—]\s*(?=.*\b(?:version|article|story|"
    r"report|incorrect(?:ly)?|mis\w+|errors?|wrong(?:ly)?|earlier|should|instead|falsch|fassung|artikel)\b)\S.{10,}"
    r"|(?:editor['’]?s?['’]? note:\s*)?(?:an? (?:earlier|previous|original) version of this (?:article|story|report|post)\b"
    r"|this (?:article|story|report|post|piece) (?:was|has been|has since been) (?:amended|corrected|updated|changed)\b"
    r"(?=(?: on [^.]{3,30}?,?)? (?:to (?:add|include|reflect|correct|clarify|give|remove|fix|make|note|show|say)|because|after|following|since)\b)).{10,}",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that says what was wrong or what was added, and no day of its own."""

UPDATE_NOTE = re.compile(
    r"(?:editor['’]?s?['’]? note:\s*)?(?P<text>this (?:article|story|report|post|piece|page) (?:was|has been|has since been) "
    r"(?:amended|corrected|updated|changed|edited)(?: again| further)? on (?P<date>[^.]{6,30}?),? "
    r"(?:to|because|after|following|with|since|as)\b.{4,})",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that says what was changed, and on which day: `This article was updated on 14 May 2025 to add …`."""

REFUSAL = re.compile(
    r"(?:i(?:'|’)?m (?:very )?sorry,? (?:but )?(?:i|as an)\b|i apologi[sz]e,? but i\b|sorry,? (?:but )?i (?:can|am)\b|as an ai\b"
    r"|i (?:can(?:'|’)?t|cannot|can not|am unable to|(?:'|’)?m unable to) (?:assist|help|access|provide|fulfil|browse|comply)\b)",
    re.IGNORECASE,
)
"""How a chatbot's refusal opens."""

NOTICE = re.compile(
    r"(?:[A-Z-]+\s*[-:/]\s*)?(?:EDS:\s*)?(?:(?:MANDATORY|BULLETIN|URGENT|EDITORIAL|PHOTO|ADVISORY:?)\s+)?"
    r"(?:KILL|WITHHOLD|ADVISORY|STORY (?:KILLED|WITHDRAWN)|WITHDRAWAL|RETRACTION)(?: (?:NOTICE|ADVISORY|ORDER))?"
    r"(?:\s*(?:[:;,/(—–]|--|-\s)\s*.*|\s*$)",
    re.DOTALL,
)
"""How a note to editors opens that takes a story back or asks not to use it; capitals tell it from the news."""
