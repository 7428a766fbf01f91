"""The blocks of a whole page in, which of them are its article out, and for each other one why it is not.

Two know where the article is: the page's own data, which may repeat its text, and trafilatura, which goes by density.
Both may miss paragraphs, so they only show which element holds the article; what that element holds is the article,
but for the parts that the markup names as something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from nutgraf.convert.draft import Block
from nutgraf.convert.labels import labels_of
from nutgraf.convert.matching import label_key
from nutgraf.convert.readers.blocks import Found, name_of
from nutgraf.vocabulary.page import ARTICLE_BODIES, OUTSIDE, OUTSIDE_ELEMENTS, OUTSIDE_ROLES, PARTS_OF_NAMES

Element = Any

OUTSIDE_THE_ARTICLE = "outside the article"
HIDDEN = "hidden on the page"

_HOLDS = 0.8  # of the text that is known to be the article's
_FEWEST_LETTERS = 40  # a shorter text says nothing of where the article is
_NEVER_AD = 0.4  # a part with so much of the article's text is no advertisement, whatever it is called
_NOTICE = 600  # characters
_FAR_MORE = 2  # times
_LEVELS = 2  # that a part of an article may stand apart from another
_ATTRIBUTES = ("class", "id", "data-testid", "data-component", "data-module")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


class MainText:
    """Which blocks of a page are its article."""

    def __init__(self, found: Sequence[Found], known_text: str) -> None:
        self._found = found
        self._known = letters(known_text)
        self._reasons: dict[Element, str] = {}

    def reasons(self) -> list[str]:
        """Return for each block why it is no part of the article, '' for those that are."""
        reasons = [self._reason(found) for found in self._found]
        links = [not reason and _is_link_alone(found) for found, reason in zip(self._found, reasons, strict=True)]
        beside = [any(links[max(index - 1, 0) : index] + links[index + 1 : index + 2]) for index in range(len(links))]
        return ["link to another page" if a and b else r for r, a, b in zip(reasons, links, beside, strict=True)]

    def _reason(self, found: Found) -> str:
        is_inside = any(element in self._containers for element in _chain(found.element))
        is_known = self._is_known(found.block)
        named = self._reason_of(found.element)
        is_text = found.block.kind == "quote" or (is_known and found.block.is_paragraph)
        if named and not (is_inside and is_text and named != HIDDEN):
            return named
        return "" if is_inside or (is_known and found.block.is_paragraph) else OUTSIDE_THE_ARTICLE

    def _is_known(self, block: Block) -> bool:
        text = letters(block.text)
        return bool(text) and len(text) >= _FEWEST_LETTERS and text in self._known

    @cached_property
    def _weights(self) -> dict[Element, int]:
        """How many letters of the known text each element holds."""
        return _weigh(found for found in self._found if self._is_known(found.block))

    @cached_property
    def _container(self) -> Element:
        """The innermost element that holds most of the known text.

        It is the one that the page calls its article where the known text is a notice or less, and that has far more.
        """
        root = _chain(self._found[0].element)[-1]
        total = self._weights.get(root, 0)
        container = root
        while total:
            inner = next((e for e in container if self._weights.get(e, 0) >= _HOLDS * total), None)
            if inner is None:
                break
            container = inner
        weights = _weigh(found for found in self._found if found.block.is_paragraph)
        named = max((e for e in weights if _is_named_article(e)), key=lambda e: weights[e], default=None)
        has_more = named is not None and total < _NOTICE and weights[named] > _FAR_MORE * total
        return named if has_more else container

    @cached_property
    def _containers(self) -> frozenset[Element]:
        """The container, and those like it beside it: pages cut an article at its advertisements."""
        names = self._container.get("class") or ""
        parents = list(self._container.iterancestors())[:_LEVELS]
        like = parents[-1].iter(self._container.tag) if parents and names.strip() else ()
        return frozenset([self._container, *(element for element in like if element.get("class") == names)])

    def _reason_of(self, element: Element) -> str:
        """Return why what an element holds is no part of the article; '' when its markup does not say."""
        chain = _chain(element)
        known = next((index for index, one in enumerate(chain) if one in self._reasons), len(chain))
        reason = self._reasons[chain[known]] if known < len(chain) else ""
        for one in reversed(chain[:known]):
            reason = reason or self._own_reason(one)
            self._reasons[one] = reason
        return reason

    def _own_reason(self, element: Element) -> str:
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return HIDDEN
        share = self._weights.get(element, 0) / max(self._weights.get(self._container, 0), 1)
        if share > _NEVER_AD or _is_explainer(element):
            return ""
        return next(_named_reasons(element), "")


def _weigh(blocks: Iterable[Found]) -> dict[Element, int]:
    """Return how many letters of `blocks` each element holds."""
    weights: dict[Element, int] = {}
    for found in blocks:
        for element in _chain(found.element):
            weights[element] = weights.get(element, 0) + len(found.block.text)
    return weights


def _is_named_article(element: Element) -> bool:
    is_body = (element.get("itemprop") or "").lower() == "articlebody" or words_in_names(element) & ARTICLE_BODIES
    return name_of(element) == "article" or bool(is_body)


def letters(text: str) -> str:
    """Return the letters and digits of a text, to compare it by."""
    return re.sub(r"[\W_]+", "", text).casefold()


def words_in_names(element: Element) -> frozenset[str]:
    """Return the words in the class, id and test names of an element, each alone and glued to the next."""
    names = " ".join(element.get(name) or "" for name in _ATTRIBUTES)
    found: set[str] = set()
    for name in names.split():
        parts = [part.lower() for part in PARTS_OF_NAMES.findall(name)]
        found |= {*parts, *(a + b for a, b in pairwise(parts)), name.lower()}
    return frozenset(found)


def _named_reasons(element: Element) -> Iterator[str]:
    name = name_of(element)
    if name in ("html", "body", "main", "article"):
        return
    if name in OUTSIDE_ELEMENTS:
        yield OUTSIDE_ELEMENTS[name]
    if (role := (element.get("role") or "").lower()) in OUTSIDE_ROLES:
        yield OUTSIDE_ROLES[role]
    words = words_in_names(element)
    yield from (reason for reason, names in OUTSIDE if words & names)
    if name == "aside" and _is_mostly_links(element):
        yield "beside the article"


def _is_explainer(element: Element) -> bool:
    """Tell whether a box beside the text opens with `Key Takeaways` or `Why it matters`."""
    text = next((text for text in element.itertext() if text.strip()), "").strip()
    labels = labels_of("")
    return label_key(text) in labels.takeaways or bool(labels.why_heading.fullmatch(text))


def _is_mostly_links(element: Element) -> bool:
    linked = sum(len(letters("".join(link.itertext()))) for link in element.iter("a"))
    return 2 * linked > len(letters("".join(element.itertext())))


def _is_link_alone(found: Found) -> bool:
    """Tell whether all of a block is one link, and no sentence."""
    return bool(found.spans) and all(span.address for span in found.spans) and not found.block.ends_as_sentence


def _chain(element: Element) -> list[Element]:
    """Return an element and those around it, outwards."""
    return [element, *element.iterancestors()]
