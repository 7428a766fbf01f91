"""nutgraf.evidence.support: the sentence a claim rests on is found by its rare words, and none when it has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.content import load_briefings
from nutgraf.evidence import find_support, index_sentences
from nutgraf.sentences import split_sentences

ROOT = Path(__file__).parent.parent

ARTICLE = (
    "The harbour board of Port Elswick voted on Monday to raise its tolls for lorries by 12 percent from June.",
    "It is the third rise since 2021, when the board bought two cranes for $35 million.",
    'Hauliers called the rise "a tax on bread."',
    "Nearly half of the fresh food of Westmark comes through the port, the ministry of trade says.",
    "The board's chairman, Ned Orme, told reporters that the cranes had to be paid for.",
    "Chinese and American lines will pay as much as those of Westmark.",
    "Two dockers were killed in March when a cable broke, and the port was shut for nine days.",
)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        # The words of one sentence, in another order and form.
        ("Tolls for lorries will be raised 12% in June", [0]),
        ("Half of Westmark's fresh food passes through the port", [3]),
        # Values, countries and kindred words.
        ("The cranes cost thirty-five million dollars", [1]),
        ("Lines from China and the U.S. pay the same", [5]),
        ("Port closed 9 days after a deadly accident", [6]),
        # Two sentences, the stronger first.
        ("Hauliers call a third rise in tolls a tax on bread", [2, 1]),
        # What the article does not say.
        ("The mayor of Corran opened a museum of rope on Friday", []),
        ("Sailors rescued from a burning tanker off Tarn", []),
        # Nothing to look for.
        ("", []),
        ("It was said that they would", []),
    ],
)
def test_support(claim: str, found: list[int]) -> None:
    """The indices of the sentences, the strongest first."""
    assert find_support(claim, ARTICLE)[: max(1, len(found))] == found


def test_no_sentences() -> None:
    """An article without a sentence supports nothing."""
    assert find_support("Tolls rise", []) == []
    assert find_support("Tolls rise", ["", " "]) == []


def test_a_tie_goes_to_the_earlier_sentence() -> None:
    """What is said twice is found where it is said first."""
    assert find_support("The boats sail", ["Rain fell.", "The boats sail.", "The boats sail."]) == [1]


def test_each_of_the_shipped_takeaways_has_its_sentence() -> None:
    """The five takeaways of the site that ships point at the sentences an editor would choose."""
    (briefing,) = load_briefings(ROOT)
    texts = [text[a:b] for text in (briefing.why_it_matters, briefing.body) for a, b in split_sentences(text)]
    index = index_sentences(texts)
    first = [texts[index.support(takeaway).sentences[0]] for takeaway in briefing.takeaways]
    starts = ("Representatives from", "The Hamas-Fatah", "Achieving", "According to UN", "The international community")
    assert [text.startswith(start) for text, start in zip(first, starts, strict=True)] == [True] * 5


SENTENCES = st.lists(st.lists(st.sampled_from([*"abcdefgh", "12", "tolls", "rise", "the"]), max_size=8).map(" ".join))


@given(SENTENCES, st.data())
def test_a_sentence_supports_itself(sentences: list[str], data: st.DataObject) -> None:
    """Each index exists and stands once; a sentence with words is covered whole by what is found for it."""
    index = index_sentences(sentences)
    for sentence in sentences:
        support = index.support(sentence)
        assert len(set(support.sentences)) == len(support.sentences) <= 3
        assert set(support.sentences) <= set(range(len(sentences)))
        assert support.covered == pytest.approx(1) or not support.sentences
    absent = index.support("zeppelin quay")
    assert (absent.sentences, absent.covered) == ((), 0)
