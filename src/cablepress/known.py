"""A file that was read → what is known of it from then on."""

from dataclasses import dataclass

from cablepress.corpus import File
from cablepress.facts import Facts
from cablepress.finding import Finding
from cablepress.press import Examination


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was read: its hash, and what it said of itself."""

    file: File
    digest: str
    examination: Examination
    packed: bytes  # the same, to be remembered

    @property
    def facts(self) -> Facts:
        """The file's facts. Raises TypeError if it could not be parsed, and has none."""
        if self.examination.facts is None:
            raise TypeError(f"{self.file.name} was examined and found unsound")
        return self.examination.facts


def address(file: File) -> str:
    """Name a file for what is remembered of it: without the folder, which may be named in several ways."""
    return file.name.rpartition("/")[2]


LATE = "W09"


def late(name: str, what: str, seconds: float) -> Finding:
    """W09: a file that keeps a worker busy for ever must not keep the edition waiting."""
    message = f"{what} this file took longer than {seconds:.0f} seconds, and was given up."
    return Finding(name, 0, 0, LATE, message, "Look for text or markup that repeats without end; or allow more time.")
