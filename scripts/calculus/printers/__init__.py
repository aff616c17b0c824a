"""Print any node or statement in TeX, MathML, Typst or plain speech."""

from calculus.language.node import Node
from calculus.language.statements import Definition, Several
from calculus.printers import layout_binders, layout_conditions, layout_linear, layout_statements, layout_symbols
from calculus.printers.dialects import TEX, TYPST
from calculus.printers.layout import text
from calculus.printers.mathml import from_tex

ARMS = (layout_binders, layout_conditions, layout_linear, layout_statements, layout_symbols)  # importing them is what fills the table


def tex(node: Node) -> str:
    """The node as TeX, ready for `$…$`."""
    return text(node, TEX).strip()


def typst(node: Node) -> str:
    """The node as Typst mathematics, ready for `$ … $`."""
    return text(node, TYPST).strip()


def mathml(node: Node, *, display: bool = False) -> str:
    """The node as a `<math>` element."""
    return from_tex(tex(node), display=display)


def lines(statement: Node) -> tuple[Node, ...]:
    """What is set on lines of its own: each of several statements, then what each alias stands for."""
    parts = getattr(statement, "parts", None) if isinstance(statement, Several) else None
    below = [line for part in parts or () for line in lines(part)] or [statement]
    return (*below, *(Definition(alias, alias.body) for alias in getattr(statement, "where", ())))
