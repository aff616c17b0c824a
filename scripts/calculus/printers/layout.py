"""One layout for every dialect: each node type has one arm, so the dialects cannot drift apart."""

from __future__ import annotations

from functools import singledispatch

from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.printers.dialects import Dialect
from calculus.printers.function_names import is_letter
from calculus.printers.piece import ATOM, CIRCLED, POWER, PRODUCT, SUM, Piece, is_tall

BIG = w.Sum | w.Product | w.Integral | w.Optimum | w.Largest | w.Limit
WORDED = ("call", "bare", "divided", "name")  # styles of functions that begin with their name
OPEN = w.Limit | w.Integral | w.Cases  # on the left of a plus these would take in what follows


@singledispatch
def piece(node: Node, dialect: Dialect) -> Piece:
    """The printed piece of a node; a type without an arm is named."""
    raise NotImplementedError(f"no layout for {type(node).__name__}")


def text(node: Node, dialect: Dialect) -> str:
    """The node in one dialect."""
    return piece(node, dialect).text


def bracketed(body: Piece, dialect: Dialect) -> Piece:
    """The piece in round brackets, as tall as it is."""
    return Piece(dialect.form("tall brackets" if body.tall else "brackets", body.text.strip()), ATOM, body.tall)


def held(node: Node, level: int, dialect: Dialect, *, last: bool = True) -> Piece:
    """The node's piece, in brackets where it would come apart, or take in what follows."""
    body = piece(node, dialect)
    if body.level >= level and body.greedy and body.closed and not last:
        return body.at(body.level, text=body.closed, greedy=False)
    return bracketed(body, dialect) if body.level < level or (body.greedy and not last) else body


def raised(base: Piece, mark: str, dialect: Dialect) -> Piece:
    """A piece with something above and to the right, over what may stand below."""
    if base.lowered:
        return Piece(dialect.form("both scripts", *base.lowered, mark.strip()), POWER, base.tall)
    return Piece(dialect.form("superscript", base.text.strip(), mark.strip()), POWER, base.tall)


def joined(form: str, parts: list[Node], dialect: Dialect) -> Piece:
    """Nodes joined two by two with one form."""
    pieces = [piece(part, dialect) for part in parts]
    result = pieces[0].text
    for following in pieces[1:]:
        result = dialect.form(form, result, following.text)
    return Piece(result, tall=is_tall(*pieces))


arm = piece.register


@arm
def number(node: w.Number, dialect: Dialect) -> Piece:
    return Piece(str(node.value))


@arm
def constant(node: w.Constant, dialect: Dialect) -> Piece:
    return Piece(dialect.form(node.name))


@arm
def add(node: w.Add, dialect: Dialect) -> Piece:
    return terms("plus", node, dialect)


@arm
def subtract(node: w.Subtract, dialect: Dialect) -> Piece:
    return terms("minus", node, dialect)


def terms(form: str, node: w.Add | w.Subtract, dialect: Dialect) -> Piece:
    """Two terms. A limit or integral on the left is bracketed; a plus ends a sum or a bare function."""
    left = held(node.left, SUM, dialect, last=not isinstance(node.left, OPEN))
    right = held(node.right, CIRCLED, dialect)
    return Piece(dialect.form(form, left.text, right.text), SUM, is_tall(left, right), right.greedy)


@arm
def negative(node: w.Negative, dialect: Dialect) -> Piece:
    body = held(node.body, CIRCLED, dialect)
    return Piece(dialect.form("negative", body.text), SUM, body.tall, body.greedy)


@arm
def multiply(node: w.Multiply, dialect: Dialect) -> Piece:
    """Two factors. A bare function closes before a factor that would be taken for part of its argument."""
    right = held(node.right, PRODUCT, dialect)
    left = held(node.left, PRODUCT, dialect, last=is_worded(edge(node.right, "left")) and is_bare(node.left))
    form = between(node, right)
    closed = dialect.form(form, left.text, right.closed) if right.closed else ""
    return Piece(dialect.form(form, left.text, right.text), PRODUCT, is_tall(left, right), right.greedy, closed)


def between(node: w.Multiply, right: Piece) -> str:
    """What stands between two factors: a dot before a digit, room before a named function or big sign."""
    first, before = edge(node.right, "left"), edge(node.left, "right")
    if right.text.lstrip("{")[:1].isdigit() or (as_fraction(first) is not None and as_fraction(before) is not None):
        return "times"
    if base(first) == base(before):
        return "times"  # x · x³ stays two factors to the eye
    return "operator" if isinstance(first, BIG) or is_worded(first) else "beside"


def edge(node: Node, side: str) -> Node:
    """The first or last factor of a product."""
    return edge(getattr(node, side), side) if isinstance(node, w.Multiply) else node


def base(node: Node) -> Node:
    """What a power is a power of; anything else is its own base."""
    return node.base if isinstance(node, w.Power) else node


def is_worded(node: Node) -> bool:
    """Whether a value begins with the name of a function in upright letters."""
    if isinstance(node, w.Trace | w.Determinant | w.Diag | w.Stacked):
        return True
    if not isinstance(node, w.Apply):
        return isinstance(node, w.Power) and is_worded(node.base) and is_bare(node.base)
    base = node.function.body if isinstance(node.function, w.Prime) else node.function
    return isinstance(base, w.Known) and not is_letter(base.name) and KNOWN[base.name].style in WORDED


def is_bare(node: Node) -> bool:
    """Whether a value ends with a function that stands before its argument without brackets."""
    last = edge(node, "right")
    last = last.base if isinstance(last, w.Power) else last
    function = last.function if isinstance(last, w.Apply) else None
    return isinstance(function, w.Known) and KNOWN[function.name].style == "bare"


@arm
def hadamard(node: w.Hadamard, dialect: Dialect) -> Piece:
    return circled("hadamard", node, dialect)


@arm
def kronecker(node: w.Kronecker, dialect: Dialect) -> Piece:
    return circled("kronecker", node, dialect)


def circled(form: str, node: w.Hadamard | w.Kronecker, dialect: Dialect) -> Piece:
    """Two arrays joined by a circled sign; the same sign may follow itself."""
    left = held(node.left, CIRCLED if isinstance(node.left, type(node)) else PRODUCT, dialect, last=False)
    right = held(node.right, PRODUCT, dialect)
    return Piece(dialect.form(form, left.text, right.text), CIRCLED, is_tall(left, right), right.greedy)


@arm
def divide(node: w.Divide, dialect: Dialect) -> Piece:
    """A fraction; a ratio of numbers is set small."""
    parts = (text(node.left, dialect), text(node.right, dialect))
    if as_fraction(node) is not None:
        return Piece(dialect.form("small fraction", *parts), PRODUCT)
    return Piece(dialect.form("fraction", *parts), CIRCLED if dialect.flat else PRODUCT, True)


@arm
def power(node: w.Power, dialect: Dialect) -> Piece:
    exponent = raised_text(node.exponent, dialect)
    if is_bare(node.base) and isinstance(node.base, w.Apply) and piece(node.base, dialect).closed:
        name = raised(piece(node.base.function, dialect), exponent, dialect).text
        argument = piece(node.base.arguments[0], dialect)
        closed = dialect.form("application", name, bracketed(argument, dialect).text)
        return Piece(dialect.form("beside", name, argument.text), PRODUCT, argument.tall, True, closed)
    return raised(held(node.base, ATOM, dialect, last=False), exponent, dialect)


def raised_text(node: Node, dialect: Dialect) -> str:
    """An exponent; a fraction in it is written with a slash."""
    if isinstance(node, w.Divide):
        left, right = held(node.left, PRODUCT, dialect, last=False), held(node.right, POWER, dialect, last=False)
        return dialect.form("slash", left.text, right.text)
    return text(node, dialect)


@arm
def group(node: w.Group, dialect: Dialect) -> Piece:
    return bracketed(piece(node.body, dialect), dialect)
