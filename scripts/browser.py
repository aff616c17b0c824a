"""Finds the browser that the tests drive, and installs one where there is none."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADVICE = (
    "No browser found for the tests, and none could be installed. Install Chromium or Google Chrome so that "
    "`chromium` or `google-chrome` is a command, then: make test"
)
log = logging.getLogger(__name__)


def find() -> str | None:
    """The path of a Chromium or Chrome that starts, or None."""
    named = (path for name in NAMES if (path := shutil.which(name)))
    return next(filter(_starts, named), None) or next(filter(_starts, _of_playwright()), None)


def require() -> str:
    """The path of a browser, installed first where there is none; stop with a sentence when that fails."""
    if browser := find():
        return browser
    log.info("No browser found for the tests: installing Chromium")
    for commands in _ways_to_install():
        if all(map(_succeeds, commands)) and (browser := find()):
            return browser
    sys.exit(ADVICE)


def _starts(path: str) -> bool:
    # A found name is not enough: it may be a stub that names another package, or lack a library.
    return subprocess.run([path, "--version"], capture_output=True).returncode == 0


def _of_playwright() -> list[str]:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return [path] if Path(path).exists() else []


def _ways_to_install() -> Iterator[list[list[str]]]:
    root = _as_root()
    if root is not None and shutil.which("apt-get"):
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]
        yield [[*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", "chromium"]]
    # Without root Playwright cannot add the system's libraries; on a desktop they are there.
    with_libraries = ["--with-deps"] if root is not None and sys.platform == "linux" else []
    yield [[sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"]]


def _as_root() -> list[str] | None:
    """What to write before a command to run it as root without a question, or None where that is impossible."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    return (
        sudo if shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True).returncode == 0 else None
    )


def _succeeds(command: list[str]) -> bool:
    log.info("+ %s", " ".join(command))
    return subprocess.run(command).returncode == 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    log.info("Browser for the tests: %s", require())
