"""Give a node its value a second way: in double precision, with JAX's derivatives and the libraries' own functions.

Nothing here is shared with the other interpreters but the worlds and the word for a value that does not exist.
"""

from calculus.interpreters.reference import arithmetic, calculus, gathering, integrals, matrices, optima
from calculus.interpreters.reference.table import value

ARMS = (arithmetic, calculus, gathering, integrals, matrices, optima)  # importing them is what fills the table
__all__ = ["value"]
