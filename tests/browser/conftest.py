"""One browser and one server for all tests that look at the built site, and the pages they look at."""

import functools
import http.server
import threading
from collections import namedtuple
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import browser as browsers

SITE = Path(__file__).parents[2] / "site"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE = {"width": 412, "height": 823}
DESKTOP = {"width": 1350, "height": 900}
NO_SITE = f"There is no built site in {SITE}: the browser tests look at what readers get. Build it first: make site"
NO_BROWSER = "No Chromium or Chrome was found, so nobody looked at the pages. Install one: python scripts/browser.py"

# What a visit leaves behind besides the page: what the console said, and what was asked for.
Visit = namedtuple("Visit", "page complaints requests")


def pytest_generate_tests(metafunc):
    """A test that asks for `path` looks at every page of the site; without a site it still runs, and fails."""
    if "path" in metafunc.fixturenames:
        found = sorted(file.relative_to(SITE).as_posix().removesuffix("index.html") for file in SITE.rglob("*.html"))
        metafunc.parametrize("path", found or ["the missing site"], scope="module")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and does not talk about it."""

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="session")
def home():
    """The address of the built site, served from this machine."""
    if not (SITE / "index.html").exists():
        pytest.fail(NO_SITE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests of this worker."""
    path = browsers.find() or pytest.fail(NO_BROWSER)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


def arrive(context, address):
    """Open an address, and write down what happens."""
    page = context.new_page()
    seen = Visit(page, [], [])
    page.on("console", lambda said: said.type == "error" and seen.complaints.append(said.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request))
    page.goto(address, wait_until="load")
    return seen


@pytest.fixture(scope="session")
def visitors(chromium):
    """One visitor of each kind, who keeps the files that all pages share: `visitors(viewport=PHONE)`."""
    known = {}

    def visitor(**settings):
        kind = repr(sorted(settings.items()))
        if kind not in known:
            known[kind] = chromium.new_context(reduced_motion="reduce", **settings)
        return known[kind]

    yield visitor
    for context in known.values():
        context.close()


@pytest.fixture
def visit(home, visitors):
    """Opens a page for a visitor who has chosen nothing yet: `visit("topics/losses/", viewport=PHONE)`."""
    visits = []

    def open_page(path="", viewport=DESKTOP, **settings):
        visits.append(arrive(visitors(viewport=viewport, **settings), home + path))
        return visits[-1]

    yield open_page
    for seen in visits:
        seen.page.evaluate("() => localStorage.clear()")
        seen.page.close()


@pytest.fixture(scope="module")
def seen(home, chromium, path):
    """A page after a first visit on a laptop, for tests that only look at it."""
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce")
    yield arrive(context, home + path)
    context.close()


@pytest.fixture
def phone():
    """The size of a phone's screen."""
    return PHONE


@pytest.fixture
def desktop():
    """The size of a laptop's screen."""
    return DESKTOP
