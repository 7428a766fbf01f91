"""How the markup of news pages names its parts: rows of a reason or a role, and the words in class, id and role for it.

A publisher's new habit is a new row. Words are compared whole, in small letters; `relatedStories` is two of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Role = Literal["", "byline", "published", "updated", "dek", "topics", "caption", "pull quote"]
Rows = tuple[tuple[str, frozenset[str]], ...]


def _rows(**words: str) -> Rows:
    return tuple((reason.replace("_", " "), frozenset(names.split())) for reason, names in words.items())


OUTSIDE_ELEMENTS = {
    "nav": "navigation of the page",
    "footer": "foot of the page",
    "form": "form",
    "button": "button",
    "dialog": "dialog",
    "menu": "navigation of the page",
    "fieldset": "form",
}
"""Elements that never hold the article."""

OUTSIDE_ROLES = {
    "navigation": "navigation of the page",
    "banner": "head of the page",
    "contentinfo": "foot of the page",
    "complementary": "beside the article",
    "search": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation of the page",
    "toolbar": "button",
}

OUTSIDE: Rows = _rows(
    navigation_of_the_page="nav navbar navigation menu breadcrumb breadcrumbs masthead topbar sitenav skip skiplink "
    "hamburger pagination pager offcanvas",
    cookie_banner="cookie cookies consent gdpr cmp onetrust didomi",
    newsletter_box="newsletter newsletters signup subscribe subscription subscriptions mailinglist inboxes",
    links_to_other_stories="related recirc recirculation recommended recommendations trending popular mostread mostpopular "
    "readmore morefrom outbrain taboola teaser teasers teaserbox teaserlist promo promos promobox onward suggested latest upnext nextarticle "
    "seealso readnext relateds",
    share_or_follow_line="share sharing social socials sharebar sharedaddy addtoany addthis follow whatsapp",
    advertisement="ad ads advert adverts advertisement advertising adslot adunit banner sponsor sponsored dfp adsbygoogle "
    "mpu leaderboard",
    comments_of_readers="comment comments disqus commentlist respond livefyre coral",
    about_the_author="bio authorbio authorbox biography",
    foot_of_the_page="sitefooter colophon legal",
    sidebar="sidebar rail rightrail",
    player="player videoplayer audioplayer playlist",
    form="modal popup overlay lightbox search searchform login",
)

ARTICLE_BODIES = frozenset(
    "articlebody articletext storybody storytext entrycontent postcontent articlecontent".split()
)
CAPTIONS = frozenset(
    "caption captions figcaption wpcaption captiontext credit credits imagecredit photocredit copyright".split()
)
PULL_QUOTES = frozenset("pullquote pullquotes pull".split())

BYLINES = frozenset("byline bylines author authors contributor contributors writer autor auteur autoren".split())
UPDATES = frozenset("updated modified lastupdated lastmodified aktualisiert".split())
DATES = UPDATES | frozenset(
    "date dates datetime timestamp published pubdate datum datepublished publishdate publicationdate".split()
)
DEKS = frozenset(
    "dek deck standfirst subtitle subheadline strapline sottotitolo chapo chapeau vorspann unterzeile subhead "
    "articlesummary articlesubtitle teaser teasertext articledek summary sub excerpt abstract".split()
)
TAGS = frozenset("tags tag taglist topics topiclist keywords schlagworte themen postags".split())
ROLES_OF_PROPERTIES: Mapping[str, Role] = {
    "author": "byline",
    "creator": "byline",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "updated",
    "description": "dek",
    "alternativeheadline": "dek",
    "keywords": "topics",
    "tag": "topics",
    "caption": "caption",
}
"""What microdata and the relations of links call the parts of an article."""

PARTS_OF_NAMES = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
"""The words of a class: `relatedStories` has two."""

ARTICLE_TYPES = frozenset(
    (
        "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle "
        "OpinionNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting Report SatiricalArticle ScholarlyArticle "
        "TechArticle AdvertiserContentArticle SocialMediaPosting"
    ).split()
)
"""What schema.org calls an article."""

NO_AUTHORS = frozenset("admin administrator editor webmaster root user author unknown guest newsroom".split())
"""Names of accounts that stand where an author should."""
