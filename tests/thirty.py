"""A site of thirty briefings about invented places, with all that is hard to set well -> its files, ready to build.

python tests/thirty.py FOLDER
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from pathlib import Path

from tests.whole_site import write_site

EPOCH = "1768500000"  # 15 January 2026
ROOT = "https://news.example/briefing/"
ENGLISH = "en-GB"

LONGEST = "ferry-council"  # the longest headline
PICTURES = "quay-rebuilt"  # figures, a quotation, lists, a table, code
SIXTY = "a-century-of-the-bridge"  # entries of a timeline
FORTY = "census-of-seabirds"  # corrections
PLAIN = "no-takeaways"  # neither takeaways nor a timeline
UNDATED = "no-date"
BARE = "bare"
ARABIC = "arabic-harbour"
CHINESE = "chinese-ferry"

KINDS = {
    "front": "index.html",
    "briefing": "briefings/ice-road-opens.html",
    "longest": f"briefings/{LONGEST}.html",
    "pictures": f"briefings/{PICTURES}.html",
    "sixty": f"briefings/{SIXTY}.html",
    "forty": f"briefings/{FORTY}.html",
    "plain": f"briefings/{PLAIN}.html",
    "undated": f"briefings/{UNDATED}.html",
    "bare": f"briefings/{BARE}.html",
    "arabic": f"briefings/{ARABIC}.html",
    "chinese": f"briefings/{CHINESE}.html",
    "topic": "topics/ferries.html",
    "story": "stories/winter-timetable.html",
    "edition": "editions/2025-11-04.html",
    "timeline": "timeline.html",
    "archive": "archive.html",
    "corrections": "corrections.html",
    "missing": "404.html",
}
"""A page of each kind, and each that is hard to set."""

SETTINGS = f"""title: The Tolmen Courier
description: The islands and the straits, in short.
base_url: {ROOT}
language: {ENGLISH}
time_zone: Europe/London
cards: true
llms: true
publisher: {{name: Courier Press, url: https://courier.example/, logo: logo.svg}}
menu: [{{label: The coastguard, address: "https://coastguard.example/"}}]
footer: Set on the quay at [Port Aldermoor](archive.html). Write to [the desk](mailto:desk@courier.example).
colours: {{light: {{accent: "#00594f"}}, dark: {{accent: "#6fd3c3"}}}}
"""

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="48" fill="#00594f"/>
<path d="M18 62q15-14 30 0t30 0M48 20v30M34 34h28" fill="none" stroke="#fff" stroke-width="7"/></svg>
"""

# slug: (headline, dek, byline, published, topics, story, takeaways, why it matters, body); '' or () for what it lacks.
PIECES: dict[str, tuple[str, str, str, str, str, str, tuple[str, ...], str, str]] = {
    "ice-road-opens": (
        "Ice road to Kessary opens ten days early",
        "Lorries may cross from Friday; the ferry stays in port until March.",
        "Ines Corbalan",
        "2026-01-14T06:30+00:00",
        "Winter roads, Kessary",
        "winter-roads",
        (
            "The ice road to Kessary opens on 16 January 2026, ten days earlier than last year.",
            "Lorries of up to 20 tonnes may use it.",
            "The ferry stays in port until March.",
        ),
        "Kessary has 1,900 people and one shop. What the road does not carry has to be flown in.",
        "The ice road to Kessary opens on 16 January 2026, ten days earlier than last year. Lorries of up to 20 tonnes "
        "may use it. The ferry stays in port until March.\n\n## What was measured\n\nSurveyors drilled 140 holes between "
        "12 January 2026 and 13 January 2026. The ice was 41 centimetres thick at its thinnest.\n\n> We would drive it "
        "ourselves, and tomorrow we shall.\n\nThe road will close on 1 March 2026 at the latest.",
    ),
    "ice-road-tested": (
        "Surveyors drill 140 holes along the ice road",
        "The thinnest ice was 41 centimetres thick.",
        "Trim Weatherby",
        "2026-01-13",
        "Winter roads, Kessary",
        "winter-roads",
        ("Surveyors drilled 140 holes along the ice road to Kessary.",),
        "",
        "Surveyors drilled 140 holes along the ice road to Kessary. The thinnest ice was 41 centimetres thick.",
    ),
    "ice-road-planned": (
        "Kessary asks for its ice road a fortnight early",
        "The cold came in November 2025, and stayed.",
        "Ines Corbalan",
        "2025-12-19T16:05+00:00",
        "Winter roads, Kessary",
        "winter-roads",
        ("Kessary asked for the ice road on 18 December 2025.", "The cold came in November 2025."),
        "",
        "Kessary asked for the ice road on 18 December 2025. The cold came in November 2025, and stayed.",
    ),
    LONGEST: (
        "Ferry operators, harbour pilots, the fish market and eleven island parishes agree, after three nights of talks "
        "in the old customs house at Port Aldermoor, on a winter timetable that nobody wanted and everybody can live with, "
        "provided that the dredger arrives before the ice and the subsidy is paid by quarter day",
        "It begins in December 2025. It ends when the ice does.",
        "Ines Corbalan, Trim Weatherby, The Harbour Desk",
        "2025-11-03T23:30-03:00",
        "Ferries, Tolmen Straits, Marrowbyhafenwinterfahrplanausschussvorsitzendenstellvertreterwahlverfahrensordnung",
        "winter-timetable",
        (
            "The winter timetable begins on 1 December 2025, provided that the dredger is there by then, that the subsidy "
            "has been paid, and that the lighthouse at Tolmen keeps its keeper until a successor has been trained, "
            "which takes a winter at the least.",
            "Eleven parishes signed it.",
        ),
        "Nine in ten loaves eaten on the islands arrive by the morning ferry.\n\nWithout a timetable the bakers would move.",
        "The winter timetable begins on 1 December 2025, provided that the dredger is there by then, that the subsidy has "
        "been paid, and that the lighthouse at Tolmen keeps its keeper until a successor has been trained, which takes a "
        "winter at the least. Eleven parishes signed it.\n\nIt begins in December 2025. It ends when the ice does.",
    ),
    "timetable-strike": (
        "Pilots strike for a day over the winter timetable",
        "No ship was moved on 27 November 2025.",
        "Trim Weatherby",
        "2025-11-28",
        "Ferries",
        "winter-timetable",
        ("No ship was moved on 27 November 2025.",),
        "",
        "No ship was moved on 27 November 2025. The pilots want a boat at each pier.",
    ),
    PICTURES: (
        "The east quay is rebuilt in oak",
        "Divers set 212 piles; the old ones were greenheart, and had lasted 90 years.",
        "Jo Hale",
        "2025-10-21T09:00+01:00",
        "Harbours, Building",
        "",
        ("Divers set 212 piles of oak.", "The east quay opens on 3 November 2025."),
        "A third of the islands' fish is landed at the east quay.",
        '![The quay at low water, with rows of new piles](../quay.png "New piles at low water, seen from the light. '
        'Photo: Jo Hale / Courier Press")\n\nDivers set 212 piles of oak. The old ones were greenheart, and had lasted '
        "90 years. The east quay opens on 3 November 2025.\n\n## What was done\n\n1. The deck was taken up.\n2. The old "
        "piles were drawn:\n   - 96 whole,\n   - 116 in pieces.\n3. New ones were driven.\n\n> They came out as sound as "
        "they went in. I have one for a bench.\n>\n> — the foreman\n\n### By the figures\n\n| Row | Piles | Depth (m) |\n"
        "|---|---:|---:|\n| Outer | 84 | 9.5 |\n| Middle | 72 | 8.0 |\n| Inner | 56 | 6.5 |\n\n"
        '![A plan of the quay](../plan.png "The plan of 1935, still in use.")\n\n'
        "The tide gauge prints `LW 0.4 0612`, as it has since 1935.",
    ),
    SIXTY: (
        "A century of the bridge that was never built",
        "Sixty dates, from a sketch on a menu to a vote that failed by one.",
        "The Archive Desk",
        "2025-09-30",
        "Bridges, History",
        "",
        ("The first sketch was made in 1925.", "The last vote failed by one."),
        "The islands pay for a survey of the bridge in every tenth year.",
        "The first sketch was made in 1925. The last vote failed by one. What follows is from the minutes.",
    ),
    FORTY: (
        "Census of seabirds counts 61,400 pairs",
        "The number was corrected forty times; here is each of them.",
        "Mara Quill",
        "2025-08-02T12:00+01:00",
        "Birds, Tolmen Straits",
        "",
        ("The census counted 61,400 pairs.",),
        "Nothing is fished within a mile of a colony.",
        "The census counted 61,400 pairs. Each rock was counted twice.",
    ),
    PLAIN: (
        "Letters: on gulls, and on those who feed them",
        "",
        "Readers",
        "2025-07-19",
        "Birds",
        "",
        (),
        "",
        "A gull took my bread. I had not offered it.\n\nA gull took my bread too. I had.",
    ),
    UNDATED: (
        "A second lighthouse is under study",
        "The paper bears no date, and so no date is shown.",
        "",
        "",
        "Lighthouses",
        "",
        ("A second lighthouse is under study.",),
        "",
        "A second lighthouse is under study. A report is expected soon.",
    ),
    BARE: ("Fog", "", "", "2025-07-01", "", "", (), "", ""),
    ARABIC: (
        "مجلس ميناء ألدرمور يقر جدول الشتاء بعد ثلاث ليال من المفاوضات",
        "يبدأ الجدول في 1 ديسمبر 2025 وينتهي مع ذوبان الجليد.",
        "ليلى المرسى",
        "2025-11-04T09:00+03:00",
        "العبّارات, Ferries",
        "winter-timetable",
        ("وقّعت إحدى عشرة أبرشية على الجدول.", "يبدأ الجدول في 1 ديسمبر 2025."),
        "يصل تسعة من كل عشرة أرغفة إلى الجزر بالعبّارة الصباحية.",
        "وقّعت إحدى عشرة أبرشية على الجدول. يبدأ الجدول في 1 ديسمبر 2025.\n\n## ما قاله المرشدون\n\n"
        "- قارب لكل رصيف.\n- مصباح على المنارة.\n\n> للبحر مواعيده.\n\nغادرت الكرّاكة ميناء كيساري هذا الأسبوع.",
    ),
    "arabic-well": (
        "بئر قديمة تحت السوق",
        "عمرها أربعة قرون.",
        "ليلى المرسى",
        "2025-06-11",
        "التاريخ",
        "",
        ("عُثر على بئر قديمة تحت السوق.",),
        "",
        "عُثر على بئر قديمة تحت السوق. عمرها أربعة قرون.",
    ),
    CHINESE: (
        "奥尔德穆尔港公布冬季渡轮时刻表，十一个教区在连续三晚的谈判之后签字，并要求疏浚船在结冰之前抵达",
        "新时刻表自2025年12月1日起生效。",
        "林海",
        "2025-11-04T18:00+08:00",
        "渡轮, Ferries",
        "winter-timetable",
        ("十一个教区签署了时刻表。", "新时刻表自2025年12月1日起生效。"),
        "岛上十个面包中有九个由早班渡轮运来。",
        "十一个教区签署了时刻表。新时刻表自2025年12月1日起生效。\n\n## 引航员的要求\n\n每个码头都要有一艘引航艇。",
    ),
    "chinese-tea": ("港口茶馆重开", "", "林海", "2025-05-09", "渡轮", "", (), "", "港口茶馆重开。"),
    "german-quay": (
        "Marrowbyhafen erhält eine Fischereigenossenschaftsversteigerungshalle",
        "Sie wird am 2. Mai 2026 eröffnet; die alte Halle war zu klein.",
        "Anke Brodersen",
        "2025-10-02T08:00+02:00",
        "Fischerei",
        "",
        ("Die Halle wird am 2. Mai 2026 eröffnet.",),
        "Jeder zweite Fang der Inseln wird in Marrowby versteigert.",
        "Die Halle wird am 2. Mai 2026 eröffnet. Die alte Halle war zu klein.",
    ),
}

# slug: (headline, published, topic, body)
SHORT = {
    "buoy": ("Buoy 7 is back", "2025-06-30", "Tolmen Straits", "Buoy 7 is back at its place since 29 June 2025."),
    "bakery": ("Marrowby bakery turns 200", "2025-06-21", "History", "The bakery was founded in 1825."),
    "seal": (
        "Seal sleeps on the slipway, boats wait",
        "2025-06-18",
        "Harbours",
        "Boats waited for a seal for 4 hours.",
    ),
    "school": ("Kessary school gets a second teacher", "2025-06-16", "Kessary", "She comes from Port Aldermoor."),
    "tower": ("Water tower painted green", "2025-06-14", "Building", "It was white until 12 June 2025."),
    "auction": ("Turbot fetches a record price", "2025-06-10", "Fishing", "One turbot fetched 412 crowns."),
    "rope": ("Rope walk closes after 150 years", "2025-06-03", "History", "The rope walk closes on 30 June 2025."),
    "kelp": ("Kelp harvest begins", "2025-05-28", "Fishing", "The harvest began on 26 May 2025."),
    "bell": ("Fog bell recast in one piece", "2025-05-21", "Lighthouses", "The bell weighs 940 kilograms."),
    "wreck": ("Divers find the wreck of the Patience", "2025-05-15", "History", "The Patience sank in 1871."),
    "council": ("Council meets, adjourns, meets again", "2025-05-12", "Kessary", "The next meeting is in June 2025."),
    "mast": ("Radio mast falls in gale, nobody hurt", "2025-05-03", "Building", "The mast fell on 2 May 2025."),
    "tide": ("Spring tide tops the sea wall", "2025-04-29", "Harbours", "The tide came at 6.12 on 28 April 2025."),
    "eels": ("Eels return to the Lenn", "2025-04-22", "Fishing", "The last eels were seen in 1998."),
}

EVENTS = ("was drawn anew", "was voted on", "was put off", "was costed", "was sunk in a bottle", "was found again")
ROCKS = ("Gannet Stack", "the Anvil", "Little Tolmen", "the Sisters", "Kessary Head")


def language_of(slug: str, site: str) -> str:
    """Return the tag of a briefing's language; '' for that of the site."""
    tag = {"arabic": "ar", "chinese": "zh-Hans", "german": "de"}.get(slug.partition("-")[0], ENGLISH)
    return "" if tag == site else tag


def entries_of(slug: str, body: str) -> list[dict[str, str]]:
    """Return the timeline of a briefing: what its body dates."""
    if slug == SIXTY:
        dates = [f"{1925 + n}" if n % 3 else f"{1925 + n}-{n % 12 + 1:02}-0{n % 9 + 1}" for n in range(60)]
        return [{"date": date, "text": f"The bridge {EVENTS[n % 6]}."} for n, date in enumerate(dates)]
    known = {
        "16 January 2026": "2026-01-16",
        "18 December 2025": "2025-12-18",
        "November 2025,": "2025-11",
        "1 March 2026": "2026-03-01",
        "1 December 2025": "2025-12-01",
        "27 November 2025": "2025-11-27",
        "3 November 2025": "2025-11-03",
        "in 1925": "1925",
        "1 ديسمبر 2025": "2025-12-01",
        "2025年12月1日": "2025-12-01",
        "2. Mai 2026": "2026-05-02",
        "هذا الأسبوع": "",
        "soon": "",
    }
    pieces = [line.strip() for line in body.replace("。", "。\n").replace(". ", ".\n").splitlines()]
    found = []
    for words, date in known.items():
        for piece in pieces:
            if words in piece and not piece.startswith(("|", ">", "!", "-")):
                later = {"expected": "true"} if date > "2026-01-15" else {}
                found.append({**({"date": date} if date else {}), "phrase": words.strip(","), "text": piece, **later})
                break
    return found


def front_matter(fields: dict[str, object]) -> str:
    """Return YAML: JSON values are YAML."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items() if value)


def briefings(site: str) -> dict[str, str]:
    """Return the content files of a site in a language by their paths."""
    files = {}
    for slug, (headline, dek, byline, published, topics, story, takeaways, why, body) in PIECES.items():
        corrections = [
            {
                "date": f"2025-{8 + n // 28:02}-{n % 28 + 1:02}",
                "text": f"The count of {ROCKS[n % 5]} was {n + 3} pairs too high.",
            }
            for n in range(40 if slug == FORTY else 1 if slug == PICTURES else 0)
        ]
        split = [part.strip() for part in topics.split(",") if part.strip()]
        files[slug] = (
            front_matter(
                {
                    "headline": headline,
                    "slug": slug,
                    "dek": dek,
                    "byline": [name.strip() for name in byline.split(",") if name.strip()],
                    "published": published,
                    "updated": "2025-11-05T08:15+01:00" if slug == LONGEST else "",
                    "added": "2025-10-10",
                    "dateline": "Port Aldermoor" if slug == PICTURES else "",
                    "language": language_of(slug, site),
                    "topics": split,
                    "story": story,
                    "why_it_matters": why,
                    "takeaways": takeaways,
                    "takeaways_origin": "extracted" if slug == UNDATED else "",
                    "timeline": entries_of(slug, body),
                    "source": {"url": "https://minutes.example/1925/"} if slug == SIXTY else {},
                    "corrections": corrections,
                    "aliases": ["2025/quay.html"] if slug == PICTURES else [],
                }
            )
            + f"---\n{body}\n"
        )
    for slug, (headline, published, topic, body) in SHORT.items():
        fields = {"headline": headline, "slug": slug, "published": published, "added": "2025-10-10", "topics": [topic]}
        files[slug] = front_matter({**fields, "language": language_of(slug, site)}) + f"---\n{body}\n"
    return {f"content/briefings/{slug}.md": "---\n" + text for slug, text in files.items()}


def picture(width: int, height: int) -> bytes:
    """Return a PNG: sea, sky and piles."""
    rows = []
    for y in range(height):
        sky = y < height // 2
        row = bytearray(b"\0")
        for x in range(width):
            pile = height // 3 < y < height * 5 // 6 and x % 60 < 14
            row += bytes((70, 52, 40) if pile else (150 + y * 60 // height, 180, 205) if sky else (40, 84, 104))
        rows.append(bytes(row))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(rows), 9)),
    ]
    parts = [
        struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in [*chunks, (b"IEND", b"")]
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def write_thirty(root: Path, language: str = ENGLISH) -> Path:
    """Write the site into `root`, its own words in `language`, and return `root`."""
    files = {
        "content/site.yaml": SETTINGS.replace(ENGLISH, language),
        "static/logo.svg": LOGO,
        **briefings(language),
    }
    write_site(root, "".join(f"-- {path} --\n{text}" for path, text in files.items()))
    (root / "static" / "quay.png").write_bytes(picture(1200, 675))
    (root / "static" / "plan.png").write_bytes(picture(360, 240))
    return root


if __name__ == "__main__":
    write_thirty(Path(sys.argv[1]))
