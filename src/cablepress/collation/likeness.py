"""Two readings that look alike → in which characters they differ, by name."""

import unicodedata
from itertools import takewhile

_FEW = 4  # characters that are named
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def explained(page: str, cable: str) -> str:
    """Name the characters in which two readings differ, if a reader could overlook that; else say nothing."""
    if "".join(page.split()) == "".join(cable.split()):
        return " They differ in white space alone."
    ours, theirs = _middle(page, cable)
    if unicodedata.normalize("NFC", page) == unicodedata.normalize("NFC", cable):
        return _composed(page, cable)
    if len(ours) == len(theirs) and len(ours) > _FEW:
        pairs = dict.fromkeys((a, b) for a, b in zip(ours, theirs, strict=True) if a != b)
        if len(pairs) == 1:
            ours, theirs = next(iter(pairs))
    if max(len(ours), len(theirs)) > _FEW or (ours + theirs).isascii() or not _is_overlooked(ours, theirs):
        return ""
    return f" The transcription has {_named(ours)}, the encoding {_named(theirs)}."


def _middle(page: str, cable: str) -> tuple[str, str]:
    """Leave out what both begin and end with."""
    begin = _alike(page, cable)
    ours, theirs = page[begin:], cable[begin:]
    end = _alike(ours[::-1], theirs[::-1])
    return ours[: len(ours) - end], theirs[: len(theirs) - end]


def _alike(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _composed(page: str, cable: str) -> str:
    """Tell an accented letter in one piece from a letter and its accent."""
    number = next(n for n, (a, b) in enumerate(zip(page + " ", cable + " ", strict=False)) if a != b)
    begin = number - 1 if number and _is_mark((page + " ")[number], (cable + " ")[number]) else number
    ours, theirs = _cluster(page[begin:]), _cluster(cable[begin:])
    letter, (one, other) = unicodedata.normalize("NFC", ours), (len(ours), len(theirs))
    return f" “{letter}” is {_count(one)} in the transcription and {_count(other)} in the encoding."


def _is_mark(*characters: str) -> bool:
    return any(unicodedata.combining(each) for each in characters)


def _cluster(text: str) -> str:
    """Take a letter with the accents that follow it."""
    end = next((n for n in range(1, len(text)) if not unicodedata.combining(text[n])), len(text))
    return text[:end]


def _count(number: int) -> str:
    return {1: "one character", 2: "two", 3: "three"}.get(number, f"{number}")


def _is_overlooked(ours: str, theirs: str) -> bool:
    """Whether neither side is plain letters added or left out, which anybody sees."""
    return bool(ours.strip(_PLAIN) or theirs.strip(_PLAIN))


def _named(characters: str) -> str:
    names = (f"U+{ord(each):04X} {unicodedata.name(each, 'without a name')}" for each in characters)
    return " and ".join(names) if characters else "nothing there"
