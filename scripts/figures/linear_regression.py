"""Lines that are fitted step by step: three points on paper, and patients of a study."""

from functools import cache

import numpy as np
from sklearn.datasets import load_diabetes

from figures._curves import value
from figures._paths import LOWEST, contours, path, three_points
from formulas import descent

INPUTS, TARGETS = np.array([1, 2, 3]), np.array([2, 3, 5])
MOMENTS = (0, 1, 2, 50)  # steps after which the line is drawn
INDEX = 2  # the column of the body mass index


def lines_and_path(frame):
    """Each step of gradient descent is a line among the points, and a point among the lines.

    First: the three points, and the line after 0, 1, 2 and 50 steps with the rate 0.1. Second: the same steps as weight
    $w$ and intercept $b$, on contour lines of the loss. The start is at (0, 0), the star at the best weights. The loss
    falls from {before} to {after}.
    """
    points = path(descent.gradient_descent, three_points, (0, 0), 50, eta=0.1)
    left, right = frame.axes(1, 2, height=0.9)
    ends = np.array([0.5, 3.5])
    for step in MOMENTS:
        weight, intercept = points[step]
        left.plot(ends, weight * ends + intercept, color=frame.color.descent, lw=0.8 + step / 40)
        left.text(3.6, weight * 3.5 + intercept, str(step), va="center")
    left.plot(INPUTS, TARGETS, "o", color=frame.color.ink)
    left.set(xlim=(0.4, 4.1), ylim=(-0.4, 6), xticks=[1, 2, 3], yticks=[0, 2, 4, 6])
    left.set(xlabel="input", title="The line after some steps")
    contours(right, frame.color, (-0.3, 2.3), (-0.5, 1.3))
    right.plot(*points.T, "-o", color=frame.color.descent, ms=4)
    right.plot(*LOWEST, "*", color=frame.color.ink, ms=12)
    right.set(xlabel=frame.words("weight $w$"), ylabel=frame.words("intercept $b$"), title="Weights after each step")
    losses = value(three_points)(*points[[0, -1]].T)
    return {"before": losses[0], "after": losses[1]}


def patients(frame):
    """A line through the patients of a study, and the loss along the way for raw and for standardized measurements.

    First: the progression of diabetes after one year against the body mass index, every fourth of {count} patients, and
    the best line for all of them; its slope is {slope}. Second: all ten measurements. The height of the loss above its
    lowest value, against the number of steps, both on scales of powers of ten. Each run takes its best fixed rate. With
    standardized measurements the height falls to {tame} in 1000 steps. With raw ones it is still {wild}.
    """
    measured, progression = _patients()
    index, (left, right) = measured[:, INDEX], frame.axes(1, 2, height=0.85)
    slope, intercept = np.polyfit(index, progression, 1)
    left.plot(index[::4], progression[::4], ".", color=frame.color.comparison, ms=4)
    ends = np.array([index.min(), index.max()])
    left.plot(ends, slope * ends + intercept, color=frame.color.function)
    left.set(ylim=(0, 360), yticks=[0, 100, 200, 300], xlabel="body mass index", title="Progression after one year")
    standardized = (measured - measured.mean(axis=0)) / measured.std(axis=0)
    steps, runs = np.unique(np.geomspace(1, 1000, 40).astype(int)), {}
    for words, features, dashes in [("raw", measured, "--"), ("standardized", standardized, "-")]:
        runs[words] = _heights(features, progression, 1000)
        right.loglog(steps, runs[words][steps], dashes, color=frame.color.descent)
    right.text(1.2, 3e4, "raw", va="bottom")
    right.text(3, 90, "standardized", va="top", ha="left")
    right.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    right.set_yticks([0.1, 10, 1000], [frame.ten(-1), "10", "1000"])
    right.minorticks_off()
    right.set(ylim=(0.05, 2e5), xlabel="step", title="Loss above its lowest value")
    return {"count": str(len(index)), "slope": slope, "tame": runs["standardized"][-1], "wild": runs["raw"][-1]}


@cache
def _patients() -> tuple[np.ndarray, np.ndarray]:
    """Ten measurements of each patient in the units of the clinic, and the progression of the disease."""
    return load_diabetes(return_X_y=True, scaled=False)


def _heights(features: np.ndarray, targets: np.ndarray, steps: int) -> np.ndarray:
    """Height of the loss above its lowest value, after each step of gradient descent with the best fixed rate."""
    X = np.column_stack([features, np.ones(len(targets))])
    curvatures, modes = np.linalg.eigh(X.T @ X / len(targets))
    distances = modes.T @ np.linalg.lstsq(X, targets)[0]  # from zero to the best weights, along each mode
    factors = 1 - 2 / (curvatures[0] + curvatures[-1]) * curvatures
    after = factors ** np.arange(steps + 1)[:, None] * distances
    return (curvatures * after**2).sum(axis=1) / 2
