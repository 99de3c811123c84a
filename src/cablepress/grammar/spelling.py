"""A word that is wrong, and the words that would be right → the one that was probably meant.

The distance is that of optimal string alignment: letters left out, added or mistaken, and neighbours that changed
places, each count as one (F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964).
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_ALIKE = 0.7
_LONG = 5  # letters; from there on two slips in a word are one word still


def likely(text: str, allowed: Iterable[str]) -> str:
    """Return which of the allowed words was probably meant, or nothing."""
    return next(iter(candidates(text, allowed)), "")


def candidates(text: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return those of the allowed words that are nearest to a wrong one, if any is near."""
    by_case = {each.casefold(): each for each in allowed}
    word = text.strip().casefold()
    near = sorted((distance(word, each), each) for each in by_case if abs(len(each) - len(word)) <= _slips(word))
    if near and near[0][0] <= _slips(word):
        return tuple(by_case[each] for slips, each in near if slips == near[0][0])
    return tuple(by_case[each] for each in get_close_matches(word, by_case, n=1, cutoff=_ALIKE))


def _slips(word: str) -> int:
    """Say how many slips may be in a word of this length."""
    return 0 if len(word) < 2 else 1 if len(word) < _LONG else 2  # noqa: PLR2004 - one letter is no word


@lru_cache(maxsize=8192)
def distance(one: str, other: str) -> int:
    """Count the slips that turn one word into another."""
    before, last = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, each in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != each))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == each:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
