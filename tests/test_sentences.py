"""nutgraf.sentences: where a sentence of news ends and where it only seems to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.sentences import split_sentences

# A bar marks the white space between two sentences.
CASES = [
    # Plain stops, and white space around.
    "The ferry sank.|Nobody was hurt.",
    "  The ferry sank!   |Who knew?|The harbour master did. ",
    "No stop at the end",
    "The port closed.|15 boats were inside.",
    "He left (by the back door).|The crowd did not.",
    "It rained.|(Reporting by Ida Falk.)",
    "Vessel Bay, D.C. — The port closed.",
    # Line breaks.
    "Port Elswick\n|Ferries run again\n\n|The line reopened.",
    "One line\r\n|Another line",
    # Titles, initials, names.
    "Mr. Tolland met Dr. Ann Quill and Gov. Reyes.|They agreed.",
    "Lt. Col. Bram Oster and Sen. Ida Falk spoke.",
    "The Rev. J. K. Marsh Jr. opened the hall.",
    "J.K. Marsh wrote it.|T. S. Orme did not.",
    "She voted for Plan B.|That failed.",
    "St. Osyth Street and Mt. Corran were closed.",
    "He lives on Orme St.|The house is red.",
    "The firm, Dallow Inc. of Vessel Bay, closed.",
    "She works for Dallow Inc.|The firm makes rope.",
    "Tarn Bros. Ltd. Chairman Orme resigned.",
    # Countries, degrees.
    "The U.S. Navy left the U.S.|The port is empty.",
    "Troops left the U.S. and the U.K.|They flew home.",
    'He left the U.S.|"Never again," he said.',
    'He was born in the U.S.|"I never left," he said.',
    "Ida Falk, Ph.D. from Corran, spoke in Vessel Bay, D.C.|She left early.",
    "A man from Tarn, Ill. Governor Reyes knew died.",
    "They praised the Mass.|Governor Reyes did not.",
    "The rally was in Tarn, Wash.|It rained.",
    "U.N. Security Council members met a U.S. District Court judge.",
    # Numbers, dates, times.
    "Prices rose 3.5 percent to $1.20 a loaf.|Wages did not.",
    "Growth hit 3.5.|Orme resigned.",
    "It opened on Jan. 5 and closed on Sept. 30.|No. 7 Quay is open.",
    "It happened last Dec.|The port was shut.",
    "See p. 12, fig. 3 and No. 8.|All are maps.",
    "The vote is at 5 p.m. Monday.|The count follows.",
    "The vote is at 5 p.m. EST.|The count follows.",
    "It closed at 11 p.m.|Police came later.",
    "Doors open at 9 a.m.|Orme speaks first.",
    "Was it him?|No.|Orme was away.",
    "1. The council meets.|It votes.",
    "A. The council meets.",
    "The sea fell c. 1250 and rose approx. 300 years later.",
    "Falk v. Orme and Tarn vs. Corran are cases, e.g. The court hears both, i.e. Corran first.",
    # Quotations.
    '"We are ready," she said.|"We sail at dawn."',
    '"Are you ready?" Mara Quill asked.|Nobody answered.',
    "“Are you ready?” Quill, 42, asked the crew.",
    '"Are you ready?" she asked.',
    '"Stop!" he shouted.|The boat went on.',
    '"Who pays?"|He said nobody would.',
    '"Who pays?"|Nobody moved.',
    "‘We sail at dawn.’|The crew cheered.",
    'She said, "The tide turned."|Then she left.',
    "He called it “a mistake.”|It was not.",
    # Ellipses, runs, footnotes, odd names.
    "He waited...|The boat came.",
    "He waited ... and waited… and slept.",
    "He waited …|The boat came.",
    "What?!|The boat came.",
    "The sea rose.[12]|The town did not.",
    "Shares of Yahoo! Inc. fell.",
    "It fell.|iPhone sales rose.|eBay did not.",
    "He left. nobody saw it.",
    "Rope, twine, etc. are sold.|The shop is small.",
    "The boats – Ida, Falk etc. – sank.",
    "Visit tarn.example.com.|The site is new.",
    # Other scripts.
    "هل وصلت السفينة؟|نعم وصلت.",
    "渡し船が沈んだ。|けが人はいない。",
    "「行く。」と彼は言った。|船は出た。",
    "船开了吗？|开了！|他很高兴。",
    "Die Fähre sank.|Äpfel trieben im Hafen.",
    # Titles and names, harder.
    "Sens. Falk and Orme met Reps. Quill and Tarn.|No deal came.",
    "Vice Adm. Bram Oster relieved Maj. Gen. Ida Falk on Friday.",
    "Former Gov. J.B. Orme endorsed Lt. Gov. Mara Quill.",
    "Msgr. Tarn and Fr. Corran blessed the boats.|The Sisters of St. Clare sang.",
    "The suspect, Samuel L. Orme, was held.|Orme denied it.",
    "It was signed by W. Falk.|Orme refused.",
    "Orme, M.D., and Falk, R.N., treated them.",
    "Dr. Orme's ship left.|Prof. Falk's did not.",
    "Martin Luther Orme Jr. spoke.|Martin Luther Orme Sr. did not.",
    "He is Ned Orme Jr.|His father is alive.",
    "President Falk said Gen. Oster Sr. would go.",
    # Companies and places.
    "Dallow & Co. shares fell.|Tarn Corp. shares rose.",
    "Dallow Co.|It was founded in 1911.",
    "Shares in Dallow Inc. rose 4% while Tarn Ltd. fell.",
    "Dallow Inc.'s chief left.|The board thanked him.",
    "The blaze began at 12 Orme Ave. and spread to Tarn Blvd. before dawn.",
    "They met at Ft. Tarn, Va., near Mt. Corran.|Nobody spoke.",
    "She moved from Corran, Mass., to Tarn, N.H., in May.",
    "He was flown to Washington, D.C.|There he died.",
    "Voters in Tarn, Calif., and Orme, Ore., go first.",
    "U.S. Rep. Ida Falk, D-Calif., voted no.|Sen. Orme, R-Tex., voted yes.",
    "The U.S.-led force left.|The U.K.’s stayed.",
    "The U.S.S. Orme sailed.|The H.M.S. Tarn stayed.",
    "It was made in the U.S.A.|The label says so.",
    "The E.U. Commission fined Dallow.|The U.S. Treasury did not.",
    "The deal was struck between the U.S. and Westmark.|Both sides cheered.",
    # Numbers, money, dates and times, harder.
    "It cost $1.5 million.|In 2019 it had cost $900,000.",
    "Inflation was 2.4 per cent.|3.1 had been feared.",
    "On Oct. 7, 2023, it began.|On Nov. 24 it paused.",
    "It began on Oct. 7.|The truce came on Nov. 24.",
    "Polls close at 8 p.m. in Tarn.|Results follow by 10 p.m.",
    "It landed at 6:30 a.m. Tuesday, Feb. 4.|Everyone lived.",
    "Shortly before 3 a.m. Mr. Orme called for help.",
    "At about 9 p.m. the lights went out.|It was dark.",
    "The train left at 7 a.m. GMT.|The bus left at 8 a.m.|Falk missed both.",
    "Article 5 of No. 12/2020 and Vol. 3, pp. 4-9 were read.",
    "It ended 3-2.|5,000 fans saw it.",
    "Version 2.0 came out.|Version 3.1.4 did not.",
    "Turnout was approx. 60 percent vs. 55 in 2019.",
    "Sec. 230 applies.|Art. 10 does not.",
    # Quotations, harder.
    "“We won.”|“You lost.”",
    "“We won,” Orme said.|“They lost.”",
    "“Did we win?” asked Orme.|“Yes!” said Falk.",
    "“Who won?”|Orme shrugged.",
    "Falk said: “It is over.|We go home.”|The crowd cheered.",
    "He said, “It is over.”",
    "She asked, “Is it over?” and left.",
    "It was “over.”|Then it was not.",
    "“Enough is enough!” Gov. Falk told the crowd.",
    "“Is it safe?” wondered Mara Quill, who lives nearby.|It was.",
    "‘It is over,’ he said.|‘We go home.’",
    "«C’est fini.»|He left.",
    "„Es ist vorbei.“ |Dann ging er.",
    "“Stop!”|The driver did not hear.",
    "(He did not vote.)|She did.",
    "He voted (she did not).|Nobody cared.",
    "It was late (about 10 p.m.).|The crowd left.",
    "“We won.”|(Applause.)|The hall stood up.",
    "“We won” (see page 4).|The hall stood up.",
    "“It is a long game.” - Mara Quill",
    # Ellipses, marks and omissions.
    "“I … I don’t know,” he said.|“Nobody does.”",
    "“It was … terrible.|I ran.”",
    "They waited....|Nobody came.",
    "He quoted [...] and left.|She stayed.",
    "Really?!|Yes.",
    "Who won? who lost?|Nobody knew.",
    "Is it you, Orme?|It is I.|Falk is away.",
    "Jeopardy! host Ned Orme quit.|Yahoo! Inc. did not.",
    "The band Tarn! played.",
    # Lists, labels and addresses inside a line.
    "1. Vote early.|2. Vote once.",
    "Write to tips@tarn.example.|Or call 555.0100.",
    "See www.tarn.example/a.b?c=d.|It is free.",
    "The file report.pdf leaked.|The node.js team denied it.",
    "Falk, Orme et al. wrote it.|It was read.",
    "They sell ropes, nets, etc.|Tarn is proud.",
    "Corran FC v. Tarn Utd. ended 1-1.",
    "No.|That was all he said.",
    "“No.”|Orme said no more.",
    "Plan A failed.|So did Plan B.|Nobody had a Plan C.",
    "Vitamin C.|It helps, Dr. Falk says.",
    # Other scripts.
    "قال الوزير: «لن نرحل».|ثم غادر القاعة.",
    "وصلت السفينة!|من رآها؟|لا أحد۔",
    "港は閉鎖された！|船は15隻あった。|漁師は「いつまで？」と尋ねた。",
    "“我们不走。”部长说。|他随后离开。",
    "배가 떠났다.|아무도 다치지 않았다.",
    "Паром затонул.|Никто не пострадал.",
    "नाव डूब गई।|कोई घायल नहीं हुआ।",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    """The sentences are the pieces between the bars."""
    is_wide = any("\u3000" < letter < "\ua000" for letter in case)
    text = case.replace("|", "" if is_wide else " ")
    assert [text[start:end] for start, end in split_sentences(text)] == [part.strip() for part in case.split("|")]


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\u2028"])
def test_nothing(text: str) -> None:
    """White space holds no sentence."""
    assert split_sentences(text) == []


TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            "The",
            "boat",
            "U.S.",
            "Mr.",
            "Orme",
            "said",
            "5",
            "p.m.",
            '"',
            "”",
            "?",
            "…",
            ".",
            " ",
            "\n",
            "。",
            "」",
        ]
    )
).map("".join)


@settings(deadline=None)
@given(TEXTS)
def test_spans(text: str) -> None:
    """Spans are in order, do not overlap, carry no outer white space, and leave out nothing else."""
    spans = split_sentences(text)
    ends = [0, *(end for _, end in spans)]
    assert all(last <= start < end for last, (start, end) in zip(ends, spans, strict=False))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@settings(deadline=None)
@given(TEXTS)
def test_lines(text: str) -> None:
    """No sentence runs over a line break."""
    assert all(len(text[start:end].splitlines()) == 1 for start, end in split_sentences(text))
