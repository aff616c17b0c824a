"""Print any node or statement in TeX, MathML, Typst, plain Unicode text or speech."""

from dataclasses import replace

from calculus.language.node import Node
from calculus.language.statements import Definition, Several
from calculus.printers import (
    layout_binders,
    layout_conditions,
    layout_functions,
    layout_linear,
    layout_slopes,
    layout_statements,
    layout_symbols,
    speech_arithmetic,
    speech_binders,
    speech_conditions,
    speech_functions,
    speech_statements,
)
from calculus.printers.continued import broken
from calculus.printers.dialects import TEX, TYPST, tidy
from calculus.printers.layout import text
from calculus.printers.mathml import from_tex
from calculus.printers.spoken import say
from calculus.printers.unicode import plain

# Naming the modules is what keeps their imports, which fill the two tables of arms.
LAYOUT = (
    layout_binders,
    layout_conditions,
    layout_functions,
    layout_linear,
    layout_slopes,
    layout_statements,
    layout_symbols,
)
SPEECH = (speech_arithmetic, speech_binders, speech_conditions, speech_functions, speech_statements)


def tex(node: Node) -> str:
    """The node as TeX, ready for `$…$`."""
    return tidy(text(node, TEX).strip())


def typst(node: Node) -> str:
    """The node as Typst mathematics, ready for `$ … $`."""
    return text(node, TYPST).strip()


def mathml(node: Node, *, display: bool = False) -> str:
    """The node as a `<math>` element."""
    return from_tex(tex(node), display=display)


def unicode(node: Node) -> str:
    """The node on one line of Unicode text, for labels in drawings."""
    return plain(node)


def speech(node: Node) -> str:
    """The node in plain English, for alternative text, the line *in words* and messages."""
    return say(node)


def meaning(alias: Node) -> Node:
    """The line that says what an alias stands for."""
    return Definition(alias, alias.body)


def lines(statement: Node) -> tuple[Node, ...]:
    """What is set on lines of its own: each of several statements, broken where it is long, then each alias."""
    aliases = getattr(statement, "where", ())
    bare = replace(statement, where=()) if aliases else statement
    above = [line for part in bare.parts for line in lines(part)] if isinstance(bare, Several) else broken(bare)
    return (*above, *map(meaning, aliases))
