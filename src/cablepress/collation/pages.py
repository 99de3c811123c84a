"""A corpus and its sound cables → what comes of comparing each cable with the page it was transcribed from."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from cablepress import press
from cablepress.collation.difference import Comparison
from cablepress.corpus import Corpus, File, read, same_again
from cablepress.edition import Edition
from cablepress.finding import Finding
from cablepress.known import Known, address, late
from cablepress.memory import Memory, Recalled, collated
from cablepress.source import Source
from cablepress.stamp import lasting
from cablepress.workers import Late, Pool, Task


@dataclass(frozen=True, slots=True)
class Collation:
    """A page that was compared with its cable: what is to be remembered of it, and what was found.

    There is no comparison where the page could not be read, or the cable has errors.
    """

    page: File
    recalled: Recalled
    comparison: Comparison | None = None
    findings: tuple[Finding, ...] = ()  # why there is none

    @property
    def name(self) -> str:
        """The page's name in what is remembered."""
        return _address(self.page)


def collations(
    corpus: Corpus, cables: Mapping[str, Known], formed: Edition, pool: Pool, memory: Memory
) -> Iterator[Collation]:
    """Collate each cable with its page, unless neither has changed, nor what the page tells of other telegrams.

    `cables` are those without errors, by stem.
    """
    sent: deque[tuple[File, str, str]] = deque()
    done: list[Collation] = []
    tasks = _tasks(corpus, cables, formed, memory, sent, done)
    for result in pool.each("collating", press.compare, tasks, len(corpus.transcriptions)):
        page, digest, key = sent.popleft()
        if isinstance(result, Late):
            yield Collation(page, Recalled(page.stamp, ""), None, (late(page.name, "Collating", result.seconds),))
        else:
            yield _collation(page, digest, key, result)
    yield from done


def _tasks(  # noqa: PLR0913, PLR0917 - what is known, and two lists to note what needs no task
    corpus: Corpus,
    cables: Mapping[str, Known],
    formed: Edition,
    memory: Memory,
    sent: deque[tuple[File, str, str]],
    done: list[Collation],
) -> Iterator[Task]:
    for page in corpus.transcriptions:
        source, cable = read(page), cables.get(page.stem)
        if isinstance(source, Finding):
            done.append(Collation(page, Recalled(page.stamp, ""), None, (source,)))
            continue
        around = formed.around(cable.facts) if cable else b""
        key = sha256(f"{source.digest} {cable.digest if cable else ''}".encode() + around).hexdigest()
        before = memory.files.get(_address(page))
        known = before.collation(key) if before and before.packed else None
        if cable is None or known is not None:
            done.append(_collation(page, source.digest, key, known))
        else:
            sent.append((page, source.digest, key))
            yield _task(cable, source, around)


def _task(cable: Known, page: Source, around: bytes) -> Task:
    source = same_again(cable.file, cable.digest)
    return Task(page.name, (source, page, around), len(source.data) + len(page.data))


def _address(page: File) -> str:
    return f"transcriptions/{address(page)}"


def _collation(page: File, digest: str, key: str, found: Comparison | None) -> Collation:
    packed = collated(key, found) if found else b""
    return Collation(page, Recalled(lasting(page.stamp), digest, packed), found, found.findings if found else ())
