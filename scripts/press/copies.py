"""What a reader can copy from a formula: TeX, a NumPy program, a SymPy program; kept by content, for they take long."""

from calculus import printers, source
from calculus.formula import Formula
from press import cache, verdicts


def copies(formula: Formula) -> dict[str, str]:
    """The texts by the name of their language; one is empty where there is nothing to compute."""
    valid = verdicts.key(formula)
    kept = cache.recall("copies", formula.name, valid)
    if kept is None:
        kept = {"TeX": printers.tex(formula.statement), "NumPy": source.numpy(formula), "SymPy": source.sympy(formula)}
        cache.keep("copies", formula.name, valid, kept)
    return kept
