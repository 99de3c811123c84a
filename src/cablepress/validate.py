"""A corpus → everything that was found in it, and what a build needs next."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cablepress import check, press
from cablepress.cascade import told_once
from cablepress.corpus import Corpus
from cablepress.document import Document, Source
from cablepress.edition import edition_document
from cablepress.finding import Finding, errors
from cablepress.parse import parse
from cablepress.workers import Pool


@dataclass(frozen=True, slots=True)
class Validated:
    """A corpus that was checked: its cables that can be rendered, the edition they form, all findings in order."""

    corpus: Corpus
    cables: tuple[Source, ...]
    edition: bytes
    findings: tuple[Finding, ...]


def validate(corpus: Corpus, pool: Pool) -> Validated:
    """Check every file of a corpus, alone and together, and collate the cables that have a transcription."""
    examined = pool.each("checking", press.examine, corpus.sources)
    documents = tuple(document for document in map(parse, corpus.sources) if isinstance(document, Document))
    cables = tuple(source for source, one in zip(corpus.sources, examined, strict=True) if one.entry)
    edition = edition_document(documents, (one.entry for one in examined if one.entry))
    unread = _unread(corpus, documents)
    unsound = bool(unread) or any(errors(one.findings) for one in examined)
    found = (
        *corpus.findings,
        *(finding for one in examined for finding in one.findings),
        *check.across(documents, unread),
        *_orphans(corpus, unread | {one.stem for one in documents if one.kind != one.stem}),
        *_collated(corpus, cables, edition, pool, unsound=unsound),
    )
    return Validated(corpus, cables, edition, told_once(found))


@contextmanager
def lent(edition: bytes) -> Iterator[Path]:
    """Lend the edition's document to the worker processes, as a file."""
    with TemporaryDirectory(prefix="cablepress-") as folder:
        path = Path(folder) / "edition.xml"
        path.write_bytes(edition)
        yield path


def _unread(corpus: Corpus, documents: tuple[Document, ...]) -> frozenset[str]:
    """Name the files that are there, but are no documents: the unparsable, and those that could not be read at all."""
    refused = (Path(finding.path) for finding in errors(corpus.findings))
    stems = {path.stem for path in refused if path.parent == corpus.folder} | {one.stem for one in corpus.sources}
    return frozenset(stems) - {document.stem for document in documents}


def _collated(
    corpus: Corpus, cables: tuple[Source, ...], edition: bytes, pool: Pool, *, unsound: bool
) -> Iterator[Finding]:
    pages = {page.stem: page for page in corpus.transcriptions}
    paired = tuple(cable for cable in cables if cable.stem in pages)
    with lent(edition) as path:
        given = (tuple(pages[cable.stem] for cable in paired), (path,) * len(paired))
        collated = pool.each("collating", press.compare, paired, *given)
    # A page also tells of other telegrams: what it says of one with errors is not yet accounted for, and no mistake.
    known = {source.name for source in corpus.sources} if unsound else None
    yield from (one for findings in collated for one in findings if known is None or one.path in known)


def _orphans(corpus: Corpus, stems: frozenset[str]) -> Iterator[Finding]:
    """X30: a page that no telegram is encoded from; `stems` are those of the files that are, or may be, telegrams."""
    for page in corpus.transcriptions:
        if page.stem not in stems:
            message = f"No file {page.stem}.xml is encoded from this transcription."
            yield Finding(page.name, 0, 0, "X30", message, "Name the two alike, or remove the transcription.")
