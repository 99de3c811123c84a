"""A piece of work → the seconds that each of its stages took, added up until somebody asks."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

Spent = dict[str, float]  # seconds by stage

_spent: Counter[str] = Counter()


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count the time of a stage, in this process; a stage inside another is counted in both."""
    begun = perf_counter()
    try:
        yield
    finally:
        _spent[name] += perf_counter() - begun  # type: ignore[assignment] # a Counter adds anything


def add(spent: Spent) -> None:
    """Count what another process spent."""
    for name, seconds in spent.items():
        _spent[name] += seconds  # type: ignore[assignment]


def taken() -> Spent:
    """Return what was counted since the last time."""
    spent: Spent = dict(_spent)
    _spent.clear()
    return spent
