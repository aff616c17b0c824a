"""All pages read before anything is made, so that what is wrong in a sentence is told within seconds."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from yaml_env_tag import add_env_tag

from press import cache, catalogue, digits, notebooks, pages, wording, worked
from press.course import NAV
from press.elements import element
from press.markdown import Press
from press.report import Problem, stop_for
from press.rows import Row
from press.typesetter import Typesetter

BUILT_IN = ("toc", "tables", "fenced_code")  # site generators take these for granted


@add_env_tag
class Configuration(yaml.UnsafeLoader):
    """Reads mkdocs.yml as the site generator does: its tags name Python functions, and variables of the environment."""


class Reader(Typesetter):
    """Reads a page as it will be set, and sets nothing."""

    def called(self, name: str, line: int, displayed: bool) -> list[Element]:
        return [element("span", name)]


def read_all() -> Iterator[str]:
    """Reads every page, telling how far it is; what is found stops it at the end."""
    found, every = [*catalogue.problems(), *wording.problems(), *notebooks.problems()], pages.pages()
    for number, page in enumerate(every, 1):
        found += unread(page)
        yield f"{number} of {len(every)} pages"
    stop_for(found)


def unread(page: pages.Page) -> list[Problem]:
    """What is wrong with the page; one found right is read again only when what it stands on has changed."""
    declared = repr([(formula.name, formula.symbols, formula.statement) for formula in catalogue.formulas().values()])
    valid = cache.key(page.source, declared, *catalogue.figures(), cache.sources("calculus", "press", "../mkdocs.yml"))
    kept = page.address.replace("/", ".")
    if cache.recall("reading", kept, valid):
        return []
    found = problems(page)
    if not found:
        cache.keep("reading", kept, valid, value=True)
    return found


def problems(page: pages.Page) -> list[Problem]:
    """What is wrong with the page as it is written."""
    found: list[Problem] = []
    rows: list[Row] = []
    names, configs = extensions()
    press = Press(problems=found, rows=rows, typesetter=Reader)
    Markdown(extensions=[*names, press], extension_configs=configs).convert(page.text)
    return [*found, *(worked.problems(page, rows) if worked.is_example(page) else digits.problems(page))]


def extensions() -> tuple[list[str], dict[str, dict]]:
    """The extensions of Markdown that mkdocs.yml names beside our own, with their settings."""
    given = yaml.load(NAV.read_text("utf-8"), Configuration).get("markdown_extensions", [])
    configs = {name: config or {} for entry in given if isinstance(entry, dict) for name, config in entry.items()}
    names = [name for entry in given for name in ([entry] if isinstance(entry, str) else entry)]
    return [name for name in dict.fromkeys([*BUILT_IN, *names]) if name != "press.markdown"], configs
