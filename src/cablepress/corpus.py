"""A folder → the files of an edition, each read as bytes when it is needed, and what in the folder is none."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from cablepress.door import read_regular
from cablepress.errors import Refused, WrongUsage
from cablepress.finding import Finding, Severity
from cablepress.init.schema import differing
from cablepress.source import MAX_BYTES, MAX_TRANSCRIPTION, Source
from cablepress.stamp import Stamp, stamp

AUTHORITY = "authority.xml"
TRANSCRIPTIONS = "transcriptions"
LEDGER = "ledger.toml"


@dataclass(frozen=True, slots=True)
class File:
    """A file of an edition that can be read: its name as shown to the user, its stem, its stamp."""

    name: str
    stem: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Unsaved(File):
    """A file as an editor has it, not as it is on the disk. Its stamp says what is in it."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Corpus:
    """An edition as it lies on disk: its TEI files, the pages they were made from, and what cannot be read."""

    folder: Path
    files: tuple[File, ...]
    transcriptions: tuple[File, ...]
    findings: tuple[Finding, ...]
    ledger: File | None = None  # of departures from the transcriptions


def read_corpus(folder: Path) -> Corpus:
    """List the TEI files of a folder and their transcriptions, sorted by name; nothing is opened yet.

    Raises WrongUsage if there is no such folder, or no TEI file in it. A file that cannot be read is a finding.
    """
    if not folder.is_dir():
        raise WrongUsage(f"{folder}: {'not a folder' if folder.exists() else 'no such folder'}.")
    within = _entries(folder.as_posix())
    listed = tuple(_listed(entry) for entry in within if _is(entry, ".xml"))
    if not listed:
        raise WrongUsage(f"{folder}: there is no TEI file (*.xml) in this folder.")
    below = tuple(found for entry in within if entry.is_dir(follow_symlinks=False) for found in _below(entry))
    pages = (folder / TRANSCRIPTIONS).as_posix()
    transcribed = tuple(_transcribed(pages))
    ledgers = tuple(_limited(_listed(entry), MAX_BYTES) for entry in within if entry.name == LEDGER)
    strays = (*_strays(below, folder.as_posix()), *_no_pages(below, pages))
    return Corpus(
        folder,
        tuple(file for file in listed if isinstance(file, File)),
        tuple(page for page in transcribed if isinstance(page, File)),
        (
            *(found for found in (*listed, *transcribed, *ledgers) if isinstance(found, Finding)),
            *strays,
            *differing(folder),
        ),
        next((ledger for ledger in ledgers if isinstance(ledger, File)), None),
    )


def with_unsaved(corpus: Corpus, texts: Mapping[str, bytes]) -> Corpus:
    """Put the bytes that an editor has in the place of those on the disk, by the names of files."""
    if not texts:
        return corpus
    there = {file.name: file for file in corpus.files} | {name: _unsaved(name, data) for name, data in texts.items()}
    return replace(corpus, files=tuple(there[name] for name in sorted(there)))


def _unsaved(name: str, data: bytes) -> Unsaved:
    source = Source(name, PurePath(name).stem, data)
    return Unsaved(name, source.stem, Stamp(0, int(source.digest[:15], 16), len(data), 0), data)


def read(file: File) -> Source | Finding:
    """Read a file, at most one byte more than is allowed; a finding if that cannot be."""
    if isinstance(file, Unsaved):
        return Source(file.name, file.stem, file.data)
    try:
        data = read_regular(file.name)
    except OSError as error:
        return _unreadable(file.name, error)
    return _irregular(file.name) if data is None else Source(file.name, file.stem, data)


def same_again(file: File, digest: str) -> Source:
    """Read a file once more; its content must be what it was, or one edition would be made of two.

    Raises Refused if it has changed or can no longer be read.
    """
    source = read(file)
    if isinstance(source, Finding) or source.digest != digest:
        raise Refused(f"{file.name} changed while the edition was being built; nothing was published. Build it again.")
    return source


def edition_folder(path: Path) -> Path:
    """Find the edition that a file belongs to: the nearest folder above it that holds an authority file."""
    above = path.absolute().parents
    otherwise = above[0].parent if above[0].name == TRANSCRIPTIONS else above[0]
    found = next((folder for folder in above if (folder / AUTHORITY).is_file()), otherwise)
    return _as_given(found, path)


def _as_given(found: Path, path: Path) -> Path:
    """Name a folder above `path` the way the user named `path`: relative stays relative."""
    if path.is_absolute():
        return found
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else Path(os.path.relpath(found, here))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """List what lies in a folder and is not hidden, sorted by name; nothing if there is no such folder."""
    if not Path(folder).is_dir():
        return []
    with os.scandir(folder) as found:
        return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _below(folder: os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    """List every file under a subfolder that is not hidden."""
    for entry in _entries(folder.path):
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry)
        else:
            yield entry


def _transcribed(pages: str) -> Iterator[File | Finding]:
    """List the transcriptions; what has the name of their folder and is none holds nothing that could be trusted."""
    if os.path.lexists(pages) and (os.path.islink(pages) or not os.path.isdir(pages)):  # noqa: PTH112,PTH114 - strings
        yield Finding(pages, 0, 0, "W07", "This is not a folder.", "Put the folder itself here, or remove it.")
        return
    yield from (_limited(_listed(entry), MAX_TRANSCRIPTION) for entry in _entries(pages) if _is(entry, ".txt"))


def _is(entry: os.DirEntry[str], suffix: str) -> bool:
    return entry.name.lower().endswith(suffix)


def _name(entry: os.DirEntry[str]) -> str:
    return Path(entry.path).as_posix()


def _strays(below: Iterable[os.DirEntry[str]], folder: str) -> Iterator[Finding]:
    """Name the TEI files that lie too deep to be part of the edition: nothing is skipped in silence."""
    message = "This file lies in a subfolder and is not part of the edition."
    for entry in below:
        if _is(entry, ".xml"):
            remedy = f"Move it to {folder}, or remove it."
            yield Finding(_name(entry), 0, 0, "W08", message, remedy, Severity.WARNING)


def _no_pages(below: Iterable[os.DirEntry[str]], pages: str) -> Iterator[Finding]:
    """Name what lies among the transcriptions and is never read, beside a README and what `_strays` names."""
    for entry in below:
        name = _name(entry)
        is_page = _is(entry, ".txt") and name == f"{pages}/{entry.name}"
        is_other = not is_page and not _is(entry, ".xml") and entry.name != "README.md"
        if is_other and name.startswith(f"{pages}/"):
            message = "This file lies among the transcriptions and is none of them."
            remedy = f"Name it as its cable, with .txt, in {pages}; or remove it."
            yield Finding(name, 0, 0, "W08", message, remedy, Severity.WARNING)


def _limited(page: File | Finding, limit: int) -> File | Finding:
    """Refuse a transcription that nobody would wait for; a TEI file is refused when it is parsed."""
    if isinstance(page, Finding) or page.stamp.size <= limit:
        return page
    message = f"The file is larger than {limit >> 20} MB."
    return Finding(page.name, 0, 0, "W05", message, "Keep only the telegram's page in it.")


def _listed(entry: os.DirEntry[str]) -> File | Finding:
    name, path = _name(entry), PurePath(entry.name)
    small = path.suffix.lower()
    if path.suffix != small:
        # One of cable-1.xml and cable-1.XML would take the other's address
        message = f"The file's name does not end in {small}."
        return Finding(name, 0, 0, "X01", message, f"Rename it: {small}, in small letters.")
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        return _unreadable(name, error)
    return File(name, path.stem, stamp(status)) if stat.S_ISREG(status.st_mode) else _irregular(name)


def _unreadable(name: str, error: OSError) -> Finding:
    message = f"The file cannot be read: {error.strerror or error}."
    return Finding(name, 0, 0, "W07", message, "Mend its permissions, or remove it.")


def _irregular(name: str) -> Finding:
    return Finding(name, 0, 0, "W07", "This is not a regular file.", "Put the file itself here, or remove it.")
