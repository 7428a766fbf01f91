"""What stands in capitals and names nobody, and what may stand inside or before a name."""

from __future__ import annotations

INNER = (
    "of the",
    "of",
    "de la",
    "de",
    "del",
    "da",
    "dos",
    "du",
    "van der",
    "van",
    "von",
    "der",
    "bin",
    "ibn",
    "al",
    "el",
    "&",
)
"""Small words that join two parts of a name, the longer first."""

TITLES = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative gov governor president minister "
        "premier chancellor mayor councillor alderman king queen prince princess pope cardinal bishop archbishop rabbi imam "
        "sheikh ayatollah gen general col colonel capt captain lt lieutenant sgt sergeant maj major adm admiral judge justice "
        "chief commissioner inspector detective constable officer secretary ambassador chairman chairwoman chair director "
        "coach deputy vice prime foreign acting former interim attorney speaker congressman congresswoman st"
    ).split()
)
"""What stands before a person's name, without its stop."""

NO_NAMES = frozenset(
    (
        "i im ive id ill ok monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december christmas easter spring summer autumn winter north south east west god "
        "internet web covid tv am pm gmt utc bst est edt pst cet ist mon tue tues wed thu thur thurs fri sat sun jan feb mar apr "
        "jun jul aug sep sept oct nov dec inc ltd corp co plc llc gmbh sa ag"
    ).split()
)
"""Words in capitals that say no name, also inside a sentence."""

DEMONYMS = (
    "american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian polish "
    "czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian swedish norwegian danish finnish "
    "icelandic estonian latvian lithuanian serbian croatian bosnian albanian kosovar chinese japanese korean taiwanese "
    "vietnamese thai filipino indonesian malaysian indian pakistani bangladeshi afghan iranian iraqi syrian lebanese jordanian "
    "israeli palestinian egyptian libyan tunisian algerian moroccan sudanese ethiopian somali kenyan ugandan nigerian ghanaian "
    "congolese rwandan african asian european arab australian canadian mexican brazilian argentine argentinian chilean "
    "peruvian colombian venezuelan cuban saudi emirati qatari kuwaiti yemeni omani western eastern northern southern latin "
    "christian muslim jewish islamic catholic protestant hindu buddhist democrat democratic republican labour conservative"
).split()
"""Adjectives of peoples, faiths and parties: in capitals, and nobody's name by themselves."""
