"""A function and its inputs → its results in the same order, computed by worker processes.

Saxon holds the interpreter for the whole of a call and is deaf to Ctrl-C, so it never runs in the command's own
process: the parent stays free to stop, to end a worker that hangs, and to name the file at which one died.

Each worker has a pipe of its own, and nothing is shared: a pool whose workers take their tasks from one queue is
blocked for good when one of them is killed while it holds the queue's lock.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from time import monotonic
from typing import Protocol, TypeVar

from cablepress.errors import MachineFailure
from cablepress.hand import Hand, Lost, hire
from cablepress.stopping import go_on

R = TypeVar("R")

Progress = Callable[[str, int, int], None]
_ENOUGH_FOR_ANOTHER = 50  # files; starting a second process costs as much as rendering about so many
_CHUNK = 8  # tasks sent at once, so that a worker seldom waits for the next
_CHUNK_BYTES = 1 << 18
_AHEAD = 4  # chunks for each worker that may be done before the first of them is: memory stays small
_LIMIT = 10.0  # seconds for a file, and as many again for each megabyte: a thousand times what one takes
_MEGABYTE = 1 << 20
_OVERSLEPT = 1.0  # seconds; who is asleep for longer than asked was stopped, and so were the workers


@dataclass(frozen=True, slots=True)
class Task:
    """The inputs of one call, the name of the file that they are about, and the file's size in bytes."""

    name: str
    inputs: tuple[object, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Late:
    """In place of a result: the call was ended after so many seconds."""

    seconds: float


class Pool(Protocol):
    """Anything that applies a function to many inputs and keeps their order."""

    def each(
        self, what: str, function: Callable[..., R], tasks: Iterable[Task], total: int, *shared: bytes
    ) -> Iterator[R | Late]:
        """Apply a function to the inputs of each task; give the results as they come, in the order of the tasks.

        `shared` are the last inputs of every call, so large that they are sent only once.
        """


class Workers:
    """A pool of processes, started when there is work, that reports its progress and ends what hangs."""

    def __init__(self, count: int, progress: Progress, limit: float | None) -> None:
        """Take `count` processes; `progress(what, done, total)` is told of each result; `limit` is seconds a file."""
        self._count = count
        self._progress = progress
        self._limit = limit
        self._hands: list[Hand] = []

    def each(
        self, what: str, function: Callable[..., R], tasks: Iterable[Task], total: int, *shared: bytes
    ) -> Iterator[R | Late]:
        """Apply a function to the inputs of each task; give the results as they come, in the order of the tasks.

        Raises MachineFailure if a worker process dies; it names the file. Raises Stopped if somebody asked for that.
        """
        length = max(1, min(_CHUNK, total // (self._count * _AHEAD)))
        due = deque[tuple[int, Task]]()
        fresh = enumerate(tasks)
        done: dict[int, R | Late] = {}
        given = 0
        while True:
            go_on()
            ahead = given + self._count * _AHEAD * _CHUNK
            for hand in self._idle(total):
                if chunk := _chunk(due, fresh, length, ahead):
                    hand.order(function, chunk, shared)
            if not any(hand.is_busy for hand in self._hands):
                return
            for hand in self._ready():
                self._take(what, hand, done, due)
            while given in done:
                yield done.pop(given)
                given += 1
                self._progress(what, given, total)

    def close(self) -> None:
        """End all workers, whatever they are doing, and wait until they are gone."""
        for hand in self._hands:
            hand.dismiss()
        self._hands.clear()

    def interrupt(self) -> None:
        """End whatever the workers are doing, from another thread: whoever waits for them gets MachineFailure."""
        for hand in tuple(self._hands):
            with suppress(ValueError):  # it has just been dismissed
                hand.process.kill()

    def _idle(self, total: int) -> list[Hand]:
        while len(self._hands) < min(self._count, max(total, 1)):
            self._hands.append(hire(self._seconds))
        return [hand for hand in self._hands if not hand.is_busy]

    def _ready(self) -> list[Hand]:
        """Wait until a worker has something to say, or has taken too long."""
        busy = [hand for hand in self._hands if hand.is_busy]
        begun = monotonic()
        patience = max(0.0, min(hand.deadline for hand in busy) - begun)
        speaking = set(wait([hand.pipe for hand in busy], patience))
        overslept = monotonic() - begun - patience
        if overslept > _OVERSLEPT:
            for hand in busy:
                hand.grant(overslept)
        return [hand for hand in busy if hand.pipe in speaking or hand.deadline <= monotonic()]

    def _take(self, what: str, hand: Hand, done: dict[int, R | Late], due: deque[tuple[int, Task]]) -> None:
        """Take an answer; or end the worker that is late, and give what it had not begun to somebody else."""
        try:
            done.update(hand.answers())
        except Lost as lost:
            raise MachineFailure(f"A worker process died {_doing(what, lost.task)}; nothing was published.") from lost
        if hand.is_late():
            if not hand.has_begun:
                raise MachineFailure("A worker process did not start; nothing was published.")
            number, late = hand.current
            done[number] = Late(self._seconds(late))
            due.extendleft(reversed(hand.unbegun))
            self._hands.remove(hand)
            hand.dismiss()

    def _seconds(self, task: Task) -> float:
        return self._limit or _LIMIT * (1 + task.size / _MEGABYTE)


def _doing(what: str, task: Task | None) -> str:
    return f"while {what} {task.name}" if task else "while it was starting"


def _chunk(
    due: deque[tuple[int, Task]], fresh: Iterator[tuple[int, Task]], length: int, ahead: int
) -> tuple[tuple[int, Task], ...]:
    """Take the next tasks: as many as are sent at once, and none that is too far ahead."""
    chunk: list[tuple[int, Task]] = []
    size = 0
    while len(chunk) < length and size < _CHUNK_BYTES:
        numbered = due.popleft() if due else next(fresh, None)
        if numbered is None:
            break
        if numbered[0] >= ahead:
            due.append(numbered)
            break
        chunk.append(numbered)
        size += numbered[1].size
    return tuple(chunk)


@contextmanager
def workers(count: int, progress: Progress, limit: float | None = None) -> Iterator[Workers]:
    """Open a pool of worker processes; end them when it is left, in whatever way."""
    pool = Workers(count, progress, limit)
    try:
        yield pool
    finally:
        pool.close()


def sensible_count(files: int) -> int:
    """Choose how many processes serve so many files."""
    return max(1, min(os.cpu_count() or 1, files // _ENOUGH_FOR_ANOTHER + 1))
