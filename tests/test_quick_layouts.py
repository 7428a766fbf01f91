"""nutgraf.quick_layouts: the short code writes what Jinja's own does, or leaves the page to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape
from whole_site import RICH_TEXT

from nutgraf.pipeline import build_site
from nutgraf.quick_layouts import QuickEnvironment, escape_quickly


@dataclass
class Thing:
    """A value that layouts read."""

    name: str = 'A <b> & "c"'
    number: int = 3
    nothing: None = None
    parts: list[str] = field(default_factory=lambda: ["x", "<y>"])
    table: dict[str, str] = field(default_factory=lambda: {"key": "'v'", "items": "no method"})


PARTIAL = """
{% macro shown(thing, level=2, last="") %}<h{{ level }}>{{ thing }}{{ last }}</h{{ level }}>{% endmacro %}
{% macro listed(things) %}{% for each in things %}{{ loop.index }}{{ each }}{{ caller() }}{% endfor %}{% endmacro %}
{% macro many() %}{{ varargs | join(",") }}{{ kwargs.a }}{% endmacro %}
"""
PIECES = (
    "{{ thing.name }}", "{{ thing.number }}", "{{ thing.nothing }}", "{{ thing.parts[0] }}", "{{ thing.parts[1:] }}",
    "{{ thing.table.key }}", "{{ thing.table['key'] }}", "{{ thing.table.items is callable }}", "{{ thing['name'] }}",
    "{{ thing.missing }}", "{{ missing }}", "{{ missing.name }}", "{{ missing() }}", "{{ thing.missing or 1 }}",
    "{{ 1 if thing.missing is defined else 2 }}", "{{ missing | default('<d>') }}", "{{ thing.class }}",
    "{{ thing.parts[9] }}", "{{ thing.parts[9] | default('') }}", "{{ 'a,b'.split(',') }}", "{{ (1).real }}",
    "{{ (thing.name ~ '<').upper() }}", "{{ thing.name | upper }}", "{{ thing.name | safe }}", "{{ call(thing) }}",
    "{{ call(*thing.parts) }}", "{{ call(**{'a': '<'}) }}", "{{ call(class='<') }}", "{{ call(a=thing.name) }}",
    "{{ stop() }}", "{{ fail() }}", "{{ marked }}", "{{ marked ~ thing.name }}", "{{ shown(thing.name) }}",
    "{{ shown(thing.name, 3) }}", "{{ shown(thing.name, last='<') }}", "{{ shown() }}", "{{ shown(1, 2, 3, 4) }}",
    "{{ shown(1, thing=2) }}", "{{ shown(1, odd=2) }}", "{{ many(1, '<', a='&') }}", "{{ shown.name }}",
    "{% call listed(thing.parts) %}!{{ thing.name }}{% endcall %}", "{% call shown(1) %}!{% endcall %}",
    "{% set text %}<i>{{ thing.name }}</i>{% endset %}{{ text }}{{ text | length }}",
    "{% for part in thing.parts if part != 'x' %}{{ loop.first }}{{ part }}{% else %}none{% endfor %}",
    "{% for a, b in thing.table.items() %}{{ a }}{{ b }}{% endfor %}",
    "{% for a, b in {'k': '<'}.items() %}{{ a }}{{ b }}{{ call(a) }}{% endfor %}",
    "{% set box = namespace(n=1) %}{% set box.n = '<' %}{{ box.n }}", "{% with n = thing.name %}{{ n }}{% endwith %}",
    "{% macro own(a, b=thing.number) %}{{ a }}{{ b }}{% endmacro %}{{ own('<') }}{{ own(b=1, a=2) }}{{ own(b=1) }}",
    "{% filter upper %}{{ thing.name }}{% endfilter %}",
    "{% autoescape false %}{{ shown(thing.name) }}{% endautoescape %}",
    "{% include 'other.html' %}", "{% include 'none.html' ignore missing %}", "{% include 'none.html' %}",
    "{% import 'partial.html' as kit %}{{ kit.shown('<') }}{{ kit.nothing }}", "{{ self.head() }}", "{{ 1 // 0 }}",
)  # fmt: skip


def outcome(environment: Environment, layouts: Mapping[str, str], how: Callable[[Any], str]) -> object:
    """Return the text of a layout, or the kind and words of what is raised."""
    environment.loader = DictLoader(layouts)
    try:
        return how(environment)
    except Exception as error:
        return type(error), str(error)


def context() -> dict[str, Any]:
    """Return what the pieces ask for."""

    def stop() -> None:
        raise StopIteration

    def fail() -> None:
        raise KeyError("<why>")

    def call(*arguments: object, **named: object) -> str:
        return f"{len(arguments)}{sorted(named.items())}<"

    return {"thing": Thing(), "call": call, "stop": stop, "fail": fail, "marked": Markup("<b>&amp;</b>")}


OPTIONS: dict[str, Any] = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.booleans())
def test_short_code_gives_what_jinja_gives(pieces: list[str], is_block: bool) -> None:
    """The text is the same to the letter; where Jinja raises, so does it, and with its words."""
    body = "\n".join(pieces)
    top = "{% from 'partial.html' import shown, listed, many %}"
    page = "{% extends 'base.html' %}" + top + "{% block head %}" + body + "{% endblock %}" if is_block else top + body
    layouts = {
        "page.html": page,
        "partial.html": PARTIAL,
        "other.html": "{{ thing.name }}",
        "base.html": top + "<head>{% block head %}{% endblock %}</head>",
    }
    wanted = outcome(Environment(**OPTIONS), layouts, lambda env: env.get_template("page.html").render(context()))
    quick = QuickEnvironment(**OPTIONS)
    quick.careful.loader = DictLoader(layouts)
    for _ in range(2):  # the second time it knows what it cannot do
        assert outcome(quick, layouts, checked_and_rendered) == wanted


def checked_and_rendered(quick: QuickEnvironment) -> str:
    """Do what a build does."""
    quick.check("page.html")
    return quick.render("page.html", context())


@given(st.text() | st.integers() | st.builds(Markup, st.text()) | st.none())
def test_text_is_escaped_alike(value: object) -> None:
    """What is written for a value is what markupsafe writes."""
    assert str(escape_quickly(value)) == str(escape(value))


def test_our_own_layouts_need_no_other_code(make_site: Callable[[str], Path]) -> None:
    """Every page of a rich site is made by the short code alone, and is what Jinja's makes of it."""
    root = make_site(RICH_TEXT.read_text(encoding="utf-8"))
    made = []
    for environment in (lambda quick: quick, lambda quick: quick.careful):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(QuickEnvironment, "render", rendered_by(environment))
            made.append(build_site(root))
    assert len(made[0]) > 30
    assert made[0] == made[1]


def rendered_by(choose: Callable[[QuickEnvironment], Environment]) -> Callable[..., str]:
    """Return a `render` that asks one environment and no other."""
    return lambda quick, name, context: choose(quick).get_template(name).render(context)
