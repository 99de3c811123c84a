"""A printed page → the words on it that stand over one another, as poppler's pdftotext places them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
SIDE_BY_SIDE = 1.5  # points that neighbours on a line may share
ONE_LINE = 0.55  # share of its height by which a word may reach into the next line's
# The box of such a sign is as wide as it is high, and half of it is blank: what follows is set into that half.
HALF_BLANK = "）」』】〕》〉、。，．"


@dataclass(frozen=True, slots=True)
class Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        left, top, right, bottom = map(float, match.groups()[:4])
        text = match[5]
        blank = (right - left) / len(text) / 2 if text.endswith(tuple(HALF_BLANK)) else 0
        return cls(left, top, right - blank, bottom, text)

    def overprints(self, other: Self) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > SIDE_BY_SIDE and down > ONE_LINE * min(self.bottom - self.top, other.bottom - other.top)


def words(path: Path, program: str) -> list[list[Word]]:
    """List the words of each sheet, from the top."""
    boxes = subprocess.run([program, "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    sheets = ([Word.read(match) for match in WORD.finditer(sheet)] for sheet in boxes.split("<page ")[1:])
    return [sorted(sheet, key=lambda word: word.top) for sheet in sheets]


def overprinted(sheets: list[list[Word]]) -> list[str]:
    """Tell each pair of words that stand over one another."""
    return [f"sheet {number}: {a.text} {b.text}" for number, sheet in enumerate(sheets, 1) for a, b in _pairs(sheet)]


def _pairs(sheet: list[Word]) -> Iterator[tuple[Word, Word]]:
    for place, word in enumerate(sheet):
        for other in sheet[place + 1 :]:
            if other.top > word.bottom:
                break
            if word.overprints(other):
                yield word, other
