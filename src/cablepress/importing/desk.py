"""Drafts and a folder → files: each whole or not at all, and none in the place of another unless that was asked for."""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from cablepress import replacement
from cablepress.corpus import AUTHORITY, TRANSCRIPTIONS
from cablepress.door import read_regular
from cablepress.edition import is_device, is_reserved
from cablepress.errors import Refused, WrongUsage
from cablepress.importing.authority import with_records
from cablepress.importing.draft import Draft
from cablepress.importing.holdings import Holdings, Person
from cablepress.importing.people import Record, slug
from cablepress.importing.tei import written
from cablepress.source import Source
from cablepress.threshold import refused

_SUFFIX = re.compile(r"\.(?:txt|text|html?|xhtml|page|md|asc|rtf|docx)$", re.IGNORECASE)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Draftwork:
    """A draft and the files that are to hold it and its page."""

    draft: Draft
    target: Path
    transcription: Path
    page: bytes


def stem_of(name: str) -> str:
    """Make an address of a page's file name; whatever folders it names are left out."""
    stem = PurePath(name.replace("\\", "/")).name
    while (shorter := _SUFFIX.sub("", stem)) != stem:
        stem = shorter
    plain = slug(stem).removeprefix("x-")[:_LONGEST].strip("-")
    if not plain[:1].isalpha() or is_reserved(plain) or is_device(plain):
        plain = f"cable-{plain}".strip("-")
    return plain


def prepared(draft: Draft, out: Path, page: bytes) -> Draftwork:
    """Say where a draft is to be written."""
    return Draftwork(draft, out / f"{draft.stem}.xml", out / TRANSCRIPTIONS / f"{draft.stem}.txt", page)


def taken(work: Draftwork) -> str:
    """Say which file stands where a draft should; nothing if there is none. The very page may be there already."""
    if os.path.lexists(work.target):
        return str(work.target)
    if os.path.lexists(work.transcription) and not _is_same(work.transcription, work.page):
        return str(work.transcription)
    return ""


def _is_same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def with_people(holdings: Holdings, records: tuple[Record, ...]) -> Holdings:
    """Let the next page know the people whom this one brought."""
    new = (Person(one.key, (one.name,), _surname(one), (), is_draft=True) for one in records)
    return replace(holdings, people=(*holdings.people, *new)) if records else holdings


def _surname(one: Record) -> str:
    return one.name.split()[-1] if one.office and one.name.split() else ""


def write_all(
    works: tuple[Draftwork, ...], out: Path, records: tuple[Record, ...], holdings: Holdings, *, is_forced: bool
) -> None:
    """Write pages, records and drafts, in an order in which no draft names what is not there yet.

    Raises OSError if the disk fails, Refused if a file has appeared meanwhile or the authority file takes no records.
    """
    _make_folders(out)
    authority = out / AUTHORITY
    if records:
        before = _authority(authority) if os.path.lexists(authority) else None
        whole = with_records(before, records, holdings.releaser or "Cablepress").encode()
        write(authority, whole, is_forced=before is not None)
    for work in works:
        if not _is_same(work.transcription, work.page):
            write(work.transcription, work.page, is_forced=is_forced)
        write(work.target, written(work.draft.root), is_forced=is_forced)


def _make_folders(out: Path) -> None:
    """Make the folders of drafts and pages. A link in the place of the latter would lead out of the edition."""
    pages = out / TRANSCRIPTIONS
    no_folder = (path for path in (out, pages) if os.path.lexists(path) and not path.is_dir())
    for path in (*no_folder, *([pages] if pages.is_symlink() else [])):
        raise WrongUsage(f"{path}: not a folder.")
    pages.mkdir(parents=True, exist_ok=True)


def _authority(path: Path) -> str:
    """Read the authority file, to which records are to be added. Raises Refused if it is no text, or not whole."""
    data = read_regular(path)
    if data is None:
        raise Refused(f"{path}: not a regular file; put the file itself there.")
    source = Source(str(path), path.stem, data)
    if wrong := refused(source):
        place = f"{path}:{wrong.line}:{wrong.column}" if wrong.line else str(path)
        raise Refused(f"{place}: {wrong.sentence}")
    return data.decode("utf-8")


def write(path: Path, data: bytes, *, is_forced: bool) -> None:
    """Write a file whole. Raises Refused if something is there already."""
    if is_forced:
        replacement.replace(path, data)
        return
    try:
        replacement.create(path, data)
    except FileExistsError:
        raise Refused(f"{path} exists already; --force replaces it.") from None
