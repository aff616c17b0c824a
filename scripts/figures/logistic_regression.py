"""Classes told apart step by step: four points on paper, and cells under a microscope."""

import numpy as np
from sklearn.datasets import load_breast_cancer

INPUTS = np.arange(4.0)
MIXED, APART = np.array([0.0, 1, 0, 1]), np.array([0.0, 0, 1, 1])
RADIUS = 0  # the column of the mean radius of the nuclei


def bowl_and_valley(frame):
    """Where classes overlap the loss has a lowest point; where a border tells them apart it falls for ever.

    The loss of logistic regression on the inputs 0, 1, 2, 3 over weight $w$ and intercept $b$, with the steps of
    gradient descent from (0, 0) with the rate 1. First: the labels 0, 1, 0, 1. The steps end at the star, {best}.
    Second: the labels 0, 0, 1, 1. After 100 steps the weights are {far} and still growing. The contour lines of the
    loss are open there.
    """
    labels, panels = (MIXED, APART), frame.axes(1, 2, height=0.95)
    ends = []
    for axes, targets, words in zip(panels, labels, ("labels 0, 1, 0, 1", "labels 0, 0, 1, 1"), strict=True):
        run = _descent(targets, 100)
        ends.append(run[-1])
        _contours(axes, frame, targets)
        axes.plot(*run[:31].T, "-o", color=frame.color.descent, ms=3)
        axes.set(xlabel=frame.words("weight $w$"), ylabel=frame.words("intercept $b$"), title=words)
    best = _newton(MIXED)
    panels[0].plot(*best, "*", color=frame.color.ink, ms=12)
    named = {"best": best, "far": ends[1]}
    return {name: f"({frame.number(point[0])}, {frame.number(point[1])})" for name, point in named.items()}


def nuclei(frame):
    """The share of malignant samples grows with the radius of the nuclei, along a sigmoid; training lowers the loss.

    First: the probability that a sample is malignant against the mean radius of its cell nuclei. The curve is a fitted
    sigmoid, and crosses one half at {border}. The dots are the shares of malignant samples among groups of {group},
    sorted by radius. Second: the mean cross-entropy against the number of steps, for all 30 standardized measurements.
    With the safe rate {safe} it is {slow} after 100 steps, with a rate ten times as large {fast}.
    """
    measured, malignant = _samples()
    left, right = frame.axes(1, 2, height=0.85)
    shown = _shares(left, frame, measured[:, RADIUS], malignant)
    standardized = (measured - measured.mean(axis=0)) / measured.std(axis=0)
    X = np.column_stack([standardized, np.ones(len(malignant))])
    safe = 4 * len(X) / np.linalg.eigvalsh(X.T @ X)[-1]
    for name, eta, dashes in [("slow", safe, "-"), ("fast", 10 * safe, "--")]:
        losses = _losses(X, malignant, eta, 100)
        right.plot(losses, dashes, color=frame.color.descent)
        shown[name] = losses[-1]
    right.text(40, 0.16, "safe rate", va="bottom")
    right.text(40, 0.035, "ten times that", va="top")
    right.set(ylim=(-0.06, 0.75), xlabel="step", title="Mean cross-entropy")
    return shown | {"safe": safe}


def _samples() -> tuple[np.ndarray, np.ndarray]:
    """Thirty measurements of each sample, and 1 for the malignant ones."""
    measured, benign = load_breast_cancer(return_X_y=True)
    return measured, 1.0 - benign


def _shares(axes, frame, radius: np.ndarray, malignant: np.ndarray) -> dict[str, float | str]:
    """The fitted sigmoid, and the shares of malignant samples among samples of nearly the same radius."""
    center, spread, count = radius.mean(), radius.std(), 20
    weight, intercept = _newton(malignant, (radius - center) / spread)
    x, order = np.linspace(radius.min(), radius.max(), 81), np.argsort(radius)
    groups = np.array_split(order, len(order) // count)
    axes.plot([radius[group].mean() for group in groups], [malignant[group].mean() for group in groups], "o",
              color=frame.color.comparison, ms=4)  # fmt: skip
    axes.plot(x, 1 / (1 + np.exp(-(weight * (x - center) / spread + intercept))), color=frame.color.function)
    axes.set(ylim=(-0.05, 1.05), yticks=[0, 0.5, 1], xlabel="mean radius", title="Probability of malignant")
    return {"border": center - intercept / weight * spread, "group": str(count)}


def _predicted(X: np.ndarray, w: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-X @ w))


def _columns(inputs: np.ndarray) -> np.ndarray:
    return np.column_stack([inputs, np.ones(len(inputs))])


def _descent(targets: np.ndarray, steps: int) -> np.ndarray:
    """The weights after each step with the rate 1."""
    X, run = _columns(INPUTS), [np.zeros(2)]
    for _ in range(steps):
        run.append(run[-1] - X.T @ (_predicted(X, run[-1]) - targets) / len(targets))
    return np.array(run)


def _newton(targets: np.ndarray, inputs: np.ndarray = INPUTS) -> np.ndarray:
    """The best weights."""
    X, w = _columns(inputs), np.zeros(2)
    for _ in range(20):
        p = _predicted(X, w)
        w = w - np.linalg.solve((X.T * (p * (1 - p))) @ X, X.T @ (p - targets))
    return w


def _losses(X: np.ndarray, targets: np.ndarray, eta: float, steps: int) -> np.ndarray:
    """The loss before the first step and after each step."""
    w, losses = np.zeros(X.shape[1]), []
    for _ in range(steps + 1):
        losses.append(np.mean(np.logaddexp(0, X @ w) - targets * (X @ w)))
        w = w - eta * X.T @ (_predicted(X, w) - targets) / len(targets)
    return np.array(losses)


def _contours(axes, frame, targets: np.ndarray) -> None:
    """Contour lines of the loss over weight and intercept."""
    weights, intercepts = np.meshgrid(np.linspace(-1, 4, 41), np.linspace(-5, 2, 41))
    logits = weights * INPUTS[:, None, None] + intercepts
    losses = (np.logaddexp(0, logits) - targets[:, None, None] * logits).mean(axis=0)
    axes.contour(weights, intercepts, losses, levels=(0.15, 0.25, 0.4, 0.6, 0.8, 1.2, 2, 3), colors=frame.color.muted,
                 linewidths=1)  # fmt: skip
    axes.set(xlim=(-1, 4), ylim=(-5, 2))
