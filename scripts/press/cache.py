"""Keeps what was worked out, by content: a file for a thing and its key, so that another branch finds its own again."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from glob import escape
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from press.places import CACHE, SCRIPTS

VERSIONS = 4  # of one thing: a few branches side by side


def key(*parts: str) -> str:
    """One short word for all the parts."""
    return sha256("\0".join(parts).encode()).hexdigest()


@cache
def sources(*folders_or_files: str, but: tuple[str, ...] = ()) -> str:
    """A key of everything written in these parts of scripts/, but for some files."""
    left_out = {SCRIPTS / file for file in but}
    files = (file for part in folders_or_files for file in _files(SCRIPTS / part) if file not in left_out)
    return key(*(f"{file.relative_to(SCRIPTS.parent)}\0{file.read_text('utf-8')}" for file in files))


@cache
def versions(*packages: str) -> str:
    """The packages with their versions."""
    return " ".join(f"{package} {version(package)}" for package in packages)


def recall(kind: str, name: str, valid: str) -> Any | None:
    """What was kept under this name with this key."""
    try:
        kept = json.loads(_file(kind, name, valid).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return kept["value"] if isinstance(kept, dict) and kept.get("key") == valid else None


def keep(kind: str, name: str, valid: str, value: Any) -> None:
    """Writes the value, whole or not at all, and lets go of the oldest versions."""
    file = _file(kind, name, valid)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps({"key": valid, "value": value}, ensure_ascii=False), "utf-8")
    unfinished.replace(file)
    with suppress(FileNotFoundError):  # another build lets go of the same
        for oldest in sorted(file.parent.glob(f"{escape(name)}@*.json"), key=os.path.getmtime)[:-VERSIONS]:
            oldest.unlink()


def forget() -> None:
    """Reads the sources again when they are next asked for (live preview)."""
    sources.cache_clear()


def _file(kind: str, name: str, valid: str) -> Path:
    return CACHE / kind / f"{name}@{valid[:12]}.json"


def _files(place: Path) -> Iterable[Path]:
    return [place] if place.suffix else sorted(place.rglob("*.py"))
