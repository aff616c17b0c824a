"""NumPy and SymPy as two columns of one table of forms, and the dispatch on node types that uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import singledispatch

from calculus.language.node import Node
from calculus.source.syntax import Code, fill

# form: (NumPy, SymPy); a column is an array of one axis in NumPy and a matrix of one column in SymPy.
FORMS: dict[str, tuple[str, str]] = {
    "pi": ("np.pi", "sp.pi"),
    "infinity": ("np.inf", "sp.oo"),
    "machine epsilon": ("np.finfo(float).eps", "sp.Rational(1, 2 ** 52)"),
    "whole": ("_0", "sp.Integer(_0)"),
    "ratio": ("_0 / _1", "sp.Rational(_0, _1)"),
    "row times column": ("_0 @ _1", "(_0 * _1)[0]"),
    "column times row": ("np.outer(_0, _1)", "_0 * _1"),
    "matrix product": ("_0 @ _1", "_0 * _1"),
    "solution": ("np.linalg.solve(_0, _1)", "_0.inv() * _1"),
    "matrix power": ("np.linalg.matrix_power(_0, _1)", "_0 ** _1"),
    "elementwise product": ("_0 * _1", "_0.multiply_elementwise(_1)"),
    "mapped": ("_0(_1)", "_1.applyfunc(_0)"),
    "transposed vector": ("_0", "_0.T"),
    "transposed matrix": ("_0.T", "_0.T"),
    "inverse": ("np.linalg.inv(_0)", "_0.inv()"),
    "diagonal matrix": ("np.diag(_0)", "sp.diag(*_0)"),
    "trace": ("np.trace(_0)", "_0.trace()"),
    "inner product": ("np.sum(_0 * _1)", "sum(_0.multiply_elementwise(_1))"),
    "determinant": ("np.linalg.det(_0)", "_0.det()"),
    "smallest eigenvalue": ("np.linalg.eigvalsh(_0)[0]", "eigenvalues(_0)[0]"),
    "largest eigenvalue": ("np.linalg.eigvalsh(_0)[-1]", "eigenvalues(_0)[-1]"),
    "norm": ("np.linalg.norm(_0)", "_0.norm()"),
    "norm of order 1": ("np.linalg.norm(_0, 1)", "_0.norm(1)"),
    "norm of order infinity": ("np.linalg.norm(_0, np.inf)", "_0.norm(sp.oo)"),
    "norm of order F": ("np.linalg.norm(_0)", "_0.norm()"),
    "ones": ("np.ones(_0)", "sp.ones(_0, 1)"),
    "identity": ("np.eye(_0)", "sp.eye(_0)"),
    "unit vector": ("np.eye(_0)[_1]", "sp.eye(_0)[:, _1]"),
    "column": ("np.array(_0)", "sp.Matrix(_0)"),
    "zeros": ("np.zeros((_0, _1))", "sp.zeros(_0, _1)"),
    "kronecker": ("np.kron(_0, _1)", "sp.kronecker_product(_0, _1)"),
    "one column": ("_0[:, None]", "_0"),
    "one row": ("_0[None, :]", "_0"),
    "flattened": ("_0.ravel()", "_0"),
    "stacked": ("_0.T.ravel()", "_0.vec()"),
    "largest": ("max(_0)", "sp.Max(*_0)"),
    "choice": ("np.where(_0, _1, _2)", "sp.Piecewise((_1, _0), (_2, True))"),
}


@dataclass(frozen=True)
class Dialect:
    """One column of the tables; `arms` holds what this dialect writes in a way of its own."""

    name: str
    column: int
    arms: Callable = field(repr=False)

    def form(self, form: str, *parts: Code) -> Code:
        """A form of the table with its parts filled in."""
        return fill(FORMS[form][self.column], *parts)

    @property
    def is_numpy(self) -> bool:
        return self.column == 0


class NoSource(Exception):
    """A statement cannot be written as a snippet of one dialect; the text says why."""


@singledispatch
def common(node: Node, dialect: Dialect) -> Code:
    """A node that both dialects write by the same arm; a type without an arm is named."""
    raise NotImplementedError(f"no {dialect.name} source for {type(node).__name__}")


def own() -> Callable:
    """An empty table of arms for one dialect, which falls back to the common one."""

    @singledispatch
    def arms(node: Node, dialect: Dialect) -> Code:
        return common(node, dialect)

    return arms


numpy_arms, sympy_arms = own(), own()
NUMPY, SYMPY = Dialect("NumPy", 0, numpy_arms), Dialect("SymPy", 1, sympy_arms)
arm = common.register


def code(node: Node, dialect: Dialect) -> Code:
    """The node as a Python expression of one dialect."""
    return dialect.arms(node, dialect)


def has_arm(kind: type[Node], dialect: Dialect) -> bool:
    """Whether a node type can be written in a dialect."""
    default = common.dispatch(Node)
    return dialect.arms.dispatch(kind) is not dialect.arms.dispatch(Node) or common.dispatch(kind) is not default


def is_vector(node: Node) -> bool:
    """Whether a node is a column or a row of more than one entry."""
    return not node.is_scalar and 1 in node.shape


def is_row(node: Node) -> bool:
    return not node.is_scalar and node.shape[0] == 1
