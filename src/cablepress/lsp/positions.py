"""Offsets and places in a text, in characters → positions of the protocol, whose columns count code units."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from cablepress.places import LINE_END

_BYTES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@dataclass(frozen=True)
class Positions:
    """The lines of a text. In UTF-16, what is beyond the first plane of Unicode counts as two columns."""

    text: str
    encoding: str = "utf-16"

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in LINE_END.finditer(self.text)))

    def position(self, offset: int) -> tuple[int, int]:
        """Turn an offset into line and column, both counted from 0."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._units(self.text[self._starts[line] : offset])

    def offset(self, line: int, column: int) -> int:
        """Turn a position into an offset; one beyond the end of its line means that end."""
        if not 0 <= line < len(self._starts):
            return len(self.text) if line > 0 else 0
        begin, units = self._starts[line], 0
        ending = LINE_END.search(self.text, begin)
        end = ending.start() if ending else len(self.text)
        for at, character in enumerate(self.text[begin:end], begin):
            units += self._units(character)
            if units > column:
                return at
        return end

    def of_place(self, line: int, column: int) -> int:
        """Turn a place of a finding, both counted from 1 and in characters, into an offset."""
        if not 0 < line <= len(self._starts):
            return 0
        return min(self._starts[line - 1] + column - 1, len(self.text))

    def _units(self, text: str) -> int:
        codec, size = _BYTES[self.encoding]
        return len(text.encode(codec, "surrogatepass")) // size
