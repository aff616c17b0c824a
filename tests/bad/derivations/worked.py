"""Derivations that are wrong in every way a derivation that loads can be."""

from calculus.language import Derivation, Derivative, Differ, Equal, Order, Positive, Real, Step, Vector, exp, ln
from formulas import squares


def false_line(x: Real):
    """A line with a lost factor."""
    return Derivation(
        Derivative(x**2, x),
        Step("=", x, by="lose a factor"),
        Step("=", 2 * x, by="find it again"),
        proves=squares.square_slope,
    )


def unknown_sign(x: Real):
    """A sign that leads nowhere."""
    return Derivation(Derivative(x**2, x), Step("==", 2 * x, by="power rule"), proves=squares.square_slope)


def equality_after_equals(x: Real):
    """An equality where a value belongs."""
    return Derivation(x**2, Step("=", Equal(x, x), by="power rule"), proves=squares.square_slope)


def nearly_without_error(x: Real):
    """Nearly equal, without saying how nearly."""
    return Derivation(x**2, Step("≈", 2 * x, by="power rule"), proves=squares.square_slope)


def done_to_a_value(x: Real):
    """Something is done to both sides of a value."""
    return Derivation(x**2, Step("=", 2 * x, do=ln, by="power rule"), proves=squares.square_slope)


def no_steps(x: Real):
    """Nothing follows."""
    return Derivation(Derivative(x**2, x), proves=squares.square_slope)


def start_is_an_inequality(x: Real):
    """An inequality to start with."""
    return Derivation(x > 0, Step("=", 2 * x, by="power rule"), proves=squares.square_slope)


def follows_from_a_value(x: Real):
    """An equality that follows from a value."""
    return Derivation(x**2, Step("=>", Equal(x, x), by="power rule"), proves=squares.square_slope)


def follows_from_an_inequality(x: Real):
    """An equality that follows from an inequality."""
    return Derivation(
        Equal(x, x),
        Step("<=", x + 1, by="one is positive"),
        Step("=>", Equal(x, x), by="power rule"),
        proves=squares.square_slope,
    )


def signs_that_clash(x: Real):
    """Up and down in one chain."""
    return Derivation(
        x,
        Step("<", x + 1, by="one is positive"),
        Step(">", x - 1, by="one is positive"),
        proves=squares.square_slope,
    )


def nearly_less(x: Real, h: Real):
    """Nearly equal after an inequality."""
    return Derivation(
        x,
        Step("<", x + 1, by="one is positive"),
        Step("≈", x, by="power rule", error=Order(h, h)),
        proves=squares.square_slope,
    )


def two_shapes(x: Real, v: Vector["n"]):
    """A vector follows from a number."""
    return Derivation(
        x**2,
        Step("=", v, by="power rule"),
        proves=squares.square_slope,
    )


def mathematics_in_words(x: Real):
    """A rule with mathematics in it."""
    return Derivation(Derivative(x**2, x), Step("=", 2 * x, by="x^2 gives 2x"), proves=squares.square_slope)


def unknown_rule(x: Real):
    """A rule that no shelf declares."""
    return Derivation(Derivative(x**2, x), Step("=", 2 * x, by=ln), proves=squares.square_slope)


def no_derivation(x: Real):
    """A statement where worked steps belong."""
    return Equal(Derivative(x**2, x), 2 * x)


def other_kind(x: Real):
    """An inequality for an equality."""
    return Derivation(x, Step("<", x + 1, by="one is positive"), proves=squares.square_slope)


def other_order(x: Real, h: Real):
    """An expansion that no formula states."""
    return Derivation(
        (x + h) ** 2, Step("≈", x**2, by="drop the rest", error=Order(h, h)), proves=squares.square_slope
    )


def narrower(x: Positive):
    """For positive numbers only."""
    return Derivation(
        Derivative(x**2, x),
        Step("=", Derivative(exp(2 * ln(x)), x), by="write it as an exponential"),
        Step("=", x + x, by="power rule"),
        proves=squares.square_slope,
    )


def new_condition(x: Real):
    """With a condition the formula does not have."""
    return Derivation(
        Derivative(x**2, x), Step("=", 2 * x, by="power rule"), proves=squares.square_slope, given=[Differ(x, 0)]
    )


def circle(x: Real):
    """What it proves is what it uses."""
    return Derivation(Derivative(x**2, x), Step("=", 2 * x, by=squares.square_slope), proves=squares.square_slope)
