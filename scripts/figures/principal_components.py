"""Clouds of points, the directions in which they vary most, and what is lost along the others."""

import numpy as np

from calculus.language import pi
from figures._bundled import digits

FOUR = np.array([[2.0, 1], [1, 2], [-1, -2], [-2, -1]])
FIRST = 20


def long_and_short_axis(frame):
    """The first component runs where the cloud is longest, and where the points are least far away.

    Thirty points, drawn at random, with the mean taken off. The two thick lines run along the eigenvectors of their
    covariance matrix, from the middle as far as the spread along each: {long} and {short}. The thin lines show how far
    each point is from the first of them. They stand at right angles to it, not upright.
    """
    axes = frame.axes(height=0.75)
    points = np.random.default_rng(5).normal(size=(30, 2)) @ np.array([[1.6, 0.9], [0, 0.62]])
    points -= points.mean(axis=0)
    spreads, directions = _components(points)
    feet = np.outer(points @ directions[:, 0], directions[:, 0])
    axes.plot(*np.stack([points, feet]).transpose(2, 0, 1), color=frame.color.muted, lw=0.8)
    axes.plot(*points.T, "o", color=frame.color.ink, ms=3.5)
    axes.plot(*np.transpose([-5 * directions[:, 0], 5 * directions[:, 0]]), "--", color=frame.color.function, lw=1)
    for spread, direction, color in zip(spreads, directions.T, (frame.color.function, frame.color.slope), strict=True):
        axes.plot(*np.transpose([-spread * direction, spread * direction]), color=color, lw=3.5)
    axes.set(aspect="equal", xlim=(-3.6, 3.6), ylim=(-2.6, 2.6), xlabel="first column", ylabel="second column")
    return {"long": round(spreads[0], 2), "short": round(spreads[1], 2)}


def variance_by_angle(frame):
    """Turn the direction: what the variance gains, the error loses.

    First: the four points, the best direction, and the distances to it. Second: the variance along a direction and the
    error, the mean squared distance from it, against the angle of the direction. The variance is largest, {most}, and
    the error smallest, {least}, at the same angle, an eighth of a turn. At each angle the two add up to {total}.
    """
    left, right = frame.axes(1, 2, height=0.8)
    best = np.array([1, 1]) / np.sqrt(2)
    feet = np.outer(FOUR @ best, best)
    left.plot(*np.stack([FOUR, feet]).transpose(2, 0, 1), color=frame.color.slope)
    left.plot(*np.transpose([-3.2 * best, 3.2 * best]), color=frame.color.function)
    left.plot(*FOUR.T, "o", color=frame.color.ink)
    left.set(aspect="equal", xlim=(-3.4, 3.4), ylim=(-2.7, 2.7), xticks=range(-3, 4), title="Four points")
    angles = np.linspace(0, np.pi, 61)
    directions = np.array([np.cos(angles), np.sin(angles)])
    variance = np.mean((FOUR @ directions) ** 2, axis=0)
    error = np.mean(np.sum(FOUR**2, axis=1)) - variance
    right.plot(angles, variance, color=frame.color.function)
    right.plot(angles, error, color=frame.color.slope)
    right.text(np.pi / 4, 4.6, "variance", ha="center", va="bottom", color=frame.color.function)
    right.text(3 * np.pi / 4, 4.6, "error", ha="center", va="bottom", color=frame.color.slope)
    right.set(ylim=(0, 5.4), title="Along a direction", xlabel="angle")
    right.set_xticks([0, np.pi / 2, np.pi], [frame.number(0), frame.label(pi / 2), frame.label(pi)])
    return {"most": variance.max(), "least": error.min(), "total": variance[0] + error[0]}


def digits_by_components(frame):
    """A few directions carry most of what varies in pictures of digits.

    There are {images} pictures of 64 pixels. First: the variances along the first {first} components, each as a share
    of the total. Second: the share of the variance that is lost if only the first components are kept. With {half} it
    is less than a half, with {tenth} less than a tenth.
    """
    images = digits()
    variances = np.linalg.svd(images, compute_uv=False) ** 2 / len(images)
    shares = variances / variances.sum()
    lost = 1 - np.concatenate([[0], np.cumsum(shares)])
    left, right = frame.axes(1, 2, height=0.75)
    left.plot(range(1, FIRST + 1), 100 * shares[:FIRST], "-o", color=frame.color.function, ms=4)
    left.set(
        xlim=(0, 21),
        ylim=(0, 16),
        xticks=(1, 5, 10, 15, 20),
        yticks=(0, 5, 10, 15),
        title="Share of each, in percent",
        xlabel="component",
    )
    right.plot(range(65), 100 * lost, color=frame.color.slope)
    right.set(ylim=(0, 104), xticks=range(0, 65, 16), title="Share lost, in percent", xlabel="components kept")
    kept = {name: int(np.argmax(lost < share)) for name, share in (("half", 0.5), ("tenth", 0.1))}
    return {"images": f"{len(images):,}", "first": FIRST, **kept}


def _components(points):
    """The spread along each eigenvector of the covariance matrix, and the eigenvectors, the longest first."""
    variances, directions = np.linalg.eigh(points.T @ points / len(points))
    return np.sqrt(variances[::-1]), directions[:, ::-1]
