"""A function and its inputs → its results in the same order, computed by worker processes.

Saxon holds the interpreter for the whole of a call and is deaf to Ctrl-C, so it never runs in the command's own
process: the parent stays free to stop, and to tell of a worker that died.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol, TypeVar

from cablepress.errors import MachineFailure

R = TypeVar("R")

Progress = Callable[[str, int, int], None]
_ENOUGH_FOR_ANOTHER = 50  # files; starting a second process costs as much as rendering about so many


class Pool(Protocol):
    """Anything that applies a function to many inputs and keeps their order."""

    def each(self, what: str, function: Callable[..., R], *inputs: Sequence[object]) -> tuple[R, ...]:
        """Apply a function to inputs taken in parallel; return the results in the order of the inputs."""


class Workers:
    """A pool of processes that knows how to report its progress."""

    def __init__(self, executor: ProcessPoolExecutor, progress: Progress) -> None:
        """Wrap a pool; `progress(what, done, total)` is called as results arrive."""
        self._executor = executor
        self._progress = progress

    def each(self, what: str, function: Callable[..., R], *inputs: Sequence[object]) -> tuple[R, ...]:
        """Apply a function to inputs taken in parallel; return the results in the order of the inputs.

        Raises MachineFailure if a worker process dies.
        """
        try:
            with _undisturbed():
                futures = [self._executor.submit(function, *each) for each in zip(*inputs, strict=True)]
            return tuple(self._results(what, futures))
        except BrokenProcessPool as error:
            raise MachineFailure(f"A worker process died while {what}; nothing was published.") from error

    def _results(self, what: str, futures: list[Future[R]]) -> Iterator[R]:
        for done, future in enumerate(futures, 1):
            yield future.result()
            self._progress(what, done, len(futures))


@contextmanager
def workers(count: int, progress: Progress) -> Iterator[Workers]:
    """Open a pool of worker processes; close it in the end, or stop it in mid-work when interrupted."""
    context = multiprocessing.get_context("spawn")
    with _undisturbed():
        executor = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)
    try:
        yield Workers(executor, progress)
    except (KeyboardInterrupt, SystemExit):
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        # Waited for: an executor left half closed prints a traceback of its own when the interpreter ends
        executor.shutdown(wait=True, cancel_futures=True)


def sensible_count(files: int) -> int:
    """Choose how many processes serve so many files."""
    return max(1, min(os.cpu_count() or 1, files // _ENOUGH_FOR_ANOTHER + 1))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back, while processes are started, what reaches all of a terminal's processes: Ctrl-C, and its closing.

    The new processes inherit that, and the parent, which ends them, answers afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Begin a worker's life: Ctrl-C reaches the whole process group, but only the parent answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """End this process as soon as the parent has ended, however that came about: nobody waits for its results."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
