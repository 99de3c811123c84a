"""A new worker process → the parent's end of it: what it was told to do, how far it is, how long it may take."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import clock_gettime, monotonic
from typing import TYPE_CHECKING, Any

from cablepress import saxon, watch
from cablepress.errors import MachineFailure
from cablepress.worker import Answer, Order, serve

if TYPE_CHECKING:
    from cablepress.workers import Task

Clock = Callable[[], float]
_STARVED = 3  # times as long as it may work, it may take: on a busy machine, or asleep
_START = 120.0  # seconds for a process to begin; a machine may be very busy
_HELD_BACK = ("SIGINT", "SIGHUP", "SIGTERM")

Numbered = tuple[int, "Task"]


class Lost(Exception):
    """A worker is gone; `task` is what it was at, None if it had not begun."""

    def __init__(self, task: "Task | None") -> None:
        """Remember what it was at."""
        super().__init__()
        self.task = task


@dataclass
class Hand:
    """One worker: the only mutable thing in the pool, since it stands for a process that goes on."""

    process: BaseProcess
    pipe: Connection
    seconds: Callable[["Task"], float]
    deadline: float
    clock: Clock
    begun: float = 0.0  # when it began its task, by the world's clock and by its own
    worked: float = 0.0
    has_begun: bool = False
    chunk: tuple[Numbered, ...] = ()
    shared: tuple[bytes, ...] = ()  # what it was last told that all calls share

    @property
    def is_busy(self) -> bool:
        """Whether it has answers to give."""
        return bool(self.chunk)

    @property
    def current(self) -> Numbered:
        """What it is at."""
        return self.chunk[0]

    @property
    def unbegun(self) -> tuple[Numbered, ...]:
        """What it was told to do after that."""
        return self.chunk[1:]

    def order(self, function: Callable[..., object], chunk: tuple[Numbered, ...], shared: tuple[bytes, ...]) -> None:
        """Tell it what to do. It must be idle: who is busy does not read, and both would wait for each other."""
        self.chunk = chunk
        news = None if shared is self.shared else shared
        self.shared = shared
        if self.has_begun:
            self._begin_next()
        try:
            self.pipe.send(Order(function, tuple(task.inputs for _, task in chunk), news))
        except (BrokenPipeError, ConnectionResetError):
            return  # it is gone; whoever waits for its answers will see

    def answers(self) -> Iterator[tuple[int, Any]]:
        """Give what it has to say now.

        Raises Lost if it died, MachineFailure if a call failed.
        """
        while self.chunk and self.pipe.poll():
            try:
                said: Answer | None = self.pipe.recv()
            except (EOFError, OSError) as error:  # the latter if it died in the middle of a word
                raise Lost(self.chunk[0][1] if self.has_begun else None) from error
            if said is None:
                self.has_begun = True
            else:
                yield self._finished(said)
            self._begin_next()

    def dismiss(self) -> None:
        """End it at once, and wait until it is gone."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()

    def grant(self, seconds: float) -> None:
        """Give it more time: all of us were asleep."""
        self.deadline += seconds
        self.begun += seconds

    def is_late(self) -> bool:
        """Whether it has had its time. On a busy machine that is the time it was given, up to so many times as long."""
        if not self.is_busy or self.deadline > monotonic():
            return False
        if self.has_begun:
            allowed = self.seconds(self.chunk[0][1])
            wanting = min(allowed - (self.clock() - self.worked), self.begun + _STARVED * allowed - monotonic())
            self.deadline = monotonic() + wanting
        return self.deadline <= monotonic()

    def _begin_next(self) -> None:
        if self.chunk:
            self.begun, self.worked = monotonic(), self.clock()
            self.deadline = self.begun + self.seconds(self.chunk[0][1])

    def _finished(self, said: Answer) -> tuple[int, Any]:
        number, task = self.chunk[0]
        self.chunk = self.chunk[1:]
        watch.add(said.spent)
        if said.failure:
            raise MachineFailure(f"{task.name}: {said.failure}") from said.failure
        return number, said.result


def hire(seconds: Callable[["Task"], float]) -> Hand:
    """Start a worker process, which may take so many seconds for a task."""
    # A copy of this process begins sooner than a new one; but it has neither the threads of this one, nor Saxon's
    is_alone = sys.platform == "linux" and threading.active_count() == 1 and not saxon.is_in_use()
    begin: Callable[..., BaseProcess] = multiprocessing.get_context("spawn").Process
    if is_alone:
        begin = multiprocessing.get_context("fork").Process
    ours, theirs = multiprocessing.Pipe()
    process = begin(target=_serve if is_alone else serve, args=(theirs, os.getpid()), daemon=True)
    with _undisturbed():
        process.start()
    theirs.close()
    return Hand(process, ours, seconds, monotonic() + _START, _clock(process.pid))


def _clock(process: int | None) -> Clock:
    """Give the clock of the time that a process has had of the processors; elsewhere, the world's."""
    if sys.platform != "linux" or not process:
        return monotonic
    number = (~process << 3) | 2  # as clock_getcpuclockid(3) makes it

    def worked() -> float:
        with suppress(OSError):  # it is gone; whoever waits for its answers will see
            return clock_gettime(number)
        return 0.0

    return worked


def _serve(pipe: Connection, parent: int) -> None:
    """Keep nothing of what a copied process has open but its own pipe: the others' ends would never be seen closed."""
    kept = pipe.fileno()
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))
    serve(pipe, parent)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back while a process is started; the new one inherits that until it has its own answers."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {getattr(signal, name) for name in _HELD_BACK})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
