"""Editions that are being written → their findings after every save, until somebody ends it."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from cablepress.corpus import Corpus
from cablepress.effort import Effort
from cablepress.errors import WrongUsage
from cablepress.finding import Finding
from cablepress.request import Request
from cablepress.stopping import go_on, loading

if TYPE_CHECKING:
    from cablepress.validate import Validated

_STEP = 10  # milliseconds; a save that writes several files is over sooner than that
_GROUPED = 100  # milliseconds; for so long, at most, changes are gathered

Found = tuple[Corpus, tuple[Finding, ...]]
Show = Callable[[list[Found], float], object]
"""Takes what was found, and when the search began."""


def watch(asked: tuple[Request, ...], effort: Effort, show: Show) -> None:
    """Validate, show what was found, and again whenever something changes. Ends by raising Stopped."""
    with loading():
        from cablepress.session import Session  # noqa: PLC0415 - few ask for it
        from cablepress.workers import workers  # noqa: PLC0415 - ditto

        changes = _changes(request.folder for request in asked)
    with workers(effort.jobs or 1, _silent, effort.limit) as pool:
        sessions = [(request, Session(request.folder, pool)) for request in asked]
        for number, _ in enumerate(changes):
            begun = perf_counter()
            found = [_checked(request, session.check()) for request, session in sessions]
            if sys.stdout.isatty():
                click.clear()
            show(found, begun)
            click.echo("Watching; Ctrl-C ends it.", err=True)
            if not number:
                sessions[0][1].wake()
    go_on()


def _checked(request: Request, validated: "Validated") -> Found:
    findings = validated.findings
    return validated.corpus, tuple(each for each in findings if not request.names or each.path in request.reported)


def _changes(folders: Iterable[Path]) -> Iterator[object]:
    """Give something at once, and then whenever a file of an edition has changed; end when a signal comes."""
    try:
        import watchfiles  # noqa: PLC0415 - an extra that few install
    except ModuleNotFoundError as missing:
        raise WrongUsage("--watch needs watchfiles: pip install 'cablepress[watch]'.") from missing

    logging.getLogger("watchfiles").addHandler(logging.NullHandler())  # it would tell of an interrupt in its own words
    logging.getLogger("watchfiles").propagate = False
    seen = watchfiles.watch(
        *folders,
        watch_filter=lambda _change, path: _is_source(path),
        debounce=_GROUPED,
        step=_STEP,
        rust_timeout=0,
        yield_on_timeout=False,
        raise_interrupt=False,
        ignore_permission_denied=True,
    )

    def each() -> Iterator[object]:
        yield None
        yield from seen

    return each()


def _is_source(path: str) -> bool:
    name = Path(path).name
    return not name.startswith(".") and name.lower().endswith((".xml", ".txt"))


def _silent(_what: str, _done: int, _total: int) -> None:
    """Say nothing of progress: the screen is kept clean."""
