"""The path of a schema or stylesheet that is not ours → the texts and trees of all the files that it consists of.

They come from anybody, as documents do: regular files, read as bytes, in the folder of the first or below it; without
entities, and without a way to the network.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from cablepress.door import read_regular
from cablepress.errors import WrongUsage
from cablepress.glance import MAX_DEPTH, is_too_deep
from cablepress.source import Source
from cablepress.threshold import refused, text_of

MAX_FILES = 500  # of which one may consist; the grammar of all TEI is one
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Kind:
    """What is read: what messages call it, and the elements whose `@href` leads to another file of it."""

    name: str
    leading: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A file as it was read, once: its text, and the root of its tree."""

    text: str
    root: etree._Element


def gather(path: Path, kind: Kind) -> dict[Path, Part]:
    """Read a file, and whatever files it leads to.

    Raises WrongUsage if one cannot be read, is not in the folder of the first, or leads to itself.
    """
    parts: dict[Path, Part] = {}
    _gather(path, path.parent, kind, parts, ())
    return parts


def target(node: etree._Element, path: Path) -> Path:
    """Return the path of the file that an element in the file `path` leads to. Raises WrongUsage if it is elsewhere."""
    href = node.get("href", "").strip()
    if not href or _SCHEME.match(href) or "\0" in unquote(href):
        raise WrongUsage(f'{path}:{node.sourceline}: href="{href}" is not followed; put the file beside this one.')
    return path.parent / unquote(href)


def _gather(path: Path, folder: Path, kind: Kind, parts: dict[Path, Part], within: tuple[str, ...]) -> None:
    """Read a file and those it leads to; `within` are the files that led here, and `folder` holds them all."""
    place = os.path.realpath(path)
    if place in within:
        raise WrongUsage(f"{path} includes itself.")
    if not Path(place).is_relative_to(os.path.realpath(folder)):
        raise WrongUsage(f"{path} lies outside {folder}, the folder of the {kind.name}; put it there.")
    if len(parts) == MAX_FILES:
        raise WrongUsage(f"{path}: the {kind.name} consists of more than {MAX_FILES} files.")
    if path in parts:
        return  # and so has what it leads to; a circle would have been found then
    parts[path] = _part(path, kind)
    for node in parts[path].root.iter(*kind.leading):
        _gather(target(node, path), folder, kind, parts, (*within, place))


def _part(path: Path, kind: Kind) -> Part:
    data = read_regular(path) if path.exists() else None
    if data is None:
        raise WrongUsage(f"{path}: {'not a regular file' if os.path.lexists(path) else 'no such file'}.")
    source = Source(path.as_posix(), path.stem, data)
    if found := refused(source):
        raise WrongUsage(f"{path}{f':{found.line}' * bool(found.line)}: {found.sentence}")
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise WrongUsage(f"{path}:{error.lineno}: the {kind.name} is not well-formed XML: {error.msg}.") from error
    if is_too_deep(root):
        raise WrongUsage(f"{path}: the {kind.name} is nested more than {MAX_DEPTH} deep.")
    return Part(text_of(source), root)
