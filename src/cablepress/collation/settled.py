"""Cables that were compared with their pages, and the edition's ledger → accounts of each, and everything to report."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from cablepress.collation.account import Account, account, stale
from cablepress.collation.ledger import Entry, Ledger, read_ledger
from cablepress.collation.pages import Collation
from cablepress.corpus import LEDGER, File, read
from cablepress.finding import Finding
from cablepress.memory import Recalled
from cablepress.stamp import lasting


@dataclass(frozen=True, slots=True)
class Settled:
    """An account of each cable that was compared, all that is to be reported, and the ledger as it was read."""

    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    recalled: Mapping[str, Recalled] = field(default_factory=dict)


def settle(
    compared: tuple[Collation, ...], names: Mapping[str, str], ledger: File | None, stems: Collection[str]
) -> Settled:
    """Settle departures with the ledger.

    `names` are those of the cables without errors, by stem; `stems` those of all files that are, or may be, cables.
    """
    declared, recalled = _read(ledger)
    accounts = tuple(_accounts(compared, names, declared))
    departures = (finding for each in accounts for finding in each.findings())
    unread = (finding for each in compared for finding in each.findings)
    return Settled(accounts, (*unread, *departures, *_of_ledger(declared, compared, stems)), recalled)


def _read(ledger: File | None) -> tuple[Ledger, dict[str, Recalled]]:
    if ledger is None:
        return Ledger(), {}
    source = read(ledger)
    if isinstance(source, Finding):
        return Ledger(ledger.name, (), (source,)), {}
    return read_ledger(source), {LEDGER: Recalled(lasting(ledger.stamp), source.digest)}


def _accounts(compared: tuple[Collation, ...], names: Mapping[str, str], ledger: Ledger) -> Iterator[Account]:
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        entries[entry.cable].append(entry)
    for each in compared:
        if each.comparison and not each.findings:
            stem = each.page.stem
            yield account(stem, (names[stem], each.page.name), each.comparison, entries[stem])


def _of_ledger(ledger: Ledger, compared: tuple[Collation, ...], stems: Collection[str]) -> Iterator[Finding]:
    """Report what is wrong with the ledger; what it says of cables that could not be compared may be right."""
    known = {each.page.stem: each.comparison for each in compared if each.comparison and not each.findings}
    undecided = {each.page.stem for each in compared} & set(stems) - known.keys()
    yield from ledger.findings
    yield from stale(ledger, known, undecided)
