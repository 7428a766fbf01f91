"""Lean: no author, category or period pages but those of days, no feeds but the ones that are shown, plain Markdown."""

from datetime import date

SITENAME = "Bench"
SITEURL = "https://news.example"
AUTHOR = SITENAME
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%-d %B %Y, %H:%M UTC"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
ARTICLE_PATHS = ["briefings"]
PAGE_PATHS: list[str] = []
SLUGIFY_SOURCE = "basename"
DEFAULT_CATEGORY = "news"
USE_FOLDER_AS_CATEGORY = False
OUTPUT_SOURCES = True
OUTPUT_SOURCES_EXTENSION = ".md"
PLUGINS: list[str] = []
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "extension_configs": {}, "output_format": "html5"}

ARTICLE_URL = ARTICLE_SAVE_AS = "briefings/{slug}.html"
TAG_URL = TAG_SAVE_AS = "topics/{slug}.html"
DAY_ARCHIVE_URL = DAY_ARCHIVE_SAVE_AS = "editions/{date:%Y-%m-%d}.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAGS_SAVE_AS = CATEGORIES_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = ""

DIRECT_TEMPLATES = ["index", "archive", "sitemap", "news_sitemap", "json_feed", "calendar"]
SITEMAP_SAVE_AS = "sitemap.xml"
NEWS_SITEMAP_SAVE_AS = "news-sitemap.xml"
JSON_FEED_SAVE_AS = "feed.json"
CALENDAR_SAVE_AS = "timeline.ics"
PAGINATED_TEMPLATES = {"archive": 75, "tag": 20}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/{number}.html", "{base_name}/{number}.html"),
)

FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "topics/{slug}.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

STATIC_PATHS = ["static"]
EXTRA_PATH_METADATA = {
    f"static/{name}": {"path": name} for name in ("style.css", "favicon.svg", "robots.txt", "_headers", "404.html")
}


def _day_words(day: str) -> str:
    return f"{date.fromisoformat(day):%-d %B %Y}"


JINJA_FILTERS = {"day_words": _day_words}
