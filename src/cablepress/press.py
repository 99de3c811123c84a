"""One cable, in a worker process → its findings, its facts and its index card; then its readings.

What crosses the border between processes is small and plain: bytes in, bytes and values out. What the pages consult
of the edition comes as a document, as bytes, and is parsed once for as long as it stays the same.
"""

from dataclasses import dataclass
from functools import lru_cache

from cablepress import check, render, saxon, watch
from cablepress.collation import collate
from cablepress.document import Document
from cablepress.facts import Facts, facts
from cablepress.finding import Finding, errors
from cablepress.parse import parse
from cablepress.source import Source


@dataclass(frozen=True, slots=True)
class Examination:
    """What one file says of itself: its findings, its facts if it could be parsed, its card if it is a sound cable."""

    findings: tuple[Finding, ...]
    facts: Facts | None = None
    card: str | None = None


def examine(source: Source) -> Examination:
    """Check one file against the grammar and the rules within one document, and note what others will ask of it."""
    document = _document(source)
    if isinstance(document, tuple):
        return Examination((*document, *check.beyond(source)))
    findings = check.within(document)
    with watch.stage("index"):
        is_listed = document.is_cable and not errors(findings)
        return Examination(findings, facts(document), render.entry(document) if is_listed else None)


def compare(source: Source, transcription: Source, edition: bytes) -> tuple[Finding, ...]:
    """Collate one sound cable with its transcription."""
    with watch.stage("collate"):
        return collate.check(_sound(source), transcription, _edition(edition))


def read(source: Source, card: str, edition: bytes) -> render.Reading:
    """Render one sound cable, whose index card this is."""
    return render.read(source, card, _edition(edition))


def page(name: str, edition: bytes) -> bytes:
    """Render one page of the whole edition."""
    with watch.stage("pages"):
        return render.page(name, _edition(edition))


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
