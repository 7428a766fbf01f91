"""What stands below an article and speaks of who sent it, wrote it or prints it, as patterns; the languages of Western
copy together, since a release has the labels of its sender's language.

A section is a heading and all below it, to the next such heading or the end.
"""

from __future__ import annotations

import re

_MORE = r"(?:more|further|additional|press|media)"

ABOUT = re.compile(
    r"(?:about|über|à propos d(?:e (?:la |l['’])?|u |es )|acerca de|sobre|informazioni su|over|om)\s+(?P<name>\S.{1,60})",
    re.IGNORECASE,
)
"""A heading over the lines in which a sender praises itself, when the text names it."""

SECTIONS = re.compile(
    rf"(?:notes?(?: to| for) (?:the )?(?:editors?|journalists)|editors?['’]? notes|boilerplate|forward-looking statements"
    rf"|for {_MORE} (?:information|details|enquiries|inquiries)(?:,? (?:please )?(?:contact|visit|call|e-?mail))?"
    rf"|(?:for )?(?:press|media)(?: (?:contacts?|enquiries|inquiries|office|relations))(?: details| information)?"
    r"|hinweise? (?:an|für) (?:die )?redaktion(?:en)?|(?:presse|medien)kontakte?|ansprechpartner(?:in)?|rückfragen(?: an)?"
    r"|für weitere informationen|contacts? presse|contactos? de prensa|contatti? stampa|ufficio stampa)\W{0,3}",
    re.IGNORECASE,
)
"""Whole headings."""

END_MARK = re.compile(
    r"[-–—*\s]*(?:ends?|end of (?:release|text|story)|30|ende|fin)[-–—*\s]*|(?:#\s*){3}", re.IGNORECASE
)
"""A line below which nothing is of the article."""

LINES = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        ("who helped", r"[-–—(]*\s*with (?:assistance|reporting|contributions?|files|help) (?:from|by)\b.{1,200}"),
        ("who helped", r"\S.{1,150}\bcontributed (?:reporting )?to this (?:report|story|article|piece)\b.{0,60}"),
        (
            "who to write to",
            r"(?:to )?contact (?:the |our )?(?:reporters?|editors?|authors?|writers?|journalists?|newsroom)\b.{0,240}",
        ),
        ("who to write to", r"(?:for (?:more|further|additional) (?:information|details)|more information)\b.{0,240}"),
        ("who to write to", r"(?:connect|reach (?:him|her|them|us)|get in touch) (?:via|at|on|with)\b.{0,100}"),
        ("address or telephone number", r"\(*\S+@\S+\.\w+[\s,;|+\d()-]*\)*\.?"),
        ("share or follow line", r"follow\b.{1,80}\b(?:at|on) (?:https?://|www\.|@)\S+\.?"),
        (
            "share or follow line",
            r"for (?:the latest|more|all the latest)\b.{0,80}\b(?:visit|see|go to|follow)\b.{0,80}",
        ),
        (
            "note of the mail",
            r"this (?:e-?mail|message)\b.{0,80}\b(?:is|are|may be|contains?)\b.{0,40}\b(?:confidential|intended)\b.{0,240}",
        ),
        ("newsletter line", r"you(?:['’]re| are) (?:receiving|getting) this\b.{0,200}"),
        ("sign-off of the agency", r"[a-zäöü]{2,4}(?:/[a-zäöü]{2,4}){1,4}"),
    )
)
"""For whole lines and sentences behind the last paragraph of the article."""

BIOGRAPHY = r"\W{{0,3}}{names}(?:,[^,.]{{1,60}},)? (?:is|are|was|writes|covers|reports|has (?:covered|written|reported))\b.{{1,400}}"
"""Of the names of a byline: what an article says of who wrote it."""
