"""The path of a RELAX NG schema that is not ours → the trees of all the files that it consists of.

They come from anybody, as documents do: regular files, read as bytes, in the schema's own folder or below it; without
entities, and without a way to the network.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from cablepress.door import read_regular
from cablepress.errors import WrongUsage
from cablepress.glance import MAX_DEPTH, is_too_deep
from cablepress.source import Source
from cablepress.threshold import refused

RNG = "{http://relaxng.org/ns/structure/1.0}"

MAX_FILES = 500  # of a schema; that of all TEI is one
MAX_VISITS = 2000  # to files that other files include, some of them several times
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema as it lies on disk: the file it begins with, and the trees of all."""

    path: Path
    trees: Mapping[Path, etree._Element]

    @property
    def root(self) -> etree._Element:
        """The root of the file it begins with."""
        return self.trees[self.path]


def parts(parent: etree._Element) -> Iterator[etree._Element]:
    """Iterate over the parts of a schema in an element of it, passing by annotations and comments."""
    return (child for child in parent.iterchildren("{*}*") if str(child.tag).startswith(RNG))


def read_schema(path: Path) -> Schema:
    """Read a schema, and whatever it includes or refers to.

    Raises WrongUsage if it cannot be read, is no RELAX NG in XML, or leads out of its folder.
    """
    if path.suffix.lower() == ".rnc":
        converted = path.with_suffix(".rng")
        raise WrongUsage(f"{path} is in the compact syntax; convert it first: trang {path} {converted}")
    trees: dict[Path, etree._Element] = {}
    _gather(path, path.parent, trees, ())
    return Schema(path, trees)


def target(node: etree._Element, path: Path) -> Path:
    """Return the path of the file that an include or an externalRef in the file `path` names."""
    href = node.get("href", "").strip()
    if not href or _SCHEME.match(href) or "\0" in unquote(href):
        raise WrongUsage(f'{path}:{node.sourceline}: href="{href}" is not followed; put the file beside the schema.')
    return path.parent / unquote(href)


def _gather(path: Path, folder: Path, trees: dict[Path, etree._Element], within: tuple[str, ...]) -> None:
    """Read a file and those it leads to; `within` are the files that led here, and `folder` holds them all."""
    place = os.path.realpath(path)
    if place in within:
        raise WrongUsage(f"{path} includes itself.")
    if not Path(place).is_relative_to(os.path.realpath(folder)):
        raise WrongUsage(f"{path} lies outside {folder}, the folder of the schema; put it there.")
    if len(trees) == MAX_FILES:
        raise WrongUsage(f"{path}: the schema consists of more than {MAX_FILES} files.")
    if path in trees:
        return  # and so has what it leads to; a circle would have been found then
    trees[path] = _tree(path)
    for node in trees[path].iter(f"{RNG}include", f"{RNG}externalRef"):
        _gather(target(node, path), folder, trees, (*within, place))


def _tree(path: Path) -> etree._Element:
    data = read_regular(path) if path.exists() else None
    if data is None:
        raise WrongUsage(f"{path}: {'not a regular file' if os.path.lexists(path) else 'no such file'}.")
    if found := refused(Source(path.as_posix(), path.stem, data)):
        raise WrongUsage(f"{path}{f':{found.line}' * bool(found.line)}: {found.sentence}")
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise WrongUsage(f"{path}:{error.lineno}: the schema is not well-formed XML: {error.msg}.") from error
    if not str(root.tag).startswith(RNG):
        raise WrongUsage(f"{path} is no RELAX NG schema: its root element is {etree.QName(root).localname}.")
    if is_too_deep(root):
        raise WrongUsage(f"{path}: the schema is nested more than {MAX_DEPTH} deep.")
    return root
