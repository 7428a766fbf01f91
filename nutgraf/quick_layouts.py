"""Layouts in; the same, compiled to shorter code, out. What that code cannot do it fails at, and Jinja's own does it.

Jinja looks at each value before it reads, calls or writes it. Nearly always the value is what it seems: an object that
has the attribute, a function that wants nothing of Jinja, a text. The code made here takes it for that. It either
writes what Jinja would or raises something; then the page is for Jinja's own code, which also knows what to tell an
editor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import partial
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, TemplateError, nodes
from jinja2.compiler import CodeGenerator
from jinja2.utils import missing
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2.compiler import Frame, MacroRef

_PLAIN = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)
"""Expressions that a dot, a bracket or a parenthesis may follow in Python as it does in a layout."""

_marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""What Markup does with a text."""


class NotQuickError(Exception):
    """A layout holds what is left to Jinja's own code."""


def escape_quickly(value: object) -> str:
    """Return what `escape` does, as a plain text: it is only joined to others."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is not str:
        return escape(value)
    text = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")  # type: ignore[attr-defined]
    return str(text.replace("'", "&#39;").replace('"', "&#34;"))


def macro_of(function: Callable[..., str], names: Sequence[str]) -> Callable[..., Markup]:
    """Return a compiled macro as a function of its arguments `names`; one that is not given has its default."""
    function.__defaults__ = (missing,) * len(names)
    own_names = dict(zip(names, function.__code__.co_varnames, strict=False))

    def call(*arguments: Any, **named: Any) -> Markup:  # noqa: ANN401
        if named:
            named = {own_names[name]: value for name, value in named.items()}
        return _marked(function(*arguments, **named))

    return call


class _QuickCode(CodeGenerator):
    """Writes the code of a layout."""

    def write_commons(self) -> None:
        """Begin a function."""
        super().write_commons()
        self.writeline("escape, Markup = environment.escape_quickly, environment.marked")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write `thing.name`."""
        if not isinstance(node.node, _PLAIN) or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write `thing[key]`."""
        if not isinstance(node.node, _PLAIN) or isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write `thing(arguments)`."""
        is_odd = forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(pair.key) for pair in node.kwargs)
        if is_odd or not isinstance(node.node, _PLAIN):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write what makes a macro of the function written last."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        self.write(f"environment.macro_of(macro, {[argument.name for argument in macro_ref.node.args]!r})")

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier, frame: Frame) -> None:  # noqa: N802
        """Refuse `{% autoescape false %}`: a macro would have to know where it is called."""
        raise NotQuickError


class QuickEnvironment(Environment):
    """Renders layouts by short code, and by Jinja's own what that cannot."""

    code_generator_class = _QuickCode
    escape_quickly = staticmethod(escape_quickly)
    marked = staticmethod(_marked)
    macro_of = staticmethod(macro_of)

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        super().__init__(**options, cache_size=-1)  # without an end: what is asked for most is found with least
        self.careful = Environment(**options)  # noqa: S701 - they ask for it
        self.careful.filters, self.careful.globals = self.filters, self.globals
        self.careful.policies = self.policies
        self._left: set[str] = set()
        """The layouts that the short code has failed at."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what each layout may use: one mapping for all, which is looked through faster than a chain of two."""
        return super().make_globals(d) if d else self.globals

    def check(self, name: str) -> None:
        """Compile a layout. Raises TemplateSyntaxError."""
        try:
            self.get_template(name)
        except Exception as error:
            if isinstance(error, TemplateError):
                raise
            # It is refused, or another version of Jinja compiles in another way.
            self._left.add(name)
            self.careful.get_template(name)

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """Return what a layout makes of `context`. Raises what Jinja's own code raises."""
        environment = self.careful if name in self._left else self
        try:
            return environment.get_template(name).render(context)
        except Exception:
            if name in self._left:
                raise
            self._left.add(name)
            return self.render(name, context)
