"""Everything of ours that can change a byte of an edition or a word of a finding → one hash.

What was kept from an earlier build is worth nothing when the stylesheets, the grammar, the rules, the program or the
libraries below it are no longer the same.
"""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from cablepress.resources import folder

_LIBRARIES = ("lxml", "saxonche", "snowballstemmer")


def tools() -> str:
    """Hash the program, its stylesheets and schemas by content, libraries and cases by their files' sizes and times."""
    found = sha256(repr((sys.version_info[:3], *map(_library, _LIBRARIES), *_cases())).encode())
    for path in _ours():
        with open(path, "rb") as file:  # noqa: PTH123 - quicker, for so many
            found.update(path.encode() + b"\0" + file.read() + b"\0")
    return found.hexdigest()


def _ours() -> Iterator[str]:
    yield from sorted(_below(str(Path(__file__).parent), (".py",)))
    yield from sorted(_below(str(folder("xslt")), (".xsl", ".css", ".js", ".svg")))
    yield from sorted(_below(str(folder("schema")), (".rng", ".sch", ".xsl", ".md")))


def _cases() -> list[tuple[str, int, int]]:
    """Tell one state of the cases, from which the guidelines take their examples, from another.

    They are many, and those in an installed package come and go with it.
    """
    where, found = folder("cases"), []
    for path in () if where.is_relative_to(Path(__file__).parent) else _below(str(where), (".xml", ".txt")):
        status = os.stat(path)  # noqa: PTH116 - quicker, for so many
        found.append((path, status.st_size, status.st_mtime_ns))
    return sorted(found)


def _below(where: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    with os.scandir(where) as found:
        for entry in found:
            if entry.is_dir():
                yield from _below(entry.path, suffixes)
            elif entry.name.endswith(suffixes):
                yield entry.path


def _library(name: str) -> tuple[str, int, int]:
    """Tell one version of a library from another without loading it, which takes longer than all the rest."""
    spec = find_spec(name)
    where = spec.origin if spec else None
    if not where:
        return name, 0, 0
    status = Path(where).stat()
    return where, status.st_size, status.st_mtime_ns
