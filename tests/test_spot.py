"""A claim in a sentence needs two roads that agree, and no claim holds a page up."""

import time
from fractions import Fraction

import pytest

from calculus.check import spot
from calculus.check.time_limit import TooLong, limited
from calculus.interpreters import World
from calculus.language import Equal, exp, factorial, ln
from calculus.language.node import lift

NOWHERE = World()


def test_two_roads_make_a_claim_true():
    assert spot.truth(Equal(ln(exp(lift(3))), 3), NOWHERE) is True


def says(*answers):
    """Roads that answer so, in turn."""
    return [lambda answer=answer: answer for answer in answers]


@pytest.mark.parametrize(("own", "libraries"), [((False,), True), ((True,), False), ((None, False), None)])
def test_one_road_makes_a_claim_false(own, libraries):
    assert spot.by_both(says(*own), *says(libraries)) is False


@pytest.mark.parametrize(
    ("own", "libraries"), [((True, True), None), ((None, None), True), ((None,), None), ((), True)]
)
def test_roads_of_one_evaluator_alone_make_no_claim_true(own, libraries):
    assert spot.by_both(says(*own), *says(libraries)) is None


def test_what_the_first_of_our_roads_cannot_tell_the_next_may():
    assert spot.by_both(says(None, True), *says(True)) is True


def test_a_road_that_breaks_down_is_no_pass():
    def broken():
        raise NotImplementedError

    assert spot.by_both(says(True), broken) is None


@pytest.mark.parametrize("step", [0, 1], ids=["in Python", "asleep"])
def test_a_road_that_never_ends_is_ended(step, monkeypatch):
    monkeypatch.setattr(spot, "SECONDS", 0.2)

    def endless():
        while True:
            time.sleep(step / 100)

    assert spot.answered(endless) is None


def test_what_ends_in_time_is_not_disturbed():
    with limited(0.05):
        pass
    time.sleep(0.1)


def test_the_time_limit_is_told_apart_from_every_error():
    assert not issubclass(TooLong, Exception)


@pytest.mark.parametrize(
    "claim", [Equal(lift(2) ** (lift(10) ** 9), 3), Equal(factorial(lift(10) ** 9), 3), Equal(lift(7) ** 10**9, 3)]
)
def test_a_number_too_long_to_write_down_is_told(claim):
    assert spot.truth(claim, NOWHERE) is not True


@pytest.mark.parametrize(("digits", "holds"), [("2.7183", True), ("2.7182", False)])
def test_rounded_numbers_agree_to_the_digits_written(digits, holds):

    assert spot.agree(exp(lift(1)), lift(Fraction(digits)), Fraction(1, 20000), NOWHERE) is holds
