"""The kinds a shelf may name: ready-made ones, and makers that still want their sizes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from calculus.language.kind import (
    Array,
    Dependent,
    FamilyKind,
    FunctionKind,
    IndexKind,
    Kind,
    LayerKind,
    Maker,
    Number,
    SizeKind,
    Special,
    SubsetKind,
)


def array(trait: str) -> Any:
    """Build square or column arrays of one trait from sizes."""
    return lambda rows, columns=1: Array(rows, columns, trait)


Real = Number()
Positive = Number(lower=0)
NonNegative = Number(lower=0, closed=True)
NonZero = Number(nonzero=True)
Probability = Number(lower=0, upper=1)
UnitInterval = Number(lower=0, upper=1, closed=True)
Natural = Number(lower=1, whole=True, closed=True)
Whole = Number(lower=0, whole=True, closed=True)
LayerNumber = Number(lower=1, upper=2, whole=True, closed=True)  # a hidden layer of the network formulas are tried on
Count = SizeKind()

Index = Maker("Index", IndexKind, 1)
Vector = Maker("Vector", array(""), 1)
NonZeroVector = Maker("NonZeroVector", array("nonzero"), 1)
UnitVector = Maker("UnitVector", array("unit"), 1)
Distribution = Maker("Distribution", array("simplex"), 1)
Shares = Maker("Shares", array("shares"), 1)
UnitIntervalVector = Maker("UnitIntervalVector", array("unit interval"), 1)
PositiveVector = Maker("PositiveVector", array("positive"), 1)
Matrix = Maker("Matrix", lambda rows, columns: Array(rows, columns), 2)
Symmetric = Maker("Symmetric", lambda n: Array(n, n, "symmetric"), 1)
PositiveDefinite = Maker("PositiveDefinite", lambda n: Array(n, n, "positive definite"), 1)
Invertible = Maker("Invertible", lambda n: Array(n, n, "invertible"), 1)
Orthogonal = Maker("Orthogonal", lambda n: Array(n, n, "orthogonal"), 1)
Orthonormal = Maker("Orthonormal", lambda n, d: Array(n, d, "orthonormal columns"), 2)
FullRank = Maker("FullRank", lambda n, d: Array(n, d, "full column rank"), 2)

Differentiable = FunctionKind()
TwiceDifferentiable = FunctionKind(trait="twice differentiable")
ManyTimesDifferentiable = FunctionKind(trait="differentiable often enough")
Increasing = FunctionKind(trait="strictly increasing")
Continuous = FunctionKind(trait="continuous")
ContinuouslyDifferentiable = FunctionKind(trait="continuously differentiable")
Around = Maker("Around", lambda point: FunctionKind(trait="punctured", parameter=point), 1)
Anywhere = Maker("Anywhere", lambda point: FunctionKind(trait="any", parameter=point), 1)
Squeezed = Maker("Squeezed", lambda g, h, a, delta: FunctionKind(trait="squeezed", parameter=f"{g} {h} {a} {delta}"), 4)
Vanishing = Maker("Vanishing", lambda point: FunctionKind(trait="zero", parameter=point), 1)
Moderate = FunctionKind(trait="moderate")
Density = FunctionKind(trait="density")
LightDensity = FunctionKind(trait="light density")
DensityFamily = FunctionKind(trait="density family", arity=2)
Remainder = FunctionKind(trait="remainder")
LipschitzMap = Maker("LipschitzMap", lambda n, m, constant: FunctionKind(n, m, "lipschitz", constant), 3)
Field = Maker("Field", lambda n: FunctionKind(n, 1), 1)
SmoothField = Maker("SmoothField", lambda n: FunctionKind(n, 1, "smooth"), 1)
LipschitzField = Maker("LipschitzField", lambda n, constant: FunctionKind(n, 1, "lipschitz gradient", constant), 2)
Convex = Maker("Convex", lambda n: FunctionKind(n, 1, "convex"), 1)
SmoothConvex = Maker("SmoothConvex", lambda n, most: FunctionKind(n, 1, "smooth convex", most), 2)
StronglyConvex = Maker("StronglyConvex", lambda n, least: FunctionKind(n, 1, "strongly convex", least), 2)
SmoothStronglyConvex = Maker(
    "SmoothStronglyConvex", lambda n, least, most: FunctionKind(n, 1, "smooth strongly convex", f"{least} {most}"), 3
)
GradientDominated = Maker(
    "GradientDominated", lambda n, least, most: FunctionKind(n, 1, "gradient dominated", f"{least} {most}"), 3
)
Map = Maker("Map", lambda n, m: FunctionKind(n, m), 2)
MatrixField = Maker("MatrixField", lambda n, d: FunctionKind(n, 1, columns=d), 2)
AnyCurvature = Maker("AnyCurvature", lambda n: FunctionKind(n, 1, "twice continuously differentiable"), 1)
Curve = Maker("Curve", lambda n: FunctionKind(1, n), 1)
LevelCurve = Maker("LevelCurve", lambda n, field: FunctionKind(1, n, "level curve", field), 2)
Binary = FunctionKind(arity=2)
Implicit = Maker("Implicit", lambda equation, variable: Dependent(variable, f"root of {equation}"), 2)
Layers = Maker("Layers", LayerKind, 1)
Quantity = Maker("Quantity", Dependent, 1)
Family = Maker("Family", FamilyKind, 2)
Sequence = Maker("Sequence", FamilyKind, 1)
Subset = Maker("Subset", SubsetKind, 2)
Extremum = Maker("Extremum", lambda field: Special("local extremum", field), 1)
StationaryMinimum = Maker("StationaryMinimum", lambda field: Special("stationary with positive curvature", field), 1)
LocalMinimum = Maker("LocalMinimum", lambda field, n: Special("local minimum", field, n), 2)
Saddle = Maker("Saddle", lambda field, n: Special("saddle", field, n), 2)
Minimizer = Maker("Minimizer", lambda field, n: Special("minimizer", field, n), 2)
ConstrainedMinimizer = Maker(
    "ConstrainedMinimizer", lambda field, zero, n: Special("constrained minimizer", f"{field} {zero}", n), 3
)
LowestValue = Maker("LowestValue", lambda field: Special("lowest value", field), 1)
Loss = Special("loss")
Activation = FunctionKind(trait="activation")
RandomNumber = Maker("RandomNumber", lambda density: Special("random", density), 1)
RandomOf = Maker("RandomOf", lambda density, parameter: Special("random", f"{density} {parameter}"), 2)
LimitOf = Maker("LimitOf", lambda function, point: Special("limit", f"{function} {point}"), 2)
CandidateLimit = Maker("CandidateLimit", lambda function, point: Special("candidate", f"{function} {point}"), 2)
LevelOf = Maker("LevelOf", lambda field, curve: Special("level", f"{field} {curve}"), 2)


def Between(lower: int | Fraction, upper: int | Fraction) -> Number:
    """An open interval of real numbers."""
    return Number(lower, upper)


__all__ = [name for name in dir() if not name.startswith("_")]
