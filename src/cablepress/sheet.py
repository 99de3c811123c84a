"""A file of the edition that is not about one cable alone: its name, and what stylesheet makes it of what document."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that is made of the whole edition, or of a part of it."""

    name: str
    stylesheet: str  # by its name in xslt/
    document: Callable[[], bytes]
