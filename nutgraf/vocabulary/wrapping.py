"""What article copy arrives wrapped in: the menu of a page, the head of a mail, the folio of a paper.

All words are compared as matching.label_key gives them.
"""

from __future__ import annotations

import re
from typing import Final

MENU: Final = frozenset(
    (
        "menu|main menu|home|news|latest|homepage|front page|search|log in|login|sign in|sign up|sign out|log out|register|my account|account|"
        "profile|subscribe|subscribe now|support us|donate|newsletters|newsletter|newspaper|e-paper|epaper|digital edition|app|"
        "download the app|contact us|contact|about us|about|advertise|help|faq|jobs|shop|archive|sections|all sections|more|"
        "close|open|close menu|open menu|toggle menu|navigation|skip to content|skip to main content|skip to navigation|"
        "back to top|settings|notifications|saved|bookmarks|edition|international edition|language|video|videos|audio|podcasts|"
        "podcast|live|live tv|watch live|listen live|radio|games|puzzles|crossword|obituaries|classifieds|tv guide|most read|real estate|property|horoscope|"
        "horoscopes|cartoons|recipes|food|lottery|traffic|events|magazine|photos|gallery|multimedia|specials|columnists|blogs|"
        "community|us news|world news|uk news|regions|regional|all topics|today's paper|for you|following|alerts"
    ).split("|")
)
"""Entries of a page's menu; the names of sections are in copy.KICKERS."""

NO_SECTIONS: Final = frozenset(
    "skip to content|skip to main content|skip to navigation|menu|search|log in|login|sign in|sign up|register|subscribe|subscribe now|home|my account".split(
        "|"
    )
)
"""Entries that tell a menu from the name of the section above a headline."""

BETWEEN_ENTRIES: Final = re.compile(r"\s*[|·•/>»]\s*|\s{2,}|\t")
"""Where a menu stands on one line."""

MAIL_LINE: Final = re.compile(
    r"(?:(?P<from>from|von|de)|(?P<subject>subject|betreff|objet|asunto)|(?P<date>date|sent|gesendet|datum|envoyé|enviado el)"
    r"|to|cc|bcc|reply-to|an|à|para)\s*:\s*(?P<value>\S.{0,300})",
    re.IGNORECASE,
)
"""A line of the head of a mail."""

FORWARDED: Final = re.compile(
    r"[->_\s]*(?:forwarded|original) message[-_\s]*:?|begin forwarded message:?|-{2,}\s*weitergeleitete nachricht\s*-{2,}"
    r"|-{2,}\s*ursprüngliche nachricht\s*-{2,}|-{2,}\s*message transféré\s*-{2,}",
    re.IGNORECASE,
)
"""What a mail program writes above a mail that is sent on."""

SUBJECT_MARK: Final = re.compile(r"(?:(?:re|fwd?|fw|wg|aw|tr|copy|for web|web)\s*[:–-]\s*)+(?=\S)", re.IGNORECASE)
"""What stands before the subject itself."""

FOR_RELEASE: Final = re.compile(r"for immediate release\b.{0,60}", re.IGNORECASE)
"""Sent is then published."""

FOLIO: Final = re.compile(r"\bpage [A-Z]?\d{1,3}\b|\bp\. ?\d{1,3}\b|^[A-Z]\d{1,2}\s*[|·•]", re.IGNORECASE)
"""In the line that a paper prints above each page, beside its name and day."""

ADDRESS: Final = re.compile(r"(?:(?:url|link|source|web)\s*:\s*)?<?(?P<url>https?://[^\s<>]{4,500})>?", re.IGNORECASE)
"""A line that is the address of a page."""
