"""The packages that code on pages may import, and the surroundings in which it is run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """What a package is called where it is pinned, and what people call it."""

    distribution: str
    title: str


PACKAGES = {
    "numpy": Package("numpy", "NumPy"),
    "matplotlib": Package("matplotlib", "matplotlib"),
    "jax": Package("jax", "JAX"),
    "sklearn": Package("scikit-learn", "scikit-learn"),
}
# jax only to show what frameworks do, sklearn for the data sets that come with it and as a second opinion.
IN_LESSONS = ("numpy", "jax", "sklearn")
IN_NOTEBOOKS = ("numpy", "matplotlib", "jax")  # what runs where readers run notebooks; the page says which it needs
# One thread and no graphics card, so that the last digits are the same everywhere.
ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "JAX_PLATFORMS": "cpu"}


def distributions(names: list[str]) -> list[str]:
    """The packages as they are pinned, in order."""
    return sorted(PACKAGES[name].distribution for name in names)
