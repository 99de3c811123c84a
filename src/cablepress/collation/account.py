"""What cables and their pages differ in, and the ledger → what is declared with a reason, and what nobody declared."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from cablepress.collation.difference import Comparison, Difference
from cablepress.collation.ledger import Entry, Ledger
from cablepress.finding import Finding

STALE = "X40"
IN_MARKUP = "in the markup"


@dataclass(frozen=True, slots=True)
class Account:
    """A cable that was compared with its page: its departures, with the reason given for each, or none."""

    stem: str
    cable: str
    page: str
    words: int
    differences: tuple[Difference, ...]
    reasons: tuple[str, ...]

    @property
    def undeclared(self) -> tuple[Difference, ...]:
        """The departures that nobody declared."""
        return tuple(each for each, reason in zip(self.differences, self.reasons, strict=True) if not reason)

    def findings(self) -> tuple[Finding, ...]:
        """X30: report the departures that nobody declared."""
        return tuple(each.finding(self.cable, self.page) for each in self.undeclared)


def account(stem: str, names: tuple[str, str], comparison: Comparison, ledger: Ledger) -> Account:
    """Look each departure of a cable up in the ledger; an entry declares one departure."""
    due = [entry for entry in ledger.entries if entry.cable == stem]
    reasons = tuple(_reason(each, due) for each in comparison.differences)
    return Account(stem, *names, comparison.words, comparison.differences, reasons)


def _reason(difference: Difference, due: list[Entry]) -> str:
    if difference.is_declared:
        return IN_MARKUP
    found = next((entry for entry in due if entry.declares(difference)), None)
    if found is None:
        return ""
    due.remove(found)
    return found.reason


def stale(ledger: Ledger, comparisons: Mapping[str, Comparison], undecided: Collection[str]) -> Iterator[Finding]:
    """X40: find entries that declare a departure which does not occur; of `undecided` cables nobody knows."""
    due = {stem: list(one.differences) for stem, one in comparisons.items()}
    for entry in ledger.entries:
        found = next((each for each in due.get(entry.cable, ()) if not each.is_declared and entry.declares(each)), None)
        if found:
            due[entry.cable].remove(found)
        elif entry.cable not in undecided:
            what = f"{entry.cable} does not depart from its transcription as declared here: {_told(entry)}."
            message = what if entry.cable in due else f"{entry.cable} has not been compared with any transcription."
            yield Finding(ledger.name, entry.at, 1, STALE, message, "Remove this entry, or correct it.")


def _told(entry: Entry) -> str:
    sides = " → ".join(f"“{words}”" for words in (entry.page, entry.text) if words)
    return f"{entry.kind}, {sides}{f', line {entry.line}' if entry.line else ''}"
