"""MathML at build time: the one place that knows the TeX-to-MathML converter."""

from __future__ import annotations

from functools import cache

import math_core


class MathMLError(ValueError):
    """The converter refused a piece of TeX."""


@cache
def converter() -> math_core.LatexToMathML:
    """The converter, made once; unknown commands raise instead of printing red text."""
    return math_core.LatexToMathML(fancy_error=False)


def from_tex(tex: str, *, display: bool = False) -> str:
    """TeX as a `<math>` element, or a MathMLError with the converter's words."""
    try:
        return converter().convert_with_local_state(tex, displaystyle=display)
    except math_core.LatexError as error:
        raise MathMLError(f"{tex}: {error}") from error
