"""What a page weighs: its own bytes, and those of everything it refers to on the site's own origin."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}  # links a browser follows by itself
PACKED = {".html", ".css", ".js", ".svg", ".json", ".xml"}  # what a server compresses on the way; fonts already are


@dataclass(frozen=True)
class Weight:
    """A page as a first visit fetches it."""

    page: str
    html: int
    html_packed: int
    total: int
    total_packed: int
    requests: int


def weights(site: Path) -> list[Weight]:
    """Every page of the site."""
    return [weight(page, site) for page in sorted(site.rglob("*.html"))]


def weight(page: Path, site: Path) -> Weight:
    """One page with all it fetches, each file once."""
    files = [page, *fetched(page, site)]
    sizes = [sizes_of(file) for file in files]
    raw, packed = (sum(column) for column in zip(*sizes, strict=True))
    return Weight(page.relative_to(site).as_posix(), *sizes[0], raw, packed, len(files))


def fetched(page: Path, site: Path) -> list[Path]:
    """The files a browser asks for, in the order it meets them."""
    found: dict[Path, None] = {}
    waiting = list(_targets(page, site, References.of(page.read_text("utf-8"))))
    while waiting:
        file = waiting.pop(0)
        if file.is_file() and file not in found:
            found[file] = None
            if file.suffix == ".css":
                waiting += _targets(file, site, re.findall(r"url\(['\"]?([^'\")]+)", file.read_text("utf-8")))
    return list(found)


@cache
def sizes_of(file: Path) -> tuple[int, int]:
    """Bytes as they lie on disk, and as they travel."""
    content = file.read_bytes()
    return len(content), len(gzip.compress(content, 9, mtime=0)) if file.suffix in PACKED else len(content)


class References(HTMLParser):
    """Collects the addresses a page makes a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @classmethod
    def of(cls, html: str) -> list[str]:
        """The addresses in the page."""
        parser = cls()
        parser.feed(html)
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = dict(attrs)
        if tag in ("script", "img", "source", "iframe") and at.get("src"):
            self.found.append(at["src"])
        if tag == "link" and FETCHED & set((at.get("rel") or "").split()) and at.get("href"):
            self.found.append(at["href"])


def _targets(origin: Path, site: Path, addresses: list[str]) -> Iterator[Path]:
    """The files of this site behind the addresses; `data:` and other origins are none."""
    for address in addresses:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        start = site if parts.path.startswith("/") else origin.parent
        yield (start / unquote(parts.path).lstrip("/")).resolve()
