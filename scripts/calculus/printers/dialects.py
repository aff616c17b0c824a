"""The forms of each dialect as data: one row a form, one column a dialect, `#0` `#1` for the parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from calculus.notation import GREEK, MARKS, TEX_GREEK

# form: (TeX, Typst)
FORMS: dict[str, tuple[str, str]] = {
    "fraction": (r"\frac{#0}{#1}", "frac(#0, #1)"),
    "small fraction": (r"\tfrac{#0}{#1}", "inline(frac(#0, #1))"),
    "superscript": ("#0^{#1}", "#0^(#1)"),
    "subscript": ("#0_{#1}", "#0_(#1)"),
    "both scripts": ("#0_{#1}^{#2}", "#0_(#1)^(#2)"),
    "application": ("#0#1", "#0 #1"),
    "brackets": ("(#0)", "lr((#0))"),
    "tall brackets": (r"\left(#0\right)", "lr((#0))"),
    "square": ("[#0]", "lr([#0])"),
    "tall square": (r"\left[#0\right]", "lr([#0])"),
    "braces": (r"\{#0\}", r"lr(\{#0\})"),
    "bars": (r"\lvert #0\rvert", "lr(|#0|)"),
    "tall bars": (r"\left\lvert #0\right\rvert", "lr(|#0|)"),
    "norm": (r"\lVert #0\rVert", "lr(‖#0‖)"),
    "tall norm": (r"\left\lVert #0\right\rVert", "lr(‖#0‖)"),
    "root": (r"\sqrt{#0}", "sqrt(#0)"),
    "exponential": ("e^{#0}", "e^(#0)"),
    "word": (r"\operatorname{#0}", 'op("#0")'),
    "under word": (r"\operatorname*{#0}_{#1}", 'op("#0", limits: #true)_(#1)'),
    "text": (r"\text{#0}", '"#0"'),
    "vector": (r"\mathbf{#0}", "upright(bold(#0))"),
    "greek vector": (r"\boldsymbol{#0}", "bold(#0)"),
    "ones": (r"\mathbf{1}", "upright(bold(1))"),
    "indicator": (r"\mathbb{1}[#0]", "bb(1)lr([#0])"),
    "transpose": (r"\top", "top"),
    "inverse transpose": (r"-\top", "-top"),
    "sum": (r"\sum_{#0}^{#1} #2", "sum_(#0)^(#1) #2"),
    "sum over": (r"\sum_{#0} #1", "sum_(#0) #1"),
    "product": (r"\prod_{#0}^{#1} #2", "product_(#0)^(#1) #2"),
    "product over": (r"\prod_{#0} #1", "product_(#0) #1"),
    "integral": (r"\int_{#0}^{#1} #2\,d#3", "integral_(#0)^(#1) #2 thin d #3"),
    "limit": (r"\lim_{#0\to #1} #2", "lim_(#0 -> #1) #2"),
    "largest": (r"\max_{#0} #1", "max_(#0) #1"),
    "d": ("d", "d"),
    "partial": (r"\partial ", "partial "),
    "nabla": (r"\nabla ", "nabla "),
    "nabla of": (r"\nabla_{#0} #1", "nabla_(#0) #1"),
    "prime": ("'", "'"),
    "compose": (r"#0\circ #1", "#0 compose #1"),
    "times": (r"#0\cdot #1", "#0 dot.op #1"),
    "thin": (r"#0\,#1", "#0 thin #1"),
    "beside": ("#0 #1", "#0 #1"),
    "hadamard": (r"#0\odot #1", "#0 dot.o #1"),
    "kronecker": (r"#0\otimes #1", "#0 times.o #1"),
    "plus": ("#0+#1", "#0 + #1"),
    "minus": ("#0-#1", "#0 - #1"),
    "negative": ("-#0", "-#0"),
    "comma": ("#0, #1", "#0, #1"),
    "dots": (r"\dots ", "dots"),
    "=": ("#0=#1", "#0 = #1"),
    "<": ("#0<#1", "#0 < #1"),
    "<=": (r"#0\le #1", "#0 <= #1"),
    ">": ("#0>#1", "#0 > #1"),
    ">=": (r"#0\ge #1", "#0 >= #1"),
    "!=": (r"#0\ne #1", "#0 != #1"),
    "in": (r"#0\in #1", "#0 in #1"),
    "maps": (r"#0\colon #1\to #2", "#0 : #1 -> #2"),
    "implies": (r"#0\quad\Rightarrow\quad #1", "#0 quad arrow.r.double quad #1"),
    "for some": (r"#0\quad\text{for some }#1", '#0 quad "for some " #1'),
    "where": (r"#0,\quad #1", "#0, quad #1"),
    "reals": (r"\mathbb{R}", "RR"),
    "reals of": (r"\mathbb{R}^{#0}", "RR^(#0)"),
    "by": (r"#0\times #1", "#0 times #1"),
    "matrix identity": ("I", "I"),
    "expectation": (r"\mathbb{E}_{#0}\left[#1\right]", "EE_(#0) lr([#1])"),
    "at": (r"\left.#0\right\rvert_{#1}", "lr(#0 |)_(#1)"),
    "cases": (r"\begin{cases}#0\end{cases}", "cases(#0)"),
    "case": (r"#0&#1", "#0 & #1"),
    "next case": (r"\\", ", "),
    "divided": (r"#0\parallel #1", "#0 parallel #1"),
    "hat": (r"\hat{#0}", "hat(#0)"),
    "bar": (r"\bar{#0}", "macron(#0)"),
    "dot": (r"\dot{#0}", "dot(#0)"),
    "tilde": (r"\tilde{#0}", "tilde(#0)"),
    "infinity": (r"\infty ", "infinity"),
    "pi": (r"\pi ", "pi"),
    "machine epsilon": (r"\varepsilon_{\text{mach}}", 'epsilon_"mach"'),
    "little o": (r"o(#0)", "o lr((#0))"),
    "big O": (r"\mathcal{O}(#0)", "cal(O) lr((#0))"),
    "ell": (r"\ell ", "ell"),
    "prime marks": ("^{#0}", "^(#0)"),
}

TEX_WORDS = ("ln", "sin", "cos", "tanh", "cosh", "max", "min", "det")
ONE_TOKEN = r"\\?[A-Za-z]+|\d+|.|\\[a-z]+\{\\?\w+ ?\}|\\[a-z]+\{\\[a-z]+\{\w\}\}"


@dataclass(frozen=True)
class Dialect:
    """One column of the table, with the spelling of letters."""

    name: str
    column: int

    def form(self, name: str, *parts: str) -> str:
        """A form with its parts filled in; what a script hangs on is grouped where it is more than one token."""
        if self.name == "tex" and "script" in name and not re.fullmatch(ONE_TOKEN, parts[0]):
            parts = ("{" + parts[0] + "}", *parts[1:])
        return re.sub(r"#(\d)", lambda match: parts[int(match.group(1))], FORMS[name][self.column])

    def word(self, word: str) -> str:
        """An upright name of several letters, as the command of its own where TeX has one."""
        return f"\\{word} " if self.name == "tex" and word in TEX_WORDS else self.form("word", word)

    def letter(self, base: str) -> str:
        """A letter or Greek name, followed by what keeps it apart from the next letter."""
        if base == "ell":
            return self.form("ell")
        if base in GREEK:
            return (TEX_GREEK.get(base, "\\" + base) + " ") if self.name == "tex" else base
        if base in MARKS:
            return MARKS[base][self.column]
        return base if len(base) == 1 or base.isdigit() else self.form("text", base)


TEX = Dialect("tex", 0)
TYPST = Dialect("typst", 1)
