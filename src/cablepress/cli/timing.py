"""The work of a command → where its time went, if asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

import click

from cablepress import watch
from cablepress.report import spent


@contextmanager
def timed(*, has_stats: bool) -> Iterator[None]:
    """Say on stderr, once the work is done, how long each of its stages took."""
    begun = perf_counter()
    yield
    if has_stats:
        click.echo(spent(watch.taken(), perf_counter() - begun), err=True, nl=False)
