"""The language that declarations are written in, and everything that interprets it."""
