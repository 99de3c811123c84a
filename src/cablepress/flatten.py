"""A stylesheet file, and the modules it includes → one text that includes nothing.

Saxon need then open no file, and can be locked before it compiles the first stylesheet: each is compiled where it is
used. An included module is what stands in it (XSLT 3.0, 3.11); only what its outermost element says of the elements
inside, they must say themselves.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_XSL = "{http://www.w3.org/1999/XSL/Transform}"
# The attributes of an outermost element that hold for what is inside and may stand on any element (3.4), with what
# holds where there are none
_HABITS = {
    "xpath-default-namespace": "",
    "exclude-result-prefixes": "",
    "extension-element-prefixes": "",
    "expand-text": "no",
    "default-mode": "#unnamed",
}


_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def flattened(path: Path) -> str:
    """Return the text of a stylesheet with every module in the place of its `xsl:include`."""
    root = _read(path)
    root[:] = list(_declarations(path, root))
    root.set(_BASE, "file:///")  # else it is where we happen to work, which may be no address, and is nobody's business
    return etree.tostring(root, encoding="unicode")


def _declarations(path: Path, root: etree._Element) -> Iterator[etree._Element]:
    for child in root.iterchildren("*"):
        if child.tag == f"{_XSL}include":
            module = path.parent / child.get("href", "")
            included = _read(module)
            for declaration in _declarations(module, included):
                yield _told(declaration, included)
        else:
            yield child


def _told(declaration: etree._Element, root: etree._Element) -> etree._Element:
    """Give a declaration what it inherits. It is made anew, since one that moves forgets the prefixes of its XPaths."""
    told = etree.Element(declaration.tag, nsmap=declaration.nsmap)
    told.attrib.update({name: root.get(name, usual) for name, usual in _HABITS.items()})
    told.attrib.update(declaration.attrib)
    told.text = declaration.text
    told.extend(declaration)
    return told


def _read(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(path.read_bytes(), parser)
