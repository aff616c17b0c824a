"""Ends a computation that takes too long, by an exception in its own thread: a page is read in one process."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TooLong(BaseException):
    """The time is up. Not an Exception, so that no library takes it for one of its own."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TooLong in this thread once the seconds are over; what runs in C is ended when it comes back."""
    thread, guard, over = threading.get_ident(), threading.Lock(), threading.Event()

    def end() -> None:
        with guard:
            if not over.is_set():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooLong))

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with guard:
            over.set()
        timer.cancel()
