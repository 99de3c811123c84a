"""A datatype of XML Schema and a text → whether the text is of that type.

libxml2 decides, through a schema of one element, so that the explanation of a mistake can never disagree with the
verdict about types.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from lxml import etree

_RNG = "http://relaxng.org/ns/structure/1.0"
_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


@dataclass(frozen=True, slots=True)
class Datatype:
    """A type of XML Schema, and the parameters that narrow it."""

    name: str
    parameters: tuple[tuple[str, str], ...] = ()

    def accepts(self, text: str) -> bool:
        """Whether a text is of this type."""
        return _accepts(self, text)


@lru_cache(maxsize=4096)
def _accepts(datatype: Datatype, text: str) -> bool:
    probe = etree.Element("probe")
    probe.text = text
    return _schema(datatype).validate(probe)


@cache
def _schema(datatype: Datatype) -> etree.RelaxNG:
    probe = etree.Element(f"{{{_RNG}}}element", {"name": "probe", "datatypeLibrary": _XSD})
    data = etree.SubElement(probe, f"{{{_RNG}}}data", {"type": datatype.name})
    for name, text in datatype.parameters:
        etree.SubElement(data, f"{{{_RNG}}}param", {"name": name}).text = text
    return etree.RelaxNG(probe)
