"""How the known functions are written: a letter, or a word in upright letters."""

from __future__ import annotations

from calculus.notation import GREEK

WRITTEN = {
    "sigmoid": "sigma", "softplus": "zeta", "relu": "ReLU", "silu": "SiLU", "huber": "H", "log_sum_exp": "lse",
    "maximum": "max", "minimum": "min", "mean_squared_error": "MSE", "half_mean_squared_error": "HMSE",
    "mean_absolute_error": "MAE", "divergence": "KL", "entropy": "H", "crossed_entropy": "H", "absolute": "abs",
    "half_squared_error": "ell", "binary_cross_entropy": "ell", "cross_entropy": "ell",
}  # fmt: skip


def written(name: str) -> str:
    """The letter or word a known function is written as."""
    return WRITTEN.get(name, name)


def is_letter(name: str) -> bool:
    """Whether a known function is written as one letter."""
    return len(written(name)) == 1 or written(name) in GREEK or written(name) == "ell"
