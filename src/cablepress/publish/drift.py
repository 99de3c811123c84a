"""A published folder, and the files that it should hold → how the two differ. Nothing is written."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from tempfile import TemporaryFile
from typing import IO

from cablepress.publication import Bound, Kept, Made
from cablepress.publish.shelf import MANIFEST, Shelf
from cablepress.publish.stage import manifest
from cablepress.spool import Spool


@dataclass(frozen=True, slots=True)
class Drift:
    """How a published folder differs from what its sources say: sorted paths."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.extra)


@dataclass(frozen=True, slots=True)
class _Aside:
    """The files of an edition as they should be: what the folder does not hold so, is put aside."""

    shelf: Shelf
    spool: Spool
    open: ExitStack
    digests: dict[str, str] = field(default_factory=dict)
    bound: dict[str, IO[bytes]] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        if name in self.bound:
            self.bound[name].seek(0)
            return self.bound[name].read()
        return self.spool.get(name) if name in self.spool else (self.shelf.out / name).read_bytes()

    def add(self, file: Made | Kept | Bound) -> bool:
        """Take the next file; say whether the folder holds it as it should be."""
        if isinstance(file, Kept):
            self.digests[file.name] = file.digest
            return True
        digest = self._bound(file) if isinstance(file, Bound) else sha256(file.data).hexdigest()
        self.digests[file.name] = digest
        is_right = self.shelf.has(file.name, digest)
        if isinstance(file, Made) and not is_right:
            self.spool.put(file.name, file.data)
        return is_right

    def _bound(self, file: Bound) -> str:
        self.bound[file.name] = room = self.open.enter_context(TemporaryFile())  # noqa: SIM115 - closed by the stack
        file.write(room, self)
        room.seek(0)
        return file_digest(room, "sha256").hexdigest()


def compare(files: Iterable[Made | Kept | Bound], head: Mapping[str, str], shelf: Shelf) -> Drift:
    """Compare a folder with an edition, byte for byte."""
    with Spool() as spool, ExitStack() as stack:
        aside = _Aside(shelf, spool, stack)
        changed = [file.name for file in files if not aside.add(file) and file.name in shelf.there]
    if MANIFEST in shelf.there and not shelf.holds(MANIFEST, manifest(head, aside.digests)):
        changed.append(MANIFEST)
    expected = {*aside.digests, MANIFEST}
    there = shelf.there.keys()
    return Drift(tuple(sorted(expected - there)), tuple(sorted(changed)), tuple(sorted(there - expected)))
