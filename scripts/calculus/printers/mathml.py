"""MathML at build time: the one place that knows the TeX-to-MathML converter, and what it lets slip."""

from __future__ import annotations

import re
from functools import cache

import math_core

ROW_SPACE = re.compile(r"\\\\\s*\[")  # the converter prints the length after a line break instead of obeying it
RAW = re.compile(r"<mtext>[^<]*[\\$^_{}][^<]*</mtext>")  # TeX inside \text comes out letter by letter


class MathMLError(ValueError):
    """The converter refused a piece of TeX, or would have set it wrongly."""


@cache
def converter() -> math_core.LatexToMathML:
    """The converter, made once; unknown commands raise instead of printing red text."""
    return math_core.LatexToMathML(fancy_error=False)


def from_tex(tex: str, *, display: bool = False) -> str:
    """TeX as a `<math>` element, or a MathMLError that says what is wrong with it."""
    if ROW_SPACE.search(tex):
        raise MathMLError(f"{tex}: a line break must not be followed by a square bracket; write \\\\{{}}[")
    try:
        mathml = converter().convert_with_local_state(tex, displaystyle=display)
    except math_core.LatexError as error:
        raise MathMLError(f"{tex}: {error}") from error
    if raw := RAW.search(mathml):
        raise MathMLError(f"{tex}: {raw[0]} would show TeX to the reader; end \\text before the mathematics")
    return mathml
