"""Runs other programs, so that nobody has to read what they print unless it matters."""

import os
import subprocess
from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import IO

from press import defect
from press.places import ROOT, SCRIPTS
from press.report import Stop

EPOCH = "1767225600"  # 2026-01-01, where git cannot tell when the last change was made


def environment() -> dict[str, str]:
    """What makes a build the same on every day: no date but that of the last change, no advertisement."""
    own = {"PYTHONPATH": str(SCRIPTS), "SOURCE_DATE_EPOCH": last_change(), "NO_MKDOCS_2_WARNING": "1"}
    return os.environ | own


def run(command: Sequence[str]) -> None:
    """Runs the command in silence; if it fails, its sentences are said, and nothing else it printed."""
    with TemporaryFile("w+") as said, TemporaryFile("w+") as told:
        program = subprocess.run(command, cwd=ROOT, env=environment(), stdout=said, stderr=told, check=False)
        if program.returncode:
            raise Stop(_failure(_all(said), _all(told)))


def attend(command: Sequence[str]) -> None:
    """Runs the command with the terminal to itself, until it ends or is told to."""
    try:
        program = subprocess.run(command, cwd=ROOT, env=environment(), check=False)
    except KeyboardInterrupt:
        return
    if program.returncode:
        raise Stop("The command ended before it was done.")


def _failure(said: str, told: str) -> str:
    if "Traceback (most recent call last)" in told:
        return defect.in_output(told)
    return said.strip() or told.strip()


def _all(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


def last_change() -> str:
    answer = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or EPOCH
