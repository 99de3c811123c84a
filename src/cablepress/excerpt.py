"""A file of a case, and a place in it → the few lines that show what is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cablepress.places import pieces

_NAME = re.compile(r"</?([^\s/>]+)")
_MOST = 12  # lines
_WIDEST = 300  # characters of a line


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some lines of a file of a case."""

    path: str  # of the file, from the folder of all cases
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An element in a text: its name, where its start tag begins and ends, where its end tag ends."""

    name: str
    begin: int
    inner: int
    end: int


def excerpt(path: str, text: str, begin: int, end: int) -> Excerpt:
    """Cut a part out of a text, with what stands before it on its first line if that is space."""
    start = text.rfind("\n", 0, begin) + 1
    whole = text[start if text[start:begin].isspace() else begin : end]
    return Excerpt(path, shortened(tuple(whole.splitlines())))


def shortened(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Take the common indentation away, leave out the middle of what is long, and the end of long lines."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    shown = tuple(line[margin:] if line[:margin].isspace() else line for line in lines)
    if len(shown) > _MOST:
        gap = " " * (len(shown[-1]) - len(shown[-1].lstrip()) + 2)
        shown = (*shown[: _MOST - 2], f"{gap}…", shown[-1])
    return tuple(line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…" for line in shown)


def occurrences(text: str) -> Iterator[Occurrence]:
    """Walk through a well-formed text; give each element once it ends."""
    opened: list[re.Match[str]] = []
    for piece in pieces(text):
        if piece.lastgroup == "start" and piece[0].endswith("/>"):
            yield _occurrence(piece, piece.end())
        elif piece.lastgroup == "start":
            opened.append(piece)
        elif piece.lastgroup == "end" and opened:
            yield _occurrence(opened.pop(), piece.end())


def _occurrence(tag: re.Match[str], end: int) -> Occurrence:
    name = _NAME.match(tag[0])
    return Occurrence(name[1] if name else "", tag.start(), tag.end(), end)
