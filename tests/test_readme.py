"""README.md is true: what it names is there, and what it quotes stands where it says."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PROSE = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
PICTURES = dict(re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", PROSE))
CODE = re.findall(r"`([^`\s={}]+)`", PROSE)
PATHS = sorted({*re.findall(r"\]\(([^)]+)\)", PROSE), *(code for code in CODE if re.search(r"[./]", code))})
MAPPED = ("", "docs", "scripts", "scripts/calculus")  # the folders whose folders the map shows
KILOBYTES = 250


def fenced(language: str) -> str:
    """The one block of code in this language."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return block


def rooms_on_the_map() -> list[str]:
    """The folders of the map, each with the folders around it."""
    around, rooms = {}, []
    for indent, name in re.findall(r"^( *)([\w.-]+)/ ", fenced("text"), re.MULTILINE):
        around[len(indent)] = f"{around.get(len(indent) - 2, '')}{name}/"
        rooms.append(around[len(indent)].rstrip("/"))
    return rooms


def rooms_in_the_tree() -> set[str]:
    """The folders that hold tracked files, as deep as the map goes; hidden ones belong to tools."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folders = {folder.as_posix() for name in listed.splitlines() for folder in Path(name).parents[:-1]}
    return {name for name in folders if not name.startswith(".") and name.rpartition("/")[0] in MAPPED}


def test_it_names_every_command_and_no_other():
    known = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z-]+)", PROSE)) == set(known) - {"help"}


@pytest.mark.parametrize("path", PATHS)
def test_every_path_it_names_exists(path):
    assert (ROOT / path).exists(), f"README.md names {path}; if the build writes it, build first: make site"


def test_its_map_shows_every_room_once():
    assert sorted(rooms_on_the_map()) == sorted(rooms_in_the_tree())


def test_the_declaration_it_shows_stands_word_for_word_on_its_shelf():
    (shelf,) = re.findall(r"scripts/formulas/(\w+)\.py", PROSE)
    declaration = fenced("python")
    assert f"\n\n{declaration}\n" in (ROOT / f"scripts/formulas/{shelf}.py").read_text("utf-8")
    name = re.match(r"def (\w+)", declaration)[1]
    calls = re.findall(r"\{\{ (.+?) \}\}|NAME=(\w+\.\w+)", PROSE)
    assert {"".join(call) for call in calls} == {f"{shelf}.{name}"}


def test_it_shows_every_picture_with_words_for_it():
    assert {ROOT / path for path in PICTURES.values()} == set((ROOT / "pictures").iterdir())
    assert all(len(words.split()) > 5 for words in PICTURES)


def test_its_pictures_are_small():
    sizes = {path: (ROOT / path).stat().st_size for path in PICTURES.values()}
    assert max(sizes.values()) <= KILOBYTES * 1000, sizes
