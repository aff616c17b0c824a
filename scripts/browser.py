"""Finds the browser that the tests drive, and installs one where there is none."""

import logging
import os
import shutil
import subprocess
import sys
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
    named = (shutil.which(name) for name in NAMES)
    return next((path for path in named if path and _starts(path)), None) or _of_playwright()


def require() -> str:
    """The path of a browser, installed first where there is none; stop with a sentence when that fails."""
    if browser := find():
        return browser
    for commands in (_by_package_manager(), _by_playwright()):
        log.info("No browser found for the tests: installing Chromium")
        if all(_succeeds(command) for command in commands) and (browser := find()):
            return browser
    sys.exit(ADVICE)


def _starts(path: str) -> bool:
    # Ubuntu's `chromium-browser` may be a stub that only names another package.
    return subprocess.run([path, "--version"], capture_output=True).returncode == 0


def _of_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _by_package_manager() -> list[list[str]]:
    apt = [*_as_root(), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]
    return [[*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", "chromium"]]


def _by_playwright() -> list[list[str]]:
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _as_root() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]


def _succeeds(command: list[str]) -> bool:
    log.info("+ %s", " ".join(command))
    return bool(shutil.which(command[0])) and subprocess.run(command).returncode == 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    log.info("Browser for the tests: %s", require())
