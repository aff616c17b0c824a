"""Errors put into the real project, at every kind of place mathematics has there: each is told at its line."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "injected"
ROOT = Path(__file__).parents[1]
PARTS = ("scripts", "docs", "theme", "bench", "mkdocs.yml", "pyproject.toml", "LICENSE")
CASES = tomllib.loads((HERE / "real.toml").read_text("utf-8"))["case"]
COMMANDS = [case for case in CASES if "command" in case]
PUBLISHED = {"index.html": "as it was published", "ledger.json": "[]"}


@dataclass(frozen=True)
class Edit:
    """An error as it will stand: the text of its file, the line it is told at, and the words of the command."""

    file: str
    after: str
    line: int
    words: tuple[str, ...]


def edit(case: dict) -> Edit:
    """The first place a case's pattern matches, edited; fails where nothing matches any more."""
    files = sorted(ROOT.glob(case["files"]))
    matches = ((file, re.search(case["find"], file.read_text("utf-8"), re.MULTILINE)) for file in files)
    file, match = next(((file, match) for file, match in matches if match), (None, None))
    assert match, f"nothing in {case['files']} looks like {case['find']} any more; find another place in real.toml"
    text = match.string
    after = text[: match.start()] + match.expand(case["put"]) + text[match.end() :]
    assert after != text, f"{case['put']} changes nothing in {file}"
    start, name = _declaration(text, match)
    line = text.count("\n", 0, start if case.get("at") else match.end()) + 1
    words = ("check", f"{file.stem}.{name}") if case.get("command") == "check" else ("site",)
    return Edit(file.relative_to(ROOT).as_posix(), after, line, words)


def _declaration(text: str, match: re.Match) -> tuple[int, str]:
    """Where the function around a match begins, and its name."""
    found = [each for each in re.finditer(r"^def (\w+)", text, re.MULTILINE) if each.start() <= match.start()]
    return (found[-1].start(), found[-1][1]) if found else (0, "")


def if_it_stands(file: str, place: str) -> None:
    """Copies what is kept; another build may have let go of it meanwhile."""
    with suppress(FileNotFoundError):
        shutil.copy(file, place)


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the project, of what it keeps between builds, and of a site that stands."""
    root = tmp_path_factory.mktemp("real") / "project"
    ignored = shutil.ignore_patterns("__pycache__")
    for part in PARTS:
        place = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        place(ROOT / part, root / part, **({"ignore": ignored} if place is shutil.copytree else {}))
    if (ROOT / ".cache").exists():
        shutil.copytree(ROOT / ".cache", root / ".cache", copy_function=if_it_stands)
    (root / "site").mkdir()
    for name, text in PUBLISHED.items():
        (root / "site" / name).write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def told(copy) -> dict[str, list[str]]:
    """What is told after each edit; one process reads them all."""
    edits = [{"file": each.file, "after": each.after} for each in map(edit, CASES)]
    unchanged = {"file": "docs/cheat-sheet.md", "after": (ROOT / "docs/cheat-sheet.md").read_text("utf-8")}
    environment = os.environ | {"PYTHONPATH": str(copy / "scripts")}
    command = [sys.executable, str(HERE / "real_teller.py")]
    done = subprocess.run(
        command, cwd=copy, env=environment, input=json.dumps([unchanged, *edits]), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(zip(["nothing", *(case["error"] for case in CASES)], json.loads(done.stdout), strict=True))


def is_told(case: dict, sentences: list[str]) -> bool:
    """Whether one of them says the rule, at the place."""
    found = edit(case)
    sentence = re.compile(rf"{re.escape(f'{found.file}:{found.line}')}(:\d+)?: (?:{case['rule']})(;|\n|$)")
    return any(sentence.match(said) for said in sentences)


def test_the_project_without_an_error_is_told_nothing(told):
    assert told["nothing"] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["error"])
def test_an_error_in_the_project_is_told_at_its_line(case, told):
    assert is_told(case, told[case["error"]]), (edit(case).line, told[case["error"]])


@pytest.mark.parametrize("case", COMMANDS, ids=lambda case: case["error"])
def test_the_command_a_contributor_runs_tells_it_ends_with_1_and_leaves_the_site_as_it_was(case, copy):
    found = edit(case)
    before = (copy / found.file).read_text("utf-8")
    (copy / found.file).write_text(found.after, "utf-8")
    command = [sys.executable, "scripts/build.py", *found.words]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    (copy / found.file).write_text(before, "utf-8")
    assert done.returncode == 1, done.stdout
    assert is_told(case, done.stderr.splitlines()), done.stderr
    assert {each.name: each.read_text("utf-8") for each in (copy / "site").iterdir()} == PUBLISHED


def test_at_least_three_errors_are_put_before_the_command_itself():
    assert len(COMMANDS) >= 3
    assert {edit(case).words[0] for case in COMMANDS} == {"check", "site"}
