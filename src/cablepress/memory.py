"""What earlier commands found out about the same files → what need not be found out again.

It lies in one file, beside the folder of sources. Whatever happens to that file, nothing but time is lost: it says of
itself which tools it was made with, and its hash tells whether it is whole. If in doubt, nothing is remembered.
"""

import json
import os
import stat
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cablepress.collation.difference import Comparison, comparison
from cablepress.corpus import LEDGER, TRANSCRIPTIONS, Corpus, File, read
from cablepress.finding import Finding, Related, Severity
from cablepress.stamp import Stamp, lasting

if TYPE_CHECKING:
    from cablepress.press import Examination

_TITLE = b"cablepress memory 2\n"
_DIGEST = 64  # hexadecimal digits
_EDITIONS = 8  # output folders that are remembered


class Recalled(NamedTuple):
    """A file as it was: its stamp, its hash, and what was found out about it, packed."""

    stamp: Stamp
    digest: str
    packed: bytes = b""  # of a cable: its leaf follows, packed by itself, so that it need not be unpacked

    def examination(self, name: str) -> "Examination":
        """Unpack what the file said of itself."""
        from cablepress.facts import unpacked  # noqa: PLC0415 - loads lxml, which most commands on old news can spare
        from cablepress.press import Examination  # noqa: PLC0415 - ditto, and Saxon

        packed = zlib.decompressobj()
        findings, facts, card = json.loads(packed.decompress(self.packed))
        known = unpacked(name, facts) if facts else None
        return Examination(_findings(findings), known, card, packed.unused_data)

    def collation(self, key: str) -> Comparison | None:
        """Unpack what was found when a transcription was compared; None if that was with something else."""
        known, findings, plain = json.loads(zlib.decompress(self.packed))
        return comparison(plain, _findings(findings)) if known == key else None


class Printed(NamedTuple):
    """A file of a published edition: its hash, what it was made from, its time, size and number on the disk."""

    digest: str
    key: str
    modified: int
    size: int
    number: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the last build of these files ended: all that was found, and how many cables there are."""

    findings: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]  # those that the listing of the folder alone shows
    cables: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of a folder of sources, as the user named it, and of the editions made of it."""

    tools: str
    folder: str
    files: Mapping[str, Recalled] = field(default_factory=dict)  # by name, transcriptions included
    outcome: Outcome | None = None
    editions: Mapping[str, Mapping[str, Printed]] = field(default_factory=dict)  # by folder, then by file

    @property
    def fingerprint(self) -> str:
        """The hash of the names and hashes of all sources."""
        lines = (f"{known.digest}  {name}\n" for name, known in sorted(self.files.items()))
        return sha256("".join(lines).encode()).hexdigest()

    def edition(self, out: Path) -> Mapping[str, Printed]:
        """Return what is known of the edition in a folder."""
        return self.editions.get(str(out), {})

    def with_edition(self, out: Path, printed: Mapping[str, Printed]) -> "Memory":
        """Remember an edition; the latest few are kept."""
        others = {name: known for name, known in self.editions.items() if name != str(out)}
        kept = dict(list(others.items())[-_EDITIONS + 1 :])
        return replace(self, editions={**kept, str(out): printed})


def unchanged(memory: Memory, corpus: Corpus) -> Memory | None:
    """Look whether a corpus is what it was when all of it was last checked; None if not.

    Only files that bear another stamp are read. The memory returned knows the stamps of today.
    """
    files = {file.name.rpartition("/")[2]: file for file in corpus.files}
    files |= {f"{TRANSCRIPTIONS}/{page.name.rpartition('/')[2]}": page for page in corpus.transcriptions}
    files |= {LEDGER: corpus.ledger} if corpus.ledger else {}
    if memory.outcome is None or memory.files.keys() != files.keys() or memory.outcome.elsewhere != corpus.findings:
        return None
    fresh = {name: _fresh(file, memory.files[name]) for name, file in files.items()}
    kept = {name: known for name, known in fresh.items() if known}
    return replace(memory, files=kept) if len(kept) == len(files) else None


def _fresh(file: File, known: Recalled) -> Recalled | None:
    if file.stamp == known.stamp:
        return known
    source = read(file)
    if isinstance(source, Finding) or source.digest != known.digest:
        return None
    return known._replace(stamp=lasting(file.stamp))


def place(source: Path) -> Path:
    """Say where the memory of a folder of sources lies: beside it, so that it is no part of the edition."""
    real = Path(os.path.realpath(source))
    return real.parent / ".cablepress" / f"{real.name}.memory"


def recall(path: Path, tools: str, folder: str) -> Memory:
    """Read what is remembered; nothing, if it is not there, not whole, or was found out by other means."""
    nothing = Memory(tools, folder)
    try:
        memory = _parsed(_read(path))
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return nothing
    return memory if (memory.tools, memory.folder) == (tools, folder) else nothing


def remember(memory: Memory, path: Path) -> None:
    """Write a memory, all at once; where that cannot be, the next command has more to do, and that is all."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    if path.parent.is_symlink():
        return  # what lies there is not ours to write into
    try:
        path.parent.mkdir(exist_ok=True)
        ignored = path.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_bytes(b"*\n")
        new.write_bytes(_written(memory))
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def examined(examination: "Examination") -> bytes:
    """Pack what a file said of itself."""
    facts = examination.facts.packed() if examination.facts else None
    return _packed(_plain(examination.findings), facts, examination.card) + examination.leaf


def collated(key: str, found: Comparison) -> bytes:
    """Pack what was found when a transcription was compared with what the key stands for."""
    return _packed(key, _plain(found.findings), found.plain())


def _packed(*parts: object) -> bytes:
    return zlib.compress(json.dumps(parts, separators=(",", ":")).encode(), 1)


def _plain(findings: Iterable[Finding]) -> list[list[object]]:
    return [
        [
            *(each.path, each.line, each.column, each.code, each.message, each.remedy, each.severity),
            *([astuple(one) for one in each.related], each.about),
        ]
        for each in findings
    ]


def _findings(plain: Any) -> tuple[Finding, ...]:  # noqa: ANN401 - JSON has no types
    return tuple(
        Finding(
            *(path, line, column, code, message, remedy, Severity(severity)),
            tuple(Related(*one) for one in related),
            about,
        )
        for path, line, column, code, message, remedy, severity, related, about in plain
    )


def _read(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError(path)
        return file.read()


def _written(memory: Memory) -> bytes:
    blobs = b"".join(recalled.packed for recalled in memory.files.values())
    outcome = memory.outcome
    index = {
        "tools": memory.tools,
        "folder": memory.folder,
        "files": {name: [*one.stamp, one.digest, len(one.packed)] for name, one in memory.files.items()},
        "outcome": outcome and [_plain(outcome.findings), _plain(outcome.elsewhere), outcome.cables],
        "editions": memory.editions,
    }
    said = json.dumps(index, separators=(",", ":")).encode() + b"\n" + blobs
    return _TITLE + sha256(said).hexdigest().encode() + b"\n" + said


def _parsed(data: bytes) -> Memory:
    """Take a memory apart. Raises ValueError, KeyError, TypeError or IndexError if it is none, or no longer whole."""
    begin = len(_TITLE) + _DIGEST + 1
    digest = sha256(memoryview(data)[begin:]).hexdigest().encode()
    if not data.startswith(_TITLE) or digest != data[len(_TITLE) : begin - 1]:
        raise ValueError("not whole")
    end = data.index(b"\n", begin)
    index = json.loads(data[begin:end])
    outcome = index["outcome"]
    return Memory(
        index["tools"],
        index["folder"],
        _files(index["files"], data, end + 1),
        Outcome(_findings(outcome[0]), _findings(outcome[1]), outcome[2]) if outcome else None,
        {out: {name: Printed(*one) for name, one in printed.items()} for out, printed in index["editions"].items()},
    )


def _files(index: Mapping[str, Any], data: bytes, begin: int) -> dict[str, Recalled]:
    files: dict[str, Recalled] = {}
    for name, (modified, changed, size, number, digest, length) in index.items():
        stamp = Stamp(modified, changed, size, number)
        files[name] = Recalled(stamp, digest, data[begin : begin + length])
        begin += length
    return files
