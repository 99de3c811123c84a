"""A source page, a cable, and the known frame of the page → every departure of the one from the other.

Nothing here knows of TEI.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from cablepress.collation.alignment import Effort, Stretch, stretches
from cablepress.collation.departure import Departure, Line, Text
from cablepress.collation.moves import with_moves


def compare(page: Text, cable: Text, frame: frozenset[Line]) -> tuple[Departure, ...]:
    """Find every departure of a cable from its page; lines of the frame may stand before and after the cable only."""
    first, last = _within_frame(page.lines, cable.lines, frame)
    if page.words[page.starts[first] : page.starts[last]] == cable.words:
        return ()
    effort = Effort(len(page.words) + len(cable.words))
    found = chain.from_iterable(
        _departures(page, cable, frame, (first + left, first + right, low, high), effort)
        for left, right, low, high in stretches(page.lines[first:last], cable.lines, effort)
    )
    return with_moves(tuple(found))


def begin(page: Text, cable: Text, frame: frozenset[Line]) -> int:
    """Return the word of the page with which the cable begins."""
    return page.starts[_within_frame(page.lines, cable.lines, frame)[0]]


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


def _departures(
    page: Text, cable: Text, frame: frozenset[Line], stretch: Stretch, effort: Effort
) -> Iterator[Departure]:
    """Compare the words of one stretch of lines that differ."""
    page_lines, cable_lines = range(*stretch[:2]), range(*stretch[2:])
    own = {cable.lines[line] for line in cable_lines}
    ends = cable_lines.start == 0, cable_lines.stop == len(cable.lines)
    framed = [n for n in page_lines if any(ends) and page.lines[n] in frame and page.lines[n] not in own]
    kept = [n for n in page_lines if n not in framed] if framed else list(page_lines)
    start = cable.starts[cable_lines.start]
    if not cable_lines and start in (0, len(cable.words)):
        yield from (Departure(page.starts[n], page.lines[n], start, (), is_outside=True) for n in kept)
        return
    words = [word for n in kept for word in range(page.starts[n], page.starts[n + 1])]
    theirs = cable.words[start : cable.starts[cable_lines.stop]]
    differing = list(stretches([page.words[word] for word in words], theirs, effort))
    spelt = _spelt(page, cable, words, differing, (page.starts[page_lines.stop], start))
    found = [part for each in spelt for part in _by_line(page, cable, each)]
    inside = _inside(page, framed, _agreed(words, differing, start), start, ends)
    yield from sorted([*found, *inside], key=lambda each: each.page_at)


def _spelt(
    page: Text, cable: Text, words: Sequence[int], differing: Sequence[Stretch], ends: tuple[int, int]
) -> Iterator[Departure]:
    """Spell the words of stretches that differ; those of a page may be broken by lines that are not compared."""
    end_of_page, start = ends
    for left, right, low, high in differing:
        runs = _runs(words[left:right]) or [range(*[words[left] if left < len(words) else end_of_page] * 2)]
        theirs = cable.words[start + low : start + high]
        for run in runs:
            yield Departure(run.start, page.words[run.start : run.stop], start + low, theirs)
            low, theirs = high, ()  # noqa: PLW2901 - the rest of the page's words stand for nothing in the cable


def _by_line(page: Text, cable: Text, each: Departure) -> Iterator[Departure]:
    """Take whole lines before or after all words of the cable as lines beside it, each for itself."""
    first, end = page.line_of(each.page_at), each.page_at + len(each.page)
    is_beside = not each.cable and each.cable_at in {0, len(cable.words)} and page.starts[first] == each.page_at
    last = bisect_left(page.starts, end) if is_beside else first
    if last == first or page.starts[last] != end:
        yield each
        return
    for line in range(first, last):
        yield Departure(page.starts[line], page.lines[line], each.cable_at, (), is_outside=True)


def _runs(words: Sequence[int]) -> list[range]:
    breaks = [at for at in range(1, len(words)) if words[at] != words[at - 1] + 1]
    edges = [0, *breaks, len(words)] if words else []
    return [range(words[begin], words[end - 1] + 1) for begin, end in pairwise(edges)]


def _agreed(words: Sequence[int], differing: Sequence[Stretch], start: int) -> dict[int, int]:
    """Say where in the cable each word of the page stands that it has in common with it."""
    agreed: dict[int, int] = {}
    left = low = 0
    for begin, right, _, high in (*differing, (len(words),) * 4):
        agreed |= {words[at]: start + low + at - left for at in range(left, begin)}
        left, low = right, high
    return agreed


def _inside(
    page: Text, framed: Sequence[int], agreed: dict[int, int], start: int, ends: tuple[bool, bool]
) -> Iterator[Departure]:
    """Find lines of the frame that stand among the words of the cable, where they have no business."""
    if not framed or not agreed:
        return
    known = sorted(agreed)
    for line in framed:
        at = bisect_left(known, page.starts[line])
        is_before, is_after = ends[0] and at == 0, ends[1] and at == len(known)
        if not is_before and not is_after:
            place = agreed[known[at - 1]] + 1 if at else start  # before what the cable has for the page's next words
            yield Departure(page.starts[line], page.lines[line], place, ())
