"""Who may import whom."""

import ast
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
FILES = sorted(SCRIPTS.rglob("*.py"))
ROOMS = {"calculus", "formulas", "derivations", "figures", "problems", "press", "build", "hooks"}
MAY_IMPORT = {
    "calculus": {"calculus"},
    "formulas": {"calculus", "formulas"},
    "derivations": {"calculus", "formulas", "derivations"},
    "figures": {"calculus", "formulas", "figures"},
    "problems": {"calculus", "formulas", "problems"},
    "press": {"calculus", "press"},  # it finds the shelves by their folders
    "build": {"press"},
    "hooks": {"press"},
}
KNOWN_ONLY_IN = {
    "mkdocs": ("hooks.py",),
    "matplotlib": ("press/drawing.py",),
    "nbclient": ("press/kernel.py",),
    "jupyter_client": ("press/kernel.py",),
    "jupytext": ("press/notebook_file.py",),
    "pybtex": ("press/bibliography.py",),
    "typst": ("press/sheet",),
    "sympy": ("calculus/",),
    "jax": ("calculus/",),
    "optax": ("calculus/",),
    "flint": ("calculus/interpreters/balls.py",),
}


def imports(file: Path) -> set[str]:
    """The first name of everything a file imports, wherever in the file."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    origins = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in plain | origins}


def room(file: Path) -> str:
    return file.relative_to(SCRIPTS).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SCRIPTS).as_posix())
def test_a_room_imports_only_what_lies_below_it(file):
    assert imports(file) & ROOMS <= MAY_IMPORT.get(room(file), set())


@pytest.mark.parametrize("library", KNOWN_ONLY_IN)
def test_a_library_is_known_in_one_place_only(library):
    knowing = {file.relative_to(SCRIPTS).as_posix() for file in FILES if library in imports(file)}
    assert knowing
    assert {name for name in knowing if not name.startswith(KNOWN_ONLY_IN[library])} == set()


def test_nothing_is_imported_with_a_star():
    stars = [
        file
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert stars == []


def test_only_the_command_talks_to_the_terminal():
    def prints(file):
        calls = (node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call))
        return any(isinstance(function, ast.Name) and function.id == "print" for function in calls)

    assert {file.name for file in FILES if prints(file)} == {"build.py"}
