"""The traps of raw copy, numbered as in the study of several hundred pages that they were counted on.

Each is a seed of our own in the same shape, whole; what else a rule must do stands with the rule.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nutgraf.content import format_briefing, parse_briefing
from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.draft import SET_ASIDE
from nutgraf.markdown import render_markdown
from nutgraf.models import Briefing
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
R = "Parents said that they would fight the plan in the courts, since the town had promised to keep both schools."
HEAD = "Port of Elswick raises its tolls"


def convert(*blocks: str, name: str = "seeds/a-seed.txt") -> Conversion:
    """Convert a seed of these blocks, which holds one article."""
    (conversion,) = convert_seed(SourceFile(name, "\n\n".join(blocks).encode()), date(2026, 1, 1))
    return conversion


def found(*blocks: str) -> Briefing:
    """Convert a seed of these blocks to its briefing."""
    briefing = convert(*blocks).briefing
    assert briefing is not None
    return briefing


def aside(conversion: Conversion) -> list[str]:
    """Return what was set aside."""
    return [placed.block.text for placed in conversion.ledger if placed.place == SET_ASIDE]


def shown(markdown: str) -> str:
    """Return the text a reader sees."""
    return html.unescape(re.sub(r"<[^>]+>", "", render_markdown(markdown)))


def test_01_headline_and_paragraphs() -> None:
    """Those, and nothing else: no date, no byline, no dek."""
    briefing = found(HEAD, P, Q, R)
    assert (briefing.headline, briefing.body) == (HEAD, f"{P}\n\n{Q}\n\n{R}\n")
    assert (briefing.dek, briefing.byline, briefing.published, briefing.updated) == ("", (), None, None)
    assert (briefing.takeaways_origin, briefing.why_it_matters) != ("source", None)


def test_02_a_head_of_labels_that_lost_their_values() -> None:
    """One headline of three, the byline, and both labels set aside; why it matters without its label."""
    conversion = convert(
        f"{HEAD}\nUpdated On\nNew Update\nTrim Correspondents\n{HEAD}\n{HEAD}\nTolls go up in June. Hauliers object.",
        P,
        f"Why this matters: {Q}",
        R,
        "Key Takeaways",
        "  • The board voted for the rise on Monday.\n  • Hauliers say that shops will pay for it.",
    )
    briefing = conversion.briefing
    assert (briefing.headline, briefing.byline) == (HEAD, ("Trim Correspondents",))
    assert (briefing.published, briefing.updated) == (None, None)
    assert briefing.why_it_matters == Q
    assert briefing.takeaways == (
        "The board voted for the rise on Monday.",
        "Hauliers say that shops will pay for it.",
    )
    assert {"Updated On", "New Update", HEAD} <= set(aside(conversion))


def test_03_byline_date_headline_twice_subheads() -> None:
    """`By:` and `Published:` with a zone are fields, short title-case lines are sub-heads."""
    briefing = found(
        f"{HEAD}\nBy: Quay Correspondents\nPublished: January 3, 2024 at 5:42 pm EST",
        HEAD,
        P,
        "Hauliers Object",
        Q,
        "What Comes Next",
        R,
    )
    assert (briefing.headline, briefing.byline) == (HEAD, ("Quay Correspondents",))
    assert str(briefing.published) == "2024-01-03T17:42-05:00"
    assert re.findall("^## .*", briefing.body, re.MULTILINE) == ["## Hauliers Object", "## What Comes Next"]


def test_04_caption_wire_dateline_and_sign_off() -> None:
    """The dateline's day is not the day of publication, a caption is no dek, who reported is no byline."""
    conversion = convert(
        "Lorries wait at the gate of the port, May 1, 2022. REUTERS/Jo Hale",
        HEAD,
        f"BEIJING, May 2 (Reuters) - {P}",
        Q,
        "Reporting by Jo Hale and Ann Orr; Editing by Tim Lake",
    )
    briefing = conversion.briefing
    assert (briefing.headline, briefing.dateline, briefing.dek) == (HEAD, "Beijing", "")
    assert (briefing.published, briefing.byline) == (None, ())
    assert len(aside(conversion)) == 2


def test_05_front_matter_that_contradicts_the_heading() -> None:
    """Front matter wins, the body is kept to the byte, and converting what comes out changes nothing."""
    body = f"\n# Tolls: the *board* votes\n\n{P}\n\n* one\n*  two\n\n{Q}  \n"
    text = f"---\nheadline: {HEAD}\nbyline: [Jo Hale]\n---\n{body}"
    (conversion,) = convert_seed(SourceFile("seeds/a.md", text.encode()), date(2026, 1, 1))
    once = conversion.briefing
    assert (once.headline, once.byline, once.body) == (HEAD, ("Jo Hale",), body)
    assert "Tolls: the board votes" in conversion.problems[0].message
    (again,) = convert_seed(SourceFile("seeds/a.md", format_briefing(once).encode()), date(2026, 1, 2))
    assert replace(again.briefing, source=once.source) == once


def test_06_line_ends_mark_quotes_and_hard_spaces() -> None:
    """A seed from Windows gives what its twin from Unix gives, quotes and hard spaces kept."""
    quoted = f"“Tolls are the price of order,” the mayor’s office said, and asked 1\u00a0200 hauliers to pay. {P}"
    text = "\n\n".join((HEAD, "By Jo Hale", quoted, Q)) + "\n"
    data = (text, "\ufeff" + text.replace("\n", "\r\n"), text.replace("\n", "\r"))
    unix, windows, mac = (convert_seed(SourceFile("seeds/a.txt", each.encode()), date(2026, 1, 1))[0] for each in data)
    assert unix.briefing.body == f"{quoted}\n\n{Q}\n"
    for other in (windows, mac):
        assert replace(other.briefing, source=unix.briefing.source) == unix.briefing
        assert other.ledger == unix.ledger


def test_07_two_names_a_role_capitals_and_by_alone() -> None:
    """Each person is an entry, in title case; a role is cut; `By` joins the name below it."""
    assert found(HEAD, "By JO HALE and ANN ORR, Political Editor", P, Q).byline == ("Jo Hale", "Ann Orr")
    assert found(HEAD, "By\nJo Hale", P, Q).byline == ("Jo Hale",)


def test_08_four_spellings_of_a_headline() -> None:
    """The longest without the site's name is it; a dash that is its own stays."""
    conversion = convert(
        "port of elswick's tolls rise\nPort of Elswick's tolls rise\nPort of Elswick’s tolls rise | The Calder Post\n"
        "Port of Elswick's tolls rise - Calder Post",
        P,
        Q,
    )
    assert conversion.briefing.headline == "Port of Elswick's tolls rise"
    assert len(aside(conversion)) == 3
    assert found("Spider-Man - a review", P, Q).headline == "Spider-Man - a review"


@pytest.mark.parametrize(
    "opening",
    ["Updated On Monday, the bill", "Published in 1949, the rules", "By Tuesday evening the lorries"],
)
def test_09_sentences_that_open_like_labels(opening: str) -> None:
    """They stay in the body."""
    sentence = f"{opening} stood where they had stood before, and nobody at the gates could say what would come next."
    briefing = found(HEAD, sentence, Q)
    assert briefing.body.startswith(sentence)
    assert (briefing.published, briefing.updated, briefing.byline) == (None, None, ())


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Nov 20 2019, 11:06am ist", "2019-11-20T11:06+05:30", ""),
        ("Jan 18 2015 | 6:15 PM IST", "2015-01-18T18:15+05:30", ""),
        ("Published Wed, Nov 20 20194:29 AM ESTUpdated an hour ago", "2019-11-20T04:29-05:00", ""),
        (
            "Published: March 29, 2024 06:47 am | Updated 06:48 am IST",
            "2024-03-29T06:47+05:30",
            "2024-03-29T06:48+05:30",
        ),
        ("10/05/2022 05:22 pm", "", ""),
    ],
)
def test_10_zones_and_glued_lines(line: str, published: str, updated: str) -> None:
    """A zone gives the time its offset, glued lines come apart, and what can be read in two ways is not read."""
    briefing = found(HEAD, line, P, Q)
    assert (str(briefing.published or ""), str(briefing.updated or "")) == (published, updated)


def test_10_gmt_wins() -> None:
    """Of a line with two clocks the one in GMT counts."""
    briefing = found(HEAD, "November 28, 2013 -- Updated 0203 GMT (1003 HKT)", P, Q)
    assert "2013-11-28T02:03+00:00" in (str(briefing.published), str(briefing.updated))


def test_11_key_points_before_the_body() -> None:
    """Takeaways in order, the mark of a new one kept."""
    briefing = found(
        HEAD, "Key Points", "• NEW: The board voted for the rise.\n• Hauliers say that shops will pay for it.", P, Q
    )
    assert briefing.takeaways == ("NEW: The board voted for the rise.", "Hauliers say that shops will pay for it.")
    assert briefing.body == f"{P}\n\n{Q}\n"


def test_12_takeaways_amid_the_body() -> None:
    """They end at the first paragraph that is no item, and what follows is body."""
    briefing = found(HEAD, P, "Key Takeaways", "• The board voted for the rise.\n• Hauliers say shops will pay.", Q, R)
    assert briefing.takeaways == ("The board voted for the rise.", "Hauliers say shops will pay.")
    assert briefing.body == f"{P}\n\n{Q}\n\n{R}\n"


def test_13_a_list_of_the_body() -> None:
    """Bullets after a colon are the article's own."""
    briefing = found(HEAD, P, "The union demands:", "• higher pay for the nights\n• a shorter week for all", Q)
    assert briefing.takeaways_origin != "source" or briefing.takeaways == ()
    assert "- higher pay for the nights\n- a shorter week for all" in briefing.body


def test_14_bullets_without_a_heading() -> None:
    """A list between dek and body stays in the body, and the editor is told."""
    conversion = convert(
        HEAD,
        "Fees go up from June, the port says",
        "• The board voted for the rise on Monday evening.\n• Hauliers say that shops will pay for it.",
        P,
        Q,
    )
    assert conversion.briefing.dek == "Fees go up from June, the port says"
    assert conversion.briefing.body.startswith("- The board voted for the rise on Monday evening.\n- Hauliers")
    assert "without a heading" in conversion.problems[0].message


def test_15_the_headline_and_the_dek_are_the_articles_own_words() -> None:
    """The first sentence stays, and of a dek that is the first paragraph the dek goes."""
    headline = "The board of the harbour voted on Monday to raise the tolls"
    conversion = convert(headline, P, "By Jo Hale", P, Q)
    assert conversion.briefing.headline == headline
    assert conversion.briefing.dek == ""
    assert conversion.briefing.body == f"{P}\n\n{Q}\n"


def test_16_why_this_matters_twice_with_a_dash_and_as_a_heading() -> None:
    """All of them are joined in order; a heading takes what stands up to the next heading."""
    briefing = found(
        HEAD, P, f"Why this matters: {Q}", f"Why it matters — {R}", "Why it matters", f"{Q}", "What comes next", f"{R}"
    )
    assert briefing.why_it_matters == f"{Q}\n\n{R}\n\n{Q}"
    assert briefing.body == f"{P}\n\n## What comes next\n\n{R}\n"


def test_17_why_this_matters_inside_a_sentence() -> None:
    """It is a sentence like any other."""
    sentence = f"She explained why this matters: without the tolls nobody would mend the quays. {Q}"
    briefing = found(HEAD, P, sentence)
    assert (briefing.why_it_matters, briefing.body) == ("", f"{P}\n\n{sentence}\n")


@pytest.mark.parametrize(
    "lines",
    ["The Bottom Line\nThe Big Picture", "Auf einen Blick\nStart\nSport\nKultur", "In short\nPolitics\nSport\nArts"],
)
def test_18_false_friends(lines: str) -> None:
    """Names of programmes and menus are no takeaways."""
    briefing = found(HEAD, P, Q, lines)
    assert briefing.takeaways_origin != "source" or briefing.takeaways == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"Subscribe to our newsletter\nShare\nCookie policy", "no paragraph"),
        ("I’m sorry, but I can’t help with that request.".encode(), "no paragraph"),
    ],
)
def test_19_no_article(data: bytes, reason: str) -> None:
    """No briefing is made, and the reason is told."""
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", data), date(2026, 1, 1))
    assert conversion.briefing is None
    assert reason in conversion.problems[-1].message


def test_19_a_bad_seed_harms_nobody_else(make_site: Callable[..., Path], run: Callable[..., object]) -> None:
    """The others are built; the exit status is 0, and 1 when warnings count."""
    text = f"-- seeds/bad.txt --\nShare\n\n-- seeds/good.txt --\n{HEAD}\n\n{P}\n\n{Q}\n"
    root = make_site(text)
    outcome = run(root, "build")
    assert (outcome.exit, "bad.txt" in outcome.err) == (0, True)
    assert (root / "dist" / "briefings" / "port-of-elswick-raises-its-tolls.html").exists()
    assert run(root, "build", "--strict").exit == 1


def test_20_two_articles_in_one_file() -> None:
    """Two briefings, their bylines apart."""
    text = "\n\n".join([HEAD, "By Jo Hale", P, Q, "Schools to merge in Calder", "By Ann Orr", R, Q])
    one, two = convert_seed(SourceFile("seeds/a.txt", text.encode()), date(2026, 1, 1))
    assert (one.briefing.byline, two.briefing.byline) == (("Jo Hale",), ("Ann Orr",))


def test_20_a_feed() -> None:
    """As many briefings as entries, each named by its guid, with its own byline and its own text."""
    entry = (
        "<item><title>{}</title><guid>{}</guid><dc:creator>{}</dc:creator><content:encoded>{}</content:encoded></item>"
    )
    entries = (
        entry.format(HEAD, "courier-2", "Jo Hale", f"&lt;p&gt;{P}&lt;/p&gt;&lt;p&gt;{Q}&lt;/p&gt;"),
        entry.format(
            "Schools to merge in Calder", "courier-1", "Ann Orr", f"&lt;p&gt;{R}&lt;/p&gt;&lt;p&gt;{Q}&lt;/p&gt;"
        ),
    )
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    feed = f'<rss version="2.0" {names}><channel><title>Courier</title>{"".join(entries)}</channel></rss>'
    one, two = convert_seed(SourceFile("seeds/courier.xml", feed.encode()), date(2026, 1, 1))
    assert (one.briefing.headline, two.briefing.headline) == (HEAD, "Schools to merge in Calder")
    assert (one.briefing.byline, two.briefing.byline) == (("Jo Hale",), ("Ann Orr",))
    assert (one.briefing.source.item, two.briefing.source.item) == ("courier-2", "courier-1")
    assert (one.briefing.body, two.briefing.body) == (f"{P}\n\n{Q}\n", f"{R}\n\n{Q}\n")


def test_21_no_headline() -> None:
    """The first sentence, or the name of the file, and the briefing says that it is inferred."""
    short = "The tolls of the harbour rise again. " + P
    briefing = found(short, Q)
    assert (briefing.headline, briefing.headline_origin) == ("The tolls of the harbour rise again", "inferred")
    named = convert(f"{P[:-1]} and said no more of it.", Q, name="seeds/port-tolls-rise-again.txt")
    assert named.briefing.headline == "Port tolls rise again"
    assert "no headline" in named.problems[0].message


def test_22_wrapped_unparted_endless_and_indented() -> None:
    """Hard-wrapped lines join, lines without blanks part, a giant line is told, and an indent is no code."""
    wrapped = (
        "The board of the harbour voted on Monday to raise\nthe tolls for lorries, the third rise since 2021, it\nsaid."
    )
    assert found(HEAD, wrapped, wrapped, wrapped).body.split("\n\n")[0] == P
    assert found("\n".join([HEAD, P, Q, R])).body == f"{P}\n\n{Q}\n\n{R}\n"
    assert "characters" in convert(HEAD, " ".join([P] * 60)).problems[0].message
    indented = found("\n\n".join(f"    {text}" for text in (HEAD, P, Q)))
    assert (indented.headline, indented.body) == (HEAD, f"{P}\n\n{Q}\n")


ARABIC = "قررت بلدية الزيتونة يوم الأربعاء إغلاق الجسر ستة أشهر بعد أن وجد المهندسون شقوقا فيه؛ فهل تكفي العبّارة؟"
PERSIAN = "شهرداری می‌گوید که پل امن نیست و باید بعد از تابستان بسته شود، اما برای کار بیشتر پول نیست و مردم نگران‌اند."
CHINESE = (
    "柳河市政府周一宣布，因两座桥墩出现裂缝，柳河大桥将封闭半年。市长王丽说，“安全第一，别无选择”；渡轮每一刻钟一班。"
)


def test_23_arabic(make_site: Callable[..., Path], run: Callable[..., object]) -> None:
    """One headline of three, the ticker and the masthead's date aside, the Gregorian day taken, and the page is rtl."""
    headline = "مدينة الزيتونة تغلق جسرها الرئيسي ستة أشهر"
    seed = (
        f" date 2024-05-01 ar\nعاجل\n{headline}\n{headline}\nالخميس، 16 شوال 1445 ، 25 أبريل 2024\n{headline}\n"
        f"اضافة اعلان\n\n{ARABIC}\n\n{ARABIC[:60]} وأضافت أن العمل يبدأ في أول الشهر.\n"
    )
    conversion = convert(seed)
    briefing = conversion.briefing
    assert (briefing.headline, briefing.language, str(briefing.published)) == (headline, "ar", "2024-04-25")
    assert briefing.body.startswith(ARABIC)
    assert {"عاجل", "اضافة اعلان"} <= set(aside(conversion))
    root = make_site(f"-- seeds/a.txt --\n{seed}")
    assert run(root, "build").exit == 0
    (page,) = (root / "dist" / "briefings").glob("*.html")
    assert '<html lang="ar" dir="rtl"' in page.read_text(encoding="utf-8")
    assert "language: ar" in next((root / "content" / "briefings").glob("*.md")).read_text(encoding="utf-8")


def test_23_persian_keeps_its_joiners() -> None:
    """A zero-width non-joiner is part of the spelling."""
    briefing = found("پل سروستانک بسته می‌شود", PERSIAN, PERSIAN + " پایان")
    assert (briefing.language, briefing.headline) == ("fa", "پل سروستانک بسته می‌شود")
    assert briefing.body.startswith(PERSIAN)


def test_23_chinese() -> None:
    """Full-width marks and quotes stay, and the day of the crawl is not that of the news."""
    briefing = found(" date 2024-05-01 zh\n柳河大桥因桥墩开裂封闭半年", CHINESE, CHINESE[:-9] + "市里在准备。")
    assert (briefing.headline, briefing.language, briefing.published) == ("柳河大桥因桥墩开裂封闭半年", "zh", None)
    assert briefing.body.startswith(CHINESE)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "gb18030"])
def test_24_other_encodings(encoding: str) -> None:
    """What is not UTF-8 reads as if it were, with nothing to tell the editor."""
    texts = {"gb18030": ("柳河大桥封闭半年", CHINESE, CHINESE)}
    western = (
        "Die Gebühren für Lastwagen steigen, sagte Käthe Möller – „es ist nötig“, und die Straßen seien überlastet."
    )
    text = "\n\n".join(texts.get(encoding, ("Lindenau erhöht die Gebühren", western, western)))
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", text.encode(encoding)), date(2026, 1, 1))
    assert conversion.briefing.body.split("\n\n")[0] == text.split("\n\n")[1]
    assert conversion.problems == ()


def test_24_mojibake_and_bad_bytes() -> None:
    """`â€”` is mended and noted, `โ€”` is warned of, and a bad byte is U+FFFD with its offset."""
    for wrong, shown_as, said in (("â€”", "—", "were mended"), ("โ€”", "โ€”", "decoded wrongly")):
        conversion = convert(HEAD, f"{P} Nobody objected {wrong} not even the hauliers.", Q)
        assert f"Nobody objected {shown_as} not" in conversion.briefing.body
        assert said in conversion.problems[0].message
    data = f"{HEAD}\n\nThe café’s owner – Käthe – and ".encode() + b"\x93others\x94 said so. " + P.encode()
    (conversion,) = convert_seed(SourceFile("seeds/a.txt", data), date(2026, 1, 1))
    assert "and \ufffdothers\ufffd said so" in conversion.briefing.body
    offset = data.index(b"\x93others")
    assert f"0x93 at offset {offset}" in conversion.problems[0].message


SPECIAL = (
    "1984. That was the year the port opened to the public, and nobody of the board was at the gates on that day.",
    "# of deaths fell in the port last year, the harbour board said in its report, for the third time in a row.",
    "<script>alert(1)</script> stood on the page of the harbour for a day, the board said, and nobody had seen it.",
    "{{ x }} and {% y %} and [x](javascript:alert(1)) and `code` stood there as well, with *stars* and _lines_.",
    "- a dash, > an arrow, + a plus and 1) a number open no list when they stand in running text, as they do here.",
)


def test_25_marks_that_mean_something_elsewhere(make_site: Callable[..., Path], run: Callable[..., object]) -> None:
    """What a reader sees is what the copy had; nothing is executed, and a headline may hold a colon and quotes."""
    headline = 'The mayor: "Tolls are the price of order" & <more>'
    briefing = found(headline, *SPECIAL, P)
    assert briefing.headline == headline
    assert "".join(shown(briefing.body).split()) == "".join("".join((*SPECIAL, P)).split())
    again = parse_briefing(SourceFile("content/briefings/a.md", format_briefing(briefing).encode()))
    assert (again.headline, again.body) == (briefing.headline, briefing.body)
    root = make_site("-- seeds/a.txt --\n" + "\n\n".join((headline, *SPECIAL, P)) + "\n")
    assert run(root, "build").exit == 0
    page = next((root / "dist" / "briefings").glob("*.html")).read_text()
    assert not re.search(r"<script(?! type=\"application/ld\+json\">)|href=\"javascript", page)
