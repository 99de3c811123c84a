"""An element of a file → the place of each run of text that stands directly in it.

lxml keeps no place of a text at all. The file is scanned from the element's start tag on, counting depth.
"""

import re
from collections.abc import Iterator

from lxml import etree

from cablepress.document import Document
from cablepress.finding import Place

_PIECE = re.compile(
    r"(?P<aside><!--.*?-->|<\?.*?\?>)|(?P<cdata><!\[CDATA\[.*?\]\]>)|(?P<end></[^>]*>)"
    r"|(?P<start><(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)|(?P<text>[^<]+)",
    re.DOTALL,
)


def places_of_text(document: Document, element: etree._Element) -> tuple[Place, ...]:
    """Return where each run begins, blank ones too: before the first child, after it, after the second, and so on."""
    begin = document.places.tags[document.elements.index(element)].end
    return tuple(document.places.place(offset) for offset in _runs(document.places.text, begin))


def _runs(text: str, begin: int) -> Iterator[int]:
    depth, run = 0, begin
    found = False  # whether this run has a letter yet: a place points to the first one, not to the space before it
    for piece in _PIECE.finditer(text, begin):
        if depth == 0 and piece.lastgroup in ("text", "cdata") and not found and piece[0].strip():
            run, found = piece.start() + len(piece[0]) - len(piece[0].lstrip()), True
        closes = piece.lastgroup == "end"
        opens = piece.lastgroup == "start" and not piece[0].endswith("/>")
        if depth == 0 and piece.lastgroup in ("start", "end", "aside"):
            yield run
        depth += opens - closes
        if depth < 0:
            return
        if depth == 0 and piece.lastgroup in ("start", "end", "aside"):
            run, found = piece.end(), False
