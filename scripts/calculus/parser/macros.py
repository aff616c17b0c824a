"""Which TeX commands a sentence may use, and what is said about those it may not."""

from __future__ import annotations

from calculus.notation import ACCENTS, GREEK

LETTERS = {rf"\{name}": name for name in GREEK} | {
    r"\varepsilon": "epsilon", r"\varphi": "phi", r"\vartheta": "theta", r"\varrho": "rho", r"\ell": "ell",
}  # fmt: skip
STYLES = ("mathbf", "boldsymbol", "bm", "mathit", "mathsf", "mathcal", "mathscr", "mathfrak", "mathrm", "mathbb")
WORDS = (
    "ln", "exp", "sin", "cos", "tanh", "cosh", "max", "min", "det", "arg", "lim", "sup", "inf", "log", "tan", "sinh",
)  # fmt: skip
ACCENT_COMMANDS = tuple(rf"\{name}" for name in ACCENTS)
WIDE = {r"\widehat": r"\hat", r"\widetilde": r"\tilde", r"\overline": r"\bar"}

RELATIONS = {
    "=": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=", r"\leqslant": "<=",
    r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", r"\ne": "!=", r"\neq": "!=", ":=": ":=", r"\coloneqq": ":=",
    r"\approx": "approx", r"\to": "to", r"\rightarrow": "to", r"\in": "in", r"\sim": "sim", r"\propto": "propto",
    r"\subseteq": "subset", r"\leftarrow": "gets", r"\gets": "gets",
    r"\ll": "ll", r"\gg": "gg", r"\perp": "perp", r"\mapsto": "mapsto",
    r"\colon": "colon", ":": "colon", r"\Rightarrow": "implies", r"\implies": "implies",
    r"\Leftrightarrow": "equivalent", r"\iff": "equivalent",
}  # fmt: skip

MULTIPLICATIONS = (r"\cdot", r"\times", r"\odot", r"\otimes", r"\circ", "/")
OTHERS = (
    r"\frac", r"\tfrac", r"\dfrac", r"\sqrt", r"\partial", r"\nabla", r"\sum", r"\prod", r"\int", r"\infty", r"\top",
    r"\star", r"\prime", r"\lvert", r"\rvert", r"\lVert", r"\rVert", r"\vert", r"\Vert", r"\langle", r"\rangle",
    r"\parallel", r"\dots", r"\ldots", r"\cdots", r"\dotsc", r"\dotsb", r"\text", r"\operatorname", r"\left",
    r"\right", r"\quad", r"\\", r"\forall", r"\exists", r"\setminus",
)  # fmt: skip
ALLOWED = (
    *LETTERS, *ACCENT_COMMANDS, *RELATIONS, *MULTIPLICATIONS, *OTHERS, *WIDE,
    *(rf"\{word}" for word in (*STYLES, *WORDS)),
)  # fmt: skip

# What to write instead of a command that has one right replacement here.
REFUSED = {
    r"\log": r"the natural logarithm is \ln on this site",
    r"\vec": "no arrow: a vector prints bold because of its kind",
    r"\over": r"write \frac{above}{below}",
    r"\cfrac": r"write \frac{above}{below}",
    r"\mid": "say the condition in words",
    r"\pm": "write the two signs one after the other",
    r"\mp": "write the two signs one after the other",
    r"\intercal": r"a transpose is ^\top",
    r"\tan": r"write \frac{\sin x}{\cos x}",
    r"\sinh": r"write it with e^{x}",
    r"\sup": r"write \max",
    r"\inf": r"write \min",
    r"\def": "a page defines no macros",
    r"\newcommand": "a page defines no macros",
}
