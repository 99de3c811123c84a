"""Changes to a text → the changed text, and the way back from a place in it to the place in the original."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cablepress.finding import Place
from cablepress.places import Places


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: what stands from `start` to `end`, offsets in characters, gives way to `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """What keeps a text from being XML, where it stands, and how to mend it."""

    offset: int
    fact: str
    remedy: str
    code: str = "W03"
    edits: tuple[Edit, ...] = ()


def disjoint(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Sort edits, and leave out what would change a place that an earlier one has changed."""
    kept: list[Edit] = []
    for each in sorted(edits, key=lambda edit: (edit.start, edit.end)):  # those at one place keep their order
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that are sorted and do not overlap."""
    pieces, end = [], 0
    for each in edits:
        pieces += [text[end : each.start], each.text]
        end = each.end
    return "".join((*pieces, text[end:]))


@dataclass(frozen=True)
class MovedPlaces(Places):
    """The places of a text that edits were applied to, as places of the text before."""

    before: Places
    edits: tuple[Edit, ...]

    @cached_property
    def _moves(self) -> tuple[tuple[int, int], ...]:
        """Where each stretch of the new text begins, and where in the old text that is."""
        moves, shift = [(0, 0)], 0
        for each in self.edits:
            moves.append((each.start + shift, each.start))
            shift += len(each.text) - (each.end - each.start)
            moves.append((each.end + shift, each.end))
        return tuple(moves)

    def original(self, offset: int) -> int:
        """Turn an offset in the new text into one in the old; within what is new, into where that was put."""
        number = bisect_right(self._moves, (offset, len(self.before.text))) - 1
        new, old = self._moves[number]
        is_new = number % 2 == 1  # stretches alternate: kept, then replaced
        return old if is_new else old + offset - new

    def place(self, offset: int) -> Place:
        """Turn an offset in the new text into line and column of the old one."""
        return self.before.place(self.original(offset))
