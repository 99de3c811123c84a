"""The passages of an edition, in their order → the places of each term, written as a browser can read them quickly.

A place is the number of a passage. The places of a term are told by their distances, with one bit each for whether the
term stands there more than once, in as few letters as will do: five bits to a letter, those that go on marked. Where
that is longer, a bit for each passage says whether the term stands there, six bits to a letter: no term needs more
letters than a third of the passages.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from cablepress.search.passages import Filed, Passage
from cablepress.search.terms import terms

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_BITS, _MORE = 5, 32
_MAP = "."  # before a map of bits, and between its two parts
_OF_A_MAP = 6

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
    """Write the places of a term in the shorter of the two ways."""
    distances = _distances(found)
    return _mapped(found) if _map_length(found) < len(distances) else distances


def _distances(found: "array[int]") -> str:
    return _letters(found[0]) + "".join(
        [_letters((after & ~1) - (before & ~1) + (after & 1)) for before, after in pairwise(found)]
    )


@cache
def _letters(value: int) -> str:
    letters = LETTERS[value % _MORE]
    while value := value >> _BITS:
        letters = LETTERS[_MORE + value % _MORE] + letters
    return letters


def _map_length(found: "array[int]") -> int:
    return 2 * len(_MAP) + (found[-1] // 2) // _OF_A_MAP + 1 + -(-len(found) // _OF_A_MAP)


def _mapped(found: "array[int]") -> str:
    """Write a bit for each passage up to the last; then one for each place, whether it has the term repeatedly."""
    present = bytearray(found[-1] // 2 + 1)
    for place in found:
        present[place >> 1] = 1
    return f"{_MAP}{_bits(present)}{_MAP}{_bits(bytes(place & 1 for place in found))}"


def _bits(bits: Sequence[int]) -> str:
    """Write bits by the letter, the first of a letter the highest."""
    whole = bytes(bits) + bytes(-len(bits) % _OF_A_MAP)
    return "".join(LETTERS[_number(whole[at : at + _OF_A_MAP])] for at in range(0, len(whole), _OF_A_MAP))


@cache
def _number(bits: bytes) -> int:
    return sum(bit << _OF_A_MAP - 1 - at for at, bit in enumerate(bits))
