"""Rows from the applications: regression, penalties, principal components."""

from calculus.language import (
    Eigenvalue,
    Equal,
    Symmetric,
    Trace,
)


def eigenvalues_and_trace(A: Symmetric[2]):
    """The eigenvalues of a small matrix add up to its trace."""
    return Equal(Eigenvalue("min", A) + Eigenvalue("max", A), Trace(A))
