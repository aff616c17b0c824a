"""Decide whether a formula holds, by roads that do not share their method, and say how."""

from calculus.check.draws import NoPoint
from calculus.check.rule import Verdict, holds, roads

__all__ = ["NoPoint", "Verdict", "holds", "roads"]
