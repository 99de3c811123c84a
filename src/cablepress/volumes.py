"""The chapters of an edition → the files that hold the edition as a whole: pages to print, a book, a zip file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import IO

from cablepress import press, printing
from cablepress.archive import pack
from cablepress.book import BOOK, Chapters, bind, identifier
from cablepress.printing import Part
from cablepress.publication import Bound, Made, Staged
from cablepress.publish.shelf import MANIFEST
from cablepress.publish.stage import manifest
from cablepress.punctual import punctual
from cablepress.validate import Validated
from cablepress.workers import Pool, Task

ARCHIVE = "edition.zip"
DOWNLOAD = "download.html"


@dataclass(frozen=True)
class Volumes:
    """What is known when all cables have been made: the edition, its chapters, what each cable was made from."""

    validated: Validated
    pool: Pool
    chapters: Chapters
    made_from: Mapping[str, str]  # by stem

    @property
    def parts(self) -> tuple[Part, ...]:
        """The pages to print."""
        return printing.parts(self.validated.edition.cards)

    def sources(self, part: Part) -> bytes:
        """Give what a page to print depends on."""
        said = (part.label, *(f"{other.name} {other.label} {len(other.stems)}" for other in part.others))
        return "\n".join((*said, *(self.made_from[stem] for stem in part.stems))).encode()

    def printed(self, due: list[Part]) -> Iterator[Made]:
        """Make pages to print."""
        tasks = (Task(part.name, (printing.page(part, self.chapters.each(part.stems)),)) for part in due)
        frame = self.validated.edition.frame()
        pages = self.pool.each("setting", press.printed, tasks, len(due), frame)
        for part, page in zip(due, pages, strict=True):
            yield Made(part.name, punctual(part.name, page))

    def download(self) -> Made:
        """Make the page that says how to cite and to take away the edition."""
        task = Task(DOWNLOAD, (self.validated.fingerprint,))
        (page,) = self.pool.each("assembling", press.download, (task,), 1, self.validated.edition.frame())
        return Made(DOWNLOAD, punctual(DOWNLOAD, page))

    def book(self) -> Bound:
        """Make what stands around the chapters, and bind them."""
        edition = self.validated.edition
        contents = edition.excerpt((card.kept("heading", counted=True) for card in edition.cards), ())
        task = Task(BOOK, (identifier(edition.about), self.validated.fingerprint), len(contents))
        (front,) = self.pool.each("binding", press.book, (task,), 1, contents)
        stems = tuple(card.stem for card in edition.cards)
        return Bound(BOOK, partial(_bound, punctual(BOOK, front), stems, self.chapters))


def archive(head: Mapping[str, str]) -> Bound:
    """Pack all files of an edition, and a manifest that lists them."""
    return Bound(ARCHIVE, partial(_packed, head))


def _bound(
    front: tuple[tuple[str, bytes], ...], stems: tuple[str, ...], chapters: Chapters, file: IO[bytes], _: Staged
) -> None:
    bind(file, front, stems, chapters)


def _packed(head: Mapping[str, str], file: IO[bytes], staged: Staged) -> None:
    listed = manifest(head, staged.digests)
    names = sorted((*staged.digests, MANIFEST))
    pack(file, ((name, listed if name == MANIFEST else staged.read(name)) for name in names))
