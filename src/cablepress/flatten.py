"""A stylesheet file, and the modules it includes → one text that includes nothing.

Saxon need then open no file, and can be locked before it compiles the first stylesheet: each is compiled where it is
used. An included module is what stands in it (XSLT 3.0, 3.11); only what its outermost element says of the elements
inside, they must say themselves.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

XSL = "{http://www.w3.org/1999/XSL/Transform}"
# The attributes of an outermost element that hold for what is inside and may stand on any element (3.4), with what
# holds where there are none
_HABITS = {
    "xpath-default-namespace": "",
    "exclude-result-prefixes": "",
    "extension-element-prefixes": "",
    "expand-text": "no",
    "default-mode": "#unnamed",
}


def flattened(path: Path, module: Callable[[Path], etree._Element] | None = None) -> str:
    """Return the text of a stylesheet with every module in the place of its `xsl:include`; `module` reads one."""
    read = module or _read
    root = read(path)
    root[:] = list(_declarations(path, root, read))
    return etree.tostring(root, encoding="unicode")


def _declarations(path: Path, root: etree._Element, read: Callable[[Path], etree._Element]) -> Iterator[etree._Element]:
    for child in root.iterchildren("*"):
        if child.tag == f"{XSL}include":
            module = path.parent / unquote(child.get("href", "").strip())
            included = read(module)
            for declaration in _declarations(module, included, read):
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
