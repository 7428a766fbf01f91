"""What readers need of a page: ids that stand once, pictures in words, headings in order. Proof in, Problems out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from nutgraf.desk.proof import Proof
from nutgraf.problems import Problem
from nutgraf.rules import RULES


def check_pages(proof: Proof) -> Iterator[Problem]:
    """Find ids that stand twice on a page, pictures without text, and headings out of order."""
    for address, elements in proof.pages.items():
        path = proof.path_of(address)
        for name, count in Counter(elements.ids).items():
            if count > 1:
                yield RULES["duplicate-id"].finding(path, f"the id '{name}' stands {count} times on the page")
        for image in dict.fromkeys(elements.silent_images):
            message = f"the picture {image} has no text for those who cannot see it"
            yield RULES["image-alt"].finding(path, message, proof.line_of(address, image))
        if fault := _heading_fault(elements.headings):
            yield RULES["heading-order"].finding(path, fault)


def _heading_fault(levels: list[int]) -> str:
    if levels.count(1) > 1:
        return f"the page has {levels.count(1)} headings of the first level"
    skipped = next(((above, below) for above, below in pairwise(levels) if below > above + 1), None)
    return f"a heading of level {skipped[1]} follows one of level {skipped[0]}" if skipped else ""
