"""The files of an edition, one by one → the edition in its folder, and what is to be remembered of it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cablepress import watch
from cablepress.errors import MachineFailure
from cablepress.memory import Printed
from cablepress.publication import Bound, Kept, Made
from cablepress.publish.lock import alone
from cablepress.publish.shelf import Shelf, printed, shelf
from cablepress.publish.stage import Stage
from cablepress.publish.swap import recover, swap
from cablepress.publish.workshop import Workshop
from cablepress.request import real


@dataclass(frozen=True, slots=True)
class Published:
    """How a publication ended: whether anything had to change, what lies in the folder now, and what is not ours."""

    is_new: bool
    printed: Mapping[str, Printed]
    foreign: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """An output folder that nobody else publishes into for now."""

    shelf: Shelf
    workshop: Workshop

    def publish(
        self, files: Iterable[Made | Kept | Bound], head: Mapping[str, str], keys: Mapping[str, str]
    ) -> Published:
        """Put an edition into the folder, all at once; `keys` say what its files were made from.

        Raises WrongUsage if a file would replace one of somebody else's, MachineFailure if the disk fails.
        """
        out, stage = self.shelf.out, Stage(self.shelf, self.workshop.stages)
        with _told(out):
            try:
                for file in files:
                    with watch.stage("write"):
                        stage.add(file)
                with watch.stage("publish"):
                    folder = stage.finish(head)
                    if folder is not None:
                        swap(folder, self.shelf, self.workshop)
            finally:
                stage.discard()
            return Published(folder is not None, dict(printed(out, stage.digests, keys)), self.shelf.foreign)


@contextmanager
def desk(out: Path, remembered: Mapping[str, Printed]) -> Iterator[Desk]:
    """Take an output folder for oneself, and finish what a build that was killed had left.

    Raises MachineFailure if another build is publishing there, or the disk fails; WrongUsage if it is no folder.
    """
    out = _near(real(out))  # a link stays one: what it leads to is replaced
    workshop = Workshop(out)
    with _told(out):
        shelf(out, remembered)  # a wrong folder is told before anything is written
        out.parent.mkdir(parents=True, exist_ok=True)
        with alone(workshop.lock, out):
            recover(workshop)
            yield Desk(shelf(out, remembered), workshop)


def _near(out: Path) -> Path:
    """Name a folder from here, if it is here: messages should not tell where on this machine that is."""
    here = Path.cwd()
    return out.relative_to(here) if out.is_relative_to(here) else out


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Tell of a disk that is full, read-only or failing in one sentence."""
    try:
        yield
    except OSError as error:
        where = os.fsdecode(error.filename) if error.filename else out
        raise MachineFailure(f"{where}: {error.strerror or error}; {out} is as it was.") from error
