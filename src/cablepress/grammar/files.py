"""The path of a RELAX NG schema that is not ours → the trees of all the files that it consists of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from cablepress.errors import WrongUsage
from cablepress.foreign import Kind, gather

RNG = "{http://relaxng.org/ns/structure/1.0}"

MAX_VISITS = 2000  # to files that other files include, some of them several times
_SCHEMA = Kind("schema", (f"{RNG}include", f"{RNG}externalRef"))


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
    trees = {name: part.root for name, part in gather(path, _SCHEMA).items()}
    for name, root in trees.items():
        if not str(root.tag).startswith(RNG):
            raise WrongUsage(f"{name} is no RELAX NG schema: its root element is {etree.QName(root).localname}.")
    return Schema(path, trees)
