"""An output folder, and what is remembered of it → what it holds: files of an edition, and files of somebody else."""

import json
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from cablepress.door import read_regular
from cablepress.errors import WrongUsage
from cablepress.memory import Printed

MANIFEST = "manifest.json"
_LONGEST = 32 * 1024 * 1024  # bytes of a manifest: a hundred thousand cables
OURS = ".cablepress-"  # begins the name of what we put into an output folder while we work on it


@dataclass(frozen=True)
class Shelf:
    """An output folder as it was found: every file in it, and what is known of those that an edition put there."""

    out: Path
    there: Mapping[str, os.stat_result]  # every file by its path in the folder; of links, what they are themselves
    folders: frozenset[str]
    listed: frozenset[str]  # by the manifest, which lists itself
    remembered: Mapping[str, Printed]

    @cached_property
    def printed(self) -> dict[str, Printed]:
        """What is remembered of files that have not been touched since."""
        kept = ((name, self.remembered.get(name)) for name in self.there)
        return {name: known for name, known in kept if known and _is_untouched(self.there[name], known)}

    @cached_property
    def foreign(self) -> tuple[str, ...]:
        """Files that no edition put there, sorted: they are none of our business."""
        return tuple(sorted(self.there.keys() - self.listed - self.remembered.keys()))

    @cached_property
    def foreign_folders(self) -> tuple[str, ...]:
        """Folders that no edition put there, sorted: those without any file of an edition."""
        ours = {name[:place] for name in self.listed for place, letter in enumerate(name) if letter == "/"}
        return tuple(sorted(self.folders - ours))

    def holds(self, name: str, data: bytes) -> bool:
        """Whether a file has just these bytes."""
        status = self.there.get(name)
        if status is None or not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        return (self.out / name).read_bytes() == data

    def has(self, name: str, digest: str) -> bool:
        """Whether a file has the bytes with this hash."""
        status = self.there.get(name)
        return status is not None and stat.S_ISREG(status.st_mode) and _digest(self.out / name) == digest

    def hashed(self) -> "Shelf":
        """Look into every file that is remembered; forget those that are not what they were."""
        right = {name: known for name, known in self.printed.items() if _digest(self.out / name) == known.digest}
        return Shelf(self.out, self.there, self.folders, self.listed, right)


def shelf(out: Path, remembered: Mapping[str, Printed]) -> Shelf:
    """Look at an output folder, which need not exist. Raises WrongUsage if it is no folder."""
    if out.exists() and not out.is_dir():
        raise WrongUsage(f"{out}: not a folder.")
    there: dict[str, os.stat_result] = {}
    folders: set[str] = set()
    if out.is_dir():
        _look(str(out), "", there, folders)
    return Shelf(out, there, frozenset(folders), listed(out), remembered)


def listed(out: Path) -> frozenset[str]:
    """Name the files that a folder's manifest lists, and itself; none if there is none that can be read."""
    files = manifest(out).get("files")
    names = files.keys() if isinstance(files, dict) else ()
    return frozenset(name for name in (*names, MANIFEST) if is_inside(name))


def manifest(out: Path) -> Mapping[str, object]:
    """Read a folder's manifest; an empty one, if there is none that can be read."""
    try:
        content = json.loads(read_regular(out / MANIFEST, _LONGEST) or b"")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def printed(out: Path, digests: Mapping[str, str], keys: Mapping[str, str]) -> Iterator[tuple[str, Printed]]:
    """Note how the files of an edition lie in a folder, so that the next build knows them again."""
    for name, digest in digests.items():
        status = os.lstat(f"{out}/{name}")
        yield name, Printed(digest, keys.get(name, ""), status.st_mtime_ns, status.st_size, status.st_ino)


def _look(folder: str, prefix: str, there: dict[str, os.stat_result], folders: set[str]) -> None:
    with os.scandir(folder) as found:
        for entry in found:
            name = prefix + entry.name
            if name.startswith(OURS):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.add(name)
                _look(entry.path, f"{name}/", there, folders)
            else:
                there[name] = entry.stat(follow_symlinks=False)


def _is_untouched(status: os.stat_result, known: Printed) -> bool:
    now = (status.st_mtime_ns, status.st_size, status.st_ino)
    return stat.S_ISREG(status.st_mode) and now == (known.modified, known.size, known.number)


def is_inside(name: str) -> bool:
    """Whether a path that a manifest lists stays in its folder; a manifest may have been tampered with."""
    parts = name.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
