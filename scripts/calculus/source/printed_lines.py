"""Lines of a SymPy program that print something, and say what."""

from __future__ import annotations

from calculus.source import scope
from calculus.source.declarations import View
from calculus.source.expressions import identifier
from calculus.source.syntax import Code, call, fill

Lines = scope.Lines  # a target that is a comment belongs to an expression on a line of its own


def there(tree: Code, shown: View) -> Code:
    """An expression with numbers for its letters, where the view asks for them."""
    return fill("_0.subs(point)", tree) if is_placed(shown) else tree


def is_placed(shown: View) -> bool:
    declared = {identifier(symbol.name) for symbol in scope.all_symbols(shown.formula)}
    return shown.at_point and bool(shown.placed & declared)


def printed(comment: str, *values: Code) -> tuple[str, Code]:
    """A line that prints, and what it says."""
    return f"# {comment}", call("print", *values)


def simplified(tree: Code, shown: View) -> Code:
    """What is left of an expression, at the point where there is one."""
    found = there(tree, shown)
    return call("sp.simplify", fill("_0.rewrite(sp.exp)", found) if shown.hyperbolic else found)
