"""A cable → what its source page should have: the cable's words, in lines, each word with its origin in the file."""

import re
from dataclasses import dataclass

from cablepress.collation.departure import Line, Text

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the cable in one piece: the n-th text node of the file, or what its n-th element stands for."""

    words: str
    node: int | None
    element: int | None
    is_mark: bool = False  # of a footnote
    correction: tuple[str, str] | None = None  # no words: what the page has here, and what the editors read


Lines = tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Transcription:
    """A cable → what its source page should have: the cable's lines, the lines round it, and its footnotes."""

    lines: Lines
    frame: frozenset[Line]
    notes: tuple[Lines, ...] = ()


def text_of(lines: Lines) -> Text:
    """Join the runs of each line, and split them into words."""
    return Text(tuple(tuple("".join(run.words for run in line).split()) for line in lines))


def within(runs: tuple[Run, ...], word: int) -> tuple[Run, int]:
    """Find the run in which a word of a line begins, and which word of that run it is."""
    starts = [found.start() for found in _WORD.finditer("".join(run.words for run in runs))]
    begin = 0
    for run in runs:
        end = begin + len(run.words)
        if starts[word] < end:
            return run, len(run.words[: starts[word] - begin].split())
        begin = end
    raise IndexError(f"the line has no word {word}")


def word_after(runs: tuple[Run, ...], number: int) -> int:
    """Count the words of a line that end before its n-th run."""
    begin = sum(len(run.words) for run in runs[:number])
    return sum(found.end() <= begin for found in _WORD.finditer("".join(run.words for run in runs)))
