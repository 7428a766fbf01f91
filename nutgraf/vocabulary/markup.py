"""Names of HTML elements, by what they do to a text."""

from __future__ import annotations

INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output q rp rt ruby s "
        "samp small span strike strong sub sup time tt u var wbr"
    ).split()
)
"""They stand inside a line wherever they are."""

BLOCKS = frozenset(
    (
        "address article aside blockquote button caption center dd details dialog div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table "
        "tbody td tfoot th thead tr ul"
    ).split()
)
"""They begin a block wherever they are; an element of neither set does so outside of running text."""

RUNNING_TEXT = frozenset("p li dt dd td th h1 h2 h3 h4 h5 h6 figcaption caption pre summary hl1 hl2".split())

STRONG = frozenset(("b", "strong"))
EMPHASIS = frozenset(("em", "i", "cite", "dfn", "var"))

MEDIA = frozenset(
    (
        "img amp-img image iframe amp-iframe embed object video amp-video amp-youtube audio amp-audio media canvas svg"
    ).split()
)
"""Pictures and players."""

SILENT = frozenset(
    (
        "script style noscript template head title meta link math select option datalist textarea input map base col "
        "colgroup source track param"
    ).split()
)
"""What they hold is not shown as text."""
