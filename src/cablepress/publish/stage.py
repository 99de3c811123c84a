"""The files of an edition, one by one → a folder that holds all of them, ready to take the old one's place.

As long as every file is what the output folder holds already, there is no such folder, and nothing is written.
"""

import json
import shutil
from collections.abc import Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from typing import IO

from cablepress.errors import WrongUsage
from cablepress.publication import Bound, Kept, Made
from cablepress.publish.disk import created, share, write
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

    def add(self, file: Made | Kept | Bound) -> None:
        """Take the next file. Raises WrongUsage if it would replace one that no edition put there.

        Raises MachineFailure if it has a name that not every computer can store.
        """
        self._taken.add(storable(file.name, self._taken))
        if isinstance(file, Kept):
            self.digests[file.name] = file.digest
            self._keep(file.name)
        elif isinstance(file, Bound):
            self._bind(file)
        else:
            self.digests[file.name] = sha256(file.data).hexdigest()
            self._make(file)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file that was taken. Raises OSError if the disk fails."""
        return Path(f"{self.folder or self._shelf.out}/{name}").read_bytes()

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
        self._refuse_foreign(file.name)
        self._begin()
        write(self._room_for(file.name), file.data)

    def _bind(self, file: Bound) -> None:
        """Write a large file where it is to lie; as long as nothing has changed, aside: perhaps it has not either."""
        if self.folder is not None:
            self._refuse_foreign(file.name)
            with created(self._room_for(file.name)) as room:
                file.write(room, self)
                self.digests[file.name] = _digest(room)
            return
        with TemporaryFile() as aside:
            file.write(aside, self)
            self.digests[file.name] = digest = _digest(aside)
            if self._shelf.has(file.name, digest):
                self._keep(file.name)
                return
            self._refuse_foreign(file.name)
            self._begin()
            aside.seek(0)
            with created(self._room_for(file.name)) as room:
                shutil.copyfileobj(aside, room)

    def _refuse_foreign(self, name: str) -> None:
        foreign = self._shelf.foreign
        if name in foreign or name in self._shelf.folders or any(name.startswith(f"{each}/") for each in foreign):
            where = self._shelf.out / name
            raise WrongUsage(f"{where}: no edition put this file there; choose another folder or remove it.")

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


def _digest(file: IO[bytes]) -> str:
    file.seek(0)
    return file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type] # it is open for reading, too


def manifest(head: Mapping[str, str], digests: Mapping[str, str]) -> bytes:
    """List every file with its SHA-256, after what made them: no time, no machine."""
    content = {**head, "files": dict(sorted(digests.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
