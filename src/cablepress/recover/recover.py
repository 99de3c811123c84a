"""A source that could not be parsed → every slip in it, and the document that it is once they are mended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from cablepress.document import TEI, Document
from cablepress.finding import Finding
from cablepress.glance import is_too_deep
from cablepress.grammar import verdict
from cablepress.grammar.derivative import children, holds_words
from cablepress.places import Places
from cablepress.recover import names
from cablepress.recover.balance import Balance
from cablepress.recover.edits import Edit, MovedPlaces, Slip, disjoint, edited
from cablepress.recover.scan import MOST, Scanned, scan
from cablepress.recover.tags import StartTag
from cablepress.source import Source

LONGEST = 640 * 1024  # bytes; a longer file is not read twice
_FOLLOWS = "Move it inside, or remove it."


@dataclass(frozen=True, slots=True)
class Recovered:
    """What is wrong with a file as XML; the document without that, if it can be had; the tags that were mended."""

    slips: tuple[Finding, ...]
    document: Document | None
    mended: tuple[tuple[int, int], ...]
    mending: tuple[tuple[int, tuple[Edit, ...]], ...] = ()  # of a slip at an offset, if nothing is taken away by it


@lru_cache(maxsize=1)
def recover(source: Source) -> Recovered:
    """Read a file as well as it can be read."""
    text = decoded(source.data)
    scanned = scan(text, _Grammar().is_known)
    places = Places(text)
    if len(scanned.slips) >= MOST:
        return Recovered(_told(source, places, scanned.slips), None, ())
    slips, edits = _all(text, scanned, places)
    if len(slips) >= MOST:
        return Recovered(_told(source, places, slips)[:MOST], None, ())
    document = _document(source, places, disjoint(edits))
    mended = tuple((tag.start, tag.end) for tag in scanned.tags if isinstance(tag, StartTag) and tag.slips)
    mending = tuple((each.offset, each.edits) for each in slips if each.edits and all(edit.text for edit in each.edits))
    return Recovered(_told(source, places, slips), document, mended, mending)


def decoded(data: bytes) -> str:
    """Turn bytes into text, whatever they are: what is no UTF-8 is taken as of Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        escaped = data.decode("utf-8-sig", "surrogateescape")
        return "".join(_of_windows(each) if "\udc80" <= each <= "\udcff" else each for each in escaped)


def _of_windows(escaped: str) -> str:
    return bytes([ord(escaped) - 0xDC00]).decode("cp1252", "replace")


def is_mended(finding: Finding, recovered: Recovered) -> bool:
    """Whether a finding is about a tag that was mended: what stood there nobody knows."""
    places = recovered.document.places if recovered.document else None
    if not isinstance(places, MovedPlaces):
        return False
    at = finding.line, finding.column
    spans = ((places.before.place(start), places.before.place(end)) for start, end in recovered.mended)
    return any((one.line, one.column) <= at < (other.line, other.column) for one, other in spans)


def _all(text: str, scanned: Scanned, places: Places) -> tuple[list[Slip], list[Edit]]:
    balance = Balance(text, scanned.tags, _Grammar(), places.place).pair()
    slips, edits = [*scanned.slips, *balance.slips], [*scanned.edits, *balance.edits]
    for slip, edit in (*names.undeclared(scanned.tags), *_outside(text, scanned, balance.root_end)):
        slips += [slip] if slip else []
        edits.append(edit)
    end = balance.root_end or len(text)
    slips = [each for each in slips if each.offset < end or each.fact.startswith("something follows")]
    root, mended = names.root(scanned.tags)
    return [*slips, *([root] if root else [])], [*edits, *mended]


def _outside(text: str, scanned: Scanned, end: int) -> Iterator[tuple[Slip, Edit]]:
    """Find what stands before the root, or after it: of each the first."""
    begin = min((tag.start for tag in scanned.tags), default=len(text))
    before = next((words for words in scanned.words if words[0] < begin), None)
    if before:
        yield Slip(_first(text, before[0]), "text stands before the first tag", _FOLLOWS), Edit(*before, "")
    if end:
        after = [words[0] for words in scanned.words if words[0] >= end]
        after += [tag.start for tag in scanned.tags if tag.start >= end]
        if after:
            begin = _first(text, min(after))
            what = text[begin : begin + 20].split(maxsplit=1)[0]
            fact = f"something follows the end of {scanned.tags[0].name}: {what}"
            yield Slip(begin, fact, _FOLLOWS), Edit(end, len(text), "")


def _first(text: str, begin: int) -> int:
    """Step over space."""
    return len(text) - len(text[begin:].lstrip())


def _document(source: Source, places: Places, edits: tuple[Edit, ...]) -> Document | None:
    text = edited(places.text, edits)
    data = text.encode("utf-8", "replace")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, collect_ids=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    if root.tag != f"{TEI}TEI" or is_too_deep(root):
        return None
    return Document(Source(source.name, source.stem, data), root, MovedPlaces(text, places, edits))


def _told(source: Source, places: Places, slips: Iterable[Slip]) -> tuple[Finding, ...]:
    """Tell each slip once: of two elements that are closed late at one place, the same may be said."""
    return tuple(sorted({_finding(source, places, each) for each in slips}))


def _finding(source: Source, places: Places, slip: Slip) -> Finding:
    place = places.place(slip.offset)
    message = slip.fact if slip.code != "W03" else f"The file is not well-formed XML: {slip.fact}."
    return Finding(source.name, place.line, place.column, slip.code, message, slip.remedy)


class _Grammar:
    """What our grammar knows of elements, by the names that editors type."""

    def is_known(self, name: str) -> bool:
        return f"{TEI}{name}" in verdict.grammar().contents

    def holds(self, parent: str, child: str) -> bool:
        return self.is_known(parent) and f"{TEI}{child}" in _children(parent)

    def holds_text(self, name: str) -> bool:
        return not self.is_known(name) or holds_words(verdict.grammar().contents[f"{TEI}{name}"])


@lru_cache(maxsize=256)
def _children(parent: str) -> frozenset[str]:
    return frozenset(each.name for each in children(verdict.grammar().contents[f"{TEI}{parent}"]))
