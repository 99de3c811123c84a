"""An edition that is being written → its findings, again and again, each time for the price of what has changed.

The worker processes stay, and so does the memory of what each file said of itself.
"""

from collections import deque
from collections.abc import Mapping
from pathlib import Path

from cablepress import press
from cablepress.corpus import read_corpus, with_unsaved
from cablepress.memory import Memory, place, recall
from cablepress.tools import tools
from cablepress.validate import Validated, validate
from cablepress.workers import Pool, Task


class Session:
    """What is known of one edition from check to check. It stands for something that goes on, and changes."""

    def __init__(self, folder: Path, pool: Pool) -> None:
        """Begin with what the last command remembered."""
        self.folder = folder
        self._pool = pool
        self._memory: Memory = recall(place(folder), tools(), folder.as_posix())

    def wake(self) -> None:
        """Have a worker process ready, so that the first change need not wait for it."""
        deque(self._pool.each("waking", press.wake, (Task("a worker", ()),), 1), maxlen=0)

    def check(self, unsaved: Mapping[str, bytes] | None = None) -> Validated:
        """Validate the edition as it is now; `unsaved` are the bytes of files, by name, that are not on the disk yet.

        Raises WrongUsage if the folder is gone or holds no TEI file, MachineFailure if a worker process dies.
        """
        corpus = with_unsaved(read_corpus(self.folder), unsaved or {})
        validated = validate(corpus, self._pool, self._memory)
        self._memory = validated.memory
        return validated
