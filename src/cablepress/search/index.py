"""The cables of an edition, in their order → the files of its search index, each a script that hands over its data.

A script is what a page may load from the folder it lies in, also without a server and under a strict policy. A browser
loads `index.js`, the terms asked for, and the texts of the hits it shows; nothing grows with the edition but the number
of files, and the places of the commonest words. These have files of their own, `places-3.js`: the shelf of a rare word
has of its frequent neighbours only where their places are and how long, and so tells what looking them up will cost.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from cablepress.search.passages import Filed, Passage
from cablepress.search.postings import Places, places, written

FOLDER = "search/"
_TERMS = 4_000  # characters of terms and places in a file
_LONG = 1_000  # characters of places that do not stand with their term, but in a file of their own
_ELSEWHERE = "*"  # before the number of that file; no letter of a place
_TEXTS = 4_000  # characters of text in a file, as far as passages of about the same length allow
_MANY, _COMMON = 2_000, 4  # among so many passages, a word in one of so many is asked for only where it stands alone


def files(cables: Sequence[Filed], names: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Give the files of an index, by their paths in the edition; `names` has the people, by key, in their order."""
    found = places(cables)
    count = sum(len(cable.passages) for cable in cables)
    texts, block = _texts(cables, names, count)
    long: list[str] = []
    terms = list(_shelved(found, long))
    parts = [
        ("dates", _dates(cables)),
        ("people", list(names.items())),
        *_numbered("places", long),
        *_numbered("terms", (part for _, part in terms)),
        *_numbered("text", texts),
    ]
    scripts = [(name, _script(name, data)) for name, data in parts]
    head = {
        "version": sha256(b"".join(script for _, script in scripts)).hexdigest()[:12],
        "passages": count,
        "block": block,
        "common": sorted(term for term, where in found.items() if count > _MANY and len(where) * _COMMON > count),
        "terms": "|".join(first for first, _ in terms),
    }
    for name, script in [("index", _script("index", head)), *scripts]:
        yield f"{FOLDER}{name}.js", script


def _script(name: str, data: object) -> bytes:
    written_out = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"cablepress.put({json.dumps(name)},{written_out});\n".encode()


def _numbered(kind: str, parts: Iterable[object]) -> Iterator[tuple[str, object]]:
    return ((f"{kind}-{number}", part) for number, part in enumerate(parts))


def _shelved(found: Places, long: list[str]) -> Iterator[tuple[str, str]]:
    """Give terms with their places, sorted as a browser compares strings, by the file; and the first term of each.

    Places that are too many to stand with their term are added to `long`.
    """
    shelf: list[str] = []
    first, size = "", 0
    for term in sorted(found, key=lambda term: term.encode("utf-16-be")):
        entry = f"{term} {_at_hand(written(found[term]), long)}"
        if shelf and size + len(entry) > _TERMS:
            yield first, "|".join(shelf)
            shelf, size = [], 0
        first = first if shelf else term
        shelf.append(entry)
        size += len(entry)
    if shelf:
        yield first, "|".join(shelf)


def _at_hand(letters: str, long: list[str]) -> str:
    if len(letters) <= _LONG:
        return letters
    long.append(letters)
    return f"{_ELSEWHERE}{len(long) - 1} {len(letters)}"


def _texts(cables: Iterable[Filed], names: Mapping[str, str], count: int) -> tuple[list[object], int]:
    """Give the texts of the passages by the file, and how many a file has."""
    rows = [(cable, passage) for cable in cables for passage in cable.passages]
    length = sum(len(passage.text) for _, passage in rows)
    block = max(1, round(_TEXTS * count / max(1, length)))
    return [_text(rows[begin : begin + block], names) for begin in range(0, count, block)], block


def _text(rows: Sequence[tuple[Filed, Passage]], names: Mapping[str, str]) -> object:
    """Give the cables of some passages and those who speak, each once, and the passages, with the places of these."""
    cables = list(dict.fromkeys(cable.stem for cable, _ in rows))
    heads = {cable.stem: [cable.stem, cable.number, cable.heading, cable.dated, cable.state] for cable, _ in rows}
    who = list(dict.fromkeys(key for _, passage in rows for key in passage.who if key in names))
    texts = [[cables.index(cable.stem), each.anchor, each.speaker, *_told(each, who)] for cable, each in rows]
    return [list(heads.values()), texts, [names[key] for key in who]]


def _told(passage: Passage, who: list[str]) -> tuple[list[int], str, str]:
    return [who.index(key) for key in passage.who if key in who], passage.language, passage.text


def _dates(cables: Iterable[Filed]) -> str:
    """Tell how many passages in a row are of one day; of some, the day is not known.

    A day that begins as the one before it is written from the first hyphen after which they differ.
    """
    days = [
        (day, sum(len(cable.passages) for cable in same)) for day, same in groupby(cables, lambda cable: cable.date)
    ]
    before = ("", *(day for day, _ in days))
    return "|".join(f"{_shortened(day, last)} {count}" for (day, count), last in zip(days, before, strict=False))


def _shortened(day: str, before: str) -> str:
    """Leave out the year, or the year and the month, if another day of as many characters has just told them."""
    for end in (7, 4):
        if len(day) == len(before) and day[:end] == before[:end] and day[end : end + 1] == "-":
            return day[end:]
    return day
