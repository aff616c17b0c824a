"""The site's table of symbols: what a letter means, how a name is written in each dialect."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language.kinds import Kind, Number, Real

# Greek letters are written by name in TeX and Typst alike but for two, whose glyphs the dialects name crosswise.
GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
TEX_GREEK = {"epsilon": r"\varepsilon", "phi": r"\varphi"}
ACCENTS = ("hat", "bar", "dot", "tilde")
MARKS = ("star",)
SHORT = {"lam": "lambda"}


@dataclass(frozen=True)
class Name:
    """A symbol's name taken apart: a letter or word, accents over it, marks above and words below."""

    base: str
    accents: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def is_letter(self) -> bool:
        return len(self.base) == 1 or self.base in GREEK


def parts(name: str) -> Name:
    """`y_hat` is a letter with a hat, `lam_max` a letter with a word below, `x_star` one with a star above."""
    base, *rest = name.split("_")
    return Name(
        SHORT.get(base, base),
        tuple(word for word in rest if word in ACCENTS),
        tuple(word for word in rest if word in MARKS),
        tuple(SHORT.get(word, word) for word in rest if word and word not in ACCENTS and word not in MARKS),
    )


@dataclass(frozen=True)
class Entry:
    """A row of the symbols page: the name in declarations, its meaning, and its kind where a page says nothing."""

    name: str
    meaning: str
    kind: Kind = Real


TABLE: tuple[Entry, ...] = (
    Entry("x", "input, or the point where a function is looked at"),
    Entry("y", "target: the value a model should give"),
    Entry("y_hat", "prediction of a model"),
    Entry("z", "logit or pre-activation: the number before the last activation"),
    Entry("p", "probability a model gives"),
    Entry("r", "residual: prediction minus target"),
    Entry("h", "a small step"),
    Entry("t", "a parameter along a line or curve; time"),
    Entry("c", "a constant"),
    Entry("eta", "learning rate", Number(lower=0)),
    Entry("delta", "threshold of the Huber loss; error of a layer", Number(lower=0)),
    Entry("ell", "loss of one example"),
    Entry("xi", "a point between two others, known only to exist"),
    Entry("epsilon", "a small positive number; machine epsilon", Number(lower=0)),
)
