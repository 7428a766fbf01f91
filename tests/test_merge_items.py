"""nutgraf.merge.items: three versions of a list become one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.merge.items import applied, likeness, merge_items, merge_sets

A = "The board of the harbour voted on Monday to raise the tolls for lorries by eight percent."
B = "Hauliers said that the prices in the shops would go up within a month of the decision."
C = "The mayor did not answer questions on Tuesday, and her office gave no reason for it."
LETTERS = {"a": A, "b": B, "c": C, "A": A.upper(), "B": B + " Soon.", "C": C + " Yet."}


def words(letters: str) -> list[str]:
    """Return paragraphs for letters: `B` is a new wording of `b`, and `x` something else altogether."""
    return [LETTERS.get(letter, f"{letter} " * 20) for letter in letters]


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Return the outcome in letters, None for a clash."""
    spelt = {text: letter for letter in f"{base}{mine}{theirs}" for text in words(letter)}
    outcome = merge_items(words(base), words(mine), words(theirs))
    return None if outcome.clashes else "".join(spelt[text] for text in applied(outcome, words(mine)))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "outcome"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "aBc", "abc", "aBc"),
        ("abc", "abc", "aBc", "aBc"),
        ("abc", "aBc", "aBc", "aBc"),
        ("abc", "aBc", "abC", "aBC"),  # neighbours
        ("abc", "axc", "aby", "axy"),
        ("abc", "xyc", "abC", "xyC"),
        ("abc", "aBxc", "abC", "aBxC"),  # an edit with something new behind it
        ("abc", "xaBc", "abC", "xaBC"),
        ("abc", "ac", "abC", "aC"),
        ("abc", "c", "aBc", None),  # one of two that went was changed
        ("abc", "ac", "aBc", None),
        ("abc", "aBc", "ac", None),
        ("abc", "axc", "ayc", None),
        ("abc", "abcx", "abcy", "abcyx"),  # both went on: the copy first
        ("abc", "abcx", "abcx", "abcx"),
        ("abc", "xabc", "abcx", "xabc"),  # brought in by hand, at another place
        ("abc", "aBxc", "aBc", "aBxc"),  # resolved by hand, with something added
        ("abc", "", "abc", ""),
        ("abc", "abc", "", ""),
        ("", "x", "y", "yx"),
        ("abc", "cab", "abc", "cab"),
        ("abc", "cab", "abC", None),
    ],
)
def test_edits_of_both_are_kept(base: str, mine: str, theirs: str, outcome: str | None) -> None:
    """Each row: the last conversion, the editor's, the seed's, and what comes of them."""
    assert merged(base, mine, theirs) == outcome


@pytest.mark.parametrize(("prefer", "outcome"), [("mine", "xBcd"), ("theirs", "Abcd")])
def test_a_clash_can_be_settled_for_one_side(prefer: str, outcome: str) -> None:
    """The other edits of both stay."""
    texts = [words(letters) for letters in ("abc", "xBc", "Abcd")]
    expected = words(outcome.replace("b", "B"))
    assert applied(merge_items(*texts, prefer=prefer), texts[1]) == expected


def test_a_clash_says_where_and_what() -> None:
    """It has the index of mine, also when mine has nothing there, and both texts; not what went with the others."""
    (clash,) = merge_items(words("abc"), words("c"), words("aBc")).clashes
    assert (clash.at, clash.mine, clash.theirs) == (0, (), (B + " Soon.",))
    (clash,) = merge_items(words("abc"), words("xac"), words("aBc")).clashes
    assert (clash.at, clash.mine, clash.theirs) == (2, (), (B + " Soon.",))


def test_topics_cannot_clash() -> None:
    """What either took away is gone, what either added is there, once."""
    mine = ["ports", "own", "both"]
    outcome = merge_sets(["ports", "old", "gone"], mine, ["gone", "ports", "new", "both"])
    assert applied(outcome, mine) == ["ports", "own", "both", "new"]


def test_likeness_tells_a_new_wording_from_another_text() -> None:
    """Also where no spaces part the words."""
    assert likeness(A, A) == 1
    assert likeness(A, A.replace("eight", "nine")) > 0.8
    assert likeness(A, B) < 0.1
    assert likeness("港口董事会周一投票决定提高卡车通行费", "港口董事会周二投票决定提高卡车通行费") > 0.3
    assert likeness("", "") == 1


paragraphs = st.lists(st.text("abcdefgh ", min_size=1, max_size=30), unique=True, max_size=8)


@st.composite
def edited_apart(draw: st.DrawFn) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return a list, two versions with edits to different items, and the version that has both."""
    base = draw(paragraphs)
    mine, theirs, both = [], [], []
    for number, text in enumerate(base):
        who, what = draw(st.sampled_from("-mt")), draw(st.sampled_from(["gone", "new", "more"]))
        new = {"gone": [], "new": [f"{who}{number} anew"], "more": [text + f" {who}"]}[what]
        mine += new if who == "m" else [text]
        theirs += new if who == "t" else [text]
        both += [text] if who == "-" else new
    return base, mine, theirs, both


@given(edited_apart())
def test_edits_to_different_items_are_all_kept(versions: tuple[list[str], list[str], list[str], list[str]]) -> None:
    """Also to neighbours: no edit is lost, none clashes."""
    base, mine, theirs, both = versions
    outcome = merge_items(base, mine, theirs)
    assert outcome.clashes == ()
    assert applied(outcome, mine) == both


@given(paragraphs, paragraphs)
def test_one_who_did_nothing_stands_in_nobodys_way(base: list[str], other: list[str]) -> None:
    """With one version as it was, the other is the outcome."""
    assert applied(merge_items(base, base, other), base) == other
    assert merge_items(base, other, base).items == tuple(range(len(other)))
    assert merge_items(base, other, other).clashes == ()


@given(paragraphs, paragraphs, paragraphs)
def test_nothing_of_either_is_lost_without_a_clash(base: list[str], mine: list[str], theirs: list[str]) -> None:
    """What either added is there; what is there was somebody's; both sides settled are without a clash."""
    outcome = merge_items(base, mine, theirs)
    found = applied(outcome, mine)
    if not outcome.clashes:
        assert (set(mine) | set(theirs)) - set(base) <= set(found)
        assert set(found) <= set(mine) | set(theirs)
        assert not (set(base) - set(mine) - set(theirs)) & set(found)
    assert merge_items(base, mine, theirs, prefer="mine").clashes == ()
    assert merge_items(base, mine, theirs, prefer="theirs").clashes == ()
