"""Two sequences of words, or of lines → the stretches in which they differ.

Sequences that agree are known to agree in linear time. Where they differ, items found once in both are the fixed points
between which the rest is compared (the patience diff of Bram Cohen), so that one mistake in a long text costs no more
than its own paragraph. Between them `difflib` compares, for as long as that can be afforded.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Stretch = tuple[int, int, int, int]

_DEEP = 16  # fixed points between fixed points; text is seldom deeper than three
_SHINGLE = 8  # words that together stand once, where no word alone does
_STRETCH = 1_000_000  # steps that difflib may take in one stretch …
_TEXT = 3_000_000  # … in all stretches of a text …
_WORD = 20  # … and for each of its words
_QUICK = 8  # pairs of items that it passes over in the time of one step
_OFTEN = 4  # times that it looks at a pair of equal items


class Effort:
    """The steps that may still be taken over a text; without them, two stretches are simply different."""

    def __init__(self, words: int) -> None:
        self._left = _TEXT + _WORD * words

    def affords(self, steps: int) -> bool:
        """Take so many steps, if they are allowed."""
        if steps > min(self._left, _STRETCH):
            return False
        self._left -= steps
        return True


def stretches(ours: Sequence[object], theirs: Sequence[object], effort: Effort) -> Iterator[Stretch]:
    """Find the stretches in which two sequences differ, in order."""
    yield from _between(ours, theirs, (0, len(ours), 0, len(theirs)), effort, 0)


def _between(
    ours: Sequence[object], theirs: Sequence[object], stretch: Stretch, effort: Effort, depth: int
) -> Iterator[Stretch]:
    left, right, low, high = _trimmed(ours, theirs, stretch)
    if left == right and low == high:
        return
    anchors = _fixed(ours[left:right], theirs[low:high]) if depth < _DEEP and left < right and low < high else []
    if not anchors:
        yield from _blocks(ours, theirs, (left, right, low, high), effort)
        return
    fixed = [(left + mine, low + yours) for mine, yours in anchors]
    after = [(left, low), *((mine + 1, yours + 1) for mine, yours in fixed)]
    for (left_end, low_end), (right_end, high_end) in zip(after, [*fixed, (right, high)], strict=True):
        yield from _between(ours, theirs, (left_end, right_end, low_end, high_end), effort, depth + 1)


def _trimmed(ours: Sequence[object], theirs: Sequence[object], stretch: Stretch) -> Stretch:
    left, right, low, high = stretch
    while left < right and low < high and ours[left] == theirs[low]:
        left, low = left + 1, low + 1
    while left < right and low < high and ours[right - 1] == theirs[high - 1]:
        right, high = right - 1, high - 1
    return left, right, low, high


def _fixed(ours: Sequence[object], theirs: Sequence[object]) -> list[tuple[int, int]]:
    """Find fixed points: items that both have once, else such runs of items."""
    return _anchors(ours, theirs) or _anchors(_shingles(ours), _shingles(theirs))


def _shingles(items: Sequence[object]) -> list[object]:
    return list(zip(*(items[start:] for start in range(_SHINGLE)), strict=False))


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


def _blocks(ours: Sequence[object], theirs: Sequence[object], stretch: Stretch, effort: Effort) -> Iterator[Stretch]:
    """Compare two stretches item by item; where that would take too long, they are one difference."""
    left, right, low, high = stretch
    one, other = ours[left:right], theirs[low:high]
    if not one or not other or not effort.affords(_cost(one, other)):
        yield stretch
        return
    opcodes = (opcode for opcode in SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
    yield from ((left + a, left + b, low + c, low + d) for kind, a, b, c, d in opcodes if kind != "equal")


def _cost(one: Sequence[object], other: Sequence[object]) -> int:
    """Estimate the steps of difflib: it looks at each pair of equal items, and at worst once for each pair of any."""
    mine, yours = Counter(one), Counter(other)
    return len(one) * len(other) // _QUICK + _OFTEN * sum(count * yours[item] for item, count in mine.items())
