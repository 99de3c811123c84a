"""An element of a file → the place of each run of text that stands directly in it.

lxml keeps no place of a text at all. The file is scanned from the element's start tag on, counting depth.
"""

from collections.abc import Iterator

from lxml import etree

from cablepress.document import Document
from cablepress.finding import Place
from cablepress.places import pieces


def places_of_text(document: Document, element: etree._Element) -> tuple[Place, ...]:
    """Return where each run begins, blank ones too: before the first child, after it, after the second, and so on."""
    begin = document.tag(element).end
    return tuple(document.places.place(offset) for offset in _runs(document.places.text, begin))


def _runs(text: str, begin: int) -> Iterator[int]:
    depth, run = 0, begin
    found = False  # whether this run has a letter yet: a place points to the first one, not to the space before it
    for piece in pieces(text, begin):
        kind = piece.lastgroup or ""
        if kind in {"text", "cdata"}:
            if depth == 0 and not found and piece[kind].strip():
                run, found = piece.end(kind) - len(piece[kind].lstrip()), True
            continue
        if depth == 0:
            yield run
        depth += (kind == "start" and not piece[0].endswith("/>")) - (kind == "end")
        if depth < 0:
            return
        if depth == 0:
            run, found = piece.end(), False


def texts_in(element: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """Iterate over the runs of text directly in an element, each with the child before it."""
    yield None, element.text or ""
    for child in element:
        yield child, child.tail or ""
