"""Zone names that date lines of news carry, as minutes east of Greenwich.

IST is India's, by far the most frequent in news; BST is British summer time. A name that is read in two ways
as often (CST in China, AMT) is given its American or most frequent reading, or left out.
"""

from __future__ import annotations

from collections.abc import Mapping

ZONES: Mapping[str, int] = {
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 60,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "MEZ": 60,
    "MESZ": 120,
    "EET": 120,
    "EEST": 180,
    "SAST": 120,
    "MSK": 180,
    "МСК": 180,
    "PKT": 300,
    "IST": 330,
    "SGT": 480,
    "HKT": 480,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "EST": -300,
    "EDT": -240,
    "CST": -360,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "AKST": -540,
    "HST": -600,
}

REGIONS: Mapping[str, str] = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
"""Names that mean summer or winter time as the day asks for."""
