"""A folder → the sources of an edition, read once, as bytes, and what in it is none."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cablepress.document import Source
from cablepress.errors import WrongUsage
from cablepress.finding import Finding, Severity
from cablepress.parse import MAX_BYTES

AUTHORITY = "authority.xml"
TRANSCRIPTIONS = "transcriptions"


@dataclass(frozen=True, slots=True)
class Corpus:
    """An edition as it lies on disk: its TEI files, the pages they were made from, and what could not be read."""

    folder: Path
    sources: tuple[Source, ...]
    transcriptions: tuple[Source, ...]
    findings: tuple[Finding, ...]


def read_corpus(folder: Path) -> Corpus:
    """Read the TEI files of a folder and their transcriptions, sorted by name.

    Raises WrongUsage if there is no such folder, or no TEI file in it. A file that cannot be read is a finding.
    """
    if not folder.is_dir():
        raise WrongUsage(f"{folder}: {'not a folder' if folder.exists() else 'no such folder'}.")
    read = [_read(path) for path in _files(folder, ".xml")]
    if not read:
        raise WrongUsage(f"{folder}: there is no TEI file (*.xml) in this folder.")
    pages = [_limited(_read(path)) for path in _files(folder / TRANSCRIPTIONS, ".txt")]
    return Corpus(
        folder,
        tuple(source for source in read if isinstance(source, Source)),
        tuple(page for page in pages if isinstance(page, Source)),
        (*(found for found in (*read, *pages) if isinstance(found, Finding)), *_strays(folder), *_no_pages(folder)),
    )


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


def _files(folder: Path, suffix: str) -> tuple[Path, ...]:
    if not folder.is_dir():
        return ()
    found = (path for path in folder.iterdir() if path.suffix.lower() == suffix and not path.name.startswith("."))
    return tuple(sorted(found, key=lambda path: path.name))


def _strays(folder: Path) -> Iterator[Finding]:
    """Name the TEI files that lie too deep to be part of the edition: nothing is skipped in silence."""
    message = "This file lies in a subfolder and is not part of the edition."
    for path in _below(folder):
        if path.suffix.lower() == ".xml" and path.parent != folder:
            remedy = f"Move it to {folder.as_posix()}, or remove it."
            yield Finding(path.as_posix(), 0, 0, "W08", message, remedy, Severity.WARNING)


def _no_pages(folder: Path) -> Iterator[Finding]:
    """Name what lies among the transcriptions and is never read, beside a README and what `_strays` names."""
    pages = folder / TRANSCRIPTIONS
    for path in _below(pages):
        is_page = path.suffix.lower() == ".txt" and path.parent == pages
        if not is_page and path.suffix.lower() != ".xml" and path.name != "README.md" and not path.is_dir():
            message = "This file lies among the transcriptions and is none of them."
            remedy = f"Name it as its cable, with .txt, in {pages.as_posix()}; or remove it."
            yield Finding(path.as_posix(), 0, 0, "W08", message, remedy, Severity.WARNING)


def _below(folder: Path) -> list[Path]:
    """List everything under a folder that is not hidden, sorted."""
    found = ((path, path.relative_to(folder).parts) for path in folder.rglob("*"))
    return sorted(path for path, parts in found if not any(part.startswith(".") for part in parts))


def _limited(page: Source | Finding) -> Source | Finding:
    """Refuse a transcription that was not read to its end; a TEI file is refused when it is parsed."""
    if isinstance(page, Finding) or len(page.data) <= MAX_BYTES:
        return page
    message = f"The file is larger than {MAX_BYTES // 1024 // 1024} MB."
    return Finding(page.name, 0, 0, "W05", message, "Keep only the telegram's page in it.")


def _read(path: Path) -> Source | Finding:
    small = path.suffix.lower()
    if path.suffix != small:
        # One of cable-1.xml and cable-1.XML would take the other's address
        message = f"The file's name does not end in {small}."
        return Finding(path.as_posix(), 0, 0, "X01", message, f"Rename it: {small}, in small letters.")
    try:
        data = read_regular(path)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror or error}."
        return Finding(path.as_posix(), 0, 0, "W07", message, "Mend its permissions, or remove it.")
    if data is None:
        remedy = "Put the file itself here, or remove it."
        return Finding(path.as_posix(), 0, 0, "W07", "This is not a regular file.", remedy)
    return Source(path.as_posix(), path.stem, data)


def read_regular(path: Path) -> bytes | None:
    """Read a regular file, at most one byte more than is allowed; None for a link, a folder, a pipe, a device."""
    if path.is_symlink():
        return None
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read(MAX_BYTES + 1)
