"""convert/readers/markdown and front_matter: what an editor wrote is kept to the byte, and its fields are found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.content import format_briefing
from nutgraf.convert import Conversion, convert_seed
from nutgraf.convert.readers.markdown import read
from nutgraf.models import Briefing
from nutgraf.sources import SourceFile

P = "The board of the harbour voted on Monday to raise the tolls for lorries, the third rise since 2021, it said."
Q = "Hauliers in the region said that the cost of every lorry would go up and that shops would pay in the end."
HEAD = "Port of Elswick raises its tolls"


def convert(text: str) -> Conversion:
    """Convert a Markdown seed."""
    (conversion,) = convert_seed(SourceFile("seeds/a.md", text.encode()), date(2026, 1, 1))
    return conversion


def found(text: str) -> Briefing:
    """Convert a Markdown seed to its briefing."""
    briefing = convert(text).briefing
    assert briefing is not None
    return briefing


def messages(text: str) -> list[str]:
    """Return what an editor is told of a seed."""
    return [str(problem) for problem in convert(text).problems]


MARKDOWN = f"""# {HEAD}

{P}

Some *emphasis*, a [link][1], `code`
and a line that goes on.  Two spaces.

* an item
* another
  - nested

  with a paragraph

1) one
2) two

| a | b |
|---|---|
| 1 | 2 |

```
# no heading
---
```

![a picture](port.png)

<div>raw</div>

[1]: https://a.example/2024-05-01

***

## A sub-head

> quoted

{Q}
"""


def test_the_body_is_kept_to_the_byte() -> None:
    """But for the heading that is the headline."""
    briefing = found(MARKDOWN)
    assert (briefing.headline, briefing.body) == (HEAD, MARKDOWN.removeprefix(f"# {HEAD}\n\n"))
    assert found(f"---\ntitle: {HEAD}\n---\n{P}\n\n\n\n- a\n-  b\n").body == f"{P}\n\n\n\n- a\n-  b\n"


@given(
    st.lists(st.sampled_from(["", "", *MARKDOWN.split("\n"), "Title", "====", "---", "    code", "> x"]), max_size=20)
)
def test_every_line_is_in_one_block(lines: list[str]) -> None:
    """The parts of the blocks are the file."""
    text = "\n".join(lines)
    if text.startswith("---\n"):
        return
    (draft,) = read(SourceFile("a.md", text.encode()))
    blocks = draft.all_blocks
    assert "".join(block.markup for block in blocks) == (text if text.strip() and blocks else "")
    assert len({block.line for block in blocks}) == len(blocks)
    assert bool(blocks) == bool(text.strip())


def test_twice_is_once() -> None:
    """The content file that comes out is a seed that gives itself."""
    once = found(f"---\ntitle: {HEAD}\nauthor: Jo Hale\ndate: 2024-05-04\nlayout: post\n---\n{P}\n\n{Q}\n")
    twice = found(format_briefing(once))
    assert format_briefing(twice).replace(twice.source.sha256, once.source.sha256) == format_briefing(once)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"{HEAD}\n===\n\n{P}\n", HEAD),
        (f"{HEAD}\n---\n\n{P}\n", HEAD),
        (f"## {HEAD}\n\n{P}\n", HEAD),
        (f"By Jo Hale\n\n# {HEAD}\n\n{P}\n", HEAD),
        (f"---\ntitle: Tolls\n---\n# {HEAD}\n\n{P}\n", "Tolls"),
        (f"---\ntitle: {HEAD}\n---\n# {HEAD}!\n\n{P}\n", HEAD),
        (f"---\nauthor: Jo Hale\n---\n# {HEAD}\n\n{P}\n", HEAD),
    ],
)
def test_headlines(text: str, headline: str) -> None:
    """Front matter wins; without one there, the first heading is the headline, and stands in the body no more."""
    briefing = found(text)
    assert briefing.headline == headline
    assert (f"# {HEAD}" in briefing.body) == (headline == "Tolls")


def test_front_matter_of_other_generators() -> None:
    """Their names are ours, their lists and dates are read, and what has no place here goes to `extra`."""
    briefing = found(
        f"---\nTitle: {HEAD}\nsummary: Fees go up.\nauthor: By Jo Hale and Ann Orr\ndate: May 4, 2024 at 6:30 am GMT\n"
        f"updated_at: 2024-05-05\ntags: tolls, harbours\ncategories: [News]\nlang: en-GB\nlayout: post\n"
        f"params: {{a: [b]}}\ncanonical: https://a.example/x\n---\n{P}\n"
    )
    assert (briefing.headline, briefing.dek, briefing.byline) == (HEAD, "Fees go up.", ("Jo Hale", "Ann Orr"))
    assert (str(briefing.published), str(briefing.updated)) == ("2024-05-04T06:30+00:00", "2024-05-05")
    assert (briefing.topics, briefing.language) == (("tolls", "harbours", "News"), "en-GB")
    assert briefing.source.url == "https://a.example/x"
    assert briefing.extra == {"layout": "post", "params": {"a": ["b"]}}


def test_a_name_of_ours_wins_over_that_of_another_generator() -> None:
    """The other is kept under `extra`."""
    briefing = found(f"---\ntitle: Tolls\nheadline: {HEAD}\nextra: {{a: b}}\n---\n{P}\n")
    assert (briefing.headline, briefing.extra) == (HEAD, {"a": "b", "title": "Tolls"})


def test_a_date_that_cannot_be_read() -> None:
    """It is kept, and the message names its line."""
    text = f"---\ntitle: {HEAD}\ndate: 04/05/2024\n---\n{P}\n"
    assert found(text).extra == {"date": "04/05/2024"}
    assert "seeds/a.md:3:1: warning: 'date' cannot be read as `published`" in messages(text)[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"---\ntitle: {HEAD}\n\n{P}\n", "a.md:1: warning: the front matter is not closed"),
        (f"---\ntitle: [a\n---\n{P}\n", "a.md:2:8: warning: broken YAML"),
        (f"---\npublished: 2024-13-05\n---\n{P}\n", "a.md:2:12: warning: 'published': '2024-13-05' is not a day"),
        (f"---\ntitle: a\nheadline: b\nheadline: c\n---\n{P}\n", "a.md:4:1: warning: 'headline' stands twice"),
        (f"+++\ntitle = 'a'\n+++\n{P}\n", "a.md:1: warning: has front matter in TOML"),
    ],
)
def test_front_matter_that_cannot_be_read(text: str, message: str) -> None:
    """No briefing is made, and the message has its line."""
    assert convert(text).briefing is None
    assert message in messages(text)[0]
    assert "no briefing was made" in messages(text)[0]


def test_with_front_matter_only_labelled_parts_are_lifted() -> None:
    """What looks like a byline or a share line is what its editor wrote."""
    text = f"---\ntitle: {HEAD}\n---\nShare\n\nBy Jo Hale\n\n{P}\n\n## Why it matters\n\n{Q}\n\n## Next\n\n{P}\n"
    briefing = found(text)
    assert (briefing.byline, briefing.why_it_matters) == ((), Q)
    assert briefing.body == f"Share\n\nBy Jo Hale\n\n{P}\n\n## Next\n\n{P}\n"


def test_nothing_but_front_matter() -> None:
    """It holds no article."""
    assert convert(f"---\ntitle: {HEAD}\n---\n").briefing is None
    assert convert("").briefing is None
