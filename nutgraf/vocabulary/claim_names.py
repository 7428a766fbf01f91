"""Which capitalised words of a claim are names, and by what other names the same is known, as tables; in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATED: Final[Mapping[str, frozenset[str]]] = {
    "UN": _words("nations"),
    "EU": _words("union"),
    "UK": _words("britain british briton britons kingdom"),
    "US": _words("america american americans states"),
    "USA": _words("america american americans states"),
    "UAE": _words("emirates emirati"),
    "PM": _words("minister premier"),
    "MP": _words("parliament lawmaker lawmakers"),
    "CEO": _words("executive executives chief"),
    "MD": _words("director"),
    "TV": _words("television televised"),
    "DC": _words("washington"),
    "NHS": _words("health"),
    "FM": _words("minister"),
    "GOP": _words("republican republicans"),
    "WWI": _words("war"),
    "WWII": _words("war"),
    "VP": _words("president"),
    "GDP": _words("economy output"),
    "NYPD": _words("police"),
    "LAPD": _words("police"),
    "PC": _words("correct correctness"),
    "AI": _words("intelligence"),
    "ER": _words("emergency"),
    "ICU": _words("intensive"),
    "IPO": _words("flotation listing"),
    "VAT": _words("tax"),
    "CCTV": _words("cameras camera footage surveillance"),
    "HIV": _words("aids"),
    "POW": _words("prisoner prisoners"),
    "SUV": _words("vehicle car"),
    "ID": _words("identity identification identify identified identifies"),
    "ISIS": _words("islamic isil daesh"),
    "ISIL": _words("islamic isis daesh"),
    "IS": _words("islamic isis isil daesh"),
    "LGBT": _words("gay lesbian transgender"),
}
"""Short names that every reader knows, to the words of the long one that tell it."""

SMALL_IN_TITLES: Final = _words(
    """
    a an the of in on at by for to and or but nor as with from into over after before amid vs v via per than is be its his
    her their our your my it off out up down
    """
)
"""What stays small in a headline of capitals."""

ACTS: Final = _words(
    """
    is was has had will would says said told tells wins won beats beat faces faced wants wanted denies denied plans calls
    called makes made takes took leads led signs signed plays played scores scored joins joined
    """
)
"""Verbs that one who is named has in front: "Roemer says"."""

SPEAKS: Final = _words(
    """
    say says said write writes wrote writing argue argues argued add adds added ask asks asked explain explains believe
    believes believed think thinks thought shares tells talks explores reflects recalls remembers examines visits looks
    """
)
"""What the author of a piece does in a summary of it."""

COMMON_ENDINGS: Final = ("s", "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism")
"""Of words that open a sentence without an article and are no names."""

OPENERS: Final = _words(
    """
    abortion access accident accord accused act action activist activity actor actress ad adviser advert affair agency agenda agent
    agreement aide aim air aircraft airline airport alarm album alcohol alert ally ambulance amnesty analyst anger animal
    anniversary announcement answer apology appeal application appointment approval archaeologist area army arrest arrival arson
    art artist assault asset asylum athlete attack attacker attempt auction auditor audit author average award baby back backlog
    backer bail ballot ban bank bankruptcy bar barrier base battle beach bear bid bill billionaire bird birth birthday blast blaze
    blog board boat body bomb bomber bond book boom border boss bottle boy boycott boyfriend brand bread break breakdown breakout
    breach breakthrough brewer bribe bride bridge broadcaster brother budget builder building bullet burglar burial bus
    business businessman businesswoman buyer cabin cabinet cable call camera camp campaign campaigner cancer candidate cap captain
    car care career carer carmaker case cash casualty cat cause cave ceasefire celebration cell census ceremony chair challenge
    champion chance change chaos charge charity chef chemical chief child childhood choice church cinema citizen city clash
    claim class clergy client climate climber clinic closure cloud club clue coach coal coalition coast coastguard code coffee
    cold collapse colleague collector college collision column comedian comet comment commander committee commuter company
    competition complaint composer computer concern concert condition conductor conference confidence conflict consumer
    contest contract control conviction cook cop copy corruption cost council councillor count country county coup
    couple course court cousin cover crack craft crash creator crew cricket crime crisis critic crop cross crowd crown cruise cub
    cup currency customer cut cyclist dad dam dance danger dark data date daughter dawn day deadline deal dealer death debate debt
    decade decline deep defeat defence defender defense deficit delay delegate demand democracy demonstrator dentist
    deputy design designer desert detail detective device diet diplomat director disaster discovery disease dispute diver
    dockworker doctor document dog donor doubt draft drama dream drill drink driver driving drone drop drought drug dry duo
    earthquake economist economy editor education effort election electricity emergency employee employer end enemy energy engine
    engineer epidemic error escape estate event evidence excavation exchange executive exercise exhibition exit expert explorer
    explosion export extra eye fact factory failure family fan far farmer farm fashion father fault fear fee felon ferry festival
    few fighter figure film final find fine finance fire firefighter firm first fish fisherman fishing flag flat fleet flight
    flood floor flu flyer fog food football force forecast forecaster foreigner forest former fort founder fraud free freedom
    friend front fuel full fund funeral fungus funder future gain game gang garden gas general ghost giant gift girl girlfriend
    glacier goal goalkeeper gold golfer good government governor grain grandfather grandmother grant green grid
    grocery ground group grower growth guard guerrilla guest guide guitarist gun gunman habit hacker half hall harbour
    harvest haulier head headmaster headteacher health hearing heart heat heatwave helicopter help hero high hiker hip historian
    hit holiday home homeowner hope horse hospital host hostage hot hotel hour house household housing hunger hunt hunter
    hurricane husband ice idea illness image immigrant impact import income increase industry infant inflation influence injury
    inmate inquest inquiry insider inspector insurer interest internet interview intruder invasion inventor investigator
    investor island islander issue jail job jobless jockey joke journalist journey joy judge jumper jury juror killer
    kid king kiosk knife laboratory labour lack lady lake land landlord landslide language laptop large last launch law lawmaker
    lawsuit lawyer leader leak league learner legend lender length lesson letter level library life lifeboat lifeguard light
    lightning limit line link lion list listener little loan lobby local lockdown long lord lorry loss lot lottery love low luck
    machine magazine magistrate mail main maker mall man manager map marathon march market marriage match material mayor
    maximum mayoral meal measure meat mechanic medal media medic medicine meeting member memorial memory menu merchant merger
    message metal migrant military militia milk mill mine miner minimum minister minority miracle misery mission mistake mob mobile model
    money month monument mood moon more mosque most mother motion motive motorist motorway mountain move movie mum murder museum
    music musician name nation nature navy neighbor neighbour network new news newspaper night noise north note novel
    novelist nuclear number nurse nutrition offer offence offender office officer official oil old omission one operation operator opening
    opinion opponent opposition option orchestra order organ organiser organizer origin outbreak outlook output outrage owner pact
    page pain painter painting pair panel panic paper parade parent park parliament part partner party passenger
    passport past pastor path patient patrol pay payment peace peak peasant pedestrian pension pensioner people performance period
    permit petition petrol phone photo photographer picture piece pilot pipeline pirate place plague plaintiff plan plane planner
    planet plant plastic play player plea plot poacher poem poet point poison police policeman policy poll polling pollution
    pool poor pope popular population port post poster potter poverty power practice praise premier prayer prediction pregnant
    presenter president press pressure price priest prince princess prison prisoner private prize probe problem producer
    product professor profile profit programme progress project promise property proposal prosecutor prospect protest protester
    provider province public publisher pump pupil purchase quake quality quarry quarter queen quest question queue quick race
    racer radio raid rail railway rain rally ranger rape rate ray reader reaction rebel recall recipe record recovery
    recruit red referee reform refugee region regulator relation relative release relief relic reporter report republic request
    rescue rescuer research researcher reserve reservoir resident resort response rest restaurant result retailer return
    revenue review revolt reward rider rifle right ring riot rise risk rival river road robber robbery robot rock rocket role
    roof room row royal ruin rule ruling runner rush sailor salary sale salesman sanction satellite school scheme schoolboy
    schoolgirl scholar science scientist score scorer screen sculptor sculpture sea search season seat second secret
    section security seller senate senator sentence series servant server service settlement settler sewage sex shark
    share shareholder shepherd ship shirt shock shooter shop shopper shortage shot show shower shutdown side sign signal silence silver
    singer sister site situation skater ski skier skill skipper sky slave sleep slide slip smoke smuggler sniper snow soccer society
    software soldier solution son song sort soul sound source south space speaker species speech speed spokesman spokeswoman spending
    sport spot spouse spy squad stadium staff stage stake stand star start state statement station statue step stock
    stone storm story strain strategy street strike striker striking student studio study success sugar suicide suit summer summit sun
    supplier supply support supporter surfer surge surgeon surgery surplus surprise survey survivor suspect suspension swimmer
    symptom system table takeover talent talk tanker target task tax taxi taxpayer teacher team tear technology teen teenager
    telescope television temperature temple tenant tension term terminal terror terrorist test text theater theatre theft thief third thousand
    threat ticket tide tiger timber time title toll tornado top torture total tour tourism tourist tower town toxic track trade trader
    tradition traffic train trainer training tram transfer transport traveler traveller treasure treasurer treatment treaty
    tree trend trial tribe tribute trip trophy trouble truce truck trucker trust trustee truth tsunami tube tuition tumour tunnel
    turmoil turnout tutor tweet twin two tycoon type tyrant uncle unemployment union unit university unrest update uprising use
    user vaccine valley valve value van vehicle verdict version veteran victim victor victory video view viewer villager village
    villain violence virus vision visit visitor voice volcano volunteer vote voter voyage wage walk walker walkout wall war warden
    ward warning warrant warship waste watch watchdog water wave way weak wealth weapon weather website wedding week weekend weight west
    whale wheat whistleblower white wife wild wildfire win wind window wine winner winter witness wolf woman wood wool word work worker
    workman world wreck wrestler writer year yield young youth zoo
    """
)
"""Words that open headlines and takeaways without an article: whoever is named `Deal` will be named elsewhere too."""

COMPANIONS: Final = _words(
    """
    academy act agency agreement airlines airport alliance army association authority avenue award awards bank bay bill board
    bridge bureau cathedral center central centre championship championships church city club coast college commission
    committee company conference constitution corporation corps council county court cup department district division duchy
    east eastern embassy empire emirate executive exchange federal federation festival fleet force forces foundation fund
    games general government governor great greater group guard hall high hospital house initiative institute
    international island islands isle journal kingdom lake league legislature library line lower mayor
    medical memorial military minister ministry mount mountain mountains museum national navy network new news north
    northern observatory office open organisation organization palace park parliament party peninsula plan police port
    prefecture president prison prize programme province railway red region regional reign report republic republics reserve revolution river
    road royal saint school sea senate service services society south southern square stadium state states station
    street summit supreme survey theatre tower town treaty tribunal union united university upper valley village war
    west western world young youth zone zoo
    """
)
"""Words that stand in names of places and bodies, and say nothing alone: beside a known name they are no other one."""


def _alike(text: str) -> Mapping[str, str]:
    """Read rows of words for one thing into word -> the first of its row."""
    rows = [line.split() for line in text.strip().splitlines()]
    return {word: row[0] for row in rows for word in row}


ALIASES: Final[Mapping[str, str]] = _alike(
    """
    oscar oscars academy
    shia shiite shiites shi'ite shi'ites shias
    sunni sunnis
    jew jews jewish judaism jewry
    muslim muslims islam islamic islamist islamists moslem
    christian christians christianity
    hindu hindus hinduism
    buddhist buddhists buddhism
    catholic catholics catholicism
    protestant protestants protestantism
    sikh sikhs sikhism
    kurd kurds kurdish kurdistan
    arab arabs arabic arabian
    nazi nazis nazism
    christmas xmas
    kyiv kiev
    beijing peking
    mumbai bombay
    kolkata calcutta
    chennai madras
    yangon rangoon
    istanbul constantinople
    gaza gazan gazans
    holland netherlands dutch
    tweet tweets tweeted twitter
    """
)
"""Names for one thing, faith or people."""

CONTINENTS: Final[Mapping[str, frozenset[str]]] = {
    "africa": _words(
        """
        algeria angola benin botswana burundi cameroon chad congo egypt eritrea ethiopia gabon gambia ghana guinea kenya lesotho
        liberia libya madagascar malawi mali mauritania mauritius morocco mozambique namibia niger nigeria rwanda senegal sierra
        somalia sudan tanzania togo tunisia uganda zambia zimbabwe
        """
    ),
    "europe": _words(
        """
        albania austria belarus belgium bosnia britain bulgaria croatia cyprus czechia denmark england estonia finland france germany
        greece hungary iceland ireland italy kosovo latvia lithuania moldova netherlands norway poland portugal romania russia
        scotland serbia slovakia slovenia spain sweden switzerland ukraine wales
        """
    ),
    "asia": _words(
        """
        afghanistan armenia azerbaijan bangladesh bhutan cambodia china georgia india indonesia japan kazakhstan korea laos malaysia
        mongolia myanmar nepal pakistan philippines singapore taiwan thailand vietnam
        """
    ),
}
"""Their countries: a body that names one names its continent too."""

CONTINENT_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("africa", "african", "africans"), "africa"),
    **dict.fromkeys(("europe", "european", "europeans"), "europe"),
    **dict.fromkeys(("asia", "asian", "asians"), "asia"),
}
