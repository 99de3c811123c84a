"""The text of a source page → its lines of words, and the place of each word in the file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cablepress.collation.departure import Text
from cablepress.finding import Place
from cablepress.places import LINE_END

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Page:
    """A source page: its name, its lines that are not blank as they stand, and the numbers of these in the file."""

    name: str
    lines: tuple[str, ...]
    numbers: tuple[int, ...]

    @cached_property
    def text(self) -> Text:
        """The words; white space of any kind separates them and is not compared."""
        return Text(tuple(tuple(line.split()) for line in self.lines))

    def only(self, wanted: Iterable[int]) -> "Page":
        """Return some lines of the page, as a page."""
        lines = tuple(wanted)
        return Page(self.name, tuple(self.lines[line] for line in lines), tuple(self.numbers[line] for line in lines))

    def place(self, word: int, line: int) -> Place:
        """Return where a word begins; where it stands on another line than the given one, the end of that."""
        text = self.lines[line]
        at = word - self.text.starts[line]
        starts = [found.start() for found in _WORD.finditer(text)]
        return Place(self.numbers[line], (starts[at] if 0 <= at < len(starts) else len(text.rstrip())) + 1)


def read_page(name: str, text: str) -> Page:
    """Split a page into lines, and leave out the blank ones."""
    lines = tuple((number, line) for number, line in enumerate(LINE_END.split(text), 1) if line.strip())
    return Page(name, tuple(line for _, line in lines), tuple(number for number, _ in lines))
