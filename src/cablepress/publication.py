"""The making of an edition → what is handed to its publishing: each of its files, made anew or kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Protocol


class Staged(Protocol):
    """The files of an edition that were handed over so far."""

    @property
    def digests(self) -> Mapping[str, str]:
        """Their hashes, by their paths."""

    def read(self, name: str) -> bytes:
        """Return the bytes of one of them. Raises OSError if the disk fails."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the edition: its path in the output folder, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the edition that the output folder holds already: its path there, and the hash of its bytes."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A file of the edition that holds much of it: its path, and what writes its bytes rather than hold them all."""

    name: str
    write: Callable[[IO[bytes], Staged], None]
