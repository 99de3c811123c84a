"""One cable, in a worker process → its findings and its index card; then its readings.

What crosses the border between processes is small and plain: bytes in, bytes and findings out. The document of the
whole edition lies in a file, which each worker reads once.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cablepress import check, render, saxon
from cablepress.collation import collate
from cablepress.document import Document, Source
from cablepress.finding import Finding, errors
from cablepress.parse import parse


@dataclass(frozen=True, slots=True)
class Examination:
    """What one file says of itself: its findings, and its index card if it is a cable without errors."""

    findings: tuple[Finding, ...]
    entry: str | None


def examine(source: Source) -> Examination:
    """Check one file against the grammar and the rules within one document."""
    document = _document(source)
    if isinstance(document, tuple):
        return Examination(document, None)
    findings = check.within(document)
    is_listed = document.is_cable and not errors(findings)
    return Examination(findings, render.entry(document) if is_listed else None)


def compare(source: Source, transcription: Source, edition: Path) -> tuple[Finding, ...]:
    """Collate one sound cable with its transcription."""
    return collate.check(_sound(source), transcription, _edition(edition))


def read(source: Source, edition: Path) -> render.Reading:
    """Render one sound cable."""
    return render.read(_sound(source), _edition(edition))


def page(name: str, edition: Path) -> bytes:
    """Render one page of the whole edition."""
    return render.page(name, _edition(edition))


@lru_cache(maxsize=8)
def _document(source: Source) -> Document | tuple[Finding, ...]:
    return parse(source)


def _sound(source: Source) -> Document:
    document = _document(source)
    if isinstance(document, tuple):
        raise TypeError(f"{source.name} was examined and found unsound; it cannot be rendered")
    return document


@lru_cache(maxsize=1)
def _edition(path: Path) -> saxon.Tree:
    return saxon.tree(path.read_bytes())
