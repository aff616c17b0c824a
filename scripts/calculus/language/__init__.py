"""The words a shelf may use: kinds, operators, known functions and statements."""

from calculus.language.arithmetic import Constant, Group, Ratio, half, oo, pi
from calculus.language.binders import (
    At,
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
    Product,
    Sum,
)
from calculus.language.binders import partial as Partial
from calculus.language.cases import Indicator, cases
from calculus.language.functions import Compose, InverseFunction, Known, Nabla, Prime
from calculus.language.generated import generated
from calculus.language.kinds import (
    Activation,
    AnyCurvature,
    Anywhere,
    Around,
    Between,
    Binary,
    CandidateLimit,
    ConstrainedMinimizer,
    Continuous,
    ContinuouslyDifferentiable,
    Convex,
    Count,
    Curve,
    Density,
    DensityFamily,
    Differentiable,
    Distribution,
    Extremum,
    Family,
    Field,
    FullRank,
    GradientDominated,
    Implicit,
    Increasing,
    Index,
    Invertible,
    LayerNumber,
    Layers,
    LevelCurve,
    LevelOf,
    LightDensity,
    LimitOf,
    LipschitzField,
    LipschitzMap,
    LocalMinimum,
    Loss,
    LowestValue,
    ManyTimesDifferentiable,
    Map,
    Matrix,
    MatrixField,
    Minimizer,
    Moderate,
    Natural,
    NonNegative,
    NonZero,
    NonZeroVector,
    Orthogonal,
    Orthonormal,
    Positive,
    PositiveDefinite,
    PositiveVector,
    Probability,
    Quantity,
    RandomNumber,
    RandomOf,
    Real,
    Remainder,
    Saddle,
    Sequence,
    Shares,
    SmoothConvex,
    SmoothField,
    SmoothStronglyConvex,
    Squeezed,
    StationaryMinimum,
    StronglyConvex,
    Subset,
    Symmetric,
    TwiceDifferentiable,
    UnitInterval,
    UnitIntervalVector,
    UnitVector,
    Vanishing,
    Vector,
    Whole,
)
from calculus.language.linear import (
    Column,
    Determinant,
    Diag,
    Eigenvalue,
    Identity,
    Inner,
    Kronecker,
    Listing,
    Norm,
    Ones,
    Stacked,
    Trace,
    Unit,
)
from calculus.language.node import LanguageError, Node, ShapeError
from calculus.language.optimizers import optax
from calculus.language.statements import (
    AtLeast,
    AtMost,
    Both,
    Chain,
    Definition,
    Differ,
    Equal,
    Equivalent,
    Exists,
    Expansion,
    ForEvery,
    ForSome,
    Implies,
    Member,
    Previous,
    Property,
    Reals,
    Space,
    Update,
)
from calculus.language.steps import Derivation, Order, Step
from calculus.language.symbols import Alias, Symbol

exp, ln, sqrt, sin, cos, tanh, cosh = map(Known, ("exp", "ln", "sqrt", "sin", "cos", "tanh", "cosh"))
sign, absolute, factorial = map(Known, ("sign", "absolute", "factorial"))
maximum, minimum, mean, median = map(Known, ("maximum", "minimum", "mean", "median"))
sigmoid, softplus, relu, silu, logit = map(Known, ("sigmoid", "softplus", "relu", "silu", "logit"))
softmax, log_sum_exp, huber = map(Known, ("softmax", "log_sum_exp", "huber"))
mean_squared_error, half_mean_squared_error = Known("mean_squared_error"), Known("half_mean_squared_error")
mean_absolute_error, half_squared_error = Known("mean_absolute_error"), Known("half_squared_error")
binary_cross_entropy, cross_entropy = Known("binary_cross_entropy"), Known("cross_entropy")
entropy, crossed_entropy, divergence = Known("entropy"), Known("crossed_entropy"), Known("divergence")

__all__ = [name for name in dir() if not name.startswith("_")]
