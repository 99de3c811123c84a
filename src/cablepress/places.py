"""The text of a well-formed XML file → the place of each of its elements and attributes.

lxml knows only the line on which a start tag ends, and no column. A finding should point at the very
attribute, so the text is scanned once more. The scanner relies on lxml having found the file well-formed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cablepress.finding import Place

LINE_END = re.compile(r"\r\n?|\n")

_PIECE = re.compile(
    r"(?P<text>[^<]+)|(?P<end></[^>]*>)|(?P<aside><!--.*?-->|<\?.*?\?>)|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|(?P<start><[^\s/>!?]+(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.DOTALL)
_CLARK = re.compile(r"\{(.*)\}(.*)")
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: where it begins, where it ends, and where each attribute's name begins (offsets in characters)."""

    start: int
    end: int
    attributes: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Places:
    """The places of all elements of a file, in document order."""

    text: str

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """All start tags, in document order; the n-th belongs to the n-th element."""
        return tuple(_tags(self.text))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in LINE_END.finditer(self.text)))

    def place(self, offset: int) -> Place:
        """Turn an offset in characters into line and column."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def of_element(self, ordinal: int) -> Place:
        """Return where the start tag of the n-th element begins (n from 0)."""
        return self.place(self.tags[ordinal].start)

    def of_attribute(self, ordinal: int, name: str) -> Place:
        """Return where an attribute's name begins; the element's place if it has no such attribute.

        `name` is as lxml writes it: plain, or `{namespace}local`.
        """
        tag = self.tags[ordinal]
        return self.place(next((offset for written, offset in tag.attributes if _is_same(written, name)), tag.start))


def pieces(text: str, begin: int = 0) -> Iterator[re.Match[str]]:
    """Take a file apart; the group that matched is the kind of a piece: text, cdata, aside, start or end.

    The group `cdata` is what such a section holds; an `aside` is a comment or a processing instruction.
    """
    return _PIECE.finditer(text, begin)


def _tags(text: str) -> Iterator[Tag]:
    for piece in pieces(text):
        if piece.lastgroup == "start":
            begin = piece.start("attributes")
            found = _ATTRIBUTE.finditer(piece["attributes"])
            yield Tag(piece.start(), piece.end(), tuple((pair[1], begin + pair.start()) for pair in found))


def _is_same(written: str, name: str) -> bool:
    """Compare a name as written with a Clark name; of prefixes only `xml` is fixed, so others match by local name."""
    clark = _CLARK.fullmatch(name)
    if not clark:
        return written == name
    namespace, local = clark.groups()
    prefix, _, rest = written.partition(":")
    return rest == local and (prefix == "xml") == (namespace == _XML_NAMESPACE)
