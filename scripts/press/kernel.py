"""Runs a notebook in a Jupyter kernel of its own, started afresh; what it plots wears the colors of the site."""

import os
from importlib.resources import files
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode

from press import packages
from press.palette import PALETTE, color
from press.places import SCRIPTS

FACE = files("font_source_serif_pro") / "files/SourceSerifPro-Regular.ttf"
STYLE = SCRIPTS / "press" / "drawing.mplstyle"
LINES = [each.name for each in PALETTE if each.name.startswith("fig-") and each.name[-1].isdigit()]
SECONDS = 60  # for one cell
# Told to the kernel from outside: what a notebook says of looks would hold in the reader's Jupyter too.
ARGUMENTS = (
    "--InlineBackend.figure_formats=svg",
    "--HistoryManager.enabled=False",
    f"--IPKernelApp.exec_lines=__import__('matplotlib.font_manager').font_manager.fontManager.addfont({str(FACE)!r})",
)
ALONE = packages.ALONE | {"SOURCE_DATE_EPOCH": "0"}


def run(notebook: NotebookNode) -> list[NotebookNode]:
    """The cells with their outputs, up to the first that raises; a `TimeoutError` or `EOFError` says that none came."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "matplotlibrc").write_text(style(), "utf-8")
        manager = AsyncKernelManager(
            transport="ipc",  # no ports: the kernel is talked to through files
            connection_file=str(Path(folder) / "kernel.json"),
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),  # this Python's own kernel, whatever is installed
        )
        client = NotebookClient(
            notebook, km=manager, timeout=SECONDS, allow_errors=True, record_timing=False, extra_arguments=ARGUMENTS
        )
        client.owns_km = True  # it ends the kernel too
        alone = os.environ | ALONE | {"MATPLOTLIBRC": folder, "IPYTHONDIR": folder}
        try:  # what a cell says comes by message; what the process mutters when it is ended is not the build's to say
            client.execute(env=alone, stdout=DEVNULL, stderr=DEVNULL)
        except CellTimeoutError:
            raise TimeoutError(f"no end within {SECONDS} seconds") from None
        except RuntimeError:  # it has died at its start, or at a cell
            raise EOFError("the kernel has died") from None
    return notebook.cells


def style() -> str:
    """The look of the site's own figures, as a file of settings; `C0` and so on are the site's colors."""
    ink = {
        "text.color": "fig-6",
        "axes.edgecolor": "fig-axis",
        "axes.labelcolor": "fig-6",
        "xtick.color": "fig-axis",
        "ytick.color": "fig-axis",
        "grid.color": "fig-grid",
        "patch.edgecolor": "fig-6",
    }
    bare = lambda name: color(name).removeprefix("#")  # noqa: E731 - in a file of settings # begins a remark
    cycle = ", ".join(f"'{bare(name)}'" for name in LINES)
    settings = {setting: bare(name) for setting, name in ink.items()}
    own = {"axes.prop_cycle": f"cycler('color', [{cycle}])", "figure.figsize": "4.5, 3", "legend.frameon": "False"}
    return STYLE.read_text("utf-8") + "".join(f"\n{name}: {value}" for name, value in (settings | own).items())
