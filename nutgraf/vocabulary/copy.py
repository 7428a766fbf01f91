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

BYLINE_LABELS = ("text", "words")
"""Openers that mean something else without a colon."""

COVERAGE = "coverage|reporting|commentary|updates"
"""What may be `by` somebody, with a word before it: `Rolling coverage by`."""

AND_PICTURES = "(?:text|words|story|reporting) (?:and|&) \\w+"
"""The same where the writer took the pictures, too."""

PICTURE_MAKERS = re.compile(
    r"(?:photograph(?:y|s|er)?|photos?|pictures?|images?|illustrations?|graphics?)\b", re.IGNORECASE
)
"""How a part of a byline opens that does not name a writer."""

UNNAMED = re.compile(
    r"(?:from|by) (?P<names>(?:our|an?) (?:[\w-]+ ){0,2}(?:correspondent|reporter|writer)s?)", re.IGNORECASE
)
"""A byline that names nobody."""

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
PUBLISHED_IN = re.compile(
    r"(?:this (?:article|story|report) (?:was )?)?(?:first |originally )?(?:published|appeared|printed) in (?:the )?"
    r"[^\W\d_][^,.;:()]{1,50}(?:,? (?:dated |of |on )|\s?[,(]\s?)(?=.{0,20}\d{4})",
    re.IGNORECASE,
)
"""What stands before the date of a paper that printed the article; its name means nothing more."""

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
    "related topics",
    "explore more on these topics",
    "more on these topics",
    "explore these topics",
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

KICKERS = frozenset(
    (
        "business|crime|world|politics|sport|sports|local|local news|national|international|opinion|analysis|health|science|"
        "technology|tech|environment|climate|culture|arts|entertainment|lifestyle|travel|education|economy|finance|markets|"
        "money|weather|law|courts|police|society|religion|europe|africa|asia|americas|middle east|us|u.s|uk|india|china|"
        "news & insights|news and insights|editorial|feature|features|obituary|interview|explainer|investigation|comment|metro|by invitation|news in brief|in brief|briefs|news briefs|round-up|roundup|news round-up|digest|letters"
    ).split("|")
)
"""Names of sections that stand above a headline."""

DIGESTS = frozenset("news in brief|in brief|briefs|news briefs|round-up|roundup|news round-up|news digest".split("|"))
"""Headings over several short items."""

DIGEST_WORDS = frozenset("briefing brief briefs digest edition ledger newsletter roundup round-up wrap".split())
"""Words that the name of a digest ends in."""

SAYS_DIGEST = re.compile(
    r"\bunsubscribe\b|\byou signed up (?:for|to)\b|\b(?:this|our|today['’]s|daily|weekly|morning|evening) "
    r"(?:newsletter|digest|briefing|roundup|round-up)\b",
    re.IGNORECASE,
)
"""What a newsletter says of itself in its first or last lines."""

RUN_IN_LABELS = re.compile(
    r"(?:driving the news|by the numbers|the bottom line|background|between the lines|zoom (?:in|out)|flashback|context"
    r"|the big picture|what(?:'|’)s next|what they(?:'|’)re saying|state of play|go deeper|yes, but|the intrigue|the latest"
    r"|catch up quick|threat level|the other side|reality check|what we(?:'|’)re watching|how it works|be smart|worth noting)"
    r"\s*:(?=\s|$)",
    re.IGNORECASE,
)
"""How a paragraph of an explainer opens; on the page its label is bold."""

LABELLED_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("headline", re.compile(r"\^(?P<text>[^<]+)<")),  # between the marks of a wire
    ("headline", re.compile(r"(?:headline|title)\s*:\s*(?P<text>\S.*)", re.IGNORECASE)),
    ("dek", re.compile(r"(?:dek|standfirst|sub-?headline|sub-?title|strap-?line)\s*:\s*(?P<text>\S.*)", re.IGNORECASE)),
)

BYLINE_START = re.compile(r"(?:(?:written|reported|story|words|interview) by|by:)\s|by (?-i:[a-z])", re.IGNORECASE)
"""How a line opens that is a byline, or wants to be one, and no headline."""

DATE_LABEL = re.compile(r"(?:published|posted|updated|last updated|deadline|date)\s*(?::|on\b)", re.IGNORECASE)

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
        "what we know so far",
        "what you need to know",
        "need to know",
        "the gist",
        "key insights",
        "key highlights",
        "article highlights",
        "the essentials",
        "bullet points",
    }
)

WHY_MATTERS = r"why (?:this|it|that)(?: all| story)? matters(?: now| today)?"
"""How a paragraph or heading opens that says why the story matters."""

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

NO_SURNAMES = frozenset(
    (
        "release releases statement advisory report reports update updates news post posts essay story stories article review "
        "analysis opinion edition section page board council office department ministry committee company group politics "
        "business economy sport sports science technology tech health education environment climate culture arts "
        "entertainment lifestyle travel finance markets money society religion world europe africa america americas "
        "features feature interview editorial comment notes live exclusive today desk times street"
    ).split()
)
"""Last words of lines beside a date that name a section, a kind of text or a body, and no person."""

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

DESK_ENDINGS = frozenset("correspondent correspondents desk bureau".split())
"""Last words of a desk's name, also where no `By` stands before it."""

DESK_PAIRS = frozenset(
    {"news service", "news agency", "wire service", "wire services", "staff writer", "staff writers"}
)
"""The same in two words, the last of which ends other names too."""

NAMED_DESK_ENDINGS = DESK_ENDINGS | frozenset(
    "staff newsroom reporter reporters editors team wire service agency".split()
)
"""The same behind a `By`."""

AGENCIES = frozenset("afp ani ansa ap bloomberg cp dpa efe ians kyodo pa pti reuters tass upi xinhua".split())
"""Names of one word that sign a story."""
