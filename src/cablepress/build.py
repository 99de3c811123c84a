"""A validated corpus, and what the output folder holds → the files of its edition, those kept and those made anew."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from cablepress import __version__, press, watch
from cablepress.book import BOOK, Chapters
from cablepress.corpus import same_again
from cablepress.errors import Refused, WrongUsage
from cablepress.finding import errors
from cablepress.further import Further, rendered
from cablepress.known import Known, late
from cablepress.pages import sheets
from cablepress.publication import Bound, Kept, Made
from cablepress.publish.shelf import Shelf
from cablepress.punctual import punctual
from cablepress.render import Reading
from cablepress.resources import folder
from cablepress.search.making import index
from cablepress.sheet import Sheet
from cablepress.spool import Spool
from cablepress.validate import Validated
from cablepress.volumes import ARCHIVE, DOWNLOAD, Volumes, archive
from cablepress.workers import Late, Pool, Task

_READINGS = {"html": "html", "txt": "text", "bib": "bib", "ris": "ris", "json": "csl"}  # by the ends of their names
_ALL_AT_ONCE = 50  # cables; for fewer, each is sent what it consults, rather than all the edition to each worker


@dataclass(frozen=True)
class Build:
    """The making of an edition: what is known before the first page is made."""

    validated: Validated
    pool: Pool
    shelf: Shelf
    preview: str = ""  # the stem of the one cable that a partial edition is for
    further: tuple[Further, ...] = ()  # stylesheets of the edition's own
    keys: dict[str, str] = field(default_factory=dict)  # what each file was made from, noted as it is made

    @property
    def head(self) -> dict[str, str]:
        """Say what made the edition, and of which sources."""
        kind = {"preview": self.preview} if self.preview else {}
        own = {"stylesheets": self._stylesheets} if self.further else {}
        return {"generator": f"cablepress {__version__}", **kind, **own, "fingerprint": self.validated.fingerprint}

    @property
    def _stylesheets(self) -> str:
        return ", ".join(sorted(each.identity for each in self.further))

    def files(self) -> Iterator[Made | Kept | Bound]:
        """Make every file of the edition but the manifest; what lies in the output folder as it should, is kept."""
        with Spool() as spool:
            chapters = Chapters(spool, self.shelf)
            yield from self._cables(chapters)
            for sheet in self.further:
                yield from self._further(sheet)
            yield from self._pages()
            yield from self._search()
            yield from _assets(folder("xslt") / "assets")
            yield from self._volumes(chapters)

    def _cables(self, chapters: Chapters) -> Iterator[Made | Kept]:
        due = []
        for cable in self.validated.cables:
            if (kept := self._kept(cable)) and chapters.are_kept:
                yield from kept
            else:
                due.append(cable)
        shared = (self.validated.edition.shared(),) if len(due) >= _ALL_AT_ONCE else ()
        sent: deque[tuple[Known, bytes]] = deque()
        tasks = (self._task(cable, sent, is_alone=not shared) for cable in due)
        for reading in self.pool.each("rendering", press.read, tasks, len(due), *shared):
            cable, data = sent.popleft()
            made = _in_time(cable, reading)
            chapters.put(cable.file.stem, made.chapter)
            yield from _made(cable, made, data)

    def _kept(self, cable: Known) -> tuple[Kept, ...]:
        """Return the files of a cable, if all that they were made from is as it was; note what that is."""
        stem, printed = cable.file.stem, self.shelf.printed
        key = self._key(cable.digest.encode(), self._card(cable).encode(), self.validated.edition.around(cable.facts))
        wanted = {**{f"{stem}.{end}": key for end in _READINGS}, f"{stem}.xml": cable.digest}
        self.keys.update(wanted)
        if any(name not in printed or printed[name].key != wanted[name] for name in wanted):
            return ()
        return tuple(Kept(name, printed[name].digest) for name in wanted)

    def _key(self, *parts: bytes) -> str:
        found = sha256(self.validated.memory.tools.encode())
        for part in parts:
            found.update(len(part).to_bytes(8) + part)
        return found.hexdigest()

    def _card(self, cable: Known) -> str:
        return self.validated.edition.card(cable.file.stem).full

    def _task(self, cable: Known, sent: deque[tuple[Known, bytes]], *, is_alone: bool) -> Task:
        source = same_again(cable.file, cable.digest)
        sent.append((cable, source.data))
        around = (self.validated.edition.around(cable.facts),) if is_alone else ()
        return Task(source.name, (source, self._card(cable), *around), len(source.data))

    def _further(self, sheet: Further) -> Iterator[Made | Kept]:
        due: list[tuple[str, Known]] = []
        for cable in self.validated.cables:
            name = f"{cable.file.stem}.{sheet.ending}"
            if self._is_kept(name, self._key(cable.digest.encode(), sheet.identity.encode())):
                yield Kept(name, self.shelf.printed[name].digest)
            else:
                due.append((name, cable))
        tasks = (sheet.task(same_again(cable.file, cable.digest)) for _, cable in due)
        for (name, cable), made in zip(due, self.pool.each("rendering", rendered, tasks, len(due)), strict=True):
            yield Made(name, sheet.usable(made, cable.file.name))

    def _pages(self) -> Iterator[Made | Kept]:
        due: list[Sheet] = []
        for sheet in sheets(self.validated.edition):
            if self._is_kept(sheet.name, self._key(sheet.stylesheet.encode(), sheet.document())):
                yield Kept(sheet.name, self.shelf.printed[sheet.name].digest)
            else:
                due.append(sheet)
        pages = self.pool.each("assembling", press.page, map(_page_task, due), len(due))
        for sheet, page in zip(due, pages, strict=True):
            yield Made(sheet.name, punctual(sheet.name, page))

    def _search(self) -> Iterator[Made | Kept]:
        edition, tools = self.validated.edition, self.validated.memory.tools
        with watch.stage("search"):
            made = tuple(index(edition, tools, self.shelf.printed, self.keys, self._people))
        yield from made

    def _people(self, document: bytes) -> bytes:
        task = Task("search/people.js", ("people", document), len(document))
        (people,) = self.pool.each("assembling", press.page, (task,), 1)
        return punctual("search/people.js", people)

    def _volumes(self, chapters: Chapters) -> Iterator[Made | Kept | Bound]:
        """Make what holds the edition as a whole: anew if any source is new; a page to print, if what it prints is."""
        made_from = {cable.file.stem: self.keys[f"{cable.file.stem}.html"] for cable in self.validated.cables}
        volumes = Volumes(self.validated, self.pool, chapters, made_from)
        frame, fingerprint = self.validated.edition.frame(), self.validated.fingerprint
        keys = {part.name: self._key(frame, volumes.sources(part)) for part in volumes.parts}
        whole = (frame, fingerprint.encode(), self._stylesheets.encode())
        keys |= {name: self._key(name.encode(), *whole) for name in (DOWNLOAD, BOOK, ARCHIVE)}
        kept = [name for name, key in keys.items() if self._is_kept(name, key)]
        yield from (Kept(name, self.shelf.printed[name].digest) for name in kept if name != ARCHIVE)
        yield from volumes.printed([part for part in volumes.parts if part.name not in kept])
        if DOWNLOAD not in kept:
            yield volumes.download()
        if BOOK not in kept:
            yield volumes.book()
        # Last, for it holds all others
        yield Kept(ARCHIVE, self.shelf.printed[ARCHIVE].digest) if ARCHIVE in kept else archive(self.head)

    def _is_kept(self, name: str, key: str) -> bool:
        """Whether a file lies in the output folder as it was made from the same; note what it is made from."""
        self.keys[name] = key
        printed = self.shelf.printed
        return name in printed and printed[name].key == key


def narrow(validated: Validated, cable: str) -> Validated:
    """Keep one cable, named by its stem or its file: its entry in the edition, and the findings in its own file.

    Raises WrongUsage if the corpus has no such file.
    """
    stem = Path(cable).name.removesuffix(".xml")
    file = next((each for each in validated.corpus.files if each.stem == stem), None)
    if file is None:
        raise WrongUsage(f"{validated.corpus.folder}: there is no cable {stem or cable} in this folder.")
    own = tuple(finding for finding in validated.findings if finding.path == file.name)
    cables = tuple(each for each in validated.cables if each.file.stem == stem)
    if not cables:
        if not errors(own):
            raise WrongUsage(f"{file.name} is not a cable.")
        return replace(validated, cables=(), findings=own)
    return replace(validated, cables=cables, edition=validated.edition.only(stem), findings=own)


def _in_time(cable: Known, reading: Reading | Late) -> Reading:
    if isinstance(reading, Late):
        finding = late(cable.file.name, "Rendering", reading.seconds)
        raise Refused(f"{finding.path}: {finding.severity} {finding.code} {finding.sentence} Nothing was published.")
    return reading


def _made(cable: Known, reading: Reading, data: bytes) -> Iterator[Made]:
    yield from (Made(f"{cable.file.stem}.{end}", getattr(reading, name)) for end, name in _READINGS.items())
    yield Made(f"{cable.file.stem}.xml", data)


def _page_task(sheet: Sheet) -> Task:
    document = sheet.document()
    return Task(sheet.name, (sheet.stylesheet, document), len(document))


def _assets(assets: Path) -> Iterator[Made]:
    for path in sorted(assets.iterdir()):
        yield Made(f"assets/{path.name}", path.read_bytes())
