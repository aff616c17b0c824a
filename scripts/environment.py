"""Fills the environment it runs in: with what requirements.lock pins, or with a group of pyproject.toml."""

import logging
import re
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
STORY = ROOT / ".cache" / "install.log"
SECONDS_BETWEEN_REPORTS = 4
log = logging.getLogger(__name__)


def install() -> None:
    """Install every pinned package, reporting as it goes; stop with a sentence when pip fails."""
    STORY.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pip", "install", "--require-hashes", "--requirement", str(LOCK)]
    with STORY.open("w") as story, subprocess.Popen(command, stdout=story, stderr=subprocess.STDOUT) as pip:
        while _is_running(pip):
            log.info("  %s", progress(STORY.read_text(), len(_installed())))
    if pip.returncode:
        sys.exit(_failure(STORY.read_text()))


def install_group(name: str) -> None:
    """Install a group of pyproject.toml that the lock does not hold, beside what is there."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"][name]
    command = [sys.executable, "-m", "pip", "install", "--quiet", *wanted]
    pip = subprocess.run(command, capture_output=True, text=True, check=False)
    if pip.returncode:
        STORY.parent.mkdir(exist_ok=True)
        STORY.write_text(pip.stderr)
        sys.exit(_failure(pip.stderr, " ".join(wanted)))


def progress(story: str, installed: int) -> str:
    """How far pip is, told from what it wrote and from how many packages are in place."""
    pinned = len(re.findall(r"^[a-z].*==", LOCK.read_text(), re.MULTILINE))
    wanted = pinned - len(re.findall("^Ignoring", story, re.MULTILINE))
    found = len(re.findall("^(?:Collecting|Requirement already satisfied)", story, re.MULTILINE))
    if "Installing collected packages" not in story:
        return f"{found} of {wanted} packages fetched"
    return f"{min(installed, wanted)} of {wanted} packages in place"


def _is_running(pip: subprocess.Popen) -> bool:
    try:
        pip.wait(SECONDS_BETWEEN_REPORTS)
    except subprocess.TimeoutExpired:
        return True
    return False


def _installed() -> list[Path]:
    return list(Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _failure(story: str, wanted: str = "requirements.lock") -> str:
    errors = [line for line in story.splitlines() if line.startswith("ERROR")] or story.splitlines()[-5:]
    where = STORY.relative_to(ROOT)
    return "\n".join([*errors, f"Set-up failed: pip could not install {wanted}; its whole output is in {where}"])


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    install_group(sys.argv[1]) if sys.argv[1:] else install()
