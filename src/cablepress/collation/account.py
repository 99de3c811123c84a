"""What cables and their pages differ in, and the ledger → what is declared with a reason, and what nobody declared."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cablepress.collation.difference import Comparison, Difference
from cablepress.collation.ledger import Entry, Key, Ledger, keys
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


def account(stem: str, names: tuple[str, str], comparison: Comparison, entries: Iterable[Entry]) -> Account:
    """Look each departure of a cable up in its entries of the ledger; an entry declares one departure."""
    due: defaultdict[Key, deque[Entry]] = defaultdict(deque)
    for entry in entries:
        due[entry.key].append(entry)
    reasons = tuple(_reason(each, due) for each in comparison.differences)
    return Account(stem, *names, comparison.words, comparison.differences, reasons)


def _reason(difference: Difference, due: Mapping[Key, deque[Entry]]) -> str:
    if difference.is_declared:
        return IN_MARKUP
    found = [due[key] for key in keys(difference) if due.get(key)]
    return min(found, key=lambda some: some[0].at).popleft().reason if found else ""


def stale(ledger: Ledger, comparisons: Mapping[str, Comparison], undecided: Collection[str]) -> Iterator[Finding]:
    """X40: find entries that declare a departure which does not occur; of `undecided` cables nobody knows."""
    due: defaultdict[tuple[str, Key], deque[int]] = defaultdict(deque)
    for stem, one in comparisons.items():
        for number, each in enumerate(one.differences):
            for key in keys(each) if not each.is_declared else ():
                due[stem, key].append(number)
    taken: set[tuple[str, int]] = set()
    for entry in ledger.entries:
        some = due[entry.cable, entry.key]
        while some and (entry.cable, some[0]) in taken:
            some.popleft()
        if some:
            taken.add((entry.cable, some.popleft()))
        elif entry.cable not in undecided:
            what = f"{entry.cable} does not depart from its transcription as declared here: {_told(entry)}."
            is_known = entry.cable in comparisons
            message = what if is_known else f"{entry.cable} has not been compared with any transcription."
            yield Finding(ledger.name, entry.at, 1, STALE, message, "Remove this entry, or correct it.")


def _told(entry: Entry) -> str:
    sides = " → ".join(f"“{words}”" for words in (entry.page, entry.text) if words)
    return f"{entry.kind}, {sides}{f', line {entry.line}' if entry.line else ''}"
