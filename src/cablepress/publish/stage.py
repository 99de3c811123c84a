"""The files of an edition, one by one → a folder that holds all of them, ready to take the old one's place.

As long as every file is what the output folder holds already, there is no such folder, and nothing is written.
"""

import json
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from cablepress.errors import WrongUsage
from cablepress.publication import Kept, Made
from cablepress.publish.disk import share, write
from cablepress.publish.names import storable
from cablepress.publish.shelf import MANIFEST, Shelf


class Stage:
    """What was made and kept so far; the folder it is laid out in, from the first difference on."""

    def __init__(self, shelf: Shelf, prefix: Path) -> None:
        """Begin with nothing; the folder, if there must be one, gets a name that begins so."""
        self._shelf = shelf
        self._prefix = prefix
        self._same: list[str] = []
        self._taken: set[str] = set()
        self.digests: dict[str, str] = {}
        self.folder: Path | None = None

    def add(self, file: Made | Kept) -> None:
        """Take the next file. Raises WrongUsage if it would replace one that no edition put there.

        Raises MachineFailure if it has a name that not every computer can store.
        """
        self._taken.add(storable(file.name, self._taken))
        if isinstance(file, Kept):
            self.digests[file.name] = file.digest
            self._keep(file.name)
        else:
            self.digests[file.name] = sha256(file.data).hexdigest()
            self._make(file)

    def finish(self, head: Mapping[str, str]) -> Path | None:
        """Add the manifest, which begins with `head`; return the folder, or None if the output folder is all right."""
        data = manifest(head, self.digests)
        self._make(Made(MANIFEST, data))
        self.digests[MANIFEST] = sha256(data).hexdigest()
        stale = self._shelf.there.keys() - self.digests.keys() - set(self._shelf.foreign)
        if stale or (self.folder is None and not self._shelf.out.is_dir()):
            self._begin()
        return self.folder

    def discard(self) -> None:
        """Remove the folder, if there is one and it has not become the edition."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _keep(self, name: str) -> None:
        if self.folder is None:
            self._same.append(name)
        else:
            share(f"{self._shelf.out}/{name}", self._room_for(name))

    def _make(self, file: Made) -> None:
        if self._shelf.holds(file.name, file.data):
            self._keep(file.name)
            return
        if file.name in self._shelf.foreign or any(file.name.startswith(f"{name}/") for name in self._shelf.foreign):
            where = self._shelf.out / file.name
            raise WrongUsage(f"{where}: no edition put this file there; choose another folder or remove it.")
        self._begin()
        write(self._room_for(file.name), file.data)

    def _begin(self) -> None:
        if self.folder is None:
            self.folder = Path(mkdtemp(prefix=self._prefix.name, dir=self._prefix.parent))
            self.folder.chmod(0o755)
            for name in self._same:
                share(f"{self._shelf.out}/{name}", self._room_for(name))

    def _room_for(self, name: str) -> str:
        path = f"{self.folder}/{name}"
        if "/" in name and not Path(path).parent.is_dir():
            Path(path).parent.mkdir(parents=True)
            Path(path).parent.chmod(0o755)
        return path


def manifest(head: Mapping[str, str], digests: Mapping[str, str]) -> bytes:
    """List every file with its SHA-256, after what made them: no time, no machine."""
    content = {**head, "files": dict(sorted(digests.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
