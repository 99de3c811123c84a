"""The passages of an edition, in their order → the places of each term, written as a browser can read them quickly.

A place is the number of a passage. The places of a term are told by their distances, with one bit each for whether the
term stands there more than once, in as few letters as will do: five bits to a letter, those that go on marked.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from cablepress.search.passages import Filed, Passage
from cablepress.search.terms import terms

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_BITS, _MORE = 5, 32

# What a passage can be filtered by is a term as well; its first sign stands in no word
SPEAKS, NAMED, STATE = "@", "+", "="

Places = Mapping[str, "array[int]"]


def places(cables: Iterable[Filed]) -> Places:
    """List the places of every term: twice the number of the passage, and one more if it stands there repeatedly."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    number = 0
    for cable in cables:
        for passage in cable.passages:
            for term, count in _counted(passage, cable.state).items():
                found[term].append(2 * number + (count > 1))
            number += 1
    return found


def _counted(passage: Passage, state: str) -> Counter[str]:
    counted = Counter(terms(passage.text))
    counted.update(f"{SPEAKS}{key}" for key in set(passage.who))
    counted.update(f"{NAMED}{key}" for key in set(passage.named))
    # Most telegrams have their text: who asks for those, leaves out the others
    counted.update((f"{STATE}{state}",) if state != "full" else ())
    return counted


def written(found: "array[int]") -> str:
    """Write the places of a term as the distances between them."""
    return _letters(found[0]) + "".join(
        [_letters((after & ~1) - (before & ~1) + (after & 1)) for before, after in pairwise(found)]
    )


@cache
def _letters(value: int) -> str:
    letters = LETTERS[value % _MORE]
    while value := value >> _BITS:
        letters = LETTERS[_MORE + value % _MORE] + letters
    return letters
