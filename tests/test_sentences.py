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
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    """The sentences are the pieces between the bars."""
    text = case.replace("|", "" if any("\u3000" < letter < "\uffff" for letter in case) else " ")
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
