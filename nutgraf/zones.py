"""An IANA name in, its time zone out, as the `tzdata` package has it.

The system's own tables may be older, absent, or set to something else: the same site would not be the same bytes.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

_NAME = re.compile(r"[\w+-]+(?:/[\w+-]+)*", re.ASCII)


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return a zone. Raises KeyError for a name that is none."""
    path = resources.files("tzdata.zoneinfo").joinpath(*name.split("/"))
    if not _NAME.fullmatch(name) or not path.is_file():
        raise KeyError(name)
    with path.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def zone_names() -> list[str]:
    """Return the names of all zones."""
    return resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
