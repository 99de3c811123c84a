"""The departures of a cable from its page → the same, with passages that stand elsewhere told as moved.

What is lost in one place and added in another has moved. It need not be all that is lost or added there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from typing import NamedTuple

from cablepress.collation.departure import Departure, Line

# Shorter stretches occur twice by chance: only longer ones are said to have moved …
_WHOLE = 3  # … words, where all that is lost, or added, in a place has moved
_PART = 6  # … words, where it is a part of that
_OFTEN = 8  # places in which a passage is looked for


class _Move(NamedTuple):
    """A run of words of one departure's page that stands among the added words of another."""

    start: int
    stop: int
    added: int  # the number of the other departure
    at: int  # the first word there


@dataclass(frozen=True)
class _Added:
    """All words that a cable has beyond its page, and where every three of them in a row stand."""

    words: tuple[Line, ...]
    taken: tuple[bytearray, ...]
    places: dict[Line, list[tuple[int, int]]]

    def longest(self, page: Line, start: int, own: int) -> _Move | None:
        """Find the longest run that begins with a word of a departure's page and stands in another's cable."""
        best: _Move | None = None
        for number, at in self.places.get(page[start : start + _WHOLE], ())[:_OFTEN]:
            length = self._shared(page, start, number, at) if number != own else 0
            is_whole = length in {len(page), len(self.words[number])}
            if length >= (_WHOLE if is_whole else _PART) and (best is None or length > best.stop - best.start):
                best = _Move(start, start + length, number, at)
        return best

    def take(self, move: _Move) -> None:
        """Let no other passage be found there."""
        length = move.stop - move.start
        self.taken[move.added][move.at : move.at + length] = b"\1" * length

    def _shared(self, page: Line, start: int, number: int, at: int) -> int:
        words, taken = self.words[number], self.taken[number]
        length = 0
        while (
            start + length < len(page)
            and at + length < len(words)
            and page[start + length] == words[at + length]
            and not taken[at + length]
        ):
            length += 1
        return length


def with_moves(found: Sequence[Departure]) -> tuple[Departure, ...]:
    """Join words that are lost in one place and added in another into one departure."""
    added = _added(found)
    moves = [tuple(_moves(each.page, number, added)) for number, each in enumerate(found)]
    parts = (_parts(each, moves[number], added.taken[number], found) for number, each in enumerate(found))
    return tuple(_in_order(chain.from_iterable(parts)))


def _added(found: Sequence[Departure]) -> _Added:
    places: dict[Line, list[tuple[int, int]]] = defaultdict(list)
    for number, each in enumerate(found):
        for at in range(len(each.cable) - _WHOLE + 1):
            places[each.cable[at : at + _WHOLE]].append((number, at))
    words = tuple(each.cable for each in found)
    return _Added(words, tuple(bytearray(len(each)) for each in words), places)


def _moves(page: Line, own: int, added: _Added) -> Iterator[_Move]:
    start = 0
    while start <= len(page) - _WHOLE:
        move = added.longest(page, start, own)
        if move:
            added.take(move)
            yield move
        start = move.stop if move else start + 1


def _parts(
    each: Departure, moves: Sequence[_Move], taken: bytearray, found: Sequence[Departure]
) -> Iterator[Departure]:
    """Tell what moved of a departure's page, and what is left of both its sides, in the order of the page."""
    if not moves and not any(taken):
        yield each
        return
    kept = iter([(a, b) for a, b in _kept(taken) if b > a])
    at, start = each.cable_at, 0
    for move in (*moves, None):
        stop = move.start if move else len(each.page)
        if stop > start:
            a, b = next(kept, (at - each.cable_at,) * 2)
            yield _part(each, (start, stop), (a, b))
            at = each.cable_at + b
        if move:
            origin = found[move.added].cable_at + move.at
            yield Departure(each.page_at + move.start, each.page[move.start : move.stop], at, (), origin)
            start = move.stop
    for a, b in kept:
        yield _part(each, (len(each.page),) * 2, (a, b))


def _in_order(found: Iterable[Departure]) -> Iterator[Departure]:
    """Place what only the page has after all that stands for earlier words of the page."""
    least = 0
    for each in found:
        placed = each if each.cable else replace(each, cable_at=max(each.cable_at, least))
        least = placed.cable_at + len(placed.cable)
        yield placed


def _kept(taken: bytearray) -> Iterator[tuple[int, int]]:
    """Find the runs of words that did not move."""
    begin = 0
    for index, (now, after) in enumerate(zip_longest(taken, taken[1:], fillvalue=1)):
        if now:
            begin = index + 1
        elif after:
            yield begin, index + 1


def _part(each: Departure, page: tuple[int, int], cable: tuple[int, int]) -> Departure:
    return replace(
        each,
        page_at=each.page_at + page[0],
        page=each.page[slice(*page)],
        cable_at=each.cable_at + cable[0],
        cable=each.cable[slice(*cable)],
    )
