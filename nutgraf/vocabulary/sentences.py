"""The words around a full stop that tell whether a sentence ends there, as tables; written as in the text.

Words in front of the stop stand without it.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST: Final[frozenset[str]] = _words(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Revs Fr Msgr Abp Bp Hon Pres Amb Gov Govs Sen Sens Rep Reps Atty
    Supt Insp Det Lt Lts Col Cols Gen Gens Maj Capt Cmdr Adm Brig Sgt Cpl Pvt Pfc Cllr Ald Asst Mt Ft
    v vs e.g i.e cf viz Nr bzw Mio Mrd Abs Hr Hrn evtl ggf inkl vgl sog geb z
    """
)
"""Titles and the like: what they belong to follows, so that no sentence ends on them."""

BEFORE_ORDINAL: Final[frozenset[str]] = _words("der die das dem den des vom zum zur im beim und bis seit ab")
"""In front of a number they make a German ordinal of it and its stop: "der 1. FC"; in lower case."""

GERMAN_MONTHS: Final[frozenset[str]] = _words(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"
)
"""Behind a number with a stop they are its month, and the sentence goes on."""

BEFORE_NUMBER: Final[frozenset[str]] = _words(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    No Nos N° Nº Nr p pp Fig fig Figs figs Vol vol Art Sec Ch para approx Approx c ca Tel tel ext Ext
    """
)
"""A number often follows, and then the sentence goes on."""

CLOCK: Final[frozenset[str]] = frozenset({"a.m", "p.m", "A.M", "P.M"})
"""Halves of the day."""

AFTER_CLOCK: Final[frozenset[str]] = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST WEST CET CEST EET EEST MSK IST PKT HKT SGT JST KST
    AEST AEDT NZST NZDT WAT CAT EAT SAST Eastern Central Mountain Pacific Greenwich Moscow
    """
)
"""After a half of the day these go on with the time: weekdays, months, zones."""

NAME_ENDS: Final[frozenset[str]] = _words(
    """
    Inc Corp Co Cos Ltd LLC Bros Plc Jr Sr Esq Ave Blvd St Rd Ln Hwy Pkwy Sq Bldg Apt Univ Dept Dist Assn
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Va Vt Wis Wyo Ont Que Alta Sask Man al est dept
    """
)
"""Parts of names, streets, companies and states: a sentence may end on them, but more often does not."""

STATES_AFTER_COMMA: Final[frozenset[str]] = frozenset({"Mass", "Ill", "Wash", "Miss"})
"""Words too: they are states only after a comma."""

EXCLAIMED_NAMES: Final[frozenset[str]] = frozenset({"Yahoo", "Jeopardy", "Yum"})
"""Names that are written with an exclamation mark."""

LOWER_CASE_NAMES: Final[frozenset[str]] = frozenset(
    {"iPhone", "iPhones", "iPad", "iPads", "iPod", "iMac", "iCloud", "iOS", "iTunes", "eBay", "macOS"}
)
"""Names that open a sentence in lower case."""

STARTERS: Final[frozenset[str]] = _words(
    """
    The A An This That These Those There Here He She It They We I You His Her Its Their Our My Your In On
    At By For From With Without Within After Before During Since Until Till While When Whenever Where
    Wherever As If Unless Although Though But And Or So Yet Nor However Meanwhile Moreover Furthermore
    Additionally Nevertheless Nonetheless Therefore Thus Hence Instead Otherwise Still Also Both Each
    Every Either Neither Some Many Most Several All Few Another Other Others No None Not Nothing Nobody
    Everyone Everybody Someone Anyone One Two Three Four Five Six Seven Eight Nine Ten About Nearly Almost
    Around Among Amid Despite Between Through Throughout Against Along Beyond Behind Because Earlier Later
    Last Now Then Today Yesterday Tomorrow Once Only Even Just Perhaps Maybe Such Like Unlike Whether What
    Who Whose Which Why How Police Officials Authorities Prosecutors Investigators Witnesses Residents
    Critics Experts Analysts Researchers Scientists Rescuers Firefighters Supporters Opponents Protesters
    Lawmakers Voters Officers People According Asked Speaking Citing Following Shares Let To Of Finally
    Previously Recently More
    """
)
"""Words that open a sentence and seldom follow an abbreviation inside one."""

SAYING: Final[frozenset[str]] = _words(
    """
    said says say asked asks added adds replied replies wrote writes told tells shouted shouts cried yelled
    wondered wonders exclaimed joked recalled remarked noted explained answered responded demanded declared
    tweeted posted quipped
    """
)
"""Verbs that give a quotation its speaker."""
