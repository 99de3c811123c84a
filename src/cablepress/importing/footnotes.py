"""The heading and the paragraphs of a text → the notes at its foot, and what is left above them.

A footnote is known by its mark: “[1]”, or a bare number or star that touches the word before it, as a raised one does
when a page is saved as text. Each mark must stand in the text once, in the order of the notes; else nothing is a
footnote.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from cablepress.importing.mentions import raised
from cablepress.importing.paragraphs import Paragraph

Notes = tuple[tuple[str, str], ...]  # mark and words
_MARK = re.compile(r"\[(?:\d{1,3}|\*)\]")
_BRACKETED = re.compile(r"\[(\d{1,3}|\*)\]\s+([^\[\]]+)$")
_NUMBERED = re.compile(r"(\d{1,2})(?:\.\s|\s?(?=[A-Z“\"]))\s*(\S.*)$", re.DOTALL)
_STAR = re.compile(r"(\*{1,3})\s*([^\s*][^*]*)$")


def footnotes(head: tuple[str, ...], some: tuple[Paragraph, ...]) -> tuple[Notes, tuple[Paragraph, ...]]:
    """Find the footnotes; return them as `[1]` or `1` with their words, and the paragraphs that are none."""
    for found in (dict(_bracketed(some)), dict(_raised(head, some)), dict(_starred(head, some))):
        if found:
            kept = tuple(one for n, one in enumerate(some) if n not in found)
            return tuple(found.values()), kept
    return (), some


def _bracketed(some: tuple[Paragraph, ...]) -> Iterator[tuple[int, tuple[str, str]]]:
    """`[1] …`, whose mark stands once in the text above, and nowhere else."""
    marks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, one in enumerate(some):
        for mark in _MARK.finditer(one.text):
            marks[mark[0]].append((n, mark.start()))
    for n, one in enumerate(some):
        foot = _BRACKETED.match(one.text) if len(one.pieces) == 1 else None
        places = marks[f"[{foot[1]}]"] if foot else []
        if foot and len(places) == len(("mark", "note")) and places[0] < (n, 0) and places[0][1] > 0:
            yield n, (f"[{foot[1]}]", foot[2])


def _raised(head: tuple[str, ...], some: tuple[Paragraph, ...]) -> Iterator[tuple[int, tuple[str, str]]]:
    """`1. …` and on, the last paragraphs of a text, with a mark for each that touches a word."""
    begin = next((n for n in range(len(some) - 1, -1, -1) if _number(some[n]) == 1), len(some))
    at, texts = (-1, 0), (*head, *(one.text for one in some[:begin]))
    for count, n in enumerate(range(begin, len(some)), 1):
        found = _NUMBERED.match(some[n].text)
        marks = [place for place in _places(texts, str(count)) if place > at]
        if found is None or _number(some[n]) != count or len(marks) != 1:
            return
        at = marks[0]
        yield n, (found[1], found[2])


def _starred(head: tuple[str, ...], some: tuple[Paragraph, ...]) -> Iterator[tuple[int, tuple[str, str]]]:
    """`* …`, `** …`, the last paragraphs of a text, with a mark for each that touches a word: once above."""
    feet = tuple(takewhile(lambda each: each[1], ((n, _star(some[n])) for n in range(len(some) - 1, -1, -1))))
    texts = (*head, *(one.text for one in some[: len(some) - len(feet)]))
    for n, foot in reversed(feet):
        if foot and len(tuple(_places(texts, foot[1]))) == 1:
            yield n, (foot[1], foot[2])


def _star(one: Paragraph) -> re.Match[str] | None:
    return _STAR.match(one.text) if one.kind == "text" and len(one.pieces) == 1 else None


def _number(one: Paragraph) -> int | None:
    found = _NUMBERED.match(one.text) if one.kind == "text" and len(one.pieces) == 1 else None
    return int(found[1]) if found else None


def _places(texts: tuple[str, ...], mark: str) -> Iterator[tuple[int, int]]:
    """Find where a mark stands: in which text, and where in it."""
    return ((n, found.start()) for n, text in enumerate(texts) for found in raised((mark,)).finditer(text))
