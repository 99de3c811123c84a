"""A folder in an object store or on another machine ↔ a copy of it here, by whatever fsspec can reach.

Only what has changed there is fetched, only what has changed here is sent. The manifest is sent last: until then a
reader's browser finds the old one, and what is deleted is only what the old one lists and the new one does not.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cablepress.errors import MachineFailure, WrongUsage
from cablepress.publish.shelf import MANIFEST, is_inside
from cablepress.source import MAX_BYTES
from cablepress.stopping import loading

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_WORK = Path(".cablepress") / "stores"
_KEYS = "keys.json"  # what the store says of each file that was fetched
_FOLDERS = {"": ".xml", "transcriptions/": ".txt"}


def is_address(place: str) -> bool:
    """Whether this names a folder in a store, such as s3://archive/tei, rather than one of this machine."""
    return "://" in place


def local(place: str) -> Path:
    """Name a folder of this machine: the one that is named, or the copy of one in a store."""
    return copy_of(place) if is_address(place) else Path(place)


def copy_of(address: str) -> Path:
    """Say where the copy of a folder in a store lies: always in the same place, below the working directory."""
    return _WORK / sha256(address.encode()).hexdigest()[:16] / (address.rstrip("/").rpartition("/")[2] or "folder")


def fetch(address: str) -> Path:
    """Bring the copy of a folder of sources up to date; return where it lies.

    Raises WrongUsage if nothing can reach the address, MachineFailure if the store fails.
    """
    copy = copy_of(address)
    system, root = _opened(address)
    try:
        there = dict(_sources(system, root))
        known = _known(copy)
        for name, key in there.items():
            if known.get(name) != key or not (copy / name).is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                (copy / name).write_bytes(system.cat_file(f"{root}/{name}", end=MAX_BYTES + 1))
        for name in known.keys() - there.keys():
            (copy / name).unlink(missing_ok=True)
    except OSError as error:
        raise MachineFailure(f"{address}: {error}") from error
    copy.mkdir(parents=True, exist_ok=True)
    copy.with_name(_KEYS).write_text(json.dumps(there), encoding="utf-8")
    return copy


def send(folder: Path, address: str) -> None:
    """Bring a folder in a store up to date with an edition here. Raises as `fetch` does."""
    system, root = _opened(address)
    try:
        new, old = _listed((folder / MANIFEST).read_bytes()), _listed(_manifest(system, root))
        for name in sorted(name for name, digest in new.items() if old.get(name) != digest):
            _send(system, folder / name, f"{root}/{name}")
        _send(system, folder / MANIFEST, f"{root}/{MANIFEST}")
        for name in sorted(old.keys() - new.keys()):
            if system.exists(f"{root}/{name}"):
                system.rm_file(f"{root}/{name}")
    except OSError as error:
        raise MachineFailure(f"{address}: {error}; build again to finish sending.") from error


def _opened(address: str) -> tuple["AbstractFileSystem", str]:
    try:
        with loading():
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra that few install
    except ImportError as missing:
        raise WrongUsage(f"{address}: pip install 'cablepress[cluster]' to reach it.") from missing
    try:
        system, root = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise WrongUsage(f"{address}: {error}") from error
    return system, root.rstrip("/")


def _sources(system: "AbstractFileSystem", root: str) -> Iterator[tuple[str, str]]:
    """List the files of an edition in a store, each with what changes when it does."""
    for folder, suffix in _FOLDERS.items():
        where = f"{root}/{folder}".rstrip("/")
        if not system.isdir(where):
            continue
        for path in sorted(system.ls(where, detail=False)):
            name = path.rpartition("/")[2]
            if name.lower().endswith(suffix) and not name.startswith("."):
                yield f"{folder}{name}", str(system.ukey(path))


def _known(copy: Path) -> dict[str, str]:
    try:
        known: Any = json.loads(copy.with_name(_KEYS).read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _manifest(system: "AbstractFileSystem", root: str) -> bytes:
    path = f"{root}/{MANIFEST}"
    return bytes(system.cat_file(path)) if system.exists(path) else b"{}"


def _listed(manifest: bytes) -> Mapping[str, str]:
    try:
        files = json.loads(manifest)["files"]
    except (ValueError, KeyError, TypeError):
        return {}
    named = files.items() if isinstance(files, dict) else ()
    return {name: digest for name, digest in named if is_inside(name)}


def _send(system: "AbstractFileSystem", path: Path, target: str) -> None:
    system.makedirs(target.rpartition("/")[0], exist_ok=True)
    system.pipe_file(target, path.read_bytes())
