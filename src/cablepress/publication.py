"""What is handed from the making of an edition to its publishing: each of its files, made anew or kept."""

from dataclasses import dataclass


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
