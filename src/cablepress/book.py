"""The chapters of an edition, and the pages around them → an EPUB 3.

EPUB 3.3, Open Container Format: the media type stands first and is not compressed, so that the first bytes tell.
"""

from collections.abc import Iterable, Iterator
from typing import IO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZipFile

from lxml import etree

from cablepress.archive import pack
from cablepress.document import TEI
from cablepress.facts import words
from cablepress.publish.shelf import Shelf
from cablepress.resources import folder
from cablepress.spool import Spool

BOOK = "edition.epub"
_FOLDER = "EPUB"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


class Chapters:
    """The cables as chapters: those just made, put aside; those that are as they were, in the book as it was."""

    def __init__(self, spool: Spool, shelf: Shelf) -> None:
        """Begin with the book that lies on the shelf, if it is as an edition left it."""
        self._spool = spool
        self._shelf = shelf

    @property
    def are_kept(self) -> bool:
        """Whether the chapters of the last edition can be taken up again."""
        return BOOK in self._shelf.printed

    def put(self, stem: str, chapter: bytes) -> None:
        """Put a new chapter aside."""
        self._spool.put(stem, chapter)

    def get(self, stem: str) -> bytes:
        """Take a chapter, new or old."""
        return next(self.each((stem,)))

    def each(self, stems: Iterable[str]) -> Iterator[bytes]:
        """Take chapters one by one."""
        old: ZipFile | None = None
        try:
            for stem in stems:
                if stem in self._spool:
                    yield self._spool.get(stem)
                else:
                    old = old or ZipFile(self._shelf.out / BOOK)
                    yield old.read(f"{_FOLDER}/{stem}.xhtml")
        finally:
            if old is not None:
                old.close()


def bind(file: IO[bytes], front: Iterable[tuple[str, bytes]], stems: tuple[str, ...], chapters: Chapters) -> None:
    """Write the book. Raises OSError if the disk fails."""
    pack(file, _entries(front, stems, chapters))


def identifier(about: str) -> str:
    """Name the book of an edition: by a UUID made of its title and of whoever answers for it, so that it lasts."""
    root = etree.fromstring(about) if about else None
    head = f"{TEI}teiHeader/{TEI}fileDesc"
    said = ("titleStmt", "title"), ("publicationStmt", "authority")
    parts = [] if root is None else [words(root.find(f"{head}/{TEI}{part}/{TEI}{name}")) for part, name in said]
    return uuid5(NAMESPACE_URL, "\n".join(parts)).urn


def _entries(
    front: Iterable[tuple[str, bytes]], stems: tuple[str, ...], chapters: Chapters
) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", b"application/epub+zip"
    yield "META-INF/container.xml", _CONTAINER.encode()
    yield from ((f"{_FOLDER}/{name}", data) for name, data in front)
    yield f"{_FOLDER}/book.css", (folder("xslt") / "modules" / "book" / "book.css").read_bytes()
    for stem, chapter in zip(stems, chapters.each(stems), strict=True):
        yield f"{_FOLDER}/{stem}.xhtml", chapter
