"""Lines no wider than a reader's window: long expressions are broken where a person would break them."""

from __future__ import annotations

import ast
import re
from copy import deepcopy

WIDTH = 88
INDENT = "    "
SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**"}
CLOSE = re.compile(r"(?<=\w) \*\* (?=\w+(?![\w.(\[]))")
LEVEL = {ast.Add: 0, ast.Sub: 0, ast.Mult: 1, ast.Div: 1, ast.MatMult: 1, ast.Pow: 2}


def text(tree: ast.AST) -> str:
    """An expression on one line: double quotes, and a power of two letters or numbers set close."""
    return CLOSE.sub("**", ast.unparse(Bare().visit(deepcopy(tree))).replace("'", '"'))


class Bare(ast.NodeTransformer):
    """A generator that is a call's only argument needs no brackets of its own."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        match node.args, node.keywords:
            case [ast.GeneratorExp() as only], []:
                node.args = [ast.Name(ast.unparse(only)[1:-1])]
        return node


def statement(start: str, tree: ast.expr, indent: str = "") -> str:
    """A statement that begins with `start` (such as `return ` or `x = `) and goes on with an expression."""
    whole = indent + start + text(tree)
    if isinstance(tree, ast.Tuple) and len(tree.elts) > 1 and len(whole) - 2 <= WIDTH:
        return indent + start + text(tree)[1:-1]
    return "\n".join(broken(indent, start, tree, ""))


def broken(indent: str, before: str, tree: ast.expr, after: str) -> list[str]:
    """The expression between what stands before and after it, on as many lines as it needs."""
    whole = f"{indent}{before}{text(tree)}{after}"
    if len(whole) <= WIDTH:
        return [whole]
    inner = indent + INDENT
    match tree:
        case ast.Tuple(items) | ast.List(items):
            opening, closing = "()" if isinstance(tree, ast.Tuple) else "[]"
            middle = [line for item in items for line in broken(inner, "", item, ",")]
        case ast.Call(function, [ast.Call() | ast.List() | ast.ListComp() as only], []):
            return broken(indent, f"{before}{called(function)}(", only, f"){after}")
        case ast.ListComp(body, [loop]):
            opening, closing = "[]"
            middle = [*broken(inner, "", body, ""), inner + looping(loop)]
        case ast.Call(function, arguments, keywords):
            opening, closing = f"{called(function)}(", ")"
            middle = argument_lines(arguments, keywords, inner)
        case ast.Dict(keys, values) if not any(keys):
            opening, closing = "{}"
            middle = [line for item in values for line in broken(inner, "**", item, ",")]
        case ast.BinOp():
            opening, closing = "(", ")"
            middle = operands(tree, inner)
        case ast.UnaryOp(ast.USub(), body):
            return enclosed(indent, f"{before}-", body, after)
        case ast.Subscript(value, place):
            return enclosed(indent, before, value, f"[{text(place)}]{after}")
        case ast.Lambda(arguments, body):
            return broken(indent, f"{before}lambda {text(arguments)}: ", body, after)
        case _:
            return [whole]
    return [f"{indent}{before}{opening}", *middle, f"{indent}{closing}{after}"]


def called(function: ast.expr) -> str:
    """What stands before the brackets of a call."""
    return f"({text(function)})" if isinstance(function, ast.Lambda) else text(function)


def enclosed(indent: str, before: str, tree: ast.expr, after: str) -> list[str]:
    """An expression that needs brackets where it is one of several operands; broken ones bring their own."""
    if not isinstance(tree, ast.BinOp):
        return broken(indent, before, tree, after)
    whole = f"{indent}{before}({text(tree)}){after}"
    return [whole] if len(whole) <= WIDTH else broken(indent, before, tree, after)


def argument_lines(arguments: list[ast.expr], keywords: list[ast.keyword], indent: str) -> list[str]:
    """Each argument on a line of its own; a generator on one for its body and one for its loop."""
    match arguments, keywords:
        case [ast.GeneratorExp(body, [loop])], []:
            return [*broken(indent, "", body, ""), indent + looping(loop)]
    lines = [line for item in arguments for line in argument(indent, item)]
    return lines + [line for each in keywords for line in broken(indent, f"{each.arg}=", each.value, ",")]


def argument(indent: str, item: ast.expr) -> list[str]:
    """One argument of several; a generator among them has brackets of its own."""
    whole = f"{indent}{text(item)},"
    if not isinstance(item, ast.GeneratorExp) or len(whole) <= WIDTH:
        return broken(indent, "", item, ",")
    inner = indent + INDENT
    return [f"{indent}(", *broken(inner, "", item.elt, ""), inner + looping(item.generators[0]), f"{indent}),"]


def looping(loop: ast.comprehension) -> str:
    """The loop of a generator or a list."""
    return f"for {text(loop.target)} in {text(loop.iter)}"


def operands(tree: ast.BinOp, indent: str) -> list[str]:
    """Each operand of the loosest operators on a line of its own, the operator in front."""
    level = LEVEL[type(tree.op)]
    chain: list[tuple[str, ast.expr]] = []
    left: ast.expr = tree
    while isinstance(left, ast.BinOp) and LEVEL[type(left.op)] == level:
        chain.insert(0, (f"{SIGNS[type(left.op)]} ", left.right))
        left = left.left
    return [line for sign, operand in [("", left), *chain] for line in operand_lines(indent, sign, operand, level)]


def operand_lines(indent: str, sign: str, operand: ast.expr, level: int) -> list[str]:
    """One operand, in brackets where it holds together less than its neighbors."""
    if isinstance(operand, ast.BinOp) and LEVEL[type(operand.op)] < level + bool(sign):
        return enclosed(indent, sign, operand, "")
    return broken(indent, sign, operand, "")
