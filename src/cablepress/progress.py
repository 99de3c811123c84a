"""Steps done of steps to do → a bar on a terminal, and silence anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from cablepress.stopping import loading
from cablepress.workers import Progress

_WORTH_A_BAR = 20  # steps; fewer are over before anyone looks


@contextmanager
def progress() -> Iterator[Progress]:
    """Open a progress display on stderr, if somebody is there to see it."""
    if sys.stderr.isatty():
        with _bars() as advance:
            yield advance
    else:
        yield _silent


def _silent(_what: str, _done: int, _total: int) -> None:
    """Say nothing."""


@contextmanager
def _bars() -> Iterator[Progress]:
    with loading():
        from rich.console import Console  # noqa: PLC0415 - a pipe need not wait for it
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
        from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Bars(*columns, console=Console(stderr=True), transient=True)

    def advance(what: str, done: int, total: int) -> None:
        if total < _WORTH_A_BAR:
            return
        bars.start()
        task = next((each.id for each in bars.tasks if each.description == what), None)
        bars.update(bars.add_task(what) if task is None else task, completed=done, total=total)

    try:
        yield advance
    finally:
        bars.stop()
