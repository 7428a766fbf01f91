"""Words that raw copy carries beside its article: labels, furniture, names of desks, headings of lists.

Counts behind the tables come from several hundred collected pages; a publisher's new habit is a new row.
All are compared case-folded, without a colon at the end.
"""

from __future__ import annotations

import re

BYLINE_OPENERS = (
    "written by",
    "reported by",
    "story by",
    "words by",
    "interview by",
    "text by",
    "by",
    "author",
    "authors",
    "von",
    "par",
    "por",
)

PUBLISHED_LABELS = (
    "published on",
    "published",
    "first published",
    "originally published",
    "posted on",
    "posted",
    "date",
    "publication date",
    "date published",
    "publish date",
    "issued",
    "released",
)
UPDATED_LABELS = (
    "last updated on",
    "last updated",
    "updated on",
    "updated",
    "last modified",
    "modified",
    "last update",
    "update",
)
TOPIC_LABELS = (
    "topics",
    "topic",
    "tags",
    "tag",
    "filed under",
    "filed in",
    "keywords",
    "more on",
    "related topics",
)

BARE_LABELS = frozenset(
    {*BYLINE_OPENERS, *PUBLISHED_LABELS, *UPDATED_LABELS, *TOPIC_LABELS}
    | {
        "image",
        "images",
        "photo",
        "photos",
        "picture",
        "video",
        "file photo",
        "source",
        "category",
        "section",
        "location",
        "editor",
        "edited by",
        "reading time",
        "read time",
        "views",
        "summary",
    }
)
"""Labels that mean nothing when their value is lost."""

BADGES = frozenset(
    {
        "new update",
        "new updates",
        "breaking",
        "breaking news",
        "just in",
        "live",
        "live updates",
        "latest",
        "latest news",
        "top story",
        "top stories",
        "exclusive",
        "developing",
        "developing story",
        "featured",
        "trending",
        "must read",
        "editor's pick",
        "editors' pick",
        "premium",
        "sponsored",
        "news",
        "home",
    }
)
"""Marks a page sets beside a story."""

NO_PLACES = frozenset(
    "update watch listen read note editor's editor’s correction analysis opinion explainer factbox".split()
)
"""First words of lines in capitals before a colon or dash that are no dateline."""

TAKEAWAYS_HEADINGS = frozenset(
    {
        "key takeaways",
        "takeaways",
        "the takeaways",
        "key takeaway",
        "main takeaways",
        "quick takeaways",
        "key points",
        "the key points",
        "main points",
        "key facts",
        "key developments",
        "story highlights",
        "highlights",
        "at a glance",
        "in short",
        "tl;dr",
        "tldr",
        "what to know",
        "what you need to know",
        "need to know",
        "the gist",
        "summary",
        "in summary",
        "key insights",
        "key highlights",
        "article highlights",
        "the essentials",
        "bullet points",
    }
)

WHY_LABEL = re.compile(
    r"why (?:this|it|that)(?: all| story)? matters(?: now| today)?(?:\s*\?)?\s*(?::|—|–|\s-\s|\.(?=\s))\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
WHY_HEADING = re.compile(r"why (?:this|it|that)(?: all| story)? matters(?: now| today)?\s*[?:.]?", re.IGNORECASE)

EDITORS_NOTE = re.compile(
    r"(?:editor['’]?s?['’]? note|correction|clarification|corrected|note to (?:readers|editors))\b.{0,20}:",
    re.IGNORECASE,
)
"""How a paragraph opens that speaks of the article, not of the news."""

_NETWORKS = r"(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|reddit|pinterest|x|e-?mail|print|copy link)"

_FURNITURE_ROWS: tuple[tuple[str, str], ...] = (
    ("share or follow line", r"(?:share|follow|like|tweet|e-?mail|print|pin)(?: (?:us|this|it))?[.:!]?"),
    ("share or follow line", rf"(?:share|like|tweet|send)\b.{{0,60}}\b{_NETWORKS}\b.{{0,40}}"),
    ("share or follow line", r"share this (?:story|article|post|page)\b.{0,60}"),
    ("share or follow line", rf"(?:(?:{_NETWORKS}|share)\b[\s,|/·•]*){{2,}}"),
    ("share or follow line", r"follow (?:us|our|@?\w+)(?: \w+){0,4} (?:on|for)\b.{0,80}"),
    (
        "newsletter line",
        r".{0,60}\b(?:sign up|subscribe)\b.{0,80}\b(?:newsletters?|inbox|alerts?|e-?mails?|updates|digest)\b.{0,60}",
    ),
    ("newsletter line", r"(?:sign up|subscribe)(?: now| today| here| for free)?[.!]?"),
    ("newsletter line", r"(?:subscription failed|thank you for subscribing)\b.{0,60}"),
    ("newsletter line", r"get .{0,60}\bnewsletters?\b.{0,40}"),
    ("copyright line", r"(?:©|\(c\)|copyright\b).{0,240}"),
    ("copyright line", r".{0,120}\ball rights reserved\b.{0,160}"),
    (
        "link to another story",
        r"(?:read (?:more|also|next|on)|also read|see (?:also|more)|don['’]t miss|you may also like)[:!.…]?",
    ),
    (
        "link to another story",
        r"(?:read (?:more|also|next)|also read|see also|don['’]t miss|watch|related|more|next)\s*[:|>»].{1,200}",
    ),
    ("link to another story", r"(?:read|see) more\b(?! than| to ).{1,120}[^.]"),
    ("link to another story", r"read the full (?:story|article|report)\b.{0,60}"),
    (
        "link to another story",
        r"related(?: (?:stories|story|articles?|news|coverage|content|topics|links))?:?",
    ),
    (
        "link to another story",
        r"(?:recommended|most (?:read|popular|viewed)|more (?:stories|news|coverage))(?: for you)?:?",
    ),
    (
        "link to another story",
        r"(?:click here|learn more|continue reading|next (?:story|article)|previous (?:story|article))\b.{0,60}",
    ),
    (
        "comment line",
        r"(?:(?:view|show|hide|read|add|leave|post|see|no|\d+)\s+)+(?:all |a )?comments?.{0,20}",
    ),
    ("comment line", r"comments?(?: are closed)?\s*\(?\d*\)?\.?|join the (?:conversation|discussion).{0,20}"),
    ("advertisement", r"(?:advertise?ment|advert|advt|ad|anzeige|publicidad|publicité|اضافة اعلان)\.?"),
    (
        "advertisement",
        r"(?:sponsored|paid) content\.?|(?:story|article) continues below(?: advertisement)?\.?",
    ),
    (
        "photo credit or caption",
        r"\(?(?:file )?(?:photo|image|picture|photograph|video|graphic|map|illustration|credit|caption)s?"
        r"(?: (?:credit|by|courtesy(?: of)?))?\s*[:/|].{0,300}",
    ),
    (
        "photo credit or caption",
        r".{0,240}[\s(](?:file )?(?:photo|picture|image|photograph|credit)s?(?: by| credit)?\s*[:/].{1,80}",
    ),
    (
        "photo credit or caption",
        r".{0,240}[\s(/](?:reuters|getty images|afp|ap photo|epa|shutterstock|alamy|file photo|handout)\)?(?:/[\w .]+)?\)?",
    ),
    ("photo credit or caption", r"(?:hide|show|view) caption"),
    (
        "sign-off of the agency",
        r"\(?(?:additional |further )?(?:reporting|writing|written|editing|edited|compiled|translated)"
        r"(?: and (?:writing|editing))? by\b.{0,300};.{0,300}",
    ),
    (
        "sign-off of the agency",
        r"\((?:additional |further )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by\b.{0,300}\)",
    ),
    ("sign-off of the agency", r"(?:additional|further) reporting by\b.{0,200}"),
    ("breadcrumb", r"(?:you are here|home)\s*[:>/»›|].{0,120}"),
    ("breadcrumb", r"\w[\w ]{0,30}(?:\s[>»›]\s\w[\w ]{0,30})+"),
    ("prefix of a collection", r"date \d{4}-\d\d-\d\d(?: [a-z]{2}\b.{0,20})?"),
    (
        "audio player",
        r"listen to this (?:article|story)|listen(?: now)?|\d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d|0?0:00|\d(?:\.\d{1,2})?x",
    ),
    ("audio player", r"\d{1,3}[\s-]*minutes?[\s-](?:listen|watch)"),
    ("newsletter line", r"be the first to (?:get|know|hear|receive)\b.{0,100}"),
    ("share or follow line", r"if you (?:liked|enjoyed) this (?:article|story)\b.{0,100}|they will thank you later\.?"),
    ("link to another story", r"read the next (?:article|story)"),
    ("page number", r"(?:continued |turn to |see )(?:on |from )?page \w{1,4}|page \d{1,3}(?: of \d{1,3})?"),
    ("reading time", r"\d{1,3}[\s-]*min(?:ute)?s?(?:\s+read)?|(?:reading|read) time:?\s*\d.{0,20}"),
    (
        "relative time",
        r"(?:(?:published|posted|(?:last )?updated)\s+)?(?:an?|\d{1,3})\s+(?:second|minute|min|hour|hr|day|week|month)s?\s+ago|just now",
    ),
)

_HEAD_ROWS: tuple[tuple[str, str], ...] = (
    ("e-mail header", r"(?:from|to|cc|bcc|subject|sent|reply-to):\s+\S.{0,200}"),
    ("line of a press release", r"for (?:immediate )?release\b.{0,60}|news provided by:?|embargoed until .{0,60}"),
    ("number of the issue", r"(?:no|vol|issue)\. ?\d[\d,]*.{0,40}"),
    ("name of the programme", r"heard on [A-Z].{0,60}"),
    ("transcript label", r"transcript:?"),
)

_TAIL_ROWS: tuple[tuple[str, str], ...] = (
    ("end mark", r"(?:#\s*){3,}|-?\s*(?:ends?|30)\s*-?"),
    ("line of a press release", r"(?:media |press )?contacts?:?(?:\s.{0,160})?|source:?\s.{1,100}"),
    ("address or telephone number", r"\S+@\S+\.\w+|(?:tel|phone|mobile)?[.:]?\s*\+?[\d() -]{7,20}"),
)


def _compiled(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in rows)


FURNITURE = _compiled(_FURNITURE_ROWS)
"""What pages set around a story: the reason that goes into the ledger, and the whole line that it is for."""

HEAD_FURNITURE = _compiled(_HEAD_ROWS)
"""The same, for lines that are furniture only before the article."""

TAIL_FURNITURE = _compiled(_TAIL_ROWS)
"""The same, for lines that are furniture only after it."""

TAIL_HEADINGS = frozenset(
    (
        "read next|read more|related|related stories|related articles|related news|related topics|more stories|more news|"
        "recommended|recommended for you|you may also like|you might also like|most read|most popular|latest news|trending|"
        "about the author|about the authors|about the writer|subscribe to our newsletter|newsletter|comments|share this|"
        "media contact|media contacts|press contact|press contacts|contact|contacts|more from this section|also in the news|latest stories|top stories|don't miss"
    ).split("|")
)
"""Headings under which pages list other things than the story, when they stand after it."""

SEPARATOR = re.compile(r"(?:[*_=~#•·.-]\s*){3,}|[—–]{2,}")

OUTLET_WORDS = frozenset(
    (
        "argus bulletin broadcasting chronicle courier daily dispatch echo examiner express gazette globe guardian herald "
        "journal magazine mail media mercury network news newspapers observer online post press radio record review "
        "sentinel service standard star sun telegraph times today tribune tv weekly wire"
    ).split()
)
"""Words that the name of a paper, agency or station ends in."""

NAME_PARTICLES = frozenset("of the and for de da di do dos du van von der den la le el al bin ibn y e in at".split())
"""Words in small letters inside the names of people and desks."""

NO_NAMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march july august september october "
        "november december this that these those its early late midday noon midnight invitation popular contrast "
        "comparison law design default"
    ).split()
)
"""What follows `By` at the start of a sentence, and never in a byline."""

ROLE_WORDS = frozenset(
    {
        "correspondent",
        "reporter",
        "writer",
        "editor",
        "contributor",
        "columnist",
        "producer",
        "staff",
        "chief",
        "senior",
        "bureau",
        "journalist",
        "analyst",
        "freelancer",
        "author",
        "intern",
        "fellow",
        "photographer",
        "stringer",
        "team",
    }
)

DESK = re.compile(
    r"(?:the )?(?:[A-Z][\w&'’.-]*|of|and|for) ?(?:(?:[A-Z][\w&'’.-]*|of|and|for) ?){0,4}"
    r"(?:Correspondents?|Desk|Staff|Bureau|Newsroom|Reporters?|Editors|Team|News Service|News Agency|Web Desk|Wire)",
)
"""A line that names a desk or an agency and no person."""
