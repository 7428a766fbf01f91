"""Draft -> Draft: the parts with a label of their own are lifted out of the body: takeaways, why it matters, topics."""

from __future__ import annotations

import re
from itertools import takewhile

from nutgraf.addresses import slugify
from nutgraf.convert.draft import Block, Draft
from nutgraf.convert.labels import Labels
from nutgraf.convert.markdown_text import escape_markdown
from nutgraf.convert.matching import label_key

_BOLD_START = re.compile(r"(?P<mark>\*{1,3})(?P<label>[^*]+?)\s*(?P=mark)\s*[:—–-]?\s*(?P<rest>\S.*)", re.DOTALL)

_ITEM_WORDS = 5  # on average; the items of menus and tag lists are shorter
_LONGEST_BARE_ITEM = 25  # words; without a bullet a longer line is a paragraph of the article
_GROUPS = 2  # of lines; where no blank line parts the text, none can end a list either


def lift_takeaways(draft: Draft) -> Draft:
    """Lift each list under a heading such as `Key Takeaways`: a whole line, with at least two sentences as items."""
    if "takeaways" in draft.known:
        return draft
    head_ends = next((block.line for block in draft.blocks if block.is_paragraph), 10**9)
    stands_apart = len({block.group for block in draft.all_blocks}) > _GROUPS
    for heading in draft.blocks:
        if not _is_heading(draft, heading):
            continue
        items = _items_below(draft, heading, head_ends, stands_apart=stands_apart)
        if len(items) < 2 or sum(item.words for item in items) < _ITEM_WORDS * len(items):
            continue
        texts = tuple(item.text for item in items)
        if set(texts) <= set(draft.found.takeaways):
            draft = draft.set_aside([heading, *items], "takeaways told again")
            continue
        draft = draft.place([heading], "takeaways", "heading of the takeaways")
        draft = draft.place(items, "takeaways", "item of the list", takeaways=draft.found.takeaways + texts)
    return draft


def warn_of_bare_list(draft: Draft) -> Draft:
    """Warn of a list above the article that no heading names: whether it is the takeaways, an editor knows."""
    if draft.found.takeaways or draft.is_marked_up or "takeaways" in draft.given:
        return draft
    items = list(takewhile(lambda block: not block.is_paragraph, draft.blocks))
    items = [block for block in items if block.kind == "item"]
    if len(items) < 2 or sum(item.words for item in items) < _ITEM_WORDS * len(items):
        return draft
    return draft.warn(
        items[0].line,
        "a list stands above the article without a heading",
        "move it to `takeaways` if that is what it is",
    )


def _items_below(draft: Draft, heading: Block, head_ends: int, *, stands_apart: bool) -> list[Block]:
    """Return the items that follow `heading`: bulleted ones, or lines that stand together.

    The article begins on the line `head_ends`; where its lines do not stand apart, no blank line ends a list.
    """
    following = draft.below(heading)
    if not following:
        return []
    if following[0].kind == "item":
        return list(takewhile(lambda block: block.kind == "item", following))
    group = following[0].group
    listed = takewhile(lambda block: block.group == group and not _is_heading(draft, block), following)
    together = list(listed) if stands_apart else []
    if len(together) > 1:
        return together if all(_is_bare_item(draft, block) for block in together) else []
    # Lines with blank lines between are items only where the article is over.
    is_over = head_ends < heading.line
    return list(following) if is_over and all(_is_bare_item(draft, block) for block in following) else []


def _is_heading(draft: Draft, block: Block) -> bool:
    """Tell whether a whole line is a heading such as `Key Takeaways`."""
    return block.kind != "item" and label_key(block.text) in draft.labels.takeaways


def _is_bare_item(draft: Draft, block: Block) -> bool:
    is_short = not block.is_paragraph and block.words <= _LONGEST_BARE_ITEM
    return block.kind == "text" and is_short and not _is_heading(draft, block)


def lift_why(draft: Draft) -> Draft:
    """Lift every `Why this matters: …` paragraph, and what stands under such a heading, without the label."""
    lifted: set[int] = set()
    for block in draft.blocks if "why_it_matters" not in draft.known else ():
        if block.kind == "item" or block.line in lifted:
            continue
        if draft.labels.why_heading.fullmatch(block.text):
            paragraphs = _section_below(draft, block)
            if paragraphs:
                draft = draft.place([block], "why_it_matters", "label of why it matters")
                draft = _add_why(draft, paragraphs)
                lifted |= {paragraph.line for paragraph in paragraphs}
        elif draft.labels.why_label.fullmatch(block.text):
            draft = _add_why(draft, [block])
    return draft


def without_why_label(text: str, labels: Labels) -> str:
    """Return a paragraph of why it matters as it is lifted; '' for a heading that is nothing but the label."""
    match = labels.why_label.fullmatch(text)
    return match["text"] if match else "" if labels.why_heading.fullmatch(text) else text


def _add_why(draft: Draft, blocks: list[Block]) -> Draft:
    known = [draft.found.why_it_matters] if draft.found.why_it_matters else []
    why = "\n\n".join(known + [_why_of(block, draft.labels) for block in blocks])
    return draft.place(blocks, "why_it_matters", "without its label", why_it_matters=why)


def _why_of(block: Block, labels: Labels) -> str:
    """Return the Markdown of a paragraph of why it matters, without its label and with its links."""
    text = without_why_label(block.text, labels)
    if text == block.text:
        return block.markup.strip() or escape_markdown(text)
    bold = _BOLD_START.fullmatch(block.markup.strip())
    if bold and labels.why_heading.fullmatch(bold["label"]):
        return bold["rest"]
    plain = labels.why_label.fullmatch(block.markup.strip())
    return plain["text"] if plain else escape_markdown(text)


def _section_below(draft: Draft, heading: Block) -> list[Block]:
    """Return the paragraphs of the section under `heading`.

    A section ends at the next heading; where none comes, no one can tell, and the first paragraph alone is it. A
    label that stands directly above a paragraph, in a text that parts them with blank lines, is of that one.
    """
    section: list[Block] = []
    below = draft.below(heading)
    why = draft.labels.why_heading
    glued = list(
        takewhile(lambda b: b.group == heading.group and b.kind == "text" and not why.fullmatch(b.text), below)
    )
    if glued and not draft.is_marked_up and len({block.group for block in draft.all_blocks}) > _GROUPS:
        return glued if len(glued) < len(below) or len(glued) == 1 else glued[:1]
    for block in below:
        is_label = _is_heading(draft, block) or draft.labels.why_heading.fullmatch(block.text)
        if block.kind == "heading" or is_label:
            return section
        if block.kind == "item":
            break
        section.append(block)
    return section[:1]


_TOPIC_WORDS = 4
_MOST_TOPICS = 12


def _lift_listed_topics(draft: Draft, label: Block) -> Draft:
    """Lift the short lines that stand together with a lone `Topics`, one topic a line."""
    below = draft.below(label)[: _MOST_TOPICS + 1]
    lines = list(takewhile(lambda block: block.group == label.group and block.words <= _TOPIC_WORDS, below))
    are_names = all(
        not b.text.endswith((".", ":")) and label_key(b.text) not in draft.labels.bare | draft.labels.badges
        for b in lines
    )
    if not lines or len(lines) > _MOST_TOPICS or not are_names:
        return draft
    names = tuple(dict.fromkeys(block.text.strip("# ") for block in lines))
    draft = draft.place([label], "topics", "label of the topics")
    return draft.place(lines, "topics", "a topic", topics=draft.found.topics + names)


_TOPIC_SEPARATOR = re.compile(r"\s*[,;|•·،、，]\s*|\s+/\s+")


def split_topics(text: str) -> tuple[str, ...]:
    """Return the topics in what stands behind their label."""
    return tuple(dict.fromkeys(name.strip("# /") for name in _TOPIC_SEPARATOR.split(text) if slugify(name)))


def lift_topics(draft: Draft) -> Draft:
    """Lift a line such as `Topics: harbours, tolls` from the head or the end of the article."""
    edges = {block.line for block in (*draft.header, *draft.footer)}
    for block in draft.blocks:
        if block.kind == "text" and label_key(block.text) in draft.labels.topics:
            draft = _lift_listed_topics(draft, block)
        match = draft.labels.topics_line.fullmatch(block.text)
        if match is None or block.kind != "text" or block.line not in edges or block.text.endswith("."):
            continue
        names = split_topics(match["topics"])
        if all(len(name.split()) <= 5 for name in names):
            draft = draft.place([block], "topics", "line of topics", topics=draft.found.topics + names)
    return draft
