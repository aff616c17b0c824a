"""Runs the code of one page, in a process of its own: cells come in as JSON, what they print goes out as JSON."""

import json
import sys
import traceback
from contextlib import redirect_stdout
from io import StringIO


def run(cells: list[str]) -> dict:
    """What each cell prints, up to the first that fails; the cells share their names."""
    names: dict = {"__name__": "__main__"}
    printed: list[str] = []
    for number, code in enumerate(cells):
        said = StringIO()
        try:
            with redirect_stdout(said):
                exec(compile(code, f"cell {number}", "exec"), names)
        except (Exception, SystemExit) as error:  # whatever the author's code raises is told with its place
            return {"printed": printed, "failed": _failure(number, error)}
        printed.append(said.getvalue())
    return {"printed": printed, "failed": None}


def _failure(number: int, error: BaseException) -> dict:
    """The line of this cell that failed, also where the error arose inside a package."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == f"cell {number}"] or [1]
    return {"cell": number, "line": lines[-1], "error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(json.load(sys.stdin))))
