"""A source page, a cable, and the known frame of the page → every departure of the one from the other.

Nothing here knows of TEI. Two texts that agree are known to agree in linear time; where they differ, lines
found once in both are the fixed points between which words are compared, so that one mistake in a long text costs
no more than its own paragraph.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, chain, takewhile

Line = tuple[str, ...]
Stretch = tuple[int, int, int, int]

# Beyond so many pairs of words without any fixed point, two stretches are simply reported as different.
_MANY_PAIRS = 1_000_000
# Shorter stretches occur twice by chance: only longer ones are said to have moved.
_MOVED_WORDS = 3


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


def compare(page: Text, cable: Text, frame: frozenset[Line]) -> tuple[Departure, ...]:
    """Find every departure of a cable from its page; lines of the frame may stand before and after the cable only."""
    first, last = _within_frame(page.lines, cable.lines, frame)
    if page.words[page.starts[first] : page.starts[last]] == cable.words:
        return ()
    found = chain.from_iterable(
        _departures(page, cable, frame, stretch)
        for stretch in _stretches(page.lines, cable.lines, (first, last, 0, len(cable.lines)))
    )
    return tuple(_with_moves(tuple(found)))


def _within_frame(page: Sequence[Line], cable: Sequence[Line], frame: frozenset[Line]) -> tuple[int, int]:
    """Strip the frame from both ends of a page; what the cable itself begins or ends with stays."""
    before = tuple(takewhile(frame.__contains__, page))
    if len(before) == len(page):  # the cable says nothing but what its frame says, too
        first = next((n for n in range(len(page)) if tuple(page[n : n + len(cable)]) == tuple(cable)), len(page))
        return first, min(first + len(cable), len(page))
    first = len(before) - _overlap(before, cable)
    after = tuple(takewhile(frame.__contains__, reversed(page[first:])))
    last = len(page) - len(after) + _overlap(after, tuple(reversed(cable)))
    return first, last


def _overlap(ending: Sequence[Line], beginning: Sequence[Line]) -> int:
    """Count the lines with which one sequence ends and the other begins."""
    longest = min(len(ending), len(beginning))
    return next((n for n in range(longest, 0, -1) if tuple(ending[-n:]) == tuple(beginning[:n])), 0)


def _departures(page: Text, cable: Text, frame: frozenset[Line], stretch: Stretch) -> Iterator[Departure]:
    """Compare the words of one stretch of lines that differ."""
    page_lines, cable_lines = range(*stretch[:2]), range(*stretch[2:])
    if cable_lines.start == 0 or cable_lines.stop == len(cable.lines):
        own = {cable.lines[line] for line in cable_lines}
        page_lines_kept = [n for n in page_lines if page.lines[n] not in frame or page.lines[n] in own]
    else:
        page_lines_kept = list(page_lines)
    start = cable.starts[cable_lines.start]
    if not cable_lines and start in (0, len(cable.words)):
        yield from (Departure(page.starts[n], page.lines[n], start, (), is_outside=True) for n in page_lines_kept)
        return
    ours = [word for n in page_lines_kept for word in range(page.starts[n], page.starts[n + 1])]
    end_of_page = page.starts[page_lines.stop]
    words = [page.words[word] for word in ours]
    theirs = cable.words[start : cable.starts[cable_lines.stop]]
    for left, right, low, high in _stretches(words, theirs, (0, len(words), 0, len(theirs))):
        at = ours[left] if left < len(ours) else end_of_page
        yield Departure(at, tuple(words[left:right]), start + low, tuple(theirs[low:high]))


def _stretches(ours: Sequence[object], theirs: Sequence[object], stretch: Stretch) -> Iterator[Stretch]:
    """Find the stretches in which two sequences differ, in order, between the items that each has once."""
    left, right, low, high = _trimmed(ours, theirs, stretch)
    if left == right and low == high:
        return
    anchors = _anchors(ours[left:right], theirs[low:high]) if left < right and low < high else []
    if not anchors:
        yield from _blocks(ours, theirs, (left, right, low, high))
        return
    fixed = [(left + mine, low + yours) for mine, yours in anchors]
    after = [(left, low), *((mine + 1, yours + 1) for mine, yours in fixed)]
    for (left_end, low_end), (right_end, high_end) in zip(after, [*fixed, (right, high)], strict=True):
        yield from _stretches(ours, theirs, (left_end, right_end, low_end, high_end))


def _trimmed(ours: Sequence[object], theirs: Sequence[object], stretch: Stretch) -> Stretch:
    left, right, low, high = stretch
    while left < right and low < high and ours[left] == theirs[low]:
        left, low = left + 1, low + 1
    while left < right and low < high and ours[right - 1] == theirs[high - 1]:
        right, high = right - 1, high - 1
    return left, right, low, high


def _anchors(ours: Sequence[object], theirs: Sequence[object]) -> list[tuple[int, int]]:
    """Pair the items that each sequence has exactly once, as many as stand in the same order in both."""
    mine, yours = Counter(ours), Counter(theirs)
    place = {item: index for index, item in enumerate(theirs) if yours[item] == 1}
    pairs = [(index, place[item]) for index, item in enumerate(ours) if mine[item] == 1 and item in place]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the longest run of pairs whose second members rise (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_, yours) in enumerate(pairs):
        pile = bisect_left(tops, yours)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [yours]
        piles[pile : pile + 1] = [number]
    kept, number = [], piles[-1] if piles else -1
    while number >= 0:
        kept.append(pairs[number])
        number = before[number]
    return kept[::-1]


def _blocks(ours: Sequence[object], theirs: Sequence[object], stretch: Stretch) -> Iterator[Stretch]:
    """Compare two short stretches item by item; long ones without a fixed point are one difference."""
    left, right, low, high = stretch
    if (right - left) * (high - low) in range(1, _MANY_PAIRS):
        matcher = SequenceMatcher(None, ours[left:right], theirs[low:high], autojunk=False)
        opcodes = (opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal")
        yield from ((left + a, left + b, low + c, low + d) for _, a, b, c, d in opcodes)
    else:
        yield stretch


def _with_moves(found: Sequence[Departure]) -> Iterator[Departure]:
    """Join words that are lost in one place and added in another into one departure."""
    added = {departure.cable: departure for departure in found if not departure.page}
    lost = {departure.page for departure in found if not departure.cable}
    moved = {words for words in lost & added.keys() if len(words) >= _MOVED_WORDS}
    for departure in found:
        if not departure.cable and departure.page in moved:
            origin = added[departure.page]
            yield Departure(departure.page_at, departure.page, departure.cable_at, (), origin.cable_at)
        elif departure.page or departure.cable not in moved:
            yield departure
