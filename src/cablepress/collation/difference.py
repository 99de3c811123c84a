"""A place where an encoding and its transcription differ → a value that can be kept, declared and told.

Plain and small, since it crosses the border between processes and is remembered from command to command.
"""

from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Any

from cablepress.finding import Finding

CODE = "X30"
_QUOTED_WORDS = 12
_LONGEST_WORD = 200


class Kind(StrEnum):
    """In what way an encoding departs from its transcription."""

    LOST = "lost"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    SPACE = "white space"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in a file, with those before and after them; where there are none, the place where they would stand.

    `line` and `column` are counted from 1, the column in characters; they are 0 where the file has no such place.
    """

    line: int
    column: int
    before: str
    words: str
    after: str

    @property
    def abridged(self) -> str:
        """The words; of many, the first and the last."""
        return abridged(tuple(self.words.split()))


@dataclass(frozen=True, slots=True)
class Difference:
    """One departure: its kind, both its places, and what to say of it."""

    kind: Kind
    page: Spot
    cable: Spot
    message: str
    remedy: str

    @property
    def is_declared(self) -> bool:
        """Whether the markup itself says that the edition reads otherwise than the page."""
        return self.kind is Kind.CORRECTION

    def finding(self, cable: str, page: str) -> Finding:
        """Report it in the encoding, or in the page if the encoding has no place for it."""
        path, spot = (cable, self.cable) if self.cable.line else (page, self.page)
        return Finding(path, spot.line, spot.column, CODE, self.message, self.remedy)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing one cable with its page: how many words it has, and in what they differ."""

    words: int
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...] = ()  # why nothing could be compared

    def plain(self) -> list[object]:
        """Give the number of words and the differences as lists and strings."""
        return [self.words, [astuple(each) for each in self.differences]]


def comparison(plain: Any, findings: tuple[Finding, ...]) -> Comparison:  # noqa: ANN401 - JSON has no types
    """Make a comparison again of what `plain` gave."""
    words, differences = plain
    made = (Difference(Kind(kind), Spot(*page), Spot(*cable), *said) for kind, page, cable, *said in differences)
    return Comparison(words, tuple(made), findings)


def abridged(words: tuple[str, ...]) -> str:
    """Join words; of many, the first and the last; of one that is longer than any word, its beginning."""
    words = tuple(word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…" for word in words)
    if len(words) > _QUOTED_WORDS:
        half = _QUOTED_WORDS // 2
        words = (*words[:half], "…", *words[-half:])
    return " ".join(words)


def quoted(words: tuple[str, ...]) -> str:
    """Quote words; of many, the first and the last."""
    return f"“{abridged(words)}”"
