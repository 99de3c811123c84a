"""What a pool gave for a page of the edition → the page; one that took too long is refused."""

from typing import TypeVar

from cablepress.errors import Refused
from cablepress.known import late
from cablepress.workers import Late

R = TypeVar("R")


def punctual(name: str, result: R | Late) -> R:
    """Return a result. Raises Refused if the pool gave up waiting for it; it names the file."""
    if isinstance(result, Late):
        raise Refused(late(name, "Making", result.seconds).sentence)
    return result
