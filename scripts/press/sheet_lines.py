"""Statements in the lines and pieces a sheet may break them into, as Typst."""

import re
from dataclasses import replace

from calculus import printers
from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers.dialects import TYPST

BREAK = r" \ quad "
WORDS = re.compile(r'"([^"]*\s[^"]*)"')  # words among mathematics, which Typst would not break


def lines(statement: Node) -> tuple[Node, ...]:
    """What may stand on a line of its own: each of several statements, each line of an update, and each alias."""
    aliases = getattr(statement, "where", ())
    bare = replace(statement, where=()) if aliases else statement
    above = (line for part in bare.parts for line in lines(part)) if isinstance(bare, w.Several) else _single(bare)
    return (*above, *map(printers.meaning, aliases))


def _single(statement: Node) -> tuple[Node, ...]:
    if isinstance(statement, w.Update):
        return tuple(replace(statement, lines=(line,)) for line in statement.lines)
    return (statement,)


def forms(line: Node) -> list[str]:
    """The ways to set a line, the fewest breaks first: on one line, or broken where a reader would take a breath."""
    first, *rest = breaths(line)
    ways = [first]
    for piece in rest:
        ways = [joined for way in ways for joined in (f"{way} {piece}", _broken(way, piece))]
    return sorted(ways, key=lambda way: way.count(BREAK))


def _broken(way: str, piece: str) -> str:
    """A piece on a line of its own; a comma before it stays where it is."""
    comma = "," if piece.startswith(",") else ""
    return f"{way}{comma}{BREAK}{piece.removeprefix(comma).strip().removeprefix('quad')}"


def parts(code: str) -> list[dict]:
    """Mathematics and the words among it, in their order."""
    first, *rest = WORDS.split(code)
    found = [{"code": first}]
    for words, after in zip(rest[::2], rest[1::2], strict=True):
        found += [{"text": words}, {"code": after}]
    return [part for part in found if next(iter(part.values())).strip()]


def breaths(line: Node) -> list[str]:
    """A statement in the pieces it may be broken into; every piece but the first begins with its sign."""
    match line:
        case w.Relation(terms=(first, *others)):
            return [printers.typst(first), *map(_signed, line.signs, others)]
        case w.Definition(left=w.Alias()):
            return [printers.typst(line)]  # where … stands for …
        case w.Definition(left=left) | w.Expansion(left=left):
            return [printers.typst(left), printers.typst(line).removeprefix(printers.typst(left)).strip()]
        case w.Implies():
            first, *others = getattr(line.premise, "parts", (line.premise,))
            premise = [printers.typst(first), *(f", quad {printers.typst(each)}" for each in others)]
            return [*premise, _signed("implies", line.conclusion)]
        case w.Equivalent():
            return [printers.typst(line.left), _signed("exactly when", line.right)]
        case w.Exists():
            between = w.Relation((line.lower, line.variable, line.upper), ("<", "<"))
            return [*breaths(line.claim), _signed("for some", between)]
    return [printers.typst(line)]


def _signed(sign: str, node: Node) -> str:
    return TYPST.form(sign, "", printers.typst(node)).strip()
