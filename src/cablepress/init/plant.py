"""Files and a folder → the files in it, none of them in the place of another."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from cablepress.errors import WrongUsage
from cablepress.init.schema import Copy, compare
from cablepress.replacement import replace


def plant(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a new edition into a folder, all of them or none.

    Raises WrongUsage if one of them is there already: nothing is overwritten.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise WrongUsage(f"{folder} is not a folder.")
    if there := [name for name in files if _is_taken(folder, name)]:
        raise WrongUsage(f"{folder} already holds {', '.join(there)}; nothing was written. Choose another folder.")
    written: list[Path] = []
    try:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(data)
    except OSError:
        _remove(written)
        raise


def renew(folder: Path, files: Mapping[str, bytes]) -> Copy:
    """Make an edition's copy of the schema ours; return what had to be done.

    Raises WrongUsage if there is no edition in the folder.
    """
    copy = folder / "schema"
    if not copy.is_dir() and not (folder / "tei").is_dir():
        raise WrongUsage(f"{folder}: there is no edition in this folder; begin one with cablepress init {folder}.")
    found = compare(copy, files)
    copy.mkdir(exist_ok=True)
    for name in (*found.changed, *found.missing):
        replace(copy / name, files[name])
    return found


def _is_taken(folder: Path, name: str) -> bool:
    """Whether a file is there already, or something that is no folder is where its folder should be."""
    above = [folder / each for each in Path(name).parents if each != Path()]
    return os.path.lexists(folder / name) or any(os.path.lexists(each) and not each.is_dir() for each in above)


def _remove(written: Iterable[Path]) -> None:
    for path in written:
        path.unlink(missing_ok=True)
