"""From a function of a matrix to its gradient."""

from calculus.formula import declare
from calculus.language import Inner, Matrix, Trace
from calculus.language.symbols import Symbol
from formulas import matrices

ROWS = (3.4, 2.3, 1.2, 0.1)  # heights of the four boxes of a recipe


def recipe_strip(frame):
    """Four functions of a matrix, and the same three moves to the gradient of each.

    Four strips are read from top to bottom. The first one starts from {value}. When the matrix moves by a small matrix
    {step}, the value changes by {change}, to first order. That is the inner product {product}. What stands beside the
    step is the gradient, {gradient}, in the shape of {matrix}. The other strips do the same for {second}, {third} and
    {fourth}.
    """
    strips = [_strip(frame, *each) for each in zip(frame.axes(1, 4, height=0.66), *_recipes(), strict=True)]
    (value, change, product, gradient), *others = strips
    second, third, fourth = (each[0] for each in others)
    named = {"value": value, "change": change, "product": product, "gradient": gradient, "step": product.right}
    return named | {"matrix": Symbol("X", product.right.kind), "second": second, "third": third, "fourth": fourth}


def _recipes():
    """The declared gradients, and the change of each value when its matrix moves by a step."""
    formulas = (matrices.linear_trace, matrices.bilinear_form, matrices.quadratic_trace, matrices.log_determinant)
    declared = [declare(each, each.__name__) for each in formulas]
    letters = [{symbol.name: symbol for symbol in each.symbols} for each in declared]
    steps = [Symbol("H", Matrix[each["X"].shape]) for each in letters]
    linear, bilinear, quadratic, logarithm = letters
    changes = (
        Trace(linear["A"] * steps[0]),
        bilinear["a"].T * steps[1] * bilinear["b"],
        Trace(steps[2].T * quadratic["A"] * quadratic["X"]) + Trace(quadratic["X"].T * quadratic["A"] * steps[2]),
        Trace(logarithm["X"].I * steps[3]),
    )
    return declared, steps, changes


def _strip(frame, axes, formula, step, change):
    """One recipe: four boxes, and the move that leads from each to the next."""
    value, gradient = formula.statement.terms[0].body, formula.statement.terms[1]
    nodes = (value, change, Inner(gradient, step), gradient)
    moves = ("let the matrix move", "gather beside the step", "read off")
    colors = (frame.color.function, frame.color.slope, frame.color.slope, frame.color.gradient)
    for node, height, color in zip(nodes, ROWS, colors, strict=True):
        box = {"boxstyle": "round,pad=0.35", "fc": frame.color.paper, "ec": color}
        axes.text(0, height, frame.label(node), ha="center", va="center", bbox=box)
    for move, above, below in zip(moves, ROWS[:-1], ROWS[1:], strict=True):
        axes.annotate(
            "", (0, below + 0.34), (0, above - 0.34), arrowprops={"arrowstyle": "->", "color": frame.color.muted}
        )
        axes.text(0.12, (above + below) / 2, move, ha="left", va="center", color=frame.color.muted)
    axes.set(xlim=(-1.5, 1.9), ylim=(-0.4, 3.9), title=formula.title.removeprefix("Gradient of ").capitalize())
    axes.set_axis_off()
    return nodes
