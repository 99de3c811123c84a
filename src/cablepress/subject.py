"""A place in a TEI file → what stands there: the elements it is in, the start tag, the attribute."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cablepress.finding import Finding
from cablepress.places import LINE_END, pieces

ATTRIBUTE = re.compile(r"([^\s=/<>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_NAME = re.compile(r"</?([^\s/>]+)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A place in a TEI file: the names of the elements it is in, its start tag, the attribute it is at."""

    path: tuple[str, ...]
    tag: str
    attribute: str = ""


def subjects(text: str, findings: Iterable[Finding]) -> Iterator[tuple[Finding, Subject]]:
    """Say what stands at the places of findings in a text; those that are the whole file's have none."""
    placed = [each for each in findings if each.line]
    starts = (0, *(match.end() for match in LINE_END.finditer(text))) if placed else ()
    tags = tuple(_tags(text)) if placed else ()
    offsets = [offset for offset, _ in tags]
    for finding in placed:
        if finding.line <= len(starts):
            offset = starts[finding.line - 1] + finding.column - 1
            nearest = bisect_right(offsets, offset) - 1
            if nearest >= 0:
                yield finding, _at(text, offset, *tags[nearest])


def _tags(text: str) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Walk through a file; give each tag's offset with the names of the elements that are open after it begins."""
    path: tuple[str, ...] = ()
    for piece in pieces(text):
        name = _NAME.match(piece[0])
        if piece.lastgroup == "start" and name:
            yield piece.start(), (*path, name[1])
            if not piece[0].endswith("/>"):
                path = (*path, name[1])
            else:
                yield piece.end(), path
        elif piece.lastgroup == "end":
            path = path[:-1]
            yield piece.end(), path


def _at(text: str, offset: int, begin: int, path: tuple[str, ...]) -> Subject:
    piece = next(pieces(text, begin), None)
    tag = piece[0] if piece and piece.lastgroup == "start" else ""
    at = ATTRIBUTE.match(text, offset) if begin < offset < begin + len(tag) else None
    return Subject(path, tag, at[1] if at else "")
