"""What agencies call things: names of fields, statuses and signals in ninjs, NITF, NewsML-G2 and IPTC 7901.

A row says what a value is: a field of a briefing, or one of the names that readers/item.py knows. Rows of one field
stand in the order in which they are believed.
"""

from __future__ import annotations

import re

STATUSES = {
    "usable": "",
    "withheld": "is withheld by its source",
    "embargoed": "is under embargo",
    "canceled": "is canceled by its source",
    "cancelled": "is canceled by its source",
    "killed": "is canceled by its source",
}
"""Of publication; what is to be said of an article that has it."""

CANCELED = frozenset({"canceled", "cancelled", "killed"})

CORRECTS = re.compile(
    r"(?:correct(?:s|ed|ion|ing)\b|(?:recasts?|clarifies|clarification)\b|sig:correct\w*|\(?fixes\b).*",
    re.IGNORECASE | re.DOTALL,
)
"""How a note to editors opens that says what a version corrects."""

NOT_FOR_PUBLICATION = re.compile(
    r"^\W*(?:the following )?information (?:below )?is not (?:intended )?for publication", re.IGNORECASE
)
"""A line of wire text below which an agency speaks to editors alone."""

OTHER_MEDIA = frozenset("picture photo graphic video audio animation composite event planning component icon".split())
"""Types of items whose text, if any, is a caption."""

NINJS_KEYS = frozenset(
    "headline headlines headline_main body_html body_xhtml body_text body_main bodies versioncreated firstcreated".split()
)
"""One of these, in any case, tells a ninjs item."""
NINJS_WRAPPERS = ("item", "items", "newsitems", "data", "results", "docs", "_items", "articles")

NINJS: tuple[tuple[str, str, str], ...] = (
    # key in small letters, what it is, how the ledger calls it
    ("headline", "headline", "headline"),
    ("headline_main", "headline", "headline"),
    ("headline_text", "headline", "headline"),
    ("headlines", "headline", "headline"),
    ("description_text", "dek", "description"),
    ("description_main", "dek", "description"),
    ("description_summary", "dek", "description"),
    ("descriptions", "dek", "description"),
    ("byline", "byline", "byline"),
    ("by", "byline", "byline"),
    ("located", "located", "place where it was written"),
    ("firstcreated", "published", "time of the first version"),
    ("contentcreated", "published", "time at which the text was written"),
    ("versioncreated", "updated", "time of this version"),
    ("subject", "topics", "subject"),
    ("subjects", "topics", "subject"),
    ("keywords", "topics", "keyword"),
    ("language", "language", "language"),
    ("uri", "url", "address"),
    ("embargoed", "embargo", "embargo"),
    ("embargoeduntil", "embargo", "embargo"),
    ("pubstatus", "status", "status"),
    ("ednote", "ed_note", "note to editors"),
    ("copyrightnotice", "copyright", "copyright notice"),
    ("copyrightholder", "copyright_holder", "holder of the copyright"),
    ("usageterms", "usage_terms", "terms of use"),
)

NITF: tuple[tuple[str, str, str, str], ...] = (
    # path, attribute, what it is, how the ledger calls it
    ("body/body.head/hedline/hl1", "", "headline", "headline"),
    ("head/title", "", "headline", "title"),
    ("body/body.head/hedline/hl2", "", "dek", "second headline"),
    ("body/body.head/abstract", "", "dek", "abstract"),
    ("body/body.head/byline", "", "byline", "byline"),
    ("body/body.head/dateline/location", "", "dateline", "place of the dateline"),
    ("head/docdata/date.issue", "norm", "published", "time of issue"),
    ("head/pubdata", "date.publication", "published", "time of publication"),
    ("body/body.head/dateline/story.date", "norm", "published", "date of the dateline"),
    ("head/docdata/date.release", "norm", "updated", "time of release"),
    ("head/tobject/tobject.subject", "tobject.subject.type", "topics", "subject"),
    ("head/tobject/tobject.subject", "tobject.subject.matter", "topics", "subject"),
    ("head/tobject/tobject.subject", "tobject.subject.detail", "topics", "subject"),
    ("head/docdata/key-list/keyword", "key", "topics", "keyword"),
    ("head/docdata", "management-status", "status", "status"),
    ("head/docdata/ed-msg", "info", "ed_note", "note to editors"),
    ("head/docdata/doc.copyright", "holder", "copyright_holder", "holder of the copyright"),
    ("body/body.head/rights", "", "copyright", "rights"),
    ("body/body.head/note", "", "ed_note", "note to editors"),
    ("head/docdata/doc-id", "id-string", "", "name of the document"),
)

NITF_AS_HTML = {
    "hl2": "h2",
    "block": "div",
    "bq": "blockquote",
    "media": "figure",
    "media-caption": "figcaption",
    "media-producer": "figcaption",
    "media-reference": "img",
    "fn": "p",
    "note": "p",
    "credit": "p",
    "datasource": "p",
    "nitf-table": "div",
    "content": "div",
    **dict.fromkeys(
        "chron city classifier copyrite copyrite.holder copyrite.year country denom event frac frac-sep function "
        "lang location money name.family name.given num numer object.title org person postaddr pronounce region "
        "state sublocation virtloc alt-code custom-table-item".split(),
        "span",
    ),
}
"""Elements of a body in NITF, and those of HTML that stand for the same."""

NEWSML: tuple[tuple[str, str, str, str], ...] = (
    # path, attribute, what it is, how the ledger calls it; `name` stands for the name, literal or text of a concept
    ("contentMeta/headline", "", "headline", "headline"),
    ("contentMeta/description", "", "dek", "description"),
    ("contentMeta/by", "", "byline", "byline"),
    ("contentMeta/dateline", "", "dateline", "dateline"),
    ("contentMeta/located", "name", "located", "place where it was written"),
    ("itemMeta/firstCreated", "", "published", "time of the first version"),
    ("contentMeta/contentCreated", "", "published", "time at which the text was written"),
    ("itemMeta/versionCreated", "", "updated", "time of this version"),
    ("contentMeta/subject", "name", "topics", "subject"),
    ("contentMeta/keyword", "", "topics", "keyword"),
    ("contentMeta/language", "tag", "language", "language"),
    ("itemMeta/embargoed", "", "embargo", "embargo"),
    ("itemMeta/pubStatus", "qcode", "status", "status"),
    ("itemMeta/pubStatus", "uri", "status", "status"),
    ("itemMeta/edNote", "", "ed_note", "note to editors"),
    ("itemMeta/signal", "qcode", "signal", "signal"),
    ("rightsInfo/copyrightNotice", "", "copyright", "copyright notice"),
    ("rightsInfo/copyrightHolder", "name", "copyright_holder", "holder of the copyright"),
    ("rightsInfo/usageTerms", "", "usage_terms", "terms of use"),
)
NEWSML_AUTHOR = ("contentMeta/creator", "name", "byline", "creator")
"""The byline where the item and its text have none: it may be the agency's name."""

NO_STORIES = {
    "packageitem": "is a package, which lists stories and holds none",
    "conceptitem": "describes a concept and is no story",
    "knowledgeitem": "is a list of concepts and no story",
    "planningitem": "is a plan of coverage and no story",
    "catalogitem": "is a catalogue and no story",
    "newsml": "is NewsML 1, which is not read here; ask for NewsML-G2 or NITF",
    "opml": "is a list of feeds and holds no story",
    "urlset": "is a sitemap and holds no story",
    "sitemapindex": "is a sitemap and holds no story",
}
"""Documents of XML, by their root, that hold no article."""

FEED_CUT_OFF = re.compile(
    r"\s*(?:\[?\s*(?:…|\.\.\.)\s*\]?"
    r"|\(?(?:read (?:more|on|the (?:full|rest).{0,40})|continue reading.{0,200}|more|weiterlesen|lire la suite|(?:leer|seguir leyendo|saber) más)\W{0,4})$",
    re.IGNORECASE,
)
"""How a summary ends that is the beginning of an article."""

FEED_FOOTER = re.compile(r"the post .{1,300} (?:first appeared|appeared first) on .{1,100}", re.IGNORECASE)
"""A line that programs of feeds add to a text."""

FEED_KEYS = frozenset(
    "title title_detail content summary summary_detail author author_detail authors published published_parsed updated "
    "updated_parsed created created_parsed tags id guidislink link links rights rights_detail language".split()
)
"""What the library for feeds calls that which has a place of its own."""
