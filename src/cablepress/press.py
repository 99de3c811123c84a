"""One cable, in a worker process → its findings, its facts, its index card and its leaf; then its readings.

What crosses the border between processes is small and plain: bytes in, bytes and values out. What the pages consult
of the edition comes as a document, as bytes, and is parsed once for as long as it stays the same.
"""

from dataclasses import dataclass
from functools import lru_cache

from cablepress import check, render, saxon, watch
from cablepress.collation import collate
from cablepress.collation.difference import Comparison
from cablepress.document import Document
from cablepress.facts import Facts, facts
from cablepress.finding import Finding, errors
from cablepress.leaf import pack
from cablepress.parse import parse
from cablepress.source import Source


@dataclass(frozen=True, slots=True)
class Examination:
    """What one file says of itself: its findings; its facts if it could be parsed; its card and leaf if it is sound."""

    findings: tuple[Finding, ...]
    facts: Facts | None = None
    card: str | None = None
    leaf: bytes = b""  # packed


def examine(source: Source) -> Examination:
    """Check one file against the grammar and the rules within one document, and note what others will ask of it."""
    document = _document(source)
    if isinstance(document, tuple):
        return Examination((*document, *check.beyond(source)))
    findings = check.within(document)
    with watch.stage("index"):
        known = facts(document)
        if not document.is_cable or errors(findings):
            return Examination(findings, known)
        return Examination(findings, known, render.entry(document), pack(render.leaf(document)))


def wake() -> None:
    """Load and compile all that it takes to examine a file, so that the first need not wait for it."""
    examine(Source("awake.xml", "awake", b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><awake/></TEI>'))
    render.prepare("entry", "leaf")


def compare(source: Source, transcription: Source, edition: bytes) -> Comparison:
    """Collate one sound cable with its transcription."""
    with watch.stage("collate"):
        return collate.check(_sound(source), transcription, _edition(edition))


def read(source: Source, card: str, edition: bytes) -> render.Reading:
    """Render one sound cable, whose index card this is."""
    return render.read(source, card, _edition(edition))


def page(name: str, edition: bytes, **parameters: str) -> bytes:
    """Render one page of the whole edition."""
    with watch.stage("pages"):
        return render.page(name, _edition(edition), **parameters)


def download(fingerprint: str, edition: bytes) -> bytes:
    """Render the page that says how to cite and download an edition whose sources have this fingerprint."""
    return page("download", edition, fingerprint=fingerprint)


def printed(chapters: bytes, edition: bytes) -> bytes:
    """Render a page to print from the chapters that it is to hold."""
    with watch.stage("pages"):
        return render.printed(chapters, _edition(edition))


def book(identifier: str, fingerprint: str, edition: bytes) -> tuple[tuple[str, bytes], ...]:
    """Render what stands around the chapters of a book: files by their names."""
    with watch.stage("pages"):
        return render.book(_edition(edition), identifier, fingerprint)


@lru_cache(maxsize=2)
def _document(source: Source) -> Document | tuple[Finding, ...]:
    with watch.stage("parse"):
        return parse(source)


def _sound(source: Source) -> Document:
    document = _document(source)
    if isinstance(document, tuple):
        raise TypeError(f"{source.name} was examined and found unsound; it cannot be collated")
    return document


@lru_cache(maxsize=1)
def _edition(document: bytes) -> saxon.Tree:
    return saxon.tree(document)
