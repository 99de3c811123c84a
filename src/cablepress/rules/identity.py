"""All documents of an edition → findings about their xml:ids (R22, X01, X02)."""

import re
from collections.abc import Iterator

from cablepress.document import XML_ID, Document
from cablepress.edition import RESERVED
from cablepress.finding import Finding
from cablepress.rules.index import Index, identified

_STEM = re.compile(r"[a-z][a-z0-9-]*")
_ONLY_ONE = frozenset({"authority", "edition"})
# Every cable has these of its own: its editors, translator, reviewers, actions and sources
_LOCAL = re.compile(r"ed|tr|rv|ab|act-.*|source-.*")


def check(index: Index) -> Iterator[Finding]:
    """Find files not named as their document is, and names given twice."""
    owners: dict[str, Document] = {}
    for document in index.documents.values():
        yield from _misnamed(document)
        yield from _repeated(document)
        yield from _taken(document, owners)


def _misnamed(document: Document) -> Iterator[Finding]:
    """X01: the file's name is the document's address; a missing or malformed xml:id is the grammar's."""
    identifier = document.root.get(XML_ID, "")
    if not _STEM.fullmatch(document.stem):
        remedy = "Rename it: small letters, digits and hyphens, beginning with a letter."
        message = f"The file name {document.stem}.xml cannot be an address."
        yield document.finding("X01", message, document.root, remedy=remedy)
    elif document.is_cable and document.stem in RESERVED:
        message = f"The edition has a page of its own that is called {document.stem}."
        yield document.finding("X01", message, document.root, remedy="Give this file another name, and its xml:id.")
    elif document.kind in _ONLY_ONE and document.stem != document.kind:
        message = f"An edition has one file of type {document.kind}, and that is {document.kind}.xml."
        remedy = f"Move what it holds to {document.kind}.xml, or give it another type."
        yield document.finding("X01", message, document.root, attribute="type", remedy=remedy)
    elif _STEM.fullmatch(identifier) and identifier != document.stem:
        message = f"The document calls itself {identifier}, but its file is {document.stem}.xml."
        remedy = f'Write xml:id="{document.stem}", or rename the file.'
        yield document.finding("X01", message, document.root, attribute=XML_ID, remedy=remedy)


def _repeated(document: Document) -> Iterator[Finding]:
    """R22: an xml:id twice in one file."""
    first: dict[str, int] = {}
    named = identified(document)
    for ordinal, element in enumerate(named):
        name = element.get(XML_ID, "")
        if first.setdefault(name, ordinal) != ordinal:
            line = document.place(named[first[name]], XML_ID).line
            message = f'xml:id="{name}" is already given in line {line}.'
            remedy = "Give each element a name of its own."
            yield document.finding("R22", message, element, attribute=XML_ID, remedy=remedy)


def _taken(document: Document, owners: dict[str, Document]) -> Iterator[Finding]:
    """X02: an xml:id that another file has. That of a document is compared with its file's name instead."""
    for element in identified(document):
        name = element.get(XML_ID, "")
        if element is document.root or _LOCAL.fullmatch(name):
            continue
        owner = owners.setdefault(name, document)
        if owner is not document:
            message = f'xml:id="{name}" is already given in {owner.stem}.xml.'
            remedy = "Begin it with something that only this file has, such as the telegram's number."
            yield document.finding("X02", message, element, attribute=XML_ID, remedy=remedy)
