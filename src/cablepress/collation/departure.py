"""The lines of two texts → a stretch of them in which a page and a cable depart from each other."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

Line = tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """Lines of words, and all the words as one sequence."""

    lines: tuple[Line, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(chain.from_iterable(self.lines))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The index of each line's first word, and at the end the number of all words."""
        return tuple(accumulate(map(len, self.lines), initial=0))

    def line_of(self, word: int) -> int:
        """Return the index of the line that a word stands on; the last line for a place beyond all words."""
        return min(bisect_right(self.starts, word), len(self.lines)) - 1


@dataclass(frozen=True, slots=True)
class Departure:
    """Words that stand on the page and not in the cable, or the other way round, or in the place of each other.

    Both places are indexes into the words of the two texts, also where there are no words on that side.
    `moved_from` is the place in the cable where the page's words stand instead; `is_outside` marks a line beside
    the cable, for which the frame does not account either.
    """

    page_at: int
    page: Line
    cable_at: int
    cable: Line
    moved_from: int | None = None
    is_outside: bool = False
