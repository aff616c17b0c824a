"""Data sets that come with scikit-learn, as the pages on applications use them. No figure stands here."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Split:
    """Examples to fit and others kept apart; inputs and targets are counted from the means of those to fit."""

    inputs: np.ndarray
    targets: np.ndarray
    other_inputs: np.ndarray
    other_targets: np.ndarray
    names: tuple[str, ...]


def diabetes() -> Split:
    """Ten measurements of 442 patients and how their diabetes went on; every eighth patient is fitted."""
    from sklearn.datasets import load_diabetes  # here, because only the drawing itself should wait for it

    bundle = load_diabetes(scaled=False)
    fitted = np.arange(len(bundle.target)) % 8 == 0
    middle, spread = bundle.data[fitted].mean(axis=0), bundle.data[fitted].std(axis=0)
    inputs, targets = (bundle.data - middle) / spread, bundle.target - bundle.target[fitted].mean()
    return Split(inputs[fitted], targets[fitted], inputs[~fitted], targets[~fitted], tuple(bundle.feature_names))


def digits() -> np.ndarray:
    """1,797 handwritten digits of 8 times 8 pixels, one a row, with the mean taken off."""
    from sklearn.datasets import load_digits

    images = load_digits().data
    return images - images.mean(axis=0)
