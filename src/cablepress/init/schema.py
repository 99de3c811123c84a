"""An edition's copy of the grammar and the rules → what has to be done to it; a warning, if it is not ours.

The copy is for the editors' own tool. Cablepress itself uses what it was installed with.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cablepress import __version__
from cablepress.finding import Finding, Severity
from cablepress.resources import folder

DIFFERS = "W20"
_SUFFIXES = (".rng", ".sch")
_MAIN = ("cable.rng", "cable.sch")  # a folder with one of these is a copy


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be done to a copy to make it ours, and what in it is not ours at all; names of files."""

    same: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    foreign: tuple[str, ...]


def schema_files() -> dict[str, bytes]:
    """Read the grammar and the rules that Cablepress was installed with, by their names."""
    return {path.name: path.read_bytes() for path in sorted(folder("schema").iterdir()) if path.suffix in _SUFFIXES}


def compare(copy: Path, ours: Mapping[str, bytes]) -> Copy:
    """Compare a copy with ours."""
    there = {path.name for path in copy.iterdir() if path.suffix in _SUFFIXES} if copy.is_dir() else set[str]()
    equal = {name for name in there & ours.keys() if _is_equal(copy / name, ours[name])}
    return Copy(
        tuple(sorted(equal)),
        tuple(sorted(there & ours.keys() - equal)),
        tuple(sorted(ours.keys() - there)),
        tuple(sorted(there - ours.keys())),
    )


def differing(source: Path) -> Iterator[Finding]:
    """W20: warn if the copy beside a folder of sources is another version's, or was changed by hand."""
    beside = Path(os.path.normpath(source / ".."))
    copy = beside / "schema"
    if not any((copy / name).is_file() for name in _MAIN) or os.path.realpath(copy) == os.path.realpath(
        folder("schema")
    ):
        return
    found = compare(copy, schema_files())
    if wrong := (*found.changed, *found.missing):
        facts = [
            f"{_list(names)} {verb}"
            for names, verb in ((found.changed, "differs"), (found.missing, "is missing"))
            if names
        ]
        message = f"The copy of the schema is not that of Cablepress {__version__}: {'; '.join(facts)}."
        where = "" if beside == Path() else f" {beside.as_posix()}"
        remedy = f"Run cablepress init --update{where}."
        yield Finding((copy / wrong[0]).as_posix(), 0, 0, DIFFERS, message, remedy, Severity.WARNING)


def _is_equal(path: Path, data: bytes) -> bool:
    """Compare a file, and read it only if it can be equal; what cannot be read is not."""
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _list(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} (and {len(names) - 1} more)"
