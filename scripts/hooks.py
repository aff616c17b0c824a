"""The one file that knows MkDocs: it prepares what pages refer to, and says what goes wrong in our sentences."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))  # MkDocs has scripts/ on the path only while it reads this file

from press import assets, bibliography, cache, catalogue, complaints, contract, course, notebook_file, notebooks, pages
from press.report import Stop, sentences

EXTENSION = "press.markdown"
LONG = 9  # pages; a longer list of lessons is divided
log = logging.getLogger("mkdocs")
own_log = logging.getLogger("mkdocs.press")


class Listener(logging.Handler):
    """Takes in MkDocs' warnings, to be said in our sentences at the end."""

    def __init__(self, problems: list) -> None:
        super().__init__(logging.WARNING)
        self.name = EXTENSION
        self.problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        if not _is_said(record):
            self.problems += complaints.translated(record.getMessage())


def on_config(config: MkDocsConfig) -> None:
    """Starts a build afresh: shelves are read again, and nothing has been found yet."""
    catalogue.forget()
    cache.forget()
    config.mdx_configs[EXTENSION] = {"problems": [], "rows": []}
    log.handlers = [handler for handler in log.handlers if handler.name != EXTENSION]
    for handler in log.handlers:
        handler.addFilter(_is_said)
    log.addHandler(Listener(_found(config, "problems")))


def on_pre_build(config: MkDocsConfig) -> None:
    """Writes what is generated into docs/, where MkDocs then finds it."""
    problems = _found(config, "problems")
    problems += [*catalogue.problems(), *notebooks.problems(), *bibliography.problems()]
    try:
        assets.write_all()
    except Stop as stop:
        raise Abort(f"{sentences(problems)}\n{stop}".strip()) from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Puts into the site what is no page: the sheets, and notebooks as Jupyter opens them."""
    for made in assets.published():
        files.append(File.generated(config, f"{made.parent.name}/{made.name}", abs_src_path=str(made)))
    for notebook in pages.notebooks():
        written = notebook_file.written(notebook)
        files.append(File.generated(config, notebook_file.address(notebook), content=written))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Divides long lists of lessons in the menu by level, as the roadmap does."""
    for section in nav.items:
        parts = course.by_level([page.file.src_uri for page in section.children or [] if isinstance(page, Page)])
        if len(section.children or []) > LONG and parts:
            known = {page.file.src_uri: page for page in section.children}
            section.children = [Section(title, [known[address] for address in mine]) for title, mine in parts]
    return nav


@event_priority(-100)  # after the notebook plugin, which has made the script a page
def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Has a notebook set like any page: the plugin would give it a style, a script and raw mathematics of its own."""
    vars(page).pop("render", None)
    return page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A notebook read as Markdown; other pages are it already."""
    known = {notebook.address: notebook.source for notebook in pages.notebooks()}
    return known.get(page.file.src_uri, markdown)


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what other programs rely on, then says everything that must be mended, in one go."""
    problems, rows, site = _found(config, "problems"), _found(config, "rows"), Path(config.site_dir)
    address = _addresses(config)
    contract.write(site, rows, address)
    problems += contract.uncounted(site, rows, address)
    if problems and config.strict:
        raise Abort(sentences(problems))
    if problems:
        own_log.warning(sentences(problems))


def _found(config: MkDocsConfig, what: str) -> list:
    """What the build has found so far: the lists the Markdown extension was given."""
    return config.mdx_configs[EXTENSION][what]


def _addresses(config: MkDocsConfig) -> Callable[[str], str]:
    """Where a page comes to lie in the site; a script that is a page lies where one of Markdown would."""

    def address(page: str) -> str:
        markdown = str(Path(page).with_suffix(".md")) if page.endswith(".py") else page
        return File(markdown, config.docs_dir, config.site_dir, config.use_directory_urls).dest_uri

    return address


def _is_said(record: logging.LogRecord) -> bool:
    """Whether a message goes to the screen as it is: news of the build, and our own sentences."""
    return record.levelno < logging.WARNING or record.name == own_log.name
