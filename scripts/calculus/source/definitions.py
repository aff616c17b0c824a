"""The definitions a snippet needs, cut out of the modules that hold them, letter for letter."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from calculus.source.dialects import Dialect
from calculus.source.syntax import free_names


@cache
def table(dialect: Dialect) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Source text and the names it reads, for every function defined for a dialect."""
    text = Path(__file__).with_name(f"definitions_{dialect.name.lower()}.py").read_text("utf-8")
    functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    return {each.name: (ast.get_source_segment(text, each) or "", tuple(free_names(each))) for each in functions}


def needed(names: list[str], dialect: Dialect) -> list[str]:
    """The definitions behind some names, those they stand on first."""
    found: list[str] = []
    for each in names:
        if each in table(dialect) and each not in found:
            _, inside = table(dialect)[each]
            found += [deeper for deeper in needed([i for i in inside if i != each], dialect) if deeper not in found]
            found.append(each)
    return found


def source(names: list[str], dialect: Dialect) -> list[str]:
    """The text of the definitions behind some names."""
    return [table(dialect)[each][0] for each in needed(names, dialect)]
