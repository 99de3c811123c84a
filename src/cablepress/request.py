"""The paths a user names → the editions to read, and which of their files are asked about."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cablepress.corpus import TRANSCRIPTIONS, edition_folder
from cablepress.errors import WrongUsage


@dataclass(frozen=True, slots=True)
class Request:
    """An edition's folder, and the names of the files asked about; none means all of them."""

    folder: Path
    names: frozenset[str]

    @property
    def reported(self) -> frozenset[str]:
        """The names of the files whose findings answer the request: of a transcription, also those of its cable."""
        pages = (Path(name) for name in self.names if name.endswith(".txt"))
        return self.names | {(self.folder / f"{page.stem}.xml").as_posix() for page in pages}

    def refuse_unknown(self, known: frozenset[str]) -> None:
        """Raise WrongUsage if a file asked about is none of those that were read or found fault with."""
        for name in sorted(self.names - known):
            raise WrongUsage(f"{name} is no part of the edition in {self.folder}.")


def requests(paths: Iterable[Path]) -> tuple[Request, ...]:
    """Sort files and folders by the edition they belong to, in the order in which they were named.

    Raises WrongUsage for a path that does not exist or lies in a subfolder of its edition.
    """
    spelt: dict[Path, Path] = {}  # one folder may be named in several ways; the first is kept
    asked: dict[Path, set[str]] = {}
    whole: set[Path] = set()
    for path in paths:
        found = edition_folder(path) if path.is_file() else _existing(path)
        place = real(found)
        folder = spelt.setdefault(place, found)
        names = asked.setdefault(place, set())
        if path.is_file():
            names.add(_name(path, folder))
        else:
            whole.add(place)
    return tuple(Request(spelt[place], frozenset(() if place in whole else asked[place])) for place in spelt)


def refuse_overlap(source: Path, out: Path) -> None:
    """Raise WrongUsage if one of two folders lies inside the other: a build would publish, or delete, its own input."""
    one, other = real(source), real(out)
    if one == other or one in other.parents or other in one.parents:
        raise WrongUsage(f"--source {source} and --out {out} overlap; choose folders that lie apart.")


def refuse_here(out: Path) -> None:
    """Raise WrongUsage if publishing would rename the working directory, or a folder that it lies in."""
    if Path.cwd().resolve().is_relative_to(real(out)):
        raise WrongUsage(f"--out {out} is the working directory, or holds it; name a folder inside it.")


def real(path: Path) -> Path:
    """Follow links for as long as they lead on; Path.resolve fails at a circle of them."""
    return Path(os.path.realpath(path))


def _existing(path: Path) -> Path:
    if not path.exists():
        raise WrongUsage(f"{path}: no such file or folder.")
    return path


def _name(path: Path, folder: Path) -> str:
    if path.parent.resolve() == (folder / TRANSCRIPTIONS).resolve() and path.suffix.lower() != ".xml":
        return (folder / TRANSCRIPTIONS / path.name).as_posix()
    if path.parent.resolve() != folder.resolve():
        raise WrongUsage(f"{path} lies in a subfolder of the edition {folder}; move it there, beside authority.xml.")
    if path.suffix.lower() != ".xml":
        raise WrongUsage(f"{path} is neither a TEI file nor a transcription.")
    return (folder / path.name).as_posix()
