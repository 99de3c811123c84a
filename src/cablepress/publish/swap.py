"""A complete new edition beside the old one → the edition that readers see; the old one, until then, untouched.

Where the system can, the two folders are exchanged in one step. Where it cannot, what is to be moved is written into a
journal first: from then on the edition is the new one, even if the next command must finish moving it.
"""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from cablepress.publish.disk import exchange, settle, settle_names, share
from cablepress.publish.shelf import MANIFEST, Shelf, is_inside, listed
from cablepress.publish.workshop import Workshop
from cablepress.stopping import go_on


def recover(workshop: Workshop) -> None:
    """Finish what a killed command had decided, and remove what it had only begun."""
    if workshop.journal.is_file() and not workshop.journal.is_symlink():
        _roll_forward(workshop)
    for path in workshop.remains():
        if path.is_dir() and not path.is_symlink():
            _discard(path, workshop.out)
        else:
            path.unlink()


def swap(stage: Path, shelf: Shelf, workshop: Workshop) -> None:
    """Let a complete stage take the output folder's place. Raises OSError, with the old edition as it was.

    Files of somebody else get a second name in the new folder; whole folders of theirs, which may be anything, stay
    where they are, and the edition's files are moved in beside them.
    """
    is_free = not shelf.foreign_folders
    if is_free:
        for name in shelf.foreign:
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            share(f"{shelf.out}/{name}", f"{stage}/{name}")
    settle(stage)
    go_on()
    if not shelf.out.exists():
        stage.rename(shelf.out)
    elif is_free and exchange(stage, shelf.out):
        _discard(stage, shelf.out)
    else:
        _journal(stage, shelf, workshop)
        _roll_forward(workshop)
    settle_names(shelf.out.parent)


def _discard(old: Path, out: Path) -> None:
    """Delete a folder of ours; what somebody put into it in the meantime moves to the edition."""
    ours = listed(old)
    if (old / MANIFEST).is_file():
        for name in _names(str(old)) - ours:
            if not os.path.lexists(out / name):
                (out / name).parent.mkdir(parents=True, exist_ok=True)
                (old / name).rename(out / name)
    shutil.rmtree(old)


def _names(folder: str, prefix: str = "") -> set[str]:
    """Name every file below a folder by its path in it. Strings, since an edition has many thousands."""
    found: set[str] = set()
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            found |= _names(entry.path, f"{name}/") if entry.is_dir(follow_symlinks=False) else {name}
    return found


def _journal(stage: Path, shelf: Shelf, workshop: Workshop) -> None:
    """Write down what is to be moved, the manifest last, and what is to be removed: all at once."""
    names = _names(str(stage)) - set(shelf.foreign)
    moves = sorted(name for name in names if not _is_one(stage / name, shelf.out / name))
    moves.sort(key=MANIFEST.__eq__)
    removals = sorted(shelf.there.keys() - names - set(shelf.foreign))
    new = workshop.journal.with_name(f"{workshop.journal.name}-new")
    new.write_bytes(json.dumps({"stage": stage.name, "moves": moves, "removals": removals}).encode())
    settle(new.parent)
    new.replace(workshop.journal)
    settle_names(new.parent)


def _is_one(one: Path, other: Path) -> bool:
    return os.path.lexists(other) and one.lstat().st_ino == other.lstat().st_ino


def _roll_forward(workshop: Workshop) -> None:
    """Do what the journal says and is not done yet."""
    try:
        journal = json.loads(workshop.journal.read_bytes())
        name, moves, removals = journal["stage"], journal["moves"], journal["removals"]
        is_ours = name.startswith(workshop.stages.name) and all(map(is_inside, (*moves, *removals))) and "/" not in name
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return  # never decided: it was renamed into place when it was whole
    stage = workshop.journal.parent / name
    if not is_ours or stage.is_symlink():
        return  # somebody else wrote it
    for name in moves:
        if os.path.lexists(stage / name):
            (workshop.out / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(workshop.out / name)
    for name in removals:
        (workshop.out / name).unlink(missing_ok=True)
    _remove_empty(workshop.out, removals)
    workshop.journal.unlink()
    shutil.rmtree(stage, ignore_errors=True)


def _remove_empty(out: Path, removals: Iterable[str]) -> None:
    folders = {(out / name).parent for name in removals} - {out}
    for folder in sorted(folders, reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
