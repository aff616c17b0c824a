"""Every node type and operator helper, gathered in one place for the modules that need them all."""

from calculus.language.arithmetic import (
    Add,
    Constant,
    Divide,
    Group,
    Hadamard,
    Multiply,
    Negative,
    Number,
    Power,
    Ratio,
    Subtract,
    divide,
    multiply,
    power,
)
from calculus.language.binders import (
    At,
    Bound,
    Derivative,
    Directional,
    Expectation,
    Gradient,
    Hessian,
    Integral,
    Jacobian,
    Largest,
    Limit,
    Optimum,
    Partial,
    Product,
    Sum,
    density_of,
)
from calculus.language.cases import Cases, Indicator
from calculus.language.functions import (
    Apply,
    Compose,
    InverseFunction,
    Known,
    Nabla,
    Prime,
    apply,
)
from calculus.language.linear import (
    Column,
    Determinant,
    Diag,
    Eigenvalue,
    Identity,
    Inner,
    Inverse,
    Kronecker,
    Listing,
    Norm,
    Ones,
    Stacked,
    Trace,
    Transpose,
    Unit,
)
from calculus.language.statements import (
    Definition,
    Equivalent,
    Exists,
    Expansion,
    Implies,
    Member,
    Previous,
    Property,
    Quantified,
    Relation,
    Several,
    Space,
    Statement,
    Update,
)
from calculus.language.symbols import Alias, Entry, Symbol

__all__ = [name for name in dir() if not name.startswith("_")]
