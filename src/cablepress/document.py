"""The TEI tree that a file holds → a value that knows its own places."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from cablepress.finding import Finding, Place, Related, Severity
from cablepress.places import Places, Tag
from cablepress.source import Source

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
CABLE_KINDS = frozenset({"cable", "withheld", "stub"})

_STEP = re.compile(r"/(@?)(?:Q\{([^}]*)\})?([^/\[@{}]+)(?:\[(\d+)\])?")


@dataclass(frozen=True)
class Document:
    """A well-formed TEI file: its tree, and the place of everything in it."""

    source: Source
    root: etree._Element
    places: Places

    @property
    def name(self) -> str:
        """The file's name as shown to the user."""
        return self.source.name

    @property
    def stem(self) -> str:
        """The file's name without folder and extension: its address in the edition."""
        return self.source.stem

    @property
    def kind(self) -> str:
        """TEI/@type: cable, withheld, stub, authority or edition; empty if there is none."""
        return self.root.get("type", "")

    @property
    def is_cable(self) -> bool:
        """Whether this file is a telegram's: in full, described or withheld."""
        return self.kind in CABLE_KINDS

    @cached_property
    def elements(self) -> tuple[etree._Element, ...]:
        """All elements in document order. Kept, since lxml's proxies are only stable while somebody holds them."""
        return tuple(self.root.iter("{*}*"))

    @cached_property
    def _ordinals(self) -> dict[etree._Element, int]:
        return {element: ordinal for ordinal, element in enumerate(self.elements)}

    def place(self, element: etree._Element, attribute: str | None = None) -> Place:
        """Return where an element's start tag begins, or where the name of one of its attributes does."""
        ordinal = self._ordinals[element]
        return self.places.of_attribute(ordinal, attribute) if attribute else self.places.of_element(ordinal)

    def tag(self, element: etree._Element) -> Tag:
        """Return an element's start tag."""
        return self.places.tags[self._ordinals[element]]

    @cached_property
    def _children(self) -> dict[tuple[etree._Element, str], tuple[etree._Element, ...]]:
        """Children by parent and name, as far as a path has led through them: to count them each time takes long."""
        return {}

    def at(self, path: str) -> tuple[etree._Element, str | None]:
        """Find what an XPath 3.1 `path()` names: an element, and its attribute if the path ends in one.

        A step to a text node, comment or processing instruction stops at the element that holds it.
        """
        element, steps = self.root, _STEP.findall(path)
        for attribute, namespace, local, number in steps[1:]:
            name = f"{{{namespace}}}{local}" if namespace else local
            if attribute:
                return element, name
            if not number or local.endswith(")"):
                break
            element = self._named(element, name)[int(number) - 1]
        return element, None

    def _named(self, parent: etree._Element, name: str) -> tuple[etree._Element, ...]:
        if (parent, name) not in self._children:
            self._children[parent, name] = tuple(parent.iterchildren(name))
        return self._children[parent, name]

    def finding(  # noqa: PLR0913 - a finding has this many parts
        self,
        code: str,
        message: str,
        element: etree._Element,
        *,
        attribute: str | None = None,
        severity: Severity = Severity.ERROR,
        remedy: str = "",
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """Make a finding about an element, or about one of its attributes, at its place in the file."""
        place = self.place(element, attribute)
        return Finding(self.name, place.line, place.column, code, message, remedy, severity, related)

    def related(self, element: etree._Element, attribute: str | None, message: str) -> Related:
        """Make a place that a finding refers to, in this file, and say what is there."""
        place = self.place(element, attribute)
        return Related(self.name, place.line, place.column, message)
