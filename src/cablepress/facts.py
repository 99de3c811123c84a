"""A document → what the rest of the edition has to know of it: small, plain, and kept from build to build.

Rules that join many files are decided on these facts. Only a file that breaks one is read again, to find the place.
"""

import re
from dataclasses import astuple, dataclass
from sys import intern
from typing import Any

from lxml import etree

from cablepress.document import CABLE_KINDS, TEI, XML_ID, Document

KEY = re.compile(r"(person|org|place|mark):([a-z][a-z0-9-]*)")
FILE = re.compile(r"(?:\./)?([^:/?#]+)\.xml(?:#(.*))?")
WEB = re.compile(r"(https?|mailto|urn|doi):", re.IGNORECASE)
_PART = re.compile(r"\(([0-9]{1,3})\s*(?:of|/)\s*([0-9]{1,3})\)")
_NUMBER = re.compile(r"\b(?:no\.?|number)\s*\d+", re.IGNORECASE)

# The attributes of the model whose values are pointers
_POINTING = frozenset(
    ("ana", "corresp", "facs", "hand", "ref", "resp", "sameAs", "scheme", "source", "target", "toWhom", "who", "wit")
)
_attributes = etree.XPath("//@*")
_ids = etree.XPath("//@xml:id", smart_strings=False)
_declared = etree.XPath("//t:prefixDef/@ident", namespaces={"t": TEI[1:-1]}, smart_strings=False)
_hands = etree.XPath("//t:respStmt/@xml:id", namespaces={"t": TEI[1:-1]}, smart_strings=False)
# Where a pointer names a hand, it must lead to the statement of what that hand did
HANDS = frozenset({"resp", "who"})


@dataclass(frozen=True, slots=True)
class Link:
    """A `ref` with which a telegram names another: from its header, or only from its text."""

    source: str
    target: str
    kind: str  # what the other telegram is to this one, such as prev or part
    subtype: str  # divided or separate, where it says so
    n: str
    path: str
    is_stated: bool  # by the header


@dataclass(frozen=True, slots=True)
class Title:
    """A title, or a title that a series is given: its type, its words, the path to it."""

    kind: str
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Part:
    """“(2 of 3)”, the path to the heading that says so, and what the parts of one telegram have in common."""

    number: int
    count: int
    path: str
    common: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What other files, and rules about all files, ask of one."""

    name: str  # the file's, as shown to the user
    stem: str
    kind: str
    identifier: str
    ids: str  # in document order, joined by spaces: one string weighs less than many
    keys: tuple[str, ...]  # such as person:gore, each once
    targets: tuple[str, ...]  # cable-2.xml#source-1, each once
    is_loose: bool  # whether a pointer leads nowhere, whatever other files hold
    titles: tuple[Title, ...]
    series: tuple[Title, ...]
    links: tuple[Link, ...]
    part: Part | None

    @property
    def is_cable(self) -> bool:
        """Whether this file is a telegram's: in full, described or withheld."""
        return self.kind in CABLE_KINDS

    @property
    def stated(self) -> tuple[Link, ...]:
        """The links in the telegram's header, in their order."""
        return tuple(link for link in self.links if link.is_stated)

    def packed(self) -> list[object]:
        """Give everything but the name as plain lists, for JSON."""
        return [list(each) if isinstance(each, tuple) else each for each in astuple(self)[1:]]


def unpacked(name: str, packed: Any) -> Facts:  # noqa: ANN401 - JSON has no types
    """Make facts again of what `Facts.packed` gave."""
    stem, kind, identifier, ids, keys, targets, is_loose, titles, series, links, part = packed
    return Facts(
        name=name,
        stem=stem,
        kind=kind,
        identifier=identifier,
        ids=ids,
        keys=tuple(map(intern, keys)),
        targets=tuple(targets),
        is_loose=is_loose,
        titles=tuple(Title(*each) for each in titles),
        series=tuple(Title(*each) for each in series),
        links=tuple(Link(*each) for each in links),
        part=Part(*part) if part else None,
    )


def facts(document: Document) -> Facts:
    """Go through a document once and note what others will ask."""
    keys, targets, is_loose = _pointers(document)
    return Facts(
        document.name,
        document.stem,
        document.kind,
        document.root.get(XML_ID, ""),
        " ".join(map(str, _found(_ids, document))),
        keys,
        targets,
        is_loose,
        _titles(document, "titleStmt") if document.stem == "edition" else (),
        _titles(document, "seriesStmt") if document.is_cable else (),
        (*_links(document, "teiHeader", f"//{TEI}correspContext"), *_links(document, "text", "/")),
        _part(document) if document.is_cable else None,
    )


def pointing(document: Document) -> list[Any]:
    """List the values of pointing attributes, in document order: to ask for all and choose takes half as long."""
    return [value for value in _found(_attributes, document) if value.attrname in _POINTING]


def path_to(element: etree._Element) -> str:
    """Return a path by which the element is found when its file is parsed again."""
    return element.getroottree().getpath(element)


def words(element: etree._Element | None) -> str:
    """Return the text of an element on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _found(xpath: etree.XPath, document: Document) -> list[Any]:
    found = xpath(document.root)
    return found if isinstance(found, list) else []


def _pointers(document: Document) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """List the keys and the files that a document points to; and say if a pointer is wrong in any edition."""
    tokens = {(value.attrname, token) for value in pointing(document) for token in value.split()}
    keys = {token for _, token in tokens if KEY.fullmatch(token)}
    files = {token for _, token in tokens - {each for each in tokens if each[1] in keys} if FILE.fullmatch(token)}
    own = {(attribute, token) for attribute, token in tokens if token.startswith("#")}
    adrift = any(
        attribute == "target" and token not in keys and token not in files and not WEB.match(token)
        for attribute, token in tokens - own
    )
    prefixes = {key.partition(":")[0] for key in keys}
    is_loose = adrift or not prefixes <= set(_found(_declared, document)) or _dangles(document, own)
    return tuple(map(intern, sorted(keys))), tuple(sorted(files)), is_loose


def _dangles(document: Document, own: set[tuple[str, str]]) -> bool:
    ids, hands = set(_found(_ids, document)), set(_found(_hands, document))
    return any(token[1:] not in (hands if attribute in HANDS else ids) for attribute, token in own)


def _titles(document: Document, statement: str) -> tuple[Title, ...]:
    found = document.root.iterfind(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}{statement}/{TEI}title")
    return tuple(Title(each.get("type", "main"), words(each), path_to(each)) for each in found)


def _links(document: Document, part: str, inside: str) -> tuple[Link, ...]:
    refs = document.root.iterfind(f"{TEI}{part}{inside}/{TEI}ref[@target]")
    pointed = ((ref, FILE.fullmatch(ref.get("target", "").strip())) for ref in refs)
    return tuple(_link(document, ref, file[1], part) for ref, file in pointed if file)


def _link(document: Document, ref: etree._Element, target: str, part: str) -> Link:
    kind, subtype, n = (ref.get(name, "") for name in ("type", "subtype", "n"))
    return Link(document.stem, target, kind, subtype, n, path_to(ref), part == "teiHeader")


def _part(document: Document) -> Part | None:
    """Read “(2 of 3)” as 2 and 3, from the cable's own head, else from the title of its record."""
    mains = (each for each in document.root.iterfind(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title"))
    title = next((each for each in reversed(list(mains)) if each.get("type", "main") == "main"), None)
    head = document.root.find(f"{TEI}text/{TEI}body/{TEI}div/{TEI}head")
    heading = title if head is None else head
    match = _PART.search(words(heading))
    if heading is None or match is None:
        return None
    common = _NUMBER.sub("", _PART.sub("", words(title))).casefold()
    return Part(int(match[1]), int(match[2]), path_to(heading), common)
