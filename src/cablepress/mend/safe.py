"""The source of a TEI file → the same without the mistakes that can be mended without losing or inventing anything.

A misspelt name is mended if exactly one name is near that makes the grammar content; a paragraph's number, if the
paragraph prints another. That the words stay the same, and that less is found than before, is proved, not assumed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cablepress.check import within
from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.grammar import habits, sentences, verdict
from cablepress.grammar.derivative import attributes
from cablepress.grammar.spelling import distance
from cablepress.mend.suggest import Spot, Suggestion, renamed, spot, suggestion
from cablepress.parse import parse
from cablepress.recover.edits import Edit, disjoint, edited
from cablepress.source import Source

_BOM = b"\xef\xbb\xbf"
_NUMBER = "X19"
_NEAR, _SHORT = 2, 4  # slips in a name; letters up to which there may be only one
_MODEL = re.compile(r"<\?xml-model\s.*?\?>(?:\r\n?|\n)?", re.DOTALL)
_PROLOG = re.compile(r"(?:<\?xml\s.*?\?>)?(?:\r\n?|\n)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's bytes after mending, and what was done, in a few words each; nothing, if nothing could be."""

    data: bytes
    done: tuple[str, ...] = ()


def mended(source: Source, model: str = "") -> Mended:
    """Mend what can be mended safely; `model` are the lines that name the schema, for a file that has none."""
    document = parse(source)
    if not isinstance(document, Document):
        return Mended(source.data)
    renamed_too, done = _renamed(document)
    numbered, numbers = _numbered(renamed_too)
    if (done or numbers) and not _is_better(document, numbered):
        numbered, done, numbers = document, (), ()
    result, modelled = _modelled(numbered, model)
    return Mended(result.source.data, (*done, *numbers, *modelled)) if result is not document else Mended(source.data)


def _renamed(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Mend misspelt names, one after another, for as long as that helps."""
    done: list[str] = []
    seen: set[tuple[str, int, int]] = set()
    while True:
        found = verdict.check(document)
        due = next(
            (each for each in found if _is_name(each) and (each.message, each.line, each.column) not in seen), None
        )
        if due is None:
            return document, tuple(done)
        seen.add((due.message, due.line, due.column))
        best = _right_name(document, due, found)
        if best:
            document, title = best
            done.append(f"{due.line}:{due.column}: {title}")


def _is_name(finding: Finding) -> bool:
    """Whether a finding is about a name that the edition does not have."""
    return finding.message.endswith((" is not an element of this edition.", " in this edition."))


def _right_name(document: Document, due: Finding, found: tuple[Finding, ...]) -> tuple[Document, str] | None:
    """Find the one name that is near and right."""
    where = spot(document, due)
    if where is None:
        return None
    old = where.attribute or sentences.tag(where.element)
    tried = [(name, _tried(document, renamed(document, where, name))) for name in _near(where, old)]
    right = [(name, after) for name, after in tried if after and _is_right(verdict.check(after), due, found)]
    if len(right) != 1 or not _is_misspelt(old, right[0][0], is_element=not where.attribute):
        return None
    return right[0][1], f"{old} is {right[0][0]}"


def _is_misspelt(old: str, new: str, *, is_element: bool) -> bool:
    """Whether one name is the other with a slip or two; what comes from another vocabulary is no slip."""
    if new == f"xml:{old}":
        return True
    if is_element and (habits.hint(old) or habits.meant(old)):
        return False
    slips = distance(old.casefold(), new.casefold())
    return slips <= (_NEAR if len(old) > _SHORT else 1) and 2 * slips <= max(len(old), len(new))


def _is_right(after: tuple[Finding, ...], due: Finding, before: tuple[Finding, ...]) -> bool:
    """Whether a mistake is gone, and no other has come; those that followed from it may be gone, too."""
    known = {(each.code, each.message) for each in before}
    is_gone = len(after) < len(before)
    return is_gone and all((each.code, each.message) in known for each in after) and due not in after


def _near(where: Spot, old: str) -> Iterator[str]:
    """Name the elements, or the attributes of an element, that are spelt much like a name."""
    contents = verdict.grammar().contents
    if where.attribute:
        content = contents.get(str(where.element.tag))
        given = {name for name, _ in where.tag.attributes}
        names = {sentences.name(each.name) for each in attributes(content)} - given if content else set()
    else:
        names = {sentences.element_name(name) for name in contents}
    yield from sorted(
        name for name in names if name == f"xml:{old}" or distance(old.casefold(), name.casefold()) <= _NEAR
    )


def _tried(document: Document, change: Suggestion | None) -> Document | None:
    return _with(document, change.edits) if change else None


def _with(document: Document, edits: tuple[Edit, ...]) -> Document | None:
    """Change a document; every other byte of its file stays what it is."""
    data = edited(document.places.text, disjoint(edits)).encode()
    mark = _BOM if document.source.data.startswith(_BOM) else b""
    after = parse(Source(document.source.name, document.source.stem, mark + data))
    return after if isinstance(after, Document) else None


def _numbered(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Give paragraphs the numbers that they print."""
    due = [each for each in within(document) if each.code == _NUMBER and each.is_error]
    pairs = [(each, change) for each in due if (change := suggestion(document, each))]
    after = _with(document, tuple(edit for _, change in pairs for edit in change.edits)) if pairs else None
    if after is None:
        return document, ()
    return after, tuple(f"{each.line}:{each.column}: {change.title}" for each, change in pairs)


def _is_better(before: Document, after: Document) -> bool:
    """Prove that the words and all else but names and numbers are the same, and that less is found."""
    return _kept(before.root) == _kept(after.root) and len(within(after)) < len(within(before))


def _kept(root: etree._Element) -> tuple[object, ...]:
    """Gather what mending must leave as it is: all text where it stands, comments, values other than numbers."""
    parts: list[object] = []
    for node in root.iter():
        parts += [node.text, node.tail, isinstance(node.tag, str) or str(node)]
        if isinstance(node.tag, str):
            parts += [text for name, text in node.attrib.items() if name != "n"]
    return tuple(parts)


def _modelled(document: Document, model: str) -> tuple[Document, tuple[str, ...]]:
    """Name the schema, for editors that check while a file is written."""
    text = document.places.text
    if not model or _MODEL.search(text[: document.tag(document.root).start]):
        return document, ()
    prolog = _PROLOG.match(text)
    at = prolog.end() if prolog else 0
    ending = "\r\n" if "\r\n" in text else "\n"
    written = "".join(line + ending for line in model.splitlines())
    after = _with(document, (Edit(at, at, ("" if text[:at].endswith(("\n", "\r")) or not at else ending) + written),))
    return (after, ("1:1: xml-model is added",)) if after else (document, ())


def models(text: str) -> str:
    """Return the lines of a file that name its schema."""
    return "".join(match[0].rstrip() + "\n" for match in _MODEL.finditer(text.partition("<TEI")[0]))
