"""A corpus, and what is remembered of it → everything that was found in it, and what a build needs next."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cablepress import check, press, watch
from cablepress.cascade import told_once
from cablepress.collation.account import Account
from cablepress.collation.pages import collations
from cablepress.collation.settled import settle
from cablepress.corpus import Corpus, File, read, same_again
from cablepress.document import Document
from cablepress.edition import Edition, edition
from cablepress.facts import Facts
from cablepress.finding import Finding, errors
from cablepress.known import LATE, Known, address, late
from cablepress.memory import Memory, Outcome, Recalled, examined
from cablepress.parse import parse
from cablepress.press import Examination
from cablepress.stamp import lasting
from cablepress.workers import Late, Pool, Task


@dataclass(frozen=True, slots=True)
class Validated:
    """A corpus that was checked: its files, its cables that can be rendered, the edition they form, all findings."""

    corpus: Corpus
    files: tuple[Known, ...]
    cables: tuple[Known, ...]
    edition: Edition
    findings: tuple[Finding, ...]
    memory: Memory
    accounts: tuple[Account, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The hash of all sources, transcriptions included: whoever quotes the edition can say which one it was."""
        return self.memory.fingerprint


def validate(corpus: Corpus, pool: Pool, memory: Memory) -> Validated:
    """Check every file of a corpus, alone and together, and collate the cables that have a transcription."""
    unreadable: list[Finding] = []
    files = tuple(_examined(corpus, pool, memory, unreadable))
    reread = _rereader(files)
    parsed = tuple(known.facts for known in files if known.examination.facts)
    cables = tuple(known for known in files if known.examination.card)
    formed = _edition(cables, parsed, reread)
    unread = _unread(corpus, unreadable, parsed)
    with watch.stage("across files"):
        across = check.across(parsed, reread, unread)
    is_unsound = bool(unread) or any(errors(known.examination.findings) for known in files)
    recalled = {address(known.file): _recalled(known) for known in files if not _was_late(known.examination.findings)}
    compared = tuple(collations(corpus, {known.file.stem: known for known in cables}, formed, pool, memory))
    names = {known.file.stem: known.file.name for known in cables}
    settled = settle(compared, names, corpus.ledger, unread | {known.file.stem for known in files})
    told = told_once(
        (
            *(*corpus.findings, *unreadable, *across),
            *(finding for known in files for finding in known.examination.findings),
            *_orphans(corpus, unread | {one.stem for one in parsed if one.kind != one.stem}),
            *_of_sound(corpus, iter(settled.findings), is_unsound=is_unsound),
        )
    )
    pages = {each.name: each.recalled for each in compared if not _was_late(each.findings)}
    kept = {**recalled, **settled.recalled, **pages}
    outcome = Outcome(told, corpus.findings, len(cables))
    remembered = replace(memory, files=kept, outcome=outcome)
    return Validated(corpus, files, cables, formed, told, remembered, settled.accounts)


def _examined(corpus: Corpus, pool: Pool, memory: Memory, unreadable: list[Finding]) -> Iterator[Known]:
    """Examine the files that are new or have changed; of the others, recall what they said. Sorted as the corpus is."""
    known: dict[str, Known] = {}
    due: list[File] = []
    for file in corpus.files:
        recalled = memory.files.get(address(file))
        if recalled and recalled.stamp == file.stamp:
            known[file.name] = _known(file, recalled)
        else:
            due.append(file)
    for fresh in _fresh(due, pool, memory, unreadable):
        known[fresh.file.name] = fresh
    yield from (known[file.name] for file in corpus.files if file.name in known)


def _fresh(due: list[File], pool: Pool, memory: Memory, unreadable: list[Finding]) -> Iterator[Known]:
    sent: deque[tuple[File, str]] = deque()
    recalled: list[Known] = []
    tasks = _tasks(due, memory, unreadable, sent, recalled)
    for result in pool.each("checking", press.examine, tasks, len(due)):
        file, digest = sent.popleft()
        said = Examination((late(file.name, "Checking", result.seconds),)) if isinstance(result, Late) else result
        yield Known(file, digest, said, examined(said))
    yield from recalled


def _known(file: File, recalled: Recalled) -> Known:
    return Known(file, recalled.digest, recalled.examination(file.name), recalled.packed)


def _tasks(
    due: list[File],
    memory: Memory,
    unreadable: list[Finding],
    sent: deque[tuple[File, str]],
    recalled: list[Known],
) -> Iterator[Task]:
    """Read files as workers ask for more; one that only looks changed is recalled."""
    for file in due:
        with watch.stage("read"):
            source = read(file)
        if isinstance(source, Finding):
            unreadable.append(source)
            continue
        digest, before = source.digest, memory.files.get(address(file))
        if before and before.digest == digest:
            recalled.append(_known(file, before))
        else:
            sent.append((file, digest))
            yield Task(file.name, (source,), len(source.data))


def _recalled(known: Known) -> Recalled:
    return Recalled(lasting(known.file.stamp), known.digest, known.packed)


def _was_late(findings: tuple[Finding, ...]) -> bool:
    """Whether a check was given up: that says something of the machine, and is not to be remembered of the file."""
    return any(finding.code == LATE for finding in findings)


def _rereader(files: tuple[Known, ...]) -> Callable[[str], Document]:
    by_stem = {known.file.stem: known for known in files}

    @lru_cache(maxsize=64)
    def reread(stem: str) -> Document:
        document = parse(same_again(by_stem[stem].file, by_stem[stem].digest))
        if isinstance(document, tuple):
            raise TypeError(f"{stem} was parsed before")
        return document

    return reread


def _edition(cables: tuple[Known, ...], parsed: tuple[Facts, ...], reread: Callable[[str], Document]) -> Edition:
    own = (reread(one.stem) for one in parsed if one.kind == one.stem)
    with watch.stage("assemble"):
        said = tuple(known.examination for known in cables)
        return edition(own, (one.card or "" for one in said), (one.leaf for one in said))


def _unread(corpus: Corpus, unreadable: list[Finding], parsed: tuple[Facts, ...]) -> frozenset[str]:
    """Name the files that are there, but are no documents: the unparsable, and those that could not be read at all."""
    refused = (Path(finding.path) for finding in (*errors(corpus.findings), *unreadable))
    stems = {path.stem for path in refused if path.parent == corpus.folder} | {file.stem for file in corpus.files}
    return frozenset(stems) - {one.stem for one in parsed}


def _of_sound(corpus: Corpus, found: Iterator[Finding], *, is_unsound: bool) -> Iterator[Finding]:
    """Leave out what a page tells of telegrams with errors: it is not accounted for yet, and no mistake."""
    ledger = {corpus.ledger.name} if corpus.ledger else set()
    known = {file.name for file in corpus.files} | ledger if is_unsound else None
    yield from (one for one in found if known is None or one.path in known)


def _orphans(corpus: Corpus, stems: frozenset[str]) -> Iterator[Finding]:
    """X30: a page that no telegram is encoded from; `stems` are those of the files that are, or may be, telegrams."""
    for page in corpus.transcriptions:
        if page.stem not in stems:
            message = f"No file {page.stem}.xml is encoded from this transcription."
            yield Finding(page.name, 0, 0, "X30", message, "Name the two alike, or remove the transcription.")
