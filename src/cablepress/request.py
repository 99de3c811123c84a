"""The paths a user names → the editions to read, and which of their files are asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cablepress.corpus import edition_folder
from cablepress.errors import WrongUsage


@dataclass(frozen=True, slots=True)
class Request:
    """An edition's folder, and the names of the files asked about; none means all of them."""

    folder: Path
    names: frozenset[str]


def requests(paths: Iterable[Path]) -> tuple[Request, ...]:
    """Sort files and folders by the edition they belong to, in the order in which they were named.

    Raises WrongUsage for a path that does not exist or lies in a subfolder of its edition.
    """
    asked: dict[Path, set[str]] = {}
    whole: set[Path] = set()
    for path in paths:
        folder = edition_folder(path) if path.is_file() else path
        asked.setdefault(folder, set())
        if path.is_file():
            asked[folder].add(_name(path, folder))
        else:
            whole.add(_existing(path))
    return tuple(Request(folder, frozenset(() if folder in whole else names)) for folder, names in asked.items())


def refuse_overlap(source: Path, out: Path) -> None:
    """Raise WrongUsage if one of two folders lies inside the other: a build would publish, or delete, its own input."""
    one, other = source.resolve(), out.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise WrongUsage(f"--source {source} and --out {out} overlap; choose folders that lie apart.")


def _existing(path: Path) -> Path:
    if not path.exists():
        raise WrongUsage(f"{path}: no such file or folder.")
    return path


def _name(path: Path, folder: Path) -> str:
    if path.absolute().parent != folder.absolute():
        raise WrongUsage(f"{path} lies in a subfolder of the edition {folder}; move it there, beside authority.xml.")
    return (folder / path.name).as_posix()
