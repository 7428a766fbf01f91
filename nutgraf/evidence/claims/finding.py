"""What does not hold in a claim: the value that the checks return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "date", "name", "quotation", "direction"]
Weight = Literal["missing", "rounded", "reckoned", "elsewhere"]
"""Missing: the body does not say so. Rounded: it says so more exactly. Reckoned: it says that of which it is made.
Elsewhere: it says it of something else."""


@dataclass(frozen=True, slots=True)
class ClaimFinding:
    """A number, date, name, quotation or direction of a claim that its body does not bear out."""

    claim: str
    """As it is written in the claim."""
    found: str
    """What the body has instead, in its words; empty when there is nothing like it."""
    message: str
    kind: Kind
    start: int
    """Where it stands in the claim."""
    weight: Weight = "missing"

    def overlaps(self, other: ClaimFinding) -> bool:
        """Tell whether another finding of the same claim is about some of the same words."""
        return self.start < other.start + len(other.claim) and other.start < self.start + len(self.claim)
