"""The footnotes of a cable and the lines of its page → which lines print which note, and which marks agree.

A page prints a footnote's mark as 1, (1), [1] or *, with or without a space before it, and the note at the foot of
the page or at the very end, there also as “1.”. The mark is therefore compared loosely; every other word is compared
as it stands.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cablepress.collation.departure import Departure, Line

# Never in a text: they stand round a mark whose note the page has, or has not, or that stands before its note
KEPT, LOST, FOOT = "\ufdd0", "\ufdd1", "\ufdd2"
_MARK = re.compile(rf"(?:\\ )?([{KEPT}{LOST}{FOOT}])\\\[(.*?)\\\][{KEPT}{LOST}{FOOT}](\\ )?")
_LONE_MARK = re.compile(r"\[(\d{1,3}|[a-z])\]|\((\d{1,3}|[a-z])\)|(\d{1,3})|\*+")
_ALIKE = 0.5


def _forms(number: str) -> str:
    """Match a mark of this number in any form; a star, which also a note without a number has, any mark."""
    number = rf"(?:{number}|\d{{1,3}})" if number == r"\*" else number
    return rf"(?:\[{number}\]|\({number}\)|{number}|\*+)"


def is_same(page: Line, cable: Line) -> bool:
    """Whether two texts differ in the form of footnote marks alone; in the cable's, one of the signs encloses them."""

    def loose(mark: re.Match[str]) -> str:
        form = f"(?: ?{_forms(mark[2])}){'?' if mark[1] == LOST else ''}"
        stop = r"\.?" if mark[1] == FOOT else ""
        return form + stop + ("" if not mark[3] else " ?" if mark.start() == 0 else " ")  # at the foot, it may touch

    pattern = re.escape(" ".join(cable))
    return bool(_MARK.search(pattern)) and bool(re.fullmatch(_MARK.sub(loose, pattern), " ".join(page)))


def claim(lines: Sequence[Line], notes: Sequence[Sequence[Line]]) -> Iterator[range | None]:
    """Find for each note, in order, the lines that print it: of those that begin with its mark, the most alike."""
    begin = 0
    for note in notes:
        opening = re.compile(_forms(re.escape(note[0][0].strip("[]"))))
        first = _most_alike(lines, note[0], opening, begin)
        found = None if first is None else range(first, min(first + len(note), len(lines)))
        begin = begin if found is None else found.stop
        yield found


def _most_alike(lines: Sequence[Line], note: Line, opening: re.Pattern[str], begin: int) -> int | None:
    alike: dict[int, float] = {}
    for number in range(begin, len(lines)):
        if mark := opening.match(lines[number][0]):
            words = [*filter(None, [lines[number][0][mark.end() :]]), *lines[number][1:]]
            shared = Counter([note[0], *words]) & Counter(note)
            alike[number] = 2 * shared.total() / (1 + len(words) + len(note))
    best = max(alike, key=alike.__getitem__, default=None)
    return best if best is not None and alike[best] >= _ALIKE else None


def without_marks(found: Sequence[Departure]) -> Iterator[Departure]:
    """Leave out the bare mark of a footnote that the cable has lost: the line of the footnote tells it all."""
    lost = (_LONE_MARK.fullmatch(each.page[0]) for each in found if len(each.page) > 1 and not each.cable)
    marks = [_mark_in_text(next(filter(None, mark.groups()), "")) for mark in lost if mark]
    for each in found:
        page, cable = " ".join(each.page), " ".join(each.cable)
        if not any(page[: at.start()] + page[at.end() :] == cable for mark in marks for at in mark.finditer(page)):
            yield each


def _mark_in_text(number: str) -> re.Pattern[str]:
    """Match a mark in a text; a bare number only where it touches a word, since apart it would be a word itself."""
    return re.compile(rf" ?(?:\[{number}\]|\({number}\)|\*+)|(?<=[^\W\d]){number}(?!\w)" if number else r" ?\*+")
