"""All documents of an edition → findings about what joins them: parts and titles (X29, X34), links, records."""

import re
from collections.abc import Iterator

from lxml import etree

from cablepress.document import TEI, Document
from cablepress.finding import Finding, Severity
from cablepress.rules import links, records
from cablepress.rules.index import Index, index
from cablepress.rules.links import Link

_PART = re.compile(r"\(([0-9]{1,3})\s*(?:of|/)\s*([0-9]{1,3})\)")
_SMALL = re.compile(r"[1-9][0-9]{0,3}")
_NUMBER = re.compile(r"\b(?:no\.?|number)\s*\d+", re.IGNORECASE)


def check(documents: tuple[Document, ...], *, is_complete: bool = True) -> tuple[Finding, ...]:
    """Find what does not fit together in the edition as a whole; what is unused is known only if nothing is unread."""
    edition = index(documents)
    cables = tuple(document for document in documents if document.is_cable)
    found = [*links.check(edition), *_strange_titles(cables, edition)]
    found += records.check(edition, is_complete=is_complete)
    siblings = _siblings(cables)
    for document in cables:
        found += (*_missing_parts(document, siblings), *_misnumbered(document))
    return tuple(found)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _titles(document: Document, path: str) -> dict[str, etree._Element]:
    found = document.root.iterfind(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}{path}/{TEI}title")
    return {title.get("type", "main"): title for title in found}


def _strange_titles(cables: tuple[Document, ...], edition: Index) -> Iterator[Finding]:
    """X34: the series that a cable names is the edition."""
    about = edition.documents.get("edition")
    if about is None:
        return
    titles = {kind: _text(title) for kind, title in _titles(about, "titleStmt").items() if kind in ("main", "sub")}
    for document in cables:
        repeated = _titles(document, "seriesStmt")
        for kind, title in repeated.items():
            if titles.get(kind, "") != _text(title):
                yield _strange_title(document, title, titles.get(kind, ""))
        if repeated:
            yield from (_title_left_out(document, titles[kind]) for kind in titles if kind not in repeated)


def _strange_title(document: Document, title: etree._Element, right: str) -> Finding:
    message = f"The series is called “{_text(title)}” here, but edition.xml says otherwise."
    remedy = f"Write “{right}”." if right else "Remove it: the edition has no such title."
    return document.finding("X34", message, title, remedy=remedy)


def _title_left_out(document: Document, title: str) -> Finding:
    series = next(document.root.iter(f"{TEI}seriesStmt"))
    message = "The series lacks a title that the edition has."
    return document.finding("X34", message, series, remedy=f'Add <title level="s"> with “{title}”.')


def _heading(document: Document) -> etree._Element | None:
    """Choose what tells the part: the cable's own head, else the title of its record."""
    head = document.root.find(f"{TEI}text/{TEI}body/{TEI}div/{TEI}head")
    return head if head is not None else _titles(document, "titleStmt").get("main")


def _part(document: Document) -> tuple[int, int] | None:
    """Read “(2 of 3)” as 2 and 3."""
    match = _PART.search(_text(_heading(document)))
    return (int(match[1]), int(match[2])) if match else None


def _common(document: Document) -> str:
    """Reduce a record's title to what the parts of one telegram share."""
    title = _text(_titles(document, "titleStmt").get("main"))
    return _NUMBER.sub("", _PART.sub("", title)).casefold()


def _siblings(cables: tuple[Document, ...]) -> dict[tuple[str, int, int], str]:
    return {(_common(document), *part): document.stem for document in cables if (part := _part(document))}


def _missing_parts(document: Document, siblings: dict[tuple[str, int, int], str]) -> Iterator[Finding]:
    """X29: “(2 of 2)” promises a part before it; an error if that part is at hand, else a warning."""
    heading, part = _heading(document), _part(document)
    if heading is None or part is None:
        return
    number, count = part
    divided = {link.kind for link in links.links(document) if link.subtype == "divided"}
    for kind, other in (("prev", number - 1), ("next", number + 1)):
        if 1 <= other <= count and kind not in divided:
            yield _missing_part(document, heading, kind, other, siblings.get((_common(document), other, count)))


def _missing_part(document: Document, heading: etree._Element, kind: str, other: int, stem: str | None) -> Finding:
    message = f"This is part of a divided telegram, but no link leads to part {other}."
    target = f"{stem}.xml" if stem else "…"
    remedy = f'Add <ref type="{kind}" subtype="divided" target="{target}"> to correspContext.'
    severity = Severity.ERROR if stem else Severity.WARNING
    return document.finding("X29", message, heading, severity=severity, remedy=remedy)


def _misnumbered(document: Document) -> Iterator[Finding]:
    """X29: separate telegrams count from 1; a number twice is an error, one left out may be outside the edition."""
    due = 1
    for link in links.links(document):
        written = link.element.get("n", "")
        if (link.kind, link.subtype) == ("part", "separate") and _SMALL.fullmatch(written):
            yield from _misplaced_number(document, link, int(written), due)
            # A number twice is taken for the one that is due, lest all that follow be reported too
            due = max(int(written), due) + 1


def _misplaced_number(document: Document, link: Link, number: int, due: int) -> Iterator[Finding]:
    if number < due:
        message, severity = f"Separate Telegram {number} is listed where {due} is due.", Severity.ERROR
    elif number > due:
        message, severity = f"Separate Telegram {number} follows {due - 1}.", Severity.WARNING
    else:
        return
    remedy = "List all of them, in order; a telegram may be missing only if the edition does not have it."
    yield document.finding("X29", message, link.element, attribute="n", severity=severity, remedy=remedy)
