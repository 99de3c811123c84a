"""The facts of all documents of an edition → findings about the records of its authority file (X28)."""

from collections.abc import Iterator

from lxml import etree

from cablepress.document import TEI, XML_ID, Document
from cablepress.finding import Finding, Severity
from cablepress.rules.index import AUTHORITY, Index

_RECORDS = ("person", "personGrp", "org", "place")
_NOBODY = "person-unknown"


def check(edition: Index, *, is_complete: bool = True) -> Iterator[Finding]:
    """Find records that nothing points to, if all files could be read, and records that are about the same thing."""
    if not edition.has_authority:
        return
    authority = edition.reread(AUTHORITY)
    elements = authority.root.iter(*(f"{TEI}{name}" for name in _RECORDS))
    records = tuple(element for element in elements if element.get(XML_ID))
    if is_complete:
        yield from _unused(authority, (*records, *_markings(authority)), edition)
    yield from _double(authority, records)


def _markings(authority: Document) -> Iterator[etree._Element]:
    """List the markings themselves, not the kinds that hold them."""
    for category in authority.root.iter(f"{TEI}category"):
        if category.find(f"{TEI}category") is None and category.get(XML_ID):
            yield category


def _unused(authority: Document, records: tuple[etree._Element, ...], edition: Index) -> Iterator[Finding]:
    if not edition.cables:
        return
    used = {key.replace(":", "-", 1) for one in edition.facts.values() for key in one.keys}
    for record in records:
        name = record.get(XML_ID, "")
        if name not in used | {_NOBODY}:
            message = f"Nothing in the edition points to {name}."
            yield _doubt(authority, record, message, "Remove it, or tag its mentions.")


def _double(authority: Document, records: tuple[etree._Element, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    by_id = {record.get(XML_ID, ""): record for record in reversed(records)}
    for record in records:
        name = record.get(XML_ID, "")
        for known in _known_by(record):
            if (other := first.setdefault(known, name)) != name:
                message = f'{other} has the same {known[0]}, "{known[1]}".'
                yield _doubt(authority, record, message, "Keep one record if the two are one.", by_id[other])


def _known_by(record: etree._Element) -> Iterator[tuple[str, str]]:
    """List what tells a record apart: its display name, and its numbers in other authorities."""
    for child in record.iterchildren(f"{TEI}*"):
        text = " ".join("".join(child.itertext()).split())
        if text and child.get("type") == "display":
            yield "name", text
        elif text and child.tag == f"{TEI}idno":
            yield child.get("type", "identifier"), text


def _doubt(
    authority: Document, record: etree._Element, message: str, remedy: str, other: etree._Element | None = None
) -> Finding:
    related = () if other is None else (authority.related(other, XML_ID, "The other record."),)
    return authority.finding(
        "X28", message, record, attribute=XML_ID, severity=Severity.WARNING, remedy=remedy, related=related
    )
