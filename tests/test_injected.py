"""Errors put anywhere a reader could meet them: each is told at its line, by the rule it breaks."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from calculus import notation
from press import wording

HERE = Path(__file__).parent / "injected"
SCRIPTS = Path(__file__).parents[1] / "scripts"
CASES = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))["case"]
NO_EDIT = {"file": "docs/index.md", "find": "squares", "put": "squares"}


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, list[str]]:
    """What is told after each edit of the small tree, and after none; one process reads them all."""
    tree = tmp_path_factory.mktemp("injected") / "tree"
    shutil.copytree(HERE / "tree", tree)
    for part in ("calculus", "press"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(SCRIPTS / part, tree / "scripts" / part, ignore=ignored)
    command = [sys.executable, str(HERE / "teller.py")]
    edits = json.dumps([NO_EDIT, *CASES])
    path = os.environ | {"PYTHONPATH": str(tree / "scripts")}
    done = subprocess.run(command, cwd=tree, env=path, input=edits, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(zip(["nothing", *(case["error"] for case in CASES)], json.loads(done.stdout), strict=True))


def test_there_are_errors_of_many_kinds_in_every_place():
    assert len({case["error"] for case in CASES}) == len(CASES) >= 60
    assert len({case["rule"] for case in CASES}) >= 30
    assert len({case["file"] for case in CASES}) >= 7


def test_the_tree_without_an_error_is_told_nothing(told):
    assert told["nothing"] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["error"])
def test_an_error_is_told_at_its_line_by_its_rule(case, told):
    sentence = re.compile(rf"{re.escape(case['place'])}(:\d+)?: {re.escape(case['rule'])}(;|\n|$)")
    assert any(sentence.match(said) for said in told[case["error"]]), told[case["error"]]


def test_mathematics_typed_in_the_table_of_letters_is_told(monkeypatch):
    letter = notation.TABLE[0]
    monkeypatch.setattr(notation, "TABLE", (replace(letter, meaning=f"{letter.meaning}, as in x² = 3"),))
    problem, *others = wording.problems()
    assert (problem.file, problem.found, others) == (wording.LETTERS, "x² = 3", [])
