"""A shelf that Python cannot read."""

from calculus.language import Equal, Real


def unfinished(x: Real):
    """A bracket is missing below."""
    return Equal(x, x
