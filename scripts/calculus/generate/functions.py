"""Functions as SymPy classes that know their own slopes, so that SymPy's results read as a textbook prints them."""

from __future__ import annotations

from functools import cache

import sympy as sp

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node


class Sigmoid(sp.Function):
    def fdiff(self, argindex: int = 1) -> sp.Expr:
        return Sigmoid(self.args[0]) * (1 - Sigmoid(self.args[0]))


class Softplus(sp.Function):
    def fdiff(self, argindex: int = 1) -> sp.Expr:
        return Sigmoid(self.args[0])


class Step(sp.Function):
    """One where the first argument is larger than the second."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        return sp.Integer(0)


class Relu(sp.Function):
    def fdiff(self, argindex: int = 1) -> sp.Expr:
        return Step(self.args[0], 0)


class Larger(sp.Function):
    """The larger of two numbers."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        first, second = self.args if argindex == 1 else self.args[::-1]
        return Step(first, second)


class Size(sp.Function):
    """The absolute value, with its sign as slope."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        return Sign(self.args[0])


class Sign(sp.Function):
    def fdiff(self, argindex: int = 1) -> sp.Expr:
        return sp.Integer(0)


class LogSize(sp.Function):
    """The logarithm of an absolute value."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        return 1 / self.args[0]


def logarithm(x: sp.Expr) -> sp.Expr:
    return LogSize(x.args[0]) if isinstance(x, Size) else sp.log(x)


def loss(p: sp.Expr, y: sp.Expr) -> sp.Expr:
    return -y * sp.log(p) - (1 - y) * sp.log(1 - p)


KNOWN = {
    "exp": sp.exp, "ln": logarithm, "sin": sp.sin, "cos": sp.cos, "tanh": sp.tanh, "cosh": sp.cosh, "sqrt": sp.sqrt,
    "sigmoid": Sigmoid, "softplus": Softplus, "relu": Relu, "absolute": Size, "sign": Sign, "maximum": Larger,
    "silu": lambda z: z * Sigmoid(z), "logit": lambda p: sp.log(p / (1 - p)),
    "half_squared_error": lambda y_hat, y: (y_hat - y) ** 2 / 2, "binary_cross_entropy": loss,
}  # fmt: skip


@cache
def unknown(name: str, order: int = 0) -> type[sp.Function]:
    """A function known by name only; its slope is the next of the same name."""

    def fdiff(self: sp.Function, argindex: int = 1) -> sp.Expr:
        return unknown(name, order + 1)(*self.args)

    return type(f"{name}{'_' * order}", (sp.Function,), {"fdiff": fdiff, "spelled": name, "order": order})


def entry_size(vector: Node) -> Node:
    return w.Symbol(str(vector.shape[0]), k.SizeKind())


# A loss that sums over entries, written as the one term that holds the entry of an index.
SUMMED = {
    "mean_squared_error": lambda a, b, i: 1 / entry_size(a) * (a[i] - b[i]) ** 2,
    "half_mean_squared_error": lambda a, b, i: 1 / (2 * entry_size(a)) * (a[i] - b[i]) ** 2,
    "mean_absolute_error": lambda a, b, i: 1 / entry_size(a) * w.Known("absolute")(a[i] - b[i]),
}
