"""Whether a statement declared for some letters covers a claim about others: no condition may be lost."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers.function_names import written

# Hypotheses a reader takes for granted of the functions in a sentence; others must be said.
REGULAR = (
    "", "differentiable", "twice differentiable", "differentiable often enough", "smooth",
    "twice continuously differentiable", "activation", "continuous",
    "continuously differentiable", "any", "remainder", "moderate",
)  # fmt: skip


def covers(declared: Node, said: Node) -> bool:
    """Whether a declared letter may be read as one in a claim; one that is short for something keeps its name."""
    if isinstance(declared, w.Alias):
        return named(said) == declared.name
    if isinstance(declared, w.Apply):
        return named(said) == written(declared.function.name)
    return holds_for(declared.kind, getattr(said, "kind", k.Real))


def named(node: Node) -> str:
    """The name a letter is printed with."""
    return written(node.function.name) if isinstance(node, w.Apply) else node.name


@singledispatch
def holds_for(declared: k.Kind, said: Any) -> bool:
    """Whether what is declared for one kind of letter holds for another of the same form."""
    return True


@holds_for.register
def array(declared: k.Array, said: Any) -> bool:
    trait = getattr(said, "trait", "")
    return declared.trait in ("", trait) or (declared.trait, trait) == ("shares", "simplex")


@holds_for.register
def special(declared: k.Special, said: Any) -> bool:
    return declared.trait in ("loss", "candidate", getattr(said, "trait", ""))


@holds_for.register
def function(declared: k.FunctionKind, said: Any) -> bool:
    return declared.trait in REGULAR or declared.trait == getattr(said, "trait", "")


@holds_for.register
def number(declared: k.Number, said: Any) -> bool:
    """Whether the numbers of one kind all belong to another."""
    inner = said if isinstance(said, k.Number) else k.Natural if isinstance(said, k.SizeKind | k.IndexKind) else k.Real
    if (declared.whole and not inner.whole) or (declared.nonzero and not excludes_zero(inner)):
        return False
    return above(declared.lower, declared.closed, inner.lower, inner.closed) and above(
        minus(declared.upper), declared.closed, minus(inner.upper), inner.closed
    )


def excludes_zero(kind: k.Number) -> bool:
    """Whether zero is none of the numbers."""
    ends = [end for end in (kind.lower, minus(kind.upper)) if end is not None]
    return kind.nonzero or any(end > 0 or (end == 0 and not kind.closed) for end in ends)


def above(bound: Any, closed: bool, inner: Any, inner_closed: bool) -> bool:
    """Whether everything above the inner bound is above the outer one."""
    if bound is None:
        return True
    return inner is not None and (inner > bound or (inner == bound and (closed or not inner_closed)))


def minus(bound: Any) -> Any:
    return None if bound is None else -bound
