"""nutgraf.frontmatter: a content file is cut in two and put together without a change to any text in it."""

import time
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nutgraf.frontmatter import _compose_quickly, _refuse_tricks, comment_behind, compose, join, place_of, split
from nutgraf.problems import ContentError, Problem

HARD_TEXTS = [
    "",
    " ",
    "a: b",
    "a:b",
    "- a",
    "# a",
    "a # b",
    "'a'",
    '"a',
    'it\'s "so"',
    "NO",
    "no",
    "true",
    "null",
    "~",
    "12:30",
    "1.10",
    "017",
    "1_000",
    "0x1F",
    "2024-13-05",
    "2024-05-01",
    "---",
    "...",
    "--- a",
    "@x",
    "%50",
    "*x*",
    "&amp",
    "!tag",
    "?",
    "? a",
    "[a",
    "{a}",
    "a, b",
    "|",
    ">",
    "=",
    "<<",
    "a\nb",
    "a\n\nb\n",
    "a\n---\nb",
    "---\na\n---\n",
    "\n",
    "\n\n a",
    " a\nb",
    "  a\n b\n",
    "a \nb",
    "a\n  \nb",
    "a\n\n\n",
    "# a\n# b",
    "a\r\nb",
    "a\rb",
    "\ta\n\tb",
    " trailing ",
    "a\x85b",
    "a\u2028b",
    "a\u2029b\nc",
    "\ufeffa",
    "a\u00a0b",
    "a\u200bb",
    "👩‍🚀 lands",
    "مرحبا: ١",
    "\x07bell",
    "a" * 500,
    "word " * 200,
]

texts = st.sampled_from(HARD_TEXTS[:-2]) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
lines = st.lists(st.sampled_from(["", " ", "  x", "x", "x ", "---", "# x", "- x", "x: y", "\tx", "…"]), max_size=6).map(
    "\n".join
)
values = st.recursive(
    texts | lines,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=6,
)
field_maps = st.dictionaries(texts, values, max_size=5)
bodies = (lines | texts).map(lambda text: text.replace("\r\n", "\n"))


def plain(node: yaml.Node) -> Any:
    """Return the texts, lists and mappings of a composed node, read by nothing of nutgraf."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    return [plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def fault_of(text: str) -> Problem:
    """Return the only Problem that splitting `text` gives."""
    with pytest.raises(ContentError) as caught:
        split(text, "a.md")
    (problem,) = caught.value.problems
    return problem


@settings(deadline=None)
@given(field_maps, bodies)
def test_split_gives_back_what_join_was_given(fields: dict[str, Any], body: str) -> None:
    """Any texts, lists and mappings, and any body, survive the file, and scalars stay the text they were."""
    front = split(join(fields, body), "a.md")
    assert plain(front.node) == fields
    assert list(plain(front.node)) == list(fields)
    assert front.body == body


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_each_hard_text_survives_as_a_field_an_item_and_a_body(text: str) -> None:
    """The texts that YAML is known to bend come back as they were, wherever they stand."""
    fields = {"a": text, "b": [text, {"c": text}], "d": {"e": [text]}, "z": "end"}
    body = text.replace("\r\n", "\n")
    front = split(join(fields, body), "a.md")
    assert (plain(front.node), front.body) == (fields, body)


@settings(deadline=None)
@given(field_maps, bodies)
@example({}, "---\n")
def test_the_body_starts_on_the_line_that_is_said(fields: dict[str, Any], body: str) -> None:
    """`body_line` is the line of the file on which the body's first character stands."""
    text = join(fields, body)
    front = split(text, "a.md")
    assert "\n".join(text.split("\n")[front.body_line - 1 :]) == body


def test_join_writes_what_an_editor_would() -> None:
    """Fields keep their order, lists are indented, paragraphs are literal blocks, long lines are not folded."""
    long = "word " * 60 + "end"
    text = join({"z": "plain", "a": ["x", "y"], "why": "One.\n\nTwo.", "long": long, "ü": "é"}, "Body.\n")
    assert text == f"---\nz: plain\na:\n  - x\n  - y\nwhy: |-\n  One.\n\n  Two.\nlong: {long}\nü: é\n---\nBody.\n"


def test_join_never_writes_an_alias_for_a_list_that_stands_twice() -> None:
    """The same object in two fields is written out twice, since anchors are refused on reading."""
    shared = ["x"]
    assert plain(split(join({"a": shared, "b": shared}, ""), "a.md").node) == {"a": ["x"], "b": ["x"]}


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\na: b\n---\nBody\n", "Body\n", 4),
        ("\ufeff---\na: b\n---\nBody\n", "Body\n", 4),
        ("---\r\na: b\r\n---\r\nBody\r\nmore", "Body\nmore", 4),
        ("--- \na: b\n---\t\nBody", "Body", 4),
        ("---\na: b\n---\n\n---\nBody\n---\n", "\n---\nBody\n---\n", 4),
        ("---\na: b\n---", "", 3),
        ("---\n---\nBody", "Body", 3),
        ("---\n# only a comment\n\n---\nBody", "Body", 5),
    ],
)
def test_fences_marks_and_line_ends_of_any_kind_are_fine(text: str, body: str, body_line: int) -> None:
    """A byte order mark, CRLF, blanks after the dashes, a last fence without a line end and no fields are all fine."""
    front = split(text, "a.md")
    assert (front.body, front.body_line, front.first_line) == (body, body_line, 2)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 0, "no front matter"),
        ("Body only.\n", 1, 0, "no front matter"),
        ("\n---\na: b\n---\n", 1, 0, "no front matter"),
        (" ---\na: b\n---\n", 1, 0, "no front matter"),
        ("----\na: b\n----\n", 1, 0, "no front matter"),
        ("---\na: b\nBody\n", 1, 0, "the front matter is not closed"),
        ("---", 1, 0, "the front matter is not closed"),
        ("---\na: b\n ---\n", 1, 0, "the front matter is not closed"),
        ("---\nhello\n---\n", 2, 0, "expected lines of the form `field: value`"),
        ("---\n- a\n---\n", 2, 0, "expected lines of the form `field: value`"),
        ("---\na: b\nc: d: e\n---\n", 3, 5, "mapping values are not allowed here"),
        ("---\na: b\n\tc: d\n---\n", 3, 1, "found character '\\t' that cannot start any token"),
        ("---\na: @b\n---\n", 2, 4, "found character '@' that cannot start any token"),
        ("---\na: 'b\nc: d\n---\n", 2, 4, "found unexpected end of stream"),
        ('---\na: "b\nc: d\n---\n', 2, 4, "found unexpected end of stream"),
        ("---\na: [b\nc: d\n---\n", 2, 4, "while parsing a flow sequence"),
        ("---\na: b\nc: &d e\n---\n", 3, 4, "anchors"),
        ("---\na: b\nc: *d\n---\n", 3, 4, "anchors"),
        ("---\na: &b [x]\nc: *b\n---\n", 2, 4, "anchors"),
        ("---\na:\n  - *b\n---\n", 3, 5, "anchors"),
        ("---\na: b\nc: d\x07\n---\n", 3, 5, "U+0007"),
        ("---\na: b\nc: \x00\n---\n", 3, 4, "U+0000"),
    ],
)
def test_a_broken_file_is_named_with_the_place_of_the_slip(text: str, line: int, column: int, message: str) -> None:
    """Each way to break front matter is one Problem at the line and column where it opened."""
    problem = fault_of(text)
    assert (problem.path, problem.line, problem.column) == ("a.md", line, column)
    assert message in problem.message


def test_a_line_separator_in_a_text_moves_no_line_number() -> None:
    """Lines are those an editor sees: U+2028 and NEL in a value do not count."""
    problem = fault_of('---\na: "x\u2028y\x85z"\nb: c: d\n---\n')
    assert (problem.line, problem.column) == (3, 5)


def test_a_billion_laughs_is_refused_at_once() -> None:
    """A file whose aliases would grow to 10^9 items is answered in well under a second."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    started = time.perf_counter()
    problem = fault_of("---\na0: &a0 [lol]\n" + "\n".join(levels) + "\n---\n")
    assert time.perf_counter() - started < 1
    assert (problem.line, problem.column) == (2, 5)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_without_end_is_a_problem_and_no_traceback(opening: str) -> None:
    """A value nested thousands deep is the editor's fault, told as one."""
    start = "\n  " if opening == "- " else " "
    assert fault_of(f"---\na:{start}{opening * 5000}x\n---\n").path == "a.md"


def test_compose_counts_from_the_line_it_is_told() -> None:
    """A settings file starts on line 1, and an empty one is an empty mapping."""
    with pytest.raises(ContentError) as caught:
        compose("a: b\nc: d: e\n", "site.yaml")
    assert [(p.path, p.line, p.column) for p in caught.value.problems] == [("site.yaml", 2, 5)]
    assert plain(compose("", "site.yaml")) == plain(compose("# nothing\n", "site.yaml")) == {}


LINES = (
    'headline: Tolls rise', "dek: 'a ''b'''", 'dek: "a \\"b\\" \\u2028"', 'byline: [Jo Hale, Ann]', 'topics:',
    '  - Ferries', '- Ports', '  - date: "2024"', '    text: It rose.', 'why: |', '  One.', '', '  Two.',
    'extra: {a: [b, {c: d}]}', 'a: &x b', 'b: *x', 'c: d # e', '#f', 'g: h#i', '\ttab', 'x: y: z', '- - - - - deep',
    'k: [[[[[[[[[[[[[[[[[[[[[[[v]]]]]]]]]]]]]]]]]]]]]]]', 'n: ~', 'é: ü', '渡輪: 停航', 'w: a\u2028b', '? q', ': r',
    '...', '%TAG', '@at: x', '`b`: x', 'l: >-', '  folded', 'z: !!str 1', "e: ''", 'date: 2024-05-01', 'flag: yes',
    '  indented: more', 'a: b\x85c',
)  # fmt: skip


def shape(node: yaml.Node | None) -> Any:
    """Return what a node says and where it starts, as far as anybody asks."""
    if node is None:
        return None
    value: Any = node.value
    if isinstance(node, yaml.MappingNode):
        value = [(shape(key), shape(item)) for key, item in node.value]
    elif isinstance(node, yaml.SequenceNode):
        value = [shape(item) for item in node.value]
    lost = comment_behind(node) if isinstance(node, yaml.ScalarNode) and node.style is None else ""
    return type(node).__name__, value, place_of(node.start_mark, 2), lost


@given(st.lists(st.sampled_from(LINES) | st.text("ab:-#& \n", max_size=8), max_size=9).map("\n".join))
def test_the_quick_reader_reads_what_the_careful_one_does(text: str) -> None:
    """What libyaml is trusted with has the same values at the same places, and is refused by neither."""
    quick = _compose_quickly(text)
    if quick is not None:
        assert shape(quick) == shape(yaml.compose(text, Loader=yaml.BaseLoader))
        _refuse_tricks(text, "a.md", 2)


def test_what_our_converter_writes_is_read_quickly() -> None:
    """Else the quick reader would serve nobody."""
    entries = [{"date": "2024", "text": "X."}]
    text = join(
        {"headline": "Tolls: “up”", "why": "One.\n\nTwo.", "takeaways": ["A.", "B, c."], "timeline": entries}, ""
    )
    assert _compose_quickly(text.removeprefix("---\n").removesuffix("---\n")) is not None
