"""Where things lie in the checkout."""

from pathlib import Path

ROOT = Path(__file__).absolute().parents[2]
SCRIPTS = ROOT / "scripts"
DOCS = ROOT / "docs"
GENERATED = DOCS / "generated"
SITE = ROOT / "site"
CACHE = ROOT / ".cache"


def from_root(file: Path) -> Path:
    """The file as a contributor names it: seen from the top of the checkout."""
    return file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
