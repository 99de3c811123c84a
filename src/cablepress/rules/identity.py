"""The facts of all documents of an edition → findings about their xml:ids (R22, X01, X02)."""

import re
from collections.abc import Iterator
from functools import partial

from cablepress.document import XML_ID, Document
from cablepress.edition import is_device, is_reserved
from cablepress.facts import Facts
from cablepress.finding import Finding
from cablepress.rules.index import Index, identified

_STEM = re.compile(r"[a-z][a-z0-9-]*")
_LONGEST = 100  # characters: with a suffix, what every file system can name, and people can read out
_ONLY_ONE = frozenset({"authority", "edition"})
# Every cable has these of its own: its editors, translator, reviewers, actions and sources
_LOCAL = re.compile(r"ed|tr|rv|ab|act-.*|source-.*")


def check(edition: Index) -> Iterator[Finding]:
    """Find files not named as their document is, and names given twice."""
    owners: dict[str, str] = {}
    for one in edition.facts.values():
        yield from _misnamed(edition, one)
        ids = one.ids.split()
        if len(set(ids)) < len(ids):
            yield from _repeated(edition.reread(one.stem))
        yield from _taken(edition, one, owners)


def _misnamed(edition: Index, one: Facts) -> Iterator[Finding]:
    """X01: the file's name is the document's address; a missing or malformed xml:id is the grammar's."""
    stem, identifier, blame = one.stem, one.identifier, partial(edition.finding, one.stem, "/*", "X01")
    if not _STEM.fullmatch(stem):
        remedy = "Rename it: small letters, digits and hyphens, beginning with a letter."
        yield blame(f"The file name {stem}.xml cannot be an address.", remedy=remedy)
    elif len(stem) > _LONGEST or is_device(stem):
        message = f"A file that is called {stem[:_LONGEST]} cannot be stored on every computer."
        yield blame(message, remedy=f"Give it another name, of at most {_LONGEST} letters, and its xml:id.")
    elif one.is_cable and is_reserved(stem):
        message = f"The edition has a page of its own that is called {stem}."
        yield blame(message, remedy="Give this file another name, and its xml:id.")
    elif one.kind in _ONLY_ONE and stem != one.kind:
        message = f"An edition has one file of type {one.kind}, and that is {one.kind}.xml."
        remedy = f"Move what it holds to {one.kind}.xml, or give it another type."
        yield blame(message, attribute="type", remedy=remedy)
    elif _STEM.fullmatch(identifier) and identifier != stem:
        message = f"The document calls itself {identifier}, but its file is {stem}.xml."
        yield blame(message, attribute=XML_ID, remedy=f'Write xml:id="{stem}", or rename the file.')


def _repeated(document: Document) -> Iterator[Finding]:
    """R22: an xml:id twice in one file."""
    first: dict[str, int] = {}
    named = identified(document)
    for ordinal, element in enumerate(named):
        name = element.get(XML_ID, "")
        if first.setdefault(name, ordinal) != ordinal:
            there = document.related(named[first[name]], XML_ID, "It is given here first.")
            message = f'xml:id="{name}" is already given in line {there.line}.'
            remedy = "Give each element a name of its own."
            yield document.finding("R22", message, element, attribute=XML_ID, remedy=remedy, related=(there,))


def _taken(edition: Index, one: Facts, owners: dict[str, str]) -> Iterator[Finding]:
    """X02: an xml:id that another file has. That of a document is compared with its file's name instead."""
    own = one.ids.split()[bool(one.identifier) :]
    shared = {name for name in own if not _LOCAL.fullmatch(name) and owners.setdefault(name, one.stem) != one.stem}
    if not shared:
        return
    document = edition.reread(one.stem)
    for element in identified(document):
        name = element.get(XML_ID, "")
        if name in shared and element is not document.root:
            message = f'xml:id="{name}" is already given in {owners[name]}.xml.'
            remedy = "Begin it with something that only this file has, such as the telegram's number."
            there = edition.named(owners[name], name, "It is given here first.")
            yield document.finding("X02", message, element, attribute=XML_ID, remedy=remedy, related=there)
