"""Values of the known functions, worked out by hand or from tables: every interpreter must give them.

Two classes at the logits 0 and ln 3 have the shares 1/4 and 3/4; most values below come from there.
"""

from fractions import Fraction
from math import log

QUARTERS = ((Fraction(1, 4),), (Fraction(3, 4),))
HALVES = ((Fraction(1, 2),), (Fraction(1, 2),))
SECOND = ((Fraction(0),), (Fraction(1),))
THREE, FOUR = ((Fraction(1),), (Fraction(2),), (Fraction(6),)), ((Fraction(2),), (Fraction(2),), (Fraction(2),))

VALUES = {
    "exp": ((1,), 2.718281828459045),
    "ln": ((2,), 0.6931471805599453),
    "sin": ((1,), 0.8414709848078965),
    "cos": ((1,), 0.5403023058681398),
    "tanh": ((1,), 0.7615941559557649),
    "cosh": ((1,), 1.5430806348152437),
    "sqrt": ((2,), 1.4142135623730951),
    "sign": ((-3,), -1),
    "absolute": ((-3,), 3),
    "sigmoid": ((1,), 0.7310585786300049),
    "softplus": ((1,), 1.3132616875182228),
    "relu": ((-3,), 0),
    "silu": ((1,), 0.7310585786300049),
    "logit": ((Fraction(3, 4),), log(3)),
    "huber": ((3, 2), 4),  # 2 · (3 - 1)
    "factorial": ((5,), 120),
    "maximum": ((-3, 2), 2),
    "minimum": ((-3, 2), -3),
    "softmax": ((SECOND,), (0.2689414213699951, 0.7310585786300049)),
    "log_sum_exp": ((SECOND,), 1.3132616875182228),
    "mean": ((THREE,), 3),
    "median": ((THREE,), 2),
    "mean_squared_error": ((THREE, FOUR), 17 / 3),  # (1 + 0 + 16)/3
    "half_mean_squared_error": ((THREE, FOUR), 17 / 6),
    "mean_absolute_error": ((THREE, FOUR), 5 / 3),
    "half_squared_error": ((3, 1), 2),
    "binary_cross_entropy": ((Fraction(1, 4), 1), log(4)),
    "cross_entropy": ((QUARTERS, SECOND), log(4 / 3)),
    "entropy": ((HALVES,), log(2)),
    "crossed_entropy": ((HALVES, QUARTERS), log(16 / 3) / 2),
    "divergence": ((HALVES, QUARTERS), log(4 / 3) / 2),
}
