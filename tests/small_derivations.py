"""Small derivations, most of them false at the lines marked so, and the formulas they speak of."""

from calculus.language import (
    AtLeast,
    Derivation,
    Derivative,
    Differ,
    Equal,
    Gradient,
    Matrix,
    Norm,
    Optimum,
    Order,
    Positive,
    PositiveDefinite,
    Prime,
    Quantity,
    Real,
    Step,
    Vector,
    exp,
    half,
    ln,
)


def square_slope(x: Real):
    """Slope of a square."""
    return Equal(Derivative(x**2, x), 2 * x)


def product_slope(f: Quantity["x"], g: Quantity["x"]):
    """Slope of a product."""
    return Equal(Prime(f * g), Prime(f) * g + f * Prime(g))


def fraction_slope(f: Quantity["x"], g: Quantity["x"]):
    """Slope of a fraction."""
    return Equal(Prime(f / g), (Prime(f) * g - f * Prime(g)) / g**2, given=[Differ(g, 0)])


def lowest_point(A: PositiveDefinite["n"], b: Vector["n"], x: Vector["n"]):
    """Lowest point of a quadratic function."""
    return Equal(Optimum("argmin", half * (x.T * A * x) - b.T * x, x), A.I * b)


def parabola(x: Real):
    """A parabola lies above its tangent."""
    return AtLeast(x**2, 2 * x - 1, sharp={x: 1})


def residual_gradient(A: Matrix["m", "n"], b: Vector["m"], x: Vector["n"]):
    """Gradient of half the squared residual."""
    return Equal(Gradient(half * Norm(A * x - b) ** 2, x), A.T * (A * x - b))


def lost_sign(x: Real):
    """A sign is lost on the way and found again."""
    return Derivation(
        Derivative(x**2, x),
        Step("=", x + x, by=product_slope),
        Step("=", x - x, by="collect"),  # wrong
        Step("=", 2 * x, by="collect"),  # wrong
        proves=square_slope,
    )


def two_errors_that_cancel(x: Real):
    """The last line is right although two lines are not."""
    return Derivation(
        Derivative(x**2, x),
        Step("=", 3 * x, by="a wrong rule"),  # wrong
        Step("=", 2 * x, by="another wrong rule"),  # wrong
        proves=square_slope,
    )


def one_side_only(f: Quantity["x"], g: Quantity["x"]):
    """A term is moved over on one side and not on the other."""
    q = f / g
    return Derivation(
        Equal(q * g, f),
        Step("=>", Equal(Prime(q * g), Prime(f)), do=Prime, by="take the slope of both sides"),
        Step("=>", Equal(Prime(q) * g + q * Prime(g), Prime(f)), by=product_slope),
        Step("=>", Equal(Prime(q) * g, Prime(f)), do=lambda side: side - q * Prime(g), by="move over"),  # wrong
        Step("=>", Equal(Prime(q), Prime(f) / g), do=lambda side: side / g, by="divide"),
        Step("=", (Prime(f) * g - f * Prime(g)) / g**2, by="tidy"),  # wrong
        proves=fraction_slope,
        given=[Differ(g, 0)],
    )


def false_start(x: Real):  # wrong
    """What it starts from does not hold."""
    return Derivation(
        Equal(2 * x, 3 * x),
        Step("=>", Equal(Derivative(x**2, x), 2 * x), do=lambda side: side * 0 + 2 * x, by="anything"),
        proves=square_slope,
    )


def square_completed(x: Real):
    """Nothing is wrong: a square is dropped from what is larger."""
    return Derivation(
        x**2,
        Step("=", (x - 1) ** 2 + 2 * x - 1, by="complete the square"),
        Step(">=", 2 * x - 1, by="a square is never negative", sharp={x: 1}),
        proves=parabola,
    )


def inequality_too_strong(x: Real):
    """More is dropped than is there."""
    return Derivation(
        x**2,
        Step("=", (x - 1) ** 2 + 2 * x - 1, by="complete the square"),
        Step(">=", 2 * x, by="a square is at least one", sharp={x: 2}),  # wrong
        Step("=", 2 * x - 1, by="tidy"),  # wrong
        proves=parabola,
    )


def level_point(A: PositiveDefinite["n"], b: Vector["n"], x: Vector["n"]):
    """Nothing is wrong: where the gradient is zero, an equation is solved."""
    return Derivation(
        Equal(Gradient(half * (x.T * A * x) - b.T * x, x), 0),
        Step("=>", Equal(A * x - b, 0), by=(product_slope, "take the gradient")),
        Step("=>", Equal(A * x, b), do=lambda side: side + b, by="move over"),
        Step("=>", Equal(x, A.I * b), do=lambda side: A.I * side, by="multiply by the inverse"),
        proves=lowest_point,
    )


def inverse_forgotten(A: PositiveDefinite["n"], b: Vector["n"], x: Vector["n"]):
    """One side is multiplied by the matrix, not by its inverse."""
    return Derivation(
        Equal(Gradient(half * (x.T * A * x) - b.T * x, x), 0),
        Step("=>", Equal(A * x, b), do=lambda side: side + b, by="take the gradient"),
        Step("=>", Equal(x, A * b), do=lambda side: A.I * side, by="multiply by the inverse"),  # wrong
        Step("=", A.I * b, by="tidy"),  # wrong
        proves=lowest_point,
    )


def small_step(A: Matrix["m", "n"], b: Vector["m"], x: Vector["n"], h: Vector["n"]):
    """Nothing is wrong: what stands before a small step is the gradient."""
    value, rest = half * Norm(A * x - b) ** 2, A * x - b
    return Derivation(
        half * Norm(A * (x + h) - b) ** 2,
        Step("=", value + rest.T * (A * h) + half * Norm(A * h) ** 2, by="multiply out"),
        Step("≈", value + rest.T * (A * h), error=Order(Norm(h), h, "o"), by="second order"),
        Step("=", value + (A.T * rest).T * h, by="transpose"),
        proves=residual_gradient,
    )


def term_of_first_order_dropped(A: Matrix["m", "n"], b: Vector["m"], x: Vector["n"], h: Vector["n"]):
    """A term that is no smaller than the step is dropped."""
    value, rest = half * Norm(A * x - b) ** 2, A * x - b
    return Derivation(
        half * Norm(A * (x + h) - b) ** 2,
        Step("≈", value, error=Order(Norm(h), h, "o"), by="drop what is small"),  # wrong
        Step("=", value + (A.T * rest).T * h, by="tidy"),  # wrong
        proves=residual_gradient,
    )


def ends_elsewhere(x: Real):
    """Every line is right, but the last is not what it claims to prove."""
    return Derivation(
        Derivative(x**3, x),
        Step("=", 3 * x**2, by="a right rule"),  # wrong
        proves=square_slope,
    )


def narrower_than_the_formula(x: Positive):  # wrong
    """It works for positive numbers, and the formula speaks of all."""
    return Derivation(
        Derivative(x**2, x),
        Step("=", Derivative(exp(2 * ln(x)), x), by="write it as an exponential"),
        Step("=", 2 * x, by="another rule"),
        proves=square_slope,
    )


def condition_the_formula_lacks(x: Real):  # wrong
    """It divides by a number that may be zero."""
    return Derivation(
        Derivative(x**2, x),
        Step("=", 2 * x**2 / x, by="a detour"),
        Step("=", 2 * x, by="cancel"),
        proves=square_slope,
        given=[Differ(x, 0)],
    )
