"""A start tag → one that waits for its end tag, and what is known of elements that may stand in one another."""

from dataclasses import dataclass, field
from typing import Protocol

from cablepress.recover.scan import EndTag
from cablepress.recover.tags import StartTag


class Model(Protocol):
    """What is known of the elements that there are."""

    def is_known(self, name: str) -> bool:
        """Whether there is an element of this name."""

    def holds(self, parent: str, child: str) -> bool:
        """Whether an element may stand in another."""

    def holds_text(self, name: str) -> bool:
        """Whether an element may hold text."""


@dataclass
class Opened:
    """An element that is open, and its children so far: their names, and where they begin."""

    tag: StartTag
    children: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class Early:
    """An element that an end tag of another name closed."""

    name: str
    end: EndTag
    slip: int
    edit: int
