"""Whether text stands out from its ground, in the light and in the dark scheme: Proof in, Problems out.

WCAG 2.2, 1.4.3: at least 4.5 to 1. The colours are the custom properties of static/style.css by the names that the
style sheet which ships has for them, and those of site.yaml; one that is named otherwise, or is no #rrggbb, is not
looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.desk.proof import Proof
from nutgraf.palette import contrast, dark_colours, light_colours
from nutgraf.problems import Problem
from nutgraf.rules import RULES
from nutgraf.settings import SETTINGS_FILE

_LEAST = 4.5
_PAIRS = (
    *((text, "paper") for text in ("ink", "muted", "accent", "link", "visited", "warn")),
    *((text, "box") for text in ("ink", "muted", "accent", "link", "visited")),
    ("ink", "mark"),
    ("link", "mark"),
)
"""Which text stands on which ground."""

_STYLE = re.compile(r"assets/style\.[0-9a-f]+\.css")


def check_colours(proof: Proof) -> Iterator[Problem]:
    """Find text of the style sheet that is too faint on its ground."""
    style = next((file.data.decode() for file in proof.files if _STYLE.fullmatch(file.address)), "")
    own = proof.site.settings.colours
    for scheme, colours, chosen in (
        ("light", light_colours(style), own.light),
        ("dark", dark_colours(style), own.dark),
    ):
        for text, ground in _PAIRS:
            if text in colours and ground in colours:
                ratio = contrast(colours[text], colours[ground])
                if ratio < _LEAST:
                    message = f"{scheme} scheme: --{text} on --{ground} has a contrast of {ratio:.2f} to 1"
                    path = SETTINGS_FILE if text in chosen or ground in chosen else "static/style.css"
                    yield RULES["contrast"].finding(path, message)
