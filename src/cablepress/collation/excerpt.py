"""A departure → the place in both texts, one above the other, with carets under the words."""

import unicodedata

from cablepress.collation.difference import Difference, Spot
from cablepress.report import visible

_BEFORE, _WORDS, _AFTER = 34, 44, 20  # columns


def side_by_side(difference: Difference) -> str:
    """Show a departure: the words of the page, and below them those of the encoding."""
    sides = (("page", difference.page), ("text", difference.cable))
    shown = [(f"{name} {spot.line}:{spot.column}", spot) for name, spot in sides if spot.line]
    gutter = max((len(label) for label, _ in shown), default=0)
    return "".join(_lines(f"{label:>{gutter}}", spot) for label, spot in shown)


def _lines(label: str, spot: Spot) -> str:
    before = _last(visible(spot.before), _BEFORE)
    words = _first(visible(spot.abridged), _WORDS)
    after = _first(visible(spot.after), _AFTER)
    indent = " " * (_BEFORE - _width(before))
    line = f"  {label} | {indent}{' '.join(filter(None, (before, words, after)))}"
    caret = " " * (_BEFORE + (1 if before else 0)) + "^" * max(_width(words), 1)
    return f"{line}\n  {'':{len(label)}} | {caret}\n"


def _first(text: str, columns: int) -> str:
    shown, left = "", columns
    for each in text:
        left -= _width(each)
        if left < 0:
            return f"{_fitting(shown, columns - 1).rstrip()}…"
        shown += each
    return text


def _fitting(text: str, columns: int) -> str:
    """Leave out the last letters until a text fits."""
    while _width(text) > columns:
        text = text[:-1]
    return text


def _last(text: str, columns: int) -> str:
    return _first(text[::-1], columns)[::-1]


def _width(text: str) -> int:
    """Count the columns that a text takes on a terminal: wide letters take two, accents of their own none."""
    wide = sum(unicodedata.east_asian_width(each) in {"W", "F"} for each in text)
    return len(text) + wide - sum(unicodedata.combining(each) > 0 for each in text)
