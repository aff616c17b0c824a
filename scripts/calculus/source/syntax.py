"""Python syntax trees, built from templates with `_0`, `_1` for the parts; brackets are left to `ast.unparse`."""

from __future__ import annotations

import ast
from copy import deepcopy
from functools import cache

Code = ast.expr


@cache
def parsed(template: str) -> Code:
    """An expression's tree."""
    return ast.parse(template, mode="eval").body


class Filling(ast.NodeTransformer):
    """Puts parts in the places `_0`, `_1`, …"""

    def __init__(self, parts: tuple[Code, ...]) -> None:
        self.table = {f"_{place}": part for place, part in enumerate(parts)}

    def visit_Name(self, node: ast.Name) -> Code:
        return self.table.get(node.id, node)


def fill(template: str, *parts: Code) -> Code:
    """The template's tree with its places filled."""
    return Filling(parts).visit(deepcopy(parsed(template)))


def name(identifier: str) -> ast.Name:
    return ast.Name(identifier, ast.Load())


def constant(value: object) -> ast.Constant:
    return ast.Constant(value)


def call(function: Code | str, *arguments: Code, **keywords: Code) -> ast.Call:
    """A call of a function, given as a tree or as a template."""
    base = fill(function) if isinstance(function, str) else function
    return ast.Call(base, list(arguments), [ast.keyword(word, value) for word, value in keywords.items()])


def function_of(parameter: str, body: Code) -> Code:
    """A lambda, or the bare function where the body only calls one with the parameter."""
    match body:
        case ast.Call(function, [ast.Name(only)], []) if only == parameter and parameter not in free_names(function):
            return function
    return ast.Lambda(ast.arguments([], [ast.arg(parameter)], None, [], [], None, []), body)


def is_negative(tree: Code) -> bool:
    """Whether an expression begins with a minus that belongs to all of it."""
    match tree:
        case ast.UnaryOp(ast.USub(), _):
            return True
        case ast.BinOp(left, ast.Mult() | ast.Div() | ast.MatMult(), _):
            return is_negative(left)
    return False


def opposite(tree: Code) -> Code:
    """The negative of an expression; a product takes the minus at its first factor, a double one goes."""
    match tree:
        case ast.UnaryOp(ast.USub(), body):
            return body
        case ast.BinOp(left, ast.Mult() | ast.Div() | ast.MatMult() as operator, right):
            return ast.BinOp(opposite(left), operator, right)
    return ast.UnaryOp(ast.USub(), tree)


def plus(left: Code, right: Code) -> Code:
    """A sum without `+ -`, without brackets that do nothing, and without `- 1 + 1`."""
    if is_negative(right):
        return minus(left, opposite(right))
    match left, right:
        case ast.BinOp(first, ast.Sub(), ast.Constant(int(less))), ast.Constant(int(more)) if less == more:
            return first
    match right:
        case ast.BinOp(first, ast.Add(), second):
            return plus(plus(left, first), second)
        case ast.BinOp(first, ast.Sub(), second):
            return minus(plus(left, first), second)
    return ast.BinOp(left, ast.Add(), right)


def minus(left: Code, right: Code) -> Code:
    """A difference; a double minus is a plus."""
    if is_negative(right):
        return plus(left, opposite(right))
    match left, right:
        case ast.BinOp(first, ast.Add(), ast.Constant(int(more))), ast.Constant(int(less)) if less == more:
            return first
    return ast.BinOp(left, ast.Sub(), right)


def times(left: Code, right: Code) -> Code:
    """A product entry by entry, without brackets that do nothing."""
    match right:
        case ast.BinOp(first, ast.Mult() | ast.Div() as operator, second):
            return ast.BinOp(times(left, first), operator, second)
    return ast.BinOp(left, ast.Mult(), right)


def free_names(tree: ast.AST) -> list[str]:
    """Names a tree reads and does not bind itself, in the order they are read."""
    found = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    bound = set()
    match tree:
        case ast.Name(identifier):
            return [identifier]
        case ast.Lambda(arguments, _):
            bound = {argument.arg for argument in arguments.args}
        case ast.GeneratorExp(_, generators) | ast.ListComp(_, generators):
            bound = {each.target.id for each in generators if isinstance(each.target, ast.Name)}
    found = [found for child in ast.iter_child_nodes(tree) for found in free_names(child)]
    return list(dict.fromkeys(each for each in found if each not in bound))
