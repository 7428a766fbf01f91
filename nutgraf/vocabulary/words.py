"""English words by what they are worth to a search: those that say nothing, irregular forms, peoples and aliases."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(text: str) -> dict[str, str]:
    """Read rows of a word and its other forms into form -> word."""
    rows = [line.split() for line in text.strip().splitlines()]
    return {form: row[0] for row in rows for form in row[1:]}


def _families(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in text.strip().splitlines())


STOP_WORDS: Final[frozenset[str]] = _words(
    """
    a about after all almost also am amid among an and any approximately are aren around as at be because been
    before being both but by can cannot could couldn did didn do does
    doesn doing don down each for from had hadn has hasn have haven having he her here hers herself him himself his how i
    if in into is isn it its itself just least may me might more most must my myself nearly no nor not of off on once only or
    other our ours ourselves out over own per re roughly said same say saying says she should shouldn since so some such than that the
    their theirs them themselves then there these they this those through to too under until up upon us ve very via was wasn we
    were weren what when where which while who whom whose why will with within without won would wouldn you your yours yourself according
    """
)
"""Words that any sentence may have."""

IRREGULAR: Final[dict[str, str]] = _forms(
    """
    arise arose arisen
    bear bore borne
    beat beaten
    become became
    begin began begun
    bid bidding
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen choice
    come came
    deal dealt
    die died dies dying
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown flight
    forbid forbade forbidden
    forget forgot forgotten
    freeze froze frozen
    get got gotten
    give gave given
    go went gone goes
    grow grew grown growth
    hear heard
    hide hid hidden
    hold held
    keep kept
    know knew known
    lay laid
    lead led
    leave left
    lend lent
    lie lain lied lying
    lose lost loss losses
    make made
    mean meant
    meet met
    pay paid
    prove proven
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    see saw seen
    seek sought
    sell sold sale sales
    send sent
    shake shook shaken
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk sunken
    sit sat
    sleep slept
    speak spoke spoken
    spend spent
    stand stood
    steal stole stolen
    stick stuck
    strike struck stricken
    swear swore sworn
    sweep swept
    swim swam swum
    take took taken
    teach taught
    tear torn
    tell told
    think thought
    throw threw thrown
    understand understood
    wake woke woken
    wear wore worn
    win won winner
    withdraw withdrew withdrawn withdrawal
    write wrote written
    man men
    woman women
    child children kid kids
    person people
    foot feet
    tooth teeth
    life lives
    wife wives
    half halves
    leaf leaves
    thief thieves
    crisis crises
    january jan
    february feb
    april apr
    june jun
    july jul
    august aug
    september sep sept
    october oct
    november nov
    december dec
    """
)
"""Forms that no rule of endings leads back to their word."""

KINDRED: Final[tuple[tuple[str, ...], ...]] = _families(
    """
    accuse allege allegation
    agree agreement deal pact accord treaty
    allow permit
    approve approval ratify
    arrest nab detain custody capture catch recapture
    attack assault
    ban outlaw prohibit
    beat defeat
    begin start commence
    big large huge
    blast explosion explode
    border frontier
    born birth
    buy purchase acquire acquisition
    cancel scrap axe
    car vehicle automobile
    chairman chairwoman chair chairperson
    convict conviction guilty
    court tribunal
    criticise criticize criticism slam condemn denounce
    cut slash reduce reduction
    day daily
    decide decision
    delay postpone postponement
    deny denial
    destroy destruction
    dismiss sack oust
    dispute row quarrel feud
    doctor physician medic
    elect election
    end finish conclude conclusion
    escape flee breakout
    fall drop decline plunge slump tumble slip dip decrease
    fault defect flaw
    father dad
    film movie
    find discover discovery
    fire blaze inferno
    firm company corporation
    fix repair mend
    half halve
    help aid assist assistance
    illness disease
    injure injury hurt wound
    investigate investigation probe inquiry enquiry
    jail prison imprison imprisonment
    kill die dead death deadly fatal fatality slain
    lawyer attorney barrister solicitor
    leader chief boss
    lorry truck
    marry wed wedding marriage
    match game
    mayor mayoral
    money cash
    month monthly
    mother mom mum
    need require
    oppose opposition
    plan propose proposal
    plane aircraft jet airplane aeroplane
    pledge promise vow
    police policeman policewoman officer cop
    poor poverty
    praise laud hail welcome
    prisoner inmate
    produce production product
    protest demonstrate demonstration demonstrator
    quake earthquake tremor
    receive reception
    reject refuse refusal
    rescue save
    resign resignation quit
    reveal disclose show
    rise raise increase climb soar surge hike boost lift grow
    search hunt
    ship vessel boat
    shut close closure
    soldier troop
    stay remain
    steal theft thief rob robber robbery
    stop halt cease
    strategy strategic
    strike walkout
    student pupil
    study research survey
    succeed success
    support endorse endorsement
    talk negotiation negotiate discussion discuss
    vaccine vaccinate vaccination jab inoculate
    vanish disappear disappearance
    vote ballot poll
    wage salary
    want seek
    warn alert
    weapon arms firearm
    week weekly
    win victory triumph victor
    worker employee staff
    year annual yearly
    """
)
"""Words that headlines and summaries put for one another, in their plain forms; the first of a row stands for all."""

COUNTRIES: Final[dict[str, str]] = _forms(
    """
    afghanistan afghan afghans
    albania albanian albanians
    algeria algerian algerians
    america american americans u.s us usa u.s.a
    argentina argentine argentinian argentines
    armenia armenian armenians
    australia australian australians aussie
    austria austrian austrians
    azerbaijan azerbaijani azerbaijanis
    bangladesh bangladeshi bangladeshis
    belarus belarusian belarusians
    belgium belgian belgians
    bolivia bolivian bolivians
    bosnia bosnian bosnians
    brazil brazilian brazilians
    britain british briton britons uk u.k
    bulgaria bulgarian bulgarians
    cambodia cambodian cambodians
    canada canadian canadians
    chile chilean chileans
    china chinese
    colombia colombian colombians
    congo congolese
    croatia croatian croatians
    cuba cuban cubans
    cyprus cypriot cypriots
    czechia czech czechs
    denmark danish dane danes
    ecuador ecuadorian ecuadorians
    egypt egyptian egyptians
    england english
    estonia estonian estonians
    ethiopia ethiopian ethiopians
    europe european europeans
    finland finnish finn finns
    france french frenchman
    georgia georgian georgians
    germany german germans
    ghana ghanaian ghanaians
    greece greek greeks
    haiti haitian haitians
    hungary hungarian hungarians
    iceland icelandic icelander
    india indian indians
    indonesia indonesian indonesians
    iran iranian iranians
    iraq iraqi iraqis
    ireland irish
    israel israeli israelis
    italy italian italians
    jamaica jamaican jamaicans
    japan japanese
    jordan jordanian jordanians
    kazakhstan kazakh kazakhs
    kenya kenyan kenyans
    korea korean koreans
    kosovo kosovar kosovars
    kuwait kuwaiti kuwaitis
    latvia latvian latvians
    lebanon lebanese
    libya libyan libyans
    lithuania lithuanian lithuanians
    malaysia malaysian malaysians
    mali malian malians
    mexico mexican mexicans
    moldova moldovan moldovans
    mongolia mongolian mongolians
    morocco moroccan moroccans
    myanmar burmese burma
    nepal nepalese nepali
    netherlands dutch
    nicaragua nicaraguan nicaraguans
    niger nigerien
    nigeria nigerian nigerians
    norway norwegian norwegians
    oman omani omanis
    pakistan pakistani pakistanis
    palestine palestinian palestinians
    peru peruvian peruvians
    philippines filipino filipinos philippine
    poland polish pole poles
    portugal portuguese
    qatar qatari qataris
    romania romanian romanians
    russia russian russians
    rwanda rwandan rwandans
    scotland scottish scot scots
    senegal senegalese
    serbia serbian serbians serb serbs
    singapore singaporean singaporeans
    slovakia slovak slovaks
    slovenia slovenian slovenians
    somalia somali somalis
    spain spanish spaniard spaniards
    sudan sudanese
    sweden swedish swede swedes
    switzerland swiss
    syria syrian syrians
    taiwan taiwanese
    tanzania tanzanian tanzanians
    thailand thai thais
    tunisia tunisian tunisians
    turkey turkish turk turks
    uganda ugandan ugandans
    ukraine ukrainian ukrainians
    uruguay uruguayan uruguayans
    venezuela venezuelan venezuelans
    vietnam vietnamese
    wales welsh
    yemen yemeni yemenis
    zambia zambian zambians
    zimbabwe zimbabwean zimbabweans
    """
)
"""Peoples and short forms -> their country. `us` is one only in capitals, all others only with a capital."""

TWO_WORDS: Final[dict[tuple[str, str], str]] = {
    ("united", "states"): "america",
    ("united", "kingdom"): "britain",
    ("great", "britain"): "britain",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("prime", "minister"): "premier",
}
"""Names of two words that have a shorter one."""
