"""The strict reader of `$…$` in sentences: what it cannot read, type and put in one class stops the build."""

from calculus.parser import notation_layout, notation_speech
from calculus.parser.errors import ReadingError
from calculus.parser.reading import Reading, read
from calculus.parser.scope import Scope

ARMS = (notation_layout, notation_speech)  # importing them is what teaches the printers the nodes of sentences
__all__ = ["Reading", "ReadingError", "Scope", "read"]
