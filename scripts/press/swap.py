"""A folder that is replaced whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from press.places import CACHE


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """An empty folder to fill; it takes the place of `folder` only if nothing stopped on the way."""
    new, old = CACHE / f"{folder.name}.new", CACHE / f"{folder.name}.old"
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    new.mkdir(parents=True)
    yield new
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
