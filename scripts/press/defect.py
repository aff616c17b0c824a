"""What is said when the project itself fails, which is never the contributor's fault."""

import re
import traceback

from press.places import CACHE, ROOT, from_root

STORY = CACHE / "defect.log"


def sentence(error: Exception) -> str:
    """One line for an exception nobody foresaw; the whole story goes into a file."""
    return in_output("".join(traceback.format_exception(error)))


def in_output(output: str) -> str:
    """One line for the traceback in a program's output: the last place in our own code, and what was raised."""
    STORY.parent.mkdir(exist_ok=True)
    STORY.write_text(output, "utf-8")
    ours = re.findall(rf'File "{re.escape(str(ROOT))}/((?!\.venv/)[^"]+)", line (\d+)', output)
    file, line = ours[-1] if ours else ("mkdocs.yml", "1")
    raised = output.strip().splitlines()[-1] if output.strip() else "no message"
    return f"{file}:{line}: this is a defect of the project: {raised}\n    please report it with {from_root(STORY)}"
