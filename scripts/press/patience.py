"""Signs of life: while something takes long, the latest news is told every two seconds."""

from collections.abc import Callable, Iterable
from threading import Event, Thread
from time import monotonic

SECONDS = 2


def attend(work: Iterable[str], say: Callable[[str], None]) -> float:
    """Does work that yields its news, and returns the seconds it took."""
    started, done, latest = monotonic(), Event(), [""]

    def tell() -> None:
        while not done.wait(SECONDS):
            say(f"{monotonic() - started:.0f} s {latest[0]}")

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        for latest[0] in work:
            pass
    finally:
        done.set()
        teller.join()
    return monotonic() - started
