"""What pages set around a story, as rows: the reason that goes into the ledger, and the whole line that it is for.

A publisher's new habit is a new row. A wrong drop is worse than a line left in: a row of LINES is never used on what
ends as a sentence does, a row of SENTENCES must be furniture beyond doubt.
"""

from __future__ import annotations

import re

Rows = tuple[tuple[str, re.Pattern[str]], ...]


WIRE_MARKS = r"(?:URGENT|BREAKING|FLASH|SNAP|UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION)(?: \d{1,2})?"
"""How an agency marks a new version of a story, before its slug and before its headline."""

_SLUG_NOTES = r"(?: \((?-i:[A-Z][A-Z0-9 ,/]{1,40})\))"


def _compiled(*rows: tuple[str, str]) -> Rows:
    return tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in rows)


NETWORKS = (
    r"(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|reddit|pinterest|x|e-?mail|print|copy link|youtube|tiktok"
    r"|фейсбук\w*|телеграм\w*|вконтакте|твиттер\w*|فيسبوك|تويتر|واتساب|تلغرام|تيليغرام|إنستغرام|انستغرام|يوتيوب"
    r"|微信|微博|脸书|臉書|推特|ライン|페이스북|트위터|카카오톡)"
)
_AGENCIES = r"reuters|getty images|afp|ap photo|epa|shutterstock|alamy|file photo|handout"
_PICTURE = r"(?:file )?(?:photo|foto|image|picture|photograph|video|graphic|map|illustration|credit|caption)s?"
_PICTURES = r"photography|photographs|photos|pictures|illustrations|graphics"
_CAPITAL = r"(?-i:[A-Z©@])"

LINES = _compiled(
    ("share or follow line", r"(?:share|follow|like|tweet|e-?mail|print|pin)(?: (?:us|this|it))?:?"),
    ("share or follow line", rf"(?:share|like|tweet|send)\b.{{0,60}}\b{NETWORKS}\b.{{0,40}}"),
    ("share or follow line", r"copy link|skip to (?:main )?content|print this (?:page|article)"),
    ("share or follow line", r"share this (?:story|article|post|page)\b.{0,60}"),
    ("share or follow line", rf"(?:(?:{NETWORKS}|share)\b[\s,|/·•]*){{2,}}"),
    ("share or follow line", r"follow (?:us|our|@?\w+)(?: \w+){0,4} (?:on|for)\b.{0,80}"),
    ("sign-off of the agency", r"\(\([^()]{1,200}\)\)"),
    ("newsletter line", r"(?:sign up|subscribe)(?: now| today| here| for free)?"),
    ("newsletter line", r"get .{0,60}\bnewsletters?\b.{0,40}"),
    ("newsletter line", r"(?:please )?enter your (?:e-?mail|address|name)\b.{0,40}|your e-?mail(?: address)?"),
    (
        "newsletter line",
        r"get (?:the |our |all the )?(?:latest|top|best|breaking|daily|biggest)\b.{0,80}\b(?:inbox|sign up)\b.{0,60}",
    ),
    ("newsletter line", r"be the first to (?:get|know|hear|receive)\b.{0,100}"),
    ("link to another story", r"(?:read (?:more|also|next|on)|also read|see (?:also|more)|you may also like):?"),
    ("link to another story", r"(?:read (?:more|also|next)|also read|see also|don['’]t miss|related)\s*[:|>»].{1,200}"),
    ("link to another story", r"(?:read|see) more\b(?! than| to ).{1,120}"),
    ("link to another story", r"read the (?:next|full) (?:story|article|report)\b.{0,60}"),
    ("link to another story", r"related(?: (?:stories|story|articles?|news|coverage|content|topics|links))?:?"),
    ("link to another story", r"(?:recommended|most (?:read|popular|viewed)|more (?:stories|news))(?: for you)?:?"),
    ("link to another story", r"(?:click here|learn more|continue reading|(?:next|previous) (?:story|article))"),
    ("comment line", r"(?:view|show|hide|read|add|leave|post|see|\d+)(?: all| \d+| a)* comments?"),
    ("comment line", r"comments?(?: are closed)?\s*\(?\d*\)?|join the (?:conversation|discussion)"),
    ("advertisement", r"(?:advertise?ment|advert|advt|ad|anzeige|publicidad|publicité|اضافة اعلان)"),
    ("advertisement", r"(?:sponsored|paid) content|(?:story|article) continues below(?: advertisement)?"),
    (
        "photo credit or caption",
        rf"[(\[]?{_PICTURE}(?: (?:credit|by|courtesy(?: of)?))?\s*[:/|]\s*{_CAPITAL}.{{0,300}}",
    ),
    ("photo credit or caption", rf".{{0,240}}[\s(]{_PICTURE}(?: by| credit)?\s*[:/]\s*{_CAPITAL}.{{1,80}}"),
    ("photo credit or caption", rf".{{0,240}}[(/](?:{_AGENCIES})\)?(?:/[\w .]+)?\)?|(?:{_AGENCIES})(?:/[\w .]+)?"),
    ("photo credit or caption", r".{0,300}\s(?-i:REUTERS|AFP|AP|EPA|EFE|Xinhua|Getty Images)\s?/\s?(?-i:[A-Z]).{1,60}"),
    ("photo credit or caption", r".{10,300}[.!?\d”\"')]\s(?-i:[A-Z]{2,8}/[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3})"),
    ("photo credit or caption", r"(?:hide|show|view) caption"),
    ("photo credit or caption", rf"(?:{_PICTURES}) by (?-i:[A-Z][\w.'’-]+)(?: (?-i:and|[A-Z][\w.'’-]+)){{1,5}}"),
    ("breadcrumb", r"you are here\s*:.{0,120}|home\s*[>/»›|].{0,120}"),
    ("breadcrumb", r"\w[\w ]{0,30}(?:\s[>»›]\s\w[\w ]{0,30})+"),
    (
        "number of the article in its file",
        r"(?:article|story|item|text|document) (?:no\. ?)?#?\d{1,3}(?: of \d{1,3})?[.:]?",
    ),
    ("prefix of a collection", r"date \d{4}-\d\d-\d\d(?: [a-z]{2}\b.{0,20})?"),
    ("audio player", r"listen to this (?:article|story)|listen(?: now)?|\d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d|0?0:00"),
    ("audio player", r"\d(?:\.\d{1,2})?x|\d{1,3}[\s-]*minutes?[\s-](?:listen|watch)"),
    ("page number", r"(?:continued |turn to |see )(?:on |from )?page \w{1,4}|page \d{1,3}(?: of \d{1,3})?"),
    ("reading time", r"\d{1,3}[\s-]*min(?:ute)?s?(?:\s+read)?|(?:reading|read) time:?\s*\d.{0,20}"),
    (
        "relative time",
        r"(?:(?:published|posted|(?:last )?updated)\s+)?(?:an?|\d{1,3})\s+(?:second|minute|min|hour|hr|day|week|month)s?"
        r"\s+ago|just now",
    ),
)
"""For lines that do not end as a sentence does."""

SENTENCES = _compiled(
    ("copyright line", r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).{0,240}"),
    ("copyright line", r"[^\"“”]{0,120}\ball rights reserved\b[^\"“”]{0,160}"),
    (
        "newsletter line",
        r"(?:.{0,40}[:,] )?(?:sign up|subscribe)\b.{0,80}\b(?:newsletters?|inbox|daily digest)\b.{0,60}",
    ),
    (
        "newsletter line",
        r"by (?:signing up|subscribing|entering your e-?mail|registering|submitting)\b.{0,40}\byou (?:agree|accept|consent|confirm)\b.{0,200}",
    ),
    ("newsletter line", r"(?:subscription failed|thank you for subscribing)\b.{0,60}"),
    ("share or follow line", r"if you (?:liked|enjoyed) this (?:article|story)\b.{0,100}|they will thank you later\.?"),
    ("comment line", r"comments are closed\.|join the (?:conversation|discussion)[.!]"),
    ("link to another story", r"(?:click here|read more|read on)[.!…]"),
    ("sign-off of the agency", r"\(?(?:additional |further )?(?:reporting|writing) (?:and \w+ )?by\b.{0,300}\)?"),
    ("sign-off of the agency", r"\((?:editing|edited|compiled|translated|written)(?: and \w+)? by\b.{0,300}\)"),
    ("photo credit or caption", rf".{{0,240}}\((?:file )?{_PICTURE}:.{{1,80}}\)"),
    ("line of a press release", r"(?-i:SOURCE):? [^.]{1,100}\.?"),
)
"""For whole sentences, too."""

HEAD = _compiled(
    ("e-mail header", r"(?:from|to|cc|bcc|subject|sent|reply-to):\s+\S.{0,200}"),
    ("line of a press release", r"for (?:immediate )?release\b.{0,60}|news provided by:?"),
    ("number of the issue", r"(?:no|vol|issue)\. ?\d[\d,]*.{0,40}"),
    ("name of the programme", r"heard on (?-i:[A-Z]).{0,60}"),
    ("transcript label", r"transcript:?"),
    ("slug of the wire", rf"(?-i:(?!{WIRE_MARKS}-)[A-Z]{{2,3}}-{{1,2}}[A-Z][\w-]+).{{0,60}}|eds:.{{0,200}}"),
    ("slug of the wire", rf"(?-i:(?:{WIRE_MARKS})-[A-Z][A-Z0-9/-]+|[A-Z][A-Z0-9-]+/[A-Z0-9/-]{{3,}}){_SLUG_NOTES}?"),
    ("slug of the wire", rf"(?-i:[A-Z][A-Z0-9]+-[A-Z0-9/-]+){_SLUG_NOTES}"),
    ("mark of the wire", r"\^(?!by\b)[^<]{1,80}="),
    ("page number", r"\d{1,3}"),
)
"""For lines that are furniture only before the article."""

TAIL = _compiled(
    ("quotes of the exchange", r"(?:[^▲▼△▽]{0,60}\d[^▲▼△▽]{0,20}[▲▼△▽][^▲▼△▽]{0,20}){2,12}"),
    ("end mark", r"(?-i:MORE)|(?:#\s*){3,}|-?\s*(?:ends?|30)\s*-?"),
    ("line of a press release", r"(?:media |press )?contacts?:(?:\s.{0,160})?|source:?\s(?-i:[A-Z]).{1,100}"),
    ("address or telephone number", r"\S+@\S+\.\w+|(?:tel|phone|mobile)?[.:]?\s*\+?[\d() -]{7,20}"),
)
"""For lines that are furniture only after it."""

TAIL_HEADINGS = frozenset(
    (
        "read next|read more|related|related stories|related articles|related news|related topics|more stories|more news|"
        "recommended|recommended for you|you may also like|you might also like|most read|most popular|latest news|trending|"
        "about the author|about the authors|about the writer|subscribe to our newsletter|newsletter|comments|share this|"
        "media contact|media contacts|press contact|press contacts|contact|contacts|more from this section|also in the news|"
        "latest stories|top stories|don't miss|most viewed|most watched|most shared|most commented|trending now|popular|"
        "popular now|more on this story|more on this topic|what to read next|up next|explore more|around the web|from around the web|"
        "from our partners|promoted stories|editors' picks|editor's picks|more like this"
    ).split("|")
)
"""Headings under which pages list other things than the story, when they stand after it."""

SEPARATOR = re.compile(r"(?:[*_=~#•·.-]\s*){3,200}|[—–]{2,}")
"""A line of marks."""

ARTICLE_MARK = re.compile(
    r"(?:article|story|item|text|document) (?:no\. ?)?#?\d{1,3}(?: of \d{1,3})?[.:]?", re.IGNORECASE
)
"""A line that numbers the articles of a file."""

EDITORS_NOTE = re.compile(
    r"(?:editor['’]?s?['’]? note|correction|clarification|corrected|note to (?:readers|editors))\b.{0,20}:",
    re.IGNORECASE,
)
"""How a paragraph opens that speaks of the article, not of the news."""
