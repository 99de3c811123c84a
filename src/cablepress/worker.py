"""Chunks of inputs, sent by the parent → their results, sent back one by one. The life of a worker process.

A worker touches no disk, and answers to nobody but its parent: it ends when the parent does, whatever ended that.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from cablepress import watch
from cablepress.errors import MachineFailure

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_IGNORED = ("SIGINT", "SIGHUP")  # they reach a terminal's whole process group; only the parent answers


class Order(NamedTuple):
    """A function, the inputs of as many calls as are sent at once, and what all calls share."""

    function: Callable[..., object]
    inputs: tuple[tuple[object, ...], ...]
    shared: tuple[bytes, ...] | None  # the last inputs of each call; None: the same as with the order before


class Answer(NamedTuple):
    """What one call returned, or the failure it ended with, and the time that was spent since the last answer."""

    result: Any
    failure: MachineFailure | None
    spent: watch.Spent


def serve(pipe: Connection, parent: int) -> None:
    """Announce oneself, then work until the parent closes the pipe or ends."""
    _settle(parent)
    shared: tuple[bytes, ...] = ()
    try:
        pipe.send(None)
        while True:
            order: Order = pipe.recv()
            shared = shared if order.shared is None else order.shared
            _carry_out(pipe, order, shared)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # nobody waits for more


def _carry_out(pipe: Connection, order: Order, shared: tuple[bytes, ...]) -> None:
    for inputs in order.inputs:
        pipe.send(answer(order.function, (*inputs, *shared)))


def answer(function: Callable[..., object], inputs: tuple[object, ...]) -> Answer:
    """Call a function, and tell what came of it."""
    try:
        return Answer(function(*inputs), None, watch.taken())
    except MachineFailure as error:
        return Answer(None, error, watch.taken())
    except (MemoryError, RecursionError) as error:
        return Answer(None, MachineFailure(f"{type(error).__name__} in a worker process"), watch.taken())


def _settle(parent: int) -> None:
    """Leave the answer to signals to the parent, and ask the system to end this process with it."""
    for name in _IGNORED:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
    # Elsewhere a closed pipe ends it, as soon as Saxon gives the interpreter back
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
