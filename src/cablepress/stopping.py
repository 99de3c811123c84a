"""A signal that asks the command to end → an exception wherever the command is, so that everything is cleaned up.

Not while a module is loaded: there an exception may be swallowed (`abc.register` in C does it), or come out as another
(from `__set_name__`). It is raised afterwards. And as other code may swallow it too, the long ways ask again whether
they should end, and so does the last step before an edition is replaced.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

from cablepress.errors import Stopped

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_ENDING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))  # Windows does not know the last
_asked: list[int] = []  # the number of the signal, once there was one


def heed() -> None:
    """Answer to signals from now on. What was to be ignored, by nohup or a shell's &, still is."""
    _answer([number for number in _ENDING if signal.getsignal(number) is not signal.SIG_IGN], _stop)


@contextmanager
def loading() -> Iterator[None]:
    """Load modules undisturbed. Raises Stopped afterwards, if somebody asked for it; who insists is obeyed at once."""
    ours = [number for number in _ENDING if signal.getsignal(number) is _stop]
    _answer(ours, _note)
    try:
        yield
    finally:
        _answer(ours, _stop)
    go_on()


def go_on() -> None:
    """Go on, unless somebody asked the command to end. Raises Stopped."""
    if _asked:
        _answer(_ENDING, signal.SIG_IGN)
        raise Stopped(_asked[0])


def _answer(numbers: Iterable[int], how: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for number in numbers:
        signal.signal(number, how)


def _note(number: int, _frame: FrameType | None) -> None:
    if _asked:
        os._exit(128 + number)
    _asked.append(number)


def _stop(number: int, _frame: FrameType | None) -> None:
    _asked.append(number)
    go_on()  # once is enough: let it clean up
