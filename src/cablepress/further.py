"""The path of a stylesheet that is not ours, and cables → a further file for each, made with it in a worker process.

Such a stylesheet is code of somebody else's. It is locked in as ours are, has no more memory than it is given, and is
named when it fails.
"""

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from lxml import etree

from cablepress import saxon, watch
from cablepress.errors import Refused, WrongUsage
from cablepress.flatten import XSL, flattened
from cablepress.foreign import Kind, Part, gather
from cablepress.room import ROOM, room
from cablepress.source import Source
from cablepress.workers import Late, Task

_STYLESHEET = Kind("stylesheet", (f"{XSL}include",))
_ENDING = re.compile(r"[a-z][a-z0-9]{0,9}")
_OURS = frozenset({"html", "txt", "xml", "bib", "ris", "json"})
_NOT_FOLLOWED = tuple(f"{XSL}{name}" for name in ("import", "use-package", "import-schema"))
_PLACE = re.compile(r"on line (\d+) column (\d+) of file:///")
_FICKLE = re.compile(r"\b(?:current-(?:dateTime|date|time)|implicit-timezone|random-number-generator)(?=\s*[(#])")
# Below where it is: a few lines, if it is long, and above what led there
_REASON = re.compile(r"^\s*Error\b.*\n((?:\s+(?!\s|In |at |invoked by ).+\n?)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Further:
    """A stylesheet of an edition's own, complete: `tex.xsl` makes `cable-1468.tex` of `cable-1468.xml`."""

    path: str  # as messages name it
    text: str
    is_whole: bool  # one file as it is, so that a line in it is a line there

    @property
    def name(self) -> str:
        """The name of its file, wherever that lies."""
        return Path(self.path).name

    @property
    def ending(self) -> str:
        """The ending of the names of the files that it makes."""
        return Path(self.name).stem

    @property
    def identity(self) -> str:
        """What tells it from all others: its name, and the hash of its text."""
        return f"{self.name} {sha256(self.text.encode()).hexdigest()}"

    def task(self, source: Source) -> Task:
        """Say what a worker has to do for one cable."""
        what = f"{source.name} with {self.path} in {ROOM >> 20} MB of memory"
        return Task(what, (source, self), len(source.data))

    def usable(self, made: "bytes | WrongUsage | Late", name: str) -> bytes:
        """Return what was made of the cable in a file.

        Raises WrongUsage if the stylesheet cannot be used, Refused if it took too long.
        """
        if isinstance(made, Late):
            what = f"{self.path}: with {name} it took longer than {made.seconds:.0f} seconds, and was given up."
            raise Refused(f"{what} Nothing was published.")
        if isinstance(made, WrongUsage):
            raise made
        return made


def read_further(path: Path) -> Further:
    """Read a stylesheet, and whatever it includes.

    Raises WrongUsage if it cannot be read, leads elsewhere, or does not have the name of the files that it is to make.
    """
    if path.suffix != ".xsl" or not _ENDING.fullmatch(path.stem) or path.stem in _OURS:
        said = "name a stylesheet for the files that it makes, as tex.xsl for cable-1468.tex"
        raise WrongUsage(f"{path}: {said}; {', '.join(sorted(_OURS))} are taken.")
    parts = gather(path, _STYLESHEET)
    for name, part in parts.items():
        _refuse(name, part.root)
    if len(parts) == 1:
        return Further(path.as_posix(), parts[path].text, is_whole=True)
    return Further(path.as_posix(), flattened(path, partial(_once, parts)), is_whole=False)


def rendered(source: Source, sheet: Further) -> bytes | WrongUsage:
    """Make a file of a cable, in a worker process. What is wrong with the stylesheet is told by what is returned."""
    try:
        with room(), watch.stage("further"):
            return _compiled(sheet.text).transform(saxon.tree(source.data)).encode()
    except saxon.StylesheetFailure as failure:
        return WrongUsage(f"{_said(sheet, str(failure))} ({source.name}; nothing was published.)")


@lru_cache(maxsize=8)
def _compiled(text: str) -> saxon.Stylesheet:
    return saxon.Stylesheet(text)


def _refuse(name: Path, root: etree._Element) -> None:
    for node in root.iter(*_NOT_FOLLOWED):
        what = etree.QName(node).localname
        raise WrongUsage(f"{name}:{node.sourceline}: xsl:{what} is not followed; only xsl:include is.")
    for node in root.iter(etree.Element):
        if fickle := _FICKLE.search(" ".join((*node.attrib.values(), node.text or ""))):
            what = "makes other files of the same cable; they must come of their sources alone"
            raise WrongUsage(f"{name}:{node.sourceline}: {fickle[0]}() {what}.")
    for node in root.iter(f"{XSL}include"):
        if set(node.attrib) != {"href"}:
            raise WrongUsage(f"{name}:{node.sourceline}: an xsl:include has an href here, and nothing else.")


def _once(parts: dict[Path, Part], path: Path) -> etree._Element:
    """Hand out a file; what is included twice would be there twice, and could be there without end."""
    found = parts.pop(path, None)
    if found is None:
        raise WrongUsage(f"{path} is included twice.")
    return found.root


def _said(sheet: Further, printed: str) -> str:
    """Tell in one line what Saxon said, and where if that is a place in the file as it lies on the disk."""
    printed = printed.partition(": ")[2]
    reason, place = _REASON.search(printed), _PLACE.search(printed) if sheet.is_whole else None
    words = f"{printed[: reason.start()]} {reason[1]}" if reason else printed  # its own messages come first
    return f"{sheet.path}{f':{place[1]}:{place[2]}' if place else ''}: {' '.join(words.split())}"
