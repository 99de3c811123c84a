"""The ledger of an edition → the departures from its transcriptions that its editors declare, each with a reason.

The ledger is `tei/ledger.toml`, with a table `[[departure]]` for each:

    [[departure]]
    cable = "cable-1468"
    kind = "changed"              # lost, added, changed, moved or white space
    line = 46                     # of the transcription; may be left out
    page = "insurance,"           # what the transcription has
    text = "insurance"            # what the encoding has
    reason = "The comma is a speck on the scan."
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from cablepress.collation.difference import Difference, Kind
from cablepress.finding import Finding
from cablepress.places import Places
from cablepress.source import Source
from cablepress.threshold import not_text, text_of

UNREADABLE = "X41"

_TABLE = "departure"
_BEGINS = re.compile(rf"^[ \t]*\[\[[ \t]*{_TABLE}[ \t]*\]\]", re.MULTILINE)
# The time that the parser takes for keys within keys grows with the square of their number; a ledger needs none
_CHAIN = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){33}""")
_MOST = 50_000  # entries
_REMEDY = "It is TOML, with a table [[departure]] for each departure."
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_WORDS = ("cable", "kind", "page", "text", "reason")
_KINDS = tuple(kind for kind in Kind if kind is not Kind.CORRECTION)
# Which sides a departure has, by its kind
_SIDES: Mapping[Kind, frozenset[str]] = {
    Kind.LOST: frozenset({"page"}),
    Kind.ADDED: frozenset({"text"}),
    Kind.CHANGED: frozenset({"page", "text"}),
    Kind.SPACE: frozenset({"page", "text"}),
    Kind.MOVED: frozenset({"page"}),
}


Key = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A declared departure, and the line of the ledger on which its declaration begins."""

    at: int
    cable: str
    kind: str
    page: str
    text: str
    line: int
    reason: str

    @property
    def key(self) -> Key:
        """What the departure must be that is declared here: its kind, its line or any, its words on each side."""
        sides = _SIDES[Kind(self.kind)]
        return self.kind, self.line, self.page if "page" in sides else "", self.text if "text" in sides else ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the editors declare, and what is wrong with the way they do."""

    name: str = ""
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()


def keys(difference: Difference) -> frozenset[Key]:
    """List the keys of entries that declare a departure.

    The line may be left out; long passages may be given as the reports give them, with an ellipsis.
    """
    page, text = difference.page, difference.cable
    sides = _SIDES.get(difference.kind, frozenset())
    pages = (page.words, page.abridged) if "page" in sides else ("",)
    texts = (text.words, text.abridged) if "text" in sides else ("",)
    return frozenset(product((str(difference.kind),), (0, page.line), pages, texts))


def read_ledger(source: Source) -> Ledger:
    """Take a ledger apart; entries that say too little, or what nobody understands, are findings (X41)."""
    if wrong := not_text(source):
        return Ledger(source.name, (), (replace(wrong, code=UNREADABLE),))
    text = text_of(source)
    places = Places(text)
    if chain := _CHAIN.search(text):
        place = places.place(chain.start())
        found = Finding(source.name, place.line, place.column, UNREADABLE, "There is a chain of keys here.", _REMEDY)
        return Ledger(source.name, (), (found,))
    lines = [places.place(found.start()).line for found in _BEGINS.finditer(text)]
    if len(lines) > _MOST:
        message = f"The ledger has more than {_MOST:,} entries."
        found = Finding(source.name, lines[_MOST], 1, UNREADABLE, message, "Correct the encodings instead.")
        return Ledger(source.name, (), (found,))
    try:
        tables = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        return Ledger(source.name, (), (_not_toml(source.name, error),))
    listed = tables.pop(_TABLE, [])
    if tables or not isinstance(listed, list) or len(lines) != len(listed):
        return Ledger(source.name, (), (_no_ledger(source.name),))
    entries: list[Entry] = []
    findings: list[Finding] = []
    for at, table in zip(lines, listed, strict=True):
        if message := next(_mistakes(table), ""):
            findings.append(Finding(source.name, at, 1, UNREADABLE, message, "Complete or correct the entry."))
        else:
            entries.append(_entry(at, table))
    return Ledger(source.name, tuple(entries), tuple(findings))


def _entry(at: int, table: Mapping[str, Any]) -> Entry:
    cable, kind, page, text, reason = (" ".join(table.get(key, "").split()) for key in _WORDS)
    return Entry(at, cable, kind, page, text, table.get("line", 0), reason)


def _mistakes(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if key not in {*_WORDS, "line"}:
            yield f"An entry has no “{key}”."
        elif isinstance(value, bool) or not isinstance(value, int if key == "line" else str):
            yield f"“{key}” is no {'number' if key == 'line' else 'text in quotation marks'}."
    given = {key for key in _WORDS if str(table.get(key, "")).strip()}
    if table.get("kind") not in _KINDS:
        yield f"“kind” is none of {', '.join(_KINDS)}."
        return
    for key in sorted({"cable", "reason", *_SIDES[Kind(table["kind"])]} - given):
        yield f"The entry does not say “{key}”."


def _not_toml(name: str, error: ValueError | RecursionError) -> Finding:
    said = _of_ours(error) or str(error)
    at = _AT.search(said)
    line, column = (int(at[1]), int(at[2])) if at and at[1] else (0, 0)
    message = f"The ledger cannot be read: {_AT.sub('', said)}."
    return Finding(name, line, column, UNREADABLE, message, _REMEDY)


def _of_ours(error: ValueError | RecursionError) -> str:
    """Say what is wrong where the parser only says what became of itself."""
    if isinstance(error, RecursionError):
        return "its tables are nested too deep"
    return "" if isinstance(error, tomllib.TOMLDecodeError) else "a number in it is too long"


def _no_ledger(name: str) -> Finding:
    remedy = "Begin each entry with [[departure]] on a line of its own, and write nothing before the first."
    return Finding(name, 0, 0, UNREADABLE, "The ledger holds more than a list of departures.", remedy)
