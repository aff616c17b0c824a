"""A small project of its own for tests that run the commands a contributor runs."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONFIG = """site_name: A small project
theme: {name: material, font: false}
hooks: [scripts/hooks.py]
plugins: [search, mkdocs-jupyter: {include: ["notebooks/*.py"], cache: false}]
markdown_extensions: [press.markdown]
validation: {omitted_files: warn, absolute_links: warn, unrecognized_links: warn, anchors: warn}
nav:
  - index.md
  - cheat-sheet.md
"""
SHELF = '''"""Squares."""

from calculus.language import Derivative, Equal, Real


def square_slope(x: Real):
    """Slope of the square."""
    return Equal(Derivative(x**2, x), 2 * x)
'''
SHEET = "---\nsheet: full\n---\n# Cheat sheet\n\n## Squares\n\n{{ squares.square_slope }}\n"
PAGE = "# Squares\n\nOf $x$:\n\n{{ squares.square_slope }}\n"


@dataclass(frozen=True)
class Project:
    """A checkout with one page and one formula."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        """A file of the project."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def run(self, *words: str) -> subprocess.CompletedProcess:
        """`build.py` with these words."""
        command = [sys.executable, "scripts/build.py", *words]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project's own code with one page and one shelf instead of all, built once for all tests."""
    small = Project(tmp_path_factory.mktemp("project"))
    for part in ("calculus", "press"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "scripts" / part, small.root / "scripts" / part, ignore=ignored)
    for door in ("build.py", "hooks.py"):
        shutil.copy(ROOT / "scripts" / door, small.root / "scripts" / door)
    for kept in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / kept, small.root)
    small.write("mkdocs.yml", CONFIG)
    small.write("scripts/formulas/squares.py", SHELF)
    small.write("docs/index.md", PAGE)
    small.write("docs/cheat-sheet.md", SHEET)
    done = small.run("site")
    assert (done.returncode, done.stderr) == (0, "")
    return small


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of the small project, to change and break."""
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)
