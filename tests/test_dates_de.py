"""nutgraf.dates in German: the same rules by other tables. The anchor is Wednesday, 8 May 2024, where none is named."""

from datetime import date

import pytest
from date_cases import marked, mention_in, value_in

from nutgraf.dates import find_dates

# The text of the one mention, marked by brackets in the sentence, and its value; none of them needs an anchor.
EXPLICIT = {
    "Der Rat tagte am [5. Mai 2024] in Tarn.": "2024-05-05",
    "Der Rat tagte am [5.Mai 2024].": "2024-05-05",
    "Der Rat tagte am [Sonntag, 5. Mai 2024].": "2024-05-05",
    "Der Rat tagte am [Sonntag, dem 5. Mai 2024], in Tarn.": "2024-05-05",
    "Der Rat tagte am [So., 5. Mai 2024].": "2024-05-05",
    "Ein Schreibfehler lässt Zweifel: [Montag, 5. Mai 2024].": "2024-05-05?",
    "Der Rat tagte am [5. Jan. 2024].": "2024-01-05",
    "Der Rat tagte am [5. Jänner 2024].": "2024-01-05",
    "Der Rat tagte am [5. März 2024].": "2024-03-05",
    "Der Rat tagte am [29. Februar 2024].": "2024-02-29",
    "Der Rat tagte am [05.05.2024].": "2024-05-05",
    "Der Rat tagte am [5.6.2024].": "2024-06-05",
    "Der Rat tagte am [5. 6. 2024].": "2024-06-05",
    "Der Rat tagte am [2024-05-06].": "2024-05-06",
    "Die Messe lief vom [3. bis 5. Mai 2024].": "2024-05-03/2024-05-05",
    "Die Messe lief vom [3.–5. Mai 2024].": "2024-05-03/2024-05-05",
    "Die Messe lief vom [3. bis zum 5. Mai 2024].": "2024-05-03/2024-05-05",
    "In der Nacht vom [3. auf den 4. Mai 2024] brannte es.": "2024-05-03/2024-05-04",
    "Die Messe lief vom [29. April bis 3. Mai 2024].": "2024-04-29/2024-05-03",
    "Die Messe lief vom [29. April bis zum 3. Mai 2024].": "2024-04-29/2024-05-03",
    "Die Messe lief von [April bis Juni 2024].": "2024-04/2024-06",
    "Die Hefte erschienen im [April/Mai 2024].": "2024-04/2024-05",
    "Am [3.] und 5. Mai 2024 blieb die Schleuse zu.": "2024-05-03",
    "Am 3. und [5. Mai 2024] blieb die Schleuse zu.": "2024-05-05",
    "Sie kam im [Mai 2024] zurück.": "2024-05",
    "Sie kam Anfang [Mai 2024] zurück.": "2024-05",
    "Sie kam Mitte [Oktober 2023] zurück.": "2023-10",
    "Sie kam Ende [Dezember 2023] zurück.": "2023-12",
    "Sie kam im [Mai des Jahres 2024] zurück.": "2024-05",
    "Sie kam im [Sept. 2023] zurück.": "2023-09",
    "Der Sturm vom [Februar 1962] traf die Stadt.": "1962-02",
    "Sie wurde im Jahr [2019] gewählt.": "2019",
    "Sie wurde im Jahre [1848] gewählt.": "1848",
    "[2019] wurde die Brücke gesperrt.": "2019",
    "Die Brücke wurde [1987] gebaut.": "1987",
    "Seit [2015] fehlt das Geld.": "2015",
    "Bis [2030] soll es reichen.": "2030",
    "Ab [2026] gilt die Regel.": "2026",
    "Anfang [2020] kam der Umbruch.": "2020",
    "Ende [1999] kam der Umbruch.": "1999",
    "Von [2010] bis 2014 sank die Zahl.": "2010",
    "Zwischen 2010 und [2014] sank die Zahl.": "2014",
    "Die Insel war [1939–1945] besetzt.": "1939/1945",
    "Die Pläne stammen aus den [1990er-Jahren].": "199X",
    "Die Pläne stammen aus den [1990er Jahren].": "199X",
    "Die Pläne stammen aus den [1990ern].": "199X",
    "Anfang der [2000er-Jahre] kam der Umbruch.": "200X",
    "Im [20. Jahrhundert] wuchs der Hafen.": "19XX",
    "Im [neunzehnten Jahrhundert] wuchs der Hafen.": "18XX",
    "Zu Beginn des [19. Jahrhunderts] wuchs der Hafen.": "18XX",
    "Im [Sommer 2023] brannte der Wald.": "2023-22",
    "Im [Frühjahr 2023] brannte der Wald.": "2023-21",
    "Im [Spätherbst 2023] brannte der Wald.": "2023-23",
    "Im [Herbst des Jahres 2023] brannte der Wald.": "2023-23",
    "Im [Winter 2023/24] fror der Kanal zu.": "2023-24",
    "Im [ersten Quartal 2024] stieg der Umsatz.": "2024-33",
    "Im [3. Quartal 2023] stieg der Umsatz.": "2023-35",
    "Im [vierten Quartal des Jahres 2023] stieg der Umsatz.": "2023-36",
    "Im [zweiten Halbjahr 2023] stieg der Umsatz.": "2023-41",
    "Im [1. Halbjahr 2024] stieg der Umsatz.": "2024-40",
    "Zahlen für [Q3 2024] liegen vor.": "2024-35",
    "Er wurde [neunzehnhundertneunundachtzig] geboren.": "1989",
    "Seit [zweitausendvierzehn] fehlt das Geld.": "2014",
    "Am [Karfreitag 2024] läutete es.": "2024-03-29",
    "An [Silvester 2023] knallte es.": "2023-12-31",
    "Die Feier am [Tag der Deutschen Einheit 2023] war klein.": "2023-10-03",
    "Das Schuljahr begann am [21. August] und endete im Juni 2023, sagte er.": "",
    "Die Angriffe begannen im Mai und [Juni 2022].": "2022-06",
    "Die Angriffe begannen im [Mai] und Juni 2022.": "2022-05",
}

ANCHORED = {
    # Days
    "Der Rat tagte [heute].": "2024-05-08",
    "Der Rat tagte [gestern].": "2024-05-07",
    "Der Rat tagte [vorgestern].": "2024-05-06",
    "Der Rat tagt [morgen] in Tarn.": "2024-05-09",
    "Der Rat tagt [übermorgen] in Tarn.": "2024-05-10",
    "Der Rat tagte [gestern Abend].": "2024-05-07",
    "Der Rat tagte [heute Morgen].": "2024-05-08",
    "[Gestern] tagte der Rat.": "2024-05-07",
    # Weekdays
    "Am [Montag] tagte der Rat.": "2024-05-06",
    "Der Rat tagte am [Montag].": "2024-05-06",
    "Der Rat hat am [Montag] beschlossen, die Brücke zu sperren.": "2024-05-06",
    "Die Malerin ist am [Montag] gestorben.": "2024-05-06",
    "Die Brücke ist am [Donnerstag] eröffnet worden.": "2024-05-02",
    "Die Brücke wurde am [Freitag] eröffnet.": "2024-05-03",
    "Das sagte sie am [Mittwoch].": "2024-05-08",
    "Am [Dienstagabend] brannte es.": "2024-05-07",
    "Am [Dienstag Abend] brannte es.": "2024-05-07",
    "Am [Sonnabend] brannte es.": "2024-05-04",
    "Der Rat wird am [Freitag] tagen.": "2024-05-10",
    "Der Rat soll am [Freitag] tagen.": "2024-05-10",
    "Am [Freitag] soll das Urteil fallen.": "2024-05-10",
    "Am [Freitag] wird das Urteil verkündet.": "2024-05-10",
    "Der Prozess beginnt am [Montag].": "2024-05-13",
    "Die Abstimmung ist für [Freitag] geplant.": "2024-05-10",
    "Die Wahl findet am [Sonntag] statt.": "2024-05-12",
    "Der Rat will am [Donnerstag] entscheiden.": "2024-05-09",
    "Der Rat tagt am [Freitag].": "",
    "Der Rat sollte am [Freitag] tagen.": "",
    "Der Täter soll am [Freitag] geflohen sein.": "2024-05-03",
    "Am [vergangenen Freitag] tagte der Rat.": "2024-05-03",
    "Am [vergangenen Montag] tagte der Rat.": "2024-05-06",
    "Am [kommenden Freitag] tagt der Rat.": "2024-05-10",
    "Am [kommenden Montag] tagt der Rat.": "2024-05-13",
    "Am [letzten Freitag] tagte der Rat.": "2024-05-03",
    "[Vorigen Freitag] tagte der Rat.": "2024-05-03",
    "Am [nächsten Donnerstag] tagt der Rat.": "",
    "Am [letzten Dienstag] tagte der Rat.": "",
    "Am [Dienstag vergangener Woche] tagte der Rat.": "2024-04-30",
    "Am [Dienstag dieser Woche] tagte der Rat.": "2024-05-07",
    "Am [Montag nächster Woche] tagt der Rat.": "2024-05-13",
    "In der [Nacht zum Dienstag] brannte es.": "2024-05-06/2024-05-07",
    "In der [Nacht auf Sonntag] brannte es.": "2024-05-04/2024-05-05",
    # Units
    "In der [vergangenen Woche] tagte der Rat.": "2024-04-29/2024-05-05",
    "[Letzte Woche] tagte der Rat.": "2024-04-29/2024-05-05",
    "[Diese Woche] tagt der Rat.": "2024-05-06/2024-05-12",
    "In [dieser Woche] tagt der Rat.": "2024-05-06/2024-05-12",
    "[Nächste Woche] tagt der Rat.": "2024-05-13/2024-05-19",
    "Ende [kommender Woche] tagt der Rat.": "2024-05-13/2024-05-19",
    "[Vorletzte Woche] tagte der Rat.": "2024-04-22/2024-04-28",
    "[Übernächste Woche] tagt der Rat.": "2024-05-20/2024-05-26",
    "Am [vergangenen Wochenende] regnete es.": "2024-05-04/2024-05-05",
    "Am [Wochenende] regnete es.": "2024-05-04/2024-05-05",
    "Am [Wochenende] soll es regnen.": "2024-05-11/2024-05-12",
    "Am [Wochenende] regnet es.": "",
    "Im [vergangenen Monat] stieg der Preis.": "2024-04",
    "[Diesen Monat] steigt der Preis.": "2024-05",
    "Im [kommenden Monat] steigt der Preis.": "2024-06",
    "Mitte [nächsten Monats] steigt der Preis.": "2024-06",
    "Im [vergangenen Jahr] stieg der Preis.": "2023",
    "[Letztes Jahr] stieg der Preis.": "2023",
    "Anfang [dieses Jahres] stieg der Preis.": "2024",
    "Im [laufenden Jahr] stieg der Preis.": "2024",
    "Im [kommenden Jahr] steigt der Preis.": "2025",
    "Ende [vorigen Jahres] stieg der Preis.": "2023",
    "Im [vorletzten Jahr] stieg der Preis.": "2022",
    "Im [vergangenen Sommer] brannte der Wald.": "2023-22",
    "Im [kommenden Winter] reicht das Gas.": "2024-24",
    "Im [vergangenen Oktober] brannte der Wald.": "2023-10",
    "Im [kommenden September] öffnet das Bad.": "2024-09",
    # Ago
    "Das war [vor zwei Tagen].": "2024-05-06",
    "Das war [vor drei Wochen].": "2024-04-15/2024-04-21",
    "Das war [vor einem Monat].": "2024-04",
    "Das war [vor zwei Jahren].": "2022",
    "Das war [vor fünfundzwanzig Jahren].": "1999",
    "Das war [vor 20 Jahren].": "2004",
    "Das war [vor rund 20 Jahren].": "2004~",
    "Das war [vor mehr als zehn Jahren].": "2014~",
    "Das war [vor einigen Jahren].": "",
    "Das war [vor zwei Stunden].": "",
    "Der Rat wird [in zwei Wochen] tagen.": "2024-05-20/2024-05-26",
    # Days and months without year
    "Am [5. Mai] tagte der Rat.": "2024-05-05",
    "Am [12. Mai] wird gewählt.": "2024-05-12",
    "Am [3. Januar] tagte der Rat.": "2024-01-03",
    "Am [3. Dezember] tagte der Rat.": "2023-12-03",
    "Vom [3. bis 5. Mai] tagte der Rat.": "2024-05-03/2024-05-05",
    "Am [1. Juni] tritt die Regel in Kraft.": "2024-06-01",
    "Am [5. Mai vergangenen Jahres] tagte der Rat.": "2023-05-05",
    "Im [Mai vergangenen Jahres] tagte der Rat.": "2023-05",
    "Im [November des vergangenen Jahres] tagte der Rat.": "2023-11",
    "Im [März dieses Jahres] tagte der Rat.": "2024-03",
    "Im [April] tagte der Rat.": "2024-04",
    "Im [Juni] soll der Rat tagen.": "2024-06",
    "Ende [Mai] soll das Urteil fallen.": "2024-05",
    "Seit [Oktober] ruht der Bau, sagte sie.": "2023-10",
    "Am [05.05.24] tagte der Rat.": "2024-05-05",
    # Parts of the year
    "Bis [Ende des Jahres] soll es reichen.": "2024",
    "Bis [Jahresende] soll es reichen.": "2024",
    "Zum [Jahresende 2023] schloss das Werk.": "2023",
    "Zu [Beginn der Woche] stieg der Pegel.": "2024-05-06/2024-05-12",
    "In den [90er-Jahren] schloss das Werk.": "199X",
    "In den [neunziger Jahren] schloss das Werk.": "199X",
    "In den [Siebzigerjahren] schloss das Werk.": "197X",
    "Der Gewinn des Konzerns sank im [ersten Quartal] um ein Zehntel.": "2024-33",
    "Der Umsatz sank im [dritten Quartal des vergangenen Jahres].": "2023-35",
    "Am [Karfreitag] läutete es.": "2024-03-29",
    "An [Christi Himmelfahrt] wird gefeiert.": "2024-05-09",
    # From the last date
    "Am 3. Mai 2024 brannte es. Am [folgenden Tag] stand nichts mehr.": "2024-05-04",
    "Am 3. Mai 2024 brannte es. Am [nächsten Tag] stand nichts mehr.": "2024-05-04",
    "Am 3. Mai 2024 brannte es. [Zwei Tage später] regnete es.": "2024-05-05",
    "Am 3. Mai 2024 brannte es. Am [Tag danach] regnete es.": "2024-05-04",
    "Am 3. Mai 2024 brannte es. Am [Vortag] war geprobt worden.": "2024-05-02",
    "Im März 2019 kam der Umbau. Im [folgenden Jahr] zog sie aus.": "2020",
    "Im März 2019 kam der Umbau. [Drei Jahre später] zog sie aus.": "2022",
    "Im März 2019 kam der Umbau. Im [selben Jahr] zog sie aus.": "2019",
    "Im März 2019 kam der Umbau. [Ein Jahr zuvor] war sie eingezogen.": "2018",
}

# What is told to come as well as gone has no value; the verb of its own clause says which.
CLAUSES = {
    "Der Minister kündigte an, am [Freitag] zurückzutreten.": "",
    "Die Gewerkschaft rief zum Streik am [Freitag] auf.": "",
    "Der Prozess wurde auf [Freitag] vertagt.": "",
    "Das Treffen wurde für [Freitag] angesetzt.": "",
    "Sie sagte, man werde am [Freitag] entscheiden.": "2024-05-10",
    "Das Urteil fiel, wie am [Freitag] bekannt wurde.": "2024-05-03",
    "Die Frist endete am [Freitag].": "2024-05-03",
    "Bis [Freitag] hatten sie Zeit.": "",
    "Der Rat verschob die Entscheidung auf [Freitag].": "",
    "Er bat um ein Treffen am [Freitag].": "",
    "Die Bahn warnte vor Ausfällen am [Wochenende].": "",
    "Für [Freitag] waren weitere Gespräche geplant.": "",
    "Der Sender berichtete, der Kanzler reise am [Freitag] ab.": "",
    "Die Partei hatte beschlossen, am [Freitag] zu klagen.": "",
    "Das Gericht teilte mit, dass die Verhandlung am [Freitag] beginnt.": "",
    "Am [Freitag] kommt der Bericht, der lange erwartet wurde.": "",
    "Die Züge, die am [Freitag] ausgefallen waren, fahren wieder.": "2024-05-03",
    "Er habe am [Freitag] nichts gewusst, sagte er.": "2024-05-03",
    "Der Streik, der am [Freitag] beginnen soll, trifft viele.": "2024-05-10",
    "Der Auftritt, der am [Freitag] stattfinden sollte, fällt aus.": "",
    "Die Tickets, die seit [Freitag] verkauft werden, sind knapp.": "2024-05-03",
    "Die für [Freitag] geplante Sitzung wurde abgesagt.": "",
    "Am Donnerstag wurde bekannt, dass der Konzern am [Montag] verkauft wird.": "2024-05-13",
    "Der Vertrag, den beide Seiten am [Dienstag] unterzeichnen wollen, gilt bis 2040.": "2024-05-14",
    "Die Polizei nahm einen Mann fest, der am [Montag] gestanden haben soll.": "2024-05-06",
    "Wir treffen uns am [Samstag], sagte sie gestern.": "",
    "Er kam aus Tarn und reist am [Freitag] weiter.": "",
    "Rund 300 Bürger sind am [Sonntag] zur Wahl aufgerufen.": "2024-05-12",
    "Die Verabschiedung, sie ist für den [29. November] geplant, eilt.": "2024-11-29",
    "Der Rat berät, die Abstimmung ist für den [29. November] geplant.": "2024-11-29",
    "Am [3. Juli] hatte der Rat getagt.": "2023-07-03",
    "Er wurde am [20. Mai] zum Chef ernannt.": "2023-05-20",
    "Nach dem [30. Mai] wurde alles anders.": "",
    "Das Gesetz gilt am [1. November].": "",
    "Er sagte 2019, das Werk werde im [nächsten Jahr] geschlossen.": "",
    "Er schrieb ihr 2019, und [vergangene Woche] kam Antwort.": "2024-04-29/2024-05-05",
    "[Heute vor einem Jahr] brach der Damm.": "2023",
    "[Vor drei Jahren im Mai] brach der Damm.": "2021",
    "Im Mai 2021 begann der Krieg. Im [April] fiel die Stadt.": "",
    "Im [Januar] und April vergangenen Jahres starben 300.": "2023-01",
    "Die Schau läuft bis zum [30. September].": "2024-09-30",
    "Im [Herbst] soll gewählt werden.": "2024-23",
    "Im [Herbst] wurde gewählt.": "2023-23",
    "Ab [morgen] gilt die neue Regel.": "2024-05-09",
    "Seit [gestern] gilt die neue Regel.": "2024-05-07",
    "In den [Neunzigern] lebte sie in Tarn.": "199X",
    "Die Spielzeit 2025/26 wird die letzte. Im [Jahr darauf] wird saniert.": "2027",
    "1961 kam der Bau. Im Juni 1989, im Juli 1990 und im Mai 1991 fiel er. Am [4. November] war Ruhe.": "1991-11-04",
}

NO_VALUE = {
    "Das war [44 v. Chr.] so.": None,
    "Der Umsatz stieg im [Geschäftsjahr 2023/24].": None,
    "Der Umsatz stieg im [laufenden Geschäftsjahr].": None,
    "In den [vergangenen drei Wochen] regnete es.": None,
    "In den [letzten Jahren] regnete es.": None,
    "Es regnet [derzeit].": None,
    "Der Rat tagte [kürzlich].": None,
    "Der Rat tagte am [31. April 2024].": None,
    "Er ist seit dem [11. September] nicht mehr geflogen.": None,
}

NONE = (
    "Karl Mai und August Bebel trafen Juni Sol.",
    "Der 1. FC verlor gegen den 2. Platz.",
    "Paragraf 218 und Artikel 1949 bleiben.",
    "Um 19.30 Uhr kamen 2.000 Menschen.",
    "Gegen 20.15 Uhr war es vorbei.",
    "Die Agenda 2030 und die Vision 2050 gelten.",
    "Mit 1985 Stimmen wurde sie gewählt.",
    "Es kamen 2000 Menschen, 1998 Euro lagen in der Kasse.",
    "Die Boeing 1947 und der Windows 2000 Rechner stehen.",
    "Die Montagsdemonstration zieht montags und dienstags los.",
    "Jeden Montag tagt der Rat.",
    "Die Straße des 17. Juni ist gesperrt.",
    "Der Platz des 18. März ist gesperrt.",
    "Am Morgen kam der Arzt, am Abend ging er.",
    "Noch heute steht der Turm, bis heute zahlt er.",
    "Das Schloss ist heute ein Museum.",
    "Der Preis stieg auf 2010 Punkte und fiel von 2010 auf 1990.",
    "Die Version 1.10.2 und die Nummer 5.5 gelten.",
    "Zimmer 2014 liegt im Flur 1990.",
    "Der Sommerabend und der Wintermantel sind warm.",
    "Etwa 1900 Beschäftigte streikten.",
    "Der Sonntag war sein liebstes Wort nicht: Sonntagskind nannte man ihn.",
    "Die Hausnummer 12/2 steht im Plan.",
    "Trainer Kurt Freitag und Ina Sonntag kamen, sagte Freitag.",
    "Übernächsten Montag folgt der Rat.",
    "Zum Jahreswechsel 2022/23 gab es Streit, an einem Sonntag.",
    "Die Bilanz 2023 und die Wahl 2021 waren mager, er ist Jahrgang 1990.",
    "Das Haus wurde verkauft und ist heute ein Museum.",
    "Drei Jahre nach dem Brand und zwei Wochen vor der Wahl steht die Halle.",
)


@pytest.mark.parametrize(("sentence", "expected"), EXPLICIT.items(), ids=list(EXPLICIT))
def test_what_a_text_states_in_full_needs_no_anchor(sentence: str, expected: str) -> None:
    """Explicit dates have the same value with and without a day of publication."""
    mention = mention_in(sentence, None, "de")
    found = mention.edtf or "" if mention else value_in(sentence, "2024-05-08", "de")
    assert found == expected


@pytest.mark.parametrize(("sentence", "expected"), [*ANCHORED.items(), *CLAUSES.items()])
def test_relative_dates_count_from_the_anchor(sentence: str, expected: str) -> None:
    """What counts from the day of publication has its value with one, and none where the words leave two open."""
    assert value_in(sentence, "2024-05-08", "de").rstrip("?") == expected


@pytest.mark.parametrize("sentence", [s for s, value in ANCHORED.items() if "2024. " not in s and "2019 " not in s])
def test_nothing_relative_has_a_value_without_an_anchor(sentence: str) -> None:
    """Never today, never a neighbour's year."""
    text, start, end = marked(sentence)
    assert [m.edtf for m in find_dates(text, None, "de") if m.start >= start and m.end <= end and m.edtf] in (
        [],
        ["2023"],
    )


@pytest.mark.parametrize("sentence", NO_VALUE)
def test_what_nobody_can_place_is_found_without_value(sentence: str) -> None:
    """An editor sees the phrase, and no date."""
    mention = mention_in(sentence, date(2024, 5, 8), "de")
    assert mention is not None
    assert mention.edtf is None


@pytest.mark.parametrize("sentence", NONE)
def test_false_friends_are_no_dates(sentence: str) -> None:
    """Names, counts, times of day and habits have no value."""
    assert [(sentence[m.start : m.end], m.edtf) for m in find_dates(sentence, date(2024, 5, 8), "de") if m.edtf] == []


def test_there_are_enough() -> None:
    """At least 150 expressions of German."""
    assert len(EXPLICIT) + len(ANCHORED) + len(CLAUSES) + len(NO_VALUE) + len(NONE) >= 150
