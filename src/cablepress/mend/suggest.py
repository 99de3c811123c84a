"""A finding and the document that it is about → the change to the file that its remedy means, if that is one.

What a remedy says to an editor is what is done: a suggestion never knows more than the sentence.
"""

import re
from dataclasses import dataclass

from lxml import etree

from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.grammar import sentences
from cablepress.places import Tag, pieces
from cablepress.recover.edits import Edit, MovedPlaces, disjoint, edited
from cablepress.source import Source

_MEANT = re.compile(r'Did you mean (?:"(?P<value>[^"]+)"|<?(?P<name>[^\s"<>]+?)>?)\?')
_WRITE = re.compile(r'^(?:Write|Add) (?P<attribute>[\w:]+)="(?P<value>[^"…]*)"')
_TOKEN = re.compile(r'="(?P<token>[^"]+)"|xml:id "(?P<id>[^"]+)"')


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do about a finding, in a few words; what it changes; whether that is a misspelt name and nothing else."""

    title: str
    edits: tuple[Edit, ...]
    is_renaming: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding is: the element, its start tag, and the attribute, if it is about one."""

    element: etree._Element
    tag: Tag
    attribute: str = ""
    name_start: int = 0


def spot(document: Document, finding: Finding) -> Spot | None:
    """Find the tag, and perhaps the attribute, that a finding points at; None if it points at something else."""
    at = (finding.line, finding.column)
    for element in document.elements:
        tag = document.tag(element)
        for written, offset in (("", tag.start), *tag.attributes):
            place = document.places.place(offset)
            if (place.line, place.column) == at:
                return Spot(element, tag, written, offset)
    return None


def suggestion(document: Document, finding: Finding) -> Suggestion | None:
    """Turn a remedy into edits; None if it leaves a choice to the editor."""
    meant, written = _MEANT.search(finding.remedy), _WRITE.match(finding.remedy)
    where = spot(document, finding) if meant or written else None
    if where is None:
        return None
    if written:
        return _set(document, where, written["attribute"], written["value"])
    if meant and meant["value"]:
        return _replaced(document, where, "", meant["value"])
    name = meant["name"] if meant else ""
    return _named(document, where, finding, name)


def understood(document: Document, found: tuple[Finding, ...]) -> Document:
    """Read a document with misspelt names as they were probably meant, so that no rule misses what is there."""
    changes = (suggestion(document, each) for each in found if each.remedy.startswith("Did you mean"))
    edits = disjoint(edit for change in changes if change and change.is_renaming for edit in change.edits)
    if not edits:
        return document
    text = edited(document.places.text, edits)
    source = Source(document.source.name, document.source.stem, text.encode())
    try:
        root = etree.fromstring(source.data, etree.XMLParser(resolve_entities=False, collect_ids=False))
    except etree.XMLSyntaxError:
        return document
    return Document(source, root, MovedPlaces(text, document.places, edits))


def _named(document: Document, where: Spot, finding: Finding, name: str) -> Suggestion | None:
    """Rename an element or an attribute; or replace a pointer in the value of one."""
    if not where.attribute:
        return renamed(document, where, name)
    if f"attribute {where.attribute} in this edition" in finding.message:
        return renamed(document, where, name)
    token = _TOKEN.search(finding.message)
    if token is None:
        return None
    wrong = token["token"] or f"#{token['id']}"
    return _replaced(document, where, wrong, name)


def renamed(document: Document, where: Spot, name: str) -> Suggestion | None:
    """Give an element another name, in its start tag and its end tag; or an attribute."""
    text = document.places.text
    old = where.attribute or sentences.tag(where.element).partition(" ")[0]
    begin = where.name_start if where.attribute else where.tag.start + 1
    if not text.startswith(old, begin):
        return None  # it has a prefix
    edits = [Edit(begin, begin + len(old), name)]
    if not where.attribute and (end := end_name(text, where.tag)):
        edits.append(Edit(end, end + len(old), name))
    kind = "attribute" if where.attribute else "element"
    return Suggestion(f"Change the {kind} {old} to {name}", tuple(edits), is_renaming=True)


def end_name(text: str, tag: Tag) -> int:
    """Find where the name in the end tag of an element begins; 0 if it has none."""
    if text.startswith("/>", tag.end - 2):
        return 0
    depth = 0
    for piece in pieces(text, tag.end):
        if piece.lastgroup == "end":
            if depth == 0:
                return piece.start() + 2
            depth -= 1
        elif piece.lastgroup == "start" and not piece[0].endswith("/>"):
            depth += 1
    return 0


def _value(document: Document, where: Spot, attribute: str) -> tuple[int, int] | None:
    """Find where the value of an attribute begins and ends, within its quotes."""
    offset = next((start for name, start in where.tag.attributes if name == attribute), None)
    text = document.places.text
    match = None if offset is None else re.compile(r"[^\s=]+\s*=\s*([\"'])(.*?)\1", re.DOTALL).match(text, offset)
    return match.span(2) if match else None


def _replaced(document: Document, where: Spot, wrong: str, right: str) -> Suggestion | None:
    """Replace a value, or one word of it."""
    span = _value(document, where, where.attribute)
    if span is None:
        return None
    start, end = span
    if wrong:
        word = re.compile(rf"(?<!\S){re.escape(wrong)}(?!\S)").search(document.places.text[start:end])
        if word is None:
            return None
        start, end = start + word.start(), start + word.end()
    return Suggestion(f"Change {document.places.text[start:end]} to {right}", (Edit(start, end, right),))


def _set(document: Document, where: Spot, attribute: str, value: str) -> Suggestion:
    """Give an attribute a value, whether it is there or not."""
    span = _value(document, where, attribute)
    title = f'Write {attribute}="{value}"'
    if span:
        return Suggestion(title, (Edit(*span, value),))
    name = re.compile(r"<[^\s/>]+").match(document.places.text, where.tag.start)
    end = name.end() if name else where.tag.start + 1
    return Suggestion(title, (Edit(end, end, f' {attribute}="{value}"'),))
