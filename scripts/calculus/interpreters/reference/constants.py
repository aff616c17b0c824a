"""What stands still while a variable moves: derivatives that do not depend on it are worked out once."""

from __future__ import annotations

from collections.abc import Iterator

from calculus.interpreters.reference.table import value
from calculus.interpreters.world import World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

DERIVATIVES = w.Derivative | w.Partial | w.Prime | w.Gradient | w.Jacobian | w.Hessian | w.Nabla | w.Directional


def held(body: Node, variable: str, world: World) -> tuple[Node, World]:
    """The body with a letter for each derivative that does not hang on the variable, and the world with its value."""
    dependent = any(isinstance(symbol.kind, k.Dependent) for symbol in free_symbols(body).values())
    if dependent or any(isinstance(node, DERIVATIVES) and variable in free_symbols(node) for node in body.walk()):
        return body, world  # a derivative that stays could move what others stand on
    for part in dict.fromkeys(outermost(body, variable)):
        kind = k.Number() if part.is_scalar else k.Array(*part.shape)
        letter = Symbol(f"held {len(world.values)}", kind)
        body, world = body.substitute({part: letter}), world.bind(letter.name, value(part, world))
    return body, world


def outermost(body: Node, variable: str) -> Iterator[Node]:
    """The values of derivatives that do not hang on the variable, nor on what a sum or an integral binds."""
    if body.binds is not None:
        return
    differentiates = isinstance(body.function if isinstance(body, w.Apply) else body, DERIVATIVES)
    if differentiates and not body.is_function and variable not in free_symbols(body):
        yield body
        return
    for child in body.children:
        yield from outermost(child, variable)
