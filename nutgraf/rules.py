"""What the desk holds: each rule by its id, with the level of its findings and how they are mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from nutgraf.problems import Level, Problem

RuleLevel = Literal["error", "warning", "note", "off"]
"""What a site may set a rule to; `off` is for one that it does not want."""

OFF: Final = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the desk."""

    id: str
    level: Level
    """Of its findings, unless the site's settings say otherwise."""
    holds: str
    """What is so where it finds nothing."""
    mend: str
    """How a finding is mended."""

    def finding(self, path: str, message: str, line: int = 0, column: int = 0, hint: str = "") -> Problem:
        """Return a finding of this rule; `hint` where a remedy is better known than the rule's."""
        return Problem(path, message, hint or self.mend, line, column, self.level, self.id)

    @property
    def is_of_claims(self) -> bool:
        """Whether its findings are about claims, and a waiver may name them by their words."""
        return self.id.startswith("claim-")

    @property
    def is_of_evidence(self) -> bool:
        """Whether it holds short texts against the article, which `evidence: false` turns off."""
        return self.is_of_claims or self.id.startswith("unsupported-")


_ERROR, _WARNING, _NOTE = Level.ERROR, Level.WARNING, Level.NOTE

_TABLE = (
    # id, level, what it holds, how a finding is mended
    ("base-url", _NOTE, "the site knows its address",
     "before you publish, set it to the site's address, or build with --base-url"),
    ("missing-date", _NOTE, "a briefing has the date of the news", "add `published` when you know it; never guess"),
    ("missing-byline", _NOTE, "a briefing says who wrote it", "add `byline`"),
    ("missing-dek", _NOTE, "a briefing has a dek", "add `dek`: one or two sentences under the headline"),
    ("headline-length", _WARNING, "a headline has at most 110 characters",
     "shorten it: search engines and cards cut it off"),
    ("takeaway-length", _NOTE, "a takeaway has at most 30 words", "make it one thought, or two takeaways"),
    ("unsupported-takeaway", _WARNING, "a takeaway rests on a sentence of the article",
     "say what the article says, in words of its own, or take it out"),
    ("unsupported-dek", _NOTE, "the dek rests on the article", "say what the article says, in words of its own"),
    ("unsupported-entry", _NOTE, "a timeline text of your own rests on the article",
     "say what the article says, or put into the article what the entry needs"),
    ("claim-number", _WARNING, "each number of a takeaway, headline, dek or timeline text is the article's",
     "say what the article says"),
    ("claim-date", _WARNING, "each date there is the article's", "say what the article says"),
    ("claim-name", _WARNING, "each name there is the article's", "write it as the article does, or take it out"),
    ("claim-quotation", _WARNING, "each quotation there is the article's, word for word",
     "quote the words, or take the quotation marks away"),
    ("claim-direction", _WARNING, "more than, nearly, rose and fell are not turned round there",
     "say which way it went as the article does"),
    ("claim-loose", _NOTE, "a number there is the article's, neither rounded nor reckoned, and of the same thing",
     "give the article's own figure if it matters"),
    ("waived", _NOTE, "no finding is silenced", "remove the waiver when it is no longer right"),
    ("waiver-unused", _WARNING, "each waiver silences a finding", "remove it: what it was for is mended"),
    ("correction-undated", _WARNING, "a correction says when it was made", "add its `date`"),
    ("uncorrected-change", _WARNING, "a number, name or date of a published article changes only with a correction",
     "say in `corrections` what was wrong, or put back what stood there"),
    ("future-date", _WARNING, "no date of publication lies in the future",
     "correct `published` or `updated`, or set `draft: true`"),
    ("updated-before-published", _WARNING, "an update comes after the publication", "correct the one that is wrong"),
    ("timeline-conflict", _WARNING, "briefings give one number and one day for an event",
     "correct the one that is wrong; waive it where both were right in their time"),
    ("stale-draft", _NOTE, "a draft is younger than 30 days", "finish it, or remove the file"),
    ("broken-link", _ERROR, "each link leads to a file or a part of the site",
     "correct the link or restore what it names"),
    ("duplicate-id", _ERROR, "an id stands once on a page", "give one of the two another id"),
    ("image-alt", _WARNING, "each picture says in words what it shows", "write it: ![what it shows](address)"),
    ("heading-order", _WARNING, "headings go down one level at a time, below one h1",
     "use the next level, in the layout or the body"),
    ("contrast", _WARNING, "text stands out from its ground by 4.5 to 1",
     "make text and ground differ more in brightness"),
    ("feed", _ERROR, "the feed is whole: well-formed, dated, each id once", "mend layouts/feed.xml"),
    ("sitemap", _ERROR, "the sitemap lists absolute addresses of this site, each once",
     "mend layouts/sitemap.xml, or `base_url`"),
)  # fmt: skip

RULES: Final[Mapping[str, Rule]] = {row[0]: Rule(*row) for row in _TABLE}
