"""What a bare clone promises: one command sets up, everything is pinned, nothing names a machine."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import environment

ROOT = Path(__file__).parents[1]
PINS = re.findall(
    r"^(\S+==[^\\]+)((?:\\\n +--hash=sha256:[0-9a-f]{64} ?)*)$", environment.LOCK.read_text(), re.MULTILINE
)
COMMANDS = ("site", "test", "serve", "check", "bench", "new-page", "readme-pictures", "lock", "torch", "help")
HOSTS = r"pypi\.org/simple|pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org|index-url[ =]|find-links[ =]"
PLACES = r"(?<![\w.~)}\]*>-])/(?:home|Users|root|work|opt|tmp)/\w|[A-Z]:\\\\?Users"


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def make(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--no-print-directory", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=outside | environment)


def test_every_pin_of_the_lock_has_a_hash_and_no_line_has_an_address():
    lock = environment.LOCK.read_text()
    assert all("--hash=sha256:" in hashes for _, hashes in PINS)
    assert len(PINS) == len(re.findall("^[^ #\n]", lock, re.MULTILINE)), "a line of the lock is no pin with hashes"
    assert not re.search(r"://|@|^-", lock, re.MULTILINE)


def test_every_range_of_the_project_holds_its_pin():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    ranges = [Requirement(line) for line in project["project"]["dependencies"] + project["dependency-groups"]["test"]]
    pins = {pin.name: str(pin.specifier).removeprefix("==") for pin in (Requirement(line) for line, _ in PINS)}
    outside = [str(wanted) for wanted in ranges if not wanted.specifier.contains(pins.get(wanted.name, "0"))]
    assert not outside, f"{outside} are not in the lock; run: make lock"


def test_the_version_of_pytorch_is_pinned_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    (wanted,) = map(Requirement, project["dependency-groups"]["torch"])
    assert [each.operator for each in wanted.specifier] == ["=="]
    version = next(iter(wanted.specifier)).version
    naming = [
        path.name
        for path in tracked_files()
        if path.suffix != ".lock" and f"torch=={version}" in path.read_text("utf-8", "ignore")
    ]
    assert naming == ["pyproject.toml"]


def test_help_lists_every_command_of_the_project():
    listed = re.findall(r"^make (\S+) +\S", make(ROOT, "help").stdout, re.MULTILINE)
    assert set(COMMANDS) <= set(listed)


def test_every_command_that_a_page_names_exists():
    known = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    pages = [path for path in tracked_files() if path.suffix == ".md"]
    named = {
        (page.name, word) for page in pages for word in re.findall(r"(?:`|^)make ([a-z-]+)", page.read_text(), re.M)
    }
    assert named, "no page names a command"
    assert not [(page, word) for page, word in named if word not in known]


def test_the_checks_of_a_pull_request_run_what_a_contributor_runs():
    assert (ROOT / ".ci/run").read_text().rstrip().endswith("\nmake torch\nmake test")
    assert os.access(ROOT / ".ci/run", os.X_OK)
    steps = re.findall(r"- run: (.*)", (ROOT / ".github/workflows/checks.yml").read_text())
    assert steps == [".ci/run"]


def test_no_tracked_file_names_a_registry_or_a_place_on_a_machine():
    files = {path: path.read_bytes().decode(errors="ignore") for path in tracked_files()}
    found = {
        str(path.relative_to(ROOT)): match[0]
        for path, text in files.items()
        if (match := re.search(f"{HOSTS}|{PLACES}", text))
    }
    assert not found


def test_code_is_mit_and_text_is_cc_by():
    assert (ROOT / "LICENSE").read_text().startswith("MIT License (the code)")
    text = (ROOT / "LICENSE-TEXT").read_text()
    assert text.startswith("Creative Commons Attribution 4.0 International (CC BY 4.0): text and figures")
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in text


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder that can be set up, with a stand-in for Python that writes down what it is asked to run."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.lock").write_text("first==1")
    stand_in = tmp_path / "python"
    stand_in.write_text(
        "#!/bin/sh\n"
        f'[ "$1" = -c ] && exec {sys.executable} -c "$2"\n'
        'echo "$1 $2" >> calls\n'
        'if [ "$2" = venv ]; then mkdir -p .venv/bin; cp "$0" .venv/bin/python; fi\n'
    )
    stand_in.chmod(0o755)
    return tmp_path


def calls_of_set_up(clone: Path) -> list[str]:
    (clone / "calls").write_text("")
    assert make(clone, "set-up", "PYTHON=./python").returncode == 0
    return (clone / "calls").read_text().splitlines()


def test_set_up_is_done_once(clone: Path):
    assert calls_of_set_up(clone) == ["-m venv", "scripts/environment.py "]
    assert calls_of_set_up(clone) == []


def test_a_changed_lock_installs_again_into_the_same_environment(clone: Path):
    calls_of_set_up(clone)
    (clone / "requirements.lock").write_text("first==2")
    assert calls_of_set_up(clone) == ["scripts/environment.py "]


def test_a_set_up_that_was_cut_short_is_done_again(clone: Path):
    (clone / "scripts").mkdir()
    stand_in = (clone / "python").read_text()
    (clone / "python").write_text(stand_in + '[ "$1" != scripts/environment.py ]\n')
    assert make(clone, "set-up", "PYTHON=./python").returncode != 0
    (clone / ".venv/bin/python").write_text(stand_in)
    assert calls_of_set_up(clone) == ["scripts/environment.py "]


def test_a_python_that_is_too_old_is_answered_with_one_sentence(clone: Path):
    answer = make(clone, "site", "PYTHON=false")
    assert answer.returncode != 0
    assert answer.stdout.startswith("This project needs Python 3.11 or newer with its venv module")
    assert "make site PYTHON=python3.12" in answer.stdout


def test_a_page_title_reaches_the_command_in_one_piece(clone: Path):
    calls_of_set_up(clone)
    (clone / ".venv/bin/python").write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    answer = make(clone, "new-page", "PYTHON=./python", "NAME=topics/taylor", 'TITLE=Taylor\'s "best" line')
    assert answer.stdout == 'scripts/build.py|new-page|topics/taylor|Taylor\'s "best" line|'


def test_a_name_the_system_sets_is_not_taken_for_a_formula(clone: Path):
    calls_of_set_up(clone)
    (clone / ".venv/bin/python").write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    assert make(clone, "check", "PYTHON=./python", NAME="host").stdout == "scripts/build.py|check|"


@pytest.mark.parametrize(
    ("story", "installed", "sentence"),
    [
        ("Collecting a==1\nCollecting b==1\n", 0, f"2 of {len(PINS)} packages fetched"),
        ("Ignoring c: markers say no\nCollecting a==1\n", 0, f"1 of {len(PINS) - 1} packages fetched"),
        ("Collecting a==1\nInstalling collected packages: a\n", 1, f"1 of {len(PINS)} packages in place"),
    ],
)
def test_set_up_says_how_far_it_is(story: str, installed: int, sentence: str):
    assert environment.progress(story, installed) == sentence


def test_a_machine_without_a_browser_is_told_what_to_do(tmp_path: Path):
    nothing = {"PATH": "", "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path), "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9"}
    command = [sys.executable, ROOT / "scripts/browser.py"]
    answer = subprocess.run(command, capture_output=True, text=True, env=os.environ | nothing)
    assert answer.returncode == 1
    assert "Install Chromium or Google Chrome so that `chromium` or `google-chrome` is a command" in answer.stderr
