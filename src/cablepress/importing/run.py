"""Pages and an edition's folder → drafts in it, the account of them, and what could not be imported."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cablepress.finding import Finding
from cablepress.importing import account, desk, page
from cablepress.importing.draft import Draft, draft
from cablepress.importing.holdings import Holdings, holdings
from cablepress.importing.nodes import walk
from cablepress.report import visible
from cablepress.source import Source
from cablepress.stopping import go_on

if TYPE_CHECKING:
    from cablepress.importing.people import Record


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    works: tuple[desk.Draftwork, ...]
    findings: tuple[Finding, ...]
    report: str
    is_dry: bool

    @property
    def summary(self) -> str:
        """One line for the person at the terminal."""
        count = len(self.works)
        verb = "would be imported" if self.is_dry else "imported"
        failed = f", {len(self.findings)} not" if self.findings else ""
        return f"{count} page{'' if count == 1 else 's'} {verb}{failed}."


def import_pages(  # noqa: PLR0913 - what the command was asked
    sources: tuple[Source | Finding, ...], out: Path, today: str, layout: str | None, *, is_dry: bool, is_forced: bool
) -> Imported:
    """Import pages one after the other; the people that one brings are known to the next.

    Raises OSError if the disk fails, WrongUsage if `out` is no folder.
    """
    known = start = holdings(out)
    works: list[desk.Draftwork] = []
    findings: list[Finding] = []
    records: list[Record] = []
    for source in sources:
        go_on()
        made = _import(source, known, today, layout, out)
        refused = made if isinstance(made, Finding) else _refused(made, works, is_forced=is_forced)
        if refused or isinstance(made, Finding):
            findings += (refused,) if refused else ()
            continue
        works.append(made)
        records += made.draft.records
        known = desk.with_people(known, made.draft.records)
    if works and not is_dry:
        desk.write_all(tuple(works), out, tuple(records), start, is_forced=is_forced)
    report = "\n".join(_shown(account.report(one.draft, one.target.as_posix())) for one in works)
    return Imported(tuple(works), tuple(findings), report, is_dry)


def _shown(report: str) -> str:
    """Let a terminal show what a page says, and obey none of it."""
    return "\n".join(map(visible, report.split("\n")))


def _import(
    source: Source | Finding, known: Holdings, today: str, layout: str | None, out: Path
) -> desk.Draftwork | Finding:
    read = source if isinstance(source, Finding) else page.read(source)
    if isinstance(read, Finding):
        return read
    made = draft(read, desk.stem_of(read.stem) if read.stem else "page", known, today, layout)
    if not read.stem:
        made = draft(read, _numbered(made), known, today, layout)
    is_text = not isinstance(source, Finding) and read.text.encode() in (
        source.data,
        source.data.removeprefix(b"\xef\xbb\xbf"),
    )
    return desk.prepared(made, out, source.data if is_text and not isinstance(source, Finding) else read.text.encode())


def _numbered(made: Draft) -> str:
    """Name a page that has no file name by its telegram's number."""
    number = next(
        (each for one in walk(made.root) if one.name == "altIdentifier" for each in walk(one) if each.name == "idno"),
        None,
    )
    return desk.stem_of("".join(map(str, number.children))) if number else "page"


def _refused(work: desk.Draftwork, works: list[desk.Draftwork], *, is_forced: bool) -> Finding | None:
    """Name what stands in the way of a draft: a file, or another page of the same name."""
    other = next((each.draft.page.name for each in works if each.target == work.target), "")
    if other:
        message = f"The draft of {other} has the same name, {work.target.name}."
        return Finding(work.draft.page.name, 0, 0, "I02", message, "Rename one of the pages.")
    there = "" if is_forced else desk.taken(work)
    if there:
        return Finding(work.draft.page.name, 0, 0, "I02", f"{there} exists already.", "--force replaces it.")
    return None
