"""Give a node its value: exactly in SymPy's components, or in mpmath's numbers at fifty digits."""

from calculus.interpreters import evaluate_calculus, evaluate_linear
from calculus.interpreters.evaluate import evaluate, function_value
from calculus.interpreters.exact import Exact
from calculus.interpreters.precise import Precise
from calculus.interpreters.system import Missing, System, Undefined, Unsettled
from calculus.interpreters.world import Course, Lambda, World

ARMS = (evaluate_calculus, evaluate_linear)  # importing them is what fills the table
__all__ = [
    "Course", "Exact", "Lambda", "Missing", "Precise", "System", "Undefined", "Unsettled", "World", "evaluate",
    "function_value",
]  # fmt: skip
