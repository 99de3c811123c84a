"""A published folder, and the files that it should hold → how the two differ. Nothing is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from cablepress.publication import Kept, Made
from cablepress.publish.shelf import MANIFEST, Shelf
from cablepress.publish.stage import manifest


@dataclass(frozen=True, slots=True)
class Drift:
    """How a published folder differs from what its sources say: sorted paths."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.extra)


def compare(files: Iterable[Made | Kept], head: Mapping[str, str], shelf: Shelf) -> Drift:
    """Compare a folder with an edition, byte for byte."""
    digests: dict[str, str] = {}
    changed: list[str] = []
    for file in files:
        digests[file.name] = file.digest if isinstance(file, Kept) else sha256(file.data).hexdigest()
        if isinstance(file, Made) and file.name in shelf.there and not shelf.holds(file.name, file.data):
            changed.append(file.name)
    if MANIFEST in shelf.there and not shelf.holds(MANIFEST, manifest(head, digests)):
        changed.append(MANIFEST)
    expected = {*digests, MANIFEST}
    there = shelf.there.keys()
    return Drift(tuple(sorted(expected - there)), tuple(sorted(changed)), tuple(sorted(there - expected)))
