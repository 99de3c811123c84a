"""What a command line says of the work → how it is to be done. It changes nothing in what comes of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """How many processes do the work, for how long, and where."""

    jobs: int | None = None  # worker processes; None: as many as are worth it
    limit: float | None = None  # seconds for a file; None: by its size
    cluster: str | None = None  # the address of a scheduler
